"""Where a ledger may be, as Linux' mountinfo tells."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from cchc_cli.ledger import place
from cchc_cli.ledger.place import on_network

posix = pytest.mark.skipif(os.name != "posix", reason="paths of another kind")
MOUNTS = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
23 22 0:21 / /proc rw - proc proc rw
40 22 0:40 / /mnt/share rw,relatime shared:2 master:3 - nfs4 server:/export rw,vers=4.2
41 40 8:3 / /mnt/share/local rw - ext4 /dev/sdb1 rw
42 22 0:42 / /mnt/chia\040sẻ rw - cifs //server/chung rw
43 22 0:43 / /mnt/box rw - fuse.sshfs user@host: rw
44 22 0:44 / /mnt/usb rw - vfat /dev/sdc1 rw
45 22 0:45 / /over rw - ext4 /dev/sdd1 rw
46 22 0:46 / /over rw - 9p hostshare rw
a line that is none
50 22 - nfs
"""


@posix
@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/srv/ledger.sqlite", False),
        ("/mnt/share/ledger.sqlite", True),
        ("/mnt/share/a/b/c", True),
        ("/mnt/share", True),
        ("/mnt/shared/ledger.sqlite", False),
        # The longest mount point counts, …
        ("/mnt/share/local/ledger.sqlite", False),
        ("/mnt/chia sẻ/ledger.sqlite", True),
        ("/mnt/box/ledger.sqlite", True),
        ("/mnt/usb/ledger.sqlite", False),
        # … and of two at one place the last, which covers the other.
        ("/over/ledger.sqlite", True),
    ],
)
def test_the_mount_that_holds_a_path_decides(path: str, *, network: bool) -> None:
    assert on_network(Path(path), MOUNTS) is network


def test_without_mounts_nothing_is_known(tmp_path: Path) -> None:
    assert not on_network(tmp_path / "ledger.sqlite", "")


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "link").symlink_to(real)
    mounts = f"1 0 0:1 / / rw - ext4 a rw\n2 1 0:2 / {real.resolve()} rw - nfs b rw"
    assert on_network(tmp_path / "link" / "ledger.sqlite", mounts)


def test_the_system_itself_is_asked(tmp_path: Path) -> None:
    assert not on_network(tmp_path / "ledger.sqlite")


@posix
def test_a_system_that_does_not_tell_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert not on_network(tmp_path / "ledger.sqlite")


@pytest.mark.parametrize(("kind", "remote"), [(3, False), (4, True)])
def test_windows_is_asked_for_the_kind_of_drive(
    monkeypatch: pytest.MonkeyPatch, kind: int, *, remote: bool
) -> None:
    asked = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return kind

    kernel = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=drive_type))
    monkeypatch.setattr("ctypes.windll", kernel, raising=False)
    monkeypatch.setattr(place, "os", SimpleNamespace(name="nt"))
    where = SimpleNamespace(drive="Z:")
    path = SimpleNamespace(resolve=lambda: where)
    assert on_network(path) is remote  # type: ignore[arg-type]
    assert asked == ["Z:\\"]
    where.drive = r"\\server\chung"
    assert on_network(path)  # type: ignore[arg-type]
    assert len(asked) == 1
