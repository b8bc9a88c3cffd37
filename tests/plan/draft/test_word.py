"""Word documents: what counts as their body, and how it looks."""

from pathlib import Path

import pytest

from cchc_cli.plan.draft.blocks import Block, Paragraph, Place, Table
from cchc_cli.plan.draft.word import DEEPEST, read_word
from tests.plan.draft.packing import (
    STRICT,
    cell,
    level,
    listed,
    numbering,
    pack,
    paragraph,
    row,
    run,
    table,
    word_file,
    word_parts,
)

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Phần"/><w:basedOn w:val="Own"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="B"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    "</w:style>"
)
DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"


def blocks(folder: Path, body: str, styles: str = STYLES, numbers: str = "") -> tuple[Block, ...]:
    """The blocks of a body."""
    return read_word(word_file(folder, body, styles, numbers)).blocks


def words(folder: Path, body: str, numbers: str = "") -> list[str]:
    """What its paragraphs say, labels included."""
    found = blocks(folder, body, numbers=numbers)
    return [one.words for one in found if isinstance(one, Paragraph)]


def test_a_document(tmp_path: Path) -> None:
    document = read_word(word_file(tmp_path, paragraph("I. MỤC ĐÍCH") + paragraph("Nâng cao.")))
    assert document.blocks == (
        Paragraph("I. MỤC ĐÍCH", Place(1)),
        Paragraph("Nâng cao.", Place(2)),
    )
    assert (document.name, document.form, document.unread) == ("KE_HOACH.docx", "docx", ())


def test_a_document_of_strict_open_xml(tmp_path: Path) -> None:
    path = word_file(tmp_path, paragraph("Việc"), namespace=STRICT)
    assert read_word(path).blocks == (Paragraph("Việc", Place(1)),)


def test_a_document_without_a_body(tmp_path: Path) -> None:
    parts = word_parts("")
    parts["word/document.xml"] = parts["word/document.xml"].replace("w:body", "w:other")
    path = tmp_path / "a.docx"
    path.write_bytes(pack(parts))
    assert read_word(path).blocks == ()


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(run("Sở ") + run("Nội") + run(" vụ"), "Sở Nội vụ", id="runs"),
        pytest.param(f"<w:ins>{run('thêm')}</w:ins>", "thêm", id="inserted"),
        pytest.param(
            f"a<w:del>{run('bỏ')}</w:del>".replace("a<", f"{run('a')}<"), "a", id="deleted"
        ),
        pytest.param(f"<w:moveFrom>{run('x')}</w:moveFrom>{run('b')}", "b", id="moved away"),
        pytest.param(f"<w:moveTo>{run('c')}</w:moveTo>", "c", id="moved here"),
        pytest.param(f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết", id="a link"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('ô')}</w:sdtContent></w:sdt>", "ô", id="a field"),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText><w:t>2</w:t></w:r>", "2", id="a command"),
        pytest.param(run("a") + run("b", "<w:vanish/>"), "a", id="hidden"),
        pytest.param(run("a", '<w:vanish w:val="0"/>'), "a", id="not hidden"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b", id="a tab"),
        pytest.param("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b", id="a hyphen"),
        pytest.param(
            '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b", id="a page"
        ),
        pytest.param("<w:r><w:t>a</w:t><w:footnoteReference/></w:r>", "a", id="a footnote"),
        pytest.param('<w:r><w:sym w:char="F02D"/><w:t> a</w:t></w:r>', "- a", id="a symbol"),
        pytest.param('<w:r><w:sym w:char="F0E0"/><w:t>a</w:t></w:r>', "a", id="a private symbol"),
        pytest.param('<w:r><w:sym w:char="2192"/><w:t>a</w:t></w:r>', "→a", id="a known symbol"),
        pytest.param('<w:r><w:sym w:char="?"/><w:t>a</w:t></w:r>', "a", id="no symbol"),
        pytest.param("<w:r><w:t/></w:r>" + run("a"), "a", id="an empty text"),
    ],
)
def test_what_a_paragraph_says(tmp_path: Path, inner: str, text: str) -> None:
    assert words(tmp_path, paragraph(inner)) == [text]


def test_soft_breaks_begin_a_paragraph_where_an_item_begins(tmp_path: Path) -> None:
    inner = "<w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Năm 2026</w:t><w:br/><w:t>1. Sở</w:t><w:cr/></w:r>"
    assert words(tmp_path, paragraph(inner)) == ["KẾ HOẠCH Năm 2026", "1. Sở"]


def test_the_label_stands_before_the_first_line_only(tmp_path: Path) -> None:
    inner = "<w:r><w:t>Sở</w:t><w:br/><w:t>- Họp</w:t></w:r>"
    made = listed("x").replace(run("x"), inner)
    assert words(tmp_path, made, numbering(level(0, "decimal", "%1."))) == ["1. Sở", "- Họp"]


def test_how_a_paragraph_looks(tmp_path: Path) -> None:
    body = (
        paragraph("Một", properties='<w:pStyle w:val="H2"/>')
        + paragraph("Hai", properties='<w:pStyle w:val="Own"/>')
        + paragraph(run("Ba", "<w:b/>"), run(" "), properties='<w:outlineLvl w:val="2"/>')
        + paragraph(run("Bốn", '<w:rStyle w:val="B"/>'), properties='<w:jc w:val="center"/>')
        + paragraph(run("Năm", "<w:b/>"), run("6"), properties='<w:outlineLvl w:val="9"/>')
        + paragraph(run("Bảy", '<w:b w:val="false"/>'), properties='<w:pStyle w:val="H2"/>')
        + paragraph("Tám", properties='<w:pStyle w:val="KhôngCó"/>')
    )
    found = [one for one in blocks(tmp_path, body) if isinstance(one, Paragraph)]
    assert [(one.text, one.heading, one.bold, one.centred) for one in found] == [
        ("Một", 2, True, True),
        ("Hai", 1, False, False),
        ("Ba", 3, True, False),
        ("Bốn", 0, True, True),
        ("Năm6", 0, False, False),
        ("Bảy", 2, False, True),
        ("Tám", 0, False, False),
    ]


def test_lines_of_a_table_of_contents_are_passed_over(tmp_path: Path) -> None:
    body = paragraph("I. MỤC ĐÍCH 2", properties='<w:pStyle w:val="T"/>') + paragraph("I. MỤC ĐÍCH")
    assert words(tmp_path, body) == ["I. MỤC ĐÍCH"]


class TestPartedParagraphs:
    """Paragraphs whose end was deleted, while changes are tracked."""

    def test_the_next_goes_on_with_it(self, tmp_path: Path) -> None:
        body = paragraph("Sở Nội", properties=DELETED) + paragraph(" vụ") + paragraph("Hết")
        assert words(tmp_path, body) == ["Sở Nội vụ", "Hết"]

    def test_one_that_was_deleted_altogether_is_not_there(self, tmp_path: Path) -> None:
        gone = listed("x").replace(run("x"), f"<w:del>{run('bỏ')}</w:del>")
        gone = gone.replace("<w:pPr>", f"<w:pPr>{DELETED}")
        body = listed("Một") + gone + listed("Hai")
        assert words(tmp_path, body, numbering(level(0, "decimal", "%1."))) == ["1. Một", "2. Hai"]

    def test_a_row_of_them(self, tmp_path: Path) -> None:
        inner = "<w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
        body = paragraph("a", properties=DELETED) + paragraph(inner, properties=DELETED)
        assert words(tmp_path, body + paragraph("d")) == ["ab cd"]

    def test_before_a_table_and_at_the_end(self, tmp_path: Path) -> None:
        body = paragraph("a", properties=DELETED) + table(row("b", "c"))
        found = blocks(tmp_path, body + paragraph("d", properties=DELETED))
        assert [type(one) for one in found] == [Paragraph, Table, Paragraph]


def test_paragraphs_within_wrappers(tmp_path: Path) -> None:
    inner = paragraph("a")
    body = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt><w:ins>{paragraph('B')}</w:ins>"
    assert words(tmp_path, body) == ["a", "B"]
    deep = "<w:sdt>" * (DEEPEST + 2) + inner + "</w:sdt>" * (DEEPEST + 2)
    assert words(tmp_path, deep) == []


def test_a_text_box_stands_after_its_paragraph_and_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Hộp')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = paragraph(f"<w:r><w:t>Trước</w:t>{both}</w:r>") + paragraph("Sau")
    assert words(tmp_path, body) == ["Trước", "Hộp", "Sau"]
    inside = table(row(cell(paragraph(f"<w:r><w:t>Ô</w:t>{both}</w:r>")), "b"))
    (found,) = blocks(tmp_path, inside)
    assert isinstance(found, Table)
    assert found.rows[0][0].text == "Ô\nHộp"


def test_lines_that_another_program_broke_are_whole_again(tmp_path: Path) -> None:
    lines = [
        "I. MỤC ĐÍCH",
        "Nâng cao ý thức, trách nhiệm, chất lượng, hiệu quả công việc của cơ",
        "quan nhà nước; của đội ngũ cán bộ, công chức, viên chức trong thực",
        "thi công vụ; chủ trì, phối hợp với Sở Thông tin và Truyền thông, Sở",
        "Nội vụ phục vụ người dân ngày càng tốt hơn.",
        "Sở Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị tham mưu trước",
        "ngày 15/6.",
    ]
    assert words(tmp_path, "".join(map(paragraph, lines))) == [
        lines[0],
        " ".join(lines[1:5]),
        " ".join(lines[5:]),
    ]


@pytest.mark.parametrize(
    ("name", "unread"),
    [
        ("word/media/image1.png", ("pictures",)),
        ("word/afchunk1.docx", ("foreign_parts",)),
        ("word/footnotes.xml", ()),
    ],
)
def test_what_is_not_read_is_told(tmp_path: Path, name: str, unread: tuple[str, ...]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(pack({**word_parts(paragraph("a")), name: "x"}))
    assert read_word(path).unread == unread
