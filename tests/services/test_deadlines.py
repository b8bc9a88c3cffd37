"""What is past and what comes: rules on tiny plans, facts on the plan of 2021."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from cchc_cli.domain.deadlines import Policy, Shift, Standing
from cchc_cli.domain.plan import Duty, Link, Plan
from cchc_cli.domain.schedules import (
    Dated,
    DueRule,
    Every,
    OnEvent,
    Operator,
    Reports,
    Schedule,
    Undated,
)
from cchc_cli.domain.schedules import Window as Span
from cchc_cli.services.deadlines import DENSE, DeadlineList, Window, list_deadlines
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency

IN_JUNE = date(2021, 6, 10)
BY_MID_JUNE = Dated("by", date(2021, 6, 15))


def listed(found: DeadlineList) -> list[tuple[str, date]]:
    """Duty and named day of every row."""
    return [(row.duty.id, row.deadline.named) for row in found.rows]


def ids(found: DeadlineList) -> list[str]:
    """The duties of the rows."""
    return [row.duty.id for row in found.rows]


def of(
    duties: Sequence[Duty],
    today: date = IN_JUNE,
    window: Window | None = None,
    *,
    every: bool = False,
    who: str | None = None,
) -> DeadlineList:
    """The deadlines of a tiny plan."""
    plan = make_plan(duties=duties)
    return list_deadlines(plan, today, agency(plan, who) if who else None, window, every=every)


def alone(schedule: Schedule, today: date = IN_JUNE, *, every: bool = True) -> DeadlineList:
    """All deadlines of a single duty."""
    return of([make_duty(schedule)], today, every=every)


# Which deadlines are listed.


@pytest.mark.parametrize(
    ("named", "inside"),
    [
        pytest.param(date(2021, 1, 1), True, id="long past"),
        pytest.param(IN_JUNE, True, id="today"),
        pytest.param(date(2021, 7, 10), True, id="in 30 days"),
        pytest.param(date(2021, 7, 11), False, id="in 31 days"),
    ],
)
def test_by_default_what_is_past_and_what_comes_within_30_days(named: date, inside: bool) -> None:
    found = alone(Dated("by", named), every=False)
    assert bool(found.rows) is inside
    assert found.later == (0 if inside else 1)
    assert found.window == Window(None, date(2021, 7, 10))


def test_how_far_soon_reaches_is_the_plans_own_policy() -> None:
    plan = make_plan(policy=Policy(due_soon_days=5), duties=[make_duty(BY_MID_JUNE)])
    assert list_deadlines(plan, date(2021, 6, 10)).rows
    assert not list_deadlines(plan, date(2021, 6, 9)).rows


@pytest.mark.parametrize(
    ("first", "last", "inside", "later"),
    [
        pytest.param(date(2021, 6, 15), date(2021, 6, 15), True, 0, id="that day alone"),
        pytest.param(date(2021, 6, 16), date(2021, 6, 30), False, 0, id="begins a day after"),
        pytest.param(date(2021, 6, 1), date(2021, 6, 14), False, 1, id="ends a day before"),
        pytest.param(None, date(2021, 6, 15), True, 0, id="open at its beginning"),
        pytest.param(date(2021, 6, 15), None, True, 0, id="open at its end"),
    ],
)
def test_both_ends_of_a_window_belong_to_it(
    first: date | None, last: date | None, inside: bool, later: int
) -> None:
    found = of([make_duty(BY_MID_JUNE)], window=Window(first, last))
    assert (bool(found.rows), found.later) == (inside, later)


def test_a_window_goes_by_the_last_good_day_and_not_by_the_day_named() -> None:
    duty = make_duty(Dated("before", date(2021, 6, 15)))
    (row,) = of([duty], window=Window(date(2021, 6, 14), date(2021, 6, 14))).rows
    assert row.deadline.named == date(2021, 6, 15)
    assert of([duty], window=Window(date(2021, 6, 15), date(2021, 6, 15))).rows == ()


def test_a_window_goes_by_the_day_after_a_shift() -> None:
    # 30 April was a holiday; the next working day was Tuesday 4 May.
    duty = make_duty(Dated("by", date(2021, 4, 30)))
    plan = make_plan(policy=Policy(shift="next_working_day"), duties=[duty])
    window = Window(date(2021, 5, 4), date(2021, 5, 4))
    assert listed(list_deadlines(plan, IN_JUNE, window=window)) == [("V.1", date(2021, 4, 30))]


def test_with_all_nothing_is_later() -> None:
    found = of([make_duty(Every("month"))], every=True)
    assert len(found.rows) == 12
    assert found.window == Window(None, None)
    assert found.later == 0


def test_deadlines_stand_by_date_then_by_place() -> None:
    found = of(
        [
            make_duty(Dated("by", date(2021, 6, 20)), ident="V.3"),
            make_duty(BY_MID_JUNE, ident="V.2"),
            make_duty(BY_MID_JUNE, ident="V.1"),
        ],
    )
    assert ids(found) == ["V.1", "V.2", "V.3"]


@pytest.mark.parametrize(
    ("schedule", "undated"),
    [
        pytest.param(Undated("continuous"), {"continuous": 1}, id="continuous"),
        pytest.param(Undated("sometime"), {"sometime": 1}, id="some time in the year"),
        pytest.param(Undated("once"), {"once": 1}, id="once"),
        pytest.param(OnEvent("Bộ yêu cầu"), {"event": 1}, id="an event"),
        pytest.param(Reports(("h1", "year")), {"no_day": 1}, id="reports without a day"),
        pytest.param(Reports(("h1",), event="Bộ yêu cầu"), {"no_day": 1}, id="reports on request"),
    ],
)
def test_what_has_no_date_is_counted_and_never_listed(
    schedule: Schedule, undated: dict[str, int]
) -> None:
    found = alone(schedule, date(2030, 1, 1))
    assert found.rows == found.requested == ()
    assert found.undated == undated
    assert found.overdue == 0


@pytest.mark.parametrize(
    "schedule",
    [
        pytest.param(BY_MID_JUNE, id="a date"),
        pytest.param(Span(date(2021, 4, 1), date(2021, 6, 15)), id="a window"),
        pytest.param(Reports(("h1",), DueRule("by", day_of_month=15)), id="a report with a day"),
        pytest.param(
            Every("half", last=date(2021, 6, 30), due=DueRule("by", day_of_month=15)),
            id="every half year",
        ),
    ],
)
def test_every_schedule_with_a_date_is_listed(schedule: Schedule) -> None:
    found = alone(schedule)
    assert listed(found) == [("V.1", date(2021, 6, 15))]
    assert found.undated == {}


# Where a day stands.


@pytest.mark.parametrize(
    ("today", "standing", "days"),
    [
        (date(2021, 6, 10), "upcoming", 4),
        (date(2021, 6, 14), "upcoming", 0),
        (date(2021, 6, 16), "late", 1),
        (date(2021, 7, 15), "late", 30),
    ],
)
def test_days_left_or_late(today: date, standing: Standing, days: int) -> None:
    (row,) = alone(Dated("before", date(2021, 6, 15)), today).rows
    assert (row.standing, row.days) == (standing, days)


def test_between_the_last_good_day_and_the_day_named_it_is_borderline_and_not_overdue() -> None:
    found = alone(Dated("before", date(2021, 6, 15)), date(2021, 6, 15))
    assert [(row.standing, row.days) for row in found.rows] == [("borderline", 0)]
    assert found.overdue == 0


@pytest.mark.parametrize("today", [date(2021, 5, 1) + timedelta(days=at) for at in range(6)])
@pytest.mark.parametrize("operator", ["before", "by"])
@pytest.mark.parametrize("shift", ["none", "next_working_day"])
def test_days_are_never_negative(today: date, operator: Operator, shift: Shift) -> None:
    # 3 May 2021 was a day off.
    plan = make_plan(
        policy=Policy(shift=shift), duties=[make_duty(Dated(operator, date(2021, 5, 3)))]
    )
    (row,) = list_deadlines(plan, today).rows
    ends = {
        "upcoming": row.deadline.effective,
        "borderline": row.deadline.limit,
        "late": row.deadline.limit,
    }
    assert row.days == abs((ends[row.standing] - today).days)
    assert (row.standing == "late") is (today > row.deadline.limit)


def test_the_end_of_a_period_of_activity_is_not_shifted() -> None:
    # 31 January 2021 was a Sunday.
    duty = make_duty(Every("month", last=date(2021, 1, 31)))
    plan = make_plan(policy=Policy(shift="next_working_day"), duties=[duty])
    (row,) = list_deadlines(plan, date(2021, 2, 1)).rows
    assert row.deadline.effective == date(2021, 1, 31)
    assert (row.standing, row.days) == ("late", 1)


def test_a_shifted_deadline_is_counted_from_the_working_day() -> None:
    # 30 April was a holiday; the next working day was Tuesday 4 May.
    duty = make_duty(Dated("by", date(2021, 4, 30)))
    plan = make_plan(policy=Policy(shift="next_working_day"), duties=[duty])
    (row,) = list_deadlines(plan, date(2021, 5, 4)).rows
    assert (row.standing, row.days) == ("upcoming", 0)
    (row,) = list_deadlines(plan, date(2021, 5, 6)).rows
    assert (row.standing, row.days) == ("late", 2)


@pytest.mark.parametrize(
    ("today", "over"),
    [(date(2020, 12, 1), False), (date(2021, 12, 31), False), (date(2022, 1, 1), True)],
)
def test_a_plan_is_over_the_day_after_its_last(today: date, over: bool) -> None:
    assert of([make_duty()], today).over is over


# Past periods of a dense duty.


@pytest.mark.parametrize(
    ("today", "rows", "more", "overdue"),
    [
        pytest.param(date(2021, 5, 1), DENSE, 0, DENSE, id="four are shown"),
        pytest.param(date(2021, 6, 1), 1, DENSE, DENSE + 1, id="five make one row"),
        pytest.param(date(2022, 6, 1), 1, 11, 12, id="twelve make one row"),
    ],
)
def test_many_past_periods_are_told_by_the_last(
    today: date, rows: int, more: int, overdue: int
) -> None:
    duty = make_duty(Every("month"))
    found = of([duty], today, Window(None, today))
    assert len(found.rows) == rows
    assert found.rows[-1].more == more
    assert found.rows[-1].deadline.named == min(today - timedelta(days=1), date(2021, 12, 31))
    assert found.overdue == overdue


def test_a_dense_duty_does_not_hide_the_past_of_another() -> None:
    duties = [
        make_duty(Every("month"), ident="V.1"),
        make_duty(Every("quarter"), ident="V.2"),
    ]
    found = of(duties, date(2021, 12, 1), Window(None, date(2021, 12, 1)))
    assert [(row.duty.id, row.occurrence.key, row.more) for row in found.rows] == [
        ("V.2", "2021-Q1", 0),
        ("V.2", "2021-Q2", 0),
        ("V.2", "2021-Q3", 0),
        ("V.1", "2021-M11", 10),
    ]


def test_periods_to_come_are_never_thinned() -> None:
    found = of([make_duty(Every("week"))], date(2021, 1, 1), Window(None, date(2021, 12, 31)))
    assert len(found.rows) == 51
    assert {row.more for row in found.rows} == {0}


def test_with_all_every_past_period_has_its_own_row() -> None:
    assert len(of([make_duty(Every("month"))], date(2022, 1, 1), every=True).rows) == 12


# Requested bodies.


def test_whoever_is_only_asked_is_never_late() -> None:
    duty = make_duty(BY_MID_JUNE, lead=[], implement=["mttq-tp"])._replace(force="requested")
    found = of([duty], date(2021, 12, 1))
    assert found.rows == ()
    assert [row.duty.id for row in found.requested] == ["V.1"]
    assert found.overdue == 0


# Joint events.


def joint(first: Duty, *others: Duty) -> list[Duty]:
    """Duties of which the first names the others as the same event."""
    links = tuple(Link(other.id, "same_event") for other in others)
    return [first._replace(links=links), *others]


PRESS = joint(
    make_duty(Every("quarter"), ident="V.1", lead=[], cooperate=["snv"])._replace(
        partners=("vp-ubnd", "stttt")
    ),
    make_duty(Every("quarter"), ident="V.4", lead=[], cooperate=["vp-ubnd"])._replace(
        partners=("snv", "stttt")
    ),
)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["link first", "link last"])
def test_a_joint_event_is_told_once_with_all_who_take_part(order: tuple[int, int]) -> None:
    duties = [PRESS[at] for at in order]
    found = of(duties, window=Window(date(2021, 6, 30), date(2021, 6, 30)))
    (row,) = found.rows
    assert row.duty.id == duties[0].id
    assert row.joint == (duties[1].id,)
    assert row.agencies == 3


@pytest.mark.parametrize(
    ("first", "second"), [(("stttt",), ()), ((), ("stttt",))], ids=["the first's", "the second's"]
)
def test_partners_of_either_duty_take_part(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    duties = joint(
        make_duty(BY_MID_JUNE, ident="V.1", lead=["snv"])._replace(partners=first),
        make_duty(BY_MID_JUNE, ident="V.2", lead=["stp"])._replace(partners=second),
    )
    (row,) = of(duties).rows
    assert row.agencies == 3


def test_three_duties_of_one_event() -> None:
    duties = joint(*(make_duty(BY_MID_JUNE, ident=f"V.{n}", lead=[who]) for n, who in
                     ((1, "snv"), (2, "stp"), (3, "snv"))))  # fmt: skip
    (row,) = of(duties).rows
    assert row.joint == ("V.2", "V.3")
    assert row.agencies == 2


@pytest.mark.parametrize(
    ("who", "told"),
    [
        pytest.param("snv", ["V.1"], id="bears the first"),
        pytest.param("vp-ubnd", ["V.4"], id="bears the second, which then speaks"),
        pytest.param("stttt", ["V.1"], id="is named as partner only"),
        pytest.param("stp", [], id="is not named"),
    ],
)
def test_a_joint_event_is_on_the_list_of_whoever_takes_part(who: str, told: list[str]) -> None:
    found = of(PRESS, window=Window(date(2021, 6, 30), date(2021, 6, 30)), who=who)
    assert ids(found) == told


def test_whoever_bears_the_second_is_told_of_the_first() -> None:
    found = of(PRESS, window=Window(date(2021, 6, 30), date(2021, 6, 30)), who="vp-ubnd")
    assert [(row.joint, row.agencies) for row in found.rows] == [(("V.1",), 3)]


def test_a_chain_of_links_is_one_event() -> None:
    first, second, third = (
        make_duty(BY_MID_JUNE, ident=f"V.{n}", lead=[who])
        for n, who in ((1, "snv"), (2, "stp"), (3, "tttp"))
    )
    duties = [
        first._replace(links=(Link("V.2", "same_event"),)),
        second._replace(links=(Link("V.3", "same_event"),)),
        third,
    ]
    (row,) = of(duties).rows
    assert (row.duty.id, row.joint, row.agencies) == ("V.1", ("V.2", "V.3"), 3)
    for at, who in enumerate(("snv", "stp", "tttp"), 1):
        (own,) = of(duties, who=who).rows
        assert (own.duty.id, own.agencies) == (f"V.{at}", 3)
        assert sorted((own.duty.id, *own.joint)) == ["V.1", "V.2", "V.3"]


def test_partners_of_a_joint_event_may_be_a_group() -> None:
    duties = joint(
        make_duty(BY_MID_JUNE, ident="V.1", lead=["stp"])._replace(partners=("quan-huyen",)),
        make_duty(BY_MID_JUNE, ident="V.2", lead=["snv"])._replace(partners=("so-ban-nganh",)),
    )
    (row,) = of(duties).rows
    # Tư pháp, two districts, and Nội vụ with the two other departments of its group.
    assert row.agencies == 6
    assert ids(of(duties, who="q-ba-dinh")) == ["V.1"]
    assert ids(of(duties, who="tttp")) == []


UNDATED_TWIN = make_duty(ident="V.1", lead=["snv"])
DATED_TWIN = make_duty(BY_MID_JUNE, ident="V.2", lead=["stp"])
ASKED_TWIN = make_duty(BY_MID_JUNE, ident="V.1", lead=[], implement=["mttq-tp"])._replace(
    force="requested"
)


@pytest.mark.parametrize(
    ("duties", "who", "speaks"),
    [
        pytest.param(
            joint(UNDATED_TWIN, DATED_TWIN), None, "V.2", id="a dated one before an undated"
        ),
        pytest.param(
            joint(UNDATED_TWIN, DATED_TWIN), "snv", "V.2", id="even before the agency's own"
        ),
        pytest.param(PRESS, "vp-ubnd", "V.4", id="then the agency's own"),
        pytest.param(PRESS, "stttt", "V.1", id="for a partner the first"),
        pytest.param(joint(ASKED_TWIN, DATED_TWIN), None, "V.2", id="then one that binds"),
        pytest.param(joint(ASKED_TWIN, DATED_TWIN), "stp", "V.2", id="for whom it binds"),
    ],
)  # fmt: skip
def test_the_duty_that_speaks_for_a_joint_event(
    duties: Sequence[Duty], who: str | None, speaks: str
) -> None:
    found = of(duties, every=True, who=who)
    assert {row.duty.id for row in found.rows} == {speaks}
    assert found.requested == ()
    assert found.undated == {}


def test_whoever_is_asked_to_join_sees_the_event_as_a_request() -> None:
    found = of(joint(ASKED_TWIN, DATED_TWIN), who="mttq-tp")
    assert found.rows == ()
    assert [(row.duty.id, row.joint) for row in found.requested] == [("V.1", ("V.2",))]


def test_a_joint_event_without_any_date_is_counted_once() -> None:
    duties = joint(UNDATED_TWIN, make_duty(ident="V.2", lead=["stp"]))
    for who in (None, "snv", "stp"):
        assert of(duties, who=who).undated == {"once": 1}
    assert of(duties, who="tttp").undated == {}


def test_other_links_leave_duties_apart() -> None:
    duties = [
        make_duty(BY_MID_JUNE, ident="V.1")._replace(links=(Link("V.2", "overlaps"),)),
        make_duty(BY_MID_JUNE, ident="V.2"),
    ]
    assert ids(of(duties)) == ["V.1", "V.2"]


# One agency.


@pytest.mark.parametrize(
    ("who", "told"),
    [
        pytest.param("snv", ["V.1", "V.2"], id="alone and through a group"),
        pytest.param("stttt", ["V.2"], id="through a group"),
        pytest.param("stp", [], id="as a partner it owes nothing"),
        pytest.param("mttq-tp", [], id="asked for, thus not in the list that binds"),
    ],
)
def test_the_list_of_an_agency(who: str, told: list[str]) -> None:
    duties = [
        make_duty(BY_MID_JUNE, ident="V.1")._replace(partners=("stp",)),
        make_duty(BY_MID_JUNE, ident="V.2", lead=[], implement=["so-ban-nganh"]),
        make_duty(BY_MID_JUNE, ident="V.3", lead=[], implement=["mttq-tp"])._replace(
            force="requested"
        ),
    ]
    found = of(duties, who=who)
    assert ids(found) == told
    assert [row.duty.id for row in found.requested] == (["V.3"] if who == "mttq-tp" else [])


def test_only_the_agencys_own_undated_duties_are_counted() -> None:
    duties = [make_duty(ident="V.1", lead=["snv"]), make_duty(ident="V.2", lead=["stp"])]
    assert of(duties).undated == {"once": 2}
    assert of(duties, who="stp").undated == {"once": 1}


@pytest.mark.parametrize(
    ("quarter", "agencies"), [(0, 3), (1, 2)], ids=["before the merger", "after it"]
)
def test_agencies_are_counted_as_they_are_in_the_period(quarter: int, agencies: int) -> None:
    duty = make_duty(Every("half"), lead=[], implement=["so-ban-nganh"])
    plan = make_plan(date(2024, 7, 1), date(2025, 6, 30), duties=[duty])
    rows = list_deadlines(plan, date(2024, 7, 1), every=True).rows
    assert rows[quarter].agencies == agencies


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        pytest.param("snv", ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"], id="all along"),
        pytest.param("stttt", ["2024-Q3", "2024-Q4"], id="until it ended on 1 March"),
        pytest.param("sdttg", ["2025-Q1", "2025-Q2"], id="since it began on 1 March"),
    ],
)
@pytest.mark.parametrize("twin", [False, True], ids=["alone", "in a joint event"])
def test_an_agency_that_begins_or_ends_within_the_plan_owes_the_periods_that_it_ends(
    *, who: str, keys: list[str], twin: bool
) -> None:
    duty = make_duty(Every("quarter"), lead=[], implement=["so-ban-nganh"])
    other = make_duty(Every("quarter"), ident="V.2", lead=["tttp"])
    duties = joint(duty, other) if twin else [duty]
    plan = make_plan(date(2024, 7, 1), date(2025, 6, 30), duties=duties)
    found = list_deadlines(plan, date(2024, 7, 1), agency(plan, who), every=True)
    assert [row.occurrence.key for row in found.rows] == keys


def test_of_a_joint_event_an_agencys_own_duty_speaks_even_if_it_begins_later() -> None:
    duties = joint(
        make_duty(Every("quarter"), ident="V.1", lead=["snv"]),
        make_duty(Every("quarter"), ident="V.2", lead=["sdttg"]),
    )
    plan = make_plan(date(2024, 7, 1), date(2025, 6, 30), duties=duties)
    found = list_deadlines(plan, date(2025, 4, 1), agency(plan, "sdttg"), every=True)
    assert {row.duty.id for row in found.rows} == {"V.2"}


def test_undated_duties_of_an_agency_that_begins_later_are_counted() -> None:
    duty = make_duty(Undated("continuous"), lead=[], implement=["so-ban-nganh"])
    plan = make_plan(date(2024, 7, 1), date(2025, 6, 30), duties=[duty])
    found = list_deadlines(plan, date(2025, 4, 1), agency(plan, "sdttg"))
    assert found.undated == {"continuous": 1}


# The plan of 2021.


def test_on_10_june_2021(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, IN_JUNE)
    assert [(row.duty.id, row.standing, row.days, row.agencies) for row in found.rows] == [
        ("V.10.3b", "late", 4, 1),
        ("V.10.3b", "upcoming", 3, 1),
        ("V.6.4b", "upcoming", 4, 5),
        ("V.10.3b", "upcoming", 10, 1),
        ("V.10.3b", "upcoming", 17, 1),
        ("V.1.2b", "upcoming", 20, 3),
        ("V.10.3b", "upcoming", 24, 1),
    ]
    assert found.rows[0].more == 10
    assert found.overdue == 11
    assert found.undated == {"continuous": 25, "sometime": 9, "once": 4, "no_day": 4, "event": 2}
    assert found.requested == ()


@pytest.mark.parametrize(
    ("today", "standing", "overdue"),
    [
        pytest.param(date(2021, 6, 14), "upcoming", 0, id="the last good day"),
        pytest.param(date(2021, 6, 15), "borderline", 0, id="the day that the text names"),
        pytest.param(date(2021, 6, 16), "late", 1, id="the day after"),
    ],
)
def test_the_half_year_report_of_the_five_leads(
    plan_2021: Plan, today: date, standing: Standing, overdue: int
) -> None:
    found = list_deadlines(plan_2021, today, agency(plan_2021, "stp"))
    (row,) = (row for row in found.rows if row.duty.id == "V.6.4b")
    assert row.standing == standing
    assert row.agencies == 5
    assert found.overdue == overdue


def test_one_press_conference_a_quarter_with_three_agencies(plan_2021: Plan) -> None:
    rows = list_deadlines(plan_2021, IN_JUNE, every=True).rows
    press = [row for row in rows if row.duty.id in ("V.1.2b", "V.4.3")]
    assert [(row.duty.id, row.joint, row.deadline.named, row.agencies) for row in press] == [
        ("V.1.2b", ("V.4.3",), date(2021, 6, 30), 3),
        ("V.1.2b", ("V.4.3",), date(2021, 9, 30), 3),
        ("V.1.2b", ("V.4.3",), date(2021, 12, 31), 3),
    ]


@pytest.mark.parametrize(
    ("who", "own", "also"),
    [("snv", "V.1.2b", "V.4.3"), ("vp-ubnd", "V.4.3", "V.1.2b"), ("stttt", "V.1.2b", "V.4.3")],
)
def test_the_press_conference_concerns_each_of_the_three(
    plan_2021: Plan, who: str, own: str, also: str
) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, agency(plan_2021, who), every=True)
    press = [row for row in found.rows if row.duty.id in ("V.1.2b", "V.4.3")]
    assert [(row.duty.id, row.joint, row.agencies) for row in press] == [(own, (also,), 3)] * 3


def test_the_weekly_broadcast_has_41_weeks(plan_2021: Plan) -> None:
    rows = list_deadlines(plan_2021, IN_JUNE, every=True).rows
    weeks = [row.occurrence.key for row in rows if row.duty.id == "V.10.3b"]
    assert weeks == [f"2021-W{number}" for number in range(12, 53)]
    assert len(weeks) == 41


def test_the_past_weeks_of_the_broadcast_are_one_row(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, date(2022, 3, 1), agency(plan_2021, "dai-ptth"))
    (row,) = found.rows
    assert (row.occurrence.key, row.more) == ("2021-W52", 40)
    assert found.overdue == 41


def test_after_the_plan_everything_with_a_date_is_past(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, date(2022, 1, 3))
    assert found.over
    assert {row.standing for row in found.rows} == {"late"}
    assert found.overdue == 41 + 3 + 2
    assert found.later == 0


def test_before_the_plan_nothing_is_past(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, date(2020, 12, 1))
    assert not found.over
    assert found.rows == ()
    assert found.later == 46


def test_all_deadlines_of_the_plan(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, every=True)
    assert len(found.rows) == 46
    assert found.later == 0


def test_continuous_duties_and_requested_bodies_are_never_overdue(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, date(2030, 1, 1), every=True)
    assert {row.duty.force for row in found.rows} == {"assigned"}
    assert {row.duty.schedule.rhythm for row in found.rows} == {"dated", "recurring"}
    for who in ("mttq-tp", "btg-thanh-uy", "truong-lhp", "thanh-doan"):
        theirs = list_deadlines(plan_2021, date(2030, 1, 1), agency(plan_2021, who), every=True)
        assert theirs.overdue == 0


@pytest.mark.parametrize(
    ("who", "dated", "undated"),
    [
        pytest.param(
            "snv",
            {"V.6.4b", "V.6.4c", "V.1.2b"},
            {"continuous": 8, "sometime": 2, "once": 1, "no_day": 4, "event": 1},
            id="Sở Nội vụ",
        ),
        pytest.param(
            "q-ba-dinh", set(), {"continuous": 3, "once": 1, "no_day": 2}, id="UBND quận Ba Đình"
        ),
        pytest.param("dai-ptth", {"V.10.3b"}, {"continuous": 1, "once": 1}, id="Đài PTTH Hà Nội"),
    ],
)
def test_the_deadlines_of_one_agency(
    plan_2021: Plan, who: str, dated: set[str], undated: dict[str, int]
) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, agency(plan_2021, who), every=True)
    assert set(ids(found)) == dated
    assert found.undated == undated
