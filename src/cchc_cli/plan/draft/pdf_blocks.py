"""The pages of a PDF as blocks: lines joined to paragraphs, ruled tables made whole.

Numbers of pages, lines that head or end every page, and footnotes are left out. A scan, which has
pictures where the words should be, is refused.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cchc_cli.errors import BadDocument
from cchc_cli.plan.draft.blocks import Block
from cchc_cli.plan.draft.lines import begins_item, is_page_number
from cchc_cli.plan.draft.pdf_layout import Line, Part, Ruled, Stretch, parts_of
from cchc_cli.plan.draft.pdf_pages import Page
from cchc_cli.plan.draft.pdf_paragraphs import paragraphs_of
from cchc_cli.plan.draft.pdf_rows import tables_of

_ENDS = 2
_FEWEST_LETTERS = 20
_DIGITS = re.compile(r"\d+")


def refuse_scan(pages: Sequence[Page], path: Path) -> None:
    """Refuse pages without a text layer, or with one that no letters can be taken out of.

    Raises:
        BadDocument: if they are such.
    """
    words = [word.text for page in pages for word in page.words]
    letters = sum(map(len, words))
    pictured = sum(page.pictures for page in pages)
    if letters < _FEWEST_LETTERS * max(len(pages), 1):
        raise BadDocument(
            "document_scan" if pictured or not letters else "document_empty", file=path
        )
    strange = sum(one == "\ufffd" or "\ue000" <= one <= "\uf8ff" for word in words for one in word)
    if strange * 10 > letters:
        raise BadDocument("document_letters", file=path)


def blocks_of(pages: Sequence[Page]) -> Iterator[Block]:
    """The blocks of pages that were read."""
    repeated = _repeated(pages)
    waiting: list[Line] = []
    tables: list[Ruled] = []
    for part in _parts(pages, repeated):
        if isinstance(part, Ruled):
            yield from paragraphs_of(waiting)
            waiting = []
            tables.append(part)
        else:
            yield from tables_of(tables)
            tables = []
            waiting.extend(part.lines)
    yield from paragraphs_of(waiting)
    yield from tables_of(tables)


def _parts(pages: Sequence[Page], repeated: frozenset[str]) -> Iterator[Part]:
    for page in pages:
        kept = _without_ends(page, repeated)
        yield from (part for part in kept if isinstance(part, Ruled) or part.lines)


def _without_ends(page: Page, repeated: frozenset[str]) -> list[Part]:
    """The parts of a page without what only heads or ends it."""
    parts = list(parts_of(page))
    for end in (0, -1):
        part = parts[end]
        for _ in range(_ENDS):
            if isinstance(part, Ruled) or not part.lines:
                break
            if not _is_end(part.lines[end], page, repeated):
                break
            part = Stretch(part.lines[1:] if end == 0 else part.lines[:-1])
        parts[end] = part
    return parts


def _is_end(line: Line, page: Page, repeated: frozenset[str]) -> bool:
    outer = line.middle > page.height * 0.88 or line.middle < page.height * 0.12
    again = _DIGITS.sub("0", line.text) in repeated and not begins_item(line.text)
    return outer and (again or is_page_number(line.text))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Lines that stand first or last on most pages, numbers aside."""
    counted: Counter[str] = Counter()
    for page in pages:
        stretches = [part for part in parts_of(page) if isinstance(part, Stretch) and part.lines]
        ends = _first_and_last(stretches)
        counted.update({_DIGITS.sub("0", line.text) for line in ends})
    least = max(3, len(pages) // 2 + 1)
    return frozenset(text for text, number in counted.items() if number >= least)


def _first_and_last(stretches: Sequence[Stretch]) -> Iterable[Line]:
    if not stretches:
        return ()
    return (*stretches[0].lines[:_ENDS], *stretches[-1].lines[-_ENDS:])
