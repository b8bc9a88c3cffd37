"""The span of a plan that all its schedules lie in, and schedules that yield something in it."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import Document, Duty, Plan, Validity
from cchc_cli.domain.schedules import Dated, Window
from cchc_cli.domain.workdays import WorkingCalendar
from cchc_cli.plan.draft.document import Told
from cchc_cli.plan.draft.model import Doubt, DraftDuty
from cchc_cli.plan.draft.time_schedules import Frame
from cchc_cli.plan.shorthand import ShorthandError, parse_schedule

EARLIEST, LATEST = 1990, 2100


class Fitted(NamedTuple):
    """A plan's first and last day, and its duties with schedules that hold between them.

    Attributes:
        guessed: the document names no such days.
    """

    first: date
    last: date
    duties: tuple[DraftDuty, ...]
    guessed: bool


def fitted(duties: tuple[DraftDuty, ...], told: Told, frame: Frame) -> Fitted:
    """The span of a plan: the years of its title, widened to its own day and all its deadlines."""
    named = [_readable(one) for one in duties]
    days = [day for one in named for day in _days(one.schedule)]
    guessed = told.first is None or told.last is None
    first = told.first or date(frame.year, 1, 1)
    last = told.last or date(frame.year, 12, 31)
    if told.dated is not None:
        first = min(first, date(told.dated.year, 1, 1))
        last = max(last, date(told.dated.year, 12, 31))
    first = min([first, *(date(day.year, 1, 1) for day in days if day < first)])
    last = max([last, *(date(day.year, 12, 31) for day in days if day > last)])
    kept = tuple(_yielding(one, first, last) for one in named)
    return Fitted(first, last, kept, guessed)


def _readable(duty: DraftDuty) -> DraftDuty:
    """The duty; without its schedule where that cannot be read or lies far off."""
    try:
        parse_schedule(duty.schedule)
        if all(EARLIEST <= day.year <= LATEST for day in _days(duty.schedule)):
            return duty
    except ShorthandError:
        pass
    return duty._replace(
        schedule="sometime",
        doubts=(*duty.doubts, Doubt("time_not_read", duty.time_words or duty.schedule)),
    )


def _days(text: str) -> tuple[date, ...]:
    try:
        schedule = parse_schedule(text)
    except ShorthandError:
        return ()
    if isinstance(schedule, Dated):
        return (schedule.day,)
    if isinstance(schedule, Window):
        return (schedule.first, schedule.last)
    return ()


def _yielding(duty: DraftDuty, first: date, last: date) -> DraftDuty:
    """The duty; some time instead, where its rhythm has no period within the plan."""
    plan = _plan(first, last)
    trial = Duty(duty.id, duty.clause, duty.title, duty.text, parse_schedule(duty.schedule))
    if occurrences(plan, trial):
        return duty
    return duty._replace(
        schedule="sometime",
        doubts=(*duty.doubts, Doubt("time_outside", duty.time_words or duty.schedule)),
    )


def _plan(first: date, last: date) -> Plan:
    end = date(last.year, last.month, monthrange(last.year, last.month)[1])
    registry = Registry("", "", "", (), ())
    return Plan(
        id="draft",
        title="",
        short_title="",
        subject="",
        document=Document("", ""),
        validity=Validity(first, date.fromordinal(end.toordinal() + 1)),
        coordinator="",
        policy=Policy(),
        duties=(),
        registry=registry,
        calendar=WorkingCalendar("", ()),
    )
