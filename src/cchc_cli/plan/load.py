"""Loading: a plan file with its registry and calendar, all faults of the three at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.plan.build import build_plan
from cchc_cli.plan.build_registry import build_calendar, build_registry
from cchc_cli.plan.default_days import with_default_years
from cchc_cli.plan.faults import Fault, nearest
from cchc_cli.plan.gate import validate
from cchc_cli.plan.models.calendar import CalendarModel
from cchc_cli.plan.models.plan import PlanModel
from cchc_cli.plan.models.registry import RegistryModel
from cchc_cli.plan.source import Source, read_source

FORMATS = ("cchc-plan/1", "cchc-agencies/1", "cchc-calendar/1")


class Checked(NamedTuple):
    """What came of a file: the plan if it is one and fit for use, and every fault on the way."""

    plan: Plan | None
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing worse than a warning was found."""
        return all(fault.severity == "warning" for fault in self.faults)


def check_file(path: Path) -> Checked:
    """Check a plan, registry or calendar file by what its ``format`` key says it is."""
    source = read_source(path)
    if source.data is None:
        return Checked(None, source.faults)
    kind = _format(source)
    if kind == "cchc-agencies/1":
        return Checked(None, _registry(source)[1])
    if kind == "cchc-calendar/1":
        return Checked(None, _calendar(source)[1])
    if kind == "cchc-plan/1":
        return _plan(path, source)
    return Checked(None, (*source.faults, _unknown_format(source)))


def _format(source: Source) -> object:
    return source.data.get("format") if isinstance(source.data, dict) else None


def _unknown_format(source: Source) -> Fault:
    if not isinstance(source.data, dict):
        return source.fault("wrong_kind", (), wanted="mapping", value="…")
    if "format" not in source.data:
        return source.fault("missing_key", ("format",), key="format", allowed=list(FORMATS))
    value = source.data["format"]
    return source.fault(
        "not_allowed",
        ("format",),
        value=value,
        allowed=list(FORMATS),
        nearest=nearest(value, list(FORMATS)),
    )


def _plan(path: Path, source: Source) -> Checked:
    model, faults = validate(PlanModel, source)
    named = source.data if isinstance(source.data, dict) else {}
    beside: list[Source] = []
    for key, default in (("registry", "agencies.yaml"), ("calendar", "calendar.yaml")):
        name = named.get(key)
        file = path.parent / (name if isinstance(name, str) else default)
        beside.append(read_source(file))
    registry, registry_faults = _registry(beside[0])
    calendar, calendar_faults = _calendar(beside[1])
    found = [*source.faults, *faults, *registry_faults, *calendar_faults]
    if model is None or registry is None or calendar is None:
        return Checked(None, _sorted(found))
    years = range(model.validity.first.year, model.validity.last.year + 1)
    plan, between = build_plan(model, source, registry, with_default_years(calendar, years))
    checked = Checked(plan, _sorted([*found, *between]))
    return checked if checked.sound else checked._replace(plan=None)


def _registry(source: Source) -> tuple[Registry | None, tuple[Fault, ...]]:
    if source.data is None:
        return None, source.faults
    model, faults = validate(RegistryModel, source)
    if model is None:
        return None, _sorted([*source.faults, *faults])
    registry, between = build_registry(model, source)
    found = _sorted([*source.faults, *between])
    return (None if found else registry), found


def _calendar(source: Source) -> tuple[WorkingCalendar | None, tuple[Fault, ...]]:
    if source.data is None:
        return None, source.faults
    model, faults = validate(CalendarModel, source)
    if model is None:
        return None, _sorted([*source.faults, *faults])
    calendar, between = build_calendar(model, source)
    found = _sorted([*source.faults, *between])
    return (None if found else calendar), found


def _sorted(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by file and place."""
    unique = {(one.file, one.line, one.column, one.code, one.field): one for one in faults}
    return tuple(unique[key] for key in sorted(unique))
