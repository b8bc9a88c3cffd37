"""Entries of the ledger: what happened, never changed afterwards.

An entry is what was recorded (``Content``) with its place in the chain, its time and its author.
Nothing is ever edited: a mistake is undone by a ``correction`` that names the entry it cancels.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple, get_args

EntryKind = Literal[
    "done",  # something was done; with evidence, and with figures where it was an activity
    "event",  # something happened that starts a clock
    "deadline",  # a day was set for a period for which the plan names none
    "extension",  # a deadline was moved, the original one kept
    "waiver",  # the duty does not apply
    "none",  # nothing came up in the period ("không phát sinh")
    "return",  # a result was sent back to be put right
    "accept",  # a result that was sent back is accepted after all
    "narrative",  # words for a report
    "notice",  # a reminder was sent
    "close",  # the figures of a period were closed
    "correction",  # an earlier entry is cancelled
]
NarrativePart = Literal["result", "strength", "shortcoming", "cause", "direction", "proposal"]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
NARRATIVE_PARTS: tuple[NarrativePart, ...] = get_args(NarrativePart)


class OfficialDocument(NamedTuple):
    """The document behind an entry.

    Attributes:
        number: number and symbol as printed, ``123/BC-SNV`` or ``171-KH/TU``.
        issuer: its issuer, in words; None if it is the entry's agency.
        signed: the day printed on it.
        received: the day on which the receiver had it.
        subject: its subject line (trích yếu).
    """

    number: str
    issuer: str | None = None
    signed: date | None = None
    received: date | None = None
    subject: str | None = None


class EvidenceFile(NamedTuple):
    """A file kept in the evidence folder under its SHA-256."""

    name: str
    sha256: str
    size: int


class Figure(NamedTuple):
    """A number for a row of the statistics annex."""

    indicator: str
    value: float


class Content(NamedTuple):
    """What is recorded.

    Attributes:
        plan: id of the plan.
        duty: id of the duty; None for a narrative of the whole report and for a closed period.
        agency: id of the agency; None means all that bear the duty, or the whole city.
        period: key of the occurrence (``2021/h1``, ``2021-Q2``, ``continuous`` …).
        counts_for: key of the period that the figures count for, where it was said;
            ``counts_on`` the day in it on which they count.
        day: the day it happened; of an event, the event's day.
        until: the day that was set or moved to.
        participants: the other agencies of a joint event.
        fulfils: (duty, agency) pairs that a ``done`` entry counts for, this one's own first.
        target: the entry that is returned, accepted or cancelled.
        text: reason, note or narrative.
        key: idempotency key chosen by the caller.
    """

    kind: EntryKind
    plan: str
    duty: str | None = None
    agency: str | None = None
    period: str | None = None
    counts_for: str | None = None
    counts_on: date | None = None
    day: date | None = None
    until: date | None = None
    document: OfficialDocument | None = None
    files: tuple[EvidenceFile, ...] = ()
    links: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    channel: str | None = None
    topic: str | None = None
    participants: tuple[str, ...] = ()
    fulfils: tuple[tuple[str, str], ...] = ()
    target: int | None = None
    part: NarrativePart | None = None
    text: str | None = None
    key: str | None = None

    @property
    def has_evidence(self) -> bool:
        """Whether a document, a file or a link stands behind it."""
        return self.document is not None or bool(self.files or self.links)

    def repeats(self, other: "Content") -> bool:
        """Whether ``other`` says the same thing: one document for one obligation, or every word.

        Notes and subjects may differ where a document's number tells what is meant.
        """
        mine = (self.kind, self.plan, self.duty, self.agency, self.period, self.target, self.until)
        if mine != (
            other.kind, other.plan, other.duty, other.agency, other.period, other.target,
            other.until,
        ):  # fmt: skip
            return False
        if self.document and other.document:
            return self.document.number.casefold() == other.document.number.casefold()
        return self._replace(key=None) == other._replace(key=None)


class Entry(NamedTuple):
    """A line of the ledger.

    Attributes:
        id: place in the chain, from 1 without gaps.
        recorded: when it was written, in UTC.
        actor: the operating-system user; ``name`` who that is, if it was said.
        previous: hash of the entry before, ``hash`` of this one (SHA-256, hexadecimal).
    """

    id: int
    content: Content
    recorded: datetime
    actor: str
    name: str | None
    previous: str
    hash: str
