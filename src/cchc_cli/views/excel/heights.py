"""How high a row has to be for texts that wrap.

Excel would find that by itself, LibreOffice does not for a file that calls itself Excel's, and
merged cells never do; so every row of text is given its height.
"""

from collections.abc import Iterable
from functools import lru_cache

LINE = 14.5
MARGIN = 3.0
# Excel's highest row is 409 points.
HIGHEST = 400.0
# Vietnamese letters of Times New Roman for one of the digits that a column's width counts.
LETTERS = 1.04
# Most texts are those of the plan, the same for many units.
KNOWN = 1024


class Height(float):
    """A height in points."""


def height_of(cells: Iterable[tuple[str, float]], line: float = LINE) -> Height:
    """The height of a row by its texts and the widths of their columns."""
    lines = max((lines_of(text, width) for text, width in cells), default=1)
    return Height(min(line * lines + MARGIN, HIGHEST))


@lru_cache(KNOWN)
def lines_of(text: str, width: float) -> int:
    """On how many lines a text stands in a column, words kept whole."""
    letters = max(int(width * LETTERS), 1)
    return sum(_wrapped(one, letters) for one in text.split("\n"))


def _wrapped(text: str, letters: int) -> int:
    if len(text) <= letters:
        return 1
    number, used = 1, 0
    for word in text.split(" "):
        size = len(word)
        if used and used + 1 + size > letters:
            number, used = number + 1, 0
        used += size + bool(used)
        if used > letters:
            more = (used - 1) // letters
            number, used = number + more, used - more * letters
    return number
