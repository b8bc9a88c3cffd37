"""What has to be read against the source again, and what of it is running."""

from datetime import date
from typing import NamedTuple

from cchc_cli.domain.fingerprints import to_review
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Duty
from cchc_cli.services.book import Book


class Stale(NamedTuple):
    """A duty that changed after it was read, and those of its periods that are running."""

    duty: Duty
    periods: tuple[Occurrence, ...]


def stale_duties(book: Book, today: date) -> tuple[Stale, ...]:
    """The duties that have to be read again, with those of their periods that are running."""
    return tuple(
        Stale(duty, tuple(one for one in book.occurrences(duty) if _runs(book, one, today)))
        for duty in to_review(book.plan)
    )


def _runs(book: Book, occurrence: Occurrence, today: date) -> bool:
    """Whether a period with days has begun and is not over."""
    deadline, period = book.deadline(occurrence), occurrence.period
    if deadline is None and period is None:
        return False
    begun = period is None or period.first <= today
    ends = [deadline.limit] if deadline else []
    ends += [period.last] if period else []
    return begun and today <= max(ends)
