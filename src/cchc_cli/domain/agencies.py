"""Agencies and groups, with the days on which they exist and belong."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

AgencyKind = Literal[
    "committee", "department", "office", "inspectorate", "board", "district", "commune",
    "party", "front", "press", "school", "public_unit", "ministry",
]  # fmt: skip


class Successor(NamedTuple):
    """Who takes over, from which day.

    Attributes:
        note: what the default leaves out, or where this is known from.
        matters: words of the matters that it takes; without any it is the default for the rest.
        excludes: words of matters that went elsewhere, nobody knows yet where to.
    """

    agency: str
    on: date
    note: str | None = None
    matters: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


class Agency(NamedTuple):
    """A body that can be charged with a duty.

    Attributes:
        symbol: the letters in its document numbers, fixed by its head and never derived.
        symbol_assumed: whether the symbol was not read on a document of the agency.
        superior: id of the body printed above it at the head of its documents.
        first: first day of its existence, None if long ago.
        end: first day on which it no longer exists, None if it goes on.
        email: the address of its official box.
    """

    id: str
    name: str
    kind: AgencyKind
    symbol: str | None = None
    symbol_assumed: bool = False
    aliases: tuple[str, ...] = ()
    superior: str | None = None
    place: str | None = None
    first: date | None = None
    end: date | None = None
    successors: tuple[Successor, ...] = ()
    note: str | None = None
    email: str | None = None

    def exists_on(self, day: date) -> bool:
        """Whether the agency exists on that day."""
        return self.exists_within(day, day)

    def exists_within(self, first: date, last: date) -> bool:
        """Whether the agency exists on any day from ``first`` to ``last``, both included."""
        return (self.first is None or self.first <= last) and (self.end is None or first < self.end)


class Member(NamedTuple):
    """An agency's membership in a group, from ``first`` until before ``end``."""

    agency: str
    first: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the membership holds on that day."""
        return (self.first is None or self.first <= day) and (self.end is None or day < self.end)


class GroupSuccessor(NamedTuple):
    """The group that stands for another one from a day on, though of another kind."""

    group: str
    on: date
    note: str | None = None


class Group(NamedTuple):
    """A named set of agencies.

    Attributes:
        includes: ids of groups whose members belong, too.
        open: whether bodies outside the list may belong (a group by description).
        roster: whether the list is the user's to fill and starts empty.
    """

    id: str
    name: str
    members: tuple[Member, ...] = ()
    includes: tuple[str, ...] = ()
    open: bool = False
    roster: bool = False
    note: str | None = None
    successors: tuple[GroupSuccessor, ...] = ()


class Registry(NamedTuple):
    """All agencies and groups of a territory."""

    territory: str
    place: str
    source: str
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]


def _days_of_change(registry: Registry) -> list[date]:
    """Every day on which an agency or a membership begins or ends, in order."""
    spans = [
        *((agency.first, agency.end) for agency in registry.agencies),
        *((member.first, member.end) for group in registry.groups for member in group.members),
    ]
    return sorted({day for span in spans for day in span if day is not None})


class Roster:
    """The registry as a book to look things up in: by id, and who belongs to what on a day."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.agencies = {agency.id: agency for agency in registry.agencies}
        self.groups = {group.id: group for group in registry.groups}
        self._changes = _days_of_change(registry)
        self._members: dict[tuple[str, int], tuple[str, ...]] = {}

    def name(self, ident: str) -> str:
        """The name of an agency or group."""
        agency = self.agencies.get(ident)
        return agency.name if agency else self.groups[ident].name

    def names(self, idents: Iterable[str]) -> str:
        """Several names in one line, separated by semicolons."""
        return "; ".join(self.name(ident) for ident in idents)

    def expand(self, ident: str, day: date) -> tuple[str, ...]:
        """Agency ids behind an agency or group id on ``day``, each once, in registry order."""
        # Between two changes of the registry every day gives the same answer.
        key = (ident, bisect_right(self._changes, day))
        known = self._members.get(key)
        if known is None:
            known = tuple(dict.fromkeys(self._walk(ident, day, frozenset())))
            self._members[key] = known
        return known

    def open_parts(self, ident: str) -> tuple[Group, ...]:
        """Groups within ``ident`` whose list is open or still to be filled by the user."""
        group = self.groups.get(ident)
        if group is None:
            return ()
        own = (group,) if group.open or (group.roster and not group.members) else ()
        return own + tuple(found for part in group.includes for found in self.open_parts(part))

    def _walk(self, ident: str, day: date, seen: frozenset[str]) -> Iterable[str]:
        agency = self.agencies.get(ident)
        if agency is not None:
            if agency.exists_on(day):
                yield ident
            return
        if ident in seen:
            return
        group = self.groups[ident]
        for member in group.members:
            if member.holds_on(day):
                yield from self._walk(member.agency, day, seen)
        for part in group.includes:
            yield from self._walk(part, day, seen | {ident})
