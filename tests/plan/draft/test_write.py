"""The draft as a file: it reads back as it was meant, and says where it doubts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.domain.plan import Recipient, Reference
from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.model import (
    ContextClause,
    Doubt,
    Draft,
    DraftDuty,
    Facts,
    NobodyFound,
    Reason,
)
from cchc_cli.plan.draft.write import TITLE_LENGTH, Beside, Words, plan_id, plan_text, said
from cchc_cli.plan.source import read_text

FACTS = Facts(
    type="Kế hoạch", title="Kế hoạch năm 2026", short_title="Kế hoạch 2026", subject="cải cách",
    issuer="ubnd-tp", coordinator="snv", first=date(2026, 1, 1), last=date(2026, 12, 31),
)  # fmt: skip
DUTY = DraftDuty(
    id="I.1", clause="I.1", place=Place(5), title="Họp", text="Họp dân.", schedule="sometime",
    lead=("snv",),
)  # fmt: skip
WORDS = Words(
    ("Bản nháp.",),
    lambda doubt: f"xem lại: {doubt.code} {doubt.words}".strip(),
    lambda one, more: f"xem lại: {one.clause} {one.words} +{more}",
    lambda reason: f"vì là {reason}",
)
BESIDE = Beside("agencies.yaml", "calendar.yaml")


def draft(*duties: DraftDuty, facts: Facts = FACTS, nobody: tuple[NobodyFound, ...] = (),
          context: tuple[ContextClause, ...] = ()) -> Draft:  # fmt: skip
    """A draft of these duties."""
    return Draft(facts, duties, context, nobody)


def data(made: Draft) -> dict[str, object]:
    """What its file reads as."""
    source = read_text(plan_text(made, BESIDE, WORDS), "2026.yaml")
    assert source.faults == ()
    assert isinstance(source.data, dict)
    return source.data


def first_duty(made: Draft) -> dict[str, str]:
    """The first duty of its file."""
    duties = data(made)["duties"]
    assert isinstance(duties, list)
    found: dict[str, str] = duties[0]
    return found


def test_the_least_draft() -> None:
    assert plan_text(draft(), BESIDE, WORDS) == (
        "# Bản nháp.\n"
        "format: cchc-plan/1\n"
        "id: ke-hoach-2026\n"
        "title: Kế hoạch năm 2026\n"
        "short_title: Kế hoạch 2026\n"
        "subject: cải cách\n"
        "document:\n"
        "  type: Kế hoạch\n"
        "  number: null\n"
        "  date: null\n"
        "  signer: null\n"
        "  issuer: ubnd-tp\n"
        "validity:\n"
        "  from: 2026-01-01\n"
        "  to: 2026-12-31\n"
        "registry: agencies.yaml\n"
        "calendar: calendar.yaml\n"
        "coordinator: snv\n"
        "\n"
        "duties: []\n"
    )


def test_a_duty_with_all_that_was_read() -> None:
    duty = DraftDuty(
        id="V.6.4b", clause="V.6.4", place=Place(9), title="Báo cáo", text="Gửi báo cáo\nquý.",
        schedule="before 2026-06-15 for h1", force="requested", lead=("snv",),
        implement=("stp",), cooperate=("sxd",), capacity="chủ trì", partners=("syt", "stc"),
        partner_words="các sở", product="Báo cáo", time_words="trước ngày 15/6",
        report_to="ubnd-tp", report_through="vp",
    )  # fmt: skip
    assert data(draft(duty))["duties"] == [
        {
            "id": "V.6.4b", "clause": "V.6.4", "title": "Báo cáo", "text": "Gửi báo cáo quý.",
            "force": "requested", "lead": ["snv"], "implement": ["stp"], "cooperate": ["sxd"],
            "capacity": "chủ trì", "partners": ["syt", "stc"], "partner_words": "các sở",
            "product": {"name": "Báo cáo"}, "time_words": "trước ngày 15/6",
            "schedule": "before 2026-06-15 for h1",
            "report_to": {"to": "ubnd-tp", "through": "vp"},
        }
    ]  # fmt: skip


def test_doubts_stand_above_what_they_are_about() -> None:
    doubts = (
        Doubt("lead_from_heading", "Sở"), Doubt("time_no_year", "tháng 9"), Doubt("split"),
        Doubt("issue_date_missing"),
    )  # fmt: skip
    text = plan_text(draft(DUTY._replace(doubts=doubts)), BESIDE, WORDS)
    assert text.endswith(
        "duties:\n"
        "  # xem lại: split\n"
        "  - id: I.1\n"
        "    clause: I.1\n"
        "    title: Họp\n"
        "    text: Họp dân.\n"
        "    # xem lại: lead_from_heading Sở\n"
        "    lead: [snv]\n"
        "    # xem lại: time_no_year tháng 9\n"
        "    # xem lại: issue_date_missing\n"
        "    schedule: sometime\n"
    )


def test_a_doubt_about_a_name_is_told_once() -> None:
    doubts = (Doubt("group_open", "Các hội"), Doubt("split"))
    duties = (DUTY._replace(doubts=doubts), DUTY._replace(id="I.2", doubts=doubts))
    text = plan_text(draft(*duties), BESIDE, WORDS)
    assert text.count("group_open") == 1
    assert text.count("split") == 2


def test_doubts_about_the_document() -> None:
    doubts = (
        Doubt("issuer_guessed"), Doubt("date_missing"), Doubt("validity_guessed"),
        Doubt("coordinator_guessed"),
    )  # fmt: skip
    text = plan_text(
        draft(facts=FACTS._replace(doubts=(*doubts, Doubt("text_damaged", "kǶ")))), BESIDE, WORDS
    )
    for code, below in (
        ("issuer_guessed", "  issuer: "), ("date_missing", "  date: "),
        ("validity_guessed", "validity:"), ("coordinator_guessed", "coordinator: "),
        ("text_damaged kǶ", "format: "),
    ):  # fmt: skip
        assert f"# xem lại: {code}\n{below}" in text


def test_clauses_that_nobody_was_found_for_stand_in_their_place() -> None:
    nobody = (
        NobodyFound("III", Place(2, 2), "sau"), NobodyFound("II", Place(3), "hai"),
        NobodyFound("I", Place(1), "một"), NobodyFound("II", Place(4), "thêm"),
    )  # fmt: skip
    lines = plan_text(draft(DUTY, nobody=nobody), BESIDE, WORDS).splitlines()
    found = [line.strip() for line in lines if "xem lại" in line or "- id" in line]
    assert found == [
        "# xem lại: I một +0", "# xem lại: II hai +1", "- id: I.1", "# xem lại: III sau +0",
    ]  # fmt: skip
    alone = plan_text(draft(nobody=nobody[:1]), BESIDE, WORDS)
    assert "# xem lại: III sau +0\nduties: []\n" in alone


def test_context_is_kept_where_it_is_a_judgement() -> None:
    def clause(locator: str, reason: Reason, words: str = "Lời.") -> ContextClause:
        return ContextClause(locator, Place(1), words, reason)

    found = data(
        draft(
            context=(
                clause("I", "purpose", "MỤC ĐÍCH"), clause("I.1", "purpose"),
                clause("I.2", "requirement"), clause("II", "situation"), clause("II", "situation"),
                clause("III", "heading"), clause("IV", "purpose", " "),
            )
        )
    )  # fmt: skip
    assert found["purposes"] == [{"clause": "I.1", "text": "Lời."}]
    assert found["requirements"] == [{"clause": "I.2", "text": "Lời."}]
    assert found["context"] == [{"clause": "II", "reason": "vì là situation"}]


def test_the_rest_of_a_document() -> None:
    made = draft()._replace(
        references=(
            Reference("qd-1", "1/QĐ-BNV", "Quyết định", "Bộ Nội vụ", date(2025, 3, 4), "về A",
                      ("mở đầu", "I.1")),
            Reference("kh-2", "2/KH", "Kế hoạch", None, None, None, ("I.2",)),
        ),
        legal_basis=("qd-1",),
        recipients=(Recipient("Sở Nội vụ", "để báo cáo"), Recipient(" ", None)),
        funding="Ngân sách.",
    )  # fmt: skip
    found = data(made)
    assert found["legal_basis"] == ["qd-1"]
    assert found["references"] == [
        {"id": "qd-1", "number": "1/QĐ-BNV", "type": "Quyết định", "issuer": "Bộ Nội vụ",
         "date": date(2025, 3, 4), "subject": "về A", "cited_at": ["mở đầu", "I.1"]},
        {"id": "kh-2", "number": "2/KH", "type": "Kế hoạch", "cited_at": ["I.2"]},
    ]  # fmt: skip
    assert found["recipients"] == [{"name": "Sở Nội vụ", "purpose": "để báo cáo"}]
    assert found["funding"] == {"text": "Ngân sách."}


@pytest.mark.parametrize(
    ("number", "dated", "ident"),
    [
        ("310/KH-UBND", date(2025, 11, 24), "310-kh-ubnd-2025"),
        ("12/2025/QĐ-UBND", None, "12-2025-qd-ubnd-2026"),
        ("12/2026/QĐ-UBND", None, "12-2026-qd-ubnd"),
        (None, None, "ke-hoach-2026"),
    ],
)
def test_the_id_of_a_plan(number: str | None, dated: date | None, ident: str) -> None:
    assert plan_id(draft(facts=FACTS._replace(number=number, dated=dated))) == ident


def test_a_title_has_its_bound() -> None:
    long = first_duty(draft(DUTY._replace(title="tên dài, " * 30)))
    assert long["title"].startswith("tên dài, tên dài")
    assert long["title"].endswith("dài…")
    assert len(long["title"]) <= TITLE_LENGTH
    word = first_duty(draft(DUTY._replace(title="x" * 300)))
    assert word["title"] == "x" * (TITLE_LENGTH - 1) + "…"


def test_the_schema_beside_the_file() -> None:
    text = plan_text(draft(), BESIDE._replace(schema="plan.schema.json"), WORDS)
    assert text.startswith("# yaml-language-server: $schema=plan.schema.json\n# Bản nháp.\n")


@given(st.text(), st.text(), st.text(min_size=1))
def test_whatever_a_text_holds_it_reads_back_as_meant(text: str, words: str, name: str) -> None:
    duty = DUTY._replace(
        text=f"a{text}", time_words=words, partner_words=name, doubts=(Doubt("split", text),),
    )  # fmt: skip
    found = first_duty(draft(duty, nobody=(NobodyFound("I", Place(9), words),)))
    assert found["text"] == said(f"a{text}")
    assert found.get("time_words", "") == said(words)
    assert found.get("partner_words", "") == said(name)
