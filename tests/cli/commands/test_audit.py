"""``cchc audit``: each kind of tampering with a real ledger is named."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cchc_cli.backup.layout import Layout
from cchc_cli.ledger.anchor import anchor_file, read_anchors
from tests.backup.offices import busy_office, chain_of, evidence_file, open_office, tamper
from tests.cli.builders import Cchc

SET = "UPDATE entries SET"
SWAP = [
    f"{SET} id = 99 WHERE id = 2", f"{SET} id = 2 WHERE id = 3", f"{SET} id = 3 WHERE id = 99",
]  # fmt: skip
CUT = ["DELETE FROM cancelled", "DELETE FROM entries WHERE id = 4"]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    """A workspace to stand in."""
    layout = busy_office(tmp_path / "phong")
    monkeypatch.chdir(layout.root)
    return layout


def test_a_sound_workspace(office: Layout, cchc: Cchc) -> None:
    said = cchc("audit")
    assert (said.code, said.err) == (0, "")
    own = chain_of(office)[-1][2]
    assert said.out.startswith(f"Số mục: 4\nĐầu sổ: #4 {own}\n")
    assert "Tệp minh chứng đã xem: 1\n" in said.out
    assert said.out.endswith("\nSổ toàn vẹn.\n")


def test_from_elsewhere_into_a_file(office: Layout, cchc: Cchc, tmp_path: Path) -> None:
    target = tmp_path / "kiem-tra.json"
    said = cchc(
        "audit", "--workspace", str(office.root), "--format", "json", "-o", str(target)
    )  # fmt: skip
    assert said == (0, "", "")
    data = json.loads(target.read_text("utf-8"))
    assert (data["format"], data["sound"], data["entries"]) == ("cchc/audit/1", True, 4)


@pytest.mark.parametrize(
    ("statements", "entry", "words"),
    [
        pytest.param(
            [f"{SET} body = replace(body, 'BC-STP', 'BC-SYT') WHERE id = 2"],
            "#2", "không khớp mã băm", id="edited",
        ),
        pytest.param(["DELETE FROM entries WHERE id = 3"], "#3", "đã bị xóa", id="deleted"),
        pytest.param(SWAP, "#2", "là của mục #3", id="reordered"),
        pytest.param(CUT, "#4", "phần cuối sổ bị cắt", id="cut off"),
        pytest.param([f"{SET} body = 'x' WHERE id = 2"], "#2", "không đọc được", id="unreadable"),
        pytest.param(
            [*(f"{SET} id = {one + 1} WHERE id = {one}" for one in (4, 3, 2)),
             "INSERT INTO entries SELECT 2, kind, plan, duty, agency, period, recorded, document,"
             " 'x', gist, body, hash FROM entries WHERE id = 1"],
            "#2 – #5", "là của mục #1 – #4", id="inserted",
        ),
        pytest.param(["DELETE FROM states"], "cả sổ", "bảng phụ", id="derived"),
        pytest.param([f"{SET} kind = 'none' WHERE id = 3"], "#3", "bảng phụ", id="a column"),
    ],
)  # fmt: skip
def test_tampering_is_named(
    office: Layout, cchc: Cchc, statements: list[str], entry: str, words: str
) -> None:
    with closing(sqlite3.connect(office.ledger)) as db, pytest.raises(sqlite3.Error):
        db.execute("UPDATE entries SET kind = 'none'")
    tamper(office, "PRAGMA foreign_keys = OFF", *statements)
    said = cchc("audit")
    assert (said.code, said.err) == (11, "")
    (line,) = (one for one in said.out.splitlines() if one.startswith(f"{entry}:") and words in one)
    assert line
    assert "SỔ KHÔNG TOÀN VẸN" in said.out
    assert "Việc cần làm:" in said.out


def test_a_ledger_that_was_exchanged_shows_by_its_heads(
    office: Layout, cchc: Cchc, tmp_path: Path
) -> None:
    other = open_office(tmp_path / "khac")
    other.ledger.replace(office.ledger)
    said = cchc("audit")
    assert said.code == 11
    assert "#4: mục này đã từng có" in said.out


@pytest.mark.parametrize("what", ["missing", "changed"])
def test_evidence_is_named_with_its_file(office: Layout, cchc: Cchc, what: str) -> None:
    file = evidence_file(office)
    if what == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[::-1])
    said = cchc("audit")
    assert said.code == 11
    assert f"(minh_chung/{file.parent.name}/{file.stem}" in said.out or (
        f"({file.parent.name}/{file.stem})" in said.out
    )
    assert "#1: " in said.out
    assert "“bien ban.txt”" in said.out


def test_notes_do_not_fail(office: Layout, cchc: Cchc) -> None:
    anchor_file(office.ledger).unlink()
    said = cchc("audit")
    assert (said.code, said.err) == (0, "")
    assert "#4: lưu ý: tệp đầu sổ" in said.out
    assert [one.number for one in read_anchors(office.ledger)] == [4]
    assert "lưu ý" not in cchc("audit").out


def test_tables_are_made_again(office: Layout, cchc: Cchc) -> None:
    chain = chain_of(office)
    tamper(office, "DELETE FROM states", "UPDATE acts SET received = 1")
    assert cchc("audit").code == 11
    said = cchc("audit", "--rebuild")
    assert (said.code, said.err) == (0, "Đã dựng lại các bảng phụ từ 4 mục.\n")
    assert cchc("audit").code == 0
    assert chain_of(office) == chain


def test_tables_are_not_made_of_entries_that_cannot_be_trusted(office: Layout, cchc: Cchc) -> None:
    tamper(office, f"{SET} body = 'x' WHERE id = 2")
    said = cchc("audit", "--rebuild")
    assert said.code == 11
    assert said.err == "Không dựng lại bảng phụ: các mục không còn đáng tin.\n"


def test_an_unsound_ledger_keeps_all_its_heads(office: Layout, cchc: Cchc) -> None:
    before = anchor_file(office.ledger).read_bytes()
    tamper(office, *CUT)
    cchc("audit")
    assert anchor_file(office.ledger).read_bytes() == before


def test_a_ledger_that_is_broken_or_gone(office: Layout, cchc: Cchc) -> None:
    office.ledger.write_bytes(b"hong" * 3000)
    said = cchc("audit")
    assert (said.code, said.out) == (8, "")
    assert "so_ghi_nhan.db không phải là sổ ghi nhận" in said.err
    office.ledger.unlink()
    said = cchc("audit")
    assert said.code == 8
    assert "cchc restore" in said.err


def test_without_a_workspace(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("audit", "backup", "export"):
        said = cchc(command)
        assert (said.code, said.out) == (4, "")
        assert "cchc init" in said.err
