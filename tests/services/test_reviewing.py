"""What a reading against the source comes to."""

import pytest

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.domain.fingerprints import duty_fingerprint, fingerprint
from cchc_cli.errors import NotFound
from cchc_cli.services.coverage import cover
from cchc_cli.services.reviewing import context_words, marks_of
from tests.domain.builders import make_duty, make_plan

ONE = make_duty(ident="I.1")._replace(text="Báo cáo kết quả hằng quý.")
TWO = make_duty(ident="I.2")._replace(text="Xây dựng quy chế phối hợp.")
PLAN = make_plan(duties=[ONE, TWO])
SOURCE = [SourceClause("I.1", "Báo cáo kết quả hằng quý."), SourceClause("I.2", "Theo dõi.")]


def test_without_the_source_what_is_encoded_is_marked() -> None:
    marks = marks_of(PLAN, [], None)
    assert marks.prints == {"I.1": duty_fingerprint(ONE), "I.2": duty_fingerprint(TWO)}
    assert marks.disagreeing == ()


def test_with_the_source_only_what_agrees_and_with_its_words() -> None:
    marks = marks_of(PLAN, [], cover(PLAN, SOURCE))
    assert marks.prints == {"I.1": f"{duty_fingerprint(ONE)} {fingerprint(SOURCE[0].text)}"}
    assert marks.disagreeing == ("I.2",)


def test_only_the_duties_that_were_chosen() -> None:
    assert list(marks_of(PLAN, [TWO], None).prints) == ["I.2"]


def test_the_words_of_a_clause() -> None:
    found = cover(PLAN, SOURCE)
    assert context_words(None, "I.9") is None
    assert context_words(found, "i.2") == fingerprint("Theo dõi.")
    with pytest.raises(NotFound):
        context_words(found, "I.9")
