"""Putting restored files into a workspace, step by step, each of which can be taken back."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from cchc_cli.atomic import whole
from cchc_cli.backup.layout import EVIDENCE, SETTINGS, Layout
from cchc_cli.backup.manifest import Part
from cchc_cli.errors import LedgerFault, OutputFault
from cchc_cli.ledger.anchor import anchor_file, read_anchors, write_heads
from cchc_cli.ledger.copying import alone_with, files_of, make_ready

# What a ledger is that cannot be compared with another.
UNUSABLE = frozenset({"ledger_corrupt", "not_a_ledger", "ledger_failed"})


class Steps(NamedTuple):
    """What is to be done with the files of a backup.

    Attributes:
        fresh: parts that are not there as yet.
        replaced: parts in whose place another file is, to be set aside.
        kept: names of parts of which another version is there and stays.
    """

    fresh: tuple[Part, ...]
    replaced: tuple[Part, ...]
    kept: tuple[str, ...]


def plan_steps(parts: Iterable[Part], live: Layout, *, force: bool) -> Steps:
    """Decide about each part.

    Evidence that was changed is put right in any case; settings that are there always stay, as
    they say where the rest belongs.
    """
    fresh, replaced, kept = [], [], []
    for part in parts:
        there = live.path_of(part.name)
        if not there.exists():
            fresh.append(part)
        elif there.is_dir() or _sha256(there) != part.sha256:
            forced = force and part.name != SETTINGS
            if not there.is_dir() and (forced or _is_evidence_itself(part)):
                replaced.append(part)
            else:
                kept.append(part.name)
    return Steps(tuple(fresh), tuple(replaced), tuple(kept))


def _is_evidence_itself(part: Part) -> bool:
    """Whether a part is evidence that lies under its own hash, as it should."""
    return part.name.startswith(f"{EVIDENCE}/") and Path(part.name).stem == part.sha256


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Placing:
    """Files on their way into a workspace; what was done is undone unless all of it goes well.

    Args:
        staged: where the files lie.
        live: where they belong.
        aside: the folder for what they replace, made when it is needed.
    """

    def __init__(self, staged: Layout, live: Layout, aside: Path) -> None:
        self._staged = staged
        self._live = live
        self._aside = aside
        self._undo = ExitStack()

    @classmethod
    @contextmanager
    def into(cls, staged: Layout, live: Layout, aside: Path) -> Iterator["Placing"]:
        """Steps that hold together.

        Raises:
            OutputFault: if a file cannot be put; then all are as they were.
        """
        placing = cls(staged, live, aside)
        try:
            with placing._undo:
                yield placing
                placing._undo.pop_all()
        except OSError as error:
            file = error.filename or live.root
            raise OutputFault("cannot_restore", file=file, errno=error.errno) from error

    def put(self, name: str) -> None:
        """Put a file where none is."""
        self._move(self._staged.path_of(name), self._live.path_of(name))

    def replace(self, name: str) -> None:
        """Put a file in the place of another, which is set aside."""
        there = self._live.path_of(name)
        self._set_aside(there, name)
        _move(self._staged.path_of(name), there)

    def put_ledger(self) -> None:
        """Put the ledger where none is; what a lost one left behind is set aside."""
        live, staged = self._live.ledger, self._staged.ledger
        make_ready(staged)
        for left in files_of(live):
            self._set_aside(left, left.name)
            left.unlink()
        self._move(staged, live)
        self._move(anchor_file(staged), anchor_file(live))

    def replace_ledger(self) -> None:
        """Put the ledger in the place of another, which is set aside with its heads.

        At every moment the heads that are there agree with the ledger that is there.
        """
        live, staged = self._live.ledger, self._staged.ledger
        make_ready(staged)
        with ExitStack() as stack:
            self._hold(stack, live)
            heads = list(read_anchors(staged))
            for path in files_of(live):
                self._set_aside(path, path.name)
                if path not in (live, anchor_file(live)):
                    path.unlink()
            write_heads(live, [one for one in read_anchors(live) if one in heads])
            _move(staged, live)
            write_heads(live, heads)

    def _hold(self, stack: ExitStack, live: Path) -> None:
        """Keep others away from a ledger, unless it is one that nobody can use."""
        self._undo.callback(_as_it_was, live)
        try:
            stack.enter_context(alone_with(live))
        except LedgerFault as error:
            if error.code not in UNUSABLE:
                raise

    def _move(self, source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        self._undo.callback(target.unlink, missing_ok=True)
        _move(source, target)

    def _set_aside(self, path: Path, name: str) -> None:
        """Keep a file under a second name, and have it back in its place if anything fails."""
        kept = self._aside / name
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, kept)
        except OSError:
            shutil.copy2(path, kept)
        self._undo.callback(self._take_back, kept, path)

    def _take_back(self, kept: Path, path: Path) -> None:
        kept.replace(path)
        # Where both are names of one file, as before anything took its place, POSIX leaves both.
        kept.unlink(missing_ok=True)
        for folder in kept.parents:
            if folder == self._aside.parent:
                break
            with suppress(OSError):
                folder.rmdir()


def _move(source: Path, target: Path) -> None:
    """Move a file in one step, also to another file system."""
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with source.open("rb") as file, whole(target) as copy:
            shutil.copyfileobj(file, copy)


def _as_it_was(ledger: Path) -> None:
    with suppress(LedgerFault):
        make_ready(ledger)
