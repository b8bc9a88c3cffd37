"""What is said of a report that was made anew over an old one."""

CARRIED = "đã giữ {number} chỗ người dùng điền"
KEPT = "{number} phần không còn chỗ, chuyển xuống cuối: “Nội dung giữ lại”"
BEFORE = "bản trước: {file}"
