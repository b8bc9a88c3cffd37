"""Lines that tell who, when and what of the task above them: "Cơ quan chủ trì: Sở Nội vụ".

``LABELS`` is data: a kind and the words before the colon. The next label is one line.
"""

import re
from typing import Literal, NamedTuple

from cchc_cli.plan.draft.letters import plain

LabelKind = Literal["lead", "implement", "partner", "time", "product", "content", "other", "who"]

_WHO = (
    r"(?:các\s+)?(?:cơ quan|đơn vị|tổ chức|cấp|bộ phận|sở,? ngành|cá nhân"
    r"|người)(?:,? (?:đơn vị|tổ chức|cá nhân))?"
)
# Within an office its own parts lead; "Ban tổ chức" is a name, so these only lead or join in.
_PART = rf"(?:{_WHO}|phòng|khoa|vụ|ngành)"
_DO = (
    r"(?:\s+(?:và|tham mưu|thực hiện|triển khai|soạn thảo|trình|xây dựng|tổ chức|chính"
    r"|nhiệm vụ|,))*"
)
LABELS: tuple[tuple[LabelKind, str], ...] = (
    (
        "who",
        rf"(?:{_PART}\s+)?chủ trì\s*(?:,|và|/)\s*(?:{_PART}\s+)?(?:phối hợp"
        r"|thực hiện)(?:\s+thực hiện)?",
    ),
    ("lead", rf"(?:{_PART}\s+)?(?:được giao\s+)?chủ trì{_DO}"),
    ("partner", rf"(?:{_PART}\s+)?(?:cùng\s+)?phối hợp{_DO}"),
    (
        "implement",
        rf"{_WHO}\s+(?:được giao|chịu trách nhiệm|có trách nhiệm|tổ chức"
        rf"|trực tiếp|đầu mối|tham mưu){_DO}",
    ),
    ("implement", rf"{_WHO}\s+thực hiện{_DO}"),
    (
        "implement",
        r"(?:phân công|trách nhiệm)(?:\s+(?:thực hiện|tổ chức|chủ trì))*"
        r"|đầu mối(?: thực hiện)?|giao thực hiện|thực hiện(?=\s*:)",
    ),
    (
        "time",
        r"(?:thời gian|thời hạn|tiến độ|lộ trình|thời điểm|hạn)"
        r"(?:\s+(?:và|thực hiện|hoàn thành|hoàn tất|ban hành|trình|triển khai|tổ chức"
        r"|báo cáo|dự kiến|gửi|xong|kết thúc|cụ thể|đến))*"
        r"(?:,? (?:và )?tiến độ(?: thực hiện)?)?",
    ),
    ("time", r"hoàn thành(?: trong| trước)?"),
    (
        "product",
        r"(?:dự kiến\s+)?(?:sản phẩm|kết quả|yêu cầu sản phẩm|đầu ra)"
        r"(?:\s*(?:/|,)?\s*(?:đầu ra|hoàn thành|dự kiến|đạt được|thực hiện|cần đạt"
        r"|sản phẩm|kết quả|và|của nhiệm vụ|yêu cầu))*",
    ),
    (
        "content",
        r"(?:các )?(?:nội dung|nhiệm vụ|công việc|hoạt động)(?:\s*(?:,"
        r"|và)?\s*(?:thực hiện|công việc|hoạt động|triển khai|biện pháp"
        r"|nhiệm vụ|chính|chủ yếu|cụ thể|giải pháp|nội dung"
        r"|hỗ trợ thi hành luật bao gồm))*",
    ),
    (
        "other",
        r"(?:nguồn )?kinh phí(?: thực hiện| dự kiến)?|địa điểm(?: thực hiện"
        r"| tổ chức)?|đối tượng(?: thực hiện| tham gia| áp dụng)?"
        r"|thành phần(?: tham gia)?|hình thức(?: thực hiện| tổ chức)?|số lượng"
        r"|quy mô|phạm vi(?: thực hiện)?|mục tiêu|chỉ tiêu|mục đích|yêu cầu"
        r"|ghi chú|lãnh đạo (?:phụ trách|chỉ đạo)(?: [^:]{0,30})?|người (?:phụ trách"
        r"|chỉ đạo)|căn cứ|cấp trình|cơ quan ban hành|nơi nhận",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in LABELS)
_INLINE = re.compile(
    r"(?:^|(?<=[.;,(\n])|(?<=[.;,(]\s))\s*(?:[-+•*]\s*)?(?P<l>(?:"
    + "|".join(
        pattern
        for kind, pattern in LABELS
        if kind in ("lead", "partner", "implement", "time", "product", "who")
    )
    + r"))\s*:\s*"
)


class Labelled(NamedTuple):
    """The label that words begin with, and the value behind it."""

    kind: LabelKind
    value: str
    start: int


def label_of(words: str) -> Labelled | None:
    """The label of a line; one without colon only where nothing else is on the line."""
    low = plain(words)
    start = len(low) - len(low.lstrip(" -+*•"))
    for kind, pattern in _COMPILED:
        found = pattern.match(low, start)
        if not found:
            continue
        colon = re.compile(r"\s*(?:\([^)]*\)\s*)?:\s*").match(low, found.end())
        if colon:
            return Labelled(kind, words[colon.end() :].strip(), colon.end())
        if not low[found.end() :].strip(" .") and _stands_alone(kind, low[start:]):
            return Labelled(kind, "", len(words))
        if kind == "time" and re.match(
            r"(?:thời gian|thời hạn|tiến độ) (?:thực hiện|hoàn thành|hoàn tất|ban hành|triển khai)",
            low[start:],
        ):
            return Labelled(kind, words[found.end() :].strip(" :"), found.end())
    return None


def _stands_alone(kind: LabelKind, low: str) -> bool:
    """Whether words are a label even without colon and value (the items below are its value)."""
    if kind in ("other", "content"):
        return kind == "content" and low.startswith("nội dung")
    return kind != "implement" or low.startswith(("cơ quan", "đơn vị"))


def _kind_of(words: str) -> LabelKind:
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(words)), "other")


def inline_labels(words: str) -> tuple[str, tuple[Labelled, ...]]:
    """A sentence without the labels within it, and those labels."""
    low = plain(words)
    found = [one for one in _INLINE.finditer(low) if one.start("l") > 0]
    if not found:
        return words, ()
    values: list[Labelled] = []
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(words)
        value = words[one.end() : end].strip(" ;.,()")
        values.append(Labelled(_kind_of(one["l"]), value, one.end()))
    return words[: found[0].start()].rstrip(" ;,(-"), tuple(values)
