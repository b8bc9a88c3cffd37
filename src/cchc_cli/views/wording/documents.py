"""Sentences of documents that cannot be read, or are refused: why, and what to do instead."""

DOCUMENT_ERRORS: dict[str, str] = {
    "document_unreadable": "Không đọc được {file}: {reason}.",
    "document_unknown": (
        "{file} không phải văn bản đọc được. Dùng tệp Word (.docx), PDF có lớp chữ hoặc văn bản "
        "thuần (.txt); tệp khác thì mở bằng Word rồi lưu lại thành .docx."
    ),
    "document_old_word": (
        "{file} là tệp Word kiểu cũ (.doc). Mở bằng Word hoặc LibreOffice rồi lưu lại thành .docx."
    ),
    "document_macros": (
        "{file} có macro nên không mở. Lưu lại thành .docx (không kèm macro) rồi dùng tệp đó."
    ),
    "document_encrypted": (
        "{file} đặt mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại, rồi thử lần nữa."
    ),
    "document_scan": (
        "{file} là bản chụp (scan): các trang chỉ là hình, không có lớp chữ. Dùng tệp Word gốc, "
        "hoặc nhận dạng chữ (OCR) thành PDF có lớp chữ rồi soát lại."
    ),
    "document_letters": (
        "Lớp chữ của {file} dùng phông riêng, lấy ra không thành chữ. Dùng tệp Word gốc, hoặc nhận "
        "dạng chữ (OCR) lại."
    ),
    "document_old_letters": (
        "{file} gõ bằng bảng mã cũ (TCVN3, VNI). Chuyển sang Unicode rồi thử lần nữa."
    ),
    "document_not_utf8": (
        "{file}{at}: không phải văn bản Unicode. Mở ra rồi lưu lại với mã UTF-8."
    ),
    "document_bomb": (
        "{file} nén hoặc lồng nhiều tầng bất thường, mở ra có thể làm treo máy nên không đọc."
    ),
    "document_broken": "{file} đã hỏng hoặc chưa tải xong, không đọc được.",
    "document_too_big": (
        "{file} dài quá mức đọc được (khoảng 250 trang chữ, tệp 60 MB). Tách ra rồi đọc từng phần."
    ),
    "document_too_slow": "{file}: đọc quá {seconds} giây chưa xong nên dừng lại.",
    "document_empty": "{file} không có chữ nào.",
    "not_a_plan_name": "{file}: tên tệp kế hoạch phải kết thúc bằng .yaml hoặc .yml.",
}
