"""Dates and years of another year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.roll.years import bent, old_years, shift_day, shift_schedule, shift_words

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("day", "years", "moved", "is_bent"),
    [
        (date(2021, 6, 15), 5, date(2026, 6, 15), False),
        (date(2024, 2, 29), 1, date(2025, 2, 28), True),
        (date(2024, 2, 29), 4, date(2028, 2, 29), False),
        (date(2025, 2, 28), 3, date(2028, 2, 28), True),
        (date(2024, 2, 28), 1, date(2025, 2, 28), False),
        (date(2021, 12, 31), -5, date(2016, 12, 31), False),
    ],
)
def test_a_day_moves_by_whole_years(day: date, years: int, moved: date, is_bent: bool) -> None:
    assert (shift_day(day, years), bent(day, years)) == (moved, is_bent)


@given(DAYS, st.integers(-40, 40))
def test_there_and_back(day: date, years: int) -> None:
    if not bent(day, years):
        assert shift_day(shift_day(day, years), -years) == day


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("continuous", "continuous"),
        ("before 2021-06-15 for h1", "before 2026-06-15 for h1"),
        ("within 2021-Q2", "within 2026-Q2"),
        ("within 2021-09..2021-H2", "within 2026-09..2026-H2"),
        ("within 2021", "within 2026"),
        ("2 times every quarter from 2021-04-01 until 2021-12-31",
         "2 times every quarter from 2026-04-01 until 2026-12-31"),
        ("every year, by 06-15", "every year, by 06-15"),
        ('when "Kế hoạch 2021 ban hành"', 'when "Kế hoạch 2021 ban hành"'),
        ('reports h1, when "có văn bản 2021"', 'reports h1, when "có văn bản 2021"'),
    ],
)  # fmt: skip
def test_a_schedule_moves_with_its_dates(text: str, moved: str) -> None:
    assert shift_schedule(text, 5) == moved


def test_a_29_february_in_a_schedule() -> None:
    assert shift_schedule("on 2024-02-29", 1) == "on 2025-02-28"


def test_only_the_years_of_the_plan_move_in_a_name() -> None:
    words = "Kế hoạch năm 2021, giai đoạn 2021 - 2025, theo Luật 2019"
    moved = "Kế hoạch năm 2026, giai đoạn 2026 - 2025, theo Luật 2019"
    assert shift_words(words, [2021], 5) == moved
    assert shift_words("so-120215", [2021], 5) == "so-120215"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("trước 15/6/2021", ["2021"]),
        ("năm 2021 và năm 2021", ["2021"]),
        ("giai đoạn 2021 - 2025", ["2021 - 2025"]),
        ("giai đoạn 2021-2030", []),
        ("giai đoạn 2021\u20132022 và năm 2021", ["2021 - 2022", "2021"]),
        ("Nghị định 45/2021/NĐ-CP", []),
        ("Nghị quyết 12/2021/QH15", []),
        ("năm 2020, 12021", []),
        ("ngày 24-3-2021", ["2021"]),
    ],
)
def test_the_years_that_are_over(text: str, years: list[str]) -> None:
    assert list(old_years(text, [2021], 2026)) == years
