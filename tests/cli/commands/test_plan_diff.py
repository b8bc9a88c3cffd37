"""``cchc plan diff``: two plans, or two versions of one."""

import json
from pathlib import Path

import pytest

from cchc_cli.views.page import outside_of
from tests.cli.amending import edit
from tests.cli.builders import Cchc, packaged_plan, write_plan


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two plans: a duty moved and reworded, one gone, one new."""
    old, new = write_plan(tmp_path, "cu"), write_plan(tmp_path, "moi")
    text = "Sở Tư pháp <b>báo cáo</b> trước ngày 20 tháng 6."
    edit(new, "Sở Tư pháp báo cáo trước ngày 15 tháng 6.", text)
    edit(new, "- id: A.1", "- id: B.1")
    edit(new, "2021-06-15", "2021-06-20")
    edit(new, "lead: [stp]\n    schedule: before", "lead: [snv]\n    schedule: before")
    edit(new, "Sở Tư pháp theo dõi thường xuyên.", "Xây dựng cơ sở dữ liệu hộ tịch.")
    edit(
        new,
        "- id: A.2\n    clause: A.2\n    title: Theo dõi",
        "- id: C\n    clause: C\n    title: Xây dựng",
    )
    return str(old), str(new)


def test_a_plan_and_itself(cchc: Cchc) -> None:
    plan = str(packaged_plan())
    said = cchc("plan", "diff", plan, plan)
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("\n\nHai kế hoạch như nhau: 49 nhiệm vụ.\n")


def test_as_text(cchc: Cchc, pair: tuple[str, str]) -> None:
    said = cchc("plan", "diff", *pair)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Trước: Kế hoạch ke-hoach-cu (số: chưa có trong văn bản)"
    assert "Nhiệm vụ thêm (1)" in lines
    assert "C  Xây dựng thường xuyên" in lines
    assert "Nhiệm vụ bỏ (1)" in lines
    assert "A.1 thành B.1  Báo cáo tháng sáu" in lines
    assert "    Chủ trì: Sở Tư pháp thành Sở Nội vụ" in lines
    assert "    Thời gian: trước 15/6/2021 thành trước 20/6/2021" in lines
    assert any("ngày [“15” thành “20”] tháng" in line for line in lines)
    assert lines[-1] == (
        "Cộng: 0 nhiệm vụ không đổi, 1 thay đổi (trong đó 1 chuyển mục), 1 thêm, 1 bỏ."
    )


def test_as_json(cchc: Cchc, pair: tuple[str, str]) -> None:
    found = json.loads(cchc("plan", "diff", *pair, "--format", "json").out)
    assert (found["format"], found["empty"], found["same"]) == ("cchc/plan-diff/1", False, 0)
    assert [one["id"] for one in found["added"]] == ["C"]
    assert [one["id"] for one in found["gone"]] == ["A.2"]
    (changed,) = found["changed"]
    assert (changed["old_id"], changed["id"], changed["moved"]) == ("A.1", "B.1", True)
    fields = {one["name"]: one for one in changed["fields"]}
    assert (fields["lead"]["old"], fields["lead"]["new"]) == (["stp"], ["snv"])
    assert fields["schedule"]["new"] == [{"key": "2021-06-20", "due": "2021-06-19"}]


def test_as_markdown(cchc: Cchc, pair: tuple[str, str]) -> None:
    out = cchc("plan", "diff", *pair, "--format", "md").out
    assert out.startswith("# So sánh hai kế hoạch\n\n- Trước: ")
    assert "\n## Nhiệm vụ thay đổi (1)\n\n- A.1 thành B.1  Báo cáo tháng sáu\n  - " in out


def test_as_a_page_in_which_words_are_marked(
    cchc: Cchc, pair: tuple[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "so-sanh.html"
    assert cchc("plan", "diff", *pair, "--format", "html", "-o", str(file)) == (0, "", "")
    page = file.read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert "<del>15</del> <ins>20</ins>" in page
    assert "<ins>&lt;b&gt;báo cáo&lt;/b&gt;</ins>" in page
    assert "<del>Sở Tư pháp</del> <ins>Sở Nội vụ</ins>" in page
    assert outside_of(page) == ()


def test_versions_of_one_plan(cchc: Cchc, tmp_path: Path) -> None:
    plan = str(write_plan(tmp_path, "nam"))
    cchc("plan", "amend", plan, "--from", "2021-06-01", "--end", "A.2")
    said = cchc("plan", "diff", plan, "--on", "2021-06-01")
    assert ", như khi ban hành\n" in said.out
    assert ", theo sửa đổi đến 01/6/2021\n" in said.out
    assert "Nhiệm vụ bỏ (1)" in said.out
    assert "như nhau" in cchc("plan", "diff", plan, "--on", "2021-05-31").out


@pytest.mark.parametrize("more", [[], ["a.yaml", "--on", "2021-06-01"]])
def test_what_is_compared_has_to_be_said(more: list[str], cchc: Cchc) -> None:
    said = cchc("plan", "diff", str(packaged_plan()), *more)
    assert said.code == 2
    assert "So sánh cần hai kế hoạch" in said.err


def test_a_plan_that_is_not_there(cchc: Cchc) -> None:
    assert cchc("plan", "diff", str(packaged_plan()), "khong-co.yaml").code == 4


def test_what_the_plan_itself_says(cchc: Cchc, tmp_path: Path) -> None:
    old, new = write_plan(tmp_path, "cu"), write_plan(tmp_path, "moi")
    edit(new, "coordinator: snv", "coordinator: stp\nrecipients: [{name: Bộ Nội vụ}]")
    edit(new, "subject: cải cách hành chính", "subject: cải cách thủ tục hành chính")
    lines = cchc("plan", "diff", str(old), str(new)).out.splitlines()
    assert "Cơ quan đầu mối: Sở Nội vụ thành Sở Tư pháp" in lines
    assert "Chủ đề: cải cách [thêm “thủ tục”] hành chính" in lines
    assert "Nơi nhận: thêm 1, bỏ 0" in lines
    page = cchc("plan", "diff", str(old), str(new), "--format", "html").out
    assert "<th>Chủ đề</th><td>cải cách <ins>thủ tục</ins> hành chính</td>" in page
    assert "<li>Nơi nhận: thêm 1, bỏ 0</li>" in page
