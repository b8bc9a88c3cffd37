"""The backup file: whole or not there, and every damage found before anything is used."""

import errno
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.backup import archive as module
from cchc_cli.backup.archive import opened, pack
from cchc_cli.backup.layout import LEDGER, SETTINGS, plain_layout
from cchc_cli.backup.manifest import NAME, Manifest, Part
from cchc_cli.errors import CchcError, LedgerFault, NotFound, OutputFault
from cchc_cli.ledger.protocol import Head

CONTENTS = {LEDGER: b"so" * 5000, SETTINGS: b"format", "plans/a.yaml": "kế hoạch".encode()}


def described(parts: tuple[Part, ...]) -> Manifest:
    """A manifest of these parts."""
    return Manifest(date(2021, 6, 10), "0.1.0", "phong", Head(0, "0" * 64), parts)


def files(folder: Path) -> list[tuple[str, Path]]:
    """Files to pack."""
    for name, data in CONTENTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return [(name, folder / name) for name in CONTENTS]


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A backup."""
    pack(tmp_path / "a.zip", files(tmp_path / "nguon"), described)
    return tmp_path / "a.zip"


def read(path: Path, folder: Path) -> dict[str, bytes]:
    """All that a backup holds."""
    with opened(path) as archive:
        archive.check()
        archive.require_room(folder.parent)
        archive.take(archive.manifest.parts, plain_layout(folder).path_of)
    return {name: (folder / name).read_bytes() for name in CONTENTS}


def fault(path: Path) -> CchcError:
    """The error that reading ends with."""
    with pytest.raises(CchcError) as caught, opened(path) as archive:
        archive.check()
    return caught.value


def rewritten(path: Path, change: Callable[[dict[str, bytes]], object], **manifest: object) -> Path:
    """A backup with other members, its manifest changed too if told so."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[NAME] = json.dumps({**json.loads(members[NAME]), **manifest}).encode()
    change(members)
    other = path.with_name("b.zip")
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return other


def test_what_was_packed_comes_out(packed: Path, tmp_path: Path) -> None:
    assert read(packed, tmp_path) == CONTENTS
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [*CONTENTS, NAME]
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["a.zip", "cchc.toml", LEDGER]


def test_the_manifest_says_what_is_in_it(packed: Path) -> None:
    with opened(packed) as archive:
        sizes = {part.name: part.size for part in archive.manifest.parts}
    assert sizes == {name: len(data) for name, data in CONTENTS.items()}


def test_evidence_is_not_pressed_again(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a" * 1000)
    names = [LEDGER, SETTINGS, "minh_chung/ab/x.pdf"]
    pack(tmp_path / "a.zip", [(name, tmp_path / "x") for name in names], described)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.getinfo(names[2]).compress_size == 1000
        assert archive.getinfo(LEDGER).compress_size < 100


def test_a_file_that_is_gone_stops_the_backup(packed: Path, tmp_path: Path) -> None:
    before = packed.read_bytes()
    with pytest.raises(NotFound) as caught:
        pack(packed, [(LEDGER, tmp_path / "khong-co")], described)
    assert caught.value.code == "no_backup_part"
    assert packed.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("step", ["fsync", "writestr"])
def test_a_full_disk_keeps_the_backup_before(
    step: str, packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = packed.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    target: object = os if step == "fsync" else zipfile.ZipFile
    monkeypatch.setattr(target, step, full)
    with pytest.raises(OutputFault) as caught:
        pack(packed, files(tmp_path / "nguon"), described)
    assert (caught.value.code, caught.value.values["errno"]) == ("cannot_write", errno.ENOSPC)
    assert packed.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_backup_that_cannot_be_read_again_is_not_kept(tmp_path: Path) -> None:
    def wrong(parts: tuple[Part, ...]) -> Manifest:
        return described((*parts[:2], parts[2]._replace(sha256="0" * 64)))

    with pytest.raises(OutputFault) as caught:
        pack(tmp_path / "a.zip", files(tmp_path / "nguon"), wrong)
    assert caught.value.code == "backup_unreadable"
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".*"))


# Reading what others wrote.


def test_a_file_that_is_not_there_or_no_backup(tmp_path: Path) -> None:
    assert fault(tmp_path / "khong-co.zip").code == "no_backup_file"
    assert fault(tmp_path).code == "no_backup_file"
    (tmp_path / "chu.zip").write_text("chữ", encoding="utf-8")
    (tmp_path / "rong.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "khac.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    for name in ("chu", "rong", "khac"):
        assert fault(tmp_path / f"{name}.zip").code == "not_a_backup"


def test_a_manifest_of_a_later_program(packed: Path) -> None:
    other = rewritten(packed, lambda _: None, format="cchc-backup/2")
    assert fault(other).code == "backup_newer"


def test_a_manifest_that_is_huge(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_MANIFEST", 100)
    assert fault(packed).code == "not_a_backup"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda all_: all_.update({"plans/a.yaml": "Kế hoạch".encode()}), "plans/a.yaml"),
        (lambda all_: all_.update({"plans/a.yaml": b"ngan"}), "plans/a.yaml"),
        (lambda all_: all_.update({"plans/a.yaml": b"a" * 10_000_000}), "plans/a.yaml"),
        (lambda all_: all_.pop("plans/a.yaml"), "plans/a.yaml"),
        (lambda all_: all_.update({"plans/them.yaml": b""}), "plans/them.yaml"),
        (lambda all_: all_.update({"../ngoai": b"x"}), "../ngoai"),
    ],
)
def test_members_that_are_not_those_of_the_manifest(
    packed: Path, change: Callable[[dict[str, bytes]], object], part: str
) -> None:
    error = fault(rewritten(packed, change))
    assert (error.code, error.values["part"]) == ("backup_damaged", part)


def test_a_manifest_that_names_a_place_outside(packed: Path) -> None:
    def escape(members: dict[str, bytes]) -> None:
        members["../ngoai"] = members.pop("plans/a.yaml")
        members[NAME] = members[NAME].replace(b"plans/a.yaml", b"../ngoai")

    assert fault(rewritten(packed, escape)).code == "not_a_backup"


def test_a_member_that_stands_in_it_twice(packed: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("plans/a.yaml", CONTENTS["plans/a.yaml"])
    assert fault(packed).code == "backup_damaged"


def test_a_member_that_says_it_is_small_and_is_not(packed: Path) -> None:
    """A central directory whose sizes are forged: what is read never exceeds what was said."""
    size = len(CONTENTS["plans/a.yaml"])

    def bomb(members: dict[str, bytes]) -> None:
        members["plans/a.yaml"] = bytes(1_000_000)

    other = rewritten(packed, bomb)
    raw = bytearray(other.read_bytes())
    number = (1_000_000).to_bytes(4, "little")
    while (at := raw.find(number)) >= 0:
        raw[at : at + 4] = size.to_bytes(4, "little")
    other.write_bytes(raw)
    error = fault(other)
    assert (error.code, error.values.get("part")) == ("backup_damaged", "plans/a.yaml")


def test_any_byte_that_was_changed_is_found_or_does_no_harm(packed: Path, tmp_path: Path) -> None:
    good = packed.read_bytes()
    for at in range(0, len(good), 7):
        broken = bytearray(good)
        broken[at] ^= 0x5A
        other = tmp_path / "b.zip"
        other.write_bytes(broken)
        folder = tmp_path / "ra"
        with suppress(LedgerFault):
            assert read(other, folder) == CONTENTS, at
        shutil.rmtree(folder, ignore_errors=True)


def test_any_end_that_was_cut_off_is_found(packed: Path) -> None:
    good = packed.read_bytes()
    for left in range(0, len(good), 41):
        packed.write_bytes(good[:left])
        assert fault(packed).code == "not_a_backup"


def test_what_needs_more_room_than_there_is(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=100)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(OutputFault) as caught:
        read(packed, tmp_path / "ra")
    assert caught.value.code == "no_room"


def test_a_place_that_cannot_be_written(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("một tệp", encoding="utf-8")
    with pytest.raises(OutputFault) as caught, opened(packed) as archive:
        archive.take(archive.manifest.parts, plain_layout(tmp_path / "ra").path_of)
    assert caught.value.code == "cannot_write"
