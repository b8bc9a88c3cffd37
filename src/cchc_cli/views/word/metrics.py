"""How wide a text is in Times New Roman.

The widths are those of Liberation Serif, which was drawn to have the same ones. Vietnamese letters
are as wide as the letters that they are made of; the horned ones and đ have widths of their own.
"""

import unicodedata
from collections.abc import Iterator
from typing import Literal

Face = Literal["regular", "bold", "italic"]
EM = 2048
WIDEST = 2048
# Of the letters from the space to the tilde, in 1/2048 of the size.
_ASCII: dict[Face, tuple[int, ...]] = {
    "regular": (
        512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569,
        1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155,
        909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821,
        1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
        682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569,
        1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410,
        983, 1108,
    ),
    "bold": (
        512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569,
        1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167,
        1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933,
        1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682, 569,
        682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569,
        1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451,
        807, 1065,
    ),
    "italic": (
        512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569,
        1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382,
        1024, 1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479, 682, 909, 1366, 1139, 1706,
        1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797, 569,
        797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909, 569,
        1479, 1024, 1024, 1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563,
        819, 1108,
    ),
}  # fmt: skip
_OTHERS = "ơưƠƯđĐ“”‘’–…"


def _others(*widths: int) -> dict[str, int]:
    return dict(zip(_OTHERS, widths, strict=True))


_WIDTHS: dict[Face, dict[str, int]] = {
    "regular": _others(1083, 1110, 1479, 1589, 1024, 1479, 909, 909, 682, 682, 1024, 2048),
    "bold": _others(1134, 1229, 1593, 1630, 1139, 1479, 1024, 1024, 682, 682, 1024, 2048),
    "italic": _others(1093, 1117, 1479, 1544, 1024, 1479, 1139, 1139, 682, 682, 1024, 1821),
}  # fmt: skip
_HORN = "\u031b"
_HORNED = {"o": "ơ", "O": "Ơ", "u": "ư", "U": "Ư"}


def text_width(text: str, size: float, face: Face = "regular") -> float:
    """The width of a text in points, at a size in points."""
    own, ascii_widths = _WIDTHS[face], _ASCII[face]
    total = 0
    for letter in _letters(text):
        code = ord(letter) - 32
        known = ascii_widths[code] if 0 <= code < len(ascii_widths) else own.get(letter, WIDEST)
        total += known
    return total * size / EM


def lines_of(text: str, width: float, size: float, face: Face = "regular") -> list[str]:
    """The lines into which a text breaks where a line is so many points wide."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, face) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def balanced(text: str, width: float, size: float, face: Face = "regular") -> list[str]:
    """The same number of lines, made as equal as they can be."""
    best = lines_of(text, width, size, face)
    widest = _widest(best, size, face)
    while True:
        narrower = lines_of(text, widest - 0.01, size, face)
        now = _widest(narrower, size, face)
        if len(narrower) > len(best) or now >= widest:
            return best
        best, widest = narrower, now


def _widest(lines: list[str], size: float, face: Face) -> float:
    return max((text_width(line, size, face) for line in lines), default=0.0)


def _letters(text: str) -> Iterator[str]:
    """The letters that widths are known of: marks stand above them and take no room."""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        yield _HORNED.get(parts[0], parts[0]) if _HORN in parts else parts[0]
