"""Who issues a document, and where."""

import pytest

from cchc_cli.plan.draft.issuers import issuer_of, place_of, territory_of


@pytest.mark.parametrize(
    ("lines", "opening", "issuer", "territory"),
    [
        (
            ["ỦY BAN NHÂN DÂN TỈNH AN HÒA", "Số: 1/KH-UBND"],
            "",
            "Ủy ban nhân dân tỉnh An Hòa",
            "an hòa",
        ),
        (["THỦ TƯỚNG CHÍNH PHỦ", "CÔNG ĐIỆN"], "", "Thủ tướng Chính phủ", ""),
        (["BỘ NỘI VỤ CỘNG HÒA XÃ HỘI", "Số: 1/KH-BNV"], "", "Bộ Nội vụ", ""),
        (
            ["UBND TỈNH AN HÒA", "SỞ Y TẾ", "An Hòa, ngày 1 tháng 2 năm 2025"],
            "",
            "Sở Y tế",
            "an hòa",
        ),
        (
            ["KẾ HOẠCH", "Cải cách"],
            "Ủy ban nhân dân tỉnh An Hòa ban hành Kế hoạch như sau:",
            "Ủy ban nhân dân tỉnh An Hòa",
            "an hòa",
        ),
        (["KẾ HOẠCH"], "Cải cách như sau:", None, ""),
    ],
)
def test_the_issuer_and_its_territory(
    lines: list[str], opening: str, issuer: str | None, territory: str
) -> None:
    found = issuer_of(lines, opening)
    assert (found.name if found else None) == issuer
    assert territory_of(found, lines) == territory


def test_the_place_stands_before_the_day() -> None:
    assert place_of("TP. Hà Nội, ngày 25 tháng 02 năm 2021") == "hà nội"
    assert place_of("Hà Nội năm 2021") is None
