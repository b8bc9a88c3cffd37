"""The span of a plan, and schedules that hold in it."""

from datetime import date

from cchc_cli.plan.draft.blocks import Place
from cchc_cli.plan.draft.document import Told
from cchc_cli.plan.draft.fit import Fitted, fitted
from cchc_cli.plan.draft.model import DraftDuty
from cchc_cli.plan.draft.time_schedules import Frame

DAY = date(2025, 2, 10)


def fit(*schedules: str, first: date | None = None, dated: date | None = DAY) -> Fitted:
    last = date(first.year, 12, 31) if first else None
    told = Told("Kế hoạch", "", None, dated, None, "", first, last, None)
    duties = tuple(
        DraftDuty(str(at), str(at), Place(1), "Việc", "Việc", one)
        for at, one in enumerate(schedules)
    )
    return fitted(duties, told, Frame(2025, dated))


def codes(found: Fitted) -> list[tuple[str, list[str]]]:
    return [(one.schedule, [doubt.code for doubt in one.doubts]) for one in found.duties]


def test_a_plan_without_years_is_of_its_own() -> None:
    found = fit("every quarter")
    assert (found.first, found.last, found.guessed) == (date(2025, 1, 1), date(2025, 12, 31), True)
    assert codes(found) == [("every quarter", [])]


def test_the_span_holds_every_deadline_and_the_day_of_issue() -> None:
    found = fit("by 2027-03-01", "within 2024-05-01..2028-01-31", first=date(2026, 1, 1))
    assert (found.first, found.last, found.guessed) == (date(2024, 1, 1), date(2028, 12, 31), False)


def test_a_day_far_off_or_a_schedule_that_does_not_read_is_some_time() -> None:
    found = fit("by 1020-01-01", "each full moon", dated=None)
    assert codes(found) == [("sometime", ["time_not_read"]), ("sometime", ["time_not_read"])]
    assert found.first == date(2025, 1, 1)


def test_a_rhythm_without_a_period_in_the_span_is_some_time() -> None:
    assert codes(fit("every 24 months")) == [("sometime", ["time_outside"])]
