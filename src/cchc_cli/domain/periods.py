"""Periods: the stretches of time that an activity or a report counts for.

Two families live side by side. *Calendar* periods (ISO week, month, quarter, half, year) serve the
clauses that speak of weeks and quarters of activity. *Reporting* periods are those of the reports
on administrative reform, whose figures run from a turnover day (the 15th) of the month before to
the day before that turnover in the last month; there is a first quarter, a half year, a third
quarter and a year, but no report of its own for quarters two and four.

Every period is computed from its kind and number, never from the period before it.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

PeriodUnit = Literal["week", "month", "quarter", "half", "year"]
ReportingCode = Literal[
    "q1", "h1", "q3", "9m", "h2", "year",
    "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12",
]  # fmt: skip

MONTHS_IN: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
REPORTING_MONTHS: dict[str, tuple[int, int]] = {
    "q1": (1, 3),
    "h1": (1, 6),
    "q3": (7, 9),
    "9m": (1, 9),
    "h2": (7, 12),
    "year": (1, 12),
    **{f"m{month}": (month, month) for month in range(1, 13)},
}
_LETTER = {"month": "M", "quarter": "Q", "half": "H"}


class Period(NamedTuple):
    """A stretch of days with a stable key.

    Attributes:
        key: ``2021-W12``, ``2021-M05``, ``2021-Q2``, ``2021-H1``, ``2021`` for calendar periods;
            ``2021/h1`` (with a slash) for reporting periods.
        name: the unit (``quarter``) or the reporting code (``h1``).
        year: the year that the period belongs to (the ISO year of a week).
        number: its place within the year, from 1 (0 for reporting periods).
        first: first day.
        end: the day after the last.
    """

    key: str
    name: str
    year: int
    number: int
    first: date
    end: date

    @property
    def last(self) -> date:
        """The last day that belongs; for a reporting period, the cut-off of its figures."""
        return self.end - timedelta(days=1)

    @property
    def is_reporting(self) -> bool:
        """Whether this is a reporting period and not one of the calendar."""
        return "/" in self.key


def month_start(serial: int) -> date:
    """First day of the month with that serial number (year × 12 + month - 1)."""
    return date(serial // 12, serial % 12 + 1, 1)


def serial_of(unit: PeriodUnit, day: date) -> int:
    """The running number of the period of that unit which holds ``day``."""
    if unit == "week":
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1) // MONTHS_IN[unit]


def calendar_period(unit: PeriodUnit, serial: int) -> Period:
    """The calendar period of that unit with that running number (see ``serial_of``)."""
    if unit == "week":
        first = date.fromordinal(serial * 7 + 1)
        year, number, _ = first.isocalendar()
        return Period(f"{year}-W{number:02d}", unit, year, number, first, first + timedelta(days=7))
    months = MONTHS_IN[unit]
    first = month_start(serial * months)
    end = month_start((serial + 1) * months)
    number = (first.month - 1) // months + 1
    width = 2 if unit == "month" else 1
    key = f"{first.year}" if unit == "year" else f"{first.year}-{_LETTER[unit]}{number:0{width}d}"
    return Period(key, unit, first.year, number, first, end)


def reporting_period(code: ReportingCode, year: int, turnover_day: int = 15) -> Period:
    """The reporting period ``code`` of ``year``.

    Args:
        code: one of ``REPORTING_MONTHS``.
        year: the year that the report is about.
        turnover_day: day of the month (1-28) on which the figures of a new period begin. With 15,
            the half year runs from 15 December of the year before to 14 June.
    """
    start_month, last_month = REPORTING_MONTHS[code]
    carry = 1 if turnover_day > 1 else 0
    first = month_start(year * 12 + start_month - 1 - carry).replace(day=turnover_day)
    end = month_start(year * 12 + last_month - carry).replace(day=turnover_day)
    return Period(f"{year}/{code}", code, year, 0, first, end)


def nominal_span(period: Period) -> tuple[date, date]:
    """First day and end of the months that a reporting period is named after.

    The half year of the reports closes its figures on 14 June but speaks of January to June: a
    quarter that ends on 30 June is reported with it.
    """
    start_month, last_month = REPORTING_MONTHS[period.name]
    january = period.year * 12
    return month_start(january + start_month - 1), month_start(january + last_month)


def month_length(serial: int) -> int:
    """Number of days in the month with that serial number."""
    return (month_start(serial + 1) - month_start(serial)).days
