"""Which period somebody means."""

from datetime import date

import pytest

from cchc_cli.domain.plan import Plan
from cchc_cli.errors import Ambiguous, CchcError, NotFound, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.occasions import (
    answering,
    counting_period,
    falls_in,
    find_occasion,
    named_period,
    next_occurrence,
    parse_period,
)
from cchc_cli.services.record import Request
from tests.services.recording import Desk, duty_of


@pytest.fixture
def book(plan_2021: Plan) -> Book:
    """The plan with nothing recorded."""
    return Desk(plan_2021).book()


@pytest.mark.parametrize(
    ("duty", "typed", "day", "key"),
    [
        ("V.6.4b", None, None, "2021/h1"),
        ("V.6.4b", "h1", None, "2021/h1"),
        ("V.6.4b", "2021/h1", None, "2021/h1"),
        ("V.6.4b", " H1 ", None, "2021/h1"),
        ("V.1.1e", "q3", None, "2021/q3"),
        ("V.1.1e", "year", None, "2021/year"),
        ("V.1.2b", "q2", None, "2021-Q2"),
        ("V.1.2b", "2021-q2", None, "2021-Q2"),
        ("V.1.2b", None, date(2021, 6, 30), "2021-Q2"),
        ("V.1.2b", None, date(2021, 7, 1), "2021-Q3"),
        ("V.10.3b", "w23", None, "2021-W23"),
        ("V.10.3b", "2021-w23", None, "2021-W23"),
        ("V.10.3b", None, date(2021, 6, 13), "2021-W23"),
        ("V.10.3b", None, date(2021, 6, 14), "2021-W24"),
        ("V.1.1a", None, None, "continuous"),
        ("V.4.1a", None, None, "once"),
        ("V.1.3b", None, None, "event"),
    ],
)
def test_the_period_of_a_duty(
    book: Book, duty: str, typed: str | None, day: date | None, key: str
) -> None:
    found = find_occasion(book, duty_of(book.plan, duty), typed, day)
    assert found.occurrence.key == key
    assert found.counts_for is None
    assert found.counts_on(day) is None


@pytest.mark.parametrize(
    ("duty", "typed", "day", "error", "code"),
    [
        ("V.1.2b", None, None, UsageFault, "period_needed"),
        ("V.1.2b", None, date(2021, 2, 1), UsageFault, "period_needed"),
        ("V.1.1e", None, date(2021, 6, 1), UsageFault, "period_needed"),
        ("V.1.2b", "q1", None, NotFound, "no_occurrence"),
        ("V.10.3b", "w11", None, NotFound, "no_occurrence"),
        ("V.6.4b", "year", None, NotFound, "no_occurrence"),
        ("V.1.1a", "h3", None, UsageFault, "unknown_period"),
        ("V.1.1a", "w60", None, NotFound, "no_such_week"),
        ("V.1.1a", "2020/h1", None, NotFound, "period_outside_plan"),
    ],
)
def test_periods_that_cannot_be_meant(
    *,
    book: Book,
    duty: str,
    typed: str | None,
    day: date | None,
    error: type[CchcError],
    code: str,
) -> None:
    with pytest.raises(error) as caught:
        find_occasion(book, duty_of(book.plan, duty), typed, day)
    assert caught.value.code == code


def test_many_periods_are_not_all_listed(book: Book) -> None:
    with pytest.raises(UsageFault) as caught:
        find_occasion(book, duty_of(book.plan, "V.10.3b"), None, None)
    known = str(caught.value.values["known"])
    assert known.startswith("2021-W12, ")
    assert known.endswith(", …")
    assert known.count(",") == 12


def test_a_period_of_several_years_has_to_be_told_with_its_year(plan_2021: Plan) -> None:
    longer = plan_2021._replace(validity=plan_2021.validity._replace(end=date(2023, 1, 1)))
    book = Book(longer, None)
    with pytest.raises(Ambiguous) as caught:
        find_occasion(book, duty_of(longer, "V.1.2b"), "q2", None)
    assert caught.value.values["known"] == "2021-Q2, 2022-Q2"
    found = find_occasion(book, duty_of(longer, "V.1.2b"), "2022-q2", None)
    assert found.occurrence.key == "2022-Q2"


def test_answers_to_a_way_of_writing(book: Book) -> None:
    weeks = book.occurrences(duty_of(book.plan, "V.10.3b"))
    assert [one.key for one in answering(weeks, "W23")] == ["2021-W23"]
    assert answering(weeks, "w1") == ()
    months = [weeks[0]._replace(key="2021-M05")]
    assert [one.key for one in answering(months, "m5")] == ["2021-M05"]


@pytest.mark.parametrize(
    ("typed", "day", "key", "counts_on"),
    [
        ("h1", date(2021, 6, 18), "2021/h1", date(2021, 6, 14)),
        ("h1", date(2021, 5, 1), "2021/h1", date(2021, 5, 1)),
        ("h1", date(2020, 11, 1), "2021/h1", date(2020, 12, 15)),
        ("h1", None, "2021/h1", date(2021, 6, 14)),
        ("q2", date(2021, 6, 30), "2021-Q2", date(2021, 6, 30)),
        ("q2", date(2021, 7, 2), "2021-Q2", date(2021, 6, 30)),
        ("w23", date(2021, 6, 9), "2021-W23", date(2021, 6, 9)),
        ("2021/w5", date(2021, 6, 9), "2021-W05", date(2021, 2, 7)),
        ("2020-q4", date(2021, 1, 1), "2020-Q4", date(2020, 12, 31)),
    ],
)
def test_the_period_that_figures_count_for(
    book: Book, typed: str, day: date | None, key: str, counts_on: date
) -> None:
    found = find_occasion(book, duty_of(book.plan, "V.1.1a"), typed, day)
    assert found.occurrence.key == "continuous"
    assert found.counts_for is not None
    assert found.counts_for.key == key
    assert found.counts_on(day) == counts_on


@pytest.mark.parametrize(
    ("typed", "counting", "named"),
    [("q2", "2021-Q2", "2021-Q2"), ("q1", "2021-Q1", "2021/q1"), ("q3", "2021-Q3", "2021/q3"),
     ("2021-Q3", "2021-Q3", "2021-Q3"), ("w23", "2021-W23", "2021-W23"),
     ("h1", "2021/h1", "2021/h1"),
     ("2021/year", "2021/year", "2021/year"), ("m6", "2021/m6", "2021/m6")],
)  # fmt: skip
def test_reporting_and_calendar_periods(
    plan_2021: Plan, typed: str, counting: str, named: str
) -> None:
    assert counting_period(plan_2021, typed).key == counting
    assert named_period(plan_2021, typed).key == named


@pytest.mark.parametrize(
    ("typed", "code"),
    [("q2", "no_such_quarter"), ("q4", "no_such_quarter"), ("", "unknown_period"),
     ("h3", "unknown_period"), ("x/h1", "unknown_period"), ("m13", "unknown_period"),
     ("2022/h1", "period_outside_plan"), ("2020/h1", "period_outside_plan")],
)  # fmt: skip
def test_reporting_periods_that_are_none(plan_2021: Plan, typed: str, code: str) -> None:
    with pytest.raises(CchcError) as caught:
        parse_period(plan_2021, typed)
    assert caught.value.code == code


def test_what_comes_next(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    quarters = desk.book().occurrences(duty_of(plan_2021, "V.1.2b"))
    assert next_occurrence(desk.book(), quarters[0]) == quarters[1]
    assert next_occurrence(desk.book(), quarters[-1]) is None
    assert next_occurrence(desk.book(), quarters[0]._replace(key="khac")) is None
    event = Request(kind="event", duty="V.1.3b", day=date(2021, 5, 4))
    desk.record(event)
    desk.record(event._replace(day=date(2021, 6, 4)))
    issues = desk.book().occurrences(duty_of(plan_2021, "V.1.3b"))
    assert next_occurrence(desk.book(), issues[0]) == issues[1]


@pytest.mark.parametrize(
    ("duty", "key", "period", "inside"),
    [
        ("V.1.2b", "2021-Q2", "h1", True),  # ends on 30 June, after the turnover
        ("V.1.2b", "2021-Q3", "h1", False),
        ("V.1.2b", "2021-Q2", "q3", False),
        ("V.6.4b", "2021/h1", "h1", True),
        ("V.6.4b", "2021/h1", "year", True),
        ("V.6.4c", "2021/year", "h1", False),
        ("V.10.3b", "2021-W25", "h1", True),
        ("V.10.3b", "2021-W26", "h1", False),  # its Thursday is 1 July
        ("V.1.1a", "continuous", "h1", True),
        ("V.4.1a", "once", "q1", True),
    ],
)
def test_what_belongs_to_a_reporting_period(
    book: Book, duty: str, key: str, period: str, *, inside: bool
) -> None:
    one = next(one for one in book.occurrences(duty_of(book.plan, duty)) if one.key == key)
    assert falls_in(one, parse_period(book.plan, period)) is inside
