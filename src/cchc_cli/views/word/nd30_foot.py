"""The foot: who signs and in what capacity, and to whom the document goes."""

import re

from cchc_cli.domain.names import bare
from cchc_cli.views.word.nd30_breach import Findings
from cchc_cli.views.word.nd30_head_parts import COMMITTEES
from cchc_cli.views.word.nd30_looks import check_look
from cchc_cli.views.word.nd30_model import Paragraph
from cchc_cli.views.word.nd30_parts import Parts, Signature
from cchc_cli.views.word.nd30_text import SLOT, said, written
from cchc_cli.views.wording import nd30 as words

_TITLE = re.compile(
    r"\s*(?:(?:GS|PGS|TS|TSKH|Th\.?S|ThS|CN|KS|KTS|BS|DS|NGND|NGƯT|NSND|NSƯT|LS)\.|ThS\b|Th\.S\b"
    r"|Giáo sư|Phó giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|Luật sư|Dược sĩ)",
    re.IGNORECASE,
)
_LAST = re.compile(rf"- Lưu: VT, .*\S\.|- Lưu: VT, {SLOT}\.?")
_AUTHORITY = ("tm uy ban nhan dan", "tm ubnd", "tl ", "tuq ")


def check_foot(findings: Findings, parts: Parts) -> None:
    """Check the signature and the recipients."""
    foot = parts.signature
    if foot is None:
        for element in ("capacity", "recipients_head"):
            wanted = words.RECIPIENTS if element == "recipients_head" else words.ELEMENTS[element]
            findings.add(f"{element}_missing", element, words.NOTHING, wanted)
        return
    _recipients(findings, foot)
    if not foot.in_table:
        findings.add("signature_columns", "signature", words.NOTHING, words.SAME_ROW, at=foot.head)
        return
    _signer(findings, foot, parts)
    if not foot.level:
        findings.add(
            "signature_level", "signature", words.ANOTHER_ROW, words.SAME_ROW, at=foot.head
        )


def _signer(findings: Findings, foot: Signature, parts: Parts) -> None:
    check_look(findings, "capacity", foot.capacity)
    check_look(findings, "signer", [foot.signer])
    if not foot.capacity:
        wanted = words.ELEMENTS["capacity"]
        findings.add("capacity_missing", "capacity", words.NOTHING, wanted, at=foot.signer)
    elif foot.signer is None:
        wanted = words.ELEMENTS["signer"]
        findings.add("signer_missing", "signer", words.NOTHING, wanted, at=foot.capacity[-1])
    if foot.signer and _TITLE.match(said(foot.signer)):
        found = words.quoted(foot.signer.text)
        findings.add("signer_title", "signer", found, words.NO_TITLE, at=foot.signer)
    issuer = parts.head.issuer
    committee = bool(issuer) and bare(issuer[0].text).startswith(COMMITTEES)
    names = [bare(written(one)) + " " for one in foot.capacity]
    slots = any(SLOT in written(one) for one in foot.capacity[:1])
    if committee and names and not slots and not any(one.startswith(_AUTHORITY) for one in names):
        at = foot.capacity[0]
        found = words.quoted(at.text)
        findings.add("capacity_authority", "capacity", found, words.AUTHORITY, at=at)


def _recipients(findings: Findings, foot: Signature) -> None:
    head, listed = foot.head, foot.recipients
    if head is None:
        at = listed[0] if listed else None
        findings.add(
            "recipients_missing", "recipients_head", words.NOTHING, words.RECIPIENTS, at=at
        )
    else:
        check_look(findings, "recipients_head", [head])
        if written(head).strip() != "Nơi nhận:":
            found = words.quoted(head.text)
            wanted = words.RECIPIENTS_FORM
            findings.add("recipients_form", "recipients_head", found, wanted, at=head)
    check_look(findings, "recipients", listed)
    for one in listed[:-1]:
        _listed(findings, one)
    if listed and not _LAST.fullmatch(written(listed[-1]).strip()):
        found, at = words.quoted(listed[-1].text), listed[-1]
        findings.add("recipients_last", "recipients", found, words.LAST_RECIPIENT, at=at)
    if head and not listed:
        wanted = words.LAST_RECIPIENT
        findings.add("recipients_last", "recipients", words.NOTHING, wanted, at=head)


def _listed(findings: Findings, one: Paragraph) -> None:
    text = written(one).strip()
    if not text.startswith("- "):
        findings.add("recipients_dash", "recipients", words.quoted(text), words.DASH_FIRST, at=one)
    if not text.endswith((";", SLOT)):
        found, wanted = words.ENDS.format(end=text[-12:]), words.ENDS_WITH.format(mark=";")
        findings.add("recipients_end", "recipients", found, wanted, at=one)
