"""Reading a Word document that anybody may have made: bounded, without networks or entities.

Only the parts that say how the document looks are read. A document that cannot be read is a
``TemplateFault`` with the reason, never a traceback.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath
from typing import NamedTuple, Protocol
from zipfile import BadZipFile, ZipFile

from lxml import etree

from cchc_cli.errors import TemplateFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Some twenty times the text of a long report; a zip bomb stops here.
LARGEST_PART = 32 * 1024 * 1024
MOST_PARTS = 5000
POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "pc": 12.0, "px": 0.75, "": 0.05}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|in|mm|cm|pc|pi|px|)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Documents saved as "Strict Open XML" name the same things by other addresses.
_STRICT = (
    (
        b"purl.oclc.org/ooxml/wordprocessingml/main",
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"purl.oclc.org/ooxml/drawingml/main", b"schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"purl.oclc.org/ooxml/officeDocument/relationships",
        b"schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)


class Element(Protocol):
    """What is used of an element of the XML."""

    tag: str
    text: str | None

    def get(self, key: str, /) -> str | None:
        """The value of an attribute."""

    def find(self, path: str, /) -> "Element | None":
        """The first child of that name."""

    def findall(self, path: str, /) -> "list[Element]":
        """The children of that name."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """This and everything inside it, of these names."""

    def __iter__(self) -> "Iterator[Element]": ...


class Package(NamedTuple):
    """The parts of a document that say how it looks.

    Attributes:
        related: headers and footers by the name of their relation.
    """

    document: Element
    styles: Element | None
    numbering: Element | None
    settings: Element | None
    theme: Element | None
    related: dict[str, Element]


def read_package(document: bytes) -> Package:
    """The parts of a Word document.

    Raises:
        TemplateFault: if it is none, or is encrypted, broken or far too big.
    """
    if document.startswith(_OLE):
        raise TemplateFault("word_encrypted" if _ENCRYPTED in document else "word_old")
    try:
        with ZipFile(BytesIO(document)) as archive:
            return _parts(archive)
    except RuntimeError as error:
        # The zip itself has a password.
        raise TemplateFault("word_encrypted") from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, KeyError) as error:
        raise TemplateFault("word_not_word") from error
    except ValueError as error:
        raise TemplateFault("word_not_word") from error


def _parts(archive: ZipFile) -> Package:
    if len(archive.infolist()) > MOST_PARTS:
        raise TemplateFault("word_too_big", limit=LARGEST_PART >> 20)
    main = next(
        (target for kind, target, _ in _relations(archive, "") if kind == "officeDocument"),
        "word/document.xml",
    )
    body = _xml(archive, main)
    if body.tag != f"{W}document" or body.find(f"{W}body") is None:
        raise TemplateFault("word_not_word")
    names = set(archive.namelist())
    found: dict[str, Element] = {}
    related: dict[str, Element] = {}
    for kind, target, key in _relations(archive, main):
        if target not in names:
            continue
        if kind in ("header", "footer"):
            related[key] = _xml(archive, target)
        elif kind in ("styles", "numbering", "settings", "theme"):
            found[kind] = _xml(archive, target)
    styles, numbering = found.get("styles"), found.get("numbering")
    return Package(body, styles, numbering, found.get("settings"), found.get("theme"), related)


def _relations(archive: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Kind, target and name of what belongs to a part."""
    folder, _, name = part.rpartition("/")
    rels = "/".join(filter(None, (folder, "_rels", f"{name}.rels")))
    if rels not in archive.namelist():
        return
    for one in _xml(archive, rels):
        target = one.get("Target") or ""
        if not isinstance(one.tag, str) or one.get("TargetMode") == "External":
            continue
        whole = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
        yield (one.get("Type") or "").rpartition("/")[2], whole.lstrip("/"), one.get("Id") or ""


def _xml(archive: ZipFile, name: str) -> Element:
    """A part, of a bounded size, without document type, entities or comments."""
    with archive.open(name) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise TemplateFault("word_too_big", limit=LARGEST_PART >> 20)
    if b"purl.oclc.org" in data[:4096]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateFault("word_broken", part=name, line=error.lineno) from error
    if etree.ElementTree(root).docinfo.doctype:
        raise TemplateFault("word_broken", part=name, line=1)
    return root


def points(value: str | None) -> float | None:
    """A measure in points: twentieths of a point unless it names its unit."""
    match = _MEASURE.fullmatch(value.strip()) if value else None
    return float(match[1]) * POINTS.get(match[2], 12.0) if match else None


def whole(value: str | None, default: int = 0) -> int:
    """A whole number, or the default where there is none."""
    try:
        return int(float(value)) if value else default
    except (ValueError, OverflowError):
        return default


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said."""
    one = parent.find(f"{W}{name}") if parent is not None else None
    if one is None:
        return None
    return one.get(f"{W}val") not in ("0", "false", "off")


def value_of(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a property."""
    one = parent.find(f"{W}{name}") if parent is not None else None
    return one.get(f"{W}val") if one is not None else None
