"""Sentences of faults in files, by fault code. ``nearest`` and ``allowed`` follow by themselves."""

from datetime import date

from cchc_cli.plan.faults import Fault
from cchc_cli.views.wording.days import day_text

FAULTS: dict[str, str] = {
    "no_file": "không có tệp này",
    "unreadable": "không đọc được tệp ({reason})",
    "too_big": "tệp lớn hơn {limit} MB",
    "not_utf8": "tệp không phải UTF-8; hãy lưu lại với mã UTF-8",
    "empty_file": "tệp trống",
    "bad_character": "có ký tự điều khiển không dùng được trong YAML",
    "yaml_syntax": "sai cú pháp YAML: {problem}",
    "many_documents": "tệp chỉ được chứa một tài liệu YAML",
    "too_deep": "lồng nhau quá {limit} cấp",
    "too_many_nodes": "quá {limit} giá trị (có thể do bí danh YAML lặp lại)",
    "bad_alias": "bí danh *{name} không trỏ tới đâu",
    "bad_key": "khóa phải là một từ",
    "bad_tag": "không dùng được nhãn YAML {tag}",
    "duplicate_key": "khóa “{key}” bị lặp, đã có ở dòng {first}",
    "unknown_key": "không có khóa “{key}”",
    "missing_key": "thiếu khóa “{key}”",
    "not_allowed": "giá trị “{value}” không được phép",
    "wrong_kind": "cần {wanted_words}, nhưng ghi “{value}”",
    "bad_date": "“{value}” không phải là ngày; viết dạng 2021-06-15",
    "bad_pattern": "“{value}” viết không đúng dạng; cần {pattern_words}",
    "too_short": "cần ít nhất {min_length} mục",
    "string_too_short": "không được để trống",
    "string_too_long": "dài quá {max_length} ký tự",
    "greater_than_equal": "“{value}” nhỏ hơn mức {ge}",
    "less_than_equal": "“{value}” lớn hơn mức {le}",
    "date_or_range": "ghi hoặc date, hoặc cả first và last",
    "range_order": "ngày cuối đứng trước ngày đầu",
    "channel_or_group": "ghi một trong hai: channel hoặc group",
    "nobody_acts": "chưa có ai thực hiện; cần ít nhất một trong lead, implement, cooperate",
    "schedule_unknown": "không hiểu thời hạn “{value}”",
    "schedule_day": "thời hạn “{value}”: không có ngày “{part}”",
    "schedule_due": "thời hạn “{value}”: “{part}” không hợp với kỳ này",
    "schedule_order": "thời hạn “{value}”: ngày cuối đứng trước ngày đầu, hoặc số bằng 0",
    "duplicate_id": "mã “{id}” bị lặp, đã có ở dòng {first}",
    "unknown_id": "không có {what_words} mã “{id}”",
    "shared_name": "{name} và {other} cùng trả lời một tên gọi (“{key}”)",
    "group_circle": "nhóm “{id}” chứa chính nó",
    "duplicate_year": "năm {year} bị lặp",
    "duplicate_day": "ngày {day} bị lặp",
    "day_outside_year": "ngày {day} không thuộc năm {year}",
    "link_to_itself": "nhiệm vụ {id} liên hệ với chính nó",
    "date_outside_plan": "ngày {day} nằm ngoài thời gian của kế hoạch ({first} - {last})",
    "schedule_empty": "thời hạn này không sinh ra kỳ nào từ {first} đến {last}",
    "duplicate_amendment": "mã văn bản sửa đổi “{id}” bị lặp ở một tệp sửa đổi khác",
    "amendment_of_other": "tệp {name} sửa đổi kế hoạch {plan}, không phải kế hoạch này",
    "amendment_unlisted": (
        "chưa có tác dụng: thêm “{name}” vào khóa amendments của tệp kế hoạch {plan}"
    ),
    "amended_plan_missing": "không đọc được tệp kế hoạch {name} trong cùng thư mục",
    "duty_there": "nhiệm vụ {id} đã có trong kế hoạch; sửa đổi thì ghi ở change",
    "changes_nothing": "không đổi gì so với nhiệm vụ {id} trước đó",
    "extension_nothing": "nhiệm vụ {id} không có ngày nào để gia hạn; đặt ngày thì ghi ở change",
    "extension_period": "nhiệm vụ {id}: cần period là một kỳ có hạn, nhưng ghi “{value}”",
    "extension_not_later": "hạn mới ({day}) không muộn hơn hạn cũ ({old})",
    "review_unknown": "rà soát một nhiệm vụ không có trong kế hoạch: {id}",
    "review_stale": (
        "nhiệm vụ {id} đã đổi sau lần rà soát ngày {day} của {name}: cần rà soát lại "
        "(cchc plan review)"
    ),
    "amended_unread": "nhiệm vụ {id} được sửa đổi sau khi rà soát: cần rà soát (cchc plan review)",
    "calendar_uncovered": "lịch ngày nghỉ không có năm {year}",
    "calendar_default": (
        "lịch ngày nghỉ chưa có năm {year}; đang dùng ngày do thư viện tính, chưa phải thông báo "
        "chính thức"
    ),
}
KINDS = {
    "text": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "true hoặc false",
    "list": "danh sách",
    "mapping": "các cặp khóa: giá trị",
}
WHAT = {
    "agency": "cơ quan",
    "group": "nhóm",
    "agency_or_group": "cơ quan hay nhóm",
    "reference": "văn bản dẫn chiếu",
    "channel": "hình thức tuyên truyền",
    "duty": "nhiệm vụ",
}
PATTERNS = {
    "slug": "chữ thường không dấu, chữ số, nối bằng dấu gạch (-), ví dụ so-noi-vu",
    "locator": "các phần nối bằng dấu chấm, không có dấu cách, ví dụ V.6.4b",
    "file_name": "tên một tệp .yaml cùng thư mục, ví dụ agencies.yaml",
    "address": "một địa chỉ thư điện tử không dấu, ví dụ vanthu@example.org",
}
# The beginnings of what the YAML parser says, and what people then usually did.
YAML_PROBLEMS = {
    "mapping values are not allowed": "thừa dấu hai chấm, hoặc thụt lề sai",
    "could not find expected ':'": "thiếu dấu hai chấm sau khóa",
    "found character": "có ký tự không được đứng ở đây (phím Tab, @, `); thụt lề bằng dấu cách",
    "found a tab": "thụt lề bằng dấu cách, không dùng phím Tab",
    "did not find expected key": "thụt lề không đều, hoặc thiếu dấu nháy quanh giá trị",
    "did not find expected '-'": "thụt lề của danh sách không đều",
    "did not find expected ','": "thiếu dấu phẩy hoặc dấu đóng ngoặc",
    "did not find expected node": "thiếu giá trị",
    "did not find expected <document": "có nội dung thừa sau phần chính",
    "found unexpected end of stream": "thiếu dấu nháy đóng",
    "found unexpected ':'": "dấu hai chấm đứng sai chỗ; đặt giá trị trong dấu nháy",
    "found unknown escape": "sau dấu \\ có ký tự không hiểu được; dùng dấu nháy đơn",
    "block sequence entries": "dấu gạch đầu dòng đứng sai chỗ",
    "found undefined": "bí danh hoặc nhãn chưa được định nghĩa",
}
SHOWN = 12


def fault_sentence(fault: Fault) -> str:
    """What is wrong, what was allowed and the nearest right word, in one line."""
    values = {
        name: day_text(value) if isinstance(value, date) else value
        for name, value in fault.values.items()
    }
    values["wanted_words"] = KINDS.get(str(values.get("wanted")), "")
    values["pattern_words"] = PATTERNS.get(str(values.get("form")), "")
    values["problem"] = _yaml_problem(str(values.get("problem", "")))
    values["what_words"] = WHAT.get(str(values.get("what")), "")
    template = FAULTS.get(fault.code)
    text = template.format(**values) if template else f"giá trị không hợp lệ ({fault.code})"
    if nearest := values.get("nearest"):
        text += f"; có phải “{nearest}”?"
    allowed = values.get("allowed")
    if isinstance(allowed, list):
        more = ", …" if len(allowed) > SHOWN else ""
        text += f" Được phép: {', '.join(map(str, allowed[:SHOWN]))}{more}."
    return text


def _yaml_problem(said: str) -> str:
    return next((words for start, words in YAML_PROBLEMS.items() if said.startswith(start)), said)


def fault_place(fault: Fault) -> str:
    """``file:line:column`` of a fault, as editors understand it."""
    return f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
