"""Tables of Word: rows of cells with what they cover, inner tables flattened into lines."""

from collections.abc import Iterator
from typing import Protocol
from xml.etree import ElementTree as ET

from cchc_cli.plan.draft.blocks import Cell, Place, Row, Table
from cchc_cli.plan.draft.word_package import W
from cchc_cli.plan.draft.word_styles import whole

_VAL = W + "val"
_ROW, _CELL, _TABLE = W + "tr", W + "tc", W + "tbl"
# A real grid has a few dozen columns; more is made up.
MOST_COLUMNS = 200
DEEPEST_TABLE = 8
_THROUGH = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")}


class Walker(Protocol):
    """Reads what stands in a cell, and keeps count of the paragraphs."""

    @property
    def place(self) -> Place:
        """Where the reading is."""

    def content(self, element: ET.Element) -> Iterator[ET.Element]:
        """Paragraphs and tables below an element."""

    def lines(self, element: ET.Element) -> Iterator[str]:
        """The lines of a paragraph with its label."""

    def too_deep(self) -> None:
        """Note that tables stand within tables beyond all measure."""


def table_of(element: ET.Element, walker: Walker) -> Table:
    """A table; rows that were deleted are left out."""
    place = Place(walker.place.line + 1)
    rows = tuple(_row(row, walker) for row in _below(element, _ROW) if not _deleted(row))
    return Table(tuple(row for row in rows if row), place)


def body_of_frame(element: ET.Element) -> list[ET.Element] | None:
    """The cells of a table with one column, which only frames a text; None for a real table."""
    cells = [list(_below(row, _CELL)) for row in _below(element, _ROW) if not _deleted(row)]
    if any(len(row) != 1 for row in cells):
        return None
    return [row[0] for row in cells]


def _below(element: ET.Element, tag: str, depth: int = 0) -> Iterator[ET.Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH and depth < DEEPEST_TABLE:
            yield from _below(child, tag, depth + 1)


def _deleted(row: ET.Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _row(row: ET.Element, walker: Walker) -> Row:
    cells: list[Cell] = []
    before, after = (_number(row, f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter"))
    if before:
        cells.append(Cell("", walker.place, before))
    cells.extend(_cell(one, walker) for one in _below(row, _CELL))
    if after:
        cells.append(Cell("", walker.place, after))
    return tuple(cells) if any(cell.text or cell.above for cell in cells) else ()


def _number(element: ET.Element, path: str, default: int = 0) -> int:
    found = element.find(path)
    return default if found is None else min(whole(found.get(_VAL), default), MOST_COLUMNS)


def _cell(cell: ET.Element, walker: Walker) -> Cell:
    place = Place(walker.place.line + 1)
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    above = merge is not None and merge.get(_VAL, "continue") == "continue"
    text = "\n".join(line for line in _lines(cell, walker, 0) if line)
    across = max(_number(cell, f"{W}tcPr/{W}gridSpan", 1), 1)
    return Cell("" if above else text, place, across, above)


def _lines(cell: ET.Element, walker: Walker, depth: int) -> Iterator[str]:
    for element in walker.content(cell):
        if element.tag != _TABLE:
            yield from walker.lines(element)
        elif depth < DEEPEST_TABLE:
            yield from _inner(element, walker, depth + 1)
        else:
            walker.too_deep()


def _inner(table: ET.Element, walker: Walker, depth: int) -> Iterator[str]:
    """A row of an inner table as a line; two cells are a label and what it says."""
    for row in _below(table, _ROW):
        cells = [" ".join(_lines(cell, walker, depth)) for cell in _below(row, _CELL)]
        said = [cell for cell in cells if cell]
        label = len(said) == 2 and not said[0].endswith((":", "."))
        yield (": " if label else " ").join(said)
