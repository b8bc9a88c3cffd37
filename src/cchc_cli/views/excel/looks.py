"""How the cells of a workbook to be filled in look; what is unlocked is light yellow.

Times New Roman as in documents of the administration (NĐ 30/2020, annex I).
"""

from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from cchc_cli.domain.forms import ColumnKind

FONT = "Times New Roman"
SIZE = 11
FILL = "#FFF9DB"
FILL_HEAD = "#FFE699"
HEAD = "#D9E2F3"
GROUP = "#EEF2F9"

Look = Literal[
    "title", "about", "key", "head", "fill_head", "group", "shown", "centred", "amount",
    "motto", "label", "fact", "step", "step_no", "heading", "sample", "locked",
    "above", "signature", "signed", "dated", "broken",
]  # fmt: skip
_Properties = dict[str, object]
_CELL: _Properties = {"border": 1, "border_color": "#7F7F7F", "valign": "top", "text_wrap": True}
_CENTRE: _Properties = {"align": "center", "valign": "vcenter", "text_wrap": True}
_HEAD: _Properties = {**_CELL, **_CENTRE, "bold": True}
_FILLED: _Properties = {**_CELL, "bg_color": FILL, "locked": False}

LOOKS: dict[Look, _Properties] = {
    "title": {**_CENTRE, "bold": True, "font_size": 14},
    "about": {**_CENTRE, "italic": True},
    "key": {"font_color": "#7F7F7F"},
    "head": {**_HEAD, "bg_color": HEAD},
    "fill_head": {**_HEAD, "bg_color": FILL_HEAD},
    # Not wrapped, and without lines between its cells: its text runs on over the empty ones.
    "group": {"bold": True, "bg_color": GROUP, "top": 1, "bottom": 1, "valign": "vcenter"},
    "shown": _CELL,
    "centred": {**_CELL, "align": "center"},
    "amount": {**_CELL, "num_format": "#,##0"},
    "motto": {**_CENTRE, "bold": True, "font_size": 12},
    "heading": {"bold": True, "font_size": 13, "valign": "vcenter"},
    "label": {**_CELL, "bold": True, "bg_color": GROUP},
    "fact": _CELL,
    "step": {"valign": "top", "text_wrap": True},
    "step_no": {"valign": "top", "align": "right"},
    "sample": {**_FILLED, "locked": True},
    "locked": _CELL,
    "above": _CENTRE,
    "signature": {**_CENTRE, "bold": True},
    "signed": {**_CENTRE, "italic": True},
    "dated": {"align": "center", "italic": True},
    # A figure that is no whole number shows its decimals; whole ones show no empty comma.
    "broken": {"num_format": "#,##0.##"},
}
FILLED: dict[ColumnKind, _Properties] = {
    "choice": {**_FILLED, "align": "center"},
    # As text, so that 05/2021 stays what was typed.
    "document": {**_FILLED, "num_format": "@"},
    "date": {**_FILLED, "align": "center", "num_format": "dd/mm/yyyy"},
    "share": {**_FILLED, "align": "center", "num_format": "0%"},
    "number": {**_FILLED, "num_format": "#,##0"},
    "text": _FILLED,
}


class Looks:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: Look) -> Format:
        """The format of cells that are not to be filled in."""
        if name not in self._made:
            self._made[name] = self._book.add_format(LOOKS[name])
        return self._made[name]

    def filled(self, kind: ColumnKind) -> Format:
        """The format of cells to be filled in with that."""
        name = f"filled {kind}"
        if name not in self._made:
            self._made[name] = self._book.add_format(FILLED[kind])
        return self._made[name]
