"""What stands in the workbook of one unit, text by text, before anything is written.

Everything in these records that differs from unit to unit is a leaf: a text, a number (None for
an empty cell) or the height of a row. ``mapped`` reaches each leaf in a fixed order; that is what
lets one workbook be the mould of many (see ``mould``).
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from cchc_cli.domain.forms import FIGURES, PARTS, TASKS, Sheet, SheetKey
from cchc_cli.services.collecting import Form, Line, Task
from cchc_cli.views.excel.heights import Height, height_of
from cchc_cli.views.wording import forms as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.statuses import status_text
from cchc_cli.views.wording.words import UNDATED, dated_period, period_name, weekday_text

WIDTHS: dict[SheetKey, tuple[float, ...]] = {
    "tasks": (5, 8.5, 24, 38, 18, 17, 15, 16, 13, 20, 10, 26),
    "figures": (5, 46, 11, 13, 13, 13, 15, 36),
    "narratives": (5, 34, 112),
}
GUIDE_WIDTHS = (5, 37, 84)
NARRATIVE_HEIGHT = Height(96)
TITLE_LINE = 20.0
# Bold capitals are wider than the letters that a width is counted by; over a long line the words
# that end early weigh less.
CAPITALS = 0.72
LONG = 1.25
FOOTER_LETTERS = 100

Cell = str | float | None


class Row(NamedTuple):
    """A row that is read back: its key, the cells of the columns that are shown, its height."""

    key: str
    cells: tuple[Cell, ...]
    height: Height


class Heading(NamedTuple):
    """A row for the reader only."""

    text: str


class Page(NamedTuple):
    """A sheet to be filled in: what it is about, and its rows."""

    about: str
    rows: tuple[Row | Heading, ...]


class Tall(NamedTuple):
    """A text of the guide with the height of its row."""

    text: str
    height: Height


class Contents(NamedTuple):
    """A whole workbook.

    Attributes:
        title, author: of the file's properties.
        footer: the unit's name as a footer's code; in it "&" begins a code of Excel's.
        names: the body above the unit, and the unit.
        titles: of the guide, line by line; ``facts`` in the order of ``words.FACTS``.
        seal: the values of the sealed sheet; their names are always the same.
        first: the earliest day that may be filled in; ``made`` the day of making.
    """

    title: str
    author: str
    footer: str
    names: tuple[Tall, ...]
    titles: tuple[Tall, ...]
    facts: tuple[Tall, ...]
    tasks: Page
    figures: Page
    narratives: Page
    seal: tuple[str, ...]
    first: date
    made: date


def mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """The same records with every leaf changed, in a fixed order."""
    if isinstance(value, tuple):
        inside = [mapped(one, change) for one in value]
        return type(value)(*inside) if hasattr(value, "_fields") else tuple(inside)
    return change(value)


def contents_of(form: Form) -> Contents:
    """What stands in a unit's workbook."""
    about = words.AS_OF.format(
        agency=form.agency.name, period=period_name(form.period), day=day_text(form.today)
    )
    before = words.BEFORE.format(
        year_before=period_name(form.year_before), before=period_name(form.before)
    )
    return Contents(
        title=f"{form.agency.name} - {period_name(form.period)}",
        author=form.receiver.name,
        footer=form.agency.name.replace("\n", " ")[:FOOTER_LETTERS].replace("&", "&&"),
        names=tuple(_capitals(one, GUIDE_WIDTHS[:2]) for one in (form.above, form.agency.name)),
        titles=tuple(
            _capitals(one, GUIDE_WIDTHS, TITLE_LINE)
            for one in (words.FORM_TITLE, form.plan.short_title)
        ),
        facts=tuple(
            Tall(one, height_of([(one, LONG * GUIDE_WIDTHS[2])])) for one in _facts(form)
        ),
        tasks=Page(about, tuple(_tasks(form))),
        figures=Page(f"{about} · {before}", tuple(_figures(form))),
        narratives=Page(about, tuple(_narratives())),
        seal=tuple(value for _, value in form.seal.rows()),
        first=form.seal.first,
        made=form.today,
    )  # fmt: skip


def _capitals(text: str, widths: tuple[float, ...], line: float | None = None) -> Tall:
    capitals, width = text.upper(), CAPITALS * sum(widths)
    return Tall(capitals, height_of([(capitals, width)], *([line] if line else [])))


def _facts(form: Form) -> tuple[str, ...]:
    """What the guide tells of the form, in the order of ``words.FACTS``."""
    plan, period, receiver = form.plan, form.period, form.receiver
    title, document = plan.title, plan.document
    if document.number and document.dated:
        day = day_text(document.dated)
        title = words.PLAN.format(title=title, number=document.number, day=day)
    to = receiver.name
    if receiver.email:
        to = words.RECEIVER.format(name=to, email=receiver.email)
    span = words.PERIOD.format(
        name=period_name(period), first=day_text(period.first), last=day_text(period.last)
    )
    asked = words.ASKED.format(tasks=len(form.tasks), figures=len(form.lines), parts=len(PARTS))
    return (form.agency.name, title, span, to, asked, weekday_text(form.today))


def _tasks(form: Form) -> list[Row | Heading]:
    if not form.tasks:
        return [Heading(words.NO_TASKS)]
    return [_row(TASKS, one.key, _task(number, one)) for number, one in enumerate(form.tasks, 1)]


def _task(number: int, task: Task) -> tuple[Cell, ...]:
    duty = task.occurrence.duty
    return (number, duty.id, duty.title, duty.text, _due(task), _state(task))


def _due(task: Task) -> str:
    """The period and the deadline in force, or why there is none; of an event, which one."""
    one = task.occurrence
    key = one.duty.schedule.rhythm
    due = dated_period(one._replace(deadline=task.status.deadline))
    due = due or UNDATED["no_day" if key == "recurring" else key]
    return f"{one.event}: {due}" if one.event else due


def _state(task: Task) -> str:
    """The status in words, with the documents behind it."""
    duty = task.occurrence.duty
    state = status_text(task.status, duty.measure, requested=duty.force == "requested")
    if not task.documents:
        return state
    return words.STATE.format(state=state, documents=", ".join(task.documents))


def _figures(form: Form) -> list[Row | Heading]:
    """Indicators under the channel or group that heads them, in the plan's order."""
    if not form.lines:
        return [Heading(words.NO_FIGURES)]
    titles = {one.id: one.title for one in form.plan.channels}
    groups: dict[str, list[Line]] = {}
    for line in form.lines:
        one = line.indicator
        groups.setdefault(titles[one.channel] if one.channel else one.group or "", []).append(line)
    rows: list[Row | Heading] = []
    number = 0
    for title, lines in groups.items():
        rows += [Heading(title)] if title else []
        for line in lines:
            number += 1
            rows.append(_row(FIGURES, line.indicator.id, _figure(number, line)))
    return rows


def _figure(number: int, line: Line) -> tuple[Cell, ...]:
    one = line.indicator
    return (number, one.name, one.unit, line.year_before, line.period_before, line.recorded)


def _narratives() -> list[Row | Heading]:
    return [
        Row(part, (number, "\n".join(words.PARTS[part])), NARRATIVE_HEIGHT)
        for number, part in enumerate(PARTS, 1)
    ]


def _row(layout: Sheet, key: str, cells: tuple[Cell, ...]) -> Row:
    """A row as high as what is shown in it; there is room for a line or two to be written."""
    shown = (
        width
        for column, width in zip(layout.columns, WIDTHS[layout.key], strict=True)
        if not column.filled
    )
    texts = zip(cells, shown, strict=True)
    return Row(
        key, cells, height_of((text, width) for text, width in texts if isinstance(text, str))
    )
