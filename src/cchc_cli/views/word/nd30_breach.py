"""What a document lacks of the form, and the list in which the checks note it."""

from collections.abc import Iterable
from typing import NamedTuple

from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.wording import nd30 as words


class Breach(NamedTuple):
    """A departure from Nghị định 30/2020/NĐ-CP.

    Attributes:
        code: its kind, the same whatever the words (``motto_size``).
        clause: the annex and element that say otherwise.
        place: the part, the paragraph's number and its first words.
        found: what stands there.
        wanted: what should.
    """

    code: str
    clause: str
    place: str
    found: str
    wanted: str


class Findings:
    """The breaches of a document; those alike become one that counts its places."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._found: dict[tuple[str, str, str], list[tuple[int, Breach]]] = {}

    def add(  # noqa: PLR0913 - a breach has this many parts
        self,
        code: str,
        element: str,
        found: str,
        wanted: str,
        *,
        at: Paragraph | None = None,
        place: str = "",
    ) -> None:
        """Note a breach of an element, at a paragraph or at a place of its own."""
        number, text = (at.number, at.text) if at else (None, "")
        place = place or words.place_text(element, number, text)
        one = Breach(code, words.clause(code, element, self.kind), place, found, wanted)
        self._found.setdefault((code, found, wanted), []).append((number or 0, one))

    def breaches(self) -> tuple[Breach, ...]:
        """All of them, in the order of reading."""
        firsts = [_counted(alike) for alike in self._found.values()]
        return tuple(one for _, one in sorted(firsts, key=lambda each: (each[0], each[1].code)))


def _counted(alike: Iterable[tuple[int, Breach]]) -> tuple[int, Breach]:
    order, *others = alike
    number, first = order
    if not others:
        return number, first
    place = words.AND_OTHERS.format(place=first.place, number=len(others))
    return number, first._replace(place=place)
