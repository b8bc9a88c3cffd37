"""The gate: a model, or every fault with what was wanted and the nearest right word."""

from pathlib import Path

import pytest

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.gate import shown, validate
from cchc_cli.plan.models.calendar import CalendarModel
from cchc_cli.plan.models.plan import PlanModel
from cchc_cli.plan.models.registry import RegistryModel
from cchc_cli.plan.shorthand import HEADS
from cchc_cli.plan.source import read_source
from tests.plan.cases import PLAN, with_duties

REGISTRY = """\
format: cchc-agencies/1
territory: thành phố Hà Nội
place: Hà Nội
source: x
"""


def faults_of(folder: Path, text: str) -> tuple[Fault, ...]:
    """What the gate says of a plan's text."""
    path = folder / "ke_hoach.yaml"
    path.write_text(text, encoding="utf-8")
    return validate(PlanModel, read_source(path))[1]


def test_a_sound_file_becomes_a_model(tmp_path: Path) -> None:
    path = tmp_path / "ke_hoach.yaml"
    path.write_text(PLAN, encoding="utf-8")
    model, faults = validate(PlanModel, read_source(path))
    assert faults == ()
    assert model is not None
    assert (model.id, model.coordinator, model.duties) == ("ke-hoach", "snv", ())


def test_a_faulty_file_becomes_none(tmp_path: Path) -> None:
    path = tmp_path / "ke_hoach.yaml"
    path.write_text(PLAN + "titel: x\n", encoding="utf-8")
    model, faults = validate(PlanModel, read_source(path))
    assert model is None
    assert [fault.code for fault in faults] == ["unknown_key"]


@pytest.mark.parametrize(
    ("more", "field", "near", "some"),
    [
        ("titel: x\n", "titel", "title", "short_title"),
        ("polici: {}\n", "polici", "policy", "duties"),
        ("zzz: 1\n", "zzz", "", "annexes"),
        ("policy: {befor: strict}\n", "policy.befor", "before", "turnover_day"),
        ("duties: [{ida: V.1}]\n", "duties[1].ida", "id", "schedule"),
        ("duties: [{product: {nam: x}}]\n", "duties[1].product.nam", "name", "alternatives"),
        ("annexes: [{tasks: [{n: 1}]}]\n", "annexes[1].tasks[1].n", "no", "content"),
        ("requirements: [{target: {valu: 1}}]\n", "requirements[1].target.valu", "value", "unit"),
    ],
)
def test_an_unknown_key_is_told_with_those_allowed_there(
    more: str, field: str, near: str, some: str, tmp_path: Path
) -> None:
    (fault,) = (one for one in faults_of(tmp_path, PLAN + more) if one.code == "unknown_key")
    assert (fault.field, fault.values["nearest"]) == (field, near)
    allowed = fault.values["allowed"]
    assert isinstance(allowed, list)
    assert some in allowed
    assert allowed == sorted(allowed)


def test_keys_are_told_as_they_are_written_in_the_file(tmp_path: Path) -> None:
    text = PLAN.replace("from: 2021", "form: 2021")
    missing, unknown = faults_of(tmp_path, text)
    assert (missing.code, missing.field) == ("missing_key", "validity.from")
    assert (unknown.code, unknown.values["nearest"]) == ("unknown_key", "from")
    assert unknown.values["allowed"] == ["from", "in_force", "in_force_reason", "to"]


def test_the_long_form_of_a_member_has_keys(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yaml"
    text = "agencies: []\ngroups: [{id: a, name: A, members: [{agency: b, untl: 2021-01-01}]}]\n"
    path.write_text(REGISTRY + text, encoding="utf-8")
    _, (fault,) = validate(RegistryModel, read_source(path))
    assert (fault.field, fault.values["nearest"]) == ("groups[1].members[1].untl", "until")


@pytest.mark.parametrize(
    ("more", "field", "wanted", "value"),
    [
        ("theme: 5\n", "theme", "text", "5"),
        ("theme: true\n", "theme", "text", "true"),
        ("theme: 2021-06-15\n", "theme", "text", "2021-06-15"),
        ("theme: [a]\n", "theme", "text", "…"),
        ("policy: x\n", "policy", "mapping", "x"),
        ("policy: {turnover_day: '15'}\n", "policy.turnover_day", "integer", "15"),
        ("policy: {turnover_day: 15.0}\n", "policy.turnover_day", "integer", "15.0"),
        ("policy: {turnover_day: true}\n", "policy.turnover_day", "integer", "true"),
        ("policy: {turnover_day: null}\n", "policy.turnover_day", "integer", "null"),
        ("duties: {}\n", "duties", "list", "…"),
        ("duties: V.1\n", "duties", "list", "V.1"),
        ("duties: [V.1]\n", "duties[1]", "mapping", "V.1"),
        ("locator_aliases: [III]\n", "locator_aliases", "mapping", "…"),
        ("locator_aliases: {III: 5}\n", "locator_aliases.III", "text", "5"),
    ],
)
def test_a_value_of_another_kind(
    *, more: str, field: str, wanted: str, value: str, tmp_path: Path
) -> None:
    (fault,) = faults_of(tmp_path, PLAN + more)
    assert (fault.code, fault.field) == ("wrong_kind", field)
    assert fault.values == {"wanted": wanted, "value": value}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("'1'", "number"), ("1e5", "number"), ("1.0e999", "number"), ("x", "number")],
)
def test_a_number_is_a_number(value: str, wanted: str, tmp_path: Path) -> None:
    text = (
        f"requirements: [{{clause: I, text: x, target: {{measure: x, unit: x, value: {value}}}}}]"
    )
    (fault,) = faults_of(tmp_path, PLAN + text)
    assert (fault.code, fault.values["wanted"]) == ("wrong_kind", wanted)


def test_yes_is_a_word(tmp_path: Path) -> None:
    path = tmp_path / "calendar.yaml"
    text = "format: cchc-calendar/1\nname: x\nyears: [{year: 2021, complete: yes, source: x}]\n"
    path.write_text(text, encoding="utf-8")
    _, (fault,) = validate(CalendarModel, read_source(path))
    assert fault.values == {"wanted": "boolean", "value": "yes"}


def test_a_word_that_is_not_allowed(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, PLAN + "policy: {before: strickt}\n")
    assert (fault.code, fault.field) == ("not_allowed", "policy.before")
    assert fault.values == {
        "value": "strickt",
        "allowed": ["strict", "inclusive"],
        "nearest": "strict",
    }


@pytest.mark.parametrize(
    ("schedule", "code", "part", "near"),
    [
        ("evry quarter", "schedule_unknown", "evry quarter", "every"),
        ("hằng quý", "schedule_unknown", "hằng quý", ""),
        ("before 15/6/2021", "schedule_unknown", "before 15/6/2021", ""),
        ("before 2021-02-29", "schedule_day", "2021-02-29", ""),
        ('"every month, by friday"', "schedule_due", "friday", ""),
        ("every 0 weeks", "schedule_order", "every 0 weeks", ""),
    ],
)
def test_a_schedule_that_cannot_be_read(
    *, schedule: str, code: str, part: str, near: str, tmp_path: Path
) -> None:
    (fault,) = faults_of(tmp_path, with_duties(schedule))
    assert (fault.code, fault.field) == (code, "duties[1].schedule")
    assert fault.values == {
        "value": schedule.strip('"'),
        "part": part,
        "allowed": list(HEADS),
        "nearest": near,
    }


def test_a_list_with_faulty_items_is_not_called_too_short(tmp_path: Path) -> None:
    task = "{no: 1, content: x, lead: [snv], time: quý II}"
    more = f"annexes: [{{id: PL, title: x, tasks: [{task}]}}]\n"
    assert [one.code for one in faults_of(tmp_path, PLAN + more)] == ["schedule_unknown"]
    more = "annexes: [{id: PL, title: x, tasks: []}]\n"
    assert [one.code for one in faults_of(tmp_path, PLAN + more)] == ["too_short"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        ("", ""),
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 39 + "…"),
        ([1], "…"),
        ({}, "…"),
    ],
)
def test_a_faulty_value_is_shown_in_few_letters(value: object, words: str) -> None:
    assert shown(value) == words
