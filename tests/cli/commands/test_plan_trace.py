"""``cchc plan trace``: a plan held against its source."""

import json
from pathlib import Path

import pytest

from tests.cli.amending import CHANGED, MORE, SOURCE, plan_and_source
from tests.cli.builders import Cchc


def test_a_plan_that_says_all(cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path)
    said = cchc("plan", "trace", str(plan), "--source", str(source))
    assert (said.code, said.err) == (0, "")
    assert "Văn bản: nho.txt, 8 mục." in said.out
    assert "II.1.1  Sở Tư pháp báo cáo trước ngày 15 tháng 6." in said.out
    assert "đã mã hóa: A.1" in said.out
    assert "không giao việc: mục đích" in said.out
    assert "2 nhiệm vụ: 2 khớp." in said.out
    assert "Cần xem" not in said.out
    assert "Rà soát" not in said.out


def test_only_what_has_to_be_looked_at(cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path)
    said = cchc("plan", "trace", str(plan), "--source", str(source), "--open")
    assert said.out.endswith("Không có mục nào cần xem.\n")
    source.write_text(MORE, encoding="utf-8")
    said = cchc("plan", "trace", str(plan), "--source", str(source), "--open")
    assert "II.1.3  Xây dựng cơ sở dữ liệu" in said.out
    assert "chưa mã hóa" in said.out
    assert "8 mục khác không có gì cần xem" in said.out


def test_words_that_changed_moved_and_went(cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path, CHANGED)
    out = cchc("plan", "trace", str(plan), "--source", str(source)).out
    assert "A.1: lời văn không còn khớp ở II.1.1: kế hoạch “15”, văn bản “20”." in out
    lines = SOURCE.splitlines(keepends=True)
    source.write_text("".join([*lines[:-2], lines[-1], lines[-2]]), encoding="utf-8")
    out = cchc("plan", "trace", str(plan), "--source", str(source)).out
    assert "A.1: đã chuyển mục: kế hoạch ghi II.1.1, trong văn bản là II.1.2." in out
    source.write_text("".join(lines[:-1]), encoding="utf-8")
    out = cchc("plan", "trace", str(plan), "--source", str(source)).out
    assert "A.2: không còn trong văn bản (mục II.1.2 trong kế hoạch)." in out


def test_as_json(cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path, MORE)
    said = cchc("plan", "trace", str(plan), "--source", str(source), "--format", "json")
    found = json.loads(said.out)
    assert (said.code, said.err, found["format"]) == (0, "", "cchc/plan-trace/1")
    assert (found["plan"], found["source"], found["sound"]) == ("ke-hoach-nho", "nho.txt", False)
    assert found["words"] == sum(found["words_by_standing"].values())
    by_clause = {one["clause"]: one for one in found["clauses"]}
    assert by_clause["II.1.1"]["duties"] == ["A.1"]
    assert by_clause["II.1.3"]["standing"] == "missing"
    assert len(by_clause["II.1.3"]["fingerprint"]) == 16
    assert [one["agreement"] for one in found["duties"]] == ["same", "same"]


@pytest.mark.parametrize("form", ["csv", "md", "table"])
def test_other_forms(form: str, cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path)
    file = tmp_path / f"doi-chieu.{form}"
    arguments = ["plan", "trace", str(plan), "--source", str(source), "--format", form]
    assert cchc(*arguments, "-o", str(file)) == (0, "", "")
    assert "II.1.1" in file.read_text("utf-8")


def test_a_document_that_cannot_be_read(cchc: Cchc, tmp_path: Path) -> None:
    plan, source = plan_and_source(tmp_path)
    source.write_bytes(b"PK\x03\x04 hong")
    said = cchc("plan", "trace", str(plan), "--source", str(source))
    assert (said.code, said.out) == (12, "")
    assert said.err.startswith("Lỗi: ")
    assert cchc("plan", "trace", str(plan), "--source", str(tmp_path / "khac.txt")).code == 12


def test_the_source_has_to_be_named(cchc: Cchc, tmp_path: Path) -> None:
    plan, _ = plan_and_source(tmp_path)
    said = cchc("plan", "trace", str(plan))
    assert said.code == 2
    assert "--source" in said.err
