"""Statuses in words: one table, and it agrees with what the domain calls done."""

from datetime import date
from typing import get_args

import pytest

from cchc_cli.domain.deadlines import Deadline
from cchc_cli.domain.plan import Measure
from cchc_cli.domain.status import EXEMPT, FULFILLED, Status, StatusKind
from cchc_cli.views.wording.statuses import (
    COLUMNS,
    SECTIONS,
    STATUSES,
    WORST,
    StatusColumn,
    lacking_measure,
    status_text,
)

KINDS = set(get_args(StatusKind))
DAY = date(2021, 6, 15)
OLD = Deadline("by", DAY, DAY, DAY, "strict", "none")


def test_every_status_has_words_a_column_and_a_place() -> None:
    assert set(STATUSES) == KINDS
    assert {told.column for told in STATUSES.values()} <= set(COLUMNS)
    assert set(COLUMNS) == set(get_args(StatusColumn))
    assert sorted(kind for inside in SECTIONS.values() for kind in inside) == sorted(KINDS)


def test_words_tell_statuses_apart() -> None:
    assert len({told.words for told in STATUSES.values()}) == len(STATUSES)


def test_the_columns_are_those_of_the_domain() -> None:
    done = {kind for kind, told in STATUSES.items() if told.column in ("done", "in_time", "late")}
    assert done == FULFILLED
    unowed = {kind for kind, told in STATUSES.items() if told.column == "unowed"}
    assert unowed == EXEMPT | {"waiting"}
    assert [kind for kind, told in STATUSES.items() if told.column == "overdue"] == ["overdue"]


def test_a_sign_stands_where_something_is_owed() -> None:
    assert set(WORST) == {kind for kind, told in STATUSES.items() if told.sign != " "}
    assert len(WORST) == len(set(WORST))
    assert {STATUSES[kind].sign for kind in FULFILLED} == {"■", "▲"}
    assert WORST[0] == "overdue"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (Status("not_yet"), "chưa đến kỳ"),
        (Status("not_yet", 40), "chưa đến kỳ"),
        (Status("waiting"), "chờ sự kiện"),
        (Status("open"), "chưa thực hiện"),
        (Status("open", 4), "chưa thực hiện (còn 4 ngày)"),
        (Status("open", 0), "chưa thực hiện (hạn hôm nay)"),
        (Status("borderline"), "sát hạn"),
        (Status("overdue", 16), "quá hạn 16 ngày"),
        (Status("overdue", 1989), "quá hạn 1.989 ngày"),
        (Status("returned"), "trả lại"),
        (Status("returned", 3), "trả lại, quá hạn 3 ngày"),
        (Status("on_time"), "đã thực hiện đúng hạn"),
        (Status("extended", original=OLD), "đúng hạn theo gia hạn"),
        (Status("late", 2), "đã thực hiện, trễ 2 ngày"),
        (Status("done"), "đã thực hiện"),
        (Status("ongoing", 24), "thường xuyên (gần nhất 24 ngày trước)"),
        (Status("ongoing", 0), "thường xuyên (gần nhất hôm nay)"),
        (Status("idle"), "thường xuyên, chưa ghi nhận"),
        (Status("waived"), "miễn"),
        (Status("none"), "không phát sinh"),
        (Status("open", 4, original=OLD), "chưa thực hiện (còn 4 ngày), đã gia hạn"),
        (Status("overdue", 1, original=OLD), "quá hạn 1 ngày, đã gia hạn"),
        (Status("open", 4, number=1, needed=3), "chưa thực hiện (còn 4 ngày), mới 1/3 lần"),
        (Status("open", number=0, needed=3), "chưa thực hiện"),
        (Status("on_time", number=3, needed=3), "đã thực hiện đúng hạn"),
        (Status("overdue", 2, short=1), "quá hạn 2 ngày, chưa đạt mức tối thiểu ở 1 lần"),
    ],
)
def test_a_status_in_words(status: Status, text: str) -> None:
    assert status_text(status) == text


def test_what_is_short_of_a_time_is_short_of_time() -> None:
    minutes = Measure(15, "phút", "lần phát")
    assert status_text(Status("overdue", 2, short=2), minutes).endswith("thiếu thời lượng ở 2 lần")
    assert lacking_measure(Measure(100, "%")) == lacking_measure(None) == "chưa đạt mức tối thiểu"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_was_only_requested_is_never_late(kind: StatusKind) -> None:
    for days in (None, 0, 5):
        if days is None and kind in ("overdue", "late"):
            continue
        text = status_text(Status(kind, days), requested=True)
        assert "quá hạn" not in text
        assert "trễ" not in text
