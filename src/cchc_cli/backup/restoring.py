"""Bringing a backup back: everything is checked beside the workspace before anything is put in."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from cchc_cli.backup.archive import Archive
from cchc_cli.backup.layout import HEADS, LEDGER, SETTINGS, Layout, plain_layout
from cchc_cli.backup.placing import UNUSABLE, Placing, Steps, plan_steps
from cchc_cli.domain.links import Link, links_in
from cchc_cli.errors import LedgerFault, OutputFault
from cchc_cli.ledger.anchor import anchor_file, read_anchors
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Head
from cchc_cli.ledger.sqlite import SqliteLedger

LedgerStep = Literal["put", "extend", "replace"]


class Restored(NamedTuple):
    """What a restore did, or would do.

    Attributes:
        head: the end of the ledger's chain in the backup.
        ledger: how the ledger came in; None where the whole folder is new.
        entries: how many entries came in.
        steps: what became of the other files; None where the whole folder is new.
        aside: the folder of what was replaced, if anything was.
        lost: the last entry of a ledger that is gone, if its heads go further than the backup.
    """

    head: Head
    ledger: LedgerStep | None
    entries: int
    steps: Steps | None = None
    aside: Path | None = None
    lost: int = 0


class Choices(NamedTuple):
    """How to restore.

    Attributes:
        day: for the name of the folder of what is replaced.
        force: put everything in as it was, whatever is there.
        dry: change nothing.
    """

    day: str
    force: bool = False
    dry: bool = False


def restore(
    archive: Archive, folder: Path, layout_of: Callable[[Path], Layout], choices: Choices
) -> Restored:
    """Bring a backup back into a folder, all of it or nothing.

    Args:
        archive: the backup.
        folder: a workspace, or a folder that need not exist.
        layout_of: the layout that a folder's settings ask for.
        choices: how.

    Raises:
        LedgerFault: if the backup is damaged, or if the ledger that is there is newer, another
            one, or unusable, and ``force`` is not set.
        OutputFault: if it cannot be written; then everything is as it was.
    """
    folder = folder.resolve()
    with _stage(folder, dry=choices.dry) as stage:
        archive.require_room(stage)
        staged = plain_layout(stage)
        archive.take(archive.manifest.parts, staged.path_of)
        _check_ledger(archive, staged.ledger, force=choices.force)
        if folder.exists():
            return _into(archive, staged, _live(folder, stage, layout_of), choices)
        _arrange(staged, _inside(stage, layout_of))
        head = archive.manifest.head
        if not choices.dry:
            _rename(stage, folder)
        return Restored(head, None, head.number)


@contextmanager
def _stage(folder: Path, *, dry: bool) -> Iterator[Path]:
    """A folder to unpack into, on the disk of the folder that is meant; gone at the end."""
    if dry:
        with tempfile.TemporaryDirectory(prefix="cchc-") as scratch:
            yield Path(scratch)
        return
    inside = folder.is_dir()
    name = f".khoi_phuc.{os.getpid()}" if inside else f".{folder.name}.{os.getpid()}.new"
    stage = folder / name if inside else folder.with_name(name)
    try:
        stage.mkdir(parents=True)
        yield stage
    except OSError as error:
        raise OutputFault("cannot_restore", file=folder, errno=error.errno) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _check_ledger(archive: Archive, staged: Path, *, force: bool) -> None:
    """Refuse a ledger that is not the one of the manifest, or whose chain is not whole."""
    try:
        with closing(SqliteLedger(staged)) as ledger:
            if ledger.head()[:2] != archive.manifest.head[:2]:
                raise LedgerFault("backup_damaged", file=archive.path, part=LEDGER)
            if not force:
                MemoryLedger().extend(links_in(ledger.chain()), dry=True)
    except LedgerFault as error:
        if error.code == "ledger_newer":
            raise LedgerFault("backup_newer", file=archive.path) from error
        if error.code in UNUSABLE:
            raise LedgerFault("backup_damaged", file=archive.path, part=LEDGER) from error
        if error.code == "link_broken":
            number = error.values["id"]
            raise LedgerFault("backup_unsound", file=archive.path, id=number) from error
        raise


def _live(folder: Path, stage: Path, layout_of: Callable[[Path], Layout]) -> Layout:
    """The layout of a folder that is there: by its own settings, or else by the backup's."""
    if (folder / SETTINGS).exists():
        return layout_of(folder)
    return _moved(_inside(stage, layout_of), stage, folder)


def _inside(stage: Path, layout_of: Callable[[Path], Layout]) -> Layout:
    """The layout that the backup's settings ask for; none of it may lie outside of the folder."""
    layout = layout_of(stage)
    for path in layout:
        if not path.resolve().is_relative_to(stage.resolve()):
            raise LedgerFault("backup_outside", path=path)
    return layout


def _moved(layout: Layout, old: Path, new: Path) -> Layout:
    return Layout(*(new / path.resolve().relative_to(old.resolve()) for path in layout))


def _arrange(staged: Layout, wanted: Layout) -> None:
    """Give unpacked files the names that the settings ask for."""
    moves = [
        (staged.ledger, wanted.ledger),
        (anchor_file(staged.ledger), anchor_file(wanted.ledger)),
        (staged.evidence, wanted.evidence),
    ]
    for source, target in moves:
        if source != target and source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)


def _into(archive: Archive, staged: Layout, live: Layout, choices: Choices) -> Restored:
    """Put unpacked files into a folder that is there."""
    manifest = archive.manifest
    step, entries = _ledger_step(staged.ledger, live.ledger, manifest.head, force=choices.force)
    others = (part for part in manifest.parts if part.name not in (LEDGER, HEADS))
    steps = plan_steps(others, live, force=choices.force)
    kept_heads = max((one.number for one in read_anchors(live.ledger)), default=0)
    lost = kept_heads if step == "put" and kept_heads > manifest.head.number else 0
    aside = _free_name(live.root / f"truoc_khoi_phuc_{choices.day}")
    if not choices.dry:
        with Placing.into(staged, live, aside) as placing:
            _place(placing, staged.ledger, live.ledger, step, steps)
    return Restored(manifest.head, step, entries, steps, aside if aside.exists() else None, lost)


def _ledger_step(staged: Path, live: Path, head: Head, *, force: bool) -> tuple[LedgerStep, int]:
    """What to do with the ledger, and how many entries that brings.

    Raises:
        LedgerFault: if the ledger that is there has what the backup has not.
    """
    if not live.exists():
        return "put", head.number
    if force:
        return "replace", head.number
    try:
        with closing(SqliteLedger(live)) as here, _links(staged) as links:
            return "extend", here.extend(links, dry=True)
    except LedgerFault as error:
        if error.code in UNUSABLE:
            raise LedgerFault("restore_unusable", file=live) from error
        if error.code == "chain_shorter":
            raise LedgerFault("restore_newer", file=live, there=head.number) from error
        if error.code == "chains_part":
            raise LedgerFault("restore_other", file=live, id=error.values["id"]) from error
        raise


@contextmanager
def _links(ledger: Path) -> Iterator[Iterator[Link]]:
    with closing(SqliteLedger(ledger)) as source:
        yield links_in(source.chain())


def _place(placing: Placing, staged: Path, live: Path, step: LedgerStep, steps: Steps) -> None:
    """Put everything in; what makes it a workspace comes last, an appended entry is final."""
    names = [part.name for part in steps.fresh]
    for name in names:
        if name != SETTINGS:
            placing.put(name)
    for part in steps.replaced:
        placing.replace(part.name)
    if step == "put":
        placing.put_ledger()
    elif step == "replace":
        placing.replace_ledger()
    if SETTINGS in names:
        placing.put(SETTINGS)
    if step == "extend":
        with closing(SqliteLedger(live)) as here, _links(staged) as links:
            here.extend(links)


def _rename(stage: Path, folder: Path) -> None:
    # An empty folder may have come into being meanwhile, and only POSIX would replace it.
    if folder.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    stage.rename(folder)


def _free_name(wanted: Path) -> Path:
    """A name that nothing has yet."""
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.name}_{number}")
    return free
