"""Lines drawn as shapes: how long they are and whether they are solid."""

import re
from typing import NamedTuple

from cchc_cli.views.word.reading import A, Element, points, whole

VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_IN_MM = 36000
STRAIGHT = ("line", "straightConnector1")
CONNECTOR = "t32"
# Higher than this it is no line.
THICKEST = 2.0
MM = 25.4 / 72
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([^;]+)")


class Line(NamedTuple):
    """A drawn line.

    Attributes:
        length: in millimetres.
    """

    length: float
    solid: bool


def drawn_lines(element: Element) -> list[Line]:
    """The straight lines of a ``w:drawing`` or ``w:pict``."""
    extent = next(iter(element.iter(f"{DRAWING}extent")), None)
    if extent is not None:
        return _drawing(element, extent)
    shapes = element.iter(f"{VML}line", f"{VML}shape", f"{VML}rect")
    return [line for one in shapes if (line := _vml(one)) is not None]


def _drawing(element: Element, extent: Element) -> list[Line]:
    shape = next(iter(element.iter(f"{A}prstGeom")), None)
    if shape is None or shape.get("prst") not in STRAIGHT:
        return []
    if whole(extent.get("cy")) > THICKEST * EMU_IN_MM:
        return []
    dash = next(iter(element.iter(f"{A}prstDash")), None)
    solid = dash is None or dash.get("val") == "solid"
    return [Line(whole(extent.get("cx")) / EMU_IN_MM, solid)]


def _vml(one: Element) -> Line | None:
    stroke = one.find(f"{VML}stroke")
    solid = stroke is None or stroke.get("dashstyle") in (None, "solid")
    if one.tag == f"{VML}line":
        start, end = (_across(one.get(name) or "") for name in ("from", "to"))
        return Line(abs(end - start) * MM, solid)
    sides = {name: points(value) or 0.0 for name, value in _STYLE.findall(one.get("style") or "")}
    flat = 0 <= sides.get("height", 0.0) <= THICKEST / MM
    if one.tag == f"{VML}rect":
        straight = one.get(f"{OFFICE}hr") in ("t", "true", "1")
    else:
        straight = (one.get("type") or "").endswith(CONNECTOR)
    return Line(sides.get("width", 0.0) * MM, solid) if flat and straight else None


def _across(point: str) -> float:
    """How far to the right a point of VML is, in points; a bare number counts pixels."""
    first = point.partition(",")[0].strip()
    return points(f"{first}px" if first[-1:].isdigit() else first) or 0.0
