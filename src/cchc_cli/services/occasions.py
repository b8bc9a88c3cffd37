"""Which period somebody means: of a duty, or of the figures that an activity brings."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, get_args

from cchc_cli.domain.occurrences import Occurrence, deciding_day
from cchc_cli.domain.periods import (
    Period,
    ReportingCode,
    calendar_period,
    nominal_span,
    reporting_period,
    serial_of,
)
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import Window
from cchc_cli.errors import Ambiguous, NotFound, UsageFault
from cchc_cli.services.book import Book

LISTED = 12
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)
_QUARTER = re.compile(r"(?:(\d{4})[-/])?q([1-4])")
_WEEK = re.compile(r"(?:(\d{4})[-/])?w(\d{1,2})")


class Occasion(NamedTuple):
    """A duty's period, and the period that figures count for where it is another one."""

    occurrence: Occurrence
    counts_for: Period | None = None

    def counts_on(self, day: date | None) -> date | None:
        """The day on which figures count: that of the activity, moved into the period."""
        if self.counts_for is None:
            return None
        first, end = self.counts_for.first, self.counts_for.end
        return min(max(day or end, first), end - timedelta(days=1))


def find_occasion(book: Book, duty: Duty, typed: str | None, day: date | None) -> Occasion:
    """The occurrence that ``typed`` means, or the one that holds ``day`` where nothing is typed.

    Raises:
        UsageFault: if a period has to be named.
        NotFound: if the duty has no such period.
        Ambiguous: if several answer.
    """
    found = book.occurrences(duty)
    if not found:
        raise NotFound("duty_ended", id=duty.id, since=duty.until)
    alone = len(found) == 1 and found[0].period is None
    if alone and (typed is None or not answering(found, typed)):
        return Occasion(found[0], _counted_in(book.plan, typed) if typed else None)
    if typed is None:
        return Occasion(_by_day(duty, found, day))
    answers = answering(found, typed)
    if len(answers) > 1:
        raise Ambiguous("many_periods", name=typed, known=_keys(answers))
    if not answers:
        raise NotFound("no_occurrence", name=typed, id=duty.id, known=_keys(found))
    return Occasion(answers[0])


def answering(found: Iterable[Occurrence], typed: str) -> tuple[Occurrence, ...]:
    """The occurrences whose period may be written that way."""
    wanted = typed.strip().casefold()
    return tuple(one for one in found if wanted in _spellings(one))


def _by_day(duty: Duty, found: tuple[Occurrence, ...], day: date | None) -> Occurrence:
    if len(found) == 1:
        return found[0]
    holding = [
        one
        for one in found
        if day and one.period and not one.period.is_reporting
        and one.period.first <= day < one.period.end
    ]  # fmt: skip
    if len(holding) != 1:
        raise UsageFault("period_needed", id=duty.id, known=_keys(found))
    return holding[0]


def _spellings(occurrence: Occurrence) -> tuple[str, ...]:
    """``2021/h1`` and ``h1``; ``2021-Q2`` and ``q2``; ``2021-W05``, ``w05`` and ``w5``."""
    key = occurrence.key.casefold()
    tail = re.split(r"[/-]", key, maxsplit=1)[-1]
    return (key, tail, re.sub(r"(?<=[mw])0(?=\d)", "", tail))


def _keys(found: tuple[Occurrence, ...]) -> str:
    more = ", …" if len(found) > LISTED else ""
    names = (f"{one.key} ({one.event})" if one.key.startswith("event-") else one.key
             for one in found[:LISTED])  # fmt: skip
    return ", ".join(names) + more


def _counted_in(plan: Plan, typed: str) -> Period:
    """The period that figures are counted in; ``q1`` and ``q3`` are those of the reports."""
    wanted = typed.strip().casefold()
    return parse_period(plan, wanted) if wanted in CODES else counting_period(plan, wanted)


def counting_period(plan: Plan, typed: str) -> Period:
    """The reporting period, calendar quarter or week that figures count for.

    Raises:
        UsageFault, NotFound: if there is none of that name in the plan's years.
    """
    wanted = typed.strip().casefold()
    if match := _QUARTER.fullmatch(wanted):
        first = date(_year(plan, match[1], typed), 3 * int(match[2]) - 2, 1)
        return calendar_period("quarter", serial_of("quarter", first))
    if match := _WEEK.fullmatch(wanted):
        try:
            first = date.fromisocalendar(_year(plan, match[1], typed), int(match[2]), 1)
        except ValueError:
            raise NotFound("no_such_week", name=typed) from None
        return calendar_period("week", serial_of("week", first))
    return parse_period(plan, wanted)


def _year(plan: Plan, written: str | None, typed: str) -> int:
    """The year of a calendar period: the plan's last, or one written, at most a year outside."""
    first, last = plan.validity.first.year, plan.validity.last.year
    year = int(written) if written else last
    if not first - 1 <= year <= last + 1:
        raise NotFound("period_outside_plan", value=typed, years=_span(range(first, last + 1)))
    return year


def named_period(plan: Plan, typed: str) -> Period:
    """A reporting period, or a calendar quarter or week: ``h1``, ``q2``, ``2021-Q3``, ``w23``.

    ``q1`` and ``q3`` are those of the reports.

    Raises:
        UsageFault, NotFound: if there is none of that name in the plan's years.
    """
    wanted = typed.strip().casefold()
    calendar = _QUARTER.fullmatch(wanted) or _WEEK.fullmatch(wanted)
    if calendar and "/" not in wanted and wanted not in CODES:
        return counting_period(plan, wanted)
    return parse_period(plan, wanted)


def next_occurrence(book: Book, occurrence: Occurrence) -> Occurrence | None:
    """What comes after an occurrence of a duty."""
    found = book.occurrences(occurrence.duty)
    at = next((n for n, one in enumerate(found) if one.key == occurrence.key), len(found))
    return found[at + 1] if at + 1 < len(found) else None


def parse_period(plan: Plan, typed: str) -> Period:
    """The reporting period meant by ``h1`` or, with a year, ``2021/h1``.

    Raises:
        UsageFault: if there is no such period; ``q2`` and ``q4`` are refused with the reason.
        NotFound: if the year lies outside the plan.
    """
    year_text, slash, code_text = typed.strip().casefold().rpartition("/")
    code = next((one for one in CODES if one == code_text), None)
    if code is None:
        reason = "no_such_quarter" if code_text in ("q2", "q4") else "unknown_period"
        raise UsageFault(reason, value=typed, allowed=", ".join(CODES[:6]) + ", m1 … m12")
    years = range(plan.validity.first.year, plan.validity.last.year + 1)
    if slash and not year_text.isdecimal():
        allowed = ", ".join(f"{plan.validity.last.year}/{code}" for code in CODES[:6])
        raise UsageFault("unknown_period", value=typed, allowed=allowed)
    year = int(year_text) if slash else years[-1]
    if year not in years:
        raise NotFound("period_outside_plan", value=typed, years=_span(years))
    return reporting_period(code, year, plan.policy.turnover_day)


def _span(years: range) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def falls_in(occurrence: Occurrence, period: Period) -> bool:
    """Whether an occurrence is of the period.

    Undated ones always are, and events on their day; reports by the cut-off of their figures;
    weeks, quarters and dates by the months that the period is named after; a window as long as it
    is open in those months. A calendar period is named after its own days.
    """
    if occurrence.period is not None and occurrence.period.is_reporting:
        return period.first <= occurrence.period.last < period.end
    first, end = nominal_span(period) if period.is_reporting else (period.first, period.end)
    schedule = occurrence.duty.schedule
    if occurrence.happened is not None:
        return first <= occurrence.happened < end
    if isinstance(schedule, Window):
        return schedule.first < end and first <= schedule.last
    if occurrence.period is not None:
        return first <= deciding_day(occurrence.period) < end
    return occurrence.deadline is None or first <= occurrence.deadline.last_good < end
