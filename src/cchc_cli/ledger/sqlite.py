"""The ledger in one SQLite file, by the standard library.

WAL with synchronous FULL: an acknowledged entry survives a crash, and readers never wait.
Writers take turns by ``BEGIN IMMEDIATE``; a deferred transaction that reads first could not be
upgraded once another has written.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cchc_cli.domain.chain import GENESIS, entry_of, seal
from cchc_cli.domain.deadlines import DecidedBy
from cchc_cli.domain.entries import Content, Entry
from cchc_cli.domain.links import Link
from cchc_cli.errors import NotFound, Repeated
from cchc_cli.ledger.anchor import write_anchor
from cchc_cli.ledger.connect import connect, reading, writing
from cchc_cli.ledger.continuing import continuing
from cchc_cli.ledger.derived import Derived, columns_of, gist_of, wrong_entries
from cchc_cli.ledger.protocol import (
    Appended,
    Author,
    Due,
    Head,
    Query,
    State,
    Tally,
)
from cchc_cli.ledger.queries import find_sql
from cchc_cli.ledger.terms import Terms

FOREVER = date.max.toordinal()
BEYOND = 1 << 63  # SQLite's integers end there


class SqliteLedger:
    """A ledger in a file made by ``connect.create``.

    Raises:
        LedgerFault: if the file is missing, on a network share, newer than the program, or not
            a ledger.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = connect(path)
        self._terms = Terms(self._db)
        self._derived = Derived(self._db, self._terms)

    def append(
        self, contents: Sequence[Content], author: Author, now: datetime
    ) -> tuple[Appended, ...]:
        """See ``Ledger.append``."""
        appended: list[Appended] = []
        with self._writing():
            head = self.head()
            for content in contents:
                if known := self._known(content):
                    appended.append(Appended(known, found=True))
                    continue
                entry, body = seal(content, head.number + 1, now, author, head.hash)
                self._insert(entry, body)
                head = Head(entry.id, entry.hash, entry.recorded)
                appended.append(Appended(entry))
        if not all(one.found for one in appended):
            write_anchor(self.path, head)
        return tuple(appended)

    def extend(self, links: Iterable[Link], *, dry: bool = False) -> int:
        """See ``Ledger.extend``."""
        if dry:
            return sum(1 for _ in continuing(links, self.chain()))
        number, head = 0, Head(0, GENESIS)
        with self._writing():
            for entry, body in continuing(links, self.chain()):
                self._insert(entry, body)
                number, head = number + 1, Head(entry.id, entry.hash, entry.recorded)
        if number:
            write_anchor(self.path, head)
        return number

    def head(self) -> Head:
        """See ``Ledger.head``."""
        last = "SELECT max(id) FROM entries"
        row = self._one(f"SELECT id, hash, recorded FROM entries WHERE id = ({last})")
        if row is None:
            return Head(0, GENESIS)
        return Head(row[0], row[1], datetime.fromtimestamp(row[2], UTC))

    def entry(self, number: int) -> Entry | None:
        """See ``Ledger.entry``."""
        return self._first("e.id = ?", number) if 0 < number < BEYOND else None

    def cancelled_by(self, number: int) -> int | None:
        """See ``Ledger.cancelled_by``."""
        if number >= BEYOND:
            return None
        row = self._one("SELECT correction FROM cancelled WHERE entry = ?", number)
        return int(row[0]) if row else None

    def find(self, query: Query) -> Iterator[Entry]:
        """See ``Ledger.find``."""
        terms = {name: self._id(text) for name, text in _texts(query).items()}
        ids = {name: ident for name, ident in terms.items() if ident is not None}
        if len(ids) < len(terms):
            return
        sql, values = find_sql(query, ids)
        for row in self._all(sql, *values):
            yield _entry(row)

    def number_at(self, moment: datetime) -> int:
        """See ``Ledger.number_at``."""
        stamp = int(moment.timestamp())
        row = self._one("SELECT max(id) FROM entries WHERE recorded <= ?", stamp)
        return int(row[0] or 0) if row else 0

    def states(
        self, plan: str, agency: str | None = None, duty: str | None = None
    ) -> Iterator[State]:
        """See ``Ledger.states``."""
        yield from self._states(plan, agency=agency, duty=duty)

    def specials(self, plan: str) -> Iterator[State]:
        """See ``Ledger.specials``."""
        yield from self._states(plan, "AND s.special <> 0")

    def tally(
        self,
        plan: str,
        dues: Sequence[Due],
        today: date,
        decided_by: DecidedBy,
        *,
        each_agency: bool = False,
    ) -> tuple[Tally, ...]:
        """See ``Ledger.tally``."""
        self._want(dues)
        day = {"received": "s.received", "signed": "s.signed"}[decided_by]
        agency = "(SELECT text FROM terms WHERE id = s.agency)" if each_agency else "''"
        rows = self._all(
            f"SELECT w.label, {agency}, count(*), sum({day} > w.last) "
            "FROM temp.wanted AS w CROSS JOIN states AS s "
            "ON s.plan = ? AND s.duty = w.duty AND s.period = w.period "
            f"WHERE s.special = 0 AND {day} <= ? "
            f"GROUP BY w.label{', s.agency' if each_agency else ''}",
            self._id(plan),
            today.toordinal(),
        )
        return tuple(sorted(Tally(*row) for row in rows))

    def _want(self, dues: Sequence[Due]) -> None:
        """Put the wanted duties and periods into a table of this connection."""
        wanted = []
        for due in dues:
            duty, period = self._id(due.duty), self._id(due.period)
            if duty is not None and period is not None:
                limit = due.limit.toordinal() if due.limit else FOREVER
                wanted.append((due.label, duty, period, limit))
        with reading(self.path):
            self._db.execute(
                # In the order of the labels, so that nothing has to be sorted to group by them.
                "CREATE TEMP TABLE IF NOT EXISTS wanted (label INTEGER, duty INTEGER,"
                " period INTEGER, last INTEGER, PRIMARY KEY (label, duty, period)) WITHOUT ROWID"
            )
            self._db.execute("DELETE FROM temp.wanted")
            self._db.executemany("INSERT OR IGNORE INTO temp.wanted VALUES (?, ?, ?, ?)", wanted)

    def figures(
        self, first: date, end: date, agency: str | None = None, upto: int | None = None
    ) -> dict[str, float]:
        """See ``Ledger.figures``."""
        last = upto if upto is not None else self.head().number
        values: list[object] = [first.toordinal(), end.toordinal(), last, last]
        took_part = ""
        if agency is not None:
            took_part = "AND EXISTS (SELECT 1 FROM acts WHERE entry = f.entry AND agency = ?) "
            values.append(self._id(agency))
        rows = self._all(
            "SELECT t.text, sum(f.value) FROM figures AS f JOIN terms AS t ON t.id = f.indicator "
            "WHERE f.day >= ? AND f.day < ? AND f.entry <= ? AND NOT EXISTS "
            "(SELECT 1 FROM cancelled AS c WHERE c.entry = f.entry AND c.correction <= ?) "
            f"{took_part}GROUP BY f.indicator",
            *values,
        )
        return dict(rows)

    def chain(self) -> Iterator[tuple[int, str, str]]:
        """See ``Ledger.chain``."""
        yield from self._all("SELECT id, body, hash FROM entries ORDER BY id")

    def derived_faults(self) -> tuple[int, ...]:
        """See ``Ledger.derived_faults``."""
        with reading(self.path):
            return tuple(wrong_entries(self._db, self.find(Query())))

    def rebuild(self) -> None:
        """See ``Ledger.rebuild``."""
        with self._writing():
            self._derived.clear()
            for entry in self.find(Query()):
                self._derive(entry)

    def close(self) -> None:
        """See ``Ledger.close``."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with writing(self._db, self.path):
                yield
        finally:
            self._terms.forget()

    def _known(self, content: Content) -> Entry | None:
        """The entry that a retry is about.

        Raises:
            Repeated: if the content was recorded under another key, or its key for another one.
            NotFound: if it refers to an entry that is not there.
        """
        if content.target is not None and self.entry(content.target) is None:
            raise NotFound("no_entry", id=content.target)
        if content.key is not None:
            known = self._first("e.token = ?", content.key)
            if known is not None:
                if known.content != content:
                    raise Repeated("key_taken", key=content.key, id=known.id)
                return known
        if content.kind == "correction" and content.target is not None:
            repeated = self.cancelled_by(content.target)
        else:
            alike = self._entries("e.gist = ?", gist_of(content), active=True)
            repeated = next((one.id for one in alike if one.content.repeats(content)), None)
        if repeated is not None:
            raise Repeated("repeated", id=repeated)
        return None

    def _insert(self, entry: Entry, body: str) -> None:
        kind, plan, duty, agency, period, *rest = columns_of(entry)
        texts = (self._terms.number(str(text)) for text in (plan, duty, agency, period))
        self._db.execute(
            "INSERT INTO entries (id, kind, plan, duty, agency, period, recorded, document, token,"
            " gist, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (entry.id, kind, *texts, *rest, body, entry.hash),
        )
        self._derive(entry)

    def _derive(self, entry: Entry) -> None:
        target = entry.content.target
        self._derived.add(entry, None if target is None else self.entry(target))

    def _first(self, condition: str, value: object) -> Entry | None:
        return next(self._entries(condition, value), None)

    def _entries(self, condition: str, value: object, *, active: bool = False) -> Iterator[Entry]:
        sql, values = find_sql(Query(active=active), {}, (condition, [value]))
        return (_entry(row) for row in self._all(sql, *values))

    def _states(
        self, plan: str, extra: str = "", agency: str | None = None, duty: str | None = None
    ) -> Iterator[State]:
        values: list[object] = [self._id(plan)]
        for column, text in (("agency", agency), ("duty", duty)):
            if text is not None:
                extra += f" AND s.{column} = ?"
                values.append(self._id(text))
        rows = self._all(
            "SELECT d.text, p.text, a.text, s.received, s.signed, s.latest, s.number, s.special "
            "FROM states AS s JOIN terms AS d ON d.id = s.duty JOIN terms AS p ON p.id = s.period "
            f"JOIN terms AS a ON a.id = s.agency WHERE s.plan = ? {extra}",
            *values,
        )
        for duty_id, period, agency_id, received, signed, latest, number, special in rows:
            days = _day(received), _day(signed), _day(latest)
            yield State(duty_id, period, agency_id, *days, number, bool(special))

    def _id(self, text: str) -> int | None:
        with reading(self.path):
            return self._terms.find(text)

    def _one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        return next(self._all(sql, *values), None)

    def _all(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with reading(self.path):
            # By way of map: a search left early must not close the cursor of a closed database.
            yield from map(tuple, self._db.execute(sql, values))


def _entry(row: Sequence[Any]) -> Entry:
    body, own, previous = row
    return entry_of(body, previous or GENESIS, own)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _texts(query: Query) -> dict[str, str]:
    """The texts of a query that stand in ``terms``."""
    named = {"plan": query.plan, "duty": query.duty, "agency": query.agency,
             "period": query.period}  # fmt: skip
    return {name: text for name, text in named.items() if text is not None}
