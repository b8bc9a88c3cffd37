"""What content points to is copied with it: parts, styles, lists, notes, numbers."""

import pytest
from lxml import etree

from cchc_cli.views.word.package import DOCUMENT
from cchc_cli.views.word.relations import (
    TYPES,
    Parts,
    add_relation,
    content_type,
    plain,
    relations,
    rels_name,
    set_content_type,
)
from cchc_cli.views.word.transplant import NUMBERING, STYLES, Transplant
from cchc_cli.views.word.xml import W, find, parse, r, w
from cchc_cli.zipped import deflate

NAMES = f'xmlns:w="{W}" xmlns:r="{TYPES}"'
TYPES_XML = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="png" ContentType="image/png"/></Types>'
)
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def part(name: str, inside: str = "") -> bytes:
    """A part of WordprocessingML."""
    return f"<w:{name} {NAMES}>{inside}</w:{name}>".encode()


def parts(**more: bytes) -> dict[str, bytes]:
    """A document's parts; names are those within ``word``."""
    named = {f"word/{name}.xml": data for name, data in more.items()}
    return {"[Content_Types].xml": TYPES_XML, DOCUMENT: part("document"), **named}


def moved(source: dict[str, bytes], target: Parts, xml: str, root: bytes | None = None) -> bytes:
    """The content as it stands in the target afterwards."""
    content = list(parse(part("body", xml)))
    transplant = Transplant(source, target, parse(root or part("document")))
    adapted = transplant.adapt(content)
    transplant.finish()
    return b"".join(etree.tostring(one) for one in adapted)


def test_a_part_comes_with_the_parts_that_it_points_to() -> None:
    source: Parts = dict(parts())
    source["word/charts/chart1.xml"] = b"<c/>"
    source["word/embeddings/book.bin"] = b"so lieu"
    set_content_type(source, "word/charts/chart1.xml", "application/chart")
    ident = add_relation(source, f"{TYPES}/chart", "word/charts/chart1.xml")
    inner = "word/charts/chart1.xml"
    add_relation(source, f"{TYPES}/package", "word/embeddings/book.bin", part=inner)
    add_relation(source, f"{TYPES}/link", "https://a.vn", part=inner, external=True)
    target: Parts = {**parts(), "word/charts/chart1.xml": deflate(b"<other/>")}
    known = {name: plain(source, name) or b"" for name in source}
    out = parse(moved(known, target, f'<w:p><w:x r:id="{ident}"/></w:p>'))
    there = {name: plain(target, name) or b"" for name in target}
    found = relations(there)[out[0].get(r("id"))]
    assert found.target == "word/charts/chart1_1.xml"
    assert there[found.target] == b"<c/>"
    assert content_type(there, found.target) == "application/chart"
    inside = {one.target for one in relations(there, found.target).values()}
    assert inside == {"word/embeddings/book.bin", "https://a.vn"}
    assert there["word/embeddings/book.bin"] == b"so lieu"


def test_a_part_that_is_not_there_keeps_its_name() -> None:
    source: Parts = dict(parts())
    ident = add_relation(source, f"{TYPES}/image", "word/media/mat.png")
    known = {name: plain(source, name) or b"" for name in source}
    target: Parts = dict(parts())
    moved(known, target, f'<w:p><w:x r:embed="{ident}"/><w:y r:embed="{ident}"/></w:p>')
    there = {name: plain(target, name) or b"" for name in target}
    assert [one.target for one in relations(there).values()] == ["word/media/mat.png"]


def test_types_by_ending_and_none() -> None:
    known = parts()
    assert content_type(known, "word/media/a.PNG") == "image/png"
    assert content_type(known, "word/media/a.xyz") is None
    assert relations(known) == {}
    assert rels_name("a.xml") == "_rels/a.xml.rels"


STYLE = '<w:style w:styleId="{}" w:default="1"><w:basedOn w:val="{}"/>{}</w:style>'


def test_styles_come_with_those_that_they_are_based_on_and_their_lists() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    source = parts(
        styles=part("styles", STYLE.format("A", "B", "") + STYLE.format("B", "C", listed)),
        numbering=numbering(3, 7),
    )
    target: Parts = dict(parts(styles=part("styles", STYLE.format("C", "C", ""))))
    moved(source, target, '<w:p><w:pPr><w:pStyle w:val="A"/><w:x/></w:pPr></w:p>')
    styles = parse(plain(target, STYLES) or b"")
    assert [one.get(w("styleId")) for one in styles] == ["C", "A", "B"]
    assert [one.get(w("default")) for one in styles] == ["1", None, None]
    # The target had no lists at all: the part is taken as it is.
    assert plain(target, NUMBERING) == source[NUMBERING]
    assert content_type({name: plain(target, name) or b"" for name in target}, NUMBERING) == (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    )


def numbering(number: int, kind: int, text: str = "%1)") -> bytes:
    """A part with one list."""
    return part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="{kind}"><w:nsid w:val="1"/><w:lvl>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="{number}">'
        f'<w:abstractNumId w:val="{kind}"/></w:num><w:numIdMacAtCleanup/>',
    )


ITEM = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>'


@pytest.mark.parametrize(
    ("theirs", "ours", "number"),
    [
        pytest.param(numbering(3, 7), numbering(3, 7), "3", id="the same list"),
        pytest.param(numbering(3, 7), numbering(3, 7, "-"), "4", id="another of that number"),
        pytest.param(numbering(9, 7), numbering(3, 7), "3", id="a list that is not there"),
    ],
)
def test_lists(theirs: bytes, ours: bytes, number: str) -> None:
    target: Parts = dict(parts(numbering=ours))
    out = parse(moved(parts(numbering=theirs), target, ITEM))
    assert find(out, "w:pPr/w:numPr/w:numId").get(w("val")) == number
    names = [one.tag.partition("}")[2] for one in parse(plain(target, NUMBERING) or b"")]
    assert names == sorted(names, key=["abstractNum", "num", "numIdMacAtCleanup"].index)


def test_notes_go_into_the_part_that_is_there_or_a_new_one() -> None:
    note = '<w:comment w:id="{}"><w:p/></w:comment>'
    source = parts(comments=part("comments", note.format(5) + note.format(6)))
    asked = (
        '<w:p><w:commentRangeStart w:id="5"/><w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r><w:r><w:commentReference w:id="77"/></w:r></w:p>'
    )
    for target in (
        dict[str, bytes](parts(comments=part("comments", note.format(5)))),
        dict[str, bytes](parts()),
    ):
        there: Parts = dict(target)
        out = parse(moved(source, there, asked))
        idents = [one.get(w("id")) for one in out.iter() if one.get(w("id"))]
        assert len(set(idents[:3])) == 1
        assert idents[3] == "77"
        known = [one.get(w("id")) for one in parse(plain(there, "word/comments.xml") or b"")]
        assert idents[0] in known
        assert len(known) == len(set(known))


def test_bookmarks_and_drawings_get_numbers_of_their_own() -> None:
    drawing = f'<wp:docPr xmlns:wp="{DRAWING}" id="{{}}"/>'
    taken = part("document", f'<w:bookmarkStart w:id="4"/>{drawing.format(9)}{drawing.format("x")}')
    xml = (
        '<w:p><w:bookmarkStart w:id="4"/><w:bookmarkEnd w:id="4"/>'
        f"{drawing.format(9)}{drawing.format(9)}</w:p>"
    )
    out = parse(moved(parts(), dict(parts()), xml, taken))
    assert [one.get(w("id")) or one.get("id") for one in out] == ["5", "5", "10", "11"]


def test_a_document_without_styles_takes_none() -> None:
    target: Parts = dict(parts())
    moved(parts(styles=part("styles")), target, '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr></w:p>')
    assert STYLES not in target
