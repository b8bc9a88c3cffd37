"""A sheet: lines above, tables in sections, lines below; and its plain and Markdown text."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

PERCENT, TIED = " %", "\N{NO-BREAK SPACE}%"


class Column(NamedTuple):
    """A column: its key in machine output, its head, and its share of a narrow screen.

    Cells of a ``whole`` column are never broken over lines. Those of a ``number`` column neither,
    and they stand to the right; its head may be broken between words.
    """

    key: str
    head: str
    width: int
    whole: bool = False
    number: bool = False

    def placed(self, cell: str, width: int) -> str:
        """A cell in a column that is ``width`` wide."""
        return cell.rjust(width) if self.number else cell.ljust(width)


class Section(NamedTuple):
    """Rows under a heading; every row has one text a column."""

    heading: str
    rows: Sequence[Sequence[str]]


class Sheet(NamedTuple):
    """A result ready to be shown."""

    above: Sequence[str]
    columns: Sequence[Column]
    sections: Sequence[Section]
    below: Sequence[str] = ()


def plain(sheet: Sheet) -> str:
    """Text for pipes: one row a line, columns aligned, nothing wrapped or cut."""
    lines = [*sheet.above]
    rows = [row for section in sheet.sections for row in section.rows]
    heads = [column.head for column in sheet.columns]
    widths = [max(map(len, cells)) for cells in zip(heads, *rows, strict=True)] if rows else []
    for section in sheet.sections:
        if lines:
            lines.append("")
        if section.heading:
            lines.append(section.heading)
        for row in [heads, *section.rows]:
            cells = map(Column.placed, sheet.columns, row, widths)
            lines.append("  ".join(cells).rstrip())
    if sheet.below:
        lines.extend(["", *sheet.below])
    return "\n".join(lines) + "\n"


def markdown(sheet: Sheet) -> str:
    """Markdown: pipe tables under headings."""
    blocks = ["\n\n".join(sheet.above)] if sheet.above else []
    for section in sheet.sections:
        if section.heading:
            blocks.append(f"## {section.heading}")
        head = [column.head for column in sheet.columns]
        rule = ["---:" if column.number else "---" for column in sheet.columns]
        lines = [_pipe_row(head), _pipe_row(rule)]
        lines.extend(_pipe_row([_escaped(cell) for cell in row]) for row in section.rows)
        blocks.append("\n".join(lines))
    if sheet.below:
        blocks.append("\n".join(f"- {line}" for line in sheet.below if line))
    return "\n\n".join(blocks) + "\n"


def _pipe_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", " ")


def wrapped(text: str, width: int = 80, indent: str = "") -> str:
    """A paragraph wrapped to ``width``; lines after the first hang by ``indent``.

    A percent sign stays with its figure.
    """
    filled = textwrap.fill(
        text.replace(PERCENT, TIED),
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(TIED, PERCENT)
