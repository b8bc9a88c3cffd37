"""Words of the status: headings of its parts, lines above and below its tables."""

from cchc_cli.services.overview import Part

PARTS: dict[Part, str] = {
    "due": "Đã đến hạn hoặc hết kỳ",
    "ahead": "Chưa đến hạn",
    "undated": "Không có ngày hạn",
    "requested": "Được đề nghị (không xếp hạng, không tính quá hạn)",
}
AHEAD_SOON = "Chưa đến hạn (đến {day})"
JUDGED = "Tính đến {day}."
KNOWN = "Chỉ tính những gì đã ghi nhận đến hết ngày {day}."
AGENCY = "Cơ quan: {name}"
GROUP = "Nhóm: {name}"
PERIOD = "Kỳ: {name}"
COMPARED = "Tính các việc đã đến hạn hoặc hết kỳ và các việc không có ngày hạn."
TOTAL = "Cộng, {part}: phải làm {owed}; đã làm {done}"
TOTAL_DATED = ", trong đó đúng hạn {in_time}, trễ {late}"
TOTAL_UNDATED = ", không có ngày hạn {number}"
TOTAL_OVERDUE = "; quá hạn {overdue}"
TOTAL_LEFT = "; còn lại {left}."
SHARE = "{number} ({share})"
UNOWED = "Không tính vào “phải làm”: {what}."
RETURNED = "“Còn lại” gồm {number} việc bị trả lại, chờ làm lại."
OPEN_LIST = "Danh sách cơ quan còn để ngỏ, chỉ tính cơ quan đã biết: {ids}."
OTHER_DUTIES = " và {number} nhiệm vụ khác"
OPEN_LISTED = 6
REPORTED = "{done}/{owed} cơ quan đã báo cáo"
DONE = "{done}/{owed} cơ quan đã thực hiện"
LATE = " (trễ {number})"
SENT_BACK = "; trả lại: {names}"
NOT_YET = "; chưa: {names}"
EVERYONE = "; đủ"
EXEMPTED = "; miễn, không phát sinh: {number}"
OTHERS = " … và {number} cơ quan khác (xem hết: --list)"
RANK_NOTE = (
    "Xếp theo tỷ lệ đã làm trên số phải làm, rồi theo số quá hạn; cơ quan được đề nghị không xếp."
)
GROUP_NOTE = "Một cơ quan có thể thuộc nhiều nhóm nên các dòng không cộng với nhau."
NOTHING = "Không có việc nào trong phạm vi này."
NO_WORKSPACE = (
    "Lưu ý: chưa có không gian làm việc nên chưa ghi nhận việc nào. Bắt đầu: cchc init THƯ MỤC"
)
EMPTY_LEDGER = "Lưu ý: sổ chưa có ghi nhận nào. Ghi việc đầu tiên: cchc record"
OVER = "Kế hoạch đã kết thúc ngày {last}. Xem vào ngày khác: cchc status --today {day}"
BEFORE = "Kế hoạch bắt đầu từ ngày {first}."
SUMMARY = "Cộng {number} việc: {what}."
ASKED = "được đề nghị"
OF_PERIODS = "{done}/{all} {unit}"
OVERDUE_OF = "quá hạn {number}"
LATE_OF = "trễ {number}"
RETURNED_OF = "trả lại {number}"
LEFT_OF = "chưa làm {number}"
AHEAD_OF = "chưa đến kỳ {number}"
EXEMPT_OF = "miễn, không phát sinh {number}"
SHORT_OF = "{what} ở {number} lần"
UNITS = {
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half": "nửa năm",
    "year": "năm",
    "report": "kỳ báo cáo",
    "event": "lần phát sinh",
}
MONTH = "T{month}"
MONTH_YEAR = "T{month}/{year:02d}"
LEGEND = (
    "■ đã làm, không trễ   ▲ đã làm, trễ   ✗ quá hạn   ◧ bị trả lại   · chưa làm   "
    "(trống) chưa đến kỳ hoặc không phải làm"
)
BY_MONTH = "Tháng của hạn, hoặc tháng hết kỳ; mỗi ô là tình trạng xấu nhất trong tháng."
