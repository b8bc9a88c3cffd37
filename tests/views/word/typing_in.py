"""A person at work in Word: words typed into a control, as Word writes them."""

from typing import Any

from cchc_cli.views.word.blanks import Control, controls_of, said
from cchc_cli.views.word.package import DOCUMENT, read_parts
from cchc_cli.views.word.xml import find, make, parse, run_text, serialise, w
from cchc_cli.zipped import pack

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(document: bytes) -> Any:
    """The text of a document."""
    return parse(read_parts(document)[DOCUMENT])


def control_named(root: Any, tag: str, at: int = 0) -> Control:
    """The control with that tag."""
    return [one for one in controls_of(root) if one.tag == tag][at]


def tags_of(document: bytes) -> list[str]:
    """The tags of all controls, in order."""
    return [one.tag for one in controls_of(body(document))]


def with_body(document: bytes, root: Any) -> bytes:
    """The document with another text."""
    return pack({**read_parts(document), DOCUMENT: serialise(root)})


def fill_in(document: bytes, tag: str, xml: str, at: int = 0) -> bytes:
    """The document with XML in a control, whatever stood there before."""
    root = body(document)
    control = control_named(root, tag, at)
    content = control.content
    for one in list(content):
        content.remove(one)
    content.extend(parse(f"<w:body {NAMES}>{xml}</w:body>"))
    showing = find(control.element, "w:sdtPr/w:showingPlcHdr")
    if showing is not None:
        showing.getparent().remove(showing)
    return with_body(document, root)


def type_in(document: bytes, tag: str, text: str, at: int = 0) -> bytes:
    """The document with a text in a control; one around a paragraph keeps its paragraph."""
    run = f'<w:r><w:t xml:space="preserve">{run_text(text)}</w:t></w:r>'
    content = control_named(body(document), tag, at).content
    block = content.find(w("p")) is not None
    return fill_in(document, tag, f"<w:p>{run}</w:p>" if block else run, at)


def text_in(document: bytes, tag: str, at: int = 0) -> str:
    """What one reads in a control."""
    return said(control_named(body(document), tag, at).content).strip("\x01\x02")


def section_without(document: bytes, tag: str) -> bytes:
    """The document as if its template had no such control."""
    root = body(document)
    for one in [one for one in controls_of(root) if one.tag == tag]:
        one.element.getparent().remove(one.element)
    return with_body(document, root)


def texts(document: bytes) -> str:
    """Everything that one reads in a document."""
    return said(body(document))


def paragraph(text: str) -> Any:
    """A paragraph that stands in no control."""
    one = make("t")
    one.text = text
    return make("p", make("r", one))
