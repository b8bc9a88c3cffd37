"""The head: the nation's title and motto, the issuer, number and date, type and subject."""

import re
from collections.abc import Iterable

from cchc_cli.domain.names import bare
from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_head_parts import COMMITTEES
from cchc_cli.views.word.nd30_looks import check_look
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_parts import LETTER, TYPES, Parts, type_of
from cchc_cli.views.word.nd30_text import SLOT, said, words_of, written
from cchc_cli.views.wording import nd30 as words

# The left column's share of the head table: about 40 of 100.
SHARES = (0.34, 0.46)
BELOW_NUMBER = (5.5, 7.0)
_SPACES = re.compile(r"\s+(?=[/-])|(?<=[/-])\s+")
_SYMBOL = re.compile(rf"[A-ZĐ{SLOT}][\w&{SLOT}.]*(?:-[A-ZĐ{SLOT}][\w&{SLOT}.]*)+")
_NUMBERED = re.compile(rf"Số:\s?(\d*|{SLOT}|[\s.…_]*)/(.+)")
_DATED = re.compile(
    rf"(.+?)(,?)\s+ngày\s+(\d*|{SLOT}|[.…_]+)\s+tháng\s+(\d*|{SLOT}|[.…_]+)\s+năm\s+(\d{{4}}|{SLOT}|[\d.…_]*)"
)


def check_head(findings: Findings, parts: Parts) -> None:
    """Check every element of the head that is there, and say which is not."""
    head = parts.head
    for element in ("national_title", "motto", "number", "date"):
        one = getattr(head, element)
        if one is None:
            findings.add(f"{element}_missing", element, words.NOTHING, _sample(element, parts.kind))
        check_look(findings, element, [one])
    check_look(findings, "superior", head.superior)
    check_look(findings, "issuer", head.issuer)
    _titles(findings, head.national_title, head.motto)
    _table(findings, parts)
    _bodies(findings, parts)
    if head.number:
        _number(findings, head.number, parts.kind)
    if head.date:
        _date(findings, head.date)
    _kind(findings, parts)


def _sample(element: str, kind: str) -> str:
    number = words.LETTER_NUMBER_FORM if kind == LETTER else words.NUMBER_FORM
    samples = {"national_title": words.NATIONAL_TITLE, "motto": words.MOTTO}
    return samples.get(element, number if element == "number" else words.DATE_FORM)


def _titles(findings: Findings, title: Paragraph | None, motto: Paragraph | None) -> None:
    """The words themselves, letter by letter; their capitals are another matter."""
    if title and said(title).upper().replace("HOÀ", "HÒA") != words.NATIONAL_TITLE:
        wanted = words.NATIONAL_TITLE
        findings.add("national_title_text", "national_title", said(title), wanted, at=title)
    if motto and said(motto) != words.MOTTO:
        findings.add("motto_text", "motto", said(motto), words.MOTTO, at=motto)


def _table(findings: Findings, parts: Parts) -> None:
    """A table of two columns of about 40 and 60 of 100, number and date in one row."""
    head = parts.head
    if head.table is None:
        if head.national_title or head.number:
            findings.add("head_columns", "head", words.NOTHING, words.TWO_COLUMNS)
        return
    columns = parts.document.tables[head.table].columns
    anchor = head.national_title or head.motto
    split = anchor.cell.column if anchor and anchor.cell else 1
    total = sum(columns)
    share = sum(columns[:split]) / total if total else 0.0
    if total and not SHARES[0] <= share <= SHARES[1]:
        found = f"{round(share * 100)} % và {round((1 - share) * 100)} %"
        findings.add("head_columns", "head", found, words.TWO_COLUMNS)
    number, date = head.number, head.date
    if number and date and number.cell and date.cell and number.cell[:2] != date.cell[:2]:
        findings.add("date_row", "date", words.ANOTHER_ROW, words.DATE_ROW, at=date)


def _bodies(findings: Findings, parts: Parts) -> None:
    """The issuer's name; a people's committee has no superior above it."""
    head = parts.head
    if head.table is None:
        return
    if not head.issuer:
        findings.add("issuer_missing", "issuer", words.NOTHING, words.ELEMENTS["issuer"])
    elif head.superior and bare(head.issuer[0].text).startswith(COMMITTEES):
        at = head.superior[0]
        findings.add("committee_superior", "superior", said(at), words.COMMITTEE_ALONE, at=at)


def _number(findings: Findings, one: Paragraph, kind: str) -> None:
    """``Số: 05/BC-SNV``: padded below 10, no space round the marks, the type's abbreviation."""
    text = written(one).strip()
    sample = _sample("number", kind)
    blank = re.sub(r"(?<=Số:)\s*[.…_]*\s*/", f" {SLOT}/", text)
    tight = _SPACES.sub("", blank)
    match = _NUMBERED.fullmatch(tight)
    if match is None or not tight.startswith("Số: "):
        findings.add("number_form", "number", words.quoted(text), sample, at=one)
        return
    if tight != blank:
        findings.add("number_spaces", "number", words.quoted(text), words.NUMBER_SPACES, at=one)
    number, symbol = match[1], match[2]
    if number.isdigit() and number != f"{int(number):02d}":
        wanted = f"Số: {int(number):02d}/{symbol}"
        findings.add("number_padding", "number", words.quoted(text), words.quoted(wanted), at=one)
    _symbol(findings, one, symbol, kind)


def _symbol(findings: Findings, one: Paragraph, symbol: str, kind: str) -> None:
    first = symbol.partition("-")[0]
    letter = kind == LETTER
    codes = {*TYPES.values(), LETTER}
    wrong = first in codes if letter else kind != "" and first not in (kind, SLOT)
    if wrong or not _SYMBOL.fullmatch(symbol):
        wanted = words.LETTER_SYMBOL if letter else words.SYMBOL.format(code=kind or "<tên loại>")
        findings.add("number_symbol", "number", words.quoted(symbol), wanted, at=one)


def _date(findings: Findings, one: Paragraph) -> None:
    """``Hà Nội, ngày 05 tháng 01 năm 2022``: days below 10 and months 1 and 2 padded."""
    text = " ".join(written(one).split())
    blank = re.sub(r"(ngày|tháng)(?= (?:tháng|năm)\b)", rf"\1 {SLOT}", text)
    match = _DATED.fullmatch(blank)
    if match is None or (not match[1][0].isupper() and match[1][0] != SLOT):
        findings.add("date_form", "date", words.quoted(text), words.DATE_FORM, at=one)
        return
    place, comma, day, month, year = match.groups()
    if not comma:
        wanted = words.quoted(f"{place}, ngày …")
        findings.add("date_comma", "date", words.quoted(text), wanted, at=one)
    padded = (_padded(day, 10), _padded(month, 3))
    if (day, month) != padded:
        wanted = words.quoted(f"ngày {padded[0]} tháng {padded[1]} năm {year}")
        findings.add("date_padding", "date", words.quoted(text), wanted, at=one)
    elif not (_is_in(day, 31) and _is_in(month, 12)):
        findings.add("date_form", "date", words.quoted(text), words.DATE_FORM, at=one)


def _padded(digits: str, below: int) -> str:
    """A day or month with a zero before it if it is below that number, else without."""
    if not digits.isdigit():
        return digits
    number = int(digits)
    return f"{number:02d}" if number < below else str(number)


def _is_in(digits: str, most: int) -> bool:
    return not digits.isdigit() or 1 <= int(digits) <= most


def _kind(findings: Findings, parts: Parts) -> None:
    """The type's name and the subject, or the subject of a công văn below its number."""
    if not parts.kind:
        findings.add("kind_unknown", "type_name", words.NOTHING, words.KIND)
    name = parts.type_name
    check_look(findings, "type_name", [name])
    if name and not _is_alone(name):
        title = _name_of(name)
        wanted = words.TYPE_ALONE.format(name=title)
        findings.add("type_name_form", "type_name", words.quoted(name.text), wanted, at=name)
    elif name and not parts.subject:
        wanted = words.ELEMENTS["subject"]
        findings.add("subject_missing", "subject", words.NOTHING, wanted, at=name)
    check_look(findings, "subject", parts.subject)
    if parts.kind == LETTER:
        _letter_subject(findings, parts)


def _name_of(name: Paragraph) -> str:
    plain = next(one for one, code in TYPES.items() if code == type_of(name.text))
    return " ".join(name.text.split()[: len(plain.split())]).upper()


def _is_alone(name: Paragraph) -> bool:
    return bare(name.text) in TYPES


def _letter_subject(findings: Findings, parts: Parts) -> None:
    lines = parts.head.letter_subject
    # The V of V/v is a capital whatever follows.
    check_look(findings, "letter_subject", _longer_than_mark(lines))
    first, number = lines[0], parts.head.number
    if not said(first).startswith("V/v "):
        wanted = words.quoted("V/v …")
        findings.add(
            "letter_subject_form", "letter_subject", words.quoted(first.text), wanted, at=first
        )
    if number is None or number.cell is None or first.cell is None or number.number >= first.number:
        return
    after, before = number.layout.after, first.layout.before
    together = number.cell != first.cell or parts.document.adds_spacing
    gap = after + before if together else max(after, before)
    if number.number != first.number and not BELOW_NUMBER[0] <= gap <= BELOW_NUMBER[1]:
        found = words.BETWEEN_FOUND.format(found=words.points_text(gap))
        findings.add(
            "letter_subject_spacing", "letter_subject", found, words.BELOW_NUMBER, at=first
        )


def _longer_than_mark(lines: Iterable[Paragraph]) -> list[Paragraph]:
    return [one for one in lines if words_of(one)]
