"""Words about drafting a plan from a document: doubts, reasons, the summary, the heads of files."""

from cchc_cli.plan.draft.model import Doubt, DoubtCode, NobodyFound, Reason

REVIEW = "xem lại: "
HEAD = (
    "Bản nháp cchc đọc từ “{file}”, chưa có ai rà soát. Chỗ nào máy đọc không chắc đều ghi "
    "“# xem lại:”; đối chiếu với văn bản, sửa, rồi xóa dòng ghi đó.",
)
REGISTRY_HEAD = (
    "Danh bạ để đọc bản nháp {plan}: chép từ {base}, thêm các cơ quan, nhóm mà văn bản nêu và danh "
    "bạ chưa có (ở cuối mỗi danh sách). Xem lại xong thì đưa các mục đó vào {base}.",
)
NEW_REGISTRY_HEAD = (
    "Danh bạ lập từ các cơ quan, nhóm mà văn bản của bản nháp {plan} nêu tên. Xem lại tên, loại, "
    "cơ quan chủ quản; ghi thành viên của các nhóm.",
)
PROPOSED = "xem lại: từ đây đến hết danh sách là đề xuất, đọc được trong văn bản."
DOUBTS: dict[DoubtCode, str] = {
    "agency_new": "cơ quan chưa có trong danh bạ, đã đề xuất thêm: {words}",
    "agency_unclear": "tên có thể là nhiều cơ quan: {words}",
    "agency_ended": "cơ quan không còn hoạt động vào thời gian này: {words}",
    "agency_by_part": "nhận ra cơ quan chỉ từ một phần tên: {words}",
    "group_open": "nhóm chưa có danh sách thành viên: {words}",
    "lead_from_heading": "người thực hiện lấy từ đề mục phía trên: {words}",
    "lead_is_issuer": "văn bản không nêu ai làm; tạm lấy cơ quan ban hành",
    "lead_not_told": "nhiều cơ quan cùng làm, văn bản không nêu ai chủ trì",
    "lead_by_function": "văn bản chỉ nêu theo chức năng, chưa rõ cơ quan nào: {words}",
    "time_not_read": "chưa đọc được thời hạn: {words}",
    "time_other": "mục này còn nói đến thời gian khác: {words}",
    "time_no_year": "văn bản không ghi năm, lấy theo thời gian của kế hoạch: {words}",
    "time_past": "hạn đứng trước ngày ban hành: {words}",
    "time_by_hour": "hạn tính theo giờ, bản nháp chỉ ghi được ngày: {words}",
    "time_from_issue": "hạn tính từ ngày ban hành: {words}",
    "issue_date_missing": "hạn tính từ ngày ban hành mà văn bản chưa ghi ngày: {words}",
    "time_outside": "nhịp này không rơi vào thời gian của kế hoạch: {words}",
    "time_inherited": "thời hạn lấy từ chỗ nói chung ở trên: {words}",
    "split": "một câu được tách thành nhiều nhiệm vụ",
    "text_damaged": "có chữ hỏng phông: {words}",
    "maybe_context": "có thể chỉ là lời nêu chung, không phải nhiệm vụ",
    "issuer_guessed": "chưa rõ cơ quan ban hành, đoán từ văn bản: {words}",
    "validity_guessed": "văn bản không ghi thời gian thực hiện, tạm lấy theo năm: {words}",
    "coordinator_guessed": "chưa rõ cơ quan đầu mối, đoán từ văn bản: {words}",
    "date_missing": "văn bản chưa ghi ngày ban hành",
}
REASONS: dict[Reason, str] = {
    "head": "phần đầu văn bản",
    "basis": "căn cứ",
    "opening": "câu dẫn vào văn bản",
    "heading": "đề mục",
    "lead_in": "câu dẫn của các mục dưới",
    "purpose": "mục đích",
    "requirement": "yêu cầu",
    "viewpoint": "quan điểm, nguyên tắc",
    "target": "mục tiêu, chỉ tiêu",
    "scope": "phạm vi, đối tượng",
    "situation": "tình hình",
    "content": "nội dung, không nêu ai thực hiện",
    "funding": "kinh phí",
    "figures": "bảng số liệu",
    "column_heads": "đầu đề cột của bảng",
    "group_row": "tên nhóm trong bảng",
    "label": "dòng ghi chủ trì, phối hợp, thời gian của nhiệm vụ",
    "formal": "hiệu lực, điều khoản thi hành",
    "closing": "câu kết",
    "recipients": "nơi nhận",
    "signature": "chữ ký",
    "form": "biểu mẫu",
    "contact": "thông tin liên hệ",
    "note": "ghi chú",
}
NOBODY = "chưa rõ ai thực hiện, chưa đưa vào nhiệm vụ. {clause}: “{words}”"
NOBODY_MORE = " và {number} việc nữa trong mục này"
UNREAD = {
    "pictures": "tệp có hình ảnh; chữ nằm trong hình không đọc được",
    "foreign_parts": "tệp có phần chèn từ tệp khác, không đọc",
    "deep_tables": "bảng lồng quá sâu, phần trong cùng không đọc",
    "pages_without_text": "có trang chỉ là hình chụp, không có lớp chữ nên không đọc được",
}
TITLE = "Bản nháp từ {file}"
FACTS = "{type}{number}{dated}; thời gian thực hiện {first} - {last}."
NUMBER = " số {number}"
DATED = " ngày {dated}"
COUNT = (
    "{clauses} mục: {taken} thành nhiệm vụ ({duties} nhiệm vụ), {context} là bối cảnh, "
    "{nobody} chưa rõ ai làm."
)
DOUBTFUL = "{doubtful} nhiệm vụ có chỗ cần xem lại."
NO_DOUBT = "Không nhiệm vụ nào có chỗ riêng phải xem lại; vẫn nên đối chiếu với văn bản."
CONTEXT_HEAD = "Bối cảnh, vì là:"
NOBODY_HEAD = "Chưa rõ ai thực hiện (không đưa vào nhiệm vụ):"
NOBODY_LINE = "  {clause}: {words}"
MORE = "  … và {number} mục nữa; xem đủ trong tệp hoặc bằng --format json"
DOUBTS_HEAD = "Cần xem lại:"
COUNTED = "  {number:>4}  {what}"
PROPOSALS_HEAD = "Chưa có trong danh bạ, đã đề xuất thêm:"
PROPOSAL_LINE = "  {name}"
UNREAD_LINE = "Lưu ý: {what}."
NO_DUTY = (
    "Không thấy mục nào giao việc cho ai. Văn bản này có thể không phải kế hoạch, quyết định, chỉ "
    "thị."
)
WRITTEN = "Đã ghi {file}"
NOT_WRITTEN = "Chưa ghi gì; thêm -o TỆP.yaml để ghi bản nháp."
NEXT = "Kiểm tra sau khi sửa: cchc plan check {file}"
# What the codes of doubts are called where they are counted.
DOUBT_KINDS: dict[DoubtCode, str] = {
    "agency_new": "cơ quan chưa có trong danh bạ",
    "agency_unclear": "tên có thể là nhiều cơ quan",
    "agency_ended": "cơ quan không còn hoạt động",
    "agency_by_part": "nhận ra cơ quan từ một phần tên",
    "group_open": "nhóm chưa có danh sách thành viên",
    "lead_from_heading": "người thực hiện lấy từ đề mục",
    "lead_is_issuer": "không nêu ai làm, lấy cơ quan ban hành",
    "lead_not_told": "nhiều cơ quan, không nêu ai chủ trì",
    "lead_by_function": "cơ quan chỉ nêu theo chức năng",
    "time_not_read": "thời hạn chưa đọc được",
    "time_other": "còn thời gian khác trong mục",
    "time_no_year": "thời hạn không ghi năm",
    "time_past": "hạn trước ngày ban hành",
    "time_by_hour": "hạn tính theo giờ",
    "time_from_issue": "hạn tính từ ngày ban hành",
    "issue_date_missing": "hạn tính từ ngày ban hành chưa ghi",
    "time_outside": "nhịp ngoài thời gian của kế hoạch",
    "time_inherited": "thời hạn lấy từ chỗ nói chung",
    "split": "câu tách thành nhiều nhiệm vụ",
    "text_damaged": "chữ hỏng phông",
    "maybe_context": "có thể không phải nhiệm vụ",
    "issuer_guessed": "cơ quan ban hành là đoán",
    "validity_guessed": "thời gian thực hiện là đoán",
    "coordinator_guessed": "cơ quan đầu mối là đoán",
    "date_missing": "chưa ghi ngày ban hành",
}
SHORT = 110


def doubt_words(doubt: Doubt) -> str:
    """A doubt as a comment says it."""
    said = f"“{doubt.words}”" if doubt.words else ""
    return (REVIEW + DOUBTS[doubt.code].format(words=said)).rstrip(" :")


def nobody_words(clause: NobodyFound, more: int = 0) -> str:
    """That nobody could be found for a clause, and for as many more of it, as a comment says it."""
    said = REVIEW + NOBODY.format(clause=clause.clause, words=shortened(clause.words))
    return said + (NOBODY_MORE.format(number=more) if more else "")


def shortened(text: str, length: int = SHORT) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    start = line[: length - 1].rpartition(" ")[0] or line[: length - 1]
    return f"{start.rstrip(' ,;:')}…"
