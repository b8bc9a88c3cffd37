"""Years that no calendar file covers."""

from datetime import date

from cchc_cli.domain.workdays import CalendarYear, WorkingCalendar
from cchc_cli.plan.default_days import with_default_years

ANNOUNCED = WorkingCalendar("Lịch", (CalendarYear(2021, complete=True, source="x", days=()),))


def test_a_year_of_the_file_stays_as_it_is() -> None:
    assert with_default_years(ANNOUNCED, [2021]) == ANNOUNCED


def test_a_missing_year_is_computed_and_says_so() -> None:
    calendar = with_default_years(ANNOUNCED, [2021, 2022, 2023])
    assert [(one.year, one.default, one.complete, one.source) for one in calendar.years] == [
        (2021, False, True, "x"),
        (2022, True, False, ""),
        (2023, True, False, ""),
    ]
    assert not calendar.is_working(date(2022, 9, 2))
    assert calendar.is_working(date(2022, 9, 6))


def test_computed_days_have_vietnamese_names() -> None:
    (_, year) = with_default_years(ANNOUNCED, [2022]).years
    special = year.special(date(2022, 9, 2))
    assert special is not None
    assert special.name == "Quốc khánh"
    assert [one.day for one in year.days] == sorted(one.day for one in year.days)


def test_a_year_that_the_library_does_not_know_stays_uncovered() -> None:
    assert with_default_years(ANNOUNCED, [2150]) == ANNOUNCED
