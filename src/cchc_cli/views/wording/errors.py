"""Sentences of faults of use, by error code, and what each exit code means."""

import errno
import os

from cchc_cli.errors import CchcError

REASONS: dict[str, str] = {
    "ENOENT": "không có thư mục hoặc tệp này",
    "ENOTDIR": "một phần của đường dẫn không phải là thư mục",
    "EISDIR": "đây là một thư mục",
    "EACCES": "không có quyền",
    "EPERM": "không có quyền",
    "EROFS": "ổ đĩa chỉ cho đọc",
    "ENOSPC": "ổ đĩa đã đầy",
    "EDQUOT": "hết dung lượng được cấp",
    "ENAMETOOLONG": "tên quá dài",
    "EINVAL": "tên tệp không hợp lệ",
    "EBUSY": "tệp đang được chương trình khác dùng",
    "EFBIG": "tệp quá lớn",
    "EIO": "lỗi đọc, ghi ổ đĩa",
}

ERRORS: dict[str, str] = {
    "bad_plan": "Tệp {file} có lỗi, chưa dùng được. Xem đầy đủ: cchc plan check {file}",
    "no_plans": "Không có kế hoạch (tệp .yaml) trong thư mục {folder}.",
    "no_plan": "Không có kế hoạch nào tên “{name}”. Hiện có: {known}.",
    "not_a_plan": "Tệp {file} là danh bạ hoặc lịch, không phải kế hoạch.",
    "many_plans": "Có nhiều kế hoạch cùng hiệu lực ngày {day}: {known}. Chọn một bằng --plan.",
    "no_duty": "Không có nhiệm vụ “{id}” trong kế hoạch.{hint}",
    "no_clause": "Không có mục “{clause}” trong kế hoạch. Các mục có nhiệm vụ: {known}.",
    "no_agency": "Không tìm thấy cơ quan nào tên “{name}”.{hint}",
    "empty_name": "Tên để trống.",
    "no_group": "Không tìm thấy nhóm nào tên “{name}”. Các nhóm hiện có: {known}.",
    "agency_is_group": "“{name}” là tên một nhóm, không phải một cơ quan. Dùng: --group {id}",
    "agency_ended": "{name} không có trong thời gian của kế hoạch ({period}).{hint}",
    "many_agencies": "“{name}” có thể là {number} cơ quan:\n{known}\nHãy ghi rõ hơn.",
    "bad_date": "“{value}” không phải là ngày. Viết như 2021-06-15 hoặc 15/6/2021.",
    "year_out_of_range": "“{value}”: chỉ dùng các năm từ {first} đến {last}.",
    "bad_span": "“{value}” không phải là khoảng thời gian. Viết như 30d, 2w hoặc 1m.",
    "bad_choice": "“{value}” không dùng được cho {option}. Được phép: {allowed}.{hint}",
    "clashing_options": "Không dùng {first} cùng với {second}.",
    "range_order": "Ngày đầu ({first}) đứng sau ngày cuối ({last}).",
    "ignored_option": "{option} không có tác dụng khi dùng {command}.",
    "event_needs_explain": "--event chỉ dùng cùng với --explain.",
    "unknown_period": "Không có kỳ báo cáo “{value}”. Được phép: {allowed}.",
    "no_such_quarter": (
        "Không có báo cáo CCHC riêng cho “{value}”. Chương trình dùng bốn kỳ báo cáo một năm: "
        "quý I (q1), 6 tháng (h1), quý III (q3) và năm (year). Được phép: {allowed}."
    ),
    "period_outside_plan": "Kỳ “{value}” nằm ngoài kế hoạch (năm {years}).",
    "kind_needs_agency": "Báo cáo loại {kind} là của một cơ quan: thêm --agency.",
    "kind_without_agency": "Báo cáo của Thành phố không dùng --agency.",
    "only_requested": (
        "{agency} chỉ có việc được đề nghị, không có nhiệm vụ báo cáo theo kế hoạch này."
    ),
    "nothing_to_report": "{agency} không có nhiệm vụ nào để báo cáo trong “{plan}”.",
    "no_template_folder": "Không có thư mục mẫu {folder}.",
    "no_template": "Không có mẫu “{name}” trong {folders}.",
    "template_undefined": "Mẫu {name}{at}: dùng tên chưa định nghĩa ({detail}).",
    "template_syntax": "Mẫu {name}{at}: sai cú pháp Jinja ({detail}).",
    "template_unsafe": "Mẫu {name}{at}: thao tác không được phép trong mẫu ({detail}).",
    "template_not_utf8": "Mẫu {name} không phải UTF-8; hãy lưu lại với mã UTF-8.",
    "template_unreadable": "Không đọc được mẫu {name}: {reason}.",
    "template_failed": "Mẫu {name}{at}: không tính được ({detail}).",
    "cannot_write": "Không ghi được {file}: {reason}. Tệp cũ, nếu có, vẫn còn nguyên.",
    "install_by_hand": (
        "Với {shell}: thêm dòng sau vào tệp $PROFILE rồi mở lại cửa sổ lệnh: "
        "cchc completion {shell} | Out-String | Invoke-Expression"
    ),
    "cannot_install": "Không cài được phần gợi ý lệnh: {reason}.",
}

EXIT_CODES: dict[int, str] = {
    0: "Xong.",
    1: "Lỗi khác.",
    2: "Câu lệnh không hiểu được: sai lệnh, tùy chọn hoặc giá trị.",
    3: "Tệp kế hoạch, danh bạ hoặc lịch có lỗi.",
    4: "Không tìm thấy cơ quan, nhiệm vụ, mục, kỳ hoặc kế hoạch.",
    5: "Tên có thể hiểu nhiều cách, cần ghi rõ hơn.",
    6: "Mẫu báo cáo thiếu hoặc có lỗi.",
    7: "Không ghi được kết quả; không để lại tệp dở dang.",
    10: "Có việc quá hạn (chỉ khi dùng `cchc deadlines --check`).",
    130: "Người dùng dừng lệnh.",
}


def reason(number: object) -> str:
    """Why the system refused, by its error number."""
    if not isinstance(number, int):
        return "hệ thống không nêu lý do"
    return REASONS.get(errno.errorcode.get(number, ""), os.strerror(number))


def sentence(error: CchcError) -> str:
    """The Vietnamese sentence of an error."""
    nearest = error.values.get("nearest")
    hint = f" Gần nhất: {nearest}." if nearest else ""
    line = error.values.get("line")
    values = {
        "hint": hint,
        "at": f", dòng {line}" if line else "",
        "reason": reason(error.values.get("errno")),
        **error.values,
    }
    return ERRORS[error.code].format(**values)
