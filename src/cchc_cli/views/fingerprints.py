"""Fingerprints of text: short hashes that tell whether a person changed it.

Blanks at the ends of lines, blank lines and the form of Unicode do not count: editors change
them by themselves.
"""

import base64
import binascii
import hashlib
import unicodedata
from typing import NamedTuple

BYTES = 3


class Outline(NamedTuple):
    """A text's hash and the short hashes of its lines that are not blank."""

    digest: str
    lines: tuple[bytes, ...]

    def packed(self) -> str:
        """The lines' hashes as one word."""
        return base64.b64encode(b"".join(self.lines)).decode("ascii")

    @classmethod
    def unpacked(cls, digest: str, word: str) -> "Outline":
        """An outline as it was written; without lines if somebody damaged it."""
        try:
            data = base64.b64decode(word, validate=True)
        except binascii.Error:
            data = b""
        return cls(digest, tuple(data[at : at + BYTES] for at in range(0, len(data), BYTES)))

    def begins_with(self, text: str) -> bool:
        """Whether a text, whose last line may go on, is the beginning of what was outlined."""
        lines = outline(text.rpartition("\n")[0]).lines
        return self.lines[: len(lines)] == lines


def outline(text: str) -> Outline:
    """The outline of a text."""
    lines = [normal for line in text.split("\n") if (normal := _normal(line))]
    return Outline(digest("\n".join(lines)), tuple(_hash(line)[:BYTES] for line in lines))


def digest(text: str) -> str:
    """The hash of a text as 16 letters."""
    return _hash(text)[:8].hex()


def short_hash(text: str) -> str:
    """The hash of what stands in a region, as 8 letters."""
    lines = (_normal(line) for line in text.split("\n"))
    return _hash("\n".join(lines).strip("\n"))[:4].hex()


def _normal(line: str) -> str:
    return unicodedata.normalize("NFC", " ".join(line.split()))


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
