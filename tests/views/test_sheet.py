"""A sheet as plain text and as Markdown."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.views.sheet import Column, Section, Sheet, markdown, plain, wrapped
from tests.views.screen import columns

PROPERTY = settings(max_examples=100, deadline=None)
COLUMNS = (Column("id", "Mã", 8), Column("title", "Nhiệm vụ", 40))
# A pipe that no backslash stands before ends a cell.
PIPE = re.compile(r"(?<!\\)\|")


def test_plain_text_has_one_line_a_row_and_aligned_columns() -> None:
    sheet = Sheet(
        ["Kế hoạch"],
        COLUMNS,
        [Section("Riêng", [["V.1", "Đôn đốc"]]), Section("Nhóm", [["V.10.3b", "Duy trì"]])],
        ["Cộng: 2"],
    )
    assert plain(sheet) == (
        "Kế hoạch\n"
        "\n"
        "Riêng\n"
        "Mã       Nhiệm vụ\n"
        "V.1      Đôn đốc\n"
        "\n"
        "Nhóm\n"
        "Mã       Nhiệm vụ\n"
        "V.10.3b  Duy trì\n"
        "\n"
        "Cộng: 2\n"
    )


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        pytest.param(Sheet([], COLUMNS, []), "\n", id="nothing at all"),
        pytest.param(Sheet(["trên"], COLUMNS, [], ["dưới"]), "trên\n\ndưới\n", id="no tables"),
        pytest.param(
            Sheet([], COLUMNS, [Section("", [["a", "b"]])]),
            "Mã  Nhiệm vụ\na   b\n",
            id="a table alone",
        ),
    ],
)
def test_parts_that_are_missing_leave_no_gap(sheet: Sheet, text: str) -> None:
    assert plain(sheet) == text


def test_plain_text_neither_wraps_nor_cuts() -> None:
    long = "từ " * 100
    assert long.strip() in plain(Sheet([], COLUMNS, [Section("", [["V.1", long]])]))


def test_markdown_has_a_table_under_each_heading() -> None:
    sheet = Sheet(["Kế hoạch"], COLUMNS, [Section("Riêng", [["V.1", "a"]])], ["Cộng: 1"])
    assert markdown(sheet) == (
        "Kế hoạch\n\n## Riêng\n\n| Mã | Nhiệm vụ |\n| --- | --- |\n| V.1 | a |\n\n- Cộng: 1\n"
    )


def test_markdown_without_heading_and_notes() -> None:
    text = markdown(Sheet([], COLUMNS, [Section("", [["V.1", "a"]])]))
    assert text == "| Mã | Nhiệm vụ |\n| --- | --- |\n| V.1 | a |\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [("a|b", r"a\|b"), ("|", r"\|"), ("hai\ndòng", "hai dòng"), ("không", "không")],
)
def test_a_cell_keeps_its_place_in_a_markdown_table(cell: str, written: str) -> None:
    lines = markdown(Sheet([], COLUMNS, [Section("", [["V.1", cell]])])).splitlines()
    assert lines[2] == f"| V.1 | {written} |"


@PROPERTY
@given(cell=st.text(st.sampled_from("ab|\n *_"), max_size=20))
def test_every_markdown_row_has_as_many_cells_as_the_head(cell: str) -> None:
    lines = markdown(Sheet([], COLUMNS, [Section("", [["V.1", cell]])])).splitlines()
    assert [len(PIPE.findall(line)) for line in lines] == [3, 3, 3]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("ngắn", ["ngắn"], id="short"),
        pytest.param("một hai ba bốn", ["một hai ba", "  bốn"], id="hanging"),
        pytest.param("một hai-ba-bốn", ["một", "  hai-ba-bốn"], id="not at a hyphen"),
        pytest.param("https://hanoi.gov.vn/", ["https://hanoi.gov.vn/"], id="an address is whole"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_paragraphs(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, "  ").split("\n") == lines


@PROPERTY
@given(
    words=st.lists(st.text("aăâđêôơưxyz", min_size=1, max_size=9), max_size=30),
    width=st.integers(20, 60),
)
def test_a_paragraph_of_short_words_fits(words: list[str], width: int) -> None:
    text = wrapped(" ".join(words), width, "   ")
    assert all(columns(line) <= width for line in text.split("\n"))
    assert text.split() == words
