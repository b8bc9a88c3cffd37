"""What a report is made of: everything that is known, ready for a template."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.periods import Period, ReportingCode, reporting_period
from cchc_cli.domain.plan import Duty, Plan, Reference
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.services.duties import Part, part_of

Kind = Literal["periodic", "thematic", "city"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)


class ReportTask(NamedTuple):
    """A duty in a report, with what falls due in the period."""

    duty: Duty
    part: Part
    occurrences: tuple[Occurrence, ...]


class Report(NamedTuple):
    """The contents of a report.

    Attributes:
        author: the agency whose report it is; of the city's report the plan's issuer.
        receiver: the body that it goes to, None if it is not known.
        through: the body that collects it on the way.
        tasks: the author's duties of the period; of the city's report everybody's.
        own_due: deadlines of this very report that the plan names.
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
    own_due: tuple[Occurrence, ...]


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
        raise UsageFault("unknown_period", value=typed, allowed="2021/h1")
    year = int(year_text) if slash else years[-1]
    if year not in years:
        raise NotFound("period_outside_plan", value=typed, first=years[0], last=years[-1])
    return reporting_period(code, year, plan.policy.turnover_day)


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
    if not tasks and agency is not None:
        raise NotFound("nothing_to_report", agency=agency.name, plan=plan.short_title)
    issuer = roster.agencies[plan.document.issuer]
    coordinator = roster.agencies[plan.coordinator]
    by_id = {reference.id: reference for reference in plan.references}
    return Report(
        plan=plan,
        kind=chosen,
        author=agency or issuer,
        receiver=issuer if agency else None,
        through=coordinator if agency and agency.id != coordinator.id else None,
        period=period,
        today=today,
        bases=tuple(by_id[ident] for ident in plan.legal_basis),
        tasks=tasks,
        own_due=tuple(_own_due(tasks, chosen, period)),
    )


def _tasks(
    plan: Plan, agency: Agency | None, roster: Roster, kind: Kind, period: Period
) -> list[ReportTask]:
    day = plan.validity.binding_from
    tasks = []
    for duty in plan.duties:
        if agency is None:
            part: Part | None = Part("requested" if duty.force == "requested" else "implement")
        else:
            part = part_of(duty, agency.id, roster, day)
        if part is None or part.role == "partner":
            continue
        own = part.via is None or not roster.groups[part.via].includes
        if kind == "thematic" and not own:
            continue
        falling = tuple(one for one in occurrences(plan, duty) if _falls_in(one, period))
        if falling:
            tasks.append(ReportTask(duty, part, falling))
    return tasks


def _falls_in(occurrence: Occurrence, period: Period) -> bool:
    """Whether an occurrence is of the period: undated ones always, others by their own end."""
    if occurrence.period is not None and occurrence.period.is_reporting:
        return period.first <= occurrence.period.last < period.end
    if occurrence.deadline is not None:
        return period.first <= occurrence.deadline.last_good < period.end
    return True


def _own_due(tasks: tuple[ReportTask, ...], kind: Kind, period: Period) -> list[Occurrence]:
    if kind == "city":
        return []
    return [
        one
        for task in tasks
        for one in task.occurrences
        if one.deadline is not None and one.period is not None and one.period.key == period.key
    ]
