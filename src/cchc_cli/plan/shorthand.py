"""The short forms of a schedule: English words that a person writes by hand, each with one meaning.

=====================================================  =========================================
``continuous``, ``sometime``, ``once``                 no date in the text
``before 2021-06-15``, ``by …``, ``on …``              a date; ``for h1`` names its period
``within 2021-Q2``, ``2021-09``, ``A..B``              a window, its end included
``2 times every quarter from A until B``               every calendar period between two dates
``every quarter, by day 20 of last month``             the same with a due day
``reports h1 year``                                    a report for each reporting period
``reports h1 year, when "…"``                          due on a day that an event sets
``when "…"``, ``within 10 working days of "…"``        whenever something happens
=====================================================  =========================================
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import get_args

from cchc_cli.domain.periods import PeriodUnit, ReportingCode
from cchc_cli.domain.schedules import (
    Dated,
    DueMonth,
    DueRule,
    Every,
    OnEvent,
    Operator,
    Reports,
    Schedule,
    Span,
    SpanUnit,
    Undated,
    Window,
)

HEADS = (
    "continuous",
    "sometime",
    "once",
    "before",
    "by",
    "on",
    "within",
    "every",
    "reports",
    "when",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)

_DAY = r"\d{4}-\d{2}-\d{2}"
_CODE = "|".join(CODES)
_STRETCH = rf"{_DAY}|\d{{4}}-\d{{2}}|\d{{4}}-Q\d|\d{{4}}-H\d|\d{{4}}"
_DUE = (
    r"(?P<op>before|by) (?:day (?P<dom>\d{1,2}) of (?P<month>first|second|last|next) month"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})|(?P<month_day>\d\d-\d\d))"
)
_UNITS: dict[str, PeriodUnit] = {
    "week": "week", "weeks": "week", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "half": "half", "halves": "half",
    "year": "year", "years": "year",
}  # fmt: skip
_OPERATORS: dict[str, Operator] = {"before": "before", "by": "by", "on": "on"}
_DUE_MONTHS: dict[str, DueMonth] = {
    "first": "first", "second": "second", "last": "last", "next": "next",
}  # fmt: skip
_SPANS: dict[str, SpanUnit] = {
    "day": "days", "week": "weeks", "month": "months", "year": "years",
}  # fmt: skip


class ShorthandError(ValueError):
    """A short form that cannot be read.

    Attributes:
        code: ``schedule_unknown``, ``schedule_day``, ``schedule_due`` or ``schedule_order``.
        part: the words that are wrong.
    """

    def __init__(self, code: str, part: str) -> None:
        super().__init__(code)
        self.code = code
        self.part = part


def parse_schedule(text: str) -> Schedule:
    """The schedule that a short form stands for.

    Raises:
        ShorthandError: for an unknown form, a day that does not exist, a due rule that does not
            fit its period, or bounds in the wrong order.
    """
    wanted = " ".join(text.split())
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(wanted):
            return build(match)
    raise ShorthandError("schedule_unknown", text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ShorthandError("schedule_day", text) from None


def _undated(match: re.Match[str]) -> Schedule:
    rhythm = match["rhythm"]
    if rhythm == "continuous":
        return Undated("continuous")
    return Undated("sometime") if rhythm == "sometime" else Undated("once")


def _dated(match: re.Match[str]) -> Schedule:
    return Dated(_OPERATORS[match["op"]], _day(match["day"]), _code(match["code"]))


def _code(text: str | None) -> ReportingCode | None:
    return next((code for code in CODES if code == text), None)


def _window(match: re.Match[str]) -> Schedule:
    first, _ = _stretch(match["first"])
    _, last = _stretch(match["last"] or match["first"])
    if last < first:
        raise ShorthandError("schedule_order", match[0])
    return Window(first, last)


def _stretch(text: str) -> tuple[date, date]:
    """First and last day of a year, half, quarter, month or day."""
    year, _, rest = text.partition("-")
    if re.fullmatch(_DAY, text):
        return _day(text), _day(text)
    if year == "0000":
        raise ShorthandError("schedule_day", text)
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    size = {"Q": 3, "H": 6}.get(rest[0], 1)
    number = int(rest.lstrip("QH"))
    if not 1 <= number <= 12 // size:
        raise ShorthandError("schedule_day", text)
    last_month = number * size
    last_day = monthrange(int(year), last_month)[1]
    return date(int(year), last_month - size + 1, 1), date(int(year), last_month, last_day)


def _every(match: re.Match[str]) -> Schedule:
    unit = _UNITS[match["unit"]]
    interval, times = int(match["interval"] or 1), int(match["times"] or 1)
    first = _day(match["from"]) if match["from"] else None
    last = _day(match["until"]) if match["until"] else None
    if interval < 1 or times < 1 or (first and last and last < first):
        raise ShorthandError("schedule_order", match[0])
    return Every(unit, interval, times, first, last, _due(match, unit, interval))


def _reports(match: re.Match[str]) -> Schedule:
    codes = tuple(dict.fromkeys(code for word in match["codes"].split() if (code := _code(word))))
    return Reports(codes, _due(match, "month", 1), match["event"])


def _due(match: re.Match[str], unit: PeriodUnit, interval: int) -> DueRule | None:
    if match["op"] is None:
        return None
    operator = _OPERATORS[match["op"]]
    if match["weekday"]:
        if unit != "week" or interval != 1:
            raise ShorthandError("schedule_due", match["weekday"])
        return DueRule(operator, weekday=WEEKDAYS.index(match["weekday"]))
    if match["month_day"]:
        if unit != "year":
            raise ShorthandError("schedule_due", match["month_day"])
        month, day = (int(part) for part in match["month_day"].split("-"))
        _day(f"2024-{month:02d}-{day:02d}")
        return DueRule(operator, month_day=(month, day))
    day = int(match["dom"])
    short = unit == "month" and interval == 1 and "codes" not in match.re.groupindex
    if unit == "week" or not 1 <= day <= 31 or (short and match["month"] == "second"):
        raise ShorthandError("schedule_due", f"day {day} of {match['month']} month")
    return DueRule(operator, day_of_month=day, month=_DUE_MONTHS[match["month"]])


def _event_span(match: re.Match[str]) -> Schedule:
    unit: SpanUnit = "working_days" if match["working"] else _SPANS[match["unit"]]
    if match["working"] and match["unit"] != "day":
        raise ShorthandError("schedule_unknown", match[0])
    return OnEvent(match["event"], Span(int(match["number"]), unit))


def _when(match: re.Match[str]) -> Schedule:
    return OnEvent(match["event"])


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Schedule]], ...] = (
    (re.compile(r"(?P<rhythm>continuous|sometime|once)"), _undated),
    (re.compile(rf"(?P<op>before|by|on) (?P<day>{_DAY})(?: for (?P<code>{_CODE}))?"), _dated),
    (re.compile(rf"within (?P<first>{_STRETCH})(?:\.\.(?P<last>{_STRETCH}))?"), _window),
    (
        re.compile(
            r"(?:(?P<times>\d{1,3}) times )?every "
            rf"(?:(?P<interval>\d{{1,3}}) )?(?P<unit>{'|'.join(_UNITS)})"
            rf"(?: from (?P<from>{_DAY}))?(?: until (?P<until>{_DAY}))?(?:, {_DUE})?"
        ),
        _every,
    ),
    (
        re.compile(
            rf"reports (?P<codes>(?:{_CODE})(?: (?:{_CODE}))*)(?:, {_DUE})?"
            r'(?:, when "(?P<event>[^"]+)")?'
        ),
        _reports,
    ),
    (
        re.compile(
            r"within (?P<number>\d{1,3}) (?P<working>working )?(?P<unit>day|week|month|year)s?"
            r' of "(?P<event>[^"]+)"'
        ),
        _event_span,
    ),
    (re.compile(r'when "(?P<event>[^"]+)"'), _when),
)
