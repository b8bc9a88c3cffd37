"""Names to ids: those of the user's registry where it has them, proposals for it where it has not.

A registry belongs to one territory. A department of another province is never taken for the one of
the same name at home; ministries and central bodies are the same everywhere.
"""

import re
from datetime import date

from cchc_cli.domain.agencies import Agency, Group, Member, Registry
from cchc_cli.domain.names import bare, find_agency
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.parties import Party
from cchc_cli.plan.draft.party_keys import party_key

CENTRAL = frozenset({"ministry"})
_BY_FUNCTION = re.compile(
    r"được (?:giao|phân công|nêu)|có thẩm quyền|^(?:các )?(?:cơ quan|đơn vị|tổ chức|địa phương)"
    r"(?:,? (?:và )?(?:cơ quan|đơn vị|tổ chức|địa phương|cá nhân))*(?: (?:có )?liên quan)?$"
)
ID_WIDTH = 44


class Book:
    """The registry and what the document adds to it.

    Attributes:
        foreign: the document is of another territory than the registry.
    """

    def __init__(self, registry: Registry | None, day: date, *, foreign: bool = False) -> None:
        self.registry = registry
        self.day = day
        self.foreign = foreign
        self.agencies: dict[str, Agency] = {}
        self.groups: dict[str, Group] = {}
        self._known: dict[tuple[str, bool], tuple[str, tuple[Doubt, ...]]] = {}
        self._ids = {one.id for one in registry.agencies} if registry else set()
        self._ids |= {one.id for one in registry.groups} if registry else set()
        self._group_keys = (
            {}
            if registry is None or foreign
            else {party_key(one.name, group=True): one.id for one in registry.groups}
        )
        self._agency_keys: dict[str, str] = {}
        for one in registry.agencies if registry else ():
            if (not foreign or one.kind in CENTRAL) and one.exists_on(day):
                for name in (one.name, *one.aliases):
                    self._agency_keys.setdefault(party_key(name, group=False), one.id)

    def ident(self, party: Party) -> tuple[str, tuple[Doubt, ...]]:
        """The id of a named body or group, and what is unsure about it."""
        known = self._known.get((party.key, party.kind is None))
        if known is None:
            known = self._find_group(party) if party.kind is None else self._find(party)
            self._known[(party.key, party.kind is None)] = known
        return known

    def idents(self, parties: tuple[Party, ...]) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
        """The ids of several, each once; of a group whose members are listed, theirs."""
        found: dict[str, None] = {}
        doubts: dict[Doubt, None] = {}
        for party in parties:
            for one in (
                party.members if party.kind is None and party.members else (party, *party.members)
            ):
                ident, unsure = self.ident(one)
                found.setdefault(ident)
                doubts.update(dict.fromkeys(unsure))
        return tuple(found), tuple(doubts)

    def whole_group(self, words: str) -> str | None:
        """The registry's group of exactly that name (a heading that names several at once)."""
        if self.registry is None or self.foreign:
            return None
        wanted = bare(words)
        return next((one.id for one in self.registry.groups if bare(one.name) == wanted), None)

    def name(self, ident: str) -> str:
        """The name behind an id."""
        for one in (*self.agencies.values(), *(self.registry.agencies if self.registry else ())):
            if one.id == ident:
                return one.name
        for group in (*self.groups.values(), *(self.registry.groups if self.registry else ())):
            if group.id == ident:
                return group.name
        return ident

    def agency_only(self, party: Party) -> str | None:
        """The id of a single agency; None for a group."""
        return None if party.kind is None else self.ident(party)[0]

    def _find(self, party: Party) -> tuple[str, tuple[Doubt, ...]]:
        ident = self._agency_keys.get(party.key)
        if ident:
            return ident, ()
        if self.registry is not None and (not self.foreign or party.kind in CENTRAL):
            answer = find_agency(self.registry, party.name, self.day, suggest=False)
            if len(answer.agencies) == 1 and answer.certainty in ("same", "marks"):
                return answer.agencies[0].id, ()
            if answer.ended is not None and not answer.agencies:
                return answer.ended.id, (Doubt("agency_ended", party.name),)
        return self._proposed(party), (Doubt("agency_new", party.name),)

    def _proposed(self, party: Party) -> str:
        ident = self._free(_slug(party.name))
        name = party.name[:1].upper() + party.name[1:]
        self.agencies[ident] = Agency(ident, name, party.kind or "public_unit")
        return ident

    def _find_group(self, party: Party) -> tuple[str, tuple[Doubt, ...]]:
        ident = self._group_keys.get(party.key)
        doubts: tuple[Doubt, ...] = ()
        if _BY_FUNCTION.search(plain(party.name)):
            doubts = (Doubt("lead_by_function", party.name),)
        if ident:
            return ident, doubts
        ident = self._free(_slug(party.name))
        members = tuple(Member(self.ident(one)[0]) for one in party.members)
        name = party.name[:1].upper() + party.name[1:]
        self.groups[ident] = Group(ident, name, members, open=True)
        return ident, (*doubts, Doubt("group_open", name))

    def _free(self, wanted: str) -> str:
        ident, number = wanted, 2
        while ident in self._ids:
            ident, number = f"{wanted}-{number}", number + 1
        self._ids.add(ident)
        return ident


def _slug(name: str) -> str:
    """An id out of a name: bare words joined by hyphens, whole words as far as they fit."""
    words = [word for word in bare(name).split() if word not in ("va", "cac", "cua")] or ["co-quan"]
    ident = words[0]
    for word in words[1:]:
        if len(ident) + len(word) + 1 > ID_WIDTH:
            break
        ident = f"{ident}-{word}"
    ident = re.sub(r"[^a-z0-9-]", "", ident.encode("ascii", "ignore").decode())
    return re.sub(r"-+", "-", ident).strip("-") or "co-quan"
