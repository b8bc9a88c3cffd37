"""What a person wrote outside of the controls: told by short hashes of the program's own words.

A document remembers a hash of each of its paragraphs that stand in no control. A later run finds
those that the program did not write and keeps copies of them, for what stands there is made anew.
"""

import base64
import binascii
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from cchc_cli.views.word.blanks import controls_of, said
from cchc_cli.views.word.xml import Element, attribute, w

BYTES = 4
# Word makes it by itself.
CONTENTS = "Table of Contents"
_GALLERY = "w:sdtPr/w:docPartObj/w:docPartGallery"
_SIGNS = str.maketrans("", "", "\x01\x02\x03")


def outline(root: Element) -> str:
    """The hashes of all paragraphs that stand in no control, as one word."""
    hashes = {_hash(text) for _, text in _outside(root)}
    return base64.b64encode(b"".join(sorted(hashes))).decode("ascii")


def strays(root: Element, known: str | None) -> list[Element]:
    """Copies of the paragraphs, or of whole tables, that the program did not write.

    Args:
        root: the document.
        known: its outline when the program wrote it; None where nobody knows.
    """
    if not known:
        return []
    try:
        data = base64.b64decode(known, validate=True)
    except binascii.Error:
        return []
    ours = {data[at : at + BYTES] for at in range(0, len(data), BYTES)}
    tables = list(root.iter(w("tbl")))
    around = list(_outside(root))
    foreign = [paragraph for paragraph, text in around if _hash(text) not in ours]
    of_tables = Counter(id(_table(one)) for one in foreign)
    all_in = Counter(id(_table(one)) for one, _ in around)
    found: list[Element] = []
    whole: set[int] = set()
    for one in foreign:
        table = _table(one)
        if table is None or of_tables[id(table)] < all_in[id(table)]:
            found.append(_freed(one))
        elif id(table) not in whole:
            whole.add(id(table))
            found.append(_freed(table))
    del tables
    return found


def _outside(root: Element) -> Iterator[tuple[Element, str]]:
    """Paragraphs with text that stand in no control, and their text with a sign for each."""
    # Held on to: lxml's elements keep their identity only as long as somebody has them.
    controls = [one.element for one in controls_of(root)]
    for paragraph in _paragraphs(root, set(map(id, controls))):
        text = said(paragraph, around=True)
        if text.translate(_SIGNS).strip():
            yield paragraph, text


def _paragraphs(element: Element, controls: set[int]) -> Iterator[Element]:
    for one in element:
        if one.tag == w("p"):
            yield one
        elif id(one) not in controls and attribute(one, _GALLERY) != CONTENTS:
            yield from _paragraphs(one, controls)


def _hash(text: str) -> bytes:
    normal = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.sha256(normal.encode("utf-8")).digest()[:BYTES]


def _table(paragraph: Element) -> Element | None:
    """The outermost table that a paragraph stands in."""
    tables = list(paragraph.iterancestors(w("tbl")))
    return tables[-1] if tables else None


def _freed(element: Element) -> Element:
    """A copy without controls of its own; what stood in them stays."""
    around = element.makeelement(w("body"))
    around.append(deepcopy(element))
    while (control := next(controls_of(around), None)) is not None:
        parent, at = control.element.getparent(), control.element.getparent().index(control.element)
        for one in reversed(list(control.content)):
            parent.insert(at, one)
        parent.remove(control.element)
    (found,) = around
    return found
