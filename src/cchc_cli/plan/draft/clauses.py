"""One item of a document into the single things that it says, each beginning with its own verb.

A sentence ends with a full stop or semicolon outside brackets and quotes. What begins with no verb
and no agency goes on about the part before it.
"""

import re
from typing import NamedTuple

from cchc_cli.plan.draft.letters import UPPER, plain
from cchc_cli.plan.draft.parties import parties_from
from cchc_cli.plan.draft.subjects import subject_of
from cchc_cli.plan.draft.verbs import BEGINS, TAILS

_ENDS = re.compile(
    rf"(?:;|(?<!\bTP)(?<!\bTT)(?<!\bTh)(?<!\bPGS)(?<!\.\.)[.!?](?=\s+[“\"(]?[{UPPER}(]))\s*|;?\n\s*[-+•]?\s*"
)
_PAIRS = {"(": ")", "“": "”", "[": "]"}
SHORTEST = 12


class Piece(NamedTuple):
    """A part of an item.

    Attributes:
        start: where it begins in the item.
        text: its words without the sign that ends them.
    """

    start: int
    text: str


def pieces(text: str) -> tuple[Piece, ...]:
    """The parts of an item, in order; together they hold all its words."""
    cuts = [found.span() for found in _ENDS.finditer(text) if not _inside(text, found.start())]
    parts: list[Piece] = []
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if text[at:start].strip():
            parts.append(Piece(at, text[at:start].rstrip(" ;.,/")))
        at = end
    return tuple(_merged(text, parts))


def _inside(text: str, at: int) -> bool:
    """Whether a place stands in brackets or quotes."""
    before = text[:at]
    if any(before.count(left) > before.count(right) for left, right in _PAIRS.items()):
        # A bracket that nobody closes hides nothing.
        return any(
            before.count(left) > before.count(right) and right in text[at:]
            for left, right in _PAIRS.items()
        )
    return before.count('"') % 2 == 1 and '"' in text[at:]


def _merged(text: str, parts: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for part in parts:
        if kept and (
            not begins_duty(part.text)
            or _only_names(kept[-1].text)
            or _ends_in_partners(kept[-1].text)
        ):
            last = kept[-1]
            end = part.start + len(part.text)
            kept[-1] = Piece(last.start, text[last.start : end].rstrip(" ;.,/"))
        else:
            kept.append(part)
    return kept


def _only_names(words: str) -> bool:
    """Whether words are nothing but who is to act; what they are to do follows."""
    order = re.match(r"(?:giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?", plain(words))
    found, end = parties_from(words, order.end() if order else 0)
    return bool(found) and not words[end:].strip(" ,;:-")


def _ends_in_partners(words: str) -> bool:
    """Whether words end within the list of those to work with."""
    found = re.search(r"phối hợp (?:chặt chẽ )?(?:với|cùng) ", plain(words))
    if not found:
        return False
    parties, end = parties_from(words, found.end())
    return bool(parties) and not words[end:].strip(" ,;")


def begins_duty(words: str) -> bool:
    """Whether words begin something that somebody is to do, by verb or by subject."""
    low = plain(words)
    if len(low) < SHORTEST or TAILS.match(re.sub(r"^(?:đồng thời|và|trong đó)[, ]+", "", low)):
        return False
    if re.match(r"(?:giao|đề nghị|yêu cầu|phân công|kính đề nghị)\b", low) or BEGINS.match(low):
        return True
    return subject_of(words) is not None
