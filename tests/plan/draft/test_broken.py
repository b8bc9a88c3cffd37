"""Paragraphs put together and parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.blocks import Block, Paragraph, Place, Table
from cchc_cli.plan.draft.broken import continues, mended, page_width, parted

LINES = [
    "Nâng cao ý thức, trách nhiệm, chất lượng, hiệu quả công việc của cơ",
    "quan nhà nước; của đội ngũ cán bộ, công chức, viên chức trong thực",
    "thi công vụ phục vụ người dân, tổ chức, doanh nghiệp ngày càng tốt",
    "hơn.",
    "Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị tham mưu trước",
    "ngày 15/6.",
]


def test_the_width_of_a_broken_text() -> None:
    assert page_width(LINES) == 67
    assert page_width([*LINES, ""]) == 67


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(LINES[:4], id="too few lines to tell"),
        pytest.param([line.capitalize() for line in LINES], id="each line begins anew"),
        pytest.param([*LINES, LINES[0] * 3], id="a line wider than any page"),
        pytest.param(["một", "hai"] * 9, id="lines narrower than any page"),
    ],
)
def test_a_text_that_is_not_broken(lines: list[str]) -> None:
    assert page_width(lines) == 0


@pytest.mark.parametrize(
    ("before", "line", "width", "goes"),
    [
        ("của cơ", "quan nhà nước", 0, True),
        (LINES[0], "Sở Nội vụ", 67, True),
        (LINES[0], "Sở Nội vụ", 0, False),
        (LINES[0], "1. Sở Nội vụ", 67, False),
        ("Hết.", "Sở Nội vụ", 67, False),
    ],
)
def test_a_line_that_continues(before: str, line: str, width: int, goes: bool) -> None:
    assert continues(before, line, width) is goes


FIRST, SECOND = Paragraph("các cơ quan,", Place(1)), Paragraph("đơn vị", Place(2))


def test_a_paragraph_that_goes_on() -> None:
    assert list(mended([FIRST, SECOND])) == [Paragraph("các cơ quan, đơn vị", Place(1))]


@pytest.mark.parametrize(
    "second",
    [
        SECOND._replace(number="1."),
        SECOND._replace(heading=1),
        SECOND._replace(centred=True),
        SECOND._replace(bold=True),
    ],
)
def test_a_paragraph_with_a_look_of_its_own_stays(second: Paragraph) -> None:
    assert list(mended([FIRST, second])) == [FIRST, second]


def test_a_table_parts_paragraphs() -> None:
    table = Table((), Place(2))
    blocks: list[Block] = [FIRST, table, SECOND]
    assert list(mended(blocks)) == blocks


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("một hai ba bốn", ["một hai ba", "bốn"]),
        ("một hai; ba bốn năm", ["một hai;", "ba bốn năm"]),
        ("một hai. ba bốn năm", ["một hai.", "ba bốn năm"]),
        ("x" * 30, ["x" * 12, "x" * 12, "x" * 6]),
        ("ngắn", ["ngắn"]),
        ("", [""]),
    ],
)
def test_a_text_in_parts(text: str, parts: list[str]) -> None:
    assert parted(text, 12) == parts


@given(st.text(alphabet="ab ;."), st.integers(2, 30))
def test_parts_are_bounded_and_lose_nothing(text: str, longest: int) -> None:
    parts = parted(text, longest)
    assert all(len(part) <= longest for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
