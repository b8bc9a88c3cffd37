"""A report made anew over an old one: what people wrote is carried over, the old file stays beside.

Which library reads the old file is the view's business; here is only the order of things: read,
carry, keep the old one as ``FILE.truoc``, replace in one step.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cchc_cli import output
from cchc_cli.errors import OutputFault
from cchc_cli.views.wording import regenerating as said

BEFORE = ".truoc"


class Merged(NamedTuple):
    """What takes the place of an old file.

    Attributes:
        carried: how many places that people wrote in are in it again.
        kept: how many had no place any more and stand at its end.
    """

    content: bytes
    carried: int = 0
    kept: int = 0


Merge = Callable[[bytes, bytes], Merged]


def replaced(old: bytes, new: bytes) -> Merged:
    """The new file as it is, for a form that nobody writes in."""
    del old
    return Merged(new)


def put(target: Path, made: bytes, merge: Merge) -> Merged:
    """Write a file over what was there, carrying over what people wrote in it.

    Raises:
        OutputFault: if the old file cannot be understood, or anything cannot be written; what
            stood there before still does.
    """
    if not target.is_file():
        output.write_document(made, target)
        return Merged(made)
    try:
        old = target.read_bytes()
    except OSError as error:
        raise OutputFault("cannot_read_old", file=target, errno=error.errno) from error
    try:
        merged = merge(old, made) if old else Merged(made)
    except ValueError as error:
        raise OutputFault("old_not_understood", file=target) from error
    if merged.content != old:
        before = target.with_name(target.name + BEFORE)
        output.write_document(old, before)
        output.write_document(merged.content, target)
        _tell(merged, before)
    return merged


def _tell(merged: Merged, before: Path) -> None:
    parts = [
        said.CARRIED.format(number=merged.carried) if merged.carried else "",
        said.KEPT.format(number=merged.kept) if merged.kept else "",
        said.BEFORE.format(file=before),
    ]
    output.note("; ".join(filter(None, parts)))
