"""Calendars (RFC 5545) of deadlines, for any program that reads them; the home of icalendar.

Read a second time, a calendar changes what is there and doubles nothing: the UID of an entry is
made of the plan, the duty, its period and the agency alone, and ``SEQUENCE`` and ``DTSTAMP`` grow
with what is recorded and with the day that the calendar is made for. The same input makes the
same bytes. There is no METHOD: it belongs to mail, and a CalDAV store must refuse it (RFC 4791,
4.1).

The date of an entry is the last good day in force; the plan's own words stand in its text. It
takes a whole day, which needs no time zone.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Component, Event, Todo, vText

from cchc_cli.domain.local_time import day_begins
from cchc_cli.domain.schedules import Every
from cchc_cli.services.agenda import Agenda, Item, ItemState
from cchc_cli.views.agenda import (
    Series,
    about,
    alarm_text,
    calendar_about,
    calendar_name,
    series_about,
    summary,
    task_name,
)
from cchc_cli.views.printable import printable
from cchc_cli.views.wording.calendars import CATEGORY

Kind = Literal["event", "series", "todo"]
PRODUCT = "-//cchc//cchc-cli//VI"
ZONE = "Asia/Ho_Chi_Minh"
PUNCTUATION = re.compile(r"[,;\\]")
ALARM_DAYS = (7, 1)
DAY = timedelta(days=1)
WEEK = 7
TASK_STATES: dict[ItemState, str] = {
    "open": "NEEDS-ACTION",
    "done": "COMPLETED",
    "exempt": "CANCELLED",
}


def calendar_file(found: Agenda, *, tasks: bool = False) -> bytes:
    """The deadlines as an iCalendar file: as events, or as tasks that can be ticked off.

    At least one is needed: a calendar without entries is none (RFC 5545, 3.6).
    """
    whole = Calendar()
    whole.add("version", "2.0")
    whole.add("prodid", PRODUCT)
    whole.add("calscale", "GREGORIAN")
    name = printable(calendar_name(found))
    whole.add("name", vText(name), encode=False)
    # What programs understood before RFC 7986. Some take back the signs that escape, some do not.
    whole.add("x-wr-calname", PUNCTUATION.sub("", name))
    whole.add("description", printable(calendar_about(found)))
    whole.add("x-wr-timezone", ZONE)
    # Few programs can tick off single tasks of a series.
    entries = (_todo(found, one) for one in found.items) if tasks else _components(found)
    for component in entries:
        whole.add_component(component)
    written: bytes = whole.to_ical()
    return written


def _components(found: Agenda) -> Iterator[Component]:
    series: dict[str, list[Item]] = {}
    for item in found.items:
        if not _is_weekly(item):
            yield _event(found, item)
        else:
            series.setdefault(item.event, []).append(item)
    for same in series.values():
        yield from _repeated(found, Series(same))


def uid(found: Agenda, item: Item, kind: Kind = "event") -> str:
    """The name of an entry, the same in every calendar of the same deadline.

    All weeks of a duty share one, as a series.
    """
    period = item.occurrence.key if kind != "series" else ""
    agency = found.agency.id if found.agency else ""
    name = "\n".join(("cchc", kind, found.plan.id, item.event, period, agency))
    return f"{uuid5(NAMESPACE_URL, name)}@cchc"


def _is_weekly(item: Item) -> bool:
    schedule = item.occurrence.duty.schedule
    return isinstance(schedule, Every) and schedule.unit == "week"


def _repeated(found: Agenda, series: Series) -> Iterator[Component]:
    """The rule, then its exceptions."""
    first = series.items[0]
    name = uid(found, first, "series")
    # The rule speaks of every week, so not of what became of one.
    plain = first._replace(state="open", original=None, left=first.agencies, done_on=None)
    rule = _entry(Event(), found, name)
    rule.add("summary", printable(summary(plain)))
    rule.add("description", printable(series_about(found, plain, series)))
    _whole_day(rule, series.first)
    rule.add("rrule", {"freq": "WEEKLY", "interval": series.interval, "until": series.last})
    if missing := series.missing:
        rule.add("exdate", missing)
    _alarm(rule, plain, name)
    yield rule
    for item in series.special:
        one = _event(found, item, name)
        one.add("recurrence-id", series.nominal(item))
        yield one


def _entry(component: Component, found: Agenda, name: str) -> Component:
    """What every entry has."""
    component.add("uid", name)
    component.add("sequence", found.revision)
    component.add("dtstamp", found.revised.astimezone(UTC))
    component.add("categories", [CATEGORY])
    return component


def _event(found: Agenda, item: Item, name: str | None = None) -> Component:
    """A deadline as an event of a whole day, which nobody is busy with."""
    own = name or uid(found, item)
    event = _entry(Event(), found, own)
    event.add("summary", printable(summary(item)))
    event.add("description", printable(about(found, item)))
    _whole_day(event, item.deadline.effective)
    event.add("status", "CANCELLED" if item.state == "exempt" else "CONFIRMED")
    _alarm(event, item, own)
    return event


def _whole_day(event: Component, day: date) -> None:
    event.add("dtstart", day)
    # The end of a day is the next one.
    event.add("dtend", day + DAY)
    event.add("transp", "TRANSPARENT")


def _todo(found: Agenda, item: Item) -> Component:
    """A deadline as a task."""
    name = uid(found, item, "todo")
    todo = _entry(Todo(), found, name)
    todo.add("summary", printable(task_name(item)))
    todo.add("description", printable(about(found, item)))
    todo.add("due", item.deadline.effective)
    todo.add("status", TASK_STATES[item.state])
    if item.state == "done":
        todo.add("percent-complete", 100)
        if item.done_on is not None:
            todo.add("completed", day_begins(item.done_on).astimezone(UTC))
    elif found.agency is None and item.agencies:
        todo.add("percent-complete", 100 * (item.agencies - item.left) // item.agencies)
    # A task without a beginning is reminded of from its end.
    _alarm(todo, item, name, related="END")
    return todo


def _alarm(component: Component, item: Item, name: str, related: str | None = None) -> None:
    """Alarms before what is still to do; named, so that a second reading doubles none."""
    if item.state != "open":
        return
    for days in ALARM_DAYS:
        alarm = Alarm()
        alarm.add("uid", f"{uuid5(NAMESPACE_URL, f'{name} {days}')}@cchc")
        alarm.add("action", "DISPLAY")
        alarm.add("description", printable(alarm_text(item, days)))
        alarm.add("trigger", timedelta(days=-days), {"related": related} if related else {})
        component.add_component(alarm)
