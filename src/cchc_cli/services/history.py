"""What was recorded, entry by entry, and what became of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from heapq import merge
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from cchc_cli.domain.bearings import bearings_of
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import CchcError, NotFound
from cchc_cli.ledger.protocol import Ledger, Query
from cchc_cli.services.book import Book
from cchc_cli.services.closing import bears_on
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.status import Standing

STRETCH = 1_000
Plans = Mapping[str, Plan]
NO_PLANS: Plans = MappingProxyType({})


class Line(NamedTuple):
    """An entry in the history.

    Attributes:
        cancelled_by: the correction that cancelled it.
        late_for: the entry that closed its period before it was recorded.
    """

    entry: Entry
    cancelled_by: int | None = None
    late_for: int | None = None


class EntryDetail(NamedTuple):
    """One entry and those that speak of it."""

    line: Line
    about: tuple[Entry, ...]


class Wanted(NamedTuple):
    """Which entries of a query's answer are shown.

    Attributes:
        period: only those that bear on it.
        after_close: only those recorded after their period was closed.
        limit: only the newest so many.
        also: further agencies whose entries are shown: those that the query's took over from.
    """

    period: Period | None = None
    after_close: bool = False
    limit: int | None = None
    also: tuple[str, ...] = ()


EVERY = Wanted()


def history(
    ledger: Ledger, query: Query, plans: Plans = NO_PLANS, wanted: Wanted = EVERY
) -> tuple[Line, ...]:
    """The entries that a query finds, cancelled ones and corrections included, newest last.

    Args:
        ledger: where to look.
        query: which entries.
        plans: by id; they tell which entries bear on a period beyond those that name it.
        wanted: which of them to show.
    """
    closed = _closings(ledger, plans)

    def lines(entries: Iterable[Entry]) -> Iterator[Line]:
        for entry in entries:
            if wanted.period is None or _is_of(plans, entry, wanted.period):
                late = _late_for(plans, entry, closed)
                if late is not None or not wanted.after_close:
                    yield Line(entry, ledger.cancelled_by(entry.id), late)

    if wanted.limit is None:
        return tuple(lines(_find(ledger, query, wanted.also)))
    return _newest(ledger, query, lines, wanted)


def _find(ledger: Ledger, query: Query, also: tuple[str, ...]) -> Iterator[Entry]:
    """The entries of the query's agency and of others, in chain order, each once."""
    if not also:
        return ledger.find(query)
    found = (ledger.find(query._replace(agency=one)) for one in (query.agency, *also))
    together = merge(*found, key=lambda entry: entry.id)
    return (next(same) for _, same in groupby(together, key=lambda entry: entry.id))


def _newest(
    ledger: Ledger,
    query: Query,
    lines: Callable[[Iterable[Entry]], Iterator[Line]],
    wanted: Wanted,
) -> tuple[Line, ...]:
    """The last lines, looked for from the end in stretches that grow."""
    found: tuple[Line, ...] = ()
    limit = wanted.limit or 0
    last, size = ledger.head().number, max(STRETCH, limit)
    while last > 0 and len(found) < limit:
        stretch = query._replace(after=max(last - size, 0), upto=last)
        part = _find(ledger, stretch, wanted.also)
        found = (*lines(part), *found)
        last, size = last - size, size * 4
    return found[max(len(found) - limit, 0) :]


def show_entry(ledger: Ledger, number: int, plans: Plans = NO_PLANS) -> EntryDetail:
    """All about one entry.

    Raises:
        NotFound: if there is none of that number.
    """
    entry = ledger.entry(number)
    if entry is None:
        raise NotFound("no_entry", id=number)
    content = entry.content
    near = Query(plan=content.plan, kinds=("return", "accept", "correction"), after=number)
    about = tuple(one for one in ledger.find(near) if one.content.target == number)
    late = _late_for(plans, entry, _closings(ledger, plans))
    return EntryDetail(Line(entry, ledger.cancelled_by(number), late), about)


def obligations_of(book: Book, entry: Entry, today: date) -> tuple[Standing, ...]:
    """The obligations that an entry bears on, with their status."""
    duties = {duty.id: duty for duty in book.plan.duties}
    return tuple(
        Standing(one, bearing.agency, book.status(one, bearing.agency, today))
        for bearing in bearings_of(entry)
        if bearing.duty in duties and bearing.agency
        for one in book.occurrences(duties[bearing.duty])
        if one.key == bearing.period
    )


class Closing(NamedTuple):
    """A closing that stands; ``period`` is None where its plan is not known."""

    plan: str
    key: str | None
    number: int
    period: Period | None


def _closings(ledger: Ledger, plans: Plans) -> tuple[Closing, ...]:
    return tuple(
        Closing(entry.content.plan, entry.content.period, entry.id, _period(plans, entry))
        for entry in ledger.find(Query(kinds=("close",), active=True))
    )


def _period(plans: Plans, entry: Entry) -> Period | None:
    plan = plans.get(entry.content.plan)
    try:
        return parse_period(plan, entry.content.period or "") if plan else None
    except CchcError:
        return None


def _late_for(plans: Plans, entry: Entry, closings: Iterable[Closing]) -> int | None:
    """The closing that came before an entry that bears on its period."""
    content = entry.content
    for one in closings:
        if one.plan == content.plan and one.number < entry.id and content.kind != "close":
            named = one.key in (content.period, content.counts_for)
            if named or (one.period and bears_on(plans[one.plan], entry, one.period)):
                return one.number
    return None


def _is_of(plans: Plans, entry: Entry, period: Period) -> bool:
    """Whether an entry is of a period: its closing as well as all that bears on it."""
    content = entry.content
    if period.key in (content.period, content.counts_for):
        return True
    plan = plans.get(content.plan)
    return plan is not None and bears_on(plan, entry, period)
