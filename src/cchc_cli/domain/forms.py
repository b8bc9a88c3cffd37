"""The workbook that a unit fills in: its sheets, the keys that it is read back by, and its seal.

Reading goes by keys, never by places: rows may be moved, sorted or deleted, columns inserted,
sheets renamed. So everything that is read stands under two keys that nobody sees.

* **The hidden row.** Each sheet to be filled in has a hidden row of column keys, each written
  ``#name``. Its cell in the column ``#key`` names the sheet instead: ``#tasks``, ``#figures`` or
  ``#narratives`` (``Sheet.mark``). The row below it holds the headers that a person reads; they
  stand in ``views/wording/forms.py`` by sheet and column key, for the case that the hidden row was
  deleted. No header is used twice in a sheet.
* **The hidden column** ``#key``, the first one, names each row: ``V.6.4b|2021/h1`` for a duty and
  its occurrence (``task_key``, ``parse_task_key``), an indicator's id, or a part of the narrative.
  Rows without a key (titles, groups of indicators, signatures) are there for the reader only.
* **The sealed sheet**, very hidden, has a key in its first column and a value in its second: the
  fields of ``Seal`` in their order, then ``fingerprint``.

What is filled in, by column kind (``FILLED`` of a sheet in order):

* ``choice``: one of ``RESULTS``, in the words of ``views/wording/forms.py``;
* ``document``: number and symbol; ``text``: up to ``LONGEST_TEXT`` characters;
* ``date``: a date cell, not before ``Seal.first`` and not in the future;
* ``share``: a number from 0 to 1 in a cell formatted as percent, so that 80 typed is 0.8 stored;
* ``number``: not negative. A figure is that of the *whole* period, what is recorded already
  included: the reader takes off what other entries brought by then. Rates are never asked for.

A row of which nothing is filled in says nothing; the state so far is not asked for again.
"""

from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple, get_args

from cchc_cli.domain.entries import NarrativePart

FORMAT = "cchc-collect/1"
MARK = "#"
KEY = "key"
SEAL_SHEET = "cchc"
FINGERPRINT = "fingerprint"
LONGEST_TEXT = 2000
LONGEST_DOCUMENT = 100
HIGHEST_FIGURE = 1_000_000_000_000

SheetKey = Literal["tasks", "figures", "narratives"]
ColumnKind = Literal["shown", "choice", "document", "date", "text", "share", "number"]
Result = Literal[
    "done",  # it was done in the period
    "doing",  # begun, not finished
    "not_done",
    "none",  # nothing came up
]
RESULTS: tuple[Result, ...] = get_args(Result)
# The parts of the narrative that a unit is asked for; the report has more.
PARTS: tuple[NarrativePart, ...] = ("strength", "shortcoming", "cause", "proposal")


class Column(NamedTuple):
    """A column: its stable key, and what its cells hold; ``shown`` is not to be filled in."""

    key: str
    kind: ColumnKind = "shown"

    @property
    def filled(self) -> bool:
        """Whether a unit fills it in."""
        return self.kind != "shown"

    @property
    def mark(self) -> str:
        """What the hidden row says of it."""
        return MARK + self.key


class Sheet(NamedTuple):
    """A sheet to be filled in: its key and its columns after the hidden one, in order."""

    key: SheetKey
    columns: tuple[Column, ...]

    @property
    def mark(self) -> str:
        """What stands in the hidden row above the keys."""
        return MARK + self.key

    @property
    def filled(self) -> tuple[Column, ...]:
        """The columns that a unit fills in."""
        return tuple(one for one in self.columns if one.filled)


TASKS = Sheet(
    "tasks",
    (
        Column("no"),
        Column("duty"),
        Column("title"),
        Column("words"),
        Column("due"),
        Column("state"),
        Column("result", "choice"),
        Column("document", "document"),
        Column("date", "date"),
        Column("product", "text"),
        Column("degree", "share"),
        Column("difficulty", "text"),
    ),
)
FIGURES = Sheet(
    "figures",
    (
        Column("no"),
        Column("indicator"),
        Column("unit"),
        Column("year_before"),
        Column("period_before"),
        Column("recorded"),
        Column("now", "number"),
        Column("note", "text"),
    ),
)
NARRATIVES = Sheet("narratives", (Column("no"), Column("part"), Column("text", "text")))
SHEETS: tuple[Sheet, ...] = (TASKS, FIGURES, NARRATIVES)


def task_key(duty: str, occurrence: str) -> str:
    """The key of a row of tasks: ``V.6.4b|2021/h1``."""
    return f"{duty}|{occurrence}"


def parse_task_key(key: str) -> tuple[str, str] | None:
    """Duty and occurrence of a row's key; None if it is none."""
    duty, bar, occurrence = key.partition("|")
    return (duty, occurrence) if duty and bar and occurrence else None


class Seal(NamedTuple):
    """What a workbook says of itself; all of it text in the sealed sheet, days as ``2021-06-15``.

    Attributes:
        format: ``FORMAT``; another one is of another version.
        plan, period, agency: ids of the plan and the agency, key of the period (``2021/h1``).
        first: the earliest day that may be filled in.
        made: the day on which it was made; no part of the fingerprint.
        asked: digest of the keys of all rows, so that a change of the plan since is noticed.
    """

    format: str
    plan: str
    period: str
    agency: str
    first: date
    made: date
    asked: str

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all that makes the workbook the one that it is."""
        return _digest((*self._replace(made=self.first),))

    def rows(self) -> tuple[tuple[str, str], ...]:
        """The rows of the sealed sheet."""
        values = (*map(str, self), self.fingerprint)
        return tuple(zip((*self._fields, FINGERPRINT), values, strict=True))


SEAL_NAMES = (*Seal._fields, FINGERPRINT)


def digest_of(keys: tuple[str, ...]) -> str:
    """The digest of the keys of all rows, sheet after sheet, for a seal."""
    return _digest(keys)


def parse_seal(rows: dict[str, str]) -> Seal | None:
    """The seal that the sealed sheet holds; None if one was broken or never was.

    Another format comes back as it is, for its own message, as long as its fields are there.
    """
    try:
        seal = Seal(
            rows["format"],
            rows["plan"],
            rows["period"],
            rows["agency"],
            date.fromisoformat(rows["first"]),
            date.fromisoformat(rows["made"]),
            rows["asked"],
        )
    except (KeyError, ValueError):
        return None
    return seal if rows.get(FINGERPRINT) == seal.fingerprint else None


def _digest(parts: tuple[object, ...]) -> str:
    return sha256("\n".join(map(str, parts)).encode("utf-8")).hexdigest()
