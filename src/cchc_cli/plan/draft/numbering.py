"""The label that an item begins with: its kind, its place among kinds, and the words after it.

The forms are those of Nghị định 30/2020/NĐ-CP (Phần, Chương, Mục, Điều, ``1.``, ``a)``) and of
practice (``I.``, ``A.``, ``1.1.``, ``(1)``, dashes, crosses, dots). A form that the user's
documents have and this table has not is one line more.
"""

import re
from typing import NamedTuple

from cchc_cli.plan.draft.letters import plain


class Label(NamedTuple):
    """The label of an item.

    Attributes:
        kind: the form; items of one form are brothers.
        rank: how deep that form usually stands; smaller is higher.
        text: what the locator takes from it; empty where items are counted (dashes).
        end: where the words after it begin.
    """

    kind: str
    rank: int
    text: str
    end: int


PLAIN_RANK = 90
_AFTER = r"\s*(?=[^\s\d.,;:)])"
# kind, rank, pattern; the group is the label's text. The first that fits wins.
_FORMS = tuple(
    (kind, rank, re.compile(pattern))
    for kind, rank, pattern in (
        (
            "part",
            10,
            r"(?i:phần|chương)\s+(?i:thứ\s+)?([IVXLC]+|\d{1,2}|nhất|hai|ba|bốn"
            r"|năm|sáu)\b\s*[.:\-–]?\s*",
        ),
        ("section", 15, r"(?i:mục)\s+([IVXLC]+|\d{1,2}|[A-Z])\b\s*[.:\-–]\s*"),
        ("article", 25, r"(?i:điều)\s+(\d{1,3}[a-zđ]?)\s*[.:]\s*"),
        ("roman", 30, r"([IVX][IVXivx]{0,5})\s*(?:[.)\-–:]\s*|/\s+)(?=[^\s\d.,;:)/])"),
        ("decimal", 50, r"(\d{1,2}(?:\.\d{1,2}){1,3}\.?[a-zđ])\s*[.)]\s*" + r"(?=[^\W\d_])"),
        (
            "decimal",
            50,
            r"((?:[IVX]+|\d{1,2})(?:\.\d{1,2}){1,4})(?:\s*[.):]\s*"
            r"|\s+)" + r"(?=[^\W\d_]|[“\"(])",
        ),
        (
            "number",
            40,
            r"(?:(?i:bước|nhiệm vụ|nhóm)\s+)?(\d{1,3})(?:\s*[.)]\s*(?=[^\W\d_]"
            r"|[“\"(\[])|[.)]\s+(?=\d+[%\s]))",
        ),
        ("number", 40, r"(\d{1,2})\s*/\s*(?=[^\W\d_])"),
        ("number", 40, r"(\d{1,2})\s*[-–]\s+(?=[^\W\d_])"),
        ("upper", 20, r"([A-HĐ])\s*(?:[.)]\s+|[.)](?=[A-ZĐ]{2})|[-–]\s+)(?=\S)"),
        ("letter", 60, r"([a-zđ]{1,2}\d?(?:\.\d{1,2})?)\s*\)\s*(?=\S)"),
        ("letter", 60, r"([a-zđ])\.\s+(?=[^\W\d_])"),
        ("bracket", 65, r"\((\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*(?=\S)"),
        ("dash", 70, r"()[-–—−‐‑]+\s*(?=[^\s\d])"),
        ("dash", 70, r"()[-–—−]\s+(?=\S)"),
        ("plus", 80, r"()[+]+\s*(?=\S)"),
        ("dot", 75, r"()[•●▪◦·▫■□➢✓❖§]\s*(?=\S)"),
        ("star", 78, r"()\*\s+(?=\S)"),
    )
)
_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6"}


def read_label(words: str) -> Label | None:
    """The label at the beginning of ``words``; None where it begins with none."""
    for kind, rank, pattern in _FORMS:
        found = pattern.match(words)
        if found and not _is_measure(kind, words[found.end() :]):
            text = found[1].replace(" ", "")
            text = _ORDINALS.get(plain(text), text)
            return Label(kind, rank, text.upper() if kind == "roman" else text, found.end())
    return None


def _is_measure(kind: str, rest: str) -> bool:
    """``1.5 triệu``, ``2.3 ha``: a number of things is no label."""
    return (
        kind == "decimal"
        and rest[:1].islower()
        and re.match(r"(?:triệu|tỷ|nghìn|ha|km|m2|tấn|người|hộ|lần|%)\b", rest) is not None
    )
