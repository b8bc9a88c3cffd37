"""What the labels of a task come to: who, with whom, when, what for; and sentences in them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.charges import Charge
from cchc_cli.plan.draft.clauses import begins_duty, pieces
from cchc_cli.plan.draft.labels import Labelled
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.parties import bearers_in, parties_in
from cchc_cli.plan.draft.roles import is_role_alone
from cchc_cli.plan.draft.subjects import subject_of

_SENTENCE_WIDTH = 60
_JOINS = re.compile(
    r"[,;.\n(]?\s*(?:và\s+)?(?:(?:cơ quan|đơn vị)\s+)?phối hợp\s*(?:với|thực hiện)?\s*:?\s+"
)


_WHEN = re.compile(
    r"[.;,]\s*(?P<t>(?:hoàn thành|xong|trước ngày|trước \d|chậm nhất|trong (?:quý|tháng|năm \d))"
    r"[^.;]*\d[^.;]*)\W*$"
)


class Values(NamedTuple):
    """What labels say of a task.

    Attributes:
        charge: who acts by them, or who did already where they name nobody.
        sentences: values that are sentences with a subject of their own.
        named: a label names who acts.
    """

    charge: Charge | None
    time: str | None = None
    product: str | None = None
    sentences: tuple[str, ...] = ()
    named: bool = False


def read_values(labels: Iterable[Labelled], charge: Charge | None, book: Book) -> Values:
    """The labels of one task, read together."""
    reader = _Reader(charge, book)
    for label in labels:
        reader.take(label)
    return reader.values()


class _Reader:
    def __init__(self, charge: Charge | None, book: Book) -> None:
        self._book = book
        self._charge = charge
        self._named = False
        self._time: str | None = None
        self._product: str | None = None
        self._sentences: list[str] = []
        self._partners: dict[str, None] = {}
        self._partner_words: str | None = None
        self._doubts: list[Doubt] = []

    def take(self, label: Labelled) -> None:
        if label.kind in ("lead", "implement"):
            self._who(label)
        elif label.kind == "partner":
            self._join(label.value)
        elif label.kind == "time":
            self._time = label.value.strip(" ;") or self._time
        elif label.kind == "product":
            self._product = label.value.strip(" .;") or self._product

    def _who(self, label: Labelled) -> None:
        found = sentences(label.value)
        if found:
            self._sentences += found
            return
        who, timed = _split_time(label.value)
        self._time = self._time or timed
        value, joining = split_partners(who)
        idents, unsure = self._book.idents(bearers_in(value))
        leads = self._named and self._charge is not None and self._charge.role == "lead"
        if idents and leads and label.kind == "implement":
            self._add(idents, unsure)
        elif idents:
            self._charge = Charge(idents, "assigned", unsure, label.kind)
            self._named = True
        if joining:
            self._add(*self._book.idents(parties_in(joining)))

    def _join(self, value: str) -> None:
        idents, unsure = self._book.idents(parties_in(value))
        self._add(idents, unsure)
        if not idents:
            self._partner_words = value.strip(" .;") or None

    def _add(self, idents: tuple[str, ...], unsure: tuple[Doubt, ...]) -> None:
        self._partners.update(dict.fromkeys(idents))
        self._doubts += unsure

    def values(self) -> Values:
        charge = self._charge
        if charge is not None and (self._partners or self._partner_words):
            charge = charge._replace(
                partners=tuple(self._partners),
                partner_words=self._partner_words,
                doubts=(*charge.doubts, *self._doubts),
            )
        return Values(charge, self._time, self._product, tuple(self._sentences), self._named)


def sentences(value: str) -> list[str]:
    """The parts of a value that is no list of names but sentences with subject and verb."""
    if len(value) < _SENTENCE_WIDTH:
        return []
    parts = [piece.text for piece in pieces(value)]
    acting = [
        part for part in parts if (subject := subject_of(part)) and _acts(part[subject.rest :])
    ]
    return parts if acting and len(acting) >= max(1, len(parts) // 2) else []


def _acts(rest: str) -> bool:
    """Whether words behind a subject say what it does, and not only which part is meant."""
    low = plain(rest).lstrip(" ,")
    meant = low.startswith(("theo ", "trong ", "có liên quan", "liên quan"))
    if is_role_alone(rest.strip(" ,")):
        return False
    return len(low) > 25 and not meant and begins_duty(low)


def _split_time(value: str) -> tuple[str, str | None]:
    """``UBND cấp xã. Hoàn thành trước 30/6``: who, and when where that follows."""
    found = _WHEN.search(plain(value))
    return (value[: found.start()], value[found.start("t") :]) if found else (value, None)


def split_partners(value: str) -> tuple[str, str]:
    """``Sở A chủ trì, phối hợp với Sở B``: who leads, and with whom."""
    found = _JOINS.search(plain(value))
    if not found or found.start() < 3:
        return value, ""
    return value[: found.start()], value[found.end() :]
