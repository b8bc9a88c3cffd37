"""The body: justified, indented, spaced, and ended by ``./.``; and the addressee above it."""

from collections.abc import Sequence

from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_headings import is_heading
from cchc_cli.views.word.nd30_looks import check_look, check_size
from cchc_cli.views.word.nd30_model import Document, Paragraph
from cchc_cli.views.word.nd30_parts import LETTER, Parts
from cchc_cli.views.word.nd30_text import SLOT, is_empty, said, starts, words_of, written
from cchc_cli.views.wording import nd30 as words

FIRST_LINES = (10.0, 12.7)
ROUNDING = 0.3
BETWEEN = 6.0
LINES = (1.0, 1.5)
# A line of Times New Roman is so much higher than its letters.
LINE_HEIGHT = 1.15
END = "./."
# Types whose documents go upward always.
UPWARD = (LETTER, "TTr")


def check_body(findings: Findings, parts: Parts) -> None:
    """Check the paragraphs of the body outside its tables."""
    previous: Paragraph | None = None
    following = {one.number: one for one in parts.document.paragraphs}
    for one in parts.body:
        if one.cell is not None or is_empty(one):
            previous = None if one.cell is not None else previous
            continue
        check_size(findings, "body", one)
        after = following.get(one.number + 1)
        captions = after is not None and after.cell is not None
        if not captions and not is_heading(one) and words_of(one):
            _stands(findings, one, parts.document.tab)
        if previous is not None:
            _gap(findings, previous, one, parts.document)
        _lines(findings, one)
        previous = one
    _end(findings, parts)


def _stands(findings: Findings, one: Paragraph, tab: float) -> None:
    """Both edges straight, the first line indented."""
    layout = one.layout
    if layout.alignment != "both":
        found = words.ALIGNMENTS.get(layout.alignment, layout.alignment)
        findings.add("body_alignment", "body", found, words.JUSTIFIED, at=one)
    first = layout.left + layout.first
    own_text = "".join(run.text for run in one.runs)
    if own_text.startswith("\t"):
        first = (first // tab + 1) * tab
    blocked = layout.left > ROUNDING and layout.first >= 0
    if blocked or not any(abs(first - one_of) <= ROUNDING for one_of in FIRST_LINES):
        found = words.FIRST_LINE_FOUND.format(
            found=words.mm_text(layout.first if blocked else first)
        )
        findings.add("body_indent", "body", found, words.FIRST_LINE, at=one)


def _gap(findings: Findings, above: Paragraph, one: Paragraph, document: Document) -> None:
    """At least 6 pt between two paragraphs."""
    after, before = above.layout.after, one.layout.before
    if one.layout.style == above.layout.style:
        after = 0.0 if above.layout.contextual else after
        before = 0.0 if one.layout.contextual else before
    gap = after + before if document.adds_spacing else max(after, before)
    between = one.number - above.number - 1
    if gap < BETWEEN and between == 0:
        found = words.BETWEEN_FOUND.format(found=words.points_text(gap))
        findings.add("body_spacing", "body", found, words.BETWEEN, at=one)


def _lines(findings: Findings, one: Paragraph) -> None:
    """Single to one and a half lines; exact heights are measured by the letters."""
    layout = one.layout
    low, high = LINES
    lines, found = layout.line, words.number_text(layout.line)
    if layout.rule != "auto":
        runs = words_of(one)
        size = max((run.look.size for run in runs), default=14.0)
        lines, found = layout.line / (size * LINE_HEIGHT), words.points_text(layout.line)
        low = 0.0 if layout.rule == "atLeast" else low
        # Whole points come near enough: 16 for letters of 14.
        low, high = low - 0.06, high + 0.06
    if not low - 0.005 <= lines <= high + 0.005:
        told = words.LINES_FOUND.format(found=found)
        findings.add("body_lines", "body", told, words.LINES, at=one)


def _end(findings: Findings, parts: Parts) -> None:
    texts = [one for one in parts.body if not is_empty(one)]
    if texts and not written(texts[-1]).rstrip().endswith(END):
        last = texts[-1]
        found = words.ENDS.format(end=said(last)[-12:])
        findings.add("body_end", "body", found, words.BODY_END, at=last)


def check_addressee(findings: Findings, parts: Parts) -> None:
    """``Kính gửi``: where it must be, and one addressee on its line or each on its own."""
    signature = parts.signature
    listed = signature.recipients if signature else ()
    as_above = any(_is_as_above(one) for one in listed)
    if not parts.addressee:
        if parts.kind in UPWARD:
            findings.add("addressee_missing", "addressee", words.NOTHING, words.ADDRESSEE)
        elif as_above:
            findings.add("addressee_missing", "addressee", words.NOTHING, words.ADDRESSEE_OR_NOT)
        return
    if listed and not _is_as_above(listed[0]):
        at = listed[0]
        findings.add("as_above_missing", "recipients", words.quoted(at.text), words.AS_ABOVE, at=at)
    check_look(findings, "addressee", parts.addressee)
    _addressees(findings, parts.addressee)


def _is_as_above(one: Paragraph) -> bool:
    return starts(one, "nhu tren")


def _addressees(findings: Findings, lines: Sequence[Paragraph]) -> None:
    head, *items = lines
    label, colon, same_line = written(head).partition(":")
    if label.strip() != "Kính gửi" or not colon:
        found, wanted = words.quoted(head.text), words.quoted("Kính gửi:")
        findings.add("addressee_form", "addressee", found, wanted, at=head)
        return
    same_line = same_line.strip()
    if not items:
        inner = same_line.rstrip(".;")
        if ";" in inner or same_line.startswith(("-", "–")) or not same_line:
            found = words.quoted(head.text)
            wanted = words.MANY_ADDRESSEES if ";" in inner else words.ONE_ADDRESSEE
            findings.add("addressee_form", "addressee", found, wanted, at=head)
        return
    if same_line or len(items) == 1:
        found = words.quoted(head.text)
        wanted = words.MANY_ADDRESSEES if same_line else words.ONE_ADDRESSEE
        findings.add("addressee_form", "addressee", found, wanted, at=head)
    for one in items:
        _addressee(findings, one, "." if one is items[-1] else ";")


def _addressee(findings: Findings, one: Paragraph, mark: str) -> None:
    text = written(one).strip()
    if not text.startswith("- "):
        findings.add("addressee_dash", "addressee", words.quoted(text), words.DASH_FIRST, at=one)
    if not text.endswith((mark, SLOT)):
        found, wanted = words.ENDS.format(end=text[-12:]), words.ENDS_WITH.format(mark=mark)
        findings.add("addressee_end", "addressee", found, wanted, at=one)
