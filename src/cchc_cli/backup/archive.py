"""The backup file: a zip archive that is whole or not there, and trusted in nothing when read.

Its manifest stands in it as its last member. Sizes are those of the manifest to the byte, so that
a small archive cannot unfold to a large one that it does not admit to.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cchc_cli.atomic import whole
from cchc_cli.backup.layout import EVIDENCE
from cchc_cli.backup.manifest import (
    NAME,
    Manifest,
    ManifestError,
    NewerManifestError,
    Part,
    manifest_text,
    read_manifest,
)
from cchc_cli.errors import LedgerFault, NotFound, OutputFault

BLOCK = 1 << 20
LARGEST_MANIFEST = 1 << 28
# An offset that lies beyond the file is an error of the system's to zipfile.
_BROKEN = (
    OSError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, RuntimeError,
    ValueError, zlib.error,
)  # fmt: skip


def pack(
    target: Path,
    files: Iterable[tuple[str, Path]],
    describe: Callable[[tuple[Part, ...]], Manifest],
) -> Manifest:
    """Write a backup of these files, read it again, and put it in its place.

    Args:
        target: the backup file; what stood there before stays until the new one is whole.
        files: the name and place of every part.
        describe: the manifest for the parts that were written.

    Raises:
        OutputFault: if it cannot be written, or if what was written is not what was read.
        NotFound: if a file cannot be read.
    """
    try:
        with whole(target) as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                parts = tuple(_add(archive, name, path) for name, path in files)
                manifest = describe(parts)
                archive.writestr(NAME, manifest_text(manifest))
            out.flush()
            _read_again(target, out)
    except OSError as error:
        raise OutputFault("cannot_write", file=target, errno=error.errno) from error
    return manifest


def _read_again(target: Path, out: BinaryIO) -> None:
    try:
        with zipfile.ZipFile(Path(out.name)) as archive:
            Archive(archive, target).check()
    except (LedgerFault, *_BROKEN) as error:
        raise OutputFault("backup_unreadable", file=target) from error


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> Part:
    # Evidence is mostly PDF and pictures, which do not get smaller.
    info = zipfile.ZipInfo(name)
    evidence = name.startswith(f"{EVIDENCE}/")
    info.compress_type = zipfile.ZIP_STORED if evidence else zipfile.ZIP_DEFLATED
    digest, size = hashlib.sha256(), 0
    try:
        source = path.open("rb")
    except OSError as error:
        raise NotFound("no_backup_part", file=path, errno=error.errno) from error
    with source, archive.open(info, "w", force_zip64=True) as out:
        while block := source.read(BLOCK):
            digest.update(block)
            size += len(block)
            out.write(block)
    return Part(name, size, digest.hexdigest())


@contextmanager
def opened(path: Path) -> Iterator["Archive"]:
    """A backup to read from; its manifest and its list of members are checked already.

    Raises:
        NotFound: if it cannot be read.
        LedgerFault: if it is no backup, a later one, or a damaged one.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise NotFound("no_backup_file", file=path, errno=error.errno) from error
    with file:
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise LedgerFault("not_a_backup", file=path) from error
        with archive:
            yield Archive(archive, path)


class Archive:
    """A backup that is open.

    Attributes:
        path: the file.
        manifest: what it says of itself.

    Raises:
        LedgerFault: if its manifest cannot be read, or its members are not those of the manifest.
    """

    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self.path = path
        self.manifest = self._manifest()
        self._compare()

    def check(self) -> None:
        """Read every part.

        Raises:
            LedgerFault: naming the first part that is not as the manifest says.
        """
        for part in self.manifest.parts:
            for _ in self._blocks(part):
                pass

    def take(self, wanted: Iterable[Part], place: Callable[[str], Path]) -> None:
        """Write parts to where ``place`` puts them; all of it must be new.

        Raises:
            LedgerFault: naming the first part that is not as the manifest says.
            OutputFault: if one cannot be written, or if there is no room for all.
        """
        for part in wanted:
            target = place(part.name)
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                with whole(target) as out:
                    out.writelines(self._blocks(part))
            except OSError as error:
                raise OutputFault("cannot_write", file=target, errno=error.errno) from error

    def require_room(self, folder: Path) -> None:
        """Refuse what would fill the disk.

        Raises:
            OutputFault: if all parts would not fit.
        """
        if self.manifest.size > shutil.disk_usage(folder).free:
            raise OutputFault("no_room", folder=folder, size=self.manifest.size // 1_000_000 + 1)

    def _manifest(self) -> Manifest:
        try:
            info = self._archive.getinfo(NAME)
            if info.file_size > LARGEST_MANIFEST:
                raise ManifestError
            with self._archive.open(info) as file:
                return read_manifest(file.read(LARGEST_MANIFEST))
        except NewerManifestError as error:
            raise LedgerFault("backup_newer", file=self.path) from error
        except (KeyError, ManifestError, *_BROKEN) as error:
            raise LedgerFault("not_a_backup", file=self.path) from error

    def _compare(self) -> None:
        """Hold the members against the manifest: the same names, once each, of the same size."""
        members = {info.filename: info.file_size for info in self._archive.infolist()}
        said = {part.name: part.size for part in self.manifest.parts}
        members.pop(NAME, None)
        if len(self._archive.infolist()) != len(said) + 1 or members != said:
            differing = sorted(set(members.items()) ^ set(said.items()))
            name = differing[0][0] if differing else NAME
            raise LedgerFault("backup_damaged", file=self.path, part=name)

    def _blocks(self, part: Part) -> Iterator[bytes]:
        digest, left = hashlib.sha256(), part.size
        try:
            # Gives no more than the size in the directory, which is that of the manifest.
            with self._archive.open(part.name) as file:
                while block := file.read(BLOCK):
                    digest.update(block)
                    left -= len(block)
                    yield block
        except _BROKEN as error:
            raise LedgerFault("backup_damaged", file=self.path, part=part.name) from error
        if left or digest.hexdigest() != part.sha256:
            raise LedgerFault("backup_damaged", file=self.path, part=part.name)
