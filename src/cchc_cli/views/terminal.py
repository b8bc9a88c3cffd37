"""Tables on a terminal: the one home of Rich."""

import io

from rich.console import Console
from rich.table import Table

from cchc_cli.views.sheet import Sheet, wrapped


def table(sheet: Sheet, width: int, *, color: bool) -> str:
    """The sheet as tables that fit ``width`` columns."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, highlight=False
    )
    for line in sheet.above:
        console.print(wrapped(line, width), markup=False)
    for section in sheet.sections:
        console.print()
        if section.heading:
            console.print(section.heading, style="bold", markup=False)
        grid = Table(box=None, padding=(0, 1, 0, 0), expand=False, header_style="bold")
        total = sum(column.width for column in sheet.columns)
        for column in sheet.columns:
            share = max(column.width * width // total - 1, 4)
            grid.add_column(column.head, max_width=share, overflow="fold")
        for row in section.rows:
            grid.add_row(*(_literal(cell) for cell in row))
        console.print(grid)
    if sheet.below:
        console.print()
        for line in sheet.below:
            console.print(wrapped(line, width, "  "), markup=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _literal(cell: str) -> str:
    return cell.replace("[", "\\[")
