"""Tables of Word: merged cells, inner tables, frames."""

from pathlib import Path

import pytest

from cchc_cli.plan.draft.blocks import Block, Cell, Paragraph, Place, Table
from cchc_cli.plan.draft.word import DEEPEST, read_word
from cchc_cli.plan.draft.word_tables import DEEPEST_TABLE, MOST_COLUMNS
from tests.plan.draft.packing import (
    cell,
    level,
    listed,
    numbering,
    paragraph,
    row,
    table,
    word_file,
)


def blocks(folder: Path, body: str, numbers: str = "") -> tuple[Block, ...]:
    """The blocks of a body."""
    return read_word(word_file(folder, body, "", numbers)).blocks


def rows(folder: Path, body: str) -> list[list[tuple[str, int, bool]]]:
    """The cells of the only table: text, width, whether they continue the one above."""
    (found,) = blocks(folder, body)
    assert isinstance(found, Table)
    return [[(one.text, one.across, one.above) for one in line] for line in found.rows]


def test_a_table_in_its_place(tmp_path: Path) -> None:
    body = paragraph("Phụ lục") + table(row("TT", "Việc"), row("1", "Họp")) + paragraph("Hết")
    assert blocks(tmp_path, body) == (
        Paragraph("Phụ lục", Place(1)),
        Table(
            (
                (Cell("TT", Place(2)), Cell("Việc", Place(3))),
                (Cell("1", Place(4)), Cell("Họp", Place(5))),
            ),
            Place(2),
        ),
        Paragraph("Hết", Place(6)),
    )


def test_merged_cells(tmp_path: Path) -> None:
    first = '<w:vMerge w:val="restart"/>'
    body = table(
        row(cell("Nhóm", properties='<w:gridSpan w:val="2"/>'), "x"),
        row(cell("Sở", properties=first), "a", "b"),
        row(cell("", properties="<w:vMerge/>"), "c", "d"),
        row(cell("thừa", properties='<w:vMerge w:val="continue"/>'), "e", "f"),
        row(cell("hết", properties='<w:gridSpan w:val="0"/>'), "g", "h"),
    )
    assert rows(tmp_path, body) == [
        [("Nhóm", 2, False), ("x", 1, False)],
        [("Sở", 1, False), ("a", 1, False), ("b", 1, False)],
        [("", 1, True), ("c", 1, False), ("d", 1, False)],
        [("", 1, True), ("e", 1, False), ("f", 1, False)],
        [("hết", 1, False), ("g", 1, False), ("h", 1, False)],
    ]


def test_cells_that_a_row_leaves_out(tmp_path: Path) -> None:
    skipped = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'
    body = table(row("a", "b", "c", "d"), row("e", properties=skipped))
    assert rows(tmp_path, body)[1] == [("", 1, False), ("e", 1, False), ("", 2, False)]
    wide = table(row(cell("a", properties='<w:gridSpan w:val="99999"/>'), "b"))
    assert rows(tmp_path, wide)[0][0] == ("a", MOST_COLUMNS, False)


def test_rows_that_were_deleted_or_are_empty(tmp_path: Path) -> None:
    body = table(row("a", "b"), row("c", "d", properties="<w:del/>"), row("", ""))
    assert rows(tmp_path, body) == [[("a", 1, False), ("b", 1, False)]]
    assert blocks(tmp_path, table(row("", ""))) == ()


def test_rows_and_cells_within_wrappers(tmp_path: Path) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"
    inner = row(f"<w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>", "d")
    assert rows(tmp_path, table(wrapped, inner)) == [
        [("a", 1, False), ("b", 1, False)],
        [("c", 1, False), ("d", 1, False)],
    ]


def test_paragraphs_of_a_cell_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    body = table(row(cell("Sở Nội vụ", "", listed("Họp"), listed("Ký")), "x"))
    (found,) = blocks(tmp_path, body, numbering(level(0, "lowerLetter", "%1)")))
    assert isinstance(found, Table)
    assert found.rows[0][0].text == "Sở Nội vụ\na) Họp\nb) Ký"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (table(row("Chủ trì", "Sở Nội vụ")), "Việc\nChủ trì: Sở Nội vụ"),
        (table(row("Chủ trì:", "Sở Nội vụ")), "Việc\nChủ trì: Sở Nội vụ"),
        (table(row("a", "b", "c"), row("d", "", "e")), "Việc\na b c\nd: e"),
        (table(row("", "")), "Việc"),
    ],
)
def test_a_table_within_a_cell(tmp_path: Path, inner: str, text: str) -> None:
    body = table(row(cell(paragraph("Việc"), inner), "x"))
    assert rows(tmp_path, body)[0][0][0] == text


def test_tables_within_tables_beyond_all_measure(tmp_path: Path) -> None:
    inner = table(row("đáy", "x"))
    for _ in range(DEEPEST_TABLE + 3):
        inner = table(row(cell(inner), "y"))
    document = read_word(word_file(tmp_path, inner))
    (found,) = document.blocks
    assert isinstance(found, Table)
    assert "đáy" not in found.rows[0][0].text
    assert document.unread == ("deep_tables",)


def test_a_table_of_one_column_is_a_frame_around_a_text(tmp_path: Path) -> None:
    inner = table(row("a", "b"))
    body = table(row(cell("I. MỤC ĐÍCH", "1. Một")), row(cell(paragraph("2. Hai"), inner)))
    found = blocks(tmp_path, body)
    assert [one.text for one in found if isinstance(one, Paragraph)] == [
        "I. MỤC ĐÍCH",
        "1. Một",
        "2. Hai",
    ]
    assert isinstance(found[-1], Table)


def test_frames_within_frames_beyond_all_measure(tmp_path: Path) -> None:
    inner = paragraph("đáy")
    for _ in range(DEEPEST + 30):
        inner = table(row(cell(inner)))
    document = read_word(word_file(tmp_path, inner))
    assert document.unread == ("deep_tables",)
