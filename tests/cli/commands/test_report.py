"""``cchc report``: text on standard output, the number of blanks on standard error."""

import re
from pathlib import Path

import pytest

from cchc_cli.views.regions import bare
from tests.cli.builders import Cchc
from tests.cli.office import Office

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
    assert (by_option.code, bare(by_option.out)) == (0, "Của tôi: UBND thành phố Hà Nội\n")
    assert by_option.err == "không còn chỗ nào cần điền\n"
    monkeypatch.setenv("CCHC_TEMPLATES", str(other))
    by_environment = cchc("report", "--period", "h1", *DAY)
    assert (by_environment.code, bare(by_environment.out)) == (0, "[ĐIỀN: số]\n")
    assert by_environment.err == "còn 1 chỗ cần điền\n"
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


# With a ledger.

HEAD = re.compile(r"\n\*Sổ ghi nhận: (\d+) mục; mã cuối chuỗi ([0-9a-f]{64})\.\*\n")


def test_an_empty_ledger_fills_in_what_stands(office: Office) -> None:
    said = office("report", "--period", "h1", "--agency", "snv")
    assert (
        "| 6 tháng đầu năm 2021: trước 15/6/2021 | 6 tháng đầu năm 2021: chưa thực hiện" in said.out
    )
    assert HEAD.search(said.out) is None
    assert said.err == f"còn {blanks(said.out)} chỗ cần điền\n"


def test_what_is_recorded_is_in_the_report(office: Office) -> None:
    office.record("V.6.1b", "--agency", "snv", "--day", "2021-06-01", "--document", "1/TB-SNV",
                  "--figure", "hoi-nghi=2", "--figure", "hoi-nghi-luot=1.250")  # fmt: skip
    office.record("V.6.4b", "--agency", "snv", "--document", "5/BC-SNV")
    words = ("--as", "narrative", "--agency", "snv", "--period", "h1")
    office.record(*words, "--part", "result", "--note", "Đã hoàn thành.")
    office.record(*words, "--part", "cause", "--note", "Dịch bệnh.")
    office.record(*words, "--part", "cause", "--note", "Thiếu người.")
    said = office("report", "--period", "h1", "--agency", "snv")
    for line in (
        "|  | Hội nghị, cuộc họp, giao ban | cuộc | 2 | 2 | … |  |",
        "|  | Lượt người dự hội nghị, cuộc họp, giao ban | lượt người | 1.250 | 1.250 | … |  |",
        "3\\. Nguyên nhân (khách quan, chủ quan): \n\n- Dịch bệnh.\n- Thiếu người.\n\n# IV.",
        "(chi tiết tại Phụ lục II). Đã hoàn thành.\n",
        "6 tháng đầu năm 2021: đã thực hiện đúng hạn (5/BC-SNV) |\n",
    ):
        assert line in bare(said.out)
    head = HEAD.search(said.out)
    assert head is not None
    assert head[1] == "5"
    assert head[2] == office.entries()[-1].hash
    assert bare(said.out).endswith(head[0])
    city = bare(office("report", "--period", "h1").out)
    assert "- Sở Nội vụ: Dịch bệnh." in city
    assert "(chi tiết tại Phụ lục II). Sở Nội vụ: Đã hoàn thành.\n" in city
    assert "6 tháng đầu năm 2021: 1/5 cơ quan đã thực hiện |\n" in city


def test_many_periods_are_counted(office: Office) -> None:
    for day in ("2021-06-01", "2021-06-08"):
        office.record("V.10.3b", "--agency", "dai-ptth", "--day", day, "--evidence", f"http://a/{day}",
                      "--figure", "chuyen-muc-thoi-luong=15")  # fmt: skip
    for options in (("--agency", "dai-ptth"), ()):
        said = office("report", "--period", "h1", *options).out
        assert "| 2/14 kỳ đã thực hiện, quá hạn 10 |" in said


def test_known_until_a_day(office: Office) -> None:
    office.record("V.6.4b", "--agency", "snv", "--document", "5/BC-SNV")
    office.day = office.day.replace(day=20)
    query = ("report", "--period", "h1", "--agency", "snv", "--as-of")
    assert "5/BC-SNV" in office(*query, "2021-06-10").out
    before = office(*query, "2021-06-09").out
    assert "5/BC-SNV" not in before
    assert HEAD.search(before) is None


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("plain", "Kế hoạch thông tin"),
        ("table", "Kế hoạch thông tin"),
        ("md", "Kế hoạch thông tin"),
        ("csv", "\ufeffPhần,Mục,Con số,Ghi nhận"),
        ("json", '{\n  "format": "cchc/trace/1"'),
    ],
)
def test_what_the_numbers_rest_on(form: str, start: str, office: Office) -> None:
    office.record("V.6.1b", "--agency", "snv", "--day", "2021-06-01", "--document", "1/TB-SNV",
                  "--figure", "hoi-nghi=2")  # fmt: skip
    said = office("report", "--period", "h1", "--trace", "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(start)
    assert "1/TB-SNV" in said.out or '"entries": [\n' in said.out


def test_a_trace_in_a_file(office: Office, tmp_path: Path) -> None:
    office.record("V.6.4b", "--agency", "snv", "--document", "5/BC-SNV")
    file = tmp_path / "vet.csv"
    trace = ("report", "--period", "h1", "--agency", "snv", "--trace", "--format", "csv")
    assert office(*trace, "-o", str(file)) == (0, "", "")
    assert "#1 5/BC-SNV" in file.read_text("utf-8")


def test_a_form_is_for_the_trace_only(cchc: Cchc) -> None:
    said = cchc("report", "--period", "h1", "--format", "json", *DAY)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("Được phép: docx, html, md.\n")


def test_a_trace_without_a_workspace(cchc: Cchc) -> None:
    said = cchc("report", "--period", "h1", "--trace", *DAY)
    assert said.code == 0
    assert "Chưa có con số nào dựa trên ghi nhận." in said.out
