"""Whether written entries follow one another in a chain, and what is wrong with one that does not.

What comes from outside is trusted in nothing: that the hashes are right only says who wrote the
file can count, so every body is also held to the form that this program writes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from cchc_cli.domain.chain import GENESIS, body_of, digest, entry_of
from cchc_cli.domain.entries import Content, Entry

LinkFault = Literal[
    "not_next",  # it does not name the hash of the entry before
    "wrong_hash",  # its words do not give its hash
    "unreadable",  # its words are no entry
    "not_canonical",  # its words are written otherwise than this program writes them
    "out_of_place",  # it says that it has another number
    "bad_target",  # it refers to an entry that is not before it
    "key_again",  # its idempotency key stands in an earlier entry
    "cancelled_again",  # it cancels what was cancelled before
]
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Link(NamedTuple):
    """An entry as it is written: the hash before it, its own, and its body as hashed."""

    previous: str
    hash: str
    body: str


def links_in(chain: Iterable[tuple[int, str, str]]) -> Iterator[Link]:
    """The links of a chain of (number, body, hash)."""
    previous = GENESIS
    for _, body, own in chain:
        yield Link(previous, own, body)
        previous = own


class Follower:
    """Follows a chain from its first entry on.

    Attributes:
        number: how many links were taken.
    """

    def __init__(self) -> None:
        self.number = 0
        self._previous: str | None = GENESIS
        self._keys: set[str] = set()
        self._cancelled: set[int] = set()

    def take(self, link: Link) -> Entry | LinkFault:
        """The entry of the next link, or what is wrong with it.

        The link after a wrong one is held against what the wrong one claims, so that a fault is
        told once.
        """
        self.number += 1
        previous, self._previous = self._previous, link.hash
        if previous is not None and link.previous != previous:
            return "not_next"
        if digest(link.previous, link.body) != link.hash:
            return "wrong_hash"
        entry = written_entry(link.body, link.previous, link.hash)
        if entry is None:
            return "unreadable"
        if body_of(entry) != link.body:
            return "not_canonical"
        if entry.id != self.number:
            return "out_of_place"
        return self._relation(entry.content) or entry

    def skip(self) -> None:
        """Pass over a link that cannot be read; the one after it may follow anything."""
        self.number += 1
        self._previous = None

    def _relation(self, content: Content) -> LinkFault | None:
        if content.target is not None and not 0 < content.target < self.number:
            return "bad_target"
        if content.key is not None:
            if content.key in self._keys:
                return "key_again"
            self._keys.add(content.key)
        if content.kind == "correction" and content.target is not None:
            if content.target in self._cancelled:
                return "cancelled_again"
            self._cancelled.add(content.target)
        return None


def written_entry(body: str, previous: str, own: str) -> Entry | None:
    """The entry with that body; None if the words are none, or hold what no entry can."""
    try:
        entry = entry_of(body, previous, own)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not _test_of(Entry)(entry):
        return None
    files = entry.content.files
    sound = all(_SHA256.fullmatch(file.sha256) and file.size >= 0 for file in files)
    return entry if sound else None


@cache
def _test_of(kind: Any) -> Callable[[Any], bool]:
    """A test whether a value is of the kind that a record's annotation names."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda value: type(value) is str and value in inner
    if origin in (Union, UnionType):
        (test,) = (_test_of(one) for one in inner if one is not type(None))
        return lambda value: value is None or test(value)
    if origin is tuple:
        return _test_of_items(inner)
    if hasattr(kind, "_fields"):
        tests = [_test_of(hint) for hint in get_type_hints(kind).values()]
        return lambda value: (
            type(value) is kind and all(test(one) for test, one in zip(tests, value, strict=True))
        )
    kinds = (int, float) if kind is float else (kind,)
    return lambda value: type(value) in kinds


def _test_of_items(inner: tuple[Any, ...]) -> Callable[[Any], bool]:
    if inner[-1] is Ellipsis:
        each = _test_of(inner[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    tests = [_test_of(one) for one in inner]
    return lambda value: (
        len(value) == len(tests) and all(test(one) for test, one in zip(tests, value, strict=True))
    )
