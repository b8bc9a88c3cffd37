"""The zip around a workbook, opened as if somebody meant harm.

Only the parts that hold cells are looked at; macros, links, pictures and whatever else travels
along are never unpacked. What is unpacked is bounded, and handed on as a new zip in memory, so
that the reader behind sees what was checked and nothing else. Names in the zip are compared, never
used as paths.
"""

import re
import zlib
from collections.abc import Callable, Collection, Container
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cchc_cli.zipped import pack, stored

MAX_FILE = 20_000_000
MAX_UNPACKED = 48_000_000
# The parts that tell where the sheets are need no room.
MAX_LISTING = 1_000_000
MAX_PARTS = 2_000
CONTENT_TYPES = "[content_types].xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedstrings.xml"
STYLES = "xl/styles.xml"
SHEETS = "xl/worksheets/"
_LISTINGS = frozenset({CONTENT_TYPES, "_rels/.rels", WORKBOOK, RELATIONS})
_NEEDED = _LISTINGS | {STRINGS, STYLES}
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Sizes that a file announces are taken at their word by readers that make room for them.
_ROOT_OF_STRINGS = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_ANNOUNCED = re.compile(rb"\s+(?:uniqueCount|count)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_HUGE = re.compile(rb"[cC]ount\s*=\s*[\"'][^\"']{8}")

Parts = dict[str, bytes]


class Refusal(Exception):
    """The whole file is refused: the code of a fault, and what its sentence needs."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def unpack(
    data: bytes, suffix: str, choose: Callable[[Parts], Container[str]] | None = None
) -> Parts:
    """The parts that hold cells, by their names in lower case.

    Args:
        data: the file.
        suffix: how its name ends; a file that says it may hold macros is refused as such.
        choose: tells from the parts that list others which of those are wanted; all, without it.

    Raises:
        Refusal: if it is no workbook without macros, or too large once unpacked.
    """
    if not data.startswith(b"PK"):
        raise Refusal(_what_else(data))
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [(_name(one), one) for one in archive.infolist()]
            _refuse_kind([name for name, _ in members], suffix.casefold())
            wanted = _wanted(members)
            parts = {
                name: _read(archive, name, wanted[name]) for name in wanted if name in _LISTINGS
            }
            if b"macroEnabled" in parts[CONTENT_TYPES]:
                raise Refusal("form_macros")
            chosen = choose(parts) if choose else wanted
            more = [name for name in wanted if name not in parts and name in chosen]
            return parts | {name: _read(archive, name, wanted[name]) for name in more}
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Refusal("form_broken") from error


def safe_copy(data: bytes) -> bytes:
    """A workbook that was unpacked before, without what could reach out of it.

    Links to other workbooks, embedded programs and macros are left behind.

    Raises:
        Refusal: if the whole of it is too large once unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not _reaches_out(_name(one))]
            if sum(one.file_size for one in members) > MAX_UNPACKED:
                raise Refusal("form_bomb", limit=MAX_UNPACKED // 1_000_000)
            out = BytesIO()
            with ZipFile(out, "w", ZIP_DEFLATED) as copy:
                for one in members:
                    copy.writestr(one.filename.replace("\\", "/").lstrip("/"), archive.read(one))
            return out.getvalue()
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Refusal("form_broken") from error


def _reaches_out(name: str) -> bool:
    inside = ("xl/externallinks/", "xl/embeddings/", "xl/activex/", "xl/ctrlprops/", "customui")
    return name.startswith(inside) or name.endswith((".bin", ".vml", "/"))


def _what_else(data: bytes) -> str:
    if data.startswith(_OLD):
        return "form_encrypted" if _ENCRYPTED in data else "form_old_excel"
    return "form_empty" if not data else "form_not_excel"


def _name(member: ZipInfo) -> str:
    return member.filename.replace("\\", "/").lstrip("/").casefold()


def _refuse_kind(names: Collection[str], suffix: str) -> None:
    """Refuse what is another kind of file than it has to be.

    Raises:
        Refusal: with the reason.
    """
    if len(names) > MAX_PARTS:
        raise Refusal("form_many_parts", limit=MAX_PARTS)
    if suffix in (".xlsm", ".xltm", ".xlam") or any(
        one.endswith("vbaproject.bin") for one in names
    ):
        raise Refusal("form_macros")
    if "xl/workbook.bin" in names:
        raise Refusal("form_binary")
    if "mimetype" in names and "content.xml" in names:
        raise Refusal("form_open_document")
    if WORKBOOK not in names or CONTENT_TYPES not in names:
        raise Refusal("form_not_excel")


def _wanted(members: list[tuple[str, ZipInfo]]) -> dict[str, ZipInfo]:
    """The parts that hold cells, by name.

    Raises:
        Refusal: if they are too large, or if one is there twice.
    """
    found: dict[str, ZipInfo] = {}
    for name, one in members:
        if name in _NEEDED or (name.startswith(SHEETS) and name.endswith(".xml")):
            if name in found:
                raise Refusal("form_broken")
            found[name] = one
    if sum(one.file_size for one in found.values()) > MAX_UNPACKED:
        raise Refusal("form_bomb", limit=MAX_UNPACKED // 1_000_000)
    return found


def _read(archive: ZipFile, name: str, member: ZipInfo) -> bytes:
    """A part; never more of it than it announces.

    Raises:
        Refusal: if it announces too much, or is no plain XML.
    """
    if member.file_size > (MAX_LISTING if name in _LISTINGS else MAX_UNPACKED):
        raise Refusal("form_bomb", limit=MAX_UNPACKED // 1_000_000)
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or member.flag_bits & 1:
        raise Refusal("form_broken")
    data = archive.read(member)
    # No Office program writes entities, and in UTF-16 they could not be looked for.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refusal("form_entities")
    if b"\0" in data[:200]:
        raise Refusal("form_broken")
    if name == STRINGS:
        data = _ROOT_OF_STRINGS.sub(lambda root: _ANNOUNCED.sub(b"", root[0]), data)
        if _HUGE.search(data):
            raise Refusal("form_broken")
    return data


def repack(parts: Parts) -> BytesIO:
    """A zip of these parts and nothing else, stored as they are."""
    return BytesIO(pack({name: stored(data) for name, data in parts.items()}))
