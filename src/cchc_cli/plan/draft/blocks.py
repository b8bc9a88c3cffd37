"""What every reader of a file makes: paragraphs and tables in the order they are read.

The reading of the plan knows only these records, never the file they came from. Texts are NFC, with
single spaces. Where a soft break stands before a new item, the item is a paragraph of its own;
elsewhere the break is a space. Headers, footers, footnotes, comments and deleted words are not
among the blocks. The door that reads a file is ``plan.draft.files.read_blocks``.
"""

from typing import Literal, NamedTuple

Form = Literal["txt", "docx", "pdf"]


class Place(NamedTuple):
    """Where a block begins in its file.

    Attributes:
        line: in a text file the line; in Word the paragraph's number in the body, those of tables
            counted; in a PDF the line on its page.
        page: in a PDF the page, 0 elsewhere.
    """

    line: int
    page: int = 0


class Paragraph(NamedTuple):
    """A paragraph of the body.

    Attributes:
        text: its words, without the label that Word's numbering makes.
        place: where it begins.
        number: that label ("1.", "a)", "-"); empty where the number stands in the text.
        level: depth in its Word list, from 0; None outside lists.
        heading: outline level of its Word style, from 1; 0 where it is no heading.
        bold: all its words are bold.
        centred: it stands in the middle.
    """

    text: str
    place: Place
    number: str = ""
    level: int | None = None
    heading: int = 0
    bold: bool = False
    centred: bool = False

    @property
    def words(self) -> str:
        """The text as it is seen on paper: label and words."""
        return f"{self.number} {self.text}".strip()


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        text: its paragraphs, one a line; labels of lists and the lines of inner tables included.
        place: where it begins.
        across: how many columns it covers.
        above: the cell continues the one above it (merged rows); its text is empty.
    """

    text: str
    place: Place
    across: int = 1
    above: bool = False


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """A table of the body; rows may differ in width.

    Attributes:
        rows: the rows, those of headings included.
        place: where it begins.
    """

    rows: tuple[Row, ...]
    place: Place


Block = Paragraph | Table


class Document(NamedTuple):
    """A file that was read.

    Attributes:
        blocks: its body, in order.
        name: of the file, without folders.
        form: what kind of file it is.
        unread: what the file holds and the blocks do not, to be told (pictures with text, …).
    """

    blocks: tuple[Block, ...]
    name: str
    form: Form
    unread: tuple[str, ...] = ()
