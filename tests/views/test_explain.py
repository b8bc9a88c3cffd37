"""The steps from the plan's words to the date."""

import json
import re
from datetime import date, timedelta

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import (
    Dated,
    DueRule,
    Every,
    OnEvent,
    Reports,
    Schedule,
    Span,
    Undated,
)
from cchc_cli.domain.workdays import CalendarYear
from cchc_cli.services.explain import explain
from cchc_cli.views.explain import explanation_json, explanation_text
from tests.conftest import Golden
from tests.domain.builders import CALENDAR, make_duty, make_plan
from tests.services.real import plan_of_2021
from tests.views.screen import WIDTHS, too_wide

TODAY = date(2021, 6, 15)
SHIFTED = Policy(shift="next_working_day")


def steps(
    schedule: Schedule,
    *,
    policy: Policy = Policy(),  # noqa: B008 - a frozen record
    event: date | None = None,
    in_force: date | None = None,
) -> str:
    """The explanation of a tiny plan's only duty, in long lines."""
    plan = make_plan(policy=policy, in_force=in_force, duties=[make_duty(schedule)])
    return explanation_text(explain(plan, "V.1", TODAY, event), 10_000)


@pytest.mark.parametrize(
    "ident", ["V.6.4b", "V.1.2b", "V.10.3b", "V.1.1f", "V.1.3b", "V.6.3b", "V.1.1a"]
)
def test_why_a_deadline_of_2021_is_what_it_is(plan_2021: Plan, ident: str, golden: Golden) -> None:
    golden(f"explain/{ident}.txt", explanation_text(explain(plan_2021, ident, TODAY), 80))


def test_an_explanation_with_an_event(plan_2021: Plan, golden: Golden) -> None:
    found = explain(plan_2021, "V.1.1f", TODAY, date(2021, 5, 20))
    golden("explain/V.1.1f-event.txt", explanation_text(found, 80))


@pytest.mark.parametrize("ident", ["V.6.4b", "V.6.3b"])
def test_an_explanation_as_json(plan_2021: Plan, ident: str, golden: Golden) -> None:
    text = explanation_json(explain(plan_2021, ident, TODAY))
    golden(f"explain/{ident}.json", text)
    data = json.loads(text)
    assert next(iter(data.items())) == ("format", "cchc/explanation/1")
    assert data["duty"] == ident
    assert "NaN" not in text


def test_json_of_an_event() -> None:
    plan = make_plan(duties=[make_duty(OnEvent("Bộ yêu cầu", Span(5, "working_days")))])
    data = json.loads(explanation_json(explain(plan, "V.1", TODAY, date(2021, 6, 10))))
    assert (data["event"], data["event_due"]) == ("Bộ yêu cầu", "2021-06-17")
    assert data["periods"] == [
        {"key": "event", **dict.fromkeys(("first", "last", "operator", "named", "last_good",
                                          "effective", "limit", "standing"))}
    ]  # fmt: skip
    assert (data["event_day"], data["today"]) == ("2021-06-10", "2021-06-15")


def test_json_tells_the_standing_of_each_period_and_what_was_left_out() -> None:
    plan = make_plan(in_force=date(2021, 4, 1), duties=[make_duty(Every("quarter"))])
    data = json.loads(explanation_json(explain(plan, "V.1", date(2021, 7, 15))))
    assert data["earlier_periods_left_out"] is True
    assert (data["event_day"], data["today"]) == (None, "2021-07-15")
    assert [(one["key"], one["operator"], one["standing"]) for one in data["periods"]] == [
        ("2021-Q2", "end", "late"),
        ("2021-Q3", "end", "upcoming"),
        ("2021-Q4", "end", "upcoming"),
    ]


def test_json_of_a_before_tells_operator_and_borderline() -> None:
    plan = make_plan(duties=[make_duty(Dated("before", TODAY))])
    data = json.loads(explanation_json(explain(plan, "V.1", TODAY)))
    assert data["earlier_periods_left_out"] is False
    (one,) = data["periods"]
    assert (one["operator"], one["standing"], one["limit"]) == (
        "before",
        "borderline",
        "2021-06-15",
    )


@pytest.mark.parametrize("ident", [duty.id for duty in plan_of_2021().duties])
def test_every_explanation_fits_the_screen_and_counts_its_steps(
    plan_2021: Plan, ident: str
) -> None:
    found = explain(plan_2021, ident, TODAY)
    for width in WIDTHS:
        assert too_wide(explanation_text(found, width), width) == []
    numbered = explanation_text(found, 10_000).splitlines()[4:]
    assert [line.split(".")[0] for line in numbered] == [
        str(number) for number in range(1, len(numbered) + 1)
    ]
    for line in numbered:
        first = line.split(". ", 1)[1][0]
        assert first == first.upper(), line


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        pytest.param(
            Dated("before", date(2021, 6, 15), "h1"),
            "Số liệu: 6 tháng đầu năm 2021 từ 15/12/2020 đến 14/6/2021\n",
            id="what the period's figures are",
        ),
        pytest.param(
            Dated("before", date(2021, 6, 15)),
            ". Ngày được nêu thứ Ba 15/6/2021; ngày cuối cùng còn kịp thứ Hai 14/6/2021; "
            "sát hạn đến 15/6/2021; quá hạn từ 16/6/2021; hôm nay 15/6/2021: sát hạn",
            id="before, read strictly",
        ),
        pytest.param(
            Dated("by", date(2021, 6, 14)),
            ". Ngày được nêu thứ Hai 14/6/2021; quá hạn từ 15/6/2021; "
            "hôm nay 15/6/2021: đã qua hạn\n",
            id="by, the day included, of no period",
        ),
        pytest.param(Undated("once"), "Không có ngày: chương trình không tự đặt hạn.", id="none"),
        pytest.param(
            OnEvent("Bộ yêu cầu"),
            "Hạn tính theo sự kiện: “Bộ yêu cầu”; chưa có sự kiện thì chưa có ngày.",
            id="an event",
        ),
        pytest.param(
            Reports(("h1",), DueRule("by", day_of_month=20)), "Từ chỉ hạn: “chậm nhất”",
            id="a rule of the period",
        ),
        pytest.param(
            Every("half"), "Văn bản không nêu ngày: lấy ngày cuối kỳ, kể cả khi là ngày nghỉ.\n",
            id="the text names no day",
        ),
        pytest.param(
            Every("half"),
            ". Nửa đầu năm 2021: ngày cuối kỳ thứ Tư 30/6/2021; quá hạn từ 01/7/2021; "
            "hôm nay 15/6/2021: sắp tới\n",
            id="the end of a period",
        ),
        pytest.param(
            Reports(("q1", "h1")),
            "Số liệu: quý I năm 2021 từ 15/12/2020 đến 14/3/2021; "
            "6 tháng đầu năm 2021 từ 15/12/2020 đến 14/6/2021\n",
            id="the figures of two reports in one step",
        ),
        pytest.param(Every("month"), "… tất cả 12 kỳ; xem: cchc deadlines --all", id="many"),
    ],
)  # fmt: skip
def test_a_step(schedule: Schedule, says: str) -> None:
    assert says in steps(schedule)


@pytest.mark.parametrize(
    ("schedule", "never"),
    [
        pytest.param(
            Dated("by", date(2021, 6, 14)), "Cách đọc “trước”", id="no before, no reading"
        ),
        pytest.param(Dated("by", date(2021, 6, 14)), "sát hạn", id="nothing is borderline"),
        pytest.param(Dated("by", date(2021, 6, 14)), "Lịch 2021", id="no calendar was asked"),
        pytest.param(OnEvent("Bộ yêu cầu"), "chương trình không tự đặt hạn", id="an event waits"),
        pytest.param(Every("half"), "tất cả", id="few periods are all shown"),
        pytest.param(Every("half"), "Không yêu cầu", id="no period was left out"),
        pytest.param(Every("half"), "Từ chỉ hạn", id="no word where there is none"),
        pytest.param(Every("half"), "ngày được nêu", id="no day was named"),
        pytest.param(Every("half"), "Điều 148", id="the end of a period is not shifted"),
        pytest.param(Dated("by", date(2021, 6, 14)), "ngày cuối kỳ", id="a day was named"),
        pytest.param(Dated("by", date(2021, 6, 14)), "còn kịp", id="the day is said once"),
    ],
)
def test_what_does_not_matter_is_not_said(schedule: Schedule, never: str) -> None:
    assert never not in steps(schedule)


def test_the_end_of_a_period_asks_no_calendar_even_where_days_are_shifted() -> None:
    text = steps(Every("half"), policy=SHIFTED)
    assert "Lịch 2021" not in text
    assert "kể cả khi là ngày nghỉ" in text


def test_an_event_with_a_span_of_working_days() -> None:
    text = steps(OnEvent("Bộ yêu cầu", Span(5, "working_days")), event=date(2021, 4, 28))
    assert "Nếu sự kiện xảy ra ngày 28/4/2021: hạn thứ Sáu 07/5/2021" in text


def test_an_event_without_a_span() -> None:
    text = steps(OnEvent("Bộ yêu cầu"), event=date(2021, 4, 28))
    assert "Văn bản không nêu thời hạn kể từ sự kiện (ngày 28/4/2021)." in text


def test_a_report_on_request_tells_event_and_figures() -> None:
    text = steps(Reports(("h1",), event="Bộ yêu cầu"))
    assert "“Bộ yêu cầu”" in text
    assert "Số liệu: 6 tháng đầu năm 2021 từ 15/12/2020 đến 14/6/2021\n" in text


def test_a_shift_names_the_calendar_and_both_days() -> None:
    text = steps(Dated("by", date(2021, 4, 30)), policy=SHIFTED)
    assert "lùi sang ngày làm việc tiếp theo" in text
    assert "Lịch 2021: trích để kiểm thử" in text
    assert (
        ". Ngày được nêu thứ Sáu 30/4/2021; lùi đến thứ Ba 04/5/2021; quá hạn từ 05/5/2021; "
        in text
    )


def test_days_that_a_library_computed_are_marked_as_such() -> None:
    computed = CalendarYear(2021, complete=True, source="thư viện", days=(), default=True)
    plan = make_plan(policy=SHIFTED, duties=[make_duty(Dated("by", TODAY))])
    plan = plan._replace(calendar=CALENDAR._replace(years=(computed,)))
    text = explanation_text(explain(plan, "V.1", TODAY), 10_000)
    assert "Lịch 2021: ngày do thư viện tính, chưa phải thông báo" in text


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        (Policy(), "chặt: ngày được nêu không còn kịp"),
        (Policy(before="inclusive"), "rộng: ngày được nêu vẫn kịp"),
    ],
)
def test_the_reading_in_use_is_told(policy: Policy, says: str) -> None:
    assert says in steps(Dated("before", TODAY), policy=policy)


def test_periods_before_the_plan_was_in_force_and_why() -> None:
    plan = make_plan(in_force=date(2021, 4, 1), duties=[make_duty(Every("quarter"))])
    plan = plan._replace(validity=plan.validity._replace(reason="Ban hành ngày 01/4/2021."))
    text = explanation_text(explain(plan, "V.1", TODAY), 10_000)
    assert "Không yêu cầu các kỳ kết thúc trước ngày 01/4/2021. Ban hành ngày 01/4/2021.\n" in text


def test_without_a_reason_only_the_day_is_told() -> None:
    text = steps(Every("quarter"), in_force=date(2021, 4, 1))
    assert "Không yêu cầu các kỳ kết thúc trước ngày 01/4/2021.\n" in text


def test_where_the_figures_come_from_is_told_if_known() -> None:
    schedule = Reports(("h1",))
    known = Policy(turnover_source="Nghị định")
    basis = "14/6/2021. Nguồn của ngày chốt số liệu: Nghị định\n"
    assert basis in steps(schedule, policy=known)
    assert "14/6/2021\n" in steps(schedule)
    text = steps(Reports(("q1", "h1", "q3", "year")), policy=known)
    assert text.count("Nghị định") == 1


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        pytest.param(date(2020, 12, 1), 1, 6, id="before the plan: the first"),
        pytest.param(date(2021, 1, 15), 1, 6, id="early: the first"),
        pytest.param(date(2021, 6, 15), 3, 8, id="three before, the coming one and two after"),
        pytest.param(date(2021, 6, 30), 3, 8, id="the last day is still to come"),
        pytest.param(date(2021, 7, 1), 4, 9, id="the day after it is not"),
        pytest.param(date(2021, 12, 15), 7, 12, id="late: the last"),
        pytest.param(date(2022, 6, 1), 7, 12, id="after the plan: the last"),
    ],
)
def test_the_six_periods_around_the_day_are_told(today: date, first: int, last: int) -> None:
    plan = make_plan(duties=[make_duty(Every("month"))])
    text = explanation_text(explain(plan, "V.1", today), 10_000)
    shown = re.findall(r"^\d+\. Tháng (\d+)/2021: ", text, re.MULTILINE)
    assert shown == [str(number) for number in range(first, last + 1)]


def test_lines_hang_by_the_width_of_their_number(plan_2021: Plan) -> None:
    text = explanation_text(explain(plan_2021, "V.10.3b", TODAY), 60)
    indents = set()
    head = ""
    for line in text.split("\n\n", 2)[2].splitlines():
        if number := re.match(r"\d+\. ", line):
            head = number.group()
        else:
            assert line[: len(head)] == " " * len(head)
            assert line[len(head)] != " "
            indents.add(len(head))
    assert indents == {3, 4}


@pytest.mark.parametrize("late", range(-3, 4))
def test_the_standing_told_is_that_of_the_day(late: int) -> None:
    plan = make_plan(duties=[make_duty(Dated("by", TODAY))])
    today = TODAY + timedelta(days=late)
    text = explanation_text(explain(plan, "V.1", today), 10_000)
    assert text.endswith("đã qua hạn\n" if late > 0 else "sắp tới\n")


def test_an_open_question_is_the_last_step(plan_2021: Plan) -> None:
    text = explanation_text(explain(plan_2021, "V.6.4b", TODAY), 10_000)
    assert text.splitlines()[-1].startswith("9. Văn bản còn để ngỏ: Gửi đúng ngày 15/6")
