"""Who is named in a list, a heading or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.parties import bearers_in, parties_from, parties_in, party_at

LISTS = {
    "Sở Nội vụ": [("Sở Nội vụ", "department")],
    "Các Sở, ban, ngành; UBND quận, huyện, thị xã": [
        ("Các Sở, ban, ngành", None),
        ("UBND quận, huyện, thị xã", None),
    ],
    "Các cơ quan báo chí Trung ương và Hà Nội": [
        ("Các cơ quan báo chí Trung ương và Hà Nội", None)
    ],
    "Sở Văn hoá, Thể thao và Du lịch, Sở KH&CN, Sở LĐTBXH": [
        ("Sở Văn hóa, Thể thao và Du lịch", "department"),
        ("Sở Khoa học và Công nghệ", "department"),
        ("Sở Lao động - Thương binh và Xã hội", "department"),
    ],
    "Sở Nội vụ, Tài chính, Tư pháp và Công an tỉnh": [
        ("Sở Nội vụ", "department"),
        ("Sở Tài chính", "department"),
        ("Sở Tư pháp", "department"),
        ("Công an tỉnh", "department"),
    ],
    "Báo và Phát thanh, Truyền hình tỉnh": [("Báo và Phát thanh, Truyền hình tỉnh", "press")],
    "Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội": [
        ("Mặt trận Tổ quốc tỉnh", "front"),
        ("các tổ chức chính trị - xã hội", None),
    ],
    "Ủy ban nhân dân các xã: Gia Thuận, Tân Điền": [
        ("Ủy ban nhân dân các xã: Gia Thuận, Tân Điền", None)
    ],
    "UBND xã Tân Phú và UBND huyện Cái Bè": [
        ("UBND xã Tân Phú", "commune"),
        ("UBND huyện Cái Bè", "district"),
    ],
    "UBND các cấp": [("UBND các cấp", None)],
    "Ủy ban nhân dân các xã, phường từ Tân An đến Bình Minh": [
        ("Ủy ban nhân dân các xã, phường từ Tân An đến Bình Minh", None)
    ],
    "Giám đốc các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã": [
        ("các sở, ban, ngành", None),
        ("Ủy ban nhân dân các xã", None),
    ],
    "Bí thư tỉnh ủy": [("tỉnh ủy", "party")],
    "Trưởng Ban Chỉ đạo": [("Ban Chỉ đạo", "board")],
    "Chánh Văn phòng UBND tỉnh, Chánh Thanh tra tỉnh": [
        ("Văn phòng UBND tỉnh", "office"),
        ("Thanh tra tỉnh", "inspectorate"),
    ],
    "Văn phòng HĐND và UBND tỉnh": [("Văn phòng HĐND và UBND tỉnh", "office")],
    "Trung tâm Xúc tiến đầu tư, thương mại và du lịch": [
        ("Trung tâm Xúc tiến đầu tư, thương mại và du lịch", "public_unit")
    ],
    "Ban Chỉ đạo phòng, chống thiên tai": [("Ban Chỉ đạo phòng, chống thiên tai", "board")],
    "VTV, VOV, các địa phương": [("VTV", "press"), ("VOV", "press"), ("các địa phương", None)],
    "Sở Chuyển đổi số tỉnh": [("Sở Chuyển đổi số tỉnh", "department")],
    "Doanh nghiệp, cộng đồng, tổ chức, cá nhân": [
        ("Doanh nghiệp, cộng đồng, tổ chức, cá nhân", None)
    ],
    "Sở Lao động, Thương binh và Xã hội": [("Sở Lao động - Thương binh và Xã hội", "department")],
    "Sở Nông nghiệp - Môi trường": [("Sở Nông nghiệp và Môi trường", "department")],
    "Trung tâm Thông tin - Thư viện": [("Trung tâm Thông tin - Thư viện", "public_unit")],
    "Hai ngành": [("Hai ngành", None)],
    # No names.
    "Rà soát, hoàn thiện quy định": [],
    "phương pháp làm việc": [],
    "cơ sở dữ liệu": [],
}


@pytest.mark.parametrize("text", LISTS)
def test_the_names_of_a_list(text: str) -> None:
    assert [(one.name, one.kind) for one in parties_in(text)] == LISTS[text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Khoa học và Công nghệ thúc đẩy, theo dõi, báo cáo", "Sở Khoa học và Công nghệ"),
        ("Văn phòng UBND tỉnh chủ trì, phối hợp", "Văn phòng UBND tỉnh"),
        ("các doanh nghiệp công nghệ số phát triển nền tảng", "các doanh nghiệp công nghệ số"),
        ("Ban Quản lý dự án đầu tư xây dựng khẩn trương", "Ban Quản lý dự án đầu tư xây dựng"),
        (
            "các đơn vị được giao chủ trì nhiệm vụ khẩn trương",
            "các đơn vị được giao chủ trì nhiệm vụ",
        ),
        ("Công an tỉnh theo chức năng, nhiệm vụ", "Công an tỉnh"),
        ("Cục Thuế trước ngày 15/6", "Cục Thuế"),
        ("Vụ Vật liệu xây dựng chủ trì", "Vụ Vật liệu xây dựng"),
    ],
)
def test_a_name_in_prose_ends_where_the_verb_begins(text: str, name: str) -> None:
    party = party_at(text, 0, prose=True)
    assert party is not None
    assert party.name == name


def test_the_members_in_a_bracket_stand_for_the_group() -> None:
    (group,) = parties_in("các tổ chức thành viên (Hội Nông dân, Hội Phụ nữ tỉnh)")
    assert [one.name for one in group.members] == ["Hội Nông dân", "Hội Phụ nữ tỉnh"]


@pytest.mark.parametrize(
    "text",
    [
        "các doanh nghiệp viễn thông (VNPT, Viettel và doanh nghiệp khác)",
        "các đơn vị (qua Sở Nội vụ, Sở Tài chính)",
        "các đơn vị (Sở Nội vụ)",
    ],
)
def test_examples_in_a_bracket_are_no_members(text: str) -> None:
    assert parties_in(text)[0].members == ()


def test_a_bracket_may_say_who_only_joins_in() -> None:
    found = parties_in("Sở Tài chính (chủ trì), Sở Y tế (phối hợp)")
    assert [(one.name, one.joins) for one in found] == [("Sở Tài chính", False), ("Sở Y tế", True)]


def test_names_that_follow_each_other_end_before_the_verb() -> None:
    text = "Sở Nội vụ, Tài chính và Công an tỉnh phối hợp kiểm tra"
    parties, end = parties_from(text, 0)
    assert [one.name for one in parties] == ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"]
    assert text[end:] == " phối hợp kiểm tra"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Sở Nội vụ.", ["Sở Nội vụ"]),
        ("Kế toán trưởng", ["Kế toán trưởng"]),
        ("12", []),
        ("x", []),
        ("dài " * 40, []),
    ],
)
def test_a_value_that_says_only_who_names_somebody(value: str, names: list[str]) -> None:
    assert [one.name for one in bearers_in(value)] == names


@given(st.lists(st.sampled_from([*" ".join(LISTS).split(), "(", ")", ",", "…", "\n", "- ", "&"])))
def test_a_name_lies_in_the_text_and_is_not_empty(words: list[str]) -> None:
    text = " ".join(words)
    for prose in (False, True):
        for one in parties_in(text, prose=prose):
            assert 0 <= one.start < one.end <= len(text)
            assert one.name.strip()
            assert one.key
