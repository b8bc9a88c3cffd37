"""Words of workbooks that came back: what is wrong with them, what became of them, who is missing.

Every sentence on a cell says what was found and what is allowed; ``{found}`` stands in quotation
marks already, or is "ô trống".
"""

FAULTS: dict[str, str] = {
    # The whole file.
    "form_unreadable": "không mở được tệp: {reason}",
    "form_empty": "tệp rỗng, có thể đã hỏng khi gửi; cần tệp .xlsx",
    "form_file_big": "tệp lớn hơn {limit} MB; biểu chỉ cần dưới 1 MB, hãy bỏ ảnh và trang thừa",
    "form_old_excel": (
        "tệp Excel kiểu cũ (.xls), không nhận; mở bằng Excel rồi lưu lại (F12) dạng "
        "Excel Workbook (.xlsx)"
    ),
    "form_encrypted": "tệp đặt mật khẩu, không đọc được; bỏ mật khẩu rồi gửi lại dạng .xlsx",
    "form_macros": "tệp có macro (.xlsm), không nhận; lưu lại dạng .xlsx không macro",
    "form_binary": "tệp Excel nhị phân (.xlsb), không nhận; lưu lại dạng .xlsx",
    "form_open_document": "tệp OpenDocument (.ods), không nhận; lưu lại dạng .xlsx",
    "form_not_excel": "không phải tệp Excel; cần tệp .xlsx",
    "form_broken": "tệp .xlsx hỏng hoặc bị cắt cụt, không đọc được; gửi lại tệp",
    "form_many_parts": "tệp chứa hơn {limit} phần bên trong, không nhận vì an toàn",
    "form_bomb": "tệp nở ra quá {limit} MB khi giải nén, không nhận vì an toàn",
    "form_entities": "tệp có khai báo DOCTYPE mà Excel không bao giờ ghi, không nhận vì an toàn",
    "form_sheet_big": "có trang kéo dài đến ô {cell}; xóa các dòng, cột thừa rồi lưu lại",
    "form_many_sheets": "tệp có hơn {limit} trang; chỉ gửi các trang của biểu",
    "form_not_ours": (
        "không phải biểu do cchc lập, hoặc trang ẩn nhận dạng của biểu đã bị xóa, sửa; chép số "
        "liệu sang biểu gốc"
    ),
    "form_format": "biểu của phiên bản khác ({format}); phiên bản này nhận {known}",
    "form_other_plan": "biểu của kế hoạch khác ({found}); đang thu của: {plan}",
    "form_other_period": "biểu của kỳ khác ({found}); đang thu kỳ {period}",
    "form_other_agency": "biểu của đơn vị {found}, kỳ này không phải báo cáo theo kế hoạch",
    "form_two_files": (
        "cùng đơn vị này còn có {other} với nội dung khác; giữ lại một tệp đúng rồi đọc lại"
    ),
    "form_meanwhile": "vừa có người khác ghi mục này vào sổ (#{id}); đọc lại tệp",
    "form_changed": "tệp bị thay đổi trong lúc đọc; đọc lại",
    "form_sheet_gone": "thiếu trang “{sheet}”; chép lại trang này từ biểu gốc",
    "form_sheet_twice": "có hai trang “{sheet}”; chỉ giữ một trang",
    # A column.
    "form_column_gone": "thiếu cột này; chép lại cột từ biểu gốc",
    "form_column_twice": "có hai cột này; chỉ giữ một cột",
    # A row.
    "form_key": "khóa ẩn của dòng bị sửa thành {found}; chép lại dòng từ biểu gốc",
    "form_row_unknown": (
        "{found} nằm ở dòng không thuộc biểu gốc, không rõ là của mục nào; chép vào đúng dòng, "
        "hoặc ghi ở trang Nhận xét"
    ),
    "form_row_mixed": (
        "dòng ghi {found} nhưng khóa ẩn là của “{meant}” (các cột bị sắp xếp lệch nhau); chép lại "
        "từ biểu gốc"
    ),
    "form_row_twice": "{found} được điền khác nhau ở hai dòng (dòng {other} nữa); chỉ giữ một dòng",
    "form_task_unknown": "{found} không còn là nhiệm vụ của đơn vị trong kỳ; lập lại biểu",
    "form_indicator_unknown": "{found} không còn là chỉ tiêu của kế hoạch; lập lại biểu",
    # A cell.
    "form_error": "ô báo lỗi {found}; sửa công thức hoặc ghi thẳng giá trị",
    "form_uncalculated": (
        "công thức chưa được tính; mở bằng Excel hoặc LibreOffice rồi lưu lại, hoặc ghi thẳng "
        "giá trị"
    ),
    "form_merged": (
        "{found} được gộp chung từ ô {other} cho nhiều dòng; bỏ gộp, ghi riêng từng dòng"
    ),
    "form_text_long": "dài {length} ký tự; tối đa {longest}",
    "form_choice": "{found} không có trong danh sách; chỉ dùng: {allowed}",
    "form_document": "{found} không phải số, ký hiệu văn bản; viết như 123/BC-SNV",
    "form_date": "{found} không phải là ngày; viết ngày/tháng/năm, ví dụ 05/6/2021",
    "form_date_early": "{found} sớm hơn {first}, ngày đầu của kỳ; ghi ngày trong kỳ",
    "form_date_future": "{found} là ngày chưa đến (hôm nay {last}); ghi ngày đã qua",
    "form_share": "{found} không phải mức độ; viết từ 0% đến 100%",
    "form_number": (
        "{found} không phải số; chỉ viết số từ 0 trở lên, không có thì ghi 0, chưa thống kê được "
        "thì để trống"
    ),
    "form_negative": "{found} là số âm; số liệu từ 0 trở lên",
    "form_number_big": "{found} quá lớn; tối đa {highest}",
    "form_number_doubtful": (
        "{found} không rõ là {large} (hàng nghìn) hay {small} (số lẻ); hàng nghìn thì viết {large}"
    ),
    "form_fraction": "{found} có phần lẻ, mà “{unit}” chỉ đếm được số nguyên{meant_words}",
    "form_less": (
        "tổng số của kỳ là {told}, ít hơn phần đã ghi nhận ({recorded}); ghi tổng số gồm cả phần "
        "đó, hoặc đính chính mục ghi thừa"
    ),
    "form_result_needed": "ô trống, mà dòng đã điền; chọn Kết quả trong danh sách",
    "form_date_needed": "ô trống; việc đã hoàn thành phải có ngày",
    "form_proof_needed": "ô trống; việc đã hoàn thành phải có số văn bản, không thì nêu sản phẩm",
    "form_degree": "{found} mà Kết quả là Đã hoàn thành; ghi 100%, hoặc chọn Đang thực hiện",
    "form_event_first": (
        "sự kiện của việc này chưa được ghi nhận nên chưa thể hoàn thành; chọn Không phát sinh, "
        "hoặc báo cơ quan đầu mối"
    ),
    "form_contradicts": "ghi Chưa thực hiện, nhưng sổ đã ghi nhận việc này (mục #{entry})",
}
MEANT = "; nếu là {meant} thì viết không có dấu chấm"
QUOTED, EMPTY = "“{text}”", "ô trống"
NEAREST = "; có phải “{nearest}”?"
PLACE = "{sheet}!{cell}"
WHOLE_FILE = "cả tệp"

PRODUCT, DEGREE, DIFFICULTY = "Sản phẩm: {text}", "mức độ {text}", "khó khăn: {text}"
DOING, NOT_DONE = "đang thực hiện", "chưa thực hiện"
NOTE = "{id} ({title}): {text}"
FIGURE_NOTE = "{name}: {text}"
RECEIPT = "Nhận biểu kết quả của đơn vị"
REPLACED = "Thay bằng biểu đơn vị gửi lại"

PLAN, PERIOD = "{title}", "Kỳ: {period}."
HEADS = {
    "file": "Tệp",
    "agency": "Đơn vị",
    "place": "Chỗ lỗi",
    "column": "Cột",
    "fault": "Lỗi và cách sửa",
}
ROLL_HEADS = {
    "agency": "Đơn vị",
    "sent": "Đã gửi",
    "last": "Lần cuối",
    "files": "Số tệp",
    "entry": "Mục",
    "file": "Tệp cuối",
}
SENT, SENT_LATE, NOT_SENT = "rồi", "rồi, sau chốt", "chưa"
MISSING_HEADING, SENT_HEADING = "Chưa gửi", "Đã gửi"
REFUSED_HEADING = "Bị từ chối"
NOTHING = "Không có biểu nào trong {where}."
ACCEPTED = "Đã nhận {number} biểu: ghi {entries} mục{span}."
WOULD = "Sẽ nhận {number} biểu, ghi {entries} mục (chưa ghi gì)."
SPAN = " (#{first} đến #{last})"
CORRECTED = "Trong đó {number} mục đính chính phần đã gửi trước."
UNCHANGED = "Không đổi: {number} biểu đã nhận từ trước."
BLANK = "Chưa điền gì, coi như chưa gửi: {number} biểu."
REFUSED = "Từ chối: {number} biểu ({faults} lỗi). Trả lại đơn vị: cchc collect faults"
AFTER_CLOSE = "Kỳ đã chốt ngày {day}: phần vừa nhận là bổ sung sau chốt."
GONE = "{file}: không có dòng của {number} nhiệm vụ ({keys}); coi như chưa báo cáo."
ROLL = "Còn {missing}/{asked} đơn vị chưa gửi: {names}."
ROLL_DONE = "Cả {asked} đơn vị đã gửi."
MORE = "{names} và {number} đơn vị khác"
OTHERS = "Ngoài danh sách còn nhận biểu của: {names}."
SKIPPED = "Bỏ qua {number} tệp không phải Excel: {names}."
SORTING, READING, WRITING, MARKING = "Xem biểu", "Đọc biểu", "Đọc, ghi sổ", "Đánh dấu lỗi"
STOPPED = "Đã ghi {done}/{number} biểu; chạy lại lệnh này để đọc tiếp."
NONE_FAULTY = "Không có biểu nào bị từ chối."
MARKED = "Đã ghi {number} biểu có đánh dấu lỗi vào {folder}."
NOT_MARKED = "Không đánh dấu được, trả lại kèm lý do: {file}: {reason}."
FAULT_TAB = "Lỗi cần sửa"
FAULT_TITLE = "CÁC LỖI CẦN SỬA TRƯỚC KHI GỬI LẠI"
FAULT_HOW = (
    "Sửa các ô tô đỏ (bấm vào tên ô để đến chỗ lỗi), lưu tệp rồi gửi lại. Trang này sẽ không được "
    "đọc, không cần xóa."
)
FAULT_HEADS = ("STT", "Trang", "Ô", "Cột", "Lỗi và cách sửa")
MARKED_BY = "cchc"
