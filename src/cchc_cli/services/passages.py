"""Where the words of a text stand in a document, though some may have been changed.

The document is one run of words; a text is looked for by its triples of words, which vote for where
it begins, and only there it is compared word by word. So a plan of thousands of duties is found in
time that grows with its length.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

Words = tuple[str, ...]
Span = tuple[int, int]
SIZE = 3
# Triples that stand in more places than this say little of where a text stands.
COMMON = 200
# Of a very long text not every triple is asked.
VOTERS = 2_000
# How far words put in or left out may shift the rest of a text.
REACH = 24
# A place where the plan says that a text stands is taken if it fits nearly as well as the best.
NEARLY = 0.8
# Word by word, but not for what no clause is long enough to be.
COMPARED = 4_000_000


class Passage(NamedTuple):
    """Where a text stands.

    Attributes:
        at: number of the clause that holds most of it.
        share: how many of the text's words stand there, 1 for all.
        spans: the matching runs of the document, from until before.
        differing: (words of the text, words of the document) where they do not agree, both as
            positions from until before.
    """

    at: int
    share: float
    spans: tuple[Span, ...]
    differing: tuple[tuple[Span, Span], ...] = ()


class Passages:
    """A document's clauses as words, ready to be looked through.

    Args:
        clauses: the words of each clause, in order.
    """

    def __init__(self, clauses: Sequence[Words]) -> None:
        self.words = [word for clause in clauses for word in clause]
        self.starts: list[int] = []
        self._owner: list[int] = []
        for at, clause in enumerate(clauses):
            self.starts.append(len(self._owner))
            self._owner += [at] * len(clause)
        self._places: dict[Words, list[int]] = {}
        for start, triple in enumerate(_triples(self.words)):
            self._places.setdefault(triple, []).append(start)

    def find(self, text: Words, expected: frozenset[int] = frozenset()) -> Passage | None:
        """Where a text stands; None if nothing like it does.

        Args:
            text: its words.
            expected: the clauses that it should stand in.
        """
        if len(text) < SIZE:
            return self._short(text, expected)
        begin = self._begin(text, expected)
        return None if begin is None else self._compared(text, begin)

    def owner(self, position: int) -> int:
        """The clause that a word of the document belongs to."""
        return self._owner[position]

    def _short(self, text: Words, expected: frozenset[int]) -> Passage | None:
        """One or two words, which have no triple: in the place expected, or nowhere."""
        size = len(text)
        for at in sorted(expected) if size else ():
            first, last = self.starts[at], self._end(at)
            for start in range(first, last - size + 1):
                if tuple(self.words[start : start + size]) == text:
                    return Passage(at, 1.0, ((start, start + size),))
        return None

    def _end(self, at: int) -> int:
        return self.starts[at + 1] if at + 1 < len(self.starts) else len(self.words)

    def _begin(self, text: Words, expected: frozenset[int]) -> int | None:
        """The position in the document where most of a text's triples say that it begins."""
        votes: Counter[int] = Counter()
        asked = list(enumerate(_triples(text)))[:: max(1, len(text) // VOTERS)]
        for offset, triple in asked:
            places = self._places.get(triple, [])
            if len(places) > COMMON:
                places = self._among(places, expected)
            votes.update(place - offset for place in places)
        if not votes:
            return None
        plain = max(votes.values()) * NEARLY
        own = [
            begin
            for begin, number in votes.items()
            if number >= plain and self._is_within(begin, len(text), expected)
        ]
        if own:
            return max(own, key=lambda begin: (votes[begin], -begin))
        near = self._gathered(votes, len(asked))
        most = max(number for number, _ in near.values())
        fitting = [begin for begin, (number, _) in near.items() if number >= most * NEARLY]
        own = [begin for begin in fitting if self._is_within(begin, len(text), expected)]
        return max(own or fitting, key=lambda begin: (near[begin], -begin))

    def _among(self, places: list[int], expected: frozenset[int]) -> list[int]:
        """Those of many places that stand in the clauses expected."""
        found: list[int] = []
        for at in expected:
            first = bisect_left(places, self.starts[at])
            found += places[first : bisect_left(places, self._end(at))]
        return found

    def _gathered(self, votes: Counter[int], whole: int) -> dict[int, tuple[int, int]]:
        """The most voted beginnings: votes around them, at most as many as a text has, and theirs.

        Words put in or left out make the rest of a text vote for a beginning nearby.
        """
        buckets: Counter[int] = Counter()
        best: dict[int, int] = {}
        for begin, number in votes.items():
            for bucket in (begin // REACH, begin // REACH + 1):
                buckets[bucket] += number
                known = best.get(bucket)
                if known is None or (number, -begin) > (votes[known], -known):
                    best[bucket] = begin
        found: dict[int, tuple[int, int]] = {}
        for bucket, begin in best.items():
            score = (min(buckets[bucket], whole), votes[begin])
            found[begin] = max(found.get(begin, (0, 0)), score)
        return found

    def _is_within(self, begin: int, size: int, expected: frozenset[int]) -> bool:
        """Whether more than half of a text that begins there, or of a clause, is the same words."""
        for at in expected:
            first, last = self.starts[at], self._end(at)
            shared = min(begin + size, last) - max(begin, first)
            if shared * 2 > min(size, last - first):
                return True
        return False

    def _compared(self, text: Words, begin: int) -> Passage:
        size = len(text)
        if begin >= 0 and tuple(self.words[begin : begin + size]) == text:
            span = (begin, begin + size)
            return Passage(self._most_in([span]), 1.0, (span,))
        first = max(begin - REACH - size // 4, 0)
        window = self.words[first : max(begin, 0) + size + size // 4 + REACH]
        if size * len(window) > COMPARED:
            return self._coarse(text, begin)
        matcher = SequenceMatcher(None, text, window, autojunk=False)
        blocks = _without_strays([_Block(*one) for one in matcher.get_matching_blocks()][:-1])
        spans = [(first + one.b, first + one.b + one.size) for one in blocks]
        share = sum(one.size for one in blocks) / size
        at = self._most_in(spans)
        bounds = self.starts[at], self._end(at)
        differing = tuple(_differing(len(text), first, blocks, bounds))
        return Passage(at, share, tuple(spans), differing)

    def _coarse(self, text: Words, begin: int) -> Passage:
        """Of a huge text only how many words stand at their place."""
        span = range(max(begin, 0), min(begin + len(text), len(self.words)))
        same = [at for at in span if self.words[at] == text[at - begin]]
        spans = tuple((at, at + 1) for at in same)
        return Passage(self._most_in(spans), len(same) / len(text), spans)

    def _most_in(self, spans: Sequence[tuple[int, int]]) -> int:
        owners = Counter(self._owner[at] for start, end in spans for at in range(start, end))
        return max(owners, key=lambda one: (owners[one], -one))


class _Block(NamedTuple):
    a: int
    b: int
    size: int


def _without_strays(kept: list[_Block]) -> list[_Block]:
    """Matching runs without single words far from the rest, which match by chance."""
    while len(kept) > 1 and _stray(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _stray(kept[-2], kept[-1], last=True):
        kept.pop()
    return kept


def _stray(one: _Block, next_one: _Block, *, last: bool = False) -> bool:
    small = next_one if last else one
    return small.size < SIZE and next_one.b - (one.b + one.size) > SIZE


def _differing(
    size: int, first: int, blocks: Sequence[_Block], bounds: Span
) -> Iterator[tuple[Span, Span]]:
    """The runs that do not agree.

    For words at the text's beginning or end, as many of the document's stand as its clause has
    there; the rest of the clause before and after the text is no part.
    """
    head, tail = blocks[0], blocks[-1]
    missing = size - tail.a - tail.size
    begin = min(max(head.b - head.a, bounds[0] - first), head.b)
    end = max(min(tail.b + tail.size + missing, bounds[1] - first), tail.b + tail.size)
    before, after = _Block(0, begin, 0), _Block(size, end, 0)
    for one, following in zip([before, *blocks], [*blocks, after], strict=True):
        mine = (one.a + one.size, following.a)
        its = (first + one.b + one.size, first + following.b)
        if mine[0] < mine[1] or its[0] < its[1]:
            yield mine, its


def _triples(words: Sequence[str]) -> Iterator[Words]:
    return zip(words, words[1:], words[2:], strict=False)
