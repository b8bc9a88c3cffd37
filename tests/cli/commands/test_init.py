"""``cchc init``: a new workspace."""

import tomllib
from pathlib import Path

import pytest

from cchc_cli.errors import LedgerFault
from cchc_cli.resources import packaged
from tests.cli.builders import Cchc


def test_a_new_workspace(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = cchc("init", "noi-vu")
    assert said == (
        0,
        "",
        "Đã tạo không gian làm việc tại noi-vu.\n"
        "Kế hoạch: plans/ (sửa danh bạ ở plans/agencies.yaml). Sổ ghi nhận: so_ghi_nhan.db.\n"
        'Bước tiếp: cchc record MÃ --agency "TÊN" --document "SỐ/KÝ HIỆU" …; xem: cchc status\n',
    )
    root = tmp_path / "noi-vu"
    settings = tomllib.loads((root / "cchc.toml").read_text("utf-8"))
    assert settings == {
        "format": "cchc-workspace/1", "ledger": "so_ghi_nhan.db", "evidence": "minh_chung",
        "name": "",
    }  # fmt: skip
    assert (root / "minh_chung").is_dir()
    assert (root / "so_ghi_nhan.db").is_file()
    plans = {path.name: path.read_bytes() for path in (root / "plans").iterdir()}
    assert plans == {path.name: path.read_bytes() for path in packaged("plans").iterdir()}
    monkeypatch.chdir(root)
    assert cchc("deadlines", "--today", "2021-06-10", "--format", "json").out.count(
        '"recorded": true'
    )


def test_here(cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cchc("init").code == 0
    assert (tmp_path / "cchc.toml").is_file()


def test_what_is_there_already_stays(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    own = tmp_path / "plans" / "agencies.yaml"
    own.write_text("# của tôi\n", encoding="utf-8")
    assert cchc("init", str(tmp_path)).code == 0
    assert own.read_text("utf-8") == "# của tôi\n"
    assert (tmp_path / "plans" / "2021.yaml").is_file()


def test_a_workspace_is_not_made_twice(cchc: Cchc, tmp_path: Path) -> None:
    cchc("init", str(tmp_path))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    said = cchc("init", str(tmp_path))
    assert said == (
        2, "", f"Lỗi: {tmp_path} đã là không gian làm việc; không thay đổi gì.\n",
    )  # fmt: skip
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_place_that_is_a_file(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    for place, reason in (
        ("tep", "một phần của đường dẫn không phải là thư mục"),
        ("tep/noi-vu", "một phần của đường dẫn không phải là thư mục"),
    ):
        said = cchc("init", str(tmp_path / place))
        assert (said.code, said.out) == (7, "")
        assert said.err.startswith(f"Lỗi: Không ghi được {tmp_path / place}: {reason}.")


def test_what_failed_on_the_way_can_be_tried_again(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise LedgerFault("ledger_on_network", file=path)

    with monkeypatch.context() as patch:
        patch.setattr("cchc_cli.cli.commands.init.create", refuse)
        assert cchc("init", str(tmp_path)).code == 8
    assert not (tmp_path / "cchc.toml").exists()
    assert cchc("init", str(tmp_path)).code == 0
