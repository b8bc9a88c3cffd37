"""The runs of a paragraph: its letters with their looks, the lines drawn in it, its page number."""

from unicodedata import normalize

from cchc_cli.views.word.nd30_formats import Formats, Look
from cchc_cli.views.word.nd30_lines import Line, drawn_lines
from cchc_cli.views.word.nd30_model import Run
from cchc_cli.views.word.reading import Element, W, switch

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INLINE = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "smartTag", "customXml", "moveTo", "dir", "bdo", "sdtContent")
)
_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}br": "\n",
}
_T, _R, _RPR = (f"{W}{name}" for name in ("t", "r", "rPr"))
_ODD = str.maketrans({"\u00a0": " ", "\u200b": None, "\ufeff": None, "\u00ad": None})


class RunReader:
    """One pass through a paragraph, in the order of reading.

    Attributes:
        page_look: the look of the page number, where there is one.
        breaks: whether a page ends within it.
    """

    def __init__(self, formats: Formats, style: str, table: str) -> None:
        self.runs: list[Run] = []
        self.lines: list[Line] = []
        self.page_look: Look | None = None
        self.breaks = False
        self._formats = formats
        self._style = (style, table)
        self._depth = 0
        self._asked = ""

    def read(self, parent: Element, *, prompt: bool) -> None:
        """The runs below an element; a control that is not filled in holds a prompt."""
        for one in parent:
            if one.tag == _R:
                self._run(one, prompt=prompt)
            elif one.tag == f"{W}sdt":
                inside = one.find(f"{W}sdtContent")
                if inside is not None:
                    self.read(inside, prompt=prompt or is_prompt(one))
            elif one.tag == f"{W}fldSimple":
                before = len(self.runs)
                self.read(one, prompt=prompt)
                if is_page(one.get(f"{W}instr") or ""):
                    shown = self.runs[before:]
                    plain = self._formats.look(None, *self._style)
                    self.page_look = shown[-1].look if shown else plain
            elif one.tag in _INLINE:
                self.read(one, prompt=prompt)

    def _run(self, one: Element, *, prompt: bool) -> None:
        look = self._formats.look(one.find(_RPR), *self._style)
        pieces = [self._piece(part, look) for part in one]
        text = normalize("NFC", "".join(pieces)).translate(_ODD)
        if text and not look.hidden:
            if self._depth and is_page(self._asked):
                self.page_look = look
            self.runs.append(Run(text.upper() if look.capitals else text, look, prompt))

    def _piece(self, part: Element, look: Look) -> str:
        tag = part.tag
        if tag == _T:
            return part.text or ""
        if tag == f"{W}br" and part.get(f"{W}type") in ("page", "column"):
            self.breaks = True
        elif tag in _CHARACTERS:
            return _CHARACTERS[tag]
        elif tag == f"{W}fldChar":
            self._count(part.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            self._asked += part.text or ""
            self.page_look = look if is_page(self._asked) else self.page_look
        elif tag in (f"{W}drawing", f"{W}pict"):
            self.lines += drawn_lines(part)
        elif tag == f"{MC}AlternateContent":
            choice = part.find(f"{MC}Choice")
            self.lines += drawn_lines(choice if choice is not None else part)
        return ""

    def _count(self, kind: str | None) -> None:
        if kind == "begin":
            self._asked = self._asked if self._depth else ""
            self._depth += 1
        elif kind == "end":
            self._depth = max(self._depth - 1, 0)


def is_page(asked: str) -> bool:
    """Whether a field shows the number of its page."""
    return asked.upper().split(maxsplit=1)[:1] == ["PAGE"]


def is_prompt(control: Element) -> bool:
    """Whether a content control still shows what is to be written into it."""
    return switch(control.find(f"{W}sdtPr"), "showingPlcHdr") is True
