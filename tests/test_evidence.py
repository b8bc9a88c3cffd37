"""The evidence folder: files under their SHA-256, whole or not there, never overwritten."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli import evidence as module
from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.errors import CchcError, NotFound, OutputFault
from cchc_cli.evidence import EvidenceFolder

WORDS = "biên bản hội nghị\n".encode()
SHA = hashlib.sha256(WORDS).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> EvidenceFolder:
    """A folder that does not exist yet."""
    return EvidenceFolder(tmp_path / "minh-chung")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file to keep."""
    path = tmp_path / "Biên bản số 1.PDF"
    path.write_bytes(WORDS)
    return path


def kept(folder: EvidenceFolder) -> list[str]:
    """Every file of the folder."""
    return sorted(
        path.relative_to(folder.root).as_posix()
        for path in folder.root.rglob("*")
        if path.is_file()
    )


def fault(attempt: Callable[[], object]) -> CchcError:
    """The error that an attempt ends with."""
    with pytest.raises(CchcError) as caught:
        attempt()
    return caught.value


def test_a_file_is_described_without_keeping_it(folder: EvidenceFolder, paper: Path) -> None:
    assert folder.describe(paper) == EvidenceFile("Biên bản số 1.PDF", SHA, len(WORDS))
    assert not folder.root.exists()


def test_a_file_is_kept_under_its_hash_with_its_ending(folder: EvidenceFolder, paper: Path) -> None:
    file = folder.keep(paper)
    assert file == EvidenceFile("Biên bản số 1.PDF", SHA, len(WORDS))
    assert kept(folder) == [f"{SHA[:2]}/{SHA}.pdf"]
    assert folder.path_of(file).read_bytes() == WORDS
    assert paper.read_bytes() == WORDS
    assert folder.look_at(file) == "whole"


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a", ""), ("a.tar.gz", ".gz"), ("a.p df", ""), ("a.", ""), (".pdf", ""), ("a.p/../x", ""),
     ("a.DOCX", ".docx")],
)  # fmt: skip
def test_only_plain_endings_are_kept(folder: EvidenceFolder, name: str, ending: str) -> None:
    assert folder.path_of(EvidenceFile(name, SHA, 1)).name == f"{SHA}{ending}"


def test_what_is_there_is_left_alone(folder: EvidenceFolder, paper: Path) -> None:
    path = folder.path_of(folder.keep(paper))
    before = path.stat()
    other = paper.with_name("bản sao.pdf")
    shutil.copy(paper, other)
    assert folder.keep(other) == EvidenceFile("bản sao.pdf", SHA, len(WORDS))
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(kept(folder)) == 1


def test_a_large_file_is_read_in_blocks(
    folder: EvidenceFolder, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BLOCK", 3)
    assert folder.keep(paper).sha256 == SHA


def test_a_file_that_cannot_be_read(folder: EvidenceFolder, tmp_path: Path) -> None:
    for path in (tmp_path / "khong-co.pdf", tmp_path):
        error = fault(lambda path=path: folder.keep(path))  # type: ignore[misc]
        assert isinstance(error, NotFound)
        assert (error.code, error.values["file"]) == ("no_evidence_file", path)
    assert not folder.root.exists()


def test_a_folder_that_cannot_be_written(folder: EvidenceFolder, paper: Path) -> None:
    folder.root.write_text("a file stands here", encoding="utf-8")
    error = fault(lambda: folder.keep(paper))
    assert isinstance(error, OutputFault)
    assert error.code == "cannot_keep"


def test_a_disk_that_fills_up_leaves_nothing_half_written(
    folder: EvidenceFolder, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object, copy: object, __: int) -> None:
        copy.write(WORDS[:4])  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    error = fault(lambda: folder.keep(paper))
    assert (error.code, error.values["errno"]) == ("cannot_keep", 28)
    assert kept(folder) == []


def test_a_file_that_changes_while_it_is_copied(
    folder: EvidenceFolder, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(_: object, copy: object, __: int) -> None:
        copy.write(b"other words")  # type: ignore[attr-defined]

    monkeypatch.setattr(shutil, "copyfileobj", changed)
    assert fault(lambda: folder.keep(paper)).code == "evidence_changed"
    assert kept(folder) == []


def test_what_killed_processes_left_is_swept_after_a_while(
    folder: EvidenceFolder, paper: Path
) -> None:
    place = folder.root / SHA[:2]
    place.mkdir(parents=True)
    old, fresh = place / f".{SHA}.pdf.1.new", place / f".{SHA}.pdf.2.new"
    for path in (old, fresh):
        path.write_bytes(b"half")
    long_ago = time.time() - 2 * module.LEFT_BEHIND_SECONDS
    os.utime(old, (long_ago, long_ago))
    folder.keep(paper)
    assert kept(folder) == [f"{SHA[:2]}/{fresh.name}", f"{SHA[:2]}/{SHA}.pdf"]


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(WORDS + b"x"), "changed"),
        (lambda path: path.write_bytes(WORDS[::-1]), "changed"),
        (lambda path: path.write_bytes(b""), "changed"),
        (lambda path: shutil.rmtree(path.parent), "missing"),
    ],
)
def test_what_has_become_of_a_file(
    folder: EvidenceFolder, paper: Path, spoil: Callable[[Path], object], state: str
) -> None:
    file = folder.keep(paper)
    spoil(folder.path_of(file))
    assert folder.look_at(file) == state
