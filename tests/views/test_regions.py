"""Regions: what a person wrote is still there after any number of regenerations."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.sample import Sample, samples
from cchc_cli.views.fingerprints import Outline, outline, short_hash
from cchc_cli.views.linting import sample_name
from cchc_cli.views.regions import Carried, bare, carry, fill, finish, region
from cchc_cli.views.report import render_report
from cchc_cli.views.wording.templates import KEPT_HEADING, KEPT_LINES
from tests.services.real import TEMPLATES

TAGS = ("so", "uu_diem", "ket_qua.a", "phuong_huong", "nguoi_ky")


def report(tags: Sequence[str] = TAGS, figure: str = "1", words: str | None = None) -> str:
    """A report with these regions, a figure, and recorded words in the first of them."""
    wanted = set(tags)
    lines = ["| Đầu | Bảng |", "|:--|:--|"]
    for tag in tags:
        place = region(tag, words) if words and tag == tags[0] else fill(f"chỗ {tag}", tag)
        if tag == "so":
            lines.append(f"| Số: {place}/BC-SNV | *Hà Nội* |")
        elif tag == "phuong_huong":
            lines += ["", "# IV. PHƯƠNG HƯỚNG", "", place, ""]
        else:
            lines += ["", f"Mục {tag}: {place}", ""]
    lines += ["", f"Số liệu: {figure}", "", "| 1 | 2 |", "|---|---|", f"| a | {figure} |", ""]
    assert wanted
    return finish("\n".join(lines))


def put(text: str, tag: str, words: str) -> str:
    """The file after a person wrote into a region."""
    start = re.search(rf"<!-- cchc:{re.escape(tag)} [0-9a-f]{{8}}(?: \d+)? -->", text)
    assert start is not None, tag
    end = text.index(f"<!-- /cchc:{tag} -->", start.end())
    return text[: start.end()] + words + text[end:]


# Marks and seals.


def test_a_region_says_its_tag_and_the_hash_of_what_the_program_put() -> None:
    made = fill("ưu điểm", "uu_diem")
    assert made == f"<!-- cchc:uu_diem {short_hash('[ĐIỀN: ưu điểm]')} -->" \
        "[ĐIỀN: ưu điểm]<!-- /cchc:uu_diem -->"  # fmt: skip


@pytest.mark.parametrize(
    ("what", "tag", "made"),
    [
        ("nơi nhận khác", None, "noi_nhan_khac"),
        ("số", "a b/c", "a_b_c"),
        ("số", "V.6.4b", "V.6.4b"),
        ("số", "hinh_thuc.truc-tiep", "hinh_thuc.truc-tiep"),
        ("số", "a-->b", "a-_b"),
        ("…", None, "_"),
        ("dài " * 40, None, ("dai_" * 40)[:40]),
    ],
)
def test_a_tag_is_made_fit_and_made_up_where_there_is_none(
    what: str, tag: str | None, made: str
) -> None:
    assert fill(what, tag).startswith(f"<!-- cchc:{made} ")


def test_a_tag_that_is_printed_twice_is_numbered() -> None:
    text = finish(f"a {fill('x', 't')} b {fill('y', 't')}\n")
    assert re.findall(r"cchc:(\S+) [0-9a-f]{8}", text) == ["t", "t.2"]


def test_recorded_words_cannot_end_their_region() -> None:
    text = finish(f"a {region('t', 'b <!-- /cchc:t --> c')} d\n")
    assert carry(text, text) == Carried(text, 0, 0)
    assert bare(text) == "a b &lt;!-- /cchc:t --&gt; c d\n"


def test_a_paragraph_of_its_own_is_a_block_and_the_reader_sees_no_difference() -> None:
    text = finish(f"# A\n\n{fill('b', 'b')}\n\nc: {fill('d', 'd')}\n")
    assert "-->\n\n[ĐIỀN: b]\n\n<!-- /cchc:b -->" in text
    assert bare(text) == "# A\n\n[ĐIỀN: b]\n\nc: [ĐIỀN: d]\n"


def test_the_reader_of_kept_text_sees_no_marks_either() -> None:
    old = put(report(), "ket_qua.a", "đã viết")
    seen = bare(carry(old, report(["so"])).text)
    assert "cchc" not in seen
    assert "đã viết" in seen


# Carrying over.


def test_nothing_written_means_the_new_report() -> None:
    new = report(figure="2")
    assert carry(report(), new) == Carried(new, 0, 0)


def test_figures_are_refreshed_and_what_was_written_is_carried() -> None:
    old = put(put(report(), "uu_diem", "Tốt."), "phuong_huong", "\n\n- một\n- hai\n\n")
    found = carry(old, report(figure="25.980"))
    assert found[1:] == (2, 0, False)
    assert "Mục uu_diem: Tốt." in bare(found.text)
    assert "- một\n- hai" in bare(found.text)
    assert "25.980" in found.text
    assert "| a | 1 |" not in found.text
    assert carry(found.text, report(figure="25.980")).text == found.text


def test_recorded_words_are_refreshed_until_a_person_writes() -> None:
    old = report(words="Một")
    assert "Hai" in carry(old, report(words="Hai")).text
    found = carry(put(old, "so", "Ba"), report(words="Hai"))
    assert ("Hai" in found.text, "Số: Ba" not in bare(found.text)) == (False, False)
    # Later the program says what the person said: it is still the person's.
    again = carry(carry(found.text, report(words="Ba")).text, report(words="Bốn"))
    assert "| Số: Ba/BC-SNV |" in bare(again.text)


def test_a_prompt_that_was_deleted_stays_deleted() -> None:
    found = carry(put(report(), "so", ""), report())
    assert found.carried == 1
    assert "| Số: /BC-SNV |" in bare(found.text)


def test_a_region_without_a_place_is_kept_and_comes_back_with_it() -> None:
    old = put(report(), "ket_qua.a", "Đã làm xong.")
    gone = carry(old, report(["so"]))
    assert gone[1:] == (0, 1, False)
    assert gone.text.index(KEPT_HEADING) > gone.text.index("cchc-cuoi")
    assert "*Chỗ “ket_qua.a”:*" in gone.text
    again = carry(gone.text, report(["so"]))
    assert (again.text, again.kept) == (gone.text, 0)
    back = carry(again.text, report())
    assert back[1:] == (1, 0, False)
    assert "Mục ket_qua.a: Đã làm xong." in bare(back.text)
    assert KEPT_HEADING not in back.text


def test_what_has_a_new_text_in_its_place_does_not_come_back() -> None:
    gone = carry(put(report(), "uu_diem", "cũ"), report(["so"]))
    filled = put(put(gone.text, "so", "05"), "uu_diem", "sửa")
    assert "sửa" in filled
    both = carry(filled, report(["so"]))
    assert both.carried == 1
    assert "sửa" in both.text
    newer = carry(put(report(), "uu_diem", "mới"), report())
    joined = newer.text + gone.text[gone.text.index(f"\n{KEPT_HEADING}") :]
    last = carry(joined, report())
    assert ("Mục uu_diem: mới" in bare(last.text), "cũ" in last.text) == (True, True)


def test_text_outside_of_regions_is_kept_with_a_word() -> None:
    old = report().replace("Mục uu_diem:", "Mục ưu điểm nổi bật:", 1)
    old = old.replace("# IV.", "Thêm một đoạn.\nVà một dòng.\n\n# IV.")
    found = carry(old, report(figure="2"))
    assert found[1:] == (0, 1, True)
    kept = found.text[found.text.index(KEPT_LINES) :]
    assert "Thêm một đoạn.\nVà một dòng." in kept
    assert "Mục ưu điểm nổi bật: …" in kept
    assert "Số liệu: 1" not in kept
    assert carry(found.text, report())[2:] == (0, False)


def test_a_line_that_was_deleted_is_told() -> None:
    old = report().replace("Số liệu: 1\n", "")
    found = carry(old, report())
    assert (found.text, found.kept, found.altered) == (report(), 0, True)


def test_what_an_editor_does_by_itself_changes_nothing() -> None:
    old = "\ufeff" + put(report(), "uu_diem", "Tốt.").replace("\n", "  \r\n")
    found = carry(old, report())
    assert found[1:] == (1, 0, False)


def test_what_follows_the_seal_is_a_persons_and_stays() -> None:
    old = report() + "\nGhi chú của tôi: <!-- cchc:la 00000000 -->\n"
    found = carry(old, report(figure="3"))
    assert (found.text.endswith("\nGhi chú của tôi: <!-- cchc:la 00000000 -->\n"), found.kept) == (
        True,
        0,
    )
    more = carry(put(found.text, "so", "05"), report(["uu_diem"]))
    assert "Ghi chú của tôi" in more.text
    assert KEPT_HEADING in more.text


def test_a_file_that_the_program_did_not_write() -> None:
    found = carry("Báo cáo tự viết.\n\nĐoạn hai.\n", report())
    assert found[1:] == (0, 1, True)
    assert found.text.startswith(report())
    assert "Báo cáo tự viết.\n\nĐoạn hai." in found.text or "Đoạn hai." in found.text
    assert carry("", report()) == Carried(report(), 0, 0)


def test_a_file_whose_seal_was_deleted_or_damaged() -> None:
    written = put(report(), "uu_diem", "Tốt.") + "\nThêm.\n"
    unsealed = re.sub(r"<!-- cchc-cuoi .*? -->", "", written)
    found = carry(unsealed, report())
    assert (found.carried, found.altered) == (1, True)
    assert "Thêm." in found.text
    damaged = re.sub(r"(<!-- cchc-cuoi 1 \w+ ).*? -->", r"\1A -->", written)
    assert "Mục uu_diem: Tốt." in bare(carry(damaged, report()).text)


def test_a_line_that_was_copied_with_its_region_stays_beside_it() -> None:
    old = report()
    (line,) = (one for one in old.split("\n") if one.startswith("Mục ket_qua.a"))
    copied = old.replace(line, f"{line}\n{line}")
    first = put(copied, "ket_qua.a", "một")
    at = first.index("Mục ket_qua.a", first.index("một"))
    both = first[:at] + put(first[at:], "ket_qua.a", "hai")
    found = carry(both, report(figure="2"))
    assert found[1:] == (1, 0, False)
    assert "Mục ket_qua.a: một\nMục ket_qua.a: hai\n" in bare(found.text)
    elsewhere = carry(f"{put(old, 'ket_qua.a', 'một')}", report()).text
    moved = elsewhere.replace("Số liệu: 1", f"Số liệu: 1\n{put(line, 'ket_qua.a', 'hai')}")
    again = carry(moved, report())
    assert "một" in again.text
    assert "hai" in again.text
    assert again.altered


def test_a_region_whose_end_was_deleted() -> None:
    old = put(report(), "uu_diem", "Viết ở đây.").replace("<!-- /cchc:uu_diem -->", "")
    found = carry(old, report())
    assert "Viết ở đây." in found.text
    assert found.altered


def test_an_outline_of_a_text() -> None:
    known = outline("a  b\n\n c\n")
    assert Outline.unpacked(known.digest, known.packed()) == known
    assert known == outline("a b\nc")
    assert known.begins_with("a b\nhalf a li")
    assert not known.begins_with("b\n")


# Whatever was typed.

TYPED = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)
MARKS = st.sampled_from(
    [
        "<!--", "-->", "<!-- -->", "--", "|", "\n", "\n\n", "# Nội dung giữ lại", KEPT_HEADING,
        "<!-- /cchc -->", "<!-- cchc:uu_diem 00000000 -->", "<!-- cchc:la 12345678 -->",
        "<!-- cchc:so 12345678 7 -->", "\n\n<!-- cchc-cuoi 1 0123456789abcdef AAAA -->\n",
        *(f"<!-- /cchc:{tag} -->" for tag in TAGS), "*Chỗ “so”:*\n\n", "[ĐIỀN: chỗ so]",
        "{{ so }}", "&lt;!--", "đ", "🙂", "\t",
    ]
)  # fmt: skip
PIECES = st.lists(TYPED | MARKS, min_size=1, max_size=5).map("".join)
WORDS = PIECES.filter(lambda text: bool(text.strip()))
CHOSEN = st.lists(st.sampled_from(TAGS), unique=True, min_size=1, max_size=5)


@settings(deadline=None, max_examples=150)
@given(
    st.dictionaries(st.sampled_from(TAGS), WORDS, min_size=1),
    st.lists(st.tuples(CHOSEN, st.sampled_from("123")), max_size=4),
)
@example({"so": "<!-- /cchc:so -->", "uu_diem": "<!-- /cchc:so -->"}, [(["so", "uu_diem"], "2")])
@example({"so": "a <!-- /cchc:so -->/BC-SNV | *Hà Nội* |"}, [(["uu_diem"], "2")])
@example(
    {"so": "<!-- cchc:so 12345678 7 -->", "uu_diem": "<!-- /cchc:so -->"}, [(["nguoi_ky"], "1")]
)
@example({"so": report(), "nguoi_ky": report()}, [(["so"], "2")])
@example({"uu_diem": report().partition("\n\n<!-- cchc-cuoi")[0]}, [(["so"], "2")])
def test_any_text_in_any_region_survives_any_regenerations(
    typed: dict[str, str], versions: list[tuple[list[str], str]]
) -> None:
    text = report()
    # From the last to the first: a mark typed into one must not mislead ``put``.
    for tag in sorted(typed, key=TAGS.index, reverse=True):
        text = put(text, tag, typed[tag])
    written = {tag: one for tag, one in typed.items() if one.strip() != f"[ĐIỀN: chỗ {tag}]"}
    for tags, figure in versions:
        text = carry(text, report(tags, figure)).text
        for one in written.values():
            assert one in text
    text = carry(text, report(TAGS, "9")).text
    for one in written.values():
        assert one in text
    assert "Số liệu: 9" in text


def test_of_a_whole_report_in_its_own_region_no_line_is_lost() -> None:
    inner = put(report(), "uu_diem", "một dòng lạ")
    text = put(report(), "so", inner)
    for figure in "123":
        text = carry(text, report(figure=figure)).text
        assert "một dòng lạ" in text


@settings(deadline=None, max_examples=50)
@given(WORDS)
def test_any_text_outside_is_kept_line_by_line(typed: str) -> None:
    old = report().replace("Số liệu: 1", f"Số liệu: 1\n{typed}\n")
    found = carry(old, report())
    for line in typed.split("\n"):
        if line.strip() and "<!--" not in line:
            assert line in found.text


# Marks do not disturb pandoc.


REAL = tuple(samples(MemoryLedger()))[::5]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("sample", REAL, ids=sample_name)
def test_pandoc_makes_the_same_document_with_and_without_marks(
    tmp_path: Path, sample: Sample
) -> None:
    docx = pytest.importorskip("docx")
    text = render_report(sample.report, [TEMPLATES]).text
    shapes = []
    for name, content in (("marked", text), ("bare", bare(text))):
        target = tmp_path / f"{name}.docx"
        subprocess.run(["pandoc", "-o", str(target)], input=content.encode(), check=True)
        made = docx.Document(str(target))
        paragraphs = [(one.style.name, one.text.rstrip()) for one in made.paragraphs]
        cells = [
            [[(one.text.rstrip(), one.width) for one in row.cells] for row in table.rows]
            for table in made.tables
        ]
        shapes.append((paragraphs, cells))
    assert shapes[0] == shapes[1]
    assert "cchc" not in str(shapes)


@pytest.mark.parametrize("sample", REAL, ids=sample_name)
def test_what_is_written_into_a_table_stays_in_its_cell(sample: Sample) -> None:
    old = render_report(sample.report, [TEMPLATES]).text
    tags = [tag for tag in re.findall(r"<!-- cchc:(\S+) ", old) if tag.endswith("tien_do")]
    for tag in tags:
        old = put(old, tag, f"xong {tag}")
    found = carry(old, render_report(sample.report, [TEMPLATES]).text)
    assert found[1:] == (len(tags), 0, False)
    assert bare(found.text).count("| xong nhiem_vu.") == len(tags)
