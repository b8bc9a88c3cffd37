"""Who bears a duty of the old plan in the new one: agencies and groups of another time."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Roster
from cchc_cli.domain.succession import Succession, forebears, heirs
from cchc_cli.plan.roll.remarks import GroupChange, Remark, remark


class Span(NamedTuple):
    """The days of a plan, both included."""

    first: date
    last: date


class Change(NamedTuple):
    """Who stands for an agency or a group, and what is doubtful about it."""

    ids: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


class Bearers:
    """Looks up who stands for whom.

    Args:
        roster: the registry of both plans.
        old: the days of the old plan.
        new: the days of the new one.
    """

    def __init__(self, roster: Roster, old: Span, new: Span) -> None:
        self._roster = roster
        self._old = old
        self._new = new
        self.groups: dict[str, GroupChange] = {}
        self._told: set[str] = set()

    def of(self, ident: str, words: str) -> Change:
        """Who stands for an agency or group in a duty of these words."""
        agency = self._roster.agencies.get(ident)
        if agency is not None:
            return self._agency(agency, words)
        group = self._roster.groups[ident]
        change = self._group(group, words)
        self.groups.setdefault(ident, self._counted(group, change))
        return change

    def _agency(self, agency: Agency, words: str) -> Change:
        first, last = self._new
        if agency.first is not None and agency.first > last:
            return self._earlier(agency)
        if agency.end is None or agency.end > last:
            return Change((agency.id,))
        day = max(first, agency.end)
        found = heirs(self._roster, agency.id, day, words)
        if not found.agencies:
            return Change(
                (agency.id,), (remark("agency_without_heir", old=agency.name, day=agency.end),)
            )
        notes = self._notes(one.note for _, one in found.steps)
        if agency.end > first:
            ends = remark("agency_ends", old=agency.name, day=agency.end, new=self._names(found))
            return Change((agency.id, *found.agencies), (ends, *notes))
        replaced = remark(
            "agency_replaced",
            old=agency.name,
            day=agency.end,
            new=self._names(found),
            matters=[word for _, one in found.steps for word in one.matters],
            heirs=self._split(found),
            elsewhere=[word for _, one in found.steps for word in one.excludes],
            doubted=found.doubted,
        )
        return Change(found.agencies, (replaced, *notes))

    def _names(self, found: Succession) -> str:
        return self._roster.names(found.agencies)

    def _split(self, found: Succession) -> str:
        """All among whom the tasks were split; empty where one heir only is known."""
        every = [
            one.agency
            for ident in dict.fromkeys(ident for ident, _ in found.steps)
            for one in self._roster.agencies[ident].successors
        ]
        known = dict.fromkeys(every)
        return self._roster.names(known) if found.split and len(known) > 1 else ""

    def _notes(self, notes: Iterable[str | None]) -> Iterable[Remark]:
        """What the registry says of a succession, the first time that it matters."""
        for note in dict.fromkeys(notes):
            if note and note not in self._told:
                self._told.add(note)
                yield remark("succession_note", note=note)

    def _earlier(self, agency: Agency) -> Change:
        """Who came before an agency that is not there yet: the plan is taken back in time."""
        found = forebears(self._roster, agency.id, *self._new)
        names = "; ".join(one.name for one in found)
        doubt = remark("agency_not_yet", new=agency.name, day=agency.first, old=names)
        return Change(tuple(one.id for one in found) or (agency.id,), (doubt,))

    def _group(self, group: Group, words: str) -> Change:
        follower = next((one for one in group.successors if one.on <= self._new.first), None)
        if follower is not None and not self._roster.expand(group.id, self._new.first):
            doubt = remark(
                "group_without_kind",
                group=group.name,
                day=follower.on,
                before=len(self._roster.expand(group.id, self._old.last)),
                new=self._roster.name(follower.group),
                empty=not self._roster.expand(follower.group, self._new.last),
            )
            return Change((follower.group,), (doubt, *self._notes([follower.note])))
        parts = [self._group(self._roster.groups[one], words) for one in group.includes]
        missing = self._missing(group)
        if all(part.ids == (one,) for part, one in zip(parts, group.includes, strict=True)):
            if not missing:
                return Change((group.id,))
            parts = [Change((one,)) for one in group.includes]
        own = [self._agency(one, words) for one in self._members(group)]
        doubts = [remark("group_opened", group=group.name)] if parts else []
        if missing:
            doubts.append(
                remark(
                    "group_members",
                    group=group.name,
                    names="; ".join(one.name for one in missing),
                )
            )
        every = [*own, *parts]
        return Change(
            tuple(dict.fromkeys(ident for one in every for ident in one.ids)),
            _each_once(doubts, every),
        )

    def _members(self, group: Group) -> list[Agency]:
        """Agencies that the group itself lists for either plan."""
        return [
            self._roster.agencies[one.agency]
            for one in group.members
            if (one.first is None or one.first <= self._new.last)
            and (one.end is None or one.end > self._old.first)
        ]

    def _missing(self, group: Group) -> list[Agency]:
        """Members that are gone while none of their heirs belongs to the group."""
        first, last = self._new
        now = {*self._roster.expand(group.id, first), *self._roster.expand(group.id, last)}
        gone = [one for one in self._members(group) if one.end is not None and one.end <= last]
        return [
            one
            for one in gone
            if (found := heirs(self._roster, one.id, max(first, one.end or first)).agencies)
            and not now & set(found)
        ]

    def _counted(self, group: Group, change: Change) -> GroupChange:
        day = self._new.last
        after = {one for ident in change.ids for one in self._roster.expand(ident, day)}
        before = len(self._roster.expand(group.id, self._old.last))
        instead = () if change.ids == (group.id,) else change.ids
        return GroupChange(group.id, before, len(after), instead)


def _each_once(own: list[Remark], changes: Iterable[Change]) -> tuple[Remark, ...]:
    found: list[Remark] = []
    for one in (*own, *(doubt for change in changes for doubt in change.remarks)):
        if one not in found:
            found.append(one)
    return tuple(found)
