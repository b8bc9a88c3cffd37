"""The plan against its source: what of the document is encoded, and whether the words still agree.

Words decide, not numbers: every text of the plan is looked for in the whole document, so that a
clause that was moved or renumbered is found where it now is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.domain.fingerprints import Reading, fingerprint, readings, word_spans, words_of
from cchc_cli.domain.locators import canonical
from cchc_cli.domain.plan import Duty, Plan, Review
from cchc_cli.services.passages import Passage, Passages

Standing = Literal[
    "encoded",  # a duty says it
    "partly",  # a duty says part of it, and more than a few words are left
    "context",  # it lays no duty on anybody
    "changed",  # somebody settled that it is context, and its words have changed since
    "missing",  # nothing in the plan says it
]
Agreement = Literal[
    "same",  # its words stand in the document
    "moved",  # they do, in another clause than the plan says
    "reworded",  # something like them does
    "gone",  # nothing like them does
]
# Fewer words than these, left over in a clause, are what joins its duties ("có trách nhiệm", …).
FEW = 12
# Less of a text's words than this, and it is another text.
ALIKE = 0.5


class TracedClause(NamedTuple):
    """A clause of the source, and what the plan makes of it.

    Attributes:
        duties: ids of the duties that say it.
        reason: why it is context, in the plan's words, or the code of the reader's reason.
        fingerprint: of its words.
        covered: how many of its words the plan says, of ``size``.
        left: runs of words that nothing in the plan says, where they are more than a few.
    """

    clause: SourceClause
    standing: Standing
    duties: tuple[str, ...]
    reason: str | None
    fingerprint: str
    covered: int
    size: int
    left: tuple[str, ...] = ()


class TracedDuty(NamedTuple):
    """A duty, and what the source says of it.

    Attributes:
        clause: the clause that its words stand in; None if they are gone.
        share: how many of its words stand there, 1 for all.
        differing: (the plan's words, the source's words) where they do not agree.
        reading: whether somebody has read it against the source as both stand.
        review: who read it last.
    """

    duty: Duty
    agreement: Agreement
    clause: SourceClause | None
    share: float
    differing: tuple[tuple[str, str], ...]
    reading: Reading
    review: Review | None = None


class Coverage(NamedTuple):
    """All clauses and all duties, in their order."""

    plan: Plan
    clauses: tuple[TracedClause, ...]
    duties: tuple[TracedDuty, ...]

    @property
    def words(self) -> int:
        """How many words the document has."""
        return sum(one.size for one in self.clauses)

    def words_in(self, standing: Standing) -> int:
        """How many of them stand in clauses that stand so."""
        return sum(one.size for one in self.clauses if one.standing == standing)

    @property
    def sound(self) -> bool:
        """Whether the plan says all that the source says, in its words."""
        clauses = all(one.standing in ("encoded", "context") for one in self.clauses)
        return clauses and all(one.agreement in ("same", "moved") for one in self.duties)


def cover(plan: Plan, clauses: Sequence[SourceClause]) -> Coverage:
    """What of a document a plan says."""
    return _Tracing(plan, clauses).result()


class _Tracing:
    """One comparison of a plan with a document."""

    def __init__(self, plan: Plan, clauses: Sequence[SourceClause]) -> None:
        self.plan = plan
        self.clauses = clauses
        self.sizes = [len(words_of(one.text)) for one in clauses]
        self.passages = Passages([words_of(one.text) for one in clauses])
        self.places: dict[str, set[int]] = {}
        for at, one in enumerate(clauses):
            for locator in _upwards(one.locator.casefold()):
                self.places.setdefault(locator, set()).add(at)
        self.said = bytearray(len(self.passages.words))
        self.readings = readings(plan)
        self.reviews: dict[str, list[Review]] = {}
        for review in plan.reviews:
            self.reviews.setdefault(review.duty, []).append(review)

    def result(self) -> Coverage:
        """The comparison."""
        by_clause: dict[int, list[str]] = {}
        traced = []
        for duty in self.plan.duties:
            if duty.until is None:
                passage = self._find(duty.text, duty.clause)
                if passage is not None:
                    self._mark(passage)
                    for at in {passage.at, *self._held_by(passage)}:
                        by_clause.setdefault(at, []).append(duty.id)
                traced.append(self._duty(duty, passage))
        context = self._context(by_clause)
        self._mark_asides()
        clauses = tuple(
            self._clause(at, tuple(by_clause.get(at, ())), context) for at in range(len(self.sizes))
        )
        return Coverage(self.plan, clauses, tuple(traced))

    def _find(self, text: str, locator: str) -> Passage | None:
        """Where a text stands, if most of it does."""
        found = self.passages.find(words_of(text), self._expected(locator))
        return found if found is not None and found.share >= ALIKE else None

    def _expected(self, locator: str) -> frozenset[int]:
        """The clauses at or below a locator."""
        return frozenset(self.places.get(canonical(self.plan, locator), ()))

    def _mark(self, passage: Passage) -> None:
        for start, end in passage.spans:
            self.said[start:end] = b"\1" * (end - start)

    def _held_by(self, passage: Passage) -> list[int]:
        """The clauses of which a passage is the greater part."""
        owners: dict[int, int] = {}
        for start, end in passage.spans:
            for at in range(start, end):
                owner = self.passages.owner(at)
                owners[owner] = owners.get(owner, 0) + 1
        return sorted(at for at, number in owners.items() if number * 2 >= self.sizes[at])

    def _duty(self, duty: Duty, passage: Passage | None) -> TracedDuty:
        reviews = self.reviews.get(duty.id, [])
        last, reading = (reviews[-1] if reviews else None), self.readings[duty.id]
        if passage is None:
            return TracedDuty(duty, "gone", None, 0.0, (), reading, last)
        clause = self.clauses[passage.at]
        own = fingerprint(clause.text)
        if reading == "read" and all(one.words not in (None, own) for one in reviews):
            reading = "changed"
        expected = self._expected(duty.clause)
        agreement: Agreement = "same"
        if passage.differing or passage.share < 1:
            agreement = "reworded"
        elif clause.locator and passage.at not in expected:
            agreement = "moved"
        differing = tuple(
            (_cut(duty.text, *mine), self._quoted(*its)) for mine, its in passage.differing
        )
        return TracedDuty(duty, agreement, clause, passage.share, differing, reading, last)

    def _quoted(self, start: int, end: int) -> str:
        """Words of the document as they are printed."""
        parts = []
        while start < end:
            at = self.passages.owner(start)
            begin = self.passages.starts[at]
            last = min(end, begin + self.sizes[at])
            parts.append(_cut(self.clauses[at].text, start - begin, last - begin))
            start = last
        return " ".join(parts)

    def _context(self, by_clause: Mapping[int, Sequence[str]]) -> dict[int, str]:
        """The clauses whose words stand in the plan's sections of context, and in which."""
        found: dict[int, str] = {}
        for section, locator, text in _sections(self.plan):
            passage = self._find(text, locator)
            if passage is not None:
                self._mark(passage)
                for at in self._held_by(passage):
                    if at not in by_clause:
                        found.setdefault(at, section)
        return found

    def _mark_asides(self) -> None:
        """Mark the parts of clauses that by their form are no duties."""
        for at, one in enumerate(self.clauses):
            for words in one.aside:
                passage = self.passages.find(words_of(words), frozenset({at}))
                if passage is not None and passage.at == at:
                    self._mark(passage)

    def _clause(self, at: int, duties: tuple[str, ...], context: Mapping[int, str]) -> TracedClause:
        clause, size = self.clauses[at], self.sizes[at]
        begin = self.passages.starts[at]
        said = self.said[begin : begin + size]
        own = fingerprint(clause.text)
        note = next((one for one in self.plan.context if one.clause == clause.locator), None)
        left: tuple[str, ...] = ()
        standing: Standing
        reason = context.get(at, clause.context)
        if duties:
            left = tuple(self._left(begin, said))
            standing, reason = ("partly" if left else "encoded"), None
        elif note is not None and note.words in (None, own):
            standing, reason = "context", note.reason
        elif note is not None:
            standing, reason = "changed", note.reason
        else:
            standing = "missing" if reason is None and size else "context"
        return TracedClause(clause, standing, duties, reason, own, sum(said), size, left)

    def _left(self, begin: int, said: bytearray) -> Iterator[str]:
        """Runs of words that nothing in the plan says and that are more than a few."""
        at = 0
        while at < len(said):
            end = said.find(b"\0", at)
            if end < 0:
                return
            last = said.find(b"\1", end)
            last = len(said) if last < 0 else last
            if last - end > FEW:
                yield self._quoted(begin + end, begin + last)
            at = last


def _upwards(locator: str) -> Iterator[str]:
    """A locator and all above it: ``V.6.4``, ``V.6``, ``V``."""
    while locator:
        yield locator
        locator = locator.rpartition(".")[0]


def _cut(text: str, first: int, last: int) -> str:
    """The words of a text from one until before another, as they are printed."""
    spans = word_spans(text)
    return text[spans[first][0] : spans[last - 1][1]] if first < last else ""


def _sections(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Every text of the plan that is no duty: section, locator, words."""
    for purpose in plan.purposes:
        yield "purpose", purpose.clause, purpose.text
    for requirement in plan.requirements:
        yield "requirement", requirement.clause, requirement.text
    for topic in plan.topics:
        yield "content", topic.clause, topic.title
        for item in topic.items:
            yield "content", topic.clause, item.text
    for channel in plan.channels:
        yield "content", channel.clause, channel.text
    if plan.funding is not None:
        yield "funding", "", plan.funding.text
    for recipient in plan.recipients:
        words = f"{recipient.name} {recipient.purpose or ''}"
        yield "recipients", "", words
