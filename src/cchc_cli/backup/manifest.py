"""The list of contents that a backup carries: every part with its size and SHA-256."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from cchc_cli.backup.layout import LEDGER, SETTINGS, is_part_name
from cchc_cli.ledger.protocol import Head

NAME = "manifest.json"
FORMAT = "cchc-backup/"
VERSION = 1
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Part(NamedTuple):
    """A file of the backup."""

    name: str
    size: int
    sha256: str


class Manifest(NamedTuple):
    """What a backup says of itself.

    Attributes:
        made: the day it was made.
        program: the version of the program that made it.
        workspace: the name of the folder it was made of.
        head: the end of the ledger's chain.
    """

    made: date
    program: str
    workspace: str
    head: Head
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """How much room all parts take."""
        return sum(part.size for part in self.parts)


class ManifestError(ValueError):
    """A text is no manifest, or names what must not be in a backup."""


class NewerManifestError(ManifestError):
    """A manifest of a later version."""


def manifest_text(manifest: Manifest) -> str:
    """The manifest as it stands in the backup."""
    data = {
        "format": f"{FORMAT}{VERSION}",
        "made": manifest.made.isoformat(),
        "program": manifest.program,
        "workspace": manifest.workspace,
        "entries": manifest.head.number,
        "head": manifest.head.hash,
        "parts": [part._asdict() for part in manifest.parts],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_manifest(text: bytes) -> Manifest:
    """The manifest of that text.

    Raises:
        ManifestError: if it is none, or if its parts could not all be put into one folder.
    """
    try:
        data: dict[str, Any] = json.loads(text.decode("utf-8"))
        kind, _, version = str(data["format"]).partition("/")
        if f"{kind}/" != FORMAT:
            raise ManifestError
        if int(version) > VERSION:
            raise NewerManifestError
        return Manifest(
            date.fromisoformat(data["made"]),
            str(data["program"]),
            str(data["workspace"]),
            Head(_count(data["entries"]), _hash(data["head"])),
            _distinct([_part(one) for one in data["parts"]]),
        )
    except ManifestError:
        raise
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ManifestError from error


def _part(data: dict[str, Any]) -> Part:
    name = data["name"]
    if not isinstance(name, str) or not is_part_name(name):
        raise ManifestError
    return Part(name, _count(data["size"]), _hash(data["sha256"]))


def _distinct(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts of which no two have one place, on systems that ignore letter case either."""
    names = {part.name.casefold() for part in parts}
    inside = {name.rpartition("/")[0] for name in names}
    if len(names) < len(parts) or not {LEDGER, SETTINGS} <= names or names & inside:
        raise ManifestError
    return tuple(parts)


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ManifestError
    return value


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise ManifestError
    return value
