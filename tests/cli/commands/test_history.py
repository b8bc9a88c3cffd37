"""``cchc history``: what was recorded, found by every choice."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.builders import Cchc
from tests.cli.workspaces import empty_workspace, example_workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with half a year of entries."""
    return str(example_workspace(tmp_path_factory.mktemp("so-noi-vu")))


@pytest.fixture
def found(cchc: Cchc, workspace: str) -> Any:
    """Run ``cchc history`` in the workspace and read its JSON."""

    def read(*options: str) -> list[dict[str, Any]]:
        said = cchc("history", *options, "--workspace", workspace, "--format", "json")
        assert (said.code, said.err) == (0, "")
        data = json.loads(said.out)
        assert data["format"] == "cchc/history/1"
        assert data["count"] == len(data["entries"])
        entries = data["entries"]
        assert isinstance(entries, list)
        return entries

    return read


def numbers(entries: list[dict[str, Any]]) -> list[int]:
    """The numbers of the entries."""
    return [one["id"] for one in entries]


def test_everything_newest_last(found: Any) -> None:
    assert numbers(found()) == list(range(1, 146))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--limit", "3"), [143, 144, 145]),
        (("--kind", "extension"), [86]),
        (("--kind", "gia hạn"), [86]),
        (("--kind", "correction"), [142]),
        (("--document", "55/ubnd"), [86]),
        (("--duty", "v.6.4b", "--agency", "Sở Tư pháp"), [86, 139]),
        (("--from", "2021-06-26", "--to", "27/6/2021"), [141, 142, 143]),
        (("--after-close",), [144, 145]),
        (("--period", "h1", "--kind", "close"), [143]),
        (("--period", "q2", "--duty", "V.1.2b"), [140]),
        (("--period", "w12", "--duty", "V.10.3b"), [1]),
        (("--actor", "ai-do"), []),
        (("--plan", "2021", "--limit", "1"), [145]),
    ],
)
def test_choices(options: tuple[str, ...], expected: list[int], found: Any) -> None:
    assert numbers(found(*options)) == expected


def test_whoever_took_part_is_found(found: Any) -> None:
    assert 140 in numbers(found("--agency", "Sở Thông tin và Truyền thông"))


def test_an_actor_is_found_by_login_and_by_name(found: Any) -> None:
    by_login, by_name = found("--actor", "minh.pv"), found("--actor", "Phạm Văn Minh")
    assert numbers(by_login) == numbers(by_name) != []


def test_what_became_of_an_entry(found: Any) -> None:
    entries = {one["id"]: one for one in found("--duty", "V.6.3a")}
    assert entries[83]["cancelled_by"] == 142
    assert entries[144]["late_for"] == 143


@pytest.mark.parametrize("form", ["table", "plain", "md", "csv"])
def test_every_form(form: str, cchc: Cchc, workspace: str) -> None:
    said = cchc("history", "--workspace", workspace, "--limit", "9", "--format", form)
    assert (said.code, said.err) == (0, "")
    assert ("145," if form == "csv" else "#145") in said.out
    assert "bổ sung" in said.out.casefold()
    if form == "table":
        assert max(map(len, said.out.splitlines())) <= 80


def test_nothing_recorded(cchc: Cchc, tmp_path: Path) -> None:
    said = cchc("history", "--workspace", str(empty_workspace(tmp_path)))
    assert (said.code, said.err) == (0, "")
    assert "Không có mục nào." in said.out


def test_in_a_file(cchc: Cchc, workspace: str, tmp_path: Path) -> None:
    file = tmp_path / "lich_su.json"
    options = ("--workspace", workspace, "--format", "json", "-o", str(file))
    assert cchc("history", *options) == (0, "", "")
    assert len(json.loads(file.read_text("utf-8"))["entries"]) == 145


def test_without_a_workspace_it_says_how_to_begin(cchc: Cchc) -> None:
    said = cchc("history")
    assert (said.code, said.out) == (4, "")
    assert "cchc init" in said.err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--from", "2021-06-02", "--to", "2021-06-01"), 2),
        (("--limit", "nhiều"), 2),
        (("--limit", "0"), 2),
        (("--limit", "-1"), 2),
        (("--kind", "khác"), 2),
        (("--duty", "V.99"), 4),
        (("--period", "h3"), 2),
    ],
)
def test_what_cannot_be_understood(
    options: tuple[str, ...], code: int, cchc: Cchc, workspace: str
) -> None:
    said = cchc("history", *options, "--workspace", workspace)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("Lỗi: ")
