"""What to ask of each unit for a period: its own duties, figures to compare with, narrative.

Asked are the obligations that a unit bears itself, one line for each occurrence that falls in the
period; partners are not asked. Units of whom the plan only *requests* something get no workbook
unless they are named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.bearings import bearings_of, counted_figures
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.forms import FORMAT, PARTS, Seal, digest_of, task_key
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.periods import Period, ReportingCode, reporting_period
from cchc_cli.domain.plan import Indicator, Plan
from cchc_cli.domain.status import Status, deciding_day
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import AgencyRecords, Book
from cchc_cli.services.figures import RATE
from cchc_cli.services.occasions import CODES
from cchc_cli.services.status import Choice, bearers_of, chosen_occurrences

# The report before each, on the same footing where there is one: half a year and nine months add
# up from December, so they are set beside what had been added up before.
_BEFORE: dict[str, tuple[ReportingCode, int]] = {
    "q1": ("year", -1),
    "h1": ("q1", 0),
    "q3": ("h1", 0),
    "h2": ("h1", 0),
    "9m": ("h1", 0),
    "year": ("9m", 0),
    "m1": ("m12", -1),
}


class Task(NamedTuple):
    """A line of tasks: what is asked, how it stands, and the documents behind that."""

    occurrence: Occurrence
    status: Status
    documents: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key that it is read back by."""
        return task_key(self.occurrence.duty.id, self.occurrence.key)


class Line(NamedTuple):
    """An indicator with what is recorded of it; None where nothing is."""

    indicator: Indicator
    year_before: float | None = None
    period_before: float | None = None
    recorded: float | None = None


class Form(NamedTuple):
    """What one unit is asked for a period; rates are no lines, they cannot be added up.

    Attributes:
        above: the body above the unit, empty where there is none; ``receiver`` collects.
        before: the period of the report before; ``year_before`` the same one of the last year.
    """

    plan: Plan
    agency: Agency
    above: str
    receiver: Agency
    period: Period
    before: Period
    year_before: Period
    today: date
    tasks: tuple[Task, ...]
    lines: tuple[Line, ...]
    seal: Seal


class Asked(NamedTuple):
    """Who is asked for a period, and by what; ``left_out`` are only requested something.

    Attributes:
        duties: the occurrences that each unit bears, by its id.
    """

    period: Period
    agencies: tuple[Agency, ...]
    duties: Mapping[str, Sequence[Occurrence]]
    left_out: tuple[Agency, ...] = ()


def whom_to_ask(
    book: Book, period: Period, agency: Agency | None = None, group: Group | None = None
) -> Asked:
    """The units to ask for a period: all that bear something, those of a group, or one.

    Raises:
        UsageFault: if both an agency and a group are named.
        NotFound: if nobody of those named bears anything in the period.
    """
    if agency is not None and group is not None:
        raise UsageFault("clashing_options", first="--agency", second="--group")
    duties: dict[str, list[Occurrence]] = {}
    for one in chosen_occurrences(book, Choice(period)):
        for ident in bearers_of(book, one):
            duties.setdefault(ident, []).append(one)
    found = [one for one in _wanted(book, period, agency, group) if one.id in duties]
    bound = [one for one in found if agency or _bound(duties[one.id])]
    if not bound:
        named = agency or group
        if named is None:
            raise NotFound("nothing_to_ask", period=period.key)
        raise NotFound("nobody_to_ask", name=named.name, period=period.key)
    left_out = tuple(one for one in found if one not in bound)
    return Asked(period, tuple(bound), duties, left_out)


def _wanted(
    book: Book, period: Period, agency: Agency | None, group: Group | None
) -> Iterable[Agency]:
    if agency is not None:
        return (agency,)
    registry, validity = book.plan.registry, book.plan.validity
    if group is None:
        return registry.agencies
    day = min(max(period.last, validity.binding_from), validity.last)
    members = frozenset(book.roster.expand(group.id, day))
    return [one for one in registry.agencies if one.id in members]


def _bound(occurrences: Iterable[Occurrence]) -> bool:
    return any(one.duty.force == "assigned" for one in occurrences)


def forms(book: Book, asked: Asked, today: date) -> Iterator[Form]:
    """What each unit is asked, one after the other, so that memory stays flat."""
    for agency in asked.agencies:
        yield form_of(book, asked, agency, today)


def form_of(book: Book, asked: Asked, agency: Agency, today: date) -> Form:
    """What one unit is asked, with the state so far."""
    plan, period = book.plan, asked.period
    before, year_before = _before(plan, period), _year_before(plan, period)
    recorded = _Recorded(book, agency.id, (year_before, before, period), today)
    tasks = tuple(_tasks(book, agency.id, asked.duties.get(agency.id, ()), recorded, today))
    lines = tuple(_lines(plan, recorded))
    first, asked_for = first_day(plan, period), digest_of(_keys(tasks, lines))
    return Form(
        plan=plan,
        agency=agency,
        above=book.roster.name(agency.superior) if agency.superior else "",
        receiver=book.roster.agencies[plan.coordinator],
        period=period,
        before=before,
        year_before=year_before,
        today=today,
        tasks=tasks,
        lines=lines,
        seal=Seal(FORMAT, plan.id, period.key, agency.id, first, today, asked_for),
    )


def first_day(plan: Plan, period: Period) -> date:
    """The earliest day that a unit may name: of the plan or of the period's figures."""
    return min(plan.validity.first, period.first)


def _keys(tasks: Iterable[Task], lines: Iterable[Line]) -> tuple[str, ...]:
    return (*(one.key for one in tasks), *(one.indicator.id for one in lines), *PARTS)


class _Recorded:
    """What was done by one agency: the documents of each obligation, and sums of figures.

    One reading of its entries tells both. Figures count whatever plan they were recorded for, as
    in the statistics annex.
    """

    def __init__(self, book: Book, agency: str, periods: Sequence[Period], today: date) -> None:
        self.documents: dict[tuple[str, str], dict[str, None]] = {}
        self.sums: list[dict[str, float]] = [{} for _ in periods]
        if book.ledger is None:
            return
        # Nothing is recorded before the day on which it counts.
        since = min(one.first for one in periods)
        mine = Query(agency=agency, kinds=("done",), active=True, upto=book.upto, first=since)
        for entry in book.ledger.find(mine):
            document = entry.content.document
            # What comes later has not happened yet, as for the status beside it.
            known = deciding_day(entry, book.decided_by) <= today
            if document and known and entry.content.plan == book.plan.id:
                self._note(agency, entry, document.number)
            for figure in counted_figures(entry):
                for period, sums in zip(periods, self.sums, strict=True):
                    if period.first <= figure.day < period.end:
                        sums[figure.indicator] = sums.get(figure.indicator, 0) + figure.value

    def _note(self, agency: str, entry: Entry, number: str) -> None:
        for one in bearings_of(entry):
            if one.agency == agency:
                self.documents.setdefault((one.duty, one.period), {})[number] = None


def _tasks(
    book: Book, agency: str, asked: Sequence[Occurrence], recorded: _Recorded, today: date
) -> Iterator[Task]:
    """The lines of tasks in the plan's order."""
    # Not by ``book.records``, which keeps what it read of every agency.
    records = AgencyRecords(book, agency, today, whole=False)
    for one in asked:
        documents = recorded.documents.get((one.duty.id, one.key), {})
        yield Task(one, records.status(one), tuple(documents))


def _lines(plan: Plan, recorded: _Recorded) -> Iterator[Line]:
    """The indicators in the plan's order, with what is recorded of them in each period."""
    for one in plan.indicators:
        if one.unit != RATE:
            yield Line(one, *(sums.get(one.id) for sums in recorded.sums))


def _year_before(plan: Plan, period: Period) -> Period:
    return _reporting(plan, period.name, period.year - 1)


def _before(plan: Plan, period: Period) -> Period:
    """The period of the report before this one."""
    month = int(period.name[1:]) if period.name[0] == "m" else 0
    code, years = _BEFORE.get(period.name, (f"m{month - 1}", 0))
    return _reporting(plan, code, period.year + years)


def _reporting(plan: Plan, code: str, year: int) -> Period:
    known = next(one for one in CODES if one == code)
    return reporting_period(known, year, plan.policy.turnover_day)
