"""Closing a period: what came before is the report, what comes later is told apart."""

from datetime import date

import pytest

from cchc_cli.domain.entries import Content
from cchc_cli.domain.periods import Period
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import UsageFault
from cchc_cli.services.closing import bears_on, closing_content, find_closed
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.record import Request
from tests.services.recording import Desk

CLOSED_ON = date(2021, 6, 16)


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk with one report."""
    made = Desk(plan_2021)
    made.done("V.6.4b", "snv", "2021-06-10", "h1")
    return made


@pytest.fixture
def h1(plan_2021: Plan) -> Period:
    """The half year of the reports."""
    return parse_period(plan_2021, "h1")


def close(desk: Desk, period: Period, day: date = CLOSED_ON) -> Content:
    """Close a period."""
    return desk.append(closing_content(desk.book(), period, day, None)).content


def test_an_open_period_is_not_closed(desk: Desk, h1: Period) -> None:
    assert find_closed(desk.plan, desk.ledger, h1) is None
    assert find_closed(desk.plan, None, h1) is None


def test_a_period_is_closed_by_an_entry(desk: Desk, h1: Period) -> None:
    content = closing_content(desk.book(), h1, CLOSED_ON, "số liệu 6 tháng")
    assert content == Content(
        "close", desk.plan.id, period="2021/h1", day=CLOSED_ON, text="số liệu 6 tháng"
    )
    entry = desk.append(content)
    closed = find_closed(desk.plan, desk.ledger, h1)
    assert closed is not None
    assert (closed.entry, closed.day, closed.later) == (entry, CLOSED_ON, ())
    # No other period is closed with it, nor that of another plan.
    assert find_closed(desk.plan, desk.ledger, parse_period(desk.plan, "year")) is None
    assert find_closed(desk.plan._replace(id="khac"), desk.ledger, h1) is None


def test_it_is_closed_once(desk: Desk, h1: Period) -> None:
    close(desk, h1)
    with pytest.raises(UsageFault) as caught:
        close(desk, h1, date(2021, 6, 20))
    assert caught.value.code == "already_closed"
    assert caught.value.values == {"period": "2021/h1", "id": 2, "day": CLOSED_ON}


def test_a_period_that_has_not_begun_cannot_be_closed(desk: Desk) -> None:
    with pytest.raises(UsageFault) as caught:
        close(desk, parse_period(desk.plan, "m12"))
    assert caught.value.code == "period_not_begun"


def test_closing_may_be_undone_and_done_again(desk: Desk, h1: Period) -> None:
    close(desk, h1)
    desk.record(Request(kind="correction", target=2, text="chốt nhầm"))
    assert find_closed(desk.plan, desk.ledger, h1) is None
    close(desk, h1, date(2021, 6, 20))
    closed = find_closed(desk.plan, desk.ledger, h1)
    assert closed is not None
    assert (closed.entry.id, closed.day) == (4, date(2021, 6, 20))


@pytest.mark.parametrize(
    ("request_", "later"),
    [
        (Request(duty="V.6.4b", agency="stp", period="h1", without_evidence="có"), True),
        (Request(duty="V.6.4c", agency="stp", period="year", without_evidence="có"), False),
        # A quarter that is reported with the half year.
        (Request(duty="V.1.2b", agency="snv", period="q2", without_evidence="có"), True),
        (Request(duty="V.1.2b", agency="snv", period="q3", without_evidence="có"), False),
        # What has no date is of every period.
        (Request(duty="V.1.1a", agency="snv", without_evidence="có"), True),
        (Request(duty="V.1.1a", agency="snv", period="h1", without_evidence="có"), True),
        (
            Request(kind="narrative", agency="snv", period="h1", part="result", text="Đã làm."),
            True,
        ),
        (
            Request(kind="narrative", agency="snv", period="q3", part="result", text="Đã làm."),
            False,
        ),
        (Request(kind="correction", target=1, text="nhầm"), True),
    ],
)
def test_what_came_later_and_bears_on_the_period(
    desk: Desk, h1: Period, request_: Request, *, later: bool
) -> None:
    close(desk, h1)
    entry = desk.record(request_)
    closed = find_closed(desk.plan, desk.ledger, h1)
    assert closed is not None
    assert closed.later == ((entry,) if later else ())
    assert bears_on(desk.plan, entry, h1) is later


@pytest.mark.parametrize(
    ("day", "inside"), [("2021-06-14", True), ("2021-06-15", False), ("2020-12-15", True)]
)
def test_figures_bear_on_the_period_of_their_day(
    desk: Desk, h1: Period, day: str, *, inside: bool
) -> None:
    content = desk.content(
        Request(
            duty="V.10.3b", agency="dai-ptth", period="w30", day=date.fromisoformat(day),
            figures=(("phong-su", "1"),), without_evidence="có",
        )
    )  # fmt: skip
    assert bears_on(desk.plan, desk.append(content), h1) is inside


def test_an_entry_of_a_duty_that_the_plan_lost_bears_on_nothing(desk: Desk, h1: Period) -> None:
    content = desk.content(Request(duty="V.1.1a", agency="snv", without_evidence="có"))
    entry = desk.append(content._replace(duty="V.99"))
    assert not bears_on(desk.plan, entry, h1)


def test_what_an_event_made_is_of_the_period(desk: Desk, h1: Period) -> None:
    desk.record(Request(kind="event", duty="V.1.3b", day=date(2021, 5, 4)))
    entry = desk.done("V.1.3b", "snv", "2021-05-10")
    assert entry.content.period == "event-2"
    assert bears_on(desk.plan, entry, h1)
