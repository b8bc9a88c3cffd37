"""What has become of evidence that was kept."""

from pathlib import Path

import pytest

from cchc_cli.evidence import EvidenceFolder


@pytest.fixture
def folder(tmp_path: Path) -> EvidenceFolder:
    """An evidence folder."""
    return EvidenceFolder(tmp_path / "minh_chung")


def test_whole_changed_or_missing(folder: EvidenceFolder, tmp_path: Path) -> None:
    source = tmp_path / "báo cáo.PDF"
    source.write_bytes(b"noi dung")
    kept = folder.keep(source)
    path = folder.path_of(kept)
    assert folder.look_at(kept) == "whole"
    path.write_bytes(b"noi dunq")
    assert folder.look_at(kept) == "changed"
    path.write_bytes(b"noi")
    assert folder.look_at(kept) == "changed"
    path.unlink()
    assert folder.look_at(kept) == "missing"


def test_one_that_cannot_be_read_is_missing(
    folder: EvidenceFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"noi dung")
    kept = folder.keep(source)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert folder.look_at(kept) == "missing"
