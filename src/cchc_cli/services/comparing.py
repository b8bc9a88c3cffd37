"""Two plans, or two versions of one: what is the same, what changed, what is new, what is gone."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from cchc_cli.domain.amending import binding
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import Duty, Plan
from cchc_cli.services.matching import match

# Fields of a duty that are compared, in the order in which they are told.
FIELDS = (
    "clause", "title", "text", "force", "lead", "implement", "cooperate", "partners",
    "partner_words", "capacity", "product", "measure", "schedule", "moved", "time_words",
    "report_to", "report_through", "funding", "links", "question",
)  # fmt: skip
PLAN_FIELDS = (
    "title", "short_title", "subject", "document", "validity", "coordinator", "policy", "theme",
    "parent", "children", "legal_basis", "funding",
)  # fmt: skip
# Those that are words of the document or of the encoder; others are ids, or records.
TEXTS = frozenset(
    {
        "title", "text", "partner_words", "capacity", "time_words", "funding", "question",
        "short_title", "subject", "theme",
    }
)  # fmt: skip
SECTIONS = (
    "references", "purposes", "requirements", "topics", "channels", "indicators", "annexes",
    "recipients",
)  # fmt: skip
# Longer texts than these are told whole, the old one and the new one.
COMPARED = 4_000_000

Op = Literal["same", "gone", "new"]


class Piece(NamedTuple):
    """A run of words of a text that was changed."""

    op: Op
    text: str


class Field(NamedTuple):
    """A value that is not the same on both sides."""

    name: str
    old: Any
    new: Any
    pieces: tuple[Piece, ...] = ()


class Pair(NamedTuple):
    """A duty on both sides; ``moved`` if its id is not the same."""

    old: Duty
    new: Duty
    fields: tuple[Field, ...]

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere now."""
        return self.old.id != self.new.id


class SectionChange(NamedTuple):
    """Entries of a section other than the duties that are only on one side."""

    name: str
    gone: tuple[Any, ...]
    new: tuple[Any, ...]


class Difference(NamedTuple):
    """What is not the same in two plans.

    Attributes:
        fields: of the plan itself.
        pairs: duties that are on both sides and not the same.
        same: how many are the same on both.
    """

    old: Plan
    new: Plan
    fields: tuple[Field, ...]
    sections: tuple[SectionChange, ...]
    pairs: tuple[Pair, ...]
    added: tuple[Duty, ...]
    gone: tuple[Duty, ...]
    same: int

    @property
    def empty(self) -> bool:
        """Whether there is none."""
        return not (self.fields or self.sections or self.pairs or self.added or self.gone)


def compare(old: Plan, new: Plan) -> Difference:
    """What is not the same in two plans; duties that have ended count as gone."""
    matched, gone, added = match(binding(old), binding(new))
    pairs = [Pair(one, other, tuple(_fields(old, new, one, other))) for one, other in matched]
    changed = tuple(pair for pair in pairs if pair.moved or pair.fields)
    return Difference(
        old,
        new,
        tuple(_plan_fields(old, new)),
        tuple(_sections(old, new)),
        changed,
        tuple(added),
        tuple(gone),
        len(pairs) - len(changed),
    )


def _plan_fields(old: Plan, new: Plan) -> Iterator[Field]:
    for name in PLAN_FIELDS:
        mine, its = getattr(old, name), getattr(new, name)
        if mine != its:
            yield _field(name, mine, its)


def _sections(old: Plan, new: Plan) -> Iterator[SectionChange]:
    for name in SECTIONS:
        mine, its = getattr(old, name), getattr(new, name)
        if mine != its:
            gone = tuple(one for one in mine if one not in its)
            fresh = tuple(one for one in its if one not in mine)
            # Another order alone changes nothing.
            if gone or fresh:
                yield SectionChange(name, gone, fresh)


def _fields(old: Plan, new: Plan, one: Duty, other: Duty) -> Iterator[Field]:
    for name in FIELDS:
        mine, its = getattr(one, name), getattr(other, name)
        if mine == its:
            continue
        if name in ("schedule", "moved"):
            if name == "schedule" or one.schedule == other.schedule:
                yield Field("schedule", occurrences(old, one), occurrences(new, other))
        else:
            yield _field(name, mine, its)


def _field(name: str, old: object, new: object) -> Field:
    return Field(name, old, new, tuple(pieces(old, new)) if name in TEXTS else ())


def pieces(old: object, new: object) -> Iterator[Piece]:
    """The runs of words that two texts have in common, and those of one only."""
    if not isinstance(old, str) or not isinstance(new, str):
        return
    mine, its = old.split(), new.split()
    if len(mine) * len(its) > COMPARED:
        yield from _run("gone", mine)
        yield from _run("new", its)
        return
    matcher = SequenceMatcher(None, mine, its, autojunk=False)
    for op, first, last, begin, end in matcher.get_opcodes():
        if op == "equal":
            yield from _run("same", mine[first:last])
        else:
            yield from _run("gone", mine[first:last])
            yield from _run("new", its[begin:end])


def _run(op: Op, words: Sequence[str]) -> Iterator[Piece]:
    if words:
        yield Piece(op, " ".join(words))
