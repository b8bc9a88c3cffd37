"""Words for the field's terms, days and periods."""

from datetime import date, datetime

from cchc_cli.domain.deadlines import Deadline
from cchc_cli.domain.local_time import VIETNAM
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.periods import Period
from cchc_cli.domain.schedules import Window
from cchc_cli.views.wording.days import day_text

MISSING = "chưa có trong văn bản"
PARAGRAPH = ", đoạn {number} (“{text}”)"
KEPT = "Nội dung giữ lại"
ASTRAY = "sửa ngoài các ô điền"
KEPT_PART = "Phần: {title}"
UNSAID = "văn bản không nêu"
ROLES = {
    "lead": "chủ trì",
    "implement": "thực hiện",
    "cooperate": "cùng phối hợp",
    "requested": "được đề nghị",
    "partner": "cơ quan phối hợp",
}
RHYTHMS = {
    "continuous": "thường xuyên",
    "sometime": "trong năm",
    "once": "một lần",
    "dated": "có thời hạn",
    "window": "trong khoảng",
    "recurring": "định kỳ",
    "event": "theo sự kiện",
}
UNDATED = {
    "continuous": "thường xuyên",
    "sometime": "trong năm, không nêu ngày",
    "once": "một lần, không nêu ngày",
    "no_day": "báo cáo định kỳ, không nêu ngày",
    "event": "theo sự kiện",
}
FORCES = {"assigned": "nhiệm vụ được giao", "requested": "việc được đề nghị"}
LINKS = {
    "same_event": "cùng một sự kiện với",
    "depends_on": "chờ kết quả của",
    "overlaps": "trùng nội dung với",
    "alternative": "có thể thay bằng",
}
STANDINGS = {"upcoming": "sắp tới", "borderline": "sát hạn", "late": "đã qua hạn"}
OPERATORS = {"before": "trước", "by": "chậm nhất", "on": "trong ngày", "end": "hết kỳ"}
READINGS = {
    "strict": "chặt: ngày được nêu không còn kịp",
    "inclusive": "rộng: ngày được nêu vẫn kịp",
}
SHIFTS = {
    "none": "giữ nguyên, kể cả khi là ngày nghỉ",
    "next_working_day": "lùi sang ngày làm việc tiếp theo nếu là ngày nghỉ",
}
COMMITTEE_NAME = "Ủy ban nhân dân"
SIGNER = "chức vụ người ký"
SIGNERS = {
    "department": "GIÁM ĐỐC, hoặc KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
    "office": "CHÁNH VĂN PHÒNG, hoặc KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG",
    "inspectorate": "CHÁNH THANH TRA, hoặc KT. CHÁNH THANH TRA / PHÓ CHÁNH THANH TRA",
    "board": "TRƯỞNG BAN, hoặc KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN",
}
POINTS = "abcdđeghiklmnopqrstuvxy"
ROMAN = ("", "I", "II", "III", "IV")
REPORTING = {
    "q1": "quý I năm",
    "h1": "6 tháng đầu năm",
    "q3": "quý III năm",
    "9m": "9 tháng đầu năm",
    "h2": "6 tháng cuối năm",
    "year": "năm",
}
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def point_letter(number: int) -> str:
    """The letter of a point, from 1: ``a``, ``b``, ``c``, ``d``, ``đ``, ``e``, ``g`` and so on."""
    rest, at = divmod(number - 1, len(POINTS))
    return (point_letter(rest) if rest else "") + POINTS[at]


def long_day(day: date) -> str:
    """``ngày 05 tháng 01 năm 2022`` (NĐ 30/2020, annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def weekday_text(day: date) -> str:
    """A day with its weekday."""
    return f"{WEEKDAYS[day.weekday()]} {day_text(day)}"


def moment_text(moment: datetime) -> str:
    """A moment in Việt Nam: ``14:05 ngày 15/6/2021``."""
    local = moment.astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {day_text(local.date())}"


def period_name(period: Period) -> str:
    """``6 tháng đầu năm 2021``, ``tuần 12/2021``, ``quý II/2021``."""
    if period.is_reporting:
        if period.name in REPORTING:
            return f"{REPORTING[period.name]} {period.year}"
        return f"tháng {period.name[1:]}/{period.year}"
    if ".." in period.key:
        return f"{day_text(period.first)} - {day_text(period.last)}"
    return {
        "week": f"tuần {period.number}/{period.year}",
        "month": f"tháng {period.number}/{period.year}",
        "quarter": f"quý {ROMAN[min(period.number, 4)]}/{period.year}",
        "half": f"nửa {'đầu' if period.number == 1 else 'cuối'} năm {period.year}",
        "year": f"năm {period.year}",
    }[period.name]


def occurrence_name(occurrence: Occurrence) -> str:
    """The period of an occurrence, the days of a window, or nothing."""
    if occurrence.period:
        return period_name(occurrence.period)
    schedule = occurrence.duty.schedule
    if isinstance(schedule, Window):
        return f"{day_text(schedule.first)} - {day_text(schedule.last)}"
    return ""


def due_text(deadline: Deadline) -> str:
    """The last good day, or "trước" with the day that the plan names."""
    if deadline.limit == deadline.named > deadline.effective:
        return f"{OPERATORS[deadline.operator]} {day_text(deadline.named)}"
    return day_text(deadline.effective)


def dated_period(occurrence: Occurrence) -> str:
    """An occurrence's period with its deadline, as far as they are known."""
    due = due_text(occurrence.deadline) if occurrence.deadline else ""
    return ": ".join(filter(None, (occurrence_name(occurrence), due)))


def lowered(text: str) -> str:
    """A text that goes on within a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def number_text(value: float) -> str:
    """A figure as Vietnamese write it: ``25.980``, ``23,53``."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.translate(str.maketrans(",.", ".,"))


def share_text(part: int, whole: int) -> str:
    """A share in percent, ``23,53 %``; only all is 100 and only nothing is 0."""
    if not whole:
        return "-"
    hundredths = (20_000 * part + whole) // (2 * whole)
    if 0 < part < whole:
        hundredths = min(max(hundredths, 1), 9_999)
    return f"{number_text(hundredths / 100)} %"
