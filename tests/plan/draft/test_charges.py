"""Who is charged, by subjects, headings and brackets."""

from datetime import date

import pytest

from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.charges import Bracket, Charges
from cchc_cli.plan.draft.parties import parties_in
from tests.plan.draft.made import REGISTRY

CHARGES = Charges(Book(REGISTRY, date(2025, 2, 10)))


def test_a_heading_that_is_a_group_of_the_registry_is_that_group() -> None:
    words = "Các sở, ban, ngành:"
    assert CHARGES.of_heading(parties_in(words), words).idents == ("so",)


def test_who_only_joins_in_is_a_partner() -> None:
    charge = CHARGES.of_parties(
        parties_in("Sở Nội vụ (chủ trì), Bộ Nội vụ (phối hợp)"), "assigned", ""
    )
    assert (charge.idents, charge.partners, charge.role) == (("snv",), ("bnv",), "lead")


def test_those_who_only_join_in_are_charged_where_nobody_leads() -> None:
    charge = CHARGES.of_parties(parties_in("Bộ Nội vụ (phối hợp)"), "assigned", "")
    assert (charge.idents, charge.partners) == (("bnv",), ())


@pytest.mark.parametrize(
    ("text", "left", "idents"),
    [
        ("Rà soát quy định (Giao Sở Nội vụ chủ trì).", "Rà soát quy định", ("snv",)),
        ("Rà soát quy định (Sở Nội vụ thực hiện)", "Rà soát quy định", ("snv",)),
        ("Rà soát quy định; giao Sở Nội vụ thực hiện.", "Rà soát quy định", ("snv",)),
    ],
)
def test_a_bracket_or_the_end_of_a_clause_says_who(
    text: str, left: str, idents: tuple[str, ...]
) -> None:
    found = CHARGES.in_brackets(text)
    assert found.charge is not None
    assert (found.text, found.charge.idents) == (left, idents)


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát quy định (theo mẫu kèm theo)",
        "Rà soát quy định (Sở Nội vụ).",
        "Rà soát quy định (Sở Nội vụ đã ban hành)",
        "Rà soát; giao Sở Nội vụ hướng dẫn các đơn vị sự nghiệp",
        "Rà soát; giao lưu văn hóa, văn nghệ",
        "Rà soát quy định",
    ],
)
def test_other_brackets_and_ends_say_nothing(text: str) -> None:
    assert CHARGES.in_brackets(text) == Bracket(text)


def test_a_bracket_may_be_cut_where_a_label_within_it_began() -> None:
    found = CHARGES.in_brackets("Xây dựng đề án (Sở Nội vụ chủ trì, phối hợp với Bộ Nội vụ")
    assert found.charge is not None
    assert (found.text, found.charge.idents) == ("Xây dựng đề án", ("snv",))


@pytest.mark.parametrize(
    ("bracket", "time"),
    [
        ("Sở Nội vụ; tháng 5 - 8/2026", "tháng 5 - 8/2026"),
        ("Sở Nội vụ, hoàn thành trong Quý II", "hoàn thành trong Quý II"),
    ],
)
def test_a_time_may_follow_the_name_in_a_bracket(bracket: str, time: str) -> None:
    found = CHARGES.in_brackets(f"Tập huấn công chức ({bracket}).", alone=True)
    assert found.charge is not None
    assert (found.charge.idents, found.time) == (("snv",), time)


def test_a_name_alone_in_a_bracket_will_do_where_nobody_else_is_charged() -> None:
    found = CHARGES.in_brackets("Rà soát quy định (Sở Nội vụ).", alone=True)
    assert found.charge is not None
    assert found.charge.idents == ("snv",)


def test_words_without_a_task_give_role_and_partners() -> None:
    plainly = CHARGES.of_parties(parties_in("Sở Nội vụ"), "assigned", "")
    led = CHARGES.with_role(plainly, "chủ trì, phối hợp với Bộ Nội vụ:")
    assert (led.role, led.partners) == ("lead", ("bnv",))
    assert CHARGES.with_role(plainly, "thực hiện:") == plainly
