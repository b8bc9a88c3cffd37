"""Files that are whole or not there: written beside, then renamed."""

import errno
import os
from pathlib import Path


def write_whole(target: Path, text: str) -> None:
    """Write a UTF-8 text file in one step; what stood there before stays until then.

    Raises:
        OSError: if it cannot be written; nothing is left behind.
    """
    if not target.name:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    target = target.resolve() if target.is_symlink() else target
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
