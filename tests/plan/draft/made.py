"""Documents made of a few lines, as the readers of files hand them over."""

from datetime import date

from cchc_cli.domain.agencies import Agency, Group, Member, Registry
from cchc_cli.plan.draft.blocks import Block, Cell, Document, Paragraph, Place, Table
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.read import read_draft

TODAY = date(2025, 3, 1)
HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH AN HÒA",
    "Số: 12/KH-UBND",
    "An Hòa, ngày 10 tháng 02 năm 2025",
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2025",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính năm 2025 như sau:",
)
REGISTRY = Registry(
    "tỉnh An Hòa",
    "An Hòa",
    "Danh sách",
    (
        Agency("ubnd", "Ủy ban nhân dân tỉnh An Hòa", "committee"),
        Agency("snv", "Sở Nội vụ", "department"),
        Agency("stc", "Sở Tài chính", "department", end=date(2024, 1, 1)),
        Agency("bnv", "Bộ Nội vụ", "ministry"),
    ),
    (Group("so", "Các sở, ban, ngành", (Member("snv"),)),),
)


def paragraph(text: str, line: int = 1) -> Paragraph:
    """One line of a document."""
    return Paragraph(text, Place(line))


def table(*rows: str, line: int = 1) -> Table:
    """Rows with ``|`` between cells; ``^`` is a cell that goes on with the one above."""
    return Table(
        tuple(
            tuple(
                Cell("", Place(line), above=True) if cell.strip() == "^" else _cell(cell, line)
                for cell in row.split("|")
            )
            for row in rows
        ),
        Place(line),
    )


def _cell(text: str, line: int) -> Cell:
    return Cell(text.strip().replace("/n", "\n"), Place(line))


def document(*lines: str | Table) -> Document:
    """A document of these lines, in one file of plain text."""
    blocks: list[Block] = [
        one if isinstance(one, Table) else paragraph(one, at) for at, one in enumerate(lines, 1)
    ]
    return Document(tuple(blocks), "van-ban.txt", "txt")


def drafted(*lines: str | Table, registry: Registry | None = None) -> Draft:
    """The draft of a plan with these lines behind its head."""
    return read_draft(document(*HEAD, *lines), registry, TODAY)


def charged(draft: Draft) -> dict[str, list[str]]:
    """Who acts in each duty, by name, whatever the role."""
    named: dict[str, str] = {}
    for agency in (*REGISTRY.agencies, *draft.agencies):
        named.setdefault(agency.id, agency.name)
    for group in (*REGISTRY.groups, *draft.groups):
        named.setdefault(group.id, group.name)
    return {
        one.id: [named[ident] for ident in (*one.lead, *one.implement, *one.cooperate)]
        for one in draft.duties
    }
