"""From the plan's words to the date."""

from datetime import date

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import (
    Dated,
    DueRule,
    Every,
    OnEvent,
    Reports,
    Schedule,
    Span,
    Undated,
)
from cchc_cli.errors import NotFound
from cchc_cli.services.explain import event_of, explain
from tests.domain.builders import CALENDAR, make_duty, make_plan

TODAY = date(2021, 6, 15)


@pytest.mark.parametrize(
    ("span", "event", "due"),
    [
        pytest.param(Span(5, "days"), date(2021, 6, 10), date(2021, 6, 15), id="days"),
        pytest.param(
            Span(10, "working_days"), date(2021, 4, 20), date(2021, 5, 7),
            id="working days around three holidays",
        ),
        pytest.param(
            Span(1, "working_days"), date(2021, 2, 9), date(2021, 2, 17), id="a day before Tết"
        ),
        pytest.param(Span(2, "weeks"), date(2021, 6, 10), date(2021, 6, 24), id="weeks"),
        pytest.param(Span(1, "months"), date(2021, 1, 31), date(2021, 2, 28), id="a short month"),
        pytest.param(Span(1, "years"), date(2024, 2, 29), date(2025, 2, 28), id="a leap day"),
        pytest.param(Span(5, "days"), None, None, id="no event yet"),
        pytest.param(None, date(2021, 6, 10), None, id="no span in the text"),
    ],
)  # fmt: skip
def test_what_follows_from_an_event(
    span: Span | None, event: date | None, due: date | None
) -> None:
    plan = make_plan(duties=[make_duty(OnEvent("Bộ Nội vụ yêu cầu", span))])
    found = explain(plan, "V.1", TODAY, event)
    assert (found.event_day, found.event_due) == (event, due)


def test_an_event_says_nothing_about_a_fixed_date() -> None:
    plan = make_plan(duties=[make_duty(Dated("by", TODAY))])
    assert explain(plan, "V.1", TODAY, date(2021, 6, 10)).event_due is None


@pytest.mark.parametrize(
    ("schedule", "in_force", "dropped"),
    [
        pytest.param(Every("quarter"), date(2021, 4, 1), True, id="quarter one was over"),
        pytest.param(Every("quarter"), date(2021, 3, 31), False, id="its last day counts"),
        pytest.param(Every("quarter"), None, False, id="in force from the first day"),
        pytest.param(Reports(("q1", "h1")), date(2021, 3, 24), True, id="reporting quarter one"),
        pytest.param(Reports(("h1",)), date(2021, 3, 24), False, id="the half year goes on"),
        pytest.param(
            Every("quarter", first=date(2021, 4, 1)), date(2021, 3, 31), False,
            id="the plan itself begins later",
        ),
        pytest.param(Undated("once"), date(2021, 4, 1), False, id="no periods at all"),
        pytest.param(Dated("by", date(2021, 2, 1)), date(2021, 4, 1), False, id="a fixed date"),
    ],
)  # fmt: skip
def test_whether_periods_were_left_out(
    schedule: Schedule, in_force: date | None, dropped: bool
) -> None:
    plan = make_plan(in_force=in_force, duties=[make_duty(schedule)])
    assert explain(plan, "V.1", TODAY).dropped is dropped


@pytest.mark.parametrize(
    ("policy", "schedule", "years"),
    [
        pytest.param(Policy(), Dated("by", TODAY), [], id="nothing is shifted"),
        pytest.param(
            Policy(shift="next_working_day"), Dated("by", TODAY), [2021], id="one year was asked"
        ),
        pytest.param(
            Policy(shift="next_working_day"), Undated("once"), [], id="no date, nothing to ask"
        ),
        pytest.param(
            Policy(shift="next_working_day"), Dated("by", date(2023, 6, 15)), [],
            id="a year that the calendar lacks",
        ),
        pytest.param(
            Policy(shift="next_working_day"), Every("half"), [],
            id="a period of activity ends when it ends",
        ),
        pytest.param(
            Policy(shift="next_working_day"), Every("half", due=DueRule("by", day_of_month=20)),
            [2021], id="but not a day that the text names within it",
        ),
    ],
)  # fmt: skip
def test_which_calendars_were_asked(policy: Policy, schedule: Schedule, years: list[int]) -> None:
    plan = make_plan(policy=policy, duties=[make_duty(schedule)])
    found = explain(plan, "V.1", TODAY)
    assert [year.year for year in found.calendars] == years
    assert all(year in CALENDAR.years for year in found.calendars)


@pytest.mark.parametrize(
    ("schedule", "event"),
    [
        (OnEvent("Trung ương phát động"), "Trung ương phát động"),
        (Reports(("h1",), event="Bộ Nội vụ yêu cầu"), "Bộ Nội vụ yêu cầu"),
        (Reports(("h1",)), None),
        (Undated("once"), None),
    ],
)
def test_the_event_that_a_duty_waits_for(schedule: Schedule, event: str | None) -> None:
    assert event_of(make_duty(schedule)) == event


def test_a_duty_that_is_not_there() -> None:
    with pytest.raises(NotFound) as caught:
        explain(make_plan(duties=[make_duty()]), "V.9", TODAY)
    assert caught.value.code == "no_duty"


# The plan of 2021.


def test_the_half_year_report(plan_2021: Plan) -> None:
    found = explain(plan_2021, "V.6.4b", TODAY)
    (one,) = found.occurrences
    assert one.period is not None
    assert one.deadline is not None
    assert (one.period.first, one.period.last) == (date(2020, 12, 15), date(2021, 6, 14))
    assert one.deadline.named == date(2021, 6, 15)
    assert one.deadline.last_good == date(2021, 6, 14)
    assert one.deadline.limit == date(2021, 6, 15)
    assert not found.dropped


@pytest.mark.parametrize(
    ("ident", "dropped", "keys"),
    [
        pytest.param(
            "V.1.2b", False, ["2021-Q2", "2021-Q3", "2021-Q4"],
            id="the plan file leaves quarter one out by itself",
        ),
        pytest.param(
            "V.6.3b", True, ["2021/h1", "2021/q3", "2021/year"],
            id="the report on quarter one closed on 14 March",
        ),
        pytest.param("V.6.3a", False, ["2021/h1", "2021/year"], id="twice a year"),
    ],
)  # fmt: skip
def test_which_periods_of_2021_are_demanded(
    plan_2021: Plan, ident: str, dropped: bool, keys: list[str]
) -> None:
    found = explain(plan_2021, ident, TODAY)
    assert found.dropped is dropped
    assert [one.key for one in found.occurrences] == keys


def test_weeks_before_the_plan_can_have_been_in_force_are_not_demanded(plan_2021: Plan) -> None:
    found = explain(plan_2021, "V.10.3b", TODAY)
    assert found.dropped
    assert len(found.occurrences) == 41
