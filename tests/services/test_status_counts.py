"""Counted three ways and called by name, whatever is recorded: the numbers agree."""

# ruff: noqa: S311

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from random import Random

import pytest

from cchc_cli.domain.entries import OfficialDocument
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.status import StatusKind
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import Book
from cchc_cli.services.record import Request
from cchc_cli.services.status import (
    Choice,
    bearers_of,
    by_agency,
    by_duty,
    by_group,
    chosen_occurrences,
    of_agency,
    roll_call,
    standings,
    total_of,
)
from tests.services.real import agency, group
from tests.services.recording import Desk, duty_of, fill

SEEDS = range(int(os.environ.get("CCHC_TEST_SEEDS", "6")))
DAYS = (date(2021, 4, 1), date(2021, 6, 14), date(2021, 6, 16), date(2021, 9, 20), date(2022, 1, 5))


def total(rows: Iterable[Mapping[StatusKind, int]]) -> Counter[StatusKind]:
    """Counts added up."""
    found: Counter[StatusKind] = Counter()
    for row in rows:
        found.update(row)
    return +found


def check(book: Book, today: date) -> None:
    """Counts of every kind agree on a day."""
    wanted = chosen_occurrences(book, Choice())
    rows = by_duty(book, wanted, today)
    called = {
        (one.duty.id, one.key): Counter(
            standing.status.kind for standing in roll_call(book, one, today)
        )
        for one in wanted
    }
    for row in rows:
        one = row.occurrence
        assert dict(row.counts) == called[one.duty.id, one.key], (one.duty.id, one.key, today)
        assert row.total == len(bearers_of(book, one))
    assigned = [row.counts for row in rows if row.occurrence.duty.force == "assigned"]
    agencies = by_agency(book, wanted, today)
    assert total(row.counts for row in agencies) == total(assigned)
    assert total([total_of(rows)]) == total(row.counts for row in rows)
    assert total(called.values()) == Counter(
        one.status.kind for one in standings(book, wanted, today)
    )
    for each in agencies:
        mine = [one for one in wanted if one.duty.force == "assigned"]
        for whole in (False, True):
            listed = of_agency(book, agency(book.plan, each.ident), mine, today, whole=whole)
            assert Counter(one.status.kind for one in listed) == Counter(each.counts)


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_by_duty_by_agency_and_by_name_agree(plan_2021: Plan, seed: int) -> None:
    desk, random = Desk(plan_2021), Random(seed)
    fill(desk, random, 30 + 20 * seed)
    for today in DAYS:
        check(desk.book(), today)


@pytest.mark.parametrize("seed", SEEDS)
def test_they_agree_for_what_was_known_earlier(plan_2021: Plan, seed: int) -> None:
    desk, random = Desk(plan_2021), Random(seed)
    fill(desk, random, 40)
    for upto in (0, 7, 25, 40):
        past = Desk(plan_2021)
        for entry in desk.ledger.find(Query(upto=upto)):
            past.append(entry.content)
        today = random.choice(DAYS)
        check(desk.book(upto), today)
        wanted = chosen_occurrences(desk.book(upto), Choice())
        then = by_duty(desk.book(upto), wanted, today)
        assert then == by_duty(past.book(), chosen_occurrences(past.book(), Choice()), today)


def test_without_a_ledger_nothing_is_done(plan_2021: Plan) -> None:
    book = Book(plan_2021, None)
    check(book, date(2021, 6, 16))
    kinds = total(row.counts for row in by_duty(book, chosen_occurrences(book, Choice()), DAYS[2]))
    assert set(kinds) == {"not_yet", "open", "overdue", "idle", "waiting"}


def report(plan: Plan) -> tuple[Desk, str, str]:
    """A desk, a duty of five agencies that is due before 15 June, and its period."""
    return Desk(plan), "V.6.4b", "h1"


def row_of(desk: Desk, duty: str, today: date, key: str = "2021/h1") -> dict[StatusKind, int]:
    """The counts of a duty in a period."""
    book = desk.book()
    wanted = [one for one in book.occurrences(duty_of(desk.plan, duty)) if one.key == key]
    ((_, counts, _),) = by_duty(book, wanted, today)
    return dict(counts)


def test_the_roll_call_of_a_report_day_by_day(plan_2021: Plan) -> None:
    desk, duty, period = report(plan_2021)
    one = desk.book().occurrences(duty_of(plan_2021, duty))[0]
    agencies = bearers_of(desk.book(), one)
    assert len(agencies) == 5
    for ident, day in zip(agencies, ("2021-06-10", "2021-06-14", "2021-06-15", "2021-06-18"),
                          strict=False):  # fmt: skip
        desk.done(duty, ident, day, period)
    table: dict[int, dict[StatusKind, int]] = {
        9: {"open": 5},
        10: {"open": 4, "on_time": 1},
        14: {"open": 3, "on_time": 2},
        15: {"borderline": 2, "on_time": 3},
        16: {"overdue": 2, "on_time": 3},
        18: {"overdue": 1, "on_time": 3, "late": 1},
    }
    for number, counts in table.items():
        assert row_of(desk, duty, date(2021, 6, number)) == counts
    called = roll_call(desk.book(), one, date(2021, 6, 18))
    assert [(standing.agency, standing.status.kind) for standing in called] == list(
        zip(agencies, ("on_time", "on_time", "on_time", "late", "overdue"), strict=True)
    )


def test_an_extension_and_a_waiver_of_one_agency(plan_2021: Plan) -> None:
    desk, duty, period = report(plan_2021)
    agencies = bearers_of(desk.book(), desk.book().occurrences(duty_of(plan_2021, duty))[0])
    ask = Request(duty=duty, period=period, text="theo công văn 5/UBND-NC")
    desk.record(ask._replace(kind="extension", agency=agencies[0], until=date(2021, 6, 25)))
    desk.record(ask._replace(kind="waiver", agency=agencies[1], day=date(2021, 6, 1)))
    desk.done(duty, agencies[0], "2021-06-20", period)
    assert row_of(desk, duty, date(2021, 6, 19)) == {"overdue": 3, "waived": 1, "open": 1}
    assert row_of(desk, duty, date(2021, 6, 20)) == {"overdue": 3, "waived": 1, "extended": 1}


def test_a_waiver_for_all_leaves_what_was_done(plan_2021: Plan) -> None:
    desk, duty, period = report(plan_2021)
    agencies = bearers_of(desk.book(), desk.book().occurrences(duty_of(plan_2021, duty))[0])
    desk.done(duty, agencies[0], "2021-06-10", period)
    desk.record(
        Request(kind="waiver", duty=duty, period=period, day=date(2021, 6, 12), text="hoãn")
    )
    assert row_of(desk, duty, date(2021, 6, 11)) == {"open": 4, "on_time": 1}
    assert row_of(desk, duty, date(2021, 6, 20)) == {"waived": 4, "on_time": 1}
    check(desk.book(), date(2021, 6, 20))


def test_an_extension_for_all(plan_2021: Plan) -> None:
    desk, duty, period = report(plan_2021)
    agencies = bearers_of(desk.book(), desk.book().occurrences(duty_of(plan_2021, duty))[0])
    desk.record(
        Request(kind="extension", duty=duty, period=period, until=date(2021, 6, 25), text="hoãn")
    )
    for ident, day in zip(agencies, ("2021-06-10", "2021-06-20", "2021-06-26"), strict=False):
        desk.done(duty, ident, day, period)
    assert row_of(desk, duty, date(2021, 6, 24)) == {"open": 3, "on_time": 1, "extended": 1}
    check(desk.book(), date(2021, 6, 30))


def test_an_agency_that_no_list_names_does_not_stand_in_for_one(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    one = next(
        one for one in desk.book().occurrences(duty_of(plan_2021, "V.6.3a")) if one.key == "2021/h1"
    )
    outside = next(
        each.id for each in plan_2021.registry.agencies
        if each.id not in bearers_of(desk.book(), one)
    )  # fmt: skip
    before = row_of(desk, "V.6.3a", date(2021, 7, 1))
    desk.done("V.6.3a", outside, "2021-06-10", "h1")
    assert row_of(desk, "V.6.3a", date(2021, 7, 1)) == before
    check(desk.book(), date(2021, 7, 1))


def test_a_set_day_holds_for_all(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.record(
        Request(
            kind="deadline", duty="V.1.1e", period="q3", until=date(2021, 9, 20),
            document=OfficialDocument("4200/BNV-CCHC"),
        )
    )  # fmt: skip
    assert row_of(desk, "V.1.1e", date(2021, 9, 19), "2021/q3") == {"open": 1}
    assert row_of(desk, "V.1.1e", date(2021, 9, 21), "2021/q3") == {"overdue": 1}
    desk.done("V.1.1e", "snv", "2021-09-20", "q3")
    assert row_of(desk, "V.1.1e", date(2021, 9, 21), "2021/q3") == {"on_time": 1}


def test_the_joint_event_of_v_1_2b_fulfils_v_4_3(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    entry = desk.done("V.1.2b", "snv", "2021-06-20", "q2", participants=("vp-ubnd", "stttt"))
    assert entry.content.fulfils == (("V.1.2b", "snv"), ("V.4.3", "vp-ubnd"))
    for duty in ("V.1.2b", "V.4.3"):
        assert row_of(desk, duty, date(2021, 7, 1), "2021-Q2") == {"on_time": 1}
        assert row_of(desk, duty, date(2021, 7, 1), "2021-Q3") == {"open": 1}
    # Without the partner it is the department's alone.
    alone = desk.done("V.1.2b", "snv", "2021-08-20", "q3", participants=("stttt",))
    assert alone.content.fulfils == (("V.1.2b", "snv"),)
    assert row_of(desk, "V.4.3", date(2021, 10, 1), "2021-Q3") == {"overdue": 1}


def test_a_broadcast_shorter_than_fifteen_minutes_does_not_count(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    week = "2021-W23"
    short = (("chuyen-muc-thoi-luong", "12"),)
    entry = desk.done("V.10.3b", "dai-ptth", "2021-06-09", "w23", figures=short)
    assert row_of(desk, "V.10.3b", date(2021, 6, 14), week) == {"overdue": 1}
    check(desk.book(), date(2021, 6, 14))
    enough = (("chuyen-muc-thoi-luong", "15"),)
    desk.done("V.10.3b", "dai-ptth", "2021-06-10", "w23", figures=enough)
    assert row_of(desk, "V.10.3b", date(2021, 6, 14), week) == {"on_time": 1}
    one = next(
        one for one in desk.book().occurrences(duty_of(plan_2021, "V.10.3b")) if one.key == week
    )
    status = desk.book().status(one, "dai-ptth", date(2021, 6, 14))
    assert (status.number, status.short, status.entries) == (1, 1, (entry.id, entry.id + 1))


def test_requested_bodies_are_never_ranked(plan_2021: Plan) -> None:
    book = Desk(plan_2021).book()
    asked = [one for one in chosen_occurrences(book, Choice()) if one.duty.force == "requested"]
    assert asked
    assert by_agency(book, asked, date(2021, 6, 16)) == ()


def test_groups_add_up_their_members(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    fill(desk, Random(3), 60)
    agencies = by_agency(desk.book(), chosen_occurrences(desk.book(), Choice()), DAYS[2])
    groups = {row.ident: row for row in by_group(desk.book(), agencies)}
    by_id = {row.ident: row.counts for row in agencies}
    members = desk.book().roster.expand("nhom-v6-4", plan_2021.validity.binding_from)
    assert dict(groups["nhom-v6-4"].counts) == total(by_id[one] for one in members)


def test_a_choice_narrows_the_occurrences(plan_2021: Plan) -> None:
    book = Desk(plan_2021).book()
    every = chosen_occurrences(book, Choice())
    duty = duty_of(plan_2021, "V.6.4b")
    assert chosen_occurrences(book, Choice(duty=duty)) == book.occurrences(duty)
    chosen = chosen_occurrences(book, Choice(group=group(plan_2021, "nhom-v6-4")))
    assert {one.duty.id for one in chosen} == {"V.6.4a", "V.6.4b", "V.6.4c"}
    assert set(chosen) < set(every)
