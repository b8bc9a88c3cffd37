"""Reports with a ledger: states, documents, counts, words, and what they rest on."""

from datetime import date

import pytest

from cchc_cli.domain.plan import Plan
from cchc_cli.services.book import Book
from cchc_cli.services.closing import closing_content
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.record import Request
from cchc_cli.services.report import Report, ReportTask, compose
from tests.services.real import agency
from tests.services.recording import Desk

TODAY = date(2021, 6, 20)
WORDS = Request(kind="narrative", period="h1", part="cause", text="Dịch bệnh.")


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk where nothing is recorded."""
    return Desk(plan_2021)


def report(
    desk: Desk, who: str | None = "snv", period: str = "h1", upto: int | None = None
) -> Report:
    """The report of an agency or of the city on 20 June."""
    chosen = agency(desk.plan, who) if who else None
    return compose(desk.book(upto), period, TODAY, chosen, None)


def task(found: Report, duty: str) -> ReportTask:
    """A report's task."""
    return next(one for one in found.tasks if one.duty.id == duty)


def test_without_a_ledger_nothing_is_told(plan_2021: Plan) -> None:
    found = compose(Book(plan_2021, None), "h1", TODAY, agency(plan_2021, "snv"), None)
    assert found == compose(plan_2021, "h1", TODAY, agency(plan_2021, "snv"), None)
    assert all(not (one.standings or one.counts or one.documents) for one in found.tasks)
    assert (found.narratives, found.closed, found.head) == ({}, None, None)
    assert {one.now for one in found.figures} == {None}


def test_an_agency_stands_where_its_entries_put_it(desk: Desk) -> None:
    entry = desk.done("V.6.4b", "snv", "2021-06-16")
    desk.done("V.6.4b", "stp", "2021-06-10")
    found = task(report(desk), "V.6.4b")
    (standing,) = found.standings
    assert (standing.status.kind, standing.status.days) == ("late", 1)
    assert found.documents == (entry.content.document and entry.content.document.number,)
    assert (found.counts, task(report(desk), "V.6.1a").standings[0].status.kind) == ((), "open")


def test_the_city_counts(desk: Desk) -> None:
    desk.done("V.6.4b", "snv", "2021-06-16")
    desk.done("V.6.4b", "stp", "2021-06-10")
    found = task(report(desk, None), "V.6.4b")
    (counts,) = found.counts
    assert counts.counts == {"on_time": 1, "late": 1, "overdue": 3}
    assert (found.standings, found.documents) == ((), ())


def test_documents_are_told_once_each(desk: Desk) -> None:
    for day in ("2021-06-01", "2021-06-02"):
        desk.done("V.6.1b", "snv", day)
    desk.record(Request(duty="V.6.1b", agency="snv", day=date(2021, 6, 3), without_evidence="có"))
    assert task(report(desk), "V.6.1b").documents == ("1/BC-X", "2/BC-X")


def test_words_of_an_agency_and_of_the_city(desk: Desk) -> None:
    desk.record(WORDS._replace(agency="snv", text="Của Sở."))
    desk.record(WORDS)
    desk.record(WORDS._replace(agency="snv", part="result", text="Đã làm."))
    desk.record(WORDS._replace(agency="snv", period="q3", text="Kỳ sau."))
    undone = desk.record(WORDS._replace(agency="snv", text="Nhầm."))
    desk.record(Request(kind="correction", target=undone.id, text="nhầm"))
    own = report(desk).narratives
    assert {part: [(one.text, one.entry) for one in said] for part, said in own.items()} == {
        "cause": [("Của Sở.", 1)], "result": [("Đã làm.", 3)],
    }  # fmt: skip
    assert [(one.agency, one.text) for one in report(desk, None).narratives["cause"]] == [
        ("snv", "Của Sở."), (None, "Dịch bệnh."),
    ]  # fmt: skip
    assert report(desk, "stp").narratives == {}


def test_an_event_is_of_the_period_of_its_day(desk: Desk) -> None:
    event = Request(kind="event", duty="V.1.3b", text="số 5")
    for day in (date(2021, 5, 4), date(2021, 6, 18), date(2021, 7, 2)):
        desk.record(event._replace(day=day))
    keys = {
        period: [one.key for one in task(report(desk, period=period), "V.1.3b").occurrences]
        for period in ("h1", "q3", "year")
    }
    assert keys == {
        "h1": ["event-1", "event-2"], "q3": ["event-3"], "year": ["event-1", "event-2", "event-3"],
    }  # fmt: skip
    assert "V.1.3b" not in [one.duty.id for one in report(desk, period="q1").tasks]


def test_the_end_of_the_chain_that_it_rests_on(desk: Desk) -> None:
    first = desk.done("V.6.4b", "snv", "2021-06-10")
    second = desk.done("V.6.4b", "stp", "2021-06-10")
    head = report(desk).head
    assert head is not None
    assert (head.number, head.hash) == (2, second.hash)
    head = report(desk, upto=1).head
    assert head is not None
    assert (head.number, head.hash) == (1, first.hash)


def test_as_of_a_day_when_nothing_was_recorded(desk: Desk) -> None:
    desk.done("V.6.4b", "snv", "2021-06-10")
    assert report(desk, upto=0).head is None


def test_a_closed_period_is_as_of_its_closing(desk: Desk) -> None:
    desk.done("V.6.4b", "snv", "2021-06-10")
    h1 = parse_period(desk.plan, "h1")
    closing = desk.append(closing_content(desk.book(), h1, date(2021, 6, 16), None))
    before = report(desk)
    later = desk.done("V.6.4b", "stp", "2021-06-10")
    for who in ("snv", "stp", None):
        found = report(desk, who)
        assert found.today == date(2021, 6, 16)
        assert found.closed is not None
        assert (found.closed.entry, found.closed.later) == (closing, (later,))
        assert (found.head and found.head.number) == closing.id
    assert report(desk)._replace(closed=None) == before._replace(closed=None)
    # As of an earlier entry, and for other periods, nothing is closed.
    assert report(desk, upto=1).closed is None
    assert report(desk, period="year").closed is None
