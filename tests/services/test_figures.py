"""Figures of the statistics annex: whose they are, of which days, and what they add up."""

from datetime import date

import pytest

from cchc_cli.domain.plan import Plan
from cchc_cli.services.figures import FigureRow, figure_entries, figure_rows
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.record import Request
from tests.services.recording import Desk

CONFERENCE = Request(duty="V.6.1b", agency="snv", without_evidence="có", day=date(2021, 6, 1))


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk where nothing is recorded."""
    return Desk(plan_2021)


def conference(desk: Desk, day: str, number: str, agency: str = "snv", **more: object) -> int:
    """Record conferences of a day; the entry's number comes back."""
    request = CONFERENCE._replace(
        agency=agency, day=date.fromisoformat(day), figures=(("hoi-nghi", number),)
    )
    return desk.record(request._replace(**more)).id  # type: ignore[arg-type]


def row(desk: Desk, period: str, agency: str | None = "snv", name: str = "hoi-nghi") -> FigureRow:
    """One row of the annex."""
    rows = figure_rows(desk.book(), parse_period(desk.plan, period), agency)
    return next(one for one in rows if one.indicator.id == name)


def numbers(found: FigureRow) -> tuple[float | None, float | None, float | None]:
    """This period, since the year began, the same period last year."""
    return found.now, found.since_new_year, found.year_before


def test_a_row_for_every_indicator_in_the_order_of_the_plan(desk: Desk) -> None:
    rows = figure_rows(desk.book(), parse_period(desk.plan, "h1"), None)
    assert tuple(one.indicator for one in rows) == desk.plan.indicators
    assert all(numbers(one) == (None, None, None) for one in rows)


def test_this_period_the_year_so_far_and_the_year_before(desk: Desk) -> None:
    conference(desk, "2019-12-15", "1")  # the first day of the half year 2020
    conference(desk, "2020-06-14", "2")  # its last
    conference(desk, "2020-06-15", "4")  # of the third quarter
    conference(desk, "2020-12-14", "8")
    conference(desk, "2020-12-15", "16")  # the first day of 2021
    conference(desk, "2021-06-14", "32")
    conference(desk, "2021-06-15", "64")
    conference(desk, "2021-09-15", "128")
    assert numbers(row(desk, "h1")) == (48, 48, 3)
    assert numbers(row(desk, "q3")) == (64, 112, 4)
    assert numbers(row(desk, "9m")) == (112, 112, 7)
    assert numbers(row(desk, "h2")) == (192, 240, 12)
    assert numbers(row(desk, "year")) == (240, 240, 15)
    assert numbers(row(desk, "m6")) == (32, 48, 2)


def test_the_period_that_was_said_wins_over_the_day(desk: Desk) -> None:
    conference(desk, "2021-06-18", "2", period="h1")
    assert (row(desk, "h1").now, row(desk, "q3").now) == (2, None)


def test_without_a_day_the_document_tells(desk: Desk) -> None:
    desk.done("V.6.1b", "snv", "2021-03-01", figures=(("hoi-nghi", "5"),))
    assert (row(desk, "q1").now, row(desk, "h1").now) == (5, 5)


def test_each_agency_has_its_own_and_the_city_all(desk: Desk) -> None:
    conference(desk, "2021-06-01", "1")
    conference(desk, "2021-06-01", "2", "stp")
    assert (row(desk, "h1").now, row(desk, "h1", "stp").now) == (1, 2)
    assert row(desk, "h1", None).now == 3
    assert row(desk, "h1", "stttt").now is None


def test_a_joint_event_counts_once_for_the_city_and_once_for_each(desk: Desk) -> None:
    """A partner that merely took part, one whose own duty it was, and one that called it."""
    desk.record(
        Request(
            duty="V.1.2b", agency="snv", period="q2", day=date(2021, 5, 27),
            participants=("vp-ubnd", "stttt"), figures=(("thong-tin-bao-chi", "1"),),
            without_evidence="có",
        )
    )  # fmt: skip
    for agency in ("snv", "vp-ubnd", "stttt", None):
        assert row(desk, "h1", agency, "thong-tin-bao-chi").now == 1
    assert row(desk, "h1", "stp", "thong-tin-bao-chi").now is None


def test_fractions_are_added(desk: Desk) -> None:
    for minutes in ("15", "22,5"):
        conference(desk, "2021-06-01", "1", figures=(("phat-thanh-co-so-thoi-luong", minutes),))
    assert row(desk, "h1", name="phat-thanh-co-so-thoi-luong").now == 37.5


def test_what_was_undone_does_not_count(desk: Desk) -> None:
    number = conference(desk, "2021-06-01", "1")
    conference(desk, "2021-06-02", "2")
    desk.record(Request(kind="correction", target=number, text="nhầm"))
    assert row(desk, "h1").now == 2


def test_nothing_is_added_up_of_rates(desk: Desk) -> None:
    assert numbers(row(desk, "h1", name="phan-anh-ty-le-dung-han")) == (None, None, None)


def test_what_was_known_earlier(desk: Desk) -> None:
    conference(desk, "2021-06-01", "1")
    conference(desk, "2021-06-02", "2")
    rows = figure_rows(desk.book(upto=1), parse_period(desk.plan, "h1"), None)
    assert rows[0].now == 1


def test_the_entries_behind_a_sum_add_up_to_it(desk: Desk) -> None:
    conference(desk, "2021-06-01", "1", figures=(("hoi-nghi", "1"), ("hoi-nghi-luot", "90")))
    conference(desk, "2021-06-02", "2", "stp", participants=("snv",))
    conference(desk, "2021-06-20", "4")
    undone = conference(desk, "2021-06-03", "8")
    desk.record(Request(kind="correction", target=undone, text="nhầm"))
    h1 = parse_period(desk.plan, "h1")
    for agency, behind in (("snv", [1, 2]), ("stp", [2]), (None, [1, 2]), ("stttt", [])):
        found = figure_entries(desk.book(), h1, agency)
        assert [entry.id for entry in found.get("hoi-nghi", ())] == behind
        total = sum(
            figure.value
            for entry in found.get("hoi-nghi", ())
            for figure in entry.content.figures
            if figure.indicator == "hoi-nghi"
        )
        assert total == (row(desk, "h1", agency).now or 0)
    assert [entry.id for entry in figure_entries(desk.book(), h1, None)["hoi-nghi-luot"]] == [1]
    assert [one.id for one in figure_entries(desk.book(1), h1, None)["hoi-nghi"]] == [1]
