"""A Word document as it looks in the end: a row of paragraphs, its tables and its sections.

Lengths are in millimetres, sizes and spacing in points.
"""

from typing import NamedTuple

from cchc_cli.views.word.nd30_formats import Layout, Look
from cchc_cli.views.word.nd30_lines import Line


class Run(NamedTuple):
    """Letters of one look; ``prompt`` if they only say what is to be written there."""

    text: str
    look: Look
    prompt: bool = False


class Cell(NamedTuple):
    """Where in a table: the table's number, row and column from 0, and the room for text in mm."""

    table: int
    row: int
    column: int
    room: float


class Paragraph(NamedTuple):
    """A paragraph as it looks in the end.

    Attributes:
        number: its place in the part, from 1.
        page_field: the look of the page number, where it holds one.
        breaks: whether a page ends within or before it.
    """

    number: int
    text: str
    runs: tuple[Run, ...]
    layout: Layout
    lines: tuple[Line, ...]
    cell: Cell | None
    section: int
    page_field: Look | None
    breaks: bool


class Table(NamedTuple):
    """The widths of a table's columns, in millimetres."""

    columns: tuple[float, ...]


class Section(NamedTuple):
    """A section's paper, in millimetres, and what stands on the edge of its pages."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    title_page: bool
    restarts: bool
    number_form: str
    headers: dict[str, tuple[Paragraph, ...]]
    footers: dict[str, tuple[Paragraph, ...]]

    @property
    def room(self) -> float:
        """How wide the text may be."""
        return self.width - self.left - self.right


class Document(NamedTuple):
    """What of a document can be seen."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    even_pages: bool
    adds_spacing: bool
    tab: float
