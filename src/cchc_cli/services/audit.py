"""The audit: whether the chain is whole, the evidence in place, and what is derived right."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from cchc_cli.domain.chain import GENESIS, digest
from cchc_cli.domain.entries import Entry, EvidenceFile
from cchc_cli.domain.links import written_entry
from cchc_cli.ledger.protocol import Head, Ledger

FindingKind = Literal[
    "edited",  # an entry's words do not give its hash
    "missing",  # an entry between two others is gone
    "out_of_place",  # an entry says that it has another number
    "unreadable",  # an entry's words are no entry
    "cut_off",  # an entry that was there once is gone from the end
    "replaced",  # an entry is not the one that was there once
    "unanchored",  # the heads kept outside do not reach to the end of the chain
    "clock",  # an entry was recorded before the one that precedes it
    "evidence_missing",
    "evidence_changed",
    "derived",  # the tables made from the entries do not agree with them
]
EvidenceState = Literal["whole", "missing", "changed"]
# Worth knowing, but nothing is broken: a clock that ran backwards, a head not kept as yet.
NOTES: frozenset[FindingKind] = frozenset({"clock", "unanchored"})
# What is derived from entries that are not the ones recorded says nothing.
BROKEN: frozenset[FindingKind] = frozenset(
    {"edited", "missing", "out_of_place", "unreadable", "cut_off", "replaced"}
)


class Finding(NamedTuple):
    """Something that is not as it should be, at an entry (0: none in particular).

    Attributes:
        claimed: the number that an entry out of place says it has.
        file: the evidence that is missing or changed.
    """

    kind: FindingKind
    entry: int
    claimed: int | None = None
    file: EvidenceFile | None = None


class Audit(NamedTuple):
    """What the audit found, and the end of the chain that it looked at."""

    number: int
    head: Head
    files: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing worse than a note was found."""
        return all(one.kind in NOTES for one in self.findings)

    @property
    def chain_sound(self) -> bool:
        """Whether every entry is the one that was recorded, whatever became of the rest."""
        return all(one.kind not in BROKEN for one in self.findings)


def audit(
    ledger: Ledger,
    anchors: Iterable[Head],
    look_at: Callable[[EvidenceFile], EvidenceState],
) -> Audit:
    """Hold the chain against itself, the heads kept outside, and the evidence.

    Args:
        ledger: the ledger.
        anchors: every head that was kept outside.
        look_at: what has become of an evidence file.
    """
    chain = _Chain(anchors)
    findings = list(chain.walk(ledger.chain()))
    if not BROKEN.intersection(one.kind for one in findings):
        findings.extend(Finding("derived", number) for number in ledger.derived_faults())
    for file, entry in chain.files.items():
        state = look_at(file)
        if state != "whole":
            kind: FindingKind = "evidence_missing" if state == "missing" else "evidence_changed"
            findings.append(Finding(kind, entry, file=file))
    findings.sort(key=lambda one: (one.entry, one.kind))
    return Audit(chain.count, chain.head, len(chain.files), tuple(findings))


class _Chain:
    """One walk along the chain, held against the heads kept outside; notes the evidence named.

    A fault is told where it is and not again at the entries after it: an entry may follow any
    hash that the one before it claims, has by its words, or had before it was moved.
    """

    def __init__(self, anchors: Iterable[Head]) -> None:
        self.count = 0
        self.head = Head(0, GENESIS)
        self.files: dict[EvidenceFile, int] = {}
        self._anchored: dict[int, set[str]] = {}
        self._moved: dict[int, str] = {}
        self._before: set[str] | None = {GENESIS}
        for anchor in anchors:
            self._anchored.setdefault(anchor.number, set()).add(anchor.hash)

    def walk(self, chain: Iterable[tuple[int, str, str]]) -> Iterator[Finding]:
        """Every fault of the chain itself."""
        for number, body, own in chain:
            for gone in range(self.head.number + 1, number):
                yield Finding("missing", gone)
                self._before = None
            yield from self._link(number, body, own)
            if self._anchored.get(number, {own}) != {own}:
                yield Finding("replaced", number)
            self.count += 1
        last = self.head.number
        yield from (Finding("cut_off", one) for one in sorted(self._anchored) if one > last)
        if last and max(self._anchored, default=0) < last:
            yield Finding("unanchored", last)

    def _link(self, number: int, body: str, own: str) -> Iterator[Finding]:
        entry = written_entry(body, "", own)
        before, moved = self._before, self._moved.pop(number - 1, None)
        self._before = {own}
        if entry is not None and entry.id != number:
            self._moved[entry.id] = own
            yield Finding("out_of_place", number, claimed=entry.id)
        # After a gap nobody knows what the hash before was.
        elif before is not None and all(digest(one, body) != own for one in (*before, moved or "")):
            self._before.add(digest(self.head.hash, body))
            yield Finding("edited", number)
        if entry is None:
            yield Finding("unreadable", number)
        yield from self._words(number, entry, own)

    def _words(self, number: int, entry: Entry | None, own: str) -> Iterator[Finding]:
        last: datetime | None = self.head.recorded
        for file in entry.content.files if entry else ():
            self.files.setdefault(file, number)
        # When an entry was recorded says nothing of a place that is not its own.
        recorded = entry.recorded if entry and entry.id == number else last
        if recorded is not None and last is not None and recorded < last:
            yield Finding("clock", number)
        self.head = Head(number, own, recorded)
