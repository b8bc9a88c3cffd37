"""When a sentence says that something has to be done, in the plan file's short form.

The phrases of one sentence belong together: "định kỳ hằng năm (trước ngày 15 tháng 12)" is one
rhythm with its due day, "trước 15/6 … và trước 15/12 …" are two deadlines.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from cchc_cli.plan.draft.letters import mended, plain
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.time_atoms import Atom
from cchc_cli.plan.draft.time_rules import atoms
from cchc_cli.plan.draft.time_schedules import Frame, schedule_of

# A number with letters after a stroke is the symbol of a cited document, and so is its date.
_CITED = re.compile(
    r"(?:[Ss]ố:?\s*)?\b\d[\w.]{0,12}(?:/\d{4})?(?:\s?-\s?|/)[A-ZĐ]{2}[\w&]*(?:\s?[-/–]\s?[\wĐ&]+)*"
    r"(?:\s*,?\s*ngày\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4})?"
)
_TITLED = re.compile(
    r"(?:luật|pháp lệnh|hiến pháp|nghị quyết|kết luận|thông báo|công văn|tờ trình)[^.;,]{0,80}?"
    r"\s*ngày\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}"
)
# What a yearly rhythm is an adjective of: a budget or plan of each year is no deadline.
_NOUN = re.compile(
    r"(?:ngân sách|dự toán|kế hoạch|chương trình|nhà nước|kinh phí|xã hội|địa phương|cao điểm|"
    r"báo cáo viên|vốn|chi|bồi dưỡng|công chức|viên chức|đầu tư công|công tác|thường niên|tư pháp)"
    r"(?:\s*(?:các|của|trung hạn,?|,|và))*\s*(?:trung hạn,?\s*)?(?:\d+\s*)?$"
)
# What has happened already, and no event that is waited for.
_PRESENT = re.compile(
    r"(?:thực hiện )?(?:chính quyền địa phương|sắp xếp|hợp nhất|sáp nhập|tinh gọn|kiện toàn)"
)
_RESULT = re.compile(r"kết quả (?:thực hiện|triển khai)[^,;]*$")
_NOT_DUE = re.compile(
    r"(?:thường trú|cư trú|sinh|hiệu lực|tồn tại|phát sinh|xảy ra|so với|đã [\w ]{2,30}"
    r"|được (?:ban hành|cấp|thành lập|công nhận|xây dựng|phê duyệt))\s*$"
)
# What a stretch of time is of, and no deadline.
_NO_WINDOW = re.compile(
    r"(?:tính|số liệu|kỳ báo cáo|nhiệm vụ|kinh phí|dự toán|hiệu lực|phát sinh|ngân sách"
    r"|được giao|nguồn lực"
    r"|diễn ra|xảy ra|đã (?:ban hành|phê duyệt|thực hiện|hoàn thành|giao|công bố))\s*$"
)


class Timing(NamedTuple):
    """A schedule in short form, and the words it was read from."""

    schedule: str
    words: str
    start: int
    end: int
    doubts: tuple[Doubt, ...] = ()


Group = tuple[Atom, ...]
# More deadlines than these are in no sentence that means them all.
MOST = 20


def read_times(text: str, frame: Frame, *, value: bool = False) -> tuple[Timing, ...]:
    """Every schedule that a text gives, in order; ``value`` where it is nothing but a time."""
    masked = _masked(text)
    found = [atom for atom in atoms(masked, value=value) if value or _counts(masked, atom)]
    joined = _joined(found)
    kept = (_of_value(joined, masked) if value else _firm(joined) or joined)[:MOST]
    read = [_timing(group, text, masked, frame) for group in kept]
    other = next((g for g in joined if not _covered(g, kept)), None) if _firm(joined) else None
    if other and read and (value or other[0].kind != "always"):
        words = text[other[0].start : other[0].end].strip()
        last = read.pop()
        read.append(last._replace(doubts=(*last.doubts, Doubt("time_other", words))))
    return tuple(read)


def _covered(group: Group, kept: list[Group]) -> bool:
    """Whether a phrase is one of those kept, or within one of them."""
    return any(one[0].start <= group[0].start and group[-1].end <= one[-1].end for one in kept)


def _firm(joined: list[Group]) -> list[Group]:
    """The phrases that name a day or a rhythm; before them, what depends on an event is left."""
    firm = [group for group in joined if group[0].kind not in ("always", "open", "event")]
    return firm + [group for group in joined if group[0].kind == "event" and group[0].span]


def _of_value(joined: list[Group], masked: str) -> list[Group]:
    """Of a value, the phrases that are of the first one's kind; windows in a row are one."""
    kept = _firm(joined)
    if not kept:
        return joined[:1]
    first, last = kept[0][0], kept[-1][0]
    if len(kept) > 1 and _in_a_row(kept, masked):
        return [(first._replace(until=last.until or last.when, end=last.end),)]
    if first.kind in ("window", "due"):
        return [g for g in kept if g[-1].kind == first.kind or g[0].kind == "due"]
    return kept


def _in_a_row(groups: list[Group], masked: str) -> bool:
    """Whether windows follow each other with nothing between (``Quý IV/2013, Quý I/2014``)."""
    return all(group[0].kind == "window" for group in groups) and all(
        re.fullmatch(r"[\s,;\-]*(?:và)?[\s,;\-]*", masked[one[0].end : other[0].start])
        for one, other in pairwise(groups)
    )


def _masked(text: str) -> str:
    """Plain text without cited documents, letter for letter."""

    def blank(found: re.Match[str]) -> str:
        return " " * len(found[0])

    cited = _CITED.sub(blank, mended(text))
    lowered = plain(cited)
    return _TITLED.sub(blank, lowered) if len(lowered) == len(text) else plain(text)


def _counts(masked: str, atom: Atom) -> bool:
    """Whether a phrase found in prose says when, and is no adjective or past day."""
    before = masked[max(0, atom.start - 40) : atom.start]
    if atom.kind == "rhythm" and _RESULT.search(before):
        return True
    if atom.kind == "event" and _PRESENT.match(atom.words):
        return False
    other = {"rhythm": _NOUN, "due": _NOT_DUE, "window": _NO_WINDOW}.get(atom.kind)
    return other is None or not other.search(before)


def _joined(found: list[Atom]) -> list[Group]:
    """Each phrase alone, or a rhythm with the due day that belongs to it."""
    groups: list[Group] = []
    used: set[int] = set()
    for at, atom in enumerate(found):
        if at in used:
            continue
        if atom.kind == "rhythm":
            each = _one_each(found, at)
            if each:
                used.update(each)
                groups.extend((atom._replace(codes=()), found[one]) for one in each)
                continue
            due = _due_after(found, at, used)
            if due is not None:
                used.add(due)
                groups.extend(_shared(atom, found[due]))
                continue
            if _said_already(atom, found) or _names_report(atom, found):
                continue
        groups.append((atom,))
    return groups


def _one_each(found: list[Atom], at: int) -> tuple[int, ...]:
    """The days behind several reporting periods, if there is one without a year for each."""
    count = len(found[at].codes)
    behind = found[at + 1 : at + 1 + count]
    fits = count > 1 and len(behind) == count
    days = all(one.kind == "due" and one.when and one.when.year is None for one in behind)
    return tuple(range(at + 1, at + 1 + count)) if fits and days else ()


def _due_after(found: list[Atom], at: int, used: set[int]) -> int | None:
    """The next due day without a year, if no other phrase that could own it stands between."""
    for other in range(at + 1, len(found)):
        if other in used:
            continue
        follower = found[other]
        if follower.kind == "nth":
            return other
        if follower.kind in ("due", "window") and follower.when and follower.when.year is None:
            return None if found[at].unit in ("week", "month") else other
        return None
    return None


def _shared(rhythm: Atom, due: Atom) -> list[Group]:
    """A rhythm and its due day; of several reporting periods only the last has that day."""
    if rhythm.codes and len(rhythm.codes) > 1 and due.kind != "nth":
        return [(rhythm._replace(codes=rhythm.codes[:-1]),), (rhythm._replace(codes=()), due)]
    return [(rhythm, due)]


def _said_already(rhythm: Atom, found: list[Atom]) -> bool:
    """Whether a due day tells the same rhythm (``trước ngày 15/11 … hằng năm``)."""
    return (
        rhythm.unit == "year"
        and not rhythm.codes
        and any(
            one.kind in ("due", "window") and one.when is not None and one.when.year is None
            for one in found
        )
    ) or any(one.kind == "nth" and one.unit == rhythm.unit for one in found if one != rhythm)


def _names_report(rhythm: Atom, found: list[Atom]) -> bool:
    """Whether a period only says which report a dated deadline is for."""
    return len(rhythm.codes) == 1 and any(
        one.kind == "due"
        and one.when is not None
        and (0 <= rhythm.start - one.end <= 20 or 0 <= one.start - rhythm.end <= 60)
        for one in found
    )


def _timing(group: Group, text: str, masked: str, frame: Frame) -> Timing:
    atom, last = group[0], group[-1]
    words = text[atom.start : last.end].strip(" ,;:(")
    if words.count("(") > words.count(")") and text[last.end : last.end + 1] == ")":
        words += ")"
    yearly = _is_yearly(masked)
    if atom.kind == "event" and atom.words:
        start = masked.find(atom.words, atom.start)
        spoken = text[start : start + len(atom.words)] if start >= 0 else atom.words
        group = (atom._replace(words=spoken),)
    schedule, doubts = schedule_of(group, masked, frame, yearly=yearly)
    if schedule is None:
        return Timing("sometime", words, atom.start, last.end, (Doubt("time_not_read", words),))
    if any(one.hour for one in group):
        doubts = (*doubts, Doubt("time_by_hour", words))
    return Timing(schedule, words, atom.start, last.end, doubts)


def _is_yearly(masked: str) -> bool:
    found = re.search(r"(?:hằng|hàng|mỗi) năm|định kỳ", masked)
    return found is not None and not _NOUN.search(masked[: found.start()])
