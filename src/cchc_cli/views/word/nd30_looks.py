"""How the letters of each element must look: the table of Phụ lục I, and its check."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_model import Paragraph, Run
from cchc_cli.views.word.nd30_text import said, words_of
from cchc_cli.views.wording import nd30 as words


class Wanted(NamedTuple):
    """What the table asks of an element; None where it asks nothing.

    Attributes:
        upper: capitals throughout (True) or as in a sentence (False).
        sizes: the smallest and the largest, in points.
    """

    upper: bool | None = None
    sizes: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    centred: bool = False


ELEMENTS: dict[str, Wanted] = {
    "national_title": Wanted(True, (12, 13), bold=True, italic=False, centred=True),
    "motto": Wanted(None, (13, 14), bold=True, italic=False, centred=True),
    "superior": Wanted(True, (12, 13), bold=False, italic=False, centred=True),
    "issuer": Wanted(True, (12, 13), bold=True, italic=False, centred=True),
    "number": Wanted(None, (13, 13), bold=False, italic=False),
    "date": Wanted(None, (13, 14), bold=False, italic=True),
    "type_name": Wanted(True, (13, 14), bold=True, italic=False, centred=True),
    "subject": Wanted(False, (13, 14), bold=True, italic=False, centred=True),
    "body": Wanted(sizes=(13, 14)),
    "heading": Wanted(True, (13, 14), bold=True),
    "letter_subject": Wanted(False, (12, 13), bold=False, italic=False),
    "addressee": Wanted(None, (13, 14), bold=False, italic=False),
    "capacity": Wanted(True, (13, 14), bold=True, italic=False),
    "signer": Wanted(False, (13, 14), bold=True, italic=False),
    "recipients_head": Wanted(None, (12, 12), bold=True, italic=True),
    "recipients": Wanted(None, (11, 11), bold=False, italic=False),
    "annex": Wanted(False, (14, 14), bold=True, italic=False, centred=True),
    "annex_title": Wanted(True, (13, 14), bold=True, italic=False, centred=True),
    "annex_reference": Wanted(None, (13, 14), bold=False, italic=True),
}


def check_look(findings: Findings, element: str, paragraphs: Iterable[Paragraph | None]) -> None:
    """Check an element's letters: capitals, size, weight, slant and where it stands."""
    wanted = ELEMENTS[element]
    for one in paragraphs:
        if one is None or not (runs := words_of(one)):
            continue
        _case(findings, element, one, wanted)
        check_size(findings, element, one)
        if wanted.bold is not None and _differ(runs, "bold", wanted.bold):
            found, asked = (words.REGULAR, words.BOLD)[:: 1 if wanted.bold else -1]
            findings.add(f"{element}_weight", element, found, asked, at=one)
        if wanted.italic is not None and _differ(runs, "italic", wanted.italic):
            found, asked = (words.UPRIGHT, words.ITALIC)[:: 1 if wanted.italic else -1]
            findings.add(f"{element}_slant", element, found, asked, at=one)
        if wanted.centred and one.layout.alignment != "center":
            found = words.ALIGNMENTS.get(one.layout.alignment, one.layout.alignment)
            asked = words.ALIGNMENTS["center"]
            findings.add(f"{element}_alignment", element, found, asked, at=one)


def check_size(findings: Findings, element: str, paragraph: Paragraph) -> None:
    """Check that no letter is smaller or larger than the table asks."""
    sizes = ELEMENTS[element].sizes or (0, 1000)
    found = {run.look.size for run in words_of(paragraph)}
    wrong = sorted(size for size in found if not sizes[0] <= size <= sizes[1])
    if wrong:
        told, asked = words.size_found(wrong), words.size_wanted(sizes)
        findings.add(f"{element}_size", element, told, asked, at=paragraph)


def _case(findings: Findings, element: str, one: Paragraph, wanted: Wanted) -> None:
    text = said(one)
    letters = [letter for letter in text if letter.isalpha()]
    if wanted.upper is None or not letters:
        return
    if wanted.upper and text != text.upper():
        found, asked = words.SENTENCE, words.UPPER
    elif not wanted.upper and len(letters) > 1 and text == text.upper():
        found, asked = words.UPPER, words.SENTENCE
    else:
        return
    findings.add(f"{element}_case", element, found, asked, at=one)


def _differ(runs: Sequence[Run], name: str, wanted: bool) -> bool:
    """Whether letters are there that are not as wanted; marks alone do not count."""
    return any(
        getattr(run.look, name) != wanted
        for run in runs
        if any(letter.isalnum() for letter in run.text)
    )
