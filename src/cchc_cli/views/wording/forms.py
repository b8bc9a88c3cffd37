"""Words of the workbook that a unit fills in, and of making it.

Excel takes 31 letters of a sheet's name, 32 of a message's title, 255 of the message and of a
drop-down list with its commas; the choices hold no comma.
"""

from typing import NamedTuple

from cchc_cli.domain.entries import NarrativePart
from cchc_cli.domain.forms import ColumnKind, Result, SheetKey

RESULTS: dict[Result, str] = {
    "done": "Đã hoàn thành",
    "doing": "Đang thực hiện",
    "not_done": "Chưa thực hiện",
    "none": "Không phát sinh",
}
GUIDE_TAB = "Hướng dẫn"
TABS: dict[SheetKey, str] = {
    "tasks": "Nhiệm vụ",
    "figures": "Số liệu",
    "narratives": "Nhận xét",
}
TITLES: dict[SheetKey, str] = {
    "tasks": "KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
    "figures": "SỐ LIỆU THỐNG KÊ",
    "narratives": "NHẬN XÉT, ĐÁNH GIÁ, KIẾN NGHỊ",
}
# The headers that a reader may go by where the hidden keys were deleted.
HEADERS: dict[SheetKey, dict[str, str]] = {
    "tasks": {
        "no": "STT",
        "duty": "Mã",
        "title": "Nhiệm vụ",
        "words": "Lời văn của kế hoạch",
        "due": "Kỳ, thời hạn",
        "state": "Đã ghi nhận đến nay",
        "result": "Kết quả",
        "document": "Số, ký hiệu văn bản",
        "date": "Ngày văn bản (hoặc ngày làm xong)",
        "product": "Sản phẩm",
        "degree": "Mức độ hoàn thành",
        "difficulty": "Khó khăn, vướng mắc",
    },
    "figures": {
        "no": "STT",
        "indicator": "Chỉ tiêu",
        "unit": "Đơn vị tính",
        "year_before": "Cùng kỳ năm trước",
        "period_before": "Kỳ báo cáo trước",
        "recorded": "Kỳ này, đã ghi nhận",
        "now": "Kỳ này, tổng số",
        "note": "Ghi chú",
    },
    "narratives": {"no": "STT", "part": "Nội dung", "text": "Ý kiến của đơn vị"},
}
PARTS: dict[NarrativePart, tuple[str, str]] = {
    "strength": ("Ưu điểm", "Việc làm tốt, cách làm mới, kết quả nổi bật trong kỳ."),
    "shortcoming": ("Hạn chế", "Việc chậm, chưa làm hoặc làm chưa đạt."),
    "cause": ("Nguyên nhân", "Nguyên nhân khách quan, chủ quan của hạn chế."),
    "proposal": ("Kiến nghị, đề xuất", "Với UBND Thành phố, với cơ quan đầu mối."),
}

AS_OF = "{agency} · {period} · Tính đến ngày {day}"
STATE = "{state} ({documents})"
NO_TASKS = "Kỳ này đơn vị không có nhiệm vụ nào phải báo cáo."
NO_FIGURES = "Kế hoạch không có chỉ tiêu thống kê."
PAGE = "Trang &P/&N"
BEFORE = "Cùng kỳ năm trước: {year_before}. Kỳ báo cáo trước: {before}."

FORM_TITLE = "BIỂU THU THẬP KẾT QUẢ THỰC HIỆN"
MOTTO = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
FACTS = (
    "Đơn vị báo cáo",
    "Kế hoạch",
    "Kỳ báo cáo",
    "Nơi nhận",
    "Nội dung",
    "Tình trạng lấy đến",
)
PLAN = "{title} (số {number}, ngày {day})"
PERIOD = "{name} (số liệu từ {first} đến hết {last})"
RECEIVER = "{name} ({email})"
ASKED = "{tasks} dòng nhiệm vụ, {figures} chỉ tiêu, {parts} phần nhận xét"
STEPS_TITLE = "Cách điền"
STEPS = (
    "Chỉ điền vào ô nền vàng nhạt. Các ô khác đã khóa; có thể kéo rộng cột, tăng chiều cao dòng "
    "để đọc. Ô nào không có gì để báo cáo thì để trống.",
    "Trang “Nhiệm vụ”: mỗi dòng là một nhiệm vụ trong một kỳ. Chọn Kết quả từ danh sách, ghi số, "
    "ký hiệu và ngày của văn bản, sản phẩm, mức độ hoàn thành (%). Việc đã có ở cột “Đã ghi nhận "
    "đến nay” và không có gì thêm thì không phải điền lại.",
    "Việc theo sự kiện mà trong kỳ không có sự kiện: chọn “Không phát sinh”.",
    "Trang “Số liệu”: ghi tổng số của cả kỳ, gồm cả phần ở cột “Kỳ này, đã ghi nhận”. Không có "
    "thì ghi 0; chưa thống kê được thì để trống.",
    "Trang “Nhận xét”: viết ngắn gọn; xuống dòng trong ô bằng Alt + Enter.",
    "Lưu tệp dạng Excel (.xlsx), không đổi sang .xls hay tệp có macro, rồi gửi lại nơi nhận. Mỗi "
    "tệp chỉ dùng cho đúng đơn vị và kỳ ghi ở trên.",
)
LEGEND = "Ký hiệu màu"
LEGEND_FILL = "Ô đơn vị điền"
LEGEND_LOCKED = "Ô chỉ để xem, đã khóa"
SIGNED_BY = (
    ("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
    ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, ghi rõ họ tên, đóng dấu)"),
)
DATED = "…………, ngày …… tháng …… năm ………"


class Message(NamedTuple):
    """What a cell says when it is chosen, and when something wrong is typed; each with a title."""

    hint_title: str
    hint: str
    refusal_title: str = ""
    refusal: str = ""


MESSAGES: dict[ColumnKind, Message] = {
    "choice": Message(
        "Kết quả",
        "Chọn một trong danh sách.",
        "Không có trong danh sách",
        "Chỉ dùng: {choices}.",
    ),
    "document": Message(
        "Số, ký hiệu văn bản",
        "Viết như 123/BC-SNV. Không có văn bản thì để trống, nêu sản phẩm.",
        "Quá dài",
        "Tối đa {longest} ký tự: chỉ ghi số, ký hiệu, ví dụ 123/BC-SNV.",
    ),
    "date": Message(
        "Ngày",
        "Viết ngày/tháng/năm, từ {first} đến hôm nay.",
        "Ngày không đúng",
        "Cần một ngày từ {first} đến hôm nay, viết ngày/tháng/năm, ví dụ {first}.",
    ),
    "share": Message(
        "Mức độ hoàn thành",
        "Viết từ 0 đến 100, ví dụ 80 hoặc 80%.",
        "Mức độ không đúng",
        "Cần một số từ 0% đến 100%, ví dụ 80%.",
    ),
    "number": Message(
        "Tổng số của cả kỳ",
        "Gồm cả phần đã ghi nhận. Chỉ viết số; không có thì ghi 0, chưa thống kê được thì để "
        "trống.",
        "Không phải số liệu",
        "Cần một số từ 0 trở lên, không kèm chữ hay đơn vị tính.",
    ),
    "text": Message(
        "",
        "",
        "Quá dài",
        "Tối đa {longest} ký tự trong một ô. Hãy viết gọn lại.",
    ),
}

EVERY = "Lập biểu"
MADE = "Đã lập {number} biểu trong {folder}."
RENEWED = "{number} biểu cũ chưa ai điền được lập lại."
THERE = "{number} biểu đã có sẵn, không lập lại."
KEPT = "Giữ nguyên {file}: đã được điền hoặc sửa (lập lại, bản cũ giữ ở .truoc: --force)."
STOPPED = "Đã lập {done}/{number} biểu; chạy lại lệnh này để lập tiếp."
ONLY_REQUESTED = (
    "{number} cơ quan chỉ có việc được đề nghị nên không lập biểu (lập riêng: --agency): {names}."
)
MORE = " và {number} cơ quan khác"
CLOSED = "Kỳ đã chốt ngày {day} (mục #{id}); kết quả nhận sau đó là bổ sung sau chốt."
