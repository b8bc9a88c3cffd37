"""A folder of workbooks to be filled in: each whole or not there, and never written over.

A list in the folder holds the SHA-256 of everything that was made there. A file whose bytes are
on it was touched by nobody since, so it may be made anew; any other was filled in, and stays.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cchc_cli.atomic import add_line, whole
from cchc_cli.cli.letters import BEFORE
from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.names import bare
from cchc_cli.domain.periods import Period
from cchc_cli.errors import OutputFault

# As sha256sum writes it, so that sha256sum -c tells which were filled in.
LIST = "bieu-da-lap.sha256"
ENDING = ".xlsx"
LONGEST_NAME = 60
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Fate(Enum):
    """What became of a workbook."""

    WRITTEN = "written"
    RENEWED = "renewed"
    SAME = "same"
    KEPT = "kept"


class Put(NamedTuple):
    """A workbook's file and what became of it."""

    file: Path
    fate: Fate


def file_name(agency: Agency, period: Period) -> str:
    """``2021-h1_stp_so-tu-phap.xlsx``: plain letters that every system takes, no reserved name.

    The agency's id alone makes it unique; its name is for whoever attaches it to a mail.
    """
    name = _UNSAFE.sub("-", bare(agency.name))[:LONGEST_NAME].strip("-")
    return f"{period.key.replace('/', '-')}_{agency.id}_{name}".rstrip("_") + ENDING


class FormFolder:
    """Where the workbooks go; made if it is not there.

    Args:
        root: the folder.
        force: whether one that was filled in is made anew, the old one kept beside it.

    Raises:
        OutputFault: if it cannot be made, or its list not read.
    """

    def __init__(self, root: Path, *, force: bool) -> None:
        self._root = root
        self._force = force
        self._list = root / LIST
        with _said(root):
            root.mkdir(parents=True, exist_ok=True)
        with _said(self._list):
            listed = self._list.read_bytes() if self._list.exists() else b""
        # Whatever else stands in it matches no file.
        self._made = {line.split(b" ")[0].decode("latin-1") for line in listed.splitlines()}

    def put(self, name: str, content: bytes) -> Put:
        """Write a workbook unless it is there, or was filled in.

        Raises:
            OutputFault: if it cannot be read or written; what stood there before still does.
        """
        file = self._root / name
        with _said(file):
            there = file.read_bytes() if file.exists() else None
            if there == content:
                self._note(name, content)
                return Put(file, Fate.SAME)
            if filled := there and sha256(there).hexdigest() not in self._made:
                if not self._force:
                    return Put(file, Fate.KEPT)
                _write(_free(file), there, durable=True)
            self._note(name, content)
            _write(file, content, durable=False)
        return Put(file, Fate.RENEWED if there and not filled else Fate.WRITTEN)

    def _note(self, name: str, content: bytes) -> None:
        """Put bytes on the list before they are written: a stop in between leaves nothing wrong."""
        digest = sha256(content).hexdigest()
        if digest not in self._made:
            with _said(self._list):
                add_line(self._list, f"{digest}  {name}")
            self._made.add(digest)


def _free(file: Path) -> Path:
    """A name beside a file that nothing has yet."""
    beside, number = file.with_name(file.name + BEFORE), 1
    while beside.exists():
        number += 1
        beside = file.with_name(f"{file.name}{BEFORE}{number}")
    return beside


def _write(file: Path, content: bytes, *, durable: bool) -> None:
    """What was filled in is safe before anything takes its place; what can be made again need not.

    Waiting for the disk would cost more than making a workbook. One that a power failure emptied
    counts as not there.
    """
    with whole(file, durable=durable) as target:
        target.write(content)


@contextmanager
def _said(file: Path) -> Iterator[None]:
    """What the system refuses, as a fault that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputFault("cannot_write", file=file, errno=error.errno) from error
