"""Which duty of one plan is which of another: by identity first, by words second.

A duty that kept its number and much of its words is the same duty. Of the rest, one with the same
words elsewhere was moved, and one with much the same words was moved and reworded. What is left
with one number on both sides and some words in common was rewritten in its place.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cchc_cli.domain.fingerprints import words_of
from cchc_cli.domain.plan import Duty

Pairs = list[tuple[Duty, Duty]]
# Shares of words in common (Dice): of a duty that kept its number, of one that moved, of one that
# was rewritten in its place.
KEPT, MOVED, REWRITTEN = 0.5, 0.6, 0.2
# Pairs of words that stand in more duties than this say little.
COMMON = 40


def match(old: Sequence[Duty], new: Sequence[Duty]) -> tuple[Pairs, list[Duty], list[Duty]]:
    """The duties that are the same, those gone, and those added."""
    matching = _Matching(old, new)
    matching.by_number(KEPT)
    matching.by_same_words()
    matching.by_like_words()
    matching.by_number(REWRITTEN)
    order = {duty.id: at for at, duty in enumerate(new)}
    pairs = sorted(matching.pairs, key=lambda pair: order[pair[1].id])
    return pairs, list(matching.old.values()), list(matching.new.values())


class _Matching:
    """What is not matched yet, by id, and what is."""

    def __init__(self, old: Sequence[Duty], new: Sequence[Duty]) -> None:
        self.old = {duty.id: duty for duty in old}
        self.new = {duty.id: duty for duty in new}
        self.pairs: Pairs = []
        self._words: dict[int, tuple[str, ...]] = {}

    def by_number(self, least: float) -> None:
        """Match duties with the same id, if enough of their words are the same."""
        for ident in [one for one in self.old if one in self.new]:
            one, other = self.old[ident], self.new[ident]
            if one.text == other.text or self._likeness(one, other) >= least:
                self._take(one, other)

    def by_same_words(self) -> None:
        """Match duties of which every word is the same, in their order."""
        waiting: dict[tuple[str, ...], list[Duty]] = {}
        for duty in self.new.values():
            waiting.setdefault(self._said(duty), []).append(duty)
        for duty in list(self.old.values()):
            same = waiting.get(self._said(duty))
            if same:
                self._take(duty, same.pop(0))

    def by_like_words(self) -> None:
        """Match duties with much the same words, the likest first."""
        places: dict[tuple[str, str], list[str]] = {}
        for duty in self.new.values():
            for two in set(_twos(self._said(duty))):
                places.setdefault(two, []).append(duty.id)
        found = sorted(self._candidates(places), key=lambda one: -one[0])
        for _, mine, its in found:
            if mine in self.old and its in self.new:
                self._take(self.old[mine], self.new[its])

    def _candidates(
        self, places: dict[tuple[str, str], list[str]]
    ) -> Iterator[tuple[float, str, str]]:
        for duty in self.old.values():
            shared: Counter[str] = Counter()
            for two in set(_twos(self._said(duty))):
                near = places.get(two, ())
                if len(near) <= COMMON:
                    shared.update(near)
            for ident, _ in shared.most_common(3):
                likeness = self._likeness(duty, self.new[ident])
                if likeness >= MOVED:
                    yield likeness, duty.id, ident

    def _take(self, one: Duty, other: Duty) -> None:
        self.pairs.append((one, other))
        del self.old[one.id], self.new[other.id]

    def _said(self, duty: Duty) -> tuple[str, ...]:
        known = self._words.get(id(duty))
        if known is None:
            known = self._words[id(duty)] = words_of(duty.text)
        return known

    def _likeness(self, one: Duty, other: Duty) -> float:
        """Twice the words in common over all words of both."""
        mine, its = Counter(self._said(one)), Counter(self._said(other))
        both = sum(mine.values()) + sum(its.values())
        return 2 * sum((mine & its).values()) / both if both else 1.0


def _twos(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    return pairwise(words)
