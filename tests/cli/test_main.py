"""The one door: exit codes, Vietnamese sentences, and never a traceback."""

import gc
import os
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from cchc_cli import __version__
from cchc_cli.__main__ import run
from cchc_cli.cli.main import COMMANDS, main
from tests.cli.builders import Cchc, write_plan

# Words of the parser, of Python and of the operating system that no user should meet.
ENGLISH = re.compile(
    r"Error|Usage|Try|Options|Invalid|Missing|No such|Traceback|Exception|Got unexpected|"
    r"requires|Did you mean|[Dd]irectory|Permission|denied|not found|required|too long"
)
DAY = ("--today", "2021-06-10")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("dutys", 2, "không có lệnh “dutys”. Có phải duties?"),
        ("xyz", 2, "không có lệnh “xyz”."),
        ("plan chek", 2, "không có lệnh “chek”. Có phải check"),
        ("duties showw V.6", 2, "không có lệnh “showw”. Có phải show?"),
        ("--bogus", 2, "không có tùy chọn --bogus."),
        ("--versio", 2, "không có tùy chọn --versio. Có phải --version?"),
        ("-x", 2, "không có tùy chọn -x."),
        ("duties -h", 2, "không có tùy chọn -h."),
        ("duties --agnecy x", 2, "không có tùy chọn --agnecy. Có phải --agency?"),
        ("duties --form json", 2, "không có tùy chọn --form. Có phải --format?"),
        ("deadlines -t 3", 2, "không có tùy chọn -t."),
        ("report --period h1 --format json", 2, "Được phép: docx, html, md."),
        ("-- duties --bogus", 2, "không có tùy chọn --bogus."),
        ("duties --agency", 2, "tùy chọn --agency cần một giá trị."),
        ("deadlines -o", 2, "tùy chọn -o cần một giá trị."),
        ("deadlines --today", 2, "tùy chọn --today cần một giá trị."),
        ("deadlines --all=1", 2, "tùy chọn --all không nhận giá trị."),
        ("deadlines --check=yes", 2, "tùy chọn --check không nhận giá trị."),
        ("--version=x", 2, "tùy chọn --version không nhận giá trị."),
        ("duties --help=x", 2, "tùy chọn --help không nhận giá trị."),
        ("duties show", 2, "thiếu tham số MÃ."),
        ("plan check", 2, "thiếu tham số TỆP"),
        ("completion", 2, "thiếu tham số SHELL."),
        ("report", 2, "thiếu tùy chọn --period."),
        ("duties show V.6.4b thừa", 2, "thừa tham số: thừa."),
        ("deadlines mot hai", 2, "thừa tham số: mot hai."),
        ("plan schema plan thừa", 2, "thừa tham số: thừa."),
        ("completion bash thừa", 2, "thừa tham số: thừa."),
        ("duties --role leed", 2, "“leed” không dùng được cho --role. Được phép: lead (chủ trì)"),
        ("duties --role leed", 2, "Gần nhất: lead."),
        ("duties --rhythm weekly", 2, "“weekly” không dùng được cho --rhythm."),
        ("duties --format jsn", 2, "Được phép: table, plain, json, csv, xlsx, md. Gần nhất: json."),
        ("report --period h1 --kind annual", 2, "không dùng được cho --kind."),
        ("plan schema foo", 2, "Được phép: plan, agencies, calendar, amendment."),
        ("plan check --format csv a", 2, "Được phép: plain, json."),
        ("completion tcsh", 2, "Gần nhất: zsh"),
        ("deadlines --today homqua", 2, "“homqua” không phải là ngày. Viết như 2021-06-15"),
        ("deadlines --today 30/02/2021", 2, "“30/02/2021” không phải là ngày."),
        ("deadlines --from x", 2, "“x” không phải là ngày."),
        ("deadlines --within 30", 2, "“30” không phải là khoảng thời gian."),
        ("deadlines --within 30d --to 2021-06-01", 2, "Không dùng --within cùng với --from/--to."),
        ("deadlines --all --within 30d", 2, "Không dùng --all cùng với --within/--from/--to."),
        ("deadlines --from 2021-07-01 --to 2021-06-01", 2, "đứng sau ngày cuối"),
        ("duties --agency snv show V.6.4b", 2, "--agency không có tác dụng khi dùng cchc duties"),
        ("duties show V.6.4b --format csv", 2, "“csv” không dùng được cho --format."),
        ("deadlines --event 2021-06-01", 2, "--event chỉ dùng cùng với --explain."),
        ("report --period h9", 2, "Không có kỳ báo cáo “h9”. Được phép: q1, h1, q3, 9m, h2, year"),
        ("report --period q2", 2, "Không có báo cáo CCHC riêng cho “q2”"),
        ("report --period x/h1", 2, "Không có kỳ báo cáo “x/h1”."),
        ("report --period h1 --kind periodic", 2, "Báo cáo loại periodic là của một cơ quan"),
        ("report --period h1 --kind city --agency snv", 2, "không dùng --agency."),
        ("duties --agency nhom-v6", 2, "Dùng: --group nhom-v6"),
        ("report --period 2020/h1", 4, "Kỳ “2020/h1” nằm ngoài kế hoạch"),
        ("duties --agency xxyyzz", 4, "Không tìm thấy cơ quan nào tên “xxyyzz”."),
        ("duties --agency=", 2, "Tên để trống."),
        ("duties --group khongco", 4, "Các nhóm hiện có: so-ban-nganh"),
        ("duties --clause X.9", 4, "Các mục có nhiệm vụ: V.1, V.2"),
        ("duties show V.6.4", 4, "Gần nhất: V.6.4a, V.6.4b, V.6.4c."),
        ("duties show V.6.4x", 4, "Không có nhiệm vụ “V.6.4x” trong kế hoạch. Gần nhất: V.6.4"),
        ("deadlines --explain khongco", 4, "Không có nhiệm vụ “khongco” trong kế hoạch."),
        ("deadlines --plan khongco", 4, "Không có kế hoạch nào tên “khongco”. Hiện có: 2021"),
        ("deadlines --plan khongco.yaml", 4, "Không có kế hoạch nào tên “khongco.yaml”."),
        ("plan check khongco.yaml", 3, ""),
        ("duties --agency báo", 5, "“báo” có thể là 3 cơ quan:\n  Báo Hà Nội mới\n"),
        ("report --period h1 -o khongco/bao_cao.md", 7, "Không ghi được khongco/bao_cao.md: "),
    ],
)
@pytest.mark.usefixtures("elsewhere")
def test_a_wrong_command_line(line: str, code: int, sentence: str, cchc: Cchc) -> None:
    said = cchc(*line.split())
    assert said.code == code
    assert sentence in said.err
    assert not ENGLISH.search(said.out + said.err), said.out + said.err
    assert (said.out == "") == bool(sentence), "only the faults of checked files are a result"
    assert not sentence or said.err.startswith("Lỗi: ")


@pytest.mark.parametrize(
    ("line", "help_of"),
    [
        ("--bogus", "cchc"),
        ("dutys", "cchc"),
        ("duties --bogus", "cchc duties"),
        ("duties --agency", "cchc duties"),
        ("deadlines --all=1", "cchc deadlines"),
        ("duties show", "cchc duties show"),
        ("duties showw", "cchc duties"),
        ("plan check --form x", "cchc plan check"),
        ("report", "cchc report"),
    ],
)
def test_a_complaint_of_the_parser_points_to_the_help(line: str, help_of: str, cchc: Cchc) -> None:
    assert cchc(*line.split()).err.endswith(f"\nXem hướng dẫn: {help_of} --help\n")


def test_an_empty_argument_is_no_command(cchc: Cchc) -> None:
    assert cchc("").code == 2
    assert "không có lệnh “”." in cchc("").err


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("", [*COMMANDS, "--version", "--help"]),
        ("plan", ["check", "schema", "--help"]),
    ],
    ids=["top", "plan"],
)
def test_without_a_command_help_goes_to_standard_error(
    line: str, shown: list[str], cchc: Cchc
) -> None:
    said = cchc(*line.split())
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Cách dùng: cchc")
    for word in shown:
        assert word in said.err
    assert not ENGLISH.search(said.err)


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "duties --help",
        "duties show --help",
        "deadlines --help",
        "report --help",
        "plan --help",
        "plan check --help",
        "plan schema --help",
        "completion --help",
    ],
)
def test_help_is_vietnamese_and_fits_80_columns(line: str, cchc: Cchc) -> None:
    said = cchc(*line.split())
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Cách dùng: cchc {line.removesuffix('--help')}".rstrip() + " ")
    assert "Hiện hướng dẫn này." in said.out
    assert not ENGLISH.search(said.out)
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_top_help_names_every_command_with_its_summary(cchc: Cchc) -> None:
    said = cchc("--help")
    for name, stub in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(stub.summary)}$", said.out, re.MULTILINE)


def test_a_required_option_is_marked(cchc: Cchc) -> None:
    assert "[bắt buộc]" in cchc("report", "--help").out


def test_version(cchc: Cchc) -> None:
    assert cchc("--version") == (0, f"cchc {__version__}\n", "")
    assert cchc("--version", "duties") == (0, f"cchc {__version__}\n", "")


def test_every_command_loads(cchc: Cchc) -> None:
    for name in COMMANDS:
        assert cchc(name, "--help").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("duties", *DAY), 0),
        (("deadlines", *DAY, "--check"), 10),
        (("deadlines", "--today", "2021-03-25", "--check"), 0),
        (("--bogus",), 2),
        (("duties", "--agency", "xxyyzz"), 4),
        (("duties", "--agency", "báo"), 5),
    ],
)
def test_the_console_script_ends_with_the_code(
    arguments: tuple[str, ...], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["cchc", *arguments])
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == code


def test_a_broken_plan_ends_with_3_and_every_fault(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_plan(tmp_path, "hong")
    lines = file.read_text("utf-8").replace("stp", "so-la").replace("continuous", "mai")
    file.write_text(lines, encoding="utf-8")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    said = cchc("deadlines", "--plan", "hong")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"Lỗi: Tệp {file} có lỗi, chưa dùng được.")
    assert f"cchc plan check {file}" in said.err
    assert "mai" in said.err
    assert not ENGLISH.search(said.err)


def test_a_broken_plan_that_is_the_only_one_is_not_passed_over(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hong.yaml").write_text("format: cchc-plan/1\n", encoding="utf-8")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    assert cchc("duties").code == 3


@pytest.mark.parametrize("lines", [7, 0], ids=["a broken template", "an unknown one"])
def test_a_broken_template_ends_with_6(cchc: Cchc, tmp_path: Path, lines: int) -> None:
    template = tmp_path / "report" / "city.md.j2"
    template.parent.mkdir()
    template.write_text("\n" * lines + "{{ khong_co }}", encoding="utf-8")
    said = cchc("report", "--period", "h1", "--templates", str(tmp_path), *DAY)
    assert (said.code, said.out) == (6, "")
    assert f"Mẫu report/city.md.j2, dòng {lines + 1}: dùng tên chưa định nghĩa" in said.err
    assert "khong_co" in said.err


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, EOFError])
def test_an_interrupted_command_ends_with_130(
    interruption: type[BaseException], cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise interruption

    monkeypatch.setattr("cchc_cli.cli.commands.plan_check.check_file", stop)
    said = cchc("plan", "check", "a.yaml")
    assert (said.code, said.out, said.err.strip()) == (130, "", "Đã dừng.")


def test_an_interruption_before_the_command_ends_with_130(
    cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("typer.main.get_command", stop)
    assert cchc("duties") == (130, "", "Đã dừng.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("deadlines", "--today", "9999-12-31"),
        ("deadlines", "--today", "9999-12-31", "--within", "9999d"),
        ("deadlines", "--today", "0001-01-01"),
        ("deadlines", "--today", "2021-06-10", "--within", "9999m"),
        ("deadlines", "--explain", "V.3.6", "--event", "9999-12-31"),
        ("deadlines", "--explain", "V.1.3b", "--event", "9999-12-31"),
        ("report", "--period", "h1", "--today", "9999-12-31"),
        ("duties", "--search", "\udcff"),
        ("duties", "--agency", "x" * 5000),
        ("duties", "--agency", "%s {0} {name} \\1"),
        ("duties", "show", "{id}"),
        ("duties", "--search", "[bold]("),
        ("deadlines", "-o", "."),
        ("deadlines", "-o", ""),
        ("deadlines", "-o", ".."),
        ("deadlines", "-o", "/"),
        ("deadlines", "-o", "x" * 300),
        ("deadlines", "--plan", "."),
        ("deadlines", "--plan", ""),
        ("plan", "check", ""),
        ("plan", "check", "."),
        ("report", "--period", ""),
        ("report", "--period", "²/h1"),
        ("report", "--period", "99999/h1"),
    ],
    ids=ascii,
)
def test_odd_values_never_end_in_a_traceback(
    arguments: tuple[str, ...], cchc: Cchc, elsewhere: Path
) -> None:
    said = cchc(*arguments)
    assert said.code in (0, 2, 3, 4, 7)
    assert not ENGLISH.search(said.err)
    assert list(elsewhere.iterdir()) == []


def test_a_fault_of_the_program_is_told_in_one_line(
    cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("mất số")

    monkeypatch.setattr("cchc_cli.cli.commands.plan_check.check_file", fail)
    said = cchc("plan", "check", "a.yaml")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Lỗi: chương trình gặp lỗi không lường trước")
    assert "mất số" in said.err
    assert said.err.count("\n") == 1
    monkeypatch.setenv("CCHC_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cchc("plan", "check", "a.yaml")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("duties", "--agency", "Sở Nội vụ"), "Cơ quan: Sở Nội vụ"),
        (("duties", "--agency", "UBND huyện Ứng Hòa"), "Cơ quan: UBND huyện Ứng Hòa"),
        (("duties", "--role", "chủ trì"), "chủ trì"),
        (("duties", "--rhythm", "thường xuyên"), "thường xuyên"),
        (("duties", "--search", "bản tin"), "Bản tin"),
        (("duties", "--group", "Các Sở, ban, ngành"), "V.2.1a"),
        (("report", "--period", "h1", "--kind", "city"), "BÁO CÁO"),
    ],
)
def test_decomposed_letters_are_the_same_letters(
    arguments: tuple[str, ...], expected: str, cchc: Cchc
) -> None:
    composed = cchc(*arguments, *DAY)
    decomposed = cchc(*(unicodedata.normalize("NFD", word) for word in arguments), *DAY)
    assert decomposed == composed
    assert composed.code == 0
    assert expected in composed.out


def test_completion_is_set_up_only_when_the_shell_asks(
    cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_CCHC_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "cchc d")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit) as end:
        cchc()
    assert end.value.code == 0
    monkeypatch.delenv("_CCHC_COMPLETE")
    assert cchc("--version").code == 0


def test_main_reads_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["cchc", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"cchc {__version__}\n"
    assert "_CCHC_COMPLETE" not in os.environ
