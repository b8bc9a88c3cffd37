"""The Word templates that travel with the program."""

import re
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from cchc_cli.views.word.building import KINDS, build
from cchc_cli.views.word.package import read_parts
from cchc_cli.views.word.xml import parse, w
from tests.services.real import TEMPLATES
from tests.views.word.typing_in import body, texts

EACH = pytest.mark.parametrize("kind", KINDS)


@EACH
def test_the_committed_template_is_what_is_built(kind: str) -> None:
    """Run ``make templates`` if not."""
    assert (TEMPLATES / "word" / f"{kind}.docx").read_bytes() == build(kind)


@EACH
def test_every_part_is_well_formed_and_named(kind: str) -> None:
    parts = read_parts(build(kind))
    types = parts["[Content_Types].xml"].decode()
    for name, data in parts.items():
        parse(data)
        if not name.endswith((".rels", "[Content_Types].xml")):
            assert f'"/{name}"' in types


@EACH
def test_every_style_that_is_used_is_there(kind: str) -> None:
    parts = read_parts(build(kind))
    known = set(re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"].decode()))
    used = set(re.findall(r'w:(?:p|r|tbl)Style w:val="(\w+)"', parts["word/document.xml"].decode()))
    assert used <= known


@EACH
def test_nothing_but_times_new_roman_can_come_in(kind: str) -> None:
    parts = read_parts(build(kind))
    for data in parts.values():
        for fonts in parse(data).iter(w("rFonts")):
            assert set(fonts.attrib.values()) == {"Times New Roman"}
            assert {w(slot) for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == set(fonts.attrib)
    assert not any("theme" in name for name in parts)


@EACH
def test_python_docx_opens_it_and_the_paper_is_right(kind: str) -> None:
    document = docx.Document(BytesIO(build(kind)))
    for section in document.sections:
        short = min(section.page_width or 0, section.page_height or 0)
        assert abs(short - Mm(210)) < Mm(0.1)
        assert section.left_margin is not None
        assert section.right_margin is not None
        assert Mm(30) <= section.left_margin <= Mm(35)
        assert Mm(15) <= section.right_margin <= Mm(20)
    assert document.sections[0].orientation == WD_ORIENT.PORTRAIT
    assert document.styles["Heading 1"].font.size == Pt(14)
    assert document.styles["Heading 1"].font.bold


def test_the_head_is_divided_into_forty_and_sixty() -> None:
    table = next(body(build("letter")).iter(w("tbl")))
    left, right = (int(one.get(w("w"))) for one in table.iter(w("gridCol")))
    assert left / (left + right) == pytest.approx(0.4, abs=0.001)


@pytest.mark.parametrize("kind", ["periodic", "thematic", "city"])
def test_annexes_are_landscape_and_numbered_on_their_own(kind: str) -> None:
    portrait, *annexes = body(build(kind)).iter(w("sectPr"))
    assert portrait.find(w("pgNumType")) is None
    assert len(annexes) == (4 if kind == "city" else 2)
    for one in annexes:
        assert one.find(w("pgSz")).get(w("orient")) == "landscape"
        assert one.find(w("pgNumType")).get(w("start")) == "1"


@pytest.mark.parametrize("kind", ["periodic", "thematic", "city"])
def test_the_annex_of_tasks_has_its_seven_columns(kind: str) -> None:
    heads = (
        "TT", "Nhiệm vụ", "Kết quả yêu cầu", "Thời gian hoàn thành", "Cơ quan thực hiện",
        "Tiến độ", "Kết quả hiện nay",
    )  # fmt: skip
    signed = re.sub("[\x01\x02\ufffc]+", "|", texts(build(kind)))
    assert f"|{'|'.join(heads)}|" in signed


@EACH
def test_grids_repeat_their_head(kind: str) -> None:
    for table in body(build(kind)).iter(w("tbl")):
        if table.find(f"{w('tblPr')}/{w('tblStyle')}").get(w("val")) == "TableGrid":
            assert table.find(w("tr")).find(f"{w('trPr')}/{w('tblHeader')}") is not None
