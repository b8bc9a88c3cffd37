"""One workbook as the mould of all that have the same shape.

XlsxWriter writes a workbook whose every leaf (see ``contents``) is a sign of its own; its parts
are cut at the signs, and each further workbook of as many rows is put together from the pieces and
its own leaves. That is several times as fast as writing each, and parts that hold no sign are
deflated once.
"""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZipFile

from cchc_cli.views.excel.contents import Contents, mapped
from cchc_cli.views.excel.heights import Height
from cchc_cli.views.excel.table import fitting
from cchc_cli.views.excel.writing import write_workbook
from cchc_cli.zipped import Packed, deflate, pack

# A text's sign begins with a blank, so that XlsxWriter keeps the blanks of what comes instead.
TEXT_SIGN = " \ue000{}\ue001"
# A number's sign stands for the cell's whole value, which may also be none.
NUMBER_SIGN = 10**15
# In pixels, of which four are three points; no row is as high.
HEIGHT_SIGN = 10**6
POINTS = 0.75
# The leaf that a sign stands for, by kind of sign.
_SIGNS = re.compile(
    r" \ue000(?P<text>\d+)\ue001"
    r"|<v>1000000000(?P<number>\d{6})</v>"
    r'| ht="(?P<height>75\d{4}[.\d]*)"'
)
# Excel reads _x000A_ in a text as a letter's code.
_CODE = re.compile(r"_(x[0-9A-Fa-f]{4}_)")


class Sign(NamedTuple):
    """A place that a leaf goes into: its kind and its number."""

    kind: str
    leaf: int


Pieces = tuple[str | Sign, ...]


class Mould:
    """Workbooks of one shape.

    Args:
        contents: any workbook of that shape.
    """

    def __init__(self, contents: Contents) -> None:
        signs = _Signs()
        with ZipFile(BytesIO(write_workbook(mapped(contents, signs.take)))) as file:
            parts = {one.filename: file.read(one) for one in file.infolist()}
        self._parts: dict[str, Packed | Pieces] = {
            name: _cut(data.decode("utf-8")) or deflate(data) for name, data in parts.items()
        }

    def fill(self, contents: Contents) -> bytes:
        """The workbook of contents that have the mould's shape."""
        leaves: list[Any] = []
        mapped(contents, leaves.append)
        return pack(
            {
                name: part if isinstance(part, Packed) else _joined(part, leaves)
                for name, part in self._parts.items()
            }
        )


def shape_of(contents: Contents) -> Any:
    """What two workbooks must have in common to come out of one mould."""
    return mapped(contents, _kind)


def _kind(leaf: Any) -> Any:
    if isinstance(leaf, date):
        return leaf
    if isinstance(leaf, str | Height):
        return type(leaf).__name__
    return "number"


class _Signs:
    """Signs for the leaves of a workbook, numbered in their order."""

    def __init__(self) -> None:
        self._number = -1

    def take(self, leaf: Any) -> Any:
        """The sign of the next leaf; a day is the same for all."""
        self._number += 1
        if isinstance(leaf, date):
            return leaf
        if isinstance(leaf, str):
            return TEXT_SIGN.format(self._number)
        if isinstance(leaf, Height):
            return Height((HEIGHT_SIGN + self._number) * POINTS)
        return NUMBER_SIGN + self._number


def _cut(part: str) -> Pieces:
    """A part's pieces and signs in turn; nothing if it holds no sign."""
    pieces: list[str | Sign] = []
    end = 0
    for match in _SIGNS.finditer(part):
        kind = str(match.lastgroup)
        pieces += [part[end : match.start()], Sign(kind, _leaf(kind, match[kind]))]
        end = match.end()
    return (*pieces, part[end:]) if pieces else ()


def _leaf(kind: str, written: str) -> int:
    return round(float(written) / POINTS) - HEIGHT_SIGN if kind == "height" else int(written)


def _joined(pieces: Pieces, leaves: Sequence[Any]) -> bytes:
    return "".join(
        piece if isinstance(piece, str) else _written(piece.kind, leaves[piece.leaf])
        for piece in pieces
    ).encode("utf-8")


def _written(kind: str, leaf: Any) -> str:
    """A leaf as it stands in its part."""
    if kind == "text":
        return _CODE.sub(r"_x005F_\1", escape(fitting(leaf)))
    if kind == "height":
        return f' ht="{round(leaf / POINTS) * POINTS:.16g}"'
    return "" if leaf is None else f"<v>{leaf:.16G}</v>"
