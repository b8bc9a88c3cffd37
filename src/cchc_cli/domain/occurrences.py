"""Expansion: which periods a duty has to be done in, and by when.

An occurrence is a duty in one period; an obligation is an occurrence for one agency. Both are
computed, never stored. Every occurrence follows from the rule and its index alone.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.deadlines import Deadline, settle
from cchc_cli.domain.offsets import end_of_span
from cchc_cli.domain.periods import (
    Period,
    calendar_period,
    month_length,
    month_start,
    reporting_period,
    serial_of,
)
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import Dated, DueRule, Every, OnEvent, Reports, Undated, Window

THURSDAY = 3


class Occurrence(NamedTuple):
    """A duty in one period.

    Attributes:
        key: the period's key, the day of a dated duty, ``first..last`` of a window, the
            rhythm of an undated duty or ``event``; unique within the duty.
        period: the period that it counts for, None where the plan names none.
        deadline: None where no date can be known (none in the text, or an event to come).
        times: how often it has to be done within the period, at least.
        event: what has to happen before a date is known.
        happened: the day on which that event happened.
    """

    duty: Duty
    key: str
    period: Period | None = None
    deadline: Deadline | None = None
    times: int = 1
    event: str | None = None
    happened: date | None = None


class Happening(NamedTuple):
    """An event that starts a duty's clock, as it was recorded under number ``entry``."""

    entry: int
    day: date
    label: str | None = None


class Obligation(NamedTuple):
    """An occurrence for one agency (by id)."""

    occurrence: Occurrence
    agency: str


def occurrences(
    plan: Plan, duty: Duty, happenings: Sequence[Happening] = ()
) -> tuple[Occurrence, ...]:
    """Every occurrence of a duty, in order of time; of an event-driven one, one each happening.

    Of a duty that was amended, each is the one of the version in force on its last day.
    """
    if duty.since is None and duty.until is None and not duty.moved:
        return _expanded(plan, duty, happenings)
    return _through_versions(plan, duty, happenings)


def _expanded(plan: Plan, duty: Duty, happenings: Sequence[Happening]) -> tuple[Occurrence, ...]:
    """The occurrences of one version, whenever it was in force."""
    schedule = duty.schedule
    if isinstance(schedule, Undated):
        return (Occurrence(duty, schedule.rhythm),)
    if isinstance(schedule, OnEvent):
        happened = tuple(_happened(plan, duty, schedule, one) for one in happenings)
        return happened or (Occurrence(duty, "event", event=schedule.event),)
    if isinstance(schedule, Dated):
        return (_dated(plan, duty, schedule),)
    if isinstance(schedule, Window):
        deadline = settle("by", schedule.last, plan.policy, plan.calendar)
        key = f"{schedule.first.isoformat()}..{schedule.last.isoformat()}"
        return (Occurrence(duty, key, deadline=deadline),)
    if isinstance(schedule, Every):
        return tuple(_recurring(plan, duty, schedule))
    return tuple(_reports(plan, duty, schedule))


def _through_versions(
    plan: Plan, duty: Duty, happenings: Sequence[Happening]
) -> tuple[Occurrence, ...]:
    """The occurrences of a duty over all its versions, oldest first, with moved deadlines."""
    found: dict[str, Occurrence] = {}
    for version in (*duty.earlier, duty):
        for one in _expanded(plan, version, happenings):
            occurrence = one._replace(key=version.key) if version.key else one
            over = _is_over(found.get(occurrence.key), occurrence, version.since)
            if _counts(occurrence) and not over:
                found[occurrence.key] = occurrence
    for moved in duty.moved:
        if moved.period in found:
            deadline = settle("by", moved.day, plan.policy, plan.calendar)
            found[moved.period] = found[moved.period]._replace(deadline=deadline)
    return tuple(found.values())


def _is_over(known: Occurrence | None, fresh: Occurrence, since: date | None) -> bool:
    """Whether what an earlier version asked for had come due before the fresh one took effect.

    Then it stays, unless the fresh one gives it a date that lies ahead again.
    """
    if known is None or since is None:
        return False
    days = [_last_day(one) for one in (known, fresh)]
    return all(day is not None and day < since for day in days)


def _counts(occurrence: Occurrence) -> bool:
    """Whether an occurrence belongs to the time in which its version was in force.

    An only date that is in force now counts whenever it is; of one that no longer is, only what
    had come due before.
    """
    duty = occurrence.duty
    day = occurrence.happened or _last_day(occurrence)
    if day is None:
        return duty.until is None
    begun = duty.since is None or duty.since <= day or duty.schedule.rhythm in ("dated", "window")
    return begun and (duty.until is None or day < duty.until)


def _last_day(occurrence: Occurrence) -> date | None:
    """The last day of what an occurrence is about; None where nothing says when it is over."""
    if occurrence.duty.schedule.rhythm == "recurring" and occurrence.period is not None:
        return occurrence.period.last
    return occurrence.deadline.last_good if occurrence.deadline else None


def obligations(plan: Plan, duty: Duty, roster: Roster) -> Iterator[Obligation]:
    """Every obligation of a duty: its occurrences times those who bear it."""
    for occurrence in occurrences(plan, duty):
        day = membership_day(plan, occurrence)
        for agency in bearer_ids(duty, roster, day):
            yield Obligation(occurrence, agency)


def membership_day(plan: Plan, occurrence: Occurrence) -> date:
    """The day that decides who bears an occurrence: the last one of its period or window.

    Days outside the plan's binding span count as its nearest day.
    """
    if occurrence.period is not None:
        day = occurrence.period.last
    elif occurrence.deadline is not None:
        day = occurrence.deadline.last_good
    else:
        day = occurrence.duty.since or plan.validity.binding_from
    return min(max(day, plan.validity.binding_from), plan.validity.last)


def bearer_ids(duty: Duty, roster: Roster, day: date) -> tuple[str, ...]:
    """Ids of the agencies that bear a duty on ``day``, each once."""
    if len(duty.bearers) == 1:
        return roster.expand(duty.bearers[0], day)
    return tuple(dict.fromkeys(one for ident in duty.bearers for one in roster.expand(ident, day)))


def _happened(plan: Plan, duty: Duty, schedule: OnEvent, happening: Happening) -> Occurrence:
    deadline = None
    if schedule.span is not None:
        last = end_of_span(happening.day, schedule.span, plan.calendar)
        deadline = settle("by", last, plan.policy, plan.calendar)
    label = happening.label or schedule.event
    key = f"event-{happening.entry}"
    return Occurrence(duty, key, deadline=deadline, event=label, happened=happening.day)


def _dated(plan: Plan, duty: Duty, schedule: Dated) -> Occurrence:
    deadline = settle(schedule.operator, schedule.day, plan.policy, plan.calendar)
    if schedule.counts_for is None:
        return Occurrence(duty, schedule.day.isoformat(), deadline=deadline)
    # The period whose figures end nearest to the date: a yearly report may be due in January.
    candidates = (
        reporting_period(schedule.counts_for, year, plan.policy.turnover_day)
        for year in (schedule.day.year - 1, schedule.day.year)
    )
    period = min(candidates, key=lambda one: abs((one.last - schedule.day).days))
    return Occurrence(duty, period.key, period, deadline)


def _recurring(plan: Plan, duty: Duty, schedule: Every) -> Iterator[Occurrence]:
    validity = plan.validity
    serial = serial_of(schedule.unit, validity.first)
    if not _belongs(plan, calendar_period(schedule.unit, serial)):
        serial += 1
    while (period := _stretch(schedule, serial)).first < validity.end:
        serial += schedule.interval
        within = (schedule.first is None or schedule.first <= period.first) and (
            schedule.last is None or period.last <= schedule.last
        )
        if within and _belongs(plan, period) and period.last >= validity.binding_from:
            deadline = _due(plan, period, schedule.due)
            yield Occurrence(duty, period.key, period, deadline, schedule.times)


def _reports(plan: Plan, duty: Duty, schedule: Reports) -> Iterator[Occurrence]:
    validity = plan.validity
    periods = (
        reporting_period(code, year, plan.policy.turnover_day)
        for year in range(validity.first.year, validity.last.year + 1)
        for code in schedule.codes
    )
    for period in sorted(periods, key=lambda one: (one.end, one.first)):
        if validity.holds_on(period.last) and period.last >= validity.binding_from:
            deadline = _due(plan, period, schedule.due) if schedule.due else None
            yield Occurrence(duty, period.key, period, deadline, event=schedule.event)


def deciding_day(period: Period) -> date:
    """The day by which a period belongs to a year: a week's Thursday (ISO 8601), else its last."""
    if period.name == "week":
        return date.fromordinal(period.end.toordinal() - 7 + THURSDAY)
    return period.last


def _belongs(plan: Plan, period: Period) -> bool:
    return plan.validity.holds_on(deciding_day(period))


def _stretch(schedule: Every, serial: int) -> Period:
    """``interval`` periods from ``serial`` on, as one."""
    first = calendar_period(schedule.unit, serial)
    if schedule.interval == 1:
        return first
    last = calendar_period(schedule.unit, serial + schedule.interval - 1)
    return first._replace(key=f"{first.key}..{last.key}", end=last.end)


def _due(plan: Plan, period: Period, rule: DueRule | None) -> Deadline:
    if rule is None:
        return settle("end", period.last, plan.policy, plan.calendar)
    return settle(rule.operator, due_day(period, rule), plan.policy, plan.calendar)


def due_day(period: Period, rule: DueRule) -> date:
    """The day that ``rule`` names for ``period``; a day its month lacks is the month's last."""
    if rule.weekday is not None:
        return date.fromordinal(period.first.toordinal() + rule.weekday)
    if rule.month_day is not None:
        month, day = rule.month_day
        return _in_month(period.last.year * 12 + month - 1, day)
    last_month = period.last.year * 12 + period.last.month - 1
    first_month = last_month - _months_of(period) + 1
    serial = {
        "first": first_month,
        "second": first_month + 1,
        "last": last_month,
        "next": last_month + 1,
    }[rule.month]
    return _in_month(serial, rule.day_of_month or 1)


def _in_month(serial: int, day: int) -> date:
    return month_start(serial).replace(day=min(day, month_length(serial)))


def _months_of(period: Period) -> int:
    return max(1, round((period.end - period.first).days / 30.44))
