"""The zip around a Word document: read into its parts, written with the same bytes every time.

Parts that do not change are deflated once and copied as they are into every document.
"""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
# 1980-01-01 00:00, the first moment that a zip can name.
_DAY = 0x21
_UTF8_NAMES = 0x800
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A part as it stands in the zip."""

    crc: int
    size: int
    deflated: bytes

    @property
    def data(self) -> bytes:
        """The part's own bytes."""
        return zlib.decompress(self.deflated, -zlib.MAX_WBITS)


class NotWord(ValueError):
    """What was read is no Word document."""


def deflate(data: bytes) -> Packed:
    """A part ready to be put into any number of documents."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def read_parts(document: bytes) -> dict[str, bytes]:
    """The parts of a document by name, in their order.

    Raises:
        NotWord: if it is no zip, a part cannot be read, or there is no text in it.
    """
    try:
        with ZipFile(BytesIO(document)) as file:
            parts = {one.filename: file.read(one) for one in file.infolist() if not one.is_dir()}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotWord(str(error)) from error
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        raise NotWord(DOCUMENT)
    return parts


def pack(parts: Mapping[str, bytes | Packed]) -> bytes:
    """A document of these parts; the same parts make the same bytes."""
    body, directory, at = [], [], 0
    for name, part in parts.items():
        crc, size, deflated = part if isinstance(part, Packed) else deflate(part)
        label = name.encode("utf-8")
        flags = 0 if label.isascii() else _UTF8_NAMES
        common = (flags, zlib.DEFLATED, 0, _DAY, crc, len(deflated), size, len(label), 0)
        local = _LOCAL.pack(b"PK\x03\x04", 20, *common)
        central = _CENTRAL.pack(b"PK\x01\x02", 20, 20, *common, 0, 0, 0, 0, at)
        body += [local, label, deflated]
        directory += [central, label]
        at += len(local) + len(label) + len(deflated)
    index = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), len(index), at, 0)
    return b"".join((*body, index, end))
