"""Annexes: ``Phụ lục`` with a Roman number only where there are several, title and reference."""

import re

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_looks import check_look
from cchc_cli.views.word.nd30_numbers import to_roman
from cchc_cli.views.word.nd30_parts import Annex, Parts
from cchc_cli.views.word.nd30_text import is_empty
from cchc_cli.views.wording import nd30 as words

_HEAD = re.compile(r"\s*(phụ\s+lục)\s*([IVXLC]+|\d+|[A-ZĐ])?\s*(.*)", re.IGNORECASE | re.DOTALL)


def check_annexes(findings: Findings, parts: Parts) -> None:
    """Check the heads of all annexes and how their pages are numbered."""
    several = len(parts.annexes) > 1
    for number, one in enumerate(parts.annexes, 1):
        _head(findings, one, to_roman(number) if several else "")
        check_look(findings, "annex", [one.head])
        check_look(findings, "annex_title", one.title)
        check_look(findings, "annex_reference", [one.reference])
        if one.reference is None:
            at, found = one.head, words.NOTHING
            findings.add(
                "annex_reference_missing", "annex_reference", found, words.REFERENCE, at=at
            )
        _pages(findings, parts, one)


def _head(findings: Findings, one: Annex, number: str) -> None:
    match = _HEAD.fullmatch(one.head.text.strip())
    own, rest = (match[2] or "", match[3]) if match else ("", "")
    if own != number:
        wanted = words.ANNEX_NUMBER.format(number=number) if number else words.ANNEX_WITHOUT_NUMBER
        findings.add("annex_number", "annex", words.quoted(one.head.text), wanted, at=one.head)
    if rest:
        name = f"Phụ lục {number}".strip()
        found, wanted = words.quoted(one.head.text), words.ANNEX_ALONE.format(name=name)
        findings.add("annex_form", "annex", found, wanted, at=one.head)
    elif not one.title:
        wanted = words.ANNEX_TITLE
        findings.add("annex_title_missing", "annex_title", words.NOTHING, wanted, at=one.head)


def _pages(findings: Findings, parts: Parts, one: Annex) -> None:
    """An annex is a section of its own that counts its pages from 1."""
    sections = parts.document.sections
    own = one.head.section
    before = parts.document.paragraphs[: one.head.number - 1]
    shared = any(each.section == own and not is_empty(each) for each in before)
    if own < len(sections) and (shared or not sections[own].restarts):
        found, wanted = words.PAGES_GO_ON, words.OWN_PAGES
        findings.add("annex_pages", "annex", found, wanted, at=one.head)
