"""Words of letters that press, of the draft mails with them, and of what the command says."""

from cchc_cli.domain.pressing import Step

STEPS: dict[Step, str] = {
    "remind": "nhắc",
    "press": "đôn đốc",
    "escalate": "báo cáo lãnh đạo",
}
# What a letter is about, in its subject line after "V/v".
SUBJECTS: dict[Step, str] = {
    "remind": "nhắc thực hiện nhiệm vụ của {plan}",
    "press": "đôn đốc thực hiện nhiệm vụ của {plan}",
    "escalate": "chậm thực hiện nhiệm vụ của {plan}",
}
COUNT = "{duties} nhiệm vụ {state}"
PERIODS = " ({number} kỳ)"
OVERDUE = "quá hạn"
RETURNED = "bị trả lại"
SOON = "sắp đến hạn"
UNDATED = "chưa thực hiện"
AND = " và "
LATE = "quá hạn {days} ngày"
LONGEST_LATE = "quá hạn, lâu nhất {days} ngày"
LEFT = "còn {days} ngày"
DUE_TODAY = "hạn hôm nay"
SEVERAL = "{first} - {last} ({number} kỳ)"
SENT = "đã nhắc {day}"
SENT_OFTEN = "đã nhắc {number} lần, gần nhất {day}"
AND_BEFORE = "{days} và {number} lần trước đó"
AS_ABOVE = "Như trên"
LEADER = "Lãnh đạo {name}"
TO_REPORT = "{name} (để báo cáo)"

NOTICE = "công văn {step}"
ATTACHMENT = "Công văn {step} - {agency}"
MAIL = """\
Kính gửi: {agency},

{issuer} gửi công văn {subject} (tệp kèm theo).
Tính đến ngày {day}, quý cơ quan còn {summary}.

Trân trọng,
{issuer}
"""

AS_OF = "Công văn đôn đốc tính đến {day}."
COLUMNS = {
    "agency": "Cơ quan",
    "step": "Mức",
    "what": "Việc",
    "longest": "Trễ nhất",
    "duties": "Nhiệm vụ",
}
DAYS = "{days} ngày"
ALREADY = "đã gửi hôm nay"
NOTHING = "Không có công văn nào cần gửi."
WAITING = "{number} việc chưa làm đã có công văn trong {days} ngày qua nên chưa nhắc lại."
UNWRITTEN = {
    "self": "{agency} là cơ quan đầu mối, không gửi cho chính mình: {duties}.",
    "above": "{agency} là cơ quan cấp trên, không đôn đốc bằng công văn này: {duties}.",
    "gone": "{agency} không còn hoạt động nên không có công văn: {duties}.",
}
MADE = "Đã soạn {number} công văn trong {folder}: {steps}."
MAILS = "Đã soạn {number} thư nháp (.eml)."
THERE = "{number} tệp đã có sẵn, không soạn lại."
SENT_TODAY = "{number} công văn đã ghi là gửi hôm nay, không soạn lại (soạn lại: --again)."
KEPT = "Giữ nguyên {file}: khác với bản soạn hôm nay (soạn lại, giữ bản cũ ở .truoc: --again)."
RECORDED = "Đã ghi {number} mục nhắc việc (#{first} đến #{last})."
NOT_RECORDED = "Chưa ghi vào sổ là đã gửi; ghi khi gửi: thêm --record."
STOPPED = "Đã soạn {done}/{number} công văn; chạy lại lệnh này để soạn tiếp."
EVERY = "Soạn công văn"
