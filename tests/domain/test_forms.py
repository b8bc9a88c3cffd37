"""Keys, columns and seal of the workbook that a unit fills in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.entries import NARRATIVE_PARTS
from cchc_cli.domain.forms import (
    FIGURES,
    FORMAT,
    NARRATIVES,
    PARTS,
    SEAL_NAMES,
    SHEETS,
    TASKS,
    Seal,
    digest_of,
    parse_seal,
    parse_task_key,
    task_key,
)

FIRST, MADE = date(2020, 12, 15), date(2021, 6, 1)
SEAL = Seal(FORMAT, "ke-hoach", "2021/h1", "stp", FIRST, MADE, digest_of(("V.1|2021/h1",)))
texts = st.text(st.characters(exclude_characters="|"), min_size=1)


def test_marks_are_told_apart_within_a_sheet_and_between_sheets() -> None:
    for sheet in SHEETS:
        marks = [sheet.mark, "#key", *(one.mark for one in sheet.columns)]
        assert len(marks) == len(set(marks))
    assert [one.mark for one in SHEETS] == ["#tasks", "#figures", "#narratives"]
    assert set(PARTS) < set(NARRATIVE_PARTS)


def test_what_a_unit_fills_in() -> None:
    assert [one.key for one in TASKS.filled] == [
        "result", "document", "date", "product", "degree", "difficulty",
    ]  # fmt: skip
    assert [(one.key, one.kind) for one in FIGURES.filled] == [("now", "number"), ("note", "text")]
    assert [one.key for one in NARRATIVES.filled] == ["text"]


@given(texts, texts)
def test_a_rows_key_comes_back(duty: str, occurrence: str) -> None:
    assert parse_task_key(task_key(duty, occurrence)) == (duty, occurrence)


@pytest.mark.parametrize("key", ["", "V.1", "|2021/h1", "V.1|", "hoi-nghi"])
def test_what_is_no_rows_key(key: str) -> None:
    assert parse_task_key(key) is None


def test_a_seal_comes_back() -> None:
    rows = dict(SEAL.rows())
    assert tuple(rows) == SEAL_NAMES
    assert parse_seal(rows) == SEAL
    assert rows["first"] == "2020-12-15"


@pytest.mark.parametrize("name", [one for one in SEAL_NAMES if one != "made"])
def test_a_seal_that_was_changed_is_broken(name: str) -> None:
    rows = dict(SEAL.rows())
    assert parse_seal({**rows, name: "2020-12-16"}) is None
    assert parse_seal({one: value for one, value in rows.items() if one != name}) is None


def test_two_workbooks_of_one_unit_and_period_have_one_fingerprint() -> None:
    later = SEAL._replace(made=MADE + timedelta(days=3))
    assert later.fingerprint == SEAL.fingerprint
    assert parse_seal(dict(later.rows())) == later
    others = {
        SEAL._replace(plan="khac").fingerprint,
        SEAL._replace(period="2021/q1").fingerprint,
        SEAL._replace(agency="snv").fingerprint,
        SEAL._replace(asked=digest_of(("V.2|2021/h1",))).fingerprint,
    }
    assert len(others | {SEAL.fingerprint}) == 5


def test_days_that_are_none_break_a_seal() -> None:
    rows = dict(SEAL.rows())
    assert parse_seal({**rows, "made": "15/6/2021"}) is None
    assert parse_seal({}) is None
