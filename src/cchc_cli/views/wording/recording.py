"""Words for what is recorded: kinds of entries, their parts, and what recording answers."""

from cchc_cli.domain.entries import Content, EntryKind, NarrativePart

ENTRY_KINDS: dict[EntryKind, str] = {
    "done": "đã thực hiện",
    "event": "sự kiện",
    "deadline": "ấn định hạn",
    "extension": "gia hạn",
    "waiver": "miễn",
    "none": "không phát sinh",
    "return": "trả lại",
    "accept": "chấp nhận",
    "narrative": "lời văn",
    "notice": "nhắc việc",
    "close": "chốt số liệu",
    "correction": "đính chính",
}
# What a unit's workbook brought without a duty.
FORM_FIGURES, FORM_RECEIVED = "số liệu kỳ", "nhận biểu"
PARTS: dict[NarrativePart, str] = {
    "result": "kết quả",
    "strength": "ưu điểm",
    "shortcoming": "hạn chế",
    "cause": "nguyên nhân",
    "direction": "phương hướng",
    "proposal": "kiến nghị",
}
MADE = (
    "Đã tạo không gian làm việc tại {folder}.\n"
    "Kế hoạch: plans/ (sửa danh bạ ở plans/agencies.yaml). Sổ ghi nhận: {ledger}.\n"
    'Bước tiếp: cchc record MÃ --agency "TÊN" --document "SỐ/KÝ HIỆU" …; xem: cchc status'
)
RECORDED = "Đã ghi #{id}: {what}."
FOUND = "Đã có từ trước, không ghi lại: #{id}: {what}."
WOULD = "Sẽ ghi (chưa ghi gì): {what}."
NOW = "Tình trạng: {status}."
ALSO = "Đồng thời tính cho: {what}."
ALREADY = "Kỳ này trước đó đã có {entries}; nếu là cùng một việc thì đính chính mục ghi thừa."
EARLY = "Lưu ý: ngày {day} đứng trước kỳ này (từ {first})."
NEXT = "Tiếp theo: {what}."
WHEN_DONE = "Khi làm xong việc của sự kiện này, ghi với --period {key}{due}."
NOTHING_NEXT = "Không còn kỳ nào sau kỳ này."
CORRECTED = "Đã đính chính #{target} bằng #{id}."
CLOSED = "Đã chốt số liệu {period} tại #{id}; ghi nhận về sau được tính là bổ sung sau chốt."
RUNNING = (
    "Lưu ý: số liệu của kỳ còn tính đến hết ngày {last}; nếu chốt nhầm: cchc correct {id} --note …"
)
CLOCK = "Lưu ý: đồng hồ máy đang chậm hơn lần ghi trước ({last})."
ALL_RECORDED = "Đã ghi {number} mục (#{first} đến #{last})."
ALL_FOUND = "Cả {number} mục đã có từ trước, không ghi lại."
SOME_FOUND = "Trong đó {number} mục đã có từ trước."
NOTHING_IN = "Không có mục nào trong {file}."
WOULD_ALL = "Sẽ ghi {number} mục (chưa ghi gì)."
BULK_FAULT = "{file}:{line}: {message}"
FIGURES = "Số liệu (Phụ lục I)"
TASKS = "Nhiệm vụ (Phụ lục II)"
NOTHING_TRACED = "Chưa có con số nào dựa trên ghi nhận."
AS_CLOSED = "Báo cáo theo số liệu đã chốt ngày {day} (mục #{id})."
LATER = "Sau chốt có {number} ghi nhận của kỳ: {entries}; xem: cchc history --after-close"
ASK = {
    "duty": "Mã nhiệm vụ",
    "agency": "Cơ quan",
    "period": "Kỳ",
    "document": "Số, ký hiệu văn bản (bỏ trống nếu không có)",
    "signed": "Ngày ký (bỏ trống nếu không có)",
    "received": "Ngày nhận (bỏ trống nếu không có)",
    "evidence": "Tệp hoặc đường dẫn minh chứng (bỏ trống nếu không có)",
    "reason": "Vì sao không có minh chứng",
}
CHOICES = "Chọn một: {known}"


def kind_name(content: Content) -> str:
    """What kind of entry it is; without a duty, what of a unit's workbook."""
    if content.kind == "done" and content.duty is None:
        return FORM_FIGURES if content.figures else FORM_RECEIVED
    return ENTRY_KINDS[content.kind]
