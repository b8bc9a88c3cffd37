"""``cchc plan``: every fault of a file at once, and the schemas."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.builders import Cchc, packaged_plan, write_plan


def test_a_sound_plan_with_its_registry_and_calendar(cchc: Cchc) -> None:
    assert cchc("plan", "check", str(packaged_plan())) == (0, "1 tệp: không có lỗi.\n", "")
    files = [str(packaged_plan().with_name(f"{name}.yaml")) for name in ("agencies", "calendar")]
    assert cchc("plan", "check", *files) == (0, "2 tệp: không có lỗi.\n", "")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A plan with two faults."""
    file = write_plan(tmp_path, "hong")
    text = file.read_text("utf-8").replace("subject:", "subjekt:").replace("lead: [stp]", "lead: 1")
    file.write_text(text, encoding="utf-8")
    return file


def test_every_fault_with_its_place(faulty: Path, cchc: Cchc) -> None:
    said = cchc("plan", "check", str(faulty))
    assert (said.code, said.err) == (3, "")
    assert re.search(rf"^{re.escape(str(faulty))}:5:\d+: lỗi: ", said.out, re.MULTILINE)
    assert "có phải “subject”?" in said.out
    assert said.out.count(": lỗi: ") >= 3


def test_faults_as_json(faulty: Path, cchc: Cchc, tmp_path: Path) -> None:
    said = cchc("plan", "check", str(faulty), "--format", "json")
    found = json.loads(said.out)
    assert (said.code, said.err, found["format"]) == (3, "", "cchc/faults/1")
    assert found["files"] == [str(faulty)]
    assert {"file", "line", "column", "severity", "code", "field", "message"} <= set(
        found["faults"][0]
    )
    file = tmp_path / "loi.json"
    written = cchc("plan", "check", str(faulty), "--format", "json", "-o", str(file))
    assert written == (3, "", "")
    assert json.loads(file.read_text("utf-8")) == found


def test_a_warning_is_no_error(cchc: Cchc, tmp_path: Path) -> None:
    said = cchc("plan", "check", str(write_plan(tmp_path, "mot")))
    assert (said.code, said.err) == (0, "")
    assert "lưu ý" in said.out
    assert said.out.endswith("1 tệp: không có lỗi, 1 lưu ý.\n")


def test_one_faulty_file_among_sound_ones(faulty: Path, cchc: Cchc) -> None:
    said = cchc("plan", "check", str(packaged_plan()), str(faulty))
    assert said.code == 3
    assert "2 tệp: " in said.out
    assert f"{packaged_plan()}:" not in said.out


@pytest.mark.parametrize("kind", ["plan", "agencies", "calendar", "amendment"])
def test_the_schema_is_the_one_beside_the_plans(kind: str, cchc: Cchc) -> None:
    said = cchc("plan", "schema", kind)
    assert (said.code, said.err) == (0, "")
    assert said.out == packaged_plan().with_name(f"{kind}.schema.json").read_text("utf-8")


def test_the_schema_of_a_plan_by_default_and_in_a_file(cchc: Cchc, tmp_path: Path) -> None:
    file = tmp_path / "plan.schema.json"
    assert cchc("plan", "schema", "-o", str(file)) == (0, "", "")
    assert file.read_text("utf-8") == cchc("plan", "schema", "PLAN").out


def test_a_fault_that_two_of_the_files_bring_is_told_once(cchc: Cchc, tmp_path: Path) -> None:
    plan = write_plan(tmp_path, "mot")
    agencies = plan.with_name("agencies.yaml")
    agencies.write_text(
        agencies.read_text("utf-8").replace("place: Hà Nội\n", ""), encoding="utf-8"
    )
    said = cchc("plan", "check", str(plan), str(agencies))
    assert said.out.count("thiếu khóa “place”") == 1
    assert "2 tệp: 1 lỗi" in said.out
