"""Joint events: one event that several clauses lay on several agencies, counted once."""

from datetime import date

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.plan import Duty, Plan

JointEvent = tuple[Duty, ...]


def joint_events(plan: Plan) -> tuple[JointEvent, ...]:
    """Every duty of the plan once, with those that name the same event, in the plan's order."""
    by_id = {duty.id: duty for duty in plan.duties}
    same: dict[str, set[str]] = {ident: set() for ident in by_id}
    for duty in plan.duties:
        for other in duty.linked("same_event"):
            same[duty.id].add(other)
            same[other].add(duty.id)
    told: set[str] = set()
    events: list[JointEvent] = []
    for duty in plan.duties:
        if duty.id not in told:
            whole = _reached(duty.id, same)
            told |= whole
            events.append(tuple(one for one in plan.duties if one.id in whole))
    return tuple(events)


def _reached(ident: str, same: dict[str, set[str]]) -> set[str]:
    reached, waiting = {ident}, [ident]
    while waiting:
        for other in same[waiting.pop()] - reached:
            reached.add(other)
            waiting.append(other)
    return reached


def speakers(event: JointEvent, agency: str | None, roster: Roster, day: date) -> list[Duty]:
    """The duties of an event, the one that speaks for it first.

    What has ended comes last; an agency's own clause before others, one that binds before one that
    only asks.
    """
    return sorted(
        event,
        key=lambda duty: (
            duty.until is not None,
            agency is not None
            and all(agency not in roster.expand(ident, day) for ident in duty.bearers),
            duty.force == "requested",
        ),
    )


def participants(event: JointEvent, roster: Roster, day: date) -> frozenset[str]:
    """Ids of the agencies that an event binds on ``day``.

    Where several clauses name it, the partners that they name take part as well; not those of a
    clause that has ended by then.
    """
    event = tuple(duty for duty in event if duty.until is None or day < duty.until)
    holders = [ident for duty in event for ident in duty.bearers]
    if len(event) > 1:
        holders += [ident for duty in event for ident in duty.partners]
    return frozenset(one for ident in holders for one in roster.expand(ident, day))
