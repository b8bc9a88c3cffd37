"""Lines as they stand in a file, made into the paragraphs that they were broken from.

Files break paragraphs at the page's width (PDF, text copied out of one) or by a soft break that
only looks like a new paragraph (Word). A new item always begins a paragraph; what else does, the
reader of each kind of file knows.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# The forms of labels in Vietnamese administrative documents (Nghị định 30/2020/NĐ-CP, phụ lục I):
# Phần, Chương, Mục, Điều; I. 1. 1.1. a) and the dashes of practice.
_PART = re.compile(
    r"(?:PHẦN|CHƯƠNG|MỤC|ĐIỀU|PHỤ LỤC)\s+(?:[IVXLC]+|\d{1,3}|THỨ\s+\w+)\b"
    r"|(?:Phần|Chương|Mục|Điều|Phụ lục)\s+(?:[IVXLC]+|\d{1,3}|thứ\s+\w+)"
    r"\s*(?:[.:–-]|$|[A-ZĐ]\w*\s+[^\W\d_a-z])"
)
_LABEL = re.compile(
    r"(?:[ivxlc]{1,6}\s*[./)]\s"
    r"|\d{1,3}(?:\.\d{1,3}){0,4}\s*[.)]\s?(?=\D)"
    r"|\d{1,2}/\s"
    r"|\d{1,2}(?:\.\d{1,2}){1,4}\s+(?=[^\W\d])"
    r"|\(?[a-zđ]\)\s?"
    r"|[a-zđ]\.\s+(?=[^\W\d])"
    r"|[-–—−+•●▪*]\s?(?=[^\W\d]|[“\"(]|\d{1,3}\s?%))",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—−]\s?")
_SENTENCE_ENDS = (".", ":", ";", "!", "?", "”.", '".')
_PAGE_NUMBER = re.compile(
    r"[-–—]?\s*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
# ``80/2020/N`` / ``Đ-CP``: a symbol cut where a narrow column ends.
_SYMBOL_BEGUN = re.compile(r"\d/[A-ZĐ]{1,4}$")
_SYMBOL_REST = re.compile(r"[A-ZĐ]{1,6}-[A-ZĐ]")
# Letters that look like a blank, or like nothing at all.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]")


def clean(text: str) -> str:
    """One line of text: NFC, without unseen letters, with single spaces."""
    seen = _CONTROL.sub(" ", _UNSEEN.sub("", text))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def begins_item(text: str) -> bool:
    """Whether a line begins with the label of an item: ``II.``, ``a)``, ``-``, ``Điều 3.``."""
    return _PART.match(text) is not None or _LABEL.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether nothing has to follow on the next line."""
    return text.endswith(_SENTENCE_ENDS)


def goes_on(before: str, after: str) -> bool:
    """Whether a line can only be the middle of a sentence that the line before it began.

    A dash before a small letter is no item then: ``tổ chức chính trị`` / ``- xã hội``.
    """
    dash = _DASH.match(after)
    rest = after[dash.end() :] if dash else after
    inner = rest[:1].islower() and (dash is not None or not begins_item(after))
    return inner and not ends_sentence(before)


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def join(before: str, after: str) -> str:
    """Two lines of one paragraph; a number or symbol that was cut within is made whole."""
    cut = re.search(r"\w[/-]$", before) and after[:1].isalnum()
    symbol = _SYMBOL_BEGUN.search(before) and _SYMBOL_REST.match(after)
    return f"{before}{after}" if cut or symbol else f"{before} {after}"


def split_items(lines: Iterable[str]) -> Iterator[str]:
    """The lines of one paragraph of Word, joined but where a new item begins."""
    waiting = ""
    for line in map(clean, lines):
        if waiting and line and begins_item(line) and not goes_on(waiting, line):
            yield waiting
            waiting = line
        elif line:
            waiting = f"{waiting} {line}" if waiting else line
    if waiting:
        yield waiting
