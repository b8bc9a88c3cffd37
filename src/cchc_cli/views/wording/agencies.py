"""Words about the registry of agencies."""

from cchc_cli.domain.agencies import AgencyKind

KINDS: dict[AgencyKind, str] = {
    "committee": "Ủy ban nhân dân",
    "department": "Sở",
    "office": "Văn phòng",
    "inspectorate": "Thanh tra",
    "board": "Ban",
    "district": "UBND cấp huyện",
    "commune": "UBND cấp xã",
    "party": "Cơ quan của Đảng",
    "front": "Mặt trận và đoàn thể",
    "press": "Báo, đài",
    "school": "Trường",
    "public_unit": "Đơn vị sự nghiệp",
    "ministry": "Bộ",
}
ON_DAY = "Cơ quan có trong danh bạ ngày {day}: {number}."
EVER = "Mọi cơ quan trong danh bạ, kể cả đã thôi hoạt động: {number}."
SOURCE = "Nguồn: {source}"
ASSUMED = "* ký hiệu theo thông lệ, chưa đọc trên văn bản."
EMPTY_GROUPS = "Nhóm còn chờ điền danh sách: {names}."
NONE = "-"

SYMBOL = "Ký hiệu: {symbol}"
SYMBOL_ASSUMED = "Ký hiệu: {symbol} (theo thông lệ, cần kiểm tra)"
KIND = "Loại: {kind}"
IDENT = "Mã: {ident}"
ALIASES = "Tên gọi khác: {names}"
SUPERIOR = "Cơ quan chủ quản: {name}"
FIRST = "Hoạt động từ: {day}"
UNTIL = "Thôi hoạt động từ: {day}"
SUCCESSORS = "Cơ quan kế thừa:"
SUCCESSOR = "{name}, từ {day}{matters}"
MATTERS = ", các việc về {words}"
EXCLUDES = ", trừ các việc về {words} (chưa rõ chuyển về đâu)"
BY_DEFAULT = ", các việc còn lại"
PREDECESSORS = "Kế thừa từ: {names}"
PREDECESSOR = "{name} (đến trước {day})"
GROUPS = "Thuộc nhóm: {names}"
GROUP_FROM = " (từ {day})"
GROUP_UNTIL = " (đến trước {day})"
NOTE = "Ghi chú: {note}"

SAVED = "Đã sửa {file}: {changes}"
NOTHING_SAVED = "Chưa sửa gì; bỏ --dry-run để ghi."
ENDED = "{name} thôi hoạt động từ {day}"
ADDED = "thêm {name} ({ident})"
TAKES = "{name} kế thừa{matters}"
GROUPS_TOUCHED = "Nhóm thêm thành viên từ ngày đó: {names}. Kiểm tra lại cho đúng."
STILL_NAMED = (
    "Kế hoạch {plan} còn nêu “{agency}” ở nhiệm vụ {duties}: mục đã ghi nhận giữ tên cũ; kỳ kết "
    "thúc từ ngày {day} chưa có ai thực hiện cho đến khi kế hoạch được sửa đổi."
)
LEDGER_KEPT = "Sổ ghi nhận không đổi: mục cũ vẫn ghi tên cũ, tìm bằng tên cũ hay tên mới đều thấy."
ALSO_OLD = "Kể cả mục ghi dưới tên cơ quan cũ: {names}."
FOREBEAR_WITHIN = "Kỳ kết thúc trước {day} thuộc {old}; xem bằng --agency “{old}”."
FOREBEAR = "{new} chỉ có từ {day}; trong kế hoạch này là {old}."
