"""Words of calendars: names, summaries, what an entry of a calendar tells, its alarms."""

from cchc_cli.services.agenda import ItemState

NAME = "Thời hạn CCHC: {whose}"
ABOUT = "{plan}. Lập ngày {day}."
CATEGORY = "Thời hạn CCHC"
SUMMARY = "{sign}{duty}: {title}"
TASK = "{duty}: {title}"
SIGNS: dict[ItemState, str] = {
    "open": "Hạn ",
    "done": "✓ Đã làm ",
    "exempt": "Không phải làm ",
}
REQUESTED_SIGN = "Đề nghị "
DUTY = "Nhiệm vụ: {duty} {title}"
PERIOD = "Kỳ: {name}"
WEEKLY = "Mỗi tuần một kỳ, từ {first} đến {last}."
EVERY_WEEKS = "Mỗi {number} tuần một kỳ, từ {first} đến {last}."
LAST_GOOD = "Ngày cuối cùng còn kịp: {day}"
NAMED = "Kế hoạch ghi: {operator} {day}; quá hạn từ ngày {late}"
SHIFTED = "Ngày cuối theo lời văn là {day}, ngày nghỉ, nên lùi sang ngày làm việc tiếp theo"
MOVED = "Hạn đã được dời; hạn cũ: {day}"
TIME_WORDS = "Lời văn về thời gian: “{words}”"
TEXT = "Nguyên văn: “{text}”"
JOINT = "Cùng một sự kiện với: {ids}"
REQUESTED = "Cơ quan được đề nghị, không bị tính quá hạn"
AGENCIES = "Số cơ quan phải thực hiện: {number}"
LEFT = "Số cơ quan phải thực hiện: {number}; chưa thực hiện, tính đến ngày {day}: {left}"
DONE_ON = "Đã thực hiện, theo minh chứng ngày {day}"
DONE = "Đã thực hiện"
EXEMPT = "Được miễn hoặc không phát sinh"
QUESTION = "Văn bản còn để ngỏ: {question}"
SEE = "Xem: cchc deadlines --explain {duty}"
ALARM = "Còn {days} ngày: {duty} {title}"
UNDATED = (
    "Lịch có {number} thời hạn; {undated} việc không có ngày không đưa vào lịch (cchc duties)."
)
ALL_DATED = "Lịch có {number} thời hạn."
