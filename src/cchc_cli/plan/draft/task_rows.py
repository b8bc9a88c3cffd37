"""The rows of a table of tasks as duties."""

import re

from cchc_cli.plan.draft.charges import Charge
from cchc_cli.plan.draft.label_values import split_partners
from cchc_cli.plan.draft.labels import inline_labels, label_of
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.numbering import read_label
from cchc_cli.plan.draft.outline import Node
from cchc_cli.plan.draft.parties import bearers_in, parties_in
from cchc_cli.plan.draft.single import Task
from cchc_cli.plan.draft.subjects import subject_of
from cchc_cli.plan.draft.tables import TaskRow, TaskTable, read_tasks
from cchc_cli.plan.draft.tally import Tally


def read_table(node: Node, tally: Tally, *, form: bool = False) -> None:
    """Put down a table: its tasks as duties, or all of it as figures or a form."""
    table = node.table
    if table is None:
        return
    tasks = None if form else read_tasks(table)
    if tasks is None:
        tally.table(node, table, "form" if form else "figures")
        return
    _cells(tasks, node, tally)
    for row in tasks.tasks:
        _read_row(_with_number(_with_labels(row)), node, tally)


def _cells(tasks: TaskTable, node: Node, tally: Tally) -> None:
    for cell in tasks.before:
        tally.cell(node.locator, cell, "column_heads")
    for cell in tasks.groups:
        tally.cell(node.locator, cell, "group_row")


def _read_row(row: TaskRow, node: Node, tally: Tally) -> None:
    parts = (node.locator, _locator(row.group), _locator(row.number))
    locator = ".".join(part for part in parts if part) or "PL"
    charge = _charge(row, tally)
    if charge is None:
        tally.leave(locator, row.place, row.content)
        return
    task = Task(
        row.content, row.content, charge, time=row.time or None, product=row.product or None
    )
    tally.add([task], locator, row.place, table=True)


def _locator(text: str) -> str:
    return re.sub(r"[\s/.]+", "-", text).strip("-")


def _charge(row: TaskRow, tally: Tally) -> Charge | None:
    """Who leads a task: by its column, else by the subject of its content."""
    book = tally.book
    leading, joining = split_partners(row.lead or row.implement)
    idents, doubts = book.idents(bearers_in(leading))
    if not idents and (subject := subject_of(row.content)):
        idents, doubts = book.idents(subject.parties)
    if not idents:
        return None
    words = "; ".join(part for part in (row.partner, joining) if part)
    partners, unsure = book.idents(parties_in(words))
    if row.inherited:
        doubts = (*doubts, Doubt("lead_from_heading", leading))
    role = "lead" if row.lead else "implement"
    rest = None if partners else words.strip() or None
    return Charge(idents, "assigned", (*doubts, *unsure), role, partners, rest)


def _with_number(row: TaskRow) -> TaskRow:
    """A row whose number stands before its content, where no column numbers them."""
    label = None if row.number else read_label(row.content)
    if label is None or not label.text:
        return row
    return row._replace(number=label.text, content=row.content[label.end :].strip())


def _with_labels(row: TaskRow) -> TaskRow:
    """A row whose cell says itself who leads and who joins in ("Chủ trì: …. Phối hợp: …")."""
    cell = row.lead or row.implement
    first = label_of(cell)
    if first is None or not first.value:
        return row
    head, others = inline_labels(cell)
    own = label_of(head) or first
    found = {own.kind: own.value.strip(" .;"), **{one.kind: one.value for one in others}}
    joining = "; ".join(part for part in (row.partner, found.get("partner", "")) if part)
    return row._replace(
        lead=found.get("lead", ""),
        implement=found.get("implement", ""),
        partner=joining,
        time=row.time or found.get("time", ""),
    )
