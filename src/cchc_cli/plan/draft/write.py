"""The draft as a plan file: every field that was read, and ``# xem lại:`` where the reader doubts.

Sentences come from outside (``Words``), since this room speaks to nobody. Whatever a text holds,
the file reads back as it was meant: ``plan.spelling`` quotes what has to be quoted.
"""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from cchc_cli.domain.names import bare
from cchc_cli.plan import spelling
from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.lines import clean
from cchc_cli.plan.draft.model import (
    ContextClause,
    Doubt,
    DoubtCode,
    Draft,
    DraftDuty,
    NobodyFound,
    Reason,
)

TITLE_LENGTH = 120
_STEP = "  "
# Clauses that say by their form that they lay nothing on anybody need not be told again.
_PLAIN_REASONS: frozenset[Reason] = frozenset(
    {
        "head", "basis", "opening", "heading", "lead_in", "column_heads", "group_row", "label",
        "closing", "recipients", "signature", "note", "contact", "purpose", "requirement",
        "funding",
    }
)  # fmt: skip
# The field that a doubt is about, by the beginning of its code; the whole duty where none is named.
_FIELDS = (
    ("agency", "bearers"), ("group", "bearers"), ("lead", "bearers"), ("time", "schedule"),
    ("issue_date", "schedule"),
)  # fmt: skip
_FACT_FIELDS: Mapping[DoubtCode, str] = {
    "issuer_guessed": "issuer",
    "date_missing": "date",
    "validity_guessed": "validity",
    "coordinator_guessed": "coordinator",
}


class Words(NamedTuple):
    """The sentences that the file is given.

    Attributes:
        head: comments above everything.
        doubt: a doubt in words.
        nobody: that nobody could be found for these words of a clause, and as many more.
        reason: why a clause is context.
    """

    head: tuple[str, ...]
    doubt: Callable[[Doubt], str]
    nobody: Callable[[NobodyFound, int], str]
    reason: Callable[[Reason], str]


class Beside(NamedTuple):
    """The files that the plan is read with, in the same folder."""

    registry: str
    calendar: str
    schema: str | None = None


def plan_text(draft: Draft, beside: Beside, words: Words) -> str:
    """The plan file of a draft."""
    lines = [*_head(draft, beside, words), *_facts(draft, beside, words)]
    lines += _references(draft)
    lines += _statements(draft)
    if draft.duties:
        lines += ["", "duties:", *_duties(draft, words)]
    else:
        found = _by_clause(draft.nobody)
        lines += ["", *(line for one in found for line in _comment(words.nobody(*one), ""))]
        lines.append("duties: []")
    lines += _rest(draft, words)
    return "\n".join(lines) + "\n"


def _head(draft: Draft, beside: Beside, words: Words) -> Iterator[str]:
    if beside.schema:
        yield f"# yaml-language-server: $schema={beside.schema}"
    for line in words.head:
        yield from wrapped(line, "# ", "# ")
    for doubt in draft.facts.doubts:
        if doubt.code not in _FACT_FIELDS:
            yield from _comment(words.doubt(doubt), "")


def _facts(draft: Draft, beside: Beside, words: Words) -> Iterator[str]:
    facts = draft.facts

    def doubted(field: str, depth: str = "") -> Iterator[str]:
        for doubt in facts.doubts:
            if _FACT_FIELDS.get(doubt.code) == field:
                yield from _comment(words.doubt(doubt), depth)

    yield "format: cchc-plan/1"
    yield from _pair("id", plan_id(draft))
    for name in ("title", "short_title", "subject"):
        yield from _pair(name, said(getattr(facts, name)))
    yield "document:"
    yield from _pair("type", said(facts.type), _STEP)
    yield from _pair("number", _optional(facts.number), _STEP)
    yield from doubted("date", _STEP)
    yield from _pair("date", facts.dated, _STEP)
    yield from _pair("signer", _optional(facts.signer), _STEP)
    yield from doubted("issuer", _STEP)
    yield from _pair("issuer", facts.issuer, _STEP)
    yield from doubted("validity")
    yield "validity:"
    yield from _pair("from", facts.first, _STEP)
    yield from _pair("to", facts.last, _STEP)
    yield from _pair("registry", beside.registry)
    yield from _pair("calendar", beside.calendar)
    yield from doubted("coordinator")
    yield from _pair("coordinator", facts.coordinator)


def plan_id(draft: Draft) -> str:
    """An id out of the document's number and year, or its kind where it has no number."""
    facts = draft.facts
    name = facts.number or facts.type
    year = (facts.dated or facts.first).year
    words = bare(name).encode("ascii", "ignore").decode().split()
    if str(year) not in words:
        words.append(str(year))
    return "-".join(words)


def _references(draft: Draft) -> Iterator[str]:
    if draft.legal_basis:
        yield from _pair("legal_basis", list(draft.legal_basis))
    if not draft.references:
        return
    yield ""
    yield "references:"
    for one in draft.references:
        yield from _item(
            _given(
                id=one.id,
                number=said(one.number),
                type=said(one.type),
                issuer=_optional(one.issuer),
                date=one.dated,
                subject=_optional(one.subject),
                cited_at=[said(where) for where in one.cited_at],
            )
        )


def _statements(draft: Draft) -> Iterator[str]:
    for key, reason in (("purposes", "purpose"), ("requirements", "requirement")):
        found = list(_without_headings([one for one in draft.context if one.reason == reason]))
        if found:
            yield ""
            yield f"{key}:"
            for one in found:
                yield from _item({"clause": one.clause, "text": said(one.words)})


def _without_headings(clauses: Sequence[ContextClause]) -> Iterator[ContextClause]:
    """Clauses with words of their own: not those that only head others."""
    for one in clauses:
        heads = any(other.clause.startswith(f"{one.clause}.") for other in clauses)
        if said(one.words) and not heads:
            yield one


def _duties(draft: Draft, words: Words) -> Iterator[str]:
    """The duties, and where they stand the clauses that nobody was found for."""
    waiting = _by_clause(draft.nobody)
    told: set[Doubt] = set()
    for duty in draft.duties:
        while waiting and _before(waiting[0][0].place, duty.place):
            yield from _comment(words.nobody(*waiting.pop(0)), _STEP)
        yield from _duty(duty, words, told)
    for one, more in waiting:
        yield from _comment(words.nobody(one, more), _STEP)


def _by_clause(nobody: Sequence[NobodyFound]) -> list[tuple[NobodyFound, int]]:
    """The first of each clause, and how many follow it there."""
    ordered = sorted(nobody, key=lambda one: (one.place.page, one.place.line))
    found = []
    for _, group in groupby(ordered, key=lambda one: one.clause):
        first, *rest = group
        found.append((first, len(rest)))
    return found


def _before(one: Place, other: Place) -> bool:
    return (one.page, one.line) < (other.page, other.line)


def _duty(duty: DraftDuty, words: Words, told: set[Doubt]) -> Iterator[str]:
    """A duty; what is doubted of a name and not of the duty is told once, where it stands first."""
    notes: dict[str, list[str]] = {}
    for doubt in duty.doubts:
        if doubt in told:
            continue
        if doubt.of_name:
            told.add(doubt)
        field = next((to for begin, to in _FIELDS if doubt.code.startswith(begin)), "duty")
        notes.setdefault(field, []).append(words.doubt(doubt))
    for note in notes.get("duty", ()):
        yield from _comment(note, _STEP)
    report = _given(to=duty.report_to, through=duty.report_through) if duty.report_to else None
    fields = _given(
        id=duty.id,
        clause=duty.clause,
        title=_title(duty.title),
        text=said(duty.text),
        force=duty.force if duty.force != "assigned" else None,
        lead=list(duty.lead),
        implement=list(duty.implement),
        cooperate=list(duty.cooperate),
        capacity=_optional(duty.capacity),
        partners=list(duty.partners),
        partner_words=_optional(duty.partner_words),
        product=_given(name=_optional(duty.product)),
        time_words=_optional(duty.time_words),
        schedule=duty.schedule,
        report_to=report,
    )
    bearer = next((name for name in ("lead", "implement", "cooperate") if name in fields), "")
    yield from _item(
        fields, {bearer: notes.get("bearers", []), "schedule": notes.get("schedule", [])}
    )


def _rest(draft: Draft, words: Words) -> Iterator[str]:
    if draft.funding and said(draft.funding):
        yield ""
        yield "funding:"
        yield from _pair("text", said(draft.funding), _STEP)
    recipients = [one for one in draft.recipients if said(one.name)]
    if recipients:
        yield ""
        yield "recipients:"
        for one in recipients:
            yield from _item(_given(name=said(one.name), purpose=_optional(one.purpose)))
    yield from _context([one for one in draft.context if one.reason not in _PLAIN_REASONS], words)


def _context(clauses: Sequence[ContextClause], words: Words) -> Iterator[str]:
    kept: dict[tuple[str, Reason], None] = {(one.clause, one.reason): None for one in clauses}
    if not kept:
        return
    yield ""
    yield "context:"
    for clause, reason in kept:
        yield from _item({"clause": clause, "reason": words.reason(reason)})


def said(text: str) -> str:
    """A text in one line as the file has it."""
    return clean(text.replace("\n", " "))


def _optional(text: str | None) -> str | None:
    return (said(text) or None) if text is not None else None


def _title(text: str) -> str:
    """A title within its bound, cut after a whole word."""
    whole = said(text)
    if len(whole) <= TITLE_LENGTH:
        return whole
    start = whole[: TITLE_LENGTH - 1]
    words = start.rpartition(" ")[0]
    return f"{(words or start).rstrip(' ,;:')}…"


def _given(**fields: object) -> dict[str, object]:
    """Fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _pair(key: str, value: object, depth: str = "") -> Iterator[str]:
    head = f"{depth}{key}:"
    yield head + spelling.after_key(value, len(depth), len(head))


def _item(
    fields: Mapping[str, object], notes: Mapping[str, Sequence[str]] | None = None
) -> Iterator[str]:
    """An item of a list at the first depth, with comments above some of its fields."""
    lead = f"{_STEP}- "
    for name, value in fields.items():
        for note in (notes or {}).get(name, ()):
            yield from _comment(note, _STEP * 2)
        head = f"{lead}{name}:"
        yield head + spelling.after_key(value, len(_STEP) * 2, len(head))
        lead = _STEP * 2


def _comment(text: str, depth: str) -> Iterator[str]:
    return wrapped(text, f"{depth}# ", f"{depth}#   ")


def wrapped(text: str, first: str, following: str) -> Iterator[str]:
    """A text as comments, its lines begun with these."""
    yield from textwrap.wrap(
        said(text),
        spelling.WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
