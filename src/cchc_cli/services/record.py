"""Recording: from what somebody says happened to the content of an entry, checked."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

from cchc_cli.domain.entries import (
    Content,
    EntryKind,
    EvidenceFile,
    NarrativePart,
    OfficialDocument,
)
from cchc_cli.domain.joint import joint_events
from cchc_cli.domain.names import bare
from cchc_cli.domain.occurrences import Occurrence, bearer_ids, membership_day
from cchc_cli.domain.plan import Channel, Duty, Plan, Topic
from cchc_cli.domain.schedules import OnEvent, Reports
from cchc_cli.domain.status import Status, deciding_day
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.ledger.protocol import Appended
from cchc_cli.services.amounts import read_figures
from cchc_cli.services.book import Book
from cchc_cli.services.duties import require_duty
from cchc_cli.services.occasions import Occasion, find_occasion, next_occurrence, parse_period

# 123/BC-SNV, 05/BNV-VP, 253/KH-UBND, 97/2019/QH14; of the Party 171-KH/TU.
_NUMBER = re.compile(r"\d+[A-Za-zĐđ]?(?:/\d{4})?[/-][^\W\d_][^\s/-]*(?:[-/][^\s/-]+)*")


class Request(NamedTuple):
    """What somebody says happened, names already resolved to ids.

    Attributes:
        figures: (indicator, value) as typed.
        without_evidence: why nothing stands behind it.
        text: note, reason or narrative.
    """

    kind: EntryKind = "done"
    duty: str | None = None
    agency: str | None = None
    period: str | None = None
    day: date | None = None
    until: date | None = None
    document: OfficialDocument | None = None
    files: tuple[EvidenceFile, ...] = ()
    links: tuple[str, ...] = ()
    without_evidence: str | None = None
    figures: tuple[tuple[str, str], ...] = ()
    channel: str | None = None
    topic: str | None = None
    participants: tuple[str, ...] = ()
    target: int | None = None
    part: NarrativePart | None = None
    text: str | None = None
    key: str | None = None


class Recorded(NamedTuple):
    """What came of it: the entry, what it makes of the obligation, and what comes next."""

    appended: Appended
    occurrence: Occurrence | None
    status: Status | None
    next: Occurrence | None


def content_of(book: Book, request: Request, today: date) -> Content:
    """The content of the entry that a request asks for.

    Raises:
        UsageFault: if something is missing, does not go together or lies in the future.
        NotFound: if it names a duty, period, agency, indicator or entry that is not there.
    """
    request = _composed(request)
    _check_days(request, today)
    if request.kind == "narrative":
        return _narrative(book.plan, request)
    if request.kind in ("return", "accept", "correction"):
        return _about_entry(book, request)
    if request.duty is None:
        raise UsageFault("duty_needed")
    duty = require_duty(book.plan, request.duty)
    if request.kind == "event":
        return _event(book, duty, request)
    said = _happened_on(request)
    occasion = find_occasion(book, duty, request.period, said)
    base = _base(book, duty, occasion, request)
    if request.kind == "done":
        return _done(book, duty, occasion, request, base)
    return _ruling(occasion.occurrence, request, base)


def _composed(value: Any) -> Any:
    """The same with every text in NFC, so that one document is one however it was typed."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, tuple):
        inside = map(_composed, value)
        return type(value)(*inside) if hasattr(value, "_fields") else tuple(inside)
    return value


def outcome(book: Book, appended: Appended, today: date) -> Recorded:
    """What an entry makes of its obligation; the book is opened after the entry was written."""
    content = appended.entry.content
    duty = next((one for one in book.plan.duties if one.id == content.duty), None)
    if duty is None:
        return Recorded(appended, None, None, None)
    made = f"event-{appended.entry.id}" if content.period == "event" else None
    found = {one.key: one for one in book.occurrences(duty)}
    occurrence = found.get(made or "", found.get(content.period or ""))
    if occurrence is None:
        return Recorded(appended, None, None, None)
    status = book.status(occurrence, content.agency, today) if content.agency else None
    return Recorded(appended, occurrence, status, next_occurrence(book, occurrence))


def _check_days(request: Request, today: date) -> None:
    document = request.document
    signed = document.signed if document else None
    received = document.received if document else None
    for option, day in (("--signed", signed), ("--received", received), ("--day", request.day)):
        if day is not None and day > today:
            raise UsageFault("day_in_future", option=option, day=day, today=today)
    if signed and received and received < signed:
        raise UsageFault("received_before_signed", signed=signed, received=received)
    if document and not is_document_number(document.number):
        raise UsageFault("bad_document", value=document.number)


def is_document_number(text: str) -> bool:
    """Whether a text is a number with a symbol, ``123/BC-SNV`` or ``171-KH/TU``."""
    return _NUMBER.fullmatch(text) is not None


def _happened_on(request: Request) -> date | None:
    document = request.document
    return request.day or (document and (document.received or document.signed)) or None


def _base(book: Book, duty: Duty, occasion: Occasion, request: Request) -> Content:
    """What all entries about a duty's period have in common."""
    if request.agency is not None:
        _require_bearer(book, duty, occasion.occurrence, request.agency)
    counts = occasion.counts_for
    return Content(
        kind=request.kind,
        plan=book.plan.id,
        duty=duty.id,
        agency=request.agency,
        period=occasion.occurrence.key,
        counts_for=counts.key if counts else None,
        counts_on=occasion.counts_on(_happened_on(request)),
        day=request.day,
        document=request.document,
        files=request.files,
        links=request.links,
        text=request.text or request.without_evidence,
        key=request.key,
    )


def _require_bearer(book: Book, duty: Duty, occurrence: Occurrence, agency: str) -> None:
    bearers = bearer_ids(duty, book.roster, membership_day(book.plan, occurrence))
    if agency not in bearers and not book.has_open_list(duty):
        raise NotFound(
            "not_a_bearer", agency=book.roster.name(agency), id=duty.id,
            known=book.roster.names(duty.bearers),
        )  # fmt: skip


def _done(book: Book, duty: Duty, occasion: Occasion, request: Request, base: Content) -> Content:
    if request.agency is None:
        raise UsageFault("agency_needed", id=duty.id)
    if not base.has_evidence and request.without_evidence is None:
        raise UsageFault("evidence_needed", id=duty.id)
    if occasion.occurrence.key == "event":
        raise UsageFault("event_first", id=duty.id)
    return base._replace(
        figures=read_figures(book.plan, request.figures),
        channel=_known(request.channel, book.plan.channels, "--channel"),
        topic=_known(request.topic, book.plan.topics, "--topic"),
        participants=request.participants,
        fulfils=_fulfils(book, duty, occasion.occurrence, request),
    )


def _fulfils(
    book: Book, duty: Duty, occurrence: Occurrence, request: Request
) -> tuple[tuple[str, str], ...]:
    """Whose obligations it counts for: a joint event for every participant that bears it."""
    pairs = [(duty.id, request.agency or "")]
    taking_part = set(request.participants)
    day = membership_day(book.plan, occurrence)
    for other in next(one for one in joint_events(book.plan) if duty in one):
        keys = {one.key for one in book.occurrences(other)}
        for agency in bearer_ids(other, book.roster, day):
            if agency in taking_part and occurrence.key in keys:
                pairs.append((other.id, agency))
    return tuple(dict.fromkeys(pairs))


def _ruling(occurrence: Occurrence, request: Request, base: Content) -> Content:
    """An extension, a set deadline, a waiver or "nothing came up": each with its reason."""
    if not base.has_evidence and not request.text:
        raise UsageFault("reason_needed", kind=request.kind)
    if request.kind in ("extension", "deadline"):
        return base._replace(until=_new_day(occurrence, request))
    agency = request.agency
    pairs = ((occurrence.duty.id, agency),) if agency else ()
    return base._replace(fulfils=pairs)


def _new_day(occurrence: Occurrence, request: Request) -> date:
    """The day that is set or moved to."""
    until, deadline, duty = request.until, occurrence.deadline, occurrence.duty.id
    if until is None:
        raise UsageFault("until_needed", kind=request.kind)
    if request.kind == "deadline":
        if occurrence.key == "continuous":
            raise UsageFault("never_due", id=duty)
        if deadline is not None:
            raise UsageFault("deadline_there", id=duty, day=deadline.named)
        return until
    if deadline is None:
        raise UsageFault("nothing_to_extend", id=duty)
    if until <= deadline.effective:
        raise UsageFault("not_later", id=duty, until=until, day=deadline.effective)
    return until


def _event(book: Book, duty: Duty, request: Request) -> Content:
    if request.day is None:
        raise UsageFault("day_needed")
    schedule = duty.schedule
    if isinstance(schedule, OnEvent):
        period = "event"
    elif isinstance(schedule, Reports) and schedule.event:
        if request.until is None:
            raise UsageFault("until_needed", kind=request.kind)
        period = find_occasion(book, duty, request.period, None).occurrence.key
    else:
        raise UsageFault("not_event_driven", id=duty.id)
    return Content(
        kind="event",
        plan=book.plan.id,
        duty=duty.id,
        period=period,
        day=request.day,
        until=request.until,
        document=request.document,
        files=request.files,
        links=request.links,
        text=request.text,
        key=request.key,
    )


def _narrative(plan: Plan, request: Request) -> Content:
    if request.part is None or not request.text or request.period is None:
        raise UsageFault("narrative_needs")
    return Content(
        kind="narrative",
        plan=plan.id,
        agency=request.agency,
        period=parse_period(plan, request.period).key,
        part=request.part,
        text=request.text,
        key=request.key,
    )


def _about_entry(book: Book, request: Request) -> Content:
    """A return, an acceptance or a correction of an entry."""
    entry = book.ledger.entry(request.target) if book.ledger and request.target else None
    if entry is None:
        raise NotFound("no_entry", id=request.target)
    about, correcting = entry.content, request.kind == "correction"
    if book.ledger and (by := book.ledger.cancelled_by(entry.id)):
        raise UsageFault("already_cancelled", id=entry.id, by=by)
    if about.kind == "correction":
        raise UsageFault("cannot_correct", id=entry.id)
    if not correcting and about.kind != "done":
        raise UsageFault("cannot_target", id=entry.id)
    if correcting and not request.text:
        raise UsageFault("note_needed")
    if request.kind == "return" and not (request.text or request.document):
        raise UsageFault("reason_needed", kind=request.kind)
    return Content(
        kind=request.kind,
        plan=about.plan,
        duty=about.duty,
        agency=about.agency,
        period=about.period,
        counts_on=about.counts_on or deciding_day(entry, "received") if correcting else None,
        day=request.day,
        document=request.document,
        files=request.files,
        links=request.links,
        fulfils=() if correcting else about.fulfils,
        target=entry.id,
        text=request.text,
        key=request.key,
    )


def _known(chosen: str | None, allowed: Sequence[Channel | Topic], option: str) -> str | None:
    """The id of a channel or topic, typed as such or by its title."""
    if chosen is None:
        return None
    ids = [one.id for one in allowed]
    for one in allowed:
        if chosen == one.id or bare(chosen) == bare(one.title):
            return one.id
    nearest = ", ".join(get_close_matches(chosen, ids, n=2, cutoff=0.5))
    raise UsageFault(
        "bad_choice", value=chosen, option=option, allowed=", ".join(ids), nearest=nearest
    )
