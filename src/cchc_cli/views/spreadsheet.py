"""CSV for Excel."""

import csv
import io
from datetime import date, datetime

from cchc_cli.views.sheet import Sheet
from cchc_cli.views.tables.model import Table, Value

BOM = "\ufeff"
SHARE_DIGITS = 4
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def comma_separated(sheet: Sheet) -> str:
    """CSV for Excel: a BOM, one head, the section as first column where there are several.

    A cell that a spreadsheet would take for a formula is written as text.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    many = len(sheet.sections) > 1
    heads = [column.head for column in sheet.columns]
    writer.writerow(["Phần", *heads] if many else heads)
    for section in sheet.sections:
        for row in section.rows:
            cells = [section.heading, *row] if many else row
            writer.writerow([_harmless(cell) for cell in cells])
    return BOM + out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) and cell != "-" else cell


def table_csv(table: Table, *, bare: bool = False) -> str:
    """CSV of a table of values: days ``2021-06-14``, numbers with a point, nothing for none.

    Args:
        table: the table.
        bare: for programs other than Excel: no BOM, and every text as it is.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.head for field in table.fields])
    for row in table.rows:
        writer.writerow([_cell(value, bare=bare) for value in row])
    return out.getvalue() if bare else BOM + out.getvalue()


def _cell(value: Value, *, bare: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value if bare else _harmless(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(round(value, SHARE_DIGITS)) if isinstance(value, float) else str(value)
