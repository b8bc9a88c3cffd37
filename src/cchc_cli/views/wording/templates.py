"""Words about templates, and about what regenerating a report keeps."""

OUTSIDE = "tệp nằm ngoài thư mục mẫu"
TOO_MUCH = "kết quả quá lớn"
KEPT_HEADING = "# Nội dung giữ lại {.unnumbered}"
KEPT_NOTE = (
    "*Do người viết ghi, không còn chỗ tương ứng trong báo cáo. Chuyển vào chỗ thích hợp rồi xóa "
    "phần này trước khi trình ký.*"
)
KEPT_PLACE = "*Chỗ “{tag}”:*"
KEPT_LINES = "*Sửa ngoài các chỗ điền:*"
ORIGINS = {
    "chosen": "--templates",
    "environ": "CCHC_TEMPLATES",
    "workspace": "không gian làm việc",
    "packaged": "có sẵn",
}
COLUMNS = {"name": "Mẫu", "origin": "Nguồn", "file": "Tệp"}
HIDES = "{origin}, thay mẫu có sẵn"
TEMPLATE_KINDS = {
    "md": "Báo cáo dạng Markdown",
    "html": "Báo cáo dạng trang in (HTML)",
    "docx": "Văn bản Word",
}
LIST_HEAD = "Các mẫu đang dùng; tệp đứng ở thư mục được xét trước thắng tệp cùng tên có sẵn."
COPIED = "đã chép {file}"
THERE = "đã có, không chép đè: {file} (chép đè: --force)"
FLAW_LINE = "{place}: {severity}: {what}{sample}"
NOTE_LINE = "lưu ý"
ERROR_LINE = "lỗi"
ON_SAMPLE = " [dữ liệu mẫu: {sample}]"
IN_LINE = "{name}:{line}"
UNUSED = "không mẫu nào dùng đến tệp này; kiểm tra lại tên tệp"
NOT_WORD = "không phải tệp Word (.docx)"
RECORDED = {True: "đã có ghi nhận", False: "chưa có ghi nhận"}
PLANS = {
    "scarce": "kế hoạch tối giản",
    "full": "kế hoạch đủ các phần",
    "large": "kế hoạch nhiều nhiệm vụ",
}
SOUND = "{number} mẫu: không có lỗi{notes}."
UNSOUND = "{number} mẫu: {errors} lỗi{notes}."
DOCUMENTS_SOUND = "{number} tệp: không thấy chỗ nào sai thể thức."
DOCUMENTS_UNSOUND = "{number} tệp: {errors} chỗ sai thể thức."
NOTES = ", {number} lưu ý"
CALLED = "Mẫu {name}"
AT_LINE = ", dòng {line}: "
NOT_ALONE = "trang phải đủ trong một tệp và không chứa mã chạy; có: {what}"
