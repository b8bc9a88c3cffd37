"""Workbooks filled in by other programs than ours: openpyxl, and LibreOffice by its formulas."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from cchc_cli.views.wording.forms import TABS
from tests.cli.town import Unit

TASKS, FIGURES, WORDS = TABS["tasks"], TABS["figures"], TABS["narratives"]
COLUMNS = {TASKS: "result", FIGURES: "now", WORDS: "text"}


def opened(file: Path) -> Any:
    """A workbook."""
    return openpyxl.load_workbook(BytesIO(file.read_bytes()))


def cell(book: Any, tab: str, key: str, column: str | None = None) -> Any:
    """The cell in the row of a key, under the column that its hidden key names."""
    sheet = book[tab]
    marks = {one.value: one.column for one in sheet[3]}
    row = next(one.row for one in sheet["A"] if one.value == key)
    return sheet.cell(row, marks[f"#{column or COLUMNS[tab]}"])


def values(unit: Unit) -> Iterable[tuple[str, str, str, Any]]:
    """What a unit fills in, as (sheet, key, column, value)."""
    for key, cells in unit.tasks.items():
        for column, value in cells.items():
            yield TASKS, key, column, value
    for key, value in unit.figures.items():
        yield FIGURES, key, "now", value
    for key, value in unit.words.items():
        yield WORDS, key, "text", value


def fill(book: Any, unit: Unit) -> None:
    """Fill in everything, as a person would type it."""
    for tab, key, column, value in values(unit):
        cell(book, tab, key, column).value = value


def filled(file: Path, unit: Unit, target: Path) -> Path:
    """A workbook filled in and saved elsewhere."""
    book = opened(file)
    fill(book, unit)
    book.save(target)
    return target


def by_formulas(file: Path, unit: Unit, target: Path) -> Path:
    """A workbook in which all is yet to be calculated: who opens it has to do that."""
    book = opened(file)
    for tab, key, column, value in values(unit):
        cell(book, tab, key, column).value = _formula(value)
    book.save(target)
    return target


def _formula(value: object) -> str:
    if isinstance(value, date):
        return f"=DATE({value.year},{value.month},{value.day})"
    if isinstance(value, str):
        return f'=CONCATENATE("{value[:3]}","{value[3:]}")'
    return f"={value}*4/4"


def has_calc() -> bool:
    """Whether LibreOffice is there with the part that reads workbooks, which comes on its own."""
    program = shutil.which("soffice")
    if program is None:
        return False
    folder = Path(program).resolve().parent
    parts = list(folder.glob("libsw*lo.so"))
    return not parts or (folder / "libsclo.so").is_file()


def calculated(files: Iterable[Path], target: Path, profile: Path) -> None:
    """Have LibreOffice open the workbooks, calculate them and save them, in one call."""
    program = shutil.which("soffice") or ""
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target), *map(str, files)],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip


def told(book: Any, unit: Unit) -> Mapping[tuple[str, str, str], object]:
    """What stands in the cells that a unit filled in."""
    return {
        (tab, key, column): cell(book, tab, key, column).value
        for tab, key, column, _ in values(unit)
    }
