"""Deadlines: words of time, readings of "trước", and days off."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.deadlines import Deadline, Policy, Reading, Shift, Standing, settle
from cchc_cli.domain.schedules import Operator
from tests.domain.builders import CALENDAR

PROPERTY = settings(max_examples=150, deadline=None)
STRICT = Policy()
INCLUSIVE = Policy(before="inclusive")
SHIFTED = Policy(shift="next_working_day")
STANDINGS: tuple[Standing, ...] = ("upcoming", "borderline", "late")

policies = st.sampled_from(
    (STRICT, INCLUSIVE, SHIFTED, Policy(before="inclusive", shift="next_working_day"))
)
operators: st.SearchStrategy[Operator] = st.sampled_from(("before", "by", "on", "end"))
deadlines = st.builds(
    settle, operators, st.dates(date(2020, 1, 1), date(2026, 12, 31)), policies, st.just(CALENDAR)
)


@pytest.mark.parametrize(
    ("operator", "named", "policy", "last_good", "effective", "limit"),
    [
        # 15/6/2021 is a Tuesday.
        *(
            (operator, date(2021, 6, 15), STRICT, date(2021, 6, 15), date(2021, 6, 15), None)
            for operator in ("by", "on", "end")
        ),
        ("before", date(2021, 6, 15), STRICT, date(2021, 6, 14), date(2021, 6, 14), None),
        ("before", date(2021, 6, 15), INCLUSIVE, date(2021, 6, 15), date(2021, 6, 15), None),
        ("before", date(2021, 6, 15), SHIFTED, date(2021, 6, 14), date(2021, 6, 14), None),
        ("before", date(2021, 12, 15), STRICT, date(2021, 12, 14), date(2021, 12, 14), None),
        ("before", date(2022, 1, 1), STRICT, date(2021, 12, 31), date(2021, 12, 31), None),
        # 15/6/2024 is a Saturday, 15/6/2025 and 15/12/2024 are Sundays.
        (
            "by", date(2024, 6, 15), SHIFTED,
            date(2024, 6, 15), date(2024, 6, 17), date(2024, 6, 17),
        ),
        ("by", date(2024, 6, 15), STRICT, date(2024, 6, 15), date(2024, 6, 15), None),
        ("before", date(2024, 6, 15), SHIFTED, date(2024, 6, 14), date(2024, 6, 14), None),
        (
            "by", date(2025, 6, 15), SHIFTED,
            date(2025, 6, 15), date(2025, 6, 16), date(2025, 6, 16),
        ),
        # The day before a Sunday is a Saturday: it moves past the named day.
        (
            "before", date(2025, 6, 15), SHIFTED,
            date(2025, 6, 14), date(2025, 6, 16), date(2025, 6, 16),
        ),
        (
            "before", date(2024, 12, 15), SHIFTED,
            date(2024, 12, 14), date(2024, 12, 16), date(2024, 12, 16),
        ),
        # A period of activity ends when it ends.
        ("end", date(2024, 12, 15), SHIFTED, date(2024, 12, 15), date(2024, 12, 15), None),
        # The Saturday that is worked stays where it is.
        ("by", date(2024, 5, 4), SHIFTED, date(2024, 5, 4), date(2024, 5, 4), None),
        ("by", date(2021, 4, 30), SHIFTED, date(2021, 4, 30), date(2021, 5, 4), date(2021, 5, 4)),
    ],
)  # fmt: skip
def test_what_a_word_of_time_makes_of_a_date(
    *,
    operator: Operator,
    named: date,
    policy: Policy,
    last_good: date,
    effective: date,
    limit: date | None,
) -> None:
    deadline = settle(operator, named, policy, CALENDAR)
    assert deadline == Deadline(operator, named, last_good, effective, policy.before, policy.shift)
    assert deadline.limit == (limit or named)


@pytest.mark.parametrize(
    ("reading", "shift", "named", "today", "standing", "days_late"),
    [
        ("strict", "none", date(2021, 6, 15), date(2021, 1, 1), "upcoming", 0),
        ("strict", "none", date(2021, 6, 15), date(2021, 6, 14), "upcoming", 0),
        ("strict", "none", date(2021, 6, 15), date(2021, 6, 15), "borderline", 0),
        ("strict", "none", date(2021, 6, 15), date(2021, 6, 16), "late", 1),
        ("strict", "none", date(2021, 6, 15), date(2022, 6, 15), "late", 365),
        ("inclusive", "none", date(2021, 6, 15), date(2021, 6, 15), "upcoming", 0),
        ("inclusive", "none", date(2021, 6, 15), date(2021, 6, 16), "late", 1),
        ("strict", "next_working_day", date(2025, 6, 15), date(2025, 6, 16), "upcoming", 0),
        ("strict", "next_working_day", date(2025, 6, 15), date(2025, 6, 17), "late", 1),
        ("strict", "none", date(2025, 6, 15), date(2025, 6, 16), "late", 1),
    ],
)
def test_where_a_day_stands_to_a_before(
    *,
    reading: Reading,
    shift: Shift,
    named: date,
    today: date,
    standing: Standing,
    days_late: int,
) -> None:
    deadline = settle("before", named, Policy(before=reading, shift=shift), CALENDAR)
    assert deadline.standing(today) == standing
    assert deadline.days_late(today) == days_late


@PROPERTY
@given(deadline=deadlines)
def test_the_days_of_a_deadline_stand_in_order(deadline: Deadline) -> None:
    assert deadline.last_good <= deadline.named <= deadline.limit
    assert deadline.last_good <= deadline.effective <= deadline.limit
    assert (deadline.named - deadline.last_good).days == (
        1 if (deadline.operator, deadline.reading) == ("before", "strict") else 0
    )


@PROPERTY
@given(deadline=deadlines)
def test_a_shift_lands_on_a_working_day_and_nothing_else_moves(deadline: Deadline) -> None:
    if deadline.shift == "none" or deadline.operator == "end":
        assert deadline.effective == deadline.last_good
    else:
        assert CALENDAR.is_working(deadline.effective)
        moved = deadline.effective != deadline.last_good
        assert moved is not CALENDAR.is_working(deadline.last_good)


@PROPERTY
@given(deadline=deadlines, offset=st.integers(-40, 40))
def test_a_standing_only_gets_worse(deadline: Deadline, offset: int) -> None:
    today = deadline.named + timedelta(days=offset)
    tomorrow = today + timedelta(days=1)
    ranks = [STANDINGS.index(deadline.standing(day)) for day in (today, tomorrow)]
    assert ranks == sorted(ranks)
    assert (deadline.days_late(today) > 0) is (deadline.standing(today) == "late")
    assert deadline.days_late(tomorrow) - deadline.days_late(today) == (tomorrow > deadline.limit)


@PROPERTY
@given(deadline=deadlines)
def test_the_last_good_day_is_good_and_the_day_after_the_limit_is_late(deadline: Deadline) -> None:
    assert deadline.standing(deadline.last_good) == "upcoming"
    assert deadline.standing(deadline.effective) == "upcoming"
    assert deadline.standing(deadline.limit) != "late"
    assert deadline.standing(deadline.limit + timedelta(days=1)) == "late"
    assert deadline.days_late(deadline.limit + timedelta(days=1)) == 1
