"""What a workspace is to a backup: where its parts lie, and what its backup is called."""

from datetime import date
from pathlib import Path

from cchc_cli.backup.layout import Layout
from cchc_cli.cli.workspace import Workspace, find_workspace


def layout_of(workspace: Workspace) -> Layout:
    """Where a workspace keeps what belongs to a backup."""
    return Layout(
        workspace.root, workspace.ledger, workspace.evidence, workspace.plans, workspace.templates
    )


def layout_in(folder: Path) -> Layout:
    """The layout that the settings in a folder ask for.

    Raises:
        NotFound: if it has none.
        UsageFault: if they cannot be read.
    """
    workspace = find_workspace(folder, {}, folder)
    if workspace is None:
        raise AssertionError("a folder that is named is a workspace, or the call above raises")
    return layout_of(workspace)


def backup_target(chosen: Path | None, workspace: Workspace, today: date) -> Path:
    """Where a backup goes: the chosen file, or a new name in the chosen or the current folder."""
    if chosen is not None and not chosen.is_dir():
        return chosen
    stem = f"sao_luu_{workspace.root.resolve().name or 'cchc'}_{today.isoformat()}"
    folder = chosen or Path()
    target, number = folder / f"{stem}.zip", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}_{number}.zip"
    return target


def size_text(size: int) -> str:
    """How much room a file takes, in the unit that suits it."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
