"""The plan of 2021 with half a year of entries, those of the handbook's example."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache

from cchc_cli.domain.entries import Content
from cchc_cli.domain.plan import Plan
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Author
from cchc_cli.services.book import Book
from cchc_cli.services.transfer import links_of
from tests.services.real import ROOT, plan_of_2021

EXAMPLE = ROOT / "docs" / "examples" / "so-noi-vu.jsonl"
IN_JULY = date(2021, 7, 1)
WHO = Author("lan.nt", "Nguyễn Thị Lan")
NOON = datetime(2021, 6, 1, 5, tzinfo=UTC)


@cache
def half_a_year() -> MemoryLedger:
    """The ledger of the example, not to be written to."""
    ledger = MemoryLedger()
    with EXAMPLE.open("rb") as lines:
        ledger.extend(links_of(lines))
    return ledger


def book_of_2021(upto: int | None = None) -> Book:
    """The plan of 2021 with the example's entries."""
    return Book(plan_of_2021(), half_a_year(), upto)


def ledger_of(contents: Sequence[Content]) -> MemoryLedger:
    """A ledger with these contents, one recorded a minute."""
    ledger = MemoryLedger()
    for at, content in enumerate(contents):
        ledger.append([content], WHO, NOON + timedelta(minutes=at))
    return ledger


def book_with(plan: Plan, *contents: Content) -> Book:
    """A plan with these contents recorded."""
    return Book(plan, ledger_of(contents))


def done(duty: str, agency: str, period: str, day: date, **more: object) -> Content:
    """Something done on a day, by its own word."""
    pairs = ((duty, agency),)
    content = Content("done", "ke-hoach", duty, agency, period, day=day, text="có", fulfils=pairs)
    return content._replace(**more)  # type: ignore[arg-type]
