"""Closing a period: its report is as of then for ever, and what comes later is told apart."""

from datetime import date
from typing import NamedTuple

from cchc_cli.domain.entries import Content, Entry
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.status import deciding_day
from cchc_cli.errors import UsageFault
from cchc_cli.ledger.protocol import Ledger, Query
from cchc_cli.services.book import Book
from cchc_cli.services.occasions import falls_in


class Closed(NamedTuple):
    """A closed period.

    Attributes:
        entry: the entry that closed it.
        day: the day on which it was closed; the period is judged by it.
        later: entries recorded afterwards that bear on the period, in chain order.
    """

    entry: Entry
    day: date
    later: tuple[Entry, ...]


def closing_content(book: Book, period: Period, today: date, note: str | None) -> Content:
    """The content of the entry that closes a period.

    Raises:
        UsageFault: if the period has not begun, or if it is closed already.
    """
    if today < period.first:
        raise UsageFault("period_not_begun", period=period.key, first=period.first)
    closed = find_closed(book.plan, book.ledger, period)
    if closed is not None:
        raise UsageFault("already_closed", period=period.key, id=closed.entry.id, day=closed.day)
    return Content(kind="close", plan=book.plan.id, period=period.key, day=today, text=note or None)


def find_closed(plan: Plan, ledger: Ledger | None, period: Period) -> Closed | None:
    """The closing of a period, with what was recorded for it since; None if it is open."""
    if ledger is None:
        return None
    closes = ledger.find(Query(plan=plan.id, kinds=("close",), active=True))
    entry = next((one for one in closes if one.content.period == period.key), None)
    if entry is None or entry.content.day is None:
        return None
    later = ledger.find(Query(plan=plan.id, after=entry.id))
    bearing = tuple(one for one in later if bears_on(plan, one, period))
    return Closed(entry, entry.content.day, bearing)


def bears_on(plan: Plan, entry: Entry, period: Period) -> bool:
    """Whether an entry says something of a period: by its figures' day, or by its obligation."""
    content = entry.content
    if content.kind == "close":
        return False
    if period.key in (content.period, content.counts_for):
        return True
    day = content.counts_on or content.day
    if content.figures and day is not None and period.first <= day < period.end:
        return True
    duty = next((one for one in plan.duties if one.id == content.duty), None)
    if duty is None:
        return False
    occurrences = Book(plan, None).occurrences(duty)
    known = next((one for one in occurrences if one.key == content.period), None)
    if known is not None and (known.period or known.deadline):
        return falls_in(known, period)
    # Nothing but its own day tells what period it is of.
    return period.first <= (content.counts_on or deciding_day(entry, "received")) < period.end
