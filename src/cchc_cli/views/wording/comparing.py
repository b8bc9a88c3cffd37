"""Words of the difference between two plans."""

FIELDS = {
    "clause": "Mục",
    "title": "Tên",
    "text": "Nguyên văn",
    "force": "Mức ràng buộc",
    "lead": "Chủ trì",
    "implement": "Thực hiện",
    "cooperate": "Cùng phối hợp",
    "partners": "Phối hợp với",
    "partner_words": "Phối hợp (lời văn)",
    "capacity": "Vai trò",
    "product": "Sản phẩm",
    "measure": "Mức tối thiểu",
    "schedule": "Thời gian",
    "time_words": "Lời văn về thời gian",
    "report_to": "Báo cáo",
    "report_through": "Báo cáo thông qua",
    "funding": "Kinh phí",
    "links": "Liên hệ",
    "question": "Còn để ngỏ",
    "short_title": "Tên ngắn",
    "subject": "Chủ đề",
    "document": "Văn bản",
    "validity": "Thời gian thực hiện",
    "coordinator": "Cơ quan đầu mối",
    "policy": "Cách đọc thời hạn",
    "theme": "Chủ đề công tác năm",
    "parent": "Kế hoạch cấp trên",
    "children": "Kế hoạch cấp dưới",
    "legal_basis": "Căn cứ",
    "references": "Văn bản dẫn chiếu",
    "purposes": "Mục đích",
    "requirements": "Yêu cầu",
    "topics": "Nội dung tuyên truyền",
    "channels": "Hình thức tuyên truyền",
    "indicators": "Chỉ tiêu thống kê",
    "annexes": "Phụ lục",
    "recipients": "Nơi nhận",
}
INNER = {
    "type": "loại",
    "issuer": "cơ quan ban hành",
    "number": "số",
    "dated": "ngày",
    "signer": "người ký",
}
INNER_VALUE = "{name}, {key}: {old} thành {new}"
TITLE = "So sánh hai kế hoạch"
OLD, NEW = "Trước: {plan}", "Sau: {plan}"
VERSION = "{plan}, theo sửa đổi đến {day}"
ISSUED = "{plan}, như khi ban hành"
PLAN = "Kế hoạch"
SECTIONS = "Các phần khác"
ADDED, GONE, CHANGED = "Nhiệm vụ thêm", "Nhiệm vụ bỏ", "Nhiệm vụ thay đổi"
COUNTED = "{heading} ({number})"
MOVED = "{old} thành {new}"
DUTY = "{id}  {title}"
VALUE = "{name}: {old} thành {new}"
TEXT = "{name}: {text}"
SECTION = "{name}: thêm {new}, bỏ {gone}"
PUT_IN, TAKEN_OUT, REPLACED = "[thêm “{new}”]", "[bỏ “{old}”]", "[“{old}” thành “{new}”]"
NOTHING = "không ghi"
UNDATED = "không nêu ngày"
MORE = "… tất cả {number} kỳ"
EMPTY = "Hai kế hoạch như nhau: {number} nhiệm vụ."
SUM = "Cộng: {same} nhiệm vụ không đổi, {changed} thay đổi{moved}, {added} thêm, {gone} bỏ."
OF_THEM_MOVED = " (trong đó {number} chuyển mục)"
