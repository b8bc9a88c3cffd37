"""Figures: a dot between thousands, a comma before decimals."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.wording import nd30 as words

_AFTER = r"(?![\d/]|[.,]\d|-[A-ZĐ\d])"
_COMMAS = re.compile(rf"(?<![\w.,/-])[1-9]\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?{_AFTER}(?!\s*%)")
_POINT = re.compile(
    r"(?<![\w.,/-])(\d+\.\d{1,2}|\d+\.\d{4,})(?=\s*(?:%|phần trăm|triệu|tỷ|tỉ|nghìn|điểm)(?!\w))"
)
_BARE = re.compile(rf"(?<![\w.,/:-])[1-9]\d{{3,}}(?:,\d{{1,2}})?{_AFTER}(?=\s|$|[.,;:)%])")
# After these words digits are a name, not an amount.
_NAMED = re.compile(
    r"(?:số|năm|mã|mã số|điện thoại|fax|tài khoản|hiệu|khóa)\s*:?\s*$", re.IGNORECASE
)
_YEARS = range(1900, 2101)
_BEFORE = 14


class Figure(NamedTuple):
    """A figure that is not written as it should be."""

    code: str
    found: str
    wanted: str


def check_figures(findings: Findings, paragraphs: Iterable[Paragraph]) -> None:
    """Check the figures of every paragraph."""
    for one in paragraphs:
        for wrong in wrong_figures(one.text):
            wanted = words.FIGURE.format(wanted=wrong.wanted)
            findings.add(wrong.code, "figure", f"“{wrong.found}”", wanted, at=one)


def wrong_figures(text: str) -> Iterator[Figure]:
    """The figures in a text that use other marks or none."""
    if not any(letter.isdigit() for letter in text):
        return
    for match in _COMMAS.finditer(text):
        swapped = match[0].translate({ord(","): ".", ord("."): ","})
        yield Figure("figure_thousands", match[0], swapped)
    for match in _POINT.finditer(text):
        yield Figure("figure_decimal", match[0], match[0].replace(".", ","))
    for match in _BARE.finditer(text):
        digits, comma, decimals = match[0].partition(",")
        named = _NAMED.search(text[max(match.start() - _BEFORE, 0) : match.start()])
        if named or (len(digits) == 4 and int(digits) in _YEARS):
            continue
        grouped = f"{int(digits):,}".replace(",", ".")
        yield Figure("figure_ungrouped", match[0], f"{grouped}{comma}{decimals}")
