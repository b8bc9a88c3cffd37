"""``cchc report``: text on standard output, the number of blanks on standard error."""

import re
from pathlib import Path

import pytest

from tests.cli.builders import Cchc

DAY = ("--today", "2021-06-10")


def blanks(out: str) -> int:
    """How many places a person has to fill in."""
    return out.count("[ĐIỀN: ")


@pytest.mark.parametrize("period", ["q1", "h1", "q3", "9m", "h2", "year", "m6", "2021/h1", "H1"])
def test_every_period(period: str, cchc: Cchc) -> None:
    said = cchc("report", "--period", period, *DAY)
    assert said.code == 0
    assert "**BÁO CÁO**" in said.out
    assert said.err == f"còn {blanks(said.out)} chỗ cần điền\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "THÀNH PHỐ HÀ NỘI"),
        (("--kind", "city"), "BC-UBND"),
        (("--agency", "Sở Nội vụ"), "BC-SNV"),
        (("--agency", "Sở Nội vụ", "--kind", "periodic"), "BC-SNV"),
        (("--agency", "Sở Nội vụ", "--kind", "thematic"), "Chuyên đề"),
        (("--agency", "Quận Ba Đình"), "BA ĐÌNH"),
        (("--plan", "2021"), "Căn cứ Quyết định số 424/QĐ-BNV ngày 24/3/2021"),
    ],
)
def test_every_kind(options: tuple[str, ...], words: str, cchc: Cchc) -> None:
    said = cchc("report", "--period", "h1", *options, *DAY)
    assert said.code == 0
    assert words in said.out
    assert re.fullmatch(r"còn \d+ chỗ cần điền\n", said.err)


def test_a_report_in_a_file(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.docx.md"
    said = cchc("report", "--period", "h1", *DAY, "-o", str(file))
    text = file.read_text("utf-8")
    assert said == (0, "", f"còn {blanks(text)} chỗ cần điền\n")
    assert cchc("report", "--period", "h1", *DAY).out == text


def own_template(folder: Path, text: str) -> Path:
    """A template of one's own for the city's report."""
    (folder / "report").mkdir(parents=True)
    (folder / "report" / "city.md.j2").write_text(text, encoding="utf-8")
    return folder


def test_a_template_of_ones_own_wins(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = own_template(tmp_path / "mot", "Của tôi: {{ author.name }}\n")
    other = own_template(tmp_path / "hai", "{{ fill('số') }}\n")
    by_option = cchc("report", "--period", "h1", *DAY, "--templates", str(one))
    assert by_option == (0, "Của tôi: UBND thành phố Hà Nội\n", "không còn chỗ nào cần điền\n")
    monkeypatch.setenv("CCHC_TEMPLATES", str(other))
    by_environment = cchc("report", "--period", "h1", *DAY)
    assert by_environment == (0, "[ĐIỀN: số]\n", "còn 1 chỗ cần điền\n")
    assert cchc("report", "--period", "h1", *DAY, "--templates", str(one)) == by_option
    # What the folder lacks comes from the packaged templates.
    assert cchc("report", "--period", "h1", "--agency", "snv", *DAY).code == 0


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("{{ khong_co }}", "Mẫu report/city.md.j2, dòng 1: dùng tên chưa định nghĩa"),
        ("\n{% if %}", "Mẫu report/city.md.j2, dòng 2: sai cú pháp Jinja"),
        ("{% include 'la.j2' %}", "Không có mẫu “la.j2” trong "),
        ("{{ ''.__class__.__mro__ }}", "Mẫu report/city.md.j2, dòng 1: "),
        ("\n{{ 1 // 0 }}", "Mẫu report/city.md.j2, dòng 2: không tính được"),
    ],
)
def test_a_broken_template(template: str, sentence: str, cchc: Cchc, tmp_path: Path) -> None:
    folder = own_template(tmp_path, template)
    said = cchc("report", "--period", "h1", *DAY, "--templates", str(folder))
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith(f"Lỗi: {sentence}")


def test_a_broken_template_leaves_the_old_report(cchc: Cchc, tmp_path: Path) -> None:
    folder = own_template(tmp_path / "mau", "{{ khong_co }}")
    file = tmp_path / "bao_cao.md"
    file.write_text("Báo cáo cũ", encoding="utf-8")
    said = cchc("report", "--period", "h1", "--templates", str(folder), "-o", str(file))
    assert said.code == 6
    assert file.read_text("utf-8") == "Báo cáo cũ"


def test_a_template_folder_that_is_not_there_is_said(cchc: Cchc, tmp_path: Path) -> None:
    folder = tmp_path / "la"
    said = cchc("report", "--period", "h1", *DAY, "--templates", str(folder))
    assert (said.code, said.out) == (6, "")
    assert str(folder) in said.err


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--period", "q2"), 2, "Không có báo cáo CCHC riêng cho “q2”"),
        (("--period", "q4"), 2, "Không có báo cáo CCHC riêng cho “q4”"),
        (("--period", "w1"), 2, "Không có kỳ báo cáo “w1”."),
        (("--period", "m13"), 2, "Không có kỳ báo cáo “m13”."),
        (("--period", "2022/h1"), 4, "nằm ngoài kế hoạch"),
        (("--period", "h1", "--kind", "thematic"), 2, "Báo cáo loại thematic"),
        (("--period", "h1", "--kind", "city", "--agency", "snv"), 2, "không dùng --agency"),
        (("--period", "h1", "--agency", "Bộ Nội vụ"), 4, "Bộ Nội vụ không có nhiệm vụ nào"),
    ],
)
def test_what_cannot_be_reported(
    options: tuple[str, ...], code: int, sentence: str, cchc: Cchc
) -> None:
    said = cchc("report", *options, *DAY)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
