"""Where a ledger file may be: not on a network share, where SQLite's locks do not hold.

See https://www.sqlite.org/useovernet.html and the section on WAL in https://www.sqlite.org/wal.html.
"""

import os
import re
from pathlib import Path

NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre",
     "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "davfs", "fuse.davfs2", "ncpfs"}
)  # fmt: skip
DRIVE_REMOTE = 4  # winbase.h
_OCTAL = re.compile(r"\\([0-7]{3})")  # how mountinfo writes blanks


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether ``path`` lies on a network file system, as far as the system tells.

    Args:
        path: the file, which need not exist.
        mounts: the text of Linux' ``mountinfo``, read from the system by default.
    """
    where = path.resolve()
    if os.name == "nt":
        return _remote_drive(where)
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text("utf-8")
        except OSError:
            return False
    return _type_of(where, mounts) in NETWORK_TYPES


def _remote_drive(where: Path) -> bool:
    import ctypes

    if where.drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the attribute exists on Windows only
    return bool(kernel.GetDriveTypeW(f"{where.drive}\\") == DRIVE_REMOTE)


def _type_of(where: Path, mounts: str) -> str:
    """The file-system type of the longest mount point that holds ``where``."""
    best, kind = "", ""
    for line in mounts.splitlines():
        left, dash, right = line.partition(" - ")
        fields = left.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4])
        inside = where.is_relative_to(point)
        if inside and len(point) >= len(best):
            best, kind = point, right.split(" ", 1)[0]
    return kind
