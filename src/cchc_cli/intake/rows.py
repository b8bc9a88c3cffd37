"""The rows of a sheet: known by their hidden key or by what stands in them, read cell by cell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar

from cchc_cli.domain.forms import PARTS, ColumnKind, Seal, parse_task_key
from cchc_cli.domain.returned import NO_VALUES, FormFault, ToldFigure, ToldTask, ToldWords
from cchc_cli.intake.labels import label
from cchc_cli.intake.layout import Table
from cchc_cli.intake.scan import Broken, place_name
from cchc_cli.intake.values import (
    Unfit,
    Value,
    found_text,
    is_blank,
    read_date,
    read_document,
    read_number,
    read_result,
    read_share,
    read_text,
)
from cchc_cli.views.wording.forms import DATED, SIGNED_BY
from cchc_cli.views.wording.forms import PARTS as PART_WORDS

# Rows that add up others belong to nobody; below the signatures nothing is read.
_SUMS = ("tong", "cong")
_SIGNATURES = frozenset(label(text) for text in (DATED, *(one for two in SIGNED_BY for one in two)))
T = TypeVar("T")


class Indicators(NamedTuple):
    """What a plan's indicators are called, and counted in, by their ids."""

    names: Mapping[str, str]
    units: Mapping[str, str]


class Row(NamedTuple):
    """A row that says something or could: its key, and where it stands."""

    key: str
    at: int


class Reader:
    """Reads one table; the faults that it finds on the way are collected.

    Args:
        table: the sheet.
        today: the last day that may be filled in.
        seal: which workbook it is.
    """

    def __init__(self, table: Table, today: date, seal: Seal) -> None:
        self.table = table
        self.faults = table.faults()
        self._readers: dict[ColumnKind, Callable[[Value], Any]] = {
            "choice": read_result,
            "document": read_document,
            "date": partial(read_date, first=seal.first, last=today),
            "share": read_share,
            "text": read_text,
        }

    def tasks(self, keys: Sequence[str]) -> Iterable[ToldTask]:
        """The rows of tasks that say something; ``keys`` are those that were asked for."""
        for row in self._rows("duty", _by_duty(keys), lambda key: key.partition("|")[0]):
            if parse_task_key(row.key) is None:
                self._fault("form_key", row.at, "duty", found=row.key)
                continue
            read = {
                one.key: self._cell(row.at, one.key, self._readers[one.kind])
                for one in self.table.fills
            }
            if any(one is not None for one in read.values()):
                read["day"] = read.pop("date")
                yield ToldTask(row.key, self.table.spots(row.at), **read)

    def figures(self, indicators: Indicators) -> Iterable[ToldFigure]:
        """The rows of figures that say something."""
        known = {label(name): ident for ident, name in indicators.names.items()}
        for row in self._rows("indicator", known, lambda key: indicators.names.get(key, "")):
            if self._refuse_merged(row.at):
                continue
            unit = indicators.units.get(row.key, "")
            value = self._cell(row.at, "now", partial(read_number, unit=unit))
            note = self._cell(row.at, "note", read_text)
            if value is not None or note is not None:
                yield ToldFigure(row.key, self.table.spot(row.at, "now"), value, note)

    def words(self) -> Iterable[ToldWords]:
        """The parts of the narrative that say something."""
        titles = {label(title): part for part, (title, _) in PART_WORDS.items()}
        known = titles | {label(" ".join(both)): part for part, both in PART_WORDS.items()}
        for row in self._rows("part", known, lambda _: ""):
            if self._refuse_merged(row.at):
                continue
            part = next((one for one in PARTS if one == row.key), None)
            text = self._cell(row.at, "text", read_text)
            if part is None:
                self._fault("form_key", row.at, "part", found=row.key)
            elif text is not None:
                yield ToldWords(part, self.table.spot(row.at, "text"), text)

    def keys(self) -> tuple[str, ...]:
        """The keys of all rows."""
        return tuple(key for row in self.table.rows() if (key := self.table.key(row)))

    def _rows(
        self, shown: str, known: Mapping[str, str], named: Callable[[str], str]
    ) -> Iterable[Row]:
        """The rows with their keys, each key once.

        Args:
            shown: the column in which a person reads what a row is about.
            known: keys by what stands there, in bare letters; empty where that is not clear.
            named: what stands there by the key.
        """
        seen: dict[str, int] = {}
        for at in self.table.rows():
            key, said = self.table.key(at), label(self.table.value(at, shown))
            if not key:
                if any(label(cell) in _SIGNATURES for cell in self.table.grid.rows[at]):
                    return
                if not self.table.filled(at) or said.startswith(_SUMS):
                    continue
                key = known.get(said, "")
                if not key:
                    self._fault("form_row_unknown", at, self.table.filled(at)[0])
                    continue
            elif known.get(said, key) != key and label(named(key)) not in ("", said):
                # Sorted without its hidden column, a row would speak for another one.
                self._fault("form_row_mixed", at, shown, values={"meant": named(key)})
                continue
            if key in seen:
                if self.table.filled(at) and not self._same(seen[key], at):
                    self._fault("form_row_twice", at, shown, values={"other": str(seen[key] + 1)})
                if self.table.filled(seen[key]) or not self.table.filled(at):
                    continue
            seen[key] = at
            yield Row(key, at)

    def _same(self, one: int, other: int) -> bool:
        """Whether two rows of one key say the same, or the first says nothing."""
        mine = [self.table.value(one, column.key) for column in self.table.fills]
        yours = [self.table.value(other, column.key) for column in self.table.fills]
        return mine == yours or not self.table.filled(one)

    def _cell(self, at: int, column: str, read: Callable[[Value], T]) -> T | None:
        """What a cell says; None if it is empty or at fault."""
        if self.table.grid.broken and (broken := self._broken(at, column)) is not None:
            code = "form_error" if broken.error else "form_uncalculated"
            self._fault(code, at, column, found=broken.error)
            return None
        value = self.table.value(at, column)
        if is_blank(value):
            if isinstance(value, str) and value.strip() and column == "now":
                self._fault("form_number", at, column)
            return None
        try:
            return read(value)
        except Unfit as error:
            self._fault(error.code, at, column, values=error.values)
            return None

    def _broken(self, at: int, column: str) -> Broken | None:
        place = (at, self.table.columns.get(column, -1))
        return self.table.grid.broken.get(self.table.spread.get(place, place))

    def _refuse_merged(self, at: int) -> bool:
        """Refuse a figure or words that stand for several rows together."""
        number = len(self.faults)
        if not self.table.spread:
            return False
        for column in self.table.fills:
            origin = self.table.spread.get((at, self.table.columns.get(column.key, -1)))
            if origin is not None and not is_blank(self.table.value(at, column.key)):
                self._fault("form_merged", at, column.key, values={"other": place_name(origin)})
        return len(self.faults) > number

    def _fault(
        self,
        code: str,
        at: int,
        column: str,
        found: str = "",
        values: Mapping[str, object] = NO_VALUES,
    ) -> None:
        told = found or found_text(self.table.value(at, column))
        self.faults.append(FormFault(code, self.table.spot(at, column), told, values))


def _by_duty(keys: Sequence[str]) -> dict[str, str]:
    """The key of a duty that was asked for once; of several occurrences none can be told."""
    found: dict[str, str] = {}
    for key in keys:
        duty = label(key.partition("|")[0])
        found[duty] = "" if duty in found else key
    return found
