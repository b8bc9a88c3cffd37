"""One key for the spellings of one name."""

import pytest

from cchc_cli.plan.draft.party_keys import party_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Nội vụ tỉnh An Hòa"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh An Hòa"),
        ("Uỷ ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("VPUBND tỉnh", "Văn phòng UBND tỉnh"),
        ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
    ],
)
def test_spellings_of_a_body_have_one_key(one: str, other: str) -> None:
    assert party_key(one, group=False) == party_key(other, group=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Các sở, ban, ngành", "các Sở, ban, ngành của tỉnh"),
        ("Các sở, ban, ngành", "Các sở, ban, ngành liên quan"),
        ("UBND các xã, phường", "Ủy ban nhân dân cấp xã"),
        ("UBND quận, huyện, thị xã", "UBND các huyện, thị xã trên địa bàn"),
        ("UBND các tỉnh, thành phố", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
    ],
)
def test_spellings_of_a_group_have_one_key(one: str, other: str) -> None:
    assert party_key(one, group=True) == party_key(other, group=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Nội vụ", "Sở Ngoại vụ"),
        ("UBND các xã", "UBND các huyện"),
        ("UBND các cấp", "UBND các xã"),
        ("UBND các xã: Tân An", "UBND các xã: Bình Minh"),
    ],
)
def test_others_have_another(one: str, other: str) -> None:
    assert party_key(one, group=True) != party_key(other, group=True)


def test_a_city_has_a_committee_of_its_own() -> None:
    assert party_key("UBND thành phố Hà Nội", group=False) == "ubnd thành phố"
    assert party_key("của các", group=False) == "của các"
