"""Days, months, quarters and years as they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plan.draft.dates import When, read_stretch


@pytest.mark.parametrize(
    ("words", "when", "rest"),
    [
        ("ngày 15 tháng 6 năm 2021 xong", When(2021, 6, 0, 15), " xong"),
        ("15/6/2021", When(2021, 6, 0, 15), ""),
        ("ngày 15/6 và", When(None, 6, 0, 15), " và"),
        ("05.4.2024", When(2024, 4, 0, 5), ""),
        ("tháng 12/2025", When(2025, 12, 1), ""),
        ("tháng 9 năm 2025", When(2025, 9, 1), ""),
        ("tháng 9", When(None, 9, 1), ""),
        ("9/2025", When(2025, 9, 1), ""),
        ("quý iv/2025", When(2025, 10, 3), ""),
        ("quý 2 năm 2025", When(2025, 4, 3), ""),
        ("quý i", When(None, 1, 3), ""),
        ("6 tháng đầu năm 2022", When(2022, 1, 6), ""),
        ("06 tháng cuối năm", When(None, 7, 6), ""),
        ("năm 2030", When(2030, 1, 12), ""),
        ("2025", When(2025, 1, 12), ""),
    ],
)
def test_a_stretch_of_time_is_read(words: str, when: When, rest: str) -> None:
    read = read_stretch(words, 0)
    assert read is not None
    assert (read[0], words[read[1] :]) == (when, rest)


@pytest.mark.parametrize("words", ["1.200 triệu", "năm 20211", "ba tháng", ""])
def test_figures_are_no_time(words: str) -> None:
    assert read_stretch(words, 0) is None


def test_a_stretch_has_a_first_and_a_last_day() -> None:
    days = When(None, 2, 1).days(2024)
    assert days == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize("when", [When(2021, 2, 0, 30), When(2021, 13, 0), When(2021, 11, 3)])
def test_what_no_calendar_has_is_no_day(when: When) -> None:
    assert when.days(2021) is None


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    read = read_stretch(f"ngày {day.day} tháng {day.month} năm {day.year}", 0)
    assert read is not None
    assert read[0].days(0) == (day, day)
