"""Contents of entries: what stands behind them, and when one repeats another."""

from datetime import date

import pytest
from hypothesis import given

from cchc_cli.domain.entries import (
    ENTRY_KINDS,
    NARRATIVE_PARTS,
    Content,
    EvidenceFile,
    OfficialDocument,
)
from tests.ledger.contents import contents

REPORT = Content("done", "ke-hoach", "V.1", "snv", "2021/h1")
WITH_DOCUMENT = REPORT._replace(document=OfficialDocument("12/BC-SNV"))


def test_kinds_and_parts_are_told_once() -> None:
    assert len(ENTRY_KINDS) == len(set(ENTRY_KINDS)) == 12
    assert len(NARRATIVE_PARTS) == len(set(NARRATIVE_PARTS)) == 6


@pytest.mark.parametrize(
    ("content", "evidence"),
    [
        (REPORT, False),
        (REPORT._replace(text="đã làm"), False),
        (WITH_DOCUMENT, True),
        (REPORT._replace(files=(EvidenceFile("a.pdf", "0" * 64, 1),)), True),
        (REPORT._replace(links=("https://hanoi.gov.vn/1",)), True),
    ],
)
def test_a_document_a_file_or_a_link_is_evidence(content: Content, *, evidence: bool) -> None:
    assert content.has_evidence is evidence


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "notice"),
        ("plan", "khac"),
        ("duty", "V.2"),
        ("agency", None),
        ("period", None),
        ("target", 3),
        ("until", date(2021, 7, 1)),
        ("document", OfficialDocument("13/BC-SNV")),
        ("document", None),
    ],
)
def test_another_document_or_place_is_no_repetition(field: str, value: object) -> None:
    other = WITH_DOCUMENT._replace(**{field: value})  # type: ignore[arg-type]
    assert not WITH_DOCUMENT.repeats(other)
    assert not other.repeats(WITH_DOCUMENT)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "gửi lại"),
        ("key", "lan-2"),
        ("day", date(2021, 6, 1)),
        ("links", ("https://a",)),
        ("document", OfficialDocument("12/bc-snv", subject="V/v báo cáo")),
    ],
)
def test_words_around_a_document_do_not_make_it_another(field: str, value: object) -> None:
    assert WITH_DOCUMENT.repeats(WITH_DOCUMENT._replace(**{field: value}))  # type: ignore[arg-type]


def test_without_a_document_only_the_key_may_differ() -> None:
    assert REPORT.repeats(REPORT._replace(key="lan-2"))
    assert not REPORT.repeats(REPORT._replace(text="khác"))


@given(contents(), contents())
def test_repeating_is_mutual(one: Content, other: Content) -> None:
    assert one.repeats(one)
    assert one.repeats(other) is other.repeats(one)
