"""Obligations one by one: what an agency has done and still has to, and the list behind numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cchc_cli.domain.status import FULFILLED, StatusKind
from cchc_cli.services.overview import DENSE
from cchc_cli.services.status import Standing
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.status import Overview, head_lines, occasion_text, unit_of
from cchc_cli.views.wording import overview as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.statuses import SECTIONS, lacking_measure, status_text
from cchc_cli.views.wording.words import due_text, lowered

OWN_COLUMNS = (
    Column("duty", "Mã", 8, whole=True),
    Column("title", "Nhiệm vụ", 22),
    Column("period", "Kỳ", 11),
    Column("due", "Hạn", 12),
    Column("status", "Tình trạng", 19),
    Column("entries", "Ghi nhận", 8),
)
LIST_COLUMNS = (
    Column("duty", "Mã", 8, whole=True),
    Column("period", "Kỳ", 13),
    Column("agency", "Cơ quan", 22),
    Column("status", "Tình trạng", 19),
    Column("day", "Ngày", 10, whole=True),
    Column("entries", "Ghi nhận", 8),
)
# How the periods of a duty are told together.
TOLD: tuple[tuple[str, tuple[StatusKind, ...]], ...] = (
    (words.LATE_OF, ("late",)),
    (words.OVERDUE_OF, ("overdue",)),
    (words.RETURNED_OF, ("returned",)),
    (words.LEFT_OF, ("open", "borderline")),
    (words.AHEAD_OF, ("not_yet", "waiting")),
    (words.EXEMPT_OF, ("waived", "none")),
)
NARROW = 72
DROPPED = frozenset({"due", "entries"})
LISTED = 4
NONE = "-"


def agency_sheet(seen: Overview, found: Sequence[Standing], width: int) -> Sheet:
    """One agency's obligations by where they stand; a duty of many periods in one row."""
    columns = [one for one in OWN_COLUMNS if width >= NARROW or one.key not in DROPPED]
    sections: dict[str, list[list[str]]] = {name: [] for name in (*SECTIONS, REQUESTED)}
    for ones in _by_duty(found):
        for same in [ones] if len(ones) > DENSE else [[one] for one in ones]:
            row = _own(same)
            sections[_section(same)].append([row[one.key] for one in columns])
    below = [_minimum(ones) for ones in _by_duty(found) if 1 < len(ones) <= DENSE]
    below.insert(0, _summary(found))
    tables = [Section(name, rows) for name, rows in sections.items() if rows]
    return Sheet(head_lines(seen), columns, tables, below if tables else [words.NOTHING])


REQUESTED = words.PARTS["requested"]


def _summary(found: Sequence[Standing]) -> str:
    """How many obligations stand where; what was only asked is told apart."""
    asked = [one for one in found if one.occurrence.duty.force == "requested"]
    kinds = Counter(one.status.kind for one in found if one.occurrence.duty.force != "requested")
    numbers = {name: sum(kinds[kind] for kind in inside) for name, inside in SECTIONS.items()}
    numbers[words.ASKED] = len(asked)
    told = "; ".join(f"{lowered(name)} {number}" for name, number in numbers.items() if number)
    return words.SUMMARY.format(number=len(found), what=told)


def _by_duty(found: Iterable[Standing]) -> list[list[Standing]]:
    duties: dict[str, list[Standing]] = {}
    for one in found:
        duties.setdefault(one.occurrence.duty.id, []).append(one)
    return list(duties.values())


def _section(ones: Sequence[Standing]) -> str:
    if ones[0].occurrence.duty.force == "requested":
        return REQUESTED
    kinds = {one.status.kind for one in ones}
    return next(name for name, inside in SECTIONS.items() if kinds.intersection(inside))


def _own(ones: Sequence[Standing]) -> dict[str, str]:
    first, duty = ones[0], ones[0].occurrence.duty
    numbers = tuple(number for one in ones for number in one.status.entries)
    if len(ones) > 1:
        return {
            "duty": duty.id,
            "title": duty.title,
            "period": f"{len(ones)} {unit_of(first.occurrence)}",
            "due": NONE,
            "status": _several(ones),
            "entries": _numbers(numbers),
        }
    deadline = first.status.deadline
    return {
        "duty": duty.id,
        "title": duty.title,
        "period": occasion_text(first.occurrence),
        "due": due_text(deadline) if deadline else NONE,
        "status": _status(first),
        "entries": _numbers(numbers),
    }


def _status(one: Standing) -> str:
    duty = one.occurrence.duty
    return status_text(one.status, duty.measure, requested=duty.force == "requested")


def _several(ones: Sequence[Standing]) -> str:
    """``10/41 tuần, quá hạn 2, chưa làm 1, chưa đến kỳ 28, thiếu thời lượng ở 1 lần``."""
    kinds = Counter(one.status.kind for one in ones)
    done = sum(kinds[kind] for kind in FULFILLED)
    if ones[0].occurrence.duty.force == "requested":
        # What was only asked is never late.
        kinds = Counter(
            {**kinds, "late": 0, "overdue": 0, "open": kinds["open"] + kinds["overdue"]}
        )
    pieces = [words.OF_PERIODS.format(done=done, all=len(ones), unit=unit_of(ones[0].occurrence))]
    for text, inside in TOLD:
        if number := sum(kinds[kind] for kind in inside):
            pieces.append(text.format(number=number))
    if short := sum(one.status.short for one in ones):
        what = lacking_measure(ones[0].occurrence.duty.measure)
        pieces.append(words.SHORT_OF.format(what=what, number=short))
    return ", ".join(pieces)


def _minimum(ones: Sequence[Standing]) -> str:
    """How many of a duty's periods are fulfilled."""
    return f"{ones[0].occurrence.duty.id}: {_several(ones)}."


def _numbers(entries: Sequence[int]) -> str:
    """``#12, #15``; of many the last ones."""
    kept = sorted(set(entries))
    more = "… " if len(kept) > LISTED else ""
    return more + ", ".join(f"#{one}" for one in kept[-LISTED:]) or NONE


def states_by_duty(found: Iterable[Standing]) -> dict[str, str]:
    """How an agency stands with each of its duties, in words."""
    return {
        ones[0].occurrence.duty.id: _several(ones) if len(ones) > 1 else _status(ones[0])
        for ones in _by_duty(found)
    }


def list_sheet(seen: Overview, found: Iterable[Standing]) -> Sheet:
    """Every obligation with its status, the day that decides, and the entries behind it."""
    asked: dict[bool, list[list[str]]] = {False: [], True: []}
    for one in found:
        asked[one.occurrence.duty.force == "requested"].append(_listed(seen, one))
    sections = [Section(REQUESTED if name else "", rows) for name, rows in asked.items() if rows]
    return Sheet(head_lines(seen), LIST_COLUMNS, sections, () if sections else [words.NOTHING])


def _listed(seen: Overview, one: Standing) -> list[str]:
    day = deciding_day(one)
    return [
        one.occurrence.duty.id,
        occasion_text(one.occurrence),
        seen.book.roster.name(one.agency),
        _status(one),
        day_text(day) if day else NONE,
        ", ".join(f"#{number}" for number in one.status.entries) or NONE,
    ]


def deciding_day(one: Standing) -> date | None:
    """The day that decides: of what was done the one in its evidence, else the deadline."""
    if one.status.done_on is not None:
        return one.status.done_on
    return one.status.deadline.limit if one.status.deadline else None
