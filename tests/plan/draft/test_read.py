"""The door: a whole document to the draft of its plan."""

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.plan.draft.blocks import Block, Document, Paragraph, Place, Table
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.numbering import read_label
from cchc_cli.plan.draft.read import read_draft
from cchc_cli.plan.shorthand import parse_schedule
from tests.plan.draft.made import HEAD, REGISTRY, TODAY, charged, document, drafted, table

LOCATOR = re.compile(r"[^\s/.]+(\.[^\s/.]+)*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
BODY = (
    "I. MỤC ĐÍCH",
    "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Sở Nội vụ",
    "a) Theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
    "b) Tổng hợp, báo cáo UBND tỉnh trước ngày 15/6/2025.",
    "2. Các sở, ban, ngành; UBND các xã, phường: kiểm tra việc thực hiện hằng quý.",
    "IV. KINH PHÍ",
    "Kinh phí thực hiện do ngân sách nhà nước bảo đảm.",
    "Nơi nhận:",
    "- Bộ Nội vụ (để b/c);",
    "CHỦ TỊCH",
    "Lê Văn Cường",
)


def test_the_document_becomes_a_plan() -> None:
    draft = drafted(*BODY, registry=REGISTRY)
    facts = draft.facts
    assert (facts.type, facts.number, facts.dated) == ("Kế hoạch", "12/KH-UBND", date(2025, 2, 10))
    assert (facts.issuer, facts.coordinator, facts.signer) == ("ubnd", "snv", "Lê Văn Cường")
    assert [one.code for one in facts.doubts] == ["coordinator_guessed"]
    assert charged(draft) == {
        "III.1.a": ["Sở Nội vụ"],
        "III.1.b": ["Sở Nội vụ"],
        "III.2": ["Các sở, ban, ngành", "UBND các xã, phường"],
    }
    assert draft.funding == "Kinh phí thực hiện do ngân sách nhà nước bảo đảm"
    assert [one.name for one in draft.recipients] == ["Bộ Nội vụ"]
    assert [(one.number, one.cited_at) for one in draft.references] == [("76/NQ-CP", ("I",))]
    assert draft.legal_basis == ()


def test_the_basis_is_what_the_head_cites() -> None:
    lines = [*HEAD[:5], "Căn cứ Luật số 12/2015/QH13 ngày 19/6/2015 của Quốc hội;", HEAD[5], *BODY]
    draft = read_draft(document(*lines), None, TODAY)
    assert draft.legal_basis == ("l-12-2015-qh13",)
    assert draft.references[0].cited_at == ("mở đầu",)


def test_a_document_without_a_head_tells_what_was_guessed() -> None:
    draft = read_draft(document("1. Sở Nội vụ rà soát quy định."), None, TODAY)
    assert [one.code for one in draft.facts.doubts] == [
        "issuer_guessed",
        "date_missing",
        "validity_guessed",
        "coordinator_guessed",
    ]
    assert draft.facts.first == date(2025, 1, 1)


def test_the_year_is_that_of_the_latest_document_it_rests_on() -> None:
    lines = ("KẾ HOẠCH", "Cải cách", "Căn cứ Nghị quyết số 1/NQ-CP ngày 03/02/2019 của Chính phủ;")
    draft = read_draft(document(*lines, "I. VIỆC"), None, TODAY)
    assert draft.facts.first == date(2019, 1, 1)


def test_a_plan_for_the_next_year_is_read_with_that_year() -> None:
    head = (*HEAD[:4], "Cải cách hành chính năm 2026", HEAD[5])
    duty = "1. Sở Nội vụ báo cáo trước ngày 15/6."
    draft = read_draft(document(*head, "III. TỔ CHỨC THỰC HIỆN", duty), None, TODAY)
    assert draft.duties[0].schedule == "before 2026-06-15"


@pytest.mark.parametrize(
    ("address", "order", "who"),
    [
        (
            "Kính gửi: Sở Y tế, Sở Nội vụ.",
            "yêu cầu các đơn vị thực hiện:",
            ["Sở Y tế", "Sở Nội vụ"],
        ),
        ("Kính gửi: Sở Y tế.", "yêu cầu Sở Nội vụ thực hiện các nội dung sau:", ["Sở Nội vụ"]),
        ("Kính gửi: Sở Y tế.", "chỉ đạo một số nội dung sau:", ["Sở Y tế"]),
        ("Kính gửi: Như trên.", "yêu cầu các đơn vị thực hiện:", ["Các đơn vị"]),
    ],
)
def test_a_letter_charges_those_it_is_written_to(address: str, order: str, who: list[str]) -> None:
    lines = (*HEAD[:3], "V/v phòng, chống dịch bệnh", address, f"UBND tỉnh {order}")
    draft = read_draft(document(*lines, "1. Rà soát quy định hiện hành."), None, TODAY)
    assert list(charged(draft).values()) == [who]


def test_a_letter_to_nobody_charges_nobody() -> None:
    lines = (*HEAD[:3], "V/v phòng, chống dịch bệnh", "UBND tỉnh chỉ đạo một số nội dung sau:")
    draft = read_draft(document(*lines, "1. Rà soát quy định hiện hành."), None, TODAY)
    assert draft.duties == ()
    assert len(draft.nobody) == 1


def test_a_registry_of_another_province_is_not_used() -> None:
    head = ("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", *HEAD[1:2], "Bình Minh, ngày 10 tháng 02 năm 2025")
    draft = read_draft(document(*head, *HEAD[3:], *BODY), REGISTRY, TODAY)
    assert draft.duties[0].implement == ("so-noi-vu",)


WORDS = [
    *" ".join((*HEAD, *BODY)).split(),
    *("Giao", "Đề nghị", "chủ trì,", "phối hợp với", "trước ngày 31/02", "hằng năm", "(", ")"),
    *("Cơ quan chủ trì:", "Thời gian:", "PHỤ LỤC", "Điều 1.", "-", "+", "a)", "1.1.", "/", "…"),
]
LINES = st.one_of(
    st.sampled_from([*HEAD, *BODY]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join),
    st.text(max_size=30),
)
TABLES = st.lists(
    st.lists(st.sampled_from([*WORDS, "TT", "Nhiệm vụ", "Thời gian", "^"]), min_size=1, max_size=5),
    min_size=1,
    max_size=4,
).map(lambda rows: table(*(" | ".join(row) for row in rows)))


def blocks(parts: Sequence[str | Table]) -> tuple[Block, ...]:
    return tuple(
        one if isinstance(one, Table) else Paragraph(one, Place(at))
        for at, one in enumerate(parts, 1)
    )


def sound(draft: Draft, *, known: set[str]) -> None:
    """Hold what the writer and the plan's own checks rely on."""
    agencies = {one.id for one in draft.agencies}
    groups = {one.id for one in draft.groups}
    assert not agencies & known
    assert not groups & known
    assert all(SLUG.fullmatch(one) for one in agencies | groups)
    ids = [one.id.casefold() for one in draft.duties]
    assert len(set(ids)) == len(ids)
    for duty in draft.duties:
        assert LOCATOR.fullmatch(duty.id)
        assert LOCATOR.fullmatch(duty.clause)
        assert 1 <= len(duty.title) <= 120
        parse_schedule(duty.schedule)
        bearers = (*duty.lead, *duty.implement, *duty.cooperate)
        assert bearers
        assert {*bearers, *duty.partners} <= agencies | groups | known
        assert {duty.report_to, duty.report_through} - {None} <= agencies | known
    assert {draft.facts.issuer, draft.facts.coordinator} <= agencies | known
    assert draft.facts.first <= draft.facts.last


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LINES, TABLES), max_size=14))
def test_whatever_a_document_says_the_draft_is_sound(parts: list[str | Table]) -> None:
    read = Document(blocks(parts), "x.txt", "txt")
    sound(read_draft(read, None, TODAY), known=set())
    known = {one.id for one in REGISTRY.agencies} | {one.id for one in REGISTRY.groups}
    sound(read_draft(read, REGISTRY, TODAY), known=known)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=10))
def test_no_words_of_a_document_are_lost(lines: list[str]) -> None:
    draft = read_draft(Document(blocks(lines), "x.txt", "txt"), None, TODAY)
    told = [one.words for one in draft.context] + [one.words for one in draft.nobody]
    told += [f"{one.text} {one.time_words} {one.product}" for one in draft.duties]
    whole = " ".join(told)
    for line in lines:
        label = read_label(line.strip())
        for word in re.findall(r"[a-zà-ỹđ]{3,}", line.strip()[label.end if label else 0 :]):
            assert word in whole, line
