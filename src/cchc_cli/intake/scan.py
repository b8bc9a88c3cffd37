"""What the reader of values would not tell: cells that are broken, and how far a sheet reaches.

python-calamine gives an empty text for ``#REF!`` and for a formula that was never calculated,
which would pass for a cell left empty; and it makes room for the whole rectangle from the first
cell to the last, be it 16,384 × 1,048,576. An ordinary sheet is cleared by a few searches; any
other one is read cell by cell.
"""

import re
from functools import lru_cache
from pyexpat import ExpatError, ParserCreate
from typing import NamedTuple

from cchc_cli.intake.package import Refusal

# Cells that are read at most, empty ones between them included.
MAX_AREA = 1_040_000
# Every cell names its place first, within the first 104 columns and 9,999 rows: ``MAX_AREA``, and
# far more than any of our sheets needs.
_FAR = re.compile(rb'<c(?:[>/\t\r\n]| (?!r="(?:[A-Z]|[A-C][A-Z])[1-9]\d{0,3}"))')
_PREFIXED = re.compile(rb":(?:c|f|v)[\s/>]")
_FORMULA = re.compile(rb"<f[\s/>]")
_HUGE = re.compile(rb"v[^>]{0,40}>\s*[-+]?(?:\d{10}|[\d.]{1,20}[eE]\+?\d)")
_PLACE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

# Row and column, both from 0.
Place = tuple[int, int]


class Broken(NamedTuple):
    """A cell without a value that a person would see: an error, or a formula not calculated."""

    error: str = ""


def broken_cells(data: bytes) -> dict[Place, Broken]:
    """The broken cells of a sheet's part.

    Raises:
        Refusal: if it is no XML, or reaches too far.
    """
    ordinary = (
        _FAR.search(data) is None
        and _PREFIXED.search(data) is None
        and _FORMULA.search(data) is None
        and b'"e"' not in data
        and b"'e'" not in data
    )
    return {} if ordinary else _Cells().read(data)


def holds_huge_number(data: bytes) -> bool:
    """Whether a number stands in a sheet that would be no day of any calendar."""
    return _HUGE.search(data) is not None


def place_name(place: Place) -> str:
    """``F12`` of a row and a column."""
    row, column = place
    return f"{column_name(column)}{row + 1}"


@lru_cache(maxsize=512)
def column_name(column: int) -> str:
    """``F`` of a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _Cells:
    """A sheet read cell by cell."""

    def __init__(self) -> None:
        self.broken: dict[Place, Broken] = {}
        self._row, self._column = -1, -1
        self._rows = self._columns = 0
        self._kind = ""
        self._formula = self._valued = self._within = False
        self._value: list[str] = []

    def read(self, data: bytes) -> dict[Place, Broken]:
        """The broken cells.

        Raises:
            Refusal: if it is no XML, or reaches too far.
        """
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except (ExpatError, LookupError, ValueError) as error:
            raise Refusal("form_broken") from error
        return self.broken

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            self._row = (
                int(number) - 1 if _number(number := attributes.get("r", "")) else self._row + 1
            )
            self._column = -1
        elif local == "c":
            self._place(attributes.get("r"))
            self._kind = attributes.get("t", "n")
            self._formula = self._valued = False
            self._value = []
        elif local == "f":
            self._formula = True
        elif local in ("v", "t"):
            self._valued = self._within = True

    def _place(self, written: str | None) -> None:
        if written is None:
            self._column += 1
            return
        match = _PLACE.fullmatch(written)
        if match is None:
            raise Refusal("form_broken")
        column = 0
        for letter in match[1].upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        self._row, self._column = int(match[2]) - 1, column - 1

    def _text(self, text: str) -> None:
        if self._within:
            self._value.append(text)

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local in ("v", "t"):
            self._within = False
        elif local == "c" and (self._valued or self._formula):
            self._reach()
            value = "".join(self._value)
            if self._kind == "e":
                self.broken[self._row, self._column] = Broken(value)
            elif self._formula and not value and (self._kind != "str" or not self._valued):
                self.broken[self._row, self._column] = Broken()

    def _reach(self) -> None:
        """Take the cell into the rectangle that will be read."""
        self._rows = max(self._rows, self._row + 1)
        self._columns = max(self._columns, self._column + 1)
        outside = self._rows > _LAST_ROW or self._columns > _LAST_COLUMN
        if outside or self._rows * self._columns > MAX_AREA:
            raise Refusal("form_sheet_big", cell=place_name((self._row, self._column)))


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 7
