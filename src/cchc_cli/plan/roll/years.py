"""Dates and schedules moved by whole years, and the years that a text speaks of.

A date keeps its day and month; nothing is moved off a day that offices are closed. 29 February
becomes the 28th where the year has none, which is said (``bent``).
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

_DATE = re.compile(r"(?<!\d)(\d{4})(?:-(\d{2})-(\d{2}))?(?!\d)")
_SPAN = re.compile(r"(?<!\d)(\d{4})\s*[-\u2013]\s*(\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\d])(?<!\d[/.])(\d{4})(?!\d)(?!/[A-ZĐa-zđ])|(?<=[/.-])(\d{4})(?![\d/])")


def shift_day(day: date, years: int) -> date:
    """The same day of another year, the last of February where it has no such day."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def bent(day: date, years: int) -> bool:
    """Whether the day could not be kept, or ended February and no longer does."""
    moved = shift_day(day, years)
    return moved.day != day.day or (_ends_february(day) and not _ends_february(moved))


def _ends_february(day: date) -> bool:
    return day.month == 2 and day.day == monthrange(day.year, 2)[1]


def shift_schedule(text: str, years: int) -> str:
    """A schedule's short form with its dates moved; the words of an event stay."""
    parts = text.split('"')
    parts[::2] = [_DATE.sub(lambda found: _moved(found, years), part) for part in parts[::2]]
    return '"'.join(parts)


def _moved(found: re.Match[str], years: int) -> str:
    year, month, day = found.groups()
    if month is None:
        return f"{int(year) + years:04d}"
    return shift_day(date(int(year), int(month), int(day)), years).isoformat()


def shift_words(text: str, old: Iterable[int], years: int) -> str:
    """A name with the years of ``old`` that stand in it moved."""
    gone = set(old)
    return re.sub(
        r"(?<!\d)\d{4}(?!\d)",
        lambda found: str(int(found[0]) + years) if int(found[0]) in gone else found[0],
        text,
    )


def old_years(text: str, old: Iterable[int], new: int) -> Iterator[str]:
    """What a text says of years that are over: ``2021``, or ``2021 - 2025`` that ended.

    A stretch of years that reaches the new one is still running; a year within the number of a
    document says nothing.
    """
    gone = set(old)
    rest = text
    for span in _SPAN.finditer(text):
        first, last = int(span[1]), int(span[2])
        if last < new and gone & set(range(first, last + 1)):
            yield f"{first} - {last}"
        rest = rest.replace(span[0], " ")
    found = (int(one[1] or one[2]) for one in _YEAR.finditer(rest))
    yield from map(str, dict.fromkeys(year for year in found if year in gone))
