"""Sentences of faults of use, by error code, and what each exit code means."""

from cchc_cli.errors import CchcError

ERRORS: dict[str, str] = {
    "usage": "{message}",
    "bad_plan": "Tệp {file} có lỗi, chưa dùng được. Xem đầy đủ: cchc plan check {file}",
    "no_plans": "Không có kế hoạch (tệp .yaml) trong thư mục {folder}.",
    "no_plan": "Không có kế hoạch nào tên “{name}”. Hiện có: {known}.",
    "many_plans": "Có nhiều kế hoạch cùng hiệu lực ngày {day}: {known}. Chọn một bằng --plan.",
    "no_duty": "Không có nhiệm vụ “{id}” trong kế hoạch.{hint}",
    "no_clause": "Không có mục “{clause}” trong kế hoạch. Các mục có nhiệm vụ: {known}.",
    "no_agency": "Không tìm thấy cơ quan nào tên “{name}”.{hint}",
    "no_group": "Không tìm thấy nhóm nào tên “{name}”. Các nhóm hiện có: {known}.",
    "agency_is_group": "“{name}” là tên một nhóm, không phải một cơ quan. Dùng: --group {id}",
    "agency_ended": "{name} không có trong thời gian của kế hoạch ({period}).{hint}",
    "many_agencies": "“{name}” có thể là {number} cơ quan:\n{known}\nHãy ghi rõ hơn.",
    "bad_date": "“{value}” không phải là ngày. Viết như 2021-06-15 hoặc 15/6/2021.",
    "bad_span": "“{value}” không phải là khoảng thời gian. Viết như 30d, 2w hoặc 1m.",
    "bad_choice": "“{value}” không dùng được cho {option}. Được phép: {allowed}.{hint}",
    "clashing_options": "Không dùng {first} cùng với {second}.",
    "range_order": "Ngày đầu ({first}) đứng sau ngày cuối ({last}).",
    "event_needs_explain": "--event chỉ dùng cùng với --explain.",
    "unknown_period": "Không có kỳ báo cáo “{value}”. Được phép: {allowed}.",
    "no_such_quarter": (
        "Không có báo cáo CCHC riêng cho “{value}”: một năm có bốn kỳ, quý I (q1), 6 tháng (h1), "
        "quý III (q3) và năm (year). Được phép: {allowed}."
    ),
    "period_outside_plan": "Kỳ “{value}” nằm ngoài kế hoạch ({first}-{last}).",
    "kind_needs_agency": "Báo cáo loại {kind} là của một cơ quan: thêm --agency.",
    "kind_without_agency": "Báo cáo của Thành phố không dùng --agency.",
    "nothing_to_report": "{agency} không có nhiệm vụ nào để báo cáo trong “{plan}”.",
    "no_template": "Không có mẫu “{name}” trong {folders}.",
    "template_undefined": "Mẫu {name}, dòng {line}: dùng tên chưa định nghĩa ({detail}).",
    "template_syntax": "Mẫu {name}, dòng {line}: sai cú pháp Jinja ({detail}).",
    "template_unsafe": "Mẫu {name}, dòng {line}: thao tác không được phép trong mẫu ({detail}).",
    "template_failed": "Mẫu {name}, dòng {line}: không tính được ({detail}).",
    "cannot_write": "Không ghi được {file}: {reason}. Tệp cũ, nếu có, vẫn còn nguyên.",
    "cannot_install": "Không cài được phần gợi ý lệnh: không nhận ra shell. Chỉ rõ bằng --shell.",
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


def sentence(error: CchcError) -> str:
    """The Vietnamese sentence of an error."""
    nearest = error.values.get("nearest")
    hint = f" Gần nhất: {nearest}." if nearest else ""
    return ERRORS[error.code].format(**{"hint": hint, **error.values})
