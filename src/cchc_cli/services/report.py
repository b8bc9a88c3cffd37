"""What a report is made of: everything that is known, ready for a template."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.joint import JointEvent, joint_events, speakers
from cchc_cli.domain.occurrences import Occurrence, deciding_day, occurrences
from cchc_cli.domain.periods import Period, ReportingCode, nominal_span, reporting_period
from cchc_cli.domain.plan import Duty, Plan, Reference
from cchc_cli.domain.schedules import Dated, Reports, Window
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.services.duties import Part, first_day, part_of

Kind = Literal["periodic", "thematic", "city"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)


class ReportTask(NamedTuple):
    """A duty in a report, with what falls due in the period.

    Attributes:
        also: other duties that name the same event.
    """

    duty: Duty
    part: Part
    occurrences: tuple[Occurrence, ...]
    also: tuple[Duty, ...] = ()


class Report(NamedTuple):
    """The contents of a report.

    Attributes:
        author: the agency whose report it is; of the city's report the plan's issuer.
        receiver: the body that it goes to, None if the plan names none.
        through: the body that collects it on the way.
        tasks: the author's duties of the period; of the city's report everybody's.
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


def parse_period(plan: Plan, typed: str) -> Period:
    """The reporting period meant by ``h1`` or, with a year, ``2021/h1``.

    Raises:
        UsageFault: if there is no such period; ``q2`` and ``q4`` are refused with the reason.
        NotFound: if the year lies outside the plan.
    """
    year_text, slash, code_text = typed.strip().casefold().rpartition("/")
    code = next((one for one in CODES if one == code_text), None)
    if code is None:
        reason = "no_such_quarter" if code_text in ("q2", "q4") else "unknown_period"
        raise UsageFault(reason, value=typed, allowed=", ".join(CODES[:6]) + ", m1 … m12")
    years = range(plan.validity.first.year, plan.validity.last.year + 1)
    if slash and not year_text.isdecimal():
        allowed = ", ".join(f"{plan.validity.last.year}/{code}" for code in CODES[:6])
        raise UsageFault("unknown_period", value=typed, allowed=allowed)
    year = int(year_text) if slash else years[-1]
    if year not in years:
        raise NotFound("period_outside_plan", value=typed, years=_span(years))
    return reporting_period(code, year, plan.policy.turnover_day)


def _span(years: range) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def compose(
    plan: Plan, typed_period: str, today: date, agency: Agency | None, kind: Kind | None
) -> Report:
    """The contents of a report for a period.

    Without an agency it is the city's report, drafted by the plan's co-ordinator for the issuer.

    Raises:
        UsageFault: for an unknown period, a city report of an agency, or the other way round.
        NotFound: if an agency has no duty to report on.
    """
    period = parse_period(plan, typed_period)
    chosen = kind or ("periodic" if agency else "city")
    if (chosen == "city") != (agency is None):
        raise UsageFault(
            "kind_needs_agency" if agency is None else "kind_without_agency", kind=kind
        )
    roster = Roster(plan.registry)
    tasks = tuple(_tasks(plan, agency, roster, chosen, period))
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
    )


def _tasks(
    plan: Plan, agency: Agency | None, roster: Roster, kind: Kind, period: Period
) -> list[ReportTask]:
    day = min(max(period.last, plan.validity.binding_from), plan.validity.last)
    tasks = []
    for event in joint_events(plan):
        told = []
        for duty in speakers(event, agency.id if agency else None, roster, day):
            part = _share(event, duty, agency, roster, day)
            falling = tuple(one for one in occurrences(plan, duty) if _falls_in(one, period))
            fits = part is not None and (kind != "thematic" or _of_subject(duty, part, roster))
            if part is not None and fits and falling:
                others = tuple(other for other in event if other is not duty)
                told.append(ReportTask(duty, part, falling, others))
        # The first that knows a date speaks for the event, as in the list of deadlines.
        tasks.extend(sorted(told, key=_undated)[:1])
    order = {duty.id: at for at, duty in enumerate(plan.duties)}
    return sorted(tasks, key=lambda task: order[task.duty.id])


def _undated(task: ReportTask) -> bool:
    return all(one.deadline is None for one in task.occurrences)


def _share(
    event: JointEvent, duty: Duty, agency: Agency | None, roster: Roster, day: date
) -> Part | None:
    """The share that an agency has in a duty; partners have one only in joint events."""
    if agency is None:
        return Part("requested" if duty.force == "requested" else "implement")
    parts = (part_of(one, agency.id, roster, day) for one in (duty, *event))
    part = next((one for one in parts if one), None)
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


def _falls_in(occurrence: Occurrence, period: Period) -> bool:
    """Whether an occurrence is of the period.

    Undated ones always are; reports by the cut-off of their figures; weeks, quarters and dates by
    the months that the period is named after; a window as long as it is open in those months.
    """
    if occurrence.period is not None and occurrence.period.is_reporting:
        return period.first <= occurrence.period.last < period.end
    first, end = nominal_span(period)
    schedule = occurrence.duty.schedule
    if isinstance(schedule, Window):
        return schedule.first < end and first <= schedule.last
    if occurrence.period is not None:
        return first <= deciding_day(occurrence.period) < end
    return occurrence.deadline is None or first <= occurrence.deadline.last_good < end
