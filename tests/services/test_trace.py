"""What stands behind the numbers of a report."""

from datetime import date

import pytest

from cchc_cli.domain.entries import OfficialDocument
from cchc_cli.domain.plan import Plan
from cchc_cli.services.book import Book
from cchc_cli.services.closing import closing_content
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.record import Request
from cchc_cli.services.report import compose
from cchc_cli.services.trace import Trace, trace
from tests.services.real import agency
from tests.services.recording import Desk

TODAY = date(2021, 6, 20)


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A report (1), a conference (2) returned (3), an extension for all (4), one by another (5)."""
    made = Desk(plan_2021)
    made.done("V.6.4b", "snv", "2021-06-10")
    made.done("V.6.1b", "snv", "2021-06-01", figures=(("hoi-nghi", "2"),))
    made.record(Request(kind="return", target=1, day=date(2021, 6, 12), text="thiếu"), TODAY)
    made.record(
        Request(
            kind="extension", duty="V.6.4b", until=date(2021, 6, 18), text="dịch",
            document=OfficialDocument("5/UBND-NC", signed=date(2021, 6, 13)),
        ),
        TODAY,
    )  # fmt: skip
    made.done("V.6.1b", "stp", "2021-06-02", figures=(("hoi-nghi", "3"),))
    return made


def traced(book: Book, who: str | None, period: str = "h1") -> Trace:
    """The trace of a report."""
    chosen = agency(book.plan, who) if who else None
    return trace(compose(book, period, TODAY, chosen, None), book)


def figures(found: Trace) -> dict[str, tuple[float, list[int]]]:
    """Sums with the numbers of their entries."""
    return {
        one.indicator.id: (one.value, [entry.id for entry in one.entries])
        for one in found.figures
    }  # fmt: skip


def tasks(found: Trace) -> dict[str, list[int]]:
    """Duties with the numbers of their entries."""
    return {one.duty.id: [entry.id for entry in one.entries] for one in found.tasks}


def test_an_agency_rests_on_its_own_entries_and_rulings_for_all(desk: Desk) -> None:
    found = traced(desk.book(), "snv")
    assert figures(found) == {"hoi-nghi": (2, [2])}
    assert tasks(found) == {"V.6.1b": [2], "V.6.4b": [3, 4]}


def test_the_city_rests_on_all(desk: Desk) -> None:
    found = traced(desk.book(), None)
    assert figures(found) == {"hoi-nghi": (5, [2, 5])}
    assert tasks(found) == {"V.6.1b": [2, 5], "V.6.4b": [3, 4]}


def test_nothing_recorded_or_no_ledger(plan_2021: Plan) -> None:
    for book in (Desk(plan_2021).book(), Book(plan_2021, None)):
        for who in ("snv", None):
            found = traced(book, who)
            assert (found.figures, found.tasks) == ((), ())


def test_a_closed_period_rests_on_what_was_known(desk: Desk) -> None:
    h1 = parse_period(desk.plan, "h1")
    desk.append(closing_content(desk.book(), h1, date(2021, 6, 18), None))
    desk.done("V.6.1b", "snv", "2021-06-03", figures=(("hoi-nghi", "9"),))
    desk.record(Request(kind="correction", target=2, text="nhầm"), TODAY)
    assert figures(traced(desk.book(), "snv")) == {"hoi-nghi": (2, [2])}
    assert figures(traced(desk.book(), "snv", "year")) == {"hoi-nghi": (9, [7])}


def test_as_of_an_earlier_entry(desk: Desk) -> None:
    assert tasks(traced(desk.book(1), "snv")) == {"V.6.4b": [1]}
    assert tasks(traced(desk.book(1), None)) == {"V.6.4b": [1]}
