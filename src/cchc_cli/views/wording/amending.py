"""Words of amendments: what the command writes, and what duties and lists say of them."""

TITLE = "Sửa đổi, bổ sung {plan}"
TYPE = "Quyết định"
NOTES = {
    "change": "xem lại: sửa những khóa mà văn bản sửa đổi, xóa những khóa giữ nguyên",
    "kept": "giữ nguyên nếu không ghi: {keys}",
    "add": "xem lại: ghi nhiệm vụ được bổ sung theo văn bản",
}
DONE = "Đã ghi {file} và thêm vào {plan}. Sửa các chỗ “xem lại”, rồi: cchc plan check {plan}"
WOULD = "Sẽ ghi {file} và thêm vào {plan}:"
NUMBERED = "{type} {number}"
DATED = "{name} ngày {day}"
IN_FORCE = "Đã tính các sửa đổi đến {day}: {what}."
ONE = "{name} (từ {since})"
DETAIL = "Sửa đổi"
DETAIL_SINCE = "từ {since} theo {name}"
DETAIL_ENDED = "thôi thực hiện từ {since} theo {name}"
DETAIL_MOVED = "gia hạn đến {day} theo {name}"
DETAIL_BEFORE = "Trước {since}"
