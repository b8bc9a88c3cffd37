"""The roll call of workbooks: which units sent theirs for a period, when, and how often."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.local_time import local_day
from cchc_cli.domain.periods import Period
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import Book
from cchc_cli.services.collecting import Asked
from cchc_cli.services.past import RECEIPT, prefix_of


class HandedIn(NamedTuple):
    """What a unit sent.

    Attributes:
        first, last: the days on which its first and its last file were taken.
        files: how many different files.
        entry: the receipt of the last one.
        file: its name.
        late: whether the last one came after the period was closed.
    """

    agency: Agency
    first: date
    last: date
    files: int
    entry: int
    file: str
    late: bool = False


class Roll(NamedTuple):
    """Who of those that are asked has sent a workbook, and who has not.

    Attributes:
        others: units that sent one without being asked by the list.
        closed: the entry that closed the period.
    """

    period: Period
    handed_in: tuple[HandedIn, ...]
    missing: tuple[Agency, ...]
    others: tuple[HandedIn, ...] = ()
    closed: Entry | None = None

    @property
    def asked(self) -> int:
        """How many are asked."""
        return len(self.handed_in) + len(self.missing)


def roll_of(book: Book, asked: Asked) -> Roll:
    """The roll call of a period, in the registry's order."""
    closed = closing_of(book, asked.period)
    receipts = _receipts(book, asked.period)
    agencies = {one.id: one for one in book.plan.registry.agencies}
    sent = {
        ident: _handed_in(agencies[ident], entries, closed)
        for ident, entries in receipts.items()
        if ident in agencies
    }
    wanted = {one.id for one in asked.agencies}
    return Roll(
        asked.period,
        tuple(sent[one.id] for one in asked.agencies if one.id in sent),
        tuple(one for one in asked.agencies if one.id not in sent),
        tuple(one for ident, one in sent.items() if ident not in wanted),
        closed,
    )


def closing_of(book: Book, period: Period) -> Entry | None:
    """The entry that closed a period; None if it is open."""
    closes = book.entries(Query(kinds=("close",)))
    return next((one for one in closes if one.content.period == period.key), None)


def _receipts(book: Book, period: Period) -> Mapping[str, list[Entry]]:
    """The receipts of a period's workbooks by agency, in chain order."""
    found: dict[str, list[Entry]] = {}
    # Entries without a duty are few: receipts and figures of workbooks.
    for entry in book.entries(Query(duty="", period=period.key, kinds=("done",))):
        content = entry.content
        if content.agency is not None and _is_receipt(entry, period):
            found.setdefault(content.agency, []).append(entry)
    return found


def _is_receipt(entry: Entry, period: Period) -> bool:
    content = entry.content
    begin = prefix_of(content.plan, period.key, content.agency or "")
    return (content.key or "").startswith(f"{begin}{RECEIPT}#")


def _handed_in(agency: Agency, entries: list[Entry], closed: Entry | None) -> HandedIn:
    last = entries[-1]
    return HandedIn(
        agency,
        local_day(entries[0].recorded),
        local_day(last.recorded),
        len(entries),
        last.id,
        last.content.files[0].name if last.content.files else "",
        closed is not None and last.id > closed.id,
    )
