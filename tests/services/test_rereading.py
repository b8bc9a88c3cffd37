"""What has to be read again, and which of its periods are running."""

from datetime import date

import pytest

from cchc_cli.domain.plan import Review
from cchc_cli.domain.schedules import Dated, Reports, Schedule, Undated
from cchc_cli.services.book import Book
from cchc_cli.services.rereading import stale_duties
from tests.domain.builders import make_duty, make_plan

READ = Review("V.1", "Nguyễn An", date(2021, 4, 1), None, "0" * 16)


@pytest.mark.parametrize(
    ("schedule", "day", "running"),
    [
        (Dated("before", date(2021, 6, 15), "h1"), date(2021, 5, 1), ["2021/h1"]),
        # The 15th itself is borderline, not late.
        (Dated("before", date(2021, 6, 15), "h1"), date(2021, 6, 15), ["2021/h1"]),
        (Dated("before", date(2021, 6, 15), "h1"), date(2021, 6, 16), []),
        (Dated("by", date(2021, 9, 1)), date(2021, 5, 1), ["2021-09-01"]),
        (Reports(("h1", "year")), date(2021, 5, 1), ["2021/h1", "2021/year"]),
        (Undated("once"), date(2021, 5, 1), []),
    ],
)
def test_periods_that_have_begun_and_are_not_over(
    schedule: Schedule, day: date, running: list[str]
) -> None:
    plan = make_plan(duties=[make_duty(schedule)])._replace(reviews=(READ,))
    (found,) = stale_duties(Book(plan, None), day)
    assert [one.key for one in found.periods] == running
