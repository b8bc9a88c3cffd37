"""The entries behind the numbers of a report, as tables and as JSON."""

import json
from datetime import date

import pytest

from cchc_cli.domain.plan import Plan
from cchc_cli.services.record import Request
from cchc_cli.services.report import compose
from cchc_cli.services.trace import Trace, trace
from cchc_cli.views.trace import trace_json, trace_sheet
from tests.services.real import agency
from tests.services.recording import Desk

TODAY = date(2021, 6, 20)


def traced(desk: Desk) -> Trace:
    """The trace of Sở Nội vụ's half year."""
    found = compose(desk.book(), "h1", TODAY, agency(desk.plan, "snv"), None)
    return trace(found, desk.book())


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk with two conferences, one of them without a document."""
    made = Desk(plan_2021)
    made.done("V.6.1b", "snv", "2021-06-01", figures=(("hoi-nghi-luot", "1.250"),))
    made.record(
        Request(
            duty="V.6.1b", agency="snv", day=date(2021, 6, 2), without_evidence="có",
            figures=(("hoi-nghi-luot", "0,5"),),
        )
    )  # fmt: skip
    return made


def test_figures_then_tasks_each_with_its_entries(desk: Desk) -> None:
    sheet = trace_sheet(traced(desk))
    assert sheet.above[1] == "Kỳ 6 tháng đầu năm 2021"
    assert [(section.heading, section.rows) for section in sheet.sections] == [
        ("Số liệu (Phụ lục I)",
         [["Lượt người dự hội nghị, cuộc họp, giao ban", "1.250,5", "#1 1/BC-X, #2"]]),
        ("Nhiệm vụ (Phụ lục II)",
         [["V.6.1b Tổ chức tuyên truyền CCHC trong nhiệm vụ CCHC chung", "2", "#1 1/BC-X, #2"]]),
    ]  # fmt: skip
    assert sheet.below == []


def test_a_report_that_rests_on_nothing(plan_2021: Plan) -> None:
    sheet = trace_sheet(traced(Desk(plan_2021)))
    assert sheet.sections == []
    assert sheet.below == ["Chưa có con số nào dựa trên ghi nhận."]


def test_the_same_as_json(desk: Desk) -> None:
    assert json.loads(trace_json(traced(desk))) == {
        "format": "cchc/trace/1",
        "plan": desk.plan.id,
        "period": "2021/h1",
        "figures": [{"indicator": "hoi-nghi-luot", "value": 1250.5, "entries": [1, 2]}],
        "tasks": [{"duty": "V.6.1b", "entries": [1, 2]}],
    }
