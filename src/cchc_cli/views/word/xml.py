"""The XML of Word documents: names, parsing, and text that is fit for it."""

import re
from html import escape
from typing import Any

from lxml import etree

# An element of lxml, which has no types of its own.
Element = Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = {"w": W, "r": R}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
# What XML 1.0 has no place for, and the noncharacters that mark places within this program.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """A name of the relationships' namespace as lxml writes it."""
    return f"{{{R}}}{name}"


def parse(data: bytes | str) -> Element:
    """The root of a part.

    Raises:
        ValueError: if it is not well-formed.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    try:
        return etree.fromstring(raw, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def serialise(root: Element) -> bytes:
    """A part's bytes."""
    return _DECLARATION + bytes(etree.tostring(root, encoding="UTF-8"))


def make(name: str, *children: Element, **attributes: str) -> Element:
    """A new element of WordprocessingML; attributes are of the same namespace."""
    element = etree.Element(w(name), {w(key): value for key, value in attributes.items()})
    element.extend(children)
    return element


def find(element: Element, path: str) -> Element:
    """The first element at a path such as ``w:pPr/w:pStyle``; None if there is none."""
    return element.find(path, NAMESPACES)


def attribute(element: Element | None, path: str, name: str = "val") -> str | None:
    """An attribute of the first element at a path."""
    found = None if element is None else find(element, path)
    value = None if found is None else found.get(w(name))
    return None if value is None else str(value)


def fit(text: str) -> str:
    """A text without the characters that XML has no place for; line ends are all alike."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def run_text(text: str) -> str:
    """A text as it stands within ``w:t``; tabs and line ends are Word's own."""
    said = escape(fit(text), quote=True)
    if "\t" in said or "\n" in said:
        again = '<w:t xml:space="preserve">'
        said = said.replace("\t", f"</w:t><w:tab/>{again}").replace("\n", f"</w:t><w:br/>{again}")
    return said


def attribute_text(text: str) -> str:
    """A text as it stands within an attribute or a property."""
    return escape(" ".join(fit(text).split()), quote=True)
