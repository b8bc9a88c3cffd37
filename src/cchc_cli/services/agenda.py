"""What goes into a calendar: every deadline of a plan or of one agency, done or not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.deadlines import Deadline
from cchc_cli.domain.local_time import day_begins
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.status import EXEMPT, FULFILLED, Status
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import (
    DeadlineRow,
    Progress,
    Window,
    dated_rows,
    progress_of,
)
from cchc_cli.services.status import bearers_of

ItemState = Literal["open", "done", "exempt"]
STATES: tuple[ItemState, ...] = ("open", "done", "exempt")
EVERYTHING = Window()


class Item(NamedTuple):
    """A deadline in a calendar.

    Attributes:
        event: id of the duty that names it; of several that name one event, the plan's first.
            Whoever speaks for the event, its place in a calendar stays the same.
        occurrence: the duty, in its period.
        joint: the other duties that name the event.
        deadline: the one in force; ``original`` the plan's own where it was moved.
        done_on: the day that decided, where one agency has done it.
        agencies: how many have to do it; of one agency's own list 1.
        left: how many of them have not done it as yet.
    """

    event: str
    occurrence: Occurrence
    joint: tuple[str, ...]
    deadline: Deadline
    original: Deadline | None
    state: ItemState
    done_on: date | None
    agencies: int
    left: int


class Agenda(NamedTuple):
    """Deadlines for a calendar.

    Attributes:
        items: by date; requested ones among them.
        undated: how many duties have no date and thus no place in a calendar.
        revision: grows with every entry that is recorded, so that a calendar read a second time
            can tell the newer of two.
        revised: when it was last revised: the last entry, or the day that it is made for.
        recorded: whether a ledger tells what is done.
    """

    plan: Plan
    today: date
    agency: Agency | None
    items: tuple[Item, ...]
    undated: int
    revision: int
    revised: datetime
    recorded: bool


def agenda(
    book: Book,
    today: date,
    agency: Agency | None = None,
    window: Window = EVERYTHING,
    *,
    without_done: bool = False,
) -> Agenda:
    """All deadlines within a window by the day in force, or only those that are still to do."""
    rows, undated = dated_rows(book, today, agency)
    every = _items(book, rows, agency, today)
    wanted = ("open",) if without_done else STATES
    items = [one for one in every if window.holds(_day(one)) and one.state in wanted]
    items.sort(key=lambda one: (_day(one), one.occurrence.duty.id))
    revision, revised = _revision(book, today)
    return Agenda(
        book.plan,
        today,
        agency,
        tuple(items),
        undated.total(),
        revision,
        revised,
        book.ledger is not None,
    )


def _day(item: Item) -> date:
    return item.deadline.effective


def _revision(book: Book, today: date) -> tuple[int, datetime]:
    """The last entry that is known, and the moment it was recorded, if that is after today began.

    A plan may change without an entry: what is made on a later day is then the newer one.
    """
    begin = day_begins(today)
    if book.ledger is None:
        return 0, begin
    number = book.ledger.head().number if book.upto is None else book.upto
    entry = book.ledger.entry(number) if number else None
    return number, max(entry.recorded, begin) if entry else begin


def _items(
    book: Book, rows: Sequence[DeadlineRow], agency: Agency | None, today: date
) -> Iterator[Item]:
    order = {duty.id: at for at, duty in enumerate(book.plan.duties)}
    own: list[tuple[DeadlineRow, Item]] = []
    shared: list[tuple[DeadlineRow, Item]] = []
    for row in rows:
        bears = agency is not None and agency.id in bearers_of(book, row.occurrence)
        (own if bears else shared).append((row, _open(row, order)))
    if agency is not None:
        records = book.records(agency.id, today)
        for row, item in own:
            yield _of_one(item, records.status(row.occurrence))
    # Of an agency these are events that others bear and it takes part in.
    progress = progress_of(book, [row for row, _ in shared], today)
    for (row, item), told in zip(shared, progress, strict=True):
        yield _of_all(_moved(item, book.deadline(row.occurrence)), told)


def _open(row: DeadlineRow, order: Mapping[str, int]) -> Item:
    """An item of which nothing is done."""
    event = min((row.duty.id, *row.joint), key=order.__getitem__)
    return Item(
        event, row.occurrence, row.joint, row.deadline, None, "open", None, row.agencies, row.left
    )


def _moved(item: Item, deadline: Deadline | None) -> Item:
    if deadline is None or deadline == item.deadline:
        return item
    return item._replace(deadline=deadline, original=item.deadline)


def _of_one(item: Item, status: Status) -> Item:
    item = _moved(item, status.deadline)._replace(agencies=1, left=0)
    if status.kind in FULFILLED:
        return item._replace(state="done", done_on=status.done_on)
    if status.kind in EXEMPT:
        return item._replace(state="exempt")
    return item._replace(left=1)


def _of_all(item: Item, told: Progress) -> Item:
    if not told.bound:
        return item._replace(left=item.agencies)
    item = item._replace(agencies=told.bound, left=told.left)
    if told.left:
        return item
    return item._replace(state="done" if told.fulfilled else "exempt")
