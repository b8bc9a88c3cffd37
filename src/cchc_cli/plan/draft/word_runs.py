"""The words of one paragraph of Word: what its runs say once every change is accepted."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from cchc_cli.plan.draft.word_package import W
from cchc_cli.plan.draft.word_styles import Style, Styles, switch

_VAL = W + "val"
_RUN, _TEXT = W + "r", W + "t"
# What is not printed, or stands elsewhere: deleted and moved words, boxes, commands of fields.
_SKIPPED = {
    W + name
    for name in (
        "pPr", "rPr", "del", "moveFrom", "drawing", "pict", "object", "instrText", "delText",
        "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "rt",
    )
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}  # fmt: skip
_SIGNS = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "cr": "\n"}
_BREAK, _SYMBOL = W + "br", W + "sym"
_PRIVATE = range(0xE000, 0xF900)
# Symbol and Wingdings: their bullets, arrows and dashes stand in the private area.
_SYMBOLS = {0xF02D: "-", 0xF0B7: "-", 0xF0A7: "-", 0xF0D8: "-", 0xF0FC: "-", 0xF02B: "+"}


class Words(NamedTuple):
    """The lines of a paragraph, broken where Word was told to break them.

    Attributes:
        bold: every word is bold.
        runs_on: the end of the paragraph was deleted; the next one goes on with it.
    """

    lines: tuple[str, ...]
    bold: bool
    runs_on: bool = False

    @property
    def any(self) -> bool:
        """Whether there is a word in it."""
        return any(line.strip() for line in self.lines)

    def followed_by(self, other: "Words") -> "Words":
        """This paragraph with the next one as its end."""
        if not (self.lines and other.lines):
            return other if other.lines else self._replace(runs_on=other.runs_on)
        seam = self.lines[-1] + other.lines[0]
        lines = (*self.lines[:-1], seam, *other.lines[1:])
        return Words(lines, self.bold and other.bold, other.runs_on)


def words_of(paragraph: ET.Element, style: Style, styles: Styles) -> Words:
    """What a paragraph says, looking into links, insertions and fields."""
    parts: list[str] = []
    bold = True
    stack = list(reversed(paragraph))
    while stack:
        one = stack.pop()
        if one.tag == _RUN:
            text, strong = _run(one, style, styles)
            parts.append(text)
            bold = bold and (strong or not text.strip())
        elif one.tag not in _SKIPPED:
            stack.extend(reversed(one))
    lines = tuple("".join(parts).split("\n"))
    return Words(lines, bold and any(map(str.strip, lines)), _runs_on(paragraph))


def _run(run: ET.Element, style: Style, styles: Styles) -> tuple[str, bool]:
    """The text of a run, and whether it is bold; hidden text says nothing."""
    properties = run.find(W + "rPr")
    bold, hidden = style.bold, style.hidden
    if properties is not None:
        named = properties.find(W + "rStyle")
        if named is not None:
            own = styles.of(named.get(_VAL))
            bold, hidden = bold or own.bold, hidden or own.hidden
        bold, hidden = switch(properties, "b", bold), switch(properties, "vanish", hidden)
    return ("", bold) if hidden else ("".join(map(_sign, run)), bold)


def _sign(element: ET.Element) -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag == _BREAK:
        return " " if element.get(W + "type") in ("page", "column") else "\n"
    if element.tag == _SYMBOL:
        return _symbol(element.get(W + "char", ""))
    return _SIGNS.get(element.tag, "")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number in _SYMBOLS:
        return _SYMBOLS[number]
    return "" if number in _PRIVATE or not 0x20 <= number < 0xD800 else chr(number)


def _runs_on(paragraph: ET.Element) -> bool:
    """Whether the mark at the paragraph's end was deleted or moved away."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom"))
