"""Who a sentence is about and what it asks of them: assigned, requested, with whom, for whom."""

import re
from itertools import islice
from typing import NamedTuple

from cchc_cli.domain.plan import Force
from cchc_cli.plan.draft.bodies import KIND_WORDS, PERSONS
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.parties import Party, parties_from, parties_in, party_at
from cchc_cli.plan.draft.party_keys import party_key
from cchc_cli.plan.draft.roles import WITH
from cchc_cli.plan.draft.verbs import AFTER_SUBJECT, BEGINS

_ISSUER = (
    r"(?:(?:ủy ban nhân dân|ubnd|chủ tịch (?:ủy ban nhân dân|ubnd)|thủ tướng chính phủ"
    r"|chính phủ|bộ trưởng|bộ|ban chỉ đạo)"
    r"[\w ,-]{0,40}?\s+)?"
)
_ORDER = re.compile(
    rf"(?:riêng\s+(?=đối với))?(?:{_ISSUER})"
    r"(?P<o>giao(?! thông| lưu| ban| dịch| tiếp)(?: trách nhiệm)?(?: cho)?"
    r"|phân công|yêu cầu|kính đề nghị"
    r"|trân trọng đề nghị|đề nghị|(?:kính |trân trọng )?mời(?= (?:ủy ban m|ub|mttq|mặt trận|hội"
    r"|liên đoàn|thường trực|hđnd|ban ))|kính chuyển|trách nhiệm của|"
    r"đối với|nhiệm vụ của)\s*:?\s+(?!với\b)"
)
_CLAUSES = re.compile(
    r"(?:trên đây là|căn cứ|trên cơ sở|sau khi|ngay sau khi|khi|để|theo|đối với|trong quá trình"
    r"|quá trình|nếu|hằng năm|hàng năm"
    r"|định kỳ|trước ngày|từ ngày|hằng quý|hàng quý|hằng tháng|hàng tháng|nhằm"
    r"|trong phạm vi|trên tinh thần|trường hợp"
    r"|ngoài|bên cạnh|đồng thời|đến|trong năm|trong quý|trong thời|chậm nhất|thông qua|tại"
    r"|với|riêng|ngoài ra)\b"
)
_REQUEST = re.compile(r"đề nghị")
_FUNCTION = re.compile(
    r"\s[-–]\s(?=(?:cơ quan |đơn vị )?(?:thường trực|đầu mối|chủ trì"
    r"|phó trưởng|trưởng|thành viên|ủy viên))",
    re.IGNORECASE,
)
# What a bracket behind the names says of them, before the verb.
_BRACKET = re.compile(r"\s*\([^()]{3,160}\)(?=\s*[^\s:.;)])")
_FUNCTIONS = re.compile(r"(?:là|làm) (?:cơ quan|đơn vị|đầu mối|thường trực|thành viên)")
_TOPIC = re.compile(r"[^:;.()]{3,120}?(?::|\s[-–])\s+(?:(?:do|giao)\s+)?")
_MATTER = re.compile(r"(?:về|công tác|việc|lĩnh vực|nội dung|nhóm|hoạt động|nhiệm vụ)\b")
MAX_COMMAS = 12
HEADING_WIDTH = 330
SENTENCE_REST = 15
SHORT_NAME = 100
# A person is named with a post in no more words.
PERSON_WORDS = 16
_ANSWERS = re.compile(
    r"(?P<who>(?:cơ quan|đơn vị|tổ|nhóm|lực lượng|trưởng|cán bộ|công chức|viên chức|chủ"
    r"|người|thành viên|nhà|ban"
    r"|tổ chức|cá nhân|giáo viên|bộ phận|đoàn|đội|hội|cấp|ngành|chi nhánh)\s[^,;:.]{2,90}?)"
    r"\s+(?:có trách nhiệm|chịu trách nhiệm|chủ trì)\b"
)


class Subject(NamedTuple):
    """The parties that a sentence charges.

    Attributes:
        rest: where what they are to do begins.
        order: the verb of the order before them (``giao``, ``đề nghị``); empty where there is none.
    """

    parties: tuple[Party, ...]
    rest: int
    order: str = ""

    @property
    def force(self) -> Force | None:
        """What the order makes of it; None where there is no order."""
        if not self.order:
            return None
        asked = self.order.endswith(("đề nghị", "mời"))
        return "requested" if asked else "assigned"


def order_at(words: str) -> tuple[str, int]:
    """An order at the beginning (``Giao …``), and where the words after it begin."""
    found = _ORDER.match(plain(words))
    return (found["o"], found.end()) if found else ("", 0)


def subject_of(words: str) -> Subject | None:
    """The subject of a sentence, at its beginning or behind a clause that leads in."""
    low = plain(words)
    direct = _subject_at(words, low, 0)
    if direct:
        return direct
    if not _CLAUSES.match(low):
        return (
            _request_within(words, low)
            or _responsible(words, low)
            or _person(words, low)
            or _behind_topic(words, low)
        )
    for number, found in enumerate(
        re.finditer(
            r",\s+|\s(?=đề nghị |yêu cầu |giao )|:\s+"
            r"|(?<=vướng mắc)\s+|(?<=phát sinh)\s+|(?<=khó khăn)\s+|\sthì\s+",
            low,
        )
    ):
        if number > MAX_COMMAS:
            break
        behind = _subject_at(words, low, found.end())
        if (
            behind
            and (behind.order or _is_named(words, behind.parties[0]))
            and not re.match(
                r"[\s,]*(?:để|theo (?!chức|nhiệm|thẩm)|trong (?!phạm)|về|nếu)\b", low[behind.rest :]
            )
            and not _is_partner(words, low, behind.parties[0].start)
        ):
            return behind
    return None


def _responsible(words: str, low: str) -> Subject | None:
    """``Cơ quan … ở địa phương có trách nhiệm …``: somebody no table knows is told to answer."""
    found = _ANSWERS.match(low)
    if not found or not words[:1].isupper():
        return None
    end = found.end("who")
    name = re.sub(r"\s+(?:cùng|cũng|đều)$", "", words[:end].strip())
    return Subject((Party(name, party_key(name, group=True), 0, end, None),), end)


def is_person(text: str) -> bool:
    """Whether a heading names a person or a post (``Ông …, Phó Trưởng ban thường trực``)."""
    low = plain(text)
    named = PERSONS.match(low) is not None and text[:1].isupper() and len(text) < HEADING_WIDTH
    return named and not text.endswith((".", ";")) and subject_of(text) is None


def bearer_named(text: str) -> tuple[Party, ...]:
    """A heading as the name of one bearer."""
    name = text.strip(" :.;-–")
    return (Party(name, party_key(name, group=True), 0, len(text), None),)


def _person(words: str, low: str) -> Subject | None:
    """``Đồng chí … - Phó Giám đốc Sở phụ trách …``: a person or post is told, and no body."""
    found = PERSONS.match(low)
    if not found or not words[:1].isupper():
        return None
    for blank in islice(re.finditer(r"\s*[\s:]\s*", words[found.end() :]), PERSON_WORDS):
        end, start = found.end() + blank.start(), found.end() + blank.end()
        if words[end - 1] in ";.(":
            return None
        acts = AFTER_SUBJECT.match(low, start)
        if acts and words[start].islower():
            name = words[:end].strip(" ,;:-–")
            return Subject((Party(name, party_key(name, group=True), 0, end, None),), end)
    return None


def _behind_topic(words: str, low: str) -> Subject | None:
    """``Tuyên truyền: Báo An Hòa mở chuyên mục``: who acts stands behind what it is about."""
    found = _TOPIC.match(low)
    if not found:
        return None
    behind = _subject_at(words, low, found.end())
    return behind if behind and _is_named(words, behind.parties[0]) else None


def before_colon(words: str, *, loosely: bool = False) -> Subject | None:
    """``Kế toán trưởng: đối chiếu …``: who stands before a colon with things to be done behind.

    Args:
        words: an item.
        loosely: its brothers are about bodies, so that any short name will do.
    """
    name, colon, rest = words.partition(":")
    if not colon or not words[:1].isupper() or not 3 <= len(name) <= HEADING_WIDTH:
        return None
    low = plain(name)
    behind = plain(rest).lstrip()
    if BEGINS.match(low) or not (BEGINS.match(behind) or _FUNCTIONS.match(behind)):
        return None
    short = (loosely and len(name) < SHORT_NAME and not _MATTER.match(low)) or is_short_name(name)
    if not (names_of_heading(name) or (short and not _CLAUSES.match(low))):
        return None
    order, at = order_at(name)
    return Subject(_bearers(name[at:]), len(name) + 1, order)


def _bearers(name: str) -> tuple[Party, ...]:
    """The names of a list; those that no table knows by the marks between them."""
    found = parties_in(name)
    words = name.strip(" .,;:-")
    known = sum(one.end - one.start for one in found)
    if found and known >= 0.6 * len(words):
        return found
    parts = [part.strip() for part in re.split(r"[,;]\s+|\s+và\s+(?=[^a-zà-ỹ])", words)]
    kept = parts if all(KIND_WORDS.match(plain(part)) for part in parts) else [words]
    return tuple(Party(part, party_key(part, group=True), 0, len(part), None) for part in kept)


def _is_partner(words: str, low: str, at: int) -> bool:
    """Whether a name belongs to a list of those to work with that began before it."""
    for found in WITH.finditer(low, 0, at):
        parties, end = parties_from(words, found.end())
        if parties and end > at:
            return True
    return False


def _is_named(words: str, party: Party) -> bool:
    """Whether a party behind a clause is no mere pair of nouns (``địa phương, đơn vị``)."""
    first = words[party.start : party.end]
    return (
        party.kind is not None
        or first[:1].isupper()
        or plain(first).startswith(
            ("các ", "tất cả", "toàn ", "những ", "ủy ban", "ubnd", "thủ trưởng", "người đứng đầu")
        )
    )


def _request_within(words: str, low: str) -> Subject | None:
    """``UBND Thành phố đề nghị …``: an order whose giver is named first."""
    found = re.match(r"(?:[^.;:]{3,90}?\s)(?=(?:đề nghị|yêu cầu|giao)\s)", low)
    if not found or not party_at(words, 0, prose=True):
        return None
    return _subject_at(words, low, found.end(), ordered=True)


def _subject_at(words: str, low: str, at: int, *, ordered: bool = False) -> Subject | None:
    order = _ORDER.match(low, at)
    start = order.end() if order else at
    parties, end = parties_from(words, start)
    if not parties or (ordered and not order):
        return None
    if order and order["o"] == "đối với" and (at or not re.match(r"\s*:", low[end:])):
        return None
    bracket = _BRACKET.match(low, end)
    end = bracket.end() if bracket else end
    after = low[end:].lstrip()
    if _REQUEST.match(after) or re.match(r"(?:yêu cầu|giao)\s", after):
        inner = _subject_at(words, low, low.index(after[:8], end), ordered=True)
        if inner:
            return inner
    name = order["o"] if order else ""
    if AFTER_SUBJECT.match(low, end) or (
        not (at and not ordered) and re.match(r"\s*(?::|-|–|$)", low[end:])
    ):
        return Subject(parties, end, name)
    if name and re.match(r"(?:giao|phân công|yêu cầu|đề nghị|kính|trân trọng|mời)", name):
        return Subject(parties, end, name)
    return None


def names_of_heading(text: str, *, loosely: bool = False) -> tuple[Party, ...] | None:
    """The parties that a heading consists of; None where it is more than their names.

    Args:
        text: the heading, with the order before its names if any.
        loosely: it is enough that it begins with one.
    """
    words = _without_brackets(text)
    _, at = order_at(words)
    found = parties_in(words, start=at) if 0 < len(words) <= HEADING_WIDTH else ()
    if not found or found[0].start > at + 2:
        return None
    if loosely:
        return found
    sentence = text.rstrip().endswith((".", ";")) and _is_sentence(words, at)
    if sentence or not _are_all(words, at, found):
        return None
    whole = found[-1].end >= len(words) - 3 and "(" in text
    return (parties_in(text, start=at) if whole else ()) or found


def _without_brackets(text: str) -> str:
    """A heading without brackets, and without the function behind a dash."""
    words = re.sub(r"\s*\([^()]*\)", " ", text).strip(" :.;-")
    return _FUNCTION.split(plain_dash(words))[0]


def _are_all(words: str, at: int, found: tuple[Party, ...]) -> bool:
    """Whether next to nothing is left of a heading but the names, and what is told of the last."""
    left = len(words) - at - sum(one.end - one.start for one in found)
    tail = words[found[-1].end :].strip()
    if tail.startswith(("-", "–", "là ", "có ")):
        left -= len(tail)
    return left <= max(12, 0.22 * (len(words) - at))


def _is_sentence(words: str, at: int) -> bool:
    """Whether a verb follows the names, and so much behind it that it is no name."""
    _, end = parties_from(words, at)
    low = plain(words)
    return len(low) - end > SENTENCE_REST and AFTER_SUBJECT.match(low, end) is not None


def plain_dash(words: str) -> str:
    """Words with the usual hyphen for every dash."""
    return words.replace("–", "-").replace("—", "-")


def is_short_name(text: str) -> bool:
    """Whether a short line without verb or stop begins as names and positions do."""
    low = plain(text.strip(" :"))
    return (
        len(low) < SHORT_NAME
        and not text.rstrip().endswith((".", ";", ","))
        and KIND_WORDS.match(low) is not None
        and not BEGINS.match(low)
    )
