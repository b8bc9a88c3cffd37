"""The outcome of checking files, as text and as JSON."""

import json
from typing import get_args

import pytest

from cchc_cli.plan.faults import Fault, Severity
from cchc_cli.views.checks import SEVERITIES, faults_json, faults_text

DUPLICATE = Fault("duplicate_id", "2021.yaml", 40, 9, "duties[4].id", {"id": "V.1", "first": 12})
UNKNOWN = Fault(
    "unknown_key",
    "2021.yaml",
    7,
    3,
    "dutis",
    {"key": "dutis", "allowed": ["duties", "title"], "nearest": "duties"},
)
COMPUTED = Fault("calendar_default", "2021.yaml", 20, 1, "calendar", {"year": 2022}, "warning")
MISSING = Fault("no_file", "khong-co.yaml")


def test_every_fault_stands_on_a_line_of_its_own_with_its_place() -> None:
    assert faults_text(["2021.yaml"], [UNKNOWN, DUPLICATE]) == (
        "2021.yaml:7:3: lỗi: dutis: không có khóa “dutis”; có phải “duties”? "
        "Được phép: duties, title.\n"
        "2021.yaml:40:9: lỗi: duties[4].id: mã “V.1” bị lặp, đã có ở dòng 12\n"
        "1 tệp: 2 lỗi.\n"
    )


def test_a_fault_of_the_whole_file_has_neither_line_nor_field() -> None:
    text = faults_text(["khong-co.yaml"], [MISSING])
    assert text.splitlines()[0] == "khong-co.yaml: lỗi: không có tệp này"


@pytest.mark.parametrize(
    ("files", "faults", "verdict"),
    [
        pytest.param(["a"], [], "1 tệp: không có lỗi.", id="sound"),
        pytest.param(["a", "b"], [MISSING], "2 tệp: 1 lỗi.", id="one fault"),
        pytest.param(["a"], [COMPUTED], "1 tệp: không có lỗi, 1 lưu ý.", id="a warning only"),
        pytest.param(["a"], [MISSING, COMPUTED], "1 tệp: 1 lỗi, 1 lưu ý.", id="both"),
        pytest.param([], [], "0 tệp: không có lỗi.", id="nothing to check"),
    ],
)
def test_the_sum(files: list[str], faults: list[Fault], verdict: str) -> None:
    assert faults_text(files, faults).splitlines()[-1] == verdict


def test_a_warning_is_called_so() -> None:
    assert ": lưu ý: calendar: " in faults_text(["a"], [COMPUTED])


def test_every_severity_has_a_word() -> None:
    assert set(SEVERITIES) == set(get_args(Severity))


def test_faults_as_json() -> None:
    text = faults_json(["2021.yaml", "khong-co.yaml"], [UNKNOWN, MISSING, COMPUTED])
    data = json.loads(text)
    assert next(iter(data.items())) == ("format", "cchc/faults/1")
    assert data["files"] == ["2021.yaml", "khong-co.yaml"]
    assert data["faults"][0] == {
        "file": "2021.yaml",
        "line": 7,
        "column": 3,
        "severity": "error",
        "code": "unknown_key",
        "field": "dutis",
        "message": "không có khóa “dutis”; có phải “duties”? Được phép: duties, title.",
        "allowed": ["duties", "title"],
        "nearest": "duties",
    }
    assert (data["faults"][1]["allowed"], data["faults"][1]["nearest"]) == (None, None)
    assert [one["severity"] for one in data["faults"]] == ["error", "error", "warning"]
    assert "NaN" not in text


def test_json_of_no_faults() -> None:
    assert json.loads(faults_json([], []))["faults"] == []


def test_an_empty_nearest_word_is_none() -> None:
    fault = Fault("unknown_id", "a", 1, 1, "x", {"what": "duty", "id": "V.9", "nearest": ""})
    assert json.loads(faults_json(["a"], [fault]))["faults"][0]["nearest"] is None
