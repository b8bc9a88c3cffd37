"""From typed words to a request: names resolved, files kept, what is missing asked for."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from cchc_cli import output
from cchc_cli.cli.options import read_day
from cchc_cli.cli.session import Session, choose_agency
from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.entries import (
    Content,
    EntryKind,
    NarrativePart,
    OfficialDocument,
)
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import OnEvent
from cchc_cli.errors import OutputFault, UsageFault
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.protocol import Appended, Ledger
from cchc_cli.services.book import Book
from cchc_cli.services.duties import require_duty
from cchc_cli.services.record import Request
from cchc_cli.views.wording.recording import ASK, CHOICES, CLOCK, ENTRY_KINDS
from cchc_cli.views.wording.words import moment_text

Choose = Callable[[str | None], Agency | None]
LINKS = ("http://", "https://")
LISTED = 12
# What each field of ``Typed`` is called by those who type it.
OPTIONS = {
    "kind": "--as", "duty": "MÃ", "agency": "--agency", "period": "--period",
    "document": "--document", "issuer": "--issuer", "signed": "--signed",
    "received": "--received", "subject": "--subject", "evidence": "--evidence",
    "without_evidence": "--without-evidence", "day": "--day", "until": "--until",
    "figures": "--figure", "participants": "--with", "channel": "--channel", "topic": "--topic",
    "target": "--entry", "part": "--part", "text": "--note", "key": "--key",
}  # fmt: skip
_PROOF = {"document", "issuer", "signed", "received", "subject", "evidence", "day"}
_OWED = {"duty", "agency", "period", *_PROOF}
# The fields that each kind of entry heeds, beside its kind, note and key.
HEEDED: dict[EntryKind, set[str]] = {
    "done": _OWED | {"without_evidence", "figures", "participants", "channel", "topic"},
    "event": _OWED - {"agency"} | {"until"},
    "deadline": _OWED | {"until"},
    "extension": _OWED | {"until"},
    "waiver": _OWED,
    "none": _OWED,
    "notice": _OWED,
    "return": _PROOF | {"target"},
    "accept": _PROOF | {"target"},
    "narrative": {"agency", "period", "part"},
}
KINDS = {kind: words for kind, words in ENTRY_KINDS.items() if kind in HEEDED}


class Typed(NamedTuple):
    """What was typed, word for word; see ``services.record.Request``."""

    kind: EntryKind = "done"
    duty: str | None = None
    agency: str | None = None
    period: str | None = None
    document: str | None = None
    issuer: str | None = None
    signed: date | None = None
    received: date | None = None
    subject: str | None = None
    evidence: tuple[str, ...] = ()
    without_evidence: str | None = None
    day: date | None = None
    until: date | None = None
    figures: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    channel: str | None = None
    topic: str | None = None
    target: int | None = None
    part: NarrativePart | None = None
    text: str | None = None
    key: str | None = None


def given(typed: Typed) -> list[str]:
    """The fields that were typed."""
    return [
        field
        for field, value, default in zip(Typed._fields, typed, Typed(), strict=True)
        if value != default
    ]


def request_of(plan: Plan, typed: Typed, evidence: Path, choose: Choose | None = None) -> Request:
    """The request that was typed; its evidence files are described and not yet kept.

    Args:
        plan: where names are looked up.
        typed: what was typed.
        evidence: the evidence folder.
        choose: how an agency's name is looked up, where many lines name the same ones.

    Raises:
        UsageFault, NotFound, Ambiguous: for names and figures that cannot be understood, or for
            what would do nothing.
    """
    _refuse_unheeded(plan, typed)
    choose = choose or partial(choose_agency, plan)
    agency = choose(typed.agency)
    participants = (choose(name) for name in typed.participants)
    others = dict.fromkeys(one.id for one in participants if one and one != agency)
    figures = tuple(_figure(text) for text in typed.figures)
    document = _document(typed)
    store = EvidenceFolder(evidence)
    return Request(
        kind=typed.kind,
        duty=typed.duty,
        agency=agency.id if agency else None,
        period=typed.period,
        day=typed.day,
        until=typed.until,
        document=document,
        files=tuple(store.describe(path) for path in _files(typed)),
        links=tuple(text for text in typed.evidence if text.startswith(LINKS)),
        without_evidence=typed.without_evidence,
        figures=figures,
        channel=typed.channel,
        topic=typed.topic,
        participants=tuple(others),
        target=typed.target,
        part=typed.part,
        text="; ".join(filter(None, (typed.without_evidence, typed.text))) or None,
        key=typed.key,
    )


def _document(typed: Typed) -> OfficialDocument | None:
    if typed.document is None:
        for option, value in (
            ("--signed", typed.signed), ("--received", typed.received),
            ("--subject", typed.subject), ("--issuer", typed.issuer),
        ):  # fmt: skip
            if value is not None:
                raise UsageFault("needs_document", option=option)
        return None
    return OfficialDocument(
        typed.document.strip(), typed.issuer, typed.signed, typed.received, typed.subject
    )


def _figure(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not equals:
        raise UsageFault("bad_figure", value=text)
    return name.strip(), value.strip()


def _files(typed: Typed) -> list[Path]:
    return [Path(text) for text in typed.evidence if not text.startswith(LINKS)]


def keep_files(typed: Typed, content: Content, evidence: Path) -> None:
    """Copy evidence files into the folder, as they were when the content was made.

    Raises:
        OutputFault: if one cannot be kept or has changed meanwhile.
    """
    store = EvidenceFolder(evidence)
    for path, described in zip(_files(typed), content.files, strict=True):
        if store.keep(path) != described:
            raise OutputFault("evidence_changed", file=path)


def _refuse_unheeded(plan: Plan, typed: Typed) -> None:
    """Refuse what would do nothing for this kind of entry, rather than to drop it unsaid."""
    command = f"--as {typed.kind}"
    for field in given(typed):
        if field not in HEEDED[typed.kind] | {"kind", "text", "key"}:
            raise UsageFault("ignored_option", option=OPTIONS[field], command=command)
    if typed.without_evidence and (typed.document or typed.evidence):
        second = "--document" if typed.document else "--evidence"
        raise UsageFault("clashing_options", first="--without-evidence", second=second)
    if typed.kind in ("return", "accept") and typed.target is None:
        raise UsageFault("entry_needed")
    dated = typed.kind == "event" and typed.until and typed.duty
    # The day of an event that makes an occurrence is set for that occurrence.
    if dated and isinstance(require_duty(plan, typed.duty or "").schedule, OnEvent):
        raise UsageFault("until_without_event", id=typed.duty)


def append(
    session: Session, ledger: Ledger, contents: tuple[Content, ...], now: datetime
) -> tuple[Appended, ...]:
    """Append contents, all or none; a clock that went backwards is said on standard error."""
    last = ledger.head().recorded
    if last is not None and now < last:
        output.note(CLOCK.format(last=moment_text(last)))
    return ledger.append(contents, session.author(), now)


def ask_for_missing(book: Book, typed: Typed) -> Typed:
    """Ask on the terminal for what a done thing needs and was not given."""
    if typed.kind != "done":
        return typed
    if typed.duty is None:
        typed = typed._replace(duty=_ask("duty", [duty.id for duty in book.plan.duties]))
    duty = require_duty(book.plan, typed.duty or "")
    if typed.agency is None:
        day = book.plan.validity.binding_from
        bearers = [one for ident in duty.bearers for one in book.roster.expand(ident, day)]
        names = [book.roster.name(ident) for ident in dict.fromkeys(bearers)]
        typed = typed._replace(agency=names[0] if len(names) == 1 else _ask("agency", names))
    keys = [one.key for one in book.occurrences(duty)]
    if typed.period is None and len(keys) > 1:
        typed = typed._replace(period=_ask("period", keys))
    if typed.document or typed.evidence or typed.without_evidence:
        return typed
    return _ask_evidence(typed)


def _ask_evidence(typed: Typed) -> Typed:
    document = _ask("document") or None
    if document:
        signed, received = _ask("signed"), _ask("received")
        return typed._replace(
            document=document,
            signed=read_day(signed) if signed else typed.signed,
            received=read_day(received) if received else typed.received,
        )
    if evidence := _ask("evidence"):
        return typed._replace(evidence=(evidence,))
    return typed._replace(without_evidence=_ask("reason") or None)


def _ask(what: str, choices: Sequence[str] = ()) -> str:
    if choices:
        more = ", …" if len(choices) > LISTED else ""
        output.note(CHOICES.format(known=", ".join(choices[:LISTED]) + more))
    return str(typer.prompt(ASK[what], default="", show_default=False, err=True)).strip()
