"""What belongs to a backup, under which name, and where it lies in a workspace."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cchc_cli.ledger.anchor import anchor_file

SETTINGS = "cchc.toml"
LEDGER = "so_ghi_nhan.db"
HEADS = f"{LEDGER}.heads"
EVIDENCE, PLANS, TEMPLATES = "minh_chung", "plans", "templates"
FOLDERS = (EVIDENCE, PLANS, TEMPLATES)
DEEPEST = 12
# Names that Windows keeps for devices, whatever their ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')


class Layout(NamedTuple):
    """Where a workspace keeps what a backup holds; the names in the backup are always the same."""

    root: Path
    ledger: Path
    evidence: Path
    plans: Path
    templates: Path

    def path_of(self, name: str) -> Path:
        """Where the part of that name belongs."""
        top, _, rest = name.partition("/")
        if not rest:
            heads = anchor_file(self.ledger)
            return {LEDGER: self.ledger, HEADS: heads, SETTINGS: self.root / SETTINGS}[top]
        folders = {EVIDENCE: self.evidence, PLANS: self.plans, TEMPLATES: self.templates}
        return folders[top] / rest

    def files(self) -> Iterator[tuple[str, Path]]:
        """The name and place of every file but the ledger and its heads; hidden ones left out."""
        yield SETTINGS, self.root / SETTINGS
        for top in FOLDERS:
            folder = self.path_of(f"{top}/.")
            for path in sorted(folder.rglob("*")):
                inside = path.relative_to(folder)
                if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                    yield f"{top}/{inside.as_posix()}", path


def plain_layout(root: Path) -> Layout:
    """The layout of a folder in which everything has the name that it has in a backup."""
    return Layout(root, root / LEDGER, root / EVIDENCE, root / PLANS, root / TEMPLATES)


def is_part_name(name: str) -> bool:
    """Whether a name is that of a part: known, relative, and inside on every system."""
    if name in (SETTINGS, LEDGER, HEADS):
        return True
    path = PurePosixPath(name)
    return (
        path.as_posix() == name
        and 1 < len(path.parts) <= DEEPEST
        and path.parts[0] in FOLDERS
        and not _FORBIDDEN.search(name)
        and not any(_strange(part) for part in path.parts)
    )


def _strange(part: str) -> bool:
    hidden_or_trimmed = part.startswith(".") or part.endswith((" ", "."))
    return hidden_or_trimmed or _DEVICE.fullmatch(part) is not None
