"""A workbook to be filled in, written by XlsxWriter: guide, tasks, figures, narrative, seal.

What is read back stands under the keys that ``domain/forms.py`` describes. Everything but the
yellow cells is locked, without a password: that guards against slips, not against intent.
"""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc_cli.domain.forms import (
    FIGURES,
    KEY,
    MARK,
    NARRATIVES,
    SEAL_NAMES,
    SEAL_SHEET,
    TASKS,
    Sheet,
    SheetKey,
)
from cchc_cli.views.excel.contents import WIDTHS, Cell, Contents, Heading, Page, Row
from cchc_cli.views.excel.guide import write_guide
from cchc_cli.views.excel.looks import FONT, SIZE, Look, Looks
from cchc_cli.views.excel.rules import set_rules
from cchc_cli.views.excel.sheets import ALLOWED, set_up_page
from cchc_cli.views.wording import forms as words

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": SIZE},
}
TITLE, ABOUT, KEYS, HEADS, FIRST = range(5)
# Columns that stay in sight while the rest scrolls: the hidden one, then these.
FROZEN: dict[SheetKey, int] = {"tasks": 4, "figures": 3, "narratives": 0}
CENTRED = frozenset({"no", "duty", "unit"})
HEAD_HEIGHT = 48


def write_workbook(contents: Contents) -> bytes:
    """The workbook as the bytes of an .xlsx file; the same contents make the same bytes."""
    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        # The time of making would make every file another one.
        made = datetime(contents.made.year, contents.made.month, contents.made.day, tzinfo=UTC)
        about = {"title": contents.title, "author": contents.author, "created": made}
        book.set_properties(about)
        looks = Looks(book)
        write_guide(book, looks, contents)
        pages = ((TASKS, contents.tasks), (FIGURES, contents.figures))
        for layout, page in (*pages, (NARRATIVES, contents.narratives)):
            _write_page(book, looks, contents, layout, page)
        _seal(book, contents)
    return out.getvalue()


def _write_page(
    book: Workbook, looks: Looks, contents: Contents, layout: Sheet, page: Page
) -> None:
    """A sheet to be filled in."""
    sheet = book.add_worksheet(words.TABS[layout.key])
    _write_head(sheet, looks, layout, page)
    for at, row in enumerate(page.rows, FIRST):
        if isinstance(row, Heading):
            _write_heading(sheet, looks, layout, at, row)
        else:
            _write_row(sheet, looks, layout, at, row)
    last = FIRST + len(page.rows) - 1
    set_rules(sheet, layout.columns, (FIRST, last), contents.first)
    if layout is FIGURES:
        _show_decimals(sheet, looks, last)
    if layout is NARRATIVES:
        _sign(sheet, looks, last + 2)
    sheet.protect("", ALLOWED)
    sheet.freeze_panes(FIRST, FROZEN[layout.key])
    sheet.repeat_rows(HEADS)
    set_up_page(sheet, contents.footer)
    first = next(at for at, column in enumerate(layout.columns, 1) if column.filled)
    sheet.set_selection(FIRST, first, FIRST, first)


def _write_head(sheet: Worksheet, looks: Looks, layout: Sheet, page: Page) -> None:
    """Title, what it is about, the hidden row of keys and the headers."""
    end = len(layout.columns)
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    for at, width in enumerate(WIDTHS[layout.key], 1):
        sheet.set_column(at, at, width)
    sheet.set_row(TITLE, 24)
    sheet.merge_range(TITLE, 1, TITLE, end, words.TITLES[layout.key], looks["title"])
    sheet.set_row(ABOUT, 18)
    sheet.merge_range(ABOUT, 1, ABOUT, end, page.about, looks["about"])
    sheet.set_row(KEYS, None, None, {"hidden": True})
    sheet.set_row(HEADS, HEAD_HEIGHT)
    sheet.write_string(KEYS, 0, layout.mark, looks["key"])
    sheet.write_string(HEADS, 0, MARK + KEY, looks["key"])
    heads = words.HEADERS[layout.key]
    for at, column in enumerate(layout.columns, 1):
        sheet.write_string(KEYS, at, column.mark, looks["key"])
        look: Look = "fill_head" if column.filled else "head"
        sheet.write_string(HEADS, at, heads[column.key], looks[look])


def _write_row(sheet: Worksheet, looks: Looks, layout: Sheet, at: int, row: Row) -> None:
    """A row that is read back: its key, what is shown, and empty cells to be filled in."""
    sheet.set_row(at, row.height)
    sheet.write_string(at, 0, row.key, looks["key"])
    shown = iter(row.cells)
    for column_at, column in enumerate(layout.columns, 1):
        if column.filled:
            sheet.write_blank(at, column_at, None, looks.filled(column.kind))
        else:
            _write_cell(sheet, looks, (at, column_at), next(shown), centred=column.key in CENTRED)


def _write_cell(
    sheet: Worksheet, looks: Looks, place: tuple[int, int], cell: Cell, *, centred: bool
) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, cell, looks["centred" if centred else "shown"])
    elif cell is None:
        sheet.write_blank(*place, None, looks["amount"])
    else:
        sheet.write_number(*place, cell, looks["centred" if centred else "amount"])


def _write_heading(
    sheet: Worksheet, looks: Looks, layout: Sheet, at: int, heading: Heading
) -> None:
    """A row that only heads others; its text runs on over empty cells, merged rows do not sort."""
    for column_at in range(1, len(layout.columns) + 1):
        sheet.write_blank(at, column_at, None, looks["group"])
    sheet.write_string(at, 1, heading.text, looks["group"])


def _show_decimals(sheet: Worksheet, looks: Looks, last: int) -> None:
    """Show the decimals of what is no whole number."""
    for at, column in enumerate(FIGURES.columns, 1):
        if column.kind == "number":
            cell = f"{chr(ord('A') + at)}{FIRST + 1}"
            rule = f"=AND(ISNUMBER({cell}),{cell}<>INT({cell}))"
            look = {"type": "formula", "criteria": rule, "format": looks["broken"]}
            sheet.conditional_format(FIRST, at, last, at, look)


def _sign(sheet: Worksheet, looks: Looks, at: int) -> None:
    """Places for the date and the two who sign."""
    sheet.write_string(at, 3, words.DATED, looks["dated"])
    for column, (who, how) in enumerate(words.SIGNED_BY, 2):
        sheet.write_string(at + 1, column, who, looks["signature"])
        sheet.write_string(at + 2, column, how, looks["signed"])


def _seal(book: Workbook, contents: Contents) -> None:
    """The sheet that says which workbook this is; no menu of Excel's shows it."""
    sheet = book.add_worksheet(SEAL_SHEET)
    for at, (name, value) in enumerate(zip(SEAL_NAMES, contents.seal, strict=True)):
        sheet.write_string(at, 0, name)
        sheet.write_string(at, 1, value)
    sheet.protect("")
    sheet.very_hidden()
