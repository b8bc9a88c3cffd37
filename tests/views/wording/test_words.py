"""Words for terms, days, periods and figures."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.agencies import AgencyKind
from cchc_cli.domain.deadlines import Policy, Reading, Shift, Standing, settle
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.periods import (
    MONTHS_IN,
    Period,
    PeriodUnit,
    ReportingCode,
    calendar_period,
    reporting_period,
    serial_of,
)
from cchc_cli.domain.plan import Force, LinkKind
from cchc_cli.domain.schedules import RHYTHMS as ALL_RHYTHMS
from cchc_cli.domain.schedules import (
    Dated,
    Every,
    OnEvent,
    Operator,
    Reports,
    Rhythm,
    Schedule,
    Undated,
    Window,
)
from cchc_cli.services.duties import Role
from cchc_cli.views.deadlines import HEADINGS
from cchc_cli.views.wording import words
from cchc_cli.views.wording.days import day_text
from tests.domain.builders import CALENDAR, make_duty, make_plan

PROPERTY = settings(max_examples=200, deadline=None)
UNITS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)
CODES: tuple[ReportingCode, ...] = get_args(ReportingCode)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("mapping", "literal"),
    [
        pytest.param(words.ROLES, Role, id="roles"),
        pytest.param(words.RHYTHMS, Rhythm, id="rhythms"),
        pytest.param(words.FORCES, Force, id="forces"),
        pytest.param(words.LINKS, LinkKind, id="links"),
        pytest.param(words.STANDINGS, Standing, id="standings"),
        pytest.param(words.OPERATORS, Operator, id="operators"),
        pytest.param(words.READINGS, Reading, id="readings"),
        pytest.param(words.SHIFTS, Shift, id="shifts"),
        pytest.param(HEADINGS, Standing, id="headings of deadlines"),
    ],
)
def test_every_term_has_a_word_of_its_own(mapping: dict[str, str], literal: object) -> None:
    assert set(mapping) == set(get_args(literal))
    assert len(set(mapping.values())) == len(mapping)
    assert all(mapping.values())


def test_every_rhythm_without_a_date_can_be_counted() -> None:
    dated = {"dated", "window", "recurring"}
    assert set(words.UNDATED) - {"no_day"} == set(ALL_RHYTHMS) - dated


def test_signers_belong_to_kinds_of_agencies() -> None:
    assert set(words.SIGNERS) <= set(get_args(AgencyKind))


# Days.


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (date(2021, 6, 15), "15/6/2021", "ngày 15 tháng 6 năm 2021"),
        (date(2021, 6, 5), "05/6/2021", "ngày 05 tháng 6 năm 2021"),
        (date(2022, 1, 5), "05/01/2022", "ngày 05 tháng 01 năm 2022"),
        (date(2021, 2, 28), "28/02/2021", "ngày 28 tháng 02 năm 2021"),
        (date(2021, 3, 10), "10/3/2021", "ngày 10 tháng 3 năm 2021"),
        (date(2021, 6, 29), "29/6/2021", "ngày 29 tháng 6 năm 2021"),
        (date(2021, 10, 9), "09/10/2021", "ngày 09 tháng 10 năm 2021"),
        (date(2021, 12, 31), "31/12/2021", "ngày 31 tháng 12 năm 2021"),
    ],
)
def test_a_day_as_decree_30_writes_it(day: date, short: str, long: str) -> None:
    assert day_text(day) == short
    assert words.long_day(day) == long


@PROPERTY
@given(day=days)
def test_a_day_can_be_read_back_and_only_small_numbers_are_padded(day: date) -> None:
    number, month, year = day_text(day).split("/")
    assert date(int(year), int(month), int(number)) == day
    assert (number[0] == "0") is (day.day < 10)
    assert (month[0] == "0") is (day.month < 3)
    assert words.long_day(day) == f"ngày {number} tháng {month} năm {year}"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2021, 6, 14), "thứ Hai 14/6/2021"),
        (date(2021, 6, 15), "thứ Ba 15/6/2021"),
        (date(2021, 6, 19), "thứ Bảy 19/6/2021"),
        (date(2021, 6, 20), "Chủ nhật 20/6/2021"),
    ],
)
def test_a_day_with_its_weekday(day: date, text: str) -> None:
    assert words.weekday_text(day) == text


def test_there_are_seven_weekdays() -> None:
    assert len(set(words.WEEKDAYS)) == 7


# Periods.


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("q1", "quý I năm 2021"),
        ("h1", "6 tháng đầu năm 2021"),
        ("q3", "quý III năm 2021"),
        ("9m", "9 tháng đầu năm 2021"),
        ("h2", "6 tháng cuối năm 2021"),
        ("year", "năm 2021"),
        ("m3", "tháng 3/2021"),
        ("m12", "tháng 12/2021"),
    ],
)
def test_reporting_periods(code: ReportingCode, name: str) -> None:
    assert words.period_name(reporting_period(code, 2021)) == name


@pytest.mark.parametrize(
    ("unit", "day", "name"),
    [
        ("week", date(2021, 3, 24), "tuần 12/2021"),
        ("week", date(2021, 1, 3), "tuần 53/2020"),
        ("month", date(2021, 3, 24), "tháng 3/2021"),
        ("month", date(2021, 12, 24), "tháng 12/2021"),
        ("quarter", date(2021, 3, 24), "quý I/2021"),
        ("quarter", date(2021, 6, 30), "quý II/2021"),
        ("quarter", date(2021, 7, 1), "quý III/2021"),
        ("quarter", date(2021, 12, 31), "quý IV/2021"),
        ("half", date(2021, 6, 30), "nửa đầu năm 2021"),
        ("half", date(2021, 7, 1), "nửa cuối năm 2021"),
        ("year", date(2021, 7, 1), "năm 2021"),
    ],
)
def test_calendar_periods(unit: PeriodUnit, day: date, name: str) -> None:
    assert words.period_name(calendar_period(unit, serial_of(unit, day))) == name


def test_several_periods_as_one_are_named_by_their_days() -> None:
    duty = make_duty(Every("quarter", interval=2))
    names = [words.occurrence_name(one) for one in occurrences(make_plan(), duty)]
    assert names == ["01/01/2021 - 30/6/2021", "01/7/2021 - 31/12/2021"]


@pytest.mark.parametrize(
    ("schedule", "name"),
    [
        pytest.param(Undated("once"), "", id="nothing"),
        pytest.param(Dated("by", date(2021, 6, 15)), "", id="a date of no period"),
        pytest.param(OnEvent("Bộ yêu cầu"), "", id="an event"),
        pytest.param(
            Dated("by", date(2021, 6, 15), "h1"), "6 tháng đầu năm 2021", id="a date of one"
        ),
        pytest.param(
            Window(date(2021, 4, 1), date(2021, 6, 5)), "01/4/2021 - 05/6/2021", id="a window"
        ),
    ],
)
def test_the_name_of_an_occurrence(schedule: Schedule, name: str) -> None:
    (one,) = occurrences(make_plan(), make_duty(schedule))
    assert words.occurrence_name(one) == name


STRICT, WIDE = Policy(), Policy(before="inclusive")
SHIFTED = Policy(shift="next_working_day")


@pytest.mark.parametrize(
    ("operator", "day", "policy", "text"),
    [
        pytest.param("by", date(2021, 6, 15), STRICT, "15/6/2021", id="by"),
        pytest.param("on", date(2021, 6, 15), STRICT, "15/6/2021", id="on"),
        pytest.param("end", date(2021, 6, 30), STRICT, "30/6/2021", id="the end of a period"),
        pytest.param("before", date(2021, 6, 15), STRICT, "trước 15/6/2021", id="before"),
        pytest.param("before", date(2021, 6, 15), WIDE, "15/6/2021", id="before, read widely"),
        pytest.param("by", date(2021, 4, 30), SHIFTED, "04/5/2021", id="shifted"),
        # Thursday 29 April was worked, so nothing is shifted.
        pytest.param("before", date(2021, 4, 30), SHIFTED, "trước 30/4/2021", id="not shifted"),
        # Saturday 1 May, a last good day that is off, goes over the day that the text names.
        pytest.param("before", date(2021, 5, 2), SHIFTED, "04/5/2021", id="shifted beyond"),
        # Sunday the last good day, Monday the day named and the first that is worked.
        pytest.param("before", date(2021, 6, 14), SHIFTED, "14/6/2021", id="shifted onto it"),
    ],
)
def test_the_day_by_which_something_is_due(
    operator: Operator, day: date, policy: Policy, text: str
) -> None:
    assert words.due_text(settle(operator, day, policy, CALENDAR)) == text


@pytest.mark.parametrize(
    ("schedule", "text"),
    [
        pytest.param(
            Dated("before", date(2021, 6, 15), "h1"), "6 tháng đầu năm 2021: trước 15/6/2021",
            id="both",
        ),
        pytest.param(Dated("by", date(2021, 6, 15)), "15/6/2021", id="a day alone"),
        pytest.param(Reports(("h1",)), "6 tháng đầu năm 2021", id="a period alone"),
        pytest.param(Undated("once"), "", id="neither"),
    ],
)  # fmt: skip
def test_a_period_with_its_day(schedule: Schedule, text: str) -> None:
    (one,) = occurrences(make_plan(), make_duty(schedule))
    assert words.dated_period(one) == text


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Một mục trong Kế hoạch CCHC", "một mục trong Kế hoạch CCHC"),
        ("Định kỳ 6 tháng", "định kỳ 6 tháng"),
        ("UBND Thành phố yêu cầu", "UBND Thành phố yêu cầu"),
        ("CCHC", "CCHC"),
        ("định kỳ", "định kỳ"),
        ("1quý/lần", "1quý/lần"),
        ("Ý", "ý"),
        ("", ""),
    ],
)
def test_a_text_that_goes_on_within_a_sentence(text: str, within: str) -> None:
    assert words.lowered(text) == within


@PROPERTY
@given(day=days)
@pytest.mark.parametrize("unit", UNITS)
def test_no_two_calendar_periods_share_a_name(unit: PeriodUnit, day: date) -> None:
    serial = serial_of(unit, day)
    names = [words.period_name(calendar_period(unit, serial + at)) for at in (-1, 0, 1)]
    assert len(set(names)) == 3
    assert MONTHS_IN.keys() == set(UNITS) - {"week"}


@pytest.mark.parametrize("code", CODES)
def test_every_reporting_period_has_a_name_of_its_own(code: ReportingCode) -> None:
    def name(one: ReportingCode) -> str:
        period: Period = reporting_period(one, 2021)
        return words.period_name(period)

    assert [one for one in CODES if name(one) == name(code)] == [code]


# Figures.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (15, "15"),
        (100.0, "100"),
        (1000, "1.000"),
        (25980, "25.980"),
        (1234567, "1.234.567"),
        (23.53, "23,53"),
        (0.5, "0,5"),
        (12.10, "12,1"),
        (1234.5, "1.234,5"),
        (-7, "-7"),
    ],
)
def test_a_figure_as_vietnamese_write_it(value: float, text: str) -> None:
    assert words.number_text(value) == text


@PROPERTY
@given(value=st.integers(-(10**12), 10**12))
def test_a_whole_number_can_be_read_back(value: int) -> None:
    text = words.number_text(value)
    assert int(text.replace(".", "")) == value
    assert "," not in text
    groups = text.removeprefix("-").split(".")
    assert all(len(group) == 3 for group in groups[1:])
    assert 1 <= len(groups[0]) <= 3


@PROPERTY
@given(value=st.decimals(-(10**9), 10**9, places=2))
def test_two_decimals_can_be_read_back_and_end_in_no_zero(value: object) -> None:
    number = float(str(value))
    text = words.number_text(number)
    whole, comma, decimals = text.partition(",")
    assert float(f"{whole.replace('.', '')}.{decimals or 0}") == number
    assert not comma or (1 <= len(decimals) <= 2 and decimals[-1] != "0")
