"""The shelf: the plans of one folder, read from the cache as long as no byte of theirs changed.

The key of the cache is SHA-256 over the cache's own format number, the program's version and every
YAML file of the folder. It holds one index and one JSON file a plan, each written beside and
renamed; any trouble with it is a miss, and the plans are read from their files.
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
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import BadPlan, NotFound
from cchc_cli.plan.codec import decode, encode

CACHE_FORMAT = 1
# A file that says it is a registry or a calendar is no plan; any other may be a faulty one.
_OTHER_FORMAT = re.compile(rb"^format:\s*cchc-(?:agencies|calendar)/", re.MULTILINE)


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


class Shelf:
    """The plans of one folder.

    Args:
        folder: where the YAML files are.
        cache: where to keep what was built from them.

    Raises:
        NotFound: if the folder cannot be read.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        try:
            self._files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
            raw = {stem: path.read_bytes() for stem, path in self._files.items()}
        except OSError:
            raise NotFound("no_plans", folder=folder) from None
        if not raw:
            raise NotFound("no_plans", folder=folder)
        digest = hashlib.sha256(f"{CACHE_FORMAT} {__version__} {folder.resolve()}".encode())
        for stem, content in raw.items():
            digest.update(f"\0{stem}\0{len(content)}\0".encode() + content)
        self._cache = cache / digest.hexdigest()

    def entries(self) -> tuple[Entry, ...]:
        """Every plan of the folder, by its first day."""
        try:
            index = json.loads((self._cache / "index.json").read_text("utf-8"))
            return tuple(
                Entry(stem, ident, title, date.fromordinal(first), date.fromordinal(end), faulty)
                for stem, ident, title, first, end, faulty in index
            )
        except (OSError, ValueError, TypeError):
            return self._fill()

    def plan(self, stem: str) -> Plan:
        """The plan of that file.

        Raises:
            BadPlan: with the faults, if the file has errors.
        """
        try:
            plan = decode((self._cache / f"{stem}.json").read_text("utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            plan = None
        return plan if isinstance(plan, Plan) else self._read(stem)

    def _read(self, stem: str) -> Plan:
        from cchc_cli.plan.load import check_file

        checked = check_file(self._files[stem])
        if checked.plan is None:
            raise BadPlan("bad_plan", file=self._files[stem], faults=checked.faults)
        return checked.plan

    def _fill(self) -> tuple[Entry, ...]:
        """Read every plan of the folder and keep what was built."""
        from cchc_cli.plan.load import check_file

        entries: list[Entry] = []
        for stem, path in self._files.items():
            if _OTHER_FORMAT.search(path.read_bytes()):
                continue
            plan = check_file(path).plan
            if plan is None:
                entries.append(Entry(stem, stem, stem, date.min, date.min, faulty=True))
                continue
            validity = plan.validity
            entries.append(Entry(stem, plan.id, plan.short_title, validity.first, validity.end))
            _keep(self._cache / f"{stem}.json", encode(plan))
        entries.sort(key=lambda entry: entry.first)
        index = [
            (one.stem, one.id, one.title, one.first.toordinal(), one.end.toordinal(), one.faulty)
            for one in entries
        ]
        _keep(self._cache / "index.json", json.dumps(index))
        return tuple(entries)


def _keep(path: Path, text: str) -> None:
    """Write a cache file; a cache that cannot be written is done without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError:
        return


def cache_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where the cache is: ``CCHC_CACHE``, or the system's place for caches."""
    if chosen := environ.get("CCHC_CACHE"):
        return Path(chosen)
    for variable in ("LOCALAPPDATA", "XDG_CACHE_HOME"):
        if base := environ.get(variable):
            return Path(base) / "cchc"
    return home / ".cache" / "cchc"
