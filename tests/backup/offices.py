"""A small office: a workspace with a plan, four entries and one file of evidence."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from cchc_cli.backup.layout import Layout
from cchc_cli.cli.backups import layout_in
from cchc_cli.cli.workspace import make_workspace
from cchc_cli.domain.entries import Content
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.anchor import read_anchors
from cchc_cli.ledger.connect import create
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.services.audit import Audit, audit
from tests.cli.builders import write_plan
from tests.ledger.contents import NOON, WHO, cancel, done

EVIDENCE = "Biên bản hội nghị\n".encode()


def open_office(folder: Path) -> Layout:
    """A workspace without any entry."""
    write_plan(folder.parent / "nguon", "2021")
    workspace = make_workspace(folder, folder.parent / "nguon")
    create(workspace.ledger)
    return layout_in(folder)


def busy_office(folder: Path) -> Layout:
    """A workspace in which four things were recorded, the first with a file."""
    layout = open_office(folder)
    source = folder.parent / "bien ban.txt"
    source.write_bytes(EVIDENCE)
    file = EvidenceFolder(layout.evidence).keep(source)
    record(layout, done("1/BC-SNV", agency="snv", files=(file,)))
    record(layout, done("2/BC-STP", agency="stp"), done("3/BC-SNV", duty="V.2"))
    record(layout, cancel(2))
    return layout


def record(layout: Layout, *contents: Content) -> None:
    """Append contents as a command does."""
    with closing(SqliteLedger(layout.ledger)) as ledger:
        ledger.append(contents, WHO, NOON)


def evidence_file(layout: Layout) -> Path:
    """The one file of evidence."""
    (file,) = (path for path in layout.evidence.rglob("*") if path.is_file())
    return file


def audited(layout: Layout) -> Audit:
    """The audit of a workspace."""
    with closing(SqliteLedger(layout.ledger)) as ledger:
        look_at = EvidenceFolder(layout.evidence).look_at
        return audit(ledger, read_anchors(layout.ledger), look_at)


def tamper(layout: Layout, *statements: str) -> None:
    """Change the database as somebody would who can: without its guards."""
    with closing(sqlite3.connect(layout.ledger)) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        db.commit()


def chain_of(layout: Layout) -> Sequence[tuple[int, str, str]]:
    """Every entry as stored."""
    with closing(SqliteLedger(layout.ledger)) as ledger:
        return list(ledger.chain())


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, what SQLite keeps beside an open database left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }
