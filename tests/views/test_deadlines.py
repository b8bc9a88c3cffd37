"""What is past and what comes, as the user sees it."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Dated, Every, Schedule, Undated
from cchc_cli.domain.schedules import Window as Span
from cchc_cli.services.deadlines import DeadlineList, Window, list_deadlines
from cchc_cli.views.deadlines import HEADINGS, deadlines_json, deadlines_sheet
from cchc_cli.views.sheet import Sheet, markdown, plain
from cchc_cli.views.terminal import table
from cchc_cli.views.wording.words import due_text
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency
from tests.services.test_deadlines import IN_JUNE, PRESS, of
from tests.views.screen import WIDTHS, too_wide

FORMS: dict[str, Callable[[Sheet], str]] = {
    "table.txt": lambda sheet: table(sheet, 80, color=False),
    "plain.txt": plain,
    "md": markdown,
}


def headings(found: DeadlineList) -> list[str]:
    """The headings of the tables."""
    return [section.heading for section in deadlines_sheet(found).sections]


def cells(found: DeadlineList) -> list[str]:
    """The cells of the first row."""
    return list(deadlines_sheet(found).sections[0].rows[0])


def head(found: DeadlineList) -> str:
    """What stands above the tables."""
    return "\n".join(deadlines_sheet(found).above)


def foot(found: DeadlineList) -> str:
    """What stands below the tables."""
    return "\n".join(deadlines_sheet(found).below)


@pytest.mark.parametrize("form", FORMS)
def test_on_10_june_2021(plan_2021: Plan, form: str, golden: Golden) -> None:
    sheet = deadlines_sheet(list_deadlines(plan_2021, IN_JUNE))
    golden(f"deadlines/2021-06-10.{form}", FORMS[form](sheet))


@pytest.mark.parametrize(
    ("name", "today", "who"),
    [
        pytest.param("2021-06-15-snv", date(2021, 6, 15), "snv", id="borderline"),
        pytest.param("2021-06-16-stp", date(2021, 6, 16), "stp", id="late"),
        pytest.param("2021-12-10", date(2021, 12, 10), None, id="towards the end of the year"),
        pytest.param("2022-01-03", date(2022, 1, 3), None, id="after the plan"),
        pytest.param("2020-12-01", date(2020, 12, 1), None, id="before the plan"),
        pytest.param("2021-06-10-q-ba-dinh", IN_JUNE, "q-ba-dinh", id="no dates at all"),
    ],
)
def test_on_other_days(
    plan_2021: Plan, name: str, today: date, who: str | None, golden: Golden
) -> None:
    found = list_deadlines(plan_2021, today, agency(plan_2021, who) if who else None)
    golden(f"deadlines/{name}.table.txt", table(deadlines_sheet(found), 80, color=False))


def test_all_deadlines_of_one_agency(plan_2021: Plan, golden: Golden) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, agency(plan_2021, "snv"), every=True)
    golden("deadlines/all-snv.plain.txt", plain(deadlines_sheet(found)))


@pytest.mark.parametrize(
    ("name", "who"), [("2021-06-10", None), ("2021-06-10-snv", "snv")], ids=["all", "one"]
)
def test_deadlines_as_json(plan_2021: Plan, name: str, who: str | None, golden: Golden) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, agency(plan_2021, who) if who else None)
    text = deadlines_json(found)
    golden(f"deadlines/{name}.json", text)
    data = json.loads(text)
    assert next(iter(data.items())) == ("format", "cchc/deadlines/1")
    assert data["agency"] == who
    assert data["today"] == "2021-06-10"
    assert data["overdue"] == found.overdue
    assert len(data["deadlines"]) == len(found.rows)
    assert "NaN" not in text


def test_json_tells_both_bounds_of_a_before(plan_2021: Plan) -> None:
    window = Window(date(2021, 6, 14), date(2021, 6, 14))
    data = json.loads(deadlines_json(list_deadlines(plan_2021, IN_JUNE, window=window)))
    (row,) = data["deadlines"]
    days = [row[key] for key in ("named", "last_good", "effective", "late_from")]
    assert days == ["2021-06-15", "2021-06-14", "2021-06-14", "2021-06-16"]
    assert (row["operator"], row["reading"]) == ("before", "strict")
    assert (row["period_first"], row["period_last"]) == ("2020-12-15", "2021-06-14")


def test_json_of_a_date_without_a_period() -> None:
    data = json.loads(deadlines_json(of([make_duty(Dated("by", IN_JUNE))])))
    assert data["deadlines"][0]["period_first"] is None


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("who", [None, "snv", "dai-ptth"])
def test_deadlines_fit_the_screen(plan_2021: Plan, who: str | None, width: int) -> None:
    chosen = agency(plan_2021, who) if who else None
    for every in (False, True):
        found = list_deadlines(plan_2021, IN_JUNE, chosen, every=every)
        assert too_wide(table(deadlines_sheet(found), width, color=False), width) == []


@pytest.mark.parametrize(
    ("today", "heading", "state"),
    [
        (date(2021, 6, 10), "Sắp tới", "còn 4 ngày"),
        (date(2021, 6, 14), "Sắp tới", "hôm nay"),
        (date(2021, 6, 15), "Sát hạn", "sát hạn"),
        (date(2021, 6, 16), "Đã qua hạn", "qua 1 ngày"),
    ],
)
def test_how_a_day_stands_to_a_deadline(today: date, heading: str, state: str) -> None:
    found = of([make_duty(Dated("before", date(2021, 6, 15), "h1"))], today)
    assert headings(found) == [heading]
    assert cells(found)[:2] == ["trước 15/6/2021", state]


@pytest.mark.parametrize(
    ("schedule", "policy", "text"),
    [
        pytest.param(Dated("by", date(2021, 6, 15)), Policy(), "15/6/2021", id="by a day"),
        pytest.param(
            Dated("before", date(2021, 6, 15)), Policy(), "trước 15/6/2021", id="before it"
        ),
        pytest.param(
            Dated("before", date(2021, 6, 15)),
            Policy(before="inclusive"),
            "15/6/2021",
            id="before it, read widely",
        ),
        pytest.param(
            Dated("by", date(2021, 4, 30)),
            Policy(shift="next_working_day"),
            "04/5/2021",
            id="shifted over three days off",
        ),
        pytest.param(Every("half"), Policy(), "30/6/2021", id="the end of a period"),
    ],
)
def test_the_day_that_is_shown(schedule: Schedule, policy: Policy, text: str) -> None:
    plan = make_plan(policy=policy, duties=[make_duty(schedule)])
    assert cells(list_deadlines(plan, IN_JUNE))[0] == text


@pytest.mark.parametrize(
    ("schedule", "period"),
    [
        pytest.param(Dated("by", date(2021, 6, 15)), "-", id="a date without a period"),
        pytest.param(
            Dated("by", date(2021, 6, 15), "h1"), "6 tháng đầu năm 2021", id="a date for one"
        ),
        pytest.param(Every("half"), "nửa đầu năm 2021", id="a calendar period"),
        pytest.param(
            Span(date(2021, 4, 1), date(2021, 6, 15)), "01/4/2021 - 15/6/2021", id="a window"
        ),
    ],
)
def test_the_period_that_is_shown(schedule: Schedule, period: str) -> None:
    assert cells(of([make_duty(schedule)]))[4] == period


def test_days_and_places_are_never_broken_over_lines(plan_2021: Plan) -> None:
    found = list_deadlines(plan_2021, IN_JUNE, every=True)
    for width in WIDTHS:
        text = table(deadlines_sheet(found), width, color=False)
        for row in found.rows:
            assert due_text(row.deadline) in text
            assert row.duty.id in text


def test_sections_stand_from_the_past_to_what_comes() -> None:
    days = {"V.1": 9, "V.2": 20, "V.3": 1}
    duties = [make_duty(Dated("by", date(2021, 6, day)), ident=one) for one, day in days.items()]
    borderline = make_duty(Dated("before", IN_JUNE), ident="V.4")
    found = of([*duties, borderline])
    assert headings(found) == list(HEADINGS.values())


def test_a_joint_event_names_the_other_duty() -> None:
    row = cells(of(PRESS, window=Window(date(2021, 6, 30), date(2021, 6, 30))))
    assert row[3] == "Nhiệm vụ (cùng sự kiện: V.4)"
    assert row[5] == "3"


def test_periods_told_by_their_last_are_counted() -> None:
    found = of([make_duty(Every("month"))], date(2021, 12, 1))
    assert cells(found)[4] == "tháng 11/2021 và 10 kỳ trước"
    assert "được gộp" in foot(found)


def test_requested_bodies_stand_apart() -> None:
    duty = make_duty(Dated("by", IN_JUNE), lead=[], implement=["mttq-tp"])
    found = of([duty._replace(force="requested")], date(2021, 7, 1))
    assert headings(found) == ["Cơ quan được đề nghị (không tính quá hạn)"]
    assert "chương trình chưa biết" not in foot(found)


def test_one_agencys_list_has_no_column_of_agencies() -> None:
    duties = [make_duty(Dated("by", IN_JUNE))]
    heads = [column.head for column in deadlines_sheet(of(duties)).columns]
    own = [column.head for column in deadlines_sheet(of(duties, who="snv")).columns]
    assert heads == [*own, "Số CQ"]
    assert len(cells(of(duties, who="snv"))) == len(own)


@pytest.mark.parametrize(
    ("today", "note"),
    [
        pytest.param(date(2020, 12, 31), "Kế hoạch bắt đầu từ ngày 01/01/2021.", id="before it"),
        pytest.param(date(2022, 1, 1), "Kế hoạch đã kết thúc ngày 31/12/2021.", id="after it"),
        pytest.param(
            date(2022, 1, 1), "\n  cchc deadlines --today 2021-", id="how to look again, to copy"
        ),
    ],
)
def test_a_day_outside_the_plan_is_said(today: date, note: str) -> None:
    assert note in head(of([make_duty()], today))


def test_a_day_within_the_plan_needs_no_word() -> None:
    assert head(of([make_duty()], IN_JUNE)).splitlines()[1:] == ["Tính đến thứ Năm 10/6/2021."]


@pytest.mark.parametrize(
    ("found", "note"),
    [
        pytest.param(of([]), "Không có thời hạn nào trong khoảng này.", id="nothing"),
        pytest.param(
            of([make_duty(Dated("by", date(2021, 12, 1)))]), "Còn 1 thời hạn về sau", id="later"
        ),
        pytest.param(
            of([make_duty(Dated("by", date(2021, 6, 9)))]), "chưa biết việc đã làm", id="past"
        ),
        pytest.param(
            of([make_duty(), make_duty(Undated("continuous"), ident="V.2")]),
            "Không có ngày để tính hạn: 1 việc thường xuyên; 1 việc một lần, không nêu ngày "
            "(cchc duties).",
            id="undated",
        ),
    ],
)
def test_notes_below(found: DeadlineList, note: str) -> None:
    assert note in foot(found)


def test_json_of_a_borderline_day_counts_to_the_limit() -> None:
    found = of([make_duty(Dated("before", date(2021, 6, 15)))], date(2021, 6, 15))
    (row,) = json.loads(deadlines_json(found))["deadlines"]
    assert (row["standing"], row["days"]) == ("borderline", 0)
    assert (row["period_first"], row["period_last"]) == (None, None)


def test_no_note_without_reason() -> None:
    assert foot(of([make_duty(Dated("by", date(2021, 6, 20)))])) == ""


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2021, 1, 1), date(2021, 12, 31)),
        (date(2021, 9, 1), date(2022, 2, 28)),
        (date(2021, 7, 1), date(2021, 7, 1)),
    ],
)
def test_the_other_day_to_look_at_lies_within_the_plan(first: date, last: date) -> None:
    plan = make_plan(first, last, duties=[make_duty()])
    day = head(list_deadlines(plan, date(2023, 1, 1))).split("--today ")[1].split()[0]
    assert plan.validity.holds_on(date.fromisoformat(day))
