"""A plan held against its source, as it is told."""

from typing import get_args

import pytest

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.domain.fingerprints import Reading
from cchc_cli.plan.draft.model import Reason
from cchc_cli.services.coverage import Agreement, Standing, cover
from cchc_cli.views.coverage import coverage_sheet, place
from cchc_cli.views.wording.tracing import AGREEMENTS, READINGS, REASONS, STANDINGS
from tests.domain.builders import make_duty, make_plan

LONG = " ".join(["Tổng hợp báo cáo kết quả thực hiện nhiệm vụ được giao"] * 4)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        (SourceClause("V.6.4", "x", 3), "V.6.4"),
        (SourceClause("", "x", 3), "dòng 3"),
        (SourceClause("", "x", 3, 2), "trang 2"),
        (SourceClause("", "x"), "-"),
    ],
)
def test_where_a_clause_stands(clause: SourceClause, text: str) -> None:
    assert place(clause) == text


def test_long_words_are_cut_and_what_is_left_is_told() -> None:
    plan = make_plan(
        duties=[make_duty(ident="a", clause="I")._replace(text="Theo dõi thường xuyên")]
    )
    clause = SourceClause("I", f"Theo dõi thường xuyên; {LONG}")
    sheet = coverage_sheet(cover(plan, [clause]), "kh.txt")
    ((_, text, said),) = sheet.sections[0].rows
    assert text.endswith("…")
    assert len(text) <= 90
    assert said == "mã hóa một phần: a"
    assert sheet.below[0] == "Cần xem:"
    assert sheet.below[1].startswith("I: chưa mã hóa “Tổng hợp báo cáo")


def test_words_that_the_plan_does_not_have() -> None:
    plan = make_plan(
        duties=[make_duty(ident="a", clause="I")._replace(text="Theo dõi việc thực hiện")]
    )
    sheet = coverage_sheet(
        cover(plan, [SourceClause("I", "Theo dõi việc chưa thực hiện")]), "kh.txt"
    )
    line = "a: lời văn không còn khớp ở I: kế hoạch “không ghi”, văn bản “chưa”."
    assert line in sheet.below


def test_every_code_has_its_words() -> None:
    assert set(STANDINGS) == set(get_args(Standing))
    assert set(AGREEMENTS) == set(get_args(Agreement))
    assert set(READINGS) == set(get_args(Reading))
    assert set(REASONS) == set(get_args(Reason))
