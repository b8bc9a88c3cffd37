"""A table of values, as spreadsheets and other programs take it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

Value = str | int | float | date | datetime | None
# ``share`` is a part of a whole from 0 to 1; ``moment`` a time of day in Việt Nam.
FieldKind = Literal["text", "number", "share", "date", "moment"]


class Field(NamedTuple):
    """A column: its head, the width that its texts take well, and what its values are."""

    head: str
    width: int
    kind: FieldKind = "text"


class Table(NamedTuple):
    """Rows of values under one head.

    Attributes:
        name: what the table is, short enough for the tab of a spreadsheet (31 characters).
        about: what has to be known to read it: the plan, the day.
        today: the day that it was made for.
        rows: one value a field; None where there is none. Read once.
    """

    name: str
    about: Sequence[str]
    today: date
    fields: Sequence[Field]
    rows: Iterable[Sequence[Value]]
