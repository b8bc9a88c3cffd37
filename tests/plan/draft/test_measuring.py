"""The measure itself: it finds what is right, and what is wrong does not pass."""

from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency
from cchc_cli.plan.draft.blocks import Document, Paragraph, Place
from cchc_cli.plan.draft.model import Draft, DraftDuty, Facts
from tests.plan.draft.measuring import Expected, Score, Sheet, led_by, on_time, score, together

LINES = (
    "1. Sở Y tế",
    "- Xây dựng kế hoạch tiêm chủng trước ngày 31/3/2026; tổ chức tập huấn.",
    "Nâng cao sức khỏe của Nhân dân trên địa bàn tỉnh.",
)
DOCUMENT = Document(
    tuple(Paragraph(text, Place(line)) for line, text in enumerate(LINES, 1)), "x.txt", "txt"
)
SHEET = Sheet(
    "Kế hoạch",
    (
        Expected(("xay dung ke hoach tiem chung",), ("Sở Y tế",), ("2026-03-31",)),
        Expected(("to chuc tap huan",), ("Sở Y tế",), ("none",)),
    ),
    (),
)


def _duty(text: str, lead: str = "syt", schedule: str = "sometime") -> DraftDuty:
    return DraftDuty(text[:9], "1", Place(2), text, text, schedule, lead=(lead,))


def _score(*duties: DraftDuty) -> Score:
    facts = Facts("Kế hoạch", "", "", "", "syt", "syt", date(2026, 1, 1), date(2026, 12, 31))
    agencies = (Agency("syt", "Sở Y tế", "department"), Agency("stp", "Sở Tư pháp", "department"))
    return score(SHEET, DOCUMENT, Draft(facts, duties, (), (), agencies), {})


PLAN = "Xây dựng kế hoạch tiêm chủng trước ngày 31/3/2026"


def test_a_right_reading_has_no_notes() -> None:
    read = _score(_duty(PLAN, schedule="before 2026-03-31"), _duty("tổ chức tập huấn"))
    assert read == Score(2, 2, 2, 2, 2, 0, ())


def test_what_is_missing_is_named() -> None:
    read = _score(_duty(PLAN, schedule="before 2026-03-31"))
    assert read[:6] == (2, 1, 1, 1, 1, 0)
    assert read.notes == ("not found: to chuc tap huan",)


def test_a_wrong_lead_and_a_wrong_time_count() -> None:
    read = _score(_duty(PLAN, lead="stp", schedule="before 2026-04-30"), _duty("tổ chức tập huấn"))
    assert read[:6] == (2, 2, 1, 1, 2, 0)


def test_a_duty_out_of_a_clause_without_one_is_invented() -> None:
    read = _score(_duty("Nâng cao sức khỏe của Nhân dân trên địa bàn tỉnh"))
    assert read.invented == 1
    assert read.notes[-1] == "invented: Nâng cao sức khỏe của Nhân dân trên địa bàn tỉnh"


def test_a_clause_in_more_pieces_is_not_invented() -> None:
    assert _score(_duty("trước ngày 31/3/2026")).invented == 0


def test_scores_add_up() -> None:
    one = Score(2, 1, 1, 0, 3, 1, ("x",))
    assert together([one, one]) == Score(4, 2, 2, 0, 6, 2, ("x", "x"))


@pytest.mark.parametrize(
    ("wanted", "actors", "right"),
    [
        (["UBND các xã, phường"], ["Ủy ban nhân dân các xã, phường"], True),
        (["Giám đốc Sở Y tế"], ["Sở Y tế"], True),
        (["Sở Y tế"], ["Sở Tư pháp"], False),
        (["Sở Y tế"], ["Sở Y tế", "Sở Tư pháp"], False),
        (["Sở Y tế", "Sở Tư pháp"], ["Sở Y tế"], False),
        (["Sở Y tế"], ["Sở Y tế có trách nhiệm"], False),
        (["Các sở, ban, ngành", "UBND các xã"], ["Các sở, ban, ngành; UBND các xã"], True),
        (["Văn phòng HĐND và UBND huyện"], ["Văn phòng HĐND", "UBND huyện"], False),
        (["Các sở, ban, ngành, UBND các xã"], ["Các sở, ban, ngành", "UBND các xã"], True),
        (["Sở Y tế"], [], False),
    ],
)
def test_leads_are_compared_by_what_they_name(
    wanted: list[str], actors: list[str], right: bool
) -> None:
    assert led_by(wanted, actors) is right


@pytest.mark.parametrize(
    ("wanted", "schedule", "right"),
    [
        ("none", "sometime", True),
        ("none", "before 2026-03-31", False),
        ("continuous", "continuous", True),
        ("continuous", "once", False),
        ("2026-03-31", "by 2026-03-31", True),
        ("2026-03-31", "before 2026-04-01", False),
        ("2026-Q1", "within 2026-Q1", True),
        ("2026-Q1", "by 2026-03-31", True),
        ("2026-Q1", "within 2026-Q2", False),
        ("2026-03..2026-05", "within 2026-03..2026-05", True),
        ("2026-03..2026-05", "within 2026-04..2026-05", False),
        ("month 25", "every month, before day 25 of last month", True),
        ("month 25", "every month", False),
        ("quarter", "every 3 months", True),
        ("quarter 20 last", "every quarter, before day 20 of last month", True),
        ("quarter 20 last", "every quarter, before day 20 of next month", False),
        ("half", "reports h1 year", True),
        ("year 12-15", "every year, before 12-15", True),
        ("year 12-15", "every year, before 12-16", False),
        ("week", "every week", True),
        ("week", "every month", False),
        ("event", 'when "có yêu cầu"', True),
        ("event", "continuous", False),
        ("any", "once", True),
        ("2026", "every year", False),
        ("none", "whenever", False),
    ],
)
def test_times_are_compared_by_their_days(wanted: str, schedule: str, right: bool) -> None:
    assert on_time([wanted], schedule) is right
