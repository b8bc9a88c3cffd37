"""Records to JSON and back, for the plan cache.

A record is an object with its class name under ``#``; a date is its ordinal under ``@``. Lists
come back as tuples. Only classes named in ``RECORDS`` are ever made.
"""

import json
from datetime import date
from typing import Any

from cchc_cli.domain import agencies, deadlines, plan, schedules, workdays

RECORDS: dict[str, Any] = {
    name: record
    for module in (agencies, deadlines, plan, schedules, workdays)
    for name, record in vars(module).items()
    if isinstance(record, type) and issubclass(record, tuple) and hasattr(record, "_fields")
}


def encode(record: object) -> str:
    """The JSON text of a record."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Any:
    """The record of a JSON text.

    Raises:
        ValueError, KeyError or TypeError: if the text is not what ``encode`` writes.
    """
    return json.loads(text, object_hook=_record)


def _plain(value: Any) -> object:
    if hasattr(value, "_fields"):
        defaults = value._field_defaults
        fields = {
            name: _plain(item)
            for name, item in zip(value._fields, value, strict=True)
            if name not in defaults or item != defaults[name]
        }
        return {"#": type(value).__name__, **fields}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return {"@": value.toordinal()}
    return value


def _record(found: dict[str, Any]) -> Any:
    if "@" in found:
        return date.fromordinal(found["@"])
    record = RECORDS[found.pop("#")]
    return record(**{name: _tuple(item) for name, item in found.items()})


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
