"""The history of entries, and an entry as other programs read it."""

from collections.abc import Sequence
from typing import Any

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.entries import Content
from cchc_cli.domain.local_time import VIETNAM
from cchc_cli.domain.plan import Plan
from cchc_cli.services.history import Line
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import history as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.recording import PARTS, kind_name
from cchc_cli.views.wording.words import RHYTHMS, number_text

COLUMNS = (
    Column("id", "Số", 5, whole=True),
    Column("recorded", "Lúc", 11),
    Column("who", "Người ghi", 10),
    Column("kind", "Loại", 11),
    Column("what", "Việc", 11),
    Column("agency", "Cơ quan", 12),
    Column("document", "Văn bản", 13, whole=True),
    Column("marks", "Ghi chú", 10),
)
NARROW = 72
DROPPED = frozenset({"who", "document"})
NONE = "-"
# Keys that stand for no period.
NO_PERIOD = frozenset(RHYTHMS)


def history_sheet(plan: Plan, lines: Sequence[Line], width: int) -> Sheet:
    """Entries in the order of the chain, the newest last."""
    columns = [one for one in COLUMNS if width >= NARROW or one.key not in DROPPED]
    if not any(marks_of(line) for line in lines):
        columns = [one for one in columns if one.key != "marks"]
    roster = Roster(plan.registry)
    rows = [[cells[one.key] for one in columns] for cells in (_cells(roster, x) for x in lines)]
    if not rows:
        return Sheet([words.ABOVE], columns, (), [words.NOTHING])
    count = words.COUNT.format(number=number_text(len(rows)))
    return Sheet([words.ABOVE], columns, [Section("", rows)], [count])


def _cells(roster: Roster, line: Line) -> dict[str, str]:
    entry, content = line.entry, line.entry.content
    local = entry.recorded.astimezone(VIETNAM)
    return {
        "id": words.OF_ENTRY.format(number=entry.id),
        "recorded": f"{day_text(local.date())} {local:%H:%M}",
        "who": entry.name or entry.actor,
        "kind": kind_text(content),
        "what": " ".join(filter(None, (content.duty, period_text(content)))) or NONE,
        "agency": name_of(roster, content.agency) if content.agency else NONE,
        "document": content.document.number if content.document else NONE,
        "marks": "; ".join(marks_of(line)) or NONE,
    }


def kind_text(content: Content) -> str:
    """What kind of entry it is, with the part of a report or the entry that it is about."""
    text = kind_name(content)
    if content.part is not None:
        text += f" ({PARTS[content.part]})"
    if content.target is not None:
        text += f" {words.OF_ENTRY.format(number=content.target)}"
    return text


def period_text(content: Content) -> str:
    """The key of the period, nothing where there is none."""
    return content.period if content.period and content.period not in NO_PERIOD else ""


def name_of(roster: Roster, ident: str) -> str:
    """The name of an agency; its id where the plan at hand does not know it."""
    return roster.name(ident) if ident in roster.agencies or ident in roster.groups else ident


def marks_of(line: Line) -> list[str]:
    """What became of an entry: cancelled, or recorded after its period was closed."""
    marks = []
    if line.cancelled_by is not None:
        marks.append(words.CANCELLED.format(number=line.cancelled_by))
    if line.late_for is not None:
        marks.append(words.AFTER_CLOSE)
    return marks


def history_json(lines: Sequence[Line]) -> str:
    """The history as JSON (``cchc/history/1``)."""
    return document(
        "history", {"count": len(lines), "entries": [line_data(line) for line in lines]}
    )


def line_data(line: Line) -> dict[str, object]:
    """What machine output tells of an entry: everything recorded, and what became of it."""
    entry = line.entry
    return {
        "id": entry.id,
        "recorded": entry.recorded.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "actor": entry.actor,
        "name": entry.name,
        **plain_data(entry.content),
        "cancelled_by": line.cancelled_by,
        "late_for": line.late_for,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def plain_data(value: Any) -> Any:
    """A record and the records in it as what JSON has."""
    if hasattr(value, "_asdict"):
        return {key: plain_data(item) for key, item in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    return value
