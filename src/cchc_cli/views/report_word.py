"""Reports in Word: the template of a report's kind, filled in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from cchc_cli.domain.status import StatusKind
from cchc_cli.errors import TemplateFault
from cchc_cli.services.overview import done_of
from cchc_cli.services.report import Report, ReportTask
from cchc_cli.services.status import Counts
from cchc_cli.views.report import BLANK, LISTED, report_context
from cchc_cli.views.word.render import Word, compile_word
from cchc_cli.views.wording import reports as said
from cchc_cli.views.wording import words


def word_template(kind: str, folders: Sequence[Path]) -> Word:
    """The Word template ``word/<kind>.docx``, taken from the first folder that has it.

    Raises:
        TemplateFault: if no folder has it, or if it is broken.
    """
    name = f"word/{kind}.docx"
    for folder in folders:
        if (folder / name).is_file():
            return compile_word(folder / name, name)
    raise TemplateFault("no_template", name=name, folders=", ".join(map(str, folders)))


def report_document(report: Report, folders: Sequence[Path]) -> bytes:
    """The report as a Word document.

    Raises:
        TemplateFault: if its template is missing or broken.
    """
    return word_template(report.kind, folders).render(word_context(report))


def word_context(report: Report) -> dict[str, object]:
    """What a Word template of a report can use: what others can, its tasks told in two columns."""
    context = report_context(report)
    tasks = context["tasks"]
    assert isinstance(tasks, list)  # noqa: S101 - tells the type
    return context | {
        "tasks": [
            {**one, **_standing(task, one)} for one, task in zip(tasks, report.tasks, strict=True)
        ]
    }


def _standing(task: ReportTask, known: Mapping[str, object]) -> dict[str, object]:
    """Progress and present result of a task; empty where nothing is known.

    In the city's report the share of those who bear it, and how many of them it is.
    """
    if not task.counts:
        shown = {"progress": known["progress"], "result": known["outcome"]}
        return {name: "" if one == BLANK else one for name, one in shown.items()}
    unit = said.AGENCIES
    rows = [(words.occurrence_name(row.occurrence), row.counts) for row in task.counts]
    if len(rows) > LISTED:
        total: Counter[StatusKind] = Counter()
        for row in task.counts:
            total.update(row.counts)
        unit, rows = said.TIMES, [("", total)]
    told = [(name, *_counted(counts, unit)) for name, counts in rows if sum(counts.values())]
    return {
        "progress": "; ".join(": ".join(filter(None, (name, share))) for name, share, _ in told),
        "result": "; ".join(": ".join(filter(None, (name, text))) for name, _, text in told),
    }


def _counted(counts: Counts, unit: str) -> tuple[str, str]:
    """``đạt 88,75 %``, and ``71/80 cơ quan đã thực hiện, quá hạn 4``."""
    done, late, whole = done_of(counts), counts.get("overdue", 0), sum(counts.values())
    text = said.DONE_OF.format(done=done, total=whole, unit=unit)
    share = said.SHARE.format(share=words.share_text(done, whole))
    return share, text + (said.OF_THEM_LATE.format(late=late) if late else "")
