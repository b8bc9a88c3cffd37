"""Copies of a ledger that is in use, and being alone with one."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from cchc_cli.domain.chain import GENESIS
from cchc_cli.errors import LedgerFault
from cchc_cli.ledger.copying import alone_with, copy_ledger, files_of, make_ready
from cchc_cli.ledger.protocol import Head
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import NOON, WHO, done


def mode(path: Path) -> str:
    """The journal mode of a database."""
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("PRAGMA journal_mode").fetchone()[0])


def test_a_copy_is_one_file_with_all_that_was_committed(
    sqlite_ledger: SqliteLedger, tmp_path: Path
) -> None:
    sqlite_ledger.append([done("1/BC"), done("2/BC")], WHO, NOON)
    folder = tmp_path / "ban-sao"
    folder.mkdir()
    assert copy_ledger(sqlite_ledger.path, folder / "so.db") == (*sqlite_ledger.head()[:2], None)
    assert [path.name for path in folder.iterdir()] == ["so.db"]
    with closing(SqliteLedger(folder / "so.db")) as copy:
        assert list(copy.chain()) == list(sqlite_ledger.chain())
        assert copy.derived_faults() == ()
    assert mode(folder / "so.db") == "delete"


def test_a_copy_of_an_empty_ledger(sqlite_ledger: SqliteLedger, tmp_path: Path) -> None:
    assert copy_ledger(sqlite_ledger.path, tmp_path / "so.db") == Head(0, GENESIS)


def test_a_copy_made_ready_is_a_ledger_as_any_other(
    sqlite_ledger: SqliteLedger, tmp_path: Path
) -> None:
    copy_ledger(sqlite_ledger.path, tmp_path / "so.db")
    make_ready(tmp_path / "so.db")
    assert mode(tmp_path / "so.db") == "wal"
    with closing(SqliteLedger(tmp_path / "so.db")) as ledger:
        ledger.append([done("1/BC")], WHO, NOON)


def test_copies_made_while_others_write_are_whole(
    sqlite_ledger: SqliteLedger, tmp_path: Path
) -> None:
    stop = threading.Event()
    sqlite_ledger.append([done("0/BC")], WHO, NOON)

    def write() -> None:
        with closing(SqliteLedger(sqlite_ledger.path)) as ledger:
            number = 0
            while not stop.is_set():
                number += 1
                ledger.append([done(f"{number}/BC")], WHO, NOON)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            copy = tmp_path / f"{number}.db"
            head = copy_ledger(sqlite_ledger.path, copy)
            with closing(SqliteLedger(copy)) as ledger:
                assert ledger.head()[:2] == head[:2]
                assert ledger.derived_faults() == ()
    finally:
        stop.set()
        writer.join()


def test_alone_with_a_ledger_all_of_it_is_in_one_file(sqlite_ledger: SqliteLedger) -> None:
    path = sqlite_ledger.path
    sqlite_ledger.append([done("1/BC")], WHO, NOON)
    sqlite_ledger.close()
    with alone_with(path):
        assert [one.name for one in files_of(path)] == [path.name, f"{path.name}.heads"]
        with closing(sqlite3.connect(path, timeout=0)) as other, pytest.raises(sqlite3.Error):
            other.execute("SELECT * FROM entries")
    make_ready(path)
    assert mode(path) == "wal"


def test_nobody_is_alone_with_a_ledger_that_is_open(
    sqlite_ledger: SqliteLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_cli.ledger.connect.BUSY_SECONDS", 0.1)
    sqlite_ledger.head()
    with pytest.raises(LedgerFault) as caught, alone_with(sqlite_ledger.path):
        raise AssertionError
    assert caught.value.code == "ledger_busy"


def test_nobody_is_alone_with_what_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "so.db").write_bytes(b"x" * 5000)
    with pytest.raises(LedgerFault) as caught, alone_with(tmp_path / "so.db"):
        raise AssertionError
    assert caught.value.code == "not_a_ledger"
