"""Workbooks as units send them back: ours, changed by openpyxl, and packages made by hand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from cchc_cli.domain.forms import Seal, task_key
from cchc_cli.domain.returned import FormFault, Returned
from cchc_cli.intake.rows import Indicators
from cchc_cli.intake.workbook import Expected, read_workbook
from cchc_cli.services.collecting import form_of, whom_to_ask
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.excel.forms import FormMaker
from cchc_cli.views.wording.forms import TABS
from tests.services.real import agency, plan_of_2021
from tests.services.recorded import book_with

TODAY = date(2021, 6, 12)
TASKS, FIGURES, WORDS = TABS["tasks"], TABS["figures"], TABS["narratives"]
Change = Callable[[Any], None]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@cache
def blank(ident: str = "stp", period: str = "h1") -> bytes:
    """The workbook that a unit gets by the plan of 2021, before anything is recorded."""
    plan = plan_of_2021()
    book, unit = book_with(plan), agency(plan, ident)
    asked = whom_to_ask(book, parse_period(plan, period), unit)
    return FormMaker().workbook(form_of(book, asked, unit, date(2021, 6, 10)))


def changed(data: bytes, *changes: Change) -> bytes:
    """A workbook after a person worked on it by another program."""
    book = openpyxl.load_workbook(BytesIO(data))
    for change in changes:
        change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def put(tab: str, cells: Mapping[str, object]) -> Change:
    """Write cells of a sheet."""

    def change(book: Any) -> None:
        for cell, value in cells.items():
            book[tab][cell] = value

    return change


def expected(today: date = TODAY) -> Expected:
    """What the reader knows of the plan of 2021, any unit's workbook taken."""
    plan = plan_of_2021()
    asked = whom_to_ask(book_with(plan), parse_period(plan, "h1"))

    def keys(seal: Seal) -> Sequence[str]:
        return [task_key(one.duty.id, one.key) for one in asked.duties[seal.agency]]

    def refuse(seal: Seal) -> FormFault | None:
        return None if seal.plan == plan.id else FormFault("form_other_plan", found=seal.plan)

    names = {one.id: one.name for one in plan.indicators}
    units = {one.id: one.unit for one in plan.indicators}
    return Expected(today, Indicators(names, units), refuse, keys)


def read(folder: Path, data: bytes, name: str = "stp.xlsx") -> Returned:
    """What the reader makes of a file."""
    file = folder / name
    file.write_bytes(data)
    return read_workbook(file, expected())


def codes(returned: Returned) -> list[tuple[str, str, str]]:
    """The faults as (code, cell, what was found)."""
    return [(one.code.removeprefix("form_"), one.spot.cell, one.found) for one in returned.faults]


def package(sheet: str, *, names: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet, written by hand; ``names`` are further parts, or other ones."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
            '<sheet name="Trang" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **(names or {}),
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def sheet(rows: str) -> str:
    """The XML of a sheet."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
