"""Opening a ledger: what is made, what is refused, and what a fault is called."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.chain import GENESIS, digest
from cchc_cli.errors import LedgerFault
from cchc_cli.ledger import connect as module
from cchc_cli.ledger.connect import connect, create
from cchc_cli.ledger.protocol import Due, Ledger, Query
from cchc_cli.ledger.schema import APPLICATION_ID, MIGRATIONS, VERSION
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import NOON, PLAN, WHO, done

NOBODY = 65534
DUE = Due("V.1", "2021/h1", None, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one entry."""
    ledger = tmp_path / "ledger.sqlite"
    create(ledger)
    with closing(SqliteLedger(ledger)) as store:
        store.append([done()], WHO, NOON)
    return ledger


def pragma(path: Path, name: str) -> object:
    """A pragma of a file as any program sees it."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]


def fault(attempt: Callable[[], object]) -> LedgerFault:
    """The fault that an attempt ends with."""
    with pytest.raises(LedgerFault) as caught:
        attempt()
    return caught.value


def chain_is_whole(ledger: Ledger) -> bool:
    """Whether every hash follows from the one before."""
    previous = GENESIS
    for _, body, own in ledger.chain():
        if own != digest(previous, body):
            return False
        previous = own
    return True


# Making one.


def test_a_new_ledger_is_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "sổ theo dõi #1?.sqlite"
    create(path)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == VERSION
    assert pragma(path, "journal_mode") == "wal"
    assert pragma(path, "integrity_check") == "ok"
    with closing(SqliteLedger(path)) as ledger:
        assert ledger.head().number == 0


def test_what_is_there_stays_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    create(path)
    assert path.read_bytes() == before
    assert {one.name for one in path.parent.iterdir()} == {path.name, f"{path.name}.heads"}


def test_what_a_killed_creator_left_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    (tmp_path / f".{path.name}.{os.getpid()}.new").write_bytes(b"half a file")
    create(path)
    with closing(SqliteLedger(path)) as ledger:
        assert ledger.head().number == 0
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_ledger_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    error = fault(lambda: create(tmp_path / "khong-co" / "ledger.sqlite"))
    assert error.code == "ledger_failed"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_hard_links_is_named_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    error = fault(lambda: create(tmp_path / "ledger.sqlite"))
    assert (error.code, error.values["errno"]) == ("ledger_unreachable", errno.EPERM)
    assert list(tmp_path.iterdir()) == []


def test_several_creators_at_once_make_one_ledger(tmp_path: Path) -> None:
    path, go = tmp_path / "ledger.sqlite", tmp_path / "go"
    script = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from cchc_cli.ledger.connect import create
        from cchc_cli.ledger.sqlite import SqliteLedger
        from tests.ledger.contents import NOON, WHO, done
        path, go, number = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
        while not go.exists():
            time.sleep(0.001)
        create(path)
        SqliteLedger(path).append([done(f"{number}/BC-SNV")], WHO, NOON)
    """)
    creators = [
        subprocess.Popen([sys.executable, "-c", script, path, go, str(number)], cwd=Path.cwd())
        for number in range(4)
    ]
    go.touch()
    assert [one.wait(60) for one in creators] == [0, 0, 0, 0]
    with closing(SqliteLedger(path)) as ledger:
        assert ledger.head().number == 4
        assert chain_is_whole(ledger)
    assert {one.name for one in tmp_path.iterdir()} == {"go", path.name, f"{path.name}.heads"}


# Opening one.


def test_writers_are_durable_and_everything_is_checked(path: Path) -> None:
    with closing(connect(path)) as db:
        values = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        }
    assert values == {
        "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1,
    }  # fmt: skip


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert fault(lambda: SqliteLedger(tmp_path / "khong-co.sqlite")).code == "no_ledger"
    assert fault(lambda: SqliteLedger(tmp_path)).code == "no_ledger"
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_kind_is_no_ledger(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_text("không phải sổ\n" * 500, encoding="utf-8")
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE t (x)")
    empty = tmp_path / "empty"
    empty.touch()
    for path in (text, other, empty):
        before = path.read_bytes()
        error = fault(lambda path=path: SqliteLedger(path))  # type: ignore[misc]
        assert (error.code, error.values["file"]) == ("not_a_ledger", path)
        assert path.read_bytes() == before


def test_a_newer_schema_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 3}")
    error = fault(lambda: SqliteLedger(path))
    assert error.code == "ledger_newer"
    assert error.values == {"file": path, "version": VERSION + 3, "known": VERSION}


def test_a_network_share_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "on_network", lambda _: True)
    assert fault(lambda: SqliteLedger(path)).code == "ledger_on_network"
    new = path.with_name("new.sqlite")
    assert fault(lambda: create(new)).code == "ledger_on_network"
    assert not new.exists()


def test_a_damaged_file_is_called_damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with closing(SqliteLedger(path)) as ledger:
        error = fault(ledger.head)
    assert error.code == "ledger_corrupt"


# Migrations.

SECOND = """
    CREATE TABLE more (id INTEGER PRIMARY KEY, entry INTEGER REFERENCES entries (id));
    INSERT INTO more (entry) SELECT id FROM entries;
    CREATE TRIGGER more_stays BEFORE DELETE ON more
    BEGIN SELECT RAISE(ABORT, 'no; never'); END;
"""


@pytest.fixture
def newer(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old ledger, seen by a program that knows one more migration."""
    monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, SECOND))
    monkeypatch.setattr(module, "VERSION", VERSION + 1)
    return path


def test_an_old_ledger_is_migrated_and_a_copy_kept(newer: Path) -> None:
    with closing(SqliteLedger(newer)) as ledger:
        assert ledger.head().number == 1
        assert ledger.append([done("2/BC-SNV")], WHO, NOON)[0].entry.id == 2
    assert pragma(newer, "user_version") == VERSION + 1
    with closing(sqlite3.connect(newer)) as db:
        assert db.execute("SELECT entry FROM more").fetchall() == [(1,)]
        with pytest.raises(sqlite3.IntegrityError, match="no; never"):
            db.execute("DELETE FROM more")
    copy = newer.with_name(f"{newer.name}.v{VERSION}")
    assert pragma(copy, "user_version") == VERSION
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT id FROM entries").fetchall() == [(1,)]
    assert not list(newer.parent.glob(".*"))


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = f"{SECOND} CREATE TABLE entries (id);"
    monkeypatch.setattr(module, "MIGRATIONS", (*MIGRATIONS, broken))
    error = fault(lambda: SqliteLedger(newer))
    assert error.code == "ledger_failed"
    assert "entries" in str(error.__cause__)
    assert pragma(newer, "user_version") == VERSION
    with closing(sqlite3.connect(newer)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").fetchone() == (
            0,
        )
    monkeypatch.undo()
    with closing(SqliteLedger(newer)) as ledger:
        assert ledger.head().number == 1


def test_two_who_migrate_at_once_do_it_once(newer: Path) -> None:
    def visit(_: int) -> int:
        with closing(SqliteLedger(newer)) as ledger:
            return ledger.head().number

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(visit, range(4))) == [1, 1, 1, 1]
    assert pragma(newer.with_name(f"{newer.name}.v{VERSION}"), "user_version") == VERSION


def test_a_copy_that_cannot_be_kept_stops_the_migration(
    newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, version: int) -> None:
        raise OSError(28, f"No space left for a copy of v{version}")

    monkeypatch.setattr(module, "_keep_copy", full)
    assert fault(lambda: SqliteLedger(newer)).code == "ledger_unreachable"
    assert pragma(newer, "user_version") == VERSION


# Only for reading.


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_ordinary_user(ask: Callable[[], object]) -> str:
    """What ``ask`` returns where permissions bind, as they do not for root."""
    os.strerror(1)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            told = repr(ask())
        except BaseException as error:  # the parent has to hear of it
            told = f"{type(error).__name__} {getattr(error, 'code', error)}"
        os.write(writer, told.encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        return pipe.read()


def ask_everything(path: Path) -> tuple[object, ...]:
    """Queries of each sort."""
    with closing(SqliteLedger(path)) as ledger:
        return (
            ledger.head().number,
            [entry.id for entry in ledger.find(Query(plan=PLAN, agency="snv"))],
            len(list(ledger.states(PLAN))),
            [one.done for one in ledger.tally(PLAN, [DUE], date(2021, 7, 1), "received")],
            ledger.figures(date(2021, 1, 1), date(2022, 1, 1)),
        )


def add_one(path: Path) -> object:
    """Try to write."""
    with closing(SqliteLedger(path)) as ledger:
        return ledger.append([done("99/BC-SNV")], WHO, NOON)


posix = pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")


@posix
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o755, 0o444), (0o555, 0o444), (0o555, 0o666)],
    ids=["file", "file and folder", "folder"],
)
def test_a_read_only_ledger_still_answers(
    path: Path, open_folder: Path, folder_mode: int, file_mode: int
) -> None:
    ledger = Path(shutil.copy(path, open_folder / "ledger.sqlite"))
    ledger.chmod(file_mode)
    open_folder.chmod(folder_mode)
    assert as_ordinary_user(lambda: ask_everything(ledger)) == "(1, [1], 1, [1], {})"
    assert as_ordinary_user(lambda: add_one(ledger)) == "LedgerFault ledger_read_only"
    assert as_ordinary_user(lambda: ask_everything(ledger)) == "(1, [1], 1, [1], {})"


@posix
def test_entries_in_the_log_are_read_or_missed_aloud(open_folder: Path) -> None:
    """What a writer has not yet moved from its log into the file is never passed over."""
    path = open_folder / "ledger.sqlite"
    create(path)
    with closing(SqliteLedger(path)) as writer:
        writer.append([done()], WHO, NOON)
        copy = open_folder / "copy"
        copy.mkdir()
        for name in ("ledger.sqlite", "ledger.sqlite-wal"):
            Path(shutil.copy(open_folder / name, copy / name)).chmod(0o444)
        copy.chmod(0o555)
        for one in (path, *open_folder.glob("*-*")):
            one.chmod(0o444)
        open_folder.chmod(0o555)
        assert as_ordinary_user(lambda: ask_everything(path)) == "(1, [1], 1, [1], {})"
        told = as_ordinary_user(lambda: ask_everything(copy / path.name))
        assert told == "LedgerFault ledger_failed"
        copy.chmod(0o755)


def test_a_file_is_taken_as_it_is_only_where_none_can_be_made_beside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []
    real = module._open

    def refusing(number: int) -> Callable[[Path, str], sqlite3.Connection]:
        def opened(path: Path, mode: str) -> sqlite3.Connection:
            modes.append(mode)
            if mode == "rw":
                error = sqlite3.OperationalError("no")
                error.sqlite_errorcode = number
                raise error
            return real(path, mode)

        return opened

    monkeypatch.setattr(module, "_open", refusing(sqlite3.SQLITE_CANTOPEN))
    assert ask_everything(path)[0] == 1
    with closing(SqliteLedger(path)) as ledger:
        assert fault(lambda: ledger.append([done("2/BC-SNV")], WHO, NOON)).code == (
            "ledger_read_only"
        )
    waiting = path.with_name(f"{path.name}-wal")
    waiting.write_bytes(b"entries")
    assert fault(lambda: SqliteLedger(path)).code == "ledger_failed"
    waiting.unlink()
    monkeypatch.setattr(module, "_open", refusing(sqlite3.SQLITE_BUSY))
    assert fault(lambda: SqliteLedger(path)).code == "ledger_busy"
    assert modes == ["rw", "ro&immutable=1", "rw", "ro&immutable=1", "rw", "rw"]


# Faults while writing.


def test_a_full_disk_loses_nothing(path: Path) -> None:
    with closing(SqliteLedger(path)) as ledger:
        pages = ledger._db.execute("PRAGMA page_count").fetchone()[0]
        ledger._db.execute(f"PRAGMA max_page_count = {pages + 4}")
        written = 1
        error: LedgerFault | None = None
        while error is None:
            try:
                content = done(f"{written + 1}/KH-SNV", text="dài " * 200)
                written = ledger.append([content], WHO, NOON)[0].entry.id
            except LedgerFault as full:
                error = full
        assert error.code == "disk_full"
        assert written > 1
        head = ledger.head()
        assert head.number == written
        assert fault(
            lambda: ledger.append([done("9999/BC-SNV", text="x" * 100_000)], WHO, NOON)
        ).code == "disk_full"  # fmt: skip
        assert ledger.head() == head
        assert chain_is_whole(ledger)
        assert ledger.derived_faults() == ()
        # Once there is room again, it goes on where it stopped.
        ledger._db.execute("PRAGMA max_page_count = 100000")
        assert ledger.append([done("9999/BC-SNV")], WHO, NOON)[0].entry.id == written + 1
    assert pragma(path, "integrity_check") == "ok"


def test_a_busy_ledger_is_waited_for_only_so_long(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.05)
    with closing(SqliteLedger(path)) as ledger, closing(sqlite3.connect(path)) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        error = fault(lambda: ledger.append([done("2/BC-SNV")], WHO, NOON))
        assert (error.code, error.values["file"]) == ("ledger_busy", path)
        # Readers never wait.
        assert ledger.head().number == 1
        other.execute("COMMIT")
        assert ledger.append([done("2/BC-SNV")], WHO, NOON)[0].entry.id == 2


def test_a_writer_sees_what_others_wrote(path: Path) -> None:
    with closing(SqliteLedger(path)) as one, closing(SqliteLedger(path)) as other:
        one.append([done("2/BC-SNV", agency="moi", key="k")], WHO, NOON)
        again = other.append([done("2/BC-SNV", agency="moi", key="k")], WHO, NOON)
        assert again[0].found
        assert other.append([done("3/BC-SNV", agency="moi")], WHO, NOON)[0].entry.id == 3
        assert one.head() == other.head()
        assert chain_is_whole(one)
