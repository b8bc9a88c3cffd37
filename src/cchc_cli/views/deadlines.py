"""What is past and what comes, and why a date is what it is."""

from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.plan import Plan
from cchc_cli.services.deadlines import DeadlineList, DeadlineRow
from cchc_cli.services.explain import Explanation, event_of
from cchc_cli.views.duties import heading
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import Column, Section, Sheet, wrapped
from cchc_cli.views.wording.words import (
    MISSING,
    OPERATORS,
    READINGS,
    RHYTHMS,
    SHIFTS,
    STANDINGS,
    UNDATED,
    day_text,
    occurrence_name,
    weekday_text,
)

COLUMNS = (
    Column("due", "Hạn", 12),
    Column("state", "Tình trạng", 15),
    Column("id", "Mã", 8),
    Column("title", "Nhiệm vụ", 27),
    Column("period", "Kỳ", 13),
    Column("agencies", "Số CQ", 5),
)
HEADINGS = {"late": "Đã qua hạn", "borderline": "Sát hạn", "upcoming": "Sắp tới"}


def deadlines_sheet(found: DeadlineList) -> Sheet:
    """The deadlines as a sheet."""
    above = [heading(found.plan), f"Tính đến {weekday_text(found.today)}."]
    if found.agency:
        above.append(f"Cơ quan: {found.agency.name}")
    above.extend(_span_note(found))
    sections = []
    for standing, title in HEADINGS.items():
        rows = [_cells(row) for row in found.rows if row.standing == standing]
        if rows:
            sections.append(Section(title, rows))
    if found.requested:
        rows = [_cells(row) for row in found.requested]
        sections.append(Section("Cơ quan được đề nghị (không tính quá hạn)", rows))
    return Sheet(above, COLUMNS, sections, _below(found))


def _span_note(found: DeadlineList) -> list[str]:
    validity = found.plan.validity
    if found.over:
        middle = validity.first.replace(month=6, day=1)
        return [
            f"Kế hoạch đã kết thúc ngày {day_text(validity.last)}. "
            f"Xem vào ngày khác: cchc deadlines --today {middle.isoformat()}"
        ]
    if found.today < validity.first:
        return [f"Kế hoạch bắt đầu từ ngày {day_text(validity.first)}."]
    return []


def _cells(row: DeadlineRow) -> list[str]:
    title = row.duty.title
    if row.joint:
        title += f" (cùng sự kiện: {', '.join(row.joint)})"
    period = occurrence_name(row.occurrence)
    if row.more:
        period += f" và {row.more} kỳ trước"
    return [_due(row), _state(row), row.duty.id, title, period, str(row.agencies)]


def _due(row: DeadlineRow) -> str:
    return day_text(row.deadline.effective)


def _state(row: DeadlineRow) -> str:
    if row.standing == "late":
        return f"qua {row.days} ngày"
    if row.standing == "borderline":
        return "sát hạn"
    return "hôm nay" if row.days == 0 else f"còn {row.days} ngày"


def _below(found: DeadlineList) -> list[str]:
    lines = []
    if not found.rows:
        lines.append("Không có thời hạn nào trong khoảng này.")
    if any(row.standing == "late" for row in found.rows):
        lines.append("“Qua” là đã qua ngày hạn; chương trình chưa biết việc đã làm hay chưa.")
    if any(row.more for row in found.rows):
        lines.append("Các kỳ trước của một việc lặp lại được gộp; xem hết: --all")
    if found.later:
        lines.append(f"Còn {found.later} thời hạn về sau; xem hết: --all")
    undated = ", ".join(
        f"{found.undated[key]} {words}" for key, words in UNDATED.items() if found.undated.get(key)
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
            "overdue": found.overdue,
            "later": found.later,
            "deadlines": [_row_data(row) for row in found.rows],
            "requested": [_row_data(row) for row in found.requested],
            "undated": dict(found.undated),
        },
    )


def _row_data(row: DeadlineRow) -> dict[str, object]:
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
        "same_event": row.joint,
        "earlier_periods": row.more,
    }


def explanation_text(found: Explanation, width: int) -> str:
    """Each step from the plan's words to the dates."""
    duty, plan = found.duty, found.plan
    lines = [heading(plan), "", f"{duty.id}  {duty.title}", ""]
    steps = [
        f"Lời văn: “{duty.text}”",
        f"Chỗ nói về thời gian: {f'“{duty.time_words}”' if duty.time_words else MISSING}",
        f"Nhịp: {RHYTHMS[duty.schedule.rhythm]}",
        *_binding_steps(found),
        *_date_steps(found),
    ]
    if duty.question:
        steps.append(f"Văn bản còn để ngỏ: {duty.question}")
    for number, step in enumerate(steps, 1):
        lines.append(wrapped(f"{number}. {step}", width, "   "))
    return "\n".join(lines) + "\n"


def _binding_steps(found: Explanation) -> list[str]:
    if not found.dropped:
        return []
    validity = found.plan.validity
    return [
        f"Không đòi các kỳ kết thúc trước ngày {day_text(validity.binding_from)}. "
        f"{validity.reason or ''}".strip()
    ]


def _date_steps(found: Explanation) -> list[str]:
    event = event_of(found.duty)
    steps: list[str] = []
    if event:
        steps.append(f"Hạn tính theo sự kiện: “{event}”; chưa có sự kiện thì chưa có ngày.")
        if found.event_due:
            steps.append(f"Nếu sự kiện xảy ra {_given(found)}: hạn {weekday_text(found.event_due)}")
        elif found.event_day:
            steps.append(f"Văn bản không nêu thời hạn kể từ sự kiện ({_given(found)}).")
    dated = [one for one in found.occurrences if one.deadline]
    for one in found.occurrences:
        if one.period and one.period.is_reporting:
            steps.append(_cut_off(found.plan, one))
    if not dated:
        if not event:
            steps.append("Không có ngày: chương trình không tự đặt hạn.")
        return steps
    steps.extend(_deadline_steps(found, dated))
    return steps


def _given(found: Explanation) -> str:
    return f"ngày {day_text(found.event_day)}" if found.event_day else ""


def _cut_off(plan: Plan, one: Occurrence) -> str:
    if one.period is None:
        return ""
    source = f" ({plan.policy.turnover_source})" if plan.policy.turnover_source else ""
    return (
        f"Kỳ {occurrence_name(one)}: số liệu từ {day_text(one.period.first)} "
        f"đến {day_text(one.period.last)}{source}"
    )


def _deadline_steps(found: Explanation, dated: list[Occurrence]) -> list[str]:
    policy = found.plan.policy
    first = dated[0].deadline
    if first is None:
        return []
    steps = [f"Từ chỉ hạn: “{OPERATORS[first.operator]}”"]
    if first.operator == "before":
        steps.append(
            f"Cách đọc “trước”: {READINGS[policy.before]}. Không văn bản nào định nghĩa; "
            "đổi ở policy.before trong tệp kế hoạch."
        )
    steps.append(
        f"Ngày nghỉ: {SHIFTS[policy.shift]} (Điều 148 Bộ luật Dân sự 2015 chỉ áp dụng tương tự; "
        "đổi ở policy.shift)."
    )
    for year in found.calendars:
        basis = "ngày do thư viện tính, chưa phải thông báo" if year.default else year.source
        steps.append(f"Lịch {year.year}: {basis}")
    for one in dated[:6]:
        steps.append(_dates(found, one))
    if len(dated) > 6:
        steps.append(f"… tất cả {len(dated)} kỳ; xem: cchc deadlines --all")
    return steps


def _dates(found: Explanation, one: Occurrence) -> str:
    deadline = one.deadline
    if deadline is None:
        return ""
    parts = [f"{occurrence_name(one)}: ngày được nêu {weekday_text(deadline.named)}"]
    parts.append(f"ngày cuối cùng còn kịp {weekday_text(deadline.last_good)}")
    if deadline.effective != deadline.last_good:
        parts.append(f"lùi đến {weekday_text(deadline.effective)}")
    if deadline.limit != deadline.effective:
        parts.append(f"sát hạn đến {day_text(deadline.limit)}")
    late = deadline.limit.fromordinal(deadline.limit.toordinal() + 1)
    parts.append(f"quá hạn từ {day_text(late)}")
    parts.append(f"hôm nay {day_text(found.today)}: {STANDINGS[deadline.standing(found.today)]}")
    return "; ".join(parts)


def explanation_json(found: Explanation) -> str:
    """The explanation's facts as JSON (``cchc/explanation/1``)."""
    return document(
        "explanation",
        {
            "plan": found.plan.id,
            "duty": found.duty.id,
            "time_words": found.duty.time_words,
            "rhythm": found.duty.schedule.rhythm,
            "event": event_of(found.duty),
            "event_due": found.event_due,
            "reading": found.plan.policy.before,
            "shift": found.plan.policy.shift,
            "periods": [
                {
                    "key": one.key,
                    "first": one.period.first if one.period else None,
                    "last": one.period.last if one.period else None,
                    "named": one.deadline.named if one.deadline else None,
                    "last_good": one.deadline.last_good if one.deadline else None,
                    "effective": one.deadline.effective if one.deadline else None,
                    "limit": one.deadline.limit if one.deadline else None,
                }
                for one in found.occurrences
            ],
        },
    )
