"""Tables made from the entries: every difference is found, and mended by making them again."""

# ruff: noqa: S608

import sqlite3
from contextlib import closing

import pytest

from cchc_cli.domain.entries import Content, Figure
from cchc_cli.ledger.protocol import Query
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import NOON, PLAN, WHO, cancel, done

TABLES = ("acts", "figures", "cancelled", "states")


@pytest.fixture
def filled(sqlite_ledger: SqliteLedger) -> SqliteLedger:
    """A ledger with every sort of derived row."""
    contents = [
        done("1/BC-SNV", figures=(Figure("hoi-nghi", 1), Figure("tin-bai", 2.5))),
        done("2/BC-STP", agency="stp", participants=("stttt",)),
        Content("waiver", PLAN, "V.1", "sngv", "2021/h1", fulfils=(("V.1", "sngv"),)),
        done("3/BC-SNV", figures=(Figure("hoi-nghi", 7),)),
        cancel(4),
        Content("close", PLAN, period="2021/h1"),
    ]
    sqlite_ledger.append(contents, WHO, NOON)
    assert sqlite_ledger.derived_faults() == ()
    return sqlite_ledger


def rows(ledger: SqliteLedger) -> dict[str, list[tuple[object, ...]]]:
    """Every derived row."""
    with closing(sqlite3.connect(ledger.path)) as db:
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in TABLES}


def tamper(ledger: SqliteLedger, *statements: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(ledger.path)) as db, db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("DELETE FROM acts WHERE entry = 1", {0, 1}),
        ("UPDATE acts SET received = received + 1 WHERE entry = 1", {0, 1}),
        ("UPDATE acts SET signed = signed - 1 WHERE entry = 2 AND duty = 0", {2}),
        ("UPDATE acts SET agency = (SELECT id FROM terms WHERE text = 'stp') WHERE entry = 1",
         {0, 1}),
        ("INSERT INTO acts SELECT plan, 0, period, agency, 6, NULL, NULL FROM acts WHERE entry = 1",
         {6}),
        ("INSERT INTO acts SELECT plan, 0, period, agency, 99, 1, 1 FROM acts WHERE entry = 1",
         {0}),
        ("DELETE FROM figures WHERE value = 2.5", {1}),
        ("UPDATE figures SET value = 8 WHERE entry = 4", {4}),
        ("UPDATE figures SET day = day + 1 WHERE value = 1", {1}),
        ("INSERT INTO figures VALUES (1, 99, 1, 5)", {0}),
        ("INSERT INTO figures SELECT day, 2, indicator, 1 FROM figures WHERE entry = 4", {2}),
        ("DELETE FROM cancelled", {0, 5}),
        ("UPDATE cancelled SET entry = 2", {0, 5}),
        ("INSERT INTO cancelled VALUES (2, 6)", {0, 6}),
        ("INSERT INTO cancelled VALUES (3, 99)", {0}),
        ("DELETE FROM states WHERE special = 1", {0}),
        ("UPDATE states SET received = received - 30 WHERE special = 0", {0}),
        ("UPDATE states SET number = number + 1", {0}),
        ("UPDATE states SET special = 0", {0}),
        ("INSERT INTO states SELECT plan, duty, period, 1, received, signed, latest, 1, 0"
         " FROM states WHERE special = 0 LIMIT 1", {0}),
    ],
)  # fmt: skip
def test_every_planted_difference_is_found_and_mended(
    filled: SqliteLedger, statement: str, found: set[int]
) -> None:
    before, chain = rows(filled), list(filled.chain())
    tamper(filled, statement)
    assert rows(filled) != before
    assert set(filled.derived_faults()) == found
    filled.rebuild()
    assert filled.derived_faults() == ()
    assert rows(filled) == before
    assert list(filled.chain()) == chain


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'notice'", "plan = duty", "duty = plan", "agency = plan", "period = plan",
        "recorded = recorded + 1", "document = '9/bc'", "document = NULL", "token = 'k'",
        "gist = gist + 1",
    ],
)  # fmt: skip
def test_columns_that_do_not_say_what_the_body_says_are_found(
    filled: SqliteLedger, change: str
) -> None:
    tamper(filled, "DROP TRIGGER entries_stay", f"UPDATE entries SET {change} WHERE id = 1")
    assert filled.derived_faults() == (1,)


def test_rebuilding_keeps_the_order_of_corrections(sqlite_ledger: SqliteLedger) -> None:
    for number in range(1, 30, 2):
        content = done(f"{number}/BC-SNV", agency=f"a{number % 4}", figures=(Figure("a", number),))
        sqlite_ledger.append([content, cancel(number)], WHO, NOON)
    sqlite_ledger.append([done("99/BC-SNV", agency="a1")], WHO, NOON)
    before = rows(sqlite_ledger)
    sqlite_ledger.rebuild()
    assert rows(sqlite_ledger) == before
    assert [one.agency for one in sqlite_ledger.states(PLAN)] == ["a1"]
    assert [one.id for one in sqlite_ledger.find(Query(active=True))] == [31]
