"""Who took over from whom: an agency's heirs on a day, and those it took over from.

A successor in the registry is a default for all matters, or for some of them by their words: an
agency's tasks were often split, so that heirs are found duty by duty.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Roster, Successor
from cchc_cli.domain.names import tokens


class Succession(NamedTuple):
    """Who stands for an agency on a day.

    Attributes:
        agencies: ids, itself if it exists; empty if nobody is known.
        steps: the successions on the way, each with the id of who went before.
        split: whether the tasks of one on the way went to several.
        doubted: words of the matter that say it went elsewhere, where to is not known.
    """

    agencies: tuple[str, ...]
    steps: tuple[tuple[str, Successor], ...] = ()
    split: bool = False
    doubted: tuple[str, ...] = ()


def heirs(roster: Roster, ident: str, day: date, words: str = "") -> Succession:
    """Who stands for an agency on ``day`` in a matter of these words.

    Where the words tell of several matters, all who take one of them are named.
    """
    return _heirs(roster, ident, day, f" {_plain(words)} ", frozenset())


def _heirs(roster: Roster, ident: str, day: date, words: str, seen: frozenset[str]) -> Succession:
    agency = roster.agencies[ident]
    if agency.exists_on(day):
        return Succession((ident,))
    if ident in seen:
        return Succession(())
    chosen = _chosen([one for one in agency.successors if one.on <= day], words)
    found = [_heirs(roster, one.agency, day, words, seen | {ident}) for one in chosen]
    return Succession(
        tuple(dict.fromkeys(agency for one in found for agency in one.agencies)),
        (*((ident, one) for one in chosen), *(step for one in found for step in one.steps)),
        is_split(agency) or any(one.split for one in found),
        (
            *(word for one in chosen for word in one.excludes if f" {_plain(word)} " in words),
            *(word for one in found for word in one.doubted),
        ),
    )


def _chosen(successors: list[Successor], words: str) -> list[Successor]:
    named = [one for one in successors if any(f" {_plain(x)} " in words for x in one.matters)]
    return named or [one for one in successors if not one.matters] or successors


def is_split(agency: Agency) -> bool:
    """Whether its tasks went to several agencies, or not all of them to the one named."""
    several = len({one.agency for one in agency.successors}) > 1
    return several or any(one.excludes for one in agency.successors)


def predecessors(roster: Roster, ident: str) -> tuple[Agency, ...]:
    """Agencies that it took over from, at once or by way of others, the latest first."""
    found: dict[str, Agency] = {}
    waiting = [ident]
    while waiting:
        heir = waiting.pop(0)
        for agency in roster.registry.agencies:
            if agency.id not in found and any(one.agency == heir for one in agency.successors):
                found[agency.id] = agency
                waiting.append(agency.id)
    found.pop(ident, None)
    return tuple(found.values())


def forebears(roster: Roster, ident: str, first: date, last: date) -> tuple[Agency, ...]:
    """Of those that an agency took over from, the ones that existed in a stretch of days."""
    return tuple(one for one in predecessors(roster, ident) if one.exists_within(first, last))


def names_in(text: str, agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    """The agencies whose full name stands in a text, marks and letter case aside."""
    words = f" {_plain(text)} "
    return tuple(one for one in agencies if f" {_plain(one.name)} " in words)


def _plain(text: str) -> str:
    return " ".join(token.toned for token in tokens(text))
