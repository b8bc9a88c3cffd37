"""The clauses of a document, as a plan is held against them.

Words are those of the document's outline; where they stand, and why a clause lays no duty on
anybody, is what the reading of drafts makes of them. A row of a table is a clause by what has to be
done there.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.clauses import SourceClause
from cchc_cli.plan.draft.blocks import Document, Place
from cchc_cli.plan.draft.files import read_blocks
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.parts import divide
from cchc_cli.plan.draft.read import read_draft

# The locator of the reading for what stands before and after all clauses.
OUTSIDE = "0"


def read_clauses(path: Path, registry: Registry, day: date) -> tuple[SourceClause, ...]:
    """The clauses of a document in the order they are read.

    Args:
        path: the document.
        registry: the agencies whose names it may use.
        day: a day of the year that it speaks of, where it does not say one.

    Raises:
        BadDocument: if it cannot be read, or is refused.
    """
    document = read_blocks(path)
    read = _read(read_draft(document, registry, day))
    outlined = list(_outlined(document))
    alone = Counter(place for place, _, _ in outlined)
    found = []
    for place, locator, words in outlined:
        key = (place, locator)
        if key not in read and alone[place] == 1:
            # The reading may know the clause by another locator, such as that of a closing.
            key = next((one for one in read if one[0] == place), key)
        found.append(_clause(*key, words, read.pop(key, _Read())))
    # What stands in a table: the outline holds the table as a whole.
    for (place, locator), one in read.items():
        if place not in alone:
            found.append(_clause(place, locator, " ".join(dict.fromkeys(one.words)), one))
    return tuple(sorted(found, key=lambda one: (one.page, one.line)))


class _Read:
    """What the reading makes of the words of one clause at one place."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.aside: list[str] = []
        self.reasons: list[str | None] = []


def _outlined(document: Document) -> Iterator[tuple[Place, str, str]]:
    """Place, locator and words of everything that is no table."""
    parts = divide(document.blocks)
    for one in parts.context:
        yield one.place, one.clause, one.words
    for body in parts.bodies:
        for node in body.root.walk():
            if node.table is None and node.text:
                yield node.place, node.locator or OUTSIDE, node.text


def _read(draft: Draft) -> dict[tuple[Place, str], _Read]:
    found: dict[tuple[Place, str], _Read] = {}
    items = [
        *((one.clause, one.place, one.text, None) for one in draft.duties),
        *((one.clause, one.place, one.words, None) for one in draft.nobody),
        *((one.clause, one.place, one.words, one.reason) for one in draft.context),
    ]
    for locator, place, words, reason in items:
        one = found.setdefault((place, locator), _Read())
        one.words.append(words)
        one.reasons.append(reason)
        if reason is not None:
            one.aside.append(words)
    return found


def _clause(place: Place, locator: str, words: str, read: _Read) -> SourceClause:
    whole = bool(read.reasons) and None not in read.reasons
    return SourceClause(
        "" if locator == OUTSIDE else locator,
        words,
        place.line,
        place.page,
        read.reasons[0] if whole else None,
        () if whole else tuple(read.aside),
    )
