"""``cchc correct``: an entry is undone by another one, and nothing is lost."""

import pytest

from tests.cli.office import Office

REPORT = ("V.6.4b", "--agency", "snv", "--document", "1604/BC-SNV")


def test_a_mistake_is_undone(office: Office) -> None:
    office.record(*REPORT)
    said = office("correct", "1", "--note", "nhầm đơn vị")
    assert said == (0, "", "Đã đính chính #1 bằng #2.\n")
    first, second = office.contents()
    assert second.kind == "correction"
    assert (second.target, second.text) == (1, "nhầm đơn vị")
    assert (second.duty, second.agency, second.period) == (first.duty, first.agency, first.period)
    found = office("deadlines", "--agency", "snv", "--today", "2021-06-16", "--format", "plain")
    assert "quá hạn 1 ngày" in found.out
    history = office("history", "--format", "plain").out
    assert "đã đính chính bởi #2" in history
    assert "đính chính #1" in history
    # What was undone may be recorded again.
    assert office("record", *REPORT).code == 0


@pytest.mark.parametrize("number", ["#1", " 1 "])
def test_a_number_as_it_is_shown(number: str, office: Office) -> None:
    office.record(*REPORT)
    assert office("correct", number, "--note", "nhầm").code == 0


def test_figures_go_with_their_entry(office: Office) -> None:
    office.record("V.6.1b", "--agency", "snv", "--document", "1/TB-SNV", "--day", "2021-06-01",
                  "--figure", "hoi-nghi=2")  # fmt: skip
    assert "| cuộc | 2 | 2 |" in office("report", "--period", "h1").out
    office("correct", "1", "--note", "nhầm")
    assert "| cuộc | 2 | 2 |" not in office("report", "--period", "h1").out


def test_a_dry_run(office: Office) -> None:
    office.record(*REPORT)
    said = office("correct", "1", "--note", "nhầm", "--dry-run")
    assert said == (
        0, "", "Sẽ ghi (chưa ghi gì): đính chính, V.6.4b, Sở Nội vụ, mục #1, kỳ 2021/h1.\n",
    )  # fmt: skip
    assert len(office.entries()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("1",), 2, "Cần lý do: --note LÝ DO."),
        (("9", "--note", "x"), 4, "Không có mục #9 trong sổ ghi nhận."),
        (("0", "--note", "x"), 4, "Không có mục #0 trong sổ ghi nhận."),
        (("x", "--note", "x"), 2, "“x” không phải số của một mục."),
        (("2", "--note", "x"), 2, "Mục #2 đã được đính chính bởi #3."),
        (("3", "--note", "x"), 2,
         "Mục #3 là một đính chính, không đính chính được; hãy ghi lại việc đúng thành mục mới."),
        ((), 2, "thiếu tham số SỐ."),
    ],
)  # fmt: skip
def test_what_is_refused(
    arguments: tuple[str, ...], code: int, sentence: str, office: Office
) -> None:
    office.record(*REPORT)
    office.record("V.6.1a", "--agency", "snv", "--document", "1/KH-SNV")
    office("correct", "2", "--note", "nhầm")
    said = office("correct", *arguments)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert len(office.entries()) == 3
