"""A fault in a user's file: a value with its place, collected and never raised."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Fault(NamedTuple):
    """What is wrong, and where.

    Attributes:
        code: key of the sentence in ``views.wording``.
        file: the path as the user gave it.
        line: line from 1, 0 where the fault is the whole file's.
        column: column from 1.
        field: the path of keys to the value, such as ``duties[3].schedule``.
        values: what the sentence's placeholders stand for; ``allowed`` (what was allowed) and
            ``nearest`` (the nearest right words) where they apply.
        severity: a ``warning`` does not make the file unusable.
    """

    code: str
    file: str
    line: int = 0
    column: int = 0
    field: str = ""
    values: Mapping[str, object] = {}
    severity: Severity = "error"


def nearest(word: object, known: list[str]) -> str:
    """The known word nearest to ``word``, or an empty string."""
    found = get_close_matches(str(word), known, n=1, cutoff=0.6)
    return found[0] if found else ""
