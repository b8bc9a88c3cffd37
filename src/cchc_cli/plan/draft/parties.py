"""Who is named at a place of a text: bodies, committees, officers for their bodies, and groups.

In a *list* (a heading, a cell, the value of "Cơ quan chủ trì: …") a name goes on to the next
separator before another name; in *prose* it ends where the verb begins.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.domain.agencies import AgencyKind
from cchc_cli.plan.draft.bodies import (
    ALONE,
    FOR_WHAT,
    GROUP,
    HEADS,
    NAMED_GROUPS,
    OFFICERS,
)
from cchc_cli.plan.draft.committees import committee_at
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.party_keys import party_key
from cchc_cli.plan.draft.portfolios import OF_PLACES, Office, next_office, office_at
from cchc_cli.plan.draft.verbs import ACT, AFTER_SUBJECT

LONGEST_NAME = 16
LONGEST_VALUE = 90
_SEPARATORS = re.compile(
    r"[\s,;/.+•\-–:]*(?:(?:và|cùng(?: với)?|với|hoặc|gồm(?: có)?|là)\b[\s,;:]*)*[\s,;/•\-–:]*"
)
_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"[ \t]+")
_MARKS = re.compile(r"[,;:()\n…]")
_DOTS = re.compile(r"(?:\.{3}|…)\s*(?=[^\W\d])")
_ALL = re.compile(r"(?:tất cả|toàn|các|những|một số|cả|hai|ba|bốn)\b")
_ORGANS = re.compile(r"\s*[,/;-]\s*|\s+và\s+")
_ROLE = re.compile(r"\s*\((?:cơ quan |đơn vị )?(?P<r>chủ trì|đầu mối|phối hợp|thường trực)\)")
_BEGINS_LIST = re.compile(r"(?:sở|bộ|ban), ")
_SPHERE = re.compile(
    r"(?:theo (?:chức|nhiệm|thẩm|lĩnh|phân)|trong phạm vi|căn cứ |(?:có|chịu) trách nhiệm"
    r"|có nhiệm vụ"
    r"|thực hiện (?:các )?nhiệm vụ|không "
    r"|là (?:(?:cơ quan|đơn vị|bộ phận) )?(?:thường trực|đầu mối|chủ trì|tham mưu))"
)
_WHEN = re.compile(
    r"(?:trước (?:ngày|\d)|chậm nhất|hằng |hàng |định kỳ|kể từ|trong (?:quý|tháng|năm"
    r"|thời)|để |nhằm |sau khi |khi )"
)
# Verbs that end the names of bodies ("Vụ Vật liệu xây dựng"), where another verb follows.
_NAME_VERB = re.compile(
    r"(?:xây dựng|quản lý|đào tạo|bảo vệ|phát triển|kiểm định|giám định|đầu tư|bảo tồn"
    r"|bảo trợ|xúc tiến|khai thác"
    r"|điều phối|truyền thông)(?= )"
)
# Words of a field between such a verb and the one that tells what the body does.
_FIELD = re.compile(
    r"(?:\s+(?!các\b|kế hoạch|đề án|quy chế|phương án|báo cáo|dự toán|danh mục|hồ sơ"
    r"|chương trình|văn bản|và\b)[^\W\d_]+){1,6}?"
    r"\s+(?:đôn đốc|chủ trì|phối hợp|tham mưu|bảo đảm|đảm bảo|hướng dẫn|triển khai"
    r"|tổng hợp|theo dõi|có trách nhiệm"
    r"|chịu trách nhiệm|khẩn trương|chủ động)\b"
)
_GIVEN = re.compile(
    r"được (?:giao|phân công|nêu|bố trí|quy định|phê duyệt|thụ hưởng|ủy quyền)"
    r"(?:\s+(?:chủ trì|nhiệm vụ|thực hiện|trách nhiệm|phối hợp|tại|trong|theo|các|cụ thể|nội dung"
    r"|kế hoạch(?: này)?|phụ lục(?: [\w ]{0,12}?kèm theo)?|(?:mục|phần|điều|khoản) [\wivx.]+))*"
)


class Party(NamedTuple):
    """A body or group named in a text.

    Attributes:
        name: as written, departments with the full name of what they are for.
        key: alike for all spellings of one name.
        kind: what kind of agency, ``None`` for a group.
        members: those that a bracket after a group's name lists.
        joins: a bracket after the name says that it only joins in.
    """

    name: str
    key: str
    start: int
    end: int
    kind: AgencyKind | None
    members: tuple["Party", ...] = ()
    joins: bool = False


def party_at(text: str, at: int, *, prose: bool) -> Party | None:
    """The body or group whose name begins at ``at``."""
    return _Reader(text, prose=prose).party(at)


def parties_in(text: str, *, prose: bool = False, start: int = 0) -> tuple[Party, ...]:
    """The names of a list, whatever separates them; what is no name is passed over."""
    reader = _Reader(text, prose=prose)
    return tuple(reader.all(start))


def bearers_in(text: str) -> tuple[Party, ...]:
    """The names of a value that says nothing but who; all of it where no name is known."""
    found = parties_in(text)
    words = " ".join(text.split()).strip(" .,;:-")
    if found or not 3 <= len(words) <= LONGEST_VALUE or words.isdigit():
        return found
    return (Party(words, party_key(words, group=True), 0, len(text), None),)


def parties_from(text: str, at: int, *, prose: bool = True) -> tuple[tuple[Party, ...], int]:
    """The names that follow each other from ``at`` on, and where the last of them ends."""
    return _Reader(text, prose=prose).row(at)


class _Reader:
    def __init__(self, text: str, *, prose: bool) -> None:
        self.text = text
        self.plain = plain(text)
        self.prose = prose

    def all(self, at: int) -> Iterator[Party]:
        while at < len(self.text):
            at = self._skip(at)
            found = self.party(at)
            if found:
                yield found
                at = max(found.end, at + 1)
                yield from self._fellows(found)
                continue
            at = self._beyond(at)
            if at < 0:
                return

    def _beyond(self, at: int) -> int:
        """Where the next name may begin; what stands in brackets is passed over."""
        step = re.compile(r"[,;\n]|\([^()]*\)?|\s(?:và|\-)\s").search(self.plain, at)
        return step.end() if step else -1

    def row(self, at: int) -> tuple[tuple[Party, ...], int]:
        found: list[Party] = []
        end = at
        at = self._skip(at)
        while (party := self.party(at)) is not None:
            found.append(party)
            end = party.end
            fellows = list(self._fellows(party))
            found += fellows
            end = fellows[-1].end if fellows else end
            gap = _SEPARATORS.match(self.plain, end)
            at = gap.end() if gap else end
            if at == end:
                break
        return tuple(found), end

    def _skip(self, at: int) -> int:
        found = _SEPARATORS.match(self.plain, at)
        return found.end() if found else at

    def party(self, at: int) -> Party | None:
        if at >= len(self.text) or (at and self.text[at - 1].isalnum()):
            return None
        for reader in (self._committee, self._officer, self._body, self._department, self._group):
            found = reader(at)
            if found:
                return self._with_members(found)
        return None

    def _made(self, at: int, end: int, kind: AgencyKind | None, name: str = "") -> Party:
        written = name or " ".join(self.text[at:end].split()).strip(" ,;:-–./")
        end = at + len(self.text[at:end].rstrip(" ,;:-–/"))
        return Party(written, party_key(written, group=kind is None), at, end, kind)

    def _officer(self, at: int) -> Party | None:
        found = OFFICERS.match(self.plain, at)
        if not found or not found[0].strip():
            return None
        # "Trưởng Ban Chỉ đạo": the title may have taken the first word of the name.
        taken = re.search(r"\bban\s+$", found[0])
        for start in (found.end(), *([at + taken.start()] if taken else [])):
            for reader in (self._committee, self._body_of_officer, self._department, self._group):
                behind = reader(start)
                if behind:
                    return behind._replace(start=at)
        return None

    def _committee(self, at: int) -> Party | None:
        found = committee_at(self.text, self.plain, at)
        return self._made(at, found.end, found.kind) if found else None

    def _department(self, at: int) -> Party | None:
        found = office_at(self.text, self.plain, at)
        if found and not found.portfolio:
            return self._made(at, self._tail(found.end, group=False), found.kind)
        places = OF_PLACES.match(self.plain, found.end) if found else None
        if places:
            return self._made(at, places.end(), None)
        return self._office(found) if found else None

    def _office(self, office: Office) -> Party:
        name = f"{office.word} {office.portfolio}"
        return self._made(office.start, office.end, office.kind, name)

    def _fellows(self, party: Party) -> Iterator[Party]:
        """The offices that go on with the word of the first."""
        word, _, portfolio = party.name.partition(" ")
        if party.kind not in ("department", "ministry") or word not in ("Sở", "Bộ"):
            return
        office = Office(word, portfolio, party.kind, party.start, party.end)
        while (following := next_office(self.text, self.plain, office)) is not None:
            yield self._office(following)
            office = following

    def _body_of_officer(self, at: int) -> Party | None:
        """A body behind its officer, whatever the case of its letters (``Bí thư tỉnh ủy``)."""
        return self._body(at, loose=True)

    def _body(self, at: int, *, loose: bool = False) -> Party | None:
        for head in HEADS:
            found = head.pattern.match(self.plain, at)
            if not found or (head.capital and not loose and not self.text[at].isupper()):
                continue
            what = FOR_WHAT.match(self.plain, found.end()) if head.kind == "board" else None
            end = self._tail(what.end() if what else found.end(), group=False)
            return self._made(at, end, head.kind)
        return None

    def _group(self, at: int) -> Party | None:
        end = self._group_end(at)
        return None if end is None else self._made(at, self._tail(end, group=True), None)

    def _group_end(self, at: int) -> int | None:
        named, wider = NAMED_GROUPS.match(self.plain, at), GROUP.match(self.plain, at)
        firm = self.plain.startswith("các", at) or ALONE.match(self.plain, at)
        if named and firm and not (wider and wider.end() > named.end()):
            return named.end()
        if not wider:
            return None
        several = _ALL.match(wider[0]) or len(_ORGANS.split(wider[0])) > 1
        return wider.end() if several or ALONE.match(wider[0]) else None

    def _tail(self, at: int, *, group: bool) -> int:
        """Where a name ends that no table knows."""
        end, words, last = at, 0, at
        while words < LONGEST_NAME:
            blank = _BLANK.match(self.text, end)
            start = blank.end() if blank else end
            step = None if self._ends(start) else self._step(start, last, group=group)
            if step is None:
                return end
            end, last = step
            words += last == start
        return end

    def _ends(self, at: int) -> bool:
        """Whether what stands at a place belongs to no name."""
        return (
            at >= len(self.text)
            or (self.text[at] in ';:.\n()[]|“"' and not _DOTS.match(self.text, at))
            or self.plain.startswith(("do ", "đã "), at)
            or _SPHERE.match(self.plain, at) is not None
            or (self.prose and _WHEN.match(self.plain, at) is not None)
        )

    def _step(self, start: int, last: int, *, group: bool) -> tuple[int, int] | None:
        """The end of the next word of a name, and where that word began; None where it is over."""
        joint = self._joint(start)
        if joint is not None:
            return (joint, last) if joint > start else None
        compound = ACT.match(self.plain, last)
        inside = compound is not None and last < start < compound.end()
        if self.prose and self.text[start].islower() and not inside and self._acts(start):
            own = None if group else self._own_verb(start)
            return None if own is None else (own, own)
        word = _WORD.match(self.text, start)
        if word is None:
            return None
        return start + len(_MARKS.split(word[0])[0].rstrip('.,;:)]”"')), start

    def _joint(self, at: int) -> int | None:
        """Where a name goes on behind a comma, "và" or "được giao"; ``at`` where another begins."""
        dots = _DOTS.match(self.text, at)
        if dots:
            return dots.end()
        if self.text[at] in ",/&-–" or self.plain.startswith(("và ", "cùng "), at):
            after = _SEPARATORS.match(self.plain, at)
            beyond = after.end() if after else at + 1
            dash = self.text[at] in "-–"
            over = beyond >= len(self.text) or self._stops(beyond, dash=dash)
            return at if over else beyond
        given = _GIVEN.match(self.plain, at)
        return given.end() if given else None

    def _own_verb(self, at: int) -> int | None:
        """The end of a verb that is part of the name, since the one that acts is behind it."""
        own = _NAME_VERB.match(self.plain, at)
        if own is None:
            return None
        acting = self._acts(own.end()) or _FIELD.match(self.plain, own.end()) is not None
        return own.end() if acting else None

    def _acts(self, at: int) -> bool:
        """Whether what somebody does begins at ``at``."""
        found = AFTER_SUBJECT.match(self.plain, at)
        # "Truyền hình Thành phố": a capital within is no verb.
        return found is not None and self.text[at : found.end()].islower()

    def _stops(self, at: int, *, dash: bool) -> bool:
        """Whether another name, or what is to be done, begins at ``at``."""
        if self.prose and self._acts(at):
            return True
        if self.plain.startswith(("phát thanh", "truyền hình"), at):
            return False
        return any(
            reader(at) is not None for reader in (self._committee, self._officer, self._department)
        ) or self._begins_name(at, dash=dash)

    def _begins_name(self, at: int, *, dash: bool) -> bool:
        """Whether a name begins; behind a dash ("Thông tin - Thư viện") a unit goes on instead."""
        for head in HEADS:
            if dash and head.kind == "public_unit":
                continue
            if head.pattern.match(self.plain, at) and (not head.capital or self.text[at].isupper()):
                return True
        known = NAMED_GROUPS.match(self.plain, at) or GROUP.match(self.plain, at)
        return bool(
            (self.plain.startswith("các", at) and known)
            or ALONE.match(self.plain, at)
            or _BEGINS_LIST.match(self.plain, at)
        )

    def _with_members(self, party: Party) -> Party:
        """The bodies that a bracket after the name lists, or the role that it gives."""
        role = _ROLE.match(self.plain, party.end)
        if role:
            return party._replace(joins=role["r"] == "phối hợp", end=role.end())
        found = re.compile(r"\s*\(([^()]{10,600})\)").match(self.text, party.end)
        if not found:
            return party
        inside = plain(found[1])
        if inside.startswith(("qua ", "thông qua", "sau đây", "gọi tắt", "viết tắt", "để ")):
            return party
        listed = parties_in(found[1], prose=False)
        firm = tuple(one for one in listed if one.kind is not None)
        if len(firm) < 2 or re.search(r"\.\.|…|v\.v|\bkhác\b|\bnhư\b", inside):
            return party
        return party._replace(members=firm, end=found.end())
