"""Tables and bars on a terminal: the one home of Rich."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from cchc_cli.views.sheet import Column, Section, Sheet, wrapped

# Colour of a cell that is nothing but a sign.
SIGNS = {"■": "green", "▲": "yellow", "✗": "bold red", "◧": "magenta"}


def table(sheet: Sheet, width: int, *, color: bool) -> str:
    """The sheet as tables that fit ``width`` columns."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, highlight=False,
        markup=False, emoji=False,
    )  # fmt: skip
    for line in sheet.above:
        console.print(wrapped(line, width))
    for section in sheet.sections:
        console.print()
        if section.heading:
            console.print(section.heading, style="bold")
        console.print(_grid(sheet, section, width))
    if sheet.below:
        console.print()
        for line in sheet.below:
            console.print(wrapped(line, width, "  "))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _grid(sheet: Sheet, section: Section, width: int) -> Table:
    """A section's rows; the columns of all sections stand under each other."""
    grid = Table(box=None, padding=(0, 1, 0, 0), expand=False, header_style="bold")
    for column, share in zip(sheet.columns, _shares(sheet, width), strict=True):
        justify: Literal["left", "right"] = "right" if column.number else "left"
        grid.add_column(column.head, width=share, overflow="fold", justify=justify)
    for row in section.rows:
        grid.add_row(*(Text(cell, style=SIGNS.get(cell, "")) for cell in row))
    return grid


def _shares(sheet: Sheet, width: int) -> list[int]:
    """The width of each column: whole ones as wide as they need, the others share the rest.

    On a screen so narrow that whole columns would leave no room, all share it.
    """
    columns = list(enumerate(sheet.columns))
    rows = [row for section in sheet.sections for row in section.rows]
    needs = [
        max(map(cell_len, (*_pieces(column), *(row[at] for row in rows)))) for at, column in columns
    ]
    whole = {at for at, column in columns if column.whole or column.number}
    fixed = sum(needs[at] + 1 for at in whole)
    if 2 * fixed > width:
        whole, fixed = set(), 0
    scale = (width - fixed) / sum(column.width for at, column in columns if at not in whole)
    return [
        needs[at] if at in whole else min(needs[at], max(int(column.width * scale) - 1, 3))
        for at, column in columns
    ]


def _pieces(column: Column) -> list[str]:
    """What of a column's head has to stand on one line."""
    return column.head.split() if column.number else [column.head]


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error that grows by one with each call, and is gone at the end."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(
        *columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        redirect_stdout=False, redirect_stderr=False,
    )  # fmt: skip
    with bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
