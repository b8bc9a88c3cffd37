"""Finding an agency by the name that somebody typed.

A name is read as a list of tokens, each in two spellings: *toned* (letters with their marks, the
tone moved to the end of the syllable, so that ``Uỷ`` and ``Ủy``, ``hoá`` and ``hóa`` are one) and
*bare* (no marks, ``đ`` as ``d``). Long words become their usual abbreviations, the territory at
the end and the word "và" fall away. Then an agency answers

1. to a name whose toned spelling is the same;
2. else to one whose bare spelling is the same;
3. else to one that holds the typed tokens in a row.

What was taken for granted on the way is part of the answer, never silent.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple

from cchc_cli.domain.agencies import Agency, Group, Registry

TONES = "\u0300\u0301\u0303\u0309\u0323"
ABBREVIATIONS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("uy", "ban", "nhan", "dan"), "ubnd"),
    (("mat", "tran", "to", "quoc"), "mttq"),
    (("ban", "quan", "ly"), "bql"),
    (("thanh", "pho"), "tp"),
    (("van", "phong"), "vp"),
)
DISTRICT_LETTERS = {"q": "quận", "h": "huyện", "tx": "thị xã"}
DROPPED = frozenset({"va"})
DISTRICT_PREFIX = "ubnd"
DEPARTMENT_PREFIX = "so"
SUGGESTIONS = 5

Certainty = Literal["same", "marks", "part"]


class Token(NamedTuple):
    """A word in its two spellings."""

    toned: str
    bare: str


class Answer(NamedTuple):
    """What a typed name was found to mean.

    Attributes:
        agencies: those that answer, one if the name is clear.
        certainty: ``same`` (nothing was assumed), ``marks`` (the marks differ from the name's)
            or ``part`` (only a part of the name was typed).
        nearest: names nearest to what was typed, where nothing answers.
        group: the group of that name, where it is no agency's.
        ended: an agency of that name that does not exist on the day in question.
    """

    agencies: tuple[Agency, ...] = ()
    certainty: Certainty = "same"
    nearest: tuple[str, ...] = ()
    group: Group | None = None
    ended: Agency | None = None


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Lower case without marks; whatever is no letter or digit becomes a single space."""
    return " ".join(token.bare for token in tokens(text))


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of ``text`` in both spellings, in order."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    spaced = "".join(
        letter if letter.isalnum() or unicodedata.combining(letter) else " "
        for letter in decomposed
    )
    return tuple(_token(word) for word in spaced.split())


@lru_cache(maxsize=16_384)  # a registry and a document say few words many times
def _token(word: str) -> Token:
    if word.isascii():
        return Token(word, word)
    tone = "".join(letter for letter in word if letter in TONES)
    rest = "".join(letter for letter in word if letter not in TONES)
    plain = "".join(letter for letter in rest if not unicodedata.combining(letter))
    return Token(rest + tone, plain.replace("đ", "d"))


@lru_cache(maxsize=4096)  # the names of a registry are read anew for every name that is typed
def _significant(text: str, territory: tuple[str, ...]) -> tuple[Token, ...]:
    """Tokens with the usual abbreviations, without "và" and without the territory at the end."""
    return _without_place(_shortened(text), territory)


def _shortened(text: str) -> tuple[Token, ...]:
    words = [token for token in tokens(text) if token.bare not in DROPPED]
    if len(words) > 1 and words[0].bare in DISTRICT_LETTERS:
        words[:1] = tokens(DISTRICT_LETTERS[words[0].bare])
    for phrase, short in ABBREVIATIONS:
        size = len(phrase)
        at = 0
        while at + size <= len(words):
            if tuple(word.bare for word in words[at : at + size]) == phrase:
                words[at : at + size] = [Token(short, short)]
            at += 1
    return tuple(words)


def _endings(territory: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return (tuple(territory), tuple(territory[1:]), tuple(territory[:1]))


def _without_place(words: tuple[Token, ...], territory: Sequence[str]) -> tuple[Token, ...]:
    for ending in _endings(territory):
        size = len(ending)
        if 0 < size < len(words) and tuple(word.bare for word in words[-size:]) == ending:
            return words[:-size]
    return words


class Variant(NamedTuple):
    """One way to write an agency's name; ``given`` in the registry or derived from it."""

    words: tuple[Token, ...]
    given: bool


def _variants(agency: Agency, territory: tuple[str, ...]) -> Iterable[Variant]:
    """Every list of tokens that the agency answers to."""
    name = _significant(agency.name, territory)
    yield Variant(name, given=True)
    if agency.symbol:
        yield Variant(tokens(agency.symbol), given=True)
    for alias in agency.aliases:
        yield Variant(_significant(alias, territory), given=True)
    yield Variant(tokens(agency.name), given=False)
    if name and agency.kind == "district" and name[0].bare == DISTRICT_PREFIX:
        yield Variant(name[1:], given=True)
    if name and name[0].bare == DEPARTMENT_PREFIX:
        initials = Token(
            "".join(word.toned[:1] for word in name[1:]),
            "".join(word.bare[:1] for word in name[1:]),
        )
        yield Variant((name[0], initials), given=False)
        yield Variant((Token("s", "s"), initials), given=False)


def _toned(words: Iterable[Token]) -> str:
    return "".join(word.toned for word in words)


def _bare(words: Iterable[Token]) -> str:
    return "".join(word.bare for word in words)


@lru_cache(maxsize=8)
def _place(territory: str) -> tuple[str, ...]:
    return tuple(word.bare for word in _significant(territory, ()))


def given_names(agency: Agency, registry: Registry) -> frozenset[str]:
    """The spellings that the registry gives an agency, to tell whether two share one."""
    variants = _variants(agency, _place(registry.territory))
    return frozenset(_toned(variant.words) for variant in variants if variant.given)


def find_agency(
    registry: Registry,
    typed: str,
    day: date,
    last: date | None = None,
    *,
    suggest: bool = True,
) -> Answer:
    """Who is meant by ``typed`` on ``day``, or on any day from it until ``last``.

    Exactly one agency in the answer may be acted upon; several have to be shown to the user.
    Without ``suggest`` no nearest names are looked for, which takes most of the time.
    """
    # A name written out as in the registry needs no reading.
    exact = unicodedata.normalize("NFC", typed.strip())
    namesakes = [one for one in registry.agencies if one.name == exact]
    if len(namesakes) == 1 and namesakes[0].exists_within(day, last or day):
        return Answer((namesakes[0],))
    place = _place(registry.territory)
    entire = _shortened(typed)
    wanted = _without_place(entire, place)
    if not wanted:
        return Answer()
    book = [(agency, tuple(_variants(agency, place))) for agency in registry.agencies]
    living = [pair for pair in book if pair[0].exists_within(day, last or day)]
    alive = [(agency, one) for agency, all_of in living for one in all_of]
    for words in (entire, wanted):
        for certainty, answers in _whole_names(words):
            found = [(agency, one) for agency, one in alive if answers(one)]
            if found:
                agencies = tuple(dict.fromkeys(agency for agency, _ in found))
                silent = all(_merely_bare(words, one.words) for _, one in found)
                return Answer(agencies, "same" if silent else certainty)
    if other := _elsewhere(registry, book, _bare(wanted), place):
        return other
    alone = tuple(word.bare for word in entire) in _endings(place)
    partly = tuple(
        dict.fromkeys(agency for agency, one in alive if not alone and _holds(one.words, wanted))
    )
    if partly:
        return Answer(partly, "part")
    return Answer(nearest=_nearest(typed, wanted, alive) if suggest else ())


def _nearest(
    typed: str, wanted: tuple[Token, ...], alive: Sequence[tuple[Agency, Variant]]
) -> tuple[str, ...]:
    """Names that hold the typed words with other marks, then those spelt most alike."""
    plain = _bare(wanted)
    holding = [agency.name for agency, one in alive if plain in _bare(one.words)]
    spellings = {
        bare(text): agency.name
        for agency, _ in alive
        for text in (agency.name, agency.symbol or "", *agency.aliases)
    }
    alike = get_close_matches(bare(typed), spellings, n=SUGGESTIONS, cutoff=0.5)
    names = (*holding, *(spellings[text] for text in alike))
    return tuple(dict.fromkeys(names))[:SUGGESTIONS]


def _whole_names(
    wanted: tuple[Token, ...],
) -> Iterable[tuple[Certainty, Callable[[Variant], bool]]]:
    """The ways in which a whole name can answer, the surest first."""
    toned, plain = _toned(wanted), _bare(wanted)
    yield "same", lambda one: one.given and _toned(one.words) == toned
    yield "same", lambda one: _toned(one.words) == toned
    yield "marks", lambda one: one.given and _bare(one.words) == plain
    yield "marks", lambda one: _bare(one.words) == plain


def _holds(words: tuple[Token, ...], wanted: tuple[Token, ...]) -> bool:
    """Whether the typed words stand in a row within a name; marks that were typed have to agree."""
    rows = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(_bare(row) == _bare(wanted) and _merely_bare(wanted, row) for row in rows)


def _merely_bare(wanted: tuple[Token, ...], meant: tuple[Token, ...]) -> bool:
    """Whether the typed words only leave marks out, and contradict none."""
    if len(wanted) != len(meant):
        return all(word.toned == word.bare for word in wanted)
    return all(
        word.toned in (other.toned, other.bare) for word, other in zip(wanted, meant, strict=True)
    )


def _elsewhere(
    registry: Registry,
    book: Sequence[tuple[Agency, tuple[Variant, ...]]],
    plain: str,
    place: tuple[str, ...],
) -> Answer | None:
    """A group of that name, or an agency of that name on another day."""
    for group in registry.groups:
        if plain in (_bare(_significant(group.name, place)), _bare(tokens(group.id))):
            return Answer(group=group)
    for agency, variants in book:
        if any(_bare(one.words) == plain for one in variants):
            return Answer(ended=agency)
    return None


def find_group(registry: Registry, typed: str) -> Group | None:
    """The group with that id or name, letter case and marks aside."""
    wanted = bare(typed)
    return next((one for one in registry.groups if wanted in (bare(one.name), bare(one.id))), None)
