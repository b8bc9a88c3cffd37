"""Words of the history, and of all about one entry."""

CANCELLED = "đã đính chính bởi #{number}"
AFTER_CLOSE = "bổ sung sau chốt"
OF_ENTRY = "#{number}"
ABOVE = "Lịch sử ghi nhận (giờ Việt Nam; mục mới nhất đứng cuối)"
COUNT = "{number} mục."
NOTHING = "Không có mục nào."
TITLE = "Mục #{id}: {kind}"
BROKEN = (
    "Mã băm không khớp với nội dung: mục này có thể đã bị sửa ngoài chương trình. "
    "Kiểm tra: cchc audit"
)
MISSING_FILE = "không thấy trong thư mục minh chứng"
BYTES = "{number} byte"
REBUILD = "Tính lại (phải ra đúng mã băm SHA-256 ở trên):"
COMMAND = "printf '%s\\n%s' {previous} {body} | sha256sum"
CLOSED_BY = "kỳ đã chốt ở #{number} khi mục này được ghi"
ABOUT = {
    "return": "trả lại mục này",
    "accept": "chấp nhận mục này",
    "correction": "đính chính mục này",
}
LABELS = {
    "recorded": "Ghi lúc",
    "actor": "Người ghi",
    "plan": "Kế hoạch",
    "duty": "Nhiệm vụ",
    "agency": "Cơ quan",
    "period": "Kỳ",
    "counts_for": "Số liệu tính cho kỳ",
    "counts_on": "Số liệu tính vào ngày",
    "day": "Ngày diễn ra",
    "until": "Hạn mới",
    "document": "Văn bản",
    "issuer": "Nơi ban hành",
    "signed": "Ngày ký",
    "received": "Ngày nhận",
    "subject": "Trích yếu",
    "file": "Tệp minh chứng",
    "link": "Đường dẫn",
    "figure": "Số liệu",
    "channel": "Hình thức",
    "topic": "Nội dung",
    "participants": "Cùng tham gia",
    "text": "Lời ghi",
    "key": "Khóa chống ghi trùng",
    "counts": "Tính cho",
    "late_for": "Bổ sung sau chốt",
    "about": "Được nhắc ở",
    "previous": "Mã băm của mục trước",
    "hash": "Mã băm (SHA-256)",
    "body": "Nội dung đã băm",
}
