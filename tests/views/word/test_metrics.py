"""Widths in Times New Roman, against what a word processor measures."""

import unicodedata

import pytest

from cchc_cli.views.word.metrics import WIDEST, Face, balanced, lines_of, text_width


@pytest.mark.parametrize(
    ("text", "size", "face", "points"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "bold", 271.2),
        ("Độc lập - Tự do - Hạnh phúc", 14, "bold", 171.4),
        ("UBND THÀNH PHỐ HÀ NỘI", 13, "regular", 163.2),
        ("Hà Nội, ngày 05 tháng 01 năm 2022", 14, "italic", 204.6),
        ("", 14, "regular", 0),
    ],
)
def test_the_width_of_a_line(text: str, size: float, face: Face, points: float) -> None:
    assert text_width(text, size, face) == pytest.approx(points, abs=0.1)
    decomposed = unicodedata.normalize("NFD", text)
    assert text_width(decomposed, size, face) == text_width(text, size, face)


def test_marks_take_no_room_but_horns_do() -> None:
    assert text_width("ế", 12) == text_width("e", 12)
    assert text_width("ờ", 12) == text_width("ơ", 12) > text_width("o", 12)
    assert text_width("Đ", 12) == text_width("D", 12)


def test_an_unknown_letter_is_taken_for_a_wide_one() -> None:
    assert text_width("漢", 2048) == WIDEST


def test_lines_break_between_words() -> None:
    assert lines_of("một hai ba bốn", 40, 12) == ["một hai", "ba bốn"]
    assert lines_of("dài" * 20, 10, 12) == ["dài" * 20]
    assert lines_of("  ", 10, 12) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", ["SỞ THÔNG TIN VÀ", "TRUYỀN THÔNG"]),
        ("SỞ NỘI VỤ", ["SỞ NỘI VỤ"]),
        ("DÀI" * 30, ["DÀI" * 30]),
        ("", []),
    ],
)
def test_a_long_name_is_broken_evenly(text: str, lines: list[str]) -> None:
    assert balanced(text, 187.1, 13, "bold") == lines
