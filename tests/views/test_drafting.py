"""The summary of a draft: what became a duty, what did not and why, who could not be found."""

import json
from datetime import date
from typing import get_args

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.model import (
    ContextClause,
    Doubt,
    DoubtCode,
    Draft,
    DraftDuty,
    Facts,
    NobodyFound,
    Reason,
)
from cchc_cli.views.drafting import LISTED, Drafted, summary_json, summary_text
from cchc_cli.views.wording import drafting as words

FACTS = Facts(
    type="Kế hoạch", title="Kế hoạch năm 2026", short_title="Kế hoạch 2026", subject="cải cách",
    issuer="ubnd-tp", coordinator="snv", first=date(2026, 1, 1), last=date(2026, 12, 31),
)  # fmt: skip
DUTY = DraftDuty(
    id="I.1", clause="I.1", place=Place(5), title="Họp", text="Họp dân.", schedule="sometime",
    lead=("snv",),
)  # fmt: skip
FULL = Draft(
    facts=FACTS._replace(
        number="15/KH-UBND", dated=date(2026, 1, 5), doubts=(Doubt("coordinator_guessed", "Sở"),)
    ),
    duties=(
        DUTY._replace(doubts=(Doubt("group_open", "Các hội"), Doubt("split"))),
        DUTY._replace(id="I.1b", doubts=(Doubt("split"),), place=Place(3, 2)),
        DUTY._replace(id="I.2", clause="I.2"),
    ),
    context=(
        ContextClause("I", Place(1), "MỤC ĐÍCH", "heading"),
        ContextClause("II", Place(2), "TÌNH HÌNH", "heading"),
        ContextClause("III", Place(3, 4), "Ngân sách.", "funding"),
    ),
    nobody=(NobodyFound("II.1", Place(9, 2), "Rà soát " + "các quy định, " * 9),),
    agencies=(Agency("dai", "Đài Phát thanh", "press"),),
    groups=(Group("hoi", "Các hội"),),
    unread=("pictures",),
)


def test_the_summary_of_a_full_draft() -> None:
    assert summary_text(Drafted(FULL, "KE_HOACH.docx", ("2026.yaml", "agencies.yaml"))) == (
        "Bản nháp từ KE_HOACH.docx\n"
        "Kế hoạch 2026\n"
        "Kế hoạch số 15/KH-UBND ngày 05/01/2026; thời gian thực hiện 01/01/2026 - 31/12/2026.\n"
        "\n"
        "6 mục: 2 thành nhiệm vụ (3 nhiệm vụ), 3 là bối cảnh, 1 chưa rõ ai làm.\n"
        "2 nhiệm vụ có chỗ cần xem lại.\n"
        "\n"
        "Chưa rõ ai thực hiện (không đưa vào nhiệm vụ):\n"
        "  II.1: Rà soát các quy định, các quy định, các quy định, các quy định…\n"
        "\n"
        "Bối cảnh, vì là:\n"
        "     2  đề mục\n"
        "     1  kinh phí\n"
        "\n"
        "Cần xem lại:\n"
        "     2  câu tách thành nhiều nhiệm vụ\n"
        "     1  cơ quan đầu mối là đoán\n"
        "     1  nhóm chưa có danh sách thành viên\n"
        "\n"
        "Chưa có trong danh bạ, đã đề xuất thêm:\n"
        "  Đài Phát thanh\n"
        "  Các hội\n"
        "\n"
        "Lưu ý: tệp có hình ảnh; chữ nằm trong hình không đọc được.\n"
        "\n"
        "Đã ghi 2026.yaml\n"
        "Đã ghi agencies.yaml\n"
        "Kiểm tra sau khi sửa: cchc plan check 2026.yaml\n"
    )


def test_the_summary_of_a_draft_without_doubts() -> None:
    text = summary_text(Drafted(Draft(FACTS, (DUTY,), (), ()), "a.txt", ()))
    assert text == (
        "Bản nháp từ a.txt\n"
        "Kế hoạch 2026\n"
        "Kế hoạch; thời gian thực hiện 01/01/2026 - 31/12/2026.\n"
        "\n"
        "1 mục: 1 thành nhiệm vụ (1 nhiệm vụ), 0 là bối cảnh, 0 chưa rõ ai làm.\n"
        "Không nhiệm vụ nào có chỗ riêng phải xem lại; vẫn nên đối chiếu với văn bản.\n"
        "\n"
        "Chưa ghi gì; thêm -o TỆP.yaml để ghi bản nháp.\n"
    )


def test_a_document_that_charges_nobody() -> None:
    text = summary_text(Drafted(Draft(FACTS, (), (), ()), "a.txt", ()))
    assert words.NO_DUTY in text
    assert words.NO_DOUBT not in text


def test_long_lists_are_cut_and_say_so() -> None:
    number = LISTED + 3
    many = Draft(
        FACTS, (), (),
        tuple(NobodyFound(f"I.{at}", Place(at), "Làm") for at in range(number)),
        groups=tuple(Group(f"g{at}", f"Nhóm {at}") for at in range(number)),
    )  # fmt: skip
    text = summary_text(Drafted(many, "a.txt", ()))
    assert text.count(words.MORE.format(number=3)) == 2
    assert f"I.{LISTED - 1}:" in text
    assert f"I.{LISTED}:" not in text


def test_lines_fit_a_terminal() -> None:
    wide = FULL._replace(
        facts=FULL.facts._replace(short_title="Kế hoạch " * 30),
        groups=(Group("hoi", "Các hội " * 30),),
    )
    text = summary_text(Drafted(wide, "KE_HOACH.docx", ("2026.yaml",)))
    assert max(map(len, text.splitlines())) <= 88


def test_the_summary_as_json() -> None:
    found = json.loads(summary_json(Drafted(FULL, "KE_HOACH.docx", ("2026.yaml",))))
    assert found["format"] == "cchc/plan-draft/1"
    assert (found["source"], found["written"]) == ("KE_HOACH.docx", ["2026.yaml"])
    assert found["document"] == {
        "type": "Kế hoạch", "number": "15/KH-UBND", "date": "2026-01-05",
        "title": "Kế hoạch năm 2026", "issuer": "ubnd-tp", "from": "2026-01-01",
        "to": "2026-12-31",
        "doubts": [{"code": "coordinator_guessed", "words": "Sở",
                    "message": "chưa rõ cơ quan đầu mối, đoán từ văn bản: “Sở”"}],
    }  # fmt: skip
    assert found["counts"] == {
        "clauses": 6, "clauses_with_duties": 2, "duties": 3, "doubtful": 2, "context": 3,
        "nobody": 1,
    }  # fmt: skip
    first, second, _ = found["duties"]
    assert (first["page"], first["line"], second["page"]) == (None, 5, 2)
    assert first["doubts"][1] == {
        "code": "split", "words": None, "message": "một câu được tách thành nhiều nhiệm vụ",
    }  # fmt: skip
    assert found["context"][2] == {
        "clause": "III", "page": 4, "line": 3, "reason": "funding", "why": "kinh phí",
        "words": "Ngân sách.",
    }  # fmt: skip
    assert found["nobody"][0]["clause"] == "II.1"
    assert found["proposals"] == {
        "agencies": [{"id": "dai", "name": "Đài Phát thanh"}],
        "groups": [{"id": "hoi", "name": "Các hội"}],
    }
    assert found["unread"] == ["pictures"]


def test_every_doubt_and_every_reason_has_its_words() -> None:
    assert set(get_args(DoubtCode)) == set(words.DOUBTS) == set(words.DOUBT_KINDS)
    assert set(get_args(Reason)) == set(words.REASONS)
    for code in get_args(DoubtCode):
        said = words.doubt_words(Doubt(code, "mười"))
        assert said.startswith(words.REVIEW)
        assert "{" not in said
        assert ("{words}" in words.DOUBTS[code]) == ("“mười”" in said)
        assert not words.doubt_words(Doubt(code)).endswith((":", " "))


def test_a_clause_that_nobody_was_found_for() -> None:
    clause = NobodyFound("II.1", Place(9), "Rà soát")
    one = "xem lại: chưa rõ ai thực hiện, chưa đưa vào nhiệm vụ. II.1: “Rà soát”"
    assert words.nobody_words(clause) == one
    assert words.nobody_words(clause, 4) == f"{one} và 4 việc nữa trong mục này"


def test_a_long_text_is_cut_after_a_word() -> None:
    assert words.shortened("một hai  ba", 11) == "một hai ba"
    assert words.shortened("một hai, ba bốn", 10) == "một hai…"
    assert words.shortened("x" * 30, 10) == "x" * 9 + "…"
