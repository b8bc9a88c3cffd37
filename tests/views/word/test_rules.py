"""The drawn rules: as long as the text above them asks for."""

from typing import Any

import pytest

from cchc_cli.views.word.metrics import text_width
from cchc_cli.views.word.rules import FULL_RULE, SHORT_RULE, draw, read_styles, text_of
from cchc_cli.views.word.xml import find, parse, w

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = read_styles(
    f"""<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr>
    </w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr/></w:style>
    <w:style w:type="paragraph" w:styleId="Dam"><w:basedOn w:val="Normal"/>
    <w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dam"/><w:rPr/></w:style>
    <w:style w:type="paragraph" w:styleId="Nhat"><w:basedOn w:val="Dam"/>
    <w:rPr><w:b w:val="0"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
    </w:styles>""".encode()
)
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LONG = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"


def indent(above: str, rule: str = FULL_RULE, width: int = 5613) -> int:
    """The indent that a rule gets under what stands above it in a cell."""
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{above}'
        f'<w:p><w:pPr><w:pStyle w:val="{rule}"/><w:ind w:left="1"/><w:jc w:val="center"/></w:pPr>'
        f"</w:p></w:tc>"
    )
    root = parse(f"<w:body {NAMES}>{cell}</w:body>")
    return _indent_of(root)


def _indent_of(root: Any) -> int:
    draw(root, STYLES)
    properties = list(root.iter(w("pPr")))[-1]
    assert [one.tag for one in properties][-1] != w("ind") or len(properties) == 2
    element = find(properties, "w:ind")
    assert element.get(w("left")) == element.get(w("right"))
    return int(element.get(w("left")))


def line(text: str, style: str = "Dam", look: str = "") -> str:
    """A paragraph."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{look}</w:rPr>'
        f"<w:t>{text}</w:t></w:r></w:p>"
    )


def length(inset: int, width: int = 5613) -> float:
    """How long the rule is, in points."""
    return (width - 2 * inset) / 20


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (line(LONG, "CoQuan"), "SỞ THÔNG TIN VÀ|TRUYỀN THÔNG"),
        (line("SỞ NỘI VỤ", "CoQuan"), "SỞ NỘI VỤ"),
        (line(LONG), LONG),
        (line(f"{LONG}</w:t><w:br/><w:t>Hai", "CoQuan"), f"{LONG}|Hai"),
        (line("", "CoQuan"), ""),
    ],
)
def test_an_issuer_s_long_name_is_broken_evenly(above: str, kept: str) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="3742" w:type="dxa"/></w:tcPr>{above}</w:tc>'
    root = parse(f"<w:body {NAMES}>{cell}</w:body>")
    draw(root, STYLES)
    assert text_of(root, break_as="|") == kept


def test_a_rule_goes_by_the_longest_of_the_lines_that_were_broken() -> None:
    inset = indent(line(LONG, "CoQuan"), SHORT_RULE, 3742)
    share = length(inset, 3742) / text_width("SỞ THÔNG TIN VÀ", 13)
    assert 1 / 3 < share < 1 / 2


@pytest.mark.parametrize(
    ("style", "look", "size", "face"),
    [
        ("Dam", "", 14, "bold"),
        ("Con", "", 14, "bold"),
        ("Nhat", "", 14, "regular"),
        ("Normal", "", 13, "regular"),
        ("Vong", "", 13, "regular"),
        ("La", "<w:i/>", 13, "italic"),
        ("Dam", '<w:b w:val="false"/><w:sz w:val="24"/>', 12, "regular"),
    ],
)
def test_the_mottos_rule_is_as_long_as_the_line(
    style: str, look: str, size: float, face: Any
) -> None:
    wanted = text_width(MOTTO, size, face)
    assert length(indent(line(MOTTO, style, look))) == pytest.approx(wanted, abs=0.2)


def test_the_short_rule_is_between_a_third_and_a_half() -> None:
    share = length(indent(line("SỞ NỘI VỤ"), SHORT_RULE)) / text_width("SỞ NỘI VỤ", 14, "bold")
    assert 1 / 3 < share < 1 / 2


def test_of_several_lines_the_longest_counts() -> None:
    text = "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ CHẾ XUẤT"
    found = length(indent(line(text), SHORT_RULE, 3742), 3742)
    assert found < 0.5 * 3742 / 20
    assert found > 0.3 * 3742 / 20


def test_empty_paragraphs_between_are_passed_over() -> None:
    assert indent(line(MOTTO) + line("")) == indent(line(MOTTO))


def test_a_control_above_counts_with_its_last_paragraph() -> None:
    control = f"<w:sdt><w:sdtContent>{line('khác')}{line(MOTTO)}</w:sdtContent></w:sdt>"
    assert indent(control) == indent(line(MOTTO))


def test_without_text_above_there_is_no_rule_to_see() -> None:
    assert length(indent("")) == pytest.approx(0, abs=0.1)


def test_outside_of_a_table_the_page_is_the_measure() -> None:
    rule = f'<w:p><w:pPr><w:pStyle w:val="{FULL_RULE}"/></w:pPr></w:p>'
    paper = '<w:sectPr><w:pgSz w:w="11906"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>'
    body = parse(f"<w:document {NAMES}><w:body>{line(MOTTO)}{rule}{paper}</w:body></w:document>")
    draw(body, STYLES)
    left = int(find(list(body.iter(w("pPr")))[1], "w:ind").get(w("left")))
    assert length(left, 9354) == pytest.approx(text_width(MOTTO, 14, "bold"), abs=0.2)


@pytest.mark.parametrize("paper", ["<w:body>{}</w:body>", "<w:hdr>{}</w:hdr>"])
def test_without_any_measure_nothing_breaks(paper: str) -> None:
    rule = f'<w:p><w:pPr><w:pStyle w:val="{FULL_RULE}"/></w:pPr></w:p>'
    root = parse(f"<w:x {NAMES}>{paper.format(line(MOTTO) + rule)}</w:x>")
    draw(root, read_styles(None))
    assert find(list(root.iter(w("pPr")))[1], "w:ind").get(w("left")) == "0"


def test_tabs_and_line_breaks_are_read_as_spaces() -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t/></w:r>"
    one = parse(f"<w:p {NAMES}><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run}</w:p>")
    assert text_of(one) == "a b "
