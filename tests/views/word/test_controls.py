"""What people wrote into controls survives every regeneration."""

import zlib
from io import BytesIO

import docx
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.views.word.blanks import MEMORY, controls_of, is_filled, remembered, said
from cchc_cli.views.word.controls import Carried, blanks_in, carry
from cchc_cli.views.word.package import DOCUMENT, NotWord, read_parts
from cchc_cli.views.word.relations import relations
from cchc_cli.views.word.xml import fit, parse, serialise, w
from cchc_cli.zipped import pack
from tests.views.word.typing_in import (
    NAMES,
    body,
    control_named,
    fill_in,
    paragraph,
    section_without,
    tags_of,
    text_in,
    texts,
    type_in,
    with_body,
)

TAG = "uu_diem"
TEXTS = st.text(
    st.one_of(
        st.sampled_from("&<>\"'đĐ\t\n\x07\x0b\u00a0\u200b😀ằ[]"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=200,
) | st.just("đ&<\t" * 1250)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_text_in_any_controls_survives_any_sequence_of_regenerations(
    data: st.DataObject, periodic: bytes, thematic: bytes, city: bytes
) -> None:
    now, typed = periodic, dict[str, str]()
    for _ in range(data.draw(st.integers(1, 4))):
        present = sorted({*tags_of(now)} - set(typed))
        tag, text = data.draw(st.sampled_from(present)), data.draw(TEXTS)
        now = type_in(now, tag, text)
        if fit(text):
            typed[tag] = fit(text)
        kind = data.draw(st.sampled_from((periodic, thematic, city)))
        now = carry(now, kind).document
        for one, words in typed.items():
            assert text_in(now, one) == words.strip("\x01\x02"), one


def test_nothing_is_carried_where_nobody_wrote(periodic: bytes) -> None:
    assert carry(periodic, periodic) == Carried(periodic, 0, 0)


def test_words_that_the_program_wrote_are_refreshed(periodic: bytes) -> None:
    """``han_che`` holds recorded words: they are the ledger's, not a person's."""
    old = text_in(periodic, "han_che")
    assert old == "Một số đơn vị báo cáo chậm."
    changed = type_in(periodic, "han_che", "khác")
    assert text_in(carry(periodic, changed).document, "han_che") == "khác"


def test_words_like_the_programs_stay_once_a_person_wrote(periodic: bytes) -> None:
    """Whatever the program would write there later."""
    theirs = carry(type_in(periodic, TAG, "như máy"), periodic).document
    again = carry(theirs, type_in(periodic, TAG, "như máy")).document
    assert text_in(carry(again, periodic).document, TAG) == "như máy"


def test_what_was_emptied_is_asked_for_again(periodic: bytes) -> None:
    filled = carry(type_in(periodic, TAG, "có"), periodic).document
    emptied = fill_in(filled, TAG, "<w:p/>")
    assert carry(emptied, periodic) == Carried(periodic, 0, 0)


def test_words_own_prompt_is_no_text(periodic: bytes) -> None:
    """Word shows a prompt of its own where a control was emptied."""
    root = body(fill_in(periodic, TAG, "<w:p><w:r><w:t>Click or tap here</w:t></w:r></w:p>"))
    properties = control_named(root, TAG).element[0]
    properties.extend(
        parse(
            f'<w:x {NAMES}><w:placeholder><w:docPart w:val="DefaultPlaceholder_-1"/>'
            f"</w:placeholder><w:showingPlcHdr/></w:x>"
        )
    )
    assert carry(with_body(periodic, root), periodic) == Carried(periodic, 0, 0)


def test_without_a_memory_only_prompts_are_replaced(periodic: bytes) -> None:
    parts = read_parts(type_in(periodic, TAG, "của tôi"))
    del parts[MEMORY]
    found = carry(pack(parts), periodic)
    assert text_in(found.document, TAG) == "của tôi"
    # Recorded words cannot be told from a person's and are kept.
    assert found.carried == 2
    assert text_in(found.document, "so") == "[ĐIỀN: số]"


def test_a_memory_that_word_has_renamed_is_found(periodic: bytes) -> None:
    parts = read_parts(periodic)
    parts["customXml/item7.xml"] = parts.pop(MEMORY)
    parts["customXml/item1.xml"] = b"<a xmlns='urn:khac'>urn:cchc:controls</a>"
    assert remembered(dict(parts)) == remembered(dict(read_parts(periodic)))
    assert carry(pack(parts), periodic).carried == 0


def test_a_control_without_a_place_is_kept_at_the_end_and_comes_back(periodic: bytes) -> None:
    written = type_in(periodic, TAG, "Không mất")
    without = section_without(periodic, TAG)
    first = carry(written, without)
    assert (first.carried, first.kept) == (0, 1)
    assert texts(first.document).rstrip("\x01").endswith("Phần: ưu điểm\x01Không mất")
    assert "Nội dung giữ lại" in texts(first.document)
    second = carry(first.document, without)
    assert (second.carried, second.kept) == (0, 1)
    assert second.document == first.document
    third = carry(second.document, periodic)
    assert (third.carried, third.kept) == (1, 0)
    assert text_in(third.document, TAG) == "Không mất"
    assert "Nội dung giữ lại" not in texts(third.document)


def test_a_number_filled_in_once_is_filled_in_wherever_it_is_asked_for(periodic: bytes) -> None:
    assert tags_of(periodic).count("so") == 3
    found = carry(type_in(periodic, "so", "05"), periodic)
    assert [text_in(found.document, "so", at) for at in range(3)] == ["05"] * 3
    assert found.carried == 1
    assert blanks_in(found.document) == blanks_in(periodic) - 1


TABLE = (
    "<w:p><w:r><w:t>Trước</w:t></w:r></w:p>"
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:tc>"
    "<w:tcPr><w:shd w:val='clear' w:fill='FF0000'/></w:tcPr>"
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ô đậm</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:rPr><w:i/><w:color w:val='0000FF'/></w:rPr><w:t>sau</w:t></w:r></w:p>"
)


def test_tables_and_formatting_come_along(periodic: bytes) -> None:
    filled = fill_in(periodic, TAG, TABLE)
    found = carry(carry(filled, periodic).document, periodic).document
    content = control_named(body(found), TAG).content
    expected = parse(f"<w:body {NAMES}>{TABLE}</w:body>")
    assert said(content) == said(expected)
    for name in ("tbl", "shd", "b", "i", "color"):
        assert content.find(f".//{w(name)}") is not None, name


def test_pictures_links_lists_styles_and_notes_come_along(periodic: bytes) -> None:
    document = docx.Document(BytesIO(periodic))
    picture = document.add_picture(BytesIO(_dot()), Mm(5))._inline
    style = document.styles.add_style("Của tôi", 1)
    style.base_style = document.styles["Body Text"]
    link = document.part.relate_to("https://example.vn/a?b=1&c", LINK, is_external=True)
    saved = BytesIO()
    document.save(saved)
    root = body(saved.getvalue())
    run = next(one for one in root.iter(w("drawing"))).getparent()
    run.getparent().getparent().remove(run.getparent())
    content = control_named(root, TAG).content
    (block,) = content
    block.append(run)
    block[0].find(w("pStyle")).set(w("val"), style.style_id)
    block.append(
        parse(
            f"<w:hyperlink {NAMES} xmlns:r='{R}' r:id='{link}'><w:r><w:t>nối</w:t></w:r>"
            f"</w:hyperlink>"
        )
    )
    del picture
    old = with_body(saved.getvalue(), root)
    for new in (periodic, section_without(periodic, TAG)):
        found = carry(carry(old, new).document, new).document
        parts = read_parts(found)
        known = {one.target for one in relations(parts).values()}
        assert "https://example.vn/a?b=1&c" in known
        images = [name for name in known if name.startswith("word/media/")]
        assert [parts[name] for name in images] == [_dot()]
        opened = docx.Document(BytesIO(found))
        assert "Của tôi" in {one.name for one in opened.styles}
        assert len(opened.inline_shapes) == 1


LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _dot() -> bytes:
    """The smallest picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        sum_of = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + sum_of

    header = (1).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    pixel = zlib.compress(b"\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


def test_a_list_of_ones_own_comes_along(periodic: bytes) -> None:
    parts = read_parts(fill_in(periodic, TAG, (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr>'
        "<w:r><w:t>một</w:t></w:r></w:p>"
    )))  # fmt: skip
    numbering = parse(parts["word/numbering.xml"])
    abstract = parse(
        f'<w:abstractNum {NAMES} w:abstractNumId="8"><w:nsid w:val="AA"/>'
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl>'
        f"</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(parse(f'<w:num {NAMES} w:numId="9"><w:abstractNumId w:val="8"/></w:num>'))
    parts["word/numbering.xml"] = serialise(numbering)
    found = carry(pack(parts), periodic).document
    number = control_named(body(found), TAG).content.find(f".//{w('numId')}").get(w("val"))
    lists = parse(read_parts(found)["word/numbering.xml"])
    (num,) = (one for one in lists.findall(w("num")) if one.get(w("numId")) == number)
    kind = num.find(w("abstractNumId")).get(w("val"))
    (abstract,) = (
        one for one in lists.findall(w("abstractNum")) if one.get(w("abstractNumId")) == kind
    )
    assert abstract.find(f".//{w('lvlText')}").get(w("val")) == "(%1)"
    assert [one.tag for one in lists] == sorted((one.tag for one in lists), key=len, reverse=True)


def test_a_footnote_comes_along(periodic: bytes) -> None:
    parts = read_parts(fill_in(
        periodic, TAG, '<w:p><w:r><w:footnoteReference w:id="4"/></w:r></w:p>'
    ))  # fmt: skip
    parts["word/footnotes.xml"] = (
        f'<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="3"><w:p><w:r><w:t>khác</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="4"><w:p><w:r><w:t>chú thích</w:t></w:r></w:p></w:footnote>'
        f"</w:footnotes>"
    ).encode()
    first = carry(pack(parts), periodic).document
    found = carry(first, periodic).document
    notes = parse(read_parts(found)["word/footnotes.xml"])
    (reference,) = body(found).iter(w("footnoteReference"))
    (note,) = (one for one in notes if one.get(w("id")) == reference.get(w("id")))
    assert said(note) == "chú thích\x01" or "chú thích" in said(note)
    assert "khác" not in said(notes)
    assert any(one.target == "word/footnotes.xml" for one in relations(read_parts(found)).values())


@pytest.mark.parametrize(
    ("xml", "carried"),
    [
        pytest.param("<w:p><w:r><w:t>05</w:t></w:r></w:p>", 1, id="a paragraph into a line"),
        pytest.param(TABLE, 0, id="a table does not fit into a line"),
    ],
)
def test_a_place_that_has_changed_its_kind(periodic: bytes, xml: str, carried: int) -> None:
    root = body(periodic)
    old = control_named(root, TAG).element
    old.find(f".//{w('tag')}").set(w("val"), "so")
    first = control_named(root, "so").element
    first.getparent().remove(first)
    found = carry(fill_in(with_body(periodic, root), "so", xml, 0), periodic)
    # The line that the control was taken out of is kept as well.
    assert (found.carried, found.kept) == (carried, 2 - carried)
    for word in ("05",) if carried else ("ô đậm", "Trước", "sau"):
        assert word in texts(found.document)


def test_runs_into_a_paragraph(periodic: bytes) -> None:
    inline = fill_in(periodic, "so", "<w:r><w:t>dòng</w:t></w:r>")
    root = body(inline)
    control_named(root, "so").element.find(f".//{w('tag')}").set(w("val"), TAG)
    block = control_named(root, TAG, 1).element
    block.getparent().remove(block)
    found = carry(with_body(inline, root), periodic).document
    content = control_named(body(found), TAG).content
    assert [one.tag for one in content] == [w("p")]
    assert said(content) == "\x01dòng"


def test_a_control_around_rows_or_cells_is_not_lost(periodic: bytes) -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    properties = "<w:sdtPr><w:tag w:val='{}'/></w:sdtPr>"
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid>"
        f"<w:tr><w:sdt>{properties.format('o')}<w:sdtContent>{cell.format('trong ô')}"
        "</w:sdtContent></w:sdt></w:tr>"
        f"<w:sdt>{properties.format('hang')}<w:sdtContent><w:tr>{cell.format('trong hàng')}</w:tr>"
        "</w:sdtContent></w:sdt></w:tbl>"
    )
    root = body(periodic)
    root[0].insert(0, parse(f"<w:body {NAMES}>{table}</w:body>")[0])
    found = carry(with_body(periodic, root), periodic)
    assert (found.carried, found.kept) == (0, 2)
    assert "trong ô" in texts(found.document)
    assert "trong hàng" in texts(found.document)
    again = carry(found.document, with_body(periodic, root))
    assert "trong ô" in texts(again.document)
    assert "trong hàng" in texts(again.document)


def test_a_control_that_somebody_made_without_a_tag_is_kept(periodic: bytes) -> None:
    root = body(periodic)
    own = parse(f"<w:sdt {NAMES}><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>")
    own[1][0].append(paragraph("riêng")[0])
    root[0].insert(3, own)
    found = carry(with_body(periodic, root), periodic)
    assert (found.carried, found.kept) == (0, 1)
    assert "riêng" in texts(found.document)


def test_a_group_and_a_gallery_are_looked_through_or_left(periodic: bytes) -> None:
    root = body(type_in(periodic, TAG, "trong nhóm"))
    element = control_named(root, TAG).element
    group = parse(f"<w:sdt {NAMES}><w:sdtPr><w:group/></w:sdtPr><w:sdtContent/></w:sdt>")
    element.getparent().replace(element, group)
    group[1].append(element)
    gallery = parse(
        f"<w:sdt {NAMES}><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>mục lục"
        f"</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    root[0].insert(0, gallery)
    found = carry(with_body(periodic, root), periodic)
    assert (found.carried, found.kept) == (1, 0)
    assert text_in(found.document, TAG) == "trong nhóm"
    assert "mục lục" not in texts(found.document)


@pytest.mark.parametrize("old", [b"", b"PK", b"\xd0\xcf\x11\xe0", "văn bản".encode()])
def test_a_file_that_is_no_word_document_is_refused(old: bytes, periodic: bytes) -> None:
    with pytest.raises(NotWord):
        carry(old, periodic)


@pytest.mark.parametrize("text", [b"<a", b"<a xmlns='purl.oclc.org'/>"])
def test_a_text_that_cannot_be_read_is_refused(text: bytes, periodic: bytes) -> None:
    with pytest.raises(NotWord):
        carry(pack({**read_parts(periodic), DOCUMENT: text}), periodic)


def test_every_control_is_of_the_program_or_a_persons(periodic: bytes) -> None:
    memory = remembered(dict(read_parts(periodic)))
    controls = list(controls_of(body(periodic)))
    assert len(controls) > 100
    assert not any(is_filled(one, memory) for one in controls)
    assert {one.tag for one in controls} == set(memory)


def test_what_was_written_outside_of_controls_is_kept_as_well(periodic: bytes, city: bytes) -> None:
    root = body(periodic)
    root[0].insert(5, paragraph("Viết thêm ngoài ô"))
    table = parse(f"<w:body {NAMES}>{TABLE}</w:body>")[1]
    root[0].insert(6, table)
    cell = list(root.iter(w("tc")))[-8]
    cell.append(paragraph("thêm vào bảng"))
    first = carry(with_body(periodic, root), city)
    assert (first.carried, first.kept) == (0, 1)
    for new in (city, periodic, periodic):
        first = carry(first.document, new)
        assert (first.carried, first.kept) == (0, 1)
        for word in ("Viết thêm ngoài ô", "ô đậm", "thêm vào bảng"):
            assert texts(first.document).count(word) == 1, word
    at = tags_of(first.document).index("ngoai_o_dien")
    assert at == len(tags_of(first.document)) - 1


def test_words_changed_around_a_control_are_kept_without_it(periodic: bytes) -> None:
    root = body(type_in(periodic, "so", "05"))
    line = next(one for one in root.iter(w("p")) if "Số: " in said(one))
    next(one for one in line.iter(w("t"))).text = "Số công văn: "
    found = carry(with_body(periodic, root), periodic)
    assert (found.carried, found.kept) == (1, 1)
    assert "Số công văn: 05/BC-SNV" in texts(found.document)
    assert tags_of(found.document).count("so") == 3


def test_a_damaged_memory_of_the_surroundings_is_none(periodic: bytes) -> None:
    parts = read_parts(periodic)
    memory = parse(parts[MEMORY])
    for value in ("!", None):
        memory.attrib.pop("outside", None)
        if value:
            memory.set("outside", value)
        parts[MEMORY] = serialise(memory)
        assert carry(pack(parts), periodic).kept == 0


def test_a_report_whose_tags_were_lost_is_refused(periodic: bytes) -> None:
    """Some programs drop them; then nobody can tell what was written where."""
    root = body(type_in(periodic, TAG, "mất tên"))
    for one in list(root.iter(w("tag"))):
        one.getparent().remove(one)
    with pytest.raises(NotWord):
        carry(with_body(periodic, root), periodic)


def test_controls_around_cells_and_rows_of_the_template(periodic: bytes) -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>[ĐIỀN: {}]</w:t></w:r></w:p></w:tc>"
    named = "<w:sdt><w:sdtPr><w:tag w:val='{}'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid>"
        f"<w:tr>{named.format('o', cell.format('ô'))}</w:tr>"
        f"{named.format('hang', '<w:tr>' + cell.format('hàng') + '</w:tr>')}</w:tbl>"
    )
    root = body(periodic)
    root[0].insert(0, parse(f"<w:body {NAMES}>{table}</w:body>")[0])
    template = with_body(periodic, root)
    written = fill_in(template, "o", cell.format("x").replace("[ĐIỀN: x]", "chữ ô"))
    row = f"<w:tr>{cell.format('x').replace('[ĐIỀN: x]', 'chữ hàng')}</w:tr>"
    written = fill_in(written, "hang", row)
    found = carry(written, template)
    assert (found.carried, found.kept) == (1, 1)
    content = control_named(body(found.document), "o").content
    assert [one.tag for one in content] == [w("tc")]
    assert "chữ ô" in said(content)
    assert texts(found.document).count("chữ hàng") == 1
