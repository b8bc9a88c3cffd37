"""Reports from templates: the one home of Jinja.

Templates run in Jinja's sandbox; a name that is not defined is an error with template and line.
``fill("…")`` marks a place that a person has to write, and counts it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import TemplateFault
from cchc_cli.services.report import Report, ReportTask
from cchc_cli.views.wording import words

MARK = "[ĐIỀN: {what}]"


class Rendered(NamedTuple):
    """A report's text and how many places a person has to fill in."""

    text: str
    blanks: int


class _Blanks:
    """Marks the places to fill in, and counts them."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, what: str) -> str:
        self.number += 1
        return MARK.format(what=what)


def render_report(report: Report, folders: Sequence[Path]) -> Rendered:
    """The report by its kind's template, taken from the first folder that has it.

    Raises:
        TemplateFault: if no folder has it, or if it is broken.
    """
    blanks = _Blanks()
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(
        day=words.day_text, long_day=words.long_day, period=words.period_name, cell=_cell
    )
    name = f"report/{report.kind}.md.j2"
    try:
        text = environment.get_template(name).render(_context(report), fill=blanks)
    except TemplateNotFound as error:
        places = ", ".join(str(folder) for folder in folders)
        raise TemplateFault("no_template", name=error.name, folders=places) from error
    except TemplateSyntaxError as error:
        where = {"name": error.name or name, "line": error.lineno}
        raise TemplateFault("template_syntax", **where, detail=error.message) from error
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise _run_time_fault(error, name, folders) from error
    return Rendered(text, blanks.number)


def _run_time_fault(error: Exception, name: str, folders: Sequence[Path]) -> TemplateFault:
    code = "template_failed"
    if isinstance(error, SecurityError):
        code = "template_unsafe"
    elif isinstance(error, UndefinedError):
        code = "template_undefined"
    line, trace = 0, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        folder = next((one for one in folders if Path(file).is_relative_to(one)), None)
        if folder is not None:
            name, line = Path(file).relative_to(folder).as_posix(), trace.tb_lineno
        trace = trace.tb_next
    return TemplateFault(code, name=name, line=line, detail=str(error))


def _cell(text: str | None) -> str:
    """A text fit for a cell of a pipe table."""
    return (text or "").replace("|", "\\|").replace("\n", " ")


def _context(report: Report) -> dict[str, object]:
    plan, roster = report.plan, Roster(report.plan.registry)
    author = report.author
    superior = roster.agencies[author.superior] if author.superior else None
    return {
        "plan": plan,
        "report": report,
        "author": author,
        "author_name": author.name,
        "superior": superior.name if superior else None,
        "symbol": author.symbol,
        "place": author.place or plan.registry.place,
        "period": report.period,
        "today": report.today,
        "receiver": report.receiver.name if report.receiver else None,
        "through": report.through.name if report.through else None,
        "coordinator": roster.agencies[plan.coordinator],
        "bases": report.bases,
        "tasks": [_task(task, roster) for task in report.tasks],
        "indicator_groups": _indicator_groups(plan),
        "own_due": report.own_due,
        "head_of_council": author.kind in ("committee", "district", "commune"),
        "missing": words.MISSING,
        "turnover_source": plan.policy.turnover_source,
    }


def _task(task: ReportTask, roster: Roster) -> dict[str, object]:
    duty = task.duty
    due = "; ".join(
        f"{words.occurrence_name(one)}: {words.day_text(one.deadline.last_good)}"
        for one in task.occurrences
        if one.deadline
    )
    many = len(task.occurrences) > 4
    return {
        "id": duty.id,
        "title": duty.title,
        "text": duty.text,
        "product": duty.product.name if duty.product else None,
        "role": words.ROLES[task.part.role],
        "holders": roster.names(duty.lead + duty.implement + duty.cooperate),
        "requested": duty.force == "requested",
        "via": roster.name(task.part.via) if task.part.via else None,
        "due": f"{len(task.occurrences)} kỳ" if many else due or _undated(task),
    }


def _undated(task: ReportTask) -> str:
    key = task.duty.schedule.rhythm
    return words.UNDATED["no_day" if key == "recurring" else key]


def _indicator_groups(plan: Plan) -> list[dict[str, object]]:
    titles = {channel.id: channel.title for channel in plan.channels}
    groups: dict[str, list[object]] = {}
    for one in plan.indicators:
        head = titles[one.channel] if one.channel else one.group or ""
        groups.setdefault(head, []).append(one)
    return [{"title": title, "indicators": rows} for title, rows in groups.items()]
