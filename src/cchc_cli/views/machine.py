"""JSON: one document on standard output, its format and version in the first key."""

import json
from collections.abc import Mapping
from datetime import date


def document(form: str, content: Mapping[str, object]) -> str:
    """A JSON document ``cchc/<form>/1``; days are written ``YYYY-MM-DD``."""
    whole = {"format": f"cchc/{form}/1", **content}
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_plain, allow_nan=False) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
