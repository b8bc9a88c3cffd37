"""Edits of a registry's text when agencies change: merged, renamed or split on a day.

The old agency keeps its entry and its id, so that what was recorded stays under its name; it gets
its last day and its successors. A new agency's entry follows it. Groups that it belongs to take in
its heirs from that day. All else of the file stays as it is.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from cchc_cli.plan.source import KeyPath, read_text
from cchc_cli.plan.splice import Splice

# Keys that stand before the days of an agency's life.
BEFORE = ("email", "place", "superior", "aliases", "kind")


class Heir(NamedTuple):
    """Who takes over.

    Attributes:
        matters: words of the matters that it takes; none if it is the default.
        entry: its entry in the registry, where it is new.
    """

    ident: str
    matters: tuple[str, ...] = ()
    entry: Mapping[str, object] | None = None


class Turn(NamedTuple):
    """A change of agencies on a day.

    Attributes:
        gone: ids of those that end with it.
        note: where it is known from.
    """

    day: date
    gone: tuple[str, ...]
    heirs: tuple[Heir, ...]
    note: str | None = None


def turned(text: str, file: str, turn: Turn) -> str:
    """The registry's text after a change of agencies.

    Args:
        text: the text of a registry that is sound.
        file: its name, for messages.
        turn: the change; who ends exists in the file.

    Raises:
        BadPlan: ``cannot_splice`` if the file is written in a way that cannot be edited.
    """
    splice = Splice(text, file)
    data: Any = read_text(text, file).data
    places = {one["id"]: at for at, one in enumerate(data["agencies"])}
    for ident in turn.gone:
        _end(splice, data, places[ident], turn)
    last = max(places[ident] for ident in turn.gone)
    for heir in turn.heirs:
        if heir.entry is not None:
            splice.insert(("agencies", last), heir.entry)
    for at, group in enumerate(data.get("groups") or []):
        _join(splice, ("groups", at, "members"), group.get("members") or [], turn)
    return splice.result()


def _end(splice: Splice, data: Any, at: int, turn: Turn) -> None:
    agency, path = data["agencies"][at], ("agencies", at)
    after = next(key for key in BEFORE if key in agency)
    splice.put((*path, "until"), turn.day, after="from" if "from" in agency else after)
    successors = [_successor(heir, turn) for heir in turn.heirs]
    if agency.get("successors"):
        for one in successors:
            splice.put((*path, "successors", len(agency["successors"])), one)
    else:
        # With no place of its own the list follows the day that was just written.
        splice.put((*path, "successors"), successors, after="from" if "from" in agency else after)


def _successor(heir: Heir, turn: Turn) -> dict[str, object]:
    found: dict[str, object] = {"agency": heir.ident, "on": turn.day}
    if heir.matters:
        found["matters"] = list(heir.matters)
    if turn.note:
        found["note"] = turn.note
    return found


def _join(splice: Splice, path: KeyPath, members: Sequence[Any], turn: Turn) -> None:
    listed = [one if isinstance(one, str) else one["agency"] for one in members]
    staying = [
        one if isinstance(one, str) else one["agency"]
        for one in members
        if isinstance(one, str) or one.get("until") is None or one["until"] > turn.day
    ]
    if not set(staying) & set(turn.gone):
        return
    for heir in turn.heirs:
        if heir.ident not in listed:
            splice.put((*path, len(members)), {"agency": heir.ident, "from": turn.day})
