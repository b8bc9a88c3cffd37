"""What the words of an old plan still speak of: years that are over, agencies that are gone.

Words quoted from a document are never changed; each place gets one remark.
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc_cli.domain.agencies import AgencyKind, Roster
from cchc_cli.domain.names import tokens
from cchc_cli.domain.succession import names_in
from cchc_cli.plan.roll.bearers import Span
from cchc_cli.plan.roll.remarks import Remark, remark
from cchc_cli.plan.roll.years import old_years
from cchc_cli.plan.source import KeyPath

# Keys whose values are words for people.
WORDS = frozenset(
    {
        "text", "title", "content", "question", "partner_words", "time_words", "subject", "name",
        "theme", "purpose", "note", "product", "capacity", "funding", "alternatives", "measure",
        "per", "recipient",
    }
)  # fmt: skip
# How texts speak of all agencies of a kind.
KIND_WORDS: dict[AgencyKind, re.Pattern[str]] = {
    "district": re.compile(r"(?i)\b(?:quận|huyện|thị xã|cấp huyện)\b"),
}


class Mentions:
    """Looks through words for what is over by the new plan's time."""

    def __init__(self, roster: Roster, old: Span, new: Span) -> None:
        self._old = range(old.first.year, old.last.year + 1)
        self._new = new.first.year
        agencies = roster.registry.agencies
        self._gone = [
            one for one in agencies if one.end and one.end <= new.last and _was(one.first, old.last)
        ]
        self._kinds: dict[AgencyKind, date] = {}
        for kind in KIND_WORDS:
            ends = [one.end for one in self._gone if one.kind == kind and one.end is not None]
            if ends and len(ends) == sum(one.kind == kind for one in agencies):
                self._kinds[kind] = max(ends)

    def of(self, text: str) -> Remark | None:
        """The remark on a text; None if nothing in it is over."""
        years = tuple(old_years(text, self._old, self._new))
        agencies = [(one.name, one.end) for one in names_in(text, self._gone)]
        # A name that ends with such a word is said by the name.
        rest = _without(text, [name for name, _ in agencies])
        kinds = [
            (found[0].lower(), day)
            for kind, day in self._kinds.items()
            if (found := KIND_WORDS[kind].search(rest))
        ]
        if not (years or agencies or kinds):
            return None
        return remark("words", years=years, agencies=tuple(agencies), kinds=tuple(kinds))


def _was(first: date | None, last: date) -> bool:
    return first is None or first <= last


def _without(text: str, names: list[str]) -> str:
    plain = " ".join(token.toned for token in tokens(text))
    known = [" ".join(token.toned for token in tokens(name)) for name in names]
    return text if not any(name in plain for name in known) else _cut(text, names)


def _cut(text: str, names: list[str]) -> str:
    for name in names:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def words_of(data: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text for people in a piece of the file, with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                if key in WORDS:
                    yield (*path, key), value
            else:
                yield from words_of(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            if isinstance(value, str) and path and path[-1] in WORDS:
                yield (*path, at), value
            elif not isinstance(value, str):
                yield from words_of(value, (*path, at))
