"""The refused workbook as it goes back: cells at fault in red, each with a comment, and a list.

The one home of openpyxl, which keeps what it does not know of worse than it could; so a file goes
through it only to go back to whoever sent it, never to be read by the program.
"""

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from cchc_cli.domain.returned import FormFault
from cchc_cli.views.returns import fault_text, header_text
from cchc_cli.views.wording import returns as words

RED = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
COMMENT_WIDTH, LINE_HEIGHT, LINE_LETTERS = 320, 22, 42
LINE = 15.5  # points
WIDTHS = (6, 16, 8, 30, 90)
FONT = "Times New Roman"
FIRST_ROW = 5
HEAD = PatternFill("solid", start_color="FFD9E2F3", end_color="FFD9E2F3")
# What a cell to be filled in looks like without a mark.
_FILLED = PatternFill("solid", start_color="FFFFF9DB", end_color="FFFFF9DB")


class Unmarkable(Exception):
    """The workbook cannot be written again."""


def marked(workbook: bytes, faults: Iterable[FormFault]) -> bytes:
    """A workbook with its faults marked, those of an earlier return wiped off.

    Args:
        workbook: a file that was looked through before.
        faults: with the names that its sheets have in it.

    Raises:
        Unmarkable: if openpyxl cannot read or write it.
    """
    faults = tuple(faults)
    try:
        with warnings.catch_warnings():
            # It warns of every part that it will not keep.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(workbook), keep_links=False)
            _wipe(book)
            for (sheet, cell), text in _by_cell(faults).items():
                if sheet in book.sheetnames:
                    _mark(book[sheet], cell, text)
            _list(book, faults)
            out = BytesIO()
            book.save(out)
    except Exception as error:
        # Whatever a stranger's file makes of a library: it is named, and the next one goes on.
        raise Unmarkable(type(error).__name__) from error
    return out.getvalue()


def _by_cell(faults: Iterable[FormFault]) -> Mapping[tuple[str, str], str]:
    """What is wrong with each cell; several faults of one stand below each other."""
    found: dict[tuple[str, str], str] = {}
    for one in faults:
        if one.spot.cell:
            place = (one.spot.sheet, one.spot.cell)
            text = _sentence(one)
            found[place] = f"{found[place]}\n{text}" if place in found else text
    return found


def _sentence(fault: FormFault) -> str:
    text = fault_text(fault)
    return f"{text[:1].upper()}{text[1:]}."


def _mark(sheet: Worksheet, cell: str, text: str) -> None:
    target = sheet[cell]
    if isinstance(target, MergedCell):
        return
    comment = Comment(text, words.MARKED_BY, width=COMMENT_WIDTH)
    lines = sum(len(line) // LINE_LETTERS + 1 for line in text.splitlines())
    comment.height = LINE_HEIGHT * (lines + 1)
    target.comment = comment
    target.fill = RED


def _wipe(book: Workbook) -> None:
    """Take away the marks of an earlier return."""
    for sheet in book.worksheets:
        if sheet.title == words.FAULT_TAB and sheet["A1"].value == words.FAULT_TITLE:
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and cell.comment.author == words.MARKED_BY:
                    cell.comment = None
                    cell.fill = _FILLED


def _list(book: Workbook, faults: Iterable[FormFault]) -> None:
    """The list of all faults, as the first sheet."""
    sheet = book.create_sheet(words.FAULT_TAB, 0)
    book.active = 0
    sheet["A1"], sheet["A2"] = words.FAULT_TITLE, words.FAULT_HOW
    sheet["A1"].font = Font(name=FONT, size=14, bold=True)
    sheet["A2"].font = Font(name=FONT, size=11, italic=True)
    sheet["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    sheet.row_dimensions[2].height = 34
    for at, (head, width) in enumerate(zip(words.FAULT_HEADS, WIDTHS, strict=True), 1):
        cell = sheet.cell(FIRST_ROW - 1, at, head)
        cell.font = Font(name=FONT, size=11, bold=True)
        cell.fill = HEAD
        sheet.column_dimensions[cell.column_letter].width = width
    for number, one in enumerate(faults, 1):
        _row(sheet, FIRST_ROW + number - 1, number, one)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


def _row(sheet: Worksheet, at: int, number: int, fault: FormFault) -> None:
    place, sentence = fault.spot, _sentence(fault)
    told = (place.sheet or words.WHOLE_FILE, place.cell, header_text(fault), sentence)
    sheet.cell(at, 1, number)
    for column, text in enumerate(told, 2):
        cell = sheet.cell(at, column, text)
        # A sheet's name or what was found may begin like a formula.
        cell.data_type = "s"
    for one in sheet[at]:
        one.font = Font(name=FONT, size=11)
        one.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[at].height = LINE * (len(sentence) // WIDTHS[-1] + 1)
    if place.cell:
        title = place.sheet.replace("'", "''")
        link = sheet.cell(at, 3)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{title}'!{place.cell}")
        link.font = Font(name=FONT, size=11, color="FF0563C1", underline="single")
