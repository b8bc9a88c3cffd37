"""Schedules: when a duty has to be done, as the plan says it, before any date is computed."""

from datetime import date
from typing import Literal, NamedTuple

from cchc_cli.domain.periods import PeriodUnit, ReportingCode

Operator = Literal["before", "by", "on", "end"]
Rhythm = Literal["continuous", "sometime", "once", "dated", "window", "recurring", "event"]
SpanUnit = Literal["days", "working_days", "weeks", "months", "years"]
DueMonth = Literal["first", "second", "last", "next"]

RHYTHMS: tuple[Rhythm, ...] = (
    "continuous", "sometime", "once", "dated", "window", "recurring", "event",
)  # fmt: skip


class DueRule(NamedTuple):
    """The day within (or after) a period on which something is due.

    Exactly one of ``day_of_month``, ``weekday`` and ``month_day`` is set.

    Attributes:
        operator: ``before`` (strictly) or ``by`` (that day included).
        day_of_month: day 1-31 of ``month``; a day that the month lacks means its last.
        month: which month of the period is meant; ``next`` is the month after it.
        weekday: 0 (Monday) to 6 (Sunday) of a week.
        month_day: (month, day) in the year of the period's last day.
    """

    operator: Operator
    day_of_month: int | None = None
    month: DueMonth = "last"
    weekday: int | None = None
    month_day: tuple[int, int] | None = None


class Span(NamedTuple):
    """A length of time counted from an event, the event's own day not included."""

    number: int
    unit: SpanUnit


class Undated(NamedTuple):
    """No date in the text: always (``continuous``), some time (``sometime``) or ``once``."""

    rhythm: Rhythm


class Dated(NamedTuple):
    """One fixed date, and the reporting period that it counts for if the text names one."""

    operator: Operator
    day: date
    counts_for: ReportingCode | None = None

    @property
    def rhythm(self) -> Rhythm:
        """Always ``dated``."""
        return "dated"


class Window(NamedTuple):
    """Some day from ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def rhythm(self) -> Rhythm:
        """Always ``window``."""
        return "window"


class Every(NamedTuple):
    """At least ``times`` in every ``interval`` calendar periods.

    Only periods that begin on or after ``first`` and end on or before ``last`` count. Without a
    ``due`` rule the period's own last day is the deadline.
    """

    unit: PeriodUnit
    interval: int = 1
    times: int = 1
    first: date | None = None
    last: date | None = None
    due: DueRule | None = None

    @property
    def rhythm(self) -> Rhythm:
        """Always ``recurring``."""
        return "recurring"


class Reports(NamedTuple):
    """One report for each named reporting period of every year of the plan.

    Without ``due`` and ``event`` the text names no day, and none is made up. With ``event`` the
    day becomes known when the event happens (a ministry asks for the report).
    """

    codes: tuple[ReportingCode, ...]
    due: DueRule | None = None
    event: str | None = None

    @property
    def rhythm(self) -> Rhythm:
        """Always ``recurring``."""
        return "recurring"


class OnEvent(NamedTuple):
    """Due whenever ``event`` happens, within ``span`` of it where the text gives one."""

    event: str
    span: Span | None = None

    @property
    def rhythm(self) -> Rhythm:
        """Always ``event``."""
        return "event"


Schedule = Undated | Dated | Window | Every | Reports | OnEvent
