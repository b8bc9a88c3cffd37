"""What comes out of a mould is what XlsxWriter would have written."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from cchc_cli.services.collecting import Form
from cchc_cli.views.excel import forms as door
from cchc_cli.views.excel.contents import Contents, Row, contents_of, mapped
from cchc_cli.views.excel.forms import FormMaker
from cchc_cli.views.excel.mould import Mould, shape_of
from cchc_cli.views.excel.table import fitting
from cchc_cli.views.excel.writing import FIRST, write_workbook
from tests.views.excel.made import form, made, opened

STP = form("stp")
UNITS = ("stp", "stttt", "dai-ptth", "snv", "h-soc-son")


def directly(contents: Contents) -> bytes:
    """The same contents, all of them written by XlsxWriter."""
    return write_workbook(
        mapped(contents, lambda one: fitting(one) if isinstance(one, str) else one)
    )


def seen(data: bytes) -> list[Any]:
    """All that a reader sees: values, formats, heights, merges, rules, print set-up."""
    return [
        (
            sheet.title,
            [
                (cell.coordinate, cell.value, cell.data_type, cell.style_id)
                for row in sheet.iter_rows()
                for cell in row
            ],
            {at: (row.height, row.hidden) for at, row in sheet.row_dimensions.items()},
            str(sorted(map(str, sheet.merged_cells.ranges))),
            [
                (str(one.sqref), one.type, one.error)
                for one in sheet.data_validations.dataValidation
            ],
            sheet.oddFooter.left.text,
        )
        for sheet in opened(data)
    ]


@pytest.mark.parametrize("ident", UNITS)
def test_a_moulded_workbook_is_the_one_that_xlsxwriter_writes(ident: str) -> None:
    contents = contents_of(form(ident))
    assert seen(Mould(contents).fill(contents)) == seen(directly(contents))


def test_a_mould_made_of_another_unit_leaves_nothing_of_it() -> None:
    one, other = contents_of(form("stc")), contents_of(form("skhdt"))
    assert shape_of(one) == shape_of(other)
    assert Mould(one).fill(other) == Mould(other).fill(other)
    assert b"skhdt" not in Mould(other).fill(one)


def test_the_same_form_makes_the_same_bytes_whatever_was_made_before() -> None:
    maker = FormMaker()
    made_in_turn = {ident: maker.workbook(form(ident)) for ident in UNITS}
    assert made_in_turn == {ident: made(form(ident)) for ident in reversed(UNITS)}


def test_other_days_and_other_rows_are_another_shape() -> None:
    shapes = {
        shape_of(contents_of(one))
        for one in (STP, form("stttt"), form(today=STP.today.replace(day=2)), form(period="year"))
    }
    assert len(shapes) == 4


def test_only_so_many_moulds_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOULDS", 2)
    maker = FormMaker()
    for ident in ("stp", "stttt", "stp", "dai-ptth"):
        maker.workbook(form(ident))
    kept = list(maker._moulds)
    assert kept == [shape_of(contents_of(form(ident))) for ident in ("stp", "dai-ptth")]


@pytest.mark.parametrize(
    "words", ["_x000A_", "_x005F_", " đầu và cuối\n", "a\r\nb", "<b>&amp;", "\x07chuông", "👍🏽"]
)
def test_a_text_is_escaped_as_xlsxwriter_does(words: str) -> None:
    contents = contents_of(renamed("Sở A&B", words))
    assert strings(Mould(contents).fill(contents)) == strings(directly(contents))


def strings(data: bytes) -> set[str]:
    """The texts of a workbook as its XML has them, one as good as another."""
    with ZipFile(BytesIO(data)) as file:
        root = etree.fromstring(file.read("xl/sharedStrings.xml"))
    return {one.text or "" for one in root.iter() if one.tag.endswith("}t")}


def renamed(name: str, words: str) -> Form:
    """A form whose unit has that name and whose first task has those words."""
    first, *rest = STP.tasks
    duty = first.occurrence.duty._replace(text=words)
    task = first._replace(occurrence=first.occurrence._replace(duty=duty))
    return STP._replace(agency=STP.agency._replace(name=name), tasks=(task, *rest))


TRICKY = st.one_of(
    st.text(),
    st.text(alphabet="\ue000\ue001 01<>&_x'\"\t\n"),
    st.text(st.characters(min_codepoint=0, max_codepoint=0x1F)),
    st.text(st.characters(categories=["So", "Cs", "Co", "Mn"])),
    st.sampled_from(
        ["=1+1", "+1", "-1", "@x", "=HYPERLINK(\"http://x\",\"y\")", "{=1}", "http://a.vn",
         "<r>&</r>", "<r><t>x</t></r>", "_x000A_", "x" * 40_000, " đầu và cuối ", "\ue0003\ue001",
         "👍🏽 👩‍👩‍👧", "]]>", "&amp;", "1000000000000001", "\r\n", "12/2021", "￾￿"]
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(TRICKY, TRICKY)
@example("<r>&</r>", "=1+1")
@example("\ue0003\ue001", "_x000A_ _x005F_")
@example("A" * 300 + "&", "x" * 40_000)
def test_any_text_stands_in_its_cell_as_a_text(name: str, words: str) -> None:
    data = made(renamed(name, words))
    with ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        for part in file.namelist():
            etree.fromstring(file.read(part))
    cell = opened(data)["Nhiệm vụ"].cell(FIRST + 1, 5)
    read = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("Nhiệm vụ").to_python()
    assert cell.data_type in ("s", "n") if not fitting(words) else cell.data_type != "f"
    assert plain(read[FIRST][4]) == plain(fitting(words))
    assert read[FIRST + 1][0] == STP.tasks[1].key


def plain(text: object) -> str:
    """A text as far as readers agree on it: they give back ends of lines and codes differently."""
    return str(text).replace("\r", "").replace("_x005F_", "_")


@given(st.one_of(st.none(), st.integers(0, 10**12), st.floats(0, 1e12)))
@settings(max_examples=40, deadline=None)
def test_any_figure_stands_in_its_cell_as_a_number(value: float | None) -> None:
    lines = (STP.lines[0]._replace(year_before=value), *STP.lines[1:])
    contents = contents_of(STP._replace(lines=lines))
    row = contents.figures.rows[1]
    assert isinstance(row, Row)
    found = opened(Mould(contents).fill(contents))["Số liệu"].cell(FIRST + 2, 5)
    assert found.value == (None if value is None else pytest.approx(value))
    assert found.data_type == "n"
