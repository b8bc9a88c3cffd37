"""CSV for Excel."""

import csv
import io

from cchc_cli.views.sheet import Sheet

BOM = "\ufeff"
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
