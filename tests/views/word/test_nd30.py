"""The checker of Nghị định 30: documents that conform pass, and each planted breach is found."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from cchc_cli.views.word.nd30 import check
from tests.views.word.nd30_samples import (
    element,
    field,
    found,
    letter,
    removed,
    report,
    reworded,
    saved,
)

LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
MOTTO = "Độc lập"
TITLE = "CỘNG HÒA"
THREE = ["Sở Tư pháp", "Sở Nội vụ", "Sở Y tế"]
Spoil = Callable[[Document], object]


def codes(document: Document) -> list[str]:
    """The codes of a document's breaches."""
    return [one.code for one in check(saved(document))]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(report(), id="upward"),
        pytest.param(report(upward=False, annexes=0), id="not-upward"),
        pytest.param(report(annexes=3), id="three-annexes"),
        pytest.param(report(committee=True), id="committee"),
        pytest.param(letter(), id="letter"),
        pytest.param(letter(THREE), id="letter-to-three"),
    ],
)
def test_a_conforming_document_has_no_breach(document: Document) -> None:
    assert check(saved(document)) == ()


def font(text: str, **values: Any) -> Spoil:
    """Other letters in the paragraph that begins so."""

    def spoil(document: Document) -> None:
        for run in found(document, text).runs:
            for name, value in values.items():
                setattr(run.font, name, value)

    return spoil


def shape(text: str, **values: Any) -> Spoil:
    """Another stand of the paragraph that begins so."""

    def spoil(document: Document) -> None:
        for name, value in values.items():
            setattr(found(document, text).paragraph_format, name, value)

    return spoil


def word(old: str, new: str) -> Spoil:
    """Other words in the paragraph that begins with the old ones."""
    return lambda document: reworded(document, old, new)


def paper(**values: Any) -> Spoil:
    """Another paper of the first section."""

    def spoil(document: Document) -> None:
        for name, value in values.items():
            setattr(document.sections[0], name, value)

    return spoil


def without(text: str) -> Spoil:
    """The paragraph that begins so is gone."""
    return lambda document: removed(found(document, text))


def header(document: Document) -> Any:
    """The paragraph of the page number."""
    return document.sections[0].header.paragraphs[0]


def on_number(**values: Any) -> Spoil:
    """Other letters of the page number."""

    def spoil(document: Document) -> None:
        for run in header(document).runs:
            for name, value in values.items():
                setattr(run.font, name, value)

    return spoil


def number_in_footer(document: Document) -> None:
    header(document).clear()
    field(document.sections[0].footer.paragraphs[0], "PAGE")


def roman_pages(document: Document) -> None:
    document.sections[0]._sectPr.append(element("pgNumType", fmt="lowerRoman"))


def rule_under(document: Document, text: str) -> Paragraph:
    """The rule below the paragraph that begins so."""
    one = found(document, text)._p.getnext()
    return Paragraph(one, document._body)


def no_rule(text: str) -> Spoil:
    return lambda document: removed(rule_under(document, text))


def rule_of(text: str, indent: float) -> Spoil:
    def spoil(document: Document) -> None:
        layout = rule_under(document, text).paragraph_format
        layout.left_indent = layout.right_indent = Mm(indent)

    return spoil


def askew(document: Document) -> None:
    layout = rule_under(document, "SỞ NỘI VỤ").paragraph_format
    assert layout.left_indent is not None
    both = layout.left_indent * 2
    layout.left_indent, layout.right_indent = 0, both


def capitals(document: Document) -> None:
    found(document, "Kết quả công tác").runs[0].font.all_caps = True
    rule_of("Kết quả công tác", 57)(document)


def small_issuer(document: Document) -> None:
    rule_of("SỞ NỘI VỤ", 25.5)(document)
    reworded(document, "SỞ NỘI VỤ", "Sở Nội vụ")


def red(document: Document) -> None:
    found(document, "- Thực hiện").runs[0].font.color.rgb = RGBColor(255, 0, 0)


def dashed(document: Document) -> None:
    (border,) = rule_under(document, MOTTO)._p.iter(qn("w:bottom"))
    border.set(qn("w:val"), "dashed")


def typed_rule(document: Document) -> None:
    one = rule_under(document, MOTTO)
    (borders,) = one._p.iter(qn("w:pBdr"))
    borders.getparent().remove(borders)
    one.add_run("____________")


def underlined(document: Document) -> None:
    removed(rule_under(document, MOTTO))
    found(document, MOTTO).runs[0].font.underline = True


def half_columns(document: Document) -> None:
    for at, width in enumerate((82.5, 82.5)):
        for cell in document.tables[0].columns[at].cells:
            cell.width = Mm(width)
    rule_of(MOTTO, 9.5)(document)
    rule_of("SỞ NỘI VỤ", 34)(document)


def date_elsewhere(document: Document) -> None:
    table: Any = document.tables[0]
    date = found(document, "Hà Nội")
    table.add_row()
    table.cell(2, 1)._tc.append(date._p)


def addressees_in_a_row(document: Document) -> None:
    reworded(document, "Kính gửi:", "Kính gửi: Sở Tư pháp; Sở Nội vụ; Sở Y tế.")
    for name in THREE:
        removed(found(document, f"- {name}"))


def first_on_the_line(document: Document) -> None:
    reworded(document, "Kính gửi:", "Kính gửi: Sở Tư pháp;")
    removed(found(document, "- Sở Tư pháp;"))


def all_of(*spoils: Spoil) -> Spoil:
    """Several spoilings that make one breach."""

    def spoil(document: Document) -> None:
        for one in spoils:
            one(document)

    return spoil


def capacity_lower_down(document: Document) -> None:
    table = document.tables[1]
    first = table.cell(0, 1).paragraphs[0]
    first.insert_paragraph_before("")


def annex_goes_on(document: Document) -> None:
    sections = document.element.body.findall(qn("w:sectPr"))
    removed_one = sections[-1].find(qn("w:pgNumType"))
    sections[-1].remove(removed_one)


def bold_rest(document: Document) -> None:
    found(document, "- Sở Tư pháp").runs[0].font.bold = True


def latin_list(document: Document) -> None:
    """A list that Word letters itself: a, b, c, d and then e."""
    numbering: Any = document.part.numbering_part.element
    kind = element("abstractNum", abstractNumId="77")
    level = element("lvl", ilvl="0")
    for name, value in (("start", "1"), ("numFmt", "lowerLetter"), ("lvlText", "%1)")):
        level.append(element(name, val=value))
    kind.append(level)
    numbering.insert(0, kind)
    number = element("num", numId="77")
    number.append(element("abstractNumId", val="77"))
    numbering.append(number)
    for one in [one for one in document.paragraphs if one.text[1:2] == ")"][:7]:
        one.runs[0].text = one.text[3:]
        listed = element("numPr")
        listed.append(element("ilvl", val="0"))
        listed.append(element("numId", val="77"))
        one._p.get_or_add_pPr().append(listed)


def theme_fonts(document: Document) -> None:
    normal: Any = document.styles["Normal"]
    fonts = normal.element.rPr.rFonts
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        del fonts.attrib[qn(f"w:{slot}")]
    for slot in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.set(qn(f"w:{slot}"), "minorHAnsi")


def east_asian(document: Document) -> None:
    normal: Any = document.styles["Normal"]
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")


BREACHES: list[tuple[str, Callable[[], Document], Spoil, str]] = [
    ("letter paper", report, paper(page_width=Mm(216), page_height=Mm(279)), "page_size"),
    ("lying page", letter, paper(page_width=Mm(297), page_height=Mm(210)),
     "page_lying"),
    ("narrow left margin", report, paper(left_margin=Mm(25)), "margin_left"),
    ("wide right margin", report, paper(right_margin=Mm(21)), "margin_right"),
    ("small top margin", report, paper(top_margin=Mm(15)), "margin_top"),
    ("large bottom margin", report, paper(bottom_margin=Mm(30)), "margin_bottom"),
    ("no page number", report, lambda one: header(one).clear(), "page_number_missing"),
    ("page number below", report, number_in_footer, "page_number_place"),
    ("page number left", report, lambda one: setattr(header(one), "alignment", LEFT),
     "page_number_alignment"),
    ("small page number", report, on_number(size=Pt(12)), "page_number_size"),
    ("slanting page number", report, on_number(italic=True), "page_number_slant"),
    ("page number in another font", report, on_number(name="Arial"), "font"),
    ("number on page 1", report, paper(different_first_page_header_footer=False),
     "page_number_first"),
    ("Roman pages", report, roman_pages, "page_number_form"),
    ("another font", report, font("Trên đây", name="Arial"), "font"),
    ("the theme's font", report, theme_fonts, "font"),
    ("another East Asian font", report, east_asian, "font_slots"),
    ("red letters", report, red, "colour"),
    ("nation in small letters", report, word(TITLE, "Cộng hòa"), "national_title_case"),
    ("nation misspelt", report, word("CỘNG HÒA", "CÔNG HÒA"), "national_title_text"),
    ("nation too large", report, font(TITLE, size=Pt(14)), "national_title_size"),
    ("nation not bold", report, font(TITLE, bold=None), "national_title_weight"),
    ("no nation", report, without(TITLE), "national_title_missing"),
    ("motto with other dashes", report, word(MOTTO + " -", "Độc lập –"), "motto_text"),
    ("small motto", report, font(MOTTO, size=Pt(12)), "motto_size"),
    ("slanting motto", report, font(MOTTO, italic=True), "motto_slant"),
    ("motto at the left", report, shape(MOTTO, alignment=LEFT), "motto_alignment"),
    ("no rule under the motto", report, no_rule(MOTTO), "motto_rule"),
    ("motto's rule too short", report, rule_of(MOTTO, 35), "motto_rule_length"),
    ("motto's rule dashed", report, dashed, "motto_rule_dashed"),
    ("underscores under the motto", report, typed_rule, "motto_rule_typed"),
    ("motto underlined", report, underlined, "motto_rule_underlined"),
    ("superior bold", report, font("UBND", bold=True), "superior_weight"),
    ("superior small", report, font("UBND", size=Pt(11)), "superior_size"),
    ("issuer not bold", report, font("SỞ NỘI VỤ", bold=None), "issuer_weight"),
    ("issuer in small letters", report, small_issuer, "issuer_case"),
    ("no rule under the issuer", report, no_rule("SỞ NỘI VỤ"), "issuer_rule"),
    ("issuer's rule too long", report, rule_of("SỞ NỘI VỤ", 5), "issuer_rule_length"),
    ("issuer's rule aside", report, askew, "issuer_rule_centre"),
    ("number not padded", report, word("Số: 05", "Số: 5"), "number_padding"),
    ("number padded too far", report, word("Số: 05", "Số: 012"), "number_padding"),
    ("spaces in the number", report, word("Số: 05/BC-", "Số: 05 / BC - "), "number_spaces"),
    ("number of another type", report, word("Số: 05/BC", "Số: 05/TB"), "number_symbol"),
    ("party's number", report, word("Số: 05/BC-SNV", "Số: 05-BC/SNV"), "number_form"),
    ("CV in a công văn", letter, word("Số: 12/SNV", "Số: 12/CV-SNV"), "number_symbol"),
    ("no colon after Số", report, word("Số: 05", "Số 05"), "number_form"),
    ("number too large", report, font("Số:", size=Pt(14)), "number_size"),
    ("no number", report, without("Số:"), "number_missing"),
    ("day not padded", report, word("Hà Nội, ngày 05", "Hà Nội, ngày 5"), "date_padding"),
    ("month not padded", report, word("Hà Nội, ngày 05 tháng 01", "Hà Nội, ngày 05 tháng 1"),
     "date_padding"),
    ("March padded", report, word("Hà Nội, ngày 05 tháng 01", "Hà Nội, ngày 05 tháng 03"),
     "date_padding"),
    ("no comma after the place", report, word("Hà Nội, ", "Hà Nội "), "date_comma"),
    ("date in digits", report, word("Hà Nội, ngày 05 tháng 01 năm 2022", "Hà Nội, 05/01/2022"),
     "date_form"),
    ("a day 32", report, word("Hà Nội, ngày 05", "Hà Nội, ngày 32"), "date_form"),
    ("date upright", report, font("Hà Nội", italic=None), "date_slant"),
    ("date too small", report, font("Hà Nội", size=Pt(12)), "date_size"),
    ("no date", report, without("Hà Nội"), "date_missing"),
    ("date in a row of its own", report, date_elsewhere, "date_row"),
    ("half and half", report, half_columns, "head_columns"),
    ("type in small letters", report, word("BÁO CÁO", "Báo cáo"), "type_name_case"),
    ("type too large", report, font("BÁO CÁO", size=Pt(16)), "type_name_size"),
    ("type at the left", report, shape("BÁO CÁO", alignment=LEFT), "type_name_alignment"),
    ("subject not bold", report, font("Kết quả công tác", bold=None), "subject_weight"),
    ("subject in capitals", report, capitals, "subject_case"),
    ("no rule under the subject", report, no_rule("Kết quả công tác"), "subject_rule"),
    ("subject's rule too long", report, rule_of("Kết quả công tác", 10), "subject_rule_length"),
    ("V/v bold", letter, font("V/v", bold=True), "letter_subject_weight"),
    ("V/v too large", letter, font("V/v", size=Pt(14)), "letter_subject_size"),
    ("V/v close to the number", letter, shape("V/v", space_before=Pt(0)),
     "letter_subject_spacing"),
    ("Về việc", letter, word("V/v", "Về việc"), "letter_subject_form"),
    ("neither type nor V/v", letter, without("V/v"), "kind_unknown"),
    ("công văn without addressee", letter, without("Kính gửi"), "addressee_missing"),
    ("Như trên without addressee", report, without("Kính gửi"), "addressee_missing"),
    ("addressee without Như trên", report, without("- Như trên"), "as_above_missing"),
    ("addressee bold", report, font("Kính gửi", bold=True), "addressee_weight"),
    ("addressees in a row", lambda: letter(THREE), addressees_in_a_row, "addressee_form"),
    ("first addressee on the line", lambda: letter(THREE), first_on_the_line, "addressee_form"),
    ("no dash", lambda: letter(THREE), word("- Sở Nội vụ;", "Sở Nội vụ;"), "addressee_dash"),
    ("comma in the list", lambda: letter(THREE), word("- Sở Nội vụ;", "- Sở Nội vụ,"),
     "addressee_end"),
    ("no full stop", lambda: letter(THREE), word("- Sở Y tế.", "- Sở Y tế;"), "addressee_end"),
    ("left-aligned body", report, shape("Căn cứ", alignment=LEFT), "body_alignment"),
    ("no indent", report, shape("Căn cứ", first_line_indent=Mm(0)), "body_indent"),
    ("indent of 20 mm", report, shape("Căn cứ", first_line_indent=Mm(20)), "body_indent"),
    ("paragraphs close", report, shape("b) Thực", space_before=Pt(3)), "body_spacing"),
    ("double lines", report, shape("Căn cứ", line_spacing=2.0), "body_lines"),
    ("lines too close", report, shape("Căn cứ", line_spacing=Pt(12)), "body_lines"),
    ("small body", report, font("b) Thực", size=Pt(12)), "body_size"),
    ("no end mark", report, word("Trên đây là báo cáo của Sở Nội vụ./.", "Trên đây là báo cáo."),
     "body_end"),
    ("f) after e)", report, word("g) Thực", "f) Thực"), "heading_letter"),
    ("e) after d)", report, without("đ) Thực"), "heading_order"),
    ("II before I", report, word("I. KẾT QUẢ", "III. KẾT QUẢ"), "heading_order"),
    ("3. after 1.", report, word("2. Theo hình", "3. Theo hình"), "heading_order"),
    ("a list that Word letters", report, latin_list, "heading_order heading_letter"),
    ("a. for a)", report, word("a) Việc", "a. Việc"), "heading_form"),
    ("1.1", report, word("- Thực hiện", "1.1. Thực hiện"), "heading_form"),
    ("heading in small letters", report, word("I. KẾT QUẢ THỰC HIỆN", "I. Kết quả thực hiện"),
     "heading_case"),
    ("heading not bold", report, font("II. KIẾN", bold=None), "heading_weight"),
    ("capacity in small letters", report, word("KT. GIÁM ĐỐC", "KT. Giám đốc"), "capacity_case"),
    ("capacity not bold", report, font("KT. GIÁM", bold=None), "capacity_weight"),
    ("signer with a title", report, word("Nguyễn", "TS. Nguyễn"), "signer_title"),
    ("signer in capitals", report, word("Nguyễn Văn An", "NGUYỄN VĂN AN"), "signer_case"),
    ("signer not bold", report, font("Nguyễn", bold=None), "signer_weight"),
    ("no signer", report, without("Nguyễn"), "signer_missing") ,
    ("committee signed for itself", lambda: report(committee=True), without("TM."),
     "capacity_authority"),
    ("capacity lower than recipients", report, capacity_lower_down, "signature_level"),
    ("no Nơi nhận", report, without("Nơi nhận"), "recipients_missing"),
    ("Nơi nhận too large", report, font("Nơi nhận", size=Pt(13)), "recipients_head_size"),
    ("Nơi nhận upright", report, font("Nơi nhận", italic=None), "recipients_head_slant"),
    ("Nơi nhận without colon", report, word("Nơi nhận:", "Nơi nhận"), "recipients_form"),
    ("recipients too large", report, font("- Sở Tư pháp", size=Pt(12)), "recipients_size"),
    ("recipient bold", report, bold_rest, "recipients_weight"),
    ("recipient without dash", report, word("- Sở Tư", "Sở Tư"), "recipients_dash"),
    ("recipient with comma", report, word("- Sở Tư pháp;", "- Sở Tư pháp,"), "recipients_end"),
    ("Lưu without VT", report, word("- Lưu: VT, VP.", "- Lưu: VP."), "recipients_last"),
    ("Lưu without stop", report, word("- Lưu: VT, VP.", "- Lưu: VT, VP;"), "recipients_last"),
    ("one annex numbered", report, word("Phụ lục", "Phụ lục I"), "annex_number"),
    ("Arabic annexes", lambda: report(annexes=2), word("Phụ lục II", "Phụ lục 2"), "annex_number"),
    ("annex in capitals", report, word("Phụ lục", "PHỤ LỤC"), "annex_case"),
    ("annex too small", report, font("Phụ lục", size=Pt(13)), "annex_size"),
    ("annex and title on a line", report, word("Phụ lục", "Phụ lục. Số liệu"), "annex_form"),
    ("annex's title small", report, word("SỐ LIỆU", "Số liệu"), "annex_title_case"),
    ("no reference", report, without("(Kèm theo"), "annex_reference_missing"),
    ("reference upright", report, font("(Kèm theo", italic=None), "annex_reference_slant"),
    ("annex's pages go on", report, annex_goes_on, "annex_pages"),
    ("no annex title", report, without("SỐ LIỆU"), "annex_title_missing"),
    ("no capacity", report, all_of(without("KT."), without("PHÓ")), "capacity_missing"),
    ("no issuer", report, all_of(without("UBND"), without("SỞ")), "issuer_missing"),
    ("addressee without colon", report, word("Kính gửi:", "Kính gửi"), "addressee_form"),
    ("one addressee in a list", lambda: letter(THREE[:2]), without("- Sở Nội vụ"),
     "addressee_form addressee_end"),
    ("nobody after Kính gửi", report, word("Kính gửi: Ủy ban nhân dân Thành phố.", "Kính gửi:"),
     "addressee_form"),
    ("type and subject in a line", report,
     all_of(no_rule("Kết quả công"), without("Kết quả công"), word("BÁO CÁO", "BÁO CÁO KẾT QUẢ")),
     "type_name_form"),
    ("no subject", report, all_of(no_rule("Kết quả công"), without("Kết quả công")),
     "subject_missing"),
    ("nobody listed", lambda: report(upward=False),
     all_of(without("- Sở Tư pháp"), without("- Lưu")), "recipients_last"),
    ("no capacity and no Nơi nhận", lambda: report(upward=False),
     all_of(without("- Sở Tư pháp"), without("- Lưu"), without("Nơi nhận")),
     "recipients_missing"),
    ("comma between thousands", report, word("Căn cứ", "Tổ chức 25,980 lượt. Căn cứ"),
     "figure_thousands"),
    ("point before decimals", report, word("Căn cứ", "Đạt 23.53 %. Căn cứ"), "figure_decimal"),
    ("nothing between thousands", report, word("25.980", "25980"), "figure_ungrouped"),
    ("four digits", report, word("Căn cứ", "Tổ chức 1250 lượt. Căn cứ"), "figure_ungrouped"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "spoil", "code"), [row[1:] for row in BREACHES], ids=[row[0] for row in BREACHES]
)
def test_a_planted_breach_is_found_and_nothing_else(
    make: Callable[[], Document], spoil: Spoil, code: str
) -> None:
    document = make()
    spoil(document)
    assert codes(document) == code.split()
