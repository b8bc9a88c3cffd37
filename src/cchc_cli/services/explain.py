"""From the plan's words to the date: every step, with its basis and the reading used."""

from datetime import date
from typing import NamedTuple

from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.offsets import end_of_span
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import OnEvent, Reports
from cchc_cli.domain.workdays import CalendarYear
from cchc_cli.services.duties import require_duty


class Explanation(NamedTuple):
    """What leads from a duty's words to its dates.

    Attributes:
        event_day: the day on which the event is supposed to happen, if the user gave one.
        event_due: what then follows from the span.
        dropped: whether earlier periods were left out as ended before the plan could bind.
        calendars: the calendar years that were asked for days off.
    """

    plan: Plan
    duty: Duty
    occurrences: tuple[Occurrence, ...]
    today: date
    event_day: date | None
    event_due: date | None
    dropped: bool
    calendars: tuple[CalendarYear, ...]


def explain(plan: Plan, locator: str, today: date, event_day: date | None = None) -> Explanation:
    """Why a duty's deadlines are what they are.

    Raises:
        NotFound: if the plan has no such duty.
    """
    duty = require_duty(plan, locator)
    found = occurrences(plan, duty)
    return Explanation(
        plan,
        duty,
        found,
        today,
        event_day,
        _due(plan, duty, event_day),
        _dropped(plan, duty, len(found)),
        _calendars(plan, found) if plan.policy.shift != "none" else (),
    )


def _due(plan: Plan, duty: Duty, event_day: date | None) -> date | None:
    schedule = duty.schedule
    if event_day is None or not isinstance(schedule, OnEvent) or schedule.span is None:
        return None
    return end_of_span(event_day, schedule.span, plan.calendar)


def _dropped(plan: Plan, duty: Duty, number: int) -> bool:
    if duty.schedule.rhythm != "recurring":
        return False
    unbound = plan._replace(validity=plan.validity._replace(in_force=None))
    return len(occurrences(unbound, duty)) > number


def _calendars(plan: Plan, found: tuple[Occurrence, ...]) -> tuple[CalendarYear, ...]:
    years = {
        one.deadline.named.year for one in found if one.deadline and one.deadline.operator != "end"
    }
    return tuple(year for year in plan.calendar.years if year.year in years)


def event_of(duty: Duty) -> str | None:
    """The event that a duty waits for."""
    schedule = duty.schedule
    return schedule.event if isinstance(schedule, OnEvent | Reports) else None
