"""``cchc restore``: what a backup holds comes back, or nothing changes."""

from pathlib import Path

import pytest

from cchc_cli.backup.layout import Layout
from cchc_cli.cli.backups import layout_in
from cchc_cli.ledger.anchor import write_heads
from cchc_cli.ledger.protocol import Head
from tests.backup.offices import (
    audited,
    busy_office,
    chain_of,
    contents,
    evidence_file,
    open_office,
    record,
    tamper,
)
from tests.cli.builders import Cchc
from tests.ledger.contents import done


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc) -> Layout:
    """A workspace to stand in; its backup lies beside it."""
    layout = busy_office(tmp_path / "phong")
    monkeypatch.chdir(layout.root)
    assert cchc("backup", "-o", "../a.zip").code == 0
    return layout


def test_backup_restore_audit(office: Layout, cchc: Cchc) -> None:
    said = cchc("restore", "../a.zip", "--to", "../moi")
    assert (said.code, said.out) == (0, "")
    assert said.err.splitlines() == [
        "Đã khôi phục vào thư mục mới ../moi.",
        "Sổ ghi nhận: 4 mục.",
        f"Đầu sổ: #4 {chain_of(office)[-1][2]}",
        "Kiểm tra lại: cchc audit",
    ]
    assert cchc("audit", "--workspace", "../moi").code == 0
    assert cchc("backup", "--workspace", "../moi", "-o", "../b.zip").code == 0
    assert cchc("restore", "../b.zip", "--to", "../nua").code == 0
    assert chain_of(layout_in(office.root.parent / "nua")) == chain_of(office)


def test_a_dry_run_says_what_it_would_do(office: Layout, cchc: Cchc) -> None:
    evidence_file(office).unlink()
    before = contents(office.root.parent)
    said = cchc("restore", "../a.zip", "--dry-run")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Bản sao lưu đã kiểm tra, đủ và đúng (ngày ")
    assert "Sổ ghi nhận: đã có đủ, không thay đổi.\n" in said.err
    assert said.err.endswith("Tệp đưa vào: 1.\n")
    assert contents(office.root.parent) == before


def test_a_newer_ledger_needs_force_and_is_kept(office: Layout, cchc: Cchc) -> None:
    record(office, done("5/BC"))
    plan = office.plans / "2021.yaml"
    plan.write_bytes(plan.read_bytes() + b"#\n")
    before = contents(office.root)
    said = cchc("restore", "../a.zip")
    assert (said.code, said.out) == (8, "")
    assert "mới hơn bản sao lưu (bản sao lưu dừng ở mục #4)" in said.err
    assert contents(office.root) == before
    said = cchc("restore", "../a.zip", "--force")
    assert said.code == 0
    assert "Sổ ghi nhận: thay sổ đang có bằng sổ 4 mục của bản sao lưu." in said.err
    assert "Tệp được thay: plans/2021.yaml." in said.err
    assert "Bản cũ được giữ ở " in said.err
    (aside,) = office.root.glob("truoc_khoi_phuc_*")
    assert len(chain_of(office._replace(ledger=aside / "so_ghi_nhan.db"))) == 5
    assert audited(office).findings == ()


def test_files_that_stay_are_named(office: Layout, cchc: Cchc) -> None:
    (office.plans / "2021.yaml").write_text("# mới\n", encoding="utf-8")
    said = cchc("restore", "../a.zip")
    assert said.code == 0
    assert "Giữ nguyên, khác với bản sao lưu: plans/2021.yaml." in said.err
    assert "--force" in said.err


def test_a_ledger_that_was_lost_with_later_entries(office: Layout, cchc: Cchc) -> None:
    office.ledger.unlink()
    write_heads(office.ledger, [Head(6, "a" * 64)])
    said = cchc("restore", "../a.zip")
    assert said.code == 0
    assert "sổ đã mất có đến mục #6, bản sao lưu chỉ có đến #4" in said.err
    assert cchc("audit").code == 0


def test_an_older_ledger_gets_what_it_lacks(office: Layout, cchc: Cchc) -> None:
    other = open_office(office.root.parent / "khac")
    said = cchc("restore", "../a.zip", "--to", "../khac")
    assert said.code == 0
    assert "Sổ ghi nhận: thêm 4 mục vào sổ đang có." in said.err
    assert chain_of(other) == chain_of(office)


def test_another_ledger_is_refused(office: Layout, cchc: Cchc) -> None:
    tamper(office, "UPDATE entries SET body = replace(body, 'BC-SNV', 'BC-SYT') WHERE id = 3")
    said = cchc("restore", "../a.zip")
    assert said.code == 8
    assert "khác bản sao lưu từ mục #3" in said.err


def test_what_the_audit_advises_helps(office: Layout, cchc: Cchc) -> None:
    chain = chain_of(office)
    tamper(office, "PRAGMA foreign_keys = OFF", "DELETE FROM entries WHERE id = 4")
    said = cchc("audit")
    assert said.code == 11
    assert "cchc restore TỆP --force" in said.out
    assert cchc("restore", "../a.zip").code == 8
    assert cchc("restore", "../a.zip", "--force").code == 0
    assert cchc("audit").code == 0
    assert chain_of(office) == chain


def test_a_damaged_backup_changes_nothing(office: Layout, cchc: Cchc) -> None:
    file = office.root.parent / "a.zip"
    data = bytearray(file.read_bytes())
    at = data.find(b"Bi\xc3\xaan b\xe1\xba\xa3n")
    data[at] ^= 1
    file.write_bytes(data)
    before = contents(office.root)
    said = cchc("restore", "../a.zip", "--force")
    assert (said.code, said.out) == (8, "")
    assert "đã hỏng: minh_chung/" in said.err
    assert contents(office.root) == before


def test_what_is_no_backup(office: Layout, cchc: Cchc) -> None:
    assert cchc("restore", "cchc.toml").code == 8
    said = cchc("restore", "khong-co.zip")
    assert said.code == 4
    assert said.err == (
        "Lỗi: Không đọc được bản sao lưu khong-co.zip: không có thư mục hoặc tệp này.\n"
    )
    del office


def test_where_to_must_be_said_without_a_workspace(
    office: Layout, cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.root.parent)
    said = cchc("restore", "a.zip")
    assert said.code == 4
    assert "--to" in said.err
