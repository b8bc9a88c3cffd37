"""What became of workbooks, in words."""

from datetime import date
from pathlib import Path

from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.domain.returned import FormFault, Returned
from cchc_cli.services.handed_in import HandedIn, Roll
from cchc_cli.services.intake import Outcome, Verdict
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.returns import Taken, faults_sheet, roll_lines, roll_sheet
from cchc_cli.views.sheet import plain
from tests.services.real import agency, plan_of_2021

PLAN = plan_of_2021()
PERIOD = parse_period(PLAN, "h1")
STP = agency(PLAN, "stp")
SENT = HandedIn(STP, date(2021, 6, 1), date(2021, 6, 12), 2, 1250, "stp.xlsx")


def verdict(outcome: Outcome, *faults: FormFault, corrected: int = 0) -> Verdict:
    file = Returned(Path("a.xlsx"), EvidenceFile("a.xlsx", "1" * 64, 5))
    return Verdict(file, outcome, STP, (), faults, corrected)


def test_all_have_sent() -> None:
    roll = Roll(PERIOD, (SENT,), ())
    assert list(roll_lines(roll)) == ["Cả 1 đơn vị đã gửi."]
    assert plain(roll_sheet(PLAN, roll)) == (
        "Kế hoạch thông tin, tuyên truyền CCHC năm 2021\n"
        "Kỳ: 6 tháng đầu năm 2021.\n"
        "\n"
        "Đã gửi\n"
        "Đơn vị      Đã gửi  Lần cuối   Số tệp    Mục  Tệp cuối\n"
        "Sở Tư pháp  rồi     12/6/2021       2  #1250  stp.xlsx\n"
        "\n"
        "Cả 1 đơn vị đã gửi.\n"
    )


def test_a_run_with_nothing_to_say_of_faults() -> None:
    taken = Taken((verdict("unchanged"), verdict("blank")), roll=Roll(PERIOD, (), (STP,)))
    assert plain(faults_sheet(PLAN, taken)) == (
        "Kế hoạch thông tin, tuyên truyền CCHC năm 2021\n"
        "Kỳ: 6 tháng đầu năm 2021.\n"
        "\n"
        "Không đổi: 1 biểu đã nhận từ trước.\n"
        "Chưa điền gì, coi như chưa gửi: 1 biểu.\n"
        "Còn 1/1 đơn vị chưa gửi: Sở Tư pháp.\n"
    )


def test_files_that_tell_no_period() -> None:
    taken = Taken((verdict("refused", FormFault("form_empty")),))
    lines = plain(faults_sheet(PLAN, taken)).splitlines()
    assert lines[-1] == "Từ chối: 1 biểu (1 lỗi). Trả lại đơn vị: cchc collect faults"
    assert lines[4].split("  ")[-1] == "tệp rỗng, có thể đã hỏng khi gửi; cần tệp .xlsx"


def test_a_run_that_only_left_receipts() -> None:
    taken = Taken((verdict("accepted", corrected=2),))
    assert "Đã nhận 1 biểu: ghi 0 mục.\nTrong đó 2 mục đính chính" in plain(
        faults_sheet(PLAN, taken)
    )
