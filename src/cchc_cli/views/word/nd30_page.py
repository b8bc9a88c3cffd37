"""The paper: its size and margins, fonts and colour, and the page number."""

from collections.abc import Iterable

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_model import Document, Paragraph, Section
from cchc_cli.views.word.nd30_parts import Parts
from cchc_cli.views.word.nd30_text import is_empty, words_of
from cchc_cli.views.wording import nd30 as words

A4 = (210.0, 297.0)
# By side: the least and the most, in millimetres.
MARGINS: dict[str, tuple[float, float]] = {
    "top": (20, 25),
    "bottom": (20, 25),
    "left": (30, 35),
    "right": (15, 20),
}
# A landscape page is a portrait one turned: its top is what was bound on the left.
TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
ROUNDING = 0.3
FONT = "Times New Roman"
PAGE_NUMBER_SIZES = (13.0, 14.0)
# How many lines surely need a second page, and how many letters a line has.
MOST_LINES = 50
LETTERS = 85


def check_page(findings: Findings, parts: Parts) -> None:
    """Check the paper of every section; only annexes may lie."""
    sections = parts.document.sections
    if not sections:
        findings.add("page_size", "page", words.NOTHING, words.A4)
    first_annex = parts.annexes[0].head.section if parts.annexes else len(sections)
    for number, one in enumerate(sections):
        place = words.section_place(number + 1)
        lying = one.width > one.height
        size = tuple(sorted((one.width, one.height)))
        if any(abs(is_ - should) > 1 for is_, should in zip(size, A4, strict=True)):
            found = words.mm_text(one.width, one.height)
            findings.add("page_size", "page", found, words.A4, place=place)
        elif lying and number < first_annex:
            findings.add("page_lying", "page", words.LANDSCAPE, words.PORTRAIT, place=place)
        _margins(findings, one, number, lying=lying)


def _margins(findings: Findings, section: Section, number: int, *, lying: bool) -> None:
    wrong = [side for side in MARGINS if not _within(getattr(section, side), MARGINS[side])]
    turned = lying and all(
        _within(getattr(section, side), MARGINS[TURNED[side]]) for side in MARGINS
    )
    for side in () if turned else wrong:
        found = words.mm_text(getattr(section, side))
        wanted = words.range_text(*MARGINS[side], "mm")
        place = words.section_place(number + 1, side)
        findings.add(f"margin_{side}", "page", found, wanted, place=place)


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] - ROUNDING <= value <= bounds[1] + ROUNDING


def check_letters(findings: Findings, paragraphs: Iterable[Paragraph]) -> None:
    """Check the font and colour of every letter.

    The fonts of scripts that Vietnamese does not use (cs, eastAsia) are told apart: nobody sees
    them until a program takes a letter for one of theirs.
    """
    for one in paragraphs:
        for run in words_of(one):
            seen, others = set(run.look.fonts[:2]), set(run.look.fonts[2:])
            if seen != {FONT}:
                found = words.font_found(sorted(seen - {FONT}))
                findings.add("font", "font", found, FONT, at=one)
            elif others != {FONT}:
                found = words.font_found(sorted(others - {FONT}))
                findings.add("font_slots", "font", f"{found} (cs, eastAsia)", FONT, at=one)
            if run.look.colour:
                found = f"#{run.look.colour}"
                findings.add("colour", "font", found, words.BLACK, at=one)


def check_page_number(findings: Findings, parts: Parts) -> None:
    """Check the page number: centred in the header, upright, 13–14 pt, from page 2."""
    document = parts.document
    if not document.sections:
        return
    first = document.sections[0]
    kinds = ["default", *(["even"] if document.even_pages else [])]
    numbered = [_numbered(first.headers.get(kind, ())) for kind in kinds]
    if not all(numbered):
        _missing(findings, document, first)
    for one in numbered:
        if one is not None:
            _number_look(findings, one)
    opening = _numbered(first.headers.get("first" if first.title_page else "default", ()))
    if opening is not None:
        found, wanted = words.NUMBER_ON_FIRST, words.NO_NUMBER_ON_FIRST
        findings.add("page_number_first", "page_number", found, wanted)
    if first.number_form != "decimal":
        place = words.section_place(1)
        findings.add(
            "page_number_form", "page_number", first.number_form, words.ARABIC, place=place
        )


def _numbered(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    return next((one for one in paragraphs if one.page_field), None)


def _missing(findings: Findings, document: Document, section: Section) -> None:
    footers = (_numbered(each) for each in section.footers.values())
    if any(footers):
        found, wanted = words.IN_FOOTER, words.PAGE_NUMBER
        findings.add("page_number_place", "page_number", found, wanted)
    elif _is_long(document):
        wanted = words.PAGE_NUMBER
        findings.add("page_number_missing", "page_number", words.NOTHING, wanted)


def _is_long(document: Document) -> bool:
    """Whether it surely has more pages than one, which alone needs no number."""
    if len(document.sections) > 1 or any(one.breaks for one in document.paragraphs[1:]):
        return True
    lines = sum(-(-len(one.text) // LETTERS) or 1 for one in document.paragraphs if not one.cell)
    rows = {one.cell[:2] for one in document.paragraphs if one.cell and not is_empty(one)}
    return lines + len(rows) > MOST_LINES


def _number_look(findings: Findings, one: Paragraph) -> None:
    look = one.page_field
    centred = one.layout.alignment == "center" or one.layout.framed == "center"
    # The header's own tab stop leads to the middle.
    if not centred and not (one.text.startswith("\t") and one.text.count("\t") == 1):
        found = words.ALIGNMENTS.get(one.layout.alignment, one.layout.alignment)
        wanted = words.ALIGNMENTS["center"]
        findings.add("page_number_alignment", "page_number", found, wanted)
    low, high = PAGE_NUMBER_SIZES
    if look and not low <= look.size <= high:
        found, wanted = words.size_found([look.size]), words.size_wanted(PAGE_NUMBER_SIZES)
        findings.add("page_number_size", "page_number", found, wanted)
    if look and look.italic:
        findings.add("page_number_slant", "page_number", words.ITALIC, words.UPRIGHT)
    if look and set(look.fonts[:2]) != {FONT}:
        found = words.font_found(sorted(set(look.fonts[:2]) - {FONT}))
        findings.add("font", "font", found, FONT, at=one)
