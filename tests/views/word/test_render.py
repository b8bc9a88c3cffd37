"""Word templates: what becomes of tags, of text, and what goes wrong in them."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.errors import TemplateFault
from cchc_cli.views.word.blanks import said
from cchc_cli.views.word.package import DOCUMENT, read_parts
from cchc_cli.views.word.render import compile_word
from cchc_cli.views.word.xml import fit, parse, w
from cchc_cli.views.wording.errors import sentence
from cchc_cli.zipped import pack
from tests.views.word.typing_in import body, control_named, tags_of, texts

Make = Callable[..., Path]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """A template of these paragraphs, each of one run or of several."""
    folder = tmp_path_factory.mktemp("mau")

    def made(*paragraphs: str | tuple[str, ...], row: str | None = None) -> Path:
        document = docx.Document()
        for one in paragraphs:
            runs = (one,) if isinstance(one, str) else one
            paragraph = document.add_paragraph()
            for text in runs:
                paragraph.add_run(text).bold = True
        if row is not None:
            table = document.add_table(3, 1)
            for cell, text in zip(
                table.columns[0].cells, ("{%tr for one in rows %}", row, "{%tr endfor %}"),
                strict=True,
            ):  # fmt: skip
                cell.text = text
        path = folder / f"{len(list(folder.iterdir()))}.docx"
        document.save(str(path))
        return path

    return made


def rendered(path: Path, **context: object) -> bytes:
    """The document by a template."""
    return compile_word(path).render(context)


def lines(document: bytes) -> list[str]:
    """The paragraphs' texts as python-docx reads them."""
    return [one.text for one in docx.Document(BytesIO(document)).paragraphs]


def test_a_name_is_put_in(make: Make) -> None:
    assert lines(rendered(make("Kính gửi: {{ ten }}."), ten="Sở Y tế")) == ["Kính gửi: Sở Y tế."]


def test_a_tag_that_word_split_over_runs_is_whole_again(make: Make) -> None:
    assert lines(rendered(make(("{", "{ te", "n }", "}")), ten="a")) == ["a"]


def test_paragraphs_and_rows_are_repeated(make: Make) -> None:
    path = make("{%p for one in rows %}", "- {{ one }}", "{%p endfor %}", row="{{ one }}")
    found = rendered(path, rows=["a", "b"])
    assert lines(found) == ["- a", "- b"]
    (table,) = docx.Document(BytesIO(found)).tables
    assert [cell.text for cell in table.columns[0].cells] == ["a", "b"]


TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("&<>\"'\t\n\r\x00\x0bđ😀\ufdd0"))


@settings(max_examples=60, deadline=None)
@given(text=TEXT)
def test_any_text_comes_out_as_it_went_in(text: str, make: Make) -> None:
    found = rendered(make("[{{ chu }}]"), chu=text)
    (paragraph,) = body(found).iter(w("p"))
    assert said(paragraph) == f"[{fit(text)}]"


def test_a_text_of_5000_letters_and_700_rows(make: Make) -> None:
    long = "đ&<" * 1667
    found = rendered(make("{{ chu }}", row="{{ one }}"), chu=long, rows=range(700))
    assert lines(found)[0] == long
    assert len(docx.Document(BytesIO(found)).tables[0].rows) == 700


def test_a_blank_becomes_a_control_in_the_runs_own_formatting(make: Make) -> None:
    found = rendered(make("Số: {{ fill('số', 'so') }}/{{ ky or fill('ký hiệu', 'ky') }} x"), ky="")
    assert tags_of(found) == ["so", "ky"]
    assert texts(found).strip("\x01") == "Số: [ĐIỀN: số]/[ĐIỀN: ký hiệu] x"
    element = control_named(body(found), "so").element
    assert element.find(f".//{w('b')}") is not None
    assert element.find(f".//{w('showingPlcHdr')}") is not None
    assert element.find(f".//{w('alias')}").get(w("val")) == "số"
    numbers = [one.get(w("val")) for one in body(found).iter(w("id"))]
    assert len(numbers) == len(set(numbers))


def test_a_blank_that_is_all_of_a_paragraph_stands_around_it(make: Make) -> None:
    found = rendered(make("{{ fill('ưu điểm', 'uu_diem') }}"))
    assert control_named(body(found), "uu_diem").content[0].tag == w("p")


def test_a_blank_in_a_cell_stands_within_its_paragraph(make: Make) -> None:
    found = rendered(make(row="{{ fill('kết quả', 'o.' ~ one) }}"), rows=["a"])
    assert control_named(body(found), "o.a").content[0].tag == w("r")


def test_a_blank_without_a_tag_is_only_its_prompt(make: Make) -> None:
    found = rendered(make("{{ fill('gì') }}"))
    assert tags_of(found) == []
    assert lines(found) == ["[ĐIỀN: gì]"]


def test_a_note_shows_nothing_but_is_a_control(make: Make) -> None:
    found = rendered(make("a{{ note('ghi_chu') }}"))
    assert tags_of(found) == ["ghi_chu"]
    assert texts(found).strip("\x01") == "a\u00a0\u00a0\u00a0\u00a0"
    assert control_named(body(found), "ghi_chu").element.find(f".//{w('rStyle')}") is None


def test_text_around_blanks_with_tabs_keeps_its_order(make: Make) -> None:
    found = rendered(make("{{ a }}{{ fill('x', 'x') }}{{ a }}{{ fill('y', 'y') }}z"), a="1\t2\n3")
    assert texts(found).strip("\x01") == "1\t2\n3[ĐIỀN: x]1\t2\n3[ĐIỀN: y]z"


def test_tags_in_attributes_are_escaped_as_such(make: Make) -> None:
    path = make("{{ fill('a', 'b') }}", "x")
    whole = read_parts(rendered(path))
    changed = whole[DOCUMENT].replace(b'w:val="b"', b'w:val="k.{{ rows[&quot;i&quot;] }}"')
    path.write_bytes(pack({**whole, DOCUMENT: changed}))
    found = rendered(path, rows={"i": '"<&\n>'})
    assert tags_of(found) == ['k."<& >']


def test_the_same_context_makes_the_same_bytes(make: Make) -> None:
    word = compile_word(make("{{ a }}"))
    first = word.render({"a": "1", "today": date(2021, 6, 1)})
    assert word.render({"a": "2", "today": date(2021, 6, 1)}) != first
    assert word.render({"a": "1", "today": date(2021, 6, 1)}) == first


def test_properties_are_of_the_days_report_and_name_no_editor(make: Make) -> None:
    document = docx.Document(str(make("a")))
    document.core_properties.title = "Báo cáo {{ ten }}"
    document.core_properties.last_modified_by = "Người sửa mẫu"
    saved = BytesIO()
    document.save(saved)
    path = make("a")
    path.write_bytes(saved.getvalue())
    found = docx.Document(BytesIO(rendered(path, ten="<&>", today=date(2021, 6, 9))))
    properties = found.core_properties
    assert properties.title == "Báo cáo <&>"
    assert properties.last_modified_by == ""
    assert properties.modified is not None
    assert properties.modified.date() == date(2021, 6, 9)
    undated = docx.Document(BytesIO(rendered(path, ten="")))
    assert undated.core_properties.modified == document.core_properties.modified


def test_a_header_is_rendered_too(make: Make) -> None:
    document = docx.Document(str(make("a")))
    document.sections[0].header.paragraphs[0].text = "{{ ten }} {{ fill('b', 'b') }}"
    path = make("a")
    document.save(str(path))
    header = docx.Document(BytesIO(rendered(path, ten="Đầu trang"))).sections[0].header
    assert header.paragraphs[0].text.startswith("Đầu trang")


@pytest.mark.parametrize(
    ("letter", "text"),
    [("{{ 1 | letter }}", "a"), ("{{ 5 | letter }}", "đ"), ("{{ 7 | letter }}", "g"),
     ("{{ 23 | letter }}", "y"), ("{{ 24 | letter }}", "aa"), ("{{ ngay | day }}", "05/01/2022"),
     ("{{ 'a' | upper }}", "A"), ("{{ '<' ~ 'b' }}", "<b")],
)  # fmt: skip
def test_filters(make: Make, letter: str, text: str) -> None:
    assert lines(rendered(make(letter), ngay=date(2022, 1, 5))) == [text]


# What goes wrong.


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ khong_co }}", "template_undefined"),
        ("{{ ''.__class__ }}", "template_unsafe"),
        ("{{ rows.append(1) }}", "template_unsafe"),
        ("{{ 1 / 0 }}", "template_failed"),
        ("{% include 'a' %}", "template_failed"),
        ("{{ (1 }}", "template_syntax"),
        ("{% khong_co %}", "template_syntax"),
    ],
)
def test_a_fault_names_template_and_paragraph(make: Make, tag: str, code: str) -> None:
    path = make("Một", "Hai", f"Ba {tag}")
    with pytest.raises(TemplateFault) as caught:
        rendered(path, rows=[])
    assert caught.value.code == code
    assert caught.value.values["name"] == path.name
    assert sentence(caught.value).startswith(f"Mẫu {path.name}, đoạn 3 (“Ba {tag}”): ")


def test_an_unclosed_loop_and_a_part_that_falls_apart(make: Make) -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered(make("{%p for one in rows %}"), rows=[])
    assert caught.value.code == "template_syntax"
    apart = make("{% if rows %}", "{%p endif %}")
    with pytest.raises(TemplateFault) as caught:
        rendered(apart, rows=[])
    assert caught.value.code == "template_failed"
    assert "đoạn" not in sentence(caught.value)


def test_a_file_that_is_no_template(tmp_path: Path) -> None:
    def fault(path: Path) -> str:
        with pytest.raises(TemplateFault) as caught:
            compile_word(path, "word/city.docx")
        assert caught.value.values["name"] == "word/city.docx"
        assert sentence(caught.value)
        return caught.value.code

    text = tmp_path / "a.docx"
    text.write_text("không phải Word", encoding="utf-8")
    assert fault(text) == "template_not_word"
    assert fault(tmp_path / "la.docx") == "no_template"
    assert fault(tmp_path) == "template_unreadable"
    text.write_bytes(pack({"[Content_Types].xml": b"", DOCUMENT: b"\xff\xfe"}))
    assert fault(text) == "template_not_word"


def test_parts_without_tags_are_copied_as_they_are(make: Make) -> None:
    path = make("{{ a }}")
    before, after = read_parts(path.read_bytes()), read_parts(rendered(path, a=""))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {DOCUMENT, "docProps/core.xml"}


def test_a_template_without_properties_styles_or_memory(make: Make) -> None:
    parts: dict[str, Any] = read_parts(make("{{ fill('a', 'b') }}").read_bytes())
    for name in ("docProps/core.xml", "word/styles.xml"):
        del parts[name]
    path = make("a")
    path.write_bytes(pack(parts))
    assert tags_of(rendered(path)) == ["b"]
    assert parse(read_parts(rendered(path))["customXml/cchc.xml"])[0].get("tag") == "b"


def test_controls_that_somebody_drew_in_the_template(make: Make) -> None:
    """With or without properties, content, a number, or the look of a prompt."""
    path = make("x")
    drawn = (
        "<w:sdt/><w:sdt><w:sdtPr><w:tag w:val='a'/></w:sdtPr></w:sdt>"
        "<w:sdt><w:sdtPr><w:tag w:val='b'/><w:id w:val='7'/><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:p><w:r><w:t>{{ chu }}</w:t><w:drawing/></w:r></w:p></w:sdtContent>"
        "</w:sdt>"
        "<w:sdt><w:sdtPr><w:tag w:val='c'/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>"
        "<w:rStyle w:val='Khac'/></w:rPr><w:t>{{ fill('c') }}</w:t></w:r><w:r/></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    parts = read_parts(path.read_bytes())
    text = parts[DOCUMENT].decode().replace("<w:sectPr", f"{drawn}<w:sectPr", 1)
    path.write_bytes(pack({**parts, DOCUMENT: text.encode()}))
    found = body(rendered(path, chu="chữ"))
    shown = {
        one.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")): [
            child.tag.partition("}")[2] for child in one.find(w("sdtPr"))
        ]
        for one in found.iter(w("sdt"))
        if one.find(w("sdtPr")) is not None
    }
    assert shown == {
        "a": ["tag", "id"],
        "b": ["tag", "id"],
        "c": ["tag", "id", "showingPlcHdr", "text"],
    }
    style = control_named(found, "c").element.find(f".//{w('rStyle')}")
    assert style.get(w("val")) == "PlaceholderText"
