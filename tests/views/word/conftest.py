"""Reports in Word on the plan of 2021, made once."""

from datetime import date

import pytest

from cchc_cli.services.report import compose
from cchc_cli.views.report_word import report_document
from tests.services.real import TEMPLATES, agency
from tests.services.recorded import IN_JULY, book_of_2021


def _made(who: str | None, period: str, kind: str | None, today: date = IN_JULY) -> bytes:
    book = book_of_2021()
    chosen = agency(book.plan, who) if who else None
    report = compose(book, period, today, chosen, kind)  # type: ignore[arg-type]
    return report_document(report, [TEMPLATES])


@pytest.fixture(scope="session")
def periodic() -> bytes:
    """The report of Sở Nội vụ for half a year."""
    return _made("snv", "h1", None)


@pytest.fixture(scope="session")
def thematic() -> bytes:
    """A report by subject."""
    return _made("stttt", "h1", "thematic")


@pytest.fixture(scope="session")
def city() -> bytes:
    """The city's report for half a year."""
    return _made(None, "h1", None)
