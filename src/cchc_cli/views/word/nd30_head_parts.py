"""Finding what stands in the head of a document: left the issuer, right the nation's title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cchc_cli.domain.names import bare
from cchc_cli.views.word.nd30_lines import Line
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_text import is_empty, is_typed_rule, lines_in, starts, written

NATIONAL_TITLE = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doc lap tu do hanh phuc"
ADDRESSEE = "kinh gui"
LETTER_SUBJECT = re.compile(r"\s*(?:V/v|Về việc)\b", re.IGNORECASE)
COMMITTEE = "uy ban nhan dan"
COMMITTEES = (COMMITTEE, "ubnd")
# How bodies' names begin: where such a word begins a line, a new body is named.
BODIES = (
    "so ", "bo ", "ban ", "van phong", "chi cuc", "cuc ", "tong cuc", "phong ", "trung tam",
    "truong ", "ubnd", COMMITTEE, "vien ", "hoi ", "dai ", "thanh tra", "bao ", "cong an",
    "quy ", "tong cong ty", "cong ty", "hdnd", "doan ", "lien doan", "hoc vien", "kho bac",
)  # fmt: skip
# Within so many paragraphs from the first a head without a table is looked for.
EARLY = 16
_NUMBER = re.compile(r"\s*Số\s*[:：]|\s*Số\s+[\d□]|\s*Số\s*\d+\s*/", re.IGNORECASE)
_DATE = re.compile(r"ng[àa]y.*th[áa]ng.*n[ăa]m|\d{1,2}/\d{1,2}/\d{4}", re.IGNORECASE)


class Side(NamedTuple):
    """A column of the head: its lines of text, and the lines drawn and typed in it."""

    texts: tuple[Paragraph, ...]
    every: tuple[Paragraph, ...]


class Head(NamedTuple):
    """The head of a document.

    Attributes:
        end: the index after its last paragraph.
        table: the number of its table; None where it stands in none.
        shapes: lines drawn as shapes anywhere in it.
    """

    end: int
    table: int | None
    left: Side
    right: Side
    shapes: tuple[Line, ...]
    national_title: Paragraph | None
    motto: Paragraph | None
    superior: tuple[Paragraph, ...]
    issuer: tuple[Paragraph, ...]
    number: Paragraph | None
    date: Paragraph | None
    letter_subject: tuple[Paragraph, ...]


def find_head(every: Sequence[Paragraph]) -> Head:
    """The head: the tables at the beginning, or the first lines up to number and date."""
    end = _end(every)
    region = every[:end]
    lines = list(lines_in(region))
    title = next((one for one in lines if NATIONAL_TITLE in bare(one.text)), None)
    motto = next((one for one in lines if bare(one.text).startswith(MOTTO)), None)
    number = next((one for one in lines if _NUMBER.match(written(one))), None)
    anchor = title or motto or number
    table = anchor.cell.table if anchor and anchor.cell else None
    split = _split_column(title or motto, region)
    left, right = (_side(region, split, right=side) for side in (False, True))
    issuing = left.texts if table is not None else ()
    superior, issuer = _bodies(_before(issuing, number))
    return Head(
        end,
        table,
        left,
        right,
        tuple(line for one in region for line in one.lines),
        title,
        motto,
        superior,
        issuer,
        number,
        next((one for one in lines if one is not number and _DATE.search(written(one))), None),
        _letter_subject(left.texts if table is not None else lines),
    )


def _end(every: Sequence[Paragraph]) -> int:
    """The index after the head."""
    first = next((n for n, one in enumerate(every) if not is_empty(one)), 0)
    if first < len(every) and every[first].cell is not None:
        end = first
        while end < len(every) and (every[end].cell or _belongs(every[end])):
            if starts(every[end], ADDRESSEE):
                break
            end += 1
        return end
    marks = (_NUMBER, _DATE)
    found = [
        n
        for n, one in enumerate(every[:EARLY])
        if any(mark.search(written(one)) for mark in marks)
        or bare(one.text).startswith((NATIONAL_TITLE, MOTTO))
        or LETTER_SUBJECT.match(one.text)
    ]
    short = [n for n in found if len(every[n].text) <= 120]
    return max(short, default=-1) + 1


def _belongs(paragraph: Paragraph) -> bool:
    """Whether a line outside the head's tables is still the head's."""
    if is_empty(paragraph):
        return True
    return is_typed_rule(paragraph) or LETTER_SUBJECT.match(paragraph.text) is not None


def _split_column(anchor: Paragraph | None, region: Sequence[Paragraph]) -> int:
    """The column from which the right side begins."""
    if anchor and anchor.cell and anchor.cell.column > 0:
        return anchor.cell.column
    return max((one.cell.column for one in region if one.cell), default=1) or 1


def _side(region: Sequence[Paragraph], split: int, *, right: bool) -> Side:
    inside = [one for one in region if one.cell and (one.cell.column >= split) == right]
    texts = (one for one in lines_in(inside) if not is_typed_rule(one))
    return Side(tuple(texts), tuple(inside))


def _before(lines: Sequence[Paragraph], number: Paragraph | None) -> list[Paragraph]:
    """What stands above the number: the bodies' names."""
    found: list[Paragraph] = []
    for one in lines:
        if (number and one.number >= number.number) or LETTER_SUBJECT.match(one.text):
            break
        if not starts(one, "noi nhan"):
            found.append(one)
    return found


def _bodies(
    lines: Sequence[Paragraph],
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The superior body and the issuing one, each in one line or more."""
    names = [bare(one.text) + " " for one in lines]
    starts_at = [n for n, name in enumerate(names) if n > 0 and name.startswith(BODIES)]
    if starts_at:
        at = starts_at[-1]
    elif (names and names[0].startswith(COMMITTEES)) or len(names) < 2:
        at = 0
    else:
        bold = [all(run.look.bold for run in one.runs if run.text.strip()) for one in lines]
        at = next((n for n in range(1, len(lines)) if bold[n] and not bold[n - 1]), len(lines) - 1)
        while at and bold[at - 1] == bold[at] and lines[at - 1].number == lines[at].number:
            at -= 1  # One name, broken within its paragraph.
    return tuple(lines[:at]), tuple(lines[at:])


def _letter_subject(lines: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """``V/v …`` and the lines that go on with it."""
    at = next((n for n, one in enumerate(lines) if LETTER_SUBJECT.match(one.text)), None)
    if at is None:
        return ()
    cell = lines[at].cell
    following = (one for one in lines[at + 1 :] if cell and one.cell == cell)
    return (lines[at], *following)
