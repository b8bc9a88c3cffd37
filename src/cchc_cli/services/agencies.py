"""The registry as a person asks about it: who exists on a day, and all about one agency."""

from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Roster
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.succession import predecessors


class AgencyList(NamedTuple):
    """Agencies of a registry.

    Attributes:
        day: the day on which they exist; None lists all that there were.
    """

    registry: Registry
    day: date | None
    agencies: tuple[Agency, ...]


class Belonging(NamedTuple):
    """A group that an agency belongs to, and through which of its parts."""

    group: Group
    member: Member


class AgencyDetail(NamedTuple):
    """All about one agency.

    Attributes:
        before: those that it took over from.
        groups: the groups that list it.
    """

    registry: Registry
    agency: Agency
    before: tuple[Agency, ...]
    groups: tuple[Belonging, ...]


class Naming(NamedTuple):
    """Duties of a plan that name an agency after its last day."""

    plan: str
    agency: str
    duties: tuple[str, ...]


def list_agencies(registry: Registry, day: date | None) -> AgencyList:
    """Agencies that exist on ``day``, or all; in the registry's order."""
    found = tuple(one for one in registry.agencies if day is None or one.exists_on(day))
    return AgencyList(registry, day, found)


def agency_detail(registry: Registry, agency: Agency) -> AgencyDetail:
    """All that the registry says about an agency."""
    groups = tuple(
        Belonging(group, member)
        for group in registry.groups
        for member in group.members
        if member.agency == agency.id
    )
    return AgencyDetail(registry, agency, predecessors(Roster(registry), agency.id), groups)


def still_named(plan: Plan, gone: tuple[str, ...], day: date) -> tuple[Naming, ...]:
    """Duties of a plan running on ``day`` or later that name agencies which then end."""
    if plan.validity.last < day:
        return ()
    found = ((ident, tuple(one.id for one in plan.duties if _names(one, ident))) for ident in gone)
    return tuple(Naming(plan.id, ident, duties) for ident, duties in found if duties)


def _names(duty: Duty, ident: str) -> bool:
    return ident in (*duty.bearers, *duty.partners, duty.report_to, duty.report_through)
