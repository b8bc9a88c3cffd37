"""What would be recorded twice is told before anything is written, just as the ledger would."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.entries import Content, OfficialDocument
from cchc_cli.errors import Repeated
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.repeats import Repeats
from tests.ledger.contents import NOON, WHO, cancel, contents, done


def told(repeats: Repeats, content: Content, line: int = 0) -> dict[str, object] | None:
    """What a refusal says; None if there is none."""
    try:
        repeats.refuse(content, line)
    except Repeated as error:
        return {"code": error.code, **error.values}
    return None


def test_a_line_that_repeats_an_earlier_one() -> None:
    repeats = Repeats(MemoryLedger())
    assert told(repeats, done("1/BC-SNV"), 2) is None
    assert told(repeats, done("1/bc-snv", text="gửi lại"), 5) == {
        "code": "repeats_line", "line": 2,
    }  # fmt: skip
    assert told(repeats, done("2/BC-SNV"), 6) is None
    assert told(repeats, done("1/BC-SNV", agency="stp"), 7) is None


def test_an_entry_that_says_the_same() -> None:
    ledger = MemoryLedger()
    ledger.append([done("1/BC-SNV"), done(None, links=("https://a",))], WHO, NOON)
    repeats = Repeats(ledger)
    assert told(repeats, done("1/BC-SNV", received=date(2021, 6, 11))) == {
        "code": "repeated", "id": 1,
    }  # fmt: skip
    assert told(repeats, done(None, links=("https://a",))) == {"code": "repeated", "id": 2}
    assert told(repeats, done(None, links=("https://b",))) is None
    assert told(repeats, done(None, links=("https://a",), key="k")) is None


def test_what_was_undone_may_be_said_again() -> None:
    ledger = MemoryLedger()
    ledger.append([done("1/BC-SNV"), cancel(1)], WHO, NOON)
    assert told(Repeats(ledger), done("1/BC-SNV")) is None


@given(st.lists(contents().filter(lambda one: one.kind not in ("correction", "close")), max_size=8))
def test_it_agrees_with_the_ledger(several: list[Content]) -> None:
    ledger = MemoryLedger()
    for content in several:
        plain = content._replace(key=None, target=None, fulfils=())
        refused = told(Repeats(ledger), plain)
        assert refused == appended(ledger, plain)


def appended(ledger: MemoryLedger, content: Content) -> dict[str, object] | None:
    """What the ledger itself says of a content, which it has afterwards."""
    try:
        ledger.append([content], WHO, NOON)
    except Repeated as error:
        return {"code": error.code, **error.values}
    return None


@pytest.mark.parametrize("number", [None, "1/BC-SNV"])
def test_what_is_alike_is_what_repeats(number: str | None) -> None:
    document = OfficialDocument(number) if number else None
    first = done()._replace(document=document)
    repeats = Repeats(MemoryLedger())
    assert told(repeats, first) is None
    for other in (first, first._replace(key="k"), first._replace(text="khác")):
        assert (told(Repeats(MemoryLedger()), other) is None) is True
        assert (told(repeats, other) is not None) is first.repeats(other)
