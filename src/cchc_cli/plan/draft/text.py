"""A text file as blocks: a paragraph a line, tables as ``| a | b |`` rows or cells between tabs.

A file whose lines were broken at a fixed width (copied out of a PDF) has its paragraphs put
together again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft.blocks import Block, Cell, Document, Paragraph, Place, Row, Table
from cchc_cli.plan.draft.broken import continues, joined, page_width
from cchc_cli.plan.draft.lines import clean, is_page_number

_SEPARATOR = re.compile(r"[\s|:+=-]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BAR = re.compile(r"(?<!\\)\|")
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FEWEST_TAB_ROWS = 3
# Letters that texts in TCVN3 and VNI fonts are full of, and Vietnamese in Unicode is not.
_OLD_LETTERS = re.compile("[©®¨«¬­µ¸¶·¹¾»¼½Æ×ØÜÞßñåäëíîïøûüþÿÖÑ§ÑÛ]")
_VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư]", re.IGNORECASE)


class _Row(NamedTuple):
    """A line of the file."""

    text: str
    place: Place
    indent: int


def read_text(path: Path) -> Document:
    """Read a text file.

    Raises:
        BadDocument: if it is no text in Unicode.
    """
    text = decoded(path.read_bytes(), path)
    refuse_old_letters(text, path)
    return Document(tuple(blocks_of(text)), path.name, "txt")


def decoded(data: bytes, path: Path) -> str:
    """The text of bytes in UTF-8, or in UTF-16 that says so.

    Raises:
        BadDocument: if they are no text, or in another code.
    """
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        raise BadDocument("document_unknown", file=path)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDocument("document_not_utf8", file=path, line=line) from error


def refuse_old_letters(text: str, path: Path) -> None:
    """Refuse a text that was typed for the fonts of before Unicode (.VnTime, VNI-Times).

    Raises:
        BadDocument: if it was.
    """
    old, new = len(_OLD_LETTERS.findall(text)), len(_VIETNAMESE.findall(text))
    if old > 40 and old > new * 3:
        raise BadDocument("document_old_letters", file=path)


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a text."""
    rows = [
        _Row(line.rstrip(), Place(number), len(line) - len(line.lstrip()))
        for number, line in enumerate(re.split(r"\r\n|[\r\n]", text.replace("\f", "")), start=1)
    ]
    width = page_width(clean(row.text) for row in rows if not _is_bar_row(row.text))
    waiting: list[_Row] = []
    for kind, run in _runs(rows):
        if kind == "text":
            waiting.extend(run)
            continue
        yield from _paragraphs(waiting, width)
        waiting = []
        yield from _table(run, "|" if kind == "bars" else "\t")
    yield from _paragraphs(waiting, width)


def _runs(rows: Sequence[_Row]) -> Iterator[tuple[str, list[_Row]]]:
    """Lines that are read alike: rows between bars, rows between tabs, and all others."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _is_bar_row(rows[end].text):
            end += 1
        if end > at:
            yield "bars", list(rows[at:end])
            at = end
            continue
        end = _end_of_tabs(rows, at)
        kind = "tabs" if end > at else "text"
        yield kind, list(rows[at : max(end, at + 1)])
        at = max(end, at + 1)


def _is_bar_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") > 1


def _end_of_tabs(rows: Sequence[_Row], at: int) -> int:
    """Where rows of as many cells between tabs end; ``at`` where there is no such table."""
    tabs = rows[at].text.strip("\n").count("\t")
    heads = [cell for cell in rows[at].text.split("\t") if cell.strip()]
    if tabs < 2 or len(heads) < 3:
        return at
    end = at
    while end < len(rows) and rows[end].text.count("\t") == tabs:
        end += 1
    return end if end - at >= _FEWEST_TAB_ROWS else at


def _table(rows: Iterable[_Row], sign: str) -> Iterator[Table]:
    made = tuple(row for one in rows if (row := _cells(one, sign)))
    if made:
        yield Table(made, made[0][0].place)


def _cells(row: _Row, sign: str) -> Row:
    if sign == "|" and _SEPARATOR.fullmatch(row.text):
        return ()
    inner = row.text.strip() if sign == "|" else row.text
    if sign == "|":
        inner = inner[1:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner[1:]
    parts = (_BAR if sign == "|" else re.compile(sign)).split(inner)
    return tuple(Cell(_cell_text(part), row.place) for part in parts)


def _cell_text(part: str) -> str:
    lines = (clean(line.replace("\\|", "|")) for line in _BREAK.split(part))
    return "\n".join(line for line in lines if line)


def _paragraphs(rows: Sequence[_Row], width: int) -> Iterator[Paragraph]:
    """Paragraphs of lines, the numbers of pages between them left out."""
    waiting: list[_Row] = []
    for row in rows:
        text = clean(row.text)
        if width and is_page_number(text) and row.text.strip() == text:
            continue
        if not text:
            waiting += [row._replace(text="")] if waiting else []
            continue
        if waiting and _begins(waiting, row._replace(text=text), width):
            yield _paragraph(waiting)
            waiting = []
        waiting.append(row._replace(text=text))
    if waiting:
        yield _paragraph(waiting)


def _begins(waiting: Sequence[_Row], row: _Row, width: int) -> bool:
    """Whether a line begins a paragraph; after an empty line, unless its sentence goes on."""
    before = next(one for one in reversed(waiting) if one.text)
    apart = not waiting[-1].text or row.indent > before.indent + 1
    return not continues(before.text, row.text, 0 if apart else width)


def _paragraph(rows: Sequence[_Row]) -> Paragraph:
    return Paragraph(joined(row.text for row in rows if row.text), rows[0].place)
