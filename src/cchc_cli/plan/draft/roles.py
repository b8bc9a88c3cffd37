"""What a sentence says of others than its subject: with whom, for whom, and its role."""

import re

from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.parties import Party, parties_from, party_at
from cchc_cli.plan.draft.verbs import ACT

_TO = re.compile(
    r"(?:báo cáo|gửi|trình|tham mưu|giúp|về)\s+(?:[\w ]{0,24}?(?:kết quả|kế hoạch"
    r"|báo cáo)[\w ,]{0,50}?\s+)?(?:về\s+|cho\s+|với\s+|lên\s+|tới\s+)?(?=[A-ZĐa-zủỦ])"
)
_THROUGH = re.compile(r"\(?\s*(?:thông qua|qua)\s+")
# What stands before the names of those to work with.
WITH = re.compile(
    r"(?:phối(?: kết)? hợp)(?:\s+(?:chặt chẽ|đồng bộ|thường xuyên|tốt|hiệu quả|cùng"
    r"|kịp thời|chủ động|có hiệu quả))*\s*(?:với|cùng)?\s*"
)
_ROLE = re.compile(r"(?:chủ trì,? (?:và )?)?(?:chủ động )?phối hợp (?:chặt chẽ )?(?:với |cùng )?")


def partners_of(words: str) -> tuple[tuple[Party, ...], str | None]:
    """Those whom the sentence says to work with, and its words for those that are no list."""
    low = plain(words)
    found = WITH.search(low)
    if not found:
        return (), None
    parties, end = parties_from(words, found.end())
    if not parties:
        return (), None
    return parties, words[found.end() : end].strip(" ,;") or None


def receiver_of(words: str) -> tuple[Party | None, Party | None]:
    """To whom the result goes, and through whom."""
    low = plain(words)
    to = None
    for found in _TO.finditer(low):
        party = party_at(words, found.end(), prose=True)
        if party and party.kind is not None:
            to = party
            break
    through = None
    found_through = _THROUGH.search(low)
    if found_through:
        party = party_at(words, found_through.end(), prose=True)
        through = party if party and party.kind is not None else None
    return to, through


def capacity_of(words: str) -> tuple[str, str]:
    """The role that the first verbs give, and their words."""
    low = plain(words).lstrip(" ,:-")
    head = low[:160]
    lead = re.search(r"\bchủ trì\b", head)
    first = ACT.search(head)
    if lead and not re.match(r".{0,60}(?:với|cho|cùng) (?:các )?(?:cơ quan|đơn vị) chủ trì", head):
        return "lead", "chủ trì"
    if re.match(
        r"(?:(?:chủ động|tích cực|thường xuyên|có trách nhiệm|kịp thời|đồng thời|và"
        r"|tiếp tục|tăng cường|trách nhiệm)[, ]+)*phối (?:kết )?hợp",
        low,
    ):
        return "cooperate", "phối hợp"
    return "implement", first[0] if first else ""


def is_role_alone(text: str) -> bool:
    """``Chủ trì, phối hợp với các sở``: with whom, and not what."""
    found = _ROLE.match(plain(text))
    if not found:
        return False
    parties, end = parties_from(text, found.end())
    return bool(parties) and not text[end:].strip(" .:;,")
