"""The registry of agencies: who there is, and all about one."""

import difflib
from collections.abc import Iterator, Sequence

from cchc_cli.domain.agencies import Agency, Roster, Successor
from cchc_cli.services.agencies import AgencyDetail, AgencyList, Belonging
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet, wrapped
from cchc_cli.views.wording import agencies as words
from cchc_cli.views.wording.days import day_text

COLUMNS = (
    Column("id", "Mã", 12, whole=True),
    Column("name", "Tên", 30),
    Column("symbol", "Ký hiệu", 9, whole=True),
    Column("from", "Có từ", 10, whole=True),
    Column("until", "Thôi từ", 10, whole=True),
    Column("successors", "Kế thừa", 14),
)
MAYBE = frozenset({"from", "until", "successors"})


def agencies_sheet(found: AgencyList) -> Sheet:
    """The agencies by kind; columns that would be empty are left out."""
    roster = Roster(found.registry)
    cells = [(one, _cells(one, roster)) for one in found.agencies]
    columns = [
        one
        for one in COLUMNS
        if one.key not in MAYBE or any(row[one.key] != words.NONE for _, row in cells)
    ]
    sections = []
    for kind, name in words.KINDS.items():
        rows = [[row[one.key] for one in columns] for agency, row in cells if agency.kind == kind]
        if rows:
            sections.append(Section(f"{name} ({len(rows)})", rows))
    number = len(found.agencies)
    above = (
        words.ON_DAY.format(day=day_text(found.day), number=number)
        if found.day
        else words.EVER.format(number=number)
    )
    return Sheet([above], columns, sections, _below(found))


def _below(found: AgencyList) -> list[str]:
    empty = [one.name for one in found.registry.groups if one.roster and not one.members]
    lines = [words.EMPTY_GROUPS.format(names="; ".join(empty))] if empty else []
    if any(one.symbol_assumed for one in found.agencies):
        lines.insert(0, words.ASSUMED)
    return [*lines, words.SOURCE.format(source=found.registry.source)]


def _cells(agency: Agency, roster: Roster) -> dict[str, str]:
    heirs = "; ".join(dict.fromkeys(roster.name(one.agency) for one in agency.successors))
    star = "*" if agency.symbol_assumed else ""
    return {
        "id": agency.id,
        "name": agency.name,
        "symbol": f"{agency.symbol}{star}" if agency.symbol else words.NONE,
        "from": day_text(agency.first) if agency.first else words.NONE,
        "until": day_text(agency.end) if agency.end else words.NONE,
        "successors": heirs or words.NONE,
    }


def agencies_json(found: AgencyList) -> str:
    """The agencies as JSON (``cchc/agencies/1``)."""
    return document(
        "agencies",
        {
            "territory": found.registry.territory,
            "source": found.registry.source,
            "on": found.day,
            "count": len(found.agencies),
            "agencies": [_data(one) for one in found.agencies],
        },
    )


def _data(agency: Agency) -> dict[str, object]:
    return {
        "id": agency.id,
        "name": agency.name,
        "kind": agency.kind,
        "symbol": agency.symbol,
        "symbol_assumed": agency.symbol_assumed,
        "aliases": list(agency.aliases),
        "superior": agency.superior,
        "from": agency.first,
        "until": agency.end,
        "successors": [one._asdict() for one in agency.successors],
        "note": agency.note,
    }


def agency_json(found: AgencyDetail) -> str:
    """One agency as JSON (``cchc/agency/1``)."""
    return document(
        "agency",
        {
            **_data(found.agency),
            "predecessors": [one.id for one in found.before],
            "groups": [
                {"id": one.group.id, "from": one.member.first, "until": one.member.end}
                for one in found.groups
            ],
        },
    )


def agency_text(found: AgencyDetail, width: int) -> str:
    """All about one agency, a fact a line."""
    lines = [found.agency.name, *_facts(found)]
    return "\n".join(wrapped(line, width, "    ") for line in lines) + "\n"


def _facts(found: AgencyDetail) -> Iterator[str]:
    agency, roster = found.agency, Roster(found.registry)
    yield words.IDENT.format(ident=agency.id)
    yield words.KIND.format(kind=words.KINDS[agency.kind])
    if agency.symbol:
        symbol = words.SYMBOL_ASSUMED if agency.symbol_assumed else words.SYMBOL
        yield symbol.format(symbol=agency.symbol)
    if agency.aliases:
        yield words.ALIASES.format(names="; ".join(agency.aliases))
    if agency.superior:
        yield words.SUPERIOR.format(name=roster.name(agency.superior))
    if agency.first:
        yield words.FIRST.format(day=day_text(agency.first))
    if agency.end:
        yield words.UNTIL.format(day=day_text(agency.end))
    if agency.successors:
        yield words.SUCCESSORS
        for one in agency.successors:
            yield f"  {_successor(agency, one, roster)}"
    if found.before:
        yield words.PREDECESSORS.format(names="; ".join(map(_before, found.before)))
    if found.groups:
        yield words.GROUPS.format(names="; ".join(map(_group, found.groups)))
    if agency.note:
        yield words.NOTE.format(note=agency.note)


def _successor(agency: Agency, one: Successor, roster: Roster) -> str:
    others = any(other.matters for other in agency.successors)
    matters = words.BY_DEFAULT if others else ""
    if one.matters:
        matters = words.MATTERS.format(words=", ".join(one.matters))
    if one.excludes:
        matters += words.EXCLUDES.format(words=", ".join(one.excludes))
    text = words.SUCCESSOR.format(
        name=roster.name(one.agency), day=day_text(one.on), matters=matters
    )
    return f"{text}. {one.note}" if one.note else text


def _before(agency: Agency) -> str:
    day = day_text(agency.end) if agency.end else words.NONE
    return words.PREDECESSOR.format(name=agency.name, day=day)


def _group(one: Belonging) -> str:
    text = one.group.name
    if one.member.first:
        text += words.GROUP_FROM.format(day=day_text(one.member.first))
    if one.member.end:
        text += words.GROUP_UNTIL.format(day=day_text(one.member.end))
    return text


def difference(old: str, new: str, name: str) -> str:
    """What an edit changes, as a unified diff."""
    return "".join(_lines(old.splitlines(), new.splitlines(), name))


def _lines(old: Sequence[str], new: Sequence[str], name: str) -> Iterator[str]:
    for line in difflib.unified_diff(old, new, name, name, lineterm=""):
        yield f"{line}\n"
