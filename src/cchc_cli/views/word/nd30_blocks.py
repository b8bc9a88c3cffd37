"""A Word document as a row of paragraphs, each as it looks in the end, and its sections.

Text is in NFC with the list's own label before it and capitals where Word shows them. What was
deleted under tracked changes is gone, what was inserted is there. Text boxes are not read.
"""

from collections.abc import Iterator

from cchc_cli.views.word.nd30_formats import MM, Formats, Layer, paragraph_layer
from cchc_cli.views.word.nd30_model import Cell, Document, Paragraph, Section, Table
from cchc_cli.views.word.nd30_numbers import Lists
from cchc_cli.views.word.nd30_runs import RunReader, is_prompt
from cchc_cli.views.word.reading import Element, Package, R, W, points, switch, value_of, whole

# Word's own, where a table says nothing, in points.
CELL_MARGIN = 5.4
_BLOCKS = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "sdtContent"))


def read_document(package: Package) -> Document:
    """The paragraphs and sections of a document."""
    formats = Formats(package)
    walker = _Walker(formats, Lists(package.numbering))
    body = package.document.find(f"{W}body")
    if body is not None:
        walker.blocks(body, None, "")
        walker.sections += body.findall(f"{W}sectPr")
    settings = package.settings
    compat = settings.find(f"{W}compat") if settings is not None else None
    return Document(
        tuple(walker.paragraphs),
        tuple(walker.tables),
        tuple(_sections(walker.sections, formats, package)),
        bool(switch(settings, "evenAndOddHeaders")),
        bool(switch(compat, "doNotUseHTMLParagraphAutoSpacing")),
        (points(value_of(settings, "defaultTabStop")) or 36.0) * MM,
    )


def _sections(properties: list[Element], formats: Formats, package: Package) -> Iterator[Section]:
    """Sections in order; a header that one does not name is the one before's."""
    edges: dict[str, dict[str, tuple[Paragraph, ...]]] = {"header": {}, "footer": {}}
    for one in properties:
        for kind, known in edges.items():
            edges[kind] = dict(known)
            for named in one.findall(f"{W}{kind}Reference"):
                part = package.related.get(named.get(f"{R}id") or "")
                walker = _Walker(formats, Lists(None))
                if part is not None:
                    walker.blocks(part, None, "")
                edges[kind][named.get(f"{W}type") or "default"] = tuple(walker.paragraphs)
        yield _paper(one)._replace(headers=edges["header"], footers=edges["footer"])


def _paper(one: Element) -> Section:
    size, margin, pages = (one.find(f"{W}{name}") for name in ("pgSz", "pgMar", "pgNumType"))

    def length(element: Element | None, name: str) -> float:
        value = points(element.get(f"{W}{name}")) if element is not None else None
        return abs(value or 0.0) * MM

    return Section(
        length(size, "w"),
        length(size, "h"),
        length(margin, "top"),
        length(margin, "bottom"),
        length(margin, "left") + length(margin, "gutter"),
        length(margin, "right"),
        bool(switch(one, "titlePg")),
        pages is not None and pages.get(f"{W}start") is not None,
        (pages.get(f"{W}fmt") if pages is not None else None) or "decimal",
        {},
        {},
    )


class _Walker:
    """One pass through a part, in the order of reading."""

    def __init__(self, formats: Formats, lists: Lists) -> None:
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.sections: list[Element] = []
        self._formats = formats
        self._lists = lists

    def blocks(
        self, parent: Element, cell: Cell | None, table: str, *, prompt: bool = False
    ) -> None:
        """Everything that stands below one another."""
        for one in parent:
            if one.tag == f"{W}p":
                self._paragraph(one, cell, table, prompt=prompt)
            elif one.tag == f"{W}tbl":
                self._table(one, cell, prompt=prompt)
            elif one.tag == f"{W}sdt":
                inside = one.find(f"{W}sdtContent")
                if inside is not None:
                    self.blocks(inside, cell, table, prompt=prompt or is_prompt(one))
            elif one.tag in _BLOCKS:
                self.blocks(one, cell, table, prompt=prompt)

    def _table(self, one: Element, outer: Cell | None, *, prompt: bool) -> None:
        properties, grid = one.find(f"{W}tblPr"), one.find(f"{W}tblGrid")
        columns = [
            (points(column.get(f"{W}w")) or 0.0) * MM
            for column in (grid if grid is not None else ())
        ]
        number = outer.table if outer else len(self.tables)
        style = value_of(properties, "tblStyle") or ""
        margins = _cell_margins(properties)
        shown: dict[int, float] = {}
        if outer is None:
            self.tables.append(Table(()))
        for row, line in enumerate(_down(one, f"{W}tr")):
            at = 0
            for box in _down(line, f"{W}tc"):
                shape = box.find(f"{W}tcPr")
                span = whole(value_of(shape, "gridSpan"), 1)
                # A cell's own width goes before the grid's, which few programs keep up.
                room = _width(shape) or sum(columns[at : at + span])
                if span == 1:
                    shown.setdefault(at, room)
                cell = Cell(number, row, at, max(room - margins, 0.0))
                here = outer._replace(room=cell.room) if outer else cell
                self.blocks(box, here, style, prompt=prompt)
                at += span
        if outer is None:
            self.tables[number] = Table(tuple(shown[at] for at in sorted(shown)) or tuple(columns))

    def _paragraph(self, one: Element, cell: Cell | None, table: str, *, prompt: bool) -> None:
        properties = one.find(f"{W}pPr")
        own: Layer = paragraph_layer(properties)
        style = value_of(properties, "pStyle") or self._formats.default_style
        place = own.get("list") or self._formats.style(style, runs=False).get("list")
        layout = self._formats.layout(own, style, self._lists.layer(place), table)
        reader = RunReader(self._formats, style, table)
        reader.read(one, prompt=prompt)
        text = "".join(run.text for run in reader.runs)
        label = self._lists.label(place)
        self.paragraphs.append(
            Paragraph(
                len(self.paragraphs) + 1,
                f"{label} {text}" if label else text,
                tuple(reader.runs),
                layout,
                tuple(reader.lines),
                cell,
                len(self.sections),
                reader.page_look,
                reader.breaks or layout.page_break,
            )
        )
        section = properties.find(f"{W}sectPr") if properties is not None else None
        if section is not None:
            self.sections.append(section)


def _down(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, those within content controls too."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag == f"{W}sdt" or one.tag in _BLOCKS:
            yield from _down(one, tag)


def _width(shape: Element | None) -> float:
    one = shape.find(f"{W}tcW") if shape is not None else None
    if one is None or one.get(f"{W}type") not in (None, "dxa"):
        return 0.0
    return (points(one.get(f"{W}w")) or 0.0) * MM


def _cell_margins(properties: Element | None) -> float:
    margins = properties.find(f"{W}tblCellMar") if properties is not None else None
    total = 0.0
    for names in (("left", "start"), ("right", "end")):
        said = (margins.find(f"{W}{name}") for name in names) if margins is not None else ()
        width = next((points(one.get(f"{W}w")) for one in said if one is not None), None)
        total += CELL_MARGIN if width is None else width
    return total * MM
