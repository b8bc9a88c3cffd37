"""``cchc close``: the figures of a period are closed; its report stays as it was."""

from pathlib import Path

import pytest

from cchc_cli.views.regions import bare
from tests.cli.office import Office

CONFERENCE = ("V.6.1b", "--agency", "snv", "--figure", "hoi-nghi=1")
CLOSED = "Báo cáo theo số liệu đã chốt ngày 18/6/2021 (mục #3).\n"


@pytest.fixture
def closed(office: Office) -> Office:
    """An office that closed the half year on 18 June with two entries before."""
    office.record(*CONFERENCE, "--day", "2021-06-01", "--document", "1/TB-SNV")
    office.record("V.6.4b", "--agency", "stp", "--document", "2/BC-STP", "--signed", "2021-06-10")
    said = office.on("2021-06-18", "close", "h1", "--note", "đã thống nhất")
    assert said == (
        0,
        "",
        "Đã chốt số liệu 6 tháng đầu năm 2021 tại #3; ghi nhận về sau được tính là bổ sung "
        "sau chốt.\n",
    )
    return office


def test_a_closed_period_is_an_entry(closed: Office) -> None:
    content = closed.contents()[-1]
    assert (content.kind, content.period, content.text) == ("close", "2021/h1", "đã thống nhất")
    assert str(content.day) == "2021-06-18"


@pytest.mark.parametrize("who", [("--agency", "snv"), ("--agency", "stp"), ()])
def test_its_report_reproduces_byte_for_byte(
    who: tuple[str, ...], closed: Office, tmp_path: Path
) -> None:
    first = closed("report", "--period", "h1", *who)
    assert first.code == 0
    assert first.err.startswith(CLOSED)
    closed.day = closed.day.replace(month=9)
    closed.record(*CONFERENCE, "--day", "2021-06-02", "--document", "9/TB-SNV")
    closed.record("V.6.4b", "--agency", "snv", "--document", "10/BC-SNV")
    closed("correct", "1", "--note", "nhầm")
    closed("correct", "2", "--note", "nhầm")
    # Of a later period, and told with none of this one.
    closed.record(*CONFERENCE, "--day", "2021-09-01", "--document", "11/TB-SNV")
    file = tmp_path / "bao_cao.md"
    again = closed("report", "--period", "h1", *who, "-o", str(file), "--today", "2021-12-30")
    assert file.read_bytes() == first.out.encode()
    assert again.err.startswith(
        CLOSED + "Sau chốt có 4 ghi nhận của kỳ: #4, #5, #6, #7; xem: cchc history --after-close\n"
    )
    marked = closed("history", "--after-close", "--format", "csv").out
    assert [row.split(",")[0] for row in marked.splitlines()[1:]] == ["4", "5", "6", "7"]


def test_the_trace_of_a_closed_period_says_so(closed: Office) -> None:
    closed.record(*CONFERENCE, "--day", "2021-06-02", "--document", "9/TB-SNV")
    said = closed("report", "--period", "h1", "--trace", "--format", "plain")
    assert "#1 1/TB-SNV" in said.out
    assert "#4" not in said.out
    assert said.err == (
        CLOSED + "Sau chốt có 1 ghi nhận của kỳ: #4; xem: cchc history --after-close\n"
    )


def test_other_periods_stay_open(closed: Office) -> None:
    closed.record(*CONFERENCE, "--day", "2021-06-02", "--document", "9/TB-SNV")
    said = closed("report", "--period", "year", "--agency", "snv")
    assert "| Hội nghị, cuộc họp, giao ban | cuộc | 2 | 2 |" in said.out
    assert "chốt" not in said.err


def test_as_of_looks_past_the_closing(closed: Office) -> None:
    closed.day = closed.day.replace(day=20)
    closed.record(*CONFERENCE, "--day", "2021-06-02", "--document", "9/TB-SNV")
    said = closed("report", "--period", "h1", "--agency", "snv", "--as-of", "2021-06-20")
    assert "| Hội nghị, cuộc họp, giao ban | cuộc | 2 | 2 |" in said.out
    said = closed("report", "--period", "h1", "--agency", "snv", "--as-of", "2021-06-09")
    assert "| Hội nghị, cuộc họp, giao ban | cuộc | … | … |" in bare(said.out)


def test_a_closing_may_be_undone(closed: Office) -> None:
    closed("correct", "3", "--note", "chốt sớm")
    assert "chốt" not in closed("report", "--period", "h1").err
    said = closed.on("2021-06-20", "close", "h1")
    assert said.err.startswith("Đã chốt số liệu 6 tháng đầu năm 2021 tại #5; ")


def test_figures_that_still_run_are_pointed_out(office: Office) -> None:
    said = office("close", "h1")
    assert said.err.endswith(
        "Lưu ý: số liệu của kỳ còn tính đến hết ngày 14/6/2021; "
        "nếu chốt nhầm: cchc correct 1 --note …\n"
    )


def test_a_dry_run(office: Office) -> None:
    said = office("close", "h1", "--dry-run")
    assert said == (0, "", "Sẽ ghi (chưa ghi gì): chốt số liệu, kỳ 2021/h1.\n")
    assert office.entries() == []


@pytest.mark.parametrize(
    ("period", "code", "sentence"),
    [
        ("h1", 2, "Kỳ 2021/h1 đã chốt ngày 18/6/2021 (mục #3)."),
        ("m12", 2, "Kỳ 2021/m12 chưa bắt đầu (từ 15/11/2021)."),
        ("q2", 2, "Không có báo cáo CCHC riêng cho “q2”."),
        ("h9", 2, "Không có kỳ báo cáo “h9”."),
        ("2022/h1", 4, "Kỳ “2022/h1” nằm ngoài kế hoạch (năm 2021)."),
    ],
)
def test_what_is_refused(period: str, code: int, sentence: str, closed: Office) -> None:
    said = closed("close", period)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(f"Lỗi: {sentence}")
    assert len(closed.entries()) == 3
