"""Clauses of the document that a plan was encoded from, as they were read."""

from typing import NamedTuple


class SourceClause(NamedTuple):
    """A clause, or a paragraph that has no number of its own.

    Attributes:
        locator: its place by the numbers as printed (``V.6.4``); empty where it has none.
        text: its words.
        line: where it begins in a text file, ``page`` in a PDF; 0 where that says nothing.
        context: why it lays no duty on anybody, as far as its form tells; None where it may.
        aside: parts of its words of which the form tells so.
    """

    locator: str
    text: str
    line: int = 0
    page: int = 0
    context: str | None = None
    aside: tuple[str, ...] = ()
