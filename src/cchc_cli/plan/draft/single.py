"""A single task and who is charged with it, made into duties: one for each of its deadlines."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.charges import Charge
from cchc_cli.plan.draft.letters import broken, plain
from cchc_cli.plan.draft.model import Doubt, DraftDuty
from cchc_cli.plan.draft.roles import capacity_of, partners_of, receiver_of
from cchc_cli.plan.draft.time_phrases import Timing, read_times
from cchc_cli.plan.draft.time_schedules import Frame
from cchc_cli.plan.draft.verbs import ACT, CONTINUING, MANNER, ONCE

TITLE_WIDTH = 100
_LEAD_IN = re.compile(
    r"(?:(?:căn cứ|trên cơ sở|sau khi|để|theo|đối với|trong quá trình"
    r"|khi)\s[^,;]{3,160},\s*)+"
)
_MANNER = re.compile(MANNER)
LONG_ENOUGH = 60
_REPORTS = re.compile(
    r",\s+(?:đồng thời |và )?(?:định kỳ|(?:tổng hợp,? )?báo cáo|tổng hợp|gửi báo cáo"
    r"|hằng năm|hàng năm|hằng quý|hàng quý)\b"
)
_CLAUSE_ENDS = re.compile(r"[,;]\s+(?:đồng thời |và )?")
_SETS_UP = re.compile(r"(?:thiết lập|xây dựng|thành lập|mở|lập)$")


class _Timed(NamedTuple):
    """The words of one duty, and its time."""

    words: str
    timing: Timing


class _Partners(NamedTuple):
    idents: tuple[str, ...]
    words: str | None
    doubts: tuple[Doubt, ...]


class Task(NamedTuple):
    """One thing to be done.

    Attributes:
        rest: its words without the subject.
        time: the words of time that a label or column gives.
    """

    text: str
    rest: str
    charge: Charge
    time: str | None = None
    product: str | None = None
    doubts: tuple[Doubt, ...] = ()


class Means(NamedTuple):
    """What all clauses of a document are read with."""

    book: Book
    frame: Frame


class Where(NamedTuple):
    """The clause that tasks stand in."""

    locator: str
    place: Place


def make_duties(
    tasks: Sequence[Task], where: Where, means: Means, taken: Set[str], *, table: bool = False
) -> list[DraftDuty]:
    """The duties of one clause.

    Args:
        tasks: what the clause lays on whom.
        where: the clause.
        means: the document's names and its own time.
        taken: ids that other duties have, in small letters.
        table: the clause is a row of a table, whose own words tell no time.
    """
    made = [(task, timed) for task in tasks for timed in _timed(task, means.frame, table=table)]
    names = _Names(where.locator, taken, len(made))
    return [_duty(task, timed, names.next(), where, means.book) for task, timed in made]


class _Names:
    """Ids within a clause: the clause's own for a single duty, letters behind it for several."""

    def __init__(self, locator: str, taken: Set[str], count: int) -> None:
        self._locator = locator
        self._taken = set(taken)
        self._number = 0 if count == 1 else 1

    def next(self) -> str:
        """The next id that is free."""
        while (found := self._numbered()).casefold() in self._taken:
            self._number += 1
        self._taken.add(found.casefold())
        return found

    def _numbered(self) -> str:
        return self._locator + (self._mark() if self._number else "")

    def _mark(self) -> str:
        last = self._locator[-1:]
        if not (last.isdigit() or last.isupper() or last == ")"):
            return f"-{self._number}"
        letters, number = "", self._number
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(97 + rest) + letters
        return letters


def _timed(task: Task, frame: Frame, *, table: bool) -> Iterator[_Timed]:
    """The words of each duty in a task, and its time."""
    if task.time:
        for told in read_times(task.time, frame, value=True) or (_not_read(task.time),):
            yield _Timed(task.text, told._replace(words=_words(task.time, told)))
        return
    found = () if table else read_times(task.text, frame)
    if found:
        yield from _split_by_time(task.text, found)
    else:
        yield _Timed(task.text, Timing(_rhythm(task.rest), "", 0, 0))


def _not_read(words: str) -> Timing:
    return Timing("sometime", words, 0, 0, (Doubt("time_not_read", words),))


def _words(value: str, timing: Timing) -> str:
    short = " ".join(value.split()).strip(" .;")
    return short if len(short) <= 160 else timing.words


def _split_by_time(text: str, found: Sequence[Timing]) -> Iterator[_Timed]:
    """Several times in one sentence: cut it where a new verb begins between two of them."""
    start = 0
    cut = _reporting_cut(text, found[0])
    if cut is not None:
        before = text[:cut].rstrip(" ,;").removesuffix(" và")
        yield _Timed(before, Timing(_rhythm(before), "", 0, 0))
        start = _past_marks(text, cut)
    for timing, following in pairwise(found):
        cut = _cut(text, timing.end, following.start)
        end = timing.end + (text[timing.end : timing.end + 1] == ")")
        yield _Timed(text[start : end if cut is None else cut].rstrip(" ,;"), timing)
        start = start if cut is None else _past_marks(text, cut)
    yield _Timed(text[start:], found[-1])


def _past_marks(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(" ,;"))


def _reporting_cut(text: str, timing: Timing) -> int | None:
    """Where a report with a time begins in a sentence that told of other work before."""
    low = plain(text)
    made = re.search(r" và (?=duy trì|vận hành|định kỳ)", low[: timing.start])
    if (
        made
        and timing.schedule.startswith(("every", "reports"))
        and _SETS_UP.search(low[: made.start()])
    ):
        return made.end()
    if not timing.schedule.startswith(("every", "reports")):
        return None
    for found in reversed([*_REPORTS.finditer(low, 0, timing.start)]):
        before = re.split(r"[,;]", low[: found.start()])[-1]
        if found.start() >= LONG_ENOUGH and len(before.split()) >= 5:
            return found.start()
        return None
    return None


def _cut(text: str, first: int, last: int) -> int | None:
    low = plain(text)
    cuts = [
        found.start()
        for found in _CLAUSE_ENDS.finditer(low, first, last)
        if ACT.match(low, found.end())
    ]
    return cuts[-1] if cuts else None


def _rhythm(rest: str) -> str:
    """How often, where no word of time says it: by what is done."""
    low = plain(rest).lstrip(" ,:-")
    start = _MANNER.match(low)
    act = low[start.end() :] if start else low
    if ONCE.match(low) or ONCE.match(act):
        return "once"
    return "continuous" if CONTINUING.match(low) or CONTINUING.match(act) else "sometime"


def _duty(task: Task, timed: _Timed, ident: str, where: Where, book: Book) -> DraftDuty:
    charge, timing, words = task.charge, timed.timing, timed.words
    role, capacity = capacity_of(task.rest)
    if charge.role and role != "lead":
        role = charge.role
    partners = _partners(task, book)
    to, through = receiver_of(task.rest)
    report_to = book.agency_only(to) if to else None
    damaged = (Doubt("text_damaged", broken(words)),) if broken(words) else ()
    doubts = (*task.doubts, *partners.doubts, *damaged, *timing.doubts)
    return DraftDuty(
        id=ident,
        clause=where.locator,
        place=where.place,
        title=title_of(task.rest if words == task.text else words),
        text=words.strip(),
        schedule=timing.schedule,
        force=charge.force,
        lead=charge.idents if role == "lead" else (),
        implement=charge.idents if role == "implement" else (),
        cooperate=charge.idents if role == "cooperate" else (),
        capacity=capacity or None,
        partners=partners.idents,
        partner_words=partners.words,
        product=task.product,
        time_words=timing.words or None,
        report_to=report_to,
        report_through=book.agency_only(through) if through and report_to else None,
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _partners(task: Task, book: Book) -> _Partners:
    """Those who work with the bearers: of the charge, and those that the words name."""
    charge = task.charge
    named, said = partners_of(task.rest)
    bodies, unsure = book.idents(tuple(one for one in named if one.kind is not None))
    idents = dict.fromkeys((*charge.partners, *bodies))
    words = ", ".join(one.name for one in named if one.kind is None) or charge.partner_words
    return _Partners(
        tuple(one for one in idents if one not in charge.idents),
        words or (None if bodies else said),
        (*charge.doubts, *unsure),
    )


def title_of(words: str) -> str:
    """A short title: the words without what leads in, as many as fit."""
    text = " ".join(words.split()).strip(" ,:;-.")
    low = plain(text)
    lead_in = _LEAD_IN.match(low)
    if lead_in and len(text) - lead_in.end() > 20:
        text = text[lead_in.end() :]
    text = text[:1].upper() + text[1:]
    if len(text) <= TITLE_WIDTH:
        return text or "…"
    return text[: TITLE_WIDTH - 1].rpartition(" ")[0].rstrip(" ,;:(-") + "…"
