"""What the part of a document is about, by its heading: who acts there, or only what is meant.

``KINDS`` is asked from top to bottom; the first whose words stand in a heading gives its kind. The
next kind of heading is one line.
"""

import re
from typing import Literal, NamedTuple

from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Reason

Kind = Literal["duties", "tasks", "context", "forms"]


class Section(NamedTuple):
    """A kind of part.

    Attributes:
        kind: ``duties`` lays work on agencies, ``tasks`` says what is to be done, ``context`` is
            neither; ``forms`` (templates to fill in) is never looked into.
        reason: why its clauses are context, where they are.
    """

    kind: Kind
    reason: Reason


DUTIES = Section("duties", "content")
TASKS = Section("tasks", "content")
KINDS: tuple[tuple[str, Section], ...] = (
    (r"^(?:biểu )?mẫu\b|^đề cương báo cáo|^phiếu", Section("forms", "form")),
    (r"\btổ chức (?:thực hiện|triển khai|thi hành)|^thực hiện$", DUTIES),
    (
        r"\bphân công|\btrách nhiệm (?:của|thực hiện|các|thi hành)|^trách nhiệm\b"
        r"|^giao nhiệm vụ",
        DUTIES,
    ),
    (
        r"\bnhiệm vụ (?:cụ thể|của các|các cơ quan)"
        r"|\bchế độ (?:thông tin,? )?(?:phối hợp,? )?báo cáo",
        DUTIES,
    ),
    (
        r"\bchế độ phối hợp|\bthông tin,? báo cáo|^báo cáo\b|\bkiểm tra,? (?:giám sát"
        r"|đôn đốc)$",
        DUTIES,
    ),
    (r"\bnhiệm vụ|\bgiải pháp|\bbiện pháp", TASKS),
    (r"\bmục đích\b.*\byêu cầu|^mục đích|^ý nghĩa", Section("context", "purpose")),
    (r"^(?:các |những )?yêu cầu\b", Section("context", "requirement")),
    (
        r"\bquan điểm|^nguyên tắc|^phương châm|^tư tưởng"
        r"|^định hướng chung",
        Section("context", "viewpoint"),
    ),
    (r"\bmục tiêu|\bchỉ tiêu|^tầm nhìn", Section("context", "target")),
    (
        r"^phạm vi|^đối tượng|^thời gian(?:,| và)? (?:địa điểm|phạm vi)|^địa điểm"
        r"|^thành phần",
        Section("context", "scope"),
    ),
    (
        r"\btình hình|\bthực trạng|^đánh giá|^kết quả (?:đạt|thực hiện)|^bối cảnh"
        r"|^sự cần thiết|^tồn tại|^hạn chế",
        Section("context", "situation"),
    ),
    (r"^căn cứ|^cơ sở pháp lý|^cơ sở", Section("context", "basis")),
    (
        r"\bkinh phí|^nguồn (?:lực|vốn)|^dự toán|^nhu cầu vốn|^tổng mức"
        r"|^tài chính",
        Section("context", "funding"),
    ),
    (r"^(?:điều khoản|hiệu lực) thi hành", Section("context", "formal")),
    (r"\bnội dung|\bhình thức|\bhoạt động|\bcông việc|\btiến độ|\bkế hoạch", TASKS),
)
_COMPILED = tuple((re.compile(pattern), section) for pattern, section in KINDS)
HEADING_WIDTH = 200


def section_of(heading: str) -> Section | None:
    """The kind of part that a heading names; None where it names none."""
    words = plain(heading).strip(" .:;-")
    if len(words) > HEADING_WIDTH:
        return None
    for pattern, section in _COMPILED:
        if pattern.search(words):
            return section
    return None
