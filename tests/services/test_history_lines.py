"""What was recorded, and what became of it."""

from datetime import date

import pytest

from cchc_cli.domain.entries import Content
from cchc_cli.domain.periods import calendar_period, reporting_period, serial_of
from cchc_cli.domain.schedules import Every, Reports
from cchc_cli.errors import NotFound
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.history import (
    STRETCH,
    Line,
    Wanted,
    history,
    obligations_of,
    show_entry,
)
from tests.domain.builders import make_duty, make_plan
from tests.services.recorded import (
    IN_JULY,
    book_of_2021,
    book_with,
    done,
    half_a_year,
    ledger_of,
)

DAY = date(2021, 6, 10)
DUTIES = [make_duty(Reports(("h1", "year")), ident="V.1"), make_duty(Every("quarter"), ident="V.2")]
PLAN = make_plan(duties=DUTIES)
PLANS = {PLAN.id: PLAN}
H1 = reporting_period("h1", 2021)
CLOSE = Content("close", PLAN.id, period="2021/h1", day=DAY)


def numbers(lines: tuple[Line, ...]) -> list[int]:
    """The entries of the lines."""
    return [line.entry.id for line in lines]


def correction(target: int) -> Content:
    """The correction of an entry of V.1."""
    return Content("correction", PLAN.id, "V.1", "snv", "2021/h1", target=target, text="nhầm")


def test_everything_newest_last_with_what_was_cancelled() -> None:
    ledger = ledger_of([done("V.1", "snv", "2021/h1", DAY), correction(1)])
    lines = history(ledger, Query())
    assert numbers(lines) == [1, 2]
    assert [line.cancelled_by for line in lines] == [2, None]


def test_what_comes_after_the_closing_is_marked() -> None:
    ledger = ledger_of(
        [
            done("V.1", "snv", "2021/h1", DAY),
            CLOSE,
            done("V.1", "stp", "2021/h1", DAY),
            done("V.1", "stp", "2021/year", DAY),
            done("V.2", "snv", "2021-Q2", DAY),
            correction(1),
        ]
    )
    late = [line.late_for for line in history(ledger, Query(), PLANS)]
    assert late == [None, None, 2, None, 2, 2]
    assert numbers(history(ledger, Query(), PLANS, Wanted(after_close=True))) == [3, 5, 6]


def test_without_its_plan_an_entry_is_marked_by_the_period_that_it_names() -> None:
    counts = done("V.2", "snv", "2021-Q2", DAY, counts_for="2021/h1")
    ledger = ledger_of(
        [CLOSE, done("V.2", "stp", "2021-Q2", DAY), counts, CLOSE._replace(day=None)]
    )
    assert [line.late_for for line in history(ledger, Query())] == [None, None, 1, None]


def test_a_closing_of_a_period_that_nobody_knows_does_no_harm() -> None:
    odd = CLOSE._replace(period="2021/h9")
    ledger = ledger_of([odd, done("V.1", "snv", "2021/h1", DAY)])
    assert [line.late_for for line in history(ledger, Query(), PLANS)] == [None, None]


def test_a_closing_that_was_undone_closes_nothing() -> None:
    undo = Content("correction", PLAN.id, period="2021/h1", target=1, text="chốt nhầm")
    ledger = ledger_of([CLOSE, undo, done("V.1", "snv", "2021/h1", DAY)])
    assert history(ledger, Query(), PLANS)[2].late_for is None


def test_a_period_holds_what_bears_on_it_and_its_closing() -> None:
    ledger = ledger_of(
        [
            done("V.1", "snv", "2021/h1", DAY),
            done("V.2", "snv", "2021-Q2", DAY),
            done("V.2", "snv", "2021-Q4", DAY),
            CLOSE,
        ]
    )
    assert numbers(history(ledger, Query(), PLANS, Wanted(H1))) == [1, 2, 4]
    assert numbers(history(ledger, Query(), wanted=Wanted(H1))) == [1, 4]
    quarter = calendar_period("quarter", serial_of("quarter", DAY))
    assert numbers(history(ledger, Query(), PLANS, Wanted(quarter))) == [1, 2]


@pytest.mark.parametrize("limit", [1, 2, 3, 50, STRETCH + 5])
def test_the_newest_so_many(limit: int) -> None:
    ledger = half_a_year()
    whole = history(ledger, Query(duty="V.6.4b"))
    assert history(ledger, Query(duty="V.6.4b"), wanted=Wanted(limit=limit)) == whole[-limit:]


def test_the_newest_are_looked_for_beyond_the_first_stretch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cchc_cli.services.history.STRETCH", 4)
    found = history(half_a_year(), Query(kinds=("waiver",)), wanted=Wanted(limit=1))
    assert numbers(found) == [49]
    nothing = history(half_a_year(), Query(kinds=("notice",)), wanted=Wanted(limit=1))
    assert nothing == ()


def test_all_about_an_entry() -> None:
    ledger = half_a_year()
    detail = show_entry(ledger, 79)
    assert detail.line.entry.id == 79
    assert [one.id for one in detail.about] == [141]
    cancelled = show_entry(ledger, 83)
    assert cancelled.line.cancelled_by == 142
    plan = book_of_2021().plan
    assert show_entry(ledger, 144, {plan.id: plan}).line.late_for == 143


def test_an_entry_that_is_not_there() -> None:
    with pytest.raises(NotFound) as caught:
        show_entry(half_a_year(), 999)
    assert caught.value.values == {"id": 999}


def test_what_an_entry_counts_for() -> None:
    book = book_of_2021()
    joint = show_entry(half_a_year(), 140).line.entry
    found = obligations_of(book, joint, IN_JULY)
    assert [(one.occurrence.duty.id, one.agency) for one in found] == [
        ("V.1.2b", "snv"),
        ("V.4.3", "vp-ubnd"),
    ]
    assert {one.status.kind for one in found} == {"on_time"}


def test_an_entry_of_no_known_duty_counts_for_nothing() -> None:
    book = book_with(PLAN, done("V.9", "snv", "once", DAY), CLOSE)
    ledger = ledger_of([done("V.9", "snv", "once", DAY), CLOSE])
    for number in (1, 2):
        assert obligations_of(book, show_entry(ledger, number).line.entry, DAY) == ()
