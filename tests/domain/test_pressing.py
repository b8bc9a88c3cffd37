"""How firmly a letter asks, and when the next one may follow."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.deadlines import Deadline, Policy
from cchc_cli.domain.pressing import STEPS, Step, Told, firmest, may_follow, step_on

NAMED = date(2021, 6, 15)
# "trước 15/6": the 14th is the last good day, the 15th is borderline, from the 16th it is late.
DUE = Deadline("before", NAMED, date(2021, 6, 14), date(2021, 6, 14), "strict", "none")
POLICY = Policy()


def at(days: int, step: Step | None = None) -> Told:
    """A letter so many days after the day that was named."""
    return Told(NAMED + timedelta(days=days), step)


@pytest.mark.parametrize(
    ("days", "sent", "step"),
    [
        (-20, (), "remind"),
        (0, (), "remind"),  # borderline is not late
        (1, (), "remind"),  # late by a day, and nobody said anything before
        (4, (), "remind"),
        (5, (), "press"),
        (1, (at(-5),), "press"),  # reminded in time, in vain
        (1, (at(0),), "press"),
        (3, (at(1),), "remind"),  # told two days ago when it was late already
        (5, (at(1),), "press"),
        (60, (), "press"),  # never told before: the leader is not told at once
        (60, (at(50),), "press"),
        (60, (at(-3), at(50)), "press"),
        (60, (at(43), at(50)), "escalate"),
        (15, (at(1), at(8)), "escalate"),
        (14, (at(1), at(7)), "press"),
        (-1, (at(-9), at(-5)), "remind"),
        (15, (at(1), at(15)), "press"),  # a letter of the day itself is no earlier one
    ],
)
def test_the_step(days: int, sent: tuple[Told, ...], step: Step) -> None:
    assert step_on(at(days).day, DUE, sent, POLICY) == step


def test_the_thresholds_are_the_plans_own() -> None:
    strict = Policy(press_from_days=1, escalate_from_days=2, escalate_after_letters=0)
    assert [step_on(at(days).day, DUE, (), strict) for days in (0, 1, 2)] == list(STEPS)


def test_what_has_no_deadline_is_only_reminded_of() -> None:
    assert step_on(at(300).day, None, (at(1), at(50), at(100)), POLICY) == "remind"


@pytest.mark.parametrize(
    ("days", "sent", "may"),
    [
        (1, (), True),
        (1, (at(1),), True),  # the same day asked again
        (2, (at(1),), False),
        (7, (at(1),), True),  # firmer: from five days on it presses
        (5, (at(1),), True),
        (6, (at(5),), False),
        (11, (at(5),), False),
        (12, (at(5),), True),
        (20, (at(5),), True),  # days were missed
        (1, (at(-2),), True),  # reminded two days before, and now late
        (15, (at(1), at(14)), True),  # the leader is told
        (5, (at(1, "press"),), False),  # it stood in a letter that pressed already
        (16, (at(1), at(8), at(15, "escalate")), False),
    ],
)
def test_when_the_next_letter_may_follow(days: int, sent: tuple[Told, ...], may: bool) -> None:
    assert may_follow(at(days).day, DUE, sent, POLICY) is may


def test_the_firmest() -> None:
    assert firmest(["remind", "escalate", "press"]) == "escalate"


@given(
    st.lists(st.integers(-60, 120), max_size=6, unique=True),
    st.integers(-60, 120),
)
def test_asking_again_on_the_day_gives_the_same_answer(days: list[int], today: int) -> None:
    sent = [at(one) for one in days]
    day, again = at(today).day, [*sent, at(today)]
    assert step_on(day, DUE, again, POLICY) == step_on(day, DUE, sent, POLICY)
    assert may_follow(day, DUE, again, POLICY) == may_follow(day, DUE, sent, POLICY)


@given(st.sets(st.integers(-30, 90)))
def test_a_run_every_day_or_on_some_days_ends_with_the_leader_told(missed: set[int]) -> None:
    """Whatever days are missed, letters keep their distance, get firmer, and catch up."""
    sent: list[Told] = []
    for days in range(-10, 120):
        if days not in missed and may_follow(at(days).day, DUE, sent, POLICY):
            sent.append(at(days, step_on(at(days).day, DUE, sent, POLICY)))
    steps = [STEPS.index(one.step) for one in sent if one.step]
    assert steps == sorted(steps)
    assert sent[-1].step == "escalate"
    for before, after in pairwise(sent):
        firmer = after.step != before.step
        assert firmer or (after.day - before.day).days >= POLICY.press_again_days
