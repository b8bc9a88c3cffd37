"""Figures of the statistics annex: this period, since the year began, the same period last year."""

from collections.abc import Mapping
from typing import NamedTuple

from cchc_cli.domain.bearings import bearings_of, counted_figures
from cchc_cli.domain.entries import Entry
from cchc_cli.domain.periods import Period, reporting_period
from cchc_cli.domain.plan import Indicator
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import Book
from cchc_cli.services.occasions import CODES

RATE = "%"


class FigureRow(NamedTuple):
    """An indicator's figures; None where nothing is recorded."""

    indicator: Indicator
    now: float | None = None
    since_new_year: float | None = None
    year_before: float | None = None


def figure_rows(book: Book, period: Period, agency: str | None) -> tuple[FigureRow, ...]:
    """The rows of the annex, in the plan's order; rates are never added up.

    Of an agency with the joint events in which it took part; without one of all, each joint event
    once.
    """
    turnover = book.plan.policy.turnover_day
    code = next(code for code in CODES if code == period.name)
    year = reporting_period("year", period.year, turnover)
    before = reporting_period(code, period.year - 1, turnover)
    now = _sums(book, period, agency)
    total = _sums(book, year._replace(end=period.end), agency)
    earlier = _sums(book, before, agency)
    return tuple(
        FigureRow(
            one,
            now.get(one.id),
            total.get(one.id),
            earlier.get(one.id),
        )
        if one.unit != RATE
        else FigureRow(one)
        for one in book.plan.indicators
    )


def _sums(book: Book, period: Period, agency: str | None) -> Mapping[str, float]:
    if book.ledger is None:
        return {}
    return book.ledger.figures(period.first, period.end, agency, book.upto)


def figure_entries(book: Book, period: Period, agency: str | None) -> Mapping[str, list[Entry]]:
    """The entries whose figures count in a period, by indicator: what is behind each sum."""
    if book.ledger is None:
        return {}
    found: dict[str, list[Entry]] = {}
    for entry in book.ledger.find(Query(kinds=("done",), active=True, upto=book.upto)):
        took_part = agency is None or any(one.agency == agency for one in bearings_of(entry))
        for figure in counted_figures(entry) if took_part else ():
            if period.first <= figure.day < period.end:
                found.setdefault(figure.indicator, []).append(entry)
    return found
