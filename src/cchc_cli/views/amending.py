"""Amendments in words: what was written, and what of a plan they change."""

from collections.abc import Iterator
from pathlib import Path

from cchc_cli.domain.amending import applied
from cchc_cli.domain.plan import Amendment, Duty, Plan
from cchc_cli.views.wording import amending as words
from cchc_cli.views.wording.days import day_text


def composed_text(file: Path, text: str, plan: Path, *, dry: bool) -> str:
    """Where an amendment was written, or what it would be."""
    if not dry:
        return words.DONE.format(file=file, plan=plan) + "\n"
    return words.WOULD.format(file=file, plan=plan) + f"\n\n{text}"


def document_name(amendment: Amendment) -> str:
    """The amending document by type, number and date, as far as they are known."""
    document = amendment.document
    name = document.type
    if document.number:
        name = words.NUMBERED.format(type=document.type, number=document.number)
    if document.dated:
        name = words.DATED.format(name=name, day=day_text(document.dated))
    return name


def amendment_note(plan: Plan) -> str:
    """One line on the amendments that a version has taken in; empty where there are none."""
    taken = applied(plan)
    if not taken or plan.as_of is None:
        return ""
    return words.IN_FORCE.format(day=day_text(plan.as_of), what=", ".join(map(_one, taken)))


def _one(amendment: Amendment) -> str:
    return words.ONE.format(name=document_name(amendment), since=day_text(amendment.since))


def amendments_data(plan: Plan) -> list[dict[str, object]]:
    """The same for JSON."""
    return [
        {"id": one.id, "from": one.since, "number": one.document.number} for one in applied(plan)
    ]


def duty_lines(plan: Plan, duty: Duty) -> Iterator[tuple[str, str]]:
    """What amendments did to a duty, then its words before, as labels and texts."""
    for one in applied(plan):
        name, since = document_name(one), day_text(one.since)
        if duty.id in one.ended:
            yield words.DETAIL, words.DETAIL_ENDED.format(since=since, name=name)
        elif any(duty.id == changed.id for changed in one.duties):
            yield words.DETAIL, words.DETAIL_SINCE.format(since=since, name=name)
        for ident, moved in one.moved:
            if ident == duty.id:
                day = day_text(moved.day)
                yield words.DETAIL, words.DETAIL_MOVED.format(day=day, name=name)
    for before in duty.earlier:
        if before.until is not None and before.text != duty.text:
            label = words.DETAIL_BEFORE.format(since=day_text(before.until))
            yield label, f"“{before.text}”"
