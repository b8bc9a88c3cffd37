"""The parts of a Word file that are read, taken out of its zip within fixed bounds.

A zip says how large its parts are, and may lie: the list of parts is measured before it is read,
and every part is unpacked only as far as it may be long. XML with a document type is refused, so
that no entity is ever expanded.
"""

import struct
import zlib
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from cchc_cli.errors import BadDocument

# A plan of 300 pages has about 4 MB of XML; the tree takes some fifteen times as much memory.
MAX_PART = 16_000_000
MAX_PARTS_BYTES = 1_000_000
MAX_RATIO = 500
SMALL = 1_000_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "/officeDocument"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_END = b"PK\x05\x06"
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error)


class WordParts(NamedTuple):
    """The roots of the parts that say what stands in a document and how it is numbered."""

    body: ET.Element
    styles: ET.Element | None
    numbering: ET.Element | None
    names: frozenset[str]


def read_word_parts(path: Path) -> WordParts:
    """Open a Word file.

    Raises:
        BadDocument: if it holds macros, is encrypted, packed beyond all measure, damaged, or no
            Word document.
    """
    _measure_list(path)
    try:
        with ZipFile(path) as file:
            names = frozenset(file.namelist())
            _refuse(file, names, path)
            main = _main_part(file, names, path)
            folder = main.rpartition("/")[0]
            text, styles, numbering = (
                _unpacked(file, name, path) if name in names else b""
                for name in (main, f"{folder}/styles.xml", f"{folder}/numbering.xml")
            )
            # Most documents are numbered by hand, and their lists are Word's own idle ones.
            listed = b"numPr" in text or b"numPr" in styles or b"\0" in text[:99]
            return WordParts(
                _parse(text, path),
                _parse(styles, path) if styles else None,
                _parse(numbering, path) if numbering and listed else None,
                names,
            )
    except _BROKEN as error:
        raise BadDocument("document_broken", file=path) from error
    except RuntimeError as error:  # zipfile's word for a part under a password
        raise BadDocument("document_encrypted", file=path) from error


def _measure_list(path: Path) -> None:
    """Refuse a zip whose list of parts alone would fill the memory."""
    data = path.read_bytes()[-66_000:]
    at = data.rfind(_END)
    if at < 0 or len(data) < at + 22:
        raise BadDocument("document_broken", file=path)
    (size,) = struct.unpack_from("<L", data, at + 12)
    if size > MAX_PARTS_BYTES:
        raise BadDocument("document_bomb", file=path)


def _refuse(file: ZipFile, names: frozenset[str], path: Path) -> None:
    if any(name.rpartition("/")[2].casefold().startswith("vbaproject") for name in names):
        raise BadDocument("document_macros", file=path)
    if "EncryptedPackage" in names or any(one.flag_bits & _ENCRYPTED for one in file.infolist()):
        raise BadDocument("document_encrypted", file=path)
    if "[Content_Types].xml" not in names:
        raise BadDocument("document_unknown", file=path)
    if b"macroEnabled" in _unpacked(file, "[Content_Types].xml", path):
        raise BadDocument("document_macros", file=path)


def _main_part(file: ZipFile, names: frozenset[str], path: Path) -> str:
    """The part that holds the text, as the package says, or where it usually is."""
    if "_rels/.rels" in names:
        for one in _parse(_unpacked(file, "_rels/.rels", path), path).iter(_RELATIONS):
            target = (one.get("Target") or "").lstrip("/")
            of_word = target.endswith(".xml") and not target.startswith(("xl/", "ppt/"))
            if (one.get("Type") or "").endswith(_OFFICE) and target in names and of_word:
                return target
    if "word/document.xml" in names:
        return "word/document.xml"
    raise BadDocument("document_unknown", file=path)


def _unpacked(file: ZipFile, name: str, path: Path) -> bytes:
    info = file.getinfo(name)
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MAX_PART or (ratio > MAX_RATIO and info.file_size > SMALL):
        raise BadDocument("document_bomb", file=path)
    with file.open(info) as part:
        data = part.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise BadDocument("document_bomb", file=path)
    return data


class _PrologEnd(Exception):
    """The first element begins."""


def _parse(data: bytes, path: Path) -> ET.Element:
    """The root of a part without a document type; names are those of the usual namespace."""
    try:
        _look_at_prolog(data, path)
        return ET.fromstring(data.replace(_STRICT, W[1:-1].encode()))  # noqa: S314 - no entities
    except (ET.ParseError, expat.ExpatError) as error:
        raise BadDocument("document_broken", file=path) from error


def _look_at_prolog(data: bytes, path: Path) -> None:
    def refuse(*_: object) -> None:
        raise BadDocument("document_bomb", file=path)

    def end(*_: object) -> None:
        raise _PrologEnd

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = end
    try:
        parser.Parse(data, True)
    except _PrologEnd:
        return
