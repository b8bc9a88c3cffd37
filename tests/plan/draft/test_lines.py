"""Lines: what begins an item, what goes on, and how lines are joined."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.lines import (
    begins_item,
    clean,
    ends_sentence,
    goes_on,
    is_page_number,
    join,
    split_items,
)

ITEMS = (
    "Phần thứ nhất", "PHẦN II", "Chương I", "Mục 2. Tên", "Điều 3. Tổ chức", "ĐIỀU 4",
    "Phụ lục 01", "Phần I TÌNH HÌNH", "I. MỤC ĐÍCH", "iv) nội dung", "IX/ Tổ chức",
    "1. Sở Nội vụ", "1) Sở", "12.Sở Y tế", "1/ Nội dung", "1.1. Sở", "1.2.3 Nội dung",
    "a) Xây dựng", "(b) Xây dựng", "đ) Rà soát", "b. Nội dung", "- Sở", "–Sở", "+ Xây dựng",
    "• Việc", "- “Đề án”", "- 100% xã",
)  # fmt: skip
NO_ITEMS = (
    "Sở Nội vụ", "khoản 5 Điều 4", "Điều 9; khoản 3", "Phụ lục 01 kèm theo", "điều 7 của Luật",
    "2025 là năm", "15/6/2021 là hạn", "009/CĐ-UBND", "- 2030 và", "3.500 tỷ đồng", "vì sao",
    "Về việc", "mục đích", "ÁN", "1.200.000 đồng", "",
)  # fmt: skip


@pytest.mark.parametrize("text", ITEMS)
def test_a_label_begins_an_item(text: str) -> None:
    assert begins_item(text)


@pytest.mark.parametrize("text", NO_ITEMS)
def test_words_and_figures_do_not(text: str) -> None:
    assert not begins_item(text)


@pytest.mark.parametrize(
    ("before", "after", "goes"),
    [
        pytest.param("các cơ quan,", "đơn vị liên quan", True, id="a small letter"),
        pytest.param("tổ chức chính trị", "- xã hội", True, id="a dash within a name"),
        pytest.param("Nơi nhận:", "- như trên", False, id="a dash after a colon"),
        pytest.param("Nội dung", "a) việc một", False, id="an item in small letters"),
        pytest.param("Xong.", "và nữa", False, id="after a full stop"),
        pytest.param("các cơ quan", "Sở Nội vụ", False, id="a capital letter may begin anew"),
        pytest.param("các cơ quan", "- Sở Nội vụ", False, id="a dash before a capital letter"),
    ],
)
def test_what_goes_on(before: str, after: str, goes: bool) -> None:
    assert goes_on(before, after) is goes


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Quyết định số 12/", "QĐ-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Quyết định số 12/QĐ-", "UBND", "Quyết định số 12/QĐ-UBND"),
        ("Nghị định 80/2020/N", "Đ-CP", "Nghị định 80/2020/NĐ-CP"),
        ("ngày 15/", "6/2021", "ngày 15/6/2021"),
        ("các cơ quan,", "đơn vị", "các cơ quan, đơn vị"),
        ("giai đoạn 2021 -", "2025", "giai đoạn 2021 - 2025"),
    ],
)
def test_lines_of_one_paragraph(before: str, after: str, whole: str) -> None:
    assert join(before, after) == whole


@pytest.mark.parametrize("text", ["12", "- 12 -", "Trang 3/10", "– 4 –"])
def test_a_number_of_a_page(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["12.", "12 việc", "", "12345"])
def test_no_number_of_a_page(text: str) -> None:
    assert not is_page_number(text)


def test_a_line_is_clean() -> None:
    decomposed = unicodedata.normalize("NFD", "Ủy ban")
    assert clean(f" {decomposed}\u00a0\u200b nhân\u00addân\t\x07xã ") == "Ủy ban nhândân xã"


@given(st.text())
def test_a_clean_line_stays_as_it_is(text: str) -> None:
    line = clean(text)
    assert clean(line) == line
    assert unicodedata.is_normalized("NFC", line)
    assert "  " not in line
    assert line == line.strip()


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["Chủ trì:", "- Sở Nội vụ", "- Sở Y tế"], ["Chủ trì:", "- Sở Nội vụ", "- Sở Y tế"]),
        (["KẾ HOẠCH", "Cải cách hành chính"], ["KẾ HOẠCH Cải cách hành chính"]),
        (["tổ chức chính trị", "- xã hội"], ["tổ chức chính trị - xã hội"]),
        (["", "  ", "Việc", ""], ["Việc"]),
        ([""], []),
    ],
)
def test_soft_breaks(lines: list[str], items: list[str]) -> None:
    assert list(split_items(lines)) == items


def test_the_end_of_a_sentence() -> None:
    assert ends_sentence("Xong.")
    assert not ends_sentence("và")
