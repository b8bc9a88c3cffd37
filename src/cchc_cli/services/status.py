"""Where everything stands on a day: counted by duty, by agency or by group, and called by name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.occurrences import Occurrence, bearer_ids, membership_day
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.status import Status, StatusKind, assess
from cchc_cli.ledger.protocol import Due, State
from cchc_cli.services.book import Book
from cchc_cli.services.occasions import falls_in

Counts = Mapping[StatusKind, int]


class DutyCounts(NamedTuple):
    """A duty in one period: how many of those who bear it stand where.

    Attributes:
        open: whether others may bear it that no list names.
    """

    occurrence: Occurrence
    counts: Counts
    open: bool

    @property
    def total(self) -> int:
        """How many bear it."""
        return sum(self.counts.values())


class AgencyCounts(NamedTuple):
    """An agency, or a group of them: how many of its obligations stand where."""

    ident: str
    name: str
    counts: Counts


class Standing(NamedTuple):
    """One obligation and its status."""

    occurrence: Occurrence
    agency: str
    status: Status


class Choice(NamedTuple):
    """Which obligations are meant; None takes all."""

    period: Period | None = None
    duty: Duty | None = None
    group: Group | None = None


def chosen_occurrences(book: Book, choice: Choice) -> tuple[Occurrence, ...]:
    """The occurrences that a choice means, in the plan's order."""
    duties = (choice.duty,) if choice.duty else book.plan.duties
    return tuple(
        one
        for duty in duties
        if choice.group is None or choice.group.id in duty.bearers
        for one in book.occurrences(duty)
        if choice.period is None or falls_in(one, choice.period)
    )


def by_duty(book: Book, occurrences: Iterable[Occurrence], today: date) -> tuple[DutyCounts, ...]:
    """The counts of each occurrence, by the store's own tallies wherever they tell."""
    wanted = tuple(occurrences)
    counted = _Counted(book, [one for one in wanted if book.tallied(one)], today)
    return tuple(
        DutyCounts(
            one,
            counted.counts(one) if book.tallied(one) else _called(book, one, today),
            book.has_open_list(one.duty),
        )
        for one in wanted
    )


class _Counted:
    """Counts of occurrences that a tally tells, special obligations read one by one."""

    def __init__(self, book: Book, occurrences: Sequence[Occurrence], today: date) -> None:
        self._book = book
        self._today = today
        self._tallies: dict[tuple[str, str], tuple[int, int]] = {}
        self._special: dict[tuple[str, str], set[str]] = {}
        if book.ledger is None:
            return
        dues = [
            Due(one.duty.id, one.key, book.limit(one), label)
            for label, one in enumerate(occurrences)
        ]
        for label, _, done, late in book.ledger.tally(book.plan.id, dues, today, book.decided_by):
            due = dues[label]
            self._tallies[due.duty, due.period] = (done, late)
        for state in book.ledger.specials(book.plan.id):
            self._special.setdefault((state.duty, state.period), set()).add(state.agency)

    def counts(self, one: Occurrence) -> Counts:
        """How many stand where in one occurrence."""
        key = (one.duty.id, one.key)
        bearers = bearers_of(self._book, one)
        special = self._special.get(key, set())
        special = special.intersection(bearers) if special else special
        done, late = self._tallies.get(key, (0, 0))
        counts: Counter[StatusKind] = Counter()
        in_time: StatusKind = "on_time" if one.deadline else "done"
        counts[in_time] += done - late
        counts["late"] += late
        rest = len(bearers) - done - len(special)
        counts[nothing_done(self._book, one, self._today).kind] += max(rest, 0)
        for agency in special:
            counts[self._book.status(one, agency, self._today).kind] += 1
        return +counts


def nothing_done(book: Book, occurrence: Occurrence, today: date) -> Status:
    """The status of an agency of which nothing is recorded; what holds for all does hold."""
    return assess(occurrence, book.record(occurrence, ()), today)


def bearers_of(book: Book, occurrence: Occurrence) -> tuple[str, ...]:
    """Ids of the agencies that bear an occurrence."""
    return bearer_ids(occurrence.duty, book.roster, membership_day(book.plan, occurrence))


def _called(book: Book, occurrence: Occurrence, today: date) -> Counts:
    return Counter(one.status.kind for one in roll_call(book, occurrence, today))


def roll_call(
    book: Book, occurrence: Occurrence, today: date, *, whole: bool = False
) -> tuple[Standing, ...]:
    """Every agency that bears an occurrence, with its status, in the registry's order.

    ``whole`` reads every entry, to name those behind a status.
    """
    bearers = bearers_of(book, occurrence)
    if book.upto is not None:
        # States are those of the whole chain.
        return tuple(
            Standing(occurrence, agency, book.status(occurrence, agency, today))
            for agency in bearers
        )
    empty = nothing_done(book, occurrence, today)
    states = book.states(occurrence.duty.id).get(occurrence.key, {})
    return tuple(
        Standing(
            occurrence,
            agency,
            _told(book, occurrence, states[agency], today, whole=whole)
            if agency in states
            else empty,
        )
        for agency in bearers
    )


def _told(book: Book, occurrence: Occurrence, state: State, today: date, *, whole: bool) -> Status:
    """The status by an agency's state, or by its entries where that does not suffice."""
    record = None if whole else book.told_by(occurrence, state, today)
    if record is None:
        return book.status(occurrence, state.agency, today)
    return assess(occurrence, record, today)


def of_agency(
    book: Book, agency: Agency, occurrences: Iterable[Occurrence], today: date, *,
    whole: bool = False,
) -> tuple[Standing, ...]:  # fmt: skip
    """An agency's obligations among the given occurrences, with their status."""
    records = book.records(agency.id, today, whole=whole)
    return tuple(
        Standing(one, agency.id, records.status(one))
        for one in occurrences
        if agency.id in bearers_of(book, one)
    )


def by_agency(
    book: Book, occurrences: Iterable[Occurrence], today: date
) -> tuple[AgencyCounts, ...]:
    """The counts of each agency that bears anything; requested bodies are never among them."""
    assigned = [one for one in occurrences if one.duty.force == "assigned"]
    bearing = {agency for one in assigned for agency in bearers_of(book, one)}
    counts: dict[str, Counter[StatusKind]] = {agency: Counter() for agency in bearing}
    _add_tallies(book, [one for one in assigned if book.tallied(one)], today, counts)
    for one in assigned:
        if not book.tallied(one):
            for standing in roll_call(book, one, today):
                counts[standing.agency][standing.status.kind] += 1
    return tuple(
        AgencyCounts(agency, book.roster.name(agency), +counts[agency])
        for agency in (one.id for one in book.plan.registry.agencies)
        if agency in counts
    )


def _add_tallies(
    book: Book,
    occurrences: Sequence[Occurrence],
    today: date,
    counts: dict[str, Counter[StatusKind]],
) -> None:
    """Add what tallies tell: all as if nothing was done, then what was, then what is special.

    The label of a wanted occurrence says where it stands if nothing was done, and whether doing it
    makes it on time or just done.
    """
    labels: list[tuple[StatusKind, StatusKind]] = []
    dues = []
    for one in occurrences:
        empty = nothing_done(book, one, today).kind
        label: tuple[StatusKind, StatusKind] = (empty, "on_time" if one.deadline else "done")
        if label not in labels:
            labels.append(label)
        dues.append(Due(one.duty.id, one.key, book.limit(one), labels.index(label)))
        for agency in bearers_of(book, one):
            counts[agency][empty] += 1
    if book.ledger is None:
        return
    tallies = book.ledger.tally(book.plan.id, dues, today, book.decided_by, each_agency=True)
    for label_at, agency, done, late in tallies:
        if agency in counts:
            empty, in_time = labels[label_at]
            counts[agency].update({empty: -done, in_time: done - late, "late": late})
    known = {(one.duty.id, one.key): one for one in occurrences}
    for state in book.ledger.specials(book.plan.id):
        found = known.get((state.duty, state.period))
        if found is not None and state.agency in counts:
            counts[state.agency][nothing_done(book, found, today).kind] -= 1
            counts[state.agency][book.status(found, state.agency, today).kind] += 1


def by_group(book: Book, agencies: Iterable[AgencyCounts]) -> tuple[AgencyCounts, ...]:
    """The counts of the agencies added up by the groups that they belong to."""
    day = book.plan.validity.binding_from
    known = {one.ident: one for one in agencies}
    found = []
    for group in book.plan.registry.groups:
        members = [known[one] for one in book.roster.expand(group.id, day) if one in known]
        if members:
            total: Counter[StatusKind] = Counter()
            for member in members:
                total.update(member.counts)
            found.append(AgencyCounts(group.id, group.name, total))
    return tuple(found)


def total_of(rows: Iterable[DutyCounts | AgencyCounts]) -> Counts:
    """All counts added up."""
    total: Counter[StatusKind] = Counter()
    for row in rows:
        total.update(row.counts)
    return total


def standings(
    book: Book, occurrences: Iterable[Occurrence], today: date, *, whole: bool = False
) -> Iterator[Standing]:
    """Every obligation of the given occurrences with its status: the list behind the counts."""
    for one in occurrences:
        yield from roll_call(book, one, today, whole=whole)
