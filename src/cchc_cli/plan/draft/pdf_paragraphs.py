"""Lines of print joined to the paragraphs that were set in them.

A new paragraph begins with the label of an item, further in than the lines after it, after a wider
gap, or after a line that was not filled; a page's end alone begins none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cchc_cli.plan.draft.blocks import Paragraph
from cchc_cli.plan.draft.lines import begins_item, ends_sentence, goes_on, join
from cchc_cli.plan.draft.pdf_layout import Line

_INDENT = 8.0
_SLACK = 10.0
_WIDER_GAP = 1.3
# What ends a document's words, and what begins the list after them (Nghị định 30/2020/NĐ-CP).
_LAST = re.compile(r"\./\.?$")
_FIRST = re.compile(
    r"(?i:nơi nhận)\s*:|Căn cứ |Theo đề nghị |Xét đề nghị "
    r"|(?:Đơn vị|Cơ quan|Thời gian|Sản phẩm|Kinh phí|Hình thức|Kết quả)\b[^.:;]{0,40}:"
)
_COMMON = 0.15
_ENOUGH = 12
_SOME = 0.05
# A title's line and the word after it are wider than this share of a line of text.
_TITLE = 0.82
# Where all lines are short, the page's measure is still not as narrow as they are.
_LEAST_RIGHT = 0.7


class _Measure(NamedTuple):
    """Where lines begin and end on a page, and how far they stand apart."""

    left: float
    right: float
    pitch: float


def paragraphs_of(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of lines that follow one another, over the ends of pages."""
    measures = _measures(lines)
    waiting: list[Line] = []
    for line in lines:
        if waiting and _begins(waiting[-1], line, measures):
            yield _paragraph(waiting, measures)
            waiting = []
        waiting.append(line)
    if waiting:
        yield _paragraph(waiting, measures)


def _measures(lines: Sequence[Line]) -> dict[int, _Measure]:
    """The measure of each page; a page of few lines takes that of the whole document."""
    running = [line for line in lines if line.column == 0]
    if not running:
        return {}
    pitch = _pitch(running)
    pages: dict[int, list[Line]] = {}
    for line in running:
        pages.setdefault(line.place.page, []).append(line)
    whole = _measure(running, pitch)
    own = {page: _measure(found, pitch) for page, found in pages.items() if len(found) >= _ENOUGH}
    return dict.fromkeys((0, *pages), whole) | own


def _measure(lines: Sequence[Line], pitch: float) -> _Measure:
    ends = sorted(line.right for line in lines)
    right = max(ends[int(len(ends) * 0.95)], lines[0].page_width * _LEAST_RIGHT)
    return _Measure(_left(lines), right, pitch)


def _left(lines: Sequence[Line]) -> float:
    """Where lines that go on begin: the leftmost place that is common."""
    places = Counter(round(line.left) for line in lines)
    common = [at for at, number in places.items() if number >= max(2, len(lines) * _SOME)]
    return float(min(common, default=min(places)))


def _pitch(lines: Sequence[Line]) -> float:
    """How far the lines of one paragraph stand apart: the smallest distance that is common."""
    gaps = Counter(
        round(one.middle - other.middle)
        for one, other in pairwise(lines)
        if one.place.page == other.place.page and one.middle > other.middle
    )
    common = [gap for gap, number in gaps.items() if number >= gaps.total() * _COMMON]
    return float(min(common)) if common else median(line.height for line in lines) * 1.2


def _begins(before: Line, line: Line, measures: dict[int, _Measure]) -> bool:
    """Whether a line begins a paragraph."""
    if before.column != line.column or _LAST.search(before.text) or _FIRST.match(line.text):
        return True
    broken = goes_on(before.text, line.text)
    if line.column or begins_item(line.text):
        return not broken
    own = measures.get(line.place.page, measures[0])
    above = measures.get(before.place.page, measures[0])
    capitals = before.text == before.text.upper() and line.text == line.text.upper()
    if capitals or _centred(before, above) or _centred(line, own):
        return not _one_title(before, line, above)
    if line.left > own.left + _INDENT or before.bold != line.bold:
        return not broken
    return _parted(before, line, above, broken)


def _parted(before: Line, line: Line, measure: _Measure, broken: bool) -> bool:
    """Whether a gap, the end of a sentence and a page, or a line left open parts two lines."""
    if before.place.page != line.place.page:
        if ends_sentence(before.text):
            return True
    elif before.middle - line.middle > max(measure.pitch, line.height) * _WIDER_GAP:
        return not broken
    filled = before.right + line.first + _SLACK > measure.right
    return not (filled or broken)


def _centred(line: Line, measure: _Measure) -> bool:
    before, after = line.left - measure.left, measure.right - line.right
    return before > _INDENT * 1.5 and abs(before - after) < max(_SLACK * 1.2, before * 0.12)


def _one_title(before: Line, line: Line, measure: _Measure) -> bool:
    """Whether two lines are one title: the first was too long for its line."""
    alike = before.bold == line.bold and before.text.isupper() == (line.text.upper() == line.text)
    wide = before.right - before.left + line.first > (measure.right - measure.left) * _TITLE
    return alike and wide and before.place.page == line.place.page


def _paragraph(lines: Sequence[Line], measures: dict[int, _Measure]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = join(text, line.text)
    first = lines[0]
    measure = measures.get(first.place.page, measures.get(0))
    last = lines[-1]
    # A title's first line may be as wide as the page; its last one shows where it stands.
    middle = first.column == 0 and measure is not None and _centred(last, measure)
    return Paragraph(text, first.place, bold=all(line.bold for line in lines), centred=middle)
