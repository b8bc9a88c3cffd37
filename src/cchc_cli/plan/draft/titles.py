"""The title of a document: its kind, and what it is about, in small letters."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.part_signs import TYPES

# The lines of a head before its long clauses.
HEAD_LINES = 14
LONGEST_FIRST = 400
LONGEST_MORE = 320
# More lines than these belong to no title.
MORE_LINES = 4
_ABOUT = re.compile(r"(?:V/v|^Về việc)\b.*", re.IGNORECASE)
_CITED = ("quyết định số", "kế hoạch số")
_BEHIND = re.compile(
    r"căn cứ|thực hiện (?:quyết|nghị|kế|chỉ|công)|triển khai thực hiện nghị|theo |số\s*:|\("
    r"|kính gửi|xét "
)
_ISSUERS = (
    "thủ tướng",
    "ủy ban nhân dân",
    "chủ tịch",
    "chính phủ",
    "bộ trưởng",
    "hội đồng nhân dân",
)
_DATED = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
# Short forms and numbers keep their letters where a title is set in small ones.
_KEPT = re.compile(
    r"^(?:UBND|CCHC|TTHC|HĐND|QĐ|NQ|KH|CT|TTG|TW|TU|CP|QH\d*|[IVX]+|5G"
    r"|IOT|ATTP|BHYT|\W*\d.*)\W*$|/"
)
_PLACE = re.compile(
    r"\b(tỉnh|thành phố|huyện|quận|xã|phường) ((?!(?:giai|năm|đến|và"
    r"|trên)\b)[^\W\d]+ (?!(?:giai|năm|đến|và|trên|đoạn)\b)[^\W\d]+(?: minh\b)?)"
)


class Title(NamedTuple):
    """The kind of a document (``Kế hoạch``), and its title with the kind before it."""

    kind: str
    words: str


def title_in(lines: Sequence[str]) -> Title:
    """The title that the head of a document gives."""
    head = lines[:HEAD_LINES]
    about = next((found[0] for line in head if (found := _ABOUT.search(line))), "")
    titled = any(line.isupper() and plain(line).startswith(TYPES) for line in head)
    if about and not titled:
        return Title("Công văn", f"Công văn {calm(about)}")
    for at, line in enumerate(lines):
        low = plain(line)
        kind = next((one for one in TYPES if low.startswith(one)), None)
        if kind is None or len(low) > LONGEST_FIRST or low.startswith(_CITED):
            continue
        words = _gathered(line[len(kind) :].strip(" :-"), lines[at + 1 : at + 1 + MORE_LINES])
        return Title(kind.capitalize(), f"{kind.capitalize()} {calm(words)}".strip())
    return Title("Kế hoạch", calm(lines[0]) if lines else "Kế hoạch")


def _gathered(first: str, following: Sequence[str]) -> str:
    """A title and the lines that go on with it."""
    words = [first]
    for more in following:
        if _is_behind(more, first) or not _goes_on(words[-1], more):
            break
        words.append(more)
    return " ".join(word for word in words if word)


def _is_behind(line: str, first: str) -> bool:
    """Whether a line is no title any more: what it rests on, who issues it, its day."""
    low = plain(line)
    if _BEHIND.match(low) or len(line) > LONGEST_MORE:
        return True
    if line.isupper():
        return low.startswith(_ISSUERS)
    return len(first) > 10 and _DATED.search(low) is not None


def _goes_on(last: str, line: str) -> bool:
    return not last or line[:1].islower() or line.isupper() or last.isupper()


def calm(words: str) -> str:
    """A title in capitals in small letters, short forms and names of places left as they are."""
    words = words.strip(" .:*")
    if sum(letter.isupper() for letter in words) < 0.6 * sum(letter.isalpha() for letter in words):
        return words
    small = " ".join(word if _KEPT.search(word) else word.lower() for word in words.split())
    return _PLACE.sub(lambda found: f"{found[1]} {found[2].title()}", small)


def short_title(title: str, width: int = 100) -> str:
    """As many whole words of a title as fit."""
    if len(title) <= width:
        return title
    return title[: width - 1].rpartition(" ")[0].rstrip(" ,;:-") + "…"
