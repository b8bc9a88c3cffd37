"""Files that are whole or not there: written beside, then renamed."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_whole(target: Path, text: str) -> None:
    """Write a UTF-8 text file in one step; what stood there before stays until then.

    Raises:
        OSError: if it cannot be written; nothing is left behind.
    """
    with whole(target) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def whole(target: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """A file to be filled that takes the place of ``target`` once the block ends well.

    Args:
        target: the file.
        durable: wait until it is on the disk; without, a power failure may leave it empty.

    Raises:
        OSError: if it cannot be written; nothing is left behind.
    """
    if not target.name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    target = target.resolve() if target.is_symlink() else target
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def add_line(target: Path, line: str) -> None:
    """Add a line to a text file by one short write, so that writers do not mix.

    A last line that was cut short by a power failure is ended first.

    Raises:
        OSError: if it cannot be written.
    """
    with target.open("ab+", buffering=0) as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - 1, 0))
        cut_short = end > 0 and file.read(1) != b"\n"
        file.write(f"{chr(10) if cut_short else ''}{line}\n".encode())
