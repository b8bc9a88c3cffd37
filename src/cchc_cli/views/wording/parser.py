"""The command line's own words: headings of help, and the parser's complaints."""

import re

USAGE = "Cách dùng: "
ARGUMENTS = "Tham số"
OPTIONS = "Tùy chọn"
COMMANDS = "Lệnh"
OPTIONS_METAVAR = "[TÙY CHỌN]"
COMMAND_METAVAR = "LỆNH [THAM SỐ]..."
MAYBE_COMMAND = "[LỆNH [THAM SỐ]...]"
HELP_OPTION = "Hiện hướng dẫn này."
VERSION_OPTION = "Hiện phiên bản."
REQUIRED = "[bắt buộc]"
SEE_HELP = "Xem hướng dẫn: {command} --help"
ERROR = "Lỗi: "
INTERRUPTED = "Đã dừng."
UNEXPECTED = (
    "chương trình gặp lỗi không lường trước ({kind}: {detail}). Đặt biến môi trường CCHC_DEBUG=1 "
    "rồi chạy lại để xem chi tiết."
)
NOTE_MARKS = "Hiểu “{typed}” là {name} (dấu viết khác)."
NOTE_PART = "Hiểu “{typed}” là {name}."
BLANKS = "còn {number} chỗ cần điền"
NO_BLANKS = "không còn chỗ nào cần điền"
COMPLETION_DONE = "Đã cài gợi ý lệnh cho {shell} vào {path}. Mở lại cửa sổ lệnh để dùng."

_NEAR = " Có phải {near}?"
NO_OPTION = "không có tùy chọn {option}."
NO_COMMAND = "không có lệnh “{command}”."
MISSING = {
    "argument": "thiếu tham số {name}.",
    "option": "thiếu tùy chọn {name}.",
    "parameter": "thiếu {name}.",
}
_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"No such command '(?P<a>.*)'\..*", re.DOTALL), "không có lệnh “{a}”."),
    (re.compile(r"Missing command\."), "thiếu lệnh."),
    (re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((?P<a>.*)\)"), "thừa tham số: {a}."),
    (re.compile(r"Option '?(?P<a>\S+?)'? requires an argument\."), "tùy chọn {a} cần một giá trị."),
    (
        re.compile(r"Option '?(?P<a>\S+?)'? requires (?P<b>\d+) arguments\."),
        "tùy chọn {a} cần {b} giá trị.",
    ),
    (
        re.compile(r"Option '?(?P<a>\S+?)'? does not take a value\."),
        "tùy chọn {a} không nhận giá trị.",
    ),
    (re.compile(r"No such option: (?P<a>\S+).*", re.DOTALL), "không có tùy chọn {a}."),
)


def complaint(message: str) -> str:
    """The parser's English complaint in Vietnamese."""
    for pattern, words in _COMPLAINTS:
        if match := pattern.fullmatch(message):
            return words.format(**match.groupdict())
    return "câu lệnh không đúng."


def nearest(words: str, near: list[str]) -> str:
    """A complaint with the nearest right words."""
    return words + (_NEAR.format(near=" hay ".join(near)) if near else "")
