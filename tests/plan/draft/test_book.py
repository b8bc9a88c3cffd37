"""Names to the registry's agencies, and proposals for those that it lacks."""

from datetime import date

import pytest

from cchc_cli.domain.agencies import Registry
from cchc_cli.plan.draft.book import ID_WIDTH, Book
from cchc_cli.plan.draft.parties import Party, parties_in
from tests.plan.draft.made import REGISTRY

DAY = date(2025, 2, 10)


def party(name: str) -> Party:
    (found,) = parties_in(name)
    return found


def book(registry: Registry | None = REGISTRY, *, foreign: bool = False) -> Book:
    return Book(registry, DAY, foreign=foreign)


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Sở Nội vụ", "snv"),
        ("Sở Nội vụ tỉnh An Hòa", "snv"),
        ("UBND tỉnh", "ubnd"),
        ("Bộ Nội vụ", "bnv"),
        ("các sở, ban, ngành", "so"),
        ("các Sở, ban, ngành liên quan", "so"),
    ],
)
def test_known_names_have_the_id_of_the_registry(name: str, ident: str) -> None:
    made = book()
    assert made.ident(party(name)) == (ident, ())
    assert not made.agencies
    assert not made.groups


def test_an_unknown_body_is_proposed_once() -> None:
    made = book()
    assert made.ident(party("Sở Y tế"))[0] == "so-y-te"
    ident, doubts = made.ident(party("Sở Y tế tỉnh An Hòa"))
    assert ident == "so-y-te"
    assert doubts[0].code == "agency_new"
    assert made.agencies["so-y-te"].kind == "department"
    assert made.name("so-y-te") == "Sở Y tế"


def test_an_unknown_group_is_proposed_open() -> None:
    made = book()
    ident, doubts = made.ident(party("các trường học"))
    assert made.groups[ident].open
    assert made.name(ident) == "Các trường học"
    assert [one.code for one in doubts] == ["group_open"]
    assert made.agency_only(party("các trường học")) is None


def test_those_told_by_their_function_are_doubtful() -> None:
    _, doubts = book().ident(party("các đơn vị được giao nhiệm vụ"))
    assert doubts[0].code == "lead_by_function"
    _, doubts = Book(REGISTRY, DAY).ident(party("Các sở, ban, ngành"))
    assert doubts == ()


def test_an_agency_that_has_ended_is_told() -> None:
    ident, doubts = book().ident(party("Sở Tài chính"))
    assert (ident, doubts[0].code) == ("stc", "agency_ended")


def test_of_another_territory_only_ministries_are_known() -> None:
    made = book(foreign=True)
    assert made.ident(party("Bộ Nội vụ"))[0] == "bnv"
    ident, _ = made.ident(party("Sở Nội vụ"))
    assert (ident, made.agencies[ident].name) == ("so-noi-vu", "Sở Nội vụ")
    assert made.whole_group("Các sở, ban, ngành") is None
    assert made.ident(party("các sở, ban, ngành"))[0] != "so"


def test_the_members_of_a_group_stand_for_it() -> None:
    made = book()
    idents, doubts = made.idents((party("các tổ chức (Hội Nông dân, Sở Nội vụ)"),))
    assert idents == ("hoi-nong-dan", "snv")
    assert [one.code for one in doubts] == ["agency_new"]


def test_the_group_of_exactly_a_heading_is_taken() -> None:
    assert book().whole_group("các Sở, ban, ngành") == "so"
    assert book(None).whole_group("các Sở, ban, ngành") is None
    assert book().whole_group("các xã") is None


def test_names_are_found_behind_ids() -> None:
    assert book().name("snv") == "Sở Nội vụ"
    assert book().name("so") == "Các sở, ban, ngành"
    assert book(None).name("x") == "x"


def test_ids_are_short_free_and_plain() -> None:
    made = book()
    long = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính một cửa liên thông"
    first = made.ident(Party(long, "a", 0, 1, "public_unit"))[0]
    second = made.ident(Party(long, "b", 0, 1, "public_unit"))[0]
    assert second == f"{first}-2"
    assert len(first) <= ID_WIDTH
    assert made.ident(Party("“…”", "c", 0, 1, None))[0] == "co-quan"
