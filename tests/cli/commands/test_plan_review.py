"""``cchc plan review``: who read what against the source, and what has to be read again."""

import json
from pathlib import Path

import pytest

from tests.cli.amending import CHANGED, MORE, edit, plan_and_source
from tests.cli.builders import Cchc
from tests.cli.office import Office


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan's file, in a folder that commands look into."""
    file, _ = plan_and_source(tmp_path)
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "lan.nt")
    return file


def source_of(plan: Path) -> str:
    """The document beside a plan."""
    return str(plan.with_suffix(".txt"))


def test_duties_that_agree_are_marked_with_comments_kept(cchc: Cchc, plan: Path) -> None:
    edit(plan, "coordinator: snv", "coordinator: snv # đầu mối")
    before = plan.read_text("utf-8")
    said = cchc("plan", "review", str(plan), "--source", source_of(plan), "--today", "2021-04-01")
    assert said == (
        0, f"Đã ghi rà soát 2 nhiệm vụ của lan.nt, ngày 01/4/2021, vào {plan}.\n", "",
    )  # fmt: skip
    after = plan.read_text("utf-8")
    assert after.startswith(before)
    assert after[len(before) :].startswith(
        "reviews:\n  - by: lan.nt\n    on: 2021-04-01\n    source: nho.txt\n"
        "    duties:\n      A.1: "
    )
    assert cchc("plan", "check", str(plan)).out.count("rà soát") == 0
    traced = cchc("plan", "trace", str(plan), "--source", source_of(plan))
    assert "Rà soát: 2 đã rà soát." in traced.out


def test_what_is_read_already_is_not_marked_again(cchc: Cchc, plan: Path) -> None:
    for _ in range(2):
        said = cchc("plan", "review", str(plan), "--by", "Nguyễn An", "--today", "2021-04-01")
    assert said.out == "Không còn nhiệm vụ nào phải rà soát.\n"
    assert plan.read_text("utf-8").count("Nguyễn An") == 1


def test_nothing_is_written_in_a_dry_run(cchc: Cchc, plan: Path) -> None:
    before = plan.read_bytes()
    said = cchc("plan", "review", str(plan), "--duty", "a.2", "--dry-run", "--today", "2021-04-01")
    assert said.out.splitlines() == [
        f"Sẽ ghi rà soát 1 nhiệm vụ của lan.nt, ngày 01/4/2021, vào {plan}:",
        "  A.2  Theo dõi thường xuyên",
    ]
    assert plan.read_bytes() == before


def test_what_does_not_agree_is_not_marked(cchc: Cchc, plan: Path) -> None:
    Path(source_of(plan)).write_text(CHANGED, encoding="utf-8")
    said = cchc("plan", "review", str(plan), "--source", source_of(plan))
    assert "Đã ghi rà soát 1 nhiệm vụ" in said.out
    assert "Không ghi 1 nhiệm vụ chưa khớp văn bản: A.1." in said.out


def test_a_changed_duty_is_told_wherever_a_user_looks(cchc: Cchc, plan: Path) -> None:
    cchc("plan", "review", str(plan), "--by", "Nguyễn An", "--today", "2021-04-01")
    edit(plan, "schedule: before 2021-06-15", "schedule: before 2021-06-25")
    checked = cchc("plan", "check", str(plan))
    assert checked.code == 0
    assert "A.1 đã đổi sau lần rà soát ngày 01/4/2021 của Nguyễn An: cần rà soát lại" in checked.out
    note = (
        "Cần rà soát, đã đổi sau lần đối chiếu với văn bản: "
        "A.1 (Báo cáo tháng sáu; kỳ đang mở: trước 25/6/2021)."
    )
    for typed in (["status"], ["deadlines"], ["status", "--by", "agency"]):
        assert note in " ".join(cchc(*typed, "--today", "2021-05-01").out.split())
    for command in ("status", "deadlines"):
        told = json.loads(cchc(command, "--today", "2021-05-01", "--format", "json").out)
        assert told["to_review"] == [{"duty": "A.1", "periods": ["2021-06-25"]}]
    shown = cchc("duties", "show", "A.1", "--today", "2021-05-01")
    assert "Rà soát: cần rà soát: đã đổi sau lần rà soát của Nguyễn An, 01/4/2021" in shown.out
    assert "Rà soát: Nguyễn An, 01/4/2021" in cchc("duties", "show", "A.2").out
    traced = cchc("plan", "trace", str(plan), "--source", source_of(plan))
    assert "A.1: cần rà soát, đã đổi sau lần rà soát ngày 01/4/2021 của Nguyễn An." in traced.out
    assert "Rà soát: 1 cần rà soát, 1 đã rà soát." in traced.out
    again = cchc("plan", "review", str(plan), "--by", "Trần Bình", "--today", "2021-05-01")
    assert "Đã ghi rà soát 1 nhiệm vụ của Trần Bình" in again.out
    assert "Cần rà soát" not in cchc("status", "--today", "2021-05-02").out


def test_a_changed_clause_has_to_be_read_again(cchc: Cchc, plan: Path) -> None:
    cchc("plan", "review", str(plan), "--source", source_of(plan))
    text = CHANGED.replace("ngày 20 tháng 6", "ngày 15 tháng 6, kèm số liệu")
    Path(source_of(plan)).write_text(text, encoding="utf-8")
    traced = cchc("plan", "trace", str(plan), "--source", source_of(plan))
    assert "Rà soát: 1 cần rà soát, 1 đã rà soát." in traced.out


def test_a_clause_that_lays_nothing_on_anybody(cchc: Cchc, plan: Path) -> None:
    Path(source_of(plan)).write_text(MORE, encoding="utf-8")
    arguments = ["plan", "review", str(plan), "--source", source_of(plan), "--context", "ii.1.3"]
    would = cchc(*arguments, "--reason", "việc của Bộ", "--dry-run")
    assert would.out == f"Sẽ ghi vào {plan}: mục ii.1.3 không giao việc (việc của Bộ).\n"
    arguments[-1] = "II.1.3"
    assert cchc(*arguments, "--reason", "việc của Bộ").code == 0
    assert cchc(*arguments, "--reason", "việc của Bộ Tư pháp").code == 0
    assert plan.read_text("utf-8").count("clause: II.1.3") == 1
    traced = cchc("plan", "trace", str(plan), "--source", source_of(plan))
    assert "không giao việc: việc của Bộ Tư pháp" in traced.out
    Path(source_of(plan)).write_text(MORE.replace("dùng chung", "dùng riêng"), encoding="utf-8")
    traced = cchc("plan", "trace", str(plan), "--source", source_of(plan))
    assert "cần rà soát: việc của Bộ Tư pháp" in traced.out


def test_context_may_be_settled_without_the_source(cchc: Cchc, plan: Path) -> None:
    said = cchc("plan", "review", str(plan), "--context", "I", "--reason", "mục đích")
    assert said.code == 0
    assert "  - clause: I\n    reason: mục đích\n" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--context", "I"], 2, "--context và --reason đi cùng nhau"),
        (["--reason", "x"], 2, "--context và --reason đi cùng nhau"),
        (["--context", "I", "--reason", "x", "--duty", "A.1"], 2, "--context cùng với --duty"),
        (["--duty", "A.9"], 4, "Không có nhiệm vụ “A.9”"),
    ],
)
def test_what_does_not_go(
    arguments: list[str], code: int, words: str, cchc: Cchc, plan: Path
) -> None:
    before = plan.read_bytes()
    said = cchc("plan", "review", str(plan), *arguments)
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert plan.read_bytes() == before


def test_a_clause_that_the_source_does_not_have(cchc: Cchc, plan: Path) -> None:
    arguments = ["--source", source_of(plan), "--context", "II.9", "--reason", "x"]
    said = cchc("plan", "review", str(plan), *arguments)
    assert said.code == 4
    assert "Văn bản không có mục “II.9”. Gần nhất: II.1, II, " in said.err


def test_the_packaged_plan_is_not_written_into(cchc: Cchc) -> None:
    said = cchc("plan", "review", "--today", "2021-06-01")
    assert said.code == 4
    assert "đi kèm chương trình, không sửa được" in said.err


def test_in_a_workspace_its_own_plan_is_marked(office: Office) -> None:
    said = office("plan", "review", "--duty", "V.5", "--by", "Lan", "--today", "2021-06-01")
    assert "Đã ghi rà soát 1 nhiệm vụ của Lan, ngày 01/6/2021" in said.out
    assert "by: Lan" in (office.root / "plans" / "2021.yaml").read_text("utf-8")
