"""From the checked plan file to the domain's plan, with the faults between lines.

Only what types cannot say is looked at here: ids that nobody has, dates outside the plan,
schedules that yield nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.fingerprints import to_review
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import (
    Annex,
    Channel,
    ContextNote,
    Document,
    Duty,
    Funding,
    Indicator,
    Link,
    Measure,
    Plan,
    Product,
    Recipient,
    Reference,
    Relation,
    Requirement,
    Review,
    Statement,
    Target,
    Topic,
    TopicItem,
    Validity,
)
from cchc_cli.domain.schedules import Dated, Every, Window
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.plan.build_registry import duplicate_ids, unknown_id
from cchc_cli.plan.faults import Fault
from cchc_cli.plan.models.plan import Bearers, DutyModel, PlanModel, RelationModel, TaskModel
from cchc_cli.plan.shorthand import parse_schedule
from cchc_cli.plan.source import KeyPath, Source

TITLE_WIDTH = 90


def build_plan(
    model: PlanModel, source: Source, registry: Registry, calendar: WorkingCalendar
) -> tuple[Plan, tuple[Fault, ...]]:
    """The plan of a checked file, and what is wrong between its lines.

    The plan is fit for use only if no fault is an error.
    """
    placed = tuple(_placed_duties(model))
    plan = _plan(model, registry, calendar, tuple(duty for _, duty in placed))
    faults = [
        *duplicate_ids(source, ((path, duty.id) for path, duty in placed)),
        *_duplicate_records(model, source),
        *_unknown_agencies(model, source, registry),
        *_unknown_records(model, source),
        *_links(model, source, {duty.id for duty in plan.duties}),
        *_calendar(plan, source),
        *_in_force(plan, source),
        *_unread(plan, source, {duty.id: path for path, duty in placed}),
    ]
    for path, duty in placed:
        faults.extend(schedule_faults(plan, duty, source, _time_path(path)))
    return plan, tuple(faults)


def _plan(
    model: PlanModel, registry: Registry, calendar: WorkingCalendar, duties: tuple[Duty, ...]
) -> Plan:
    validity, document, funding = model.validity, model.document, model.funding
    return Plan(
        id=model.id,
        title=model.title,
        short_title=model.short_title,
        subject=model.subject,
        document=Document(
            document.type, document.issuer, document.number, document.date, document.signer
        ),
        validity=Validity(
            validity.first,
            validity.last + timedelta(days=1),
            validity.in_force,
            validity.in_force_reason,
        ),
        coordinator=model.coordinator,
        policy=Policy(**dict(model.policy)),
        duties=duties,
        registry=registry,
        calendar=calendar,
        parent=_relation(model.parent) if model.parent else None,
        children=tuple(_relation(one) for one in model.children),
        theme=model.theme,
        legal_basis=model.legal_basis,
        references=tuple(
            Reference(one.id, one.number, one.type, one.issuer, one.date, one.subject, one.cited_at)
            for one in model.references
        ),
        purposes=tuple(Statement(one.clause, one.text) for one in model.purposes),
        requirements=tuple(
            Requirement(one.clause, one.text, Target(**dict(one.target)) if one.target else None)
            for one in model.requirements
        ),
        topics=tuple(
            Topic(
                one.id,
                one.clause,
                one.title,
                tuple(TopicItem(item.text, item.expected) for item in one.items),
            )
            for one in model.topics
        ),
        channels=tuple(Channel(**dict(one)) for one in model.channels),
        indicators=tuple(Indicator(**dict(one)) for one in model.indicators),
        locator_aliases=tuple(model.locator_aliases.items()),
        annexes=tuple(Annex(one.id, one.title) for one in model.annexes),
        funding=Funding(funding.text, funding.reference) if funding else None,
        recipients=tuple(Recipient(one.name, one.purpose) for one in model.recipients),
        reviews=tuple(_reviews(model)),
        context=tuple(ContextNote(one.clause, one.reason, one.words) for one in model.context),
    )


def _reviews(model: PlanModel) -> Iterator[Review]:
    """What each session of reading says of each duty."""
    for one in model.reviews:
        for duty, prints in one.duties.items():
            encoded, _, words = prints.partition(" ")
            yield Review(duty, one.reviewer, one.day, words or None, encoded)


def _relation(model: RelationModel) -> Relation:
    return Relation(model.plan, model.clause)


def _placed_duties(model: PlanModel) -> Iterator[tuple[KeyPath, Duty]]:
    """Every duty with the path of its id: those of the body, then the rows of the annexes."""
    for at, duty in enumerate(model.duties):
        yield ("duties", at, "id"), build_duty(duty)
    for number, annex in enumerate(model.annexes):
        for at, task in enumerate(annex.tasks):
            yield ("annexes", number, "tasks", at, "no"), _task(annex.id, task)


def build_duty(model: DutyModel) -> Duty:
    """The duty of a checked entry."""
    product, report_to = model.product, model.report_to
    return Duty(
        id=model.id,
        clause=model.clause,
        title=model.title,
        text=model.text,
        schedule=parse_schedule(model.schedule),
        force=model.force,
        lead=model.lead,
        implement=model.implement,
        cooperate=model.cooperate,
        partners=model.partners,
        capacity=model.capacity,
        partner_words=model.partner_words,
        product=Product(product.name, product.count, product.alternatives) if product else None,
        measure=Measure(**dict(model.measure)) if model.measure else None,
        time_words=model.time_words,
        report_to=report_to.to if report_to else None,
        report_through=report_to.through if report_to else None,
        links=tuple(Link(one.to, one.kind, one.note) for one in model.links),
        question=model.question,
        funding=model.funding,
    )


def _task(annex: str, model: TaskModel) -> Duty:
    return Duty(
        id=f"{annex}.{model.no}",
        clause=annex,
        title=_shortened(model.content),
        text=model.content,
        schedule=parse_schedule(model.time),
        lead=model.lead,
        implement=model.implement,
        cooperate=model.cooperate,
        partners=model.partners,
        partner_words=model.partner_words,
        product=Product(model.product) if model.product else None,
        time_words=model.time_words,
        funding=model.funding,
    )


def _shortened(content: str) -> str:
    """A title out of a long text: as many whole words as fit."""
    if len(content) <= TITLE_WIDTH:
        return content
    start = content[: TITLE_WIDTH - 1]
    words, _, _ = start.rpartition(" ")
    return f"{(words or start).rstrip(' ,;:')}…"


def _bearers(model: Bearers) -> dict[str, tuple[str, ...]]:
    return {name: getattr(model, name) for name in ("lead", "implement", "cooperate", "partners")}


def _duplicate_records(model: PlanModel, source: Source) -> Iterator[Fault]:
    """Ids that stand twice in one kind; each kind is a namespace of its own."""
    for kind in ("references", "topics", "channels", "indicators", "annexes"):
        records = enumerate(getattr(model, kind))
        yield from duplicate_ids(source, (((kind, at, "id"), record.id) for at, record in records))


def _unknown_agencies(model: PlanModel, source: Source, registry: Registry) -> Iterator[Fault]:
    agencies = [one.id for one in registry.agencies]
    anybody = agencies + [one.id for one in registry.groups]
    yield from unknown_id(source, ("document", "issuer"), model.document.issuer, agencies, "agency")
    yield from unknown_id(source, ("coordinator",), model.coordinator, agencies, "agency")
    bearers: list[tuple[KeyPath, Bearers]] = [
        *((("duties", at), duty) for at, duty in enumerate(model.duties)),
        *(
            (("annexes", number, "tasks", at), task)
            for number, annex in enumerate(model.annexes)
            for at, task in enumerate(annex.tasks)
        ),
    ]
    for path, bearer in bearers:
        for role, idents in _bearers(bearer).items():
            for number, ident in enumerate(idents):
                where = (*path, role, number)
                yield from unknown_id(source, where, ident, anybody, "agency_or_group")
    for at, duty in enumerate(model.duties):
        if duty.report_to:
            where = ("duties", at, "report_to")
            for key, receiver in (("to", duty.report_to.to), ("through", duty.report_to.through)):
                if receiver is not None:
                    yield from unknown_id(source, (*where, key), receiver, agencies, "agency")


def _unknown_records(model: PlanModel, source: Source) -> Iterator[Fault]:
    references = [one.id for one in model.references]
    channels = [one.id for one in model.channels]
    for at, ident in enumerate(model.legal_basis):
        yield from unknown_id(source, ("legal_basis", at), ident, references, "reference")
    if model.funding and model.funding.reference:
        where: KeyPath = ("funding", "reference")
        yield from unknown_id(source, where, model.funding.reference, references, "reference")
    for at, indicator in enumerate(model.indicators):
        if indicator.channel is not None:
            where = ("indicators", at, "channel")
            yield from unknown_id(source, where, indicator.channel, channels, "channel")


def _links(model: PlanModel, source: Source, duties: set[str]) -> Iterator[Fault]:
    for at, duty in enumerate(model.duties):
        for number, link in enumerate(duty.links):
            path: KeyPath = ("duties", at, "links", number, "to")
            if link.to == duty.id:
                yield source.fault("link_to_itself", path, id=duty.id)
            yield from unknown_id(source, path, link.to, sorted(duties), "duty")


def _calendar(plan: Plan, source: Source) -> Iterator[Fault]:
    for year in range(plan.validity.first.year, plan.validity.last.year + 1):
        covered = plan.calendar.covering(date(year, 1, 1))
        if covered is None:
            yield source.fault("calendar_uncovered", ("calendar",), year=year)
        elif covered.default:
            yield source.warning("calendar_default", ("calendar",), year=year)


def _in_force(plan: Plan, source: Source) -> Iterator[Fault]:
    """A plan may be issued before its first day, but not bind only after its last."""
    validity = plan.validity
    if validity.in_force and validity.in_force > validity.last:
        yield source.fault(
            "date_outside_plan",
            ("validity", "in_force"),
            day=validity.in_force,
            first=validity.first,
            last=validity.last,
        )


def _unread(plan: Plan, source: Source, paths: dict[str, KeyPath]) -> Iterator[Fault]:
    """Duties that have changed since they were read against the source, and reviews of none."""
    changed = {duty.id for duty in to_review(plan)}
    last = {one.duty: one for one in plan.reviews}
    for ident, one in last.items():
        if ident in changed:
            name, day = one.reviewer, one.day
            yield source.warning("review_stale", paths[ident], id=ident, name=name, day=day)
        elif ident not in paths:
            yield source.warning("review_unknown", ("reviews",), id=ident)


def _time_path(path: KeyPath) -> KeyPath:
    """Where the schedule of a duty stands, by the path of its id."""
    return (*path[:-1], "time" if path[0] == "annexes" else "schedule")


def schedule_faults(plan: Plan, duty: Duty, source: Source, where: KeyPath) -> Iterable[Fault]:
    """Dates of a schedule outside the plan, or a schedule that yields nothing.

    Args:
        plan: the plan that the duty belongs to.
        duty: the duty.
        source: the file that says so.
        where: the path of the schedule in it.
    """
    first, last = plan.validity.first, plan.validity.last
    outside = [day for day in _days(plan, duty) if not plan.validity.holds_on(day)]
    if outside:
        yield source.fault("date_outside_plan", where, day=outside[0], first=first, last=last)
    elif not occurrences(plan, duty):
        yield source.fault("schedule_empty", where, first=plan.validity.binding_from, last=last)


def _days(plan: Plan, duty: Duty) -> tuple[date, ...]:
    """The days that a schedule names and that have to lie within the plan.

    A report may be due after the plan's end if the period that it counts for ends within.
    """
    schedule = duty.schedule
    if isinstance(schedule, Dated):
        if schedule.counts_for is None or schedule.day <= plan.validity.last:
            return (schedule.day,)
        (occurrence,) = occurrences(plan, duty)
        within = occurrence.period is not None and plan.validity.holds_on(occurrence.period.last)
        return () if within else (schedule.day,)
    if isinstance(schedule, Window):
        return (schedule.first, schedule.last)
    if isinstance(schedule, Every):
        return tuple(day for day in (schedule.first, schedule.last) if day is not None)
    return ()
