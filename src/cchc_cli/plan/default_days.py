"""Days off of years that no calendar file covers: computed by a library, and marked so.

Tết follows the moon and the swaps around it are announced year by year, so computed days are a
default to be replaced by the announcement.
"""

from collections.abc import Iterable

from cchc_cli.domain.workdays import CalendarYear, SpecialDay, WorkingCalendar


def with_default_years(calendar: WorkingCalendar, years: Iterable[int]) -> WorkingCalendar:
    """The calendar with every missing year of ``years`` computed, where the library knows it."""
    covered = {year.year for year in calendar.years}
    computed = (_computed(year) for year in years if year not in covered)
    return calendar._replace(years=calendar.years + tuple(year for year in computed if year.days))


def _computed(year: int) -> CalendarYear:
    from holidays import country_holidays

    days = country_holidays("VN", years=year, language="vi")
    special = tuple(SpecialDay(day, "holiday", days[day]) for day in sorted(days))
    return CalendarYear(year, complete=False, source="", days=special, default=True)
