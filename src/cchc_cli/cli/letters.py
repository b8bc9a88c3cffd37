"""A folder of letters: written one by one, each whole or not there; what is there is left alone.

A run that was stopped goes on where it ended: a file with the same content is not written again.
One that differs was worked on by somebody: it is kept, unless it is asked for anew; then the old
one stays beside it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from cchc_cli.atomic import whole
from cchc_cli.errors import OutputFault, TemplateFault

TEMPLATE = "word/letter.docx"
BEFORE = ".truoc"


class Fate(Enum):
    """What became of a file."""

    WRITTEN = "written"
    SAME = "same"
    KEPT = "kept"


class Put(NamedTuple):
    """A file, what became of it, and the bytes that stand in it now."""

    file: Path
    fate: Fate
    content: bytes


class Folder:
    """Where letters go; made if it is not there.

    Args:
        root: the folder.
        again: whether a file that differs is written anew, the old one kept beside it.

    Raises:
        OutputFault: if it cannot be made.
    """

    def __init__(self, root: Path, *, again: bool) -> None:
        self._root = root
        self._again = again
        with _said(root):
            root.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, content: bytes, *, derived: bool = False) -> Put:
        """Write a file, unless it is there.

        Args:
            name: its name in the folder.
            content: what has to stand in it.
            derived: whether it only repeats another file, so that it follows that one's changes.

        Raises:
            OutputFault: if it cannot be read or written; what stood there before still does.
        """
        file = self._root / name
        with _said(file):
            there = file.read_bytes() if file.exists() else None
            if there == content:
                return Put(file, Fate.SAME, content)
            if there is not None and not (self._again or derived):
                return Put(file, Fate.KEPT, there)
            if there is not None:
                _write(file.with_name(file.name + BEFORE), there)
            _write(file, content)
        return Put(file, Fate.WRITTEN, content)


def letter_template(folders: Sequence[Path]) -> Path:
    """The letters' template, of the first folder that has it.

    Raises:
        TemplateFault: if none has.
    """
    for folder in folders:
        if (folder / TEMPLATE).is_file():
            return folder / TEMPLATE
    places = ", ".join(str(folder) for folder in folders)
    raise TemplateFault("no_template", name=TEMPLATE, folders=places)


def _write(file: Path, content: bytes) -> None:
    with whole(file) as target:
        target.write(content)


@contextmanager
def _said(file: Path) -> Iterator[None]:
    """What the system refuses, as a fault that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputFault("cannot_write", file=file, errno=error.errno) from error
