"""The single phrases of time, and how each is read from what the rules of ``time_rules`` match.

A phrase is found where it stands in plain text; ``time_phrases`` puts those of one sentence
together, and ``time_schedules`` says them in the plan file's short form.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cchc_cli.plan.draft.dates import DAY, When, read_day, read_stretch

AtomKind = Literal["due", "nth", "rhythm", "window", "event", "always", "open"]
Unit = Literal["week", "month", "quarter", "half", "year"]


class Atom(NamedTuple):
    """One phrase of time.

    Attributes:
        op: ``before`` (that day excluded) or ``by``, of ``due`` and ``nth``.
        when: the day of ``due``, or the first of a ``window`` that ends with ``until``.
        until: the end of a window; None where ``when`` is the whole of it.
        unit: of a rhythm, or that an ``nth`` day belongs to.
        codes: reporting periods that a rhythm names.
        number: the day of ``nth``; times of a rhythm; length of an event's span.
        interval: of a rhythm.
        words: an event's own words, a span's unit before them (``days of …``).
        yearly: the phrase says itself that it comes back each year.
        hour: it names an hour.
    """

    kind: AtomKind
    start: int
    end: int
    op: str = "by"
    when: When | None = None
    until: When | None = None
    unit: Unit | None = None
    codes: tuple[str, ...] = ()
    number: int = 1
    interval: int = 1
    month: str = "last"
    span: str = ""
    words: str = ""
    yearly: bool = False
    hour: bool = False


_NUMBERS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "chín": 9,
    "mười": 10,
}
NUMBER = r"(?:\d{1,3}|một|hai|ba|bốn|sáu|chín)"
_UNITS: dict[str, Unit] = {
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
    "6 tháng": "half",
}
UNIT = r"(?:tuần|tháng|quý|năm)"
_QUARTER_WORD = "quý "
_BARE_QUARTERS = re.compile(r"(?:(?:iv|iii|ii|i)\s*(?:,|-|và)\s*)*(?=(?:iv|iii|ii|i)\b)")
EACH = r"(?:hằng|hàng|mỗi|từng|các)"
HOUR = r"(?:\d{1,2}\s*(?:h|g|giờ)\s*(?:\d{2})?(?:\s*phút)?['’]?\s*(?:,\s*)?(?:cùng\s*)?)"
# What makes a day a deadline. "đến" alone is no trigger: it is how targets are written.
TRIGGER = (
    r"(?P<op>trước|(?:chậm|muộn) nhất(?:\s*(?:là|vào|đến|trong))?(?:\s*(?:trước|hết))?"
    r"|(?:cho\s*)?(?:đến\s*)?hết|không quá|không muộn hơn|hạn (?:chót|cuối)(?:\s*là)?"
    r"|thời hạn(?:\s*(?:là|:|chậm nhất|trước|đến))?"
    r"|(?:hoàn thành|xong|hoàn tất)(?:\s*(?:việc|trước|trong|vào|đến|chậm nhất))*)"
)
FILL = rf"\s*(?P<fill>(?:(?:thời điểm|hết|là|vào|:|{HOUR})\s*)*)"
EVERY_YEAR = (
    r"(?P<yearly>\s*(?:,\s*)?(?:định kỳ\s*)?(?:của\s*)?(?:(?:hằng|hàng|mỗi|từng) năm"
    r"|năm (?:sau|trước|kế tiếp|tiếp theo|liền kề)))?"
)


_OTHER_DAY = re.compile(rf"\s*(?:,|và)\s*(?P<day>{DAY}){EVERY_YEAR}")


def number_of(word: str) -> int:
    """A number in digits or as a word."""
    return int(word) if word.isdigit() else _NUMBERS.get(word, 1)


def _op(words: str) -> str:
    return "before" if "trước" in words else "by"


def read_due(found: re.Match[str]) -> Iterator[Atom]:
    """``trước ngày 15/6/2021``: a deadline; ``trước ngày 15/6 và 15/12`` are two."""
    first = Atom(
        "due",
        *found.span(),
        op=_op(found["op"]),
        when=read_day(found),
        yearly=bool(found["yearly"]),
        hour=bool(re.search(r"\d", found["fill"] or "")),
    )
    other = _OTHER_DAY.match(found.string, found.end())
    if other is None or first.when is None:
        yield first
        return
    when, yearly = read_day(other), bool(other["yearly"]) or first.yearly
    own = first.when if first.when.year else first.when._replace(year=when.year)
    yield first._replace(when=own, yearly=yearly)
    yield first._replace(start=other.start("day"), end=other.end(), when=when, yearly=yearly)


def read_nth(found: re.Match[str]) -> Atom:
    """``trước ngày 20 hằng tháng``: a day of each month or quarter."""
    words = found["month"]
    quarter = "quý" in words or "kỳ" in words
    after = bool(re.search(r"sau|tiếp|kế|liền", words))
    return Atom(
        "nth",
        *found.span(),
        op=_op(found["op"] or ""),
        unit="quarter" if quarter else "month",
        number=int(found["d"]),
        month="next" if after else "last",
    )


_WEEKDAYS = {
    "hai": "monday",
    "ba": "tuesday",
    "tư": "wednesday",
    "năm": "thursday",
    "sáu": "friday",
    "bảy": "saturday",
}


def read_weekday(found: re.Match[str]) -> Atom:
    """``thứ sáu hằng tuần``: a day of each week."""
    words = found[0]
    return Atom("nth", *found.span(), op=_op(words), unit="week", month=_WEEKDAYS[found["w"]])


def read_range(found: re.Match[str]) -> Atom | None:
    """``từ ngày … đến ngày …``: a window where both ends are said."""
    atom = read_stretch_of(found)
    return atom if atom is not None and (atom.until is not None or atom.yearly) else None


def read_stretch_of(found: re.Match[str]) -> Atom | None:
    """A month, quarter or year after a trigger or, as a value, on its own; with its end if any."""
    text = found.string
    read = read_stretch(text, found.end())
    if read is None:
        return None
    when, end = read
    until = None
    to = re.compile(r"\s*(?:-|đến|tới|và|,)\s*(?:hết\s*|ngày\s*)*").match(text, end)
    if to and (second := read_stretch(text, to.end())):
        until, end = second
        if until.year is None and when.year is not None:
            until = until._replace(year=when.year)
    elif to and when.year is None and (bare := _bare_quarter(text, when, to.end())):
        until, end = bare
    op = found.groupdict().get("op") or ""
    yearly = re.compile(EVERY_YEAR).match(text, end)
    again = bool(yearly and yearly["yearly"])
    end = yearly.end() if yearly and again else end
    if op.startswith("trước") or " trước" in op:
        return Atom("due", found.start(), end, op="before", when=when, yearly=again)
    if "hết" in op or "nhất" in op or op in ("đến", "đến năm"):
        return Atom("due", found.start(), end, when=until or when, yearly=again)
    return Atom("window", found.start(), end, when=when, until=until, yearly=again)


def _bare_quarter(text: str, when: When, at: int) -> tuple[When, int] | None:
    """``Quý III, IV/2020``: the last quarter of a list that says the word and the year once."""
    listed = _BARE_QUARTERS.match(text, at) if when.months == 3 else None
    if listed is None:
        return None
    read = read_stretch(f"{_QUARTER_WORD}{text[listed.end() :]}", 0)
    return read and (read[0], listed.end() + read[1] - len(_QUARTER_WORD))


def read_rhythm(found: re.Match[str]) -> Atom:
    """``2 lần/năm``, ``hằng quý``: how often."""
    groups = found.groupdict()
    unit = _UNITS[groups["u"] or "năm"]
    interval = number_of(groups.get("i") or "1")
    times = number_of(groups.get("n") or "1")
    if unit == "month" and interval == 6:
        unit, interval = "half", 1
    return Atom("rhythm", *found.span(), unit=unit, interval=max(interval, 1), number=max(times, 1))


PERIOD = (
    rf"(?:{EACH}\s*)?(?:tuần|quý(?:\s*(?:iii|ii|iv|i)\b)?|(?:0?6|sáu|0?9|chín) tháng(?: đầu năm)?"
    r"|tháng(?!\s*\d)|(?:cuối |cả |0?1 |một |tổng kết |kết thúc )?năm(?!\s*\d))"
)
AND = r"\s*(?:,|;|/|và|hoặc|, và)\s*(?:(?:định kỳ|báo cáo|sơ kết|tổng kết|sơ, tổng kết)\s*)*"


def read_periods(found: re.Match[str]) -> Iterator[Atom]:
    """A list of reporting periods: those of weeks and months apart, the others as codes."""
    words = [one[0] for one in re.finditer(PERIOD, found["list"])]
    codes: list[str] = []
    for word in words:
        if "tuần" in word:
            yield Atom("rhythm", *found.span(), unit="week")
        elif quarter := re.search(r"quý\s*(iii|ii|iv|i)\b", word):
            codes += {"i": ["q1"], "ii": ["h1"], "iii": ["q3"], "iv": ["year"]}[quarter[1]]
        elif "quý" in word:
            codes += ["q1", "h1", "q3", "year"]
        elif "9" in word or "chín" in word:
            codes.append("9m")
        elif "6" in word or "sáu" in word:
            codes.append("h1")
        elif "tháng" in word:
            yield Atom("rhythm", *found.span(), unit="month")
        else:
            codes.append("year")
    order = ("q1", "h1", "q3", "9m", "year")
    if codes:
        kept = tuple(code for code in order if code in codes)
        yield Atom("rhythm", *found.span(), unit="year", codes=kept)


def read_span(found: re.Match[str]) -> Atom:
    """``trong 15 ngày kể từ ngày …``: so long after an event."""
    unit = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}[found["u"]]
    working = "working " if found["w"] else ""
    return Atom(
        "event",
        *found.span(),
        number=int(found["n"]),
        span=f"{working}{unit}s",
        words=found.group("e"),
    )


def read_event(found: re.Match[str]) -> Atom:
    """``khi có yêu cầu``: when something happens."""
    return Atom("event", *found.span(), words=found["e"])


def read_endless(found: re.Match[str]) -> Atom:
    """``trong 03 ngày làm việc``: so long after something that the words do not name."""
    return Atom("event", *found.span())


def read_always(found: re.Match[str]) -> Atom:
    """``thường xuyên``: all the time."""
    return Atom("always", *found.span())


def read_open(found: re.Match[str]) -> Atom:
    """``theo kế hoạch``: a time that another document tells; ``… hằng năm`` tells how often."""
    if re.search(r"(?:hằng|hàng) năm", found[0]):
        return Atom("rhythm", *found.span(), unit="year")
    return Atom("open", *found.span())


def read_by_hour(found: re.Match[str]) -> Atom:
    """``3 lần/ngày``: more often than a schedule can say."""
    return Atom("always", *found.span(), hour=True)


def read_months(found: re.Match[str]) -> Atom | None:
    """``tháng 5, 6/2021``: from one month to another."""
    read = re.compile(r"(\d{1,2})\s*(?:/|năm)\s*(\d{4})").match(found.string, found.end())
    if read is None:
        return None
    year = int(read[2])
    first, last = When(year, int(found["a"]), 1), When(year, int(read[1]), 1)
    return Atom("window", found.start(), read.end(), when=first, until=last)
