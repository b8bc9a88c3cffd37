"""The SQL of a search for entries."""

from collections.abc import Mapping
from datetime import date, timedelta

from cchc_cli.domain.local_time import day_begins
from cchc_cli.ledger.protocol import Query

_SELECT = "SELECT e.body, e.hash, (SELECT hash FROM entries WHERE id = e.id - 1) FROM entries AS e"


Part = tuple[str, list[object]]


def find_sql(query: Query, ids: Mapping[str, int], *more: Part) -> tuple[str, list[object]]:
    """The statement and its values.

    Args:
        query: which entries.
        ids: the term numbers of the query's texts.
        more: further conditions on ``e`` with their values.
    """
    parts = list(more)
    if {"duty", "agency", "period"} & set(ids):
        where = " AND ".join(f"{name} = ?" for name in ids)
        if "duty" in ids and "plan" not in ids:
            # The index begins with the plan: look into each that there may be.
            where = f"plan IN (SELECT id FROM terms) AND {where}"
        parts.append((f"e.id IN (SELECT entry FROM acts WHERE {where})", [*ids.values()]))
    elif "plan" in ids:
        parts.append(("e.plan = ?", [ids["plan"]]))
    if query.kinds:
        marks = ", ".join("?" * len(query.kinds))
        rare = "" if "done" in query.kinds else "e.kind <> 'done' AND "
        parts.append((f"{rare}e.kind IN ({marks})", [*query.kinds]))
    if query.document is not None:
        named = "SELECT id FROM entries WHERE document IS NOT NULL AND instr(document, ?) > 0"
        parts.append((f"e.id IN ({named})", [query.document.casefold()]))
    if query.actor is not None:
        said = "json_extract(e.body, '$.actor') = ? OR json_extract(e.body, '$.name') = ?"
        parts.append((f"({said})", [query.actor, query.actor]))
    if query.first is not None:
        parts.append(("e.recorded >= ?", [_begin(query.first)]))
    if query.last is not None:
        parts.append(("e.recorded < ?", [_begin(query.last + timedelta(days=1))]))
    if query.upto is not None:
        parts.append(("e.id <= ?", [query.upto]))
    if query.after is not None:
        parts.append(("e.id > ?", [query.after]))
    if query.active:
        known = "" if query.upto is None else " AND c.correction <= ?"
        cancelled = f"SELECT 1 FROM cancelled AS c WHERE c.entry = e.id{known}"
        values: list[object] = [] if query.upto is None else [query.upto]
        parts.append((f"e.kind <> 'correction' AND NOT EXISTS ({cancelled})", values))
    where = f" WHERE {' AND '.join(text for text, _ in parts)}" if parts else ""
    return f"{_SELECT}{where} ORDER BY e.id", [value for _, values in parts for value in values]


def _begin(day: date) -> int:
    return int(day_begins(day).timestamp())
