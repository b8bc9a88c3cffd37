"""The zip around documents and workbooks, written with the same bytes every time.

Parts that do not change are packed once and copied as they are into every file.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED

# 1980-01-01 00:00, the first moment that a zip can name.
_DAY = 0x21
_UTF8_NAMES = 0x800
# Records of a zip: before each part, in the directory, at the end.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A part as it stands in the zip."""

    crc: int
    size: int
    content: bytes
    method: int = ZIP_DEFLATED

    @property
    def data(self) -> bytes:
        """The part's own bytes."""
        if self.method == ZIP_STORED:
            return self.content
        return zlib.decompress(self.content, -zlib.MAX_WBITS)


def deflate(data: bytes) -> Packed:
    """A part ready to be put into any number of files."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def stored(data: bytes) -> Packed:
    """A part as it is: for a zip that is read at once and never kept."""
    return Packed(zlib.crc32(data), len(data), data, ZIP_STORED)


def pack(parts: Mapping[str, bytes | Packed]) -> bytes:
    """A zip of these parts, in their order; the same parts make the same bytes."""
    body, directory, at = [], [], 0
    for name, part in parts.items():
        crc, size, content, method = part if isinstance(part, Packed) else deflate(part)
        label = name.encode("utf-8")
        flags = 0 if label.isascii() else _UTF8_NAMES
        common = (flags, method, 0, _DAY, crc, len(content), size, len(label), 0)
        local = _LOCAL.pack(b"PK\x03\x04", 20, *common)
        central = _CENTRAL.pack(b"PK\x01\x02", 20, 20, *common, 0, 0, 0, 0, at)
        body += [local, label, content]
        directory += [central, label]
        at += len(local) + len(label) + len(content)
    index = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), len(index), at, 0)
    return b"".join((*body, index, end))
