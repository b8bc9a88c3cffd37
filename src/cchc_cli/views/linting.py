"""Whether templates are sound: tried on sample data, and Word documents held to NĐ 30/2020."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.errors import TemplateFault
from cchc_cli.services.report import KINDS
from cchc_cli.services.sample import Sample, sample_letters
from cchc_cli.views.letters import letter_context
from cchc_cli.views.machine import document
from cchc_cli.views.page import outside_of, render_page
from cchc_cli.views.report import render_report, report_context
from cchc_cli.views.report_word import word_context
from cchc_cli.views.sandbox import GIVEN, reached, undeclared
from cchc_cli.views.word.nd30 import Breach, breach_text, check
from cchc_cli.views.word.render import Word, compile_word
from cchc_cli.views.wording import templates as words
from cchc_cli.views.wording.errors import sentence
from cchc_cli.views.wording.words import period_name

FORMS = ("md", "html")
ROOTS = tuple(f"report/{kind}.{form}.j2" for kind in KINDS for form in FORMS)
LETTER = "word/letter.docx"
UNUSED = "template_unused"


class Flaw(NamedTuple):
    """Something wrong with a template.

    Attributes:
        line: of a text; 0 where it is not known.
        code: its kind; ``template_unused`` is a note, everything else an error.
        sample: the sample report that brought it to light.
        breach: what the rendered document lacks of NĐ 30.
    """

    template: str
    line: int
    code: str
    message: str
    sample: str | None = None
    breach: Breach | None = None

    @property
    def is_note(self) -> bool:
        """Whether the template is sound all the same."""
        return self.code == UNUSED


def lint_texts(
    names: Iterable[str], folders: Sequence[Path], samples: Sequence[Sample]
) -> tuple[Flaw, ...]:
    """What is wrong with templates of text: by their words, then on every sample report.

    Args:
        names: those to look at; pieces are seen through the templates that use them.
        folders: where templates are looked for, the first one first.
        samples: the reports to try them on.
    """
    wanted = [name for name in names if name.endswith(".j2")]
    used = {root: reached(root, folders) for root in ROOTS}
    found: dict[tuple[str, int, str, str], Flaw] = {}
    for root in ROOTS:
        if used[root].intersection(wanted):
            for flaw in _of_text(root, folders, samples):
                found.setdefault((flaw.template, flaw.line, flaw.code, flaw.message), flaw)
    everywhere = set[str]().union(*used.values())
    return (*found.values(), *(_unused(name) for name in wanted if name not in everywhere))


def _of_text(root: str, folders: Sequence[Path], samples: Sequence[Sample]) -> Iterable[Flaw]:
    form = root.split(".")[1]
    render = render_page if form == "html" else render_report
    of_kind = [one for one in samples if root == f"report/{one.report.kind}.{form}.j2"]
    known = {**GIVEN, **(report_context(of_kind[0].report) if of_kind else {})}
    yield from (_flaw(fault, root, None) for fault in undeclared(root, folders, known))
    for sample in of_kind:
        try:
            made = render(sample.report, folders)
        except TemplateFault as fault:
            yield _flaw(fault, root, sample_name(sample))
            continue
        for what in outside_of(made.text) if form == "html" else ():
            yield Flaw(root, 0, "page_not_alone", words.NOT_ALONE.format(what=what))


def lint_words(files: Mapping[str, Path], samples: Sequence[Sample]) -> tuple[Flaw, ...]:
    """What is wrong with Word templates, and with the documents that they make.

    Args:
        files: templates by name; those of text are passed over.
        samples: the reports to try them on; letters are pressed for by the same data.
    """
    flaws: list[Flaw] = []
    for name, path in files.items():
        if name.endswith(".docx"):
            contexts = tuple(_contexts(name, samples))
            flaws += _of_word(name, path, contexts) if contexts else [_unused(name)]
    return tuple(flaws)


def _contexts(name: str, samples: Sequence[Sample]) -> Iterable[tuple[str, Mapping[str, object]]]:
    """What a Word template of that name is given, by the name of the sample."""
    for sample in samples:
        if name == f"word/{sample.report.kind}.docx":
            yield sample_name(sample), word_context(sample.report)
    if name == LETTER:
        for letter in sample_letters(samples):
            yield letter.agency.name, letter_context(samples[0].report.plan, letter)


def _of_word(
    name: str, path: Path, contexts: Iterable[tuple[str, Mapping[str, object]]]
) -> Iterable[Flaw]:
    found: dict[tuple[object, ...], Flaw] = {}
    try:
        word = compile_word(path, name)
    except TemplateFault as fault:
        return [_flaw(fault, name, None)]
    for told, context in contexts:
        for flaw in _made(word, name, told, context):
            # The same departure stands at another place in every document.
            what = flaw.breach[3:] if flaw.breach else (flaw.line, flaw.message)
            found.setdefault((flaw.code, what), flaw)
    return found.values()


def _made(word: Word, name: str, told: str, context: Mapping[str, object]) -> Iterable[Flaw]:
    """What is wrong with the document that a template makes of one sample."""
    try:
        breaches = check(word.render(context))
    except TemplateFault as fault:
        return [_flaw(fault, name, told)]
    return [Flaw(name, 0, one.code, breach_text(one), told, one) for one in breaches]


def _unused(name: str) -> Flaw:
    return Flaw(name, 0, UNUSED, words.UNUSED)


def lint_document(data: bytes) -> tuple[Breach, ...] | None:
    """What a Word document lacks of NĐ 30; None if it is no Word document."""
    try:
        return check(data)
    except TemplateFault:
        return None


def sample_name(sample: Sample) -> str:
    """Whose report it is, of which period, on which data."""
    report = sample.report
    parts = (
        report.author.name,
        period_name(report.period),
        words.PLANS[sample.plan],
        words.RECORDED[sample.recorded],
    )
    return ", ".join(parts)


def _flaw(fault: TemplateFault, root: str, told: str | None) -> Flaw:
    name = str(fault.values.get("name") or root)
    line = fault.values.get("line")
    number = line if isinstance(line, int) and not name.endswith(".docx") else 0
    # What the place says already need not be said again; a paragraph's number has no place.
    message = sentence(fault).removeprefix(words.CALLED.format(name=name))
    message = message.removeprefix(words.AT_LINE.format(line=number)).lstrip(",: ")
    return Flaw(name, number, fault.code, message, told)


def flaws_text(names: Sequence[str], flaws: Sequence[Flaw]) -> str:
    """Every flaw on a line of its own, then the sum."""
    lines = []
    for flaw in flaws:
        place = words.IN_LINE.format(name=flaw.template, line=flaw.line)
        severity = words.NOTE_LINE if flaw.is_note else words.ERROR_LINE
        sample = words.ON_SAMPLE.format(sample=flaw.sample) if flaw.sample else ""
        lines.append(
            words.FLAW_LINE.format(
                place=place if flaw.line else flaw.template,
                severity=severity,
                what=flaw.message,
                sample=sample,
            )
        )
    number = sum(flaw.is_note for flaw in flaws)
    errors = len(flaws) - number
    notes = words.NOTES.format(number=number) if number else ""
    form = words.UNSOUND if errors else words.SOUND
    lines.append(form.format(number=len(names), errors=errors, notes=notes))
    return "\n".join(lines) + "\n"


def flaws_json(names: Sequence[str], flaws: Sequence[Flaw]) -> str:
    """The flaws as JSON (``cchc/template-lint/1``)."""
    return document(
        "template-lint",
        {
            "templates": list(names),
            "flaws": [
                {
                    "template": flaw.template,
                    "line": flaw.line or None,
                    "severity": "note" if flaw.is_note else "error",
                    "code": flaw.code,
                    "message": flaw.message,
                    "clause": flaw.breach.clause if flaw.breach else None,
                    "sample": flaw.sample,
                }
                for flaw in flaws
            ],
        },
    )


Checked = Mapping[str, tuple[Breach, ...] | None]


def breaches_text(checked: Checked) -> str:
    """Every breach of every document on a line of its own, then the sum."""
    lines = []
    for file, breaches in checked.items():
        if breaches is None:
            lines.append(f"{file}: {words.NOT_WORD}")
            continue
        lines.extend(f"{file}: {one.place}: {breach_text(one)}" for one in breaches)
    errors = wrong(checked)
    form = words.DOCUMENTS_UNSOUND if errors else words.DOCUMENTS_SOUND
    lines.append(form.format(number=len(checked), errors=errors))
    return "\n".join(lines) + "\n"


def wrong(checked: Checked) -> int:
    """How much is wrong with documents; one that cannot be read counts once."""
    return sum(1 if breaches is None else len(breaches) for breaches in checked.values())


def breaches_json(checked: Checked) -> str:
    """The breaches as JSON (``cchc/nd30/1``)."""
    return document(
        "nd30",
        {
            "documents": [
                {
                    "file": file,
                    "is_word": breaches is not None,
                    "breaches": [one._asdict() for one in breaches or ()],
                }
                for file, breaches in checked.items()
            ]
        },
    )
