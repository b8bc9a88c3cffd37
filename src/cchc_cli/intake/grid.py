"""The values of a workbook's sheets, sheet by sheet: the one home of python-calamine."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from cchc_cli.intake.package import (
    RELATIONS,
    SHEETS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Parts,
    Refusal,
    repack,
)
from cchc_cli.intake.scan import Broken, Place, broken_cells, holds_huge_number
from cchc_cli.intake.values import Value

MAX_SHEETS = 60
# The corners of cells that are one: (row, column) of the first and the last.
Merged = tuple[Place, Place]


class Grid(NamedTuple):
    """A sheet: its cells from A1 on, those that are one, and those that are broken."""

    name: str
    rows: list[list[Value]]
    merged: tuple[Merged, ...]
    broken: Mapping[Place, Broken]


def grids(parts: Parts) -> Iterator[Grid]:
    """The sheets of a workbook, hidden ones first.

    Raises:
        Refusal: if it cannot be read, or a sheet reaches too far.
    """
    broken = {
        name: found
        for name, data in parts.items()
        if name.startswith(SHEETS) and (found := broken_cells(data))
    }
    titles = {one.title: one.part for one in _listed(parts)} if broken else {}
    if not set(broken) <= set(titles.values()):
        raise Refusal("form_broken")
    if any(name.startswith(SHEETS) and holds_huge_number(data) for name, data in parts.items()):
        # As a date such a number would break the library; without formats dates are numbers, too.
        parts = _without_formats(parts)
    for name, rows, merged in _sheets(parts):
        yield Grid(name, rows, merged, broken.get(titles.get(name, ""), {}))


def bare_rows(parts: Parts) -> Iterator[list[list[Value]]]:
    """The cells of the sheets in the same order, unchecked and without formats.

    For whoever looks for a sheet and stops there; sheets behind it cost nothing.

    Raises:
        Refusal: if the workbook cannot be read.
    """
    return (rows for _, rows, _ in _sheets(_without_formats(parts)))


def hidden_sheets(listings: Parts) -> frozenset[str]:
    """The parts that hold sheets which nobody sees, and their words.

    Raises:
        Refusal: if it cannot be told.
    """
    return frozenset({STRINGS, *(one.part for one in _listed(listings) if one.hidden)})


def _without_formats(parts: Parts) -> Parts:
    return {name: data for name, data in parts.items() if name != STYLES}


def _sheets(parts: Parts) -> Iterator[tuple[str, list[list[Value]], tuple[Merged, ...]]]:
    """Name, cells and merged cells of each sheet: hidden ones, as the sealed one is, first."""
    try:
        with load_workbook(repack(parts)) as book:
            if len(book.sheets_metadata) > MAX_SHEETS:
                raise Refusal("form_many_sheets", limit=MAX_SHEETS)
            listed = [*enumerate(book.sheets_metadata)]
            for at, one in sorted(listed, key=lambda x: x[1].visible == SheetVisibleEnum.Visible):
                if one.typ == SheetTypeEnum.WorkSheet:
                    sheet = book.get_sheet_by_index(at)
                    rows = sheet.to_python(skip_empty_area=False)
                    yield one.name, rows, tuple(sheet.merged_cell_ranges or ())
    except (CalamineError, OSError, ValueError) as error:
        raise Refusal("form_broken") from error
    except BaseException as error:
        # What goes wrong within the library is no Exception, and its kind has no name to import.
        if type(error).__name__ != "PanicException":
            raise
        raise Refusal("form_broken") from error


class _Listed(NamedTuple):
    """A sheet as the workbook lists it."""

    title: str
    part: str
    hidden: bool


def _listed(parts: Parts) -> Iterator[_Listed]:
    """The sheets and which parts hold them."""
    try:
        listing = ElementTree.fromstring(parts[WORKBOOK])  # noqa: S314 - without entities
        relations = ElementTree.fromstring(parts.get(RELATIONS, b"<none/>"))  # noqa: S314
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise Refusal("form_broken") from error
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for element in listing.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            ident = next((v for k, v in element.attrib.items() if k.endswith("}id")), None)
            target = targets.get(ident, "").lstrip("/").casefold()
            part = target if target.startswith("xl/") else f"xl/{target}"
            hidden = element.get("state", "visible") != "visible"
            yield _Listed(element.get("name", ""), part, hidden)
