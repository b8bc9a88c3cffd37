"""Content of one document made fit for another: pictures, links, styles, lists and notes."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from posixpath import splitext

from cchc_cli.views.word.relations import (
    TYPES,
    Parts,
    add_relation,
    content_type,
    plain,
    relations,
    rels_name,
    set_content_type,
)
from cchc_cli.views.word.xml import Element, R, attribute, find, parse, serialise, w
from cchc_cli.zipped import Packed

STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_STYLE_NAMES = ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
_NOTES = {
    "footnotes": ("footnote", ("footnoteReference",)),
    "endnotes": ("endnote", ("endnoteReference",)),
    "comments": ("comment", ("commentReference", "commentRangeStart", "commentRangeEnd")),
}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Transplant:
    """Copies what content needs from one document's parts into another's.

    Args:
        source: parts of the document that content comes from.
        target: parts of the one that it goes to; they are added to.
        root: the target's text, for numbers that are taken.
    """

    def __init__(self, source: Mapping[str, bytes], target: Parts, root: Element) -> None:
        self._source = source
        self._target = target
        self._root = root
        self._relations = relations(source)
        self._moved_relations: dict[str, str] = {}
        self._moved_parts: dict[str, str] = {}
        self._moved_numbers: dict[str, str] = {}
        self._moved_notes: dict[tuple[str, str], str] = {}
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()

    def adapt(self, content: list[Element]) -> list[Element]:
        """The content with everything that it points to copied into the target."""
        for one in content:
            self._relate(one)
            self._add_styles(one)
            self._number(one)
            self._note(one)
        self._rename(content)
        return content

    def finish(self) -> None:
        """Write the parts that were added to."""
        for name in sorted(self._changed):
            self._target[name] = serialise(self._trees[name])

    def _relate(self, content: Element) -> None:
        """Let relationships, by which pictures and links are found, lead somewhere again."""
        for element in content.iter():
            for name, ident in list(element.attrib.items()):
                if name.startswith(f"{{{R}}}") and ident in self._relations:
                    if ident not in self._moved_relations:
                        self._moved_relations[ident] = self._relation(ident)
                    element.set(name, self._moved_relations[ident])

    def _relation(self, ident: str) -> str:
        one = self._relations[ident]
        target = one.target if one.external else self._part(one.target)
        return add_relation(self._target, one.kind, target, external=one.external)

    def _part(self, name: str) -> str:
        """Copy a part with all that it points to; its name in the target."""
        if name in self._moved_parts or name not in self._source:
            return self._moved_parts.get(name, name)
        data = self._source[name]
        free = name if plain(self._target, name) == data else self._free(name)
        self._moved_parts[name] = free
        if free not in self._target:
            self._target[free] = data
            if kind := content_type(self._source, name):
                set_content_type(self._target, free, kind)
            self._copy_relations(name, free)
        return free

    def _copy_relations(self, name: str, free: str) -> None:
        if rels_name(name) not in self._source:
            return
        root = parse(self._source[rels_name(name)])
        targets = relations(self._source, name)
        for one in root:
            known = targets[one.get("Id", "")]
            if not known.external:
                one.set("Target", f"/{self._part(known.target)}")
        self._target[rels_name(free)] = serialise(root)

    def _free(self, name: str) -> str:
        stem, ending = splitext(name)
        numbers = (f"{stem}_{number}{ending}" for number in range(1, len(self._target) + 2))
        return name if name not in self._target else next(
            one for one in numbers if one not in self._target
        )  # fmt: skip

    def _add_styles(self, content: Element) -> None:
        """Copy the styles that the target lacks, with those that they are based on."""
        theirs, ours = self._tree(self._source, STYLES), self._tree(self._target, STYLES)
        if theirs is None or ours is None:
            return
        known = {one.get(w("styleId")) for one in ours.iter(w("style"))}
        defined = {one.get(w("styleId")): one for one in theirs.iter(w("style"))}
        waiting = list(_styles_in(content))
        while waiting:
            ident = waiting.pop()
            if ident in known or ident not in defined:
                continue
            known.add(ident)
            style = deepcopy(defined[ident])
            style.attrib.pop(w("default"), None)
            self._number(style)
            ours.append(style)
            self._changed.add(STYLES)
            waiting.extend(_styles_in(style))

    def _number(self, content: Element) -> None:
        """Copy the lists that the content's paragraphs belong to."""
        theirs = self._tree(self._source, NUMBERING)
        if theirs is None:
            return
        for one in content.iter(w("numId")):
            ident = one.get(w("val"))
            if ident not in self._moved_numbers:
                self._moved_numbers[ident] = self._list(theirs, ident)
            one.set(w("val"), self._moved_numbers[ident])

    def _list(self, theirs: Element, ident: str) -> str:
        number = _by_id(theirs, "num", "numId", ident)
        abstract_id = attribute(number, "w:abstractNumId")
        abstract = _by_id(theirs, "abstractNum", "abstractNumId", abstract_id)
        if number is None or abstract is None:
            return ident
        ours = self._tree(self._target, NUMBERING)
        if ours is None:
            self._target[NUMBERING] = self._source[NUMBERING]
            add_relation(self._target, f"{TYPES}/numbering", NUMBERING)
            set_content_type(self._target, NUMBERING, _TYPE.format(kind="numbering"))
            return ident
        same = _by_id(ours, "num", "numId", ident)
        if same is not None and _alike(same, number) and _alike(
            _by_id(ours, "abstractNum", "abstractNumId", abstract_id), abstract
        ):  # fmt: skip
            return ident
        number, abstract = deepcopy(number), deepcopy(abstract)
        free_abstract = _next(ours, "abstractNum", "abstractNumId")
        free = _next(ours, "num", "numId")
        abstract.set(w("abstractNumId"), free_abstract)
        for name in ("nsid", "tmpl"):
            if (twin := find(abstract, f"w:{name}")) is not None:
                abstract.remove(twin)
        number.set(w("numId"), free)
        find(number, "w:abstractNumId").set(w("val"), free_abstract)
        first = next((at for at, one in enumerate(ours) if one.tag == w("num")), len(ours))
        ours.insert(first, abstract)
        later = {w("numIdMacAtCleanup")}
        end = next((at for at, one in enumerate(ours) if one.tag in later), len(ours))
        ours.insert(end, number)
        self._changed.add(NUMBERING)
        return free

    def _note(self, content: Element) -> None:
        """Copy footnotes, endnotes and comments."""
        for kind, (note, references) in _NOTES.items():
            name = f"word/{kind}.xml"
            theirs = self._tree(self._source, name)
            if theirs is None:
                continue
            for reference in references:
                for one in content.iter(w(reference)):
                    ident = one.get(w("id"))
                    key = (kind, ident)
                    if key not in self._moved_notes:
                        self._moved_notes[key] = self._copy_note(kind, note, theirs, ident)
                    one.set(w("id"), self._moved_notes[key])

    def _copy_note(self, kind: str, note: str, theirs: Element, ident: str) -> str:
        name = f"word/{kind}.xml"
        found = _by_id(theirs, note, "id", ident)
        if found is None:
            return ident
        ours = self._tree(self._target, name)
        if ours is None:
            ours = parse(self._source[name])
            for one in ours.findall(w(note)):
                if one.get(w("type")) in (None, "normal"):
                    ours.remove(one)
            self._target[name] = serialise(ours)
            add_relation(self._target, f"{TYPES}/{kind}", name)
            set_content_type(self._target, name, _TYPE.format(kind=kind))
        self._trees[name] = ours
        free = _next(ours, note, "id")
        copy = deepcopy(found)
        copy.set(w("id"), free)
        self._add_styles(copy)
        ours.append(copy)
        self._changed.add(name)
        return free

    def _rename(self, content: list[Element]) -> None:
        """Give bookmarks and drawings numbers that nobody else has."""
        taken = {one.get(w("id")) for one in self._root.iter(w("bookmarkStart"))}
        free = max((int(one) for one in taken if one and one.isdecimal()), default=0)
        moved: dict[str, str] = {}
        for top in content:
            for one in top.iter(w("bookmarkStart"), w("bookmarkEnd")):
                ident = one.get(w("id"), "")
                if ident not in moved:
                    free += 1
                    moved[ident] = str(free)
                one.set(w("id"), moved[ident])
        numbers = [one.get("id", "0") for one in self._root.iter(_DRAWING)]
        last = max((int(one) for one in numbers if one.isdecimal()), default=0)
        drawings = (one for top in content for one in top.iter(_DRAWING))
        for last_id, one in enumerate(drawings, last + 1):
            one.set("id", str(last_id))

    def _tree(self, parts: Mapping[str, bytes | Packed], name: str) -> Element | None:
        """A part's tree, read once; the source's and the target's are told apart."""
        key = name if parts is self._target else f"<{name}"
        if key not in self._trees:
            data = plain(parts, name)
            if data is None:
                return None
            self._trees[key] = parse(data)
        return self._trees[key]


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


def _styles_in(content: Element) -> Iterator[str]:
    for one in content.iter(*map(w, _STYLE_NAMES)):
        if ident := one.get(w("val")):
            yield ident


def _by_id(root: Element, name: str, key: str, ident: str | None) -> Element | None:
    return next((one for one in root.findall(w(name)) if one.get(w(key)) == ident), None)


def _next(root: Element, name: str, key: str) -> str:
    found = (one.get(w(key), "") for one in root.findall(w(name)))
    return str(max((int(one) for one in found if one.isdecimal()), default=0) + 1)


def _alike(one: Element | None, other: Element) -> bool:
    return one is not None and serialise(one) == serialise(other)
