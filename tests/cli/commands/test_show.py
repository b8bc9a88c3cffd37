"""``cchc show``: all about one entry."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.builders import Cchc
from tests.cli.workspaces import example_workspace

DAY = ("--today", "2021-07-01")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workspace with half a year of entries."""
    return str(example_workspace(tmp_path_factory.mktemp("so-noi-vu")))


@pytest.mark.parametrize("typed", ["53", "#53", " 53 "])
def test_an_entry_with_its_evidence(typed: str, cchc: Cchc, workspace: str) -> None:
    said = cchc("show", typed, *DAY, "--workspace", workspace)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Mục #53: đã thực hiện\n")
    place = said.out.partition("minh_chung/")[2].split()[0]
    kept = Path(workspace, "minh_chung", place)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == kept.stem
    assert f"SHA-256 {kept.stem}" in said.out


def test_evidence_that_is_gone_is_said(cchc: Cchc, tmp_path: Path) -> None:
    folder = example_workspace(tmp_path / "so")
    for file in (folder / "minh_chung").rglob("*.txt"):
        file.unlink()
    said = cchc("show", "53", *DAY, "--workspace", str(folder))
    assert "không thấy trong thư mục minh chứng" in said.out
    data = json.loads(cchc("show", "53", "--workspace", str(folder), "--format", "json").out)
    assert [one["place"] for one in data["evidence"]] == [None]


def test_the_body_gives_the_hash(cchc: Cchc, workspace: str) -> None:
    said = cchc("show", "79", *DAY, "--workspace", workspace, "--format", "json")
    data = json.loads(said.out)
    assert data["format"] == "cchc/entry/1"
    hashed = f"{data['previous']}\n{data['body']}".encode()
    assert hashlib.sha256(hashed).hexdigest() == data["hash"]
    assert data["intact"] is True
    assert [one["id"] for one in data["about"]] == [141]
    assert [one["status"] for one in data["obligations"]] == ["returned"]


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_every_form(form: str, cchc: Cchc, workspace: str) -> None:
    said = cchc("show", "140", *DAY, "--workspace", workspace, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert "V.4.3, Văn phòng UBND Thành phố, quý II/2021: đã thực hiện đúng hạn" in said.out


def test_the_plan_is_that_of_the_entry_whatever_day_it_is(cchc: Cchc, workspace: str) -> None:
    said = cchc("show", "79", "--today", "2030-01-01", "--workspace", workspace)
    assert "Kế hoạch thông tin, tuyên truyền CCHC năm 2021" in said.out


@pytest.mark.parametrize(
    ("typed", "code"),
    [("0", 4), ("146", 4), ("x", 2), ("", 2), ("1.5", 2), ("²", 2), ("9" * 30, 2)],
)
def test_no_such_entry(typed: str, code: int, cchc: Cchc, workspace: str) -> None:
    said = cchc("show", typed, "--workspace", workspace)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith("Lỗi: ")


def test_without_a_workspace_it_says_how_to_begin(cchc: Cchc) -> None:
    said = cchc("show", "1")
    assert (said.code, said.out) == (4, "")
    assert "cchc init" in said.err
