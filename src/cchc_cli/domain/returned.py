"""A workbook that came back: what a unit told in it, and what is wrong with it.

Nothing here is judged against a plan or a ledger; that is ``services/intake.py``. Faults are
values, so that all of a file are told at once.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from cchc_cli.domain.entries import EvidenceFile, NarrativePart
from cchc_cli.domain.forms import Result, Seal, SheetKey

NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Spot(NamedTuple):
    """Where something stands: the sheet by the name that it has now, the cell as ``F12``.

    Attributes:
        column: which header the cell stands under, as (sheet key, column key).
    """

    sheet: str = ""
    cell: str = ""
    column: tuple[SheetKey, str] | None = None


class FormFault(NamedTuple):
    """Something wrong in a workbook, or with the whole of it where the spot is empty.

    Attributes:
        code: key of its sentence; ``values`` what the sentence speaks of.
        found: what stands in the cell, as text.
    """

    code: str
    spot: Spot = Spot()
    found: str = ""
    values: Mapping[str, object] = NO_VALUES


class Spots(NamedTuple):
    """Where the cells of a row stand, by column key.

    Attributes:
        sheet, key: the sheet by the name that it has now, and by its key.
        row: its number as people count, from 1.
        letters: of the columns; the rows of a sheet share them.
    """

    sheet: str
    key: SheetKey
    row: int
    letters: Mapping[str, str]

    def of(self, column: str) -> Spot:
        """Where the cell under a column stands."""
        letters = self.letters.get(column, "A")
        return Spot(self.sheet, f"{letters}{self.row}", (self.key, column))


class ToldTask(NamedTuple):
    """What a unit says of one task; None where a cell is empty.

    Attributes:
        key: the row's key, see ``domain/forms.py``.
        degree: from 0 to 1.
        spots: where its cells stand.
    """

    key: str
    spots: Spots
    result: Result | None = None
    document: str | None = None
    day: date | None = None
    product: str | None = None
    degree: float | None = None
    difficulty: str | None = None


class ToldFigure(NamedTuple):
    """The figure of the whole period that a unit tells for an indicator, and a note on it."""

    indicator: str
    spot: Spot
    value: float | None = None
    note: str | None = None


class ToldWords(NamedTuple):
    """Words for a part of the report."""

    part: NarrativePart
    spot: Spot
    text: str


class Returned(NamedTuple):
    """A workbook that came back, read.

    Attributes:
        file: where it lies; ``evidence`` its name, hash and size.
        seal: which workbook it is; None if that cannot be told.
        keys: keys of the rows of tasks that are there, filled in or not.
        refused: whether nothing of it was read: it cannot be, or it is none of ours.
        shown: what messages call it, where its name alone would not tell it from another.
    """

    file: Path
    evidence: EvidenceFile
    seal: Seal | None = None
    tasks: tuple[ToldTask, ...] = ()
    figures: tuple[ToldFigure, ...] = ()
    words: tuple[ToldWords, ...] = ()
    faults: tuple[FormFault, ...] = ()
    keys: tuple[str, ...] = ()
    refused: bool = False
    shown: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.shown or self.evidence.name
