"""From the checked registry and calendar files to domain records, with the faults between lines."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cchc_cli.domain.agencies import Agency, Group, GroupSuccessor, Member, Registry, Successor
from cchc_cli.domain.names import given_names
from cchc_cli.domain.workdays import CalendarYear, SpecialDay, WorkingCalendar
from cchc_cli.plan.faults import Fault, nearest
from cchc_cli.plan.models.calendar import CalendarModel, CalendarYearModel, SpecialDayModel
from cchc_cli.plan.models.registry import AgencyModel, GroupModel, RegistryModel
from cchc_cli.plan.source import KeyPath, Source


def build_registry(model: RegistryModel, source: Source) -> tuple[Registry, tuple[Fault, ...]]:
    """The registry of a checked file, and what is wrong between its entries."""
    registry = Registry(
        model.territory,
        model.place,
        model.source,
        tuple(_agency(one) for one in model.agencies),
        tuple(_group(one) for one in model.groups),
    )
    faults = (
        *duplicate_ids(
            source,
            [
                *((("agencies", at, "id"), one.id) for at, one in enumerate(model.agencies)),
                *((("groups", at, "id"), one.id) for at, one in enumerate(model.groups)),
            ],
        ),
        *_unknown_ids(model, source),
        *_shared_names(registry, source),
        *_validity(model, source),
        *_circles(model, source),
    )
    return registry, faults


def duplicate_ids(source: Source, ids: Iterable[tuple[KeyPath, str]]) -> Iterable[Fault]:
    """A fault for every id that stands a second time."""
    seen: dict[str, KeyPath] = {}
    for path, ident in ids:
        if ident in seen:
            first, _ = source.place(seen[ident])
            yield source.fault("duplicate_id", path, id=ident, first=first)
        seen.setdefault(ident, path)


def unknown_id(
    source: Source, path: KeyPath, ident: str, known: Sequence[str], what: str
) -> Iterable[Fault]:
    """A fault if ``ident`` is none of the known ids; ``what`` says what kind of id it is."""
    if ident not in known:
        yield source.fault(
            "unknown_id", path, what=what, id=ident, nearest=nearest(ident, [*known])
        )


def _agency(model: AgencyModel) -> Agency:
    return Agency(
        id=model.id,
        name=model.name,
        kind=model.kind,
        symbol=model.symbol,
        symbol_assumed=model.symbol_assumed,
        aliases=model.aliases,
        superior=model.superior,
        place=model.place,
        first=model.first,
        end=model.until,
        successors=tuple(
            Successor(one.agency, one.on, one.note, one.matters, one.excludes)
            for one in model.successors
        ),
        note=model.note,
        email=model.email,
    )


def _group(model: GroupModel) -> Group:
    return Group(
        id=model.id,
        name=model.name,
        members=tuple(Member(one.agency, one.first, one.until) for one in model.members),
        includes=model.includes,
        open=model.open,
        roster=model.roster,
        note=model.note,
        successors=tuple(GroupSuccessor(one.group, one.on, one.note) for one in model.successors),
    )


def _unknown_ids(model: RegistryModel, source: Source) -> Iterable[Fault]:
    agencies = [one.id for one in model.agencies]
    groups = [one.id for one in model.groups]
    for at, agency in enumerate(model.agencies):
        if agency.superior is not None:
            path: KeyPath = ("agencies", at, "superior")
            yield from unknown_id(source, path, agency.superior, agencies, "agency")
        for number, successor in enumerate(agency.successors):
            path = ("agencies", at, "successors", number, "agency")
            yield from unknown_id(source, path, successor.agency, agencies, "agency")
    for at, group in enumerate(model.groups):
        for number, member in enumerate(group.members):
            path = ("groups", at, "members", number)
            yield from unknown_id(source, path, member.agency, agencies, "agency")
        for number, part in enumerate(group.includes):
            path = ("groups", at, "includes", number)
            yield from unknown_id(source, path, part, groups, "group")
        for number, follower in enumerate(group.successors):
            path = ("groups", at, "successors", number, "group")
            yield from unknown_id(source, path, follower.group, groups, "group")


def _shared_names(registry: Registry, source: Source) -> Iterable[Fault]:
    """Two agencies that exist on one day may not answer to one name."""
    owners: dict[str, list[Agency]] = {}
    for at, agency in enumerate(registry.agencies):
        names = given_names(agency, registry)
        others = {other.id: (other, name) for name in names for other in owners.get(name, [])}
        for other, name in others.values():
            if other.id != agency.id and _overlap(agency, other):
                path, written = _written(agency, registry, name)
                yield source.fault(
                    "shared_name",
                    ("agencies", at, *path),
                    name=agency.name,
                    other=other.name,
                    key=written,
                )
        for name in names:
            owners.setdefault(name, []).append(agency)


def _written(agency: Agency, registry: Registry, name: str) -> tuple[KeyPath, str]:
    """Where an agency is given that name, as the file writes it."""
    others: list[tuple[KeyPath, str]] = [
        *((("aliases", at), alias) for at, alias in enumerate(agency.aliases)),
        *([(("symbol",), agency.symbol)] if agency.symbol else []),
    ]
    for path, written in others:
        if name in given_names(Agency(agency.id, written, agency.kind), registry):
            return path, written
    return ("name",), agency.name


def _overlap(one: Agency, other: Agency) -> bool:
    starts_before_end = one.end is None or other.first is None or other.first < one.end
    ends_after_start = other.end is None or one.first is None or one.first < other.end
    return starts_before_end and ends_after_start


def _validity(model: RegistryModel, source: Source) -> Iterable[Fault]:
    for at, agency in enumerate(model.agencies):
        if agency.first and agency.until and agency.until <= agency.first:
            yield source.fault("range_order", ("agencies", at, "until"))
    for at, group in enumerate(model.groups):
        for number, member in enumerate(group.members):
            if member.first and member.until and member.until <= member.first:
                yield source.fault("range_order", ("groups", at, "members", number, "until"))


def _circles(model: RegistryModel, source: Source) -> Iterable[Fault]:
    """A group that comes to include itself."""
    includes = {group.id: group.includes for group in model.groups}
    for at, group in enumerate(model.groups):
        reached: set[str] = set()
        waiting = list(group.includes)
        while waiting:
            part = waiting.pop()
            if part not in reached:
                reached.add(part)
                waiting.extend(includes.get(part, ()))
        if group.id in reached:
            yield source.fault("group_circle", ("groups", at, "includes"), id=group.id)


def build_calendar(
    model: CalendarModel, source: Source
) -> tuple[WorkingCalendar, tuple[Fault, ...]]:
    """The calendar of a checked file, and what is wrong between its entries."""
    calendar = WorkingCalendar(model.name, tuple(_year(year) for year in model.years))
    return calendar, (*_year_faults(model, source),)


def _year(model: CalendarYearModel) -> CalendarYear:
    days = tuple(
        SpecialDay(one, day.kind, day.name) for day in model.days for one in _days(day, model.year)
    )
    return CalendarYear(model.year, model.complete, model.source, days)


def _bounds(model: SpecialDayModel) -> tuple[date, ...]:
    return tuple(day for day in (model.date, model.first, model.last) if day is not None)


def _days(model: SpecialDayModel, year: int) -> Iterable[date]:
    """The days of an entry that lie in its year."""
    bounds = _bounds(model)
    first, last = max(bounds[0], date(year, 1, 1)), min(bounds[-1], date(year, 12, 31))
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _year_faults(model: CalendarModel, source: Source) -> Iterable[Fault]:
    seen_years: set[int] = set()
    for at, year in enumerate(model.years):
        if year.year in seen_years:
            yield source.fault("duplicate_year", ("years", at, "year"), year=year.year)
        seen_years.add(year.year)
        seen_days: set[date] = set()
        for number, day in enumerate(year.days):
            path: KeyPath = ("years", at, "days", number)
            outside = [one for one in _bounds(day) if one.year != year.year]
            if outside:
                yield source.fault("day_outside_year", path, day=outside[0], year=year.year)
            again = [one for one in _days(day, year.year) if one in seen_days]
            if again:
                yield source.fault("duplicate_day", path, day=again[0])
            seen_days.update(_days(day, year.year))
