"""A plan held against its source: what is encoded, what is left, what no longer agrees."""

from collections.abc import Sequence
from datetime import date

import pytest

from cchc_cli.domain.clauses import SourceClause
from cchc_cli.domain.fingerprints import duty_fingerprint, fingerprint
from cchc_cli.domain.plan import (
    Channel,
    ContextNote,
    Duty,
    Funding,
    Plan,
    Recipient,
    Requirement,
    Review,
    Statement,
    Topic,
    TopicItem,
)
from cchc_cli.services.coverage import Agreement, Coverage, TracedClause, TracedDuty, cover
from tests.domain.builders import make_duty, make_plan

DAY = date(2021, 3, 1)
REPORT = "Tổng hợp, báo cáo kết quả thực hiện Kế hoạch gửi UBND Thành phố hằng quý"
PRESS = "phối hợp với các cơ quan báo chí tổ chức thông tin về cải cách hành chính"
HEADING = SourceClause("V.1", "Sở Nội vụ", 1, context="heading")
BOTH = SourceClause("V.1.1", f"{REPORT}; {PRESS}.", 2)


def duty(ident: str, clause: str, text: str) -> Duty:
    """A duty of which only the words matter."""
    return make_duty(ident=ident, clause=clause)._replace(text=text)


TWO = (duty("V.1.1a", "V.1.1", REPORT), duty("V.1.1b", "V.1.1", PRESS))


def traced(
    *clauses: SourceClause, duties: Sequence[Duty] = TWO, plan: Plan | None = None
) -> Coverage:
    """The comparison of a document with a plan."""
    return cover((plan or make_plan())._replace(duties=tuple(duties)), clauses)


def one_clause(*clauses: SourceClause, at: int = -1, plan: Plan | None = None) -> TracedClause:
    """What a plan makes of a clause, the last by default."""
    return traced(*clauses, plan=plan).clauses[at]


def one_duty(*clauses: SourceClause, text: str = REPORT, clause: str = "V.1.1") -> TracedDuty:
    """What a document says of a single duty."""
    return traced(*clauses, duties=[duty("V.1.1", clause, text)]).duties[0]


def test_a_clause_that_its_duties_say() -> None:
    found = traced(HEADING, BOTH)
    heading, both = found.clauses
    assert (heading.standing, heading.reason, heading.duties) == ("context", "heading", ())
    assert (both.standing, both.duties, both.left) == ("encoded", ("V.1.1a", "V.1.1b"), ())
    assert both.covered == both.size
    assert both.fingerprint == fingerprint(BOTH.text)
    assert [one.agreement for one in found.duties] == ["same", "same"]
    assert found.sound
    assert found.words_in("encoded") + found.words_in("context") == found.words


def test_words_that_no_duty_says_are_left() -> None:
    more = "chịu trách nhiệm trước Chủ tịch UBND Thành phố về chất lượng, tiến độ của các nội dung"
    found = traced(BOTH._replace(text=f"{REPORT}; {more}; {PRESS}."))
    assert found.clauses[0].standing == "partly"
    assert found.clauses[0].left == (more,)
    assert not found.sound


def test_a_few_words_between_duties_are_not_left() -> None:
    found = one_clause(BOTH._replace(text=f"Có trách nhiệm: {REPORT}; đồng thời {PRESS}."))
    assert (found.standing, found.left) == ("encoded", ())


def test_what_by_its_form_is_no_duty_is_not_left() -> None:
    closing = (
        "Trên đây là Kế hoạch tuyên truyền về cải cách hành chính của Thành phố năm nay và sau"
    )
    clause = SourceClause("KT", f"{closing}. {REPORT}.", 3, aside=(closing,))
    found = traced(clause, duties=[duty("KT", "KT", REPORT)])
    assert found.clauses[0].standing == "encoded"


def test_a_clause_that_nothing_says_is_missing() -> None:
    other = SourceClause("V.1.2", "Xây dựng cơ sở dữ liệu hộ tịch điện tử toàn quốc.", 3)
    found = traced(BOTH, other)
    assert (found.clauses[1].standing, found.clauses[1].reason) == ("missing", None)
    assert not found.sound


def test_a_clause_without_words_is_no_duty() -> None:
    assert one_clause(SourceClause("", "***")).standing == "context"


@pytest.mark.parametrize(
    ("plan", "text", "reason"),
    [
        (
            make_plan()._replace(purposes=(Statement("I.1", "Nâng cao ý thức công vụ."),)),
            "Nâng cao ý thức công vụ",
            "purpose",
        ),
        (
            make_plan()._replace(
                requirements=(Requirement("I.2", "Bảo đảm thiết thực, kịp thời."),)
            ),
            "- Bảo đảm thiết thực, kịp thời.",
            "requirement",
        ),
        (
            make_plan()._replace(
                topics=(Topic("a", "II.1", "Quan điểm của Đảng về cải cách", ()),)
            ),
            "Quan điểm của Đảng về cải cách",
            "content",
        ),
        (
            make_plan()._replace(
                topics=(Topic("a", "II.1", "Quan điểm", (TopicItem("Văn bản của Thành ủy"),)),)
            ),
            "Văn bản của Thành ủy",
            "content",
        ),
        (
            make_plan()._replace(
                channels=(Channel("a", "II.2", "Họp", "Qua các cuộc họp giao ban"),)
            ),
            "Qua các cuộc họp giao ban",
            "content",
        ),
        (
            make_plan()._replace(funding=Funding("Kinh phí từ ngân sách Thành phố.")),
            "Kinh phí từ ngân sách Thành phố.",
            "funding",
        ),
        (
            make_plan()._replace(recipients=(Recipient("Bộ Nội vụ", "để báo cáo"),)),
            "- Bộ Nội vụ; để báo cáo",
            "recipients",
        ),
    ],
)
def test_what_the_plan_keeps_as_context(plan: Plan, text: str, reason: str) -> None:
    found = one_clause(BOTH, SourceClause("X", text), plan=plan)
    assert (found.standing, found.reason, found.covered) == ("context", reason, found.size)


def test_what_somebody_settled_to_be_context() -> None:
    clause = SourceClause("V.9", "Các tổ chức đoàn thể chủ động tham gia giám sát", 9)
    plain = make_plan()._replace(context=(ContextNote("V.9", "chỉ nêu chung"),))
    assert one_clause(clause, plan=plain).standing == "context"
    noted = make_plan()._replace(
        context=(ContextNote("V.9", "chỉ nêu chung", fingerprint(clause.text)),)
    )
    found = one_clause(clause, plan=noted)
    assert (found.standing, found.reason) == ("context", "chỉ nêu chung")
    changed = one_clause(clause._replace(text=f"{clause.text} từ 2022"), plan=noted)
    assert (changed.standing, changed.reason) == ("changed", "chỉ nêu chung")


# Whether a duty's words still stand there.


@pytest.mark.parametrize(
    ("clauses", "agreement", "found_in"),
    [
        pytest.param([BOTH], "same", "V.1.1", id="there"),
        pytest.param([BOTH._replace(locator="V.1.1.2")], "same", "V.1.1.2", id="below"),
        pytest.param([BOTH._replace(locator="V.2")], "moved", "V.2", id="elsewhere"),
        pytest.param([BOTH._replace(locator="")], "same", "", id="without a number"),
    ],
)
def test_where_a_duty_stands(
    clauses: list[SourceClause], agreement: Agreement, found_in: str
) -> None:
    found = one_duty(*clauses)
    assert found.agreement == agreement
    assert found.clause is not None
    assert found.clause.locator == found_in
    assert (found.share, found.differing) == (1.0, ())


def test_a_part_known_by_another_number() -> None:
    plan = make_plan(locator_aliases=[("III", "V")])
    found = traced(BOTH, duties=[duty("a", "III.1.1", REPORT)], plan=plan)
    assert found.duties[0].agreement == "same"


def test_words_that_changed_are_told_as_they_are_printed() -> None:
    clause = BOTH._replace(text=BOTH.text.replace("hằng quý", "hằng Tháng"))
    found = one_duty(clause)
    assert (found.agreement, found.differing) == ("reworded", (("quý", "Tháng"),))
    assert found.share == pytest.approx(15 / 16)


def test_words_put_in_over_two_clauses() -> None:
    first = SourceClause("V.1", "Tổng hợp, báo cáo kết quả thực hiện (nếu có)")
    second = SourceClause("V.2", "một cách đầy đủ Kế hoạch gửi UBND Thành phố hằng quý.")
    found = one_duty(first, second, clause="V")
    assert found.differing == (("", "nếu có một cách đầy đủ"),)


@pytest.mark.parametrize(
    "text", ["Xây dựng quy chế", "Tổng hợp, báo cáo tình hình sử dụng đất đai của các quận, huyện"]
)
def test_words_that_are_gone(text: str) -> None:
    found = one_duty(BOTH, text=text)
    assert (found.agreement, found.clause, found.share) == ("gone", None, 0.0)


# Who has read it.


def reviewed(words: str | None) -> Plan:
    """A plan of one duty that was read, and the clause's words as they were."""
    one = TWO[0]
    review = Review(one.id, "Nguyễn An", DAY, words, duty_fingerprint(one))
    return make_plan(duties=[one])._replace(reviews=(review,))


@pytest.mark.parametrize(
    ("words", "reading"),
    [(None, "read"), (fingerprint(BOTH.text), "read"), ("0" * 16, "changed")],
)
def test_a_clause_that_changed_has_to_be_read_again(words: str | None, reading: str) -> None:
    plan = reviewed(words)
    (found,) = cover(plan, [BOTH]).duties
    assert (found.reading, found.review) == (reading, plan.reviews[0])


def test_a_duty_that_nobody_read() -> None:
    assert one_duty(BOTH).reading == "never"
    assert one_duty(BOTH).review is None


def test_a_duty_that_has_ended_is_not_looked_for() -> None:
    found = traced(BOTH, duties=[TWO[0], TWO[1]._replace(until=DAY)])
    assert [one.duty.id for one in found.duties] == ["V.1.1a"]
    assert found.clauses[0].duties == ("V.1.1a",)


def test_an_empty_document() -> None:
    found = traced()
    assert (found.clauses, found.words, found.sound) == ((), 0, False)
    assert {one.agreement for one in found.duties} == {"gone"}
