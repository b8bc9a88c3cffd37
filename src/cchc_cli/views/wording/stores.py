"""Sentences of faults of the ledger, of evidence, and of files that carry them elsewhere."""

STORE_ERRORS: dict[str, str] = {
    "no_ledger": (
        "Không có sổ ghi nhận {file}. Sổ bị mất thì khôi phục từ bản sao lưu: cchc restore TỆP"
    ),
    "not_a_ledger": "{file} không phải là sổ ghi nhận của cchc, hoặc đã hỏng.",
    "ledger_newer": (
        "Sổ {file} được ghi bằng phiên bản mới hơn của chương trình (sổ kiểu {version}, ở đây biết "
        "đến kiểu {known}). Hãy cập nhật chương trình."
    ),
    "ledger_on_network": (
        "{file} nằm trên ổ đĩa mạng. Ở đó việc khóa tệp không đáng tin, sổ có thể hỏng; hãy để "
        "không gian làm việc trên ổ đĩa của máy này."
    ),
    "ledger_busy": "Sổ {file} đang được lệnh khác ghi; hãy thử lại sau ít phút.",
    "ledger_read_only": "Sổ {file} chỉ cho đọc; không ghi gì.",
    "ledger_corrupt": (
        "Sổ {file} đã hỏng, không đọc được. Giữ nguyên tệp, rồi khôi phục từ bản sao lưu: "
        "cchc restore TỆP --force"
    ),
    "ledger_failed": "Không dùng được sổ {file}: cơ sở dữ liệu báo lỗi; không ghi gì.",
    "ledger_unreachable": "Không dùng được sổ {file}: {reason}; không ghi gì.",
    "disk_full": "Không ghi được sổ {file}: ổ đĩa đã đầy hoặc có lỗi; không ghi gì.",
    "repeated": "Việc này đã được ghi nhận tại mục #{id}. Xem: cchc show {id}",
    "key_taken": "Khóa “{key}” đã dùng cho mục #{id}, nội dung khác.",
    "no_entry": "Không có mục #{id} trong sổ ghi nhận.",
    "no_evidence_file": "Không đọc được tệp minh chứng {file}: {reason}.",
    "cannot_keep": "Không chép được {file} vào thư mục minh chứng: {reason}; không ghi gì.",
    "evidence_changed": "{file} thay đổi trong lúc chép vào thư mục minh chứng; hãy thử lại.",
    "link_broken": "Dòng của mục #{id} không nối được vào chuỗi; không ghi gì.",
    "chains_part": (
        "Sổ ở đây và tệp đưa vào khác nhau từ mục #{id}; không ghi gì. Chỉ nhận tệp tiếp nối đúng "
        "sổ ở đây."
    ),
    "chain_shorter": (
        "Tệp đưa vào dừng ở mục #{id}, sổ ở đây còn có các mục sau đó; không ghi gì."
    ),
    "no_import_file": "Không đọc được {file}: {reason}.",
    "import_faults": "{file}: {number} dòng có lỗi; không ghi gì.",
    "no_backup_file": "Không đọc được bản sao lưu {file}: {reason}.",
    "no_backup_part": "Không đọc được {file} để sao lưu: {reason}.",
    "backup_unreadable": "Bản sao lưu {file} ghi xong đọc lại không đúng; không giữ lại.",
    "not_a_backup": "{file} không phải là bản sao lưu của cchc, hoặc đã hỏng.",
    "backup_newer": (
        "Bản sao lưu {file} được làm bằng phiên bản mới hơn của chương trình. Hãy cập nhật "
        "chương trình."
    ),
    "backup_damaged": "Bản sao lưu {file} đã hỏng: {part} không đúng; không khôi phục gì.",
    "backup_unsound": (
        "Sổ trong bản sao lưu {file} không toàn vẹn tại mục #{id}; không khôi phục gì. Muốn lấy "
        "nguyên như vậy: --force, rồi cchc audit."
    ),
    "backup_outside": (
        "Theo cchc.toml trong bản sao lưu, {path} nằm ngoài thư mục khôi phục; không khôi phục gì. "
        "Tạo không gian làm việc bằng cchc init, rồi khôi phục vào đó."
    ),
    "no_room": "Ổ đĩa của {folder} không đủ chỗ: cần {size} MB; không khôi phục gì.",
    "cannot_restore": "Không khôi phục được, tại {file}: {reason}. Mọi thứ vẫn như trước.",
    "restore_where": (
        "Khôi phục vào đâu? Thêm --to THƯ MỤC, hoặc chạy lệnh trong không gian làm việc."
    ),
    "restore_newer": (
        "Sổ {file} mới hơn bản sao lưu (bản sao lưu dừng ở mục #{there}); không khôi phục gì. Muốn "
        "lấy bản sao lưu: --force; sổ đang có được giữ riêng."
    ),
    "restore_other": (
        "Sổ {file} khác bản sao lưu từ mục #{id}; không khôi phục gì. Muốn lấy bản sao lưu: "
        "--force; sổ đang có được giữ riêng."
    ),
    "restore_unusable": (
        "Sổ {file} không đọc được nên không so được với bản sao lưu; không khôi phục gì. Muốn lấy "
        "bản sao lưu: --force; sổ đang có được giữ riêng."
    ),
}
