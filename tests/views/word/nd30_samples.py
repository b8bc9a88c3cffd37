"""Documents that conform to Nghị định 30/2020/NĐ-CP, made by python-docx, to be spoilt in tests."""

from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from cchc_cli.views.word.metrics import text_width

CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
FONT = "Times New Roman"
TEXT = "Thực hiện Kế hoạch, đơn vị đã tổ chức 25.980 lượt tuyên truyền, đạt 23,53 % của năm trước."
LEFT, RIGHT = 63, 102


def saved(document: Document) -> bytes:
    """The document's bytes."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def element(name: str, **attributes: str) -> Any:
    """An element of WordprocessingML."""
    one = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        one.set(qn(f"w:{key}"), value)
    return one


def blank() -> Document:
    """A4, the margins, Times New Roman 14, page number in the header from page 2."""
    document = docx.Document()
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.rPr.rFonts
    for slot in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.style, header.alignment = normal, CENTRE
    field(header, "PAGE")
    return document


def field(paragraph: Paragraph, asked: str) -> None:
    """A field of three runs and a shown number, as Word writes it."""
    for part in (
        element("fldChar", fldCharType="begin"),
        element("instrText"),
        element("fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(part)
        if part.tag == qn("w:instrText"):
            part.text = f" {asked} "
    paragraph.add_run("2")
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def put(
    where: Document | _Cell,
    text: str,
    size: float = 14,
    *,
    bold: bool = False,
    italic: bool = False,
    align: Any = CENTRE,
) -> Paragraph:
    """A paragraph of one run; a cell's first empty one is used."""
    fresh = isinstance(where, _Cell) and len(where.paragraphs) == 1 and not where.text
    one = where.paragraphs[0] if fresh else where.add_paragraph()
    run = one.add_run(text)
    run.font.size = Pt(size)
    run.font.bold, run.font.italic = bold or None, italic or None
    one.alignment = align
    return one


def rule(where: Document | _Cell, text: str, size: float, share: float, room: float) -> Paragraph:
    """A drawn line: the lower border of an empty paragraph between its indents."""
    long = share * text_width(text, size, "bold") * 25.4 / 72
    one = where.add_paragraph()
    one.paragraph_format.left_indent = one.paragraph_format.right_indent = Mm((room - long) / 2)
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="6", space="1", color="auto"))
    one._p.get_or_add_pPr().append(borders)
    one.paragraph_format.line_spacing = Pt(4)
    one.paragraph_format.space_after = Pt(6)
    return one


def say(document: Document, text: str, *, bold: bool = False) -> Paragraph:
    """A paragraph of the body."""
    one = put(document, text, bold=bold, align=BOTH)
    one.paragraph_format.first_line_indent = Mm(12.7)
    one.paragraph_format.space_before = Pt(6)
    return one


def columns(document: Document, left: float, right: float, rows: int) -> Any:
    """A table of two columns without borders."""
    table = document.add_table(rows, 2)
    table.autofit = False
    for at, width in enumerate((left, right)):
        table.columns[at].width = Mm(width)
        for cell in table.columns[at].cells:
            cell.width = Mm(width)
    return table


def head(document: Document, number: str, *, committee: bool = False, about: str = "") -> None:
    """The head table: issuer and nation, number and date."""
    table = columns(document, LEFT, RIGHT, 2)
    left, right = table.rows[0].cells
    room, inner = LEFT - 3.81, RIGHT - 3.81
    first = "ỦY BAN NHÂN DÂN" if committee else "UBND THÀNH PHỐ HÀ NỘI"
    issuer = "THÀNH PHỐ HÀ NỘI" if committee else "SỞ NỘI VỤ"
    put(left, first, 13, bold=committee)
    put(left, issuer, 13, bold=True)
    rule(left, issuer, 13, 0.42, room)
    put(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    put(right, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    rule(right, "Độc lập - Tự do - Hạnh phúc", 13, 1.0, inner)
    put(table.cell(1, 0), number, 13)
    put(table.cell(1, 1), "Hà Nội, ngày 05 tháng 01 năm 2022", 14, italic=True)
    if about:
        put(table.cell(1, 0), about, 12).paragraph_format.space_before = Pt(6)


def addressed(document: Document, names: list[str]) -> None:
    """``Kính gửi``, on one line or each on its own."""
    if len(names) == 1:
        put(document, f"Kính gửi: {names[0]}.")
        return
    put(document, "Kính gửi:")
    for name in names:
        put(document, f"- {name}{'.' if name is names[-1] else ';'}")


def body(document: Document) -> None:
    """Headings of three levels and paragraphs, ``./.`` at the end."""
    say(document, f"Căn cứ Kế hoạch số 64/KH-UBND ngày 24/3/2021 của UBND Thành phố; {TEXT}")
    say(document, "I. KẾT QUẢ THỰC HIỆN", bold=True)
    say(document, "1. Theo nội dung", bold=True)
    say(document, TEXT)
    for letter in ("a", "b", "c", "d", "đ", "e", "g"):
        say(document, f"{letter}) {TEXT}")
    say(document, "2. Theo hình thức", bold=True)
    say(document, f"- {TEXT}")
    say(document, "II. KIẾN NGHỊ", bold=True)
    say(document, f"1. {TEXT}")
    say(document, "a) Việc thứ nhất.")
    say(document, "Trên đây là báo cáo của Sở Nội vụ./.")


def foot(document: Document, *, as_above: bool, committee: bool = False) -> None:
    """Recipients left, signature right."""
    table = columns(document, 80, 85, 1)
    left, right = table.rows[0].cells
    put(left, "Nơi nhận:", 12, bold=True, italic=True, align=None)
    for line in (["- Như trên;"] if as_above else []) + ["- Sở Tư pháp;", "- Lưu: VT, VP."]:
        put(left, line, 11, align=None)
    if committee:
        put(right, "TM. ỦY BAN NHÂN DÂN", bold=True)
    put(right, "KT. GIÁM ĐỐC" if not committee else "CHỦ TỊCH", bold=True)
    if not committee:
        put(right, "PHÓ GIÁM ĐỐC", bold=True)
    for _ in range(3):
        put(right, "")
    put(right, "Nguyễn Văn An", bold=True)


def annex(document: Document, name: str = "Phụ lục", title: str = "SỐ LIỆU") -> None:
    """An annex in a landscape section of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section._sectPr.append(element("pgNumType", start="1"))
    put(document, name, bold=True)
    put(document, title, bold=True)
    put(document, "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 01 năm 2022)", italic=True)
    table = document.add_table(3, 3)
    for at, text in enumerate(("TT", "Chỉ tiêu", "Kỳ này")):
        put(table.cell(0, at), text, 12, bold=True)
    put(table.cell(1, 1), "Lượt người", 12)
    put(table.cell(1, 2), "25.980", 12)


def report(*, upward: bool = True, annexes: int = 1, committee: bool = False) -> Document:
    """A báo cáo, sent upward or not, with annexes."""
    document = blank()
    head(document, "Số: 05/BC-UBND" if committee else "Số: 05/BC-SNV", committee=committee)
    put(document, "BÁO CÁO", bold=True).paragraph_format.space_before = Pt(12)
    put(document, "Kết quả công tác cải cách hành chính năm 2021", bold=True)
    rule(document, "Kết quả công tác cải cách hành chính năm 2021", 14, 0.4, 165)
    if upward:
        addressed(document, ["Ủy ban nhân dân Thành phố"])
    body(document)
    foot(document, as_above=upward, committee=committee)
    if annexes == 1:
        annex(document)
    for at in range(annexes if annexes > 1 else 0):
        annex(document, f"Phụ lục {'I' * (at + 1)}")
    return document


def letter(names: list[str] | None = None) -> Document:
    """A công văn to one addressee or several."""
    document = blank()
    head(document, "Số: 12/SNV-CCHC", about="V/v đôn đốc báo cáo cải cách hành chính")
    addressed(document, names or ["Sở Tư pháp"])
    say(document, TEXT)
    say(document, "Đề nghị Quý cơ quan gửi báo cáo trước ngày 15/6/2021./.")
    foot(document, as_above=True)
    return document


def found(document: Document, text: str) -> Paragraph:
    """The first paragraph, in tables too, that begins with a text."""
    for one in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(one, document._body)
        if paragraph.text.startswith(text):
            return paragraph
    raise AssertionError(text)


def reworded(document: Document, old: str, new: str) -> Paragraph:
    """Another text in the first run of the paragraph that begins with the old one."""
    paragraph = found(document, old)
    paragraph.runs[0].text = paragraph.text.replace(old, new, 1)
    for run in paragraph.runs[1:]:
        run.text = ""
    return paragraph


def removed(paragraph: Paragraph) -> None:
    """Take a paragraph out."""
    parent: Any = paragraph._p.getparent()
    parent.remove(paragraph._p)
