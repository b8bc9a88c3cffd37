"""From checked amendment files to the domain's amendments, with the faults between their lines.

Each is read against the plan as the ones before it leave it, so that a change names a duty that is
there, and the date that it moves.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from cchc_cli.domain.amending import amended, binding
from cchc_cli.domain.fingerprints import readings
from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.plan import Amendment, Document, Duty, Moved, Plan
from cchc_cli.plan.build import build_duty, schedule_faults
from cchc_cli.plan.build_registry import duplicate_ids, unknown_id
from cchc_cli.plan.faults import Fault
from cchc_cli.plan.models.amendment import AmendmentModel, ChangeModel, EndModel, ExtendModel
from cchc_cli.plan.models.plan import DutyModel
from cchc_cli.plan.source import KeyPath, Source

ROLES = ("lead", "implement", "cooperate", "partners")
SAME = (
    "clause", "title", "text", "force", "capacity", *ROLES, "partner_words", "time_words",
    "question", "funding",
)  # fmt: skip
# A duty that a checked entry can be completed to, to be built like any other.
BLANK = {"id": "-", "clause": "-", "title": "-", "text": "-", "schedule": "once", "lead": ("-",)}


class Written(NamedTuple):
    """A checked amendment and the file that it stands in."""

    model: AmendmentModel
    source: Source


def with_amendments(plan: Plan, written: Sequence[Written]) -> tuple[Plan, tuple[Fault, ...]]:
    """The plan with its amendments in the order in which they take effect, and what is wrong."""
    faults: list[Fault] = []
    current, taken = plan, []
    for one in sorted(written, key=lambda one: one.model.since):
        amendment, found = _build(current, one)
        faults += found
        current = amended(current, amendment)
        taken.append(amendment)
        faults += _schedules(current, one)
        faults += _unread(plan, current, one)
    for at, (model, source) in enumerate(written):
        if any(other.model.id == model.id for other in written[:at]):
            faults.append(source.fault("duplicate_amendment", ("id",), id=model.id))
    return plan._replace(amendments=tuple(taken)), tuple(faults)


def _build(plan: Plan, written: Written) -> tuple[Amendment, list[Fault]]:
    model, source = written
    known = {duty.id: duty for duty in binding(plan)}
    faults = [*_entries(plan, known, written), *_agencies(plan, written), *_dates(plan, written)]
    changed = [
        _changed(known[one.duty], one, at, written, faults)
        for at, one in enumerate(model.change)
        if one.duty in known
    ]
    added = [build_duty(one) for one in model.add if one.id not in {one.id for one in plan.duties}]
    document, moved = model.document, []
    for at, extension in enumerate(model.extend):
        if extension.duty in known:
            found = _moved(plan, known[extension.duty], extension, source, ("extend", at))
            if isinstance(found, Fault):
                faults.append(found)
            else:
                moved.append((extension.duty, found))
    return Amendment(
        id=model.id,
        title=model.title,
        document=Document(
            document.type, document.issuer, document.number, document.date, document.signer
        ),
        since=model.since,
        duties=(*changed, *added),
        ended=tuple(one.duty for one in model.end if one.duty in known),
        moved=tuple(moved),
        end=model.plan_to + timedelta(days=1) if model.plan_to else None,
    ), faults


def _changed(
    duty: Duty, change: ChangeModel, at: int, written: Written, faults: list[Fault]
) -> Duty:
    """The duty with what a change says of it."""
    given = change.model_fields_set
    own = {name: getattr(change, name) for name in given if name in DutyModel.model_fields}
    fresh = build_duty(DutyModel.model_construct(**_completed(own)))
    fields: dict[str, Any] = {name: getattr(fresh, name) for name in SAME if name in given}
    for name in ("schedule", "product", "measure", "links"):
        if name in given:
            fields[name] = getattr(fresh, name)
    if "report_to" in given:
        fields |= {"report_to": fresh.report_to, "report_through": fresh.report_through}
    changed = duty._replace(**fields)
    path: KeyPath = ("change", at)
    if not changed.bearers:
        faults.append(written.source.fault("nobody_acts", path))
    if changed == duty:
        faults.append(written.source.warning("changes_nothing", path, id=duty.id))
    return changed


def _completed(own: dict[str, Any]) -> dict[str, Any]:
    """Field values of a whole duty: those that are given, and stand-ins for what it needs."""
    defaults = {
        name: field.get_default(call_default_factory=True)
        for name, field in DutyModel.model_fields.items()
        if not field.is_required()
    }
    return {**defaults, **BLANK, **own}


def _entries(plan: Plan, known: dict[str, Duty], written: Written) -> Iterator[Fault]:
    """Duties that are not there, are there already, or are spoken of twice."""
    model, source = written
    named: list[tuple[KeyPath, str]] = []
    entries: Sequence[tuple[str, Sequence[ChangeModel | EndModel | ExtendModel]]] = (
        ("change", model.change), ("end", model.end), ("extend", model.extend),
    )  # fmt: skip
    for kind, items in entries:
        for at, one in enumerate(items):
            path: KeyPath = (kind, at, "duty")
            yield from unknown_id(source, path, one.duty, [*known], "duty")
            if kind != "extend":
                named.append((path, one.duty))
    before = {duty.id for duty in plan.duties}
    for at, duty in enumerate(model.add):
        path = ("add", at, "id")
        named.append((path, duty.id))
        if duty.id in before:
            yield source.fault("duty_there", path, id=duty.id)
    yield from duplicate_ids(source, named)
    everybody = [*before, *(one.id for one in model.add)]
    for where, item in _duties(model):
        for number, link in enumerate(item.links):
            path = (*where, "links", number, "to")
            yield from unknown_id(source, path, link.to, everybody, "duty")


def _duties(model: AmendmentModel) -> Iterator[tuple[KeyPath, ChangeModel | DutyModel]]:
    """Everything that says how a duty reads from then on, with its path."""
    for at, change in enumerate(model.change):
        yield ("change", at), change
    for at, duty in enumerate(model.add):
        yield ("add", at), duty


def _agencies(plan: Plan, written: Written) -> Iterator[Fault]:
    model, source = written
    agencies = [one.id for one in plan.registry.agencies]
    anybody = agencies + [one.id for one in plan.registry.groups]
    yield from unknown_id(source, ("document", "issuer"), model.document.issuer, agencies, "agency")
    for where, one in _duties(model):
        for role in ROLES:
            for number, ident in enumerate(getattr(one, role)):
                yield from unknown_id(
                    source, (*where, role, number), ident, anybody, "agency_or_group"
                )
        if one.report_to:
            for key, ident in (("to", one.report_to.to), ("through", one.report_to.through)):
                if ident is not None:
                    path: KeyPath = (*where, "report_to", key)
                    yield from unknown_id(source, path, ident, agencies, "agency")


def _dates(plan: Plan, written: Written) -> Iterator[Fault]:
    """An amendment takes effect while the plan holds, and cannot end it before that."""
    model, source = written
    first, last = plan.validity.first, plan.validity.last
    if not plan.validity.holds_on(model.since):
        yield source.fault("date_outside_plan", ("from",), day=model.since, first=first, last=last)
    if model.plan_to and model.plan_to < model.since:
        yield source.fault("range_order", ("plan_to",))


def _moved(
    plan: Plan, duty: Duty, extension: ExtendModel, source: Source, path: KeyPath
) -> Moved | Fault:
    """Which occurrence a moved deadline is about."""
    dated = [one for one in occurrences(plan, duty) if one.deadline is not None]
    typed = extension.period
    chosen = [one for one in dated if typed is None or _is_meant(one, typed)]
    if len(chosen) != 1 or chosen[0].deadline is None:
        keys = [one.key for one in dated]
        code = "extension_period" if keys else "extension_nothing"
        place = (*path, "period" if typed else "duty")
        return source.fault(code, place, id=duty.id, value=typed or "", allowed=keys or None)
    old = chosen[0].deadline.effective
    if extension.last <= old:
        return source.fault("extension_not_later", (*path, "to"), day=extension.last, old=old)
    return Moved(chosen[0].key, extension.last)


def _is_meant(occurrence: Occurrence, typed: str) -> bool:
    key, wanted = occurrence.key.casefold(), typed.strip().casefold()
    return wanted in (key, key.partition("/")[2], key.partition("-")[2])


def _schedules(plan: Plan, written: Written) -> Iterator[Fault]:
    """Schedules of changed and added duties, within the plan as it then is."""
    duties = {duty.id: duty for duty in plan.duties}
    for where, one in _duties(written.model):
        ident = one.duty if isinstance(one, ChangeModel) else one.id
        if ident in duties and "schedule" in one.model_fields_set:
            alone = duties[ident]._replace(since=None, until=None, earlier=(), key=None)
            yield from schedule_faults(plan, alone, written.source, (*where, "schedule"))


def _unread(plan: Plan, current: Plan, written: Written) -> Iterator[Fault]:
    """Duties that were read against the source before they were changed."""
    told = readings(current) if plan.reviews else {}
    for at, one in enumerate(written.model.change):
        if told.get(one.duty) == "changed":
            yield written.source.warning("amended_unread", ("change", at, "duty"), id=one.duty)
