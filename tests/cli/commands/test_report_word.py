"""``cchc report`` in Word and other forms, and over an old report."""

import errno
import io
from pathlib import Path

import docx
import pytest

from cchc_cli import output
from cchc_cli.views.word.controls import blanks_in
from tests.cli.builders import Cchc
from tests.views.word.typing_in import section_without, text_in, type_in

DAY = ("--today", "2021-06-10")
SNV = ("report", "--period", "h1", "--agency", "snv", *DAY)


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--agency", "snv"),
        ("--agency", "Quận Ba Đình"),
        ("--agency", "stttt", "--kind", "thematic"),
    ],
    ids=["city", "periodic", "district", "thematic"],
)
def test_every_kind_in_word(options: tuple[str, ...], cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx"
    said = cchc("report", "--period", "h1", *options, *DAY, "-o", str(file))
    number = blanks_in(file.read_bytes())
    assert said == (0, "", f"còn {number} chỗ cần điền\n")
    text = "\n".join(one.text for one in docx.Document(str(file)).paragraphs)
    assert "BÁO CÁO" in text
    assert text.count("./.") == 1
    assert "{{" not in text
    assert "None" not in text


def test_the_form_by_option_and_by_ending(cchc: Cchc, tmp_path: Path) -> None:
    by_ending, by_option = tmp_path / "a.docx", tmp_path / "a"
    cchc(*SNV, "-o", str(by_ending))
    cchc(*SNV, "--format", "docx", "-o", str(by_option))
    assert by_ending.read_bytes() == by_option.read_bytes()
    page = tmp_path / "a.html"
    assert cchc(*SNV, "-o", str(page)).code == 0
    assert page.read_text("utf-8").lstrip().lower().startswith("<!doctype html>")
    assert cchc(*SNV, "--format", "md").out == cchc(*SNV).out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--format", "json"), "Được phép: docx, html, md."),
        (("--format", "md", "-o", "a.docx"), "--format md không hợp với tệp a.docx."),
        (("--trace", "--format", "docx"), "“docx” không dùng được cho --format."),
    ],
)
def test_forms_that_do_not_fit(options: tuple[str, ...], sentence: str, cchc: Cchc) -> None:
    said = cchc(*SNV, *options)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err


def test_word_is_not_written_to_a_terminal(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    said = cchc(*SNV, "--format", "docx")
    assert (said.code, said.out) == (2, "")
    assert "thêm -o TÊN.docx" in said.err


def test_word_into_a_pipe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from cchc_cli.cli.main import main

    kept = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(kept, encoding="utf-8"))
    assert main([*SNV, "--format", "docx"]) == 0
    assert blanks_in(kept.getvalue()) > 0
    del tmp_path


def test_what_people_wrote_is_carried_over(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx"
    cchc(*SNV, "-o", str(file))
    written = type_in(file.read_bytes(), "uu_diem", "Đã làm & <tốt>\t😀")
    file.write_bytes(written)
    said = cchc("report", "--period", "q1", "--agency", "snv", *DAY, "-o", str(file))
    assert said.code == 0
    assert text_in(file.read_bytes(), "uu_diem") == "Đã làm & <tốt>\t😀"
    before = tmp_path / "bao_cao.docx.truoc"
    assert before.read_bytes() == written
    left = blanks_in(file.read_bytes())
    assert (
        said.err == f"đã giữ 1 chỗ người dùng điền; bản trước: {before}\ncòn {left} chỗ cần điền\n"
    )
    # Once more without a change: nothing is touched, the old one before stays.
    again = cchc("report", "--period", "q1", "--agency", "snv", *DAY, "-o", str(file))
    assert again.err == f"còn {left} chỗ cần điền\n"
    assert before.read_bytes() == written


def test_what_has_no_place_is_told(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx"
    cchc(*SNV, "-o", str(file))
    odd = type_in(file.read_bytes(), "uu_diem", "lạ").replace(b"", b"")
    file.write_bytes(odd)
    own = tmp_path / "mau" / "word"
    own.mkdir(parents=True)
    from tests.services.real import TEMPLATES

    template = (TEMPLATES / "word" / "periodic.docx").read_bytes()
    (own / "periodic.docx").write_bytes(section_without(template, "uu_diem"))
    said = cchc(*SNV, "--templates", str(own.parent), "-o", str(file))
    assert said.code == 0
    assert "1 phần không còn chỗ, chuyển xuống cuối: “Nội dung giữ lại”" in said.err


@pytest.mark.parametrize("old", [b"khong phai Word", b"PK\x03\x04"])
def test_a_file_that_is_no_report_is_not_overwritten(
    old: bytes, cchc: Cchc, tmp_path: Path
) -> None:
    file = tmp_path / "bao_cao.docx"
    file.write_bytes(old)
    said = cchc(*SNV, "-o", str(file))
    assert (said.code, said.out) == (7, "")
    assert "không ghi đè" in said.err
    assert file.read_bytes() == old
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_file_is_simply_filled(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx"
    file.touch()
    assert cchc(*SNV, "-o", str(file)).code == 0
    assert blanks_in(file.read_bytes()) > 0


def test_an_old_file_that_may_not_be_read(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bao_cao.docx"
    file.touch()
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == file:
            raise PermissionError(errno.EACCES, "no")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = cchc(*SNV, "-o", str(file))
    assert said.code == 7
    assert "để giữ phần đã điền: không có quyền" in said.err


def test_a_trace_tells_of_a_closed_period_too(cchc: Cchc) -> None:
    assert cchc(*SNV, "--trace").code == 0


def test_markdown_keeps_what_people_wrote_and_the_old_file(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.md"
    cchc(*SNV, "-o", str(file))
    text = file.read_text("utf-8").replace("[ĐIỀN: ưu điểm]", "Rất tốt")
    file.write_text(text, encoding="utf-8")
    said = cchc("report", "--period", "q1", "--agency", "snv", *DAY, "-o", str(file))
    assert said.code == 0
    assert "Rất tốt" in file.read_text("utf-8")
    assert (tmp_path / "bao_cao.md.truoc").read_text("utf-8") == text


def test_a_page_replaces_the_old_one_which_stays(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.html"
    file.write_text("cũ", encoding="utf-8")
    assert cchc(*SNV, "-o", str(file)).code == 0
    assert (tmp_path / "bao_cao.html.truoc").read_text("utf-8") == "cũ"
