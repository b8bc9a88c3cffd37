"""Writing reviews and settled context into a plan's file."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.plan import ContextNote, Plan, Review
from cchc_cli.errors import BadPlan
from cchc_cli.plan.load import check_file
from cchc_cli.plan.review import Session, Settled, with_context, with_session
from tests.plan.amendments import DUTIES
from tests.plan.cases import PLAN, write_plan

DAY = date(2021, 4, 1)
OWN, WORDS = "0123456789abcdef", "1234567890123456"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan's file."""
    return write_plan(tmp_path, f"{PLAN}# Ghi chú giữ nguyên\n{DUTIES}")


def written(path: Path, text: str) -> Plan:
    """The plan after its file was written."""
    path.write_text(text, encoding="utf-8")
    plan = check_file(path).plan
    assert plan is not None
    return plan


def test_sittings_stand_one_after_the_other(path: Path) -> None:
    first = Session("Nguyễn An", DAY, "kh.docx", {"I.1": f"{OWN} {WORDS}", "I.2": OWN})
    before = path.read_text("utf-8")
    text = with_session(path, first)
    assert text.startswith(before)
    plan = written(path, text)
    assert plan.reviews == (
        Review("I.1", "Nguyễn An", DAY, WORDS, OWN), Review("I.2", "Nguyễn An", DAY, None, OWN),
    )  # fmt: skip
    plan = written(path, with_session(path, Session("Trần Bình", DAY, None, {"I.1": WORDS})))
    assert [(one.reviewer, one.encoded) for one in plan.reviews[2:]] == [("Trần Bình", WORDS)]


def test_context_is_settled_once_a_clause(path: Path) -> None:
    written(path, with_context(path, Settled("I.1", "mục đích", None)))
    plan = written(path, with_context(path, Settled("I.2", "yêu cầu", WORDS)))
    assert plan.context == (ContextNote("I.1", "mục đích"), ContextNote("I.2", "yêu cầu", WORDS))
    plan = written(path, with_context(path, Settled("I.1", "quan điểm", OWN)))
    assert plan.context[0] == ContextNote("I.1", "quan điểm", OWN)
    assert len(plan.context) == 2


def test_a_file_that_is_not_sound_is_not_written_into(path: Path) -> None:
    path.write_text("a: [", encoding="utf-8")
    with pytest.raises(BadPlan):
        with_session(path, Session("An", DAY, None, {"I.1": OWN}))
