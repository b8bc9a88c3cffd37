"""What a document says of itself: kind, number, day, issuer, title, span of time, who signs."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cchc_cli.plan.draft.issuers import issuer_of, place_of, territory_of
from cchc_cli.plan.draft.letters import mended, plain
from cchc_cli.plan.draft.parties import Party
from cchc_cli.plan.draft.parts import Parts
from cchc_cli.plan.draft.recipients import signer_of
from cchc_cli.plan.draft.titles import HEAD_LINES, title_in

LONGEST_DATED = 160
_NUMBER = re.compile(
    r"[Ss]ố\s*:?\s*(?P<n>\d[\w.]*\s*(?:/\s*\d{4}\s*)?(?:/|-)\s*"
    r"[A-ZĐ][\w&]*(?:\s?[-/–]\s?[A-ZĐ][\wĐ&]*)*)"
)
_CITES = ("căn cứ", "thực hiện", "triển khai", "theo ", "kèm")
_DATED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_SPAN = re.compile(r"(?:giai đoạn|thời kỳ|năm)\s*(20\d\d)\s*(?:-|đến|tới)\s*(?:năm\s*)?(20\d\d)")
_UNTIL = re.compile(r"đến (?:hết )?năm\s*(20\d\d)")
_YEAR = re.compile(r"(?<!tháng \d )(?<!tháng \d\d )(?<!/)năm\s*(20\d\d)")
_CITED = re.compile(r"ngày \d+[/ ](?:tháng )?\d+[/ ](?:năm )?\d{4}|số [\w/-]+")


class Told(NamedTuple):
    """What the head of a document tells, as far as it does.

    Attributes:
        issuer: the name of who issues it, with its place.
        territory: the name of its province or city, in plain spelling; empty for central bodies.
        first, last: the days that the title spans; None where it names none.
    """

    type: str
    title: str
    number: str | None
    dated: date | None
    issuer: Party | None
    territory: str
    first: date | None
    last: date | None
    signer: str | None


def told(parts: Parts) -> Told:
    """Read the head, the opening and the signature."""
    lines = [" ".join(block.text.split()) for block in parts.head]
    title = title_in(lines)
    dated = next((day for line in lines[:HEAD_LINES] if (day := _day(line))), None)
    issuer = issuer_of(lines, parts.opening)
    first, last = _span(plain(f"{title.words} {lines[0] if lines else ''}"), dated)
    return Told(
        title.kind,
        title.words,
        next((one for line in lines[:HEAD_LINES] if (one := _number(line))), None),
        dated,
        issuer,
        territory_of(issuer, lines),
        first,
        last,
        signer_of(parts.signature),
    )


def _number(line: str) -> str | None:
    """The document's own number: at the beginning of a line, and none that it cites."""
    found = _NUMBER.search(mended(line))
    if found is None:
        return None
    own = found.start() <= 3 or (":" in found[0] and not plain(line).startswith(_CITES))
    return re.sub(r"\s+", "", found["n"]) if own else None


def _day(line: str) -> date | None:
    """The document's own day, with its place or number before it."""
    low = plain(line)
    found = _DATED.search(low)
    if found is None or low.startswith(_CITES) or len(low) > LONGEST_DATED:
        return None
    if not (place_of(line) or "số" in low or "ngày" in low[:40]):
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _span(title: str, dated: date | None) -> tuple[date | None, date | None]:
    """The years that a title names: both of a span, its last one, or the only one."""
    found = _SPAN.search(title)
    if found and int(found[1]) <= int(found[2]):
        return date(int(found[1]), 1, 1), date(int(found[2]), 12, 31)
    until = _UNTIL.search(title)
    if until and dated and int(until[1]) >= dated.year:
        return date(dated.year, 1, 1), date(int(until[1]), 12, 31)
    years = _own_years(_YEAR.findall(_CITED.sub(" ", title)), dated)
    if years and not until:
        return date(years[-1], 1, 1), date(years[-1], 12, 31)
    return None, None


def _own_years(years: Sequence[str], dated: date | None) -> list[int]:
    """Of the years in a title, those that the document can be for."""
    return [int(one) for one in years if not dated or int(one) in (dated.year, dated.year + 1)]
