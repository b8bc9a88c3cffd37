"""Agencies that a document names and the registry does not hold, written as a registry to check.

The user's own registry is never changed: what is proposed goes into a copy of it that keeps its
comments and its order, with the proposals last in each list.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Registry
from cchc_cli.domain.names import given_names
from cchc_cli.plan import spelling
from cchc_cli.plan.draft.model import Draft
from cchc_cli.plan.draft.write import said, wrapped
from cchc_cli.plan.splice import Splice

UNKNOWN = "?"
_TERRITORY = re.compile(
    r"\b(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu)\s+(?P<place>.+)$",
    re.IGNORECASE,
)


class Base(NamedTuple):
    """The registry that proposals are added to: its file and what was read of it."""

    file: Path
    registry: Registry


def registry_text(draft: Draft, base: Base | None, head: Iterable[str], mark: str) -> str:
    """The registry that a draft is read with.

    Args:
        draft: with its proposals.
        base: the registry they are proposed to; None begins a new one.
        head: comments above everything.
        mark: the comment above the first proposal of each list.

    Raises:
        BadPlan: if the registry that is there cannot be added to.
    """
    begin = "".join(f"{line}\n" for one in head for line in wrapped(one, "# ", "# "))
    if base is None or of_another_place(draft, base.registry):
        return begin + _marked(_new(draft, base.registry if base else None), draft, mark)
    splice = Splice.of_file(base.file)
    added = {
        "agencies": (len(base.registry.agencies), [_agency(one) for one in draft.agencies]),
        "groups": (len(base.registry.groups), [_group(one) for one in draft.groups]),
    }
    for key, (there, proposed) in added.items():
        if proposed and not splice.has((key,)):
            splice.put((key,), proposed)
            continue
        for record in proposed:
            splice.put((key, there), record)
    return begin + _marked(splice.result().removeprefix("\ufeff"), draft, mark)


def of_another_place(draft: Draft, registry: Registry) -> bool:
    """Whether a proposed agency bears a name of the registry: a department of another province."""
    names = {name for one in registry.agencies for name in given_names(one, registry)}
    return any(names & given_names(one, registry) for one in draft.agencies)


def _new(draft: Draft, base: Registry | None) -> str:
    """A registry of the proposals, and of what the draft takes from the one that is there.

    The territory is what the issuer is called after.
    """
    used = _used(draft)
    taken = [one for one in (base.agencies if base else ()) if one.id in used]
    agencies = [*taken, *draft.agencies]
    idents = {one.id for one in agencies}
    issuer = next((one for one in agencies if one.id == draft.facts.issuer), None)
    territory, place = _territory(issuer)
    fields: dict[str, object] = {
        "format": "cchc-agencies/1",
        "territory": territory,
        "place": place,
        "source": said(draft.facts.number or draft.facts.title) or UNKNOWN,
        "agencies": [
            _agency(one if one.superior in idents else one._replace(superior=None))
            for one in agencies
        ],
    }
    if draft.groups:
        fields["groups"] = [_group(one) for one in draft.groups]
    return spelling.mapping(fields, 0) + "\n"


def _territory(issuer: Agency | None) -> tuple[str, str]:
    """The territory and the place that it is called by."""
    if issuer is not None and issuer.kind == "ministry":
        return "Việt Nam", "Hà Nội"
    found = _TERRITORY.search(issuer.name) if issuer else None
    return (said(found[0]), said(found["place"])) if found else (UNKNOWN, UNKNOWN)


def _used(draft: Draft) -> set[str]:
    facts = draft.facts
    used = {facts.issuer, facts.coordinator}
    for duty in draft.duties:
        used.update((*duty.lead, *duty.implement, *duty.cooperate, *duty.partners))
        used.update(one for one in (duty.report_to, duty.report_through) if one)
    for group in draft.groups:
        used.update(member.agency for member in group.members)
    return used


def _marked(text: str, draft: Draft, mark: str) -> str:
    """The text with the mark above the first proposed agency and the first proposed group."""
    for ident in (*(one.id for one in draft.agencies[:1]), *(one.id for one in draft.groups[:1])):
        line = re.compile(rf"^( *)- id: {re.escape(spelling.inline(ident))}$", re.MULTILINE)
        text = line.sub(lambda found: f"{found[1]}# {mark}\n{found[0]}", text, count=1)
    return text


def _agency(agency: Agency) -> dict[str, object]:
    return _given(
        {
            "id": agency.id,
            "name": said(agency.name),
            "symbol": agency.symbol,
            "symbol_assumed": agency.symbol_assumed or None,
            "kind": agency.kind,
            "aliases": [said(one) for one in agency.aliases],
            "superior": agency.superior,
            "from": agency.first,
            "until": agency.end,
            "note": said(agency.note) if agency.note else None,
        }
    )


def _group(group: Group) -> dict[str, object]:
    return _given(
        {
            "id": group.id,
            "name": said(group.name),
            "members": [one.agency for one in group.members],
            "includes": list(group.includes),
            "open": group.open or None,
            "roster": group.roster or None,
            "note": said(group.note) if group.note else None,
        }
    )


def _given(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in (None, [])}
