"""``cchc import``: only what goes on from here, and only whole."""

from pathlib import Path

import pytest

from cchc_cli.backup.layout import Layout
from tests.backup.offices import audited, busy_office, chain_of, open_office, record
from tests.cli.builders import Cchc
from tests.ledger.contents import done


@pytest.fixture
def source(tmp_path: Path) -> Layout:
    """A workspace with four entries."""
    return busy_office(tmp_path / "phong")


@pytest.fixture
def file(source: Layout, cchc: Cchc, tmp_path: Path) -> Path:
    """They, exported."""
    target = tmp_path / "so.jsonl"
    assert cchc("export", "--workspace", str(source.root), "-o", str(target)).code == 0
    return target


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    """An empty workspace to stand in."""
    layout = open_office(tmp_path / "khac")
    monkeypatch.chdir(layout.root)
    return layout


def test_export_import_export_is_the_same_file(
    source: Layout, file: Path, here: Layout, cchc: Cchc
) -> None:
    said = cchc("import", str(file))
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("Đã thêm 4 mục; đầu sổ nay là #4.\n")
    assert "chép thêm vào thư mục minh_chung," in said.err
    assert cchc("export").out == file.read_text("utf-8")
    assert chain_of(here) == chain_of(source)
    assert [one.kind for one in audited(here).findings] == ["evidence_missing"]


def test_only_what_is_new_comes_in(source: Layout, file: Path, here: Layout, cchc: Cchc) -> None:
    assert cchc("import", str(file)).code == 0
    assert cchc("import", str(file)) == (0, "", "Không có mục nào mới; sổ ở đây đã có đủ.\n")
    record(source, done("5/BC", agency="stp"))
    cchc("export", "--workspace", str(source.root), "-o", str(file))
    said = cchc("import", str(file), "--dry-run")
    assert (said.code, len(chain_of(here))) == (0, 4)
    assert said.err.startswith("Sẽ thêm 1 mục (chưa ghi gì).\n")
    assert cchc("import", str(file)).err.startswith("Đã thêm 1 mục; đầu sổ nay là #5.\n")
    assert chain_of(here) == chain_of(source)


def test_every_fault_by_its_line(file: Path, here: Layout, cchc: Cchc) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"2/BC-STP", b"9/BC-STP")
    lines[2] = b"{}\n"
    file.write_bytes(b"".join(lines))
    for more in ([], ["--dry-run"]):
        said = cchc("import", str(file), *more)
        assert (said.code, said.out) == (8, "")
        assert said.err.splitlines() == [
            f"{file}:2: hash không khớp với previous và body",
            f"{file}:3: phải có đúng ba khóa previous, hash, body, đều là chữ",
            f"Lỗi: {file}: 2 dòng có lỗi; không ghi gì.",
        ]
    assert chain_of(here) == []


def test_a_ledger_that_parts_is_refused_with_where(file: Path, here: Layout, cchc: Cchc) -> None:
    record(here, done("khác", agency="stp"))
    before = chain_of(here)
    said = cchc("import", str(file))
    assert said.code == 8
    assert "khác nhau từ mục #1" in said.err
    assert chain_of(here) == before


def test_a_file_that_ends_before_this_ledger_is_refused(
    file: Path, here: Layout, cchc: Cchc
) -> None:
    assert cchc("import", str(file)).code == 0
    record(here, done("5/BC"))
    said = cchc("import", str(file))
    assert said.code == 8
    assert "dừng ở mục #4" in said.err


def test_a_file_that_cannot_be_read(here: Layout, cchc: Cchc) -> None:
    said = cchc("import", "khong-co.jsonl")
    assert (said.code, said.err) == (
        4, "Lỗi: Không đọc được khong-co.jsonl: không có thư mục hoặc tệp này.\n",
    )  # fmt: skip
    assert cchc("import", str(here.root)).code == 4


def test_an_empty_file_brings_nothing(here: Layout, cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "rong.jsonl").write_bytes(b"\n")
    assert cchc("import", str(tmp_path / "rong.jsonl")).err.startswith("Không có mục nào mới")
    del here
