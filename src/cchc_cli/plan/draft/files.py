"""The door for documents: what kind a file is, by what stands in it, and its blocks.

Whatever is refused is refused with a reason, within bounds on memory and time: the size of the file
is looked at before it is read, that of what is packed in it before it is unpacked.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft.blocks import Block, Cell, Document, Paragraph
from cchc_cli.plan.draft.broken import parted
from cchc_cli.plan.draft.text import read_text, refuse_old_letters
from cchc_cli.plan.draft.word import read_word

MAX_BYTES = 60_000_000
MAX_TEXT_BYTES = 4_000_000
# Some 250 pages; a plan file takes no more.
MAX_LETTERS = 600_000
# Four times the longest of real plans. What reads a paragraph takes time with its square.
LONGEST = 8_000
_ZIP, _OLE, _RTF, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"%PDF-"
_EMPTY_ZIP = b"PK\x05\x06"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")
# A file that is called so and begins like a text is the rest of one that was cut short.
_NO_TEXT = frozenset({".docx", ".docm", ".pdf"})


def read_blocks(path: Path) -> Document:
    """Read a document: .docx, .pdf with a text layer, or .txt.

    Raises:
        BadDocument: if it cannot be read, or is refused; the code says why.
    """
    document = _read(path)
    if not document.blocks:
        raise BadDocument("document_empty", file=path)
    document = document._replace(blocks=tuple(_bounded(document.blocks)))
    text = "\n".join(map(_text, document.blocks))
    if len(text) > MAX_LETTERS:
        raise BadDocument("document_too_big", file=path)
    refuse_old_letters(text, path)
    return document


def _read(path: Path) -> Document:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadDocument("document_unknown", file=path)
        if size > MAX_BYTES:
            raise BadDocument("document_too_big", file=path)
        with path.open("rb") as file:
            head = file.read(1024)
        return _by_kind(path, head, size)
    except OSError as error:
        raise BadDocument("document_unreadable", file=path, errno=error.errno) from error


def _by_kind(path: Path, head: bytes, size: int) -> Document:
    if head.startswith(_ZIP):
        return read_word(path)
    if _PDF in head:
        # Loaded here: a text or a Word document needs no reader of PDF.
        from cchc_cli.plan.draft.pdf import read_pdf

        return read_pdf(path)
    if not head.strip():
        raise BadDocument("document_empty", file=path)
    if head.startswith(_OLE):
        raise _old_file(path)
    markup = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP)
    if head.startswith((_RTF, _EMPTY_ZIP)) or markup:
        raise BadDocument("document_unknown", file=path)
    if size > MAX_TEXT_BYTES:
        raise BadDocument("document_too_big", file=path)
    document = read_text(path)
    if path.suffix.casefold() in _NO_TEXT:
        raise BadDocument("document_broken", file=path)
    return document


def _old_file(path: Path) -> BadDocument:
    """Why a file of Word 97, or a sealed new one, is refused."""
    data = path.read_bytes()
    if _SEALED in data:
        return BadDocument("document_encrypted", file=path)
    of_word = _OLD_WORD in data
    return BadDocument("document_old_word" if of_word else "document_unknown", file=path)


def _bounded(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with paragraphs and cells that are no longer than any reader bears."""
    for block in blocks:
        if isinstance(block, Paragraph):
            first, *rest = parted(block.text, LONGEST)
            yield block._replace(text=first)
            yield from (block._replace(text=text, number="") for text in rest)
        else:
            yield block._replace(rows=tuple(tuple(map(_cell, row)) for row in block.rows))


def _cell(cell: Cell) -> Cell:
    if len(cell.text) <= LONGEST:
        return cell
    return cell._replace(text="\n".join(parted(cell.text, LONGEST)))


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.words
    return "\n".join(cell.text for row in block.rows for cell in row)
