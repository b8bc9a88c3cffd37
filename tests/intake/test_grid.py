"""The values of sheets, and files that would bring a reader down."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.intake import grid as module
from cchc_cli.intake.grid import Grid, grids
from cchc_cli.intake.package import Refusal, unpack
from cchc_cli.intake.scan import Broken
from tests.intake.books import LINKS, MAIN, PACKAGE, blank, changed, package, put, sheet

ROOM = 1_500_000_000


def read(data: bytes) -> list[Grid]:
    return list(grids(unpack(data, ".xlsx")))


def refusal(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read(data)
    return caught.value.code


def test_cells_stand_where_they_are_in_the_sheet() -> None:
    (one,) = read(package(sheet('<row r="3"><c r="C3"><v>1.5</v></c></row>')))
    assert one == Grid("Trang", [["", "", ""], ["", "", ""], ["", "", 1.5]], (), {})


def test_merged_and_broken_cells_are_told() -> None:
    def merge(book: Any) -> None:
        book["Nhiệm vụ"].merge_cells("H5:H7")

    book = changed(blank(), put("Nhiệm vụ", {"H5": "=1+1", "A1": "#N/A"}), merge)
    found = {one.name: one for one in read(book)}
    assert found["Nhiệm vụ"].broken == {(4, 7): Broken(), (0, 0): Broken("#N/A")}
    assert ((4, 7), (6, 7)) in found["Nhiệm vụ"].merged
    assert not found["Số liệu"].broken


def test_an_absolute_target_is_found() -> None:
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{LINKS}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
    )
    rows = sheet('<row r="1"><c r="A1"><f>1</f></c></row>')
    (one,) = read(package(rows, names={"xl/_rels/workbook.xml.rels": relations}))
    assert one.broken == {(0, 0): Broken()}


def test_a_broken_cell_of_a_sheet_that_nobody_names_is_not_passed_over() -> None:
    stray = sheet('<row r="1"><c r="A1"><f>1</f></c></row>')
    assert refusal(package(sheet(""), names={"xl/worksheets/sheet9.xml": stray})) == "form_broken"


@pytest.mark.parametrize(
    "names",
    [
        {"xl/workbook.xml": "<workbook"},
        {"xl/sharedStrings.xml": "<sst><si><t>a</t>"},
        {"xl/_rels/workbook.xml.rels": "<x/>"},
    ],
)
def test_what_the_library_cannot_read(names: dict[str, str]) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'
    assert refusal(package(sheet(rows), names=names)) == "form_broken"
    assert refusal(package(sheet(f'{rows}<row r="2"><c r="A2"><f/></c></row>'), names=names)) == (
        "form_broken"
    )


def test_an_encoding_that_nobody_knows() -> None:
    names = {"xl/workbook.xml": '<?xml version="1.0" encoding="utf-nan"?><workbook/>'}
    assert refusal(package(sheet("<row><c><f>1</f></c></row>"), names=names)) == "form_broken"


def test_what_breaks_the_library_from_within(capfd: pytest.CaptureFixture[str]) -> None:
    """A day beyond all calendars, written so that no search finds it."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    cell = '<row r="1"><c r="A1" s="0"><v>-inf</v></c></row>'
    assert refusal(package(sheet(cell), names={"xl/styles.xml": styles})) == "form_broken"
    assert "out of bounds" in capfd.readouterr().err
    plain = cell.replace("-inf", "-1e300")
    (one,) = read(package(sheet(plain), names={"xl/styles.xml": styles}))
    assert one.rows == [[-1e300]]


def test_a_stop_is_not_taken_for_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "load_workbook", stop)
    with pytest.raises(KeyboardInterrupt):
        read(blank())


def test_many_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_SHEETS", 4)
    assert refusal(blank()) == "form_many_sheets"


def test_sheets_that_are_none_are_passed_over() -> None:
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="Biểu đồ" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{LINKS}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>'
    )
    names = {"xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": relations}
    assert read(package(sheet(""), names=names)) == []


HOSTILE = {
    "strings": package(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        names={"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="4000000000" '
               'uniqueCount="4000000000"><si><t>a</t></si></sst>'},
    ),
    "far": package(sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )),
    "hidden far": package(sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c s="1" r="XFD1048576"><v>1</v></c></row>'
    )),
    "wide": package(sheet(
        f'<row>{"<c><v>1</v></c>" * 16_000}</row>{"<row/>" * 1_000_000}<row><c><v>1</v></c></row>'
    )),
    "overflow": package(sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZ9999999"><v>1</v></c></row>'
    )),
    "dimension": package(sheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )),
    "counts": package(
        sheet('<row r="1" spans="1:4000000000"><c r="A1" s="400000000"><v>1</v></c></row>').replace(
            "</worksheet>", '<mergeCells count="4000000000"><mergeCell ref="A1:XFD1048576"/>'
            '</mergeCells></worksheet>'
        ),
        names={"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="4000000000"/>'
               '<cellXfs count="4000000000"><xf numFmtId="14"/></cellXfs></styleSheet>'},
    ),
    "bomb": package(sheet(" " * 60_000_000)),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for a bound on memory")
def test_hostile_files_stay_within_bounded_memory(tmp_path: Path) -> None:
    """In a process of its own: what goes wrong in the reader's library would end it."""
    for name, data in HOSTILE.items():
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cchc_cli.intake.grid import grids\n"
        "from cchc_cli.intake.package import Refusal, unpack\n"
        "for file in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    try:\n"
        "        cells = sum(len(row) for one in grids(unpack(file.read_bytes(), '.xlsx'))"
        " for row in one.rows)\n"
        "        print(file.stem, cells)\n"
        "    except Refusal as error:\n"
        "        print(file.stem, error.code)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM)),
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "bomb form_bomb",
        "counts 1",
        "dimension 1",
        "far form_sheet_big",
        "hidden far form_sheet_big",
        "overflow form_sheet_big",
        "strings 1",
        "wide form_sheet_big",
    ]
