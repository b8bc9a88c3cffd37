"""Carry what people wrote over into a regenerated document.

Every filled control finds the one with its tag, wherever that stands now; tables, pictures and
formatting inside come along. One whose section is gone is kept at the end, under a heading, and
so is what was written outside of controls.
"""

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from cchc_cli.views.word.blanks import (
    PERSON,
    PROMPT_STYLE,
    Control,
    controls_of,
    is_asking,
    is_filled,
    remember,
    remembered,
    remembered_outline,
)
from cchc_cli.views.word.package import DOCUMENT, NotWord, read_parts
from cchc_cli.views.word.relations import Parts
from cchc_cli.views.word.strays import outline, strays
from cchc_cli.views.word.transplant import Transplant
from cchc_cli.views.word.xml import Element, attribute, find, make, parse, serialise, w
from cchc_cli.views.wording import words
from cchc_cli.zipped import pack

HEADING = "Heading1"
ASTRAY = "ngoai_o_dien"
# What surrounds text without being any.
_INVISIBLE = {w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart")}


class Carried(NamedTuple):
    """A regenerated document with what people wrote.

    Attributes:
        carried: how many filled controls found their place again.
        kept: how many had none and stand at the end.
    """

    document: bytes
    carried: int
    kept: int


def carry(old: bytes, new: bytes) -> Carried:
    """The new document with everything that people wrote into the controls of the old one.

    Raises:
        NotWord: if the old file is no Word document that can be read.
    """
    source, parts = read_parts(old), dict[str, bytes](read_parts(new))
    before, after = _body(source[DOCUMENT]), parse(parts[DOCUMENT])
    memory = remembered(dict(source))
    homes, theirs = _by_tag(after), _by_tag(before)
    if homes and not any(theirs):
        # Saved by a program that drops the tags: what was written cannot be told any more.
        raise NotWord(str(len(theirs)))
    moved: set[int] = set()
    carried = 0
    kept: list[Control] = []
    target: Parts = dict(parts)
    transplant = Transplant(source, target, after)
    for tag, controls in theirs.items():
        places = homes.get(tag, []) if tag else []
        filled = [at for at, control in enumerate(controls) if is_filled(control, memory)]
        for at in filled:
            control = controls[at]
            home = places[at] if at < len(places) else None
            if home is not None and _put(control, home, transplant):
                moved.add(id(home.element))
                carried += 1
            else:
                kept.append(control)
        if filled:
            moved |= _repeat(controls[filled[0]], places, moved, transplant)
    standing = [_standing(one, transplant) for one in kept]
    foreign = strays(before, remembered_outline(dict(source)))
    if foreign:
        standing.append(_astray(foreign, transplant))
    if standing:
        _append(after, standing)
    transplant.finish()
    persons = {at: PERSON for at, one in enumerate(controls_of(after)) if id(one.element) in moved}
    _forget_kept(after, len(standing), persons)
    remember(after, target, outline(after), persons)
    target[DOCUMENT] = serialise(after)
    return Carried(pack(target), carried, len(standing))


def blanks_in(document: bytes) -> int:
    """How many places a person has still to fill in; one that is asked twice counts once.

    Raises:
        NotWord: if it is no Word document that can be read.
    """
    root = _body(read_parts(document)[DOCUMENT])
    asked = (one for one in controls_of(root) if is_asking(one))
    return len({one.tag or at for at, one in enumerate(asked)})


def _body(data: bytes) -> Element:
    try:
        root = parse(data)
    except ValueError as error:
        raise NotWord(str(error)) from error
    if root.tag != w("document"):
        # ISO's strict form has other names; nothing in it would be found.
        raise NotWord(str(root.tag))
    return root


def _by_tag(root: Element) -> dict[str, list[Control]]:
    found: dict[str, list[Control]] = defaultdict(list)
    for control in controls_of(root):
        found[control.tag].append(control)
    return found


def _repeat(
    control: Control, places: list[Control], moved: set[int], transplant: Transplant
) -> set[int]:
    """Write what was filled in once, such as the number, wherever the same is asked for again."""
    rest = [one for one in places if id(one.element) not in moved and is_asking(one)]
    inline = (one for one in rest if _level(one.element) == "run")
    return {id(one.element) for one in inline if _put(control, one, transplant)}


def _put(control: Control, home: Control, transplant: Transplant) -> bool:
    """Put a control's content in the place of another's; False if it does not fit there."""
    inline, cell = _level(home.element) == "run", _level(home.element) == "cell"
    if _level(home.element) == "row":
        return False
    content = _content(control)
    if inline:
        fitting = _as_runs(content)
        if fitting is None:
            return False
    else:
        fitting = _as_blocks(content, home)
    fitting = transplant.adapt(fitting)
    _unprompt(fitting)
    place = find(home.content, "w:tc") if cell else home.content
    for one in [one for one in place if one.tag != w("tcPr")]:
        place.remove(one)
    place.extend(fitting)
    _drop(find(home.element, "w:sdtPr"), "w:showingPlcHdr", "w:placeholder")
    return True


def _content(control: Control) -> list[Element]:
    """Copies of what stands in a control: runs, or paragraphs and tables."""
    level = _level(control.element)
    if level == "cell":
        cells = control.content.findall(w("tc"))
        return [deepcopy(one) for cell in cells for one in cell if one.tag != w("tcPr")]
    if level == "row":
        table = next(control.element.iterancestors(w("tbl")), None)
        rows = make("tbl")
        if table is not None:
            shape = (find(table, "w:tblPr"), find(table, "w:tblGrid"))
            rows.extend(deepcopy(one) for one in shape if one is not None)
        rows.extend(deepcopy(one) for one in control.content)
        return [rows, make("p")]
    return [deepcopy(one) for one in control.content]


def _level(element: Element) -> str:
    """Where a control stands: among runs, blocks, cells or rows."""
    parent = element.getparent()
    while parent is not None and parent.tag in (w("sdtContent"), w("sdt")):
        parent = parent.getparent()
    known = {w("tr"): "cell", w("tbl"): "row"}
    if parent is None:
        return "block"
    if parent.tag in known:
        return known[parent.tag]
    blocks = {
        w(name) for name in ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "comment")
    }
    return "block" if parent.tag in blocks else "run"


def _is_block(element: Element) -> bool:
    if element.tag == w("sdt"):
        content = find(element, "w:sdtContent")
        return content is not None and any(map(_is_block, content))
    return element.tag in (w("p"), w("tbl"))


def _as_runs(content: list[Element]) -> list[Element] | None:
    """What fits into a line: runs, or those of the only paragraph."""
    if not any(map(_is_block, content)):
        return content
    seen = [one for one in content if one.tag not in _INVISIBLE]
    if len(seen) == 1 and seen[0].tag == w("p"):
        return [one for one in seen[0] if one.tag != w("pPr")]
    return None


def _as_blocks(content: list[Element], home: Control | None) -> list[Element]:
    """Paragraphs and tables; runs get a paragraph as the place has it."""
    if any(map(_is_block, content)):
        return content
    pattern = None if home is None else next(home.content.iter(w("p")), None)
    properties = None if pattern is None else find(pattern, "w:pPr")
    shape = [] if properties is None else [deepcopy(properties)]
    return [make("p", *shape, *content)]


def _standing(control: Control, transplant: Transplant) -> list[Element]:
    """A control as it is kept at the end, under the name of the part that it was of."""
    title = attribute(control.element, "w:sdtPr/w:alias") or control.tag
    content = transplant.adapt(_as_blocks(_content(control), None))
    _unprompt(content)
    properties = make("sdtPr")
    for name in ("alias", "tag"):
        value = attribute(control.element, f"w:sdtPr/w:{name}")
        if value:
            properties.append(make(name, val=value))
    kept = make("sdt", properties, make("sdtContent", *content))
    return [_paragraph(words.KEPT_PART.format(title=title)), kept] if title else [kept]


def _astray(content: list[Element], transplant: Transplant) -> list[Element]:
    """What was written outside of controls, kept in one of its own."""
    properties = make("sdtPr", make("alias", val=words.ASTRAY), make("tag", val=ASTRAY))
    kept = make("sdt", properties, make("sdtContent", *transplant.adapt(content)))
    return [_paragraph(words.KEPT_PART.format(title=words.ASTRAY)), kept]


def _append(root: Element, blocks: list[list[Element]]) -> None:
    body = find(root, "w:body")
    at = len(body) - 1 if len(body) and body[-1].tag == w("sectPr") else len(body)
    heading = _paragraph(words.KEPT, HEADING)
    for one in reversed([heading, *(one for group in blocks for one in group)]):
        body.insert(at, one)


def _paragraph(text: str, style: str | None = None) -> Element:
    said = make("t")
    said.text = text
    properties = make("pPr", make("pStyle", val=style)) if style else make("pPr")
    return make("p", properties, make("r", said))


def _forget_kept(root: Element, kept: int, persons: dict[int, str]) -> None:
    """Remember of the kept ones, the last of all, that a person wrote them."""
    total = sum(1 for _ in controls_of(root))
    persons.update(dict.fromkeys(range(total - kept, total), PERSON))


def _unprompt(content: list[Element]) -> None:
    """Take off the look of a prompt, which words typed over it may have kept."""
    for run_style in [one for top in content for one in _every(top, "rStyle")]:
        if run_style.get(w("val")) == PROMPT_STYLE:
            run_style.getparent().remove(run_style)


def _every(element: Element, name: str) -> Iterator[Element]:
    return iter(list(element.iter(w(name))))


def _drop(properties: Element, *paths: str) -> None:
    for path in paths:
        found = None if properties is None else find(properties, path)
        if found is not None:
            properties.remove(found)
