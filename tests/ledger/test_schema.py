"""What the database itself refuses, and how it looks things up."""

# ruff: noqa: S608

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from cchc_cli.domain.entries import Content, Figure
from cchc_cli.ledger.protocol import Due, Query
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import NOON, PLAN, WHO, cancel, done

JUNE, JULY = date(2021, 6, 1), date(2021, 7, 1)
COLUMNS = "id, kind, plan, duty, agency, period, recorded, document, token, gist, body, hash"


@pytest.fixture
def filled(sqlite_ledger: SqliteLedger) -> SqliteLedger:
    """A ledger with a few entries."""
    for number in range(1, 6):
        figures = (Figure("hoi-nghi", number),)
        content = done(f"{number}/BC-SNV", key=f"k{number}", figures=figures)
        sqlite_ledger.append([content], WHO, NOON)
    waiver = Content("waiver", PLAN, "V.1", "stp", "2021/h1")
    sqlite_ledger.append([waiver, cancel(2)], WHO, NOON)
    return sqlite_ledger


@pytest.fixture
def raw(filled: SqliteLedger) -> Iterator[sqlite3.Connection]:
    """The file as any other program opens it: without our pragmas."""
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as db:
        yield db


def copied(number: str, key: str = "NULL") -> str:
    """Columns of the first entry under another number and key."""
    return COLUMNS.replace("id,", f"{number},", 1).replace("token", key)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE entries SET body = 'x' WHERE id = 1", "never changed"),
        ("UPDATE entries SET kind = kind", "never changed"),
        ("UPDATE OR REPLACE entries SET id = 2 WHERE id = 1", "never changed"),
        ("DELETE FROM entries WHERE id = 7", "never removed"),
        ("DELETE FROM entries", "never removed"),
        (f"INSERT INTO entries SELECT {copied('9')} FROM entries WHERE id = 1", "in turn"),
        (f"INSERT INTO entries SELECT {copied('3')} FROM entries WHERE id = 1", "in turn"),
        (f"INSERT INTO entries SELECT {copied('NULL')} FROM entries WHERE id = 1", "in turn"),
        (f"REPLACE INTO entries SELECT {COLUMNS} FROM entries WHERE id = 1", "in turn"),
        # Replacing by a key would take the old entry away without any trigger on deletion.
        (
            f"REPLACE INTO entries SELECT {copied('8', 'token')} FROM entries WHERE id = 1",
            "in turn",
        ),
        (
            f"INSERT OR REPLACE INTO entries SELECT {copied('7')} FROM entries WHERE id = 1",
            "in turn",
        ),
    ],
)
def test_the_database_refuses_to_change_what_was_recorded(
    raw: sqlite3.Connection, filled: SqliteLedger, statement: str, reason: str
) -> None:
    before = list(filled.chain())
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        raw.execute(statement)
    assert list(filled.chain()) == before


def test_an_entry_in_turn_is_taken(raw: sqlite3.Connection) -> None:
    raw.execute(f"INSERT INTO entries SELECT {copied('8')} FROM entries WHERE id = 1")
    assert raw.execute("SELECT max(id) FROM entries").fetchone() == (8,)


def test_what_is_no_hash_is_no_entry(raw: sqlite3.Connection) -> None:
    wrong = copied("8").replace("hash", "'abc'")
    with pytest.raises(sqlite3.IntegrityError, match="length"):
        raw.execute(f"INSERT INTO entries SELECT {wrong} FROM entries WHERE id = 1")


# Every question is answered by an index.

DUES = [Due("V.1", "2021/h1", JUNE, 0), Due("V.2", "2021/h1", None, 1)]
QUESTIONS: dict[str, Callable[[SqliteLedger], object]] = {
    "tally": lambda one: one.tally(PLAN, DUES, JULY, "received"),
    "tally each agency": lambda one: one.tally(PLAN, DUES, JULY, "signed", each_agency=True),
    "states": lambda one: list(one.states(PLAN)),
    "states of an agency": lambda one: list(one.states(PLAN, agency="snv")),
    "states of a duty": lambda one: list(one.states(PLAN, duty="V.1")),
    "specials": lambda one: list(one.specials(PLAN)),
    "by duty": lambda one: list(one.find(Query(duty="V.1"))),
    "by plan and duty": lambda one: list(one.find(Query(plan=PLAN, duty="V.1", active=True))),
    "by agency": lambda one: list(one.find(Query(agency="snv"))),
    "by plan and agency": lambda one: list(one.find(Query(plan=PLAN, agency="snv"))),
    "by agency as known": lambda one: list(
        one.find(Query(plan=PLAN, agency="snv", active=True, upto=3))
    ),
    "by obligation": lambda one: list(
        one.find(Query(plan=PLAN, duty="V.1", agency="snv", period="2021/h1", kinds=("done",)))
    ),
    "by document": lambda one: list(one.find(Query(document="1/BC-SNV"))),
    "by plan and document": lambda one: list(one.find(Query(plan=PLAN, document="1/BC"))),
    "rules": lambda one: list(
        one.find(Query(plan=PLAN, kinds=("extension", "waiver"), active=True))
    ),
    "closes": lambda one: list(one.find(Query(kinds=("close",), active=True))),
    "since an entry": lambda one: list(one.find(Query(plan=PLAN, after=4))),
    "on days": lambda one: list(one.find(Query(first=JUNE, last=JUNE))),
    "figures": lambda one: one.figures(JUNE, JULY),
    "figures of an agency": lambda one: one.figures(JUNE, JULY, "snv"),
    "figures as known": lambda one: one.figures(JUNE, JULY, upto=3),
    "head": lambda one: one.head(),
    "entry": lambda one: one.entry(3),
    "cancelled": lambda one: one.cancelled_by(2),
    "number at": lambda one: one.number_at(NOON),
    "append": lambda one: one.append([done("77/BC-SNV", key="moi")], WHO, NOON),
    "append without a document": lambda one: one.append([done(None, text="x")], WHO, NOON),
    "correct": lambda one: one.append([cancel(1)], WHO, NOON),
}  # fmt: skip
# The few rows wanted are gone through; part of a document's number is sought in its index.
MAY_SCAN = re.compile(r"w$|terms$|entries USING COVERING INDEX entries_by_document$|CONSTANT ROW$")


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_goes_through_all_entries(filled: SqliteLedger, question: str) -> None:
    """Not even where the planner knows how few they are."""
    asked: list[str] = []
    filled._db.set_trace_callback(asked.append)
    QUESTIONS[question](filled)
    filled._db.set_trace_callback(None)
    statements = [sql for sql in asked if re.match(r"(?i)(SELECT|INSERT|DELETE)", sql)]
    assert statements
    for sql in statements:
        for *_, detail in filled._db.execute(f"EXPLAIN QUERY PLAN {sql}"):
            if detail.startswith("SCAN "):
                what = detail.removeprefix("SCAN ")
                assert MAY_SCAN.match(what), f"{detail}: {sql}"
