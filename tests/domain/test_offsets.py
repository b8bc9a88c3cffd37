"""Spans from an event: the event's own day never counts."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.offsets import end_of_span
from cchc_cli.domain.schedules import Span, SpanUnit
from tests.domain.builders import CALENDAR

PROPERTY = settings(max_examples=100, deadline=None)
events = st.dates(date(2020, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("event", "number", "unit", "end"),
    [
        (date(2021, 6, 14), 1, "days", date(2021, 6, 15)),
        (date(2021, 12, 31), 1, "days", date(2022, 1, 1)),
        (date(2024, 2, 28), 2, "days", date(2024, 3, 1)),
        (date(2021, 6, 14), 2, "weeks", date(2021, 6, 28)),
        (date(2021, 1, 31), 1, "months", date(2021, 2, 28)),
        (date(2024, 1, 31), 1, "months", date(2024, 2, 29)),
        (date(2021, 1, 31), 2, "months", date(2021, 3, 31)),
        (date(2021, 12, 31), 2, "months", date(2022, 2, 28)),
        (date(2024, 2, 29), 1, "years", date(2025, 2, 28)),
        (date(2024, 2, 29), 4, "years", date(2028, 2, 29)),
        (date(2021, 4, 29), 1, "working_days", date(2021, 5, 4)),
        (date(2021, 4, 29), 10, "working_days", date(2021, 5, 17)),
        (date(2024, 5, 3), 1, "working_days", date(2024, 5, 4)),
        (date(2021, 6, 12), 1, "working_days", date(2021, 6, 14)),
    ],
)
def test_the_last_day_of_a_span(event: date, number: int, unit: SpanUnit, end: date) -> None:
    assert end_of_span(event, Span(number, unit), CALENDAR) == end


@PROPERTY
@given(event=events, number=st.integers(1, 60))
def test_months_keep_the_day_or_end_on_the_last(event: date, number: int) -> None:
    end = end_of_span(event, Span(number, "months"), CALENDAR)
    assert end.year * 12 + end.month == event.year * 12 + event.month + number
    assert end.day == min(event.day, monthrange(end.year, end.month)[1])


@PROPERTY
@given(event=events, number=st.integers(1, 60))
def test_twelve_months_are_a_year_and_seven_days_a_week(event: date, number: int) -> None:
    months = end_of_span(event, Span(number * 12, "months"), CALENDAR)
    assert months == end_of_span(event, Span(number, "years"), CALENDAR)
    days = end_of_span(event, Span(number * 7, "days"), CALENDAR)
    assert days == end_of_span(event, Span(number, "weeks"), CALENDAR)
    assert days == event + timedelta(days=number * 7)


@PROPERTY
@given(event=events, number=st.integers(1, 60))
def test_working_days_never_end_sooner_than_days(event: date, number: int) -> None:
    end = end_of_span(event, Span(number, "working_days"), CALENDAR)
    assert end >= end_of_span(event, Span(number, "days"), CALENDAR)
    assert CALENDAR.is_working(end)
