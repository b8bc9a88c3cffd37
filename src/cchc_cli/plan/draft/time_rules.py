"""The phrases of time that documents use: each a pattern and what it says. The next is one line.

Rules for prose hold anywhere; those for values only where nothing but a time is expected (the line
"Thời gian thực hiện: …", the cell of a table), since in prose the same words are dates of cited
documents, targets or adjectives.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cchc_cli.plan.draft.dates import DAY
from cchc_cli.plan.draft.time_atoms import (
    AND,
    EACH,
    EVERY_YEAR,
    FILL,
    NUMBER,
    PERIOD,
    TRIGGER,
    UNIT,
    Atom,
    read_always,
    read_by_hour,
    read_due,
    read_endless,
    read_event,
    read_months,
    read_nth,
    read_open,
    read_periods,
    read_range,
    read_rhythm,
    read_span,
    read_stretch_of,
    read_weekday,
)

Builder = Callable[[re.Match[str]], Atom | Iterator[Atom] | None]
_EVENT_WORDS = r"(?P<e>[^.;,()]{3,160})"


class Rule(NamedTuple):
    """A phrase of time; ``value`` alone where it would be misread in prose."""

    pattern: re.Pattern[str]
    build: Builder
    value: bool = False


def _rule(pattern: str, build: Builder, *, value: bool = False) -> Rule:
    return Rule(re.compile(pattern), build, value)


# The first rule that fits at a place wins; longer forms stand before shorter ones.
RULES = (
    _rule(
        r"^theo (?:kế hoạch|tiến độ|lộ trình|yêu cầu|chương trình|quy định"
        r"|văn bản)[^.;]*",
        read_open,
        value=True,
    ),
    _rule(rf"{TRIGGER}{FILL}{DAY}{EVERY_YEAR}", read_due),
    _rule(
        r"(?P<op>trước|(?:chậm|muộn) nhất(?: là| vào| đến)?|đến hết|trong|vào)?\s*"
        r"(?=(?:tháng \d{1,2}|quý (?:iv|iii|ii|i))\s*(?:,\s*)?(?:hằng|hàng|mỗi) năm)",
        read_stretch_of,
    ),
    _rule(
        rf"(?:{TRIGGER}\s*)?(?:hết\s*)?ngày\s*(?P<d>\d{{1,2}})\s*(?:của\s*)?(?P<month>{EACH} tháng"
        r"|tháng (?:sau|tiếp theo|kế tiếp|liền kề)(?: (?:của )?kỳ báo cáo)?"
        rf"|tháng cuối(?: cùng)?(?: của)? ?(?:{EACH} )?(?:quý|kỳ)"
        r"|tháng đầu(?: tiên)?(?: của)? ?(?:quý|kỳ) (?:sau|tiếp theo|kế tiếp|liền kề))",
        read_nth,
    ),
    _rule(
        r"(?:trong(?:\s*(?:thời hạn|vòng|thời gian))?|chậm nhất(?:\s*(?:là|sau))?|không quá|sau)\s*"
        r"(?:tối đa\s*)?(?P<n>\d{1,3})\s*(?:\([^)]*\)\s*)?(?P<u>ngày|tuần|tháng|năm)"
        r"(?P<w>\s*làm việc)?,?\s*(?:kể từ|tính từ|từ|sau)\s+(?!(?:ngày|tháng"
        r"|năm)\s*\d)(?:ngày|khi|thời điểm)?\s*" + _EVENT_WORDS,
        read_span,
    ),
    _rule(r"(?P<n>\d{1,2})\s*lần\s*/\s*ngày|(?:hằng|hàng|mỗi) ngày(?! \d)", read_by_hour),
    _rule(
        rf"(?P<n>{NUMBER})\s*lần\s*(?:/|trong|mỗi|một"
        rf"|trên)\s*(?:0?1\s*)?(?P<u>{UNIT})",
        read_rhythm,
    ),
    _rule(rf"(?P<i>{NUMBER})\s*(?P<u>{UNIT})\s*(?:/|một|một lần|0?1)\s*lần", read_rhythm),
    _rule(
        rf"{EACH} (?P<u>{UNIT})\s*(?:ít nhất|tối thiểu"
        rf"|không dưới)?\s*(?P<n>{NUMBER}) lần",
        read_rhythm,
    ),
    _rule(
        rf"(?:trước |(?:vào |chậm nhất )?)thứ (?P<w>hai|ba|tư|năm|sáu|bảy) {EACH} tuần|"
        rf"{EACH} tuần (?:trước |vào |chậm nhất )?thứ (?P<x>hai|ba|tư|năm|sáu|bảy)",
        lambda f: read_weekday(f) if f["w"] else None,
    ),
    _rule(
        rf"(?:báo cáo |{EACH} )?tháng,? (?:gửi )?(?P<op>trước"
        r"|chậm nhất) ngày (?P<d>\d{1,2})(?P<month>)(?!\d|/| tháng| của| hằng| hàng)",
        read_nth,
    ),
    _rule(
        r"trong (?:vòng|thời hạn)?\s*\d{1,3} giờ,? (?:kể từ|từ|sau)(?: khi| ngày"
        r"| thời điểm)? " + _EVENT_WORDS,
        lambda f: read_event(f)._replace(hour=True),
    ),
    _rule(
        r"trước (?P<e>(?:phiên|cuộc|kỳ|ngày|buổi|khi|thời điểm)[^,;.]{2,60}?) (?:ít nhất"
        r"|tối thiểu) \d{1,3} (?:ngày|giờ)",
        read_event,
    ),
    _rule(r"từ (?=ngày \d|\d{1,2}/\d|tháng \d)", read_range),
    _rule(r"từ ngày \d{1,2}(?:/\d{1,2})? đến (?:hết )?(?=ngày \d{1,2})", read_stretch_of),
    _rule(
        r"(?=quý (?:iv|iii|ii|i)\s*(?:,|và|-)\s*quý (?:iv|iii|ii|i)\s*(?:/|,? năm)\s*\d{4})",
        read_stretch_of,
        value=True,
    ),
    _rule(rf"(?P<list>{PERIOD}(?:{AND}{PERIOD})+)", read_periods),
    _rule(
        r"(?:định kỳ|báo cáo|sơ kết)\s*(?P<list>(?:0?6|sáu|0?9|chín) tháng(?! \d"
        r"|/))",
        read_periods,
    ),
    _rule(rf"{EACH} (?P<u>tuần|tháng|quý)(?!\s*\d)", read_rhythm),
    _rule(
        r"(?:hằng|hàng|mỗi) (?P<u>năm)(?!\s*\d)"
        r"|(?<=định kỳ )(?:báo cáo )?năm(?!\s*\d)",
        read_rhythm,
    ),
    _rule(
        r"(?P<op>trước|(?:chậm|muộn) nhất(?:\s*(?:là|vào|đến|trong))?|(?:cho\s*)?đến hết|"
        r"(?:hoàn thành|xong|hoàn tất|ban hành|trình)\s*(?:trước|(?:trong|vào|đến hết"
        r"|đến)?)|trong|vào)"
        r"\s+(?=tháng|quý|0?6 tháng|(?:0?[1-9]|1[0-2])/\d{4})",
        read_stretch_of,
    ),
    _rule(
        r"(?P<op>trước|(?:chậm|muộn) nhất(?:\s*(?:là|vào|đến|trong))?|"
        r"(?:hoàn thành|xong|hoàn tất)\s*(?:trước|(?:trong|vào|đến hết)?)"
        r"|(?<=hoàn thành )đến hết)\s*(?=năm\s*\d{4})",
        read_stretch_of,
    ),
    _rule(r"^(?:trong )?(?=năm \d{4}\s*[:,])", read_stretch_of),
    _rule(
        r"trình (?:chính phủ|quốc hội|thủ tướng chính phủ|bộ trưởng|ban hành"
        r"|(?:hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân) (?:tỉnh|thành phố))"
        r" (?=năm \d{4}\s*(?:$|[,;.)]))",
        read_stretch_of,
    ),
    _rule(r"(?:vào |trong )(?=năm \d{4}\s*(?:$|[,;.)]|và (?:tổ chức )?tổng kết))", read_stretch_of),
    _rule(
        r"(?=quý (?:iv|iii|ii|i|[1-4])\s*(?:(?:-|,|và|đến)\s*(?:quý )?(?:iv|iii|ii|i|[1-4])\s*)?"
        r"(?:/|năm|,)\s*(?:năm\s*)?\d{4})",
        read_stretch_of,
    ),
    _rule(r"(?<=\()(?=(?:tháng|quý|năm)\s*[\div]{1,4}\s*(?:[/)\-]|năm))", read_stretch_of),
    _rule(r"(?<!chi )(?<!nguồn )(?:thường xuyên|liên tục)", read_always),
    _rule(r"^(?:ngay )?sau khi " + _EVENT_WORDS, read_event),
    _rule(r"(?:ngay |chậm nhất )?(?:sau|trước) khi (?P<e>[^.;,()]{3,120})$", read_event),
    _rule(
        r"khi (?P<e>(?:phát hiện|có văn bản|được yêu cầu|xảy ra"
        r"|được lấy ý kiến)[^.;,()]{0,80})$",
        read_event,
    ),
    _rule(r"^khi " + _EVENT_WORDS, read_event),
    _rule(r"khi (?P<e>[\w ]{2,50}? (?:yêu cầu|đề nghị))(?=\s*(?:$|[,;.]))", read_event),
    _rule(r"(?<=định kỳ )(?=tháng \d{1,2}\s*(?:/|năm)\s*\d{4})", read_stretch_of),
    _rule(
        r"(?:khi|nếu) (?P<e>(?:có|được) (?:yêu cầu|đề nghị"
        r"|hướng dẫn)[^.;,()]{0,80})",
        read_event,
    ),
    _rule(
        r"nếu (?P<e>(?:có |gặp |thấy )?(?:phát sinh )?(?:những )?(?:khó khăn|vướng mắc|vấn đề)"
        r"(?:,? (?:và )?(?:khó khăn|vướng mắc|phát sinh))?)",
        read_event,
    ),
    _rule(
        r"trong\s*(?:(?:thời hạn|vòng|thời gian)\s*)?(?P<n>\d{1,3})\s*(?:\([^)]*\)\s*)?"
        r"ngày(?:\s*làm việc)?(?=\s*(?:$|[,;.)]))(?!\s*[,(]?\s*(?:kể |tính )?(?:từ|sau|bắt đầu))",
        read_endless,
    ),
    # Values.
    _rule(
        r"(?<![\d\-])(?<!- )(?:từ\s*)?(?:năm\s*)?\d{4}\s*(?:,\s*)?(?:và|,)?\s*(?:các"
        r"|những)?\s*năm (?:tiếp theo|sau)"
        r"|từ (?:ngày|tháng|năm|quý)?\s*[\div/.]+(?:\s*năm\s*\d{4})?\s*(?:trở đi|và )?[^\d]*$"
        r"|(?:những|các) năm (?:tiếp theo|sau)|trong quá trình [^.;]*|xuyên suốt",
        read_always,
        value=True,
    ),
    _rule(
        r"tháng (?P<a>\d{1,2})\s*(?:,|và|-)\s*(?=\d{1,2}\s*(?:/"
        r"|năm)\s*\d{4})",
        read_months,
        value=True,
    ),
    _rule(
        r"(?:^|(?<=[,;(:]))\s*(?P<op>đến)\s*(?=ngày|tháng|quý|năm"
        r"|\d)",
        read_stretch_of,
        value=True,
    ),
    _rule(
        r"(?<![\d/.])(?:từ|giai đoạn)?\s*"
        r"(?=(?:ngày\s*)?\d{1,2}[/.]|ngày|tháng|quý|0?6 tháng|năm \d|20\d\d)",
        read_stretch_of,
        value=True,
    ),
    _rule(r"(?:ngay )?(?:sau khi|khi) " + _EVENT_WORDS, read_event, value=True),
    _rule(r"theo [^.;]+", read_open, value=True),
)


def atoms(plain: str, *, value: bool) -> list[Atom]:
    """Every phrase of time, in order, none within another."""
    found: list[tuple[int, int, Atom]] = []
    for order, rule in enumerate(RULES):
        if rule.value and not value:
            continue
        for match in rule.pattern.finditer(plain):
            built = rule.build(match)
            for atom in (built,) if isinstance(built, Atom) else built or ():
                found.append((order, len(found), atom))
    found.sort()
    chosen: list[Atom] = []
    taken: list[tuple[int, int, int]] = []
    for order, _, atom in found:
        inside = any(
            atom.start < end and start < atom.end for start, end, own in taken if own != order
        )
        same = any(
            (start, end) != (atom.start, atom.end) and atom.start < end and start < atom.end
            for start, end, own in taken
            if own == order
        )
        if not inside and not same:
            chosen.append(atom)
            taken.append((atom.start, atom.end, order))
    return sorted(chosen, key=lambda atom: (atom.start, atom.end))
