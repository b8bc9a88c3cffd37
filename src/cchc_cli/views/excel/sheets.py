"""What all sheets of a workbook to be filled in have in common on paper and under lock."""

from xlsxwriter.worksheet import Worksheet

from cchc_cli.views.excel.table import A4
from cchc_cli.views.wording import forms as words

# Locked cells may still be made wider and higher, to read them.
ALLOWED = {"format_columns": True, "format_rows": True}


def set_up_page(sheet: Worksheet, footer: str, *, pages_high: int = 0) -> None:
    """A4 across, as wide as the page, the unit's name and the page's number below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, pages_high)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L{footer}&R{words.PAGE}")
