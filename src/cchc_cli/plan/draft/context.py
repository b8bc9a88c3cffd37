"""Sentences that read like duties and are none: what a document says of itself, and closings."""

import re

from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Reason

_FORMAL = re.compile(
    r"(?:điều \d+\.?\s*)?(?:ban hành kèm theo|(?:quyết định|nghị quyết|kế hoạch|chỉ thị"
    r"|quy chế|công điện)(?: này)?(?: được)? ?(?:được |đã được |có hiệu lực|thay thế"
    r"|bãi bỏ|gồm|áp dụng|tiếp tục được)"
    r"|(?:kế hoạch|quyết định|chỉ thị|công văn|hướng dẫn"
    r"|quy chế) này (?!.{0,200}(?:yêu cầu|đề nghị))|bãi bỏ|các quy định trước đây"
    r"|phê duyệt kèm theo|chi tiết (?:danh mục|tại|theo|có)|\(.{0,10}(?:chi tiết|kèm theo"
    r"|có phụ lục|ban hành)"
    r"|(?:danh mục|mục tiêu|nội dung)[\w ]{0,60}(?:phụ lục|kèm theo))"
)
_EXECUTES = re.compile(
    r"(?:chịu trách nhiệm|có trách nhiệm|căn cứ quyết định)\s*(?:thi hành|thực hiện"
    r"|tổ chức thực hiện) (?:quyết định|nghị quyết)(?: này)?\W*$"
)
_FUNDING = re.compile(
    r"(?:nguồn )?kinh phí (?:thực hiện|bảo đảm|đảm bảo|hoạt động|để|được|do |tổ chức)"
    r"|việc lập dự toán"
)
_CLOSING = re.compile(
    r"(?:[^,;]{3,80} )?(?:xin )?thông báo để (?!.{0,200}báo "
    r"cáo).*(?:biết|thực hiện)\W*$"
    r"|trên đây là (?:kế hoạch|nội dung|toàn bộ|chương trình)"
    r"(?![^.;]*\b(?:yêu cầu|đề nghị) )[^.;]*$|\W*$"
)


def told_of_itself(words: str) -> Reason | None:
    """Why a sentence is context for sure: it tells of the document's own force, or closes it."""
    low = plain(words)
    if _FUNDING.match(low):
        return "funding"
    if _FORMAL.match(low) or _EXECUTES.search(low):
        return "formal"
    return "closing" if _CLOSING.match(low) else None
