"""The version of a plan that is in force on a day: as issued, with its amendments until then.

What came due before an amendment took effect stays as the words of that time had it: a duty
carries its earlier versions, and ``domain.occurrences`` gives each period to the version in force
on the period's last day, the day that also decides who bears it. A date that is changed while it
still lies ahead is one obligation with another date, so it keeps its key and whatever was recorded
for it.
"""

from collections.abc import Iterable
from datetime import date

from cchc_cli.domain.plan import Amendment, Duty, Plan
from cchc_cli.domain.schedules import Dated, Schedule, Undated, Window


def in_force(plan: Plan, day: date) -> Plan:
    """The plan as it reads on ``day``; duties that have ended stay, with ``until`` set."""
    if not plan.amendments:
        return plan
    for one in plan.amendments:
        if one.since <= day:
            plan = amended(plan, one)
    return plan._replace(as_of=day)


def amended(plan: Plan, amendment: Amendment) -> Plan:
    """The plan after one amendment."""
    duties = {duty.id: duty for duty in plan.duties}
    added = []
    for duty in amendment.duties:
        known = duties.get(duty.id)
        if known is None:
            added.append(duty._replace(since=amendment.since))
        else:
            duties[duty.id] = _next_version(known, duty, amendment.since)
    for ident in amendment.ended:
        duties[ident] = duties[ident]._replace(until=amendment.since)
    for ident, moved in amendment.moved:
        duties[ident] = duties[ident]._replace(moved=(*duties[ident].moved, moved))
    validity = plan.validity
    if amendment.end is not None:
        validity = validity._replace(end=amendment.end)
    return plan._replace(duties=_placed(duties.values(), added), validity=validity)


def applied(plan: Plan) -> tuple[Amendment, ...]:
    """The amendments that a version has taken in."""
    return tuple(one for one in plan.amendments if plan.as_of and one.since <= plan.as_of)


def binding(plan: Plan) -> tuple[Duty, ...]:
    """The duties of a version that have not ended."""
    return tuple(duty for duty in plan.duties if duty.until is None)


def _next_version(known: Duty, duty: Duty, since: date) -> Duty:
    before = known._replace(until=since, earlier=())
    key = (known.key or single_key(known.schedule)) if _keeps_key(duty.schedule) else None
    return duty._replace(
        since=since, until=None, earlier=(*known.earlier, before), moved=known.moved, key=key
    )


def single_key(schedule: Schedule) -> str | None:
    """The key of a schedule's only occurrence; None if it has several, or is never over."""
    if isinstance(schedule, Undated):
        return None if schedule.rhythm == "continuous" else schedule.rhythm
    if isinstance(schedule, Window):
        return f"{schedule.first.isoformat()}..{schedule.last.isoformat()}"
    if isinstance(schedule, Dated) and schedule.counts_for is None:
        return schedule.day.isoformat()
    return None


def _keeps_key(schedule: Schedule) -> bool:
    return single_key(schedule) is not None


def _placed(duties: Iterable[Duty], added: Iterable[Duty]) -> tuple[Duty, ...]:
    """The duties with each added one after those that stand nearest to it in the document."""
    placed = list(duties)
    for duty in added:
        shares = [_shared(duty.clause, other.clause) for other in placed]
        nearest = max(shares, default=0)
        last = max((at for at, share in enumerate(shares) if share == nearest), default=-1)
        placed.insert(last + 1 if nearest else len(placed), duty)
    return tuple(placed)


def _shared(one: str, other: str) -> int:
    """How many parts two locators share from their beginning."""
    count = 0
    for mine, its in zip(one.split("."), other.split("."), strict=False):
        if mine != its:
            break
        count += 1
    return count
