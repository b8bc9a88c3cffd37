"""The lines by which the parts of a document are told: titles, annexes, who signs, what leads in.

Data and what is asked of single lines; ``parts`` walks over the document with them.
"""

import re

from cchc_cli.plan.draft.blocks import Paragraph
from cchc_cli.plan.draft.letters import UPPER, plain
from cchc_cli.plan.draft.model import Reason
from cchc_cli.plan.draft.outline import is_capitals

TYPES = (
    "kế hoạch",
    "quyết định",
    "chỉ thị",
    "nghị quyết",
    "công điện",
    "chương trình hành động",
    "chương trình",
    "đề án",
    "phương án",
    "hướng dẫn",
    "thông báo",
    "kết luận",
    "quy chế",
    "công văn",
    "quy định",
    "đề cương",
    "danh mục",
    "báo cáo",
    "chiến lược",
    "lộ trình",
)
_TYPE = re.compile(rf"(?:{'|'.join(TYPES)})\b")
_BASIS = re.compile(
    r"(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện |triển khai |trên cơ sở|để |nhằm "
    r"|tiếp theo|thi hành|theo chỉ đạo|tại )"
)
_LEADS_IN = re.compile(
    r"(?:như sau|sau đây|sau|yêu cầu|chỉ đạo|quyết nghị|quyết định|điện|đề nghị|nội dung"
    r"|các nội dung|cụ thể|thông báo|chỉ thị)\s*[:.]$|:$"
)
ANNEX = re.compile(
    r"(?:phụ lục|phụ biểu|biểu)\s*(?:số\s*)?(?P<n>[ivx]+|\d{1,2})?\b"
    r"|danh mục (?:các )?(?:nhiệm vụ|công việc)|bảng phân công"
)
_SIGNS = re.compile(
    r"(?:TM\.|KT\.|TUQ\.|TL\.|T/M|K/T|Q\.|\[?đã ký|CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG"
    r"|THỦ TƯỚNG|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|TỔNG GIÁM ĐỐC|PHÓ )"
)
_ORDERS = re.compile(r"có trách nhiệm(?: [\w ]{0,40})?\s*:$")
_FOR = re.compile(r"(?:TM|KT|TUQ|TL|T/M|K/T)[.\s]")
LONG = 60
LONG_HEAD = 240
# Where a file lost the break before an item.
GLUED = re.compile(
    rf"(?<=[^\W\d][:.;])(?=(?:\d{{1,2}}\.\s|Điều \d{{1,2}}\.\s?)[{UPPER}])"
    r"|(?<=[.;,\w])(?=QUYẾT ĐỊNH\s*:)|(?<=QUYẾT ĐỊNH:)(?=\S)"
    r"|[\s|]+(?=Nơi nhận\s*:)|[\s|]+(?=(?:TM|KT|TL|TUQ)\.\s[A-ZĐ]{2})"
)
_OFFICE = re.compile(
    r"(?:phó |thứ |quyền )?(?:chủ tịch|cục trưởng|giám đốc|bộ trưởng|thứ trưởng|trưởng ban"
    r"|hiệu trưởng|tổng giám đốc"
    r"|chi cục trưởng|viện trưởng|trưởng phòng|chánh văn phòng|chánh thanh tra|bí thư"
    r"|thủ tướng|trưởng)(?: .{0,30})?"
)
NOTE = re.compile(r"\[\d{1,3}\]|\(\d\)\s*xem|ghi chú\s*:")
STARTERS = ("part", "section", "article", "roman", "upper", "number", "decimal")


def titles_annex(low: str) -> bool:
    """Whether a line only goes on with the heading of an annex (``DANH MỤC NHIỆM VỤ``)."""
    return not low.startswith(("phụ lục", "phụ biểu", "biểu"))


def is_annex(block: Paragraph, low: str, *, in_body: bool) -> bool:
    """Whether a line begins an annex; within a body it stands out by its form as well."""
    if not ANNEX.match(low) or len(low) >= 200:
        return False
    capitals = is_capitals(block.text)
    if in_body and not (capitals or block.bold or block.centred or len(low) < 16):
        return False
    return capitals or len(low) < 40


def leads_in(low: str) -> bool:
    """Whether a line of the head leads the body in: ``… ban hành Kế hoạch như sau:``."""
    near = re.search(r"sau.{0,9}$|\b(?:yêu cầu|đề nghị|giao|chỉ thị)\b", low)
    return (
        bool(_LEADS_IN.search(low))
        and (len(low) > LONG or near is not None)
        and not low.startswith(("kính gửi", "nơi nhận"))
        and not re.match(r"số\s*:", low)
    )


def orders(low: str) -> bool:
    """``… có trách nhiệm:`` in a head: already the first clause of the body."""
    return _ORDERS.search(low) is not None


def reason_of_head(low: str) -> Reason:
    """What a line of the head is that leads nothing in."""
    if _BASIS.match(low) and len(low) > LONG:
        return "basis"
    return "situation" if len(low) > LONG_HEAD else "head"


def is_signature(words: str) -> bool:
    """Whether a line behind the body is who signs."""
    return _SIGNS.match(words) is not None


def signs_off(words: str) -> bool:
    """Whether a line of the body is already who signs."""
    office = len(words) < LONG and words.isupper() and _OFFICE.fullmatch(plain(words))
    return _FOR.match(words) is not None or bool(office)


def begins_title(words: str, low: str) -> bool:
    """Whether a line begins the title of a document."""
    found = _TYPE.match(low)
    return found is not None and (is_capitals(words) or words[: found.end()].isupper())
