"""The solid rules under the issuer, the motto and the subject: drawn lines of the right length."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cchc_cli.views.word.metrics import Face, lines_of, text_width
from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_formats import MM
from cchc_cli.views.word.nd30_lines import Line
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_parts import Parts
from cchc_cli.views.word.nd30_text import is_empty, is_typed_rule, words_of
from cchc_cli.views.wording import nd30 as words

# The least and the most of the text's length; fonts and printers differ by a few hundredths.
FULL = (0.88, 1.12)
SHORT = (0.31, 0.52)
# How far a rule's two ends may differ in their distance from the edges, in millimetres.
ASKEW = 3.0
NEAR = 4


class Rule(NamedTuple):
    """A rule that was found, and by how much it is off the centre."""

    line: Line
    askew: float


def check_rules(findings: Findings, parts: Parts) -> None:
    """Check the three rules; each is looked for where it belongs."""
    head = parts.head
    if head.table is not None:
        left, right = (_rules(side.every, None) for side in (head.left, head.right))
        # A shape may be anchored in the other column and still stand where it should.
        spare = [Rule(line, 0.0) for line in head.shapes]
        _check(findings, "motto", [head.motto], right or spare, head.right.every)
        _check(findings, "issuer", head.issuer, left or spare, head.left.every)
    if parts.subject:
        room = parts.document.sections[0].room if parts.document.sections else 0.0
        below = _below(parts)
        _check(findings, "subject", parts.subject, _rules(below, room), below)


def _below(parts: Parts) -> list[Paragraph]:
    """The subject and what follows it closely."""
    first, last = parts.subject[0].number, parts.subject[-1].number
    stop = parts.addressee[0].number if parts.addressee else last + NEAR
    every = parts.document.paragraphs[first - 1 : min(stop, last + NEAR)]
    found = []
    for one in every:
        if one.number > last and not is_empty(one) and not is_typed_rule(one):
            break
        found.append(one)
    return found


def _rules(paragraphs: Iterable[Paragraph], room: float | None) -> list[Rule]:
    """Lines drawn in paragraphs: shapes, and borders between the indents."""
    found = []
    for one in paragraphs:
        found += [Rule(line, 0.0) for line in one.lines]
        border = one.layout.bottom or one.layout.top
        if border:
            width = room if room is not None else one.cell.room if one.cell else 0.0
            left = one.layout.left + min(one.layout.first, 0.0)
            length = max(width - left - one.layout.right, 0.0)
            found.append(Rule(Line(length, border.solid), abs(left - one.layout.right)))
    return found


def _check(
    findings: Findings,
    element: str,
    texts: Sequence[Paragraph | None],
    rules: Sequence[Rule],
    around: Iterable[Paragraph],
) -> None:
    lines = [one for one in texts if one and words_of(one)]
    if not lines:
        return
    at = lines[-1]
    wanted = words.DRAWN_RULE
    typed = next((one for one in around if is_typed_rule(one)), None)
    underlined = any(run.look.underlined for one in lines for run in words_of(one))
    if underlined:
        code = f"{element}_rule_underlined"
        findings.add(code, element, words.UNDERLINED, wanted, at=at)
    elif typed:
        found = words.TYPED_RULE.format(text=typed.text.strip()[:8])
        findings.add(f"{element}_rule_typed", element, found, wanted, at=typed)
    elif not rules:
        findings.add(f"{element}_rule", element, words.NOTHING, wanted, at=at)
    else:
        _drawn(findings, element, lines, rules)


def _drawn(
    findings: Findings, element: str, lines: Sequence[Paragraph], rules: Sequence[Rule]
) -> None:
    shares = FULL if element == "motto" else SHORT
    bounds = [(low * shares[0], low * shares[1]) for low in _lengths(lines)]
    at = lines[-1]

    def off(rule: Rule) -> float:
        length = rule.line.length
        return min(max(low - length, length - high, 0.0) for low, high in bounds)

    best = min(rules, key=off)
    if off(best) > 0:
        low, high = bounds[0]
        asked = words.MOTTO_RULE if element == "motto" else words.SHORT_RULE
        wanted = asked.format(wanted=words.range_text(round(low), round(high), "mm"))
        found = words.mm_text(best.line.length)
        findings.add(f"{element}_rule_length", element, found, wanted, at=at)
    elif best.askew > ASKEW:
        found = words.OFF_CENTRE.format(found=words.mm_text(best.askew / 2))
        findings.add(f"{element}_rule_centre", element, found, words.CENTRED_RULE, at=at)
    if not best.line.solid:
        findings.add(
            f"{element}_rule_dashed",
            element,
            words.DASHED_RULE,
            words.DRAWN_RULE,
            at=at,
        )


def _lengths(lines: Sequence[Paragraph]) -> list[float]:
    """How long the text's longest line is, and its last, in millimetres."""
    widths: list[float] = []
    for one in lines:
        look = words_of(one)[0].look
        face: Face = "bold" if look.bold else "italic" if look.italic else "regular"
        room = one.cell.room / MM if one.cell else 165 / MM
        pieces = lines_of(one.text, room, look.size, face)
        widths += [min(text_width(piece, look.size, face), room) * MM for piece in pieces]
    return sorted({max(widths), widths[-1]}, reverse=True)
