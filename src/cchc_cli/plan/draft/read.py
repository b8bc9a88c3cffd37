"""The door of the reading: from the blocks of a document to the draft of its plan."""

import re
from collections.abc import Sequence
from datetime import date

from cchc_cli.domain.agencies import Registry
from cchc_cli.domain.names import bare
from cchc_cli.domain.plan import Reference
from cchc_cli.plan.draft.blocks import Document, Table
from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.charges import Charge
from cchc_cli.plan.draft.document import Told, told
from cchc_cli.plan.draft.duties import Reading
from cchc_cli.plan.draft.fit import Fitted, fitted
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import ContextClause, Doubt, Draft, DraftDuty, Facts
from cchc_cli.plan.draft.parties import parties_in
from cchc_cli.plan.draft.parts import Body, Parts, divide
from cchc_cli.plan.draft.recipients import recipients_of
from cchc_cli.plan.draft.references import references_of
from cchc_cli.plan.draft.scope import Scope
from cchc_cli.plan.draft.sections import DUTIES, TASKS
from cchc_cli.plan.draft.subjects import subject_of
from cchc_cli.plan.draft.tables import read_tasks
from cchc_cli.plan.draft.tally import Tally
from cchc_cli.plan.draft.time_schedules import Frame
from cchc_cli.plan.draft.titles import short_title

# Where a citation of the head stands.
_OPENING = "mở đầu"
# Kinds of document whose numbered items are orders, whatever their headings.
_ORDERS = frozenset({"Chỉ thị", "Công điện", "Công văn"})


def read_draft(document: Document, registry: Registry | None, today: date) -> Draft:
    """Read a document.

    Args:
        document: its blocks.
        registry: the user's agencies; those that it lacks are proposed.
        today: for a document that tells no year of its own.
    """
    parts = divide(document.blocks)
    facts = told(parts)
    year = _year(facts, parts, today)
    foreign = registry is not None and not _is_of(facts.territory, registry)
    book = Book(registry, facts.dated or date(year, 7, 1), foreign=foreign)
    _issuer(facts, book)
    tabled = any(isinstance(one, Table) and read_tasks(one) for one in document.blocks)
    tally = Tally(book, Frame(year, facts.dated))
    reading = Reading(tally, tabled=tabled)
    for body in parts.bodies:
        _read_body(reading, body, parts, facts)
    return _draft(document, parts, facts, tally)


def _is_of(territory: str, registry: Registry) -> bool:
    """Whether a document is of the registry's province or city; central ones are of none."""
    return bool(territory) and bare(territory) in bare(registry.territory)


def _read_body(reading: Reading, body: Body, parts: Parts, facts: Told) -> None:
    section = DUTIES if facts.type in _ORDERS and not body.annex else TASKS
    if any(child.kind == "article" for child in body.root.children):
        section = DUTIES
    scope = Scope(section)
    if not body.annex:
        scope = scope._replace(charge=_ordered(reading, parts, facts))
    reading.read(body.root, scope)


def _ordered(reading: Reading, parts: Parts, facts: Told) -> Charge | None:
    """Whom the sentence that leads in charges: by name, or those the document is addressed to."""
    addressees = parties_in(parts.addressees)
    orders = [*re.finditer(r"\b(?:yêu cầu|đề nghị|giao) ", plain(parts.opening))]
    for found in reversed(orders):
        subject = subject_of(parts.opening[found.start() :])
        if subject is not None and subject.order:
            general = all(one.kind is None for one in subject.parties)
            if general and addressees and facts.type == "Công văn":
                break
            return reading.charges.of_subject(subject, parts.opening)
    if facts.type not in _ORDERS or not addressees:
        return None
    return reading.charges.of_parties(addressees, "assigned", "")


def _year(facts: Told, parts: Parts, today: date) -> int:
    if facts.first is not None:
        return facts.first.year if facts.dated is None else max(facts.first.year, facts.dated.year)
    if facts.dated is not None:
        return facts.dated.year
    cited = references_of(("0", block.text) for block in parts.head)
    years = [one.dated.year for one in cited if one.dated]
    return max(years) if years else today.year


def _draft(document: Document, parts: Parts, facts: Told, tally: Tally) -> Draft:
    book = tally.book
    issuer = _issuer(facts, book)
    fit = fitted(tuple(tally.duties), facts, tally.frame)
    coordinator = _coordinator(fit.duties, book, issuer or _assumed(book))
    context = (*parts.context, *tally.context)
    references = _references(context, fit.duties)
    funding = " ".join(one.words for one in tally.context if one.reason == "funding")
    return Draft(
        facts=Facts(
            type=facts.type,
            title=facts.title,
            short_title=short_title(facts.title),
            subject=facts.title,
            issuer=issuer or _assumed(book),
            coordinator=coordinator,
            first=fit.first,
            last=fit.last,
            number=facts.number,
            dated=facts.dated,
            signer=facts.signer,
            doubts=_doubts(facts, fit, book.name(coordinator), issued=issuer is not None),
        ),
        duties=fit.duties,
        context=context,
        nobody=tuple(tally.nobody),
        agencies=tuple(book.agencies.values()),
        groups=tuple(book.groups.values()),
        references=references,
        legal_basis=tuple(one.id for one in references if _OPENING in one.cited_at),
        recipients=recipients_of(parts.recipients),
        funding=funding or None,
        unread=document.unread,
    )


def _doubts(facts: Told, fit: Fitted, coordinator: str, *, issued: bool) -> tuple[Doubt, ...]:
    """What is doubtful about the document as a whole."""
    found = [
        None if issued else Doubt("issuer_guessed"),
        Doubt("date_missing") if facts.dated is None else None,
        Doubt("validity_guessed") if fit.guessed else None,
        Doubt("coordinator_guessed", coordinator),
    ]
    return tuple(one for one in found if one is not None)


def _references(
    context: Sequence[ContextClause], duties: Sequence[DraftDuty]
) -> tuple[Reference, ...]:
    """The documents that the clauses cite, those of the head as of its opening."""
    clauses = [(one.clause, one.words) for one in context]
    clauses += [(one.clause, one.text) for one in duties]
    return references_of(
        (_OPENING if clause == "0" else clause, words) for clause, words in clauses
    )


def _issuer(facts: Told, book: Book) -> str | None:
    issuer = facts.issuer
    return book.ident(issuer)[0] if issuer is not None and issuer.kind is not None else None


def _assumed(book: Book) -> str:
    """Who issues most plans, for a document that does not say."""
    (party,) = parties_in("Ủy ban nhân dân tỉnh")
    return book.ident(party)[0]


def _coordinator(duties: tuple[DraftDuty, ...], book: Book, issuer: str) -> str:
    """The agency that follows the plan up: told to press the others, or to whom reports go."""
    agencies = {
        *book.agencies,
        *(one.id for one in (book.registry.agencies if book.registry else ())),
    }
    scores: dict[str, int] = {}
    for duty in duties:
        low = plain(duty.text)
        bearers = [one for one in (*duty.lead, *duty.implement, *duty.cooperate) if one in agencies]
        if len(bearers) == 1:
            score = 3 if "đôn đốc" in low else 0
            score += 1 if "tổng hợp" in low and "báo cáo" in low else 0
            scores[bearers[0]] = scores.get(bearers[0], 0) + score
        if duty.report_through:
            scores[duty.report_through] = scores.get(duty.report_through, 0) + 2
    best = max(scores, key=lambda one: scores[one], default=issuer)
    return best if scores.get(best) else issuer
