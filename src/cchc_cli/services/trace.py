"""What stands behind the numbers of a report: the entries, number by number."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.domain.entries import Entry
from cchc_cli.domain.plan import Duty, Indicator
from cchc_cli.services.book import Book
from cchc_cli.services.figures import figure_entries
from cchc_cli.services.report import Report, ReportTask
from cchc_cli.services.status import roll_call


class TracedFigure(NamedTuple):
    """A sum of the statistics annex, and the entries that it adds up."""

    indicator: Indicator
    value: float
    entries: tuple[Entry, ...]


class TracedTask(NamedTuple):
    """A task of the report, and the entries that its state rests on."""

    duty: Duty
    entries: tuple[Entry, ...]


class Trace(NamedTuple):
    """Everything in a report that rests on entries."""

    report: Report
    figures: tuple[TracedFigure, ...]
    tasks: tuple[TracedTask, ...]


def trace(report: Report, book: Book) -> Trace:
    """The entries behind each number of a report, as the report knew them."""
    if report.closed is not None:
        book = Book(book.plan, book.ledger, report.closed.entry.id)
    agency = None if report.kind == "city" else report.author.id
    behind = figure_entries(book, report.period, agency)
    figures = tuple(
        TracedFigure(row.indicator, row.now, tuple(behind.get(row.indicator.id, ())))
        for row in report.figures
        if row.now is not None
    )
    tasks = (TracedTask(task.duty, tuple(_entries(book, report, task))) for task in report.tasks)
    return Trace(report, figures, tuple(task for task in tasks if task.entries))


def _entries(book: Book, report: Report, task: ReportTask) -> Iterator[Entry]:
    if book.ledger is None:
        return
    standings = task.standings or (
        one
        for occurrence in task.occurrences
        if report.kind == "city"
        for one in roll_call(book, occurrence, report.today)
    )
    numbers = {
        number
        for one in standings
        for number in (
            one.status.entries or book.status(one.occurrence, one.agency, report.today).entries
        )
    }
    for number in sorted(numbers):
        if (entry := book.ledger.entry(number)) is not None:
            yield entry
