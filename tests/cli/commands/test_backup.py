"""``cchc backup``: all of a workspace in one file, read again before it counts."""

import json
import zipfile
from pathlib import Path

import pytest

from cchc_cli.backup.layout import Layout
from tests.backup.offices import busy_office, chain_of, evidence_file, record
from tests.cli.builders import Cchc
from tests.ledger.contents import done


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    """A workspace to stand in."""
    layout = busy_office(tmp_path / "phong")
    monkeypatch.chdir(layout.root)
    return layout


def test_everything_is_in_it(office: Layout, cchc: Cchc) -> None:
    (office.templates / "report").mkdir(parents=True)
    (office.templates / "report" / "city.md.j2").write_text("x", encoding="utf-8")
    said = cchc("backup", "-o", "a.zip")
    assert (said.code, said.out) == (0, "")
    own = chain_of(office)[-1][2]
    assert "Đã sao lưu vào a.zip: 4 mục ghi nhận, 8 tệp, " in said.err
    assert said.err.endswith(f"Đầu sổ: #4 {own}\n")
    with zipfile.ZipFile("a.zip") as archive:
        names, manifest = archive.namelist(), json.loads(archive.read("manifest.json"))
    file = evidence_file(office)
    assert names == [
        "so_ghi_nhan.db", "so_ghi_nhan.db.heads", "cchc.toml",
        f"minh_chung/{file.parent.name}/{file.name}", "plans/2021.yaml", "plans/agencies.yaml",
        "plans/calendar.yaml", "templates/report/city.md.j2", "manifest.json",
    ]  # fmt: skip
    assert (manifest["format"], manifest["entries"], manifest["head"]) == (
        "cchc-backup/1", 4, own,
    )  # fmt: skip
    assert [part["name"] for part in manifest["parts"]] == names[:-1]


def test_a_name_of_its_own_for_every_backup(office: Layout, cchc: Cchc) -> None:
    for _ in range(2):
        assert cchc("backup").code == 0
    first, second = sorted(office.root.glob("sao_luu_phong_*.zip"), key=lambda one: len(one.name))
    assert second.name == f"{first.stem}_2.zip"


def test_into_a_folder_from_elsewhere(office: Layout, cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    said = cchc("backup", "--workspace", str(office.root), "--output", str(tmp_path / "usb"))
    assert said.code == 0
    assert len(list((tmp_path / "usb").glob("sao_luu_phong_*.zip"))) == 1


def test_a_backup_of_something_unsound_says_so(office: Layout, cchc: Cchc) -> None:
    evidence_file(office).unlink()
    said = cchc("backup", "-o", "a.zip")
    assert said.code == 0
    assert said.err.splitlines()[-1].startswith("Lưu ý: sổ hoặc minh chứng đang không toàn vẹn")


@pytest.mark.parametrize("target", ["khong/co/a.zip", "phong-la-tep/a.zip"])
def test_a_place_that_cannot_be_written(office: Layout, cchc: Cchc, target: str) -> None:
    (office.root / "phong-la-tep").write_text("", encoding="utf-8")
    said = cchc("backup", "-o", target)
    assert (said.code, said.out) == (7, "")
    assert said.err.startswith(f"Lỗi: Không ghi được {target}: ")


def test_the_backup_before_stays_when_the_new_one_fails(
    office: Layout, cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cchc("backup", "-o", "a.zip").code == 0
    before = Path("a.zip").read_bytes()
    record(office, done("5/BC"))

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "writestr", interrupted)
    assert cchc("backup", "-o", "a.zip").code == 130
    assert Path("a.zip").read_bytes() == before
    assert not list(office.root.glob(".*"))
