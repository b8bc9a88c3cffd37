"""What is asked of the status: which obligations, in which parts, and in which order."""

from collections import Counter
from datetime import date

import pytest

from cchc_cli.domain.entries import Content
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.schedules import Dated, Every, OnEvent, Reports, Undated
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.overview import (
    Scope,
    Wishes,
    call_roll,
    count_duties,
    count_groups,
    done_of,
    due_on,
    heat_map,
    list_all,
    members_of,
    owed_of,
    part_of,
    rank,
    ranked_occurrences,
    scope_of,
)
from cchc_cli.services.status import by_duty
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, group, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021, book_with, done

JUNE_10 = date(2021, 6, 10)
DISTRICTS = "ubnd-quan-huyen-thi-xa"


def duty_2021(ident: str) -> Duty:
    """A duty of the plan of 2021."""
    return next(one for one in plan_of_2021().duties if one.id == ident)


def keys(scope: Scope, duty: str) -> list[str]:
    """The periods of a duty that are looked at."""
    return [one.key for one in scope.occurrences if one.duty.id == duty]


def requested(duty: Duty) -> Duty:
    """The duty as one that is only asked for."""
    return duty._replace(force="requested")


# Which obligations.


def test_without_a_choice_what_is_due_or_soon_and_what_has_no_date() -> None:
    scope = scope_of(book_of_2021(), JUNE_10)
    assert scope.soon == date(2021, 7, 10)
    assert keys(scope, "V.6.4b") == ["2021/h1"]
    assert keys(scope, "V.6.4c") == []
    assert keys(scope, "V.6.3a") == ["2021/h1"]
    assert keys(scope, "V.10.3b")[-1] == "2021-W26"
    assert keys(scope, "V.6.1a") == ["once"]
    assert keys(scope, "V.6.1b") == ["continuous"]


def test_every_one_however_far_ahead() -> None:
    scope = scope_of(book_of_2021(), JUNE_10, Wishes(every=True))
    assert scope.soon is None
    assert keys(scope, "V.6.4c") == ["2021/year"]
    assert len(keys(scope, "V.10.3b")) == 41


@pytest.mark.parametrize(
    ("typed", "duty", "found"),
    [
        ("h1", "V.6.3a", ["2021/h1"]),
        ("2021/year", "V.6.3a", ["2021/h1", "2021/year"]),
        ("h1", "V.1.2b", ["2021-Q2"]),
        ("q2", "V.1.2b", ["2021-Q2"]),
        ("q2", "V.6.4b", ["2021/h1"]),
        ("q3", "V.6.3b", ["2021/q3"]),
        ("2021-Q3", "V.1.2b", ["2021-Q3"]),
        ("w23", "V.10.3b", ["2021-W23"]),
        ("m6", "V.6.4b", ["2021/h1"]),
    ],
)
def test_a_chosen_period(typed: str, duty: str, found: list[str]) -> None:
    scope = scope_of(book_of_2021(), JUNE_10, Wishes(period=typed))
    assert keys(scope, duty) == found
    assert keys(scope, "V.6.1b") == ["continuous"]
    assert scope.soon is None
    assert scope.period is not None


def test_a_duty_with_one_of_its_own_periods() -> None:
    scope = scope_of(book_of_2021(), JUNE_10, Wishes("w30", duty_2021("V.10.3b")))
    assert [one.key for one in scope.occurrences] == ["2021-W30"]
    assert scope.period is None


def test_a_duty_with_a_period_that_holds_several_of_its_own() -> None:
    scope = scope_of(book_of_2021(), JUNE_10, Wishes("q3", duty_2021("V.10.3b")))
    assert scope.period is not None
    assert len(scope.occurrences) == 14


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("h3", UsageFault), ("2021/q2", UsageFault), ("2030/h1", NotFound), ("w99", NotFound)],
)
def test_a_period_that_is_none(typed: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        scope_of(book_of_2021(), JUNE_10, Wishes(period=typed))


def test_an_agency_is_asked_about_everything() -> None:
    book = book_of_2021()
    scope = scope_of(book, JUNE_10, Wishes(agency=agency(book.plan, "snv")))
    assert keys(scope, "V.6.4c") == ["2021/year"]


# In which part.


@pytest.mark.parametrize(
    ("duty", "today", "part"),
    [
        (make_duty(Dated("by", JUNE_10)), date(2021, 6, 9), "ahead"),
        (make_duty(Dated("by", JUNE_10)), JUNE_10, "due"),
        (make_duty(Dated("before", JUNE_10)), date(2021, 6, 9), "due"),
        (make_duty(Reports(("h1",))), date(2021, 6, 13), "ahead"),
        (make_duty(Reports(("h1",))), date(2021, 6, 14), "due"),
        (make_duty(Undated("once")), JUNE_10, "undated"),
        (make_duty(OnEvent("có sự kiện")), JUNE_10, "undated"),
        (requested(make_duty(Dated("by", JUNE_10))), date(2021, 7, 1), "requested"),
    ],
)
def test_the_part_of_an_overview(duty: Duty, today: date, part: str) -> None:
    book = Book(make_plan(duties=[duty]), None)
    (one,) = book.occurrences(duty)
    assert part_of(book, one, today) == part


def test_an_extension_for_all_moves_the_day() -> None:
    duty = make_duty(Dated("by", JUNE_10))
    moved = Content(
        "extension", "ke-hoach", "V.1", None, "2021-06-10", until=date(2021, 6, 20), text="dịch"
    )
    book = book_with(make_plan(duties=[duty]), moved)
    (one,) = book.occurrences(duty)
    assert due_on(book, one) == date(2021, 6, 20)
    assert part_of(book, one, date(2021, 6, 15)) == "ahead"


# Counting.


def test_without_a_group_the_tallies_count() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY)
    assert count_duties(book, scope, IN_JULY) == by_duty(book, scope.occurrences, IN_JULY)


def test_a_group_counts_its_members_only() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes("h1", group=group(book.plan, DISTRICTS)))
    rows = count_duties(book, scope, IN_JULY)
    assert {row.total for row in rows} == {30}
    assert {row.occurrence.duty.id for row in rows} == {
        "V.6.1a", "V.6.1b", "V.6.2", "V.6.3a", "V.6.3b", "KT.a",
    }  # fmt: skip
    (report,) = (row for row in rows if row.occurrence.duty.id == "V.6.3a")
    offices = scope_of(book, IN_JULY, Wishes("h1", group=group(book.plan, "so-ban-nganh")))
    (rest,) = (
        row for row in count_duties(book, offices, IN_JULY) if row.occurrence.duty.id == "V.6.3a"
    )
    whole = by_duty(book, [report.occurrence], IN_JULY)[0]
    assert Counter(report.counts) + Counter(rest.counts) == Counter(whole.counts)


def test_members_of_nobody_in_particular_are_everybody() -> None:
    book = book_of_2021()
    assert members_of(book, None) is None
    members = members_of(book, group(book.plan, DISTRICTS))
    assert members is not None
    assert len(members) == 30


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(),
        Wishes("h1"),
        Wishes("year"),
        Wishes(duty=duty_2021("V.10.3b")),
        Wishes("h1", group=group(plan_of_2021(), "so-ban-nganh")),
    ],
)
@pytest.mark.parametrize("upto", [None, 100])
def test_the_list_behind_the_numbers_gives_the_numbers(wishes: Wishes, upto: int | None) -> None:
    book = book_of_2021(upto)
    scope = scope_of(book, IN_JULY, wishes)
    listed: dict[tuple[str, str], Counter[str]] = {}
    for one in list_all(book, scope, scope.occurrences, IN_JULY):
        key = (one.occurrence.duty.id, one.occurrence.key)
        listed.setdefault(key, Counter())[one.status.kind] += 1
    for row in count_duties(book, scope, IN_JULY):
        key = (row.occurrence.duty.id, row.occurrence.key)
        assert +Counter(row.counts) == listed.get(key, Counter())


def test_the_list_names_the_entries() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes(duty=duty_2021("V.6.4b")))
    listed = list_all(book, scope, scope.occurrences, IN_JULY)
    found = {one.agency: one.status.entries for one in listed}
    assert found["snv"] == (91,)
    assert found["vp-ubnd"] == ()


def test_the_list_of_one_agency() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes(agency=agency(book.plan, "stp")))
    found = list(list_all(book, scope, scope.occurrences, IN_JULY))
    assert {one.agency for one in found} == {"stp"}
    assert len(found) == 13


# Who has, and who has not.


def test_the_roll_of_a_report() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes(duty=duty_2021("V.6.4b")))
    rows = count_duties(book, scope, IN_JULY)
    (call,) = call_roll(book, scope, rows, IN_JULY)
    assert call.owed == 5
    assert set(call.done) == {
        "snv", "stp", "stttt", "svhtt",
    }  # fmt: skip
    assert call.missing == ("vp-ubnd",)
    assert call.having("late") == ("svhtt",)


def test_what_was_sent_back_or_waived_is_told_apart() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes("h1", duty_2021("V.6.3a")))
    (call,) = call_roll(book, scope, count_duties(book, scope, IN_JULY), IN_JULY)
    assert call.having("returned") == ("h-soc-son",)
    assert len(call.standings) == 52
    assert len(call.done) + len(call.missing) + 1 == call.owed


def test_a_group_calls_its_own_roll() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes("h1", duty_2021("V.6.3a"), group(book.plan, DISTRICTS)))
    (call,) = call_roll(book, scope, count_duties(book, scope, IN_JULY), IN_JULY)
    assert len(call.standings) == 30


@pytest.mark.parametrize(
    ("duty", "today", "number"),
    [
        pytest.param(make_duty(Dated("by", JUNE_10)), JUNE_10, 1, id="a dated duty"),
        pytest.param(make_duty(Reports(("h1",))), date(2021, 6, 13), 0, id="not yet"),
        pytest.param(make_duty(Reports(("h1",))), date(2021, 6, 15), 1, id="a report"),
        pytest.param(make_duty(Every("week")), JUNE_10, 0, id="every week"),
        pytest.param(make_duty(Undated("continuous")), JUNE_10, 0, id="continuous"),
        pytest.param(make_duty(Undated("once")), JUNE_10, 0, id="once, of one agency"),
        pytest.param(make_duty(Undated("once"), lead=["snv", "stp"]), JUNE_10, 1, id="of two"),
        pytest.param(make_duty(OnEvent("có"), lead=["snv", "stp"]), JUNE_10, 0, id="waiting"),
    ],
)
def test_whose_roll_is_called(duty: Duty, today: date, number: int) -> None:
    book = Book(make_plan(duties=[duty]), None)
    scope = scope_of(book, today, Wishes(every=True))
    assert len(call_roll(book, scope, count_duties(book, scope, today), today)) == number


# In order.

RANKED = [
    make_duty(Dated("by", JUNE_10), ident="V.1", lead=["snv", "stp", "tttp", "skhcn"]),
    make_duty(Undated("once"), ident="V.2", lead=["snv", "stp", "tttp", "skhcn"]),
    make_duty(Dated("by", date(2021, 12, 1)), ident="V.3", lead=["snv"]),
    requested(make_duty(Dated("by", JUNE_10), ident="V.4", lead=["mttq-tp"])),
]


def ranking(book: Book, wishes: Wishes = Wishes()) -> list[tuple[int, str]]:  # noqa: B008 - frozen
    """Places and agencies."""
    scope = scope_of(book, date(2021, 7, 1), wishes)
    return [(one.place, one.counts.ident) for one in rank(book, scope, date(2021, 7, 1))]


def test_agencies_stand_by_share_then_by_what_is_overdue() -> None:
    book = book_with(
        make_plan(duties=RANKED),
        done("V.1", "stp", "2021-06-10", JUNE_10),
        done("V.2", "stp", "once", JUNE_10),
        done("V.1", "tttp", "2021-06-10", JUNE_10),
        done("V.2", "skhcn", "once", JUNE_10),
    )
    assert ranking(book) == [(1, "stp"), (2, "tttp"), (3, "skhcn"), (4, "snv")]


def test_the_same_share_is_the_same_place_and_the_next_one_counts_on() -> None:
    book = book_with(make_plan(duties=RANKED), done("V.1", "snv", "2021-06-10", JUNE_10))
    assert ranking(book) == [(1, "snv"), (2, "stp"), (2, "skhcn"), (2, "tttp")]


def test_requested_bodies_are_never_ranked() -> None:
    book = book_with(make_plan(duties=RANKED))
    for wishes in (Wishes(), Wishes("year"), Wishes("h1")):
        assert "mttq-tp" not in {ident for _, ident in ranking(book, wishes)}
    real = {ident for _, ident in ranking(book_of_2021())}
    assert real.isdisjoint({"mttq-tp", "ldld-tp", "btg-thanh-uy", "truong-lhp"})


def test_what_is_not_due_is_held_against_nobody_unless_its_period_was_chosen() -> None:
    book = book_with(make_plan(duties=RANKED))
    for wishes, number in ((Wishes(), 2), (Wishes("year"), 3)):
        scope = scope_of(book, date(2021, 7, 1), wishes)
        assert len(ranked_occurrences(book, scope, date(2021, 7, 1))) == number


def test_who_owes_nothing_has_no_place() -> None:
    waived = Content("waiver", "ke-hoach", "V.1", None, "2021-06-10", day=JUNE_10, text="thôi")
    assert ranking(book_with(make_plan(duties=RANKED[:1]), waived)) == []


def test_groups_add_up_their_members() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY)
    ranked = {one.counts.ident: one.counts for one in rank(book, scope, IN_JULY)}
    groups = {one.ident: one for one in count_groups(book, scope, IN_JULY)}
    members = members_of(book, group(book.plan, DISTRICTS)) or frozenset()
    assert owed_of(groups[DISTRICTS].counts) == sum(owed_of(ranked[one].counts) for one in members)
    assert done_of(groups[DISTRICTS].counts) == sum(done_of(ranked[one].counts) for one in members)
    assert "to-chuc-v9" not in groups


def test_groups_of_a_group_count_what_they_share() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes(group=group(book.plan, DISTRICTS)))
    found = count_groups(book, scope, IN_JULY)
    assert {one.ident for one in found} == {DISTRICTS, "nhom-v6"}
    assert len({owed_of(one.counts) for one in found}) == 1


# As a map.


def test_a_map_of_a_duty_has_its_periods() -> None:
    book = book_of_2021()
    scope = scope_of(book, IN_JULY, Wishes(duty=duty_2021("V.6.3a"), every=True))
    found = heat_map(book, scope, IN_JULY)
    assert found.columns == scope.occurrences
    assert len(found.cells) == 52
    assert found.cells["h-soc-son"] == (("returned",), ("not_yet",))


def test_a_map_of_all_has_months_and_no_requested_bodies() -> None:
    duties = [*RANKED, make_duty(Every("quarter"), ident="V.5")]
    book = book_with(make_plan(duties=duties))
    found = heat_map(book, scope_of(book, IN_JULY, Wishes(every=True)), IN_JULY)
    assert found.columns == ((2021, 3), (2021, 6), (2021, 9), (2021, 12))
    assert found.cells["snv"][1] == ("overdue", "overdue")
    assert found.cells["stp"][3] == ()
    assert "mttq-tp" not in found.cells


def test_a_map_of_one_agency_and_of_a_group() -> None:
    book = book_of_2021()
    one = Wishes(agency=agency(book.plan, "stp"), every=True)
    assert list(heat_map(book, scope_of(book, IN_JULY, one), IN_JULY).cells) == ["stp"]
    many = Wishes(group=group(book.plan, DISTRICTS), every=True)
    assert len(heat_map(book, scope_of(book, IN_JULY, many), IN_JULY).cells) == 30
