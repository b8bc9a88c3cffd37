"""Content controls: places that a person writes in, and what the program last wrote there.

A control is a ``w:sdt`` with a ``w:tag``. What the program itself put into it is remembered by a
short hash in a part of the document's own, so that a later run can tell a person's words from its
own; an empty hash says that a person's words stand there.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from cchc_cli.views.sandbox import MARK_START
from cchc_cli.views.word.relations import TYPES, Parts, add_relation, plain
from cchc_cli.views.word.xml import Element, attribute, find, make, parse, serialise, w

MEMORY = "customXml/cchc.xml"
PROMPT_STYLE = "PlaceholderText"
PERSON = ""
_NAMESPACE = "urn:cchc:controls"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Noncharacters, which no text holds, so that a blank may stand wherever text may.
_START, _MIDDLE, _END = "\ufdd0", "\ufdd1", "\ufdd2"
_BLANK = re.compile(f"{_START}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")
_PROMPT = re.compile(rf"{re.escape(MARK_START)}[^\]]*\]|\u00a0+")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The longest title and tag that Word takes.
_LONGEST = 64
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\x01", "tc": "\x02"}
_THINGS = {w(name) for name in ("drawing", "pict", "object", "footnoteReference", "tbl", "sym")}
_TEXTLESS = {w("rPr"), w("pPr"), w("sdtPr"), w("moveFrom"), w("del"), f"{_MC}Fallback"}


class Control(NamedTuple):
    """A content control."""

    tag: str
    element: Element

    @property
    def content(self) -> Element:
        """What stands in it."""
        found = find(self.element, "w:sdtContent")
        if found is None:
            found = make("sdtContent")
            self.element.append(found)
        return found

    @property
    def emptied(self) -> bool:
        """Whether Word shows its own prompt because somebody took everything out."""
        placeholder = attribute(self.element, "w:sdtPr/w:placeholder/w:docPart") or ""
        showing = find(self.element, "w:sdtPr/w:showingPlcHdr") is not None
        return showing and placeholder.startswith("DefaultPlaceholder")


def blank(tag: str, prompt: str) -> str:
    """A place for a control in rendered text."""
    return f"{_START}{tag}{_MIDDLE}{prompt}{_END}"


def place_blanks(root: Element) -> None:
    """Make content controls of blanks; one that is all of a paragraph stands around it."""
    for text in [one for one in root.iter(w("t")) if one.text and _START in one.text]:
        run = text.getparent()
        paragraph = run.getparent()
        found = _BLANK.fullmatch(text.text)
        alone = len(paragraph.findall(w("r"))) == 1 and len(paragraph) <= 2
        if found and alone and paragraph.tag == w("p") and _may_stand_around(paragraph):
            text.text = found[2]
            _style_as_prompt(run)
            wrap(paragraph, found[1], found[2])
        else:
            _split(run, text)


def wrap(block: Element, tag: str, prompt: str) -> None:
    """Put a control around a paragraph."""
    parent, at = block.getparent(), block.getparent().index(block)
    parent.insert(at, control(tag, prompt, block))


def control(tag: str, prompt: str, *content: Element) -> Element:
    """A control that shows a prompt."""
    title = prompt.removeprefix(MARK_START).removesuffix("]").strip()[:_LONGEST]
    properties = make("sdtPr")
    if title:
        properties.append(make("alias", val=title))
    properties.append(make("tag", val=tag[:_LONGEST]))
    properties.append(make("showingPlcHdr"))
    return make("sdt", properties, make("sdtContent", *content))


def controls_of(root: Element) -> Iterator[Control]:
    """The outermost controls of a text that hold anything of a person's or the program's."""
    for element in root:
        if element.tag == w("sdt"):
            gallery = find(element, "w:sdtPr/w:docPartObj") is not None
            tag = attribute(element, "w:sdtPr/w:tag") or ""
            inside = [] if tag or gallery else list(controls_of(element))
            if inside:
                yield from inside
            elif not gallery:
                yield Control(tag, element)
        elif isinstance(element.tag, str) and element.tag != f"{_MC}Fallback":
            yield from controls_of(element)


def said(content: Element, *, around: bool = False) -> str:
    """What one reads in a control: text, with signs for paragraphs, cells and pictures.

    With ``around`` only what stands around controls, each of them a sign.
    """
    return "".join(_said(content, around=around))


def fingerprint(control: Control) -> str:
    """A short hash of what one reads in a control."""
    return hashlib.sha256(said(control.content).encode("utf-8")).hexdigest()[:16]


def is_empty(control: Control) -> bool:
    """Whether nothing stands in a control."""
    signs = str.maketrans("", "", "\x01\x02")
    return control.emptied or not said(control.content).translate(signs)


def is_prompt(text: str) -> bool:
    """Whether a text is only a prompt."""
    return _PROMPT.fullmatch(text.strip("\x01\x02")) is not None


def is_asking(control: Control) -> bool:
    """Whether a control still shows that something has to be written there."""
    text = said(control.content).strip("\x01\x02")
    return text.startswith(MARK_START) and is_prompt(text)


def remember(
    root: Element, parts: Parts, outline: str, carried: Mapping[int, str] | None = None
) -> None:
    """Number the controls, show which are still prompts, and keep what the program wrote.

    Args:
        root: the document.
        parts: its parts; the memory is put among them.
        outline: hashes of what stands around the controls.
        carried: what to remember of a control instead, by its place.
    """
    memory = etree.Element(f"{{{_NAMESPACE}}}controls", nsmap={None: _NAMESPACE})
    memory.set("outside", outline)
    for at, one in enumerate(controls_of(root)):
        _show_prompt(one)
        if one.tag:
            line = etree.SubElement(memory, f"{{{_NAMESPACE}}}control", tag=one.tag)
            kept = (carried or {}).get(at)
            line.set("hash", fingerprint(one) if kept is None else kept)
    _number(root)
    if len(memory) or _memory_name(parts):
        name = _memory_name(parts) or MEMORY
        if name not in parts:
            add_relation(parts, f"{TYPES}/customXml", name)
        parts[name] = serialise(memory)


def remembered(parts: Parts) -> dict[str, list[str]]:
    """The hashes of what the program wrote, by tag."""
    name = _memory_name(parts)
    data = plain(parts, name) if name else None
    found: dict[str, list[str]] = {}
    for one in parse(data) if data else ():
        found.setdefault(one.get("tag", ""), []).append(one.get("hash", ""))
    return found


def remembered_outline(parts: Parts) -> str | None:
    """The hashes of what the program wrote around the controls; None if none are known."""
    name = _memory_name(parts)
    data = plain(parts, name) if name else None
    outline = parse(data).get("outside") if data else None
    return None if outline is None else str(outline)


def is_filled(control: Control, memory: Mapping[str, list[str]]) -> bool:
    """Whether a person has written into a control."""
    if is_empty(control):
        return False
    hashes = memory.get(control.tag)
    if hashes is None:
        return not is_prompt(said(control.content))
    return PERSON in hashes or fingerprint(control) not in hashes


def _memory_name(parts: Parts) -> str | None:
    """The part that is the memory, whatever Word has called it since."""
    sought = _NAMESPACE.encode()
    for name in parts:
        if name.startswith("customXml/") and name.endswith(".xml"):
            data = plain(parts, name) or b""
            if sought in data and parse(data).tag == f"{{{_NAMESPACE}}}controls":
                return name
    return None


def _may_stand_around(paragraph: Element) -> bool:
    """Not in a cell, whose last paragraph Word wants to see, nor within another control."""
    return bool(paragraph.getparent().tag == w("body"))


def _split(run: Element, text: Element) -> None:
    """Take the blanks out of a run; what stands around them keeps the run's formatting."""
    parent, properties = run.getparent(), find(run, "w:rPr")
    pieces: list[Element] = []
    before = [one for one in run if one is not properties and run.index(one) < run.index(text)]
    after = [one for one in run if run.index(one) > run.index(text)]
    _add_run(pieces, properties, before)
    at = 0
    for found in _BLANK.finditer(text.text):
        _add_run(pieces, properties, _texts(text.text[at : found.start()]))
        inner = make("r", *_copied(properties), *_texts(found[2]))
        _style_as_prompt(inner)
        pieces.append(control(found[1], found[2], inner))
        at = found.end()
    _add_run(pieces, properties, _texts(text.text[at:]))
    # What follows may hold blanks of its own; it stays in the run that was.
    place = parent.index(run)
    for piece in pieces:
        parent.insert(place, piece)
        place += 1
    run.remove(text)
    if not after:
        parent.remove(run)


def _add_run(pieces: list[Element], properties: Element | None, children: list[Element]) -> None:
    if children:
        pieces.append(make("r", *_copied(properties), *children))


def _copied(properties: Element | None) -> list[Element]:
    return [] if properties is None else [parse(etree.tostring(properties))]


def _texts(text: str) -> list[Element]:
    if not text:
        return []
    element = make("t")
    element.text = text
    element.set(_XML_SPACE, "preserve")
    return [element]


def _style_as_prompt(run: Element) -> None:
    """Give a run the look of a prompt; what shows nothing does not get it."""
    if not said(run).strip():
        return
    properties = find(run, "w:rPr")
    if properties is None:
        properties = make("rPr")
        run.insert(0, properties)
    old = find(properties, "w:rStyle")
    if old is not None:
        properties.remove(old)
    properties.insert(0, make("rStyle", val=PROMPT_STYLE))


def _show_prompt(control: Control) -> None:
    """Let Word treat a prompt as one, and anything else as text."""
    properties = find(control.element, "w:sdtPr")
    if properties is None:
        return
    showing = find(properties, "w:showingPlcHdr")
    prompt = is_prompt(said(control.content))
    if showing is not None and not prompt:
        properties.remove(showing)
    elif showing is None and prompt:
        first = {w(name) for name in ("rPr", "alias", "tag", "id", "lock", "placeholder")}
        at = next((at for at, one in enumerate(properties) if one.tag not in first), None)
        properties.insert(len(properties) if at is None else at, make("showingPlcHdr"))
        for run in control.content.iter(w("r")):
            _style_as_prompt(run)


def _number(root: Element) -> None:
    """Give every control a number of its own."""
    for number, element in enumerate(root.iter(w("sdt")), 1):
        properties = find(element, "w:sdtPr")
        if properties is None:
            continue
        old = find(properties, "w:id")
        if old is None:
            first = {w("rPr"), w("alias"), w("tag")}
            at = next((at for at, one in enumerate(properties) if one.tag not in first), None)
            old = make("id")
            properties.insert(len(properties) if at is None else at, old)
        old.set(w("val"), str(number))


def _said(element: Element, *, around: bool) -> Iterator[str]:
    for one in element:
        if not isinstance(one.tag, str) or one.tag in _TEXTLESS:
            continue
        if one.tag == w("t"):
            yield one.text or ""
            continue
        if around and one.tag == w("sdt"):
            yield "\x03"
            continue
        if one.tag in _THINGS:
            yield "\ufffc"
        name = etree.QName(one)
        if name.namespace == etree.QName(w("p")).namespace and name.localname in _SAID:
            yield _SAID[name.localname]
        yield from _said(one, around=around)
