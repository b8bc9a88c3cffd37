"""Loading: a plan file with its registry, calendar and amendments, all their faults at once."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.plan.build import build_plan
from cchc_cli.plan.build_amendments import Written, with_amendments
from cchc_cli.plan.build_registry import build_calendar, build_registry
from cchc_cli.plan.default_days import with_default_years
from cchc_cli.plan.faults import Fault, nearest
from cchc_cli.plan.gate import AnyModel, shown, validate
from cchc_cli.plan.models.amendment import AmendmentModel
from cchc_cli.plan.models.base import FILE_NAME
from cchc_cli.plan.models.calendar import CalendarModel
from cchc_cli.plan.models.plan import PlanModel
from cchc_cli.plan.models.registry import RegistryModel
from cchc_cli.plan.salvage import is_given, salvage
from cchc_cli.plan.source import Source, read_source, read_text

FORMATS = ("cchc-plan/1", "cchc-agencies/1", "cchc-calendar/1", "cchc-amendment/1")
# They stand in for a file that could not be used, so that the plan is compared with itself.
NO_AGENCIES = Registry("", "", "", (), ())
NO_DAYS = WorkingCalendar("")


class Checked(NamedTuple):
    """What came of a file: the plan if it is one and fit for use, and every fault on the way."""

    plan: Plan | None
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return _sound(self.faults)


def _sound(faults: Iterable[Fault]) -> bool:
    return all(fault.severity == "warning" for fault in faults)


def check_file(path: Path) -> Checked:
    """Check a plan, registry, calendar or amendment by what its ``format`` key says it is."""
    return _checked(path, read_source(path))


def check_text(path: Path, text: str) -> Checked:
    """Check what a file would be, read with the files that stand beside ``path``."""
    return _checked(path, read_text(text, str(path)))


def read_registry(path: Path) -> tuple[Registry | None, tuple[Fault, ...]]:
    """The registry of a file, None if it has errors, and every fault."""
    registry, faults = _registry(read_source(path))
    return (registry if _sound(faults) else None), _sorted(faults)


def load_registry(path: Path) -> tuple[Registry | None, tuple[Fault, ...]]:
    """The registry of a file, None if it is no registry, and its faults."""
    source = read_source(path)
    if isinstance(source.data, dict) and source.data.get("format") != "cchc-agencies/1":
        return None, source.faults
    registry, faults = _registry(source)
    return registry, _sorted(faults)


def _checked(path: Path, source: Source) -> Checked:
    if source.data is None:
        return Checked(None, source.faults)
    kind = source.data.get("format") if isinstance(source.data, dict) else None
    if kind == "cchc-agencies/1":
        return Checked(None, _sorted(_registry(source)[1]))
    if kind == "cchc-calendar/1":
        return Checked(None, _sorted(_calendar(source)[1]))
    if kind == "cchc-plan/1":
        return _plan(path, source)
    if kind == "cchc-amendment/1":
        return _alone(path, source)
    return Checked(None, (*source.faults, _unknown_format(source)))


def _unknown_format(source: Source) -> Fault:
    if not isinstance(source.data, dict):
        return source.fault("wrong_kind", (), wanted="mapping", value=shown(source.data))
    if "format" not in source.data:
        return source.fault("missing_key", ("format",), key="format", allowed=list(FORMATS))
    value = shown(source.data["format"])
    near = nearest(value, list(FORMATS))
    return source.fault(
        "not_allowed", ("format",), value=value, allowed=list(FORMATS), nearest=near
    )


def _gated(
    model: type[AnyModel], source: Source
) -> tuple[AnyModel | None, Source, tuple[Fault, ...]]:
    """The model of a source, or of its sound parts, with the source of those and the faults."""
    if source.data is None:
        return None, source, source.faults
    whole, faults = validate(model, source)
    if whole is not None:
        return whole, source, source.faults
    part, rest = salvage(model, source)
    return part, rest, (*source.faults, *faults)


def _plan(path: Path, source: Source) -> Checked:
    model, rest, found = _gated(PlanModel, source)
    beside = read_source(path.with_name(_named(source, "registry", "agencies.yaml")))
    registry, registry_faults = _registry(beside)
    calendar, calendar_faults = _calendar(
        read_source(path.with_name(_named(source, "calendar", "calendar.yaml")))
    )
    found += (*registry_faults, *calendar_faults)
    if model is None:
        return Checked(None, _sorted(found))
    years = range(model.validity.first.year, model.validity.last.year + 1)
    days = with_default_years(calendar or NO_DAYS, years)
    plan, between = build_plan(model, rest, registry or NO_AGENCIES, days)
    for fault in between:
        unread = bool(calendar_faults) and fault.code.startswith("calendar_")
        if not unread and not is_given(fault, source, beside):
            found += (fault,)
    plan, of_amendments = _amended(path, source, plan, model, sound=_sound(found))
    checked = Checked(plan, _sorted((*found, *of_amendments)))
    return checked if checked.sound else checked._replace(plan=None)


def _amended(
    path: Path, source: Source, plan: Plan, model: PlanModel, *, sound: bool
) -> tuple[Plan, tuple[Fault, ...]]:
    """The plan with the amendments that it names; they are compared only with a sound plan."""
    faults: list[Fault] = []
    written = []
    for at, name in enumerate(model.amendments):
        beside = read_source(path.with_name(name))
        found, rest, of_file = _gated(AmendmentModel, beside)
        faults += of_file
        if found is None or of_file:
            continue
        if found.plan != path.name:
            faults.append(
                source.fault("amendment_of_other", ("amendments", at), name=name, plan=found.plan)
            )
        elif name not in model.amendments[:at]:
            written.append(Written(found, rest))
    if not sound or not written:
        return plan, tuple(faults)
    whole, between = with_amendments(plan, written)
    return whole, (*faults, *between)


def _alone(path: Path, source: Source) -> Checked:
    """An amendment: its own faults, and those that the plan finds that it belongs to."""
    model, _, found = _gated(AmendmentModel, source)
    if model is None or found:
        return Checked(None, _sorted(found))
    amended = path.with_name(model.plan)
    plan = read_source(amended)
    listed = plan.data.get("amendments") if isinstance(plan.data, dict) else None
    if plan.data is None:
        fault = source.fault("amended_plan_missing", ("plan",), name=model.plan)
        return Checked(None, (fault,))
    if not isinstance(listed, list) or path.name not in listed:
        fault = source.fault("amendment_unlisted", ("plan",), name=path.name, plan=model.plan)
        return Checked(None, (fault,))
    own = (fault for fault in _plan(amended, plan).faults if fault.file == source.file)
    return Checked(None, _sorted(own))


def _named(source: Source, key: str, default: str) -> str:
    """The file that a plan names for its registry or calendar, if it could be one."""
    name = source.data.get(key) if isinstance(source.data, dict) else None
    return name if isinstance(name, str) and re.fullmatch(FILE_NAME, name) else default


def _registry(source: Source) -> tuple[Registry | None, tuple[Fault, ...]]:
    model, rest, faults = _gated(RegistryModel, source)
    if model is None:
        return None, faults
    registry, between = build_registry(model, rest)
    return registry, (*faults, *(one for one in between if not is_given(one, source)))


def _calendar(source: Source) -> tuple[WorkingCalendar | None, tuple[Fault, ...]]:
    model, rest, faults = _gated(CalendarModel, source)
    if model is None:
        return None, faults
    calendar, between = build_calendar(model, rest)
    return calendar, (*faults, *between)


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults by file and place, each once."""
    ordered = sorted(faults, key=lambda one: (one.file, one.line, one.column, one.code, one.field))
    return tuple(one for at, one in enumerate(ordered) if at == 0 or one != ordered[at - 1])
