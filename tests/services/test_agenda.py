"""What goes into a calendar: all deadlines, what became of them, and how new it is."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from cchc_cli.domain.plan import Link, Plan
from cchc_cli.domain.schedules import Dated, Every, Undated
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.agenda import Agenda, Item, agenda
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import Window, list_deadlines
from cchc_cli.services.record import Request
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency
from tests.services.recorded import IN_JULY, book_of_2021
from tests.services.recording import Desk

JUNE_16 = date(2021, 6, 16)
MIDNIGHT = datetime(2021, 6, 15, 17, tzinfo=UTC)


def the(found: Agenda, duty: str, period: str = "2021/h1") -> Item:
    """The one item of a duty in a period."""
    (item,) = [
        one for one in found.items if (one.occurrence.duty.id, one.occurrence.key) == (duty, period)
    ]
    return item


def test_without_a_ledger_everything_is_still_to_do(plan_2021: Plan) -> None:
    found = agenda(Book(plan_2021, None), JUNE_16)
    listed = list_deadlines(plan_2021, JUNE_16, every=True)
    assert len(found.items) == len(listed.rows) + len(listed.requested)
    assert {one.state for one in found.items} == {"open"}
    assert all(one.left == one.agencies for one in found.items)
    assert (found.recorded, found.revision, found.revised) == (False, 0, MIDNIGHT)
    assert found.undated == sum(listed.undated.values())


def test_items_stand_by_date(plan_2021: Plan) -> None:
    days = [one.deadline.effective for one in agenda(Book(plan_2021, None), JUNE_16).items]
    assert days == sorted(days)


def test_a_strict_before_is_the_day_before(plan_2021: Plan) -> None:
    item = the(agenda(Book(plan_2021, None), JUNE_16), "V.6.4b")
    assert (item.deadline.effective, item.deadline.named) == (
        date(2021, 6, 14),
        date(2021, 6, 15),
    )


def test_a_window_is_by_the_day_in_force(plan_2021: Plan) -> None:
    window = Window(date(2021, 6, 14), date(2021, 6, 14))
    found = agenda(Book(plan_2021, None), JUNE_16, window=window)
    assert [one.occurrence.duty.id for one in found.items] == ["V.6.4b"]


def test_what_one_agency_has_done_is_done_for_it_and_not_for_all(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "snv", "2021-06-10")
    own = the(agenda(desk.book(), JUNE_16, agency(plan_2021, "snv")), "V.6.4b")
    assert (own.state, own.done_on, own.left) == ("done", date(2021, 6, 10), 0)
    other = the(agenda(desk.book(), JUNE_16, agency(plan_2021, "stp")), "V.6.4b")
    assert (other.state, other.left) == ("open", 1)
    city = the(agenda(desk.book(), JUNE_16), "V.6.4b")
    assert (city.state, city.left, city.agencies) == ("open", 4, 5)


def test_what_all_have_done_or_need_not_do_is_done(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    for who in ("snv", "stp", "stttt", "svhtt"):
        desk.done("V.6.4b", who, "2021-06-10")
    desk.record(Request(kind="waiver", duty="V.6.4b", agency="vp-ubnd", text="giải thể"))
    book = desk.book()
    late = date(2021, 12, 31)
    assert the(agenda(book, late), "V.6.4b")[5:] == ("done", None, 5, 0)
    spared = the(agenda(book, late, agency(plan_2021, "vp-ubnd")), "V.6.4b")
    assert (spared.state, spared.left) == ("exempt", 0)


def test_what_nobody_need_do_is_not_done() -> None:
    plan = make_plan(duties=[make_duty(Dated("by", JUNE_16))])
    desk = Desk(plan)
    desk.record(Request(kind="waiver", duty="V.1", agency="snv", text="giải thể"))
    (item,) = agenda(desk.book(), date(2021, 12, 31)).items
    assert item.state == "exempt"


def test_an_extension_moves_the_day_and_keeps_the_old_one(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    rule = Request(kind="extension", duty="V.6.4b", until=date(2021, 6, 20), text="x")
    desk.record(rule._replace(agency="snv", day=date(2021, 6, 14)))
    item = the(agenda(desk.book(), JUNE_16, agency(plan_2021, "snv")), "V.6.4b")
    assert item.deadline.effective == date(2021, 6, 20)
    assert item.original is not None
    assert item.original.effective == date(2021, 6, 14)
    assert the(agenda(desk.book(), JUNE_16), "V.6.4b").original is None
    desk.record(rule._replace(until=date(2021, 6, 22), day=date(2021, 6, 14)))
    assert the(agenda(desk.book(), JUNE_16), "V.6.4b").deadline.effective == date(2021, 6, 22)


def test_done_ones_can_be_left_out() -> None:
    every = agenda(book_of_2021(), IN_JULY)
    left = agenda(book_of_2021(), IN_JULY, without_done=True)
    assert left.items == tuple(one for one in every.items if one.state == "open")
    assert len(left.items) < len(every.items)


def test_whoever_speaks_for_a_joint_event_it_is_the_same_one(plan_2021: Plan) -> None:
    book = book_of_2021()
    events = {
        who: the(agenda(book, IN_JULY, agency(plan_2021, who)), duty, "2021-Q2")
        for who, duty in (("snv", "V.1.2b"), ("vp-ubnd", "V.4.3"), ("stttt", "V.1.2b"))
    }
    assert {one.event for one in events.values()} == {"V.1.2b"}
    # The third only takes part; the event is over when those who bear it have done it.
    assert {one.state for one in events.values()} == {"done"}


def test_the_first_duty_of_a_plan_names_a_joint_event() -> None:
    first = make_duty(Undated("once"), ident="V.9", lead=["snv"])
    dated = make_duty(Dated("by", JUNE_16), ident="V.1", lead=["stp"])
    joint = first._replace(links=(Link("V.1", "same_event"),))
    (item,) = agenda(Book(make_plan(duties=[joint, dated]), None), JUNE_16).items
    assert (item.event, item.occurrence.duty.id) == ("V.9", "V.1")


def test_a_group_without_known_members_is_still_to_do() -> None:
    duty = make_duty(Dated("by", JUNE_16), lead=["su-nghiep"])
    (item,) = agenda(Book(make_plan(duties=[duty]), MemoryLedger()), JUNE_16).items
    assert (item.state, item.agencies, item.left) == ("open", 0, 0)


def test_every_entry_makes_a_newer_calendar(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    seen = [agenda(desk.book(), JUNE_16)]
    entry = desk.done("V.6.4b", "snv", "2021-06-10")
    seen.append(agenda(desk.book(), JUNE_16))
    desk.record(Request(kind="correction", target=entry.id, text="nhầm"))
    seen.append(agenda(desk.book(), JUNE_16))
    assert [one.revision for one in seen] == [0, 1, 2]
    assert seen[0].revised <= seen[1].revised <= seen[2].revised
    assert the(seen[2], "V.6.4b").left == 5


@pytest.mark.parametrize(
    ("today", "revised"),
    [
        pytest.param(date(2021, 6, 10), datetime(2021, 6, 10, 5, 1, tzinfo=UTC), id="an entry"),
        pytest.param(date(2021, 6, 11), datetime(2021, 6, 10, 17, tzinfo=UTC), id="a later day"),
    ],
)
def test_a_calendar_is_as_new_as_its_last_entry_or_its_day(
    plan_2021: Plan, today: date, revised: datetime
) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "snv", "2021-06-10")
    assert agenda(desk.book(), today).revised == revised


def test_a_calendar_of_an_earlier_point_is_older() -> None:
    earlier, whole = agenda(book_of_2021(100), IN_JULY), agenda(book_of_2021(), IN_JULY)
    assert (earlier.revision, whole.revision) == (100, 145)
    assert earlier.revised <= whole.revised
    assert agenda(book_of_2021(0), IN_JULY).revision == 0


def test_weeks_come_one_by_one() -> None:
    plan = make_plan(duties=[make_duty(Every("week"))])
    days = [one.deadline.effective for one in agenda(Book(plan, None), JUNE_16).items]
    assert len(days) == 52
    assert {later - day for day, later in pairwise(days)} == {timedelta(7)}
