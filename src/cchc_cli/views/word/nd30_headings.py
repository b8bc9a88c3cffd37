"""Numbered headings and points: ``I.``, ``1.``, ``a)`` in order and in the Vietnamese alphabet."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_looks import check_look
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_numbers import from_roman, to_roman
from cchc_cli.views.word.nd30_text import words_of
from cchc_cli.views.wording import nd30 as words

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = re.compile(r"\s*([IVXLC]+)\.(?=\s|\S*[a-zà-ỹ])(?!\d)")
_ARABIC = re.compile(r"\s*(\d{1,2})\.(?![\d.])(?=\s*\S)")
_POINT = re.compile(r"\s*([a-zđ])\)")
# Forms that others use: a. A) 1) 1.1. I) I/ I-
_OTHER = re.compile(
    r"\s*([a-zđ]\.\s|[A-ZĐ]\)|\d{1,2}\)|\d{1,2}\.\d{1,2}\.?\s+(?=[A-ZĐÀ-Ỹ])|[IVX]+[)/]\s)"
)
_LEVELS = ("roman", "arabic", "point")


class Mark(NamedTuple):
    """The number of a heading: its level, its place in the order, and as printed."""

    level: str
    place: int | None
    printed: str


def mark_of(paragraph: Paragraph) -> Mark | None:
    """The number that a paragraph begins with."""
    text = paragraph.text
    if match := _ROMAN.match(text):
        place = from_roman(match[1])
        return Mark("roman", place, match[0].strip()) if place else None
    if match := _ARABIC.match(text):
        return Mark("arabic", int(match[1]), match[0].strip())
    if match := _POINT.match(text):
        place = ALPHABET.find(match[1]) + 1
        return Mark("point", place or None, match[0].strip())
    return None


def is_heading(paragraph: Paragraph) -> bool:
    """Whether it is a heading: numbered in Roman, or all of it bold or centred."""
    mark = mark_of(paragraph)
    return (mark is not None and mark.level == "roman") or _is_bold(paragraph)


def _is_bold(paragraph: Paragraph) -> bool:
    runs = words_of(paragraph)
    return bool(runs) and all(run.look.bold for run in runs)


class _Counts:
    """The last number of each level; None where anything may follow."""

    def __init__(self) -> None:
        self._last: dict[str, int | None] = dict.fromkeys(_LEVELS, 0)

    def anew(self, *levels: str) -> None:
        """Let these levels begin again."""
        self._last.update(dict.fromkeys(levels, 0))

    def wanted(self, mark: Mark) -> int | None:
        """What should stand here instead; None where the mark is right."""
        last = self._last[mark.level]
        right = last is None or mark.place == last + 1
        self._last[mark.level] = mark.place if right else None
        at = _LEVELS.index(mark.level)
        self.anew(*_LEVELS[at + 1 :])
        return None if right or last is None else last + 1


def check_headings(findings: Findings, paragraphs: Iterable[Paragraph]) -> None:
    """Check the order and the form of numbers, and how Roman headings look."""
    counts = _Counts()
    for one in paragraphs:
        mark = mark_of(one)
        if mark is None:
            if match := _OTHER.match(one.text):
                found = words.quoted(match[0].strip())
                findings.add("heading_form", "heading", found, words.HEADING_FORM, at=one)
            elif _is_bold(one):
                # A heading without a number: the ones below it begin again.
                counts.anew("arabic", "point")
            continue
        wanted = counts.wanted(mark)
        if mark.place is None:
            found = words.quoted(mark.printed)
            findings.add("heading_letter", "heading", found, words.VIETNAMESE_LETTERS, at=one)
        elif wanted is not None:
            found, asked = words.quoted(mark.printed), words.quoted(printed(mark.level, wanted))
            findings.add("heading_order", "heading", found, asked, at=one)
        if mark.level == "roman":
            check_look(findings, "heading", [one])


def printed(level: str, place: int) -> str:
    """A number of that level as it is printed."""
    if level == "roman":
        return f"{to_roman(place)}."
    if level == "arabic":
        return f"{place}."
    return f"{ALPHABET[min(place, len(ALPHABET)) - 1]})"
