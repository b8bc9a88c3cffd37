"""Opening a SQLite ledger: made whole, migrated with a copy kept, its errors in our words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cchc_cli.errors import LedgerFault
from cchc_cli.ledger.place import on_network
from cchc_cli.ledger.schema import APPLICATION_ID, MIGRATIONS, VERSION

BUSY_SECONDS = 30.0


def create(path: Path) -> None:
    """Make an empty ledger; a file that is there already stays as it is.

    Raises:
        LedgerFault: if it cannot be made there.
    """
    _refuse_network(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with reading(path):
        try:
            beside.unlink(missing_ok=True)  # of a process that was killed
            with closing(_open(beside, "rwc")) as db, _exclusive(db):
                _apply(db, 0)
            with closing(_open(beside, "rw")) as db:
                db.execute("PRAGMA journal_mode = WAL")
            os.link(beside, path)
        except FileExistsError:
            return
        finally:
            beside.unlink(missing_ok=True)


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the ledger in ``path``, brought up to the present schema.

    A ledger that may only be read is opened all the same; writing to it then says so.

    Raises:
        LedgerFault: if the file is missing, on a network share, no ledger, or newer than this
            program.
    """
    if not path.is_file():
        raise LedgerFault("no_ledger", file=path)
    _refuse_network(path)
    with reading(path):
        db = _open_any(path)
        try:
            if _version(db, path) < VERSION:
                _migrate(db, path)
        except BaseException:
            db.close()
            raise
    return db


def _open_any(path: Path) -> sqlite3.Connection:
    try:
        return _open(path, "rw")
    except sqlite3.OperationalError as error:
        waiting = path.with_name(f"{path.name}-wal")
        if _primary(error) not in _CLOSED or (waiting.is_file() and waiting.stat().st_size):
            raise
        # No file can be made beside it, as WAL needs, and none is there: it is whole as it is.
        return _open(path, "ro&immutable=1")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    db = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        db.executescript(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
            "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
        )
    except BaseException:
        db.close()
        raise
    return db


def _version(db: sqlite3.Connection, path: Path) -> int:
    """The schema's version.

    Raises:
        LedgerFault: if it is no ledger of ours, or a newer one.
    """
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise LedgerFault("not_a_ledger", file=path)
    if version > VERSION:
        raise LedgerFault("ledger_newer", file=path, version=version, known=VERSION)
    return int(version)


def _migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring a ledger up to the present schema, unless another process did so meanwhile."""
    with _exclusive(db):
        version = _version(db, path)
        if version < VERSION:
            _keep_copy(path, version)
            _apply(db, version)


def _keep_copy(path: Path, version: int) -> None:
    copy = path.with_name(f"{path.name}.v{version}")
    beside = copy.with_name(f".{copy.name}.new")
    beside.unlink(missing_ok=True)
    with closing(_open(path, "ro")) as source, closing(sqlite3.connect(beside)) as target:
        source.backup(target)
    beside.replace(copy)


def _apply(db: sqlite3.Connection, version: int) -> None:
    for step in MIGRATIONS[version:]:
        for statement in _statements(step):
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; ``executescript`` would end the transaction first."""
    statement = ""
    for piece in script.split(";")[:-1]:
        statement += f"{piece};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _refuse_network(path: Path) -> None:
    if on_network(path):
        raise LedgerFault("ledger_on_network", file=path)


@contextmanager
def _exclusive(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say what SQLite complains of in our own errors."""
    try:
        yield
    except sqlite3.Error as error:
        code = _CODES.get(_primary(error), "ledger_failed")
        raise LedgerFault(code, file=path, reason=str(error)) from error
    except OSError as error:
        raise LedgerFault("ledger_unreachable", file=path, errno=error.errno) from error


@contextmanager
def writing(db: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction that is there at once and whole, or not at all."""
    with reading(path), _exclusive(db):
        yield


_CLOSED = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_full",
    sqlite3.SQLITE_BUSY: "ledger_busy",
    sqlite3.SQLITE_LOCKED: "ledger_busy",
    sqlite3.SQLITE_READONLY: "ledger_read_only",
    sqlite3.SQLITE_CORRUPT: "ledger_corrupt",
    sqlite3.SQLITE_NOTADB: "not_a_ledger",
}


def _primary(error: sqlite3.Error) -> int:
    """SQLite's primary result code; the module's own errors have none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
