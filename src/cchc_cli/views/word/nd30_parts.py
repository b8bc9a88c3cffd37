"""Finding the parts of a document: head, addressee, body, signature and annexes.

Parts are told by what they say and where they stand, not by styles, so that a document of any
author can be read. A part that is not there is None or empty.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cchc_cli.domain.names import bare
from cchc_cli.views.word.nd30_head_parts import ADDRESSEE, Head, find_head
from cchc_cli.views.word.nd30_model import Document, Paragraph
from cchc_cli.views.word.nd30_text import is_empty, is_typed_rule, lines_in, starts

LETTER = "CV"
TYPES: dict[str, str] = {
    "nghi quyet": "NQ",
    "quyet dinh": "QĐ",
    "chi thi": "CT",
    "quy che": "QC",
    "quy dinh": "QyĐ",
    "thong cao": "TC",
    "thong bao": "TB",
    "huong dan": "HD",
    "chuong trinh": "CTr",
    "ke hoach": "KH",
    "phuong an": "PA",
    "de an": "ĐA",
    "du an": "DA",
    "bao cao": "BC",
    "bien ban": "BB",
    "to trinh": "TTr",
    "hop dong": "HĐ",
    "cong dien": "CĐ",
    "ban ghi nho": "BGN",
    "ban thoa thuan": "BTT",
    "giay uy quyen": "GUQ",
    "giay moi": "GM",
    "giay gioi thieu": "GGT",
    "giay nghi phep": "GNP",
    "phieu gui": "PG",
    "phieu chuyen": "PC",
    "phieu bao": "PB",
}
RECIPIENTS = "noi nhan"
# How many paragraphs with text may stand before "Kính gửi".
EARLY = 12
# Longer than this a line is no addressee of a list.
LONGEST_ADDRESSEE = 110
_DASH = re.compile(r"\s*[-–—•]")
_SIGNED = re.compile(r"\s*[-–—]\s*(Lưu\s*:|Như trên)", re.IGNORECASE)
# How a capacity begins.
_CAPACITY = (
    "tm ", "kt ", "tl ", "tuq ", "q ", "pho ", "giam doc", "tong ", "chu tich", "chanh ",
    "truong ", "bo truong", "thu truong", "cuc truong", "vu truong", "hieu truong", "uy vien",
)  # fmt: skip


class Signature(NamedTuple):
    """The foot of a document.

    Attributes:
        start: where it begins: the index of its first paragraph.
        end: the index after its last.
        level: whether the head of the recipients and the capacity stand in one row.
    """

    start: int
    end: int
    head: Paragraph | None
    recipients: tuple[Paragraph, ...]
    capacity: tuple[Paragraph, ...]
    signer: Paragraph | None
    in_table: bool
    level: bool


class Annex(NamedTuple):
    """An annex: its head, its title, and all of its paragraphs."""

    head: Paragraph
    title: tuple[Paragraph, ...]
    reference: Paragraph | None
    paragraphs: tuple[Paragraph, ...]


class Parts(NamedTuple):
    """The parts of a document.

    Attributes:
        kind: the abbreviation of its type, ``CV`` of a công văn, empty where neither is clear.
        addressee: the line "Kính gửi" and those of its list.
    """

    document: Document
    kind: str
    head: Head
    type_name: Paragraph | None
    subject: tuple[Paragraph, ...]
    addressee: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    signature: Signature | None
    annexes: tuple[Annex, ...]


def find_parts(document: Document) -> Parts:
    """The parts of a document."""
    every = document.paragraphs
    head = find_head(every)
    signature = _signature(every, head.end)
    annexes = _annexes(every, signature.end if signature else head.end, known=signature is not None)
    last = annexes[0].head.number - 1 if annexes else len(every)
    stop = min(signature.start, last) if signature else last
    main = every[head.end : stop]
    type_name, subject = _titles(main)
    kind = type_of(type_name.text) if type_name else LETTER if head.letter_subject else ""
    addressee = _addressee(main)
    above = [one for one in (type_name, *subject, *addressee) if one]
    first = max((one.number for one in above), default=head.end)
    body = tuple(one for one in every[first:stop] if not is_typed_rule(one))
    return Parts(document, kind, head, type_name, subject, addressee, body, signature, annexes)


def type_of(text: str) -> str:
    """The abbreviation of the type that a title begins with; empty if there is none."""
    plain = bare(text)
    names = (name for name in TYPES if plain == name or plain.startswith(f"{name} "))
    return TYPES.get(next(names, ""), "")


def _titles(main: Sequence[Paragraph]) -> tuple[Paragraph | None, tuple[Paragraph, ...]]:
    """The name of the type and the subject below it."""
    early = [one for one in lines_in(main[:EARLY]) if not is_typed_rule(one)]
    for at, one in enumerate(early[:2]):
        if one.cell is None and _is_title(one) and type_of(one.text):
            return one, tuple(_subject(early[at + 1 :]))
    return None, ()


def _is_title(paragraph: Paragraph) -> bool:
    centred = paragraph.layout.alignment == "center"
    return centred or (type_of(paragraph.text) != "" and len(paragraph.text.split()) <= 4)


def _subject(lines: Iterable[Paragraph]) -> Iterator[Paragraph]:
    for at, one in enumerate(lines):
        centred = one.layout.alignment == "center"
        bold = all(run.look.bold for run in one.runs if run.text.strip())
        if starts(one, ADDRESSEE) or (at > 0 and not (centred and bold)):
            return
        yield one


def _addressee(main: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The line "Kính gửi" and the list below it, up to the line that ends it."""
    texts = [one for one in lines_in(main) if not is_typed_rule(one)]
    at = next((n for n, one in enumerate(texts[:EARLY]) if starts(one, ADDRESSEE)), None)
    if at is None:
        return ()
    found = [texts[at]]
    for one in texts[at + 1 :]:
        last = found[-1].text.rstrip()
        listed = _DASH.match(one.text) is not None
        alike = last.endswith(":") or one.layout[:4] == found[-1].layout[:4]
        goes_on = alike and last.endswith((";", ",", ":")) and len(one.text) <= LONGEST_ADDRESSEE
        if last.endswith(".") or not (listed or goes_on):
            break
        found.append(one)
    return tuple(found)


def _signature(every: Sequence[Paragraph], start: int) -> Signature | None:
    """The foot: told by "Nơi nhận", else by the table that holds its list."""
    at = next((n for n in range(start, len(every)) if starts(every[n], RECIPIENTS)), None)
    if at is None:
        at = next((n for n in range(start, len(every)) if _SIGNED.match(every[n].text)), None)
        return _foot(every, at, None) if at is not None else _unlisted(every, start)
    return _foot(every, at, every[at])


def _unlisted(every: Sequence[Paragraph], start: int) -> Signature | None:
    """A foot without any recipients: the table that a capacity stands in."""
    for at in range(start, len(every)):
        one = every[at]
        if one.cell and _is_capacity(one):
            return _foot(every, at, None)
    return None


def _foot(every: Sequence[Paragraph], at: int, head: Paragraph | None) -> Signature:
    cell = every[at].cell
    if cell is None:
        end = at + 1
        while end < len(every) and every[end].cell is None and _DASH.match(every[end].text):
            end += 1
        listed = tuple(lines_in(every[at + bool(head) : end]))
        return Signature(at, end, head, listed, (), None, in_table=False, level=True)
    inside = [n for n in range(len(every)) if (here := every[n].cell) and here.table == cell.table]
    table = [every[n] for n in inside]
    left = head.cell.column if head and head.cell else 0
    first = head.number if head else 0
    recipients = [one for one in table if _column(one) == left and one.number > first]
    right = [one for one in table if _column(one) > left]
    signed = [one for one in lines_in(right) if not one.text.strip().startswith("(")]
    signer = signed.pop() if signed and not _is_capacity(signed[-1]) else None
    level = (
        not head or not signed or (_row(head) == _row(signed[0]) and _leading(table, head, signed))
    )
    return Signature(
        inside[0],
        inside[-1] + 1,
        head,
        tuple(lines_in(recipients)),
        tuple(signed),
        signer,
        in_table=True,
        level=level,
    )


def _is_capacity(paragraph: Paragraph) -> bool:
    """Whether a line names a capacity rather than a person."""
    return paragraph.text.isupper() and bare(paragraph.text).startswith(_CAPACITY)


def _leading(table: Sequence[Paragraph], head: Paragraph, signed: Sequence[Paragraph]) -> bool:
    """Whether as many empty lines stand above the one as above the other in their row."""
    counts = []
    for one in (head, signed[0]):
        above = [
            each
            for each in table
            if each.number < one.number and each.cell == one.cell and is_empty(each)
        ]
        counts.append(len(above))
    return counts[0] == counts[1]


def _column(paragraph: Paragraph) -> int:
    return paragraph.cell.column if paragraph.cell else 0


def _row(paragraph: Paragraph) -> int:
    return paragraph.cell.row if paragraph.cell else 0


_ANNEX = re.compile(r"\s*phụ\s+lục(?:\s+(?:[IVXLC]+|\d+|[A-ZĐ]))?(?:\s*[.:–-]|\s*$)", re.IGNORECASE)


def _annexes(every: Sequence[Paragraph], start: int, *, known: bool) -> tuple[Annex, ...]:
    """The annexes after the signature; without one only a centred head counts."""
    heads = [
        n
        for n in range(start, len(every))
        if every[n].cell is None
        and _ANNEX.match(every[n].text)
        and (known or every[n].layout.alignment == "center")
    ]
    return tuple(_annex(every[at:end]) for at, end in pairwise([*heads, len(every)]))


def _annex(paragraphs: tuple[Paragraph, ...] | Sequence[Paragraph]) -> Annex:
    head, *others = lines_in(paragraphs)
    title: list[Paragraph] = []
    reference = None
    for one in others[:4]:
        if one.cell is not None:
            break
        if starts(one, "kem theo"):
            reference = one
            break
        if not title or (one.layout.alignment == "center" and one.text.isupper()):
            title.append(one)
    return Annex(head, tuple(title), reference, tuple(paragraphs))
