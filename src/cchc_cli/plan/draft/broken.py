"""Paragraphs whose lines stand apart in a file: recognised, and put together again.

Texts copied out of a PDF, and Word documents made of one, break every line at the page's width.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

from cchc_cli.plan.draft.blocks import Block, Paragraph
from cchc_cli.plan.draft.lines import begins_item, goes_on, join

# Lines of a page are shorter; a paragraph on a line of its own is often longer.
_WIDEST_PAGE = 130
_NARROWEST_PAGE = 40
_FEWEST = 3
_SHARE = 0.08
_FILLED = 0.92


def page_width(lines: Iterable[str]) -> int:
    """How wide the lines of a broken text are, 0 if every line is a paragraph of its own."""
    written = [line for line in lines if line]
    if len(written) < 2 * _FEWEST:
        return 0
    width = sorted(map(len, written))[int(len(written) * 0.97)]
    broken = sum(goes_on(one, other) for one, other in pairwise(written))
    if not _NARROWEST_PAGE < width <= _WIDEST_PAGE:
        return 0
    return width if broken >= max(_FEWEST, len(written) * _SHARE) else 0


def continues(before: str, line: str, width: int) -> bool:
    """Whether a line belongs to the paragraph before it.

    It does where it cannot begin one, and in a broken text where the line before it was filled.
    """
    if goes_on(before, line):
        return True
    if not width or begins_item(line):
        return False
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width * _FILLED


def joined(lines: Iterable[str]) -> str:
    """The lines of a paragraph in one."""
    return reduce(join, lines)


def parted(text: str, longest: int) -> list[str]:
    """A text in parts of a bounded length, each but the last up to a sentence's or word's end."""
    parts = []
    while len(text) > longest:
        start = text[:longest]
        ends = (start.rfind("; "), start.rfind(". "), start.rfind(" "))
        at = next((end + 1 for end in ends if end > longest // 2), longest)
        parts.append(text[:at].strip())
        text = text[at:].strip()
    return [*parts, text]


def mended(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with paragraphs whole that were broken; those with a look of their own stay."""
    found = list(blocks)
    width = page_width(one.text for one in found if isinstance(one, Paragraph))
    waiting: list[Paragraph] = []
    for block in found:
        if waiting and isinstance(block, Paragraph) and _one(waiting, block, width):
            waiting.append(block)
            continue
        yield from _whole(waiting)
        waiting = []
        if isinstance(block, Paragraph):
            waiting.append(block)
        else:
            yield block
    yield from _whole(waiting)


def _whole(parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    if parts:
        yield parts[0]._replace(text=joined(one.text for one in parts))


def _one(parts: Sequence[Paragraph], block: Paragraph, width: int) -> bool:
    first, before = parts[0], parts[-1]
    apart = block.number or block.heading or block.centred or first.centred or first.heading
    same = first.bold == block.bold
    return not apart and same and continues(before.text, block.text, width)
