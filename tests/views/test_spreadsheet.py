"""CSV for Excel: bytes order mark, no formulas, and nothing lost on the way."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.spreadsheet import comma_separated, table_csv
from cchc_cli.views.tables.model import Field, Table, Value

PROPERTY = settings(max_examples=200, deadline=None)
COLUMNS = (Column("id", "Mã", 8), Column("title", "Nhiệm vụ", 40))
# Any letters, with those that formulas and CSV itself are made of more often than by chance.
cells = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@\t\r\n\",;'"), max_size=30)
rows = st.lists(st.tuples(cells, cells), max_size=5)


def sheet(*sections: tuple[str, Sequence[Sequence[str]]]) -> Sheet:
    """A sheet of two columns."""
    return Sheet(["trên"], COLUMNS, [Section(name, body) for name, body in sections], ["dưới"])


def read(text: str) -> list[list[str]]:
    """The cells as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def meant(cell: str) -> str:
    """What a cell holds once the apostrophe that makes it a text is taken away."""
    formula = cell[:1] == "'" and cell[1:2] != "" and cell[1] in "=+-@\t\r"
    return cell[1:] if formula else cell


def test_one_table_has_one_head() -> None:
    text = comma_separated(sheet(("Riêng", [("V.1", "Đôn đốc")])))
    assert text == "\ufeffMã,Nhiệm vụ\r\nV.1,Đôn đốc\r\n"


def test_several_sections_become_a_first_column() -> None:
    text = comma_separated(sheet(("Riêng", [("V.1", "a")]), ("Nhóm", [("V.2", "b")])))
    assert read(text) == [["Phần", "Mã", "Nhiệm vụ"], ["Riêng", "V.1", "a"], ["Nhóm", "V.2", "b"]]


def test_without_rows_only_the_head_is_left() -> None:
    assert read(comma_separated(sheet())) == [["Mã", "Nhiệm vụ"]]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("+84 24", "'+84 24", id="a telephone number"),
        pytest.param("-5", "'-5", id="a minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an at sign"),
        pytest.param("\t=1", "'\t=1", id="a tabulator"),
        pytest.param("\r=1", "'\r=1", id="a carriage return"),
        pytest.param("-", "-", id="the dash for nothing"),
        pytest.param("a=b", "a=b", id="an equals sign inside"),
        pytest.param('“a”, "b"', '“a”, "b"', id="quotation marks and commas"),
        pytest.param("hai\ndòng", "hai\ndòng", id="two lines"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_cell_is_never_a_formula(cell: str, written: str) -> None:
    assert read(comma_separated(sheet(("", [("V.1", cell)]))))[1] == ["V.1", written]


@PROPERTY
@given(body=rows)
def test_cells_come_back_as_they_were(body: list[tuple[str, str]]) -> None:
    text = comma_separated(sheet(("", body)))
    assert text.startswith("\ufeff")
    back = read(text)[1:]
    assert [tuple(meant(cell) for cell in row) for row in back] == [
        tuple(meant(cell) for cell in row) for row in body
    ]


@PROPERTY
@given(body=rows, heading=st.sampled_from(("Riêng", "Nhóm")))
def test_no_cell_starts_like_a_formula(body: list[tuple[str, str]], heading: str) -> None:
    for row in read(comma_separated(sheet(("", []), (heading, body)))):
        assert not [cell for cell in row if cell != "-" and cell.startswith(tuple("=+-@\t\r"))]


# Tables of values.


def values(*row: Value) -> Table:
    """A table of one row; what the fields are makes no difference here."""
    fields = [Field(f"Cột {at}", 10) for at, _ in enumerate(row)]
    return Table("Bảng", (), date(2021, 6, 10), fields, [row])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param(0, "0", id="nought"),
        pytest.param(-5, "-5", id="a number below nought is no formula"),
        pytest.param(2 / 3, "0.6667", id="a share"),
        pytest.param(date(2021, 6, 5), "2021-06-05", id="a day"),
        pytest.param(datetime(2021, 6, 5, 8, 15), "2021-06-05 08:15:00", id="a moment"),  # noqa: DTZ001
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("Sở Nội vụ", "Sở Nội vụ", id="a text"),
    ],
)
def test_values_as_csv_for_excel(value: Value, written: str) -> None:
    text = table_csv(values(value))
    assert text.startswith("\ufeffCột 0\r\n")
    assert read(text)[1] == [written]


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-x", "@a", "'=", "\t=1"])
def test_plain_csv_has_no_mark_and_every_text_as_it_is(cell: str) -> None:
    text = table_csv(values(cell, 1), bare=True)
    assert text.startswith("Cột 0,")
    assert read(text)[1] == [cell, "1"]


@PROPERTY
@given(body=st.lists(st.tuples(cells, cells), min_size=1, max_size=5))
def test_plain_csv_comes_back_as_it_was(body: list[tuple[str, str]]) -> None:
    table = values(*body[0])._replace(rows=body)
    back = csv.reader(io.StringIO(table_csv(table, bare=True), newline=""))
    assert [tuple(row) for row in back][1:] == body
