"""What the styles of a Word document say of a paragraph: heading, list, bold, centred."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from cchc_cli.plan.draft.word_package import W

_OFF = ("0", "false", "off", "none")
_VAL = W + "val"
# A style that names itself as its own base is no style; real chains are short.
_LONGEST_CHAIN = 12


class Style(NamedTuple):
    """A style with all it takes from those that it is based on.

    Attributes:
        num: id of its list, None without one.
        level: depth in that list.
        heading: outline level from 1, 0 where it is no heading.
        contents: it is a line of a table of contents.
    """

    num: str | None = None
    level: int | None = None
    heading: int = 0
    bold: bool = False
    centred: bool = False
    hidden: bool = False
    contents: bool = False


PLAIN = Style()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: ET.Element | None) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._raw = {one.get(W + "styleId", ""): one for one in found}
        self._known: dict[str, Style] = {}
        defaults = (one for one in found if one.get(W + "default") in ("1", "true"))
        self.default = next(
            (one.get(W + "styleId", "") for one in defaults if one.get(W + "type") == "paragraph"),
            "",
        )

    def of(self, ident: str | None) -> Style:
        """A style by its id; the paragraphs' default for None, nothing for an unknown one."""
        name = self.default if ident is None else ident
        if name not in self._known:
            style = PLAIN
            for element in reversed(list(self._chain(name))):
                style = _over(style, element)
            self._known[name] = style
        return self._known[name]

    def _chain(self, name: str) -> Iterator[ET.Element]:
        for _ in range(_LONGEST_CHAIN):
            element = self._raw.get(name)
            if element is None:
                return
            yield element
            based = element.find(W + "basedOn")
            name = "" if based is None else based.get(_VAL, "")


def _over(base: Style, element: ET.Element) -> Style:
    """A style over the one that it is based on."""
    name = element.find(W + "name")
    title = ("" if name is None else name.get(_VAL, "")).casefold()
    style = base
    if title.startswith("heading ") and title[8:9].isdigit():
        style = style._replace(heading=int(title[8:9]))
    if title.startswith("toc "):
        style = style._replace(contents=True)
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    if paragraph is not None:
        style = with_paragraph(style, paragraph)
    if run is not None:
        style = style._replace(
            bold=switch(run, "b", style.bold), hidden=switch(run, "vanish", style.hidden)
        )
    return style


def with_paragraph(style: Style, properties: ET.Element) -> Style:
    """A style with what the properties of a paragraph say otherwise."""
    outline, justified = properties.find(W + "outlineLvl"), properties.find(W + "jc")
    if outline is not None:
        level = outline.get(_VAL, "9")
        style = style._replace(heading=int(level) + 1 if level in "012345678" else 0)
    if justified is not None:
        style = style._replace(centred=justified.get(_VAL) == "center")
    listed = properties.find(W + "numPr")
    if listed is not None:
        num, depth = listed.find(W + "numId"), listed.find(W + "ilvl")
        style = style._replace(
            num=style.num if num is None else num.get(_VAL),
            level=style.level if depth is None else whole(depth.get(_VAL), 0),
        )
    return style


def switch(properties: ET.Element, name: str, default: bool) -> bool:
    """A property that is on when it stands there, unless it says that it is off."""
    found = properties.find(W + name)
    return default if found is None else found.get(_VAL, "1").casefold() not in _OFF


def whole(text: str | None, default: int) -> int:
    """A whole number of few digits, or what stands for a wrong one."""
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) <= 6 else default
