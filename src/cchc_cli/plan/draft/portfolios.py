"""Departments and ministries by what they are for: "Sở Nội vụ", "Bộ KH&ĐT", "Sở VH, TT và DL"."""

import re
from typing import NamedTuple

from cchc_cli.domain.agencies import AgencyKind
from cchc_cli.plan.draft.bodies import PORTFOLIOS
from cchc_cli.plan.draft.letters import plain

_OFFICE = re.compile(r"(?P<o>sở|bộ|phòng|ty)\s*:?\s+|các (?P<several>sở|bộ)\s*:?\s+")
_KINDS: dict[str, AgencyKind] = {"sở": "department", "bộ": "ministry"}
_SPELLINGS = sorted(
    ((spelling, plain(spelling), one[0]) for one in PORTFOLIOS for spelling in one),
    key=lambda spelled: -len(spelled[0]),
)
# Names no longer than this are also ordinary words: they are read only as written.
_SHORT = 8
_WORD = re.compile(r"\S+")
_NEXT = re.compile(r"\s*(?:,|;|và|-|–)\s*")
# What is led by no department of a province, whatever follows "Sở …,".
_NO_DEPARTMENT = ("Công an", "Quốc phòng", "Ngoại giao")


# Behind an office: the one of every place of a level, which is a group.
OF_PLACES = re.compile(
    r"\s+(?:của )?các (?:tỉnh|thành phố|địa phương|huyện|quận)"
    r"(?:(?:,| và|, và) (?:tỉnh|thành phố|thị xã|quận|huyện))*(?: trực thuộc trung ương)?\b"
)


class Office(NamedTuple):
    """A department or ministry at a place of a text.

    Attributes:
        word: ``Sở`` or ``Bộ``, or another word for such an office.
        portfolio: the full name of what it is for; empty where no table knows it, and ``end`` is
            then where it begins.
    """

    word: str
    portfolio: str
    kind: AgencyKind
    start: int
    end: int


def office_at(text: str, low: str, at: int) -> Office | None:
    """The office whose name begins at ``at``; ``low`` is the text in plain spelling."""
    found = _OFFICE.match(low, at)
    if not found:
        return None
    word = found["o"] or found["several"]
    read = _portfolio_at(text, low, found.end())
    if read is None and text[at].isupper() and text[found.end() : found.end() + 1].isupper():
        read = "", found.end()
    begins = found.start("o") if found["o"] else found.start("several")
    if read is None or (word in ("bộ", "phòng") and text[begins].islower()):
        return None
    return Office(word.capitalize(), read[0], _KINDS.get(word, "public_unit"), at, read[1])


def next_office(text: str, low: str, office: Office) -> Office | None:
    """The next of ``Sở Nội vụ, Tài chính và Tư pháp``: its word is not said again."""
    gap = _NEXT.match(low, office.end)
    if gap is None or text[gap.end() : gap.end() + 1].islower():
        return None
    read = _portfolio_at(text, low, gap.end())
    if read is None or (office.word == "Sở" and read[0] in _NO_DEPARTMENT):
        return None
    return office._replace(portfolio=read[0], start=gap.end(), end=read[1])


def _portfolio_at(text: str, low: str, at: int) -> tuple[str, int] | None:
    """The full name of a portfolio however it is written, and where it ends."""
    for spelling, plainly, full in _SPELLINGS:
        letters = spelling.isupper() or "&" in spelling
        fits = text.startswith(spelling, at) if letters else low.startswith(plainly, at)
        end = at + len(spelling)
        if fits and not text[end : end + 1].isalnum():
            return full, end
    loose = _joined(low[at : at + 60].replace(" & ", " và ").replace(", và ", " và "))
    for _, plainly, full in _SPELLINGS:
        if len(plainly) > _SHORT and loose.startswith(_joined(plainly)):
            return full, _after_words(text, at, len(plainly.split()))
    return None


def _joined(words: str) -> str:
    return words.replace(" - ", " và ")


def _after_words(text: str, at: int, count: int) -> int:
    end = at
    for _ in range(count):
        found = _WORD.search(text, end)
        end = found.end() if found else end
    return at + len(text[at:end].rstrip(".,;:)"))
