"""Phrases of time in the plan file's short form: ``by 2021-06-15 for h1``, ``every quarter``."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from cchc_cli.plan.draft.dates import When
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.time_atoms import Atom, AtomKind

_OWN_ISSUE = re.compile(
    r"(?:ký|ban hành|ký ban hành|"
    r"(?:kế hoạch|quyết định|chỉ thị|công điện|văn bản này|nghị quyết)(?: này)? (?:được )?"
    r"(?:ký |ban hành|có hiệu lực).*|(?:ký )?ban hành (?:kế hoạch|quyết định|chỉ thị|công điện|"
    r"văn bản|nghị quyết|chương trình)(?: này)?)\s*"
)
_FOR_CODE = re.compile(
    r"[\s,(:]*(?:(?:đối với|cho|với|là)\s*)?(?:báo cáo\s*)?(?:(?:kết quả|sơ kết|tổng kết"
    r"|định kỳ)\s*)*"
    r"(?P<p>quý\s*(?:iii|ii|iv|i)\b|0?6 tháng(?: đầu năm)?|sáu tháng|0?9 tháng|(?:cuối "
    r"|cả |tổng kết )?năm\b(?!\s*\d))"
)
_CODE_BEFORE = re.compile(
    r"(?P<p>quý\s*(?:iii|ii|iv|i)\b|0?6 tháng(?: đầu năm)?|sáu tháng"
    r"|0?9 tháng|(?:cuối |cả |tổng kết |báo cáo )năm|(?<=, )năm(?= \())"
)
_CODES = {"quý i": "q1", "quý ii": "h1", "quý iii": "q3", "quý iv": "year"}
EVENT_WIDTH = 110


class Frame(NamedTuple):
    """What the document says of its own time.

    Attributes:
        year: the year that a day without one is in.
        issued: the document's own day, None where it has none.
    """

    year: int
    issued: date | None = None


# A schedule, None where the words mean no day that exists, and what is doubtful about it.
Read = tuple[str | None, tuple[Doubt, ...]]


def schedule_of(group: tuple[Atom, ...], masked: str, frame: Frame, *, yearly: bool) -> Read:
    """The short form of a phrase, or of a rhythm with its due day; None where it means no day.

    Args:
        group: the phrase, and behind a rhythm the due day that belongs to it.
        masked: the plain text that it was found in.
        frame: the document's own time.
        yearly: the text says elsewhere that its days come back each year.
    """
    atom = group[0]
    if len(group) == 2:
        return _recurring_due(atom, group[1])
    read: dict[AtomKind, Callable[[], Read]] = {
        "due": lambda: _due(atom, masked, frame, yearly=yearly),
        "nth": lambda: (_nth(atom), ()),
        "window": lambda: _window(atom, frame),
        "rhythm": lambda: (_rhythm(atom), ()),
        "event": lambda: _event(atom, frame),
        "always": lambda: ("continuous", ()),
        "open": lambda: ("sometime", ()),
    }
    return read[atom.kind]()


def _nth(atom: Atom) -> str:
    if atom.unit == "week":
        return f"every week, {atom.op} {atom.month}"
    return f"every {atom.unit or 'month'}, {atom.op} day {atom.number} of {atom.month} month"


def _recurring_due(rhythm: Atom, due: Atom) -> Read:
    unit = rhythm.unit or "year"
    if due.kind == "nth":
        unit = due.unit if due.unit == "quarter" and unit != "quarter" else unit
        return f"every {unit}, {due.op} day {due.number} of {due.month} month", ()
    return _each_year(due)


def _each_year(due: Atom) -> Read:
    when = due.until or due.when
    days = when.days(2023) if when else None
    if days is None:
        return None, ()
    if due.kind == "due" and due.op == "before":
        return f"every year, before {days.first:%m-%d}", ()
    return f"every year, by {days.last:%m-%d}", ()


def _due(atom: Atom, masked: str, frame: Frame, *, yearly: bool) -> Read:
    when = atom.when
    if when is None:
        return None, ()
    if when.year is None and (atom.yearly or yearly):
        return _each_year(atom)
    year, doubts = _year(when, frame)
    days = when.days(year)
    if days is None:
        return None, ()
    code = _code(masked, atom)
    day = days.first if atom.op == "before" else days.last
    if frame.issued and day < frame.issued:
        doubts = (*doubts, Doubt("time_past", f"{day:%d/%m/%Y}"))
    return f"{atom.op} {day.isoformat()}" + (f" for {code}" if code else ""), doubts


def _code(masked: str, atom: Atom) -> str | None:
    found = _FOR_CODE.match(masked, atom.end) or _nearest_code(masked[: atom.start])
    if not found:
        return None
    word = " ".join(found["p"].split())
    if word.startswith("quý"):
        return _CODES[word]
    if "6" in word or "sáu" in word:
        return "h1"
    return "9m" if "9" in word else "year"


def _nearest_code(before: str) -> re.Match[str] | None:
    clause = re.split(r"[;.]", before)[-1][-60:]
    return next(reversed([*_CODE_BEFORE.finditer(clause)]), None)


def _year(when: When, frame: Frame) -> tuple[int, tuple[Doubt, ...]]:
    """The year of a day; one that is not written is the first that the day is not over in."""
    if when.year is not None:
        return when.year, ()
    year = frame.year
    days = when.days(year)
    if days and frame.issued and days.last < frame.issued and frame.issued.year == year:
        year += 1
    return year, (Doubt("time_no_year", str(year)),)


def _window(atom: Atom, frame: Frame) -> Read:
    when = atom.when
    if when is None:
        return None, ()
    if atom.yearly:
        return _each_year(atom)
    end = atom.until or when
    if when.year is None and end.year is not None:
        when = when._replace(year=end.year)
    year, doubts = _year(when, frame)
    first, last = when.days(year), end.days(year)
    if first is None or last is None or last.last < first.first:
        return None, ()
    if first.first == last.last:
        return f"on {first.first.isoformat()}", doubts
    return f"within {first.first.isoformat()}..{last.last.isoformat()}", doubts


def _rhythm(atom: Atom) -> str:
    if atom.codes:
        if atom.codes == ("year",):
            return "every year"
        return f"reports {' '.join(atom.codes)}"
    times = f"{atom.number} times " if atom.number > 1 else ""
    if atom.interval > 1:
        return f"{times}every {atom.interval} {atom.unit}s"
    return f"{times}every {atom.unit}"


def _event(atom: Atom, frame: Frame) -> Read:
    words = " ".join(atom.words.split()).replace('"', "'")[:EVENT_WIDTH].strip(" -:")
    if len(words) < 2:
        return None, ()
    if not atom.span:
        return f'when "{words}"', ()
    if _OWN_ISSUE.fullmatch(plain(words)):
        if frame.issued is None:
            doubts: tuple[Doubt, ...] = (Doubt("issue_date_missing", words),)
        else:
            doubts = (Doubt("time_from_issue", f"{frame.issued:%d/%m/%Y}"),)
            if not atom.span.startswith("working"):
                day = _after(frame.issued, atom)
                return f"by {day.isoformat()}", doubts
        return f'within {atom.number} {atom.span} of "{words}"', doubts
    return f'within {atom.number} {atom.span} of "{words}"', ()


def _after(issued: date, atom: Atom) -> date:
    """The last day of a span of calendar time from the day of issue."""
    if atom.span in ("days", "weeks"):
        return issued + timedelta(days=atom.number * (7 if atom.span == "weeks" else 1))
    months = atom.number * (12 if atom.span == "years" else 1) + issued.month - 1
    year, month = issued.year + months // 12, months % 12 + 1
    return date(year, month, min(issued.day, monthrange(year, month)[1]))
