"""What the city's report tells of its units: who reported, who did best, who is late."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.periods import Period
from cchc_cli.domain.schedules import Dated, Reports
from cchc_cli.domain.status import StatusKind
from cchc_cli.services.book import Book
from cchc_cli.services.overview import Ranked, RollCall, Scope, owed_of, rank
from cchc_cli.services.status import DutyCounts, Standing, roll_call

BEHIND: tuple[StatusKind, ...] = ("overdue", "returned", "late")


class City(NamedTuple):
    """The units of a city in one period.

    Attributes:
        rolls: of each report that many have to give, who has and who has not.
        ranked: the units by the share of what they have done, the best first.
        behind: what is overdue, sent back or was done late, in the plan's order.
    """

    rolls: tuple[RollCall, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    behind: tuple[Standing, ...] = ()


def city_of(book: Book, counted: Iterable[DutyCounts], period: Period, today: date) -> City:
    """The units, by what is counted of the period's duties; requested ones stand apart."""
    assigned = [one for one in counted if one.occurrence.duty.force == "assigned"]
    occurrences = tuple(one.occurrence for one in assigned)
    reports = (one for one in assigned if _is_report(one) and owed_of(one.counts) > 1)
    late = (one for one in assigned if any(one.counts.get(kind) for kind in BEHIND))
    return City(
        tuple(RollCall(one.occurrence, _roll(book, one, today)) for one in reports),
        rank(book, Scope(occurrences, period), today),
        tuple(
            standing
            for one in late
            for standing in _roll(book, one, today)
            if standing.status.kind in BEHIND
        ),
    )


def _is_report(counted: DutyCounts) -> bool:
    duty = counted.occurrence.duty
    return duty.report_to is not None and isinstance(duty.schedule, Dated | Reports)


def _roll(book: Book, counted: DutyCounts, today: date) -> tuple[Standing, ...]:
    return roll_call(book, counted.occurrence, today)
