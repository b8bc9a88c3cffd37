"""What a PDF says: words and ruled lines at their places, page by page.

The home of pypdfium2.
"""

import ctypes
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import Any, NamedTuple

from pypdfium2 import PdfDocument, PdfiumError, raw

from cchc_cli.errors import BadDocument

MAX_PAGES = 600
MAX_LETTERS = 1_500_000
MAX_RULES = 8_000
# Heavier than this is bold (CSS and PDF count 400 as regular, 700 as bold).
_BOLD = 600
_FLAG_BOLD = 1 << 18
# What pdfium makes of a hyphen at the end of a line.
_CUT_HYPHENS = (0x2, 0xFFFE)
_WIDEST_RULE = 3.5
_SHORTEST_RULE = 6.0


class Word(NamedTuple):
    """A word at its place in points, from the page's lower left corner.

    Attributes:
        base: the line that it stands on.
        height: the size of its letters.
        spaced: a space stands before it in the file.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    bold: bool = False
    spaced: bool = True

    @property
    def middle(self) -> float:
        """Half the height of its small letters above the page's end."""
        return self.base + self.height / 4


class Rule(NamedTuple):
    """A straight line that is printed: upright if ``left`` is ``right``, else level."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page: its size, words in the file's order, lines, and whether it has pictures."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictures: bool = False


def pages_of(path: Path) -> Iterator[Page]:
    """The pages of a PDF, read in this process.

    Raises:
        BadDocument: if it is damaged, encrypted or too long.
    """
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        encrypted = "password" in str(error).casefold() or "security" in str(error).casefold()
        raise BadDocument(
            "document_encrypted" if encrypted else "document_broken", file=path
        ) from error
    try:
        if len(document) > MAX_PAGES:
            raise BadDocument("document_too_big", file=path)
        left = MAX_LETTERS
        for number in range(len(document)):
            page, letters = _read_page(document, number)
            left -= letters
            if left < 0 or len(page.rules) > MAX_RULES:
                raise BadDocument("document_too_big", file=path)
            yield page
    except PdfiumError as error:
        raise BadDocument("document_broken", file=path) from error
    finally:
        document.close()


def _read_page(document: Any, number: int) -> tuple[Page, int]:
    page = document[number]
    text = page.get_textpage()
    try:
        letters = raw.FPDFText_CountChars(text.raw)
        words = tuple(_words(_Letters(text.raw), min(letters, MAX_LETTERS)))
        rules, pictures = _drawn(page.raw)
        width, height = page.get_size()
        return Page(number + 1, width, height, words, rules, pictures), letters
    finally:
        text.close()
        page.close()


class _Letters:
    """The letters of a page, asked for one by one."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bold: dict[int, bool] = {}

    def sign(self, at: int) -> str:
        """The letter itself."""
        number = raw.FPDFText_GetUnicode(self._text, at) or 0xFFFD
        return "-" if number in _CUT_HYPHENS else chr(number)

    def place(self, at: int) -> tuple[float, float, float]:
        """Its left and right edge, and the line that it stands on."""
        raw.FPDFText_GetLooseCharBox(self._text, at, ctypes.byref(self._box))
        raw.FPDFText_GetCharOrigin(self._text, at, ctypes.byref(self._x), ctypes.byref(self._y))
        return self._box.left, self._box.right, self._y.value

    def height(self, at: int) -> float:
        """The size of its font as it is printed."""
        raw.FPDFText_GetMatrix(self._text, at, ctypes.byref(self._matrix))
        size: float = raw.FPDFText_GetFontSize(self._text, at)
        return abs(size) * hypot(self._matrix.c, self._matrix.d) or 1.0

    def bold(self, at: int) -> bool:
        """Whether its font is bold; each text object is asked once."""
        drawn = raw.FPDFText_GetTextObject(self._text, at)
        key = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        if key not in self._bold:
            flags = ctypes.c_int()
            name = ctypes.create_string_buffer(128)
            raw.FPDFText_GetFontInfo(self._text, at, name, len(name), ctypes.byref(flags))
            heavy = raw.FPDFText_GetFontWeight(self._text, at) >= _BOLD
            named = b"bold" in name.value.lower()
            self._bold[key] = heavy or named or bool(flags.value & _FLAG_BOLD)
        return self._bold[key]


def _words(letters: _Letters, number: int) -> Iterator[Word]:
    """The words of a page: letters that follow one another on a line without a space."""
    word: Word | None = None
    spaced = True
    for at in range(number):
        sign = letters.sign(at)
        if sign.isspace():
            if word is not None:
                yield word
            word, spaced = None, True
            continue
        left, right, base = letters.place(at)
        if word is not None and not _apart(word, left, base):
            word = word._replace(text=word.text + sign, right=max(word.right, right))
            continue
        if word is not None:
            yield word
        word = Word(sign, left, right, base, letters.height(at), letters.bold(at), spaced)
        spaced = False
    if word is not None:
        yield word


def _apart(word: Word, left: float, base: float) -> bool:
    """Whether a letter stands on another line, is raised, or far from the word before it."""
    off_line = abs(base - word.base) > word.height * 0.15
    far = left > word.right + word.height / 4 or left < word.left - word.height / 4
    return off_line or far


def _drawn(page: Any) -> tuple[tuple[Rule, ...], bool]:
    """The ruled lines of a page, and whether there are pictures."""
    rules: list[Rule] = []
    pictures = False
    for at in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(drawn)
        pictures = pictures or kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind == raw.FPDF_PAGEOBJ_PATH and len(rules) <= MAX_RULES:
            for left, bottom, right, top in _boxes(drawn):
                rules.extend(_rules(left, bottom, right, top))
    return tuple(rules), pictures


def _boxes(path: Any) -> Iterator[tuple[float, float, float, float]]:
    """The boxes around the strokes of a path, in points of the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(min(raw.FPDFPath_CountSegments(path), MAX_RULES)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield _around(points)
            points = []
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
    if points:
        yield _around(points)


def _around(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, upward = [x for x, _ in points], [y for _, y in points]
    return min(across), min(upward), max(across), max(upward)


def _rules(left: float, bottom: float, right: float, top: float) -> Iterator[Rule]:
    """A thin box is a line; the frame of a larger one is four."""
    x, y = (left + right) / 2, (bottom + top) / 2
    wide, tall = right - left, top - bottom
    if tall <= _WIDEST_RULE:
        if wide >= _SHORTEST_RULE:
            yield Rule(left, y, right, y)
    elif wide <= _WIDEST_RULE:
        if tall >= _SHORTEST_RULE:
            yield Rule(x, bottom, x, top)
    else:
        yield Rule(left, bottom, right, bottom)
        yield Rule(left, top, right, top)
        yield Rule(left, bottom, left, top)
        yield Rule(right, bottom, right, top)
