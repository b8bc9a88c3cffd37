r"""The one written form of an entry, and the hash that chains it to the entry before.

The body is JSON in UTF-8: keys in alphabetical order, no spaces, nothing that has its default
value. Its hash is SHA-256 over the previous hash, a line feed and the body, so that anybody can
rebuild it::

    printf '%s\n%s' "$PREVIOUS" "$BODY" | sha256sum
"""

import hashlib
import json
from datetime import UTC, date, datetime
from typing import Any

from cchc_cli.domain.entries import Content, Entry, EvidenceFile, Figure, OfficialDocument

GENESIS = "0" * 64


def seal(
    content: Content, number: int, recorded: datetime, who: tuple[str, str | None], previous: str
) -> tuple[Entry, str]:
    """The entry that ``content`` becomes at its place in the chain, and its body."""
    actor, name = who
    stamp = recorded.astimezone(UTC).replace(microsecond=0)
    entry = Entry(number, content, stamp, actor, name, previous, "")
    body = body_of(entry)
    return entry._replace(hash=digest(previous, body)), body


def digest(previous: str, body: str) -> str:
    """The hash of an entry with that body after the entry with that hash."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


def body_of(entry: Entry) -> str:
    """The canonical body of an entry; its own hash and the previous one are not part of it."""
    data = _plain(entry.content)
    data |= {
        "id": entry.id,
        "recorded": entry.recorded.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "actor": entry.actor,
    }
    if entry.name is not None:
        data["name"] = entry.name
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if hasattr(value, "_fields"):
        defaults = value._field_defaults
        return {
            name: _plain(item)
            for name, item in zip(value._fields, value, strict=True)
            if name not in defaults or item != defaults[name]
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def entry_of(body: str, previous: str, own: str) -> Entry:
    """The entry with that body.

    Raises:
        ValueError, KeyError or TypeError: if the text is no body of an entry.
    """
    data: dict[str, Any] = json.loads(body)
    recorded = datetime.fromisoformat(data.pop("recorded")).astimezone(UTC)
    number, actor, name = data.pop("id"), data.pop("actor"), data.pop("name", None)
    return Entry(number, _content(data), recorded, actor, name, previous, own)


def _content(data: dict[str, Any]) -> Content:
    for key in ("counts_on", "day", "until"):
        if key in data:
            data[key] = date.fromisoformat(data[key])
    if document := data.get("document"):
        for key in ("signed", "received"):
            if key in document:
                document[key] = date.fromisoformat(document[key])
        data["document"] = OfficialDocument(**document)
    if "files" in data:
        data["files"] = tuple(EvidenceFile(**one) for one in data["files"])
    if "figures" in data:
        data["figures"] = tuple(Figure(**one) for one in data["figures"])
    if "fulfils" in data:
        data["fulfils"] = tuple((duty, agency) for duty, agency in data["fulfils"])
    for key in ("links", "participants"):
        if key in data:
            data[key] = tuple(data[key])
    return Content(**data)
