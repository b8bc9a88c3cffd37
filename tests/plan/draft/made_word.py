"""Word files made from marked lines, so that a fixture can be read and changed as text.

A line begins with ``{I}``, ``{1}``, ``{a}`` or ``{-}`` where Word numbers it, ``{c}`` where it is
centred, ``{b}`` where it is bold; ``⏎`` is a soft break. Rows ``| a | b |`` make a table; ``<`` in
a cell goes on with the one on its left, ``^`` with the one above.
"""

import re
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

_LEVELS = {
    "I": ("upperRoman", "%1."),
    "1": ("decimal", "%2."),
    "a": ("lowerLetter", "%3)"),
    "-": ("bullet", "-"),
}
_MARK = re.compile(r"\{(?P<mark>.)\}(?P<text>.*)")


def make_word(marked: str, path: Path) -> None:
    """Write the marked lines as a Word file."""
    document = Document()
    number = _numbering(document)
    for is_row, lines in groupby(marked.splitlines(), lambda line: line.startswith("|")):
        if is_row:
            _table(document, [_cells(line) for line in lines])
            continue
        for line in lines:
            _line(document, line, number)
    document.save(str(path))


def _line(document: WordDocument, line: str, number: int) -> None:
    found = _MARK.fullmatch(line)
    mark, text = (found["mark"], found["text"]) if found else ("", line)
    paragraph = document.add_paragraph()
    _write(paragraph, text, bold=mark in {"b", "c", "I"})
    if mark == "c":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if mark in _LEVELS:
        _number(paragraph, number, list(_LEVELS).index(mark))


def _write(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    for index, part in enumerate(text.split("⏎")):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(part)
        run.bold = bold


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)), "Table Grid")
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text not in {"<", "^"}:
                _write(table.cell(y, x).paragraphs[0], text)
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            if text == "<":
                table.cell(y, x - 1).merge(table.cell(y, x))
            if text == "^":
                table.cell(y - 1, x).merge(table.cell(y, x))


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _numbering(document: WordDocument) -> int:
    """A list of four levels; its number."""
    numbering = document.part.numbering_part.element
    abstract = _element("w:abstractNum", abstractNumId="77")
    for index, (kind, text) in enumerate(_LEVELS.values()):
        level = _element("w:lvl", ilvl=str(index))
        for tag, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", text)):
            level.append(_element(tag, val=value))
        abstract.append(level)
    numbering.insert(0, abstract)
    number = _element("w:num", numId="77")
    number.append(_element("w:abstractNumId", val="77"))
    numbering.append(number)
    return 77


def _number(paragraph: Paragraph, number: int, level: int) -> None:
    properties = _element("w:numPr")
    properties.append(_element("w:ilvl", val=str(level)))
    properties.append(_element("w:numId", val=str(number)))
    paragraph._p.get_or_add_pPr().append(properties)
