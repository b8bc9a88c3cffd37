"""The heads of tables: which columns of which rows tell what is to be done, who and when.

``HEADS`` is data; the next head is one line.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from cchc_cli.plan.draft.blocks import Row, Table
from cchc_cli.plan.draft.letters import plain

Column = Literal[
    "no", "content", "work", "lead", "implement", "partner", "time", "product", "other"
]

# The heads of columns, asked from top to bottom.
HEADS: tuple[tuple[Column, str], ...] = (
    ("no", r"^(?:stt|tt|số tt|số thứ tự|số)\.?$"),
    ("partner", r"phối hợp(?!.*chủ trì)"),
    ("lead", r"chủ trì"),
    ("implement", r"^phân công"),
    (
        "time",
        r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|hạn (?:chót|cuối)|lộ trình"
        r"|^năm (?:thực hiện|hoàn thành|triển khai|trình)",
    ),
    ("product", r"sản phẩm|kết quả|đầu ra"),
    ("work", r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|đầu việc"),
    # Things that are tasks only where somebody is told to lead or do them by a time.
    (
        "content",
        r"tên (?:đề án|chương trình|văn bản|dự án)|chỉ tiêu|^danh mục|^mục tiêu"
        r"|đề án|văn bản|chương trình",
    ),
    (
        "implement",
        r"(?:cơ quan|đơn vị|người|tổ chức|trách nhiệm|phân công"
        r"|bộ phận).{0,24}(?:thực hiện|tham mưu|đầu mối|phụ trách|chịu trách nhiệm)"
        r"|^(?:cơ quan|đơn vị|phân công|thực hiện|trách nhiệm)$",
    ),
    (
        "other",
        r"ghi chú|kinh phí|nguồn|đvt|đơn vị tính|căn cứ|lãnh đạo|hình thức|địa điểm"
        r"|đối tượng|năm \d{4}|cấp trình",
    ),
)
_COMPILED = tuple((column, re.compile(pattern)) for column, pattern in HEADS)
HEAD_ROWS = 4
# More cells than these a head spans in no table of tasks.
WIDEST = 40
LONGEST = 90
# A head of the second row says no more words than these; a task may begin with the same.
HEAD_WORDS = 5


class TableHeads(NamedTuple):
    """Where the heads of a table stand.

    Attributes:
        row: the row that they begin in.
        start: its first cell that is one.
        columns: what each column below is, None where nothing known heads it.
        depth: how many rows they take, that with the numbers of the columns included.
    """

    row: int
    start: int
    columns: tuple[Column | None, ...]
    depth: int


def heads_of(table: Table) -> TableHeads | None:
    """The heads of a table of tasks; None where it is no such table."""
    for at, row in enumerate(table.rows[:HEAD_ROWS]):
        start = next((n for n, cell in enumerate(row) if _column(cell.text) == "no"), 0)
        columns = [
            column
            for cell in row[start:]
            for column in [_column(cell.text)] * min(max(cell.across, 1), WIDEST)
        ]
        if _is_tasks(columns):
            depth = _depth(columns, table.rows[at + 1 : at + 3])
            return TableHeads(at, start, tuple(columns), depth)
    return None


def _column(text: str) -> Column | None:
    words = " ".join(plain(text).split()).strip(" .:*")
    if not words or len(words) > LONGEST:
        return None
    return next((column for column, pattern in _COMPILED if pattern.search(words)), None)


def _is_tasks(columns: Sequence[Column | None]) -> bool:
    """Whether these are the heads of tasks: what is to be done, and who does it or when."""
    known = set(columns)
    if known & {"content", "work"} and ("lead" in known or {"implement", "time"} <= known):
        return True
    return "work" in known and ("implement" in known or {"time", "no", "product"} <= known)


def _depth(columns: list[Column | None], below: Sequence[Row]) -> int:
    """How many rows the heads take; a second row of heads is taken into the columns."""
    if not below:
        return 1
    second = _goes_on(columns, below[0]) and _refined(columns, below[0])
    depth = 2 if second or _counts(below[0]) else 1
    return depth + 1 if len(below) >= depth and _counts(below[depth - 1]) else depth


def _goes_on(columns: list[Column | None], below: Row) -> bool:
    """Whether the row below is of heads, too: its cells go on, or are all heads themselves."""
    if any(cell.above for cell in below):
        return True
    texts = [cell.text for cell in below if cell.text.strip()]
    return len(texts) > 1 and len(below) >= len(columns) - 1 and all(map(_only_head, texts))


def _only_head(text: str) -> bool:
    """Whether a cell says nothing but the head of a column."""
    return len(text.split()) <= HEAD_WORDS and _column(text) is not None


def _refined(columns: list[Column | None], below: Row) -> bool:
    """Take the second row of heads into the columns, where cells of the first span several."""
    at, changed = 0, False
    for cell in below:
        own = _column(cell.text)
        if own and not cell.above and at < len(columns):
            columns[at] = own
            changed = True
        at += max(cell.across, 1)
    return changed


def _counts(row: Row) -> bool:
    """``1 | 2 | 3``: the row that numbers the columns."""
    texts = [cell.text.strip(" ()") for cell in row if cell.text.strip()]
    return len(texts) > 2 and all(re.fullmatch(r"\d{1,2}|[A-E]", text) for text in texts)
