"""The labels that items begin with."""

import pytest

from cchc_cli.plan.draft.numbering import read_label


@pytest.mark.parametrize(
    ("line", "kind", "text", "rest"),
    [
        ("Phần thứ nhất: Tình hình", "part", "1", "Tình hình"),
        ("PHẦN II. NHIỆM VỤ", "part", "II", "NHIỆM VỤ"),
        ("Chương III Điều khoản", "part", "III", "Điều khoản"),
        ("Mục 2. Nhiệm vụ", "section", "2", "Nhiệm vụ"),
        ("Điều 3. Tổ chức", "article", "3", "Tổ chức"),
        ("Điều 4a: Tổ chức", "article", "4a", "Tổ chức"),
        ("I. MỤC ĐÍCH", "roman", "I", "MỤC ĐÍCH"),
        ("Iv) nội dung", "roman", "IV", "nội dung"),
        ("IX/ Tổ chức", "roman", "IX", "Tổ chức"),
        ("A. Phần chung", "upper", "A", "Phần chung"),
        ("1. Sở Nội vụ", "number", "1", "Sở Nội vụ"),
        ("12.Sở Y tế", "number", "12", "Sở Y tế"),
        ("1/ Nội dung", "number", "1", "Nội dung"),
        ("1- Nội dung", "number", "1", "Nội dung"),
        ("3. 100% xã", "number", "3", "100% xã"),
        ("1.1. Sở", "decimal", "1.1", "Sở"),
        ("II.2.3 Nội dung", "decimal", "II.2.3", "Nội dung"),
        ("2.1.a) Nội dung", "decimal", "2.1.a", "Nội dung"),
        ("a) Xây dựng", "letter", "a", "Xây dựng"),
        ("b. Nội dung", "letter", "b", "Nội dung"),
        ("(1) Huy động", "bracket", "1", "Huy động"),
        ("- Sở", "dash", "", "Sở"),
        ("–Sở", "dash", "", "Sở"),
        ("- 100% xã", "dash", "", "100% xã"),
        ("+ Xây dựng", "plus", "", "Xây dựng"),
        ("• Việc", "dot", "", "Việc"),
        ("* Việc", "star", "", "Việc"),
    ],
)
def test_a_label_is_read(line: str, kind: str, text: str, rest: str) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.kind, label.text, line[label.end :]) == (kind, text, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Sở Nội vụ",
        "15/6/2021 là hạn",
        "1.5 triệu đồng",
        "2025 là năm",
        "-10 độ",
        "Điều 9 quy định",
        "",
    ],
)
def test_words_and_figures_are_no_labels(line: str) -> None:
    assert read_label(line) is None
