"""The status in numbers: by duty with its roll calls, by agency in their order, by group."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.schedules import Reports
from cchc_cli.services.book import Book
from cchc_cli.services.overview import DENSE, PARTS, Part, Ranked, RollCall, Scope, part_of
from cchc_cli.services.rereading import stale_duties
from cchc_cli.services.status import AgencyCounts, Counts, DutyCounts, total_of
from cchc_cli.views.amending import amendment_note
from cchc_cli.views.duties import heading
from cchc_cli.views.rereading import stale_note
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording import overview as words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.statuses import COLUMNS as HEADS
from cchc_cli.views.wording.statuses import STATUSES, StatusColumn
from cchc_cli.views.wording.words import (
    RHYTHMS,
    due_text,
    lowered,
    number_text,
    occurrence_name,
    period_name,
    share_text,
    weekday_text,
)

NUMBERS = (
    Column("owed", "Phải làm", 5, number=True),
    Column("done", HEADS["done"], 5, number=True),
    Column("in_time", HEADS["in_time"], 5, number=True),
    Column("late", HEADS["late"], 5, number=True),
    Column("overdue", HEADS["overdue"], 5, number=True),
    Column("left", HEADS["left"], 5, number=True),
)
DUTY_COLUMNS = (
    Column("duty", "Mã", 8, whole=True),
    Column("title", "Nhiệm vụ", 28),
    Column("period", "Kỳ", 14),
    *NUMBERS,
)
AGENCY_COLUMNS = (
    Column("place", "Hạng", 5, number=True),
    Column("agency", "Cơ quan", 32),
    Column("owed", "Phải làm", 5, number=True),
    Column("done", HEADS["done"], 5, number=True),
    Column("share", "Tỷ lệ", 8, number=True),
    *NUMBERS[2:],
)
GROUP_COLUMNS = (Column("group", "Nhóm", 34), *AGENCY_COLUMNS[2:])
NARROW = 72
DROPPED = frozenset({"in_time", "late"})
NAMED = 15
NONE = "-"


class Sums(NamedTuple):
    """The numbers of a row: what has to be done is done, overdue or left."""

    owed: int
    done: int
    in_time: int
    late: int
    overdue: int
    left: int


class Overview(NamedTuple):
    """What every view of the status begins with.

    Attributes:
        as_of: only what was recorded until that day.
    """

    book: Book
    scope: Scope
    today: date
    as_of: date | None = None


def sums(counts: Counts) -> Sums:
    """The numbers of a row from the counts of its statuses."""
    columns: dict[StatusColumn, int] = dict.fromkeys(HEADS, 0)
    for kind, number in counts.items():
        columns[STATUSES[kind].column] += number
    done = columns["done"] + columns["in_time"] + columns["late"]
    owed = done + columns["overdue"] + columns["left"]
    return Sums(
        owed, done, columns["in_time"], columns["late"], columns["overdue"], columns["left"]
    )


def head_lines(seen: Overview) -> list[str]:
    """The plan, the day, and what was chosen."""
    plan, scope = seen.book.plan, seen.scope
    lines = [heading(plan), words.JUDGED.format(day=weekday_text(seen.today))]
    if seen.as_of is not None:
        lines.append(words.KNOWN.format(day=day_text(seen.as_of)))
    if scope.agency is not None:
        lines.append(words.AGENCY.format(name=scope.agency.name))
    if scope.group is not None:
        lines.append(words.GROUP.format(name=scope.group.name))
    if scope.period is not None:
        lines.append(words.PERIOD.format(name=period_name(scope.period)))
    validity = plan.validity
    if seen.today >= validity.end:
        middle = validity.first + (validity.end - validity.first) // 2
        lines.append(words.OVER.format(last=day_text(validity.last), day=middle.isoformat()))
    elif seen.today < validity.first:
        lines.append(words.BEFORE.format(first=day_text(validity.first)))
    notes = (amendment_note(plan), stale_note(stale_duties(seen.book, seen.today)))
    return [*lines, *filter(None, notes)]


def duties_sheet(
    seen: Overview, rows: Sequence[DutyCounts], rolls: Sequence[RollCall], width: int
) -> Sheet:
    """Counts by duty and period, in parts, then who has done it and who has not."""
    columns = _fitting(DUTY_COLUMNS, width)
    sections, totals = [], []
    periods = Counter(row.occurrence.duty.id for row in rows)
    dense = frozenset(duty for duty, number in periods.items() if number > DENSE)
    for part, found in _parted(seen, rows).items():
        cells = [_cells(row, columns) for row in _rows_of(found, part, dense)]
        sections.append(Section(_part_heading(seen, part), cells))
        totals.append(_total(part, total_of(found)))
    below = [*totals, *_notes(rows), *(roll_line(seen.book, one) for one in rolls)]
    return Sheet(head_lines(seen), columns, sections, below or [words.NOTHING])


def _fitting(columns: Sequence[Column], width: int) -> list[Column]:
    """The columns that a screen has room for."""
    return [one for one in columns if width >= NARROW or one.key not in DROPPED]


def _cells(row: Mapping[str, str], columns: Sequence[Column]) -> list[str]:
    return [row[column.key] for column in columns]


def _parted(seen: Overview, rows: Iterable[DutyCounts]) -> dict[Part, list[DutyCounts]]:
    found: dict[Part, list[DutyCounts]] = {part: [] for part in PARTS}
    for row in rows:
        found[part_of(seen.book, row.occurrence, seen.today)].append(row)
    return {part: inside for part, inside in found.items() if inside}


def _part_heading(seen: Overview, part: Part) -> str:
    if part == "ahead" and seen.scope.soon is not None:
        return words.AHEAD_SOON.format(day=day_text(seen.scope.soon))
    return words.PARTS[part]


def _rows_of(
    rows: Sequence[DutyCounts], part: Part, dense: frozenset[str]
) -> Iterator[dict[str, str]]:
    """One row for each duty and period; the periods of a dense duty as one row."""
    by_duty: dict[str, list[DutyCounts]] = {}
    for row in rows:
        by_duty.setdefault(row.occurrence.duty.id, []).append(row)
    for same in by_duty.values():
        for ones in [same] if same[0].occurrence.duty.id in dense else [[one] for one in same]:
            duty = ones[0].occurrence.duty
            yield {
                "duty": duty.id,
                "title": duty.title,
                "period": _periods(ones),
                **_numbers(sums(total_of(ones)), part),
            }


def _periods(ones: Sequence[DutyCounts]) -> str:
    first, last = ones[0].occurrence, ones[-1].occurrence
    if first is last:
        return occasion_text(first)
    return f"{len(ones)} {unit_of(first)} (đến {occasion_text(last)})"


def occasion_text(occurrence: Occurrence) -> str:
    """The period of an occurrence, its event, or the rhythm of a duty without periods."""
    named = occurrence_name(occurrence)
    if not named and occurrence.key.startswith("event-"):
        return occurrence.event or occurrence.key
    if not named and occurrence.deadline is not None:
        return due_text(occurrence.deadline)
    return named or RHYTHMS[occurrence.duty.schedule.rhythm]


def unit_of(occurrence: Occurrence) -> str:
    """What the periods of a duty are: weeks, quarters, periods of reports, events."""
    period = occurrence.period
    if period is None:
        return words.UNITS["event"]
    return words.UNITS["report" if period.is_reporting else period.name]


def _numbers(found: Sums, part: Part) -> dict[str, str]:
    """The cells of a row; what was only asked is never late, what has no date hardly ever."""
    if part == "requested":
        found = found._replace(in_time=0, late=0, overdue=0, left=found.left + found.overdue)
    cells = {key: number_text(value) for key, value in found._asdict().items()}
    if not found.owed:
        return dict.fromkeys(cells, NONE)
    if part in ("requested", "undated"):
        cells |= {key: NONE for key in ("in_time", "late", "overdue") if cells[key] == "0"}
    return cells


def _total(part: Part, counts: Counts) -> str:
    """The sum of a part, with shares of what has to be done; no shares of what was only asked."""
    found = sums(counts)
    dated = part != "requested" and bool(found.in_time or found.late or found.overdue)
    done, overdue = _share(found.done, found.owed, part), _share(found.overdue, found.owed, part)
    left = _share(found.left if dated else found.left + found.overdue, found.owed, part)
    line = words.TOTAL.format(
        part=lowered(words.PARTS[part].partition(" (")[0]), owed=number_text(found.owed), done=done
    )
    if dated:
        in_time, late = number_text(found.in_time), number_text(found.late)
        line += words.TOTAL_DATED.format(in_time=in_time, late=late)
        if undated := found.done - found.in_time - found.late:
            line += words.TOTAL_UNDATED.format(number=number_text(undated))
        line += words.TOTAL_OVERDUE.format(overdue=overdue)
    return line + words.TOTAL_LEFT.format(left=left)


def _share(number: int, owed: int, part: Part) -> str:
    if part == "requested" or not owed:
        return number_text(number)
    return words.SHARE.format(number=number_text(number), share=share_text(number, owed))


def _notes(rows: Sequence[DutyCounts]) -> list[str]:
    counts = total_of(rows)
    lines = []
    unowed = ", ".join(
        f"{number_text(counts[kind])} {told.words}"
        for kind, told in STATUSES.items()
        if told.column == "unowed" and counts.get(kind)
    )
    if unowed:
        lines.append(words.UNOWED.format(what=unowed))
    if number := counts.get("returned"):
        lines.append(words.RETURNED.format(number=number_text(number)))
    opened = list(dict.fromkeys(row.occurrence.duty.id for row in rows if row.open))
    if opened:
        ids = ", ".join(opened[: words.OPEN_LISTED])
        if (rest := len(opened) - words.OPEN_LISTED) > 0:
            ids += words.OTHER_DUTIES.format(number=rest)
        lines.append(words.OPEN_LIST.format(ids=ids))
    return lines


def roll_line(book: Book, call: RollCall) -> str:
    """``V.6.4b, 6 tháng đầu năm 2021 (hạn …): 3/5 cơ quan đã báo cáo; chưa: …``."""
    occurrence = call.occurrence
    deadline = book.deadline(occurrence)
    due = f" (hạn {due_text(deadline)})" if deadline else ""
    said = words.REPORTED if is_report(occurrence.duty) else words.DONE
    line = f"{occurrence.duty.id}, {occasion_text(occurrence)}{due}: "
    line += said.format(done=number_text(len(call.done)), owed=number_text(call.owed))
    if late := call.having("late"):
        line += words.LATE.format(number=number_text(len(late)))
    returned, missing = call.having("returned"), call.missing
    if returned:
        line += words.SENT_BACK.format(names=_names(book, returned))
    if missing:
        line += words.NOT_YET.format(names=_names(book, missing))
    if not (returned or missing):
        line += words.EVERYONE
    if exempt := call.having("waived", "none"):
        line += words.EXEMPTED.format(number=number_text(len(exempt)))
    return f"{line}."


def is_report(duty: Duty) -> bool:
    """Whether what a duty brings forth is a report."""
    return isinstance(duty.schedule, Reports) or duty.report_to is not None


def _names(book: Book, agencies: Sequence[str]) -> str:
    shown = ", ".join(book.roster.name(one) for one in agencies[:NAMED])
    if (rest := len(agencies) - NAMED) <= 0:
        return shown
    return shown + words.OTHERS.format(number=number_text(rest))


def agencies_sheet(seen: Overview, ranked: Sequence[Ranked], width: int) -> Sheet:
    """Agencies in the order of what they have done."""
    columns = _fitting(AGENCY_COLUMNS, width)
    rows = [
        _cells({"place": str(one.place), "agency": one.counts.name, **_shared(one.counts)}, columns)
        for one in ranked
    ]
    below = [words.RANK_NOTE] if rows else [words.NOTHING]
    sections = [Section("", rows)] if rows else []
    return Sheet(_compared(seen), columns, sections, below)


def groups_sheet(seen: Overview, groups: Sequence[AgencyCounts], width: int) -> Sheet:
    """Groups with what their members have done."""
    columns = _fitting(GROUP_COLUMNS, width)
    rows = [_cells({"group": one.name, **_shared(one)}, columns) for one in groups]
    below = [words.GROUP_NOTE] if rows else [words.NOTHING]
    sections = [Section("", rows)] if rows else []
    return Sheet(_compared(seen), columns, sections, below)


def _shared(one: AgencyCounts) -> dict[str, str]:
    found = sums(one.counts)
    return {**_numbers(found, "due"), "share": share_text(found.done, found.owed)}


def _compared(seen: Overview) -> list[str]:
    return [*head_lines(seen), *([words.COMPARED] if seen.scope.soon else [])]
