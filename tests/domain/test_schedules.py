"""Schedules: the rhythm that each kind stands for."""

from datetime import date
from typing import get_args

import pytest

from cchc_cli.domain.schedules import (
    RHYTHMS,
    Dated,
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


@pytest.mark.parametrize(
    ("schedule", "rhythm"),
    [
        (Undated("continuous"), "continuous"),
        (Undated("sometime"), "sometime"),
        (Undated("once"), "once"),
        (Dated("before", date(2021, 6, 15), "h1"), "dated"),
        (Window(date(2021, 4, 1), date(2021, 6, 30)), "window"),
        (Every("quarter"), "recurring"),
        (Reports(("h1", "year")), "recurring"),
        (OnEvent("có yêu cầu"), "event"),
        (OnEvent("có yêu cầu", Span(5, "working_days")), "event"),
    ],
)
def test_every_schedule_has_a_rhythm(schedule: Schedule, rhythm: Rhythm) -> None:
    assert schedule.rhythm == rhythm


def test_all_rhythms_are_listed_once() -> None:
    assert get_args(Rhythm) == RHYTHMS


def test_what_a_text_leaves_out_is_the_least_demand() -> None:
    assert Every("week") == Every("week", interval=1, times=1, first=None, last=None, due=None)
    assert DueRule("by", day_of_month=20).month == "last"
    assert Dated("on", date(2021, 6, 15)).counts_for is None
    assert Reports(("q1",)) == Reports(("q1",), due=None, event=None)
