"""The first sheet of a workbook to be filled in: whose it is, what is asked, how to fill it in."""

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cchc_cli.views.excel.contents import GUIDE_WIDTHS, LONG, Contents
from cchc_cli.views.excel.heights import height_of
from cchc_cli.views.excel.looks import Looks
from cchc_cli.views.excel.sheets import ALLOWED, set_up_page
from cchc_cli.views.wording import forms as words

HEADING_HEIGHT = 24
TITLES = 3  # the first row of the titles


def write_guide(book: Workbook, looks: Looks, contents: Contents) -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(words.GUIDE_TAB)
    for at, width in enumerate(GUIDE_WIDTHS):
        sheet.set_column(at, at, width)
    at = _write_names(sheet, looks, contents)
    at = _write_facts(sheet, looks, contents, at + 1)
    at = _write_steps(sheet, looks, at + 1)
    _write_legend(sheet, looks, at + 1)
    sheet.protect("", ALLOWED)
    set_up_page(sheet, contents.footer, pages_high=1)
    sheet.activate()


def _write_names(sheet: Worksheet, looks: Looks, contents: Contents) -> int:
    """Whose form it is, the motto and the titles; the next free row."""
    for at, (name, motto) in enumerate(zip(contents.names, words.MOTTO, strict=True)):
        sheet.set_row(at, name.height)
        look = looks["signature" if at else "above"]
        sheet.merge_range(at, 0, at, 1, "", look)
        sheet.write_string(at, 0, name.text, look)
        sheet.write_string(at, 2, motto, looks["motto"])
    for at, title in enumerate(contents.titles, TITLES):
        sheet.set_row(at, title.height)
        sheet.merge_range(at, 0, at, 2, "", looks["title"])
        sheet.write_string(at, 0, title.text, looks["title"])
    return TITLES + len(contents.titles)


def _write_facts(sheet: Worksheet, looks: Looks, contents: Contents, at: int) -> int:
    """What the form is of; the next free row."""
    for label, fact in zip(words.FACTS, contents.facts, strict=True):
        sheet.set_row(at, fact.height)
        sheet.merge_range(at, 0, at, 1, label, looks["label"])
        sheet.write_string(at, 2, fact.text, looks["fact"])
        at += 1
    return at


def _write_steps(sheet: Worksheet, looks: Looks, at: int) -> int:
    """How to fill it in, step by step; the next free row."""
    sheet.set_row(at, HEADING_HEIGHT)
    sheet.write_string(at, 0, words.STEPS_TITLE, looks["heading"])
    for number, step in enumerate(words.STEPS, 1):
        row = at + number
        sheet.set_row(row, height_of([(step, LONG * sum(GUIDE_WIDTHS[1:]))]))
        sheet.write_string(row, 0, f"{number}.", looks["step_no"])
        sheet.merge_range(row, 1, row, 2, step, looks["step"])
    return at + len(words.STEPS) + 1


def _write_legend(sheet: Worksheet, looks: Looks, at: int) -> None:
    sheet.set_row(at, HEADING_HEIGHT)
    sheet.write_string(at, 0, words.LEGEND, looks["heading"])
    sheet.write_blank(at + 1, 1, None, looks["sample"])
    sheet.write_string(at + 1, 2, words.LEGEND_FILL, looks["step"])
    sheet.write_blank(at + 2, 1, None, looks["locked"])
    sheet.write_string(at + 2, 2, words.LEGEND_LOCKED, looks["step"])
