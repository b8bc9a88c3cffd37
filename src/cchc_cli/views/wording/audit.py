"""Words for what an audit finds: what is wrong, and what to do about it."""

from cchc_cli.services.audit import FindingKind

FINDINGS: dict[FindingKind, str] = {
    "edited": "nội dung không khớp mã băm: mục này, hoặc mã băm của mục ngay trước, đã bị sửa",
    "missing": "mục này đã bị xóa khỏi sổ",
    "out_of_place": "nội dung ở đây là của mục {claimed}: đã bị đổi chỗ hoặc có mục bị chèn vào",
    "unreadable": "nội dung không đọc được thành một mục ghi nhận",
    "cut_off": "mục này đã từng có (theo tệp đầu sổ) nhưng nay không còn: phần cuối sổ bị cắt",
    "replaced": (
        "không phải là mục đã từng có (theo tệp đầu sổ): mục này hoặc một mục trước nó đã bị thay"
    ),
    "unanchored": "tệp đầu sổ chưa ghi đến mục này; phần sau lần ghi cuối chưa đối chiếu được",
    "clock": "thời điểm ghi sớm hơn mục ngay trước: đồng hồ máy đã chạy lùi",
    "evidence_missing": "mất tệp minh chứng “{name}” ({kept})",
    "evidence_changed": "tệp minh chứng “{name}” ({kept}) đã bị thay đổi",
    "derived": "bảng phụ không khớp với mục này",
}
DERIVED_ALL = "bảng phụ không khớp với các mục"
ADVICE: dict[FindingKind, str] = {
    **dict.fromkeys(
        ("edited", "missing", "out_of_place", "unreadable", "cut_off", "replaced"),
        "Ngừng ghi, chép cả thư mục sang nơi khác để làm chứng, so với số và mã băm của đầu sổ "
        "đã in trong báo cáo, rồi khôi phục từ bản sao lưu còn toàn vẹn: cchc restore TỆP --force",
    ),
    "evidence_missing": "Lấy lại tệp gốc từ bản sao lưu: cchc restore TỆP",
    "evidence_changed": "Lấy lại tệp gốc từ bản sao lưu: cchc restore TỆP",
    "derived": "Dựng lại từ các mục, không mất gì: cchc audit --rebuild",
    "unanchored": "Không phải làm gì: nếu sổ toàn vẹn, lần kiểm tra này đã ghi đầu sổ.",
    "clock": "Chỉnh lại đồng hồ máy; các mục vẫn giữ nguyên.",
}
ENTRIES = "Số mục: {number}"
HEAD = "Đầu sổ: #{number} {hash}"
RECORDED = "Ghi lúc: {moment}"
NOTHING = "Sổ chưa có mục nào."
FILES = "Tệp minh chứng đã xem: {number}"
SOUND = "Sổ toàn vẹn."
UNSOUND = "SỔ KHÔNG TOÀN VẸN: {number} chỗ sai."
NOTES = "Lưu ý: {number}."
LINE = "{place}: {what}."
NOTE_LINE = "{place}: lưu ý: {what}."
MORE = "… và {number} lưu ý nữa cùng loại; xem đủ: --format json"
LEDGER = "cả sổ"
TO_DO = "Việc cần làm:"
REBUILT = "Đã dựng lại các bảng phụ từ {number} mục."
NOT_REBUILT = "Không dựng lại bảng phụ: các mục không còn đáng tin."
