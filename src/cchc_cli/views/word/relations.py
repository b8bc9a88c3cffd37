"""Relationships between the parts of a document, and the types of parts."""

from collections.abc import Mapping, MutableMapping
from posixpath import dirname, normpath, relpath
from posixpath import join as joined
from typing import NamedTuple

from lxml import etree

from cchc_cli.views.word.package import CONTENT_TYPES, DOCUMENT
from cchc_cli.views.word.xml import PACKAGE, Element, parse, serialise
from cchc_cli.zipped import Packed

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = f"{{{PACKAGE}/relationships}}"
_CONTENT_TYPES = f"{{{PACKAGE}/content-types}}"

Parts = MutableMapping[str, bytes | Packed]


class Relation(NamedTuple):
    """What a part points to.

    Attributes:
        target: the part's name; of an external one its address.
    """

    ident: str
    kind: str
    target: str
    external: bool = False


def rels_name(part: str) -> str:
    """The part that holds another's relationships."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relations(parts: Mapping[str, bytes], part: str = DOCUMENT) -> dict[str, Relation]:
    """A part's relationships by their id."""
    data = parts.get(rels_name(part))
    if data is None:
        return {}
    found = {}
    for one in parse(data):
        external = one.get("TargetMode") == "External"
        target = one.get("Target", "")
        if not external:
            target = normpath(joined("/", dirname(part), target)).lstrip("/")
        ident = one.get("Id", "")
        found[ident] = Relation(ident, one.get("Type", ""), target, external)
    return found


def add_relation(
    parts: Parts, kind: str, target: str, *, part: str = DOCUMENT, external: bool = False
) -> str:
    """Let a part point to something; the id of the relationship."""
    name = rels_name(part)
    root = _root(parts.get(name), f"{_RELATIONSHIPS}Relationships")
    taken = {one.get("Id") for one in root}
    number = next(at for at in range(1, len(taken) + 2) if f"rIdC{at}" not in taken)
    one = etree.SubElement(root, f"{_RELATIONSHIPS}Relationship")
    one.set("Id", f"rIdC{number}")
    one.set("Type", kind)
    one.set("Target", target if external else relpath(target, dirname(part) or "."))
    if external:
        one.set("TargetMode", "External")
    parts[name] = serialise(root)
    return f"rIdC{number}"


def content_type(parts: Mapping[str, bytes], part: str) -> str | None:
    """The type of a part, by its name or its ending."""
    root = parse(parts[CONTENT_TYPES])
    ending = part.rpartition(".")[2].casefold()
    for one in root.iter(f"{_CONTENT_TYPES}Override"):
        if one.get("PartName") == f"/{part}":
            return str(one.get("ContentType"))
    for one in root.iter(f"{_CONTENT_TYPES}Default"):
        if one.get("Extension", "").casefold() == ending:
            return str(one.get("ContentType"))
    return None


def set_content_type(parts: Parts, part: str, kind: str) -> None:
    """Say what a part is."""
    root = _root(parts.get(CONTENT_TYPES), f"{_CONTENT_TYPES}Types")
    one = etree.SubElement(root, f"{_CONTENT_TYPES}Override")
    one.set("PartName", f"/{part}")
    one.set("ContentType", kind)
    parts[CONTENT_TYPES] = serialise(root)


def plain(parts: Mapping[str, bytes | Packed], name: str) -> bytes | None:
    """A part's bytes, inflated where it stands ready for the zip."""
    part = parts.get(name)
    return part.data if isinstance(part, Packed) else part


def _root(data: bytes | Packed | None, name: str) -> Element:
    if data is None:
        namespace = name.partition("}")[0][1:]
        return etree.Element(name, nsmap={None: namespace})
    return parse(data.data if isinstance(data, Packed) else data)
