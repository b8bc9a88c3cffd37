"""The templates in use, as a table and as JSON."""

from collections.abc import Sequence

from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import templates as words

COLUMNS = (
    Column("name", words.COLUMNS["name"], 26, whole=True),
    Column("origin", words.COLUMNS["origin"], 18),
    Column("file", words.COLUMNS["file"], 36),
)
# Name, origin, file, whether it stands in for a packaged one.
Row = tuple[str, str, str, bool]


def templates_sheet(rows: Sequence[Row]) -> Sheet:
    """One row a template, by kind."""
    sections = []
    for ending, heading in words.TEMPLATE_KINDS.items():
        of_kind = [row for row in rows if row[0].removesuffix(".j2").endswith(f".{ending}")]
        if of_kind:
            sections.append(Section(heading, [_cells(row) for row in of_kind]))
    return Sheet([words.LIST_HEAD], COLUMNS, sections)


def _cells(row: Row) -> tuple[str, str, str]:
    name, origin, file, hides = row
    told = words.ORIGINS[origin]
    # Where the program is installed says nothing to who wants to change a template.
    place = "" if origin == "packaged" else file
    return name, words.HIDES.format(origin=told) if hides else told, place


def templates_json(rows: Sequence[Row]) -> str:
    """The templates as JSON (``cchc/templates/1``)."""
    listed = [
        {"name": name, "origin": origin, "file": file, "hides_packaged": hides}
        for name, origin, file, hides in rows
    ]
    return document("templates", {"templates": listed})
