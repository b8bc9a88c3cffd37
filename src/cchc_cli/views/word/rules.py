"""The drawn rules of a head: as long as the text above them asks for.

Phụ lục I of Nghị định 30/2020/NĐ-CP wants a solid rule as long as the line under the motto, and one
of 1/3 to 1/2 of the line under the issuer and under the subject. Each is the lower border of a tiny
paragraph, told by its style; once the text is known, the paragraph's indents make its length.
An issuer's long name is broken into lines of about the same length first.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc_cli.views.word.metrics import Face, balanced, lines_of, text_width
from cchc_cli.views.word.xml import Element, attribute, find, make, parse, w

STYLES = "word/styles.xml"
FULL_RULE = "KeHet"
SHORT_RULE = "KeNgan"
ISSUER = "CoQuan"
# Between 1/3 and 1/2, with room for fonts that are a little wider or narrower.
SHARES = {FULL_RULE: 1.0, SHORT_RULE: 0.42}
TWIPS = 20
DEFAULT_SIZE = 10.0
_ON = (None, "1", "true", "on")


class Letters(NamedTuple):
    """How the letters of a style look."""

    size: float
    bold: bool
    italic: bool

    @property
    def face(self) -> Face:
        """The face whose widths hold."""
        return "bold" if self.bold else "italic" if self.italic else "regular"


class Styles:
    """The letters of paragraph styles, those that they are based on included."""

    def __init__(self, styles: Mapping[str, Element], defaults: Element | None = None) -> None:
        self._styles = styles
        self._defaults = defaults
        self._standard = next(
            (ident for ident, one in styles.items()
             if one.get(w("type")) == "paragraph" and one.get(w("default")) in ("1", "true")),
            None,
        )  # fmt: skip

    def letters(self, paragraph: Element) -> Letters:
        """The letters of a paragraph: its first run's own, then its style's."""
        ident = attribute(paragraph, "w:pPr/w:pStyle") or self._standard
        own = next((one for one in paragraph.iter(w("rPr")) if one.getparent().tag == w("r")), None)
        chain = [own, *self._chain(ident), self._defaults]
        half_points = _first(chain, "w:sz")
        size = float(half_points) / 2 if half_points else DEFAULT_SIZE
        return Letters(size, _is_on(chain, "w:b"), _is_on(chain, "w:i"))

    def _chain(self, ident: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while ident is not None and ident in self._styles and ident not in seen:
            seen.add(ident)
            yield find(self._styles[ident], "w:rPr")
            ident = attribute(self._styles[ident], "w:basedOn")


def read_styles(part: bytes | None) -> Styles:
    """The styles of a document."""
    if part is None:
        return Styles({})
    root = parse(part)
    found = {str(one.get(w("styleId"))): one for one in root.iter(w("style"))}
    return Styles(found, find(root, "w:docDefaults/w:rPrDefault/w:rPr"))


def draw(root: Element, styles: Styles) -> None:
    """Give every rule of a document its length."""
    for paragraph in root.iter(w("p")):
        style = attribute(paragraph, "w:pPr/w:pStyle")
        if style == ISSUER:
            _break_evenly(paragraph, styles)
        share = SHARES.get(style or "")
        if share is not None:
            above = _above(paragraph)
            room = _room(paragraph)
            length = 0.0
            if above is not None:
                letters = styles.letters(above)
                pieces = text_of(above, break_as="\n").splitlines()
                broken = (lines_of(one, room, letters.size, letters.face) for one in pieces)
                lines = [line for piece in broken for line in piece]
                widths = [text_width(line, letters.size, letters.face) for line in lines]
                length = share * min(max(widths, default=0.0), room)
            _indent(paragraph, (room - length) / 2)


def text_of(element: Element, break_as: str = " ") -> str:
    """The text within an element as one reads it; tabs are spaces, and so are line breaks."""
    breaks = {w("tab"): " ", w("br"): break_as, w("cr"): break_as}
    return "".join(
        breaks.get(one.tag) or one.text or ""
        for one in element.iter(w("t"), *breaks)
        if one.tag == w("t") or one.getparent().tag == w("r")
    )


def _first(chain: list[Element | None], path: str) -> str | None:
    return next((said for one in chain if (said := attribute(one, path)) is not None), None)


def _is_on(chain: list[Element | None], path: str) -> bool:
    for one in chain:
        found = None if one is None else find(one, path)
        if found is not None:
            return found.get(w("val")) in _ON
    return False


def _above(paragraph: Element) -> Element | None:
    """The paragraph with text that stands before a rule."""
    for one in paragraph.itersiblings(preceding=True):
        if one.tag == w("p") and text_of(one).strip():
            return one
        if one.tag == w("sdt") and (inside := list(one.iter(w("p")))):
            return inside[-1]
    return None


def _break_evenly(paragraph: Element, styles: Styles) -> None:
    """Break a name that needs several lines; one that holds more than text stays as it is."""
    texts = list(paragraph.iter(w("t"), w("br"), w("tab"), w("sdt")))
    if len(texts) != 1 or texts[0].tag != w("t"):
        return
    letters = styles.letters(paragraph)
    (text,) = texts
    lines = balanced(text.text or "", _room(paragraph), letters.size, letters.face)
    run = text.getparent()
    for at, line in enumerate(lines):
        if at:
            run.append(make("br"))
            text = make("t")
            run.append(text)
        text.text = line


def _room(paragraph: Element) -> float:
    """How wide the cell or the page's text is, in points."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is not None:
        return int(attribute(cell, "w:tcPr/w:tcW", "w") or 0) / TWIPS
    body = next(paragraph.iterancestors(w("body")), None)
    section = None if body is None else next(iter(body.iter(w("sectPr"))), None)
    if section is None:
        return 0.0
    page = int(attribute(section, "w:pgSz", "w") or 0)
    margins = (int(attribute(section, "w:pgMar", side) or 0) for side in ("left", "right"))
    return (page - sum(margins)) / TWIPS


def _indent(paragraph: Element, points: float) -> None:
    twips = str(max(round(points * TWIPS), 0))
    properties = find(paragraph, "w:pPr")
    old = find(properties, "w:ind")
    if old is not None:
        properties.remove(old)
    indent = make("ind", left=twips, right=twips, firstLine="0")
    later = {w(name) for name in ("contextualSpacing", "mirrorIndents", "jc", "rPr", "sectPr")}
    at = next((at for at, one in enumerate(properties) if one.tag in later), len(properties))
    properties.insert(at, indent)
