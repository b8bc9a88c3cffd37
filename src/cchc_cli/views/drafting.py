"""What came of reading a document: how many clauses became duties, what did not, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_cli.plan.draft.model import Doubt, Draft, DraftDuty
from cchc_cli.views.machine import document
from cchc_cli.views.wording import drafting as words
from cchc_cli.views.wording.days import day_text

LISTED = 12
WIDTH = 80


class Drafted(NamedTuple):
    """A draft, the file that it came from, and the files that were written."""

    draft: Draft
    file: str
    written: tuple[str, ...]

    @property
    def taken(self) -> int:
        """How many clauses became duties."""
        return len({duty.clause for duty in self.draft.duties})

    @property
    def doubtful(self) -> int:
        """How many duties have to be looked at again for more than the names in them."""
        return sum(any(not one.of_name for one in duty.doubts) for duty in self.draft.duties)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Every doubt, those about the document first; one about a name once."""
        inner = [doubt for duty in self.draft.duties for doubt in duty.doubts]
        names = dict.fromkeys(doubt for doubt in inner if doubt.of_name)
        own = (doubt for doubt in inner if not doubt.of_name)
        return (*self.draft.facts.doubts, *own, *names)


def summary_text(drafted: Drafted) -> str:
    """The summary for a person."""
    draft = drafted.draft
    title = words.shortened(draft.facts.short_title, WIDTH)
    lines = [words.TITLE.format(file=drafted.file), title, _facts(draft)]
    lines += ["", *_counts(drafted)]
    lines += _nobody(draft)
    reasons = Counter(one.reason for one in draft.context).most_common()
    lines += _counted(words.CONTEXT_HEAD, [(words.REASONS[one], number) for one, number in reasons])
    kinds = Counter(doubt.code for doubt in drafted.doubts).most_common()
    lines += _counted(
        words.DOUBTS_HEAD, [(words.DOUBT_KINDS[one], number) for one, number in kinds]
    )
    lines += _proposals(draft)
    if draft.unread:
        lines += ["", *(words.UNREAD_LINE.format(what=words.UNREAD[one]) for one in draft.unread)]
    lines += ["", *(words.WRITTEN.format(file=file) for file in drafted.written)]
    last = words.NEXT if drafted.written else words.NOT_WRITTEN
    lines.append(last.format(file=next(iter(drafted.written), "")))
    return "\n".join(lines).rstrip("\n") + "\n"


def _facts(draft: Draft) -> str:
    facts = draft.facts
    return words.FACTS.format(
        type=facts.type,
        number=words.NUMBER.format(number=facts.number) if facts.number else "",
        dated=words.DATED.format(dated=day_text(facts.dated)) if facts.dated else "",
        first=day_text(facts.first),
        last=day_text(facts.last),
    )


def _counts(drafted: Drafted) -> Iterator[str]:
    draft = drafted.draft
    yield words.COUNT.format(
        clauses=drafted.taken + len(draft.context) + len(draft.nobody),
        taken=drafted.taken,
        duties=len(draft.duties),
        context=len(draft.context),
        nobody=len(draft.nobody),
    )
    if not draft.duties:
        yield words.NO_DUTY
    elif drafted.doubtful:
        yield words.DOUBTFUL.format(doubtful=drafted.doubtful)
    else:
        yield words.NO_DOUBT


def _nobody(draft: Draft) -> Iterator[str]:
    if not draft.nobody:
        return
    yield ""
    yield words.NOBODY_HEAD
    for one in draft.nobody[:LISTED]:
        yield words.NOBODY_LINE.format(clause=one.clause, words=words.shortened(one.words, 68))
    if len(draft.nobody) > LISTED:
        yield words.MORE.format(number=len(draft.nobody) - LISTED)


def _counted(head: str, found: Sequence[tuple[str, int]]) -> Iterator[str]:
    if found:
        yield ""
        yield head
        for what, number in found:
            yield words.COUNTED.format(number=number, what=what)


def _proposals(draft: Draft) -> Iterator[str]:
    names = [*(one.name for one in draft.agencies), *(one.name for one in draft.groups)]
    if not names:
        return
    yield ""
    yield words.PROPOSALS_HEAD
    for name in names[:LISTED]:
        yield words.PROPOSAL_LINE.format(name=words.shortened(name, 76))
    if len(names) > LISTED:
        yield words.MORE.format(number=len(names) - LISTED)


def summary_json(drafted: Drafted) -> str:
    """The summary as JSON (``cchc/plan-draft/1``)."""
    draft = drafted.draft
    facts = draft.facts
    return document(
        "plan-draft",
        {
            "source": drafted.file,
            "written": list(drafted.written),
            "document": {
                "type": facts.type,
                "number": facts.number,
                "date": facts.dated,
                "title": facts.title,
                "issuer": facts.issuer,
                "from": facts.first,
                "to": facts.last,
                "doubts": _doubts(facts.doubts),
            },
            "counts": {
                "clauses": drafted.taken + len(draft.context) + len(draft.nobody),
                "clauses_with_duties": drafted.taken,
                "duties": len(draft.duties),
                "doubtful": drafted.doubtful,
                "context": len(draft.context),
                "nobody": len(draft.nobody),
            },
            "duties": [_duty(one) for one in draft.duties],
            "context": [
                {
                    "clause": one.clause,
                    "page": one.place.page or None,
                    "line": one.place.line,
                    "reason": one.reason,
                    "why": words.REASONS[one.reason],
                    "words": one.words,
                }
                for one in draft.context
            ],
            "nobody": [
                {
                    "clause": one.clause,
                    "page": one.place.page or None,
                    "line": one.place.line,
                    "words": one.words,
                }
                for one in draft.nobody
            ],
            "proposals": {
                "agencies": [{"id": one.id, "name": one.name} for one in draft.agencies],
                "groups": [{"id": one.id, "name": one.name} for one in draft.groups],
            },
            "unread": list(draft.unread),
        },
    )


def _duty(duty: DraftDuty) -> dict[str, object]:
    return {
        "id": duty.id,
        "clause": duty.clause,
        "page": duty.place.page or None,
        "line": duty.place.line,
        "title": duty.title,
        "force": duty.force,
        "lead": list(duty.lead),
        "implement": list(duty.implement),
        "cooperate": list(duty.cooperate),
        "partners": list(duty.partners),
        "schedule": duty.schedule,
        "time_words": duty.time_words,
        "product": duty.product,
        "text": duty.text,
        "doubts": _doubts(duty.doubts),
    }


def _doubts(doubts: Sequence[Doubt]) -> list[dict[str, object]]:
    return [
        {
            "code": one.code,
            "words": one.words or None,
            "message": words.doubt_words(one).removeprefix(words.REVIEW),
        }
        for one in doubts
    ]
