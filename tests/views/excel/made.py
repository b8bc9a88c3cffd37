"""Workbooks made for tests, and opened by a program that did not write them."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl

from cchc_cli.domain.forms import Sheet
from cchc_cli.services.collecting import Form, form_of, whom_to_ask
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.excel.forms import FormMaker
from cchc_cli.views.wording import forms as words
from tests.services.real import agency
from tests.services.recorded import IN_JULY, book_of_2021


def form(ident: str = "stp", period: str = "h1", today: date = IN_JULY) -> Form:
    """What a unit is asked by the plan of 2021, with half a year of entries."""
    book = book_of_2021()
    unit = agency(book.plan, ident)
    return form_of(book, whom_to_ask(book, parse_period(book.plan, period), unit), unit, today)


def made(one: Form) -> bytes:
    """The workbook of a form."""
    return FormMaker().workbook(one)


def opened(data: bytes) -> Any:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(data))


def page(book: Any, layout: Sheet) -> Any:
    """A sheet to be filled in."""
    return book[words.TABS[layout.key]]


def texts(sheet: Any) -> list[list[object]]:
    """The values of all cells, row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
