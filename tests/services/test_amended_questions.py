"""Amend, then ask by date: the answers are those of a version written by hand."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.amending import in_force
from cchc_cli.domain.plan import Amendment, Document, Duty, Plan
from cchc_cli.domain.schedules import Dated, Every, Schedule, Undated
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import list_deadlines
from cchc_cli.services.duties import Choices, list_duties
from cchc_cli.services.status import Choice, Counts, by_agency, chosen_occurrences
from tests.services.real import plan_of_2021

PLAN = plan_of_2021()
IDS = [duty.id for duty in PLAN.duties]
SCHEDULES: st.SearchStrategy[Schedule] = st.sampled_from(
    [Undated("continuous"), Every("month"), Every("quarter"), Dated("by", date(2021, 12, 20))]
)
DAYS = st.dates(date(2021, 4, 1), date(2021, 12, 31))


def due(plan: Plan, day: date, after: date) -> set[tuple[str, date, str]]:
    """Duty, last good day and lead of what is due on or after a day."""
    found = list_deadlines(plan, day, every=True)
    rows = (*found.rows, *found.requested)
    return {
        (row.duty.id, row.deadline.effective, row.duty.lead[0] if row.duty.lead else "")
        for row in rows
        if row.deadline.effective >= after
    }


@settings(max_examples=40, deadline=None)
@given(
    changed=st.dictionaries(st.sampled_from(IDS), SCHEDULES, max_size=4),
    ended=st.sets(st.sampled_from(IDS), max_size=4),
    since=DAYS,
    day=DAYS,
)
def test_the_questions_of_a_day(
    changed: dict[str, Schedule], ended: set[str], since: date, day: date
) -> None:
    ended -= set(changed)
    # Joint events speak through each other; by themselves they are tested in the domain.
    plain = PLAN._replace(duties=tuple(duty._replace(links=()) for duty in PLAN.duties))
    fresh = {
        duty.id: duty._replace(schedule=changed[duty.id], lead=("stp",), implement=(), cooperate=())
        for duty in plain.duties
        if duty.id in changed
    }
    amendment = Amendment(
        "sd-1", "Sửa đổi", Document("Quyết định", "ubnd-tp"), since, tuple(fresh.values()),
        tuple(sorted(ended)),
    )  # fmt: skip
    version = in_force(plain._replace(amendments=(amendment,)), day)
    by_hand = plain
    if day >= since:
        kept = (one for one in plain.duties if one.id not in ended)
        by_hand = plain._replace(duties=tuple(fresh.get(one.id, one) for one in kept))
    assert ids(version) == ids(by_hand)
    assert due(version, day, since) == due(by_hand, day, since)
    if day < since:
        assert counts(version, day) == counts(by_hand, day)


def ids(plan: Plan) -> list[tuple[str, int]]:
    """What is listed, with how many bear it."""
    return [(row.duty.id, row.bearers) for row in list_duties(plan, Choices()).rows]


def counts(plan: Plan, day: date) -> dict[str, Counts]:
    """How agencies stand."""
    book = Book(plan, None)
    found = by_agency(book, chosen_occurrences(book, Choice()), day)
    return {one.ident: one.counts for one in found}


def test_what_was_over_is_asked_of_those_who_bore_it() -> None:
    since = date(2021, 7, 1)
    duty: Duty = next(one for one in PLAN.duties if one.id == "V.10.3b")
    fresh = duty._replace(implement=("stp",))
    amendment = Amendment("sd-1", "x", Document("Quyết định", "ubnd-tp"), since, (fresh,))
    version = in_force(PLAN._replace(amendments=(amendment,)), date(2021, 12, 31))
    book = Book(version, None)
    own = next(one for one in version.duties if one.id == "V.10.3b")
    found = by_agency(book, book.occurrences(own), date(2021, 12, 31))
    before = by_agency(Book(PLAN, None), Book(PLAN, None).occurrences(duty), date(2021, 12, 31))
    total = sum(sum(one.counts.values()) for one in before)
    told = {one.ident: sum(one.counts.values()) for one in found}
    assert set(told) == {"dai-ptth", "stp"}
    assert sum(told.values()) == total
