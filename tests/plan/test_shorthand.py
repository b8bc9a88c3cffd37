"""The short forms of a schedule: each reads as one record, everything else is refused."""

from calendar import monthrange
from datetime import date
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.offsets import end_of_span
from cchc_cli.domain.periods import PeriodUnit, ReportingCode
from cchc_cli.domain.schedules import (
    RHYTHMS,
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
from cchc_cli.plan.shorthand import CODES, HEADS, WEEKDAYS, ShorthandError, parse_schedule
from tests.domain.builders import CALENDAR, make_duty, make_plan

PROPERTY = settings(max_examples=200, deadline=None)
HUGE = "9" * 5000
REASONS = ("schedule_unknown", "schedule_day", "schedule_due", "schedule_order")


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("continuous", Undated("continuous")),
        ("sometime", Undated("sometime")),
        ("once", Undated("once")),
        ("  once\n", Undated("once")),
        ("before 2021-06-15", Dated("before", date(2021, 6, 15))),
        ("by 2021-06-15", Dated("by", date(2021, 6, 15))),
        ("on 2024-02-29", Dated("on", date(2024, 2, 29))),
        ("before 2021-06-15 for h1", Dated("before", date(2021, 6, 15), "h1")),
        ("by 2022-01-10 for year", Dated("by", date(2022, 1, 10), "year")),
        ("by 2021-10-20 for 9m", Dated("by", date(2021, 10, 20), "9m")),
        ("by 2021-11-05 for m10", Dated("by", date(2021, 11, 5), "m10")),
        ("within 2021", Window(date(2021, 1, 1), date(2021, 12, 31))),
        ("within 2021-H1", Window(date(2021, 1, 1), date(2021, 6, 30))),
        ("within 2021-H2", Window(date(2021, 7, 1), date(2021, 12, 31))),
        ("within 2021-Q2", Window(date(2021, 4, 1), date(2021, 6, 30))),
        ("within 2021-09", Window(date(2021, 9, 1), date(2021, 9, 30))),
        ("within 2021-02", Window(date(2021, 2, 1), date(2021, 2, 28))),
        ("within 2024-02", Window(date(2024, 2, 1), date(2024, 2, 29))),
        ("within 2021-06-15", Window(date(2021, 6, 15), date(2021, 6, 15))),
        ("within 2021-Q2..2021-Q4", Window(date(2021, 4, 1), date(2021, 12, 31))),
        ("within 2021-03-24..2021-06", Window(date(2021, 3, 24), date(2021, 6, 30))),
        ("within 2021-12-30..2022-01-05", Window(date(2021, 12, 30), date(2022, 1, 5))),
        ("every week", Every("week")),
        ("every weeks", Every("week")),
        ("every 2 quarters", Every("quarter", 2)),
        ("2 times every quarter", Every("quarter", times=2)),
        ("every half", Every("half")),
        ("every 2 halves", Every("half", 2)),
        ("every quarter from 2021-04-01", Every("quarter", first=date(2021, 4, 1))),
        ("every month until 2021-06-30", Every("month", last=date(2021, 6, 30))),
        (
            "3 times every 2 months from 2021-01-01 until 2021-12-31",
            Every("month", 2, 3, date(2021, 1, 1), date(2021, 12, 31)),
        ),
        ("every week, by friday", Every("week", due=DueRule("by", weekday=4))),
        ("every week, before monday", Every("week", due=DueRule("before", weekday=0))),
        (
            "every quarter, by day 20 of last month",
            Every("quarter", due=DueRule("by", day_of_month=20, month="last")),
        ),
        (
            "every month, by day 5 of next month",
            Every("month", due=DueRule("by", day_of_month=5, month="next")),
        ),
        (
            "every 2 months, by day 31 of second month",
            Every("month", 2, due=DueRule("by", day_of_month=31, month="second")),
        ),
        ("every year, before 06-15", Every("year", due=DueRule("before", month_day=(6, 15)))),
        ("every year, by 02-29", Every("year", due=DueRule("by", month_day=(2, 29)))),
        ("reports q1 h1 q3 year", Reports(("q1", "h1", "q3", "year"))),
        ("reports m1 m10 m12", Reports(("m1", "m10", "m12"))),
        (
            "reports h1 year, by day 20 of last month",
            Reports(("h1", "year"), DueRule("by", day_of_month=20, month="last")),
        ),
        (
            'reports h1 year, when "Bộ Nội vụ yêu cầu"',
            Reports(("h1", "year"), event="Bộ Nội vụ yêu cầu"),
        ),
        (
            'reports h1, before day 5 of next month, when "có yêu cầu"',
            Reports(("h1",), DueRule("before", day_of_month=5, month="next"), "có yêu cầu"),
        ),
        (
            "reports h1, by day 20 of second month",
            Reports(("h1",), DueRule("by", day_of_month=20, month="second")),
        ),
        ('when "có  văn bản\tmới"', OnEvent("có văn bản mới")),
        ('within 10 working days of "có yêu cầu"', OnEvent("có yêu cầu", Span(10, "working_days"))),
        ('within 1 working day of "có yêu cầu"', OnEvent("có yêu cầu", Span(1, "working_days"))),
        ('within 1 day of "có yêu cầu"', OnEvent("có yêu cầu", Span(1, "days"))),
        ('within 2 weeks of "có yêu cầu"', OnEvent("có yêu cầu", Span(2, "weeks"))),
        ('within 3 months of "có yêu cầu"', OnEvent("có yêu cầu", Span(3, "months"))),
        ('within 1 year of "có yêu cầu"', OnEvent("có yêu cầu", Span(1, "years"))),
    ],
)
def test_each_short_form_has_one_meaning(text: str, schedule: Schedule) -> None:
    assert parse_schedule(text) == schedule


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        *(
            (text, "schedule_unknown", text)
            for text in (
                "",
                "hằng quý",
                "Once",
                "twice",
                "before",
                "before 15/6/2021",
                "before 2021-6-15",
                "before 2021-06-15 for",
                "before 2021-06-15 for q2",
                "before 2021-06-15 for h1 year",
                "within 2021-1",
                "within 2021-q2",
                "within 2021..",
                "every",
                "every fortnight",
                "two times every week",
                "every week by friday",
                "every week, by Friday",
                "every week until 2021-12-31 from 2021-01-01",
                "every quarter, by day 20 of third month",
                "reports",
                "reports q2",
                "reports h1, year",
                'when ""',
                'when "a" or "b"',
                "when có yêu cầu",
                'within 5 working weeks of "có yêu cầu"',
                'within ten days of "có yêu cầu"',
                "continuous, by friday",
            )
        ),
        ("by 2021-02-29", "schedule_day", "2021-02-29"),
        ("on 2021-13-01", "schedule_day", "2021-13-01"),
        ("by 0000-01-01 for h1", "schedule_day", "0000-01-01"),
        ("within 2021-02-30", "schedule_day", "2021-02-30"),
        ("within 2021-01..2021-02-30", "schedule_day", "2021-02-30"),
        ("within 2021-13", "schedule_day", "2021-13"),
        ("within 2021-00", "schedule_day", "2021-00"),
        ("within 2021-Q0", "schedule_day", "2021-Q0"),
        ("within 2021-Q5", "schedule_day", "2021-Q5"),
        ("within 2021-H3", "schedule_day", "2021-H3"),
        ("within 0000", "schedule_day", "0000"),
        ("within 0000-01", "schedule_day", "0000-01"),
        ("within 0000-Q1..2021", "schedule_day", "0000-Q1"),
        ("every week from 2021-02-30", "schedule_day", "2021-02-30"),
        ("every week until 2021-02-30", "schedule_day", "2021-02-30"),
        ("every year, by 02-30", "schedule_day", "2024-02-30"),
        ("every year, by 13-01", "schedule_day", "2024-13-01"),
        ("within 2021-Q2..2021-Q1", "schedule_order", "within 2021-Q2..2021-Q1"),
        ("0 times every week", "schedule_order", "0 times every week"),
        ("every 0 weeks", "schedule_order", "every 0 weeks"),
        (
            "every week from 2021-06-01 until 2021-05-31",
            "schedule_order",
            "every week from 2021-06-01 until 2021-05-31",
        ),
        ("every month, by friday", "schedule_due", "friday"),
        ("every 2 weeks, by friday", "schedule_due", "friday"),
        ("reports h1, by friday", "schedule_due", "friday"),
        ("every quarter, by 06-15", "schedule_due", "06-15"),
        ("reports year, by 06-15", "schedule_due", "06-15"),
        ("every week, by day 5 of last month", "schedule_due", "day 5 of last month"),
        ("every month, by day 0 of last month", "schedule_due", "day 0 of last month"),
        ("every month, by day 32 of last month", "schedule_due", "day 32 of last month"),
        ("every month, by day 5 of second month", "schedule_due", "day 5 of second month"),
        ("reports h1, by day 32 of last month", "schedule_due", "day 32 of last month"),
    ],
)
def test_what_is_refused_and_why(text: str, code: str, part: str) -> None:
    with pytest.raises(ShorthandError) as refused:
        parse_schedule(text)
    assert (refused.value.code, refused.value.part) == (code, part)
    assert str(refused.value) == code


@pytest.mark.parametrize(
    "text",
    [
        f"every {HUGE} weeks",
        f"{HUGE} times every week",
        f'within {HUGE} days of "có yêu cầu"',
        f"every year, by day {HUGE} of last month",
    ],
)
def test_numbers_too_long_to_read_are_refused(text: str) -> None:
    with pytest.raises(ShorthandError):
        parse_schedule(text)


@pytest.mark.parametrize(
    "text",
    ["every 9999 years", "every 99999 quarters", "every 999999 weeks", f"every {'9' * 30} months"],
)
def test_a_rhythm_that_is_accepted_can_be_expanded(text: str) -> None:
    try:
        schedule = parse_schedule(text)
    except ShorthandError:
        return
    assert occurrences(make_plan(), make_duty(schedule)) == ()


@pytest.mark.parametrize(
    "text",
    [
        'within 9999 years of "có yêu cầu"',
        'within 999999 months of "có yêu cầu"',
        'within 99999999999 days of "có yêu cầu"',
    ],
)
def test_a_span_that_is_accepted_can_be_counted(text: str) -> None:
    try:
        schedule = parse_schedule(text)
    except ShorthandError:
        return
    assert isinstance(schedule, OnEvent)
    assert schedule.span is not None
    event = date(2021, 6, 15)
    assert end_of_span(event, schedule.span, CALENDAR) > event


def test_a_report_named_twice_is_asked_for_once() -> None:
    try:
        schedule = parse_schedule("reports h1 year h1")
    except ShorthandError:
        return
    assert schedule == Reports(("h1", "year"))


def test_every_head_begins_a_form() -> None:
    examples = {
        "continuous": "continuous",
        "sometime": "sometime",
        "once": "once",
        "before": "before 2021-06-15",
        "by": "by 2021-06-15",
        "on": "on 2021-06-15",
        "within": "within 2021",
        "every": "every week",
        "reports": "reports h1",
        "when": 'when "có yêu cầu"',
    }
    assert tuple(examples) == HEADS
    for text in examples.values():
        parse_schedule(text)
    assert get_args(ReportingCode) == CODES


# Laws. Each strategy makes a text and, by a way of its own, the record that it stands for.

Case = tuple[str, Schedule]
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
codes = st.sampled_from(CODES)
events = (
    st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]), max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
UNIT_WORDS: dict[str, PeriodUnit] = {
    "week": "week", "weeks": "week", "month": "month", "months": "month", "quarter": "quarter",
    "quarters": "quarter", "half": "half", "halves": "half", "year": "year", "years": "year",
}  # fmt: skip
SPAN_WORDS: dict[str, SpanUnit] = {
    "day": "days", "days": "days", "working day": "working_days", "working days": "working_days",
    "week": "weeks", "weeks": "weeks", "month": "months", "months": "months", "year": "years",
    "years": "years",
}  # fmt: skip


@st.composite
def undated(draw: st.DrawFn) -> Case:
    """No date."""
    if draw(st.booleans()):
        return "continuous", Undated("continuous")
    return ("once", Undated("once")) if draw(st.booleans()) else ("sometime", Undated("sometime"))


@st.composite
def dated(draw: st.DrawFn) -> Case:
    """A date, with or without its period."""
    operators: tuple[Operator, ...] = ("before", "by", "on")
    operator, day = draw(st.sampled_from(operators)), draw(days)
    code = draw(st.none() | codes)
    tail = f" for {code}" if code else ""
    return f"{operator} {day}{tail}", Dated(operator, day, code)


@st.composite
def stretch(draw: st.DrawFn) -> tuple[str, date, date]:
    """A year, half, quarter, month or day with its first and last day."""
    day, size = draw(days), draw(st.sampled_from((0, 1, 3, 6, 12)))
    if size == 0:
        return f"{day}", day, day
    number = (day.month - 1) // size + 1
    tail = {1: f"-{number:02d}", 3: f"-Q{number}", 6: f"-H{number}", 12: ""}[size]
    last_month = number * size
    last = date(day.year, last_month, monthrange(day.year, last_month)[1])
    return f"{day.year}{tail}", date(day.year, last_month - size + 1, 1), last


@st.composite
def window(draw: st.DrawFn) -> Case:
    """One stretch, or two in the right order."""
    text, first, last = draw(stretch())
    if draw(st.booleans()):
        return f"within {text}", Window(first, last)
    other_text, _, other_last = draw(stretch().filter(lambda one: one[2] >= first))
    return f"within {text}..{other_text}", Window(first, other_last)


@st.composite
def day_of_month(draw: st.DrawFn, months: tuple[DueMonth, ...]) -> tuple[str, DueRule]:
    """A due rule on a day of one of these months."""
    operator: Operator = "before" if draw(st.booleans()) else "by"
    number, month = draw(st.integers(1, 31)), draw(st.sampled_from(months))
    rule = DueRule(operator, day_of_month=number, month=month)
    return f", {operator} day {number} of {month} month", rule


@st.composite
def every(draw: st.DrawFn) -> Case:
    """A rhythm with all that may hang on it."""
    word = draw(st.sampled_from(sorted(UNIT_WORDS)))
    unit = UNIT_WORDS[word]
    times, interval = draw(st.none() | st.integers(1, 99)), draw(st.none() | st.integers(1, 99))
    first = draw(st.none() | days)
    last = draw(st.none() | st.dates(first or date(2000, 1, 1), date(2099, 12, 31)))
    due: tuple[str, DueRule | None] = ("", None)
    if draw(st.booleans()):
        operator: Operator = "before" if draw(st.booleans()) else "by"
        if unit == "week" and interval in (None, 1):
            at = draw(st.integers(0, 6))
            due = f", {operator} {WEEKDAYS[at]}", DueRule(operator, weekday=at)
        elif unit == "year" and draw(st.booleans()):
            day = draw(st.dates(date(2024, 1, 1), date(2024, 12, 31)))
            rule = DueRule(operator, month_day=(day.month, day.day))
            due = f", {operator} {day:%m-%d}", rule
        elif unit == "month" and interval in (None, 1):
            due = draw(day_of_month(("first", "last", "next")))
        elif unit != "week":
            due = draw(day_of_month(("first", "second", "last", "next")))
    text = "".join(
        (
            f"{times} times " if times else "",
            "every ",
            f"{interval} " if interval else "",
            word,
            f" from {first}" if first else "",
            f" until {last}" if last else "",
            due[0],
        )
    )
    return text, Every(unit, interval or 1, times or 1, first, last, due[1])


@st.composite
def reports(draw: st.DrawFn) -> Case:
    """Reports on some periods, each once."""
    chosen = draw(st.lists(codes, min_size=1, unique=True))
    tail, due = draw(st.just(("", None)) | day_of_month(("first", "second", "last", "next")))
    event = draw(st.none() | events)
    when = f', when "{event}"' if event else ""
    return f"reports {' '.join(chosen)}{tail}{when}", Reports(tuple(chosen), due, event)


@st.composite
def on_event(draw: st.DrawFn) -> Case:
    """An event, with or without a span."""
    event = draw(events)
    if draw(st.booleans()):
        return f'when "{event}"', OnEvent(event)
    number, word = draw(st.integers(1, 365)), draw(st.sampled_from(sorted(SPAN_WORDS)))
    return f'within {number} {word} of "{event}"', OnEvent(event, Span(number, SPAN_WORDS[word]))


cases = st.one_of(undated(), dated(), window(), every(), reports(), on_event())


@PROPERTY
@given(case=cases)
def test_a_valid_form_reads_as_its_record(case: Case) -> None:
    text, schedule = case
    assert parse_schedule(text) == schedule


@PROPERTY
@given(case=cases, space=st.sampled_from(("  ", "\n", "\t ", "\u00a0")))
def test_any_white_space_is_a_space(case: Case, space: str) -> None:
    text, schedule = case
    assert parse_schedule(f"{space}{text.replace(' ', space)}{space}") == schedule


fragments = st.lists(
    st.sampled_from(
        [
            *HEADS, *CODES, *WEEKDAYS, *UNIT_WORDS, *SPAN_WORDS, "from", "until", "for", "of",
            "times", "first", "second", "last", "next", "day", "working", ",", "..", '"có"', "0",
            "1", "31", "32", "99999999999999999999", "0000", "9999", "2021", "2021-00", "2021-13",
            "2021-Q2", "0000-H1", "2021-02-30", "9999-12-31", "06-15", "02-30", "00-00",
        ]
    ),
    max_size=9,
).map(lambda parts: " ".join(parts).replace(" ,", ",").replace(" .. ", ".."))  # fmt: skip


@PROPERTY
@given(text=st.text() | fragments | cases.map(lambda case: case[0][:-1]))
@example("within 0000")
def test_nothing_else_is_raised(text: str) -> None:
    try:
        outcome: str = parse_schedule(text).rhythm
    except ShorthandError as refused:
        outcome = refused.code
    assert outcome in {*RHYTHMS, *REASONS}
