"""The derived tables of a SQLite ledger: made from the entries, checked, and made again."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from cchc_cli.domain.bearings import Bearing, bearings_of, counted_figures
from cchc_cli.domain.chain import GENESIS, body_of, digest
from cchc_cli.domain.entries import Content, Entry, OfficialDocument
from cchc_cli.ledger.terms import Terms

_ROW = """
    SELECT e.kind, p.text, d.text, a.text, o.text, e.recorded, e.document, e.token, e.gist
    FROM entries AS e JOIN terms AS p ON p.id = e.plan JOIN terms AS d ON d.id = e.duty
    JOIN terms AS a ON a.id = e.agency JOIN terms AS o ON o.id = e.period WHERE e.id = ?
"""
_ACTS = """
    SELECT p.text, d.text, o.text, a.text, x.entry, x.received, x.signed FROM acts AS x
    JOIN terms AS p ON p.id = x.plan JOIN terms AS d ON d.id = x.duty
    JOIN terms AS o ON o.id = x.period JOIN terms AS a ON a.id = x.agency WHERE x.entry = ?
"""
_FIGURES = """
    SELECT f.entry, t.text, f.value, f.day FROM figures AS f
    JOIN terms AS t ON t.id = f.indicator WHERE f.entry = ?
"""
_STRAYS = """
    SELECT 1 FROM (SELECT entry FROM acts UNION SELECT entry FROM figures
        UNION SELECT correction FROM cancelled)
    WHERE entry NOT IN (SELECT id FROM entries) LIMIT 1
"""
_STATES_AGAIN = """
    SELECT plan, duty, period, agency, min(received), min(signed),
        max(max(received), max(signed)), count(received), max(received IS NULL)
    FROM acts AS a WHERE {where} AND duty <> 0 AND agency <> 0
    AND NOT EXISTS (SELECT 1 FROM cancelled AS c WHERE c.entry = a.entry)
    GROUP BY plan, duty, period, agency
"""
_OBLIGATION = "plan = ? AND duty = ? AND period = ? AND agency = ?"


class Derived:
    """What is made from the entries, kept up within the transaction that writes them."""

    def __init__(self, db: sqlite3.Connection, terms: Terms) -> None:
        self._db = db
        self._terms = terms

    def add(self, entry: Entry, target: Entry | None) -> None:
        """Derive an entry; ``target`` is the one that it refers to."""
        if entry.content.kind == "correction" and target is not None:
            self._db.execute("INSERT INTO cancelled VALUES (?, ?)", (target.id, entry.id))
            for act in bearings_of(target):
                self._recount(act)
        for act in bearings_of(entry):
            self._count(act)
        for indicator, day, value in _summed(entry):
            self._db.execute(
                "INSERT INTO figures VALUES (?, ?, ?, ?)",
                (day, entry.id, self._terms.number(indicator), value),
            )

    def clear(self) -> None:
        """Empty the derived tables."""
        for table in ("acts", "figures", "cancelled", "states"):
            self._db.execute(f"DELETE FROM {table}")

    def _count(self, act: Bearing) -> None:
        key = self._key(act)
        received, signed = _ordinal(act.received), _ordinal(act.signed)
        done = received is not None and signed is not None
        latest = max(received, signed) if received is not None and signed is not None else None
        self._db.execute(
            "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?)", (*key, act.entry, received, signed)
        )
        if act.duty and act.agency:
            self._db.execute(
                "INSERT INTO states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                "received = min(ifnull(received, excluded.received), "
                "ifnull(excluded.received, received)), "
                "signed = min(ifnull(signed, excluded.signed), ifnull(excluded.signed, signed)), "
                "latest = max(ifnull(latest, excluded.latest), ifnull(excluded.latest, latest)), "
                "number = number + excluded.number, special = max(special, excluded.special)",
                (*key, received, signed, latest, int(done), int(not done)),
            )

    def _recount(self, act: Bearing) -> None:
        """Make the state of an obligation again from its acts that still stand."""
        key = self._key(act)
        again = _STATES_AGAIN.format(where=_OBLIGATION)
        self._db.execute(f"DELETE FROM states WHERE {_OBLIGATION}", key)
        self._db.execute(f"INSERT INTO states {again}", key)

    def _key(self, act: Bearing) -> tuple[int, ...]:
        texts = (act.plan, act.duty, act.period, act.agency)
        return tuple(self._terms.number(text) for text in texts)


def columns_of(entry: Entry) -> tuple[object, ...]:
    """What stands beside an entry's body to find it by: kind … gist, texts not yet numbered."""
    content = entry.content
    return (
        content.kind,
        content.plan,
        content.duty or "",
        content.agency or "",
        content.period or "",
        int(entry.recorded.timestamp()),
        content.document.number.casefold() if content.document else None,
        content.key,
        gist_of(content),
    )


def gist_of(content: Content) -> int:
    """A number that contents share if one repeats the other (see ``Content.repeats``)."""
    told = content._replace(key=None)
    if content.document is not None:
        told = Content(
            content.kind, content.plan, content.duty, content.agency, content.period,
            target=content.target, until=content.until,
            document=OfficialDocument(content.document.number.casefold()),
        )  # fmt: skip
    body = body_of(Entry(0, told, datetime.fromtimestamp(0, UTC), "", None, "", ""))
    return int(digest(GENESIS, body)[:16], 16) - (1 << 63)


def wrong_entries(db: sqlite3.Connection, entries: Iterable[Entry]) -> Iterator[int]:
    """Numbers of entries whose derived rows are not what they say; 0 for anything else."""
    for entry in entries:
        acts = {
            (*act[:5], _ordinal(act.received), _ordinal(act.signed)) for act in bearings_of(entry)
        }
        figures = {(entry.id, indicator, value, day) for indicator, day, value in _summed(entry)}
        target = entry.content.target if entry.content.kind == "correction" else None
        cancelled = db.execute("SELECT entry FROM cancelled WHERE correction = ?", (entry.id,))
        if (
            db.execute(_ROW, (entry.id,)).fetchone() != columns_of(entry)
            or set(db.execute(_ACTS, (entry.id,))) != acts
            or set(db.execute(_FIGURES, (entry.id,))) != figures
            or [row[0] for row in cancelled] != ([target] if target else [])
        ):
            yield entry.id
    stored, again = "SELECT * FROM states", _STATES_AGAIN.format(where="true")
    for sql in (
        f"SELECT 1 FROM ({again} EXCEPT {stored}) LIMIT 1",
        f"SELECT 1 FROM ({stored} EXCEPT {again}) LIMIT 1",
        _STRAYS,
    ):
        if db.execute(sql).fetchone():
            yield 0


def _summed(entry: Entry) -> list[tuple[str, int, float]]:
    """An entry's figures as (indicator, day, value); one indicator told twice is added up."""
    sums: dict[tuple[str, int], float] = {}
    for one in counted_figures(entry):
        place = one.indicator, one.day.toordinal()
        sums[place] = sums.get(place, 0.0) + one.value
    return [(*place, value) for place, value in sums.items()]


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None
