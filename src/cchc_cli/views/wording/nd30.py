"""Words for what a document lacks of the form of Nghị định 30/2020/NĐ-CP.

A clause names the annex and the element as the annex calls it, never a finer number.
"""

from collections.abc import Sequence

ELEMENTS: dict[str, str] = {
    "national_title": "Quốc hiệu",
    "motto": "Tiêu ngữ",
    "superior": "tên cơ quan chủ quản",
    "issuer": "tên cơ quan ban hành",
    "number": "số, ký hiệu",
    "date": "địa danh và thời gian ban hành",
    "type_name": "tên loại văn bản",
    "subject": "trích yếu nội dung",
    "letter_subject": "trích yếu nội dung công văn",
    "addressee": "Kính gửi",
    "body": "nội dung văn bản",
    "heading": "mục trong nội dung",
    "capacity": "quyền hạn, chức vụ người ký",
    "signer": "họ và tên người ký",
    "signature": "chữ ký",
    "recipients_head": "Nơi nhận",
    "recipients": "danh sách nơi nhận",
    "annex": "phụ lục",
    "annex_title": "tên phụ lục",
    "annex_reference": "dòng “Kèm theo” của phụ lục",
    "page": "khổ giấy, định lề trang",
    "page_number": "số trang",
    "font": "phông chữ",
    "head": "các thành phần đầu văn bản",
    "figure": "cách viết số liệu",
}
DECREE = "NĐ 30/2020/NĐ-CP"
ANNEX = "Phụ lục I"
FORMS = {"CV": "Phụ lục III, mẫu 1.5", "": "Phụ lục III, mẫu 1.4"}
ABBREVIATIONS = "Phụ lục III, bảng chữ viết tắt"
# The part of the document in which an element stands; that of letters is any.
PARTS: dict[str, str] = {
    **dict.fromkeys(
        ("national_title", "motto", "superior", "issuer", "number", "date"), "phần đầu"
    ),
    **dict.fromkeys(("type_name", "subject", "letter_subject", "addressee", "head"), "phần đầu"),
    **dict.fromkeys(("body", "heading"), "nội dung"),
    **dict.fromkeys(("capacity", "signer", "signature"), "phần ký"),
    **dict.fromkeys(("recipients_head", "recipients"), "phần ký"),
    **dict.fromkeys(("annex", "annex_title", "annex_reference"), "phụ lục"),
    "page_number": "đầu trang",
}
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
ALIGNMENTS = {
    "left": "canh trái",
    "right": "canh phải",
    "center": "canh giữa",
    "both": "canh đều hai bên",
}
NOTHING = "không có"
UPPER = "chữ in hoa"
SENTENCE = "chữ in thường, hoa chữ đầu"
BOLD = "chữ đậm"
REGULAR = "chữ không đậm"
ITALIC = "chữ nghiêng"
UPRIGHT = "chữ đứng"
UNDERLINED = "chữ gạch chân"
BLACK = "màu đen"
PORTRAIT = "trang đứng"
LANDSCAPE = "trang ngang"
A4 = "khổ A4 (210 × 297 mm)"
TWO_COLUMNS = "bảng hai cột, khoảng 40 % và 60 %"
TYPED_RULE = "hàng ký tự “{text}”"
DRAWN_RULE = "một nét liền được vẽ"
MOTTO_RULE = "nét liền dài bằng dòng chữ, {wanted}"
SHORT_RULE = "nét liền dài từ 1/3 đến 1/2 dòng chữ, {wanted}"
DASHED_RULE = "nét không liền"
OFF_CENTRE = "nét lệch {found}"
CENTRED_RULE = "nét ở giữa dòng chữ"
PAGE_NUMBER = "số trang ở giữa lề trên, từ trang thứ hai"
NUMBER_ON_FIRST = "trang thứ nhất có số trang"
NO_NUMBER_ON_FIRST = "trang thứ nhất không có số trang"
IN_FOOTER = "số trang ở chân trang"
ARABIC = "chữ số Ả Rập"
OWN_PAGES = "phụ lục bắt đầu một phần (section) mới, số trang đánh riêng từ 1"
PAGES_GO_ON = "số trang đánh tiếp của văn bản"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NUMBER_FORM = "Số: 05/BC-SNV"
LETTER_NUMBER_FORM = "Số: 05/BNV-VP"
NUMBER_SPACES = "không có dấu cách quanh / và -"
SYMBOL = "{code}-<cơ quan> sau dấu /"
LETTER_SYMBOL = "<cơ quan>-<đơn vị soạn thảo> sau dấu /, không có chữ viết tắt tên loại"
DATE_FORM = "Hà Nội, ngày 05 tháng 01 năm 2022"
DATE_ROW = "cùng hàng với số, ký hiệu"
ANOTHER_ROW = "ở hàng khác"
KIND = "tên loại (BÁO CÁO …) ở giữa, hoặc “V/v …” dưới số, ký hiệu"
TYPE_ALONE = "“{name}” đứng riêng một dòng"
COMMITTEE_ALONE = "không có dòng cơ quan chủ quản trên tên Ủy ban nhân dân"
AUTHORITY = "TM. ỦY BAN NHÂN DÂN (hoặc TL., TUQ.)"
ADDRESSEE = "“Kính gửi:”, vì văn bản gửi cấp trên và công văn phải có"
ADDRESSEE_OR_NOT = "“Kính gửi:”, vì Nơi nhận có “Như trên”"
AS_ABOVE = "“- Như trên;” ở dòng đầu của Nơi nhận"
ONE_ADDRESSEE = "một nơi nhận thì ghi cùng dòng với “Kính gửi:”"
MANY_ADDRESSEES = "mỗi nơi nhận một dòng riêng dưới “Kính gửi:”"
DASH_FIRST = "gạch đầu dòng “- ”"
ENDS_WITH = "cuối dòng là dấu “{mark}”"
JUSTIFIED = "canh đều hai bên"
FIRST_LINE = "lùi dòng đầu 10 hoặc 12,7 mm"
FIRST_LINE_FOUND = "lùi dòng đầu {found}"
BETWEEN = "cách đoạn ít nhất 6 pt"
BETWEEN_FOUND = "cách đoạn trước {found}"
BELOW_NUMBER = "cách số, ký hiệu 6 pt"
LINES = "cách dòng từ đơn đến 1,5"
LINES_FOUND = "cách dòng {found}"
BODY_END = "kết thúc bằng “./.”"
ENDS = "kết thúc bằng “{end}”"
VIETNAMESE_LETTERS = "chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, …"
HEADING_FORM = "I., 1., a), -"
NO_TITLE = "không ghi học hàm, học vị, danh hiệu"
SAME_ROW = "Nơi nhận ngang hàng với quyền hạn, chức vụ người ký"
RECIPIENTS = "“Nơi nhận:” và danh sách"
RECIPIENTS_FORM = "“Nơi nhận:”"
LAST_RECIPIENT = "dòng cuối “- Lưu: VT, <đơn vị>.”"
ANNEX_WITHOUT_NUMBER = "“Phụ lục”, không đánh số khi chỉ có một"
ANNEX_NUMBER = "“Phụ lục {number}”"
ANNEX_ALONE = "“{name}” đứng riêng một dòng, tên phụ lục ở dòng sau"
REFERENCE = "“(Kèm theo …)” dưới tên phụ lục"
ANNEX_TITLE = "tên phụ lục"
FIGURE = "“{wanted}”"
LINE = "{place}: {found}; cần {wanted} ({clause})."
AND_OTHERS = "{place} và {number} chỗ khác"

WORD_ERRORS: dict[str, str] = {
    "word_not_word": "Tệp này không phải tài liệu Word (.docx), hoặc đã hỏng.",
    "word_old": (
        "Tệp này là tài liệu Word kiểu cũ (.doc) hoặc không phải tài liệu Word; hãy mở bằng Word "
        "hay LibreOffice và lưu thành .docx."
    ),
    "word_encrypted": "Tài liệu Word này có mật khẩu; hãy bỏ mật khẩu rồi thử lại.",
    "word_broken": "Tài liệu Word này đã hỏng, không đọc được (phần {part}{at}).",
    "word_too_big": "Tài liệu Word này quá lớn: một phần của nó lớn hơn {limit} MB.",
}
_SHOWN = 48


def clause(code: str, element: str, kind: str = "") -> str:
    """The clause that a breach goes against."""
    if code in ("number_symbol",):
        return ABBREVIATIONS
    if element == "figure":
        return f"{DECREE}, {ELEMENTS[element]}"
    if code in ("kind_unknown", "addressee_missing", "as_above_missing", "capacity_authority"):
        return FORMS.get(kind, FORMS[""])
    return f"{ANNEX}, {ELEMENTS[element]}"


def number_text(value: float) -> str:
    """A measure with the Vietnamese decimal comma, without needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def points_text(*values: float) -> str:
    """``13,5 pt``; several sizes with commas between."""
    return f"{'; '.join(number_text(one) for one in values)} pt"


def range_text(low: float, high: float, unit: str) -> str:
    """``13–14 pt``, or the one value."""
    if low == high:
        return f"{number_text(low)} {unit}"
    return f"{number_text(low)}–{number_text(high)} {unit}"


def mm_text(*values: float) -> str:
    """``30 mm``; sides with a cross between."""
    return f"{' × '.join(number_text(round(one, 1)) for one in values)} mm"


def size_wanted(sizes: tuple[float, float]) -> str:
    """The size of letters that is wanted."""
    return f"cỡ chữ {range_text(*sizes, 'pt')}"


def size_found(sizes: Sequence[float]) -> str:
    """The sizes of letters that were found."""
    return f"cỡ chữ {points_text(*sizes)}"


def font_found(fonts: Sequence[str]) -> str:
    """The fonts that were found."""
    return ", ".join(fonts)


def quoted(text: str) -> str:
    """The first words of a text, in quotation marks."""
    one = " ".join(text.split())
    if len(one) > _SHOWN:
        one = one[:_SHOWN].rpartition(" ")[0] or one[:_SHOWN]
        one += "…"
    return f"“{one}”"


def place_text(element: str, number: int | None, text: str) -> str:
    """Where a breach stands: the part, the paragraph's number, and its first words."""
    told = [PARTS[element]] if element in PARTS else []
    if number is None:
        told.append(ELEMENTS[element])
    else:
        told.append(f"đoạn {number}")
    where = ", ".join(told)
    return f"{where} {quoted(text)}" if text.strip() else where


def section_place(number: int, side: str = "") -> str:
    """A section of the document as a place, and the side of its pages."""
    where = f"trang, phần (section) {number}"
    return f"{where}, lề {SIDES[side]}" if side else where
