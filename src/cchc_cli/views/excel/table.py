"""A table of values as an Excel workbook: typed cells, a frozen head that filters, print set-up.

Rows are written one by one and not kept, so that a long table takes no more memory than a short
one. A text is always written as a text: nothing becomes a formula or a link. The same table makes
the same bytes.
"""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.errors import OutputFault
from cchc_cli.views.printable import printable
from cchc_cli.views.tables.model import Field, FieldKind, Table, Value
from cchc_cli.views.wording import tables as words

FONT = "Times New Roman"
A3, A4 = 8, 9
# What one sheet and one cell of Excel hold.
MOST_ROWS = 1_048_575
LONGEST = 32_767
# Excel counts a 29 February 1900 that never was.
FIRST_YEAR = 1900
FORMATS: dict[FieldKind, dict[str, object]] = {
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "number": {"num_format": "#,##0"},
    "share": {"num_format": "0.00%"},
    "date": {"num_format": "dd/mm/yyyy", "align": "center"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}
BASE: dict[str, object] = {"font_name": FONT, "font_size": 11, "valign": "top", "border": 1}
HEAD: dict[str, object] = {
    **BASE,
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#D9E2F3",
}
HEAD_HEIGHT = 48
# The height of a line, and how many lines the highest row of Excel has room for.
LINE, MOST_LINES = 15, 27
# Letters of the font that fit into a unit of width, words that do not break allowed for.
FITTING = 1.1
ABOUT_WIDTH = 100
# A wider table would be too small to read on one page.
A4_WIDTH, A3_WIDTH = 180, 330
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def table_workbook(table: Table) -> bytes:
    """The table as an .xlsx file.

    Raises:
        OutputFault: if it has more rows than a sheet can hold.
    """
    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        # The time of making would make every file another one.
        made = datetime.combine(table.today, time())
        book.set_properties({"title": table.name, "created": made})
        _fill(book, table)
        _tell(book, table)
    return out.getvalue()


def _fill(book: Workbook, table: Table) -> None:
    """The rows under their head."""
    sheet = book.add_worksheet(table.name)
    head = book.add_format(HEAD)
    sheet.set_row(0, HEAD_HEIGHT)
    formats = {kind: book.add_format({**BASE, **own}) for kind, own in FORMATS.items()}
    for at, field in enumerate(table.fields):
        sheet.set_column(at, at, field.width)
        sheet.write_string(0, at, field.head, head)
    last = 0
    for last, row in enumerate(table.rows, 1):
        if last > MOST_ROWS:
            raise OutputFault("too_many_rows", number=MOST_ROWS)
        # A row's height has to be said before its cells.
        sheet.set_row(last, LINE * _lines(table.fields, row))
        for at, (field, value) in enumerate(zip(table.fields, row, strict=True)):
            _write(sheet, last, at, value, formats[field.kind])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, max(len(table.fields) - 1, 0))
    _set_up_print(sheet, table)


def _lines(fields: Sequence[Field], row: Sequence[Value]) -> int:
    """About how many lines the longest text of a row takes; not every program finds out itself."""
    texts = [(one, int(field.width * FITTING)) for field, one in zip(fields, row, strict=True)]
    lines = [
        sum(1 + len(part) // width for part in text.split("\n"))
        for text, width in texts
        if isinstance(text, str)
    ]
    return min(max(lines, default=1), MOST_LINES)


def _write(sheet: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    """A cell by what its value is; a day that Excel cannot count is a text."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        _write_text(sheet, row, column, fitting(value), look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif value.year <= FIRST_YEAR:
        sheet.write_string(row, column, value.isoformat(), look)
    else:
        sheet.write_datetime(row, column, value, look)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """A text, also one that the library would take for its own markup and write unescaped."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[:1], look, text[1:2], look, text[2:], look)
    else:
        sheet.write_string(row, column, text, look)


def fitting(text: str) -> str:
    """A text that a cell can hold; Excel refuses a file with a longer one."""
    kept = printable(text)
    return kept if len(kept) <= LONGEST else kept[: LONGEST - len(words.CUT)] + words.CUT


def _set_up_print(sheet: Worksheet, table: Table) -> None:
    sheet.set_landscape()
    width = sum(field.width for field in table.fields)
    sheet.set_paper(A3 if width > A4_WIDTH else A4)
    sheet.fit_to_pages(1 + width // A3_WIDTH, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{table.name}&R{words.PAGE}")


def _tell(book: Workbook, table: Table) -> None:
    """What has to be known to read the table; elsewhere, for its head is the first row."""
    sheet = book.add_worksheet(words.ABOUT_TAB)
    sheet.set_column(0, 0, ABOUT_WIDTH)
    look = book.add_format({"font_name": FONT, "font_size": 11, "text_wrap": True})
    for at, line in enumerate(table.about):
        _write_text(sheet, at, 0, fitting(line), look)
