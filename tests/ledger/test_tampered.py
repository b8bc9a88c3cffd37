"""A real file changed behind the program's back, its triggers dropped: the audit names it."""

# ruff: noqa: S608

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from cchc_cli.domain.chain import digest
from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.anchor import anchor_file, read_anchors
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.services.audit import Audit, audit
from tests.ledger.contents import NOON, WHO, cancel, done

Tamper = Callable[[sqlite3.Connection], object]
TRIGGERS = ("entries_in_turn", "entries_stay", "entries_remain")


@pytest.fixture
def folder(tmp_path: Path) -> EvidenceFolder:
    """The evidence."""
    return EvidenceFolder(tmp_path / "minh-chung")


@pytest.fixture
def filled(sqlite_ledger: SqliteLedger, folder: EvidenceFolder, tmp_path: Path) -> SqliteLedger:
    """Six entries, a minute apart; the second and the fourth name a file."""
    for number in range(1, 7):
        files: tuple[EvidenceFile, ...] = ()
        if number in (2, 4):
            paper = tmp_path / f"{number}.pdf"
            paper.write_text(f"biên bản {number}", encoding="utf-8")
            files = (folder.keep(paper),)
        moment = NOON + timedelta(minutes=number)
        sqlite_ledger.append([done(f"{number}/BC-SNV", files=files)], WHO, moment)
    return sqlite_ledger


def looked(ledger: SqliteLedger, folder: EvidenceFolder) -> Audit:
    """The audit of the file, as another program run would do it."""
    with closing(SqliteLedger(ledger.path)) as again:
        return audit(again, read_anchors(ledger.path), folder.look_at)


def found(ledger: SqliteLedger, folder: EvidenceFolder) -> set[tuple[str, int]]:
    """What the audit finds, in short."""
    return {(one.kind, one.entry) for one in looked(ledger, folder).findings}


def tamper(ledger: SqliteLedger, change: Tamper) -> None:
    """Change the file."""
    with closing(sqlite3.connect(ledger.path)) as db, db:
        for trigger in TRIGGERS:
            db.execute(f"DROP TRIGGER {trigger}")
        change(db)


def sql(*statements: str) -> Tamper:
    """A change by plain statements."""
    return lambda db: [db.execute(statement) for statement in statements]


def body(db: sqlite3.Connection, number: int) -> str:
    """The words of an entry."""
    return str(db.execute("SELECT body FROM entries WHERE id = ?", (number,)).fetchone()[0])


def edit_and_chain_again(db: sqlite3.Connection) -> None:
    """Change an entry and make every hash after it anew, as the patient would."""
    (previous,) = db.execute("SELECT hash FROM entries WHERE id = 2").fetchone()
    for number in range(3, 7):
        words = body(db, number).replace("3/BC-SNV", "99/BC-SNV")
        previous = digest(previous, words)
        db.execute(
            "UPDATE entries SET body = ?, hash = ?, document = replace(document, '3/bc', '99/bc')"
            " WHERE id = ?",
            (words, previous, number),
        )


def insert(db: sqlite3.Connection) -> None:
    """Put an entry between the third and the fourth."""
    for number in (6, 5, 4):
        db.execute("UPDATE entries SET id = id + 1, token = NULL WHERE id = ?", (number,))
    words = body(db, 3).replace('"id":3', '"id":4').replace("3/BC-SNV", "77/BC-SNV")
    (previous,) = db.execute("SELECT hash FROM entries WHERE id = 3").fetchone()
    db.execute(
        "INSERT INTO entries SELECT 4, kind, plan, duty, agency, period, recorded, document, NULL,"
        " gist, ?, ? FROM entries WHERE id = 3",
        (words, digest(previous, words)),
    )


def test_a_sound_ledger_is_sound(filled: SqliteLedger, folder: EvidenceFolder) -> None:
    said = looked(filled, folder)
    assert (said.sound, said.number, said.files, said.findings) == (True, 6, 2, ())
    assert said.head == filled.head()


SWAP = (
    "UPDATE entries SET id = 99 WHERE id = 2",
    "UPDATE entries SET id = 2 WHERE id = 3",
    "UPDATE entries SET id = 3 WHERE id = 99",
)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (sql("UPDATE entries SET body = replace(body, '3/BC', '9/BC') WHERE id = 3"),
         {("edited", 3)}),
        (sql("UPDATE entries SET body = body || ' ' WHERE id = 3"), {("edited", 3)}),
        (sql("UPDATE entries SET hash = substr(hash, 2) || 'x' WHERE id = 3"), {("edited", 3)}),
        (sql("UPDATE entries SET body = '{}' WHERE id = 3"), {("edited", 3), ("unreadable", 3)}),
        (sql("DELETE FROM entries WHERE id = 3"), {("missing", 3)}),
        (sql("DELETE FROM entries WHERE id = 1"), {("missing", 1)}),
        (sql("DELETE FROM entries WHERE id IN (2, 3, 5)"),
         {("missing", 2), ("missing", 3), ("missing", 5)}),
        (sql("DELETE FROM entries WHERE id > 4"), {("cut_off", 5), ("cut_off", 6)}),
        (sql("DELETE FROM entries"), {("cut_off", number) for number in range(1, 7)}),
        (edit_and_chain_again, {("replaced", number) for number in range(3, 7)}),
        (sql(*SWAP), {("out_of_place", 2), ("out_of_place", 3)}),
        (insert, {("out_of_place", number) for number in (5, 6, 7)}),
        # Nothing of the chain, but of what is derived from it.
        (sql("UPDATE entries SET kind = 'notice' WHERE id = 3"), {("derived", 3)}),
        (sql("UPDATE states SET number = 5"), {("derived", 0)}),
    ],
    ids=["words", "blank", "hash", "emptied", "deleted", "first deleted", "several deleted",
         "cut off", "all cut off", "chained again", "reordered", "inserted", "column", "state"],
)  # fmt: skip
def test_every_change_is_named(
    filled: SqliteLedger, folder: EvidenceFolder, change: Tamper, named: set[tuple[str, int]]
) -> None:
    tamper(filled, change)
    assert named <= found(filled, folder)
    assert not looked(filled, folder).sound
    kinds = {kind for kind, _ in found(filled, folder)}
    assert kinds <= {kind for kind, _ in named} | {"replaced", "clock", "unanchored"}


def test_a_cut_off_tail_does_not_show_without_its_heads(
    filled: SqliteLedger, folder: EvidenceFolder
) -> None:
    """Why the heads are printed in reports as well."""
    tamper(filled, sql(*(f"DELETE FROM {table} WHERE entry > 4" for table in ("acts", "figures")),
                       "DELETE FROM entries WHERE id > 4"))  # fmt: skip
    anchor_file(filled.path).unlink()
    with closing(SqliteLedger(filled.path)) as again:
        again.rebuild()
        assert again.append([cancel(1)], WHO, NOON + timedelta(hours=1))[0].entry.id == 5
    assert looked(filled, folder).sound


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda path: path.unlink(), "evidence_missing"),
        (lambda path: path.write_bytes(b"khac"), "evidence_changed"),
    ],
)
def test_evidence_is_named_with_its_entry(
    filled: SqliteLedger, folder: EvidenceFolder, spoil: Callable[[Path], object], kind: str
) -> None:
    entry = filled.entry(4)
    assert entry is not None
    (file,) = entry.content.files
    assert file.sha256 == hashlib.sha256("biên bản 4".encode()).hexdigest()
    spoil(folder.path_of(file))
    said = looked(filled, folder)
    assert [(one.kind, one.entry, one.file) for one in said.findings] == [(kind, 4, file)]
    assert (said.sound, said.chain_sound) == (False, True)
