"""What is past and what comes: deadlines of a plan as of a day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.deadlines import Deadline, Standing
from cchc_cli.domain.joint import JointEvent, joint_events, participants, speakers
from cchc_cli.domain.occurrences import Occurrence, membership_day, occurrences
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.duties import first_day

DENSE = 4


class Window(NamedTuple):
    """Which deadlines to list, by their last good day; ``last`` belongs. None is without end."""

    first: date | None = None
    last: date | None = None


class DeadlineRow(NamedTuple):
    """A duty's deadline in one period.

    Attributes:
        joint: the duties that name the same event, this one not included.
        agencies: how many agencies it binds, each of a joint event counted once.
        days: days left (0 is today), or days late if ``standing`` is ``late``.
        more: how many earlier periods of the same duty stand for in this row.
    """

    duty: Duty
    occurrence: Occurrence
    deadline: Deadline
    standing: Standing
    days: int
    agencies: int
    joint: tuple[str, ...] = ()
    more: int = 0


class DeadlineList(NamedTuple):
    """Deadlines as of a day.

    Attributes:
        rows: those that bind, by date. Requested bodies are never among them.
        requested: deadlines of bodies that are only asked.
        undated: how many duties have no date, by rhythm (reports without a date: ``no_day``).
        later: how many deadlines lie beyond the window.
    """

    plan: Plan
    today: date
    agency: Agency | None
    window: Window
    rows: tuple[DeadlineRow, ...]
    requested: tuple[DeadlineRow, ...]
    undated: Mapping[str, int]
    later: int

    @property
    def over(self) -> bool:
        """Whether the plan has ended."""
        return self.today >= self.plan.validity.end

    @property
    def overdue(self) -> int:
        """How many deadlines have passed, every period counted."""
        return sum(1 + row.more for row in self.rows if row.standing == "late")


def list_deadlines(
    plan: Plan,
    today: date,
    agency: Agency | None = None,
    window: Window | None = None,
    *,
    every: bool = False,
) -> DeadlineList:
    """The deadlines within a window, by default the past ones and those coming up.

    With ``every`` all deadlines of the plan are listed, and each period of a dense duty on its own.
    """
    if window is None:
        soon = today + timedelta(days=plan.policy.due_soon_days)
        window = Window(None, None if every else soon)
    roster = Roster(plan.registry)
    undated: Counter[str] = Counter()
    found: list[DeadlineRow] = []
    for event in joint_events(plan):
        duty = _spokesman(plan, event, agency, roster)
        joint = tuple(other for other in event if other is not duty)
        bound = (
            (one, participants(event, roster, _membership_day(plan, one, agency)))
            for one in occurrences(plan, duty)
        )
        mine = [
            (one, len(agencies))
            for one, agencies in bound
            if agency is None or agency.id in agencies
        ]
        dated = [
            _row(one, one.deadline, joint, number, today)
            for one, number in mine
            if one.deadline is not None
        ]
        found.extend(dated)
        if mine and not dated:
            recurring = duty.schedule.rhythm == "recurring"
            undated["no_day" if recurring else duty.schedule.rhythm] += 1
    found.sort(key=lambda row: (row.deadline.effective, row.duty.id))
    inside = [row for row in found if _inside(row, window)]
    last = window.last or date.max
    later = sum(row.deadline.effective > last for row in found)
    rows = [row for row in inside if row.duty.force == "assigned"]
    return DeadlineList(
        plan,
        today,
        agency,
        window,
        tuple(rows if every else _thinned(rows)),
        tuple(row for row in inside if row.duty.force == "requested"),
        undated,
        later,
    )


def _inside(row: DeadlineRow, window: Window) -> bool:
    day = row.deadline.effective
    return (window.first is None or window.first <= day) and (
        window.last is None or day <= window.last
    )


def _spokesman(plan: Plan, event: JointEvent, agency: Agency | None, roster: Roster) -> Duty:
    """The duty that speaks for an event: of those with dates, if there are any."""
    day = first_day(plan, agency)
    ranked = speakers(event, agency.id if agency else None, roster, day)
    dated = (duty for duty in ranked if any(one.deadline for one in occurrences(plan, duty)))
    return next(dated, ranked[0])


def _membership_day(plan: Plan, occurrence: Occurrence, agency: Agency | None) -> date:
    """The day that decides who bears an occurrence; of an undated one the agency's first."""
    if occurrence.period is None and occurrence.deadline is None:
        return first_day(plan, agency)
    return membership_day(plan, occurrence)


def _row(
    occurrence: Occurrence, deadline: Deadline, joint: tuple[Duty, ...], agencies: int, today: date
) -> DeadlineRow:
    standing = deadline.standing(today)
    late = deadline.days_late(today)
    last = deadline.limit if standing == "borderline" else deadline.effective
    days = late if standing == "late" else (last - today).days
    names = tuple(other.id for other in joint)
    return DeadlineRow(occurrence.duty, occurrence, deadline, standing, days, agencies, names)


def _thinned(rows: list[DeadlineRow]) -> Iterator[DeadlineRow]:
    """Past periods of a dense duty as one row, the latest; all else as it is."""
    past: dict[str, list[DeadlineRow]] = {}
    for row in rows:
        if row.standing == "late":
            past.setdefault(row.duty.id, []).append(row)
    for row in rows:
        same = past.get(row.duty.id, [])
        if row.standing != "late" or len(same) <= DENSE:
            yield row
        elif row is same[-1]:
            yield row._replace(more=len(same) - 1)
