"""``cchc agencies``: who there is, and changes that keep the file as the user wrote it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.builders import Cchc, packaged_plan
from tests.cli.office import Office

REGISTRY = packaged_plan().with_name("agencies.yaml")


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A registry of the user's own, beside a plan."""
    for name in ("2021.yaml", "calendar.yaml"):
        shutil.copy(packaged_plan().with_name(name), tmp_path)
    return Path(shutil.copy(REGISTRY, tmp_path))


def test_the_agencies_of_a_day(cchc: Cchc) -> None:
    said = cchc("agencies", "--on", "2021-06-01")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Cơ quan có trong danh bạ ngày 01/6/2021: 67.\n")
    assert "\nstttt " in said.out
    assert "\nsnnmt " not in said.out
    found = json.loads(cchc("agencies", "--on", "1/2/2026", "--format", "json").out)
    assert (found["format"], found["count"]) == ("cchc/agencies/1", 28)


def test_all_agencies_ever(cchc: Cchc) -> None:
    said = cchc("agencies", "--all", "--format", "csv")
    assert (said.code, len(said.out.splitlines())) == (0, 72)


@pytest.mark.parametrize("typed", ["so tttt", "Sở Thông tin và Truyền thông", "stttt", "STTTT"])
def test_one_agency_whenever_it_existed(cchc: Cchc, typed: str) -> None:
    said = cchc("agencies", "show", typed)
    assert said.code == 0
    assert said.out.startswith("Sở Thông tin và Truyền thông\nMã: stttt\n")
    assert "Sở Khoa học và Công nghệ, từ 01/3/2025, trừ các việc về báo chí" in said.out


def test_one_agency_for_programs(cchc: Cchc) -> None:
    found = json.loads(cchc("agencies", "show", "skhcn", "--format", "json").out)
    assert (found["format"], found["predecessors"]) == ("cchc/agency/1", ["stttt"])


def test_a_name_typed_with_other_marks_or_in_part(cchc: Cchc) -> None:
    said = cchc("agencies", "show", "Sở Nôi vụ", "--on", "2021-01-01")
    assert (said.code, said.out.splitlines()[0]) == (0, "Sở Nội vụ")
    assert said.err == "Hiểu “Sở Nôi vụ” là Sở Nội vụ (dấu viết khác).\n"
    said = cchc("agencies", "show", "quy hoach")
    assert said.err == "Hiểu “quy hoach” là Sở Quy hoạch - Kiến trúc.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "so gi do"), 4, "Không tìm thấy cơ quan nào tên “so gi do”."),
        (("show", " "), 2, "Tên để trống."),
        (("show", "sở"), 5, "có thể là"),
        (("show", "Các Sở, ban, ngành"), 2, "là tên một nhóm"),
        (("show", "snv", "--registry", "khong-co.yaml"), 4, "Không có tệp khong-co.yaml."),
        (("--on", "1/1/2021", "--all"), 2, "--all"),
        (("--all", "show", "snv"), 2, "--all"),
    ],
)
def test_what_cannot_be_shown(
    cchc: Cchc, arguments: tuple[str, ...], code: int, words: str
) -> None:
    said = cchc("agencies", *arguments)
    assert (said.code, said.out) == (code, "")
    assert words in said.err


def test_files_that_are_no_sound_registry(cchc: Cchc, registry: Path) -> None:
    said = cchc("agencies", "--registry", str(registry.with_name("2021.yaml")))
    assert (said.code, "không phải danh bạ" in said.err) == (3, True)
    registry.write_text(registry.read_text("utf-8").replace("kind: board", "kind: bord"), "utf-8")
    said = cchc("agencies", "--registry", str(registry))
    assert (said.code, "có phải “board”?" in said.err) == (3, True)


def test_a_dry_run_shows_the_difference_and_changes_nothing(cchc: Cchc, registry: Path) -> None:
    before = registry.read_bytes()
    said = cchc(
        "agencies", "rename", "Sở Du lịch", "Sở Du lịch và Lễ hội", "--on", "1/9/2021",
        "--id", "sdl-lh", "--symbol", "SDLLH", "--note", "thử", "--dry-run",
        "--registry", str(registry),
    )  # fmt: skip
    assert (said.code, registry.read_bytes()) == (0, before)
    added = [line[1:] for line in said.out.splitlines() if line.startswith("+ ")]
    assert added[:11] == [
        "    until: 2021-09-01", "    successors:", "      - agency: sdl-lh",
        "        on: 2021-09-01", "        note: thử", "  - id: sdl-lh",
        "    name: Sở Du lịch và Lễ hội", "    symbol: SDLLH", "    kind: department",
        "    superior: ubnd-tp", "    from: 2021-09-01",
    ]  # fmt: skip
    assert sum(line.startswith("-") for line in said.out.splitlines()) == 2
    assert "Nhóm thêm thành viên từ ngày đó: Các Sở, ban, ngành." in said.err
    assert said.err.endswith("Chưa sửa gì; bỏ --dry-run để ghi.\n")


def test_a_merger_into_a_new_agency(cchc: Cchc, registry: Path) -> None:
    comments = [line for line in registry.read_text("utf-8").splitlines() if "#" in line]
    said = cchc(
        "agencies", "merge", "Sở Du lịch", "Sở Văn hóa và Thể thao",
        "--into", "Sở Văn hóa, Thể thao và Du lịch", "--on", "2027-01-01",
        "--registry", str(registry),
    )  # fmt: skip
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(
        f"Đã sửa {registry}: Sở Du lịch thôi hoạt động từ 01/01/2027; Sở Văn hóa và Thể thao thôi "
        "hoạt động từ 01/01/2027; thêm Sở Văn hóa, Thể thao và Du lịch "
        "(so-van-hoa-the-thao-va-du-lich); Sở Văn hóa, Thể thao và Du lịch kế thừa.\n"
    )
    text = registry.read_text("utf-8")
    assert [line for line in text.splitlines() if "#" in line] == comments
    assert cchc("plan", "check", str(registry)).code == 0
    shown = cchc("agencies", "show", "Sở Văn hóa, Thể thao và Du lịch", "--registry", str(registry))
    assert "Kế thừa từ: Sở Văn hóa và Thể thao (đến trước 01/01/2027); Sở Du lịch" in shown.out


def test_a_merger_into_one_of_them(cchc: Cchc, registry: Path) -> None:
    said = cchc(
        "agencies", "merge", "sdl", "svhtt", "--into", "svhtt", "--on", "2027-01-01",
        "--registry", str(registry),
    )  # fmt: skip
    assert said.code == 0
    assert "Sở Du lịch thôi hoạt động từ 01/01/2027; Sở Văn hóa và Thể thao kế thừa." in said.err
    assert "Sở Văn hóa và Thể thao thôi" not in said.err


def test_a_split_tells_the_matters_apart(cchc: Cchc, registry: Path) -> None:
    said = cchc(
        "agencies", "split", "Sở Y tế", "--into", "Sở Nội vụ", "--into", "Sở Dược: dược, thuốc",
        "--on", "2027-01-01", "--registry", str(registry),
    )  # fmt: skip
    assert said.code == 0
    assert "thêm Sở Dược (so-duoc); Sở Dược kế thừa, các việc về dược, thuốc." in said.err
    assert "        matters: [dược, thuốc]\n" in registry.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("rename", "Ban Dân tộc", "Ban X", "--on", "2026-01-01"), 2,
         "Ban Dân tộc đã thôi hoạt động từ 01/3/2025 theo danh bạ."),
        (("rename", "Sở Y tế", "Sở Nội vụ", "--on", "2026-01-01"), 2, "Đã có cơ quan tên"),
        (("rename", "Sở Y tế", "Sở Nôi vu", "--on", "2026-01-01"), 5, "chỉ khác dấu so với Sở Nội"),
        (("rename", "Sở Y tế", " ", "--on", "2026-01-01"), 2, "Tên để trống."),
        (("rename", "Sở Y tế", "Sở X", "--on", "2026-01-01", "--id", "Sở X"), 2,
         "không dùng làm mã được"),
        (("rename", "sdttg", "Sở X", "--on", "2025-01-01"), 2, "chưa có trước ngày 01/01/2025."),
        (("rename", "Sở Y tế", "Sở X", "--on", "2026-01-01", "--id", "snv"), 3,
         "không qua được kiểm tra; chưa ghi gì."),
        (("merge", "svhtt", "--into", "svhtt", "--on", "2026-01-01"), 2,
         "Không có cơ quan nào khác"),
        (("merge", "syt", "--into", "bdt", "--on", "2026-01-01"), 2,
         "Ban Dân tộc không có vào ngày 01/01/2026."),
        (("merge", "syt", "--into", "snv", "--on", "2026-01-01", "--symbol", "X"), 2,
         "--symbol chỉ dùng cho cơ quan lập mới."),
        (("split", "syt", "--into", "snv", "--on", "2026-01-01"), 2, "ít nhất hai cơ quan nhận"),
        (("split", "syt", "--into", "snv", "--into", "syt", "--on", "2026-01-01"), 2,
         "không thể vừa thôi hoạt động vừa nhận việc"),
    ],
)  # fmt: skip
def test_changes_that_cannot_be(
    cchc: Cchc, registry: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = registry.read_bytes()
    said = cchc("agencies", *arguments, "--registry", str(registry))
    assert (said.code, said.out, registry.read_bytes()) == (code, "", before)
    assert words in said.err


def test_an_id_that_is_taken_gets_a_number(cchc: Cchc, registry: Path) -> None:
    text = registry.read_text("utf-8").replace("id: sqhkt\n", "id: so-moi\n")
    registry.write_text(text.replace("sqhkt", "so-moi"), "utf-8")
    said = cchc(
        "agencies", "rename", "Sở Y tế", "Sở Mới", "--on", "2027-01-01", "--dry-run",
        "--registry", str(registry),
    )  # fmt: skip
    assert "+  - id: so-moi-2\n" in said.out


def test_an_heir_of_a_name_that_several_share(cchc: Cchc, registry: Path) -> None:
    text = registry.read_text("utf-8")
    text = text.replace("    name: Sở Du lịch\n", "    name: Sở Một Hai\n")
    text = text.replace("    name: Sở Y tế\n", "    name: Sở Mười Hoa\n")
    registry.write_text(text, "utf-8")
    said = cchc(
        "agencies", "merge", "Sở Tư pháp", "--into", "smh", "--on", "2027-01-01",
        "--registry", str(registry),
    )  # fmt: skip
    assert (said.code, said.out) == (5, "")
    assert "“smh” có thể là 2 cơ quan:\n  Sở Một Hai (sdl)\n  Sở Mười Hoa (syt)\n" in said.err


def test_the_registry_of_the_program_is_only_looked_at(cchc: Cchc) -> None:
    change = ("agencies", "merge", "syt", "--into", "snv", "--on", "2027-01-01")
    said = cchc(*change)
    assert (said.code, "đi kèm chương trình" in said.err) == (2, True)
    assert cchc(*change, "--dry-run").code == 0


def test_running_plans_that_name_who_ends_are_pointed_out(cchc: Cchc, registry: Path) -> None:
    said = cchc(
        "agencies", "rename", "Sở Tư pháp", "Sở Pháp chế", "--on", "2021-09-01",
        "--registry", str(registry), "--dry-run",
    )  # fmt: skip
    assert "Kế hoạch hanoi-tuyen-truyen-2021 còn nêu “Sở Tư pháp” ở nhiệm vụ V.5: " in said.err


def test_entries_stay_under_the_old_name_and_are_found_under_both(office: Office) -> None:
    office.day = date(2021, 5, 24)
    office.record(
        "V.10.3b", "--agency", "Đài PTTH Hà Nội", "--period", "w20", "--day", "2021-05-20",
        "--without-evidence", "thử", "--figure", "chuyen-muc-thoi-luong=15",
    )  # fmt: skip
    renamed = office(
        "agencies", "rename", "Đài Phát thanh và Truyền hình Hà Nội", "Đài Hà Nội",
        "--on", "2021-09-01", "--id", "dai-hn",
    )  # fmt: skip
    # In the registry at hand it ends in 2026 already; the end has to be taken out to change it.
    assert renamed.code == 2
    file = office.root / "plans" / "agencies.yaml"
    text = file.read_text("utf-8")
    start = text.index("    until: 2026-01-30", text.index("- id: dai-ptth"))
    end = text.index("  - id: bao-hnm")
    file.write_text(text[:start] + text[end:], "utf-8")
    renamed = office(
        "agencies", "rename", "Đài Phát thanh và Truyền hình Hà Nội", "Đài Hà Nội",
        "--on", "2021-09-01", "--id", "dai-hn",
    )  # fmt: skip
    assert (renamed.code, "Sổ ghi nhận không đổi" in renamed.err) == (0, True)
    for name in ("Đài Hà Nội", "Đài Phát thanh và Truyền hình Hà Nội"):
        said = office("history", "--agency", name, "--format", "json")
        assert [one["agency"] for one in json.loads(said.out)["entries"]] == ["dai-ptth"]
    newest = office("history", "--agency", "Đài Hà Nội", "--limit", "1")
    assert "Kể cả mục ghi dưới tên cơ quan cũ: Đài Phát thanh và Truyền hình Hà Nội." in newest.err
    status = office("status", "--agency", "Đài Hà Nội", "--today", "2021-12-01")
    assert (
        "Kỳ kết thúc trước 01/9/2021 thuộc Đài Phát thanh và Truyền hình Hà Nội; xem bằng --agency"
    ) in status.err


def test_status_by_a_name_of_later_years(cchc: Cchc) -> None:
    said = cchc("status", "--agency", "Sở Dân tộc và Tôn giáo", "--today", "2021-06-10")
    assert (said.code, "Cơ quan: Ban Dân tộc" in said.out) == (0, True)
    assert "trong kế hoạch này là Ban Dân tộc." in said.err
