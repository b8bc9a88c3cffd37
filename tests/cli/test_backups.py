"""What a workspace is to a backup."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.cli.backups import backup_target, layout_in, layout_of, size_text
from cchc_cli.cli.workspace import Workspace
from cchc_cli.errors import NotFound
from tests.backup.offices import open_office

JUNE_10 = date(2021, 6, 10)


def test_a_workspace_s_places(tmp_path: Path) -> None:
    layout = open_office(tmp_path / "phong")
    assert layout == layout_of(
        Workspace(
            tmp_path / "phong",
            tmp_path / "phong" / "so_ghi_nhan.db",
            tmp_path / "phong" / "minh_chung",
        )
    )
    with pytest.raises(NotFound):
        layout_in(tmp_path)


def test_a_backup_never_takes_the_name_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    workspace = Workspace(tmp_path / "phòng cchc", tmp_path / "so.db", tmp_path)
    first = backup_target(None, workspace, JUNE_10)
    assert first == Path("sao_luu_phòng cchc_2021-06-10.zip")
    first.touch()
    assert backup_target(None, workspace, JUNE_10).name == "sao_luu_phòng cchc_2021-06-10_2.zip"
    (tmp_path / "o-usb").mkdir()
    assert backup_target(tmp_path / "o-usb", workspace, JUNE_10).parent == tmp_path / "o-usb"
    assert backup_target(Path("a.zip"), workspace, JUNE_10) == Path("a.zip")


@pytest.mark.parametrize(
    ("size", "text"), [(1, "1 KB"), (1001, "2 KB"), (999_000, "999 KB"), (1_250_000, "1,2 MB")]
)
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text
