"""The title of a document."""

import pytest

from cchc_cli.plan.draft.titles import calm, short_title, title_in


@pytest.mark.parametrize(
    ("lines", "kind", "words"),
    [
        (
            ["UBND TỈNH AN HÒA", "KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NĂM 2025 TẠI TỈNH AN HÒA"],
            "Kế hoạch",
            "Kế hoạch cải cách hành chính năm 2025 tại tỉnh An Hòa",
        ),
        (
            ["QUYẾT ĐỊNH", "Về việc ban hành Quy chế", "ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật"],
            "Quyết định",
            "Quyết định Về việc ban hành Quy chế",
        ),
        (
            ["CHỈ THỊ", "Về phòng, chống", "bệnh dại", "Thời gian qua, bệnh dại"],
            "Chỉ thị",
            "Chỉ thị Về phòng, chống bệnh dại",
        ),
        (["SỞ NỘI VỤ", "V/v báo cáo kết quả"], "Công văn", "Công văn V/v báo cáo kết quả"),
        (
            ["Kế hoạch số 12/KH-UBND", "KẾ HOẠCH CCHC", "Nội dung", "x" * 400],
            "Kế hoạch",
            "Kế hoạch CCHC Nội dung",
        ),
        (["KẾ HOẠCH", "Truyền thông năm 2025", "An Hòa, ngày 01 tháng 02 năm 2025"], "Kế hoạch",
         "Kế hoạch Truyền thông năm 2025"),
        (["Danh sách"], "Kế hoạch", "Danh sách"),
        ([], "Kế hoạch", "Kế hoạch"),
    ],
)  # fmt: skip
def test_a_title_and_its_kind(lines: list[str], kind: str, words: str) -> None:
    assert title_in(lines) == (kind, words)


def test_short_forms_keep_their_letters() -> None:
    assert calm("CÔNG TÁC CCHC CỦA UBND HUYỆN BA VÌ") == "công tác CCHC của UBND huyện Ba Vì"
    assert calm("Về công tác") == "Về công tác"


def test_a_short_title_ends_with_a_whole_word() -> None:
    assert short_title("ngắn") == "ngắn"
    short = short_title("một hai ba, bốn năm", 14)
    assert short == "một hai ba…"
