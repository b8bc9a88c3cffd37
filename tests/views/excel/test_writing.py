"""The workbook as a file: keys, locks, drop-downs, print set-up."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from cchc_cli.domain.forms import FIGURES, NARRATIVES, SEAL_SHEET, SHEETS, TASKS, Sheet, parse_seal
from cchc_cli.views.excel.writing import ABOUT, FIRST, HEADS, KEYS, TITLE
from cchc_cli.views.wording import forms as words
from tests.views.excel.made import form, made, opened, page, texts

FORM = form("stttt")
DATA = made(FORM)
each_sheet = pytest.mark.parametrize("layout", SHEETS, ids=[one.key for one in SHEETS])


@pytest.fixture(scope="module")
def book() -> Any:
    """A workbook as openpyxl reads it."""
    return opened(DATA)


def keyed(sheet: Any) -> dict[str, int]:
    """The rows that are read back, by key."""
    rows = range(FIRST + 1, sheet.max_row + 1)
    return {sheet.cell(row, 1).value: row for row in rows if sheet.cell(row, 1).value}


def test_the_sheets_in_their_order(book: Any) -> None:
    assert book.sheetnames == ["Hướng dẫn", "Nhiệm vụ", "Số liệu", "Nhận xét", SEAL_SHEET]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * 4 + ["veryHidden"]
    assert book.active.title == "Hướng dẫn"


@each_sheet
def test_keys_and_headers_stand_where_they_are_looked_for(book: Any, layout: Sheet) -> None:
    sheet = page(book, layout)
    keys, heads = texts(sheet)[KEYS], texts(sheet)[HEADS]
    assert keys == [layout.mark, *(one.mark for one in layout.columns)]
    assert heads == ["#key", *words.HEADERS[layout.key].values()]
    assert list(words.HEADERS[layout.key]) == [one.key for one in layout.columns]
    assert sheet.row_dimensions[KEYS + 1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert not sheet.row_dimensions[HEADS + 1].hidden


def test_every_row_that_is_asked_has_its_key(book: Any) -> None:
    assert list(keyed(page(book, TASKS))) == [one.key for one in FORM.tasks]
    assert list(keyed(page(book, FIGURES))) == [one.indicator.id for one in FORM.lines]
    assert list(keyed(page(book, NARRATIVES))) == ["strength", "shortcoming", "cause", "proposal"]


def test_the_sealed_sheet_tells_which_workbook_it_is(book: Any) -> None:
    rows = {str(row[0]): str(row[1]) for row in texts(book[SEAL_SHEET])}
    assert parse_seal(rows) == FORM.seal


@each_sheet
def test_only_what_is_to_be_filled_in_is_unlocked_and_it_is_yellow(
    book: Any, layout: Sheet
) -> None:
    sheet = page(book, layout)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    rows = keyed(sheet).values()
    for row in sheet.iter_rows():
        for cell in row:
            filled = cell.row in rows and cell.column > 1 and (
                layout.columns[cell.column - 2].filled
            )  # fmt: skip
            assert cell.protection.locked is not filled, cell.coordinate
            assert (cell.fill.fgColor.rgb == "FFFFF9DB") is filled, cell.coordinate
            assert not (filled and cell.value)


def test_the_guide_and_the_seal_are_locked(book: Any) -> None:
    for name in ("Hướng dẫn", SEAL_SHEET):
        assert book[name].protection.sheet
        assert all(cell.protection.locked for row in book[name].iter_rows() for cell in row)


def test_numbers_are_numbers_and_what_is_unknown_is_empty(book: Any) -> None:
    sheet = page(book, FIGURES)
    rows = keyed(sheet)
    assert [sheet.cell(rows["hoi-nghi"], at).value for at in range(2, 8)] == [
        1, "Hội nghị, cuộc họp, giao ban", "cuộc", None, None, 1,
    ]  # fmt: skip


def rules(sheet: Any, layout: Sheet) -> dict[str, Any]:
    """The validation of each column that has one."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert area.min_col == area.max_col
        assert set(keyed(sheet).values()) <= set(range(area.min_row, area.max_row + 1))
        found[layout.columns[area.min_col - 2].key] = rule
    return found


@each_sheet
def test_every_column_to_be_filled_in_is_validated(book: Any, layout: Sheet) -> None:
    found = rules(page(book, layout), layout)
    assert list(found) == [one.key for one in layout.filled]
    for rule in found.values():
        assert rule.errorStyle in (None, "stop")
        assert rule.showErrorMessage
        assert rule.allowBlank
        assert 0 < len(rule.error) <= 255
        assert 0 < len(rule.errorTitle) <= 32
        assert len(rule.prompt or "") <= 255
        assert len(rule.promptTitle or "") <= 32
        assert "{" not in rule.error + (rule.prompt or "")


def test_what_the_columns_take(book: Any) -> None:
    found = rules(page(book, TASKS), TASKS)
    assert found["result"].type == "list"
    assert found["result"].formula1 == (
        '"Đã hoàn thành,Đang thực hiện,Chưa thực hiện,Không phát sinh"'
    )
    assert len(found["result"].formula1) <= 255
    first = (date(2020, 12, 15) - date(1899, 12, 30)).days
    assert (found["date"].type, found["date"].formula1, found["date"].formula2) == (
        "date", str(first), "TODAY()",
    )  # fmt: skip
    assert "15/12/2020" in found["date"].error
    assert (found["degree"].type, found["degree"].formula1, found["degree"].formula2) == (
        "decimal", "0", "1",
    )  # fmt: skip
    assert (found["product"].type, found["product"].formula1) == ("textLength", "2000")
    number = rules(page(book, FIGURES), FIGURES)["now"]
    assert (number.type, number.formula1) == ("decimal", "0")


def test_what_is_typed_looks_as_it_is_meant(book: Any) -> None:
    sheet = page(book, TASKS)
    row = keyed(sheet)["V.6.4b|2021/h1"]
    looks = {
        column.key: sheet.cell(row, at).number_format
        for at, column in enumerate(TASKS.columns, 2)
        if column.filled
    }
    assert looks == {
        "result": "General", "document": "@", "date": "dd/mm/yyyy", "product": "General",
        "degree": "0%", "difficulty": "General",
    }  # fmt: skip


@each_sheet
def test_heads_stay_in_sight_and_on_every_page(book: Any, layout: Sheet) -> None:
    sheet = page(book, layout)
    at = {"tasks": "E5", "figures": "D5", "narratives": "A5"}[layout.key]
    assert sheet.freeze_panes == at
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "Sở Thông tin và Truyền thông"
    assert sheet.oddFooter.right.text == "Trang &P/&N"


def test_nothing_that_is_read_is_merged(book: Any) -> None:
    for layout in SHEETS:
        merged = [area.min_row for area in page(book, layout).merged_cells.ranges]
        assert sorted(merged) == [TITLE + 1, ABOUT + 1]


def test_everything_is_written_in_times_new_roman(book: Any) -> None:
    fonts = {
        cell.font.name for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    }
    assert fonts == {"Times New Roman"}


def test_decimals_are_shown_only_where_there_are_some(book: Any) -> None:
    formats = page(book, FIGURES).conditional_formatting
    (area,) = [one.sqref for one in formats]
    (rule,) = [rule for one in formats for rule in one.rules]
    assert str(area).startswith("H5:H")
    assert rule.formula == ["AND(ISNUMBER(H5),H5<>INT(H5))"]


def test_the_file_says_who_made_it_and_on_which_day(book: Any) -> None:
    known = book.properties
    assert known.title == "Sở Thông tin và Truyền thông - 6 tháng đầu năm 2021"
    assert known.creator == "Sở Nội vụ"
    assert known.created == known.modified == datetime(2021, 7, 1)  # noqa: DTZ001 - as read


def test_another_reader_finds_the_same_keys() -> None:
    found = CalamineWorkbook.from_filelike(BytesIO(DATA)).get_sheet_by_name("Nhiệm vụ").to_python()
    assert found[KEYS][0] == "#tasks"
    assert [row[0] for row in found[FIRST:]] == [one.key for one in FORM.tasks]


def test_no_macro_no_link_no_formula() -> None:
    with ZipFile(BytesIO(DATA)) as file:
        names = file.namelist()
        sheets = [file.read(name) for name in names if name.startswith("xl/worksheets/")]
    assert not [name for name in names if "vba" in name or "external" in name or "calc" in name]
    assert not [one for one in sheets if b"<f>" in one or b"<f " in one or b"hyperlink" in one]
