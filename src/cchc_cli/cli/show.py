"""From a result to the form that was asked for: the door behind which views are loaded."""

import os
import shutil
from pathlib import Path
from typing import Literal

from cchc_cli import output
from cchc_cli.views.sheet import Sheet, markdown, plain

Form = Literal["table", "plain", "json", "csv", "md", "xlsx", "ics"]
FORMS: tuple[Form, ...] = ("table", "plain", "json", "csv", "md")
# What is a table of values, and what has days, can be had in more forms.
TABLE_FORMS: tuple[Form, ...] = ("table", "plain", "json", "csv", "xlsx", "md")
DATED_FORMS: tuple[Form, ...] = ("table", "plain", "json", "csv", "xlsx", "ics", "md")
TEXT_FORMS: tuple[Form, ...] = ("table", "plain", "json", "md")
RICH_ROWS = 300
UNLIMITED = 10_000


def form_or_default(form: Form | None, target: Path | None) -> Form:
    """The chosen form; else a table on a terminal and plain text in a pipe or a file."""
    if form is not None:
        return form
    return "table" if target is None and output.on_terminal() else "plain"


def screen_width() -> int:
    """Columns of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def text_width(form: Form) -> int:
    """How wide texts and their cells may be: as the screen in a table, unlimited elsewhere."""
    return screen_width() if form == "table" else UNLIMITED


def sheet_text(sheet: Sheet, form: Form) -> str:
    """A sheet in a form other than JSON; tables of many rows fall back to plain text."""
    if form == "csv":
        from cchc_cli.views.spreadsheet import comma_separated

        return comma_separated(sheet)
    if form == "md":
        return markdown(sheet)
    if form == "plain" or sum(len(section.rows) for section in sheet.sections) > RICH_ROWS:
        return plain(sheet)
    from cchc_cli.views.terminal import table

    color = output.on_terminal() and "NO_COLOR" not in os.environ
    return table(sheet, screen_width(), color=color)


def show(text: str, target: Path | None) -> None:
    """Write the result."""
    output.write(text, target)
