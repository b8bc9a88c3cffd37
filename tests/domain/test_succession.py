"""Who took over from whom."""

from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency, Registry, Roster, Successor
from cchc_cli.domain.succession import forebears, heirs, names_in, predecessors

DAY, LATER = date(2025, 3, 1), date(2026, 1, 30)


def agency(ident: str, *successors: Successor, end: date | None = None) -> Agency:
    return Agency(ident, f"Sở {ident}", "department", end=end, successors=successors)


def roster(*agencies: Agency) -> Roster:
    return Roster(Registry("", "", "", agencies, ()))


SPLIT = roster(
    agency("a"),
    agency("b"),
    agency(
        "old",
        Successor("a", DAY),
        Successor("b", DAY, "nguồn", matters=("báo chí", "Xuất bản")),
        end=DAY,
    ),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Theo dõi Cổng dịch vụ công", ("a",)),
        ("Ký với các cơ quan BÁO CHÍ Trung ương", ("b",)),
        ("Phát hành, xuất bản ấn phẩm.", ("b",)),
        ("cơ quan báo chính thống", ("a",)),
    ],
)
def test_heirs_are_found_by_the_words_of_the_matter(words: str, expected: tuple[str, ...]) -> None:
    found = heirs(SPLIT, "old", DAY, words)
    assert (found.agencies, found.split) == (expected, True)


def test_before_its_end_an_agency_stands_for_itself() -> None:
    found = heirs(SPLIT, "old", date(2025, 2, 28), "báo chí")
    assert (found.agencies, found.steps, found.split) == (("old",), (), False)


def test_all_matters_that_the_words_name() -> None:
    three = roster(
        agency("a"),
        agency("b"),
        agency(
            "old", Successor("a", DAY, matters=("in",)), Successor("b", DAY, matters=("báo",)),
            end=DAY,
        ),
    )  # fmt: skip
    assert heirs(three, "old", DAY, "in báo").agencies == ("a", "b")
    assert heirs(three, "old", DAY, "khác").agencies == ("a", "b")


def test_a_chain_of_successions_is_followed_to_its_end() -> None:
    chain = roster(
        agency("a", Successor("b", DAY, "một"), end=DAY),
        agency("b", Successor("c", LATER, "hai"), end=LATER),
        agency("c"),
    )
    assert heirs(chain, "a", date(2025, 6, 1)).agencies == ("b",)
    found = heirs(chain, "a", LATER)
    assert found.agencies == ("c",)
    assert [(ident, step.note) for ident, step in found.steps] == [("a", "một"), ("b", "hai")]
    assert [one.id for one in predecessors(chain, "c")] == ["b", "a"]
    assert [one.id for one in forebears(chain, "c", LATER, LATER)] == []
    assert [one.id for one in forebears(chain, "c", DAY, LATER)] == ["b"]


def test_words_may_say_that_a_matter_went_elsewhere() -> None:
    one = roster(agency("a"), agency("old", Successor("a", DAY, excludes=("báo chí",)), end=DAY))
    assert heirs(one, "old", DAY, "họp báo chí").doubted == ("báo chí",)
    assert heirs(one, "old", DAY, "họp").doubted == ()
    assert heirs(one, "old", DAY, "họp").split


def test_nobody_may_be_known() -> None:
    assert heirs(roster(agency("old", end=DAY)), "old", DAY).agencies == ()
    early = roster(agency("a"), agency("old", Successor("a", LATER), end=DAY))
    assert heirs(early, "old", DAY).agencies == ()


def test_agencies_that_succeed_each_other_end_the_search() -> None:
    circle = roster(
        agency("a", Successor("b", DAY), end=DAY), agency("b", Successor("a", DAY), end=DAY)
    )
    assert heirs(circle, "a", LATER).agencies == ()
    assert [one.id for one in predecessors(circle, "a")] == ["b"]


def test_names_are_found_whole_in_a_text() -> None:
    agencies = (agency("Nội vụ"), agency("Y tế"))
    text = "Phối hợp SỞ NỘI VỤ, Sở Y tếch"
    assert [one.id for one in names_in(text, agencies)] == ["Nội vụ"]
