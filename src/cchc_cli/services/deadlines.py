"""What is past and what comes: deadlines of a plan as of a day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.deadlines import Deadline, Standing
from cchc_cli.domain.occurrences import Occurrence, bearer_ids, membership_day, occurrences
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.duties import part_of

DENSE = 4


class Window(NamedTuple):
    """Which deadlines to list, by their named day; ``last`` belongs. None is without end."""

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
    for duty, joint in _events(plan, agency, roster):
        dated = 0
        for occurrence in occurrences(plan, duty):
            if occurrence.deadline is not None:
                dated += 1
                agencies = _bound(plan, occurrence, joint, roster)
                found.append(_row(occurrence, occurrence.deadline, joint, agencies, today))
        if not dated:
            recurring = duty.schedule.rhythm == "recurring"
            undated["no_day" if recurring else duty.schedule.rhythm] += 1
    found.sort(key=lambda row: (row.deadline.named, row.duty.id))
    inside = [row for row in found if _inside(row, window)]
    later = sum(1 for row in found if window.last is not None and row.deadline.named > window.last)
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
    day = row.deadline.named
    return (window.first is None or window.first <= day) and (
        window.last is None or day <= window.last
    )


def _events(
    plan: Plan, agency: Agency | None, roster: Roster
) -> Iterator[tuple[Duty, tuple[Duty, ...]]]:
    """Every duty once, a joint event with the other duties that name it."""
    by_id = {duty.id: duty for duty in plan.duties}
    same: dict[str, list[str]] = {}
    for duty in plan.duties:
        for other in duty.linked("same_event"):
            same.setdefault(duty.id, []).append(other)
            same.setdefault(other, []).append(duty.id)
    told: set[str] = set()
    for duty in plan.duties:
        if duty.id in told:
            continue
        others = tuple(by_id[ident] for ident in dict.fromkeys(same.get(duty.id, ())))
        event = (duty, *others)
        if agency is None or any(_takes_part(plan, one, agency, roster) for one in event):
            told.update(one.id for one in event)
            yield duty, others


def _takes_part(plan: Plan, duty: Duty, agency: Agency, roster: Roster) -> bool:
    """Whether an agency bears a duty, or is named as partner of a joint event."""
    part = part_of(duty, agency.id, roster, plan.validity.binding_from)
    if part is None:
        return False
    return part.role != "partner" or bool(duty.linked("same_event"))


def _bound(plan: Plan, occurrence: Occurrence, joint: tuple[Duty, ...], roster: Roster) -> int:
    """How many agencies an occurrence binds; of a joint event its participants."""
    day = membership_day(plan, occurrence)
    duty = occurrence.duty
    agencies = set(bearer_ids(duty, roster, day))
    for other in joint:
        agencies.update(bearer_ids(other, roster, day), other.partners, duty.partners)
    return len(agencies)


def _row(
    occurrence: Occurrence, deadline: Deadline, joint: tuple[Duty, ...], agencies: int, today: date
) -> DeadlineRow:
    standing = deadline.standing(today)
    late = deadline.days_late(today)
    days = late if standing == "late" else (deadline.effective - today).days
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
