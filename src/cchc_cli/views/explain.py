"""Why a deadline is what it is: each step from the plan's words to the date."""

from datetime import date

from cchc_cli.domain.deadlines import Deadline
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.services.explain import Explanation, event_of
from cchc_cli.views.amending import duty_lines
from cchc_cli.views.duties import heading
from cchc_cli.views.machine import document
from cchc_cli.views.sheet import wrapped
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.words import (
    OPERATORS,
    READINGS,
    RHYTHMS,
    SHIFTS,
    STANDINGS,
    UNSAID,
    occurrence_name,
    period_name,
    weekday_text,
)

SHOWN = 6
Dated = tuple[Occurrence, Deadline]


def explanation_text(found: Explanation, width: int) -> str:
    """Each step from the plan's words to the dates."""
    duty, plan = found.duty, found.plan
    lines = [wrapped(heading(plan), width), "", wrapped(f"{duty.id}  {duty.title}", width), ""]
    steps = [
        f"Lời văn: “{duty.text}”",
        f"Chỗ nói về thời gian: {f'“{duty.time_words}”' if duty.time_words else UNSAID}",
        f"Tần suất: {RHYTHMS[duty.schedule.rhythm]}",
        *(f"{label}: {text}" for label, text in duty_lines(plan, duty)),
        *_binding_steps(found),
        *_date_steps(found),
    ]
    if duty.question:
        steps.append(f"Văn bản còn để ngỏ: {duty.question}")
    for number, step in enumerate(steps, 1):
        head = f"{number}. "
        lines.append(wrapped(f"{head}{step[:1].upper()}{step[1:]}", width, " " * len(head)))
    return "\n".join(lines) + "\n"


def _binding_steps(found: Explanation) -> list[str]:
    if not found.dropped:
        return []
    validity = found.plan.validity
    return [
        f"Không yêu cầu các kỳ kết thúc trước ngày {day_text(validity.binding_from)}. "
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
    dated = [(one, one.deadline) for one in found.occurrences if one.deadline]
    steps.extend(_cut_offs(found))
    if not dated:
        if not event:
            steps.append("Không có ngày: chương trình không tự đặt hạn.")
        return steps
    steps.extend(_deadline_steps(found, dated))
    return steps


def _given(found: Explanation) -> str:
    return f"ngày {day_text(found.event_day)}" if found.event_day else ""


def _cut_offs(found: Explanation) -> list[str]:
    """The figures' span of each reporting period, and once where the turnover day comes from."""
    spans = [
        f"{period_name(one.period)} từ {day_text(one.period.first)} đến {day_text(one.period.last)}"
        for one in found.occurrences
        if one.period and one.period.is_reporting
    ]
    source = found.plan.policy.turnover_source
    basis = f". Nguồn của ngày chốt số liệu: {source}" if source else ""
    return [f"Số liệu: {'; '.join(spans)}{basis}"] if spans else []


def _deadline_steps(found: Explanation, dated: list[Dated]) -> list[str]:
    policy = found.plan.policy
    operator = dated[0][1].operator
    if operator == "end":
        steps = ["Văn bản không nêu ngày: lấy ngày cuối kỳ, kể cả khi là ngày nghỉ."]
    else:
        steps = [f"Từ chỉ hạn: “{OPERATORS[operator]}”"]
        if operator == "before":
            steps.append(
                f"Cách đọc “trước”: {READINGS[policy.before]}. Không văn bản nào định nghĩa; "
                "đổi ở policy.before trong tệp kế hoạch."
            )
        steps.append(
            f"Ngày nghỉ: {SHIFTS[policy.shift]} (Điều 148 Bộ luật Dân sự 2015 chỉ áp dụng tương "
            "tự; đổi ở policy.shift)."
        )
    for year in found.calendars:
        basis = "ngày do thư viện tính, chưa phải thông báo" if year.default else year.source
        steps.append(f"Lịch {year.year}: {basis}")
    steps.extend(_dates(found, *pair) for pair in _around(dated, found.today))
    if len(dated) > SHOWN:
        steps.append(f"… tất cả {len(dated)} kỳ; xem: cchc deadlines --all")
    return steps


def _around(dated: list[Dated], today: date) -> list[Dated]:
    """The occurrences nearest to a day, in order of time."""
    coming = next((n for n, (_, due) in enumerate(dated) if due.limit >= today), len(dated))
    first = max(0, min(coming - SHOWN // 2, len(dated) - SHOWN))
    return dated[first : first + SHOWN]


def _dates(found: Explanation, one: Occurrence, deadline: Deadline) -> str:
    named = "ngày cuối kỳ" if deadline.operator == "end" else "ngày được nêu"
    parts = [f"{named} {weekday_text(deadline.named)}"]
    if deadline.last_good != deadline.named:
        parts.append(f"ngày cuối cùng còn kịp {weekday_text(deadline.last_good)}")
    if deadline.effective != deadline.last_good:
        parts.append(f"lùi đến {weekday_text(deadline.effective)}")
    if deadline.limit != deadline.effective:
        parts.append(f"sát hạn đến {day_text(deadline.limit)}")
    late = deadline.limit.fromordinal(deadline.limit.toordinal() + 1)
    parts.append(f"quá hạn từ {day_text(late)}")
    parts.append(f"hôm nay {day_text(found.today)}: {STANDINGS[deadline.standing(found.today)]}")
    return ": ".join(filter(None, (occurrence_name(one), "; ".join(parts))))


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
            "event_day": found.event_day,
            "event_due": found.event_due,
            "today": found.today,
            "earlier_periods_left_out": found.dropped,
            "reading": found.plan.policy.before,
            "shift": found.plan.policy.shift,
            "periods": [
                {
                    "key": one.key,
                    "first": one.period.first if one.period else None,
                    "last": one.period.last if one.period else None,
                    "operator": one.deadline.operator if one.deadline else None,
                    "named": one.deadline.named if one.deadline else None,
                    "last_good": one.deadline.last_good if one.deadline else None,
                    "effective": one.deadline.effective if one.deadline else None,
                    "limit": one.deadline.limit if one.deadline else None,
                    "standing": one.deadline.standing(found.today) if one.deadline else None,
                }
                for one in found.occurrences
            ],
        },
    )
