"""A table as an Excel workbook, read by another library."""

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cchc_cli.domain.plan import Plan
from cchc_cli.errors import OutputFault
from cchc_cli.services.deadlines import list_deadlines
from cchc_cli.views.excel import table as home
from cchc_cli.views.excel.table import LONGEST, fitting, table_workbook
from cchc_cli.views.tables.deadlines import deadlines_table
from cchc_cli.views.tables.model import Field, Table, Value
from tests.services.test_deadlines import IN_JUNE

DAY = date(2021, 6, 10)
FIELDS = (
    Field("Mã", 10),
    Field("Số", 8, "number"),
    Field("Tỷ lệ", 8, "share"),
    Field("Ngày", 12, "date"),
    Field("Lúc", 16, "moment"),
)
MOMENT = datetime(2021, 6, 5, 8, 15)  # noqa: DTZ001 - as Excel has it
ROW: tuple[Value, ...] = ("V.1", 1234, 0.5, date(2021, 6, 5), MOMENT)


def of(
    *rows: Sequence[Value], fields: Sequence[Field] = FIELDS, about: Sequence[str] = ("a",)
) -> Table:
    """A table of these rows."""
    return Table("Thời hạn", about, DAY, fields, rows)


def opened(table: Table) -> Workbook:
    """The workbook as the other library reads it."""
    return load_workbook(BytesIO(table_workbook(table)))


def texts(*cells: str) -> list[object]:
    """Texts that were written below each other, and read."""
    sheet = opened(of(*([one] for one in cells), fields=FIELDS[:1])).worksheets[0]
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_every_value_is_of_its_kind() -> None:
    sheet = opened(of(ROW)).worksheets[0]
    cells = sheet[2]
    assert [cell.value for cell in cells] == [
        "V.1", 1234, 0.5, datetime(2021, 6, 5), MOMENT,  # noqa: DTZ001
    ]  # fmt: skip
    assert [cell.data_type for cell in cells] == ["s", "n", "n", "d", "d"]
    assert [cell.number_format for cell in cells] == [
        "General", "#,##0", "0.00%", "dd/mm/yyyy", "dd/mm/yyyy hh:mm",
    ]  # fmt: skip


def test_the_head_stays_and_filters() -> None:
    sheet = opened(of(ROW, ROW)).worksheets[0]
    assert sheet.title == "Thời hạn"
    assert [cell.value for cell in sheet[1]] == [field.head for field in FIELDS]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["E"].width == pytest.approx(16.71, abs=0.01)


@pytest.mark.parametrize(("width", "paper", "pages"), [(36, 9, 1), (60, 8, 1), (120, 8, 2)])
def test_a_wide_table_is_printed_on_wide_paper(width: int, paper: int, pages: int) -> None:
    fields = [field._replace(width=width) for field in FIELDS]
    sheet = opened(of(ROW, fields=fields)).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == paper
    assert (sheet.page_setup.fitToWidth or 1) == pages
    assert sheet.page_setup.fitToHeight == 0


def test_what_has_to_be_known_stands_on_a_sheet_of_its_own() -> None:
    sheet = opened(of(ROW, about=["Kế hoạch", "=Tính đến"])).worksheets[1]
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == ["Kế hoạch", "=Tính đến"]


def test_nothing_is_a_cell_without_a_value() -> None:
    sheet = opened(of([None] * 5)).worksheets[0]
    assert [cell.value for cell in sheet[2]] == [None] * 5


def test_a_table_without_rows_is_its_head() -> None:
    sheet = opened(of()).worksheets[0]
    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:E1")


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "{=1}", "+84 24", "@SUM(A1)", "12", "https://a.vn", " a ", "<r>&</r>", "<r>"],
)
def test_a_text_stays_a_text(cell: str) -> None:
    sheet = opened(of([cell], fields=FIELDS[:1])).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].hyperlink) == (cell, None)
    data = zipfile.ZipFile(BytesIO(table_workbook(of([cell], fields=FIELDS[:1]))))
    assert b"<f>" not in data.read("xl/worksheets/sheet1.xml")


def test_a_day_that_excel_cannot_count_is_a_text() -> None:
    sheet = opened(of(["V.1", 1, 0.5, date(1900, 2, 1), None])).worksheets[0]
    assert sheet["D2"].value == "1900-02-01"


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    sheet = opened(of(ROW, ["a" * 50, *ROW[1:]], ["a\nb\nc", *ROW[1:]])).worksheets[0]
    heights = [sheet.row_dimensions[at].height or 15 for at in (2, 3, 4)]
    assert heights == [15, 75, 45]


def test_a_text_that_no_cell_holds_is_cut_and_says_so() -> None:
    (cell,) = texts("ạ" * (LONGEST + 1))
    assert isinstance(cell, str)
    assert (len(cell), cell[-1]) == (LONGEST, "…")
    assert fitting("ạ" * LONGEST) == "ạ" * LONGEST


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "MOST_ROWS", 2)
    assert table_workbook(of(ROW, ROW))
    with pytest.raises(OutputFault) as raised:
        table_workbook(of(ROW, ROW, ROW))
    assert raised.value.code == "too_many_rows"


def test_the_same_table_makes_the_same_bytes(plan_2021: Plan) -> None:
    first, second = (
        table_workbook(deadlines_table(list_deadlines(plan_2021, IN_JUNE))) for _ in range(2)
    )
    assert first == second


def test_real_deadlines_come_back(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, every=True)
    sheet = opened(deadlines_table(found)).worksheets[0]
    cells = [cell.value for (cell,) in sheet.iter_rows(min_row=2, max_col=1)]
    days = [one.date() if isinstance(one, datetime) else one for one in cells]
    assert days == [row.deadline.effective for row in (*found.rows, *found.requested)]


@settings(max_examples=60, deadline=None)
@given(
    cell=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\t=<&_x0041_"),
        min_size=1,
        max_size=40,
    ).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
)
def test_any_text_comes_back_as_it_was(cell: str) -> None:
    assert texts(cell) == [cell]


def test_control_characters_are_left_out() -> None:
    assert texts("a\x00\x0bb\x7f\r\nc") == ["ab\nc"]
