"""The evidence folder: files kept under their SHA-256, written whole and never overwritten."""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Literal

from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.errors import NotFound, OutputFault

BLOCK = 1 << 20
LEFT_BEHIND_SECONDS = 3600.0


class EvidenceFolder:
    """A folder of evidence.

    A file lies under the first two digits of its hash, with its hash and its own ending as name:
    ``3f/3fa9….pdf``.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def describe(self, path: Path) -> EvidenceFile:
        """Name, hash and size of a file, without keeping it.

        Raises:
            NotFound: if it cannot be read.
        """
        digest, size = hashlib.sha256(), 0
        try:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    digest.update(block)
                    size += len(block)
        except OSError as error:
            raise NotFound("no_evidence_file", file=path, errno=error.errno) from error
        return EvidenceFile(path.name, digest.hexdigest(), size)

    def keep(self, path: Path, name: str | None = None) -> EvidenceFile:
        """Copy a file into the folder and describe it; one that is there already is left alone.

        Args:
            path: the file.
            name: what it is called from then on; by default as it is.

        Raises:
            NotFound: if the file cannot be read.
            OutputFault: if it cannot be copied; nothing half-written is left.
        """
        described = self.describe(path)
        described = described._replace(name=name or described.name)
        target = self.path_of(described)
        if target.is_file():
            return described
        beside = target.with_name(f".{target.name}.{os.getpid()}.new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as source, beside.open("wb") as copy:
                shutil.copyfileobj(source, copy, BLOCK)
                copy.flush()
                os.fsync(copy.fileno())
            _sweep(beside)
            if self.describe(beside).sha256 != described.sha256:
                raise OutputFault("evidence_changed", file=path)
            beside.replace(target)
            _make_lasting(target.parent)
        except OSError as error:
            raise OutputFault("cannot_keep", file=path, errno=error.errno) from error
        finally:
            with suppress(OSError):  # where nothing can be written, nothing is left
                beside.unlink(missing_ok=True)
        return described

    def look_at(self, file: EvidenceFile) -> Literal["whole", "missing", "changed"]:
        """What has become of a file that was kept; one that cannot be read is missing."""
        path = self.path_of(file)
        try:
            if path.stat().st_size != file.size:
                return "changed"
            return "whole" if self.describe(path).sha256 == file.sha256 else "changed"
        except (OSError, NotFound):
            return "missing"

    def path_of(self, file: EvidenceFile) -> Path:
        """Where a file lies."""
        ending = Path(file.name).suffix.lower()
        safe = ending if ending[1:].isalnum() else ""
        return self.root / file.sha256[:2] / f"{file.sha256}{safe}"


def _sweep(fresh: Path) -> None:
    """Remove what was left beside a fresh copy by processes that were killed long before."""
    before = fresh.stat().st_mtime - LEFT_BEHIND_SECONDS
    for other in fresh.parent.glob(".*.new"):
        with suppress(FileNotFoundError):
            if other.stat().st_mtime < before:
                other.unlink()


def _make_lasting(folder: Path) -> None:
    """Have the system write the folder itself, so that a new name in it survives a power cut."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
