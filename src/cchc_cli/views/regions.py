"""Regions of a Markdown report: places that people write in, and that regenerating keeps.

A region is ``<!-- cchc:TAG HASH -->…<!-- /cchc:TAG -->``. ``HASH`` is that of what the program put
there, so a region whose text has another one was written by a person. The program's own part ends
with a seal: a comment with the hash of everything outside of regions and a short one of each line.
With it ``carry`` knows exactly which lines a person changed, and where each region ends even if
somebody typed something like a mark into one. What stands after the seal belongs to people: it is
carried as it is, and what no longer has a place is put there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc_cli.domain.names import bare as plain_letters
from cchc_cli.views.fingerprints import Outline, outline, short_hash
from cchc_cli.views.sandbox import mark
from cchc_cli.views.wording.templates import KEPT_HEADING, KEPT_LINES, KEPT_NOTE, KEPT_PLACE

OPENING = re.compile(r"<!-- cchc:([\w.-]+) ([0-9a-f]{8})(?: (\d+))? -->")
# A mark of a beginning or an end, also one that was copied along with its line.
MARK = re.compile(r"<!-- (?:cchc:[\w.-]+ [0-9a-f]{8}(?: \d+)?|/cchc:[\w.-]+) -->")
SEAL = re.compile(r"(?:\n[ \t]*){0,2}<!-- cchc-cuoi 1 ([0-9a-f]{16}) ([0-9A-Za-z+/]*) -->[ \t]*\n?")
GAP = "\n\n"
LONGEST_TAG = 40
# Ways to read a file in which marks were typed; an honest one needs a handful.
MOST_READINGS = 20_000


class Carried(NamedTuple):
    """A regenerated report with what people wrote.

    Attributes:
        carried: how many written regions stand in their places again.
        kept: how many pieces were put under "Nội dung giữ lại" this time.
        altered: whether anything outside of regions was changed; the old file is then worth
            keeping, though lines that were written there are kept here, too.
    """

    text: str
    carried: int
    kept: int
    altered: bool = False


class Region(NamedTuple):
    """A region: its tag, the hash of what the program put there, its text and where it stands."""

    tag: str
    hash: str
    text: str
    start: int
    end: int

    @property
    def written(self) -> bool:
        """Whether a person wrote here."""
        return short_hash(self.text) != self.hash

    @property
    def balanced(self) -> bool:
        """Whether marks of its own that were typed or copied into it come in pairs."""
        begun = [one for one in OPENING.finditer(self.text) if one[1] == self.tag]
        return len(begun) == self.text.count(_closing(self.tag))


class _Parts(NamedTuple):
    """A file: what the program made, its seal (None where there is none), what follows."""

    body: str
    seal: Outline | None
    tail: str


def fill(what: str, tag: str | None = None) -> str:
    """A region with a mark for a person to write; without a tag one is made of the words."""
    made = "_".join(plain_letters(what).split())[:LONGEST_TAG]
    return region(tag or made, mark(what))


def region(tag: str, text: str) -> str:
    """A region that holds the program's own words until a person writes others."""
    name = re.sub(r"-{2,}", "-", re.sub(r"[^\w.-]+", "_", tag)) or "_"
    safe = text.replace("<!--", "&lt;!--").replace("-->", "--&gt;")
    return _marked(name, short_hash(safe), safe)


def finish(text: str) -> str:
    """A rendered template made ready: every tag once, regions that are paragraphs apart, a seal."""
    seen: Counter[str] = Counter()
    pieces = []
    at = 0
    for one in _first_reading(text):
        seen[one.tag] += 1
        tag = f"{one.tag}.{seen[one.tag]}" if seen[one.tag] > 1 else one.tag
        pieces += [text[at : one.start], _marked(tag, one.hash, _spaced(text, one))]
        at = one.end
    body = "".join([*pieces, text[at:]])
    return body + _sealed(outline(_outside(body, _first_reading(body))))


def bare(text: str) -> str:
    """What a reader of the rendered Markdown sees: no comments of this module."""
    parts = _split(text)
    pieces = []
    at = 0
    for one in _reading(parts):
        pieces += [parts.body[at : one.start], _unspaced(parts.body, one)]
        at = one.end
    return MARK.sub("", "".join([*pieces, parts.body[at:], parts.tail]))


def carry(old: str, new: str) -> Carried:
    """The new report with everything that people wrote into the old one.

    Args:
        old: the file as it is now, of whatever origin.
        new: what the program makes today.
    """
    before, after = _split(_unified(old)), _split(new)
    regions, fresh = _reading(before), _first_reading(after.body)
    outside = outline(_outside(before.body, regions))
    written = [one for one in regions if one.written]
    homes = {one.tag for one in fresh}
    taken = {one.tag: one for one in reversed(written) if one.tag in homes}
    tail, back = _restored(before.tail, homes - set(taken))
    orphans = [one for one in written if taken.get(one.tag) is not one]
    altered = bool(outside.lines) and (before.seal is None or before.seal.digest != outside.digest)
    known = before.seal or outline(_outside(after.body, fresh))
    lines = _foreign(_outside(before.body, regions), known) if altered else []
    blocks = [_kept(one) for one in orphans]
    if lines:
        blocks.append(f"{KEPT_LINES}{GAP}{GAP.join(lines)}")
    homecoming = {**back, **taken}
    body = _filled(after.body, fresh, homecoming)
    seal = _sealed(outline(_outside(after.body, fresh)))
    text = body + seal + _appended(tail, blocks)
    return Carried(text, len(homecoming), len(blocks), altered)


def _marked(tag: str, mark_hash: str, text: str, length: int | None = None) -> str:
    long = "" if length is None else f" {length}"
    return f"<!-- cchc:{tag} {mark_hash}{long} -->{text}{_closing(tag)}"


def _closing(tag: str) -> str:
    return f"<!-- /cchc:{tag} -->"


def _sealed(known: Outline) -> str:
    return f"{GAP}<!-- cchc-cuoi 1 {known.digest} {known.packed()} -->\n"


def _alone(text: str, one: Region) -> bool:
    """Whether a region is a paragraph of its own, where Markdown wants a comment to be a block."""
    return text[one.start - 1 : one.start] in ("", "\n") and text[one.end : one.end + 1] in (
        "",
        "\n",
    )


def _spaced(text: str, one: Region) -> str:
    """A region's text with the blank lines that keep its marks out of paragraphs and lists."""
    if _alone(text, one):
        return f"{GAP}{one.text}{GAP}"
    return f"{one.text}\n" if one.text.endswith("\n") else one.text


def _unspaced(text: str, one: Region) -> str:
    """A region's text without those blank lines."""
    if _alone(text, one) and one.text.startswith(GAP) and one.text.endswith(GAP):
        return one.text.removeprefix(GAP).removesuffix(GAP)
    return one.text.removesuffix("\n") if one.text.endswith(GAP) else one.text


def _unified(text: str) -> str:
    """The text without what an editor's line ends and mark of encoding add."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _split(text: str) -> _Parts:
    """A file in its three parts; of several seals the first that fits best."""
    parts = [
        _Parts(text[: one.start()], Outline.unpacked(one[1], one[2]), text[one.end() :])
        for one in SEAL.finditer(text)
    ]
    readings = [(one, _exact_reading(one)) for one in parts]
    fitting = [(one, found) for one, found in readings if found is not None]
    best = (one for one, found in fitting if all(region.balanced for region in found))
    return next(best, fitting[0][0] if fitting else next(iter(parts), _Parts(text, None, "")))


def _reading(parts: _Parts) -> list[Region]:
    """The regions as the seal bears out; as they come where it does not."""
    exact = _exact_reading(parts)
    return _first_reading(parts.body) if exact is None else exact


def _first_reading(text: str) -> list[Region]:
    """Every region ends with the first mark of its end."""
    found = []
    at = 0
    while opening := OPENING.search(text, at):
        at = opening.end()
        end = text.find(_closing(opening[1]), at)
        if end >= 0:
            found.append(_region(text, opening, end))
            at = found[-1].end
    return found


def _region(text: str, opening: re.Match[str], end: int) -> Region:
    inner = text[opening.end() : end]
    return Region(opening[1], opening[2], inner, opening.start(), end + len(_closing(opening[1])))


def _exact_reading(parts: _Parts) -> list[Region] | None:
    """The regions that leave outside exactly what the program made; None if none do.

    Of several such readings one in which marks within regions come in pairs is likelier.
    """
    text, seal = parts.body, parts.seal
    if seal is None:
        return None
    simple = _first_reading(text)
    fits = outline(_outside(text, simple)).digest == seal.digest
    if fits and all(one.balanced for one in simple):
        return simple
    waiting: list[list[Region]] = [[]]
    for _ in range(MOST_READINGS):
        if not waiting:
            break
        found = waiting.pop()
        at = found[-1].end if found else 0
        opening = OPENING.search(text, at)
        if opening is None:
            if outline(_outside(text, found)).digest == seal.digest:
                return found
        elif seal.begins_with(_outside(text[: opening.start()], found)):
            endings = sorted(_endings(text, opening), key=lambda one: not one.balanced)
            waiting.extend([*found, one] for one in reversed(endings))
    return simple if fits else None


def _endings(text: str, opening: re.Match[str]) -> Iterator[Region]:
    """The region that begins with a mark, by every mark of its end that follows."""
    closing = _closing(opening[1])
    end = text.find(closing, opening.end())
    while end >= 0:
        yield _region(text, opening, end)
        end = text.find(closing, end + 1)


def _outside(text: str, regions: Sequence[Region]) -> str:
    """The text with a sign for each region."""
    pieces = []
    at = 0
    for one in regions:
        pieces += [text[at : one.start], f"\0{one.tag}\0"]
        at = one.end
    return "".join([*pieces, text[at:]])


def _foreign(outside: str, known: Outline) -> list[str]:
    """Lines outside of regions that the program did not make; those in a row stay together."""
    rest = Counter(known.lines)
    groups: list[list[str]] = [[]]
    for line in outside.split("\n"):
        if not line.strip():
            continue
        (fingerprint,) = outline(line).lines
        if rest[fingerprint]:
            rest[fingerprint] -= 1
            groups.append([])
        else:
            groups[-1].append(re.sub("\0[^\0]*\0", "…", line))
    return ["\n".join(group) for group in groups if group]


def _filled(body: str, fresh: Sequence[Region], written: dict[str, Region]) -> str:
    pieces = []
    at = 0
    for one in fresh:
        kept = written.get(one.tag, one)
        pieces += [body[at : one.start], _marked(one.tag, kept.hash, kept.text)]
        at = one.end
    return "".join([*pieces, body[at:]])


def _kept(one: Region) -> str:
    """A written region without a place; its length tells where it ends, whatever was typed."""
    label = KEPT_PLACE.format(tag=one.tag)
    return f"{label}{GAP}{_marked(one.tag, one.hash, one.text, len(one.text))}"


def _restored(tail: str, homes: set[str]) -> tuple[str, dict[str, Region]]:
    """What was kept and has a place again, and the rest of what follows the seal."""
    back: dict[str, Region] = {}
    pieces = []
    at = 0
    for one in _kept_regions(tail):
        if one.tag in homes and one.tag not in back:
            back[one.tag] = one
            label = f"{KEPT_PLACE.format(tag=one.tag)}{GAP}"
            pieces.append(tail[at : one.start].removesuffix(label))
            at = one.end
    rest = "".join([*pieces, tail[at:]])
    nothing = rest.replace(KEPT_HEADING, "", 1).replace(KEPT_NOTE, "", 1).strip() == ""
    return ("" if back and nothing else rest), back


def _kept_regions(tail: str) -> Iterator[Region]:
    at = 0
    while opening := OPENING.search(tail, at):
        at = opening.end()
        end = at + int(opening[3] or 0)
        if not tail.startswith(_closing(opening[1]), end):
            end = tail.find(_closing(opening[1]), at)
        if end >= 0:
            found = _region(tail, opening, end)
            yield found
            at = found.end


def _appended(tail: str, blocks: Sequence[str]) -> str:
    """What follows the seal, with the pieces that are kept now."""
    if not blocks:
        return tail
    head = [] if KEPT_HEADING in tail else [KEPT_HEADING, KEPT_NOTE]
    before = f"{tail.rstrip()}\n" if tail.strip() else ""
    return f"{before}\n{GAP.join([*head, *blocks])}\n"
