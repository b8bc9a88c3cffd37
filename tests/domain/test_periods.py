"""Calendar and reporting periods: facts of single years, and laws that hold in all."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.periods import (
    MONTHS_IN,
    REPORTING_MONTHS,
    Period,
    PeriodUnit,
    ReportingCode,
    calendar_period,
    month_length,
    month_start,
    nominal_span,
    reporting_period,
    serial_of,
)

UNITS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)
MONTH_CODES: tuple[ReportingCode, ...] = tuple(code for code in CODES if code.startswith("m"))

PROPERTY = settings(max_examples=100, deadline=None)
units = st.sampled_from(UNITS)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
years = st.integers(1900, 2199)
turnover_days = st.integers(1, 28)


@pytest.mark.parametrize(
    ("unit", "day", "period"),
    [
        (
            "week",
            date(2021, 3, 24),
            Period("2021-W12", "week", 2021, 12, date(2021, 3, 22), date(2021, 3, 29)),
        ),
        (
            "week",
            date(2021, 1, 1),
            Period("2020-W53", "week", 2020, 53, date(2020, 12, 28), date(2021, 1, 4)),
        ),
        (
            "week",
            date(2022, 1, 2),
            Period("2021-W52", "week", 2021, 52, date(2021, 12, 27), date(2022, 1, 3)),
        ),
        (
            "week",
            date(2024, 12, 30),
            Period("2025-W01", "week", 2025, 1, date(2024, 12, 30), date(2025, 1, 6)),
        ),
        (
            "month",
            date(2024, 2, 29),
            Period("2024-M02", "month", 2024, 2, date(2024, 2, 1), date(2024, 3, 1)),
        ),
        (
            "month",
            date(2021, 12, 31),
            Period("2021-M12", "month", 2021, 12, date(2021, 12, 1), date(2022, 1, 1)),
        ),
        (
            "quarter",
            date(2021, 4, 1),
            Period("2021-Q2", "quarter", 2021, 2, date(2021, 4, 1), date(2021, 7, 1)),
        ),
        (
            "quarter",
            date(2021, 12, 31),
            Period("2021-Q4", "quarter", 2021, 4, date(2021, 10, 1), date(2022, 1, 1)),
        ),
        (
            "half",
            date(2021, 6, 30),
            Period("2021-H1", "half", 2021, 1, date(2021, 1, 1), date(2021, 7, 1)),
        ),
        (
            "half",
            date(2021, 7, 1),
            Period("2021-H2", "half", 2021, 2, date(2021, 7, 1), date(2022, 1, 1)),
        ),
        (
            "year",
            date(2024, 2, 29),
            Period("2024", "year", 2024, 1, date(2024, 1, 1), date(2025, 1, 1)),
        ),
    ],
)
def test_the_calendar_period_that_holds_a_day(unit: PeriodUnit, day: date, period: Period) -> None:
    assert calendar_period(unit, serial_of(unit, day)) == period


@pytest.mark.parametrize(
    ("unit", "day", "last"),
    [
        ("quarter", date(2021, 4, 1), date(2021, 6, 30)),
        ("quarter", date(2021, 7, 1), date(2021, 9, 30)),
        ("quarter", date(2021, 10, 1), date(2021, 12, 31)),
        ("month", date(2021, 2, 1), date(2021, 2, 28)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(1900, 2, 1), date(1900, 2, 28)),
        ("month", date(2000, 2, 1), date(2000, 2, 29)),
        ("week", date(2021, 12, 31), date(2022, 1, 2)),
        ("half", date(2021, 1, 1), date(2021, 6, 30)),
        ("year", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_the_last_day_is_the_one_before_the_end(unit: PeriodUnit, day: date, last: date) -> None:
    assert calendar_period(unit, serial_of(unit, day)).last == last


@PROPERTY
@given(unit=units, day=days)
def test_the_period_of_a_day_holds_it(unit: PeriodUnit, day: date) -> None:
    period = calendar_period(unit, serial_of(unit, day))
    assert period.first <= day < period.end
    assert period.first <= period.last
    assert not period.is_reporting


@PROPERTY
@given(unit=units, day=days)
def test_calendar_periods_tile_time(unit: PeriodUnit, day: date) -> None:
    serial = serial_of(unit, day)
    before, this, after = (calendar_period(unit, serial + step) for step in (-1, 0, 1))
    assert before.end == this.first
    assert this.end == after.first
    assert serial_of(unit, this.first) == serial_of(unit, this.last) == serial
    assert len({before.key, this.key, after.key}) == 3


@PROPERTY
@given(unit=units, year=years)
def test_numbers_count_from_one_within_the_year(unit: PeriodUnit, year: int) -> None:
    inside = date(year, 1, 4)  # always in the first ISO week of its year
    serial = serial_of(unit, inside)
    first = calendar_period(unit, serial)
    assert (first.year, first.number) == (year, 1)
    before = calendar_period(unit, serial - 1)
    assert before.year == year - 1
    assert before.number in ({52, 53} if unit == "week" else {12 // MONTHS_IN[unit]})


@PROPERTY
@given(day=days)
def test_a_week_is_that_of_iso_8601(day: date) -> None:
    year, number, weekday = day.isocalendar()
    period = calendar_period("week", serial_of("week", day))
    assert (period.year, period.number) == (year, number)
    assert period.key == f"{year}-W{number:02d}"
    assert period.first == day - timedelta(days=weekday - 1)
    assert (period.end - period.first).days == 7


@PROPERTY
@given(day=days)
def test_a_month_has_the_days_of_the_calendar(day: date) -> None:
    serial = serial_of("month", day)
    number = monthrange(day.year, day.month)[1]
    assert month_length(serial) == number
    assert 28 <= number <= 31
    assert month_start(serial) == day.replace(day=1)
    assert calendar_period("month", serial).last.day == number


@PROPERTY
@given(unit=st.sampled_from(tuple(MONTHS_IN)), day=days)
def test_longer_periods_are_made_of_whole_months(unit: PeriodUnit, day: date) -> None:
    serial = serial_of(unit, day)
    months = MONTHS_IN[unit]
    period = calendar_period(unit, serial)
    assert period.first == calendar_period("month", serial * months).first
    assert period.end == calendar_period("month", serial * months + months - 1).end


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("m1", date(2020, 12, 15), date(2021, 1, 14)),
        ("m3", date(2021, 2, 15), date(2021, 3, 14)),
        ("m12", date(2021, 11, 15), date(2021, 12, 14)),
        ("q1", date(2020, 12, 15), date(2021, 3, 14)),
        ("h1", date(2020, 12, 15), date(2021, 6, 14)),
        ("q3", date(2021, 6, 15), date(2021, 9, 14)),
        ("9m", date(2020, 12, 15), date(2021, 9, 14)),
        ("h2", date(2021, 6, 15), date(2021, 12, 14)),
        ("year", date(2020, 12, 15), date(2021, 12, 14)),
    ],
)
def test_reporting_periods_of_2021(code: ReportingCode, first: date, last: date) -> None:
    period = reporting_period(code, 2021)
    assert (period.first, period.last) == (first, last)
    assert (period.key, period.name, period.year, period.number) == (f"2021/{code}", code, 2021, 0)
    assert period.is_reporting


@pytest.mark.parametrize(
    ("code", "first", "end"),
    [
        ("m1", date(2021, 1, 1), date(2021, 2, 1)),
        ("m3", date(2021, 3, 1), date(2021, 4, 1)),
        ("m12", date(2021, 12, 1), date(2022, 1, 1)),
        ("q1", date(2021, 1, 1), date(2021, 4, 1)),
        ("h1", date(2021, 1, 1), date(2021, 7, 1)),
        ("q3", date(2021, 7, 1), date(2021, 10, 1)),
        ("9m", date(2021, 1, 1), date(2021, 10, 1)),
        ("h2", date(2021, 7, 1), date(2022, 1, 1)),
        ("year", date(2021, 1, 1), date(2022, 1, 1)),
    ],
)
@pytest.mark.parametrize("turnover_day", [1, 15, 28])
def test_the_months_that_a_reporting_period_is_named_after(
    code: ReportingCode, turnover_day: int, first: date, end: date
) -> None:
    assert nominal_span(reporting_period(code, 2021, turnover_day)) == (first, end)


@PROPERTY
@given(year=years, turnover_day=turnover_days)
def test_a_period_named_after_months_closes_its_figures_within_the_last(
    year: int, turnover_day: int
) -> None:
    for code in CODES:
        period = reporting_period(code, year, turnover_day)
        first, end = nominal_span(period)
        assert first <= period.last < end
        assert period.first <= first
        assert (end - period.last).days <= 31


@pytest.mark.parametrize(
    ("code", "turnover_day", "first", "last"),
    [
        ("q1", 1, date(2024, 1, 1), date(2024, 3, 31)),
        ("m2", 1, date(2024, 2, 1), date(2024, 2, 29)),
        ("year", 1, date(2024, 1, 1), date(2024, 12, 31)),
        ("m3", 2, date(2024, 2, 2), date(2024, 3, 1)),
        ("m3", 28, date(2024, 2, 28), date(2024, 3, 27)),
        ("h1", 28, date(2023, 12, 28), date(2024, 6, 27)),
    ],
)
def test_the_turnover_day_moves_both_ends(
    code: ReportingCode, turnover_day: int, first: date, last: date
) -> None:
    period = reporting_period(code, 2024, turnover_day)
    assert (period.first, period.last) == (first, last)


@PROPERTY
@given(year=years, turnover_day=turnover_days)
def test_halves_tile_the_year(year: int, turnover_day: int) -> None:
    h1, h2, whole, following = (
        reporting_period("h1", year, turnover_day),
        reporting_period("h2", year, turnover_day),
        reporting_period("year", year, turnover_day),
        reporting_period("year", year + 1, turnover_day),
    )
    assert (whole.first, h1.end, h2.end) == (h1.first, h2.first, whole.end)
    assert whole.end == following.first


@PROPERTY
@given(year=years, turnover_day=turnover_days)
def test_months_tile_the_year(year: int, turnover_day: int) -> None:
    months = [reporting_period(code, year, turnover_day) for code in MONTH_CODES]
    whole = reporting_period("year", year, turnover_day)
    assert (months[0].first, months[-1].end) == (whole.first, whole.end)
    assert all(one.end == other.first for one, other in pairwise(months))
    assert all(28 <= (one.end - one.first).days <= 31 for one in months)


@PROPERTY
@given(year=years, turnover_day=turnover_days)
def test_between_the_first_and_the_third_quarter_are_three_months(
    year: int, turnover_day: int
) -> None:
    q1, m4, m6, q3, nine, h1 = (
        reporting_period(code, year, turnover_day)
        for code in ("q1", "m4", "m6", "q3", "9m", "h1")  # no report is made for quarter 2 alone
    )
    assert q1.end == m4.first
    assert m6.end == q3.first == h1.end
    assert q3.end == nine.end
    assert q1.first == nine.first == h1.first


@PROPERTY
@given(code=st.sampled_from(CODES), year=years, turnover_day=turnover_days)
def test_figures_end_the_day_before_the_turnover(
    code: ReportingCode, year: int, turnover_day: int
) -> None:
    period = reporting_period(code, year, turnover_day)
    assert period.first.day == period.end.day == turnover_day
    assert period.first < period.last
    assert (period.last.year, period.last.month) == (year, REPORTING_MONTHS[code][1])
