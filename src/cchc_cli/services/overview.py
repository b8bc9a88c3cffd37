"""What is asked of the status: which obligations, in which parts, and how they are added up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.status import EXEMPT, FULFILLED, StatusKind
from cchc_cli.services.book import Book
from cchc_cli.services.occasions import answering, named_period
from cchc_cli.services.status import (
    AgencyCounts,
    Choice,
    Counts,
    DutyCounts,
    Standing,
    by_agency,
    by_duty,
    by_group,
    chosen_occurrences,
    of_agency,
    roll_call,
    standings,
)

# ``due`` until today, ``ahead`` later, ``undated`` never; those only asked stand apart.
Part = Literal["due", "ahead", "undated", "requested"]
PARTS: tuple[Part, ...] = ("due", "ahead", "undated", "requested")
DENSE = 4
# The columns of a map: a duty's occurrences, or months as (year, month).
Columns = tuple[Occurrence, ...] | tuple[tuple[int, int], ...]


class Wishes(NamedTuple):
    """What somebody chose; None leaves it open.

    Attributes:
        period: as typed.
        every: everything is meant, however far ahead.
    """

    period: str | None = None
    duty: Duty | None = None
    group: Group | None = None
    agency: Agency | None = None
    every: bool = False


class Scope(NamedTuple):
    """Which obligations are looked at.

    Attributes:
        period: the chosen period, if it is one of the reports or the calendar.
        group: only its members.
        agency: only this one.
        soon: the last day that is looked at where nothing was chosen; None if something was.
    """

    occurrences: tuple[Occurrence, ...]
    period: Period | None = None
    duty: Duty | None = None
    group: Group | None = None
    agency: Agency | None = None
    soon: date | None = None


class RollCall(NamedTuple):
    """Who has done a duty in one period, and who has not."""

    occurrence: Occurrence
    standings: tuple[Standing, ...]

    def having(self, *kinds: StatusKind) -> tuple[str, ...]:
        """Ids of the agencies of which one of these holds."""
        return tuple(one.agency for one in self.standings if one.status.kind in kinds)

    @property
    def done(self) -> tuple[str, ...]:
        """Ids of those who have."""
        return self.having(*FULFILLED)

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of those who have not and have to; those whose result was sent back stand apart."""
        apart = FULFILLED | EXEMPT | {"returned", "waiting"}
        return tuple(one.agency for one in self.standings if one.status.kind not in apart)

    @property
    def owed(self) -> int:
        """How many have to."""
        return len(self.standings) - len(self.having(*EXEMPT, "waiting"))


class Ranked(NamedTuple):
    """An agency in its place; those with the same share and as many overdue share a place."""

    place: int
    counts: AgencyCounts


class HeatMap(NamedTuple):
    """Agencies by periods: every status that an agency has there, worst case for the view.

    Attributes:
        columns: the periods.
        cells: by agency, for each column the statuses in it.
    """

    columns: Columns
    cells: Mapping[str, tuple[tuple[StatusKind, ...], ...]]


def scope_of(book: Book, today: date, wishes: Wishes = Wishes()) -> Scope:  # noqa: B008 - frozen
    """Which obligations are meant.

    Where neither period, duty nor agency is chosen, and not every one is meant: those that have
    come due, those that will soon, and those without a date.

    Raises:
        UsageFault, NotFound: if there is no such period.
    """
    typed, duty, group, agency, every = wishes
    if duty and typed and (own := answering(book.occurrences(duty), typed)):
        return Scope(own, None, duty, group, agency)
    period = named_period(book.plan, typed) if typed else None
    found = chosen_occurrences(book, Choice(period, duty))
    if every or period or duty or agency:
        return Scope(found, period, duty, group, agency)
    soon = today + timedelta(days=book.plan.policy.due_soon_days)
    near = tuple(one for one in found if (due_on(book, one) or today) <= soon)
    return Scope(near, group=group, soon=soon)


def due_on(book: Book, occurrence: Occurrence) -> date | None:
    """The last good day, of a report without a date the end of its period; else None."""
    deadline = book.deadline(occurrence)
    if deadline is not None:
        return deadline.effective
    return occurrence.period.last if occurrence.period else None


def part_of(book: Book, occurrence: Occurrence, today: date) -> Part:
    """The part of an overview that an occurrence stands in."""
    if occurrence.duty.force == "requested":
        return "requested"
    day = due_on(book, occurrence)
    if day is None:
        return "undated"
    return "due" if day <= today else "ahead"


def members_of(book: Book, group: Group | None) -> frozenset[str] | None:
    """Ids of a group's members over the plan's time; None stands for everybody."""
    if group is None:
        return None
    validity = book.plan.validity
    days = (validity.binding_from, validity.last)
    return frozenset(one for day in days for one in book.roster.expand(group.id, day))


def count_duties(book: Book, scope: Scope, today: date) -> tuple[DutyCounts, ...]:
    """The counts of each occurrence; of a group only those that it bears."""
    members = members_of(book, scope.group)
    if members is None:
        return by_duty(book, scope.occurrences, today)
    counted = (
        DutyCounts(one, _counted(roll_call(book, one, today), members), open=False)
        for one in scope.occurrences
    )
    return tuple(one for one in counted if one.total)


def _counted(standings: Iterable[Standing], members: frozenset[str]) -> Counts:
    return Counter(one.status.kind for one in standings if one.agency in members)


def call_roll(book: Book, scope: Scope, rows: Sequence[DutyCounts], today: date) -> list[RollCall]:
    """The roll of each report or dated duty, and of what many have to do once.

    Left out are duties of many periods, and what nobody has to do as yet.
    """
    members = members_of(book, scope.group)
    periods = Counter(row.occurrence.duty.id for row in rows)
    rolls = []
    for row in rows:
        if periods[row.occurrence.duty.id] <= DENSE and _has_roll(book, row):
            called = roll_call(book, row.occurrence, today)
            inside = (one for one in called if members is None or one.agency in members)
            rolls.append(RollCall(row.occurrence, tuple(inside)))
    return rolls


def _has_roll(book: Book, row: DutyCounts) -> bool:
    owed = owed_of(row.counts)
    if not owed or row.occurrence.key == "continuous":
        return False
    if due_on(book, row.occurrence) is None:
        return owed > 1
    return row.counts.get("not_yet", 0) < owed


def rank(book: Book, scope: Scope, today: date) -> tuple[Ranked, ...]:
    """Agencies by the share of what they have done, then by how little is overdue.

    What is not due yet is held against nobody, unless its period was chosen. Requested bodies are
    never among them.
    """
    counted = [one for one in _counted_agencies(book, scope, today) if owed_of(one.counts)]
    counted.sort(key=_merit)
    places: dict[tuple[float, int], int] = {}
    for at, one in enumerate(counted, 1):
        places.setdefault(_merit(one), at)
    return tuple(Ranked(places[_merit(one)], one) for one in counted)


def count_groups(book: Book, scope: Scope, today: date) -> tuple[AgencyCounts, ...]:
    """The counts of agencies added up by the groups that they belong to."""
    return by_group(book, _counted_agencies(book, scope, today))


def ranked_occurrences(book: Book, scope: Scope, today: date) -> tuple[Occurrence, ...]:
    """The occurrences by which agencies are compared."""
    return tuple(
        one
        for one in scope.occurrences
        if one.duty.force == "assigned"
        and (scope.soon is None or part_of(book, one, today) != "ahead")
    )


def _counted_agencies(book: Book, scope: Scope, today: date) -> list[AgencyCounts]:
    members = members_of(book, scope.group)
    found = by_agency(book, ranked_occurrences(book, scope, today), today)
    return [one for one in found if members is None or one.ident in members]


def owed_of(counts: Counts) -> int:
    """How many of them have to be done."""
    return sum(counts.values()) - sum(counts.get(kind, 0) for kind in (*EXEMPT, "waiting"))


def done_of(counts: Counts) -> int:
    """How many of them are done."""
    return sum(counts.get(kind, 0) for kind in FULFILLED)


def _merit(one: AgencyCounts) -> tuple[float, int]:
    return -done_of(one.counts) / owed_of(one.counts), one.counts.get("overdue", 0)


def list_all(
    book: Book, scope: Scope, occurrences: Iterable[Occurrence], today: date
) -> Iterator[Standing]:
    """Every obligation with the entries behind it: the list behind every number."""
    if scope.agency is not None:
        yield from of_agency(book, scope.agency, occurrences, today, whole=True)
        return
    members = members_of(book, scope.group)
    for one in standings(book, occurrences, today, whole=True):
        if members is None or one.agency in members:
            yield one


def heat_map(book: Book, scope: Scope, today: date) -> HeatMap:
    """The statuses of agencies in the periods of a duty, or in each month of all dated duties."""
    members = members_of(book, scope.group)
    if scope.agency is not None:
        members = frozenset({scope.agency.id})
    shown, placed = _columns(book, scope)
    cells: dict[str, list[list[StatusKind]]] = {}
    for one, at in placed:
        for standing in roll_call(book, one, today):
            if members is None or standing.agency in members:
                row = cells.setdefault(standing.agency, [[] for _ in shown])
                row[at].append(standing.status.kind)
    order = [one.id for one in book.plan.registry.agencies if one.id in cells]
    return HeatMap(shown, {agency: tuple(map(tuple, cells[agency])) for agency in order})


def _columns(book: Book, scope: Scope) -> tuple[Columns, Sequence[tuple[Occurrence, int]]]:
    """The columns of a map, and each occurrence with its column."""
    if scope.duty is not None:
        return scope.occurrences, [(one, at) for at, one in enumerate(scope.occurrences)]
    dated = [
        (one, (day.year, day.month))
        for one in scope.occurrences
        if one.duty.force == "assigned" and (day := due_on(book, one)) is not None
    ]
    months = tuple(sorted({month for _, month in dated}))
    return months, [(one, months.index(month)) for one, month in dated]
