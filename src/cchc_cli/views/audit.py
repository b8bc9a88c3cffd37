"""The outcome of an audit."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.domain.entries import EvidenceFile
from cchc_cli.domain.local_time import VIETNAM
from cchc_cli.services.audit import NOTES, Audit, Finding
from cchc_cli.views.machine import document
from cchc_cli.views.wording import audit as words
from cchc_cli.views.wording.words import moment_text

NOTES_SHOWN = 3


class Run(NamedTuple):
    """Findings that are told together: of one kind, at entries that follow one another."""

    first: Finding
    last: Finding
    number: int


def audit_text(found: Audit) -> str:
    """How many entries, the head, and every finding with what to do about it."""
    lines = [words.ENTRIES.format(number=found.number), *_head_lines(found)]
    lines.append(words.FILES.format(number=found.files))
    runs = _runs(found.findings)
    if runs:
        lines.extend(["", *_lines(runs)])
    notes = sum(one.kind in NOTES for one in found.findings)
    lines.append("")
    wrong = len(found.findings) - notes
    lines.append(words.UNSOUND.format(number=wrong) if wrong else words.SOUND)
    if notes:
        lines.append(words.NOTES.format(number=notes))
    if runs:
        lines.append(words.TO_DO)
        advice = dict.fromkeys(words.ADVICE[run.first.kind] for run in runs)
        lines.extend(f"- {text}" for text in advice)
    return "\n".join(lines) + "\n"


def audit_json(found: Audit) -> str:
    """The outcome as JSON (``cchc/audit/1``)."""
    recorded = found.head.recorded
    head = {
        "number": found.head.number,
        "hash": found.head.hash,
        "recorded": recorded.astimezone(VIETNAM).isoformat() if recorded else None,
    }
    return document(
        "audit",
        {
            "sound": found.sound,
            "entries": found.number,
            "head": head,
            "evidence_files": found.files,
            "findings": [
                {
                    "kind": one.kind,
                    "severity": "note" if one.kind in NOTES else "error",
                    "entry": one.entry or None,
                    "claimed": one.claimed,
                    "file": kept_name(one.file) if one.file else None,
                    "message": _what(one),
                }
                for one in found.findings
            ],
        },
    )


def kept_name(file: EvidenceFile) -> str:
    """The beginning of the name under which a file lies in the evidence folder."""
    return f"{file.sha256[:2]}/{file.sha256}"


def _head_lines(found: Audit) -> list[str]:
    if not found.head.number:
        return [words.NOTHING]
    lines = [words.HEAD.format(number=found.head.number, hash=found.head.hash)]
    if found.head.recorded:
        lines.append(words.RECORDED.format(moment=moment_text(found.head.recorded)))
    return lines


def _runs(findings: Iterable[Finding]) -> list[Run]:
    """Findings in runs, so that one cause at the start of a long ledger is one line."""
    runs: list[Run] = []
    latest: dict[str, int] = {}
    for one in findings:
        at = latest.get(one.kind)
        if at is not None and _goes_on(runs[at].last, one):
            runs[at] = Run(runs[at].first, one, runs[at].number + 1)
        else:
            latest[one.kind] = len(runs)
            runs.append(Run(one, one, 1))
    return runs


def _goes_on(last: Finding, one: Finding) -> bool:
    if last.file or one.file or one.entry != last.entry + 1:
        return False
    return one.claimed is None or last.claimed is None or one.claimed == last.claimed + 1


def _lines(runs: Iterable[Run]) -> Iterator[str]:
    """A line a run; of notes of one kind only the first few, what is wrong is never left out."""
    told: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for run in runs:
        told[run.first.kind] += 1
        if run.first.kind in NOTES and told[run.first.kind] > NOTES_SHOWN:
            left[run.first.kind] += run.number
        else:
            yield _line(run)
    yield from (words.MORE.format(number=number) for number in left.values())


def _line(run: Run) -> str:
    first = run.first
    place = _numbers(first.entry, run.last.entry) if first.entry else words.LEDGER
    form = words.NOTE_LINE if first.kind in NOTES else words.LINE
    return form.format(place=place, what=_what(first, run.last))


def _what(one: Finding, last: Finding | None = None) -> str:
    if one.kind == "derived" and not one.entry:
        return words.DERIVED_ALL
    name, kept = (one.file.name, kept_name(one.file)) if one.file else ("", "")
    claimed = _numbers(one.claimed, (last or one).claimed)
    return words.FINDINGS[one.kind].format(claimed=claimed, name=name, kept=kept)


def _numbers(first: int | None, last: int | None) -> str:
    return f"#{first}" if first == last else f"#{first} – #{last}"
