"""Pieces of Word's XML, of which templates are built: paragraphs, tables, controls, sections."""

from collections.abc import Sequence
from html import escape

from cchc_cli.views.word.xml import R, W

# In twentieths of a point: A4, 20 mm above and below, 30 mm left, 15 mm right.
PAGE = (11906, 16838)
TOP, BOTTOM, LEFT, RIGHT = 1134, 1134, 1701, 851
TEXT = PAGE[0] - LEFT - RIGHT
DEFAULT_HEADER, FIRST_HEADER = "rId10", "rId11"
_OTHERS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}


def namespaces() -> str:
    """Declarations of all the names that Word itself writes into a document."""
    declared = {"w": W, "r": R, **_OTHERS}
    names = " ".join(f'xmlns:{key}="{value}"' for key, value in declared.items())
    return f'{names} mc:Ignorable="w14 w15"'


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is what stands in its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """A paragraph of a style; texts that are no runs are made so."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs if one)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inside}</w:p>'


def tag(statement: str) -> str:
    """A paragraph that is only a tag of the template, and goes with it."""
    return paragraph("Normal", f"{{%p {statement} %}}")


def tags(before: str, *blocks: str, after: str | None = None) -> str:
    """Blocks between two tags: ``if …`` and ``endif`` or ``for …`` and ``endfor``."""
    last = after or ("endfor" if before.startswith("for") else "endif")
    return "".join((tag(before), *blocks, tag(last)))


def control(name: str, title: str, *blocks: str) -> str:
    """A content control around paragraphs."""
    properties = (
        f'<w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(name)}"/></w:sdtPr>'
    )
    return f"<w:sdt>{properties}<w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"


def cell(width: int, *blocks: str, more: str = "") -> str:
    """A cell of a table."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{"".join(blocks)}</w:tc>'
    )


def row(*cells: str, more: str = "") -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def plain_table(widths: Sequence[int], *rows: str) -> str:
    """A table without lines and margins, for a head or a signature."""
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    return _table("TableNormal", widths, f"<w:tblCellMar>{margins}</w:tblCellMar>", rows)


def grid(widths: Sequence[int], heads: Sequence[str], *rows: str) -> str:
    """A table with lines, whose first row is repeated on every page."""
    head = row(
        *(
            cell(width, paragraph("BangDau", text), more='<w:vAlign w:val="center"/>')
            for width, text in zip(widths, heads, strict=True)
        ),
        more="<w:tblHeader/>",
    )
    margins = '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    return _table("TableGrid", widths, f"<w:tblCellMar>{margins}</w:tblCellMar>", (head, *rows))


def grid_row(widths: Sequence[int], cells: Sequence[tuple[str, str]]) -> str:
    """A row of a table with lines: style and text of each cell."""
    return row(
        *(
            cell(width, paragraph(style, text))
            for width, (style, text) in zip(widths, cells, strict=True)
        )
    )


def row_tag(statement: str, widths: Sequence[int]) -> str:
    """A row that is only a tag of the template, and goes with it."""
    first = cell(widths[0], paragraph("Bang", f"{{%tr {statement} %}}"))
    rest = (cell(width, paragraph("Bang")) for width in widths[1:])
    return row(first, *rest)


def section(*, wide: bool = False, ends: bool = False, restarts: bool = False) -> str:
    """A section's paper and numbering; one that ends here stands in a tiny paragraph."""
    size = PAGE[::-1] if wide else PAGE
    turned = ' w:orient="landscape"' if wide else ""
    number = '<w:pgNumType w:start="1"/>' if restarts else ""
    properties = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{DEFAULT_HEADER}"/>'
        f'<w:headerReference w:type="first" r:id="{FIRST_HEADER}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{size[0]}" w:h="{size[1]}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
        f'w:header="567" w:footer="567" w:gutter="0"/>{number}<w:cols w:space="708"/>'
        f"<w:titlePg/></w:sectPr>"
    )
    return paragraph("NgatMuc", more=properties) if ends else properties


def document(*blocks: str) -> str:
    """The text of a document; its last section stands last."""
    return f"<w:document {namespaces()}><w:body>{''.join(blocks)}</w:body></w:document>"


def _table(style: str, widths: Sequence[int], properties: str, rows: Sequence[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{properties}'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
