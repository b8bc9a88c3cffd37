"""Who is charged with work: out of subjects, headings, brackets and lead-ins, as ids."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cchc_cli.domain.plan import Force
from cchc_cli.plan.draft.book import Book
from cchc_cli.plan.draft.letters import plain
from cchc_cli.plan.draft.model import Doubt
from cchc_cli.plan.draft.parties import Party
from cchc_cli.plan.draft.roles import capacity_of, partners_of
from cchc_cli.plan.draft.subjects import Subject, names_of_heading, order_at, subject_of

# Labels within the bracket may have been taken off its end already.
_BRACKETED = re.compile(r"\(([^()]{6,300})\)?[\s./;]*$")

# A time behind the names of a bracket.
_TIMED = re.compile(
    r"\s*[;,]\s*(?:thời (?:gian|hạn)|tiến độ|hoàn thành|xong|trong|trước|từ|tháng|quý|năm"
    r"|hằng|hàng)\b[^;]*$",
    re.IGNORECASE,
)
# An order behind what is to be done, and words that only give the role.
_AT_END = re.compile(r"\s*[:;,.–-]\s+(?P<o>(?:giao|phân công)\s[^:;]{4,160})$")
_ONLY_ROLE = re.compile(
    r"(?:chủ trì|thực hiện|tham mưu|phối hợp|tổ chức|triển khai|làm đầu mối|là cơ quan chủ trì"
    r"|chịu trách nhiệm|theo dõi|,|và|\s)+"
)


class Charge(NamedTuple):
    """Who acts and how firmly they are told to.

    Attributes:
        role: ``lead``, ``implement`` or ``cooperate`` where it is said elsewhere than in the
            clause; empty where the clause itself says.
    """

    idents: tuple[str, ...]
    force: Force = "assigned"
    doubts: tuple[Doubt, ...] = ()
    role: str = ""
    partners: tuple[str, ...] = ()
    partner_words: str | None = None


class Bracket(NamedTuple):
    """A text, and what the bracket behind it said.

    Attributes:
        charge: who acts by the bracket; None where none says so.
        words: the bracket's own.
        time: what stands behind its names and says when.
    """

    text: str
    charge: Charge | None = None
    words: str = ""
    time: str = ""


class Charges:
    """Makes charges, with the ids of one book."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def of_parties(self, parties: Sequence[Party], force: Force, words: str) -> Charge:
        """The charge of named parties; ``words`` may be the name of a group of the registry."""
        whole = self.book.whole_group(words.strip(" :.;"))
        if whole:
            return Charge((whole,), force)
        idents, unsure = self.book.idents(tuple(one for one in parties if not one.joins))
        joining, more = self.book.idents(tuple(one for one in parties if one.joins))
        if not idents:
            idents, joining = joining, ()
        return Charge(idents, force, (*unsure, *more), "lead" if joining else "", joining)

    def of_subject(self, subject: Subject, words: str) -> Charge:
        """The charge that a sentence with a subject makes."""
        return self.of_parties(subject.parties, subject.force or "assigned", words)

    def of_heading(self, parties: Sequence[Party], words: str) -> Charge:
        """The charge that a heading of names makes."""
        order, _ = order_at(words)
        return self.of_parties(parties, "requested" if "đề nghị" in order else "assigned", words)

    def with_role(self, charge: Charge, words: str) -> Charge:
        """The charge with the role and partners that words without a task give it."""
        role, _ = capacity_of(words)
        partners, partner_words = partners_of(words)
        if role == "implement" and not partners:
            return charge
        idents, unsure = self.book.idents(partners)
        doubts = (*charge.doubts, *unsure)
        return charge._replace(
            role=role, partners=idents, partner_words=partner_words, doubts=doubts
        )

    def in_brackets(self, text: str, *, alone: bool = False) -> Bracket:
        """``… (Giao Công an tỉnh tham mưu)``: a text without the bracket that says who acts.

        Args:
            text: a clause.
            alone: nobody is charged by what stands above it, so that a name in the bracket will do.
        """
        found = _BRACKETED.search(text)
        subject = subject_of(found[1]) if found else None
        bare = subject is None or (found and not _TIMED.sub("", found[1][subject.rest :]).strip())
        named = names_of_heading(_TIMED.sub("", found[1])) if found and alone and bare else None
        if found and named and not order_at(found[1])[0]:
            charge = self.of_parties(named, "assigned", found[1])
            timed = _TIMED.search(found[1])
            time = timed[0].strip(" ;,") if timed else ""
            return Bracket(text[: found.start()].rstrip(), charge, found[1], time)
        if found is None or subject is None:
            return self._at_end(text)
        low = plain(found[1])
        if not (subject.order or "chủ trì" in low or "thực hiện" in low):
            return Bracket(text)
        charge = self.of_subject(subject, found[1])
        rest = found[1][subject.rest :]
        return Bracket(text[: found.start()].rstrip(), self.with_role(charge, rest), found[1])

    def _at_end(self, text: str) -> Bracket:
        """``…: giao Văn phòng UBND tỉnh chủ trì.``: a text without the order at its end."""
        found = _AT_END.search(plain(text))
        subject = subject_of(text[found.start("o") :]) if found else None
        if found is None or subject is None or not subject.order:
            return Bracket(text)
        words = text[found.start("o") :]
        rest = words[subject.rest :].strip(" ,.;/")
        if not _ONLY_ROLE.fullmatch(plain(rest)):
            return Bracket(text)
        charge = self.with_role(self.of_subject(subject, words), rest)
        return Bracket(text[: found.start()].rstrip(), charge, words)
