"""Checking files: the examples, every code of fault, and nothing that makes it raise."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.load import FORMATS, Checked, check_file
from cchc_cli.plan.source import MAX_BYTES, MAX_DEPTH
from cchc_cli.views.wording.faults import FAULTS, fault_sentence
from tests.plan.cases import (
    EXAMPLES,
    INVALID,
    PLAN,
    PLANS,
    VALID,
    expected,
    laid_out,
    placed,
    with_duties,
    write_plan,
)
from tests.plan.test_build_amendments import CODES

# What no text file of the repository can be.
UNWRITTEN = {
    "not_utf8": "tên: Hà Nội".encode("utf-16"),
    "too_big": b"#".ljust(MAX_BYTES + 1, b"x"),
    "too_deep": b"[" * (MAX_DEPTH + 1),
    "too_many_nodes": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (at, at, b"*a%d," % (at - 1) * 10) for at in range(1, 9)),
    "bad_character": b"a: \x07",
}


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.stem)
def test_a_valid_example_is_sound(case: Path, tmp_path: Path) -> None:
    checked = check_file(laid_out(case, tmp_path))
    assert placed(checked.faults) == expected(case)
    assert checked.sound
    assert (checked.plan is not None) is (case.stem not in {"agencies", "calendar"})


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_an_invalid_example_has_just_the_faults_that_it_says(case: Path, tmp_path: Path) -> None:
    checked = check_file(laid_out(case, tmp_path))
    assert placed(checked.faults) == expected(case)
    assert checked.faults
    assert (checked.plan, checked.sound) == (None, False)


@pytest.mark.parametrize("case", [*VALID, *INVALID], ids=lambda case: case.stem)
def test_every_fault_of_the_examples_has_a_sentence(case: Path, tmp_path: Path) -> None:
    for fault in check_file(laid_out(case, tmp_path)).faults:
        assert fault.code in FAULTS
        assert "{" not in fault_sentence(fault)


@pytest.mark.parametrize(("code", "content"), UNWRITTEN.items(), ids=UNWRITTEN)
@pytest.mark.parametrize("name", ["ke_hoach.yaml", "agencies.yaml", "calendar.yaml"])
def test_a_file_that_cannot_be_read_as_text(
    code: str, content: bytes, name: str, tmp_path: Path
) -> None:
    path = write_plan(tmp_path)
    (tmp_path / name).write_bytes(content)
    checked = check_file(path)
    assert [(Path(fault.file).name, fault.code) for fault in checked.faults] == [(name, code)]
    assert checked.plan is None


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert [fault.code for fault in check_file(tmp_path).faults] == ["unreadable"]


def test_every_code_of_fault_is_produced_by_some_test() -> None:
    written = {place.code for case in [*VALID, *INVALID] for place in expected(case)}
    assert written | set(UNWRITTEN) | {"unreadable"} | CODES == set(FAULTS)


# A plan with what stands beside it.


def test_a_plan_is_read_with_its_registry_and_calendar(tmp_path: Path) -> None:
    plan = check_file(write_plan(tmp_path)).plan
    assert plan is not None
    assert plan.registry.territory == "thành phố Hà Nội"
    assert plan.calendar.name == "Lịch kiểm thử"


def test_the_files_beside_may_have_other_names(tmp_path: Path) -> None:
    path = write_plan(tmp_path, PLAN.replace("agencies.yaml", "danh bạ.yml"))
    (tmp_path / "agencies.yaml").rename(tmp_path / "danh bạ.yml")
    assert check_file(path).sound


@pytest.mark.parametrize(
    "name", ["../agencies.yaml", "/agencies.yaml", "a/b.yaml", r"a\\b.yaml", "C:a.yaml", "agencies"]
)
def test_a_file_of_another_folder_is_not_read(name: str, tmp_path: Path) -> None:
    path = write_plan(tmp_path, PLAN.replace("registry: agencies.yaml", f'registry: "{name}"'))
    assert [(one.code, one.field) for one in check_file(path).faults] == [
        ("bad_pattern", "registry")
    ]


def test_a_name_with_a_null_is_a_fault(tmp_path: Path) -> None:
    path = write_plan(tmp_path, PLAN.replace("agencies.yaml", r'"a\0.yaml"'))
    assert [one.code for one in check_file(path).faults] == ["bad_pattern"]


def test_the_faults_of_all_three_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    path = write_plan(tmp_path, with_duties("before 2031-06-15") + "titel: x\n")
    for name in ("agencies.yaml", "calendar.yaml"):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("extra: 1\n")
    found = [(Path(one.file).name, one.code) for one in check_file(path).faults]
    assert found == [
        ("agencies.yaml", "unknown_key"),
        ("calendar.yaml", "unknown_key"),
        ("ke_hoach.yaml", "date_outside_plan"),
        ("ke_hoach.yaml", "unknown_key"),
    ]


def test_a_faulty_calendar_is_not_also_called_incomplete(tmp_path: Path) -> None:
    path = write_plan(tmp_path)
    text = (tmp_path / "calendar.yaml").read_text("utf-8")
    (tmp_path / "calendar.yaml").write_text(text.replace("year: 2021", "year: xxi"), "utf-8")
    assert [one.code for one in check_file(path).faults] == ["wrong_kind"]


def test_without_a_registry_no_agency_is_called_unknown(tmp_path: Path) -> None:
    path = write_plan(tmp_path, with_duties("once"))
    (tmp_path / "agencies.yaml").unlink()
    assert [one.code for one in check_file(path).faults] == ["no_file"]


def test_without_a_registry_the_plan_is_still_compared_with_itself(tmp_path: Path) -> None:
    path = write_plan(tmp_path, with_duties("once", "on 2031-01-01") + "legal_basis: [qd-1]\n")
    (tmp_path / "agencies.yaml").write_text("format: cchc-agencies/1\n", encoding="utf-8")
    own = [one.code for one in check_file(path).faults if Path(one.file) == path]
    assert own == ["date_outside_plan", "unknown_id"]


def test_a_fault_is_told_once(tmp_path: Path) -> None:
    path = write_plan(tmp_path, PLAN.replace("calendar.yaml", "agencies.yaml"))
    (tmp_path / "agencies.yaml").unlink()
    assert [one.code for one in check_file(path).faults] == ["no_file"]


def test_a_warning_leaves_the_plan_fit_for_use(tmp_path: Path) -> None:
    path = write_plan(tmp_path, PLAN.replace("to: 2021", "to: 2025"))
    checked = check_file(path)
    assert [(one.code, one.severity, one.values["year"]) for one in checked.faults] == [
        ("calendar_default", "warning", 2023),
        ("calendar_default", "warning", 2025),
    ]
    assert checked.sound
    assert checked.plan is not None


def test_sound_means_no_error() -> None:
    error = Fault("no_file", "a.yaml")
    warning = error._replace(severity="warning")
    assert Checked(None, ()).sound
    assert Checked(None, (warning,)).sound
    assert not Checked(None, (warning, error)).sound


# The kind of file.


@pytest.mark.parametrize("name", ["agencies.yaml", "calendar.yaml"])
def test_a_registry_or_calendar_is_checked_alone(name: str) -> None:
    assert check_file(PLANS / name) == Checked(None, ())


@pytest.mark.parametrize(
    ("content", "code", "near"),
    [
        ("id: a\n", "missing_key", None),
        ("format: cchc-plan/2\n", "not_allowed", "cchc-plan/1"),
        ("format: cchc-calender/1\n", "not_allowed", "cchc-calendar/1"),
        ("format: 5\n", "not_allowed", ""),
        ("format:\n", "not_allowed", ""),
    ],
)
def test_a_file_says_what_it_is(content: str, code: str, near: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(content, encoding="utf-8")
    (fault,) = check_file(path).faults
    assert (fault.code, fault.field) == (code, "format")
    assert fault.values.get("nearest") == near
    assert fault.values["allowed"] == list(FORMATS)


# Laws.

PROPERTY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder with a registry and calendar for all files that are made up here."""
    folder = tmp_path_factory.mktemp("load")
    laid_out(EXAMPLES / "valid" / "minimal.yaml", folder)
    return folder


def comes_out_well(path: Path) -> bool:
    """Whether a check ends with a plan or with faults that have sentences."""
    checked = check_file(path)
    for fault in checked.faults:
        assert fault.code in FAULTS
        assert fault_sentence(fault)
    return checked.plan is not None or bool(checked.faults)


@PROPERTY
@given(text=st.text(max_size=200), header=st.sampled_from(["", *FORMATS]))
def test_any_text_comes_out_well(folder: Path, text: str, header: str) -> None:
    path = folder / "made_up.yaml"
    path.write_text(f"format: {header}\n{text}", encoding="utf-8")
    assert comes_out_well(path)


WORDS = (
    "", "~", "5", "-1", "1.5", "1e999", "9" * 100, "true", "2021-06-15", "9999-12-31", "0001-01-01",
    "[]", "{}", "[[]]", "{a: b}", "[5]", "[snv, snv]", "snv", "Kế hoạch", "'", '"', "&a", "*a",
    "!x", "once", "every 999 years", "every week", "before 2021-06-15 for h1", "within 2021",
    "\u0301", "by 9999-12-31 for year", "on 0001-01-01 for h1", "within 0001..9999", 'when "x"',
    "Sở -",
)  # fmt: skip
WHOLE = [case for case in VALID if case.stem not in {"agencies", "calendar"}]
edits = st.tuples(
    st.sampled_from(["drop", "double", "value", "key", "indent", "cut"]),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(WORDS),
)


def edited(lines: list[str], edit: tuple[str, float, str]) -> list[str]:
    """Lines with one of them damaged."""
    how, where, word = edit
    at = int(where * len(lines))
    key, colon, _ = lines[at].partition(": ")
    new = {
        "drop": [],
        "double": [lines[at], lines[at]],
        "value": [f"{key}{colon or ': '}{word}"],
        "key": [f"{word}: {lines[at].strip()}"],
        "indent": [f" {lines[at]}"],
        "cut": [lines[at][: len(lines[at]) // 2]],
    }[how]
    return [*lines[:at], *new, *lines[at + 1 :]]


@PROPERTY
@given(
    case=st.sampled_from([*WHOLE, PLANS / "2021.yaml"]),
    damage=st.lists(edits, min_size=1, max_size=4),
)
def test_a_damaged_file_comes_out_well(
    folder: Path, case: Path, damage: list[tuple[str, float, str]]
) -> None:
    lines = case.read_text("utf-8").splitlines()
    for edit in damage:
        lines = edited(lines, edit) or [""]
    path = folder / "damaged.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert comes_out_well(path)


@PROPERTY
@given(
    damage=st.lists(edits, min_size=1, max_size=3), name=st.sampled_from(["agencies", "calendar"])
)
def test_a_damaged_registry_or_calendar_comes_out_well(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[str, float, str]], name: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged"
    folder.mkdir(exist_ok=True)
    path = laid_out(EXAMPLES / "valid" / "groups_and_links.yaml", folder)
    lines = (EXAMPLES / "valid" / f"{name}.yaml").read_text("utf-8").splitlines()
    for edit in damage:
        lines = edited(lines, edit) or [""]
    (folder / f"{name}.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert comes_out_well(path)


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_last_days_that_can_be_written(day: str, tmp_path: Path) -> None:
    span = f"{{from: {day}, to: {day}}}"
    text = with_duties(f"on {day}", "every week", "reports h1 year", f"on {day} for year")
    path = write_plan(tmp_path, text.replace("{from: 2021-01-01, to: 2021-12-31}", span))
    assert {one.code for one in check_file(path).faults} == {"calendar_uncovered", "schedule_empty"}
