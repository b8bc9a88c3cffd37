"""``cchc plan roll``: next year's draft."""

import shutil
from pathlib import Path

import pytest

from tests.cli.builders import Cchc, packaged_plan, write_plan


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with the plan of 2021 and what it is read with."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("2021.yaml", "agencies.yaml", "calendar.yaml"):
        shutil.copy(packaged_plan().with_name(name), folder)
    return folder


def test_the_draft_passes_the_check_and_the_summary_goes_to_the_person(
    cchc: Cchc, plans: Path
) -> None:
    target = plans / "2026.yaml"
    said = cchc("plan", "roll", "2026", "--from", str(plans / "2021.yaml"), "-o", str(target))
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"Đã ghi {target}: kế hoạch năm 2026, 49 nhiệm vụ, 92 chỗ cần xem")
    assert said.err.endswith(f"rồi: cchc plan check {target}\n")
    checked = cchc("plan", "check", str(target))
    assert (checked.code, checked.out.splitlines()[-1]) == (0, "1 tệp: không có lỗi, 1 lưu ý.")


def test_without_a_target_the_draft_goes_to_standard_output(cchc: Cchc, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "2021")
    said = cchc("plan", "roll", "2022", "--from", str(file))
    assert said.code == 0
    assert "schedule: before 2022-06-15\n" in said.out
    assert said.err.startswith("Kế hoạch năm 2022: 2 nhiệm vụ, ")
    assert "plan check" not in said.err


def test_what_has_to_lie_beside_it_is_named(cchc: Cchc, plans: Path, tmp_path: Path) -> None:
    target = tmp_path / "khac" / "2026.yaml"
    target.parent.mkdir()
    said = cchc("plan", "roll", "2026", "--from", str(plans / "2021.yaml"), "-o", str(target))
    assert f"chép agencies.yaml, calendar.yaml vào cùng thư mục với {target}." in said.err


def test_a_file_is_not_overwritten_unless_it_may_be(cchc: Cchc, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "2021")
    arguments = ("plan", "roll", "2022", "--from", str(file), "-o", str(file))
    before = file.read_bytes()
    assert cchc(*arguments) == (
        7, "", f"Lỗi: {file} đã có; không ghi đè. Chọn tên khác với -o, hoặc thêm --force.\n"
    )  # fmt: skip
    assert file.read_bytes() == before
    assert cchc(*arguments, "--force").code == 0
    assert b"2022-06-15" in file.read_bytes()


@pytest.mark.parametrize(
    ("year", "code", "words"),
    [
        ("sang năm", 2, "“sang năm” không phải là năm. Viết bốn chữ số, ví dụ 2026."),
        ("22", 2, "“22” không phải là năm."),
        ("1000", 2, "1000"),
        ("2021", 2, "Kế hoạch đã là của năm 2021; hãy chọn năm khác."),
    ],
)
def test_years_that_cannot_be_taken(
    cchc: Cchc, tmp_path: Path, year: str, code: int, words: str
) -> None:
    said = cchc("plan", "roll", year, "--from", str(write_plan(tmp_path, "2021")))
    assert (said.code, said.out) == (code, "")
    assert words in said.err


def test_a_plan_of_two_years_may_not_leave_the_calendar(cchc: Cchc, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "hai-nam", "2021-07-01", "2022-06-30")
    said = cchc("plan", "roll", "2199", "--from", str(file))
    assert (said.code, "2199" in said.err) == (2, True)


def test_files_that_are_no_sound_plan(cchc: Cchc, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "2021")
    missing = tmp_path / "x.yaml"
    assert cchc("plan", "roll", "2022", "--from", str(missing)) == (
        4, "", f"Lỗi: Không có tệp {missing}.\n"
    )  # fmt: skip
    said = cchc("plan", "roll", "2022", "--from", str(tmp_path / "agencies.yaml"))
    assert (said.code, "không phải kế hoạch" in said.err) == (3, True)
    file.write_text(file.read_text("utf-8").replace("subject:", "subjekt:"), encoding="utf-8")
    said = cchc("plan", "roll", "2022", "--from", str(file))
    assert (said.code, "có phải “subject”?" in said.err) == (3, True)
