"""What became of a plan that was rolled on: a summary for the person who goes through it."""

from collections.abc import Iterable, Iterator
from typing import Any

from cchc_cli.domain.agencies import Roster
from cchc_cli.plan.roll.remarks import GroupChange, Placed, Rolled
from cchc_cli.views.sheet import wrapped
from cchc_cli.views.wording import rolling as words

MOVED = ("date_moved", "bounds_moved")
REPLACED = ("agency_replaced", "agency_ends", "agency_not_yet")


def rolled_text(rolled: Rolled, roster: Roster, width: int) -> str:
    """The summary: dates, days off, agencies, groups, what stands apart, what is unknown."""
    lines = [
        *_each(rolled.placed, MOVED, words.DATES),
        *_each(rolled.placed, ("day_off", "bent"), words.DAYS_OFF),
        *_replaced(rolled.placed),
        *_doubted(rolled.placed),
        *_each(rolled.placed, ("agency_without_heir",), words.NOT_PLACED),
        *_groups(rolled.groups, roster),
    ]
    if rolled.apart:
        ids = ", ".join(rolled.apart)
        lines.append(words.APART.format(number=len(rolled.apart), ids=ids))
    for code, text in (("words", words.MENTIONS), ("reference_old", words.REFERENCES)):
        number = sum(one.remark.code == code for one in rolled.placed)
        if number:
            lines.append(text.format(number=number))
    lines.append(words.UNKNOWN)
    return "\n".join(wrapped(line, width, "    ") for line in lines)


def _each(placed: Iterable[Placed], codes: tuple[str, ...], heading: str) -> Iterator[str]:
    found = [one for one in placed if one.remark.code in codes]
    if found:
        yield heading.format(number=len(found))
    for one in found:
        text = words.sentence(one.remark.code, one.remark.values)
        yield f"  {one.duty}: {text}" if one.duty else f"  {text}"


def _replaced(placed: Iterable[Placed]) -> Iterator[str]:
    """Agencies by who stands for them, with the duties."""
    found: dict[str, dict[str, None]] = {}
    for one in placed:
        if one.remark.code in REPLACED and one.duty:
            values: Any = one.remark.values
            found.setdefault(f"{values['old']} → {values['new']}", {})[one.duty] = None
    duties = {duty for ids in found.values() for duty in ids}
    if duties:
        yield words.AGENCIES.format(number=len(duties))
    for old, ids in found.items():
        yield "  " + words.WHO.format(old=old, ids=", ".join(ids))


def _doubted(placed: Iterable[Placed]) -> Iterator[str]:
    """Duties whose words say that they went to somebody else than the default."""
    ids = dict.fromkeys(one.duty for one in placed if one.remark.values.get("doubted"))
    if ids:
        yield words.DOUBTED.format(number=len(ids), ids=", ".join(ids))


def _groups(groups: Iterable[GroupChange], roster: Roster) -> Iterator[str]:
    lines = []
    for one in groups:
        names = words.GROUP_INSTEAD.format(names=roster.names(one.instead)) if one.instead else ""
        empty = _empty(one.instead or (one.group,), roster)
        text = words.GROUP_COUNT.format(
            name=roster.name(one.group), before=one.before, after=one.after, instead=names + empty
        )
        lines.append(f"  {text}")
    return iter([words.GROUPS, *lines] if lines else [])


def _empty(idents: Iterable[str], roster: Roster) -> str:
    """Lists within the groups that are still to be filled."""
    parts = dict.fromkeys(part for ident in idents for part in roster.open_parts(ident))
    names = "; ".join(part.name for part in parts if part.roster and not part.members)
    return words.GROUP_EMPTY.format(names=names) if names else ""
