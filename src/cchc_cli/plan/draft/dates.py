"""Days, months, quarters and years as documents write them, read at one place of a text.

Patterns are for plain text (see ``letters``). A year that is not written is None; who asks knows
the plan and decides.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_YEAR = r"(?:\d{4})"
_SEP = r"(?:\s*[/.\-]\s*|\s*tháng\s*)"
_DASH = r"(?:\s*(?:-|đến|tới|và)\s*)"
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

DAY = (
    rf"(?:ngày\s*)?(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})"
    rf"(?:(?:\s*[/.\-]\s*|\s*,?\s*năm\s*)(?P<y>{_YEAR}))?(?![\d]|[/.\-]\d)"
)
MONTH = (
    r"(?:tháng\s*(?P<m>\d{1,2})(?:(?:\s*[/.\-]\s*"
    rf"|\s*,?\s*năm\s*)(?P<y>{_YEAR}))?)(?!\d|[/.\-]\d)"
)
QUARTER = rf"quý\s*(?P<q>iv|iii|ii|i|[1-4])\b(?:\s*[/.,\-]?\s*(?:năm\s*)?(?P<y>{_YEAR}))?(?!\d)"


class Days(NamedTuple):
    """A stretch of days, first and last included."""

    first: date
    last: date


class When(NamedTuple):
    """A day, month, quarter, half or year; ``year`` is None where it is not written.

    Attributes:
        month: first month of the stretch.
        months: how many months it has; 0 means the single day ``day``.
    """

    year: int | None
    month: int
    months: int
    day: int = 1

    def days(self, year: int) -> Days | None:
        """The days it stands for, in ``year`` where it names none; None if there is no such day."""
        own = self.year or year
        try:
            first = date(own, self.month, self.day)
        except ValueError:
            return None
        if not self.months:
            return Days(first, first)
        last = self.month + self.months - 1
        if last > 12:
            return None
        return Days(first, date(own, last, monthrange(own, last)[1]))


def read_day(found: re.Match[str]) -> When:
    """The day that ``DAY`` found."""
    year = found["y"]
    return When(int(year) if year else None, int(found["m"]), 0, int(found["d"]))


# The stretches of time, the most telling first; groups are read by the function beside each.
_STRETCHES = (
    (re.compile(QUARTER), lambda f: When(_year(f), 3 * ROMAN[f["q"]] - 2, 3)),
    (re.compile(DAY), read_day),
    (re.compile(MONTH), lambda f: When(_year(f), int(f["m"]), 1)),
    (
        re.compile(rf"(?P<m>0?[1-9]|1[0-2])\s*/\s*(?P<y>{_YEAR})(?!\d)"),
        lambda f: When(_year(f), int(f["m"]), 1),
    ),
    (
        re.compile(rf"0?6 tháng (?P<h>đầu|cuối) năm(?:\s*(?P<y>{_YEAR}))?"),
        lambda f: When(_year(f), 1 if f["h"] == "đầu" else 7, 6),
    ),
    (re.compile(rf"năm\s*(?P<y>{_YEAR})(?!\d)"), lambda f: When(_year(f), 1, 12)),
    (re.compile(r"(?P<y>20\d\d)(?!\d|[/.]\d)"), lambda f: When(_year(f), 1, 12)),
)


def _year(found: re.Match[str]) -> int | None:
    return int(found["y"]) if found["y"] else None


def read_stretch(plain: str, at: int) -> tuple[When, int] | None:
    """What stretch of time begins at ``at``, and where its words end."""
    for pattern, build in _STRETCHES:
        found = pattern.match(plain, at)
        if found:
            return build(found), found.end()
    return None
