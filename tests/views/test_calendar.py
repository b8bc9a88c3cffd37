"""Calendars, read by a library that is not the one that writes them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.domain.schedules import Dated, DueRule, Every
from cchc_cli.services.agenda import Agenda, Item, agenda
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import Window
from cchc_cli.services.record import Request
from cchc_cli.views.calendar import calendar_file, uid
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021
from tests.services.recording import Desk

JUNE_1 = date(2021, 6, 1)
WEEKLY = make_duty(Every("week", first=date(2021, 3, 1), last=date(2021, 5, 9)))
PROPERTY = settings(max_examples=60, deadline=None)
texts = st.text(st.characters(codec="utf-8") | st.sampled_from("ạằỗượ,;:\\\"\r\n\t\x00\x0b'=✓"))


def of(*duties: Duty, today: date = JUNE_1, policy: Policy = Policy()) -> Agenda:  # noqa: B008
    """The agenda of these duties, nothing recorded."""
    return agenda(Book(make_plan(duties=duties, policy=policy), None), today)


def read(data: bytes) -> Any:
    """The calendar as the other library reads it."""
    return vobject.readOne(data.decode("utf-8"))


def events(data: bytes) -> list[Any]:
    """Its events."""
    return list(read(data).vevent_list)


def occurring(data: bytes) -> Iterator[tuple[date, str]]:
    """What a calendar program shows: rules expanded, exceptions put in their places."""
    every = events(data)
    moved = {
        (one.uid.value, one.recurrence_id.value): one
        for one in every
        if hasattr(one, "recurrence_id")
    }
    for one in every:
        if hasattr(one, "recurrence_id"):
            continue
        for moment in one.rruleset or [one.dtstart.value]:
            day = moment.date() if isinstance(moment, datetime) else moment
            shown = moved.pop((one.uid.value, day), one)
            yield (day if shown is one else shown.dtstart.value), shown.summary.value
    assert not moved, "an exception to nothing"


def lines(data: bytes) -> list[str]:
    """The content lines, unfolded."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


# The whole file.


@pytest.mark.parametrize("who", [None, "snv", "dai-ptth"])
@pytest.mark.parametrize("tasks", [False, True])
def test_the_calendar_of_2021(who: str | None, tasks: bool, golden: Golden) -> None:
    chosen = agency(plan_of_2021(), who) if who else None
    window = Window(date(2021, 6, 1), date(2021, 7, 31))
    data = calendar_file(agenda(book_of_2021(), IN_JULY, chosen, window), tasks=tasks)
    name = f"{who or 'city'}{'-todo' if tasks else ''}"
    golden(f"calendar/{name}.ics", data.decode("utf-8"))
    read(data)


def test_a_calendar_program_shows_every_deadline_once() -> None:
    found = agenda(book_of_2021(), IN_JULY)
    shown = sorted(occurring(calendar_file(found)))
    assert [day for day, _ in shown] == [one.deadline.effective for one in found.items]
    assert sum("✓ Đã làm" in name for _, name in shown) == sum(
        one.state == "done" for one in found.items
    )


def test_lines_end_and_are_folded_as_the_standard_says() -> None:
    data = calendar_file(agenda(book_of_2021(), IN_JULY))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # No letter is cut in two.


def test_the_same_deadlines_make_the_same_bytes() -> None:
    first, second = (calendar_file(agenda(book_of_2021(), IN_JULY)) for _ in range(2))
    assert first == second


def test_the_head_says_whose_it_is_and_names_no_method() -> None:
    head = lines(calendar_file(agenda(book_of_2021(), IN_JULY)))[:9]
    assert "VERSION:2.0" in head
    assert "NAME:Thời hạn CCHC: Kế hoạch thông tin\\, tuyên truyền CCHC năm 2021" in head
    # Some programs show the signs that escape.
    assert "X-WR-CALNAME:Thời hạn CCHC: Kế hoạch thông tin tuyên truyền CCHC năm 2021" in head
    assert not [line for line in head if line.startswith("METHOD")]


# A single deadline.


def test_a_day_takes_a_whole_day_and_nobody_s_time() -> None:
    (event,) = events(calendar_file(of(make_duty(Dated("before", date(2021, 6, 15))))))
    assert event.dtstart.value == date(2021, 6, 14)
    assert event.dtend.value == date(2021, 6, 15)
    assert event.dtstart.value_param == "DATE"
    assert event.transp.value == "TRANSPARENT"
    assert event.status.value == "CONFIRMED"
    assert "Kế hoạch ghi: trước 15/6/2021; quá hạn từ ngày 16/6/2021" in event.description.value


def test_alarms_ring_seven_days_and_one_day_before() -> None:
    (event,) = events(calendar_file(of(make_duty(Dated("by", date(2021, 6, 15))))))
    assert [one.trigger.value for one in event.valarm_list] == [-timedelta(7), -timedelta(1)]
    assert {one.action.value for one in event.valarm_list} == {"DISPLAY"}
    assert len({one.uid.value for one in event.valarm_list}) == 2


@pytest.mark.parametrize("kind", ["done", "waiver"])
def test_what_is_done_is_kept_as_done_without_alarms(kind: str) -> None:
    plan = make_plan(duties=[make_duty(Dated("by", date(2021, 6, 15)))])
    desk = Desk(plan)
    snv = agency(plan, "snv")
    before = calendar_file(agenda(desk.book(), date(2021, 12, 31), snv))
    if kind == "done":
        desk.done("V.1", "snv", "2021-06-10")
    else:
        desk.record(Request(kind="waiver", duty="V.1", agency="snv", text="giải thể"))
    (old,) = events(before)
    (new,) = events(calendar_file(agenda(desk.book(), date(2021, 12, 31), snv)))
    assert old.uid.value == new.uid.value
    assert int(old.sequence.value) < int(new.sequence.value)
    assert not hasattr(new, "valarm")
    assert new.status.value == ("CONFIRMED" if kind == "done" else "CANCELLED")


def test_a_second_reading_updates_whatever_changed() -> None:
    """UIDs stay, whatever is recorded; what a program keeps of two is the later one."""
    plan = plan_of_2021()
    before = events(calendar_file(agenda(Book(plan, None), date(2021, 6, 1))))
    after = events(calendar_file(agenda(book_of_2021(), IN_JULY)))
    assert {one.uid.value for one in before} == {one.uid.value for one in after}
    assert max(one.dtstamp.value for one in before) < min(one.dtstamp.value for one in after)
    assert max(int(one.sequence.value) for one in before) < min(
        int(one.sequence.value) for one in after
    )


def test_deadlines_have_names_of_their_own() -> None:
    book, plan = book_of_2021(), plan_of_2021()
    names = [
        uid(found, item, kind)
        for found in (agenda(book, IN_JULY), agenda(book, IN_JULY, agency(plan, "dai-ptth")))
        for item in found.items
        for kind in ("event", "todo")
    ]
    assert len(names) == len(set(names))


def test_names_do_not_change_from_version_to_version() -> None:
    """They stand in people's calendars: another name would double every deadline."""
    item = of(make_duty(Dated("before", date(2021, 6, 15), "h1")))
    (event,) = events(calendar_file(item))
    assert event.uid.value == "900b56d6-ae07-533c-ae8c-a5fce0aa77b8@cchc"
    (todo,) = read(calendar_file(item, tasks=True)).vtodo_list
    assert todo.uid.value == "163b995b-e22e-5d51-aeed-d84f39cc38c7@cchc"
    (series,) = events(calendar_file(of(WEEKLY)))
    assert series.uid.value == "1ac71e7d-f1b7-51df-902f-8ac43abaa202@cchc"


def test_what_is_only_asked_for_says_so() -> None:
    duty = make_duty(Dated("by", date(2021, 6, 15)), lead=[], implement=["mttq-tp"])
    (event,) = events(calendar_file(of(duty._replace(force="requested"))))
    assert event.summary.value == "Đề nghị V.1: Nhiệm vụ"
    assert "không bị tính quá hạn" in event.description.value


# Weekly duties.


def test_weeks_are_one_rule() -> None:
    found = of(WEEKLY)
    data = calendar_file(found)
    assert "RRULE:FREQ=WEEKLY;UNTIL=20210509;INTERVAL=1" in lines(data)
    assert len(events(data)) == 1
    assert [day for day, _ in occurring(data)] == [one.deadline.effective for one in found.items]


def test_every_second_week_is_one_rule() -> None:
    duty = make_duty(Every("week", interval=2, due=DueRule("before", weekday=4)))
    found = of(duty)
    data = calendar_file(found)
    assert len(events(data)) == 1
    shown = [day for day, _ in occurring(data)]
    assert shown == [one.deadline.effective for one in found.items]
    assert {day.weekday() for day in shown} == {3}
    assert "Mỗi 2 tuần một kỳ" in events(data)[0].description.value


def test_a_week_that_is_done_or_moved_is_an_exception() -> None:
    plan = make_plan(duties=[WEEKLY])
    desk = Desk(plan)
    desk.done("V.1", "snv", "2021-03-04", "2021-W09")
    desk.record(
        Request(
            kind="extension", duty="V.1", agency="snv", period="2021-W10",
            until=date(2021, 3, 17), day=date(2021, 3, 12), text="x",
        )
    )  # fmt: skip
    found = agenda(desk.book(), JUNE_1, agency(plan, "snv"))
    data = calendar_file(found)
    rule, done, moved = events(data)
    assert (done.recurrence_id.value, done.dtstart.value) == (date(2021, 3, 7),) * 2
    assert done.summary.value.startswith("✓ Đã làm")
    assert not hasattr(done, "valarm")
    assert (moved.recurrence_id.value, moved.dtstart.value) == (
        date(2021, 3, 14),
        date(2021, 3, 17),
    )
    assert "hạn cũ: 14/3/2021" in moved.description.value
    assert len({one.uid.value for one in (rule, done, moved)}) == 1
    assert sorted(day for day, _ in occurring(data)) == [
        one.deadline.effective for one in found.items
    ]


def test_a_week_that_is_left_out_is_taken_out_of_the_rule() -> None:
    plan = make_plan(duties=[WEEKLY])
    desk = Desk(plan)
    desk.done("V.1", "snv", "2021-03-18", "2021-W11")
    found = agenda(desk.book(), JUNE_1, agency(plan, "snv"), without_done=True)
    data = calendar_file(found)
    assert "EXDATE;VALUE=DATE:20210321" in lines(data)
    days = [day for day, _ in occurring(data)]
    assert len(days) == 9
    assert date(2021, 3, 21) not in days


def test_a_week_that_ends_on_days_off_is_an_exception() -> None:
    duty = make_duty(Every("week", due=DueRule("by", weekday=4)))
    found = of(duty, policy=Policy(shift="next_working_day"))
    data = calendar_file(found)
    shown = dict.fromkeys(day for day, _ in occurring(data))
    assert list(shown) != sorted(shown) or len(events(data)) > 1
    assert sorted(shown) == sorted({one.deadline.effective for one in found.items})
    # Tết: Friday 12 February is moved to Wednesday the 17th.
    (moved,) = [one for one in events(data) if one.dtstart.value == date(2021, 2, 17)]
    assert moved.recurrence_id.value == date(2021, 2, 12)
    assert "Ngày cuối theo lời văn là 12/02/2021, ngày nghỉ" in moved.description.value


# Tasks.


def test_tasks_can_be_ticked_off() -> None:
    plan = make_plan(duties=[WEEKLY])
    desk = Desk(plan)
    desk.done("V.1", "snv", "2021-03-04", "2021-W09")
    desk.record(Request(kind="waiver", duty="V.1", agency="snv", period="2021-W10", text="x"))
    found = agenda(desk.book(), date(2021, 12, 31), agency(plan, "snv"))
    done, spared, *rest = read(calendar_file(found, tasks=True)).vtodo_list
    assert (done.status.value, done.percent_complete.value) == ("COMPLETED", "100")
    # The day begins in Việt Nam seven hours before it does in Greenwich.
    assert done.completed.value.astimezone(UTC) == datetime(2021, 3, 3, 17, tzinfo=UTC)
    assert done.due.value == date(2021, 3, 7)
    assert spared.status.value == "CANCELLED"
    assert len(rest) == 8
    assert {one.status.value for one in rest} == {"NEEDS-ACTION"}
    assert rest[0].valarm_list[0].trigger.related_param == "END"
    assert done.summary.value == "V.1: Nhiệm vụ"


def test_a_task_of_many_says_how_far_they_have_come(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "snv", "2021-06-10")
    found = agenda(desk.book(), date(2021, 6, 16), window=Window(None, date(2021, 6, 14)))
    todo = read(calendar_file(found, tasks=True)).vtodo_list[-1]
    assert todo.percent_complete.value == "20"
    assert "chưa thực hiện, tính đến ngày 16/6/2021: 4" in todo.description.value


def test_a_task_of_nobody_known_has_come_nowhere() -> None:
    found = of(make_duty(Dated("by", date(2021, 6, 15)), lead=["su-nghiep"]))
    (todo,) = read(calendar_file(found, tasks=True)).vtodo_list
    assert not hasattr(todo, "percent_complete")


def test_what_all_have_done_has_no_day_of_completion() -> None:
    found = agenda(book_of_2021(), IN_JULY)
    every = read(calendar_file(found, tasks=True)).vtodo_list
    done = [one for one in every if one.status.value == "COMPLETED"]
    assert done
    assert not [one for one in done if hasattr(one, "completed")]


# Whatever the plan says.


def normal(text: str) -> str:
    """A text as a calendar keeps it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", "", text)


@PROPERTY
@given(title=texts, words=texts)
def test_any_text_comes_back_as_it_was(title: str, words: str) -> None:
    duty = make_duty(Dated("by", date(2021, 6, 15)))._replace(title=title, text=words)
    data = calendar_file(of(duty))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = _unfolded(data)
    assert event["SUMMARY"] == normal(f"Hạn V.1: {title}")
    assert f"Nguyên văn: “{normal(words)}”" in event["DESCRIPTION"]


def _unfolded(data: bytes) -> Iterator[dict[str, str]]:
    """Texts of events by the letter of RFC 5545, 3.1 and 3.3.11."""
    text = data.replace(b"\r\n ", b"").decode("utf-8")
    body = text.partition("BEGIN:VEVENT\r\n")[2].partition("BEGIN:VALARM")[0]
    found = (line.partition(":") for line in body.split("\r\n") if line)
    yield {name: _plain(value) for name, _, value in found}


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def put_off(item: Item, days: int) -> Item:
    """The item so many days later, by an extension."""
    if not days:
        return item
    day = item.deadline.effective + timedelta(days=days)
    later = item.deadline._replace(named=day, last_good=day, effective=day)
    return item._replace(deadline=later, original=item.deadline)


weeks = st.integers(0, 9)


@PROPERTY
@given(done=st.sets(weeks), moved=st.dictionaries(weeks, st.integers(1, 20)))
def test_whatever_is_recorded_each_week_is_shown_once(
    done: set[int], moved: dict[int, int]
) -> None:
    found = of(WEEKLY)
    items = [
        put_off(item, moved.get(at, 0))._replace(state="done" if at in done else "open")
        for at, item in enumerate(found.items)
    ]
    for kept in (items, [one for one in items if one.state == "open"]):
        if kept:
            data = calendar_file(found._replace(items=tuple(kept)))
            shown = sorted(day for day, _ in occurring(data))
            assert shown == sorted(one.deadline.effective for one in kept)
