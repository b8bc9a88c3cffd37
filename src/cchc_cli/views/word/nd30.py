"""Does a Word document look as Nghị định 30/2020/NĐ-CP demands?

``check`` reads any .docx, whoever made it, resolves what every letter looks like in the end, finds
the parts of the document and notes each departure with its clause. It judges what the decree fixes
and says nothing of the rest.
"""

from cchc_cli.views.word.nd30_annexes import check_annexes
from cchc_cli.views.word.nd30_blocks import read_document
from cchc_cli.views.word.nd30_body import check_addressee, check_body
from cchc_cli.views.word.nd30_breach import Breach, Findings
from cchc_cli.views.word.nd30_figures import check_figures
from cchc_cli.views.word.nd30_foot import check_foot
from cchc_cli.views.word.nd30_head import check_head
from cchc_cli.views.word.nd30_headings import check_headings
from cchc_cli.views.word.nd30_page import check_letters, check_page, check_page_number
from cchc_cli.views.word.nd30_parts import find_parts
from cchc_cli.views.word.nd30_rules import check_rules
from cchc_cli.views.word.reading import read_package
from cchc_cli.views.wording import nd30 as words

__all__ = ["Breach", "breach_text", "check"]


def check(document: bytes) -> tuple[Breach, ...]:
    """The departures of a Word document from the form, in the order of reading.

    Raises:
        TemplateFault: if it is no Word document or cannot be read.
    """
    parts = find_parts(read_document(read_package(document)))
    findings = Findings(parts.kind)
    check_page(findings, parts)
    check_page_number(findings, parts)
    check_letters(findings, parts.document.paragraphs)
    check_head(findings, parts)
    check_rules(findings, parts)
    check_addressee(findings, parts)
    check_body(findings, parts)
    check_headings(findings, [one for one in parts.body if one.cell is None])
    check_foot(findings, parts)
    check_annexes(findings, parts)
    check_figures(findings, parts.body)
    for annex in parts.annexes:
        check_figures(findings, annex.paragraphs)
    return findings.breaches()


def breach_text(breach: Breach) -> str:
    """A breach as one sentence, with its clause."""
    return words.LINE.format(**breach._asdict())
