"""A Word document (.docx) as blocks: its body as it reads on paper once every change is accepted.

Inserted words count and deleted ones do not; a paragraph whose end was deleted goes on in the next
one. Labels that Word's numbering makes are counted. Headers, footers, notes and comments stand in
other parts of the file, which are not opened; lines of a table of contents are passed over.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from cchc_cli.plan.draft.blocks import Block, Document, Paragraph, Place
from cchc_cli.plan.draft.broken import mended
from cchc_cli.plan.draft.lines import split_items
from cchc_cli.plan.draft.word_numbering import Numbering
from cchc_cli.plan.draft.word_package import W, WordParts, read_word_parts
from cchc_cli.plan.draft.word_runs import Words, words_of
from cchc_cli.plan.draft.word_styles import Style, Styles, with_paragraph
from cchc_cli.plan.draft.word_tables import body_of_frame, table_of

_VAL = W + "val"
P, TBL = W + "p", W + "tbl"
# Wrappers whose content counts as if they were not there.
_THROUGH = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")}
_BOXES = W + "txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DEEPEST = 40


def read_word(path: Path) -> Document:
    """Read a Word document.

    Raises:
        BadDocument: if it is none, or is refused.
    """
    parts = read_word_parts(path)
    reader = _Reader(parts)
    body = parts.body.find(W + "body")
    blocks = () if body is None else tuple(mended(reader.blocks(body)))
    return Document(blocks, path.name, "docx", reader.unread())


class _Seen(NamedTuple):
    """A paragraph of the file: its lines, and how it looks."""

    words: Words
    style: Style
    label: str


class _Reader:
    """Walks through the body once, counting paragraphs and lists."""

    def __init__(self, parts: WordParts) -> None:
        self._styles = Styles(parts.styles)
        self._numbering = Numbering(parts.numbering, self._styles)
        self._line = 0
        self._deeper = False
        self._names = parts.names

    def unread(self) -> tuple[str, ...]:
        """What the file holds and was not read."""
        found = ["deep_tables"] if self._deeper else []
        if any("/media/" in name for name in self._names):
            found.append("pictures")
        if any("afchunk" in name.casefold() for name in self._names):
            found.append("foreign_parts")
        return tuple(found)

    def blocks(self, body: ET.Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of the body, text boxes after the paragraph that they are fixed to."""
        waiting: _Seen | None = None
        for element in self.content(body):
            seen = None if element.tag == TBL else self._seen(element, waiting)
            if seen is not None and seen.words.runs_on:
                waiting = seen
                continue
            # A paragraph whose deleted end stands before a table ends there all the same.
            last, waiting = seen or waiting, None
            yield from self._paragraphs(last) if last else ()
            yield from self._table(element, depth) if seen is None else ()
            for box in _boxes(element) if seen is not None and depth < DEEPEST else ():
                yield from self.blocks(box, depth + 1)
        yield from self._paragraphs(waiting) if waiting else ()

    def content(self, element: ET.Element, depth: int = 0) -> Iterator[ET.Element]:
        """Paragraphs and tables below an element, wrappers seen through."""
        for child in element:
            if child.tag in (P, TBL):
                yield child
            elif child.tag in _THROUGH and depth < DEEPEST:
                yield from self.content(child, depth + 1)

    def lines(self, element: ET.Element) -> Iterator[str]:
        """The lines of a paragraph, its label before the first."""
        seen = self._seen(element, None)
        label = seen.label
        for text in split_items(seen.words.lines):
            yield f"{label} {text}".strip()
            label = ""
        for box in _boxes(element):
            for inner in self.content(box):
                if inner.tag == P:
                    yield from self.lines(inner)

    @property
    def place(self) -> Place:
        """Where the reading is."""
        return Place(self._line)

    def too_deep(self) -> None:
        """Note that tables stand within tables beyond all measure."""
        self._deeper = True

    def _seen(self, element: ET.Element, before: _Seen | None) -> _Seen:
        """A paragraph, or the rest of one whose end was deleted."""
        self._line += 1
        properties = element.find(W + "pPr")
        style, ident = self._styles.of(None), None
        if properties is not None:
            named = properties.find(W + "pStyle")
            ident = None if named is None else named.get(_VAL)
            style = with_paragraph(self._styles.of(ident), properties)
        words = words_of(element, style, self._styles)
        if before is not None and before.words.any:
            return before._replace(words=before.words.followed_by(words))
        label, style = self._label(style, ident, words)
        return _Seen(words, style, label)

    def _label(self, style: Style, ident: str | None, words: Words) -> tuple[str, Style]:
        """The label, and the style with its depth; Word counts empty items, but no deleted ones."""
        if style.num in (None, "0") or (words.runs_on and not words.any):
            return "", style._replace(level=None)
        depth = style.level
        if depth is None:
            depth = self._numbering.level_of(style.num or "", ident) or 0
        return self._numbering.label(style.num, depth), style._replace(level=depth)

    def _paragraphs(self, seen: _Seen) -> Iterator[Paragraph]:
        if seen.style.contents or not seen.words.any:
            return
        label, style = seen.label, seen.style
        for text in split_items(seen.words.lines):
            yield Paragraph(
                text,
                self.place,
                number=label,
                level=style.level,
                heading=style.heading,
                bold=seen.words.bold,
                centred=style.centred,
            )
            label = ""

    def _table(self, element: ET.Element, depth: int) -> Iterator[Block]:
        """A table; the frame around a text is no table, and what stands in it is read as body."""
        inner = body_of_frame(element) if depth < DEEPEST else None
        if inner is not None:
            for cell in inner:
                yield from self.blocks(cell, depth + 1)
            return
        table = table_of(element, self)
        if table.rows:
            yield table


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    """The text boxes fixed to a paragraph, each once although it is written twice for old Words."""
    if element.find(f".//{_BOXES}") is None:
        return
    stack = [element]
    while stack:
        one = stack.pop()
        for child in reversed(one):
            if child.tag == _BOXES:
                yield child
            elif child.tag != _FALLBACK:
                stack.append(child)
