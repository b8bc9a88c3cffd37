"""Words for backups, and for entries that are taken out and in."""

from cchc_cli.services.transfer import LineFaultKind

LINE_FAULTS: dict[LineFaultKind, str] = {
    "not_text": "không phải chữ mã UTF-8",
    "not_json": "không phải một đối tượng JSON",
    "wrong_keys": "phải có đúng ba khóa previous, hash, body, đều là chữ",
    "not_next": "previous không phải là mã băm của dòng trước",
    "wrong_hash": "hash không khớp với previous và body",
    "unreadable": "body không phải là một mục ghi nhận",
    "not_canonical": "body không viết đúng dạng chuẩn",
    "out_of_place": "số của mục trong body không phải là số thứ tự của dòng",
    "bad_target": "mục này nhắc đến một mục không đứng trước nó",
    "key_again": "khóa chống trùng đã dùng ở một dòng trước",
    "cancelled_again": "đính chính một mục đã được đính chính ở một dòng trước",
}
LINE_FAULT = "{file}:{line}: {what}"
IMPORTED = "Đã thêm {number} mục; đầu sổ nay là #{head}."
WOULD_IMPORT = "Sẽ thêm {number} mục (chưa ghi gì)."
NOTHING_NEW = "Không có mục nào mới; sổ ở đây đã có đủ."
EVIDENCE_APART = (
    "Tệp minh chứng không đi theo tệp này: chép thêm vào thư mục {folder}, rồi chạy cchc audit."
)
SAVED = (
    "Đã sao lưu vào {file}: {entries} mục ghi nhận, {parts} tệp, {size}; đã đọc lại và đối chiếu."
)
HEAD = "Đầu sổ: #{number} {hash}"
SAVED_UNSOUND = "Lưu ý: sổ hoặc minh chứng đang không toàn vẹn; xem: cchc audit"
RESTORED_NEW = "Đã khôi phục vào thư mục mới {folder}."
RESTORED = "Đã khôi phục vào {folder}."
WOULD_RESTORE = "Bản sao lưu đã kiểm tra, đủ và đúng (ngày {day}). Sẽ khôi phục vào {folder}:"
LEDGER_STEPS = {
    "new": "Sổ ghi nhận: {entries} mục.",
    "put": "Sổ ghi nhận: {entries} mục.",
    "extend": "Sổ ghi nhận: thêm {entries} mục vào sổ đang có.",
    "replace": "Sổ ghi nhận: thay sổ đang có bằng sổ {entries} mục của bản sao lưu.",
}
UNCHANGED = "Sổ ghi nhận: đã có đủ, không thay đổi."
FRESH = "Tệp đưa vào: {number}."
REPLACED = "Tệp được thay: {names}."
KEPT = "Giữ nguyên, khác với bản sao lưu: {names}."
KEPT_HINT = "Muốn lấy bản trong bản sao lưu: --force (riêng cchc.toml luôn giữ nguyên)."
ASIDE = "Bản cũ được giữ ở {folder}."
LOST = (
    "Lưu ý: tệp đầu sổ cho biết sổ đã mất có đến mục #{lost}, bản sao lưu chỉ có đến #{number}; "
    "các mục sau đó phải ghi lại."
)
THEN_AUDIT = "Kiểm tra lại: cchc audit"
