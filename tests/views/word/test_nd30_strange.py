"""Documents as people make them: lists, controls, changes, shapes, text boxes, no tables."""

from time import perf_counter
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from cchc_cli.views.word.nd30 import breach_text, check
from cchc_cli.views.word.nd30_blocks import read_document
from cchc_cli.views.word.nd30_figures import wrong_figures
from cchc_cli.views.word.nd30_formats import Formats
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_numbers import from_roman, numeral, to_roman
from cchc_cli.views.word.reading import read_package
from tests.views.word import nd30_samples as samples
from tests.views.word.nd30_samples import (
    CENTRE,
    blank,
    element,
    found,
    letter,
    put,
    removed,
    report,
    reworded,
    saved,
    say,
)  # fmt: skip

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def codes(document: Document) -> list[str]:
    """The codes of a document's breaches."""
    return [one.code for one in check(saved(document))]


def read(document: Document) -> tuple[Paragraph, ...]:
    """The document's paragraphs as the checker sees them."""
    return read_document(read_package(saved(document))).paragraphs


def swap_rule(document: Document, text: str, shape: str) -> None:
    """A shape instead of the border below the paragraph that begins so."""
    line = found(document, text)._p.getnext()
    (borders,) = line.iter(qn("w:pBdr"))
    borders.getparent().remove(borders)
    line.append(parse_xml(f"<w:r {nsdecls('w')} {VML} {DRAWING}>{shape}</w:r>"))


def straight(length: float, kind: str = "line", dash: str = "") -> str:
    """A straight line of DrawingML, so many millimetres long."""
    dashed = f'<a:ln><a:prstDash val="{dash}"/></a:ln>' if dash else ""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f'<wp:extent cx="{int(length * 36000)}" cy="0"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr>"
        f'<a:prstGeom prst="{kind}"/>{dashed}</wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent>"
    )


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (straight(55), []),
        (straight(55, "straightConnector1"), []),
        (straight(55, dash="solid"), []),
        (straight(55, dash="dash"), ["motto_rule_dashed"]),
        (straight(30), ["motto_rule_length"]),
        (straight(55, "rect"), ["motto_rule"]),
        ('<w:pict><v:line from="10pt,1pt" to="166pt,1pt"/></w:pict>', []),
        ('<w:pict><v:line from="0,1" to="208,1"/></w:pict>', []),
        ('<w:pict><v:line from="0,1" to="20mm,1"/></w:pict>', ["motto_rule_length"]),
        ('<w:pict><v:line from="x" to="156pt"><v:stroke dashstyle="dash"/></v:line></w:pict>',
         ["motto_rule_dashed"]),
        ('<w:pict><v:shape type="#_x0000_t32" style="width:156pt;height:0"/></w:pict>', []),
        ('<w:pict><v:rect style="width:156pt;height:1.5pt" o:hr="t"/></w:pict>', []),
        ('<w:pict><v:rect style="width:156pt;height:50pt"/></w:pict>', ["motto_rule"]),
        ('<w:drawing><wp:anchor><wp:extent cx="1980000" cy="900000"/><a:graphic>'
         '<a:prstGeom prst="line"/></a:graphic></wp:anchor></w:drawing>', ["motto_rule"]),
    ],
)  # fmt: skip
def test_rules_drawn_as_shapes(shape: str, expected: list[str]) -> None:
    document = report(annexes=0)
    swap_rule(document, "Độc lập", shape)
    # The issuer's border is no rule of the motto's.
    assert codes(document) == expected


def test_a_shape_anchored_in_the_other_column_counts() -> None:
    document = report(annexes=0)
    removed_rule = found(document, "Độc lập")._p.getnext()
    removed_rule.getparent().remove(removed_rule)
    run = found(document, "UBND").add_run()._r
    run.append(parse_xml(f"<w:drawing {nsdecls('w')} {DRAWING}>{straight(55)}</w:drawing>"))
    assert codes(document) == []


def test_prompts_are_places_to_write_and_no_breaches() -> None:
    document = report()
    reworded(document, "Số: 05/BC-SNV", "Số: [ĐIỀN: số]/BC-[ĐIỀN: ký hiệu]")
    reworded(
        document, "Hà Nội, ngày 05 tháng 01", "[ĐIỀN: địa danh], ngày [ĐIỀN: ngày] tháng [ĐIỀN: t]"
    )
    reworded(document, "Nguyễn Văn An", "[ĐIỀN: họ và tên người ký]").runs[0].font.italic = True
    reworded(document, "PHÓ GIÁM ĐỐC", "[ĐIỀN: chức vụ người ký]")
    reworded(document, "- Lưu: VT, VP.", "- Lưu: VT, [ĐIỀN: đơn vị soạn thảo].")
    reworded(document, "- Sở Tư pháp;", "- [ĐIỀN: nơi nhận khác];")
    assert codes(document) == []


def test_blanks_to_be_filled_by_hand_are_no_breaches() -> None:
    document = report()
    reworded(document, "Số: 05/", "Số:      /")
    reworded(document, "Hà Nội, ngày 05 tháng 01", "Hà Nội, ngày     tháng    ")
    assert codes(document) == []


def test_content_controls_are_read_through() -> None:
    document = report()
    one = say(document, "Nội dung trong ô điều khiển màu đỏ.")
    (run,) = one.runs
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    control[1].append(run._r)
    one._p.append(control)
    found(document, "Trên đây")._p.addprevious(one._p)
    seen = next(each for each in read(document) if each.text.startswith("Nội dung trong"))
    assert [each.prompt for each in seen.runs] == [True]
    assert codes(document) == []


def test_a_control_round_paragraphs_rows_and_cells_is_read_through() -> None:
    document = report()
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    paragraph = found(document, "b) Thực")._p
    paragraph.addprevious(control)
    control[0].append(paragraph)
    table = document.tables[2]._tbl
    row = table.tr_lst[1]
    wrapped = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    row.addprevious(wrapped)
    wrapped[0].append(row)
    texts = [one.text for one in read(document)]
    assert "Lượt người" in texts
    assert codes(document) == []


def test_deleted_text_is_gone_and_inserted_text_there() -> None:
    document = report()
    one = found(document, "Trên đây")
    one._p.append(
        parse_xml(
            f"<w:del {nsdecls('w')}><w:r><w:delText>x</w:delText></w:r>"
            "<w:r><w:t>y</w:t></w:r></w:del>"
        )
    )
    one.runs[0].text = "Trên đây là báo cáo của Sở Nội vụ"
    one._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>./.</w:t></w:r></w:ins>"))
    assert codes(document) == []


def test_hidden_text_and_other_characters() -> None:
    document = blank()
    one = document.add_paragraph("a")
    one.add_run("ẩn").font.hidden = True
    run = one.add_run()
    for name in ("noBreakHyphen", "tab", "br"):
        run._r.append(element(name))
    one.add_run("e\u0301\u00a0o\u00ad")
    assert read(document)[0].text == "a-\t\né o"


def test_number_and_names_on_lines_of_one_paragraph() -> None:
    """People break lines within a paragraph where a new one would do."""
    document = report()
    issuer = found(document, "SỞ NỘI VỤ")
    superior = found(document, "UBND")
    run = superior.add_run()
    run.add_break()
    bold = superior.add_run("SỞ NỘI VỤ")
    bold.font.bold, bold.font.size = True, Pt(13)
    removed(issuer)
    assert codes(document) == []


def test_blocks_within_blocks_are_read() -> None:
    document = blank()
    table = document.add_table(1, 1)
    table.cell(0, 0).add_table(1, 1).cell(0, 0).text = "trong cùng"
    changed = parse_xml(f"<w:ins {nsdecls('w')}><w:p><w:r><w:t>thêm</w:t></w:r></w:p></w:ins>")
    table._tbl.addnext(changed)
    seen = [one for one in read(document) if one.text]
    assert [one.text for one in seen] == ["trong cùng", "thêm"]
    assert [one.cell and one.cell.table for one in seen] == [0, None]


def test_a_prompt_may_be_split_over_runs_and_be_a_list() -> None:
    document = report()
    one = reworded(document, "- Lưu: VT, VP.", "- Lưu: VT, [ĐI")
    for text in ("ỀN: đơn vị]", "."):
        run = one.add_run(text)
        run.font.size = Pt(20 if text != "." else 11)
    assert codes(document) == []


def test_the_foot_may_stand_in_tables_without_heads() -> None:
    """Recipients are told by their list where "Nơi nhận" is missing and there is no table."""
    document = letter()
    removed(found(document, "Nơi nhận"))
    table = document.tables[-1]
    table._tbl.getparent().remove(table._tbl)
    put(document, "- Như trên;", 11)
    put(document, "- Lưu: VT, VP.", 11)
    assert codes(document) == ["signature_columns", "recipients_missing"]


def test_annexes_without_a_signature_are_found_by_their_place() -> None:
    document = report()
    table = document.tables[1]
    table._tbl.getparent().remove(table._tbl)
    assert codes(document) == ["capacity_missing", "recipients_head_missing"]


def test_the_addressee_may_stand_in_a_table() -> None:
    document = letter()
    table = document.add_table(1, 1)
    put(table.cell(0, 0), "Kính gửi: Sở Tư pháp.")
    old = found(document, "Kính gửi")
    old._p.addprevious(table._tbl)
    removed(old)
    assert codes(document) == []


def test_a_typed_rule_below_the_head_is_no_text() -> None:
    document = report()
    found(document, "BÁO CÁO").insert_paragraph_before("_____")
    assert codes(document) == []


def test_points_begin_again_below_a_heading_without_number() -> None:
    document = report()
    last = found(document, "Trên đây")
    for text, bold in (("Việc khác", True), ("1. Một.", False), ("2. Hai.", False)):
        last._p.addprevious(say(document, text, bold=bold)._p)
    assert codes(document) == []


def test_a_page_that_ends_makes_a_second_page() -> None:
    document = letter()
    document.sections[0].header.paragraphs[0].clear()
    run = found(document, "Đề nghị").insert_paragraph_before("").add_run()
    run._r.append(element("br", type="page"))
    assert codes(document) == ["page_number_missing"]


def test_a_border_that_is_taken_away_is_no_rule() -> None:
    document = report()
    (border,) = found(document, "Độc lập")._p.getnext().iter(qn("w:bottom"))
    border.set(qn("w:val"), "nil")
    assert codes(document) == ["motto_rule"]


def test_an_odd_list_is_read_as_far_as_it_goes() -> None:
    document = blank()
    numbering: Any = document.part.numbering_part.element
    number = element("num", numId="80")
    number.append(element("abstractNumId", val="404"))
    override = element("lvlOverride", ilvl="0")
    level = element("lvl", ilvl="0")
    level.append(element("lvlText", val="%1.%2"))
    override.append(level)
    number.append(override)
    empty = element("lvlOverride", ilvl="3")
    number.append(empty)
    numbering.append(number)
    listed = element("numPr")
    listed.append(element("ilvl", val="0"))
    listed.append(element("numId", val="80"))
    document.add_paragraph("x")._p.get_or_add_pPr().append(listed)
    assert read(document)[0].text == "1. x"


def test_a_list_s_label_stands_before_a_prompt() -> None:
    document = report()
    one = found(document, "b) Thực")
    one.runs[0].text = "b) "
    prompt = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
        '<w:color w:val="808080"/></w:rPr><w:t>Bấm vào đây</w:t></w:r></w:sdtContent></w:sdt>'
    )
    last = found(document, "- Lưu")
    last.runs[0].text = "- Lưu: VT, "
    last._p.append(prompt)
    last.add_run(".").font.size = Pt(11)
    assert codes(document) == []


def test_a_head_without_a_table_is_told_so() -> None:
    document = blank()
    put(document, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    put(document, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    put(document, "Số: 05/BC-SNV", 13)
    put(document, "Hà Nội, ngày 05 tháng 01 năm 2022", 13, italic=True)
    put(document, "BÁO CÁO", bold=True)
    put(document, "Kết quả công tác", bold=True)
    samples.body(document)
    put(document, "Nơi nhận:", 12, bold=True, italic=True)
    put(document, "- Lưu: VT, VP.", 11)
    assert codes(document) == ["head_columns", "subject_rule", "signature_columns"]


def test_a_committee_has_no_superior() -> None:
    document = report(committee=True)
    first = found(document, "ỦY BAN")
    above = first.insert_paragraph_before()
    above.alignment = CENTRE
    above.add_run("CHÍNH PHỦ").font.size = Pt(13)
    assert codes(document) == ["committee_superior"]


def test_an_issuer_of_another_kind_of_name() -> None:
    document = report(annexes=0)
    reworded(document, "UBND THÀNH PHỐ HÀ NỘI", "TỔ CHỨC X")
    reworded(document, "SỞ NỘI VỤ", "NHÓM YZT")
    assert codes(document) == []


def test_an_issuer_s_name_may_be_broken_within_its_paragraph() -> None:
    document = report(annexes=0)
    removed(found(document, "UBND THÀNH PHỐ HÀ NỘI"))
    issuer = reworded(document, "SỞ NỘI VỤ", "BAN TUYÊN GIÁO")
    run = issuer.runs[0]
    run.add_break()
    run.add_text("VÀ DÂN VẬN")
    assert not [code for code in codes(document) if code.startswith(("superior", "issuer_w"))]


def test_letters_may_take_several_lines_for_their_subject() -> None:
    document = letter()
    cell: Any = document.tables[0].cell(1, 0)
    put(cell, "6 tháng đầu năm 2022", 12)
    assert codes(document) == []


def test_page_number_forms_that_word_makes() -> None:
    document = report()
    header: Any = document.sections[0].header.paragraphs[0]
    header.clear()
    header.alignment = None
    header.add_run("\t")
    simple = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE \\* MERGEFORMAT ">'
        "<w:r><w:t>2</w:t></w:r></w:fldSimple>"
    )
    header._p.append(simple)
    assert codes(document) == []
    simple.remove(simple[0])
    assert codes(document) == []
    header.clear()
    header._p.get_or_add_pPr().append(element("framePr", xAlign="center"))
    samples.field(header, "PAGE")
    assert codes(document) == []


def test_even_pages_need_their_number_too() -> None:
    document = report()
    document.settings.odd_and_even_pages_header_footer = True
    assert codes(document) == ["page_number_missing"]


def test_a_letter_of_one_page_needs_no_page_number() -> None:
    document = letter()
    document.sections[0].header.paragraphs[0].clear()
    assert codes(document) == []
    for _ in range(60):
        found(document, "Đề nghị").insert_paragraph_before("x")
    assert "page_number_missing" in codes(document)


def test_indents_by_lists_and_tabs_are_seen() -> None:
    document = report()
    one = found(document, "b) Thực")
    one.paragraph_format.left_indent = Mm(18)
    one.paragraph_format.first_line_indent = Mm(-8)
    assert codes(document) == []
    one.paragraph_format.left_indent = one.paragraph_format.first_line_indent = Mm(0)
    one.runs[0].text = "\t" + one.text
    assert codes(document) == []


def test_spacing_adds_up_only_where_the_document_says_so() -> None:
    document = report()
    for text in ("b) Thực", "c) Thực"):
        found(document, text).paragraph_format.space_before = Pt(3)
        found(document, "a) Thực").paragraph_format.space_after = Pt(3)
        found(document, text).paragraph_format.space_after = Pt(3)
    assert codes(document) == ["body_spacing"]
    compat: Any = document.settings.element.find(qn("w:compat"))
    compat.append(element("doNotUseHTMLParagraphAutoSpacing"))
    assert codes(document) == []


def test_contextual_spacing_takes_the_gap_away() -> None:
    document = report()
    for text in ("b) Thực", "c) Thực"):
        one = found(document, text)
        one._p.get_or_add_pPr().append(element("contextualSpacing"))
    assert codes(document) == ["body_spacing"]


def test_spacing_that_is_automatic_is_enough() -> None:
    document = report()
    one: Any = found(document, "b) Thực").paragraph_format
    one.space_before = Pt(0)
    (spacing,) = found(document, "b) Thực")._p.iter(qn("w:spacing"))
    spacing.set(qn("w:beforeAutospacing"), "1")
    assert codes(document) == []


def test_list_labels_of_three_levels() -> None:
    document = blank()
    numbering: Any = document.part.numbering_part.element
    kind = element("abstractNum", abstractNumId="70")
    for depth, (form, text) in enumerate(
        [
            ("upperRoman", "%1."),
            ("decimal", "%2."),
            ("lowerLetter", "%3)"),
            ("bullet", "-"),
            ("bullet", "\uf0b7"),
        ]
    ):
        level = element("lvl", ilvl=str(depth))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            level.append(element(name, val=value))
        kind.append(level)
    numbering.insert(0, kind)
    for name in ("70", "71"):
        number = element("num", numId=name)
        number.append(element("abstractNumId", val="70"))
        if name == "71":
            override = element("lvlOverride", ilvl="0")
            override.append(element("startOverride", val="5"))
            number.append(override)
        numbering.append(number)
    places = [("70", depth) for depth in (0, 1, 2, 2, 3, 4, 1, 0)]
    for name, depth in [*places, ("71", 0), ("99", 0)]:
        listed = element("numPr")
        listed.append(element("ilvl", val=str(depth)))
        listed.append(element("numId", val=name))
        document.add_paragraph("x")._p.get_or_add_pPr().append(listed)
    labels = [one.text for one in read(document)]
    assert labels == ["I. x", "1. x", "a) x", "b) x", "- x", "• x", "2. x", "II. x", "V. x", "x"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(4, "upperRoman", "IV"), (9, "lowerRoman", "ix"),
     (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
     (3, "decimalZero", "03"), (3, "none", ""), (12, "decimal", "12"), (0, "lowerLetter", "0")],
)  # fmt: skip
def test_numerals(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


def test_roman_numbers_back_and_forth() -> None:
    assert all(from_roman(to_roman(one)) == one for one in range(1, 400))
    assert [from_roman(one) for one in ("", "IIII", "VX", "ABC")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("25.980 lượt, 23,53 %, năm 2021, số 5568/QĐ-UBND, 24/3/2021, V.6.4b, 0,125", []),
        ("điện thoại 02438253333, mã 123456, số: 12345, giai đoạn 2021-2030, 80/2015/QH13", []),
        ("1,250 người", ["1.250"]), ("1,250,000.5 đồng", ["1.250.000,5"]), ("12,500 %", []),
        ("98.5% và 1.2 triệu", ["98,5", "1,2"]), ("2.500 triệu", []),
        ("tổng 12500", ["12.500"]), ("12500,5 đồng", ["12.500,5"]), ("1250 lượt", ["1.250"]),
        ("mục 1.2, 1.10. Điều", []),
    ],
)  # fmt: skip
def test_figures(text: str, wrong: list[str]) -> None:
    assert [one.wanted for one in wrong_figures(text)] == wrong


def test_toggles_cancel_and_styles_are_inherited() -> None:
    document = blank()
    styles: Any = document.styles
    strong, child = styles.add_style("Dam", 1), styles.add_style("Con", 1)
    strong.font.bold, child.base_style = True, strong
    letters = styles.add_style("Chu", 2)
    letters.font.bold = True
    document.add_paragraph("x", style="Con")
    document.add_paragraph("", style="Con").add_run("x", style="Chu")
    looks = [one.runs[0].look for one in read(document)]
    assert [one.bold for one in looks] == [True, False]
    # A style that is based on itself is read once.
    strong.element.append(element("basedOn", val="Con"))
    assert read(document)[0].runs[0].look.bold


def test_where_nothing_is_said_word_s_own_defaults_hold() -> None:
    package = read_package(saved(blank()))._replace(styles=None, theme=None)
    look = Formats(package).look(None, "", "")
    assert (look.size, look.fonts, look.colour) == (10.0, ("Times New Roman",) * 4, None)


@pytest.mark.parametrize(
    ("attributes", "colour"),
    [
        ({"val": "000000"}, None), ({"val": "auto"}, None), ({"val": "FF0000"}, "FF0000"),
        ({"val": "000001", "themeColor": "text1"}, None),
        ({"val": "7F7F7F", "themeColor": "text1", "themeTint": "80"}, "7F7F7F"),
    ],
)  # fmt: skip
def test_colours(attributes: dict[str, str], colour: str | None) -> None:
    document = blank()
    run: Any = document.add_paragraph().add_run("x")
    run._r.get_or_add_rPr().append(element("color", **attributes))
    assert read(document)[0].runs[0].look.colour == colour


def test_breaches_alike_become_one_that_counts() -> None:
    document = report()
    for text in ("b) Thực", "c) Thực", "d) Thực"):
        found(document, text).runs[0].font.size = Pt(12)
    (breach,) = check(saved(document))
    assert breach.place.startswith("nội dung, đoạn 18 “b) Thực hiện Kế hoạch")
    assert breach.place.endswith("và 2 chỗ khác")
    assert breach_text(breach).endswith(
        "cỡ chữ 12 pt; cần cỡ chữ 13–14 pt (Phụ lục I, nội dung văn bản)."
    )


def test_twenty_pages_are_checked_in_well_under_a_second() -> None:
    document = report()
    last = found(document, "II. KIẾN NGHỊ")
    for at in range(400):
        one = last.insert_paragraph_before(f"- {samples.TEXT} {at}.")
        one.paragraph_format.first_line_indent = Mm(12.7)
        one.paragraph_format.space_before = Pt(6)
        one.alignment = samples.BOTH
    data = saved(document)
    before = perf_counter()
    assert check(data) == ()
    assert perf_counter() - before < 1
