"""All about one entry, with what a person needs to rebuild its hash."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.chain import body_of, digest
from cchc_cli.domain.entries import Content, Entry, EvidenceFile, OfficialDocument
from cchc_cli.domain.periods import ReportingCode, reporting_period
from cchc_cli.domain.plan import Plan
from cchc_cli.services.history import EntryDetail
from cchc_cli.services.status import Standing
from cchc_cli.views.entries import kind_text, line_data, marks_of, name_of, period_text
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import wrapped
from cchc_cli.views.status import occasion_text
from cchc_cli.views.wording import history as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.history import LABELS
from cchc_cli.views.wording.statuses import status_text
from cchc_cli.views.wording.words import moment_text, number_text, period_name

LabelledLine = tuple[str, str]


class Told(NamedTuple):
    """An entry with what is known besides it.

    Attributes:
        obligations: what it bears on, with the status of today.
        places: where each evidence file lies, by its hash; None if it is not there.
    """

    plan: Plan
    detail: EntryDetail
    obligations: Sequence[Standing]
    places: Mapping[str, str | None]


def entry_text(told: Told, width: int) -> str:
    """An entry as lines of label and text; what is hashed is never broken over lines."""
    lines = [_title(told), ""]
    lines += [wrapped(f"{label}: {text}", width, "  ") for label, text in told_lines(told)]
    lines += ["", *_chained(told.detail.line.entry)]
    return "\n".join(lines) + "\n"


def entry_markdown(told: Told) -> str:
    """An entry as Markdown."""
    lines = [f"# {_title(told)}", ""]
    lines += [f"- **{label}**: {text}" for label, text in told_lines(told)]
    lines += ["", "```sh", *_chained(told.detail.line.entry), "```"]
    return "\n".join(lines) + "\n"


def _title(told: Told) -> str:
    entry = told.detail.line.entry
    title = words.TITLE.format(id=entry.id, kind=kind_text(entry.content))
    marks = "; ".join(marks_of(told.detail.line))
    return f"{title} ({marks})" if marks else title


def told_lines(told: Told) -> list[LabelledLine]:
    """Everything in an entry, what it counts for, and what became of it."""
    entry = told.detail.line.entry
    who = f"{entry.name} ({entry.actor})" if entry.name else entry.actor
    return [
        (LABELS["recorded"], moment_text(entry.recorded)),
        (LABELS["actor"], who),
        *_place(told, entry.content),
        *_document(entry.content.document),
        *_evidence(told, entry.content),
        *_activity(told, entry.content),
        *_consequences(told),
    ]


def _place(told: Told, content: Content) -> Iterator[LabelledLine]:
    """The plan, the duty, the agency, the period and the days."""
    roster = Roster(told.plan.registry)
    known = content.plan == told.plan.id
    yield LABELS["plan"], told.plan.short_title if known else content.plan
    if content.duty is not None:
        title = next((one.title for one in told.plan.duties if one.id == content.duty), "")
        yield LABELS["duty"], f"{content.duty} {title}".strip()
    if content.agency is not None:
        yield LABELS["agency"], name_of(roster, content.agency)
    if period := period_text(content):
        yield LABELS["period"], _period(told, period)
    if content.counts_for is not None:
        yield LABELS["counts_for"], _period(told, content.counts_for)
    for key in ("counts_on", "day", "until"):
        if (day := getattr(content, key)) is not None:
            yield LABELS[key], day_text(day)


def _period(told: Told, key: str) -> str:
    """The name of a period with its key, as far as it can be told."""
    names = (occasion_text(o) for one in told.obligations if (o := one.occurrence).key == key)
    year, _, code = key.partition("/")
    known = next((one for one in get_args(ReportingCode) if one == code), None)
    name = period_name(reporting_period(known, int(year))) if known else next(names, None)
    return f"{name} ({key})" if name else key


def _document(said: OfficialDocument | None) -> Iterator[LabelledLine]:
    if said is None:
        return
    yield LABELS["document"], said.number
    if said.issuer is not None:
        yield LABELS["issuer"], said.issuer
    for key, day in (("signed", said.signed), ("received", said.received)):
        if day is not None:
            yield LABELS[key], day_text(day)
    if said.subject is not None:
        yield LABELS["subject"], said.subject


def _evidence(told: Told, content: Content) -> Iterator[LabelledLine]:
    for file in content.files:
        yield LABELS["file"], _file(file, told.places.get(file.sha256))
    for link in content.links:
        yield LABELS["link"], link


def _file(file: EvidenceFile, place: str | None) -> str:
    size = words.BYTES.format(number=number_text(file.size))
    return f"{file.name} ({size}); SHA-256 {file.sha256}; {place or words.MISSING_FILE}"


def _activity(told: Told, content: Content) -> Iterator[LabelledLine]:
    """Figures, channel, topic, participants, words."""
    names = {one.id: f"{one.name} ({one.unit})" for one in told.plan.indicators}
    for figure in content.figures:
        name = names.get(figure.indicator, figure.indicator)
        yield LABELS["figure"], f"{name}: {number_text(figure.value)}"
    titles = {one.id: one.title for one in told.plan.channels}
    titles |= {one.id: one.title for one in told.plan.topics}
    for key, ident in (("channel", content.channel), ("topic", content.topic)):
        if ident is not None:
            yield LABELS[key], titles.get(ident, ident)
    if content.participants:
        roster = Roster(told.plan.registry)
        yield (
            LABELS["participants"],
            "; ".join(name_of(roster, one) for one in content.participants),
        )
    if content.text is not None:
        yield LABELS["text"], content.text
    if content.key is not None:
        yield LABELS["key"], content.key


def _consequences(told: Told) -> Iterator[LabelledLine]:
    """What an entry counts for, and the entries that speak of it."""
    roster, line = Roster(told.plan.registry), told.detail.line
    if line.cancelled_by is None:
        for one in told.obligations:
            yield LABELS["counts"], _obligation(roster, one)
    if line.late_for is not None:
        yield LABELS["late_for"], words.CLOSED_BY.format(number=line.late_for)
    for other in told.detail.about:
        yield LABELS["about"], _about(other)


def _obligation(roster: Roster, one: Standing) -> str:
    duty = one.occurrence.duty
    status = status_text(one.status, duty.measure, requested=duty.force == "requested")
    name = name_of(roster, one.agency)
    return f"{duty.id}, {name}, {occasion_text(one.occurrence)}: {status}"


def _about(other: Entry) -> str:
    reason = f": {other.content.text}" if other.content.text else ""
    number = words.OF_ENTRY.format(number=other.id)
    kind = words.ABOUT[other.content.kind]
    return f"{number} {kind} ({moment_text(other.recorded)}){reason}"


def _chained(entry: Entry) -> list[str]:
    """The hashes, the very words that are hashed, and the command that hashes them again."""
    body = body_of(entry)
    lines = [
        f"{LABELS['previous']}: {entry.previous}",
        f"{LABELS['hash']}: {entry.hash}",
        f"{LABELS['body']}:",
        body,
        words.REBUILD,
        words.COMMAND.format(previous=entry.previous, body=shlex.quote(body)),
    ]
    return lines if digest(entry.previous, body) == entry.hash else [words.BROKEN, *lines[:4]]


def entry_json(told: Told) -> str:
    """An entry as JSON (``cchc/entry/1``)."""
    line = told.detail.line
    body = body_of(line.entry)
    return document(
        "entry",
        {
            **line_data(line),
            "about": [
                {"id": one.id, "kind": one.content.kind, "text": one.content.text}
                for one in told.detail.about
            ],
            "obligations": [
                {
                    "duty": one.occurrence.duty.id,
                    "period": one.occurrence.key,
                    "agency": one.agency,
                    "status": one.status.kind,
                }
                for one in told.obligations
                if line.cancelled_by is None
            ],
            "evidence": [
                {"sha256": file.sha256, "place": told.places.get(file.sha256)}
                for file in line.entry.content.files
            ],
            "body": body,
            "intact": digest(line.entry.previous, body) == line.entry.hash,
        },
    )
