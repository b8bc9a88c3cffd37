"""Tables of tasks: one record for each task.

A table is one of tasks if its heads name what is to be done and who does it or when. Tables of
figures, of recipients and of the document's head are none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_cli.plan.draft.blocks import Cell, Place, Row, Table
from cchc_cli.plan.draft.table_heads import Column, heads_of

_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-HĐ]|[a-zđ])\s*[.)]?\s*")
_GROUP_NUMBER = re.compile(r"\s*(?:[IVX]{1,5}|[A-HĐ])\s*[.)]?\s*")
_RUN_IN = re.compile(r"\s*\d{1,3}\s*\.?\s*")
_READ: tuple[Column, ...] = ("content", "lead", "implement", "partner", "time", "product")
# A cell behind the number of a row that a file ran into another is longer.
SHORT_CELL = 12


class TaskRow(NamedTuple):
    """One task of a table; texts as written, empty where a cell is."""

    number: str
    group: str
    content: str
    lead: str
    implement: str
    partner: str
    time: str
    product: str
    place: Place
    inherited: bool = False


class TaskTable(NamedTuple):
    """A table of tasks.

    Attributes:
        tasks: its tasks, in order.
        groups: rows that only head others, and cells of rows that name no task.
        before: the heads, and what a file ran together with the table before them.
    """

    tasks: tuple[TaskRow, ...]
    groups: tuple[Cell, ...]
    before: tuple[Cell, ...]


def read_tasks(table: Table) -> TaskTable | None:
    """The tasks of a table; None where it is no table of tasks."""
    heads = heads_of(table)
    if heads is None:
        return None
    before = tuple(cell for row in table.rows[: heads.row + heads.depth] for cell in row)
    tasks: list[TaskRow] = []
    groups: list[Cell] = []
    group = ""
    for row in table.rows[heads.row + heads.depth :]:
        for cells in _unglued(row, len(heads.columns)):
            head = _group_of(cells, len(heads.columns))
            if head is not None:
                groups.append(head)
                group = _number_of_group(cells) or group
            elif task := _task(cells, heads.columns, group, tasks[-1] if tasks else None):
                tasks.append(task)
            else:
                groups += [cell for cell in cells if cell.text.strip()]
    return TaskTable(tuple(tasks), tuple(groups), before) if tasks else None


def _unglued(row: Row, width: int) -> Iterator[tuple[Cell, ...]]:
    """A row; several where a file ran rows together (more cells than columns, numbers within)."""
    if len(row) <= width + 1:
        yield row
        return
    cuts = [0] + [
        n
        for n in range(2, len(row) - 1)
        if _RUN_IN.fullmatch(row[n].text) and len(row[n + 1].text) > SHORT_CELL
    ]
    for number, start in enumerate(cuts):
        end = cuts[number + 1] if number + 1 < len(cuts) else len(row)
        yield row[start:end][:width]


def _number_of_group(cells: Sequence[Cell]) -> str:
    return cells[0].text.strip(" .)") if _GROUP_NUMBER.fullmatch(cells[0].text) else ""


def _group_of(cells: Sequence[Cell], width: int) -> Cell | None:
    """The cell that heads the rows below, if the row does nothing else."""
    if not cells or any(cell.above for cell in cells):
        return None
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled:
        return cells[0]
    numbered = _NUMBER.fullmatch(filled[0].text) is not None
    if _alike(filled) and width > 1 and (not numbered or len(cells) == 1 or len(filled) > 1):
        return filled[0]
    # Word's merged cells come as the same words in each cell.
    merged = len(filled) > 2 and _alike(filled[1:])
    grouped = len(filled) == 2 and _GROUP_NUMBER.fullmatch(filled[0].text)
    return filled[1] if numbered and (merged or grouped) else None


def _alike(cells: Sequence[Cell]) -> bool:
    return len({" ".join(cell.text.split()) for cell in cells}) == 1


class _Row(NamedTuple):
    """The texts of a row by column, and the columns whose cell goes on with the one above."""

    texts: dict[Column, list[str]]
    above: set[Column]

    def text(self, column: Column) -> str:
        return "\n".join(self.texts.get(column, ()))


def _by_column(cells: Sequence[Cell], columns: Sequence[Column | None]) -> _Row:
    row = _Row({}, set())
    at = 0
    for cell in cells:
        column = columns[at] if at < len(columns) else None
        if column and cell.text.strip():
            row.texts.setdefault(column, []).append(cell.text.strip())
        if column and cell.above:
            row.above.add(column)
        at += max(cell.across, 1)
    row.texts["content"] = [*row.texts.get("content", ()), *row.texts.pop("work", ())]
    if "work" in row.above:
        row.above.add("content")
    return row


def _task(
    cells: Sequence[Cell], columns: Sequence[Column | None], group: str, last: TaskRow | None
) -> TaskRow | None:
    """The task of a row, with what its merged cells take from the one before."""
    row = _by_column(cells, columns)
    read = {column: row.text(column) for column in _READ}
    for column in row.above.intersection(_READ):
        if last is not None and not read[column]:
            read[column] = getattr(last, column)
    short = len(cells) < len(columns) - 1
    inherited = False
    if last is not None and short and last.group == group and not _led(read):
        read["lead"], read["implement"] = last.lead, last.implement
        read["time"] = read["time"] or last.time
        inherited = _led(read)
    if not read["content"]:
        return None
    number = row.text("no").partition("\n")[0].strip(" .)")
    if "no" in row.above:
        number = last.number if last else ""
    return TaskRow(
        number,
        group,
        " ".join(read["content"].split()),
        read["lead"],
        read["implement"],
        read["partner"],
        " ".join(read["time"].split()),
        " ".join(read["product"].split()),
        cells[0].place,
        inherited,
    )


def _led(read: dict[Column, str]) -> bool:
    return bool(read["lead"] or read["implement"])
