"""Writing down in a plan's file what was read against its source, the rest of it left as it is."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli.plan.source import read_source
from cchc_cli.plan.splice import Splice


class Session(NamedTuple):
    """One sitting of somebody who reads duties against the source.

    Attributes:
        source: the file that was read, None where it was not at hand.
        prints: fingerprints by duty, as they are written.
    """

    reviewer: str
    day: date
    source: str | None
    prints: Mapping[str, str]


class Settled(NamedTuple):
    """A clause that lays no duty on anybody, why not, and the fingerprint of its words."""

    clause: str
    reason: str
    words: str | None


def with_session(path: Path, session: Session) -> str:
    """The text of a plan's file with a sitting added to its ``reviews``.

    Raises:
        BadPlan: if the file is not sound, or is written so that nothing can be added safely.
    """
    record: dict[str, object] = {"by": session.reviewer, "on": session.day}
    if session.source is not None:
        record["source"] = session.source
    record["duties"] = dict(session.prints)
    return _with_item(path, "reviews", record)


def with_context(path: Path, settled: Settled) -> str:
    """The text of a plan's file with a clause added to its ``context``, or put in its place.

    Raises:
        BadPlan: as above.
    """
    record: dict[str, object] = {"clause": settled.clause, "reason": settled.reason}
    if settled.words is not None:
        record["words"] = settled.words
    return _with_item(path, "context", record, same="clause")


def _with_item(path: Path, key: str, record: dict[str, object], same: str | None = None) -> str:
    splice = Splice.of_file(path)
    data = read_source(path).data
    known = data.get(key) if isinstance(data, dict) else None
    items = known if isinstance(known, list) else []
    at = len(items)
    for number, item in enumerate(items):
        if same and isinstance(item, dict) and item.get(same) == record[same]:
            at = number
    if items:
        splice.put((key, at), record)
    else:
        splice.put((key,), [record])
    return splice.result()
