"""What a report is made of: everything that is known, ready for a template."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.entries import NarrativePart
from cchc_cli.domain.joint import JointEvent, joint_events, speakers
from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Duty, Plan, Reference
from cchc_cli.domain.schedules import Dated, Reports
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.ledger.protocol import Head, Query
from cchc_cli.services.book import Book, book_of
from cchc_cli.services.city import City, city_of
from cchc_cli.services.closing import Closed, find_closed
from cchc_cli.services.duties import Part, first_day, part_of
from cchc_cli.services.figures import FigureRow, figure_rows
from cchc_cli.services.occasions import falls_in, parse_period
from cchc_cli.services.status import DutyCounts, Standing, by_duty, of_agency

Kind = Literal["periodic", "thematic", "city"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class ReportTask(NamedTuple):
    """A duty in a report, with what falls due in the period.

    Attributes:
        also: other duties that name the same event.
        standings: how the author stands with each occurrence, where a ledger tells.
        counts: of the city's report, how all who bear them stand.
        documents: numbers of the documents behind what was done.
    """

    duty: Duty
    part: Part
    occurrences: tuple[Occurrence, ...]
    also: tuple[Duty, ...] = ()
    standings: tuple[Standing, ...] = ()
    counts: tuple[DutyCounts, ...] = ()
    documents: tuple[str, ...] = ()


class Words(NamedTuple):
    """What somebody recorded as words for a report; ``agency`` is None for the city's own."""

    agency: str | None
    text: str
    entry: int


class Report(NamedTuple):
    """The contents of a report.

    Attributes:
        author: the agency whose report it is; of the city's report the plan's issuer.
        receiver: the body that it goes to, None if the plan names none.
        through: the body that collects it on the way.
        tasks: the author's duties of the period; of the city's report everybody's.
        figures: the statistics annex.
        narratives: recorded words by part of the report.
        closed: how the period was closed; the report is then as of that day.
        head: the end of the chain that the report rests on; None without a ledger.
        city: of the city's report how its units stand; None of others and without a ledger.
    """

    plan: Plan
    kind: Kind
    author: Agency
    receiver: Agency | None
    through: Agency | None
    period: Period
    today: date
    bases: tuple[Reference, ...]
    tasks: tuple[ReportTask, ...]
    figures: tuple[FigureRow, ...] = ()
    narratives: Mapping[NarrativePart, tuple[Words, ...]] = MappingProxyType({})
    closed: Closed | None = None
    head: Head | None = None
    city: City | None = None


def compose(
    source: Plan | Book, typed_period: str, today: date, agency: Agency | None, kind: Kind | None
) -> Report:
    """The contents of a report for a period, as of its closing where it was closed.

    Without an agency it is the city's report, drafted by the plan's co-ordinator for the issuer.

    Raises:
        UsageFault: for an unknown period, a city report of an agency, or the other way round.
        NotFound: if an agency has no duty to report on.
    """
    book, plan = book_of(source), book_of(source).plan
    period = parse_period(plan, typed_period)
    closed = find_closed(plan, book.ledger, period) if book.upto is None else None
    if closed is not None:
        book, today = Book(plan, book.ledger, closed.entry.id), closed.day
    chosen = kind or ("periodic" if agency else "city")
    if (chosen == "city") != (agency is None):
        raise UsageFault(
            "kind_needs_agency" if agency is None else "kind_without_agency", kind=kind
        )
    roster = book.roster
    tasks = tuple(_tasks(book, agency, chosen, period, today))
    if agency is not None and _only_requested(plan, agency, roster):
        raise UsageFault("only_requested", agency=agency.name)
    if not tasks and agency is not None:
        raise NotFound("nothing_to_report", agency=agency.name, plan=plan.short_title)
    issuer = roster.agencies[plan.document.issuer]
    coordinator = roster.agencies[plan.coordinator]
    by_id = {reference.id: reference for reference in plan.references}
    return Report(
        plan=plan,
        kind=chosen,
        author=agency or issuer,
        receiver=issuer if agency else _above(plan, period, roster),
        through=coordinator if agency and agency.id != coordinator.id else None,
        period=period,
        today=today,
        bases=tuple(by_id[ident] for ident in plan.legal_basis),
        tasks=tasks,
        figures=figure_rows(book, period, agency.id if agency else None),
        narratives=_narratives(book, period, agency),
        closed=closed,
        head=_head(book),
        city=_city(book, tasks, period, today) if agency is None else None,
    )


def _city(book: Book, tasks: tuple[ReportTask, ...], period: Period, today: date) -> City | None:
    """How the units stand by what is counted of each task."""
    counted = (one for task in tasks for one in task.counts)
    return city_of(book, counted, period, today) if book.ledger is not None else None


def _head(book: Book) -> Head | None:
    """The end of the chain as far as the book reads it; None where that is nothing."""
    if book.ledger is None:
        return None
    if book.upto is None:
        return book.ledger.head()
    entry = book.ledger.entry(book.upto)
    return Head(entry.id, entry.hash, entry.recorded) if entry else None


def _narratives(
    book: Book, period: Period, agency: Agency | None
) -> Mapping[NarrativePart, tuple[Words, ...]]:
    """Words recorded for a period: an agency's own; for the city everybody's."""
    found: dict[NarrativePart, tuple[Words, ...]] = {}
    for entry in book.entries(Query(kinds=("narrative",))):
        content = entry.content
        mine = agency is None or content.agency == agency.id
        if mine and content.period == period.key and content.part and content.text:
            words = Words(content.agency, content.text, entry.id)
            found[content.part] = (*found.get(content.part, ()), words)
    return found


def _tasks(
    book: Book, agency: Agency | None, kind: Kind, period: Period, today: date
) -> list[ReportTask]:
    plan, roster = book.plan, book.roster
    day = min(max(period.last, plan.validity.binding_from), plan.validity.last)
    tasks = []
    for event in joint_events(plan):
        told = []
        for duty in speakers(event, agency.id if agency else None, roster, day):
            part = _share(event, duty, agency, roster, day)
            falling = tuple(one for one in book.occurrences(duty) if falls_in(one, period))
            fits = part is not None and (kind != "thematic" or _of_subject(duty, part, roster))
            if part is not None and fits and falling:
                others = tuple(other for other in event if other is not duty)
                told.append(ReportTask(duty, part, falling, others))
        # The first that knows a date speaks for the event, as in the list of deadlines.
        for task in sorted(told, key=_undated)[:1]:
            tasks.append(_accounted(book, task, agency, today))
    order = {duty.id: at for at, duty in enumerate(plan.duties)}
    return sorted(tasks, key=lambda task: order[task.duty.id])


def _accounted(book: Book, task: ReportTask, agency: Agency | None, today: date) -> ReportTask:
    """A task with what the ledger tells of it."""
    if book.ledger is None:
        return task
    if agency is None:
        return task._replace(counts=by_duty(book, task.occurrences, today))
    standings = of_agency(book, agency, task.occurrences, today, whole=True)
    entries = [book.ledger.entry(number) for one in standings for number in one.status.entries]
    documents = (entry.content.document for entry in entries if entry)
    numbers = dict.fromkeys(document.number for document in documents if document)
    return task._replace(standings=standings, documents=tuple(numbers))


def _undated(task: ReportTask) -> bool:
    return all(one.deadline is None for one in task.occurrences)


def _share(
    event: JointEvent, duty: Duty, agency: Agency | None, roster: Roster, day: date
) -> Part | None:
    """The share that an agency has in a duty; partners have one only in joint events."""
    if agency is None:
        return Part("requested" if duty.force == "requested" else "implement")
    parts = [part for one in event if (part := part_of(one, agency.id, roster, day))]
    if own := part_of(duty, agency.id, roster, day):
        parts.insert(0, own)
    part = next((one for one in parts if one.role != "partner"), parts[0] if parts else None)
    return None if part and part.role == "partner" and len(event) == 1 else part


def _of_subject(duty: Duty, part: Part, roster: Roster) -> bool:
    """Whether a duty belongs into a report by subject: one's own, and no report itself."""
    reports = duty.report_to is not None and isinstance(duty.schedule, Dated | Reports)
    return not reports and (part.via is None or not roster.groups[part.via].includes)


def _only_requested(plan: Plan, agency: Agency, roster: Roster) -> bool:
    """Whether nothing at all is laid on an agency, though something is asked of it."""
    parts = (
        part_of(duty, agency.id, roster, day)
        for duty in plan.duties
        for day in (first_day(plan, agency), plan.validity.last)
    )
    return {part.role for part in parts if part} - {"partner"} == {"requested"}


def _above(plan: Plan, period: Period, roster: Roster) -> Agency | None:
    """Whom the issuer itself reports to for this period, by the co-ordinator's duties."""
    for duty in plan.duties:
        to = duty.report_to
        if to is not None and to != plan.document.issuer and plan.coordinator in duty.bearers:
            for one in occurrences(plan, duty):
                if one.period is not None and one.period.key == period.key:
                    return roster.agencies[to]
    return None
