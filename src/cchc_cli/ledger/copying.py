"""Copies of a SQLite ledger, and a ledger that is to be replaced."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cchc_cli.domain.chain import GENESIS
from cchc_cli.ledger.anchor import anchor_file
from cchc_cli.ledger.connect import connect, reading
from cchc_cli.ledger.protocol import Head

# What SQLite keeps beside a database while it is open, or after a crash.
BESIDE = ("-wal", "-shm", "-journal")


def copy_ledger(ledger: Path, target: Path) -> Head:
    """Copy a ledger as it is at one moment, whoever writes to it meanwhile, and say its head.

    Raises:
        LedgerFault: if it cannot be read, or the copy cannot be written.
    """
    with (
        reading(ledger),
        closing(connect(ledger)) as source,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        source.backup(copy)
        # One file: what is in a copy must not depend on others beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        row = copy.execute("SELECT id, hash FROM entries ORDER BY id DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head(0, GENESIS)


def make_ready(ledger: Path) -> None:
    """Let a ledger that was a copy be written to as any other.

    Raises:
        LedgerFault: if it cannot be opened.
    """
    with reading(ledger), closing(connect(ledger)) as db:
        db.execute("PRAGMA journal_mode = WAL")


@contextmanager
def alone_with(ledger: Path) -> Iterator[None]:
    """Be the only one to use a ledger, all of it in one file.

    Raises:
        LedgerFault: if somebody else has it open, or if it cannot be read.
    """
    with closing(connect(ledger)) as db:
        with reading(ledger):
            # Fails while another connection is open, and takes the files beside away.
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("BEGIN EXCLUSIVE")
        yield


def files_of(ledger: Path) -> list[Path]:
    """A ledger's files that exist: itself, its heads, and what SQLite keeps beside it."""
    beside = [ledger.with_name(f"{ledger.name}{ending}") for ending in BESIDE]
    return [path for path in (ledger, anchor_file(ledger), *beside) if path.exists()]
