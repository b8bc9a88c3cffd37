"""The status as tables of values: by duty, by agency, by group, one by one, and as a map."""

from collections.abc import Iterable, Sequence

from cchc_cli.domain.status import StatusKind
from cchc_cli.services.overview import HeatMap, Ranked, RollCall, due_on, part_of
from cchc_cli.services.status import AgencyCounts, Counts, DutyCounts, Standing
from cchc_cli.views.heatmap import column_keys, worst_of
from cchc_cli.views.status import Overview, head_lines, occasion_text, sums
from cchc_cli.views.tables.model import Field, Table, Value
from cchc_cli.views.wording import tables as words
from cchc_cli.views.wording.overview import PARTS
from cchc_cli.views.wording.statuses import COLUMNS, STATUSES
from cchc_cli.views.wording.words import FORCES

# How late things are called where they were only asked for.
AS_ASKED: dict[StatusKind, StatusKind] = {"overdue": "open", "late": "done"}
NUMBERS = (
    Field("Phải làm", 9, "number"),
    Field(COLUMNS["done"], 9, "number"),
    Field(COLUMNS["in_time"], 9, "number"),
    Field(COLUMNS["late"], 9, "number"),
    Field(COLUMNS["overdue"], 9, "number"),
    Field(COLUMNS["left"], 9, "number"),
    Field("Tỷ lệ đã làm", 10, "share"),
)
DUTY_FIELDS = (
    Field("Phần", 22),
    Field("Mã", 10),
    Field("Nhiệm vụ", 46),
    Field("Kỳ", 22),
    Field("Kỳ từ ngày", 12, "date"),
    Field("Kỳ đến ngày", 12, "date"),
    Field("Hạn", 12, "date"),
    *NUMBERS,
    Field("Không tính", 10, "number"),
    Field("Bị trả lại", 9, "number"),
    Field("Danh sách cơ quan", 14),
    Field("Chưa làm", 60),
)
AGENCY_FIELDS = (
    Field("Hạng", 7, "number"),
    Field("Mã cơ quan", 14),
    Field("Cơ quan", 44),
    *NUMBERS,
)
GROUP_FIELDS = (Field("Mã nhóm", 18), Field("Nhóm", 50), *NUMBERS)
OBLIGATION_FIELDS = (
    Field("Mã", 10),
    Field("Nhiệm vụ", 46),
    Field("Mức ràng buộc", 20),
    Field("Kỳ", 22),
    Field("Mã cơ quan", 14),
    Field("Cơ quan", 36),
    Field("Tình trạng", 26),
    Field("Số ngày", 9, "number"),
    Field("Hạn", 12, "date"),
    Field("Hạn cũ", 12, "date"),
    Field("Ngày theo minh chứng", 13, "date"),
    Field("Số lần đã làm", 9, "number"),
    Field("Số lần phải làm", 9, "number"),
    Field("Số lần chưa đủ mức", 10, "number"),
    Field("Mục ghi nhận", 18),
)


def duties_table(seen: Overview, rows: Sequence[DutyCounts], rolls: Sequence[RollCall]) -> Table:
    """Counts by duty and period, every period of its own, with those who have not done it."""
    called = {(one.occurrence.duty.id, one.occurrence.key): one for one in rolls}
    values = (
        _duty(seen, row, called.get((row.occurrence.duty.id, row.occurrence.key))) for row in rows
    )
    return _table(seen, words.BY_DUTY, DUTY_FIELDS, values)


def agencies_table(seen: Overview, ranked: Iterable[Ranked]) -> Table:
    """Agencies in the order of what they have done."""
    rows = (
        [one.place, one.counts.ident, one.counts.name, *_numbers(one.counts.counts)]
        for one in ranked
    )
    return _table(seen, words.BY_AGENCY, AGENCY_FIELDS, rows)


def groups_table(seen: Overview, groups: Iterable[AgencyCounts]) -> Table:
    """Groups with what their members have done."""
    rows = ([one.ident, one.name, *_numbers(one.counts)] for one in groups)
    return _table(seen, words.BY_GROUP, GROUP_FIELDS, rows)


def obligations_table(seen: Overview, found: Iterable[Standing]) -> Table:
    """Obligations one by one."""
    rows = (_obligation(seen, one) for one in found)
    return _table(seen, words.ONE_BY_ONE, OBLIGATION_FIELDS, rows)


def map_table(seen: Overview, found: HeatMap) -> Table:
    """The map with the worst status of each cell in words."""
    fields = [Field("Cơ quan", 40), *(Field(key, 16) for key in column_keys(found))]
    rows = (
        [seen.book.roster.name(agency), *(_worst(kinds) for kinds in cells)]
        for agency, cells in found.cells.items()
    )
    return _table(seen, words.MAP, fields, rows)


def _table(
    seen: Overview, name: str, fields: Sequence[Field], rows: Iterable[Sequence[Value]]
) -> Table:
    return Table(name, head_lines(seen), seen.today, fields, rows)


def _duty(seen: Overview, row: DutyCounts, call: RollCall | None) -> list[Value]:
    one, period = row.occurrence, row.occurrence.period
    unowed = sum(number for kind, number in row.counts.items() if STATUSES[kind].column == "unowed")
    missing = [seen.book.roster.name(agency) for agency in call.missing] if call else []
    return [
        PARTS[part_of(seen.book, one, seen.today)].partition(" (")[0],
        one.duty.id,
        one.duty.title,
        occasion_text(one),
        period.first if period else None,
        period.last if period else None,
        due_on(seen.book, one),
        *_numbers(row.counts, asked=one.duty.force == "requested"),
        unowed,
        row.counts.get("returned", 0),
        words.OPEN if row.open else words.COMPLETE,
        "; ".join(missing) or None,
    ]


def _numbers(counts: Counts, *, asked: bool = False) -> list[Value]:
    """The numbers of a row; what was only asked for is never late."""
    found = sums(counts)
    if asked:
        found = found._replace(in_time=0, late=0, overdue=0, left=found.left + found.overdue)
    return [*found, found.done / found.owed if found.owed else None]


def _obligation(seen: Overview, one: Standing) -> list[Value]:
    status, duty = one.status, one.occurrence.duty
    kind = status.kind
    if duty.force == "requested":
        kind = AS_ASKED.get(kind, kind)
    return [
        duty.id,
        duty.title,
        FORCES[duty.force],
        occasion_text(one.occurrence),
        one.agency,
        seen.book.roster.name(one.agency),
        STATUSES[kind].words,
        status.days if kind == status.kind else None,
        status.deadline.effective if status.deadline else None,
        status.original.effective if status.original else None,
        status.done_on,
        status.number,
        status.needed,
        status.short,
        ", ".join(f"#{number}" for number in status.entries) or None,
    ]


def _worst(kinds: Iterable[StatusKind]) -> str | None:
    worst = worst_of(kinds)
    return STATUSES[worst].words if worst else None
