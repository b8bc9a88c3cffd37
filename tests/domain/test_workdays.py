"""Working days: the four kinds of special day, and counting over them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.workdays import SpecialDay, WorkingCalendar
from tests.domain.builders import CALENDAR

PROPERTY = settings(max_examples=100, deadline=None)
EMPTY = WorkingCalendar("Không có năm nào")
days = st.dates(date(2020, 11, 1), date(2025, 12, 31))
calendars = st.sampled_from((CALENDAR, EMPTY))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2021, 6, 14), True),  # Monday
        (date(2021, 6, 12), False),  # Saturday
        (date(2021, 6, 13), False),  # Sunday
        (date(2021, 4, 21), False),  # a holiday on a Wednesday
        (date(2021, 5, 3), False),  # compensatory, a Monday
        (date(2024, 4, 29), False),  # swapped away, a Monday
        (date(2024, 5, 4), True),  # the Saturday that makes up for it
        (date(2024, 5, 11), False),  # the Saturday after
        (date(2024, 6, 15), False),  # Saturday
        (date(2024, 12, 15), False),  # Sunday
        (date(2025, 6, 15), False),  # Sunday, in a year that is not covered
        (date(2025, 9, 2), True),  # the weekday alone counts where nothing is known
    ],
)
def test_which_days_are_worked(day: date, works: bool) -> None:
    assert CALENDAR.is_working(day) is works


@pytest.mark.parametrize(
    ("day", "first_worked"),
    [
        (date(2021, 6, 15), date(2021, 6, 15)),
        (date(2021, 2, 10), date(2021, 2, 17)),
        (date(2021, 4, 30), date(2021, 5, 4)),
        (date(2021, 1, 1), date(2021, 1, 4)),
        (date(2024, 4, 27), date(2024, 5, 2)),
        (date(2024, 5, 4), date(2024, 5, 4)),
        (date(2024, 6, 15), date(2024, 6, 17)),
        (date(2024, 12, 15), date(2024, 12, 16)),
        (date(2025, 6, 15), date(2025, 6, 16)),
        (date(2022, 12, 31), date(2023, 1, 2)),
    ],
)
def test_the_next_working_day(day: date, first_worked: date) -> None:
    assert CALENDAR.next_working(day) == first_worked


@pytest.mark.parametrize(
    ("day", "number", "reached"),
    [
        (date(2021, 6, 14), 0, date(2021, 6, 14)),
        (date(2021, 6, 14), 1, date(2021, 6, 15)),
        (date(2021, 6, 12), 1, date(2021, 6, 14)),
        (date(2021, 6, 11), 1, date(2021, 6, 14)),
        (date(2021, 4, 29), 1, date(2021, 5, 4)),
        (date(2021, 4, 29), 10, date(2021, 5, 17)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
        (date(2024, 5, 3), 2, date(2024, 5, 6)),
    ],
)
def test_counting_working_days(day: date, number: int, reached: date) -> None:
    assert CALENDAR.add_working(day, number) == reached


def test_a_year_that_is_not_listed_is_not_covered() -> None:
    covering = CALENDAR.covering(date(2021, 12, 31))
    assert covering is not None
    assert covering.year == 2021
    assert CALENDAR.covering(date(2022, 1, 1)) is None
    assert EMPTY.covering(date(2021, 6, 15)) is None


def test_a_special_day_says_what_it_is() -> None:
    year = CALENDAR.years[1]
    assert year.special(date(2024, 5, 4)) == SpecialDay(date(2024, 5, 4), "makeup", "Làm bù")
    assert year.special(date(2024, 5, 5)) is None


@PROPERTY
@given(day=days, calendar=calendars)
def test_the_next_working_day_skips_days_off_only(day: date, calendar: WorkingCalendar) -> None:
    found = calendar.next_working(day)
    assert found >= day
    assert calendar.is_working(found)
    skipped = [day + timedelta(days=step) for step in range((found - day).days)]
    assert not any(calendar.is_working(one) for one in skipped)


@PROPERTY
@given(day=days, number=st.integers(1, 40), calendar=calendars)
def test_as_many_working_days_are_passed_as_asked(
    day: date, number: int, calendar: WorkingCalendar
) -> None:
    reached = calendar.add_working(day, number)
    passed = [day + timedelta(days=step + 1) for step in range((reached - day).days)]
    assert sum(calendar.is_working(one) for one in passed) == number
    assert calendar.is_working(reached)
