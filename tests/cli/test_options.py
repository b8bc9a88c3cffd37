"""Values of options: days, spans, choices, and what completion offers."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.cli.options import (
    chooser,
    complete_clause,
    complete_duty,
    complete_period,
    read_day,
    read_span,
)
from cchc_cli.errors import UsageFault
from tests.cli.builders import Cchc, write_plan

JUNE = date(2021, 6, 10)


@pytest.mark.parametrize(
    "text",
    ["2021-06-10", "10/6/2021", "10/06/2021", "10.6.2021", "10-6-2021", " 2021-06-10 "],
)
def test_a_day_as_people_write_it(text: str) -> None:
    assert read_day(text) == JUNE


@pytest.mark.parametrize(
    "text",
    ["", "homnay", "2021-02-30", "30/2/2021", "6/10", "10/6/21", "2021/06/10", "0/0/2021", "10 6"],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(UsageFault) as fault:
        read_day(text)
    assert (fault.value.code, fault.value.values) == ("bad_date", {"value": text})


def test_every_form_of_today_asks_for_the_same_day(cchc: Cchc) -> None:
    answers = {cchc("deadlines", "--today", text).out for text in ("2021-06-10", "10/6/2021")}
    assert len(answers) == 1
    assert "Năm 10/6/2021." in answers.pop()


@pytest.mark.parametrize(
    ("text", "today", "last"),
    [
        ("0d", JUNE, JUNE),
        ("30d", JUNE, date(2021, 7, 10)),
        ("2w", JUNE, date(2021, 6, 24)),
        ("1m", JUNE, date(2021, 7, 10)),
        ("1M", JUNE, date(2021, 7, 10)),
        (" 12m ", JUNE, date(2022, 6, 10)),
        ("1m", date(2021, 1, 31), date(2021, 2, 28)),
        ("1m", date(2024, 1, 31), date(2024, 2, 29)),
        ("7m", date(2021, 12, 31), date(2022, 7, 31)),
    ],
)
def test_the_last_day_of_a_span(text: str, today: date, last: date) -> None:
    assert read_span(text, today) == last


@pytest.mark.parametrize("text", ["", "30", "d", "1y", "-1d", "1.5d", "12345d", "1 d", "d30"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(UsageFault) as fault:
        read_span(text, JUNE)
    assert (fault.value.code, fault.value.values) == ("bad_span", {"value": text})


NAMED = chooser("--vai", {"lead": "chủ trì", "partner": "cơ quan phối hợp"})
PLAIN = chooser("--dang", ("json", "csv"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lead", "lead"),
        ("LEAD", "lead"),
        ("chủ trì", "lead"),
        ("chu tri", "lead"),
        ("Chủ Trì", "lead"),
        (unicodedata.normalize("NFD", "cơ quan phối hợp"), "partner"),
    ],
)
def test_a_choice_by_its_word_or_its_vietnamese_name(text: str, word: str) -> None:
    assert NAMED(text) == word


def test_a_choice_without_another_name() -> None:
    assert PLAIN("JSON") == "json"


def test_a_wrong_choice_shows_what_is_allowed_and_near() -> None:
    with pytest.raises(UsageFault) as fault:
        NAMED("leed")
    assert fault.value.code == "bad_choice"
    assert fault.value.values == {
        "value": "leed",
        "option": "--vai",
        "allowed": "lead (chủ trì), partner (cơ quan phối hợp)",
        "nearest": "lead",
    }
    with pytest.raises(UsageFault) as fault:
        PLAIN("")
    assert fault.value.values["allowed"] == "json, csv"
    assert fault.value.values["nearest"] == ""


def test_completion_of_duties_and_clauses() -> None:
    assert complete_duty("v.6.4") == ["V.6.4a", "V.6.4b", "V.6.4c"]
    assert complete_duty("qqq") == []
    assert complete_clause("V.6.4") == ["V.6.4"]
    assert complete_clause("KT") == ["KT"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["q1", "h1", "q3", "9m", "h2", "year"]),
        ("Q", ["q1", "q3"]),
        ("y", ["year"]),
        ("x", []),
    ],
)
def test_completion_of_periods(typed: str, offered: list[str]) -> None:
    assert complete_period(typed) == offered


def test_completion_is_silent_where_no_plan_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path / "khong-co"))
    assert complete_duty("V") == []


def test_completion_is_silent_where_a_plan_has_to_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_plan(tmp_path, "mot", last="9999-12-30")
    write_plan(tmp_path, "hai", last="9999-12-30")
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    assert complete_duty("A") == []
