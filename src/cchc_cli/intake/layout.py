"""Finding the sheets to be read, and the columns and rows in them, wherever they are by now.

First by the hidden keys (see ``domain/forms.py``); where those were deleted, by the headers that a
person reads.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc_cli.domain.forms import KEY, MARK, SHEETS, Column, Sheet
from cchc_cli.domain.returned import FormFault, Spot, Spots
from cchc_cli.intake.grid import Grid
from cchc_cli.intake.labels import label
from cchc_cli.intake.package import Refusal
from cchc_cli.intake.scan import MAX_AREA, Place, column_name, place_name
from cchc_cli.intake.values import Value, is_blank
from cchc_cli.views.wording.forms import HEADERS, TABS

# Rows above the headers that are looked through.
DEPTH = 60
# Headers that have to be there for a sheet to be known by them.
ENOUGH = 2
_HEADS = {
    sheet: {key: label(head) for key, head in heads.items()} for sheet, heads in HEADERS.items()
}
_ANY_HEAD = frozenset(head for heads in _HEADS.values() for head in heads.values())


class Table(NamedTuple):
    """A sheet to be read.

    Attributes:
        columns: where each column stands, by its key.
        key_at: where the hidden column stands; None if it was deleted.
        first: the row below the headers.
        spread: cells that take their value from another one, by merging.
        letters: of the columns, by their keys.
        fills: the columns that a unit fills in; ``twice`` those of them that are there twice.
    """

    sheet: Sheet
    grid: Grid
    columns: Mapping[str, int]
    key_at: int | None
    first: int
    spread: Mapping[Place, Place]
    fills: tuple[Column, ...]
    letters: Mapping[str, str]
    twice: tuple[str, ...] = ()

    def value(self, row: int, column: str) -> Value:
        """What stands in a row under a column; of merged cells what is seen there."""
        at = self.columns.get(column)
        if at is None:
            return ""
        if self.spread:
            row, at = self.spread.get((row, at), (row, at))
        cells = self.grid.rows[row]
        return cells[at] if at < len(cells) else ""

    def spots(self, row: int) -> Spots:
        """Where the cells of a row stand."""
        return Spots(self.grid.name, self.sheet.key, row + 1, self.letters)

    def spot(self, row: int, column: str) -> Spot:
        """Where a cell stands."""
        return self.spots(row).of(column)

    def key(self, row: int) -> str:
        """The hidden key of a row; empty if it has none."""
        cells = self.grid.rows[row]
        value = cells[self.key_at] if self.key_at is not None and self.key_at < len(cells) else ""
        return value.strip() if isinstance(value, str) else ""

    def filled(self, row: int) -> list[str]:
        """The columns to be filled in that say something in a row."""
        return [one.key for one in self.fills if not is_blank(self.value(row, one.key))]

    def rows(self) -> Iterator[int]:
        """The rows below the headers."""
        return iter(range(self.first, len(self.grid.rows)))

    def faults(self) -> list[FormFault]:
        """Columns that a unit fills in and that are gone, or there twice."""
        tab = self.grid.name
        gone = [one.key for one in self.fills if one.key not in self.columns]
        return [
            FormFault(code, Spot(tab, "", (self.sheet.key, key)))
            for code, keys in (("form_column_gone", gone), ("form_column_twice", self.twice))
            for key in keys
        ]


def table_of(grid: Grid) -> Table | None:
    """The grid as one of the sheets to be read; None if it is none.

    Raises:
        Refusal: if so much is merged that it cannot be told what belongs where.
    """
    top = grid.rows[:DEPTH]
    for at, row in enumerate(top):
        marks = [one.strip() for one in row if isinstance(one, str) and one.startswith(MARK)]
        for sheet in SHEETS if marks else ():
            if sheet.mark in marks or _by_marks(sheet, marks):
                return _marked(grid, sheet, at)
    for at, row in enumerate(top):
        heads = [label(one) for one in row]
        for sheet in () if _ANY_HEAD.isdisjoint(heads) else SHEETS:
            columns = _by_heads(sheet, heads)
            if len(columns) > ENOUGH - 1 and all(one.key in columns for one in sheet.filled):
                return _table(grid, sheet, columns, at + 1, _place(row, MARK + KEY))
    return None


def _by_marks(sheet: Sheet, marks: list[str]) -> bool:
    """Whether these are the column keys of a sheet whose own mark is gone."""
    return sum(one.mark in marks for one in sheet.columns) > len(sheet.columns) / 2


def _marked(grid: Grid, sheet: Sheet, at: int) -> Table:
    marks = [one.strip() if isinstance(one, str) else "" for one in grid.rows[at]]
    columns = {one.key: marks.index(one.mark) for one in sheet.columns if one.mark in marks}
    counts = Counter(marks)
    twice = tuple(one.key for one in sheet.filled if counts[one.mark] > 1)
    below = range(at + 1, min(at + DEPTH, len(grid.rows)))
    keyed = next((n for n in below if _place(grid.rows[n], MARK + KEY) is not None), None)
    headed = keyed if keyed is not None else _headed(grid, sheet, below)
    key_at = _place(marks, sheet.mark)
    if headed is None:
        return _table(grid, sheet, columns, at + 1, key_at)._replace(twice=twice)
    heads = [label(one) for one in grid.rows[headed]]
    # A column whose own mark was deleted is known by its header still.
    columns = {**_by_heads(sheet, heads), **columns}
    if keyed is not None:
        key_at = _place(grid.rows[keyed], MARK + KEY)
    return _table(grid, sheet, columns, headed + 1, key_at)._replace(twice=twice)


def _table(
    grid: Grid, sheet: Sheet, columns: Mapping[str, int], first: int, key_at: int | None
) -> Table:
    letters = {key: column_name(at) for key, at in columns.items()}
    return Table(sheet, grid, columns, key_at, first, _spread(grid, first), sheet.filled, letters)


def _headed(grid: Grid, sheet: Sheet, rows: range) -> int | None:
    for at in rows:
        heads = [label(one) for one in grid.rows[at]]
        if len(_by_heads(sheet, heads)) >= ENOUGH:
            return at
    return None


def _by_heads(sheet: Sheet, heads: list[str]) -> dict[str, int]:
    """Where columns stand by the headers that are read."""
    known = _HEADS[sheet.key]
    return {
        one.key: heads.index(known[one.key]) for one in sheet.columns if known[one.key] in heads
    }


def _place(row: list[Value] | list[str], text: str) -> int | None:
    return next(
        (n for n, one in enumerate(row) if isinstance(one, str) and one.strip() == text), None
    )


def _spread(grid: Grid, first: int) -> dict[Place, Place]:
    """The cells below a merged one, in its own column.

    Raises:
        Refusal: if they are more than there can be cells.
    """
    found: dict[Place, Place] = {}
    room = MAX_AREA
    for (top, left), (bottom, _) in grid.merged:
        if top < first or bottom == top:
            continue
        rows = range(top + 1, min(bottom, len(grid.rows) - 1) + 1)
        room -= len(rows) + 1
        if room < 0:
            raise Refusal("form_sheet_big", sheet=grid.name, cell=place_name((top, left)))
        found.update({(row, left): (top, left) for row in rows})
    return found


def missing_sheets(found: list[Table]) -> list[FormFault]:
    """Sheets that are gone, or there twice."""
    counts = Counter(one.sheet.key for one in found)
    return [
        FormFault("form_sheet_gone" if not counts[one.key] else "form_sheet_twice",
                  values={"sheet": TABS[one.key]})
        for one in SHEETS
        if counts[one.key] != 1
    ]  # fmt: skip
