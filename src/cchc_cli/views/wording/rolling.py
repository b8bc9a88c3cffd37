"""Words of a plan that was rolled on to another year: comments in the file, and the summary."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cchc_cli.views.wording.days import day_text

REVIEW = "xem lại: "
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

# Comments that carry no mark, for they are no doubt.
PLAIN = {
    "rolled_from": (
        "Bản nháp năm {year}, chuyển từ kế hoạch {plan} ({file}). Lời văn của văn bản cũ giữ "
        "nguyên; ngày, cơ quan đã đổi theo quy tắc.\nTìm “xem lại:” để duyệt từng chỗ, duyệt xong "
        "thì xóa dòng ghi chú; rồi chạy cchc plan check."
    ),
    "apart": (
        "---- Việc làm một lần của năm {years}: xóa việc đã xong, giữ việc chưa xong hoặc "
        "phải làm lại."
    ),
}
REMARKS = {
    "title_moved": "năm trong tên đã đổi theo năm mới; đối chiếu với văn bản khi ban hành.",
    "document_unknown": "chưa có số, ngày, người ký của văn bản mới; điền khi ban hành.",
    "in_force_unknown": (
        "kế hoạch cũ có hiệu lực sớm nhất từ {day}; văn bản mới chưa biết. Để null thì mọi kỳ từ "
        "ngày đầu đều phải thực hiện."
    ),
    "bent": "{old} chuyển thành {new}: tháng 2 hai năm không cùng số ngày.",
    "amendments_dropped": (
        "bản gốc được chuyển, không kể các văn bản sửa đổi ({files}); nội dung sửa đổi còn dùng "
        "thì đưa vào đây."
    ),
    "theme_old": "chủ đề công tác của năm {years}.",
    "legal_basis_old": "căn cứ của kế hoạch năm {years}; thay bằng căn cứ của kế hoạch mới.",
    "parent_old": "kế hoạch cấp trên của năm {years}.",
    "children_old": "kế hoạch cấp dưới của năm {years}.",
    "reference_old": "văn bản của năm {years}; tìm văn bản thay thế hoặc bỏ.",
    "date_moved": "dời từ {old} sang {new} theo năm; văn bản mới có thể định khác.",
    "bounds_moved": "mốc {days} đã dời theo năm{in_force}.",
    "day_off": "{day} là {name}, ngày nghỉ; hạn giữ nguyên, không tự lùi.",
    "once": "việc làm một lần của năm {years}; đã xong thì xóa.",
    "agency_replaced": "{old} thôi hoạt động từ {day}; thay bằng {new}{matters}{split}.",
    "agency_without_heir": (
        "{old} thôi hoạt động từ {day}, danh bạ chưa ghi cơ quan kế thừa; giữ mã cũ, phải chọn lại."
    ),
    "agency_ends": "{old} thôi hoạt động từ {day}, giữa năm kế hoạch; từ ngày đó là {new}.",
    "agency_not_yet": "{new} chỉ có từ {day}; trước đó là: {old}.",
    "succession_note": "{note}",
    "group_without_kind": (
        "“{group}” không còn thành viên từ {day} (trước đó {before}), không có cơ quan kế thừa "
        "cùng loại; đề xuất nhóm “{new}”{empty}."
    ),
    "group_opened": "“{group}” được viết ra từng phần vì có phần đã thay đổi.",
    "group_members": (
        "“{group}” có cơ quan đã thôi hoạt động ({names}); viết ra từng cơ quan, thay bằng cơ "
        "quan kế thừa."
    ),
    "partner_dropped": "{name} nay đã là cơ quan thực hiện, nên bỏ khỏi cơ quan phối hợp.",
    "words": "lời văn còn nêu {what}.",
}


def comment(code: str, values: Mapping[str, object]) -> str:
    """The words of a comment, with their mark if somebody has to look at the place."""
    if code in PLAIN:
        return PLAIN[code].format(**values)
    return REVIEW + sentence(code, values)


def sentence(code: str, values: Mapping[str, object]) -> str:
    """What there is to be looked at, without the mark."""
    told: dict[str, Any] = {key: _text(value) for key, value in values.items()}
    if code in _SPECIAL:
        told.update(_SPECIAL[code](values))
    return REMARKS[code].format(**told).replace("..", ".")


def _text(value: object) -> str:
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, tuple) and all(isinstance(one, date) for one in value):
        return " - ".join(map(day_text, value))
    return str(value)


def _day_off(values: Mapping[str, Any]) -> dict[str, str]:
    return {"name": values["name"] or WEEKDAYS[values["day"].weekday()]}


def _bounds(values: Mapping[str, Any]) -> dict[str, str]:
    if values["in_force"] is None:
        return {"in_force": ""}
    day = day_text(values["in_force"])
    return {
        "in_force": f" (kế hoạch cũ có hiệu lực từ {day} nên bỏ các kỳ trước đó; sửa theo ngày ban "
        "hành mới)"
    }


def _matters(values: Mapping[str, Any]) -> dict[str, str]:
    words = ", ".join(values["matters"])
    split = ""
    if values["heirs"]:
        split = f"; nhiệm vụ cũ đã chia cho {values['heirs']}, xác định riêng cho việc này"
    elif values["doubted"]:
        doubted = ", ".join(values["doubted"])
        split = f"; nhưng việc này nói về {doubted}, mảng không chuyển về đó: phải chọn lại"
    elif values["elsewhere"]:
        split = f"; các mảng {', '.join(values['elsewhere'])} chuyển nơi khác, xét riêng việc này"
    return {
        "matters": f" (nhận các việc về {words})" if words else " (kế thừa mặc định)",
        "split": split,
    }


def _empty(values: Mapping[str, Any]) -> dict[str, str]:
    return {"empty": " (danh sách còn trống, phải điền vào danh bạ)" if values["empty"] else ""}


def _what(values: Mapping[str, Any]) -> dict[str, str]:
    parts = [f"năm {one}" if "-" not in one else f"giai đoạn {one}" for one in values["years"]]
    parts += [f"{name} (thôi hoạt động từ {day_text(day)})" for name, day in values["agencies"]]
    parts += [f"“{word}” (không còn từ {day_text(day)})" for word, day in values["kinds"]]
    return {"what": "; ".join(parts)}


_SPECIAL: dict[str, Callable[[Mapping[str, Any]], dict[str, str]]] = {
    "day_off": _day_off,
    "bounds_moved": _bounds,
    "agency_replaced": _matters,
    "group_without_kind": _empty,
    "words": _what,
}


SAVED = "Đã ghi {file}: kế hoạch năm {year}, {duties} nhiệm vụ, {places} chỗ cần xem lại."
SHOWN = "Kế hoạch năm {year}: {duties} nhiệm vụ, {places} chỗ cần xem lại."
CHECK_NEXT = "Tìm “xem lại:” trong tệp để duyệt từng chỗ, rồi: cchc plan check {file}"
COPY_BESIDE = "Để dùng được, chép {files} vào cùng thư mục với {file}."
DATES = "Thời hạn đã dời ({number}):"
APART = "Việc làm một lần, để riêng ở cuối ({number}): {ids}"
GROUPS = "Nhóm:"
GROUP_COUNT = "“{name}”: {before} → {after} cơ quan{instead}"
GROUP_EMPTY = " (danh sách còn trống: {names})"
GROUP_INSTEAD = ", thay bằng {names}"
AGENCIES = "Cơ quan đã thay ({number} nhiệm vụ):"
WHO = "{old}: {ids}"
DAYS_OFF = "Hạn rơi vào ngày nghỉ ({number}):"
DOUBTED = "Cơ quan kế thừa mặc định có thể không đúng, phải chọn lại ({number}): {ids}"
NOT_PLACED = "Chưa có cơ quan kế thừa ({number}):"
MENTIONS = "Lời văn còn nêu năm cũ hoặc cơ quan đã thôi hoạt động: {number} chỗ."
REFERENCES = "Văn bản dẫn chiếu của năm cũ: {number}."
UNKNOWN = "Chưa biết: số, ngày, người ký và ngày có hiệu lực của văn bản mới."
