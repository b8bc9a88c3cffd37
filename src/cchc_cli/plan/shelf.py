"""The shelf: the plans of one folder, read from the cache as long as no byte of theirs changed.

The key of the cache is SHA-256 over the cache's own format number, the program's version and every
YAML file of the folder. It holds one index and one JSON file a plan, each under its own checksum
and written beside and renamed; any trouble with it is a miss, and the plans are read from their
files.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli import __version__
from cchc_cli.atomic import write_whole
from cchc_cli.domain.amending import in_force
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import BadPlan, NotFound
from cchc_cli.plan.codec import decode, encode

CACHE_FORMAT = 3
ENDINGS = (".yaml", ".yml")
# A file that says it is of another kind is no plan; any other may be a faulty one.
_OTHER_FORMAT = re.compile(rb"^format:\s*[\"']?cchc-(?:agencies|calendar|amendment)/", re.MULTILINE)

# No file, a damaged one, or one of records that had other fields (between two versions).
_MISS = (OSError, ValueError, KeyError, TypeError)


class Entry(NamedTuple):
    """A plan on the shelf; ``faulty`` if its file cannot be used."""

    stem: str
    id: str
    title: str
    first: date
    end: date
    faulty: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the plan is valid on that day."""
        return self.first <= day < self.end


class _File(NamedTuple):
    path: Path
    content: bytes


class Shelf:
    """The plans of one folder.

    Args:
        folder: where the YAML files are.
        cache: where to keep what was built from them.

    Raises:
        NotFound: if the folder holds no YAML file.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self._files = _yaml_files(folder)
        if not self._files:
            raise NotFound("no_plans", folder=folder)
        digest = hashlib.sha256(_bytes(f"{CACHE_FORMAT} {__version__} {folder.resolve()}"))
        for path, content in self._files.values():
            digest.update(_bytes(f"\0{path.name}\0{len(content)}\0") + content)
        self._cache = cache / digest.hexdigest()

    def entries(self) -> tuple[Entry, ...]:
        """Every plan of the folder, by its first day."""
        try:
            index = json.loads(_kept(self._cache / "index"))
            return tuple(
                Entry(stem, ident, title, date.fromordinal(first), date.fromordinal(end), faulty)
                for stem, ident, title, first, end, faulty in index
            )
        except _MISS:
            return self._fill()

    def plan(self, name: str) -> Plan:
        """The plan of the file with that name, its ending left out if no other differs by it.

        Raises:
            NotFound: if there is no such file, or it is a registry or calendar.
            BadPlan: with the faults, if the file has errors.
        """
        found = {**self._files, **{one.path.name: one for one in self._files.values()}}.get(name)
        if found is None:
            known = ", ".join(f"{one.stem} ({one.title})" for one in self.entries())
            raise NotFound("no_plan", name=name, known=known)
        try:
            plan: Plan = decode(_kept(self._cache / f"{found.path.name}.plan"))
        except _MISS:
            return _read(found)
        return plan

    def path(self, stem: str) -> Path:
        """The file of an entry."""
        return self._files[stem].path

    def _fill(self) -> tuple[Entry, ...]:
        """Read every plan of the folder and keep what was built."""
        from cchc_cli.plan.load import check_file

        entries: list[Entry] = []
        for stem, (path, content) in self._files.items():
            if _OTHER_FORMAT.search(content):
                continue
            checked = check_file(path)
            plan = checked.plan
            if plan is None:
                # Sound and yet no plan: a registry or calendar that is written in another style.
                if not checked.sound:
                    entries.append(Entry(stem, stem, stem, date.min, date.min, faulty=True))
                continue
            span = in_force(plan, date.max).validity
            entries.append(Entry(stem, plan.id, plan.short_title, span.first, span.end))
            _keep(self._cache / f"{path.name}.plan", encode(plan))
        entries.sort(key=lambda entry: entry.first)
        index = [
            (one.stem, one.id, one.title, one.first.toordinal(), one.end.toordinal(), one.faulty)
            for one in entries
        ]
        _keep(self._cache / "index", json.dumps(index))
        return tuple(entries)


def _yaml_files(folder: Path) -> dict[str, _File]:
    """The YAML files of a folder by stem, by whole name where two share a stem."""
    found = [
        _File(path, content)
        for path in sorted(folder.glob("*"))
        if path.suffix.lower() in ENDINGS
        and not path.name.startswith(".")
        and (content := _content(path)) is not None
    ]
    stems = [one.path.stem for one in found]
    return {
        one.path.stem if stems.count(one.path.stem) == 1 else one.path.name: one for one in found
    }


def _content(path: Path) -> bytes | None:
    """The bytes of a file, none if it cannot be read (its check will say so); None for a folder."""
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return b""


def _read(file: _File) -> Plan:
    from cchc_cli.plan.load import check_file

    checked = check_file(file.path)
    if _OTHER_FORMAT.search(file.content) or (checked.plan is None and checked.sound):
        raise NotFound("not_a_plan", file=file.path)
    if checked.plan is None:
        raise BadPlan("bad_plan", file=file.path, faults=checked.faults)
    return checked.plan


def _keep(path: Path, text: str) -> None:
    """Write a cache file; a cache that cannot be written is done without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{_checksum(text)}\n{text}")
    except OSError:
        return


def _kept(path: Path) -> str:
    """The text of a cache file.

    Raises:
        OSError, ValueError: if it is not there, or not as it was written.
    """
    checksum, _, text = path.read_text("utf-8").partition("\n")
    if checksum != _checksum(text):
        raise ValueError("not what was written")
    return text


def _bytes(name: str) -> bytes:
    """The bytes of a file name, even one that is no valid text."""
    return name.encode(errors="surrogateescape")


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def cache_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where the cache is: ``CCHC_CACHE``, or the system's place for caches."""
    if chosen := environ.get("CCHC_CACHE"):
        return Path(chosen)
    for variable in ("LOCALAPPDATA", "XDG_CACHE_HOME"):
        if base := environ.get(variable):
            return Path(base) / "cchc"
    return home / ".cache" / "cchc"
