"""The labels that Word's own lists print before a paragraph: ``I.``, ``1.``, ``a)``, ``-``."""

import re
from typing import NamedTuple

from cchc_cli.views.word.nd30_formats import Layer, paragraph_layer
from cchc_cli.views.word.reading import Element, W, value_of, whole

_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Level(NamedTuple):
    """A level of a list."""

    start: int
    form: str
    text: str
    layer: Layer


class Lists:
    """The lists of a document, counting on as paragraphs pass by."""

    def __init__(self, numbering: Element | None) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        self._kinds: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        if numbering is None:
            return
        kinds = {
            one.get(f"{W}abstractNumId") or "": one for one in numbering.findall(f"{W}abstractNum")
        }
        for one in numbering.findall(f"{W}num"):
            self._add(one, kinds)

    def _add(self, one: Element, kinds: dict[str, Element]) -> None:
        name = one.get(f"{W}numId") or ""
        kind = value_of(one, "abstractNumId") or ""
        overrides = one.findall(f"{W}lvlOverride")
        # Lists of one kind count together unless one of them starts anew.
        self._kinds[name] = f"{kind}/{name}" if overrides else kind
        for level in kinds[kind].findall(f"{W}lvl") if kind in kinds else ():
            self._levels[name, whole(level.get(f"{W}ilvl"))] = _level(level)
        for override in overrides:
            at = (name, whole(override.get(f"{W}ilvl")))
            if (own := override.find(f"{W}lvl")) is not None:
                self._levels[at] = _level(own)
            if at in self._levels and (start := value_of(override, "startOverride")) is not None:
                self._levels[at] = self._levels[at]._replace(start=whole(start, 1))

    def layer(self, place: object) -> Layer:
        """What the paragraph's level of its list sets for paragraphs."""
        level = self._levels.get(_place(place))
        return level.layer if level else {}

    def label(self, place: object) -> str:
        """The label of the next paragraph at this place; empty where there is no such list."""
        name, depth = _place(place)
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        counts = self._counts.setdefault(self._kinds[name], [None] * 9)
        now = counts[depth]
        counts[depth] = level.start if now is None else now + 1
        counts[depth + 1 :] = [None] * (8 - depth)
        if level.form == "bullet":
            return level.text if level.text.isascii() else "•"
        return _PLACE.sub(lambda match: self._counted(name, int(match[1]) - 1, counts), level.text)

    def _counted(self, name: str, depth: int, counts: list[int | None]) -> str:
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        count = counts[depth]
        return numeral(level.start if count is None else count, level.form)


def _place(place: object) -> tuple[str, int]:
    if not isinstance(place, tuple):
        return "", 0
    return str(place[0]), min(max(int(place[1]), 0), 8)


def _level(one: Element) -> Level:
    return Level(
        whole(value_of(one, "start"), 1),
        value_of(one, "numFmt") or "decimal",
        value_of(one, "lvlText") or "",
        paragraph_layer(one.find(f"{W}pPr")),
    )


def numeral(number: int, form: str) -> str:
    """A number as a list of that form prints it; Word's letters are the Latin ones."""
    if form in ("upperRoman", "lowerRoman"):
        roman = to_roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if form == "upperLetter" else letter
    return "" if form == "none" else f"{number:02d}" if form == "decimalZero" else str(number)


def to_roman(number: int) -> str:
    """A number in Roman capitals."""
    text, left = "", min(number, 3999)
    for value, letters in _ROMAN:
        while left >= value:
            text, left = text + letters, left - value
    return text.upper()


def from_roman(text: str) -> int | None:
    """The value of Roman capitals; None if it is no such number."""
    if not text:
        return None
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    numbers = [values.get(letter, 0) for letter in text]
    following = [*numbers[1:], 0]
    total = sum(-one if one < after else one for one, after in zip(numbers, following, strict=True))
    return total if to_roman(total) == text else None
