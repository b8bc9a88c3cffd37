"""What the city's report tells of its units."""

from cchc_cli.domain.status import FULFILLED
from cchc_cli.services.city import BEHIND, City
from cchc_cli.services.report import compose
from cchc_cli.services.status import roll_call
from tests.services.real import agency, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021


def city() -> City:
    """The city in the first half of 2021, by the example's entries."""
    found = compose(book_of_2021(), "h1", IN_JULY, None, None).city
    assert found is not None
    return found


def test_the_roll_of_each_report_is_called() -> None:
    rolls = {one.occurrence.duty.id: one for one in city().rolls}
    assert "V.6.3a" in rolls
    # A standing duty to press others is no report, whoever it is told to.
    assert "V.6.4a" not in rolls
    roll = rolls["V.6.4b"]
    assert (roll.owed, len(roll.done), len(roll.missing)) == (5, 4, 1)
    assert set(roll.done).isdisjoint(roll.missing)
    assert all(one.occurrence.duty.report_to for one in rolls.values())


def test_units_are_ranked_by_what_they_have_done() -> None:
    shares = [
        sum(one.counts.counts.get(kind, 0) for kind in FULFILLED) / sum(one.counts.counts.values())
        for one in city().ranked
    ]
    assert len(shares) > 50
    assert shares[0] == max(shares)
    assert [one.place for one in city().ranked] == sorted(one.place for one in city().ranked)


def test_all_that_is_behind_and_nothing_else_is_listed() -> None:
    found = {(one.occurrence.duty.id, one.occurrence.key, one.agency) for one in city().behind}
    report = compose(book_of_2021(), "h1", IN_JULY, None, None)
    assert report.closed is not None
    book = book_of_2021(report.closed.entry.id)
    wanted = {
        (one.duty.id, one.key, standing.agency)
        for task in report.tasks
        if task.duty.force == "assigned"
        for one in task.occurrences
        for standing in roll_call(book, one, report.today)
        if standing.status.kind in BEHIND
    }
    assert found == wanted
    assert found


def test_an_agencys_report_and_one_without_a_ledger_tell_nothing_of_units() -> None:
    book, plan = book_of_2021(), plan_of_2021()
    assert compose(book, "h1", IN_JULY, agency(plan, "snv"), None).city is None
    assert compose(plan, "h1", IN_JULY, None, None).city is None
