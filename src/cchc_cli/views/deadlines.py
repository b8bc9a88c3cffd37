"""What is past and what comes."""

from collections.abc import Iterator, Sequence

from cchc_cli.services.deadlines import DeadlineList, DeadlineRow
from cchc_cli.views.amending import amendment_note, amendments_data
from cchc_cli.views.duties import heading
from cchc_cli.views.machine import document
from cchc_cli.views.rereading import stale_data, stale_note
from cchc_cli.views.sheet import Column, Section, Sheet
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import UNDATED, due_text, occurrence_name, weekday_text

COLUMNS = (
    Column("due", "Hạn", 17, whole=True),
    Column("state", "Tình trạng", 14),
    Column("id", "Mã", 8, whole=True),
    Column("title", "Nhiệm vụ", 22),
    Column("period", "Kỳ", 13),
    Column("agencies", "Số CQ", 6),
)
# One agency's own list needs no count of agencies.
OWN_COLUMNS = (*COLUMNS[:3], COLUMNS[3]._replace(width=28), COLUMNS[4])
LEFT_COLUMN = Column("left", "Chưa làm", 9)
HEADINGS = {"late": "Đã qua hạn", "borderline": "Sát hạn", "upcoming": "Sắp tới"}


def deadlines_sheet(found: DeadlineList) -> Sheet:
    """The deadlines as a sheet."""
    above = [heading(found.plan), f"Tính đến {weekday_text(found.today)}."]
    if found.agency:
        above.append(f"Cơ quan: {found.agency.name}")
    above.extend(_span_note(found))
    above.extend(filter(None, (amendment_note(found.plan), stale_note(found.stale))))
    columns = OWN_COLUMNS if found.agency else COLUMNS
    if found.recorded and not found.agency:
        columns = (*COLUMNS[:-1], LEFT_COLUMN)
    sections = []
    for title, rows in _by_standing(found):
        cells = [_cells(row, found)[: len(columns)] for row in rows]
        if cells:
            sections.append(Section(title, cells))
    return Sheet(above, columns, sections, _below(found))


def _by_standing(found: DeadlineList) -> Iterator[tuple[str, Sequence[DeadlineRow]]]:
    for standing, title in HEADINGS.items():
        yield title, [row for row in found.rows if row.standing == standing]
    yield "Cơ quan được đề nghị (không tính quá hạn)", found.requested


def _span_note(found: DeadlineList) -> list[str]:
    validity = found.plan.validity
    if found.over:
        middle = validity.first + (validity.end - validity.first) // 2
        return [
            f"Kế hoạch đã kết thúc ngày {day_text(validity.last)}. Xem vào ngày khác:",
            f"  cchc deadlines --today {middle.isoformat()}",
        ]
    if found.today < validity.first:
        return [f"Kế hoạch bắt đầu từ ngày {day_text(validity.first)}."]
    return []


def _cells(row: DeadlineRow, found: DeadlineList) -> list[str]:
    title = row.duty.title
    if row.joint:
        title += f" (cùng sự kiện: {', '.join(row.joint)})"
    period = occurrence_name(row.occurrence)
    if row.more:
        period += f" và {row.more} kỳ trước"
    due, state = due_text(row.deadline), _state(row, found)
    number = f"{row.left}/{row.agencies}" if found.recorded else str(row.agencies)
    return [due, state, row.duty.id, title, period or "-", number]


def _state(row: DeadlineRow, found: DeadlineList) -> str:
    if row.standing == "late":
        return f"{'quá hạn' if found.recorded else 'qua'} {row.days} ngày"
    if row.standing == "borderline":
        return "sát hạn"
    return "hôm nay" if row.days == 0 else f"còn {row.days} ngày"


def _below(found: DeadlineList) -> list[str]:
    lines = []
    if not found.rows:
        words = "Không còn việc nào chưa làm" if found.recorded else "Không có thời hạn nào"
        lines.append(f"{words} trong khoảng này.")
    if not found.recorded and any(row.standing == "late" for row in found.rows):
        lines.append("“Qua” là đã qua ngày hạn; chương trình chưa biết việc đã làm hay chưa.")
    if any(row.more for row in found.rows):
        lines.append("Các kỳ trước của một việc lặp lại được gộp; xem hết: --all")
    if found.later:
        lines.append(f"Còn {found.later} thời hạn về sau; xem hết: --all")
    undated = "; ".join(
        f"{found.undated[key]} việc {words}"
        for key, words in UNDATED.items()
        if found.undated.get(key)
    )
    if undated:
        lines.append(f"Không có ngày để tính hạn: {undated} (cchc duties).")
    return lines


def deadlines_json(found: DeadlineList) -> str:
    """The deadlines as JSON (``cchc/deadlines/1``)."""
    return document(
        "deadlines",
        {
            "plan": found.plan.id,
            "today": found.today,
            "agency": found.agency.id if found.agency else None,
            "plan_over": found.over,
            "recorded": found.recorded,
            "overdue": found.overdue,
            "later": found.later,
            "deadlines": [_row_data(row, found) for row in found.rows],
            "requested": [_row_data(row, found) for row in found.requested],
            "undated": dict(found.undated),
            "amendments": amendments_data(found.plan),
            "to_review": stale_data(found.stale),
        },
    )


def _row_data(row: DeadlineRow, found: DeadlineList) -> dict[str, object]:
    deadline, period = row.deadline, row.occurrence.period
    return {
        "duty": row.duty.id,
        "title": row.duty.title,
        "period": row.occurrence.key,
        "period_first": period.first if period else None,
        "period_last": period.last if period else None,
        "operator": deadline.operator,
        "named": deadline.named,
        "last_good": deadline.last_good,
        "effective": deadline.effective,
        "late_from": deadline.limit.fromordinal(deadline.limit.toordinal() + 1),
        "reading": deadline.reading,
        "standing": row.standing,
        "days": row.days,
        "agencies": row.agencies,
        # Unknown without a ledger, and not asked in one agency's own list.
        "left": row.left if found.recorded and found.agency is None else None,
        "same_event": row.joint,
        "earlier_periods": row.more,
    }
