"""Deadlines with a ledger: what is done or need not be done leaves the list."""

from datetime import date

from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import OnEvent, Span
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import DeadlineList, list_deadlines
from cchc_cli.services.record import Request
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency
from tests.services.recording import Desk

JUNE_16 = date(2021, 6, 16)


def rows_of(found: DeadlineList) -> list[tuple[str, str, int, int]]:
    """Duty, period, how many are left of how many."""
    return [(row.duty.id, row.occurrence.key, row.left, row.agencies) for row in found.rows]


H1 = ("V.6.4b", "2021/h1")


def test_without_a_ledger_nothing_is_known(plan_2021: Plan) -> None:
    found = list_deadlines(Book(plan_2021, None), JUNE_16)
    assert not found.recorded
    assert found.rows == list_deadlines(plan_2021, JUNE_16).rows


def test_an_empty_ledger_says_that_all_is_left(plan_2021: Plan) -> None:
    found = list_deadlines(Desk(plan_2021).book(), JUNE_16)
    assert found.recorded
    assert [row[:2] for row in rows_of(found)] == [
        row[:2] for row in rows_of(list_deadlines(plan_2021, JUNE_16))
    ]
    assert (*H1, 5, 5) in rows_of(found)


def test_a_row_says_how_many_are_left_and_goes_when_none_is(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    for at, who in enumerate(("snv", "stp", "stttt", "svhtt"), 1):
        desk.done("V.6.4b", who, "2021-06-10")
        assert (*H1, 5 - at, 5) in rows_of(list_deadlines(desk.book(), JUNE_16))
    desk.record(Request(kind="waiver", duty="V.6.4b", agency="vp-ubnd", text="giải thể"))
    late = [row for row in list_deadlines(desk.book(), JUNE_16).rows if row.standing == "late"]
    assert "V.6.4b" not in [row.duty.id for row in late]


def test_an_agency_sees_only_what_it_has_not_done(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    snv = agency(plan_2021, "snv")
    assert H1 in [row[:2] for row in rows_of(list_deadlines(desk.book(), JUNE_16, snv))]
    desk.done("V.6.4b", "snv", "2021-06-18")
    # Handed in on the 18th: on the 16th it was still to do.
    assert H1 in [row[:2] for row in rows_of(list_deadlines(desk.book(), JUNE_16, snv))]
    assert H1 not in [
        row[:2] for row in rows_of(list_deadlines(desk.book(), date(2021, 6, 18), snv))
    ]
    assert H1 in [
        row[:2] for row in rows_of(list_deadlines(desk.book(), JUNE_16, agency(plan_2021, "stp")))
    ]


def test_what_came_back_is_to_do_again(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    snv = agency(plan_2021, "snv")
    entry = desk.done("V.6.4b", "snv", "2021-06-10")
    desk.record(
        Request(kind="return", target=entry.id, day=date(2021, 6, 12), text="thiếu phụ lục")
    )
    found = list_deadlines(desk.book(), JUNE_16, snv)
    assert [row.standing for row in found.rows if row.duty.id == "V.6.4b"] == ["late"]
    assert (*H1, 5, 5) in rows_of(list_deadlines(desk.book(), JUNE_16))


def test_an_extension_moves_the_row(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    rule = Request(kind="extension", duty="V.6.4b", agency="snv", until=date(2021, 6, 20), text="x")
    desk.record(rule._replace(day=date(2021, 6, 14)))
    (row,) = [
        row
        for row in list_deadlines(desk.book(), JUNE_16, agency(plan_2021, "snv")).rows
        if row.duty.id == "V.6.4b"
    ]
    assert (row.standing, row.days, row.deadline.effective) == ("upcoming", 4, date(2021, 6, 20))
    # For the others, and for the city, the day is what it was.
    (row,) = [row for row in list_deadlines(desk.book(), JUNE_16).rows if row.duty.id == "V.6.4b"]
    assert (row.standing, row.days) == ("late", 1)
    desk.record(rule._replace(agency=None, until=date(2021, 6, 25), day=date(2021, 6, 14)))
    (row,) = [row for row in list_deadlines(desk.book(), JUNE_16).rows if row.duty.id == "V.6.4b"]
    assert (row.standing, row.days, row.left) == ("upcoming", 9, 5)


def test_a_day_that_was_set_enters_the_list(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    assert list_deadlines(desk.book(), JUNE_16).undated["no_day"] == 4
    desk.record(
        Request(
            kind="event", duty="V.1.1f", period="h1", day=date(2021, 6, 1), until=date(2021, 6, 22)
        )
    )
    found = list_deadlines(desk.book(), JUNE_16)
    assert ("V.1.1f", "2021/h1", 1, 1) in rows_of(found)
    assert found.undated["no_day"] == 3


def test_an_event_with_a_span_enters_the_list() -> None:
    duty = make_duty(OnEvent("bản tin", Span(5, "working_days")))
    desk = Desk(make_plan(duties=[duty]))
    assert list_deadlines(desk.book(), JUNE_16).undated == {"event": 1}
    desk.record(Request(kind="event", duty="V.1", day=date(2021, 6, 14), text="số 5"))
    (row,) = list_deadlines(desk.book(), JUNE_16).rows
    assert (row.occurrence.key, row.deadline.effective) == ("event-1", date(2021, 6, 21))


def test_a_joint_event_is_done_for_all_that_took_part(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    held = Request(
        duty="V.1.2b", agency="snv", period="q2", day=date(2021, 5, 27), without_evidence="có"
    )
    both = {"V.1.2b", "V.4.3"}
    assert both & {row.duty.id for row in list_deadlines(desk.book(), JUNE_16).rows}
    desk.record(held._replace(participants=("vp-ubnd",)))
    assert not both & {row.duty.id for row in list_deadlines(desk.book(), JUNE_16).rows}
    for who in ("snv", "vp-ubnd", "stttt"):
        found = list_deadlines(desk.book(), JUNE_16, agency(plan_2021, who))
        assert not both & {row.duty.id for row in found.rows}


def test_half_a_joint_event_is_left(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.1.2b", "snv", "2021-05-27", "q2")
    (row,) = [row for row in list_deadlines(desk.book(), JUNE_16).rows if row.joint]
    assert (row.duty.id, row.joint) == ("V.1.2b", ("V.4.3",))
    assert (row.left, row.agencies) == (1, 3)
    found = list_deadlines(desk.book(), JUNE_16, agency(plan_2021, "snv"))
    assert not [row for row in found.rows if row.joint]
    found = list_deadlines(desk.book(), JUNE_16, agency(plan_2021, "vp-ubnd"))
    assert [row.duty.id for row in found.rows if row.joint] == ["V.4.3"]
    # A partner waits until all who bear it have done it.
    found = list_deadlines(desk.book(), JUNE_16, agency(plan_2021, "stttt"))
    assert [row.duty.id for row in found.rows if row.joint] == ["V.1.2b"]


def test_weeks_that_were_broadcast_leave_the_others(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    every = list_deadlines(desk.book(), JUNE_16, every=True)
    weeks = [row.occurrence.key for row in every.rows if row.duty.id == "V.10.3b"]
    for day in ("2021-06-02", "2021-06-09"):
        desk.done("V.10.3b", "dai-ptth", day)
    found = list_deadlines(desk.book(), JUNE_16, every=True)
    left = [row.occurrence.key for row in found.rows if row.duty.id == "V.10.3b"]
    assert left == [key for key in weeks if key not in ("2021-W22", "2021-W23")]
    assert found.overdue == every.overdue - 2


def test_what_was_known_earlier(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "snv", "2021-06-10")
    desk.done("V.6.4b", "stp", "2021-06-10")
    assert (*H1, 4, 5) in rows_of(list_deadlines(desk.book(1), JUNE_16))
    assert (*H1, 5, 5) in rows_of(list_deadlines(desk.book(0), JUNE_16))
    assert H1 in [
        row[:2] for row in rows_of(list_deadlines(desk.book(1), JUNE_16, agency(plan_2021, "stp")))
    ]
