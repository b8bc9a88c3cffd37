"""Reports from templates of text.

Templates run in the sandbox; a name that is not defined is an error with template and line.
``fill("…", "tag")`` marks a place that a person has to write; the marks in the text are counted.
Such places are regions (see ``regions``), as are recorded words: regenerating keeps what people
wrote there.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.status import FULFILLED, StatusKind
from cchc_cli.services.report import Report, ReportTask
from cchc_cli.services.status import Counts, DutyCounts, Standing
from cchc_cli.views.city import city_context
from cchc_cli.views.regions import fill, finish, region
from cchc_cli.views.sandbox import MARK_START, render_file
from cchc_cli.views.wording import reports as labels
from cchc_cli.views.wording import words
from cchc_cli.views.wording.statuses import status_text

BLANK = "…"
COMMITTEE = "UBND "
# More occurrences of a duty than these are counted, not listed.
LISTED = 4
# What is told of those who have not done it, or did it late.
TOLD: dict[StatusKind, str] = {
    "late": "trong đó trễ",
    "overdue": "quá hạn",
    "returned": "trả lại",
    "waived": "miễn",
    "none": "không phát sinh",
}
COUNCILS = ("committee", "district", "commune")


class Rendered(NamedTuple):
    """A report's text and how many places a person has to fill in."""

    text: str
    blanks: int


def render_report(report: Report, folders: Sequence[Path]) -> Rendered:
    """The report by its kind's template, taken from the first folder that has it.

    Raises:
        TemplateFault: if no folder has it, or if it is broken.
    """
    context = {**report_context(report), "fill": fill, "region": region}
    text = finish(render_file(f"report/{report.kind}.md.j2", folders, context))
    return Rendered(text, blanks(text))


def blanks(text: str) -> int:
    """How many places of a report a person has still to fill in."""
    return text.count(MARK_START)


def report_context(report: Report) -> dict[str, object]:
    """What a template of any form can use, by name."""
    plan, roster = report.plan, Roster(report.plan.registry)
    author = report.author
    superior = roster.agencies[author.superior] if author.superior else None
    groups, city = _indicator_groups(report), city_context(report, roster)
    return {
        "plan": plan,
        "report": report,
        "author": author,
        "author_name": author.name,
        "letterhead": _letterhead(author),
        "superior": superior.name if superior else None,
        "symbol": author.symbol,
        "place": author.place or _place(author, plan),
        "period": report.period,
        "today": report.today,
        "receiver": report.receiver.name if report.receiver else None,
        "through": report.through.name if report.through else None,
        "coordinator": roster.agencies[plan.coordinator],
        "bases": report.bases,
        "tasks": [_task(task, roster) for task in report.tasks],
        "indicator_groups": groups,
        **city,
        "annexes": _annexes(
            statistics=bool(groups),
            tasks=True,
            behind=bool(city["behind"]),
            voices=bool(city["voices"]),
        ),
        "said": _narratives(report, roster),
        "head": report.head,
        "committee": author.kind in COUNCILS,
        "signer_hint": words.SIGNERS.get(author.kind, words.SIGNER),
        "missing": words.MISSING,
        "requested_tasks": sum(task.duty.force == "requested" for task in report.tasks),
    }


def _annexes(**there: bool) -> dict[str, str | None]:
    """``Phụ lục I``, ``Phụ lục II`` …; a single one has no number (mục III.1 of Phụ lục I)."""
    names = [name for name, is_there in there.items() if is_there]
    numbered: dict[str, str | None] = dict.fromkeys(there)
    for name, number in zip(names, labels.ROMAN, strict=False):
        numbered[name] = f"{labels.ANNEX} {number}" if len(names) > 1 else labels.ANNEX
    return numbered


def _task(task: ReportTask, roster: Roster) -> dict[str, object]:
    duty, event = task.duty, (task.duty, *task.also)
    due = "; ".join(words.dated_period(one) for one in task.occurrences if one.deadline)
    many = len(task.occurrences) > LISTED
    return {
        "id": duty.id,
        "title": duty.title,
        "text": duty.text,
        "product": duty.product.name if duty.product else None,
        "role": words.ROLES[task.part.role],
        "holders": roster.names(dict.fromkeys(one for each in event for one in each.bearers)),
        "requested": duty.force == "requested",
        "also": [other.id for other in task.also],
        "via": roster.name(task.part.via) if task.part.via else None,
        "due": _many(task) if many else (due or _undated(task)) + _extended(task),
        "state": _state(task),
        "progress": _progress(task),
        "outcome": ", ".join(task.documents) or BLANK,
    }


def _extended(task: ReportTask) -> str:
    """The days to which deadlines of the author's own were moved."""
    days = (one.status.deadline for one in task.standings if one.status.original)
    moved = "; ".join(words.due_text(day) for day in days if day)
    return f" (gia hạn: {moved})" if moved else ""


def _place(author: Agency, plan: Plan) -> str | None:
    """The place before the date; a district writes its own, which the registry may not know."""
    return None if author.kind in COUNCILS[1:] else plan.registry.place


def _letterhead(author: Agency) -> list[str]:
    """The issuer's name as its documents print it: of a people's committee in two lines."""
    name = author.name
    if author.kind in COUNCILS and name.startswith(COMMITTEE):
        return [words.COMMITTEE_NAME, name.removeprefix(COMMITTEE)]
    return [name]


def _many(task: ReportTask) -> str:
    said = f" ({task.duty.time_words})" if task.duty.time_words else ""
    return f"{len(task.occurrences)} kỳ{said}"


def _undated(task: ReportTask) -> str:
    key = task.duty.schedule.rhythm
    return words.UNDATED["no_day" if key == "recurring" else key]


def _indicator_groups(report: Report) -> list[dict[str, object]]:
    """The statistics annex: indicators under the channel or group that heads them."""
    titles = {channel.id: channel.title for channel in report.plan.channels}
    groups: dict[str, list[object]] = {}
    for row in report.figures:
        one = row.indicator
        head = titles[one.channel] if one.channel else one.group or ""
        figures = (row.now, row.since_new_year, row.year_before)
        now, since, before = (BLANK if one is None else words.number_text(one) for one in figures)
        groups.setdefault(head, []).append(
            {
                "id": one.id,
                "name": one.name,
                "unit": one.unit,
                "now": now,
                "since": since,
                "before": before,
            }
        )
    return [{"title": title, "indicators": rows} for title, rows in groups.items()]


def _state(task: ReportTask) -> str:
    """How a task stands, with the documents behind it; a blank where nothing is known."""
    if task.counts:
        return _counted(task.counts)
    if len(task.standings) > LISTED:
        told = _numbers(Counter(one.status.kind for one in task.standings), "kỳ")
    else:
        told = "; ".join(_named(one.occurrence, _status(one)) for one in task.standings)
    numbers = f" ({', '.join(task.documents)})" if task.documents else ""
    return f"{told}{numbers}" if told else BLANK


def _progress(task: ReportTask) -> str:
    """How a task stands, without its documents."""
    return _state(task._replace(documents=()))


def _status(one: Standing) -> str:
    duty = one.occurrence.duty
    return status_text(one.status, duty.measure, requested=duty.force == "requested")


def _counted(rows: Sequence[DutyCounts]) -> str:
    """``71/80 cơ quan đã thực hiện, quá hạn 4``, of each occurrence or of many in one."""
    if not any(row.total for row in rows):
        return BLANK
    if len(rows) <= LISTED:
        return "; ".join(_named(row.occurrence, _numbers(row.counts, "cơ quan")) for row in rows)
    total: Counter[StatusKind] = Counter()
    for row in rows:
        total.update(row.counts)
    alone = all(row.total == 1 for row in rows)
    return _numbers(total, "kỳ" if alone else "lượt cơ quan")


def _numbers(counts: Counts, unit: str) -> str:
    """How many of all did it, and where those stand of whom nothing more is expected in time."""
    done = sum(counts.get(kind, 0) for kind in FULFILLED)
    rest = "".join(
        f", {words_of} {number}" for kind, words_of in TOLD.items() if (number := counts.get(kind))
    )
    return f"{done}/{sum(counts.values())} {unit} đã thực hiện{rest}"


def _named(occurrence: Occurrence, text: str) -> str:
    """A text with the period or event that it is about before it."""
    event = occurrence.event if occurrence.happened else None
    return ": ".join(filter(None, (words.occurrence_name(occurrence) or event, text)))


def _narratives(report: Report, roster: Roster) -> dict[str, list[str]]:
    """Recorded words by part; of the city's report each with the agency that said it."""
    return {
        part: [
            f"{roster.name(one.agency)}: {one.text}"
            if report.kind == "city" and one.agency
            else one.text
            for one in said
        ]
        for part, said in report.narratives.items()
    }
