"""From the words of a page to its lines and tables, from top to bottom, columns one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.lines import clean
from cchc_cli.plan.draft.pdf_pages import Page, Word
from cchc_cli.plan.draft.pdf_tables import Area, Grid, grids_of

# A gap this many letters high parts two columns; justified lines have narrower ones.
_COLUMN_GAP = 2.2
_SMALL = 0.8
_HALF = 0.42
# Lines of a column stand closer than this many letters are high.
_COLUMN_LINE = 2.2
_NOTE_AREA = 0.4


class Line(NamedTuple):
    """A line of print.

    Attributes:
        first: how wide its first word is.
        column: 0 in running text, 1 and 2 where a line stands in the left or right of two columns.
        page_width: how wide its page is.
    """

    text: str
    left: float
    right: float
    middle: float
    height: float
    bold: bool
    place: Place
    first: float
    column: int
    page_width: float


class Stretch(NamedTuple):
    """Lines between tables."""

    lines: tuple[Line, ...]


class Ruled(NamedTuple):
    """A table of one page: its grid, and the text of each cell."""

    grid: Grid
    texts: tuple[str, ...]
    places: tuple[Place, ...]


Part = Stretch | Ruled


def parts_of(page: Page) -> Iterator[Part]:
    """The page from top to bottom: stretches of lines, and tables between them."""
    grids = grids_of(page.rules)
    words = [word for word in page.words if clean(word.text)]
    outside = [word for word in words if _grid_of(word, grids) is None]
    numbers = iter(range(1, len(words) + 1))
    size = _size(outside)
    for grid in grids:
        above = [word for word in outside if word.middle > grid.top]
        outside = [word for word in outside if word.middle <= grid.top]
        yield Stretch(tuple(_lines(above, page, numbers, size)))
        yield _ruled(grid, [word for word in words if _grid_of(word, grids) is grid], page, numbers)
    yield Stretch(tuple(_lines(outside, page, numbers, size)))


def _size(words: Sequence[Word]) -> float:
    """The size of most letters."""
    return median([word.height for word in words for _ in word.text]) if words else 0.0


def _grid_of(word: Word, grids: Sequence[Grid]) -> Grid | None:
    middle = (word.left + word.right) / 2
    return next((one for one in grids if one.holds(middle, word.middle)), None)


def _ruled(grid: Grid, words: Iterable[Word], page: Page, numbers: Iterator[int]) -> Ruled:
    inside: dict[Area, list[Word]] = {area: [] for area in grid.areas}
    for word in words:
        area = grid.area_at((word.left + word.right) / 2, word.middle)
        if area is not None:
            inside[area].append(word)
    texts, places = [], []
    for found in inside.values():
        rows = [_joined(row) for row in rows_of(found)]
        places.append(Place(next(numbers, 1), page.number))
        texts.append("\n".join(rows))
    return Ruled(grid, tuple(texts), tuple(places))


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by the lines that they stand on, from top to bottom, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.middle):
        row = rows[-1] if rows else []
        if row and _same_line(row, word):
            row.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _same_line(row: Sequence[Word], word: Word) -> bool:
    last = row[-1]
    return abs(last.middle - word.middle) < max(last.height, word.height) * 0.45


def _joined(words: Sequence[Word]) -> str:
    """The words of a line; those that no space parted in the file are one."""
    text = ""
    right = 0.0
    for word in words:
        apart = word.spaced or word.left - right > word.height / 4
        text += f" {word.text}" if text and apart else word.text
        right = word.right
    return clean(text)


def _lines(
    words: Sequence[Word], page: Page, numbers: Iterator[int], size: float
) -> Iterator[Line]:
    """Lines of running text; where two columns stand side by side, the left one first."""
    columns: list[list[Line]] = [[], []]
    for row in rows_of(_printed(words, page, size)):
        segments = _segments(row)
        if len(segments) == 1 and not _beside(segments[0], columns, page):
            yield from _both(columns)
            columns = [[], []]
            yield _line(segments[0], page, next(numbers, 1), 0)
            continue
        for segment in segments:
            right = segment[0].left > page.width * _HALF
            number = 2 if right else 1
            columns[number - 1].append(_line(segment, page, next(numbers, 1), number))
    yield from _both(columns)


def _both(columns: Sequence[list[Line]]) -> Iterator[Line]:
    for column in columns:
        yield from column


def _printed(words: Sequence[Word], page: Page, size: float) -> Iterator[Word]:
    """Words without footnotes and their signs, which are set in small letters."""
    small = [word for word in words if word.height < size * _SMALL]
    low = {id(word) for word in small if word.middle < page.height * _NOTE_AREA}
    for word in words:
        sign = word.height < size * _SMALL and word.text.strip("()[]").isdigit()
        if not sign and id(word) not in low:
            yield word


def _segments(row: Sequence[Word]) -> list[list[Word]]:
    segments = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > max(before.height, word.height) * _COLUMN_GAP:
            segments.append([])
        segments[-1].append(word)
    return segments


def _beside(segment: Sequence[Word], columns: Sequence[list[Line]], page: Page) -> bool:
    """Whether a line goes on with one of the columns that stand above it."""
    if not (columns[0] and columns[1]):
        return False
    lowest = min(columns[0][-1].middle, columns[1][-1].middle)
    if lowest - segment[0].middle > segment[0].height * _COLUMN_LINE:
        return False
    edge = min(line.left for line in columns[1])
    left, right = segment[0].left, segment[-1].right
    return left > page.width * _HALF or right < min(edge, page.width * 0.55)


def _line(words: Sequence[Word], page: Page, number: int, column: int) -> Line:
    return Line(
        _joined(words),
        words[0].left,
        words[-1].right,
        median([word.middle for word in words]),
        median([word.height for word in words]),
        all(word.bold for word in words),
        Place(number, page.number),
        words[0].right - words[0].left,
        column,
        page.width,
    )
