"""One key for the spellings of one name, so that a body is proposed once and found again.

Usual abbreviations are written out, quantifiers and the territory at the end fall away, and
committees are told apart by their level alone.
"""

import re
from functools import lru_cache

from cchc_cli.plan.draft.letters import plain

_SHORT = (
    (r"\bủy ban nhân dân\b|\bub nhân dân\b", "ubnd"),
    (r"\bub(?:nd)?\s*\)", "ubnd"),
    (r"\bmặt trận tổ qu[ốá]c\b", "mttq"),
    (r"\b(?:ủy ban|ub|ban thường trực ủy ban)\s*mttq|\bubmttq(?:vn)?\b|\bmttqvn\b", "mttq"),
    (r"\bmttq(?: việt nam| vn)\b", "mttq"),
    (r"\bvpubnd\b|\bvpub\b|\bvp ubnd\b", "văn phòng ubnd"),
    (r"\bbộ chqs\b|\bbch quân sự\b|\bbộ ch quân sự\b|\bban chqs\b", "bộ chỉ huy quân sự"),
    (r"\bbch bđbp\b|\bban chbđ biên phòng\b", "bộ chỉ huy bộ đội biên phòng"),
    (r"\bban chỉ huy bộ đội biên phòng\b", "bộ chỉ huy bộ đội biên phòng"),
    (r"\bbcđ\b", "ban chỉ đạo"),
    (r"\bbql\b|\bban ql\b", "ban quản lý"),
    (r"\btncs hồ chí minh\b|\bthanh niên cộng sản hồ chí minh\b|\btncs hcm\b", "tncs"),
    (r"\bhội lhpn(?:vn)?\b|\bhội liên hiệp phụ nữ\b", "hội phụ nữ"),
    (r"\bhội ccb\b", "hội cựu chiến binh"),
    (r"\bhtx\b", "hợp tác xã"),
    (r"\bpttth\b|\bptth\b|\bpt&th\b", "phát thanh truyền hình"),
    (r"\bttđt\b", "thông tin điện tử"),
    (r"\btp\b\.?", "thành phố"),
    (r"\bbhxh\b", "bảo hiểm xã hội"),
    (r"\btw\b", "trung ương"),
    (r"\bquận uỷ\b", "quận ủy"),
)
_SHORTENED = tuple((re.compile(pattern), full) for pattern, full in _SHORT)
_QUANTITY = re.compile(r"\b(?:tất cả|toàn bộ|toàn thể|một số|những|các|của|và|việt nam|đồng chí)\b")
_PLACE = re.compile(
    r"(?<!các)(?:\s+(?:trên|thuộc|của|trong)(?: địa bàn)?)?(?:\s+cấp)?\s+(?:tỉnh"
    r"|thành phố)(?:\s+(?!cấp\b)\w+){0,3}$"
    r"|\s+trên địa bàn$"
)
_LINKED = re.compile(r"(?:\s+(?:có )?(?:liên quan|trực thuộc|thuộc|khác|được giao nhiệm vụ))+\s*$")
_LEVELS = (
    ("xã", r"xã|phường|thị trấn|đặc khu|cấp xã"),
    ("huyện", r"quận|huyện|thị xã|cấp huyện"),
    ("tỉnh", r"tỉnh|cấp tỉnh"),
)


@lru_cache(maxsize=4096)
def party_key(name: str, *, group: bool) -> str:
    """The key of a name."""
    words = plain(name)
    for pattern, full in _SHORTENED:
        words = pattern.sub(full, words)
    if group and re.match(r"(?:các )?ubnd\b", words):
        return _committees(words)
    words = " ".join(re.sub(r"[^\w\s]", " ", words).split())
    if group:
        words = _LINKED.sub("", words)
    words = _PLACE.sub("", words) if not words.startswith("ubnd") else words
    words = " ".join(_QUANTITY.sub(" ", words).split())
    if words.startswith("ubnd"):
        return "ubnd thành phố" if "thành phố" in words else words.split(" tỉnh")[0] + " tỉnh"
    return words or plain(name)


def _committees(words: str) -> str:
    """The levels of a group of committees."""
    if ":" in words:
        return " ".join(re.sub(r"[^\w\s:]", " ", words).split())
    plainly = words.replace("thị xã", "huyện")
    levels = [level for level, pattern in _LEVELS if re.search(rf"\b(?:{pattern})\b", plainly)]
    if "trung ương" in words or ("thành phố" in words and "tỉnh" in levels):
        levels = ["tỉnh"]
    if "các cấp" in words:
        levels = ["các cấp"]
    return f"ubnd: {', '.join(levels) or words}"
