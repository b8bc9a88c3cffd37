"""``cchc plan amend``: an amendment beside a plan, and what every question then answers."""

import json
from pathlib import Path

import pytest

from tests.cli.amending import edit
from tests.cli.builders import Cchc, write_plan
from tests.cli.office import Office


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan's file, in a folder that commands look into."""
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path))
    return write_plan(tmp_path, "nam")


def test_an_amendment_is_written_beside_the_plan(cchc: Cchc, plan: Path) -> None:
    before = plan.read_text("utf-8")
    said = cchc(
        "plan", "amend", str(plan), "--from", "2021-06-01", "--document", "99/QĐ-UBND",
        "--signed", "25/5/2021", "--change", "a.2", "--extend", "A.1=30/6/2021", "--add", "A.3b",
        "--plan-to", "2022-03-31", "--title", "Điều chỉnh tiến độ",
    )  # fmt: skip
    file = plan.with_name("nam.sua-doi-1.yaml")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Đã ghi {file} và thêm vào {plan}.")
    assert plan.read_text("utf-8") == before.replace(
        "calendar: calendar.yaml\n", "calendar: calendar.yaml\namendments: [nam.sua-doi-1.yaml]\n"
    )
    text = file.read_text("utf-8")
    assert "title: Điều chỉnh tiến độ\n" in text
    assert "  number: 99/QĐ-UBND\n  date: 2021-05-25\n" in text
    assert "plan_to: 2022-03-31\n" in text
    assert "  # giữ nguyên nếu không ghi: clause, title\n  - duty: A.2\n" in text
    assert (
        "  # xem lại: ghi nhiệm vụ được bổ sung theo văn bản\n  - id: A.3b\n    clause: A.3\n"
        in text
    )
    checked = cchc("plan", "check", str(plan))
    assert checked.code == 0
    assert "không đổi gì so với nhiệm vụ A.2" in checked.out


def test_a_second_one_stands_after_the_first(cchc: Cchc, plan: Path) -> None:
    cchc("plan", "amend", str(plan), "--from", "2021-06-01", "--add", "A.3")
    edit(plan.with_name("nam.sua-doi-1.yaml"), "schedule: continuous", "schedule: every quarter")
    plan.with_name("nam.sua-doi-2.yaml").write_text("x: 1", encoding="utf-8")
    said = cchc(
        "plan", "amend", str(plan), "--from", "2021-07-01", "--change", "A.3",
        "--extend", "A.3@q3=2021-10-10",
    )  # fmt: skip
    assert said.code == 0
    assert "amendments: [nam.sua-doi-1.yaml, nam.sua-doi-3.yaml]\n" in plan.read_text("utf-8")
    text = plan.with_name("nam.sua-doi-3.yaml").read_text("utf-8")
    assert "    schedule: every quarter\n" in text
    assert "  - duty: A.3\n    period: q3\n    to: 2021-10-10\n" in text


def test_nothing_is_written_in_a_dry_run(cchc: Cchc, plan: Path) -> None:
    before = plan.read_bytes()
    said = cchc("plan", "amend", str(plan), "--from", "2021-06-01", "--end", "A.2", "--dry-run")
    assert said.out.endswith("end:\n  - duty: A.2\n")
    assert plan.read_bytes() == before
    assert not plan.with_name("nam.sua-doi-1.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--from", "2022-01-01"], 3, "nằm ngoài thời gian của kế hoạch"),
        (["--from", "2021-06-01", "--end", "A.9"], 4, "Không có nhiệm vụ “A.9”"),
        (["--from", "2021-06-01", "--extend", "A.1"], 2, "không phải là một gia hạn"),
        (["--from", "2021-06-01", "--extend", "A.1=2021-06-10"], 3, "không muộn hơn hạn cũ"),
        (["--from", "2021-06-01", "--extend", "A.2=2021-06-10"], 3, "không có ngày nào để gia hạn"),
        (["--from", "2021-06-01", "--add", "A.1"], 3, "A.1 đã có trong kế hoạch"),
        (["--from", "2021-06-01", "--add", "A 3"], 3, "viết không đúng dạng"),
    ],
)
def test_what_would_not_be_sound_is_not_written(
    arguments: list[str], code: int, words: str, cchc: Cchc, plan: Path
) -> None:
    before = plan.read_bytes()
    said = cchc("plan", "amend", str(plan), *arguments)
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert plan.read_bytes() == before
    assert list(plan.parent.glob("*.sua-doi-*")) == []


def test_the_packaged_plan_is_not_written_into(cchc: Cchc) -> None:
    said = cchc("plan", "amend", "--from", "2021-06-01")
    assert said.code == 4
    assert "đi kèm chương trình" in said.err


# Every question answers by the version in force on its day.


@pytest.fixture
def amended(cchc: Cchc, plan: Path) -> Path:
    """The plan: from 1 June A.1 is due on the 25th and borne by another, A.2 has ended."""
    cchc(
        "plan", "amend", str(plan), "--from", "2021-06-01", "--document", "99/QĐ-UBND",
        "--change", "A.1", "--end", "A.2",
    )  # fmt: skip
    file = plan.with_name("nam.sua-doi-1.yaml")
    edit(file, "2021-06-15", "2021-06-25")
    edit(file, "ngày 15 tháng 6", "ngày 25 tháng 6")
    edit(file, "lead: [stp]", "lead: [snv]")
    return plan


def answers(cchc: Cchc, *arguments: str) -> tuple[str, str]:
    """What a command says the day before and the day of the amendment."""
    before = cchc(*arguments, "--today", "2021-05-31")
    after = cchc(*arguments, "--today", "2021-06-01")
    assert (before.code, after.code) == (0, 0)
    return before.out, after.out


NOTE = "Đã tính các sửa đổi đến 01/6/2021: Quyết định 99/QĐ-UBND (từ 01/6/2021)."


def test_lists_of_duties(cchc: Cchc, amended: Path) -> None:
    del amended
    before, after = answers(cchc, "duties")
    assert ("2 nhiệm vụ." in before, "1 nhiệm vụ." in after) == (True, True)
    assert (NOTE in before, NOTE in after) == (False, True)
    assert "A.1" in cchc("duties", "--agency", "snv", "--today", "2021-06-01").out


def test_one_duty(cchc: Cchc, amended: Path) -> None:
    del amended
    before, after = answers(cchc, "duties", "show", "A.1")
    assert "Sửa đổi" not in before
    assert "Các kỳ: trước 25/6/2021" in after
    assert "Sửa đổi: từ 01/6/2021 theo Quyết định 99/QĐ-UBND" in after
    assert "Trước 01/6/2021: “Sở Tư pháp báo cáo trước ngày 15 tháng 6.”" in after
    _, ended = answers(cchc, "duties", "show", "A.2")
    assert "Sửa đổi: thôi thực hiện từ 01/6/2021 theo Quyết định 99/QĐ-UBND" in ended
    told = json.loads(
        cchc("duties", "show", "A.2", "--format", "json", "--today", "2021-06-01").out
    )
    assert (told["since"], told["until"]) == (None, "2021-06-01")


def test_deadlines_and_their_reasons(cchc: Cchc, amended: Path) -> None:
    del amended
    before, after = answers(cchc, "deadlines")
    assert ("trước 15/6/2021" in before, "trước 25/6/2021" in after) == (True, True)
    assert ("1 việc thường xuyên" in before, "thường xuyên" in after) == (True, False)
    _, why = answers(cchc, "deadlines", "--explain", "A.1")
    assert "Sửa đổi: từ 01/6/2021 theo Quyết định 99/QĐ-UBND" in why
    told = json.loads(cchc("deadlines", "--format", "json", "--today", "2021-06-01").out)
    assert told["amendments"] == [
        {"id": "ke-hoach-nam-sd-1", "from": "2021-06-01", "number": "99/QĐ-UBND"}
    ]


def test_status(cchc: Cchc, amended: Path) -> None:
    del amended
    before, after = answers(cchc, "status", "--by", "agency")
    assert ("Sở Tư pháp" in before, "Sở Tư pháp" in after) == (True, False)


def test_reports(cchc: Cchc, amended: Path) -> None:
    del amended
    before, after = answers(cchc, "report", "--period", "h1", "--kind", "city")
    assert ("Theo dõi thường xuyên" in before, "Theo dõi thường xuyên" in after) == (True, False)


def test_a_moved_deadline_is_told(cchc: Cchc, plan: Path) -> None:
    cchc("plan", "amend", str(plan), "--from", "2021-06-01", "--extend", "A.1=2021-06-30")
    _, after = answers(cchc, "duties", "show", "A.1")
    assert "Các kỳ: 30/6/2021" in after
    assert "Sửa đổi: gia hạn đến 30/6/2021 theo Quyết định" in after


def test_a_plan_that_is_prolonged_is_taken_on_its_new_days(cchc: Cchc, plan: Path) -> None:
    cchc("plan", "amend", str(plan), "--from", "2021-06-01", "--plan-to", "2022-06-30")
    said = cchc("deadlines", "--today", "2022-03-01")
    assert "đã kết thúc" not in said.out


# What is recorded.


@pytest.fixture
def kept(office: Office) -> Office:
    """An office whose plan is amended from 1 July."""
    office(
        "plan", "amend", "--from", "2021-07-01", "--document", "99/QĐ-UBND",
        "--change", "V.6.4c", "--end", "V.2.3", "--extend", "V.6.4b=2021-07-15",
    )  # fmt: skip
    file = office.root / "plans" / "2021.sua-doi-1.yaml"
    edit(file, "before 2021-12-15 for year", "before 2021-12-25 for year")
    return office


def test_what_was_recorded_stays_with_its_duty(kept: Office) -> None:
    kept.day = kept.day.replace(month=6, day=20)
    late = kept(
        "record", "V.6.4b", "--agency", "stp", "--document", "1/BC-STP", "--signed", "2021-06-18",
        "--received", "2021-06-18",
    )  # fmt: skip
    assert "trễ" in late.err
    before = kept.on("2021-06-30", "status", "--duty", "V.6.4b")
    after = kept.on("2021-07-01", "status", "--duty", "V.6.4b")
    assert "hạn trước 15/6/2021): 1/5 cơ quan đã báo cáo (trễ 1)" in before.out.replace("\n  ", " ")
    assert "hạn 15/7/2021): 1/5 cơ quan đã báo cáo;" in after.out.replace("\n  ", " ")
    assert "V.6.4b" in kept("show", "1").out


def test_nothing_more_is_recorded_for_a_duty_that_has_ended(kept: Office) -> None:
    arguments = ["V.2.3", "--agency", "stttt", "--without-evidence", "x"]
    kept.on("2021-06-20", "record", *arguments)
    kept.day = kept.day.replace(month=7, day=2)
    assert kept.refused(*arguments, "--key", "k2") == (
        4, "Nhiệm vụ V.2.3 đã thôi thực hiện từ 01/7/2021 theo văn bản sửa đổi, không còn kỳ nào.",
    )  # fmt: skip
    assert "V.2.3" in kept("history", "--duty", "V.2.3").out


def test_letters_go_by_the_version_of_their_day(kept: Office) -> None:
    june = kept.on("2021-06-30", "remind", "--duty", "V.6.4b", "--check")
    july = kept.on("2021-07-01", "remind", "--duty", "V.6.4b", "--check")
    assert (june.code, july.code) == (10, 0)


def test_reports_letters_and_templates_tell_what_to_read_again(kept: Office) -> None:
    note = "Cần rà soát, đã đổi sau lần đối chiếu với văn bản: V.6.4c"
    kept.on("2021-06-20", "plan", "review", "--duty", "V.6.4c", "--by", "Lan")
    report = ["report", "--period", "year", "--agency", "snv", "-o", "bc.md"]
    assert note not in kept.on("2021-06-20", *report).err
    assert note in kept.on("2021-07-02", *report).err
    assert note in kept("remind", "--check").err
    own = kept.root / "templates" / "report"
    own.mkdir(parents=True)
    (own / "extra.md.j2").write_text("Theo mục V.6.4 của Kế hoạch (không phải V.6.41)", "utf-8")
    said = kept("template", "lint", "report/extra.md.j2")
    assert "Mẫu report/extra.md.j2 cần rà soát: nhắc đến V.6.4c" in said.err
    (own / "extra.md.j2").write_text("Theo mục V.6.41, V.6.4.1 và X.V.6.4", "utf-8")
    assert "cần rà soát" not in kept("template", "lint", "report/extra.md.j2").err
