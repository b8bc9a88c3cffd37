"""Files that are whole or not there."""

import os
import stat
from pathlib import Path

import pytest

from cchc_cli.atomic import add_line, whole, write_whole


def test_a_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.md", "Sở\n")
    assert (tmp_path / "a.md").read_bytes() == "Sở\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("cũ và dài hơn nhiều", encoding="utf-8")
    write_whole(target, "mới")
    assert target.read_text("utf-8") == "mới"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_need_not_last_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    for durable in (False, True):
        with whole(tmp_path / "a", durable=durable) as file:
            file.write(b"1")
        assert (tmp_path / "a").read_bytes() == b"1"
        assert len(waited) == durable


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permission_of_the_old_file_is_kept(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("cũ", encoding="utf-8")
    target.chmod(mode)
    write_whole(target, "mới")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize("broken", ["replace", "chmod"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_text("cũ", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, broken, fail)
    with pytest.raises(OSError):  # noqa: PT011 - whatever the system says
        write_whole(target, "mới")
    assert target.read_text("utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interruption_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.md", "mới")
    assert list(tmp_path.iterdir()) == []


def test_text_that_is_not_utf8_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "a.md", "\udcff")
    assert list(tmp_path.iterdir()) == []


def test_a_link_keeps_pointing_to_its_file(tmp_path: Path) -> None:
    target = tmp_path / "that.md"
    target.write_text("cũ", encoding="utf-8")
    link = tmp_path / "lien_ket.md"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")
    write_whole(link, "mới")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "mới"


def test_a_file_that_is_filled_bit_by_bit(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")
    with whole(target) as file:
        file.write(b"ne")
        assert target.read_bytes() == b"old"
        file.write(b"w")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_not_filled_to_the_end_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TypeError), whole(tmp_path / "a.zip") as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert list(tmp_path.iterdir()) == []


def test_what_has_no_name_is_no_file() -> None:
    with pytest.raises(IsADirectoryError):
        write_whole(Path(), "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"m\xe1\xbb\x9bi\n"),
        (b"", b"m\xe1\xbb\x9bi\n"),
        (b"a\n", b"a\nm\xe1\xbb\x9bi\n"),
        (b"cut short", b"cut short\nm\xe1\xbb\x9bi\n"),
    ],
)
def test_a_line_is_added(before: bytes | None, after: bytes, tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    if before is not None:
        target.write_bytes(before)
    add_line(target, "mới")
    assert target.read_bytes() == after
