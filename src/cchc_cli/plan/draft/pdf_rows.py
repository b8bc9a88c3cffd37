"""Ruled tables of single pages made into whole ones: a table goes on over the ends of pages."""

from collections.abc import Iterator, Sequence

from cchc_cli.plan.draft.blocks import Cell, Row, Table
from cchc_cli.plan.draft.lines import begins_item, goes_on, join
from cchc_cli.plan.draft.pdf_layout import Ruled
from cchc_cli.plan.draft.pdf_tables import NEAR


def tables_of(parts: Sequence[Ruled]) -> Iterator[Table]:
    """The tables of parts that follow one another with no line of text between."""
    waiting: list[Row] = []
    before: Ruled | None = None
    for part in parts:
        rows = list(_rows(part))
        if before is not None and not _goes_on(before, part):
            yield Table(tuple(waiting), waiting[0][0].place)
            waiting = []
        elif before is not None:
            rows = _seam(waiting, rows)
        waiting.extend(rows)
        before = part
    if waiting:
        yield Table(tuple(waiting), waiting[0][0].place)


def _goes_on(before: Ruled, part: Ruled) -> bool:
    """Whether a table is the rest of the one on the page before: its columns are the same."""
    one, other = before.grid.columns, part.grid.columns
    next_page = part.places[0].page == before.places[0].page + 1
    return next_page and (
        len(one) == len(other)
        and all(abs(x - y) <= NEAR * 2 for x, y in zip(one, other, strict=True))
    )


def _rows(part: Ruled) -> Iterator[Row]:
    """The rows of a table; a cell over several rows stands in the first and continues below."""
    grid = part.grid
    for row in range(grid.rows):
        cells = []
        for area, text, place in zip(grid.areas, part.texts, part.places, strict=True):
            if area.row <= row < area.row + area.down:
                above = row > area.row
                cells.append((area.column, area.across, "" if above else text, place, above))
        yield tuple(
            Cell(_cell_text(text), place, across, above)
            for _, across, text, place, above in sorted(cells, key=lambda one: one[0])
        )


def _cell_text(text: str) -> str:
    """The lines of a cell, joined but where an item begins or a sentence ended before."""
    kept: list[str] = []
    for line in text.split("\n"):
        if kept and (goes_on(kept[-1], line) or not begins_item(line)):
            kept[-1] = join(kept[-1], line)
        elif line:
            kept.append(line)
    return "\n".join(kept)


def _seam(before: list[Row], rows: list[Row]) -> list[Row]:
    """The rows of the next page: without the heads that are printed again, a cut row made whole."""
    heads = 0
    while heads < min(len(before), len(rows) - 1) and _same(before[heads], rows[heads]):
        heads += 1
    rows = rows[heads:]
    if rows and before and _cut(before[-1], rows[0]):
        before[-1] = tuple(map(_whole, before[-1], rows[0]))
        rows = rows[1:]
    return rows


def _same(one: Row, other: Row) -> bool:
    return [cell.text for cell in one] == [cell.text for cell in other] and any(
        cell.text for cell in one
    )


def _cut(above: Row, below: Row) -> bool:
    """Whether a row is the rest of the one above: it has no number of its own."""
    if len(above) != len(below) or any(cell.above for cell in (*above, *below)):
        return False
    return bool(above[0].text) and not below[0].text and any(cell.text for cell in below[1:])


def _whole(above: Cell, below: Cell) -> Cell:
    if not below.text:
        return above
    return above._replace(text=join(above.text, below.text) if above.text else below.text)
