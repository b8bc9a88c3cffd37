"""Working days: which days are off, by a calendar that names its source.

Monday to Friday are working days and the weekend is not, except for the special days of a
calendar year: ``holiday`` (a public holiday), ``compensatory`` (off because a holiday fell on a
weekend), ``swapped`` (off in exchange for another day) and ``makeup`` (a weekend day that is
worked). Dates of Tết and the swaps around it are announced year by year, so a year that no
calendar covers is either supplied by a library, marked as ``default``, or not covered at all.
"""

from datetime import date, timedelta
from typing import Literal, NamedTuple

DayKind = Literal["holiday", "compensatory", "swapped", "makeup"]
SATURDAY = 5


class SpecialDay(NamedTuple):
    """A day that is not what its weekday says, or is off anyway."""

    day: date
    kind: DayKind
    name: str


class CalendarYear(NamedTuple):
    """The special days of one year.

    Attributes:
        complete: whether every day off of the year is listed.
        source: where the days come from, in words for the user.
        default: whether a library computed the days and nobody announced them.
    """

    year: int
    complete: bool
    source: str
    days: tuple[SpecialDay, ...]
    default: bool = False

    def special(self, day: date) -> SpecialDay | None:
        """The special day on that date, if there is one."""
        return next((special for special in self.days if special.day == day), None)


class WorkingCalendar(NamedTuple):
    """Special days by year; years that are not listed are not covered."""

    name: str
    years: tuple[CalendarYear, ...] = ()

    def covering(self, day: date) -> CalendarYear | None:
        """The calendar year that covers ``day``; None if the calendar says nothing about it."""
        return next((year for year in self.years if year.year == day.year), None)

    def is_working(self, day: date) -> bool:
        """Whether offices work on ``day``; by the weekday alone where the year is not covered."""
        year = self.covering(day)
        special = year.special(day) if year else None
        if special is not None:
            return special.kind == "makeup"
        return day.weekday() < SATURDAY

    def next_working(self, day: date) -> date:
        """``day`` itself if it is a working day, else the next one."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def add_working(self, day: date, number: int) -> date:
        """The ``number``-th working day after ``day``, which itself is not counted."""
        for _ in range(number):
            day = self.next_working(day + timedelta(days=1))
        return day
