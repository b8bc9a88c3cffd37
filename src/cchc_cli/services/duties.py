"""Who owes what: the duties of a plan, of an agency or of a group."""

from datetime import date
from difflib import get_close_matches
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Roster
from cchc_cli.domain.joint import joint_events, participants
from cchc_cli.domain.locators import find_duty, under_clause
from cchc_cli.domain.names import bare
from cchc_cli.domain.occurrences import Occurrence, bearer_ids, occurrences
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import Rhythm
from cchc_cli.errors import NotFound

Role = Literal["lead", "implement", "cooperate", "requested", "partner"]
ROLES: tuple[Role, ...] = ("lead", "implement", "cooperate", "requested", "partner")
HOLDERS: tuple[Role, ...] = ("lead", "implement", "cooperate")


class Part(NamedTuple):
    """The part that an agency has in a duty, and the group through which it has it."""

    role: Role
    via: str | None = None


class DutyRow(NamedTuple):
    """A duty in a list.

    Attributes:
        part: the part of the agency that was asked for; of the first bearer otherwise.
        bearers: how many agencies bear the duty.
        open: whether others may bear it that no list names.
    """

    duty: Duty
    part: Part
    bearers: int
    open: bool


class Choices(NamedTuple):
    """What to list; None chooses everything."""

    agency: Agency | None = None
    role: Role | None = None
    group: Group | None = None
    clause: str | None = None
    rhythm: Rhythm | None = None
    search: str | None = None


class DutyList(NamedTuple):
    """The duties chosen; own ones first, then those borne through a group, then partnerships."""

    plan: Plan
    agency: Agency | None
    rows: tuple[DutyRow, ...]


class DutyDetail(NamedTuple):
    """All about one duty.

    Attributes:
        bearers: ids of the agencies that bear it.
        together: how many take part in the event that other clauses name as well; 0 if none does.
        open: groups among its bearers whose list is open or still to be filled.
        linked_from: duties that name this one.
    """

    plan: Plan
    duty: Duty
    bearers: tuple[str, ...]
    together: int
    open: tuple[Group, ...]
    occurrences: tuple[Occurrence, ...]
    linked_from: tuple[Duty, ...]


def part_of(duty: Duty, agency: str, roster: Roster, day: date) -> Part | None:
    """The part that an agency has in a duty on ``day``; None if it has none."""
    for role in HOLDERS:
        for holder in getattr(duty, role):
            if agency in roster.expand(holder, day):
                shown: Role = "requested" if duty.force == "requested" else role
                return Part(shown, holder if holder in roster.groups else None)
    for partner in duty.partners:
        if agency in roster.expand(partner, day):
            return Part("partner", partner if partner in roster.groups else None)
    return None


def first_day(plan: Plan, agency: Agency | None) -> date:
    """The first day on which the plan can bind an agency, which may begin later than the plan."""
    day = plan.validity.binding_from
    if agency is None or agency.first is None:
        return day
    return min(max(day, agency.first), plan.validity.last)


def list_duties(plan: Plan, choices: Choices) -> DutyList:
    """The duties of a plan that fit every choice.

    Raises:
        NotFound: if nothing in the plan stands at the chosen clause.
    """
    roster = Roster(plan.registry)
    day = first_day(plan, choices.agency)
    duties = plan.duties
    if choices.clause is not None:
        duties = under_clause(plan, choices.clause)
        if not duties:
            raise NotFound("no_clause", clause=choices.clause, known=_clauses(plan))
    rows = [
        row
        for duty in duties
        if duty.until is None
        and _fits(duty, choices)
        and (row := _row(duty, choices, roster, day)) is not None
    ]
    if choices.agency is not None:
        rows.sort(key=lambda row: _section(row.part))
    return DutyList(plan, choices.agency, tuple(rows))


def _section(part: Part) -> int:
    if part.role == "partner":
        return 3
    if part.role == "requested":
        return 2
    return 0 if part.via is None else 1


def _clauses(plan: Plan) -> str:
    return ", ".join(dict.fromkeys(".".join(duty.clause.split(".")[:2]) for duty in plan.duties))


def _fits(duty: Duty, choices: Choices) -> bool:
    if choices.rhythm is not None and duty.schedule.rhythm != choices.rhythm:
        return False
    if choices.group is not None and choices.group.id not in duty.bearers + duty.partners:
        return False
    if choices.search is None:
        return True
    product = duty.product.name if duty.product else ""
    text = f" {bare(f'{duty.id} {duty.title} {duty.text} {product}')} "
    return all(word in text for word in bare(choices.search).split())


def _row(duty: Duty, choices: Choices, roster: Roster, day: date) -> DutyRow | None:
    if choices.agency is not None:
        part = part_of(duty, choices.agency.id, roster, day)
    else:
        part = Part(_first_role(duty))
    if part is None:
        return None
    if choices.role is not None and choices.role != part.role:
        return None
    return DutyRow(duty, part, len(bearer_ids(duty, roster, day)), bool(_open(duty, roster)))


def _first_role(duty: Duty) -> Role:
    if duty.force == "requested":
        return "requested"
    return next(role for role in HOLDERS if getattr(duty, role))


def _open(duty: Duty, roster: Roster) -> tuple[Group, ...]:
    return tuple(group for holder in duty.bearers for group in roster.open_parts(holder))


def show_duty(plan: Plan, locator: str) -> DutyDetail:
    """All about the duty at ``locator``.

    Raises:
        NotFound: if the plan has no such duty; the nearest ids stand in the error.
    """
    duty = require_duty(plan, locator)
    roster = Roster(plan.registry)
    linked_from = tuple(one for one in plan.duties if any(link.to == duty.id for link in one.links))
    day = plan.validity.binding_from
    event = next(one for one in joint_events(plan) if duty in one)
    return DutyDetail(
        plan,
        duty,
        bearer_ids(duty, roster, day),
        len(participants(event, roster, day)) if len(event) > 1 else 0,
        _open(duty, roster),
        occurrences(plan, duty),
        linked_from,
    )


def require_duty(plan: Plan, locator: str) -> Duty:
    """The duty with that id.

    Raises:
        NotFound: if the plan has no such duty; the nearest ids stand in the error.
    """
    duty = find_duty(plan, locator)
    if duty is not None:
        return duty
    below = [one.id for one in under_clause(plan, locator)]
    near = below or get_close_matches(locator, [one.id for one in plan.duties], n=4, cutoff=0.4)
    raise NotFound("no_duty", id=locator, nearest=", ".join(near))
