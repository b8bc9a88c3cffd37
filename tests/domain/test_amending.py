"""Versions of a plan: what is in force on a day, and what stays of what was in force before."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.amending import applied, binding, in_force
from cchc_cli.domain.occurrences import Happening, Occurrence, occurrences
from cchc_cli.domain.plan import Amendment, Document, Duty, Moved, Plan
from cchc_cli.domain.schedules import (
    Dated,
    Every,
    OnEvent,
    Reports,
    Schedule,
    Undated,
    Window,
)
from tests.domain.builders import make_duty, make_plan

JULY = date(2021, 7, 1)
BEFORE = JULY - timedelta(days=1)
QUARTERS = Every("quarter")
DECREE = Document("Quyết định", "ubnd-tp", "99/QĐ-UBND", date(2021, 6, 25))


def amendment(
    *duties: Duty,
    since: date = JULY,
    ended: tuple[str, ...] = (),
    moved: tuple[tuple[str, Moved], ...] = (),
    end: date | None = None,
    ident: str = "sd-1",
) -> Amendment:
    """An amendment of which only what it does matters."""
    return Amendment(ident, "Sửa đổi", DECREE, since, duties, ended, moved, end)


def amended_plan(*duties: Duty, by: tuple[Amendment, ...]) -> Plan:
    """A plan of these duties with amendments."""
    return make_plan(duties=duties)._replace(amendments=by)


def keys(plan: Plan, day: date, ident: str = "V.1") -> list[str]:
    """The keys of a duty's occurrences in the version of a day."""
    version = in_force(plan, day)
    duty = next(one for one in version.duties if one.id == ident)
    return [one.key for one in occurrences(version, duty)]


def days(plan: Plan, day: date, ident: str = "V.1") -> list[date | None]:
    """Their last good days."""
    version = in_force(plan, day)
    duty = next(one for one in version.duties if one.id == ident)
    found = occurrences(version, duty)
    return [one.deadline.last_good if one.deadline else None for one in found]


# Which version it is.


def test_a_plan_without_amendments_is_the_same_on_every_day() -> None:
    plan = make_plan(duties=[make_duty()])
    assert in_force(plan, JULY) is plan


def test_an_amendment_is_in_force_from_its_day_on() -> None:
    old, new = make_duty(), make_duty(lead=["stp"])
    plan = amended_plan(old, by=(amendment(new),))
    assert in_force(plan, BEFORE).duties == (old,)
    (changed,) = in_force(plan, JULY).duties
    assert changed.lead == ("stp",)
    assert (changed.since, changed.until) == (JULY, None)
    assert [(one.lead, one.until) for one in changed.earlier] == [(("snv",), JULY)]


def test_amendments_add_up_in_their_order() -> None:
    second = amendment(make_duty(lead=["tttp"]), since=date(2021, 9, 1), ident="sd-2")
    plan = amended_plan(make_duty(), by=(amendment(make_duty(lead=["stp"])), second))
    leads = [in_force(plan, day).duties[0].lead for day in (BEFORE, JULY, date(2021, 9, 1))]
    assert leads == [("snv",), ("stp",), ("tttp",)]
    last = in_force(plan, date(2021, 12, 31))
    assert [one.id for one in applied(last)] == ["sd-1", "sd-2"]
    assert [one.lead for one in last.duties[0].earlier] == [("snv",), ("stp",)]
    assert applied(in_force(plan, BEFORE)) == ()
    assert applied(plan) == ()


def test_an_added_duty_stands_by_its_neighbours_in_the_document() -> None:
    duties = [make_duty(ident=ident) for ident in ("V.1", "V.2a", "V.3")]
    duties[1] = duties[1]._replace(clause="V.2")
    fresh = make_duty(ident="V.2b", clause="V.2")
    far = make_duty(ident="VI.1")
    version = in_force(amended_plan(*duties, by=(amendment(fresh, far),)), JULY)
    assert [duty.id for duty in version.duties] == ["V.1", "V.2a", "V.2b", "V.3", "VI.1"]


def test_what_an_amendment_touches() -> None:
    moved = (("V.3", Moved("once", JULY)), ("V.1", Moved("once", JULY)))
    one = amendment(make_duty(), ended=("V.2",), moved=moved)
    assert one.touched == ("V.1", "V.2", "V.3")


def test_the_plan_itself_may_be_extended() -> None:
    plan = amended_plan(make_duty(QUARTERS), by=(amendment(end=date(2022, 4, 1)),))
    assert in_force(plan, BEFORE).validity.last == date(2021, 12, 31)
    assert in_force(plan, JULY).validity.last == date(2022, 3, 31)
    assert keys(plan, JULY)[-1] == "2022-Q1"


# What came due by the old words stays theirs.


@pytest.mark.parametrize(
    ("since", "old", "new"),
    [
        pytest.param(JULY, ["2021-Q1", "2021-Q2"], ["2021-Q3", "2021-Q4"], id="between"),
        pytest.param(date(2021, 8, 15), ["2021-Q1", "2021-Q2"], ["2021-Q3", "2021-Q4"], id="begun"),
        pytest.param(date(2021, 6, 30), ["2021-Q1"], ["2021-Q2", "2021-Q3", "2021-Q4"], id="last"),
    ],
)
def test_a_period_goes_by_the_words_of_its_last_day(
    since: date, old: list[str], new: list[str]
) -> None:
    change = amendment(make_duty(QUARTERS, lead=["stp"]), since=since)
    version = in_force(amended_plan(make_duty(QUARTERS), by=(change,)), date(2021, 12, 31))
    found = occurrences(version, version.duties[0])
    assert [one.key for one in found if one.duty.lead == ("snv",)] == old
    assert [one.key for one in found if one.duty.lead == ("stp",)] == new


def test_another_rhythm_begins_where_the_old_one_ends() -> None:
    plan = amended_plan(make_duty(QUARTERS), by=(amendment(make_duty(Every("month"))),))
    months = [f"2021-M{month:02d}" for month in range(7, 13)]
    assert keys(plan, BEFORE) == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert keys(plan, JULY) == ["2021-Q1", "2021-Q2", *months]


def test_a_duty_that_has_ended_keeps_what_was_over() -> None:
    plan = amended_plan(make_duty(QUARTERS), by=(amendment(ended=("V.1",)),))
    assert keys(plan, JULY) == ["2021-Q1", "2021-Q2"]
    version = in_force(plan, JULY)
    assert version.duties[0].until == JULY
    assert binding(version) == ()


@pytest.mark.parametrize(
    "schedule",
    [Undated("once"), Undated("continuous"), Dated("by", date(2021, 9, 1)), OnEvent("có văn bản")],
)
def test_a_duty_that_has_ended_asks_for_nothing_more(schedule: Schedule) -> None:
    plan = amended_plan(make_duty(schedule), by=(amendment(ended=("V.1",)),))
    assert len(keys(plan, BEFORE)) == 1
    assert keys(plan, JULY) == []


def test_events_before_and_after_go_by_the_words_of_their_day() -> None:
    change = amendment(make_duty(OnEvent("có văn bản"), lead=["stp"]))
    version = in_force(amended_plan(make_duty(OnEvent("có văn bản")), by=(change,)), JULY)
    happened = [Happening(1, BEFORE), Happening(2, JULY)]
    found = occurrences(version, version.duties[0], happened)
    assert [(one.key, one.duty.lead) for one in found] == [
        ("event-1", ("snv",)), ("event-2", ("stp",)),
    ]  # fmt: skip
    assert [one.key for one in occurrences(version, version.duties[0])] == ["event"]


# An only date that is changed.

JUNE, SEPTEMBER = date(2021, 6, 15), date(2021, 9, 15)


def test_a_date_that_still_lies_ahead_is_one_obligation_with_another_date() -> None:
    change = amendment(make_duty(Dated("by", date(2021, 10, 1))))
    plan = amended_plan(make_duty(Dated("by", SEPTEMBER)), by=(change,))
    assert (keys(plan, BEFORE), days(plan, BEFORE)) == (["2021-09-15"], [SEPTEMBER])
    assert (keys(plan, JULY), days(plan, JULY)) == (["2021-09-15"], [date(2021, 10, 1)])


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (Undated("once"), Dated("by", SEPTEMBER), "once"),
        (Undated("sometime"), Window(JULY, SEPTEMBER), "sometime"),
        (Window(JUNE, SEPTEMBER), Undated("once"), "2021-06-15..2021-09-15"),
        (Undated("continuous"), Dated("by", SEPTEMBER), "2021-09-15"),
        (QUARTERS, Undated("once"), "once"),
    ],
)
def test_what_was_recorded_for_an_only_occurrence_still_counts(
    old: Schedule, new: Schedule, key: str
) -> None:
    plan = amended_plan(make_duty(old), by=(amendment(make_duty(new)),))
    assert keys(plan, JULY)[-1] == key


def test_the_first_key_stays_through_several_changes() -> None:
    first = amendment(make_duty(Dated("by", SEPTEMBER)))
    second = amendment(make_duty(Undated("sometime")), since=date(2021, 8, 1), ident="sd-2")
    plan = amended_plan(make_duty(), by=(first, second))
    assert keys(plan, date(2021, 12, 1)) == ["once"]


def test_a_date_that_had_come_stays_as_it_was_for_those_who_bore_it() -> None:
    change = amendment(make_duty(Dated("by", JUNE), lead=["stp"]))
    version = in_force(amended_plan(make_duty(Dated("by", JUNE)), by=(change,)), JULY)
    (one,) = occurrences(version, version.duties[0])
    assert one.duty.lead == ("snv",)


def test_a_date_that_had_come_may_be_set_anew() -> None:
    change = amendment(make_duty(Dated("by", SEPTEMBER), lead=["stp"]))
    version = in_force(amended_plan(make_duty(Dated("by", JUNE)), by=(change,)), JULY)
    (one,) = occurrences(version, version.duties[0])
    assert (one.key, one.duty.lead) == ("2021-06-15", ("stp",))
    assert one.deadline is not None
    assert one.deadline.last_good == SEPTEMBER


def test_a_past_date_that_became_a_rhythm_is_not_forgotten() -> None:
    plan = amended_plan(make_duty(Dated("by", JUNE)), by=(amendment(make_duty(QUARTERS)),))
    assert keys(plan, JULY) == ["2021-06-15", "2021-Q3", "2021-Q4"]


# A deadline that is moved without a change of words.


def test_a_moved_deadline() -> None:
    duty = make_duty(Reports(("h1", "year")))._replace(schedule=Dated("before", JUNE, "h1"))
    moved = amendment(moved=(("V.1", Moved("2021/h1", JULY)),), since=date(2021, 6, 1))
    plan = amended_plan(duty, by=(moved,))
    assert days(plan, date(2021, 5, 31)) == [date(2021, 6, 14)]
    assert days(plan, date(2021, 6, 1)) == [JULY]
    version = in_force(plan, JULY)
    assert version.duties[0].earlier == ()


def test_a_moved_deadline_of_one_period_leaves_the_others_alone() -> None:
    moved = amendment(moved=(("V.1", Moved("2021-Q2", JULY)), ("V.1", Moved("2020-Q1", JULY))))
    plan = amended_plan(make_duty(QUARTERS), by=(moved,))
    before, after = days(plan, BEFORE), days(plan, JULY)
    assert after == [before[0], JULY, *before[2:]]


# Amend, then ask by date: as if somebody had written the version of that day.

SCHEDULES: st.SearchStrategy[Schedule] = st.sampled_from(
    [
        Undated("once"), Undated("continuous"), Dated("by", SEPTEMBER), Dated("before", JUNE, "h1"),
        Window(JUNE, SEPTEMBER), QUARTERS, Every("month"), Every("week"), Reports(("h1", "year")),
        OnEvent("có văn bản"),
    ]
)  # fmt: skip
DAYS = st.dates(date(2021, 1, 1), date(2021, 12, 31))


@settings(max_examples=150, deadline=None)
@given(old=st.lists(SCHEDULES, min_size=1, max_size=4), data=st.data(), since=DAYS, day=DAYS)
def test_the_version_of_a_day_is_the_one_written_by_hand(
    old: list[Schedule], data: st.DataObject, since: date, day: date
) -> None:
    duties = [make_duty(one, ident=f"V.{at}") for at, one in enumerate(old, 1)]
    deeds = data.draw(
        st.lists(st.sampled_from(["keep", "change", "end"]), min_size=len(old), max_size=len(old))
    )
    fresh = [
        make_duty(data.draw(SCHEDULES), ident=duty.id, lead=["stp"]) if deed == "change" else duty
        for duty, deed in zip(duties, deeds, strict=True)
    ]
    added = make_duty(data.draw(SCHEDULES), ident="VI.1")
    change = amendment(
        *(duty for duty, deed in zip(fresh, deeds, strict=True) if deed == "change"),
        added,
        since=since,
        ended=tuple(duty.id for duty, deed in zip(duties, deeds, strict=True) if deed == "end"),
    )
    version = in_force(amended_plan(*duties, by=(change,)), day)
    if day < since:
        assert version.duties == tuple(duties)
        return
    by_hand = [*(one for one, deed in zip(fresh, deeds, strict=True) if deed != "end"), added]
    assert [said(one) for one in binding(version)] == by_hand
    known = {duty.id: duty for duty in version.duties}
    for duty in by_hand:
        assert ahead(known[duty.id], since) == ahead(duty, since)
    for duty in duties:
        assert over(known[duty.id], since) == over(duty, since)
        if known[duty.id].until is not None:
            assert ahead(known[duty.id], since) == set()


def said(duty: Duty) -> Duty:
    """A duty without what tells how it came to be."""
    return duty._replace(since=None, until=None, earlier=(), key=None)


def ahead(duty: Duty, since: date) -> set[tuple[object, object]]:
    """What is not over on a day, by period and deadline."""
    found = occurrences(make_plan(), duty)
    return {
        (one.period, one.deadline)
        for one in found
        if (last := last_day(one)) is None or last >= since
    }


def over(duty: Duty, since: date) -> set[str]:
    """The keys of a rhythm's periods that are over on a day, by the words of their time."""
    found = occurrences(make_plan(), duty)
    return {
        one.key
        for one in found
        if one.duty.schedule.rhythm == "recurring"
        and (last := last_day(one)) is not None
        and last < since
    }


def last_day(one: Occurrence) -> date | None:
    """The last day of what an occurrence is about."""
    if one.duty.schedule.rhythm == "recurring" and one.period is not None:
        return one.period.last
    return one.deadline.last_good if one.deadline else None
