"""Words of a plan held against its source, and of what is marked as read."""

from cchc_cli.domain.fingerprints import Reading
from cchc_cli.services.coverage import Agreement, Standing

STANDINGS: dict[Standing, str] = {
    "encoded": "đã mã hóa",
    "partly": "mã hóa một phần",
    "context": "không giao việc",
    "changed": "cần rà soát",
    "missing": "chưa mã hóa",
}
AGREEMENTS: dict[Agreement, str] = {
    "same": "khớp",
    "moved": "đã chuyển mục",
    "reworded": "lời văn không còn khớp",
    "gone": "không còn trong văn bản",
}
READINGS: dict[Reading, str] = {
    "never": "chưa rà soát",
    "read": "đã rà soát",
    "changed": "cần rà soát",
}
REASONS = {
    "head": "phần đầu văn bản",
    "basis": "căn cứ",
    "opening": "lời dẫn",
    "heading": "tiêu đề",
    "lead_in": "câu dẫn",
    "purpose": "mục đích",
    "requirement": "yêu cầu",
    "viewpoint": "quan điểm",
    "target": "chỉ tiêu",
    "scope": "phạm vi",
    "situation": "tình hình",
    "content": "nội dung",
    "funding": "kinh phí",
    "figures": "bảng số liệu",
    "column_heads": "đầu bảng",
    "group_row": "dòng nhóm",
    "label": "dòng ghi chú của nhiệm vụ",
    "formal": "hiệu lực, thi hành",
    "closing": "lời kết",
    "recipients": "nơi nhận",
    "signature": "chữ ký",
    "form": "biểu mẫu",
    "contact": "liên hệ",
    "note": "ghi chú",
}
SOURCE = "Văn bản: {name}, {number} mục."
REASON = "{standing}: {reason}"
DUTIES = "{standing}: {ids}"
NO_LOCATOR = "-"
PLACE = "dòng {line}"
PAGE = "trang {page}"
TO_LOOK_AT = "Cần xem"
DIFFERS = "{id}: {agreement} ở {place}: {pairs}."
PAIR = "kế hoạch “{mine}”, văn bản “{its}”"
MISSING_WORDS = "không ghi"
GONE = "{id}: {agreement} (mục {clause} trong kế hoạch)."
MOVED = "{id}: {agreement}: kế hoạch ghi {clause}, trong văn bản là {place}."
LEFT = "{place}: chưa mã hóa “{words}”."
STALE = "{id}: cần rà soát, đã đổi sau lần rà soát ngày {day} của {name}."
SUM = "Theo số từ: {shares}."
SHARE = "{standing} {share}"
SUM_DUTIES = "{number} nhiệm vụ: {counts}."
COUNT = "{number} {what}"
REVIEWED = "Rà soát: {counts}."
SOUND = "Mọi mục đã mã hóa hoặc không giao việc; mọi nhiệm vụ khớp lời văn."
OPEN_LEFT = "{number} mục khác không có gì cần xem; xem hết: bỏ --open."
NOTHING_OPEN = "Không có mục nào cần xem."

REVIEW_DONE = "Đã ghi rà soát {number} nhiệm vụ của {name}, ngày {day}, vào {file}."
REVIEW_WOULD = "Sẽ ghi rà soát {number} nhiệm vụ của {name}, ngày {day}, vào {file}:"
CONTEXT_DONE = "Đã ghi vào {file}: mục {clause} không giao việc ({reason})."
CONTEXT_WOULD = "Sẽ ghi vào {file}: mục {clause} không giao việc ({reason})."
DISAGREE = "Không ghi {number} nhiệm vụ chưa khớp văn bản: {ids}. Xem: cchc plan trace"
REVIEW_NOTHING = "Không còn nhiệm vụ nào phải rà soát."
