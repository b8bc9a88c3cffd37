"""Values as people put them into cells."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.forms import HIGHEST_FIGURE, LONGEST_DOCUMENT, LONGEST_TEXT, RESULTS
from cchc_cli.intake.values import (
    EPOCH,
    LONGEST_FOUND,
    Unfit,
    Value,
    cleaned,
    found_text,
    is_blank,
    read_date,
    read_document,
    read_number,
    read_result,
    read_share,
    read_text,
    text_of,
)

FIRST, LAST = date(2020, 12, 15), date(2021, 6, 12)
DAYS = st.dates(FIRST, LAST)
CELLS: st.SearchStrategy[Value] = st.one_of(
    st.text(max_size=40),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def refusal(value: Value, unit: str = "cuộc") -> str:
    with pytest.raises(Unfit) as caught:
        read_number(value, unit)
    return caught.value.code


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5.0, 5),
        ("5", 5),
        (" 1.250 ", 1250),
        ("1.250.000", 1_250_000),
        ("1.250,0", 1250),
        ("1 250", 1250),
        ("1\u00a0250", 1250),
        ("1\u202f250\u202f000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("12 cuộc", 12),
        ("12cuoc", 12),
        ("1.250 Cuộc", 1250),
        ("0", 0),
        ("5,0", 5),
    ],
)
def test_a_number_in_any_usual_form(value: Value, number: int) -> None:
    assert read_number(value, "cuộc") == number


@pytest.mark.parametrize(
    ("value", "number"),
    [("1,5", 1.5), ("1.5", 1.5), (1.5, 1.5), ("1.250,75", 1250.75), ("1,250.75", 1250.75),
     ("0.250", 0.25), ("23,53 phút", 23.53)],
)  # fmt: skip
def test_a_part_of_what_is_measured(value: Value, number: float) -> None:
    assert read_number(value, "phút") == number


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("nhiều", "form_number"),
        ("12 người", "form_number"),
        ("12 34", "form_number"),
        ("1.2.3", "form_number"),
        ("1250,", "form_number"),
        (True, "form_number"),
        (float("inf"), "form_number"),
        (float("nan"), "form_number"),
        (date(2021, 1, 2), "form_number"),
        (time(1, 2), "form_number"),
        ("-5", "form_negative"),
        ("− 5", "form_negative"),
        (-1.0, "form_negative"),
        ("1,250", "form_number_doubtful"),
        (1.25, "form_fraction"),
        ("1,5", "form_fraction"),
        (1e13, "form_number_big"),
    ],
)
def test_what_is_no_number_of_things(value: Value, code: str) -> None:
    assert refusal(value) == code


def test_a_doubtful_number_names_both_and_a_broken_one_what_was_meant() -> None:
    with pytest.raises(Unfit) as caught:
        read_number("1,250", "phút")
    assert caught.value.values == {"large": "1.250", "small": "1,250"}
    for number, meant in ((1.25, "1.250"), (2.5, "2.500"), (1.23456, "")):
        with pytest.raises(Unfit) as caught:
            read_number(number, "lượt người")
        assert caught.value.values == {"unit": "lượt người", "meant": meant}


@given(st.integers(0, 10**12))
def test_whole_numbers_come_back_from_every_form(number: int) -> None:
    grouped = f"{number:,}"
    forms: list[Value] = [str(number), float(number)]
    forms += [grouped.replace(",", "."), grouped.replace(",", " ")]
    assert {read_number(one, "cuộc") for one in forms} == {number}


@pytest.mark.parametrize(
    "value",
    [
        date(2021, 5, 6),
        datetime(2021, 5, 6, 10, 30),  # noqa: DTZ001 - as Excel has them
        "6/5/2021",
        "06/05/2021",
        "6-5-2021",
        "6.5.2021",
        " 6 / 5 / 2021 ",
        "6/5/21",
        "2021-05-06",
        "2021/5/6",
        "2021-05-06 00:00:00",
        "2021-05-06T10:30",
        "6/5/2021 10:30",
        "ngày 6/5/2021",
        "Ngày 6 tháng 5 năm 2021",
        "06 tháng 05 năm 2021",
        44322.0,
        44322,
        44322.5,
    ],
)
def test_a_day_in_any_usual_form(value: Value) -> None:
    assert read_date(value, FIRST, LAST) == date(2021, 5, 6)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31/6/2021", "form_date"),
        ("05/13/2021", "form_date"),
        ("6/5", "form_date"),
        ("5/2021", "form_date"),
        ("tháng 5", "form_date"),
        ("2021-13-45", "form_date"),
        ("30 tháng 2 năm 2021", "form_date"),
        (12.0, "form_date"),
        (44300000.0, "form_date"),
        (float("nan"), "form_date"),
        (True, "form_date"),
        (time(10), "form_date"),
        (timedelta(1), "form_date"),
        (date(2020, 12, 14), "form_date_early"),
        ("12/7/2021", "form_date_future"),
    ],
)
def test_what_is_no_day_of_the_period(value: Value, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_date(value, FIRST, LAST)
    assert caught.value.code == code


@given(DAYS)
def test_days_come_back_from_every_form(day: date) -> None:
    forms: list[Value] = [
        day,
        datetime.combine(day, time(9)),
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        (day - EPOCH).days,
    ]
    assert {read_date(one, FIRST, LAST) for one in forms} == {day}


@pytest.mark.parametrize(
    ("value", "share"),
    [(0.8, 0.8), (80.0, 0.8), ("80%", 0.8), ("80 %", 0.8), ("80", 0.8), ("0,8", 0.8), (1.0, 1),
     ("100%", 1), (0.0, 0), ("0,5%", 0.005), ("87,5", 0.875)],
)  # fmt: skip
def test_a_share(value: Value, share: float) -> None:
    assert read_share(value) == pytest.approx(share)


@pytest.mark.parametrize("value", ["cao", "120%", 150.0, -0.1, True, date(2021, 1, 1), "8 0 %"])
def test_no_share(value: Value) -> None:
    with pytest.raises(Unfit) as caught:
        read_share(value)
    assert caught.value.code in ("form_share", "form_negative")


def test_a_result_by_its_words() -> None:
    assert read_result("Đã hoàn thành") == "done"
    assert read_result(" đang thực hiện ") == "doing"
    assert read_result("CHUA THUC HIEN") == "not_done"
    assert read_result("Không\u00a0phát sinh") == "none"
    for value, nearest in (("Đã hoàn thnh", "Đã hoàn thành"), ("x", ""), (1.0, "")):
        with pytest.raises(Unfit) as caught:
            read_result(value)
        assert caught.value.values["nearest"] == nearest


@pytest.mark.parametrize(
    ("value", "number"),
    [("123/BC-STP", "123/BC-STP"), ("Số: 123/BC-STP", "123/BC-STP"), ("số 05 / KH - UBND",
     "05/KH-UBND"), (" 171-KH/TU ", "171-KH/TU"), (5.0, "5"), ("So 7/BC-X", "7/BC-X")],
)  # fmt: skip
def test_a_document(value: Value, number: str) -> None:
    assert read_document(value) == number


@pytest.mark.parametrize(
    ("value", "code"),
    [(date(2021, 5, 1), "form_document"), (True, "form_document"), ("x" * 101, "form_text_long")],
)
def test_no_document(value: Value, code: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_document(value)
    assert caught.value.code == code


def test_text_is_cleaned() -> None:
    assert read_text(" một\r\nhai_x000D_\x07\u202e ba ") == "một\nhai ba"
    assert read_text("Hòa") == "Hòa"
    assert read_text("x" * 2000) == "x" * 2000
    with pytest.raises(Unfit) as caught:
        read_text("x" * 2001)
    assert caught.value.values == {"length": 2001, "longest": 2000}


@pytest.mark.parametrize(
    ("value", "text"),
    [(5.0, "5"), (1.5, "1.5"), (True, "TRUE"), (False, "FALSE"), (date(2021, 5, 6), "06/5/2021"),
     (datetime.combine(date(2021, 5, 6), time(10, 30)), "06/5/2021 10:30"),
     (datetime.combine(date(2021, 5, 6), time()), "06/5/2021"),
     (time(9, 5), "09:05:00"), (1e300, "1e+300")],
)  # fmt: skip
def test_a_cell_as_text(value: Value, text: str) -> None:
    assert text_of(value) == text


def test_what_was_found_is_short_and_in_one_line() -> None:
    assert found_text("một\nhai\x1b[31m") == "một hai[31m"
    assert len(found_text("x" * 500)) == LONGEST_FOUND


@pytest.mark.parametrize("value", ["", "  ", "\u00a0", "…", "......", "-", "____", "\u200b"])
def test_what_says_nothing(value: str) -> None:
    assert is_blank(value)


@pytest.mark.parametrize("value", ["0", "không", 0.0, False, date(2021, 1, 1)])
def test_what_says_something(value: Value) -> None:
    assert not is_blank(value)


@given(CELLS)
def test_any_cell_is_read_or_refused(value: Value) -> None:
    """No other exception leaves a reader, and what is accepted lies within its bounds."""
    readers: list[Callable[[], bool]] = [
        lambda: 0 <= read_number(value, "cuộc") <= HIGHEST_FIGURE,
        lambda: 0 <= read_number(value, "phút") <= HIGHEST_FIGURE,
        lambda: FIRST <= read_date(value, FIRST, LAST) <= LAST,
        lambda: 0 <= read_share(value) <= 1,
        lambda: read_result(value) in RESULTS,
        lambda: len(read_document(value)) <= LONGEST_DOCUMENT,
        lambda: len(read_text(value)) <= LONGEST_TEXT,
    ]
    for reader in readers:
        try:
            assert reader()
        except Unfit:
            continue
    assert len(found_text(value)) <= LONGEST_FOUND
    assert not set(found_text(value)) & set(map(chr, [*range(32), *range(127, 160)]))


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
