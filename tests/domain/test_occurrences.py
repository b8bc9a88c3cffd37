"""Occurrences: which periods a duty has, by when, and who bears it."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.occurrences import (
    Occurrence,
    bearer_ids,
    deciding_day,
    due_day,
    membership_day,
    obligations,
    occurrences,
)
from cchc_cli.domain.periods import (
    Period,
    PeriodUnit,
    ReportingCode,
    calendar_period,
    month_start,
    reporting_period,
    serial_of,
)
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import (
    Dated,
    DueMonth,
    DueRule,
    Every,
    OnEvent,
    Reports,
    Rhythm,
    Schedule,
    Span,
    Undated,
    Window,
)
from tests.domain.builders import REGISTRY, make_duty, make_plan

PROPERTY = settings(max_examples=100, deadline=None)
IN_FORCE = date(2021, 3, 24)
PLAN_2021 = make_plan(in_force=IN_FORCE)
FOUR_REPORTS: tuple[ReportingCode, ...] = ("q1", "h1", "q3", "year")


def found(schedule: Schedule, plan: Plan = PLAN_2021) -> tuple[Occurrence, ...]:
    """The occurrences of a duty that has nothing but this schedule."""
    return occurrences(plan, make_duty(schedule))


def keys(schedule: Schedule, plan: Plan = PLAN_2021) -> list[str]:
    """Their keys."""
    return [one.key for one in found(schedule, plan)]


def last_good_days(schedule: Schedule, plan: Plan = PLAN_2021) -> list[date]:
    """Their legal last days."""
    return [one.deadline.last_good for one in found(schedule, plan) if one.deadline]


def calendar(unit: PeriodUnit, day: date) -> Period:
    """The calendar period that holds a day."""
    return calendar_period(unit, serial_of(unit, day))


# Duties without a date, and with one.


@pytest.mark.parametrize("rhythm", ["continuous", "sometime", "once"])
def test_an_undated_duty_occurs_once_and_is_never_due(rhythm: Rhythm) -> None:
    duty = make_duty(Undated(rhythm))
    assert occurrences(PLAN_2021, duty) == (Occurrence(duty, rhythm),)


@pytest.mark.parametrize("span", [None, Span(5, "working_days")])
def test_an_event_gives_no_date_before_it_happens(span: Span | None) -> None:
    duty = make_duty(OnEvent("Bộ Nội vụ yêu cầu", span))
    expected = Occurrence(duty, "event", event="Bộ Nội vụ yêu cầu")
    assert occurrences(PLAN_2021, duty) == (expected,)


def test_a_window_ends_with_its_last_day() -> None:
    (one,) = found(Window(date(2021, 4, 1), date(2021, 6, 30)))
    assert one.key == "2021-04-01..2021-06-30"
    assert one.period is None
    assert one.deadline is not None
    assert one.deadline.operator == "by"
    assert one.deadline.last_good == one.deadline.limit == date(2021, 6, 30)


def test_the_half_year_report_is_good_until_the_14th_and_late_from_the_16th() -> None:
    (one,) = found(Dated("before", date(2021, 6, 15), "h1"))
    assert one.key == "2021/h1"
    assert one.period == reporting_period("h1", 2021)
    assert one.period.last == date(2021, 6, 14)
    assert one.deadline is not None
    assert one.deadline.last_good == date(2021, 6, 14)
    assert [one.deadline.standing(date(2021, 6, day)) for day in (14, 15, 16)] == [
        "upcoming",
        "borderline",
        "late",
    ]


@pytest.mark.parametrize(
    ("schedule", "key"),
    [
        (Dated("by", date(2021, 6, 15)), "2021-06-15"),
        (Dated("before", date(2021, 12, 15), "year"), "2021/year"),
        (Dated("by", date(2021, 12, 31), "year"), "2021/year"),
        (Dated("by", date(2022, 1, 20), "year"), "2021/year"),
        (Dated("by", date(2021, 7, 5), "h1"), "2021/h1"),
        (Dated("by", date(2021, 1, 14), "m12"), "2020/m12"),
    ],
)
def test_a_date_counts_for_the_period_that_ended_nearest(schedule: Schedule, key: str) -> None:
    assert keys(schedule) == [key]


# Recurring duties.


def test_quarters_from_april_end_in_june_september_and_december() -> None:
    schedule = Every("quarter", first=date(2021, 4, 1))
    assert keys(schedule) == ["2021-Q2", "2021-Q3", "2021-Q4"]
    assert last_good_days(schedule) == [date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31)]
    assert {one.deadline.operator for one in found(schedule) if one.deadline} == {"end"}


def test_a_weekly_duty_in_force_on_24_march_has_41_weeks() -> None:
    weeks = keys(Every("week"))
    assert weeks == [f"2021-W{number:02d}" for number in range(12, 53)]
    assert len(weeks) == 41


@pytest.mark.parametrize(
    ("schedule", "first", "last", "expected"),
    [
        # A month, quarter, half or year is the plan's if it ends within.
        (Every("month"), date(2021, 2, 15), date(2021, 5, 14), [
            "2021-M02", "2021-M03", "2021-M04",
        ]),
        (Every("quarter"), date(2021, 2, 15), date(2021, 6, 29), ["2021-Q1"]),
        (Every("quarter"), date(2021, 2, 15), date(2021, 6, 30), ["2021-Q1", "2021-Q2"]),
        (Every("half"), date(2021, 1, 1), date(2021, 12, 31), ["2021-H1", "2021-H2"]),
        (Every("year"), date(2021, 1, 1), date(2023, 12, 30), ["2021", "2022"]),
        (Every("month"), date(2021, 2, 2), date(2021, 2, 27), []),
        # A week is the plan's if its Thursday lies within: 31/12/2020 and 1/1/2026 are Thursdays.
        (Every("week"), date(2021, 1, 1), date(2021, 1, 13), ["2021-W01"]),
        (Every("week"), date(2021, 1, 1), date(2021, 1, 14), ["2021-W01", "2021-W02"]),
        (Every("week"), date(2020, 12, 31), date(2021, 1, 7), ["2020-W53", "2021-W01"]),
        (Every("week"), date(2025, 12, 29), date(2025, 12, 31), []),
        (Every("week"), date(2025, 12, 29), date(2026, 1, 1), ["2026-W01"]),
        # Several periods in one.
        (
            Every("month", 2), date(2021, 1, 1), date(2021, 5, 31),
            ["2021-M01..2021-M02", "2021-M03..2021-M04"],
        ),
        (Every("quarter", 2), date(2021, 1, 1), date(2021, 12, 31), [
            "2021-Q1..2021-Q2", "2021-Q3..2021-Q4",
        ]),
        (Every("year", 2), date(2021, 1, 1), date(2021, 12, 31), []),
        # Bounds of the schedule's own.
        (
            Every("month", first=date(2021, 4, 1), last=date(2021, 6, 30)),
            date(2021, 1, 1), date(2021, 12, 31),
            ["2021-M04", "2021-M05", "2021-M06"],
        ),
        (
            Every("month", first=date(2021, 4, 2), last=date(2021, 6, 29)),
            date(2021, 1, 1), date(2021, 12, 31),
            ["2021-M05"],
        ),
        (
            Every("month", last=date(2021, 1, 31)),
            date(2021, 1, 1), date(2021, 12, 31),
            ["2021-M01"],
        ),
    ],
)  # fmt: skip
def test_which_periods_are_the_plans(
    schedule: Schedule, first: date, last: date, expected: list[str]
) -> None:
    assert keys(schedule, make_plan(first, last)) == expected


@pytest.mark.parametrize(("year", "weeks"), [(2019, 52), (2020, 53), (2021, 52), (2026, 53)])
def test_a_year_has_its_iso_weeks(year: int, weeks: int) -> None:
    plan = make_plan(date(year, 1, 1), date(year, 12, 31))
    assert keys(Every("week"), plan) == [f"{year}-W{at + 1:02d}" for at in range(weeks)]


@pytest.mark.parametrize(
    ("period", "day"),
    [
        pytest.param(
            calendar_period("week", serial_of("week", date(2021, 12, 31))), date(2021, 12, 30),
            id="the Thursday of a week that ends in the next year",
        ),
        pytest.param(
            calendar_period("week", serial_of("week", date(2021, 1, 1))), date(2020, 12, 31),
            id="the Thursday of a week that began in the last year",
        ),
        pytest.param(
            calendar_period("quarter", serial_of("quarter", date(2021, 5, 1))), date(2021, 6, 30),
            id="the last day of a quarter",
        ),
        pytest.param(reporting_period("h1", 2021), date(2021, 6, 14), id="of a reporting period"),
    ],
)  # fmt: skip
def test_the_day_by_which_a_period_belongs_to_a_year(period: Period, day: date) -> None:
    assert deciding_day(period) == day


def test_several_weeks_in_one_belong_by_the_thursday_of_the_last() -> None:
    stretches = found(Every("week", 3), make_plan())
    assert stretches[0].key == "2021-W01..2021-W03"
    assert stretches[-1].key == "2021-W49..2021-W51", "W52 to W02 ends in another plan's time"
    assert len(stretches) == 17


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        (None, ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]),
        (date(2021, 3, 24), ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]),
        (date(2021, 3, 31), ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]),
        (date(2021, 4, 1), ["2021-Q2", "2021-Q3", "2021-Q4"]),
        (date(2020, 6, 1), ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]),
    ],
)
def test_periods_that_ended_before_the_plan_could_bind_are_not_demanded(
    in_force: date | None, expected: list[str]
) -> None:
    assert keys(Every("quarter"), make_plan(in_force=in_force)) == expected


def test_how_often_is_carried_on() -> None:
    assert {one.times for one in found(Every("quarter", times=2))} == {2}
    assert {one.times for one in found(Every("quarter"))} == {1}


def test_a_due_day_that_is_off_moves_only_under_a_policy() -> None:
    plan = make_plan(date(2024, 1, 1), date(2025, 12, 31))
    shifting = plan._replace(policy=Policy(shift="next_working_day"))
    schedule = Every("half", due=DueRule("by", day_of_month=15))
    named = [date(2024, 6, 15), date(2024, 12, 15), date(2025, 6, 15), date(2025, 12, 15)]
    assert last_good_days(schedule, plan) == named
    assert last_good_days(schedule, shifting) == named
    assert [one.deadline.effective for one in found(schedule, shifting) if one.deadline] == [
        date(2024, 6, 17),
        date(2024, 12, 16),
        date(2025, 6, 16),
        date(2025, 12, 15),
    ]


# Reports.


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        (None, ["2021/q1", "2021/h1", "2021/q3", "2021/year"]),
        (date(2021, 3, 14), ["2021/q1", "2021/h1", "2021/q3", "2021/year"]),
        (date(2021, 3, 15), ["2021/h1", "2021/q3", "2021/year"]),
        (IN_FORCE, ["2021/h1", "2021/q3", "2021/year"]),
    ],
)
def test_a_report_is_due_only_if_its_figures_end_after_the_plan_binds(
    in_force: date | None, expected: list[str]
) -> None:
    plan = make_plan(in_force=in_force)
    assert keys(Reports(FOUR_REPORTS), plan) == expected
    assert [one.deadline for one in found(Reports(FOUR_REPORTS), plan)] == [None] * len(expected)


def test_cut_offs_of_2021() -> None:
    cut_offs = [one.period.last for one in found(Reports(FOUR_REPORTS)) if one.period]
    assert cut_offs == [date(2021, 6, 14), date(2021, 9, 14), date(2021, 12, 14)]


def test_reports_come_in_order_of_time_for_every_year_of_the_plan() -> None:
    plan = make_plan(date(2021, 6, 1), date(2022, 6, 30))
    assert keys(Reports(("year", "h1")), plan) == ["2021/h1", "2021/year", "2022/h1"]


def test_reports_are_due_by_the_20th_of_the_last_month() -> None:
    schedule = Reports(FOUR_REPORTS, due=DueRule("by", day_of_month=20))
    expected = [date(2021, month, 20) for month in (3, 6, 9, 12)]
    assert last_good_days(schedule, make_plan()) == expected


def test_a_report_on_request_knows_its_event_and_no_day() -> None:
    reports = found(Reports(("h1", "year"), event="Bộ Nội vụ yêu cầu"))
    assert [(one.event, one.deadline) for one in reports] == [("Bộ Nội vụ yêu cầu", None)] * 2


def test_the_turnover_day_is_the_policys() -> None:
    plan = make_plan(policy=Policy(turnover_day=1))
    reports = found(Reports(("h1", "year")), plan)
    assert [one.period.last for one in reports if one.period] == [
        date(2021, 6, 30),
        date(2021, 12, 31),
    ]
    (half,) = found(Dated("before", date(2021, 6, 15), "h1"), plan)
    assert half.period == reporting_period("h1", 2021, 1)


# The day that a due rule names.

DUE_IN_CALENDAR_PERIODS: tuple[tuple[PeriodUnit, DueMonth, date], ...] = (
    ("quarter", "first", date(2021, 10, 20)),
    ("quarter", "second", date(2021, 11, 20)),
    ("quarter", "last", date(2021, 12, 20)),
    ("quarter", "next", date(2022, 1, 20)),
    ("half", "first", date(2021, 7, 20)),
    ("half", "second", date(2021, 8, 20)),
    ("half", "last", date(2021, 12, 20)),
    ("year", "first", date(2021, 1, 20)),
    ("year", "second", date(2021, 2, 20)),
    ("year", "next", date(2022, 1, 20)),
)
DUE_IN_REPORTING_PERIODS: tuple[tuple[ReportingCode, DueMonth, date], ...] = (
    ("q1", "first", date(2021, 1, 20)),
    ("q1", "last", date(2021, 3, 20)),
    ("q1", "next", date(2021, 4, 20)),
    ("h1", "first", date(2021, 1, 20)),
    ("h1", "second", date(2021, 2, 20)),
    ("q3", "first", date(2021, 7, 20)),
    ("9m", "first", date(2021, 1, 20)),
    ("m1", "first", date(2021, 1, 20)),
    ("m1", "last", date(2021, 1, 20)),
    ("year", "first", date(2021, 1, 20)),
    ("year", "last", date(2021, 12, 20)),
    ("year", "next", date(2022, 1, 20)),
)


@pytest.mark.parametrize(
    ("period", "rule", "day"),
    [
        (calendar("week", date(2021, 3, 24)), DueRule("by", weekday=0), date(2021, 3, 22)),
        (calendar("week", date(2021, 12, 31)), DueRule("by", weekday=6), date(2022, 1, 2)),
        (calendar("month", date(2021, 1, 1)), DueRule("by", day_of_month=31), date(2021, 1, 31)),
        (calendar("month", date(2021, 2, 1)), DueRule("by", day_of_month=31), date(2021, 2, 28)),
        (calendar("month", date(2024, 2, 1)), DueRule("by", day_of_month=30), date(2024, 2, 29)),
        (calendar("month", date(2021, 4, 1)), DueRule("by", day_of_month=31), date(2021, 4, 30)),
        # Over the year's end, and back to the period's beginning.
        (
            calendar("month", date(2021, 12, 1)),
            DueRule("by", day_of_month=5, month="next"),
            date(2022, 1, 5),
        ),
        (
            calendar("month", date(2022, 1, 1)),
            DueRule("by", day_of_month=31, month="next"),
            date(2022, 2, 28),
        ),
        *(
            (calendar(unit, date(2021, 11, 11)), DueRule("by", day_of_month=20, month=month), day)
            for unit, month, day in DUE_IN_CALENDAR_PERIODS
        ),
        *(
            (reporting_period(code, 2021), DueRule("by", day_of_month=20, month=month), day)
            for code, month, day in DUE_IN_REPORTING_PERIODS
        ),
        (calendar("year", date(2021, 1, 1)), DueRule("by", month_day=(6, 15)), date(2021, 6, 15)),
        (calendar("year", date(2021, 1, 1)), DueRule("by", month_day=(2, 29)), date(2021, 2, 28)),
        (calendar("year", date(2024, 1, 1)), DueRule("by", month_day=(2, 29)), date(2024, 2, 29)),
        (calendar("year", date(2024, 1, 1)), DueRule("by", month_day=(12, 31)), date(2024, 12, 31)),
    ],
)
def test_the_day_that_a_rule_names(period: Period, rule: DueRule, day: date) -> None:
    assert due_day(period, rule) == day


DUE_MONTHS: tuple[DueMonth, ...] = ("first", "second", "last", "next")


@PROPERTY
@given(
    unit=st.sampled_from(("quarter", "half", "year")),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    day_of_month=st.integers(1, 31),
    month=st.sampled_from(DUE_MONTHS),
)
def test_a_due_day_never_leaves_its_month(
    unit: PeriodUnit, day: date, day_of_month: int, month: DueMonth
) -> None:
    period = calendar(unit, day)
    due = due_day(period, DueRule("by", day_of_month=day_of_month, month=month))
    assert due.day == min(day_of_month, monthrange(due.year, due.month)[1])
    assert (period.first <= due < period.end) is (month != "next")
    starts = {
        "first": period.first,
        "second": month_start(serial_of("month", period.first) + 1),
        "last": period.last.replace(day=1),
        "next": period.end,
    }
    assert due.replace(day=1) == starts[month]


# Laws.


@PROPERTY
@given(
    serial=st.integers(2015 * 12, 2030 * 12),
    months=st.integers(1, 60),
    interval=st.integers(1, 6),
    day=st.integers(1, 31),
)
def test_months_do_not_drift(serial: int, months: int, interval: int, day: int) -> None:
    first, last = month_start(serial), month_start(serial + months) - timedelta(days=1)
    rule = rrule(
        MONTHLY,
        dtstart=month_start(serial + interval - 1),
        until=last,
        interval=interval,
        bymonthday=range(1, day + 1),
        bysetpos=-1,  # day 31, or the last of a month that has none
    )
    schedule = Every("month", interval, due=DueRule("by", day_of_month=day))
    assert last_good_days(schedule, make_plan(first, last)) == [one.date() for one in rule]


@PROPERTY
@given(
    first=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    length=st.integers(0, 800),
    weekday=st.integers(0, 6),
)
def test_weeks_do_not_drift(first: date, length: int, weekday: int) -> None:
    last = first + timedelta(days=length)
    thursdays = rrule(WEEKLY, dtstart=first, until=last, byweekday=3)
    schedule = Every("week", due=DueRule("by", weekday=weekday))
    expected = [one.date() + timedelta(days=weekday - 3) for one in thursdays]
    assert last_good_days(schedule, make_plan(first, last)) == expected


@PROPERTY
@given(interval=st.integers(2, 9), first=st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_several_weeks_in_one_do_not_drift(interval: int, first: date) -> None:
    stretches = found(
        Every("week", interval), make_plan(first, first + timedelta(days=interval * 40))
    )
    periods = [one.period for one in stretches if one.period]
    rule = rrule(WEEKLY, dtstart=periods[0].first, interval=interval, count=len(periods))
    assert [period.first for period in periods] == [one.date() for one in rule]
    assert {(period.end - period.first).days for period in periods} == {interval * 7}


schedules: st.SearchStrategy[Schedule] = st.one_of(
    st.builds(Undated, st.sampled_from(("continuous", "sometime", "once"))),
    st.builds(
        Dated,
        st.sampled_from(("before", "by", "on")),
        st.dates(date(2019, 1, 1), date(2026, 12, 31)),
        st.none() | st.sampled_from((*FOUR_REPORTS, "m1", "m12", "h2", "9m")),
    ),
    st.builds(
        Every,
        st.sampled_from(("week", "month", "quarter", "half", "year")),
        st.integers(1, 4),
        st.integers(1, 3),
        st.none() | st.dates(date(2019, 1, 1), date(2022, 12, 31)),
        st.none() | st.dates(date(2022, 1, 1), date(2026, 12, 31)),
        st.none(),
    ),
    st.builds(
        Reports,
        st.lists(
            st.sampled_from((*FOUR_REPORTS, "9m", "h2", "m1", "m6", "m12")), min_size=1, unique=True
        ).map(tuple),
        st.none() | st.integers(1, 31).map(lambda day: DueRule("by", day_of_month=day)),
        st.none(),
    ),
    st.just(OnEvent("có yêu cầu")),
)
plans = st.builds(
    lambda first, length, wait, turnover_day: make_plan(
        first,
        first + timedelta(days=length),
        in_force=None if wait is None else first + timedelta(days=wait),
        policy=Policy(turnover_day=turnover_day),
    ),
    st.dates(date(2019, 1, 1), date(2025, 12, 31)),
    st.integers(0, 1200),
    st.none() | st.integers(-60, 400),
    st.integers(1, 28),
)


@PROPERTY
@given(plan=plans, schedule=schedules)
def test_keys_are_unique_and_periods_in_order_of_time(plan: Plan, schedule: Schedule) -> None:
    answer = found(schedule, plan)
    assert len({one.key for one in answer}) == len(answer)
    ends = [(one.period.end, one.period.first) for one in answer if one.period]
    assert ends == sorted(ends)


@PROPERTY
@given(plan=plans, schedule=schedules)
def test_recurring_periods_lie_in_the_binding_span(plan: Plan, schedule: Schedule) -> None:
    validity = plan.validity
    answer = found(schedule, plan) if schedule.rhythm == "recurring" else ()
    for one in answer:
        assert one.period is not None
        assert one.period.last >= validity.binding_from
        assert one.period.first < validity.end
        if isinstance(schedule, Every):
            assert schedule.first is None or schedule.first <= one.period.first
            assert schedule.last is None or one.period.last <= schedule.last
        if one.period.name != "week":
            assert validity.holds_on(one.period.last)


@PROPERTY
@given(plan=plans, schedule=schedules)
def test_bearers_are_looked_up_on_a_day_of_the_plan(plan: Plan, schedule: Schedule) -> None:
    for one in found(schedule, plan):
        assert plan.validity.holds_on(membership_day(plan, one))


# Who bears an occurrence.


@pytest.mark.parametrize(
    ("schedule", "day"),
    [
        (Undated("continuous"), IN_FORCE),
        (OnEvent("có yêu cầu"), IN_FORCE),
        (Dated("before", date(2021, 6, 15)), date(2021, 6, 14)),
        (Dated("before", date(2021, 6, 20), "h1"), date(2021, 6, 14)),
        (Window(date(2021, 4, 1), date(2021, 6, 30)), date(2021, 6, 30)),
        (Window(date(2021, 1, 1), date(2021, 1, 31)), IN_FORCE),
        (Every("year"), date(2021, 12, 31)),
        (Every("week", first=date(2021, 12, 27)), date(2021, 12, 31)),  # W52 ends on 2/1/2022
    ],
)
def test_the_day_that_decides_who_bears_it(schedule: Schedule, day: date) -> None:
    (one,) = found(schedule)
    assert membership_day(PLAN_2021, one) == day


@pytest.mark.parametrize(
    ("lead", "implement", "cooperate", "bearers"),
    [
        (("snv",), (), (), ("snv",)),
        (("so-ban-nganh",), (), (), ("snv", "sngv", "stttt")),
        (("so-ban-nganh", "snv"), ("stp",), (), ("snv", "sngv", "stttt", "stp")),
        ((), ("stp",), ("stttt", "so-ban-nganh"), ("stp", "stttt", "snv", "sngv")),
        ((), (), (), ()),
    ],
)
def test_each_bearer_counts_once(
    lead: tuple[str, ...],
    implement: tuple[str, ...],
    cooperate: tuple[str, ...],
    bearers: tuple[str, ...],
) -> None:
    duty = make_duty(lead=lead, implement=implement, cooperate=cooperate)
    assert bearer_ids(duty, Roster(REGISTRY), date(2021, 6, 15)) == bearers


def test_obligations_follow_the_merger_of_march_2025() -> None:
    plan = make_plan(date(2025, 1, 1), date(2025, 4, 30))
    duty = make_duty(Every("month"), lead=["so-ban-nganh"])
    assert [
        (one.occurrence.key, one.agency) for one in obligations(plan, duty, Roster(REGISTRY))
    ] == [
        ("2025-M01", "snv"),
        ("2025-M01", "sngv"),
        ("2025-M01", "stttt"),
        ("2025-M02", "snv"),
        ("2025-M02", "sngv"),
        ("2025-M02", "stttt"),
        ("2025-M03", "snv"),
        ("2025-M03", "sdttg"),
        ("2025-M04", "snv"),
        ("2025-M04", "sdttg"),
    ]
