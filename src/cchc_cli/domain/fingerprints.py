"""Fingerprints of words: whether a clause still says what somebody once read.

Two texts are the same if their words are: letter case, punctuation, blanks, the place of a tone
mark (``hoá``/``hóa``, ``Uỷ``/``Ủy``) and the Unicode form do not count; marks, letters and digits
do.
"""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from typing import Any, Literal

from cchc_cli.domain.names import tokens
from cchc_cli.domain.plan import Duty, Plan, Review

LENGTH = 16
# What the source says of a duty; titles, questions and notes are the encoder's own.
ENCODED = (
    "clause", "text", "schedule", "force", "lead", "implement", "cooperate", "partners",
    "partner_words", "product", "measure", "time_words", "report_to", "report_through", "moved",
)  # fmt: skip

# Letters and digits, and marks that have no composed form with the letter before.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")

Reading = Literal[
    "never",  # nobody has read it against the source
    "read",  # somebody has, as it stands
    "changed",  # it was read, and changed afterwards
]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    composed = unicodedata.normalize("NFC", text)
    return tuple(one for word in _WORD.findall(composed) for one in _compared(word))


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each of :func:`words_of` stands in a text that is NFC."""
    return tuple(found.span() for found in _WORD.finditer(text) for _ in _compared(found.group()))


@lru_cache(maxsize=20_000)
def _compared(word: str) -> tuple[str, ...]:
    """A word in its toned spelling; a document says few words many times."""
    return tuple(token.toned for token in tokens(word))


def fingerprint(text: str) -> str:
    """The fingerprint of a text's words: 16 hexadecimal digits of their SHA-256."""
    return _digest(" ".join(words_of(text)))


def duty_fingerprint(duty: Duty) -> str:
    """The fingerprint of all that the plan's file takes from the source for a duty."""
    said = [_plain(getattr(duty, name)) for name in ENCODED]
    return _digest(json.dumps(said, ensure_ascii=False))


def _plain(value: Any) -> object:
    """A value without what a later version of the program may add to its record by default."""
    if hasattr(value, "_fields"):
        defaults, given = value._field_defaults, value._asdict()
        told = {name: one for name, one in given.items() if one != defaults.get(name, ...)}
        return {type(value).__name__: {name: _plain(one) for name, one in told.items()}}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return " ".join(words_of(value))
    return value if value is None or isinstance(value, int | float) else str(value)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def readings(plan: Plan) -> dict[str, Reading]:
    """Of each duty that binds, whether it was read against the source as it stands."""
    reviews: dict[str, list[Review]] = {}
    for one in plan.reviews:
        reviews.setdefault(one.duty, []).append(one)
    return {
        duty.id: _reading(duty, reviews[duty.id]) if duty.id in reviews else "never"
        for duty in plan.duties
        if duty.until is None
    }


def _reading(duty: Duty, reviews: list[Review]) -> Reading:
    own = duty_fingerprint(duty)
    return "read" if any(one.encoded == own for one in reviews) else "changed"


def to_review(plan: Plan) -> tuple[Duty, ...]:
    """The duties that have changed since somebody read them: "cần rà soát"."""
    if not plan.reviews:
        return ()
    told = readings(plan)
    return tuple(duty for duty in plan.duties if told.get(duty.id) == "changed")
