"""``cchc plan draft``: from a document to files that pass their check."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.cli import drafting
from cchc_cli.cli.drafting import draft_of, write_files
from cchc_cli.cli.session import today_or
from cchc_cli.errors import BadDocument, OutputFault
from cchc_cli.plan.load import check_file
from cchc_cli.resources import packaged
from tests.cli.builders import Cchc
from tests.cli.commands.drafted import LINES, document

KE_HOACH = """\
ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI
Số: 15/KH-UBND
Hà Nội, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
I. MỤC ĐÍCH
- Nâng cao chất lượng phục vụ người dân.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì, phối hợp với Sở Tư pháp tham mưu UBND Thành phố ban hành kế hoạch trước ngày 15/6/2026.
2. Hội Khuyến học
- Định kỳ hằng quý báo cáo kết quả về Sở Nội vụ.
"""
HOME = KE_HOACH.split("2. Hội", maxsplit=1)[0]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan that names a body that no registry holds."""
    path = tmp_path / "KE_HOACH.txt"
    path.write_text(KE_HOACH, "utf-8")
    return path


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of plans with its registry and calendar."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("agencies.yaml", "calendar.yaml"):
        (folder / name).write_bytes((packaged("plans") / name).read_bytes())
    return folder


def sound(target: Path) -> bool:
    """Whether a plan passes its check."""
    return check_file(target).sound


def test_a_draft_with_all_that_it_is_read_with(cchc: Cchc, source: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "2026.yaml"
    target.parent.mkdir()
    said = cchc("plan", "draft", str(source), "-o", str(target))
    assert (said.code, said.err) == (0, "")
    assert "Kế hoạch số 15/KH-UBND ngày 05/01/2026" in said.out
    assert "Hội Khuyến học" in said.out
    assert f"Đã ghi {target}\n" in said.out
    names = sorted(one.name for one in target.parent.iterdir())
    assert names == ["2026.yaml", "agencies.yaml", "calendar.yaml"]
    assert sound(target)
    assert sound(target.with_name("agencies.yaml"))
    text = target.read_text("utf-8")
    assert "schedule: before 2026-06-15" in text
    assert "# xem lại:" in text


def test_the_registry_that_is_there_is_not_touched(cchc: Cchc, source: Path, plans: Path) -> None:
    before = {one.name: one.read_bytes() for one in plans.iterdir()}
    target = plans / "2026.yaml"
    assert cchc("plan", "draft", str(source), "-o", str(target)).code == 0
    after = {one.name: one.read_bytes() for one in plans.iterdir()}
    assert set(after) - set(before) == {"2026.yaml", "2026-agencies.yaml"}
    assert {name: after[name] for name in before} == before
    assert b"registry: 2026-agencies.yaml\n" in after["2026.yaml"]
    assert sound(target)


def test_a_document_that_names_known_agencies_only(cchc: Cchc, source: Path, plans: Path) -> None:
    source.write_text(HOME, "utf-8")
    (plans / "plan.schema.json").write_text("{}")
    target = plans / "2026.yaml"
    assert cchc("plan", "draft", str(source), "-o", str(target)).code == 0
    assert not (plans / "2026-agencies.yaml").exists()
    text = target.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=plan.schema.json\n")
    assert "registry: agencies.yaml\n" in text
    assert sound(target)


def test_a_registry_that_is_named(cchc: Cchc, source: Path, plans: Path, tmp_path: Path) -> None:
    source.write_text(HOME, "utf-8")
    target = tmp_path / "2026.yaml"
    registry = str(plans / "agencies.yaml")
    assert cchc("plan", "draft", str(source), "-o", str(target), "--registry", registry).code == 0
    assert (tmp_path / "agencies.yaml").is_file()
    assert sound(target)


def test_without_any_registry(
    cchc: Cchc, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_PLANS", str(tmp_path / "none"))
    target = tmp_path / "2026.yaml"
    assert cchc("plan", "draft", str(source), "-o", str(target)).code == 0
    text = (tmp_path / "agencies.yaml").read_text("utf-8")
    assert "territory: thành phố Hà Nội\n" in text
    assert "name: Sở Nội vụ\n" in text
    assert not (tmp_path / "calendar.yaml").exists()


def test_only_looking(cchc: Cchc, source: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    said = cchc("plan", "draft", str(source))
    assert said.code == 0
    assert "Chưa ghi gì" in said.out
    assert sorted(tmp_path.iterdir()) == before


def test_the_summary_as_json(cchc: Cchc, source: Path, tmp_path: Path) -> None:
    target = tmp_path / "2026.yaml"
    said = cchc("plan", "draft", str(source), "-o", str(target), "--format", "json")
    found = json.loads(said.out)
    assert found["format"] == "cchc/plan-draft/1"
    assert found["written"][0] == str(target)
    assert found["counts"]["duties"] == len(found["duties"]) > 0


def test_nothing_is_overwritten_unless_it_is_asked_for(
    cchc: Cchc, source: Path, plans: Path
) -> None:
    target = plans / "2026.yaml"
    target.write_text("của tôi\n", "utf-8")
    said = cchc("plan", "draft", str(source), "-o", str(target))
    assert (said.code, said.out) == (7, "")
    assert f"{target} đã có" in said.err
    assert target.read_text("utf-8") == "của tôi\n"
    assert not (plans / "2026-agencies.yaml").exists()
    assert cchc("plan", "draft", str(source), "-o", str(target), "--force").code == 0
    assert sound(target)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("none.docx", 12, "Không đọc được none.docx: không có thư mục hoặc tệp này."),
        ("KE_HOACH.txt -o 2026.txt", 2, "phải kết thúc bằng .yaml"),
        ("KE_HOACH.txt --registry none.yaml", 3, "none.yaml có lỗi"),
        ("empty.txt", 12, "empty.txt không có chữ nào."),
        ("KE_HOACH.txt -o none/2026.yaml", 7, "Không ghi được"),
    ],
)
def test_what_cannot_be_done(  # noqa: PLR0917 - three of them are fixtures
    cchc: Cchc, source: Path, monkeypatch: pytest.MonkeyPatch, line: str, code: int, words: str
) -> None:
    monkeypatch.chdir(source.parent)
    Path("empty.txt").touch()
    before = sorted(Path().iterdir())
    said = cchc("plan", "draft", *line.split())
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize("bound", ["MAX_BYTES", "MOST_DUTIES"])
def test_more_than_a_plan_can_hold(
    cchc: Cchc, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(drafting, bound, 1)
    target = tmp_path / "2026.yaml"
    said = cchc("plan", "draft", str(source), "-o", str(target))
    assert said.code == 12
    assert "dài quá mức đọc được" in said.err
    assert not target.exists()


def test_files_that_were_new_are_taken_back(tmp_path: Path) -> None:
    there, new, last = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "none" / "c.yaml"
    there.write_text("cũ", "utf-8")
    with pytest.raises(OutputFault):
        write_files({there: "mới", new: "mới", last: "mới"}, force=True)
    assert there.read_text("utf-8") == "mới"
    assert [one.name for one in tmp_path.iterdir()] == ["a.yaml"]


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(lines=st.lists(LINES, min_size=1, max_size=25), form=st.sampled_from(("txt", "docx")))
def test_whatever_a_document_says_its_draft_passes_the_check(
    tmp_path: Path, lines: list[str], form: str
) -> None:
    source = document(tmp_path, lines, form)
    target = tmp_path / "2026.yaml"
    try:
        made = draft_of(source, target, None, packaged("plans"), today_or(None))
    except BadDocument as error:
        assert error.code == "document_empty"  # noqa: PT017 - what else is refused is a fault
        return
    write_files(made.files, force=True)
    faults = [one for one in check_file(target).faults if one.severity == "error"]
    assert faults == []
    for name in ("agencies.yaml", "calendar.yaml"):
        (tmp_path / name).unlink(missing_ok=True)
