"""The labels of Word's lists, which stand in no text: counted as Word counts them.

Lists that share a definition (``abstractNum``) count on together; one that begins anew says so by
``startOverride``. A level begins anew after any level above it, or after the one that
``lvlRestart`` names, or never (ECMA-376 part 1, 17.9).
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from cchc_cli.plan.draft.lines import clean
from cchc_cli.plan.draft.word_package import W
from cchc_cli.plan.draft.word_styles import Styles, whole

_VAL = W + "val"
LEVELS = 9
# A label repeats its letter from the 27th item on; nothing that is printed goes further.
_MOST_LETTERS = 30
_MOST_ROMAN = 4000
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLACEHOLDER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One depth of a list.

    Attributes:
        form: Word's name for how numbers are written.
        text: the label with ``%1`` for the number of the first level, and so on.
        restart: the depth (from 1) after which it begins anew, 0 for never, None for any above.
        items: the labels one by one, where the form is one of its own (``a, b, c, d, đ``).
        legal: numbers of the levels above are written in digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    items: tuple[str, ...] = ()
    legal: bool = False


class _List(NamedTuple):
    """A list of the document: the definition it counts with, and its own exceptions."""

    shared: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Counts the lists of one document from its beginning to its end."""

    def __init__(self, root: ET.Element | None, styles: Styles) -> None:
        self._lists = _lists(root, styles)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styled = _levels_of_styles(root)

    def level_of(self, num: str, style: str | None) -> int | None:
        """The depth that a list keeps for a style of paragraphs."""
        found = self._lists.get(num)
        return None if found is None else self._styled.get((found.shared, style or ""))

    def label(self, num: str | None, depth: int) -> str:
        """The label of the next paragraph of a list at that depth, "" where it has none."""
        found = self._lists.get(num or "")
        if num is None or found is None or not 0 <= depth < LEVELS:
            return ""
        counts = self._counts.setdefault(found.shared, [None] * LEVELS)
        self._count(num, found, counts, depth)
        return self._written(found, counts, depth)

    def _count(self, num: str, found: _List, counts: list[int | None], depth: int) -> None:
        level = found.levels.get(depth, Level())
        begins = depth in found.starts and (num, depth) not in self._begun
        self._begun.add((num, depth))
        before = counts[depth]
        if begins:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = level.start if before is None else before + 1
        for above in range(depth):
            if counts[above] is None:
                counts[above] = found.levels.get(above, Level()).start
        for below in range(depth + 1, LEVELS):
            restart = found.levels.get(below, Level()).restart
            if restart is None or depth < restart:
                counts[below] = None

    def _written(self, found: _List, counts: list[int | None], depth: int) -> str:
        level = found.levels.get(depth, Level())
        if level.form == "bullet":
            return bullet(level.text)

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count, own = counts[at], found.levels.get(at, Level())
            if count is None or own.form == "bullet":
                return ""
            return written(count, own._replace(form="decimal") if level.legal else own)

        return clean(_PLACEHOLDER.sub(number, level.text))


def bullet(text: str) -> str:
    """A bullet as the dash that stands for it in administrative documents; a plus stays one."""
    sign = clean(text)
    return "+" if sign == "+" else "-" if sign or text else ""


def written(number: int, level: Level) -> str:
    """A number in the form of a level."""
    if level.items:
        return level.items[(number - 1) % len(level.items)] if number > 0 else ""
    write = _FORMS.get(level.form)
    return str(number) if write is None else write(number)


def _roman(number: int) -> str:
    if not 0 < number < _MOST_ROMAN:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _letter(number: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb``, as Word goes on."""
    if number < 1:
        return ""
    times, at = divmod(number - 1, len(_LETTERS))
    return _LETTERS[at] * min(times + 1, _MOST_LETTERS)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda _: "",
}


def _lists(root: ET.Element | None, styles: Styles) -> dict[str, _List]:
    """The lists of a document by their ids."""
    if root is None:
        return {}
    shared = {one.get(W + "abstractNumId", ""): one for one in root.findall(W + "abstractNum")}
    nums = {one.get(W + "numId", ""): one for one in root.findall(W + "num")}
    found = {}
    for ident, num in nums.items():
        name = _definition(num, shared, nums, styles)
        element = shared.get(name)
        levels = {} if element is None else _levels(element)
        starts = {}
        for override in num.findall(W + "lvlOverride"):
            depth = whole(override.get(W + "ilvl"), 0)
            if (own := override.find(W + "lvl")) is not None:
                levels[depth] = _level(own)
            if (start := override.find(W + "startOverride")) is not None:
                starts[depth] = whole(start.get(_VAL), 1)
        found[ident] = _List(name, levels, starts)
    return found


def _definition(
    num: ET.Element,
    shared: Mapping[str, ET.Element],
    nums: Mapping[str, ET.Element],
    styles: Styles,
) -> str:
    """The definition that a list counts with; one that only points to a style is followed once."""
    name = _value(num, "abstractNumId")
    element = shared.get(name)
    link = "" if element is None else _value(element, "numStyleLink")
    if link:
        linked = nums.get(styles.of(link).num or "")
        return name if linked is None else _value(linked, "abstractNumId")
    return name


def _levels(element: ET.Element) -> dict[int, Level]:
    return {whole(one.get(W + "ilvl"), 0): _level(one) for one in element.findall(W + "lvl")}


def _level(element: ET.Element) -> Level:
    form = element.find(f".//{W}numFmt")
    restart = element.find(W + "lvlRestart")
    own = "" if form is None else form.get(W + "format", "")
    items = tuple(part.strip() for part in own.split(",")) if "," in own else ()
    return Level(
        start=whole(_value(element, "start"), 1),
        form="decimal" if form is None else form.get(_VAL, "decimal"),
        text=_value(element, "lvlText"),
        restart=None if restart is None else whole(restart.get(_VAL), 0),
        items=tuple(one for one in items if one not in ("", "...", "…")),
        legal=element.find(W + "isLgl") is not None,
    )


def _levels_of_styles(root: ET.Element | None) -> dict[tuple[str, str], int]:
    """Which depth of which definition belongs to a style of paragraphs."""
    found = {}
    for shared in [] if root is None else root.findall(W + "abstractNum"):
        for level in shared.findall(W + "lvl"):
            if style := _value(level, "pStyle"):
                key = (shared.get(W + "abstractNumId", ""), style)
                found[key] = whole(level.get(W + "ilvl"), 0)
    return found


def _value(element: ET.Element, name: str) -> str:
    found = element.find(W + name)
    return "" if found is None else found.get(_VAL, "")
