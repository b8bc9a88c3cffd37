"""How well documents are read: what a draft holds against what a person read in the same text.

Beside each document of ``documents/`` stands what it lays on whom, written by hand before any
reader had seen it::

    form: Chỉ thị                        # the kind of document, as the handbook names it
    duties:
    - lead: [Công an xã]                 # who leads, or acts where nobody leads
      words:
        Xây dựng phương án: 2026-03-31   # words of a duty ("//" parts alternatives): its time
    either: [nếu có vướng mắc]           # words that may be a duty or not

Times: ``none``, ``continuous``, a day, a window (``2026-Q1``, ``2026-03..2026-05``), ``week``,
``month 25``, ``quarter 20 last``, ``half``, ``year 12-15``, ``event``, ``any``; with ``or`` between
two readings that are both right. Documents ending in ``.word.txt`` are made into Word files, see
``made_word``.
"""

import re
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from cchc_cli.domain.names import bare
from cchc_cli.domain.schedules import Dated, Every, OnEvent, Reports, Schedule, Undated, Window
from cchc_cli.plan.draft.blocks import Document, Paragraph
from cchc_cli.plan.draft.files import read_blocks
from cchc_cli.plan.draft.model import Draft, DraftDuty
from cchc_cli.plan.draft.read import read_draft
from cchc_cli.plan.shorthand import ShorthandError, parse_schedule
from tests.plan.draft.made_word import make_word

DOCUMENTS = Path(__file__).parent / "documents"
TODAY = date(2026, 11, 25)
SHORT_CLAUSE = 20
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Expected(NamedTuple):
    """A duty as a person reads it: alternatives of its words, leads, alternatives of its time."""

    words: tuple[str, ...]
    leads: tuple[str, ...]
    times: tuple[str, ...]


class Sheet(NamedTuple):
    """All that is expected of a document."""

    form: str
    duties: tuple[Expected, ...]
    either: tuple[str, ...]


class Score(NamedTuple):
    """How a document was read.

    Attributes:
        duties: number of duties expected, ``found`` those that the draft has.
        led: found ones with the right lead; ``timed``: with the right time.
        drafted: number of duties in the draft; ``invented`` those of clauses that lay nothing on
            anybody.
        notes: what went wrong, a line each.
    """

    duties: int
    found: int
    led: int
    timed: int
    drafted: int
    invented: int
    notes: tuple[str, ...]


def folded(text: str) -> str:
    """Letters and digits in lower case without diacritics, single spaces."""
    return " ".join(re.findall(r"[a-z0-9/]+", bare(text)))


def names() -> list[str]:
    """The documents, without their endings."""
    return sorted(path.name.partition(".")[0] for path in DOCUMENTS.glob("*.expected.yaml"))


def file_of(name: str, place: Path) -> Path:
    """The document as a file; one that is made is made in ``place``."""
    path = next(one for one in DOCUMENTS.glob(f"{name}.*") if one.suffix in {".txt", ".pdf"})
    if not path.name.endswith(".word.txt"):
        return path
    made = place / f"{name}.docx"
    make_word(path.read_text("utf-8"), made)
    return made


def measure(name: str) -> tuple[str, Score]:
    """The form of a document, and how it is read without any registry."""
    sheet = read_sheet(DOCUMENTS / f"{name}.expected.yaml")
    with tempfile.TemporaryDirectory() as place:
        document = read_blocks(file_of(name, Path(place)))
    return sheet.form, score(sheet, document, read_draft(document, None, TODAY), {})


def together(scores: Sequence[Score]) -> Score:
    """The sum of several."""
    return Score(
        sum(one.duties for one in scores),
        sum(one.found for one in scores),
        sum(one.led for one in scores),
        sum(one.timed for one in scores),
        sum(one.drafted for one in scores),
        sum(one.invented for one in scores),
        tuple(note for one in scores for note in one.notes),
    )


def read_sheet(path: Path) -> Sheet:
    """What is written beside a document."""
    data = yaml.safe_load(path.read_text("utf-8"))
    duties = tuple(
        Expected(
            tuple(folded(part) for part in words.split("//")),
            tuple(group["lead"]),
            tuple(part.strip() for part in str(times).split(" or ")),
        )
        for group in data["duties"]
        for words, times in group["words"].items()
    )
    return Sheet(data["form"], duties, tuple(map(folded, data.get("either", ()))))


def score(sheet: Sheet, document: Document, draft: Draft, names: Mapping[str, str]) -> Score:
    """Compare a draft with the sheet; ``names`` are those of the registry it was read with."""
    known = dict(names)
    known |= {agency.id: agency.name for agency in draft.agencies}
    known |= {group.id: group.name for group in draft.groups}
    pairs = [(one, _match(one, draft.duties)) for one in sheet.duties]
    found = [(one, duty) for one, duty in pairs if duty is not None]
    invented = _invented(sheet, document, draft, [duty for _, duty in found])
    leads = [note for one, duty in found if (note := _lead_note(one, duty, known))]
    times = [note for one, duty in found if (note := _time_note(one, duty))]
    missing = [f"not found: {one.words[0]}" for one, duty in pairs if duty is None]
    made_up = [f"invented: {duty.text[:80]}" for duty in invented]
    return Score(
        len(pairs),
        len(found),
        len(found) - len(leads),
        len(found) - len(times),
        len(draft.duties),
        len(invented),
        (*missing, *leads, *times, *made_up),
    )


def _lead_note(one: Expected, duty: DraftDuty, known: Mapping[str, str]) -> str:
    actors = [known[ident] for ident in duty.lead or (*duty.implement, *duty.cooperate)]
    if led_by(one.leads, actors):
        return ""
    return f"lead of “{one.words[0]}”: {actors}, not {list(one.leads)}"


def _time_note(one: Expected, duty: DraftDuty) -> str:
    if on_time(one.times, duty.schedule):
        return ""
    return f"time of “{one.words[0]}”: {duty.schedule}, not {list(one.times)}"


def _match(one: Expected, duties: Sequence[DraftDuty]) -> DraftDuty | None:
    """The shortest duty of the draft that holds the words."""
    held = [
        duty for duty in duties if any(words in folded(_said(duty)) for words in one.words)
    ]  # fmt: skip
    return min(held, key=lambda duty: len(duty.text), default=None)


def _said(duty: DraftDuty) -> str:
    return f"{duty.title} {duty.text}"


def _invented(
    sheet: Sheet, document: Document, draft: Draft, found: list[DraftDuty]
) -> list[DraftDuty]:
    """Duties out of clauses that hold none; a clause in more pieces than expected is not one."""
    wanted = [*sheet.either, *(words for one in sheet.duties for words in one.words)]
    clauses = [text for text in _clauses(document) if any(words in text for words in wanted)]
    return [
        duty
        for duty in draft.duties
        if duty not in found and not any(_within(folded(duty.text), text) for text in clauses)
    ]


def _clauses(document: Document) -> list[str]:
    """Every paragraph and table row, folded."""
    return [
        folded(line)
        for block in document.blocks
        for line in (
            block.text.split("\n") if isinstance(block, Paragraph)
            else [" ".join(cell.text for cell in row) for row in block.rows]
        )
    ]  # fmt: skip


def _within(words: str, clause: str) -> bool:
    return words in clause or (len(clause) > SHORT_CLAUSE and clause in words)


def led_by(wanted: Sequence[str], actors: Sequence[str]) -> bool:
    """Whether the same bodies act, however they are abbreviated; a list may be in parts or one."""
    ours, theirs = [_key(name) for name in wanted], [_key(name) for name in actors]
    if frozenset().union(*ours) == frozenset().union(*theirs):
        return len(theirs) <= len(ours) or any(map(_is_list, wanted))
    return bool(theirs) and len(ours) == len(theirs) and all(one in theirs for one in ours)


def _is_list(name: str) -> bool:
    return "," in name or folded(name).startswith("cac ")


_SHORT = (
    ("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq"),
    ("uy ban mttq", "mttq"), ("tb xh", "thuong binh va xa hoi"),
)  # fmt: skip
_LIGHT = frozenset(
    {
        "cac", "va", "cua", "tren", "dia", "ban", "dong", "chi", "tat", "ca", "co", "lien", "quan",
        "viet", "nam", "tinh", "pho",
    }
)  # fmt: skip
_HEADS = frozenset({"giam", "doc", "thu", "truong", "chu", "tich", "dau", "nguoi", "dung"})


def _key(name: str) -> frozenset[str]:
    """The words that tell a body from others; its head stands for it."""
    text = f" {folded(name)} "
    for long, short in _SHORT:
        text = text.replace(f" {long} ", f" {short} ")
    words = frozenset(text.split())
    return words - _LIGHT - _HEADS or words


def on_time(wanted: Sequence[str], schedule: str) -> bool:
    """Whether a schedule of the draft is one of the times wanted."""
    try:
        read = parse_schedule(schedule)
    except ShorthandError:
        return False
    return any(_agrees(one, read) for one in wanted)


def _agrees(wanted: str, read: Schedule) -> bool:
    kind, _, due = wanted.partition(" ")
    if kind == "any":
        return True
    match read:
        case Undated(rhythm):
            right = kind in {"none", rhythm}
        case OnEvent():
            right = kind == "event"
        case Every() | Reports():
            right = _rhythm(kind, read) and _due(due, read)
        case _:
            right = kind[0].isdigit() and _stretch(kind, read)
    return right


def _stretch(kind: str, read: Dated | Window) -> bool:
    first, last = _bounds(kind)
    if isinstance(read, Dated):
        return read.day == last
    # A window whose end alone is told ("đến hết tháng 8") may begin with the plan or the document.
    return read.last == last and (".." not in kind or first in {read.first, last})


def _bounds(stretch: str) -> tuple[date, date]:
    read = parse_schedule(f"within {stretch}")
    assert isinstance(read, Window)
    return read.first, read.last


def _rhythm(kind: str, read: Every | Reports) -> bool:
    if isinstance(read, Reports):
        codes = {"quarter": "q1", "half": "h1", "year": "year", "month": "m1"}
        return codes.get(kind, "") in read.codes
    if kind == "week" or read.unit == "week":
        return kind == read.unit
    return MONTHS.get(kind) == MONTHS[read.unit] * read.interval


def _due(due: str, read: Every | Reports) -> bool:
    if not due:
        return True
    if read.due is None:
        return False
    if "-" in due:
        return read.due.month_day == tuple(map(int, due.split("-")))
    day, _, month = due.partition(" ")
    return read.due.day_of_month == int(day) and (not month or read.due.month == month)
