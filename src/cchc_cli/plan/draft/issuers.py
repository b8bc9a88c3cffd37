"""Who issues a document, and which province or city it is of."""

import re
from collections.abc import Sequence

from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.part_signs import TYPES
from cchc_cli.plan.draft.parties import Party, parties_in, party_at
from cchc_cli.plan.draft.titles import calm

# The lines in which the name of the issuer stands.
LINES = 8
LONGEST = 120
_PLACED = re.compile(r"^(?:tp\.? ?)?(?P<p>[^\d,;:]{2,40}),\s*ngày\b")
_MOTTO = re.compile(r"cộng hòa|độc lập")
_NUMBERED = re.compile(r"[Ss]ố\s*:?\s*\d")
_CENTRAL = ("thủ tướng", "chính phủ", "ban ", "văn phòng", "quốc hội", "tổng cục", "cục ")
_ISSUES = re.compile(
    r"(?P<who>\b(?:ubnd|ủy ban nhân dân|thủ tướng chính phủ|chính phủ|bộ|ban chỉ đạo"
    r"|sở)\s(?:[^,;.]{0,50}?\s)?)(?:ban hành|xây dựng|yêu cầu|chỉ đạo)\b"
)


def issuer_of(lines: Sequence[str], opening: str) -> Party | None:
    """The issuer, by the lines over the number; else by the sentence that leads the body in."""
    last: Party | None = None
    for line in lines[:LINES]:
        low = plain(line)
        if _NUMBERED.search(line) or low.startswith(TYPES):
            break
        words = _MOTTO.split(low)[0].strip(" -|")
        if 0 < len(words) <= LONGEST:
            last = _named(words) or last
    if last is not None:
        return last
    text = " ".join([*lines[-3:], opening])
    found = [*_ISSUES.finditer(plain(text))]
    return party_at(text, found[-1].start("who"), prose=True) if found else None


def _named(low: str) -> Party | None:
    """The body whose name a line is, whatever its letters."""
    words = calm(low.upper())
    words = words[:1].upper() + words[1:]
    words = words.replace("Thủ tướng chính phủ", "Thủ tướng Chính phủ")
    found = parties_in(words)
    return found[0] if found and (found[0].start <= 2 or low.startswith(_CENTRAL)) else None


def place_of(line: str) -> str | None:
    """The place before a day (``Hà Nội, ngày 25 tháng 02 …``), in plain spelling."""
    found = _PLACED.match(plain(line))
    return found["p"].strip() if found else None


def territory_of(issuer: Party | None, lines: Sequence[str]) -> str:
    """The province or city of a document, in plain spelling; empty for central bodies."""
    if issuer is not None:
        low = plain(issuer.name)
        found = re.search(r"\b(?:tỉnh|thành phố|tp)\s+([\w ]{2,24})$", low)
        if found:
            return found[1].strip()
        if issuer.kind == "ministry" or low.startswith(("thủ tướng", "chính phủ")):
            return ""
    placed = next((place for line in lines[:LINES] if (place := place_of(line))), "")
    return re.sub(r"^(?:thành phố|tỉnh)\s+", "", placed)
