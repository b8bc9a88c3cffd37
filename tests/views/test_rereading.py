"""What has to be read again, in one line."""

from datetime import date

from cchc_cli.domain.plan import Review
from cchc_cli.domain.schedules import Every
from cchc_cli.services.book import Book
from cchc_cli.services.rereading import stale_duties
from cchc_cli.views.rereading import reading_text, stale_data, stale_note
from tests.domain.builders import make_duty, make_plan

DAY = date(2021, 5, 10)


def book(number: int) -> Book:
    """A plan of so many duties, all changed since they were read."""
    duties = [make_duty(Every("quarter"), ident=f"V.{at}") for at in range(1, number + 1)]
    reviews = tuple(Review(one.id, "Nguyễn An", DAY, None, "0" * 16) for one in duties)
    return Book(make_plan(duties=duties)._replace(reviews=reviews), None)


def test_nothing_to_be_read_again() -> None:
    plan = make_plan(duties=[make_duty()])
    assert stale_note(stale_duties(Book(plan, None), DAY)) == ""
    assert reading_text(plan, plan.duties[0]) is None


def test_the_period_that_is_running() -> None:
    stale = stale_duties(book(1), DAY)
    assert stale_data(stale) == [{"duty": "V.1", "periods": ["2021-Q2"]}]
    assert "V.1 (Nhiệm vụ; kỳ đang mở: quý II/2021: 30/6/2021)" in stale_note(stale)


def test_a_duty_without_days_and_one_that_is_over() -> None:
    one = book(1)
    undated = make_duty()._replace(id="V.1")
    assert stale_data(stale_duties(one, date(2022, 5, 1))) == [{"duty": "V.1", "periods": []}]
    without = Book(one.plan._replace(duties=(undated,)), None)
    assert "văn bản: V.1 (Nhiệm vụ)." in stale_note(stale_duties(without, DAY))


def test_many_are_cut() -> None:
    assert " và 2 nhiệm vụ khác." in stale_note(stale_duties(book(8), DAY))
