"""What is past and what comes: deadlines of a plan as of a day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.deadlines import Deadline, Standing
from cchc_cli.domain.joint import JointEvent, joint_events, participants, speakers
from cchc_cli.domain.occurrences import Occurrence, membership_day
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.status import EXEMPT, FULFILLED, StatusKind
from cchc_cli.services.book import Book, book_of
from cchc_cli.services.duties import first_day
from cchc_cli.services.rereading import Stale, stale_duties
from cchc_cli.services.status import DutyCounts, bearers_of, by_duty

DENSE = 4


class Window(NamedTuple):
    """Which deadlines to list, by their last good day; ``last`` belongs. None is without end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class DeadlineRow(NamedTuple):
    """A duty's deadline in one period.

    Attributes:
        joint: the duties that name the same event, this one not included.
        agencies: how many agencies it binds, each of a joint event counted once.
        days: days left (0 is today), or days late if ``standing`` is ``late``.
        left: how many of them have not done it yet, as far as a ledger tells.
        more: how many earlier periods of the same duty stand for in this row.
    """

    duty: Duty
    occurrence: Occurrence
    deadline: Deadline
    standing: Standing
    days: int
    agencies: int
    joint: tuple[str, ...] = ()
    left: int = 0
    more: int = 0


class DeadlineList(NamedTuple):
    """Deadlines as of a day.

    Attributes:
        rows: those that bind, by date. Requested bodies are never among them.
        requested: deadlines of bodies that are only asked.
        undated: how many duties have no date, by rhythm (reports without a date: ``no_day``).
        later: how many deadlines lie beyond the window.
        recorded: whether a ledger tells what is done.
        stale: duties that have to be read against the source again.
    """

    plan: Plan
    today: date
    agency: Agency | None
    window: Window
    rows: tuple[DeadlineRow, ...]
    requested: tuple[DeadlineRow, ...]
    undated: Mapping[str, int]
    later: int
    recorded: bool = False
    stale: tuple[Stale, ...] = ()

    @property
    def over(self) -> bool:
        """Whether the plan has ended."""
        return self.today >= self.plan.validity.end

    @property
    def overdue(self) -> int:
        """How many deadlines have passed, every period counted."""
        return sum(1 + row.more for row in self.rows if row.standing == "late")


def list_deadlines(
    source: Plan | Book,
    today: date,
    agency: Agency | None = None,
    window: Window | None = None,
    *,
    every: bool = False,
) -> DeadlineList:
    """The deadlines within a window, by default the past ones and those coming up.

    With ``every`` all deadlines of the plan are listed, and each period of a dense duty on its own.
    Of a book with a ledger, what is done or need not be done is left out.
    """
    book = book_of(source)
    plan = book.plan
    if window is None:
        soon = today + timedelta(days=plan.policy.due_soon_days)
        window = Window(None, None if every else soon)
    found, undated = dated_rows(book, today, agency)
    if book.ledger is not None:
        found = list(_left(book, found, agency, today))
    found.sort(key=lambda row: (row.deadline.effective, row.duty.id))
    inside = [row for row in found if window.holds(row.deadline.effective)]
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
        recorded=book.ledger is not None,
        stale=stale_duties(book, today),
    )


def dated_rows(
    book: Book, today: date, agency: Agency | None = None
) -> tuple[list[DeadlineRow], Counter[str]]:
    """Every deadline of the plan, done or not, and how many duties have no date, by rhythm.

    What several clauses say of one event stands in one row.
    """
    undated: Counter[str] = Counter()
    found: list[DeadlineRow] = []
    for event in joint_events(book.plan):
        duty = _spokesman(book, event, agency)
        joint = tuple(other for other in event if other is not duty)
        mine = _of_event(book, event, duty, agency)
        dated = [
            _row(one, one.deadline, joint, number, today)
            for one, number in mine
            if one.deadline is not None
        ]
        found.extend(dated)
        if mine and not dated:
            recurring = duty.schedule.rhythm == "recurring"
            undated["no_day" if recurring else duty.schedule.rhythm] += 1
    return found, undated


def _of_event(
    book: Book, event: JointEvent, duty: Duty, agency: Agency | None
) -> list[tuple[Occurrence, int]]:
    """The occurrences of an event that bind the agency, each with how many it binds."""
    bound = (
        (one, participants(event, book.roster, _membership_day(book.plan, one, agency)))
        for one in book.occurrences(duty)
    )
    return [
        (one, len(agencies)) for one, agencies in bound if agency is None or agency.id in agencies
    ]


def _spokesman(book: Book, event: JointEvent, agency: Agency | None) -> Duty:
    """The duty that speaks for an event: of those with dates, if there are any."""
    day = first_day(book.plan, agency)
    ranked = speakers(event, agency.id if agency else None, book.roster, day)
    dated = (duty for duty in ranked if any(one.deadline for one in book.occurrences(duty)))
    return next(dated, ranked[0])


def _left(
    book: Book, rows: Sequence[DeadlineRow], agency: Agency | None, today: date
) -> Iterator[DeadlineRow]:
    """The rows of which something is left to do, with the deadlines in force."""
    if agency is not None:
        records = book.records(agency.id, today)
        for row in rows:
            if agency.id in bearers_of(book, row.occurrence):
                status = records.status(row.occurrence)
                if status.kind not in FULFILLED | EXEMPT:
                    yield _moved(row, status.deadline, today)
            else:
                # A partner of a joint event, which is over when those who bear it have done it.
                yield from _of_all(book, [row], today)
        return
    yield from _of_all(book, rows, today)


def _of_all(book: Book, rows: Sequence[DeadlineRow], today: date) -> Iterator[DeadlineRow]:
    """The rows that somebody who bears them has not done yet, with how many have not."""
    for row, told in zip(rows, progress_of(book, rows, today), strict=True):
        if told.left or not told.bound:
            moved = _moved(row, book.deadline(row.occurrence), today)
            yield moved._replace(left=told.left if told.bound else row.agencies)


class Progress(NamedTuple):
    """How far an event has come: obligations, those fulfilled, those that need not be."""

    bound: int
    fulfilled: int
    exempt: int

    @property
    def left(self) -> int:
        """How many are still to do."""
        return self.bound - self.fulfilled - self.exempt


def progress_of(book: Book, rows: Sequence[DeadlineRow], today: date) -> Iterator[Progress]:
    """How far each row has come among all who bear it, every clause of its event counted."""
    twins = [_twins(book, row) for row in rows]
    counts = iter(by_duty(book, [one for event in twins for one in event], today))
    for event in twins:
        of_event = [next(counts) for _ in event]
        bound = sum(one.total for one in of_event)
        yield Progress(bound, _having(of_event, FULFILLED), _having(of_event, EXEMPT))


def _having(counts: Iterable[DutyCounts], kinds: Iterable[StatusKind]) -> int:
    """How many obligations have one of these statuses."""
    wanted = tuple(kinds)
    return sum(one.counts.get(kind, 0) for one in counts for kind in wanted)


def _twins(book: Book, row: DeadlineRow) -> list[Occurrence]:
    """The occurrence of a row, and the same one of the other duties that name its event."""
    others = [duty for duty in book.plan.duties if duty.id in row.joint]
    same = (one for duty in others for one in book.occurrences(duty))
    return [row.occurrence, *(one for one in same if one.key == row.occurrence.key)]


def _moved(row: DeadlineRow, deadline: Deadline | None, today: date) -> DeadlineRow:
    """The row with the deadline in force, which an extension may have moved."""
    if deadline is None or deadline == row.deadline:
        return row
    fresh = _row(row.occurrence, deadline, (), row.agencies, today)
    return fresh._replace(joint=row.joint, left=row.left)


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
    return DeadlineRow(
        occurrence.duty, occurrence, deadline, standing, days, agencies, names, agencies
    )


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
