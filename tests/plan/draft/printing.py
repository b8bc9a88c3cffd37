"""PDF files made by hand for tests: words at places, lines, pictures, and a font that says letters.

The font has no outlines; what its codes mean stands in a table (``ToUnicode``), which is all that a
reader of the text layer goes by. Every letter is half as wide as the font is high.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Text(NamedTuple):
    """A line of letters at a place."""

    x: float
    y: float
    text: str
    size: float = 12
    bold: bool = False


class Stroke(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Picture(NamedTuple):
    """A small picture."""

    x: float
    y: float


Mark = Text | Stroke | Box | Picture


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Mark]:
    """The lines of a table whose cells are all there."""
    level = [Stroke(xs[0], y, xs[-1], y) for y in ys]
    return [*level, *(Stroke(x, ys[0], x, ys[-1]) for x in xs)]


def print_pdf(
    path: Path, *pages: Iterable[Mark], letters: bool = True, extra: str = "", trailer: str = ""
) -> Path:
    """Write a PDF; ``letters`` if its font says what letters its codes stand for."""
    marks = [list(page) for page in pages]
    signs = sorted(
        {sign for page in marks for one in page if isinstance(one, Text) for sign in one.text}
    )
    codes = {sign: number for number, sign in enumerate(signs, start=1)}
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(marks)))
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{extra}>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(marks)}>>",
        5: _stream(_meaning(codes) if letters else ""),
        6: _stream("\x00", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
                   "/BitsPerComponent 8"),
    }  # fmt: skip
    for number, name in ((3, "Serif"), (7, "Serif-Bold")):
        meaning = "/ToUnicode 5 0 R" if letters else ""
        objects[number] = (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H{meaning}"
            f"/DescendantFonts[{number + 1} 0 R]>>"
        )
        objects[number + 1] = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)"
            f"/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 9 0 R>>"
        )
    objects[9] = (
        "<</Type/FontDescriptor/FontName/Serif/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        "/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
    )
    for at, page in enumerate(marks):
        objects[10 + 2 * at] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {11 + 2 * at} 0 R"
            "/Resources<</Font<</F 3 0 R/B 7 0 R>>/XObject<</P 6 0 R>>>>>>"
        )
        objects[11 + 2 * at] = _stream("\n".join(_drawn(one, codes) for one in page))
    path.write_bytes(_file(objects, trailer))
    return path


def _drawn(mark: Mark, codes: dict[str, int]) -> str:
    if isinstance(mark, Text):
        shown = "".join(f"{codes[sign]:04x}" for sign in mark.text)
        font = "B" if mark.bold else "F"
        return f"BT /{font} {mark.size} Tf 1 0 0 1 {mark.x} {mark.y} Tm <{shown}> Tj ET"
    if isinstance(mark, Stroke):
        return f"0.5 w {mark.x} {mark.y} m {mark.to_x} {mark.to_y} l S"
    if isinstance(mark, Box):
        return f"{mark.x} {mark.y} {mark.width} {mark.height} re S"
    return f"q 20 0 0 20 {mark.x} {mark.y} cm /P Do Q"


def _meaning(codes: dict[str, int]) -> str:
    pairs = "\n".join(
        f"<{number:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, number in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )


def _stream(data: str, more: str = "") -> str:
    return f"<</Length {len(data)}{more}>>stream\n{data}\nendstream"


def _file(objects: dict[int, str], trailer: str) -> bytes:
    body = b"%PDF-1.7\n"
    places = {}
    for number, text in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    lines = [
        f"{places[number]:010d} 00000 n \n" if number in places else "0000000000 65535 f \n"
        for number in range(max(objects) + 1)
    ]
    table = f"xref\n0 {len(lines)}\n{''.join(lines)}"
    end = f"trailer<</Size {len(lines)}/Root 1 0 R{trailer}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + (table + end).encode()
