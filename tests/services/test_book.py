"""The book: a plan read together with what is recorded of it."""

from datetime import date

import pytest

from cchc_cli.domain.entries import OfficialDocument
from cchc_cli.domain.occurrences import Occurrence, occurrences
from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Reports
from cchc_cli.errors import UsageFault
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.book import Book
from cchc_cli.services.record import Request
from tests.services.recording import Desk, duty_of

JULY = date(2021, 7, 1)
ASK = Request(duty="V.6.4b", period="h1", text="theo công văn 5/UBND-NC")


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """An empty desk."""
    return Desk(plan_2021)


def occurrence(book: Book, duty: str, key: str) -> Occurrence:
    """The duty in that period."""
    return next(one for one in book.occurrences(duty_of(book.plan, duty)) if one.key == key)


def test_without_a_ledger_the_plan_speaks_alone(plan_2021: Plan) -> None:
    book = Book(plan_2021, None)
    assert list(book.entries(Query())) == []
    assert book.rules == {}
    for duty in plan_2021.duties:
        assert book.occurrences(duty) == occurrences(plan_2021, duty)
        for one in book.occurrences(duty):
            assert book.limit(one) == (one.deadline.limit if one.deadline else None)
    assert book.status(occurrence(book, "V.6.4b", "2021/h1"), "snv", JULY).kind == "overdue"


def test_entries_are_those_of_the_plan_that_stand(desk: Desk) -> None:
    first = desk.done("V.6.4b", "snv", "2021-06-10", "h1")
    other = first.content._replace(plan="hanoi-2020")
    desk.append(other)
    desk.record(Request(kind="correction", target=1, text="nhầm"))
    second = desk.done("V.6.4b", "snv", "2021-06-11", "h1")
    assert list(desk.book().entries(Query())) == [second]
    assert list(desk.book(2).entries(Query())) == [first]
    assert list(desk.book(0).entries(Query())) == []


def test_an_event_makes_an_occurrence_with_its_day(desk: Desk) -> None:
    duty = duty_of(desk.plan, "V.1.3b")
    assert [one.key for one in desk.book().occurrences(duty)] == ["event"]
    request = Request(kind="event", duty="V.1.3b", day=date(2021, 5, 4), text="Hội thi CCHC")
    first = desk.record(request)
    desk.record(request._replace(day=date(2021, 9, 1), text="Hội thi cấp quận"))
    found = desk.book().occurrences(duty)
    assert [(one.key, one.event) for one in found] == [
        ("event-1", "Hội thi CCHC"),
        ("event-2", "Hội thi cấp quận"),
    ]
    assert len(desk.book(1).occurrences(duty)) == 1
    desk.record(Request(kind="correction", target=first.id, text="nhầm"))
    assert [one.key for one in desk.book().occurrences(duty)] == ["event-2"]


def test_a_day_that_was_set_holds_for_all(desk: Desk) -> None:
    request = Request(
        kind="deadline", duty="V.1.1e", period="q3", until=date(2021, 9, 20),
        document=OfficialDocument("4200/BNV-CCHC"),
    )  # fmt: skip
    desk.record(request)
    one = occurrence(desk.book(), "V.1.1e", "2021/q3")
    assert one.deadline is not None
    assert one.deadline.limit == date(2021, 9, 20)
    assert occurrence(desk.book(), "V.1.1e", "2021/h1").deadline is None
    assert occurrence(desk.book(0), "V.1.1e", "2021/q3").deadline is None


def test_the_ministry_asks_for_a_report_and_sets_its_day(plan_2021: Plan) -> None:
    schedule = Reports(("h1", "q3", "year"), event="Bộ Nội vụ có văn bản")
    duties = [
        duty._replace(schedule=schedule) if duty.id == "V.1.1e" else duty
        for duty in plan_2021.duties
    ]
    desk = Desk(plan_2021._replace(duties=tuple(duties)))
    request = Request(
        kind="event", duty="V.1.1e", period="q3", day=date(2021, 9, 1), until=date(2021, 9, 20),
        document=OfficialDocument("4200/BNV-CCHC"),
    )  # fmt: skip
    desk.record(request)
    # The last word holds.
    desk.record(request._replace(until=date(2021, 9, 25), document=OfficialDocument("1/BNV-CCHC")))
    assert desk.book().limit(occurrence(desk.book(), "V.1.1e", "2021/q3")) == date(2021, 9, 25)
    assert desk.book().limit(occurrence(desk.book(), "V.1.1e", "2021/h1")) is None
    with pytest.raises(UsageFault) as caught:
        desk.content(request._replace(until=None))
    assert caught.value.code == "until_needed"


def test_an_extension_for_all_moves_the_limit_and_not_the_plan(desk: Desk) -> None:
    desk.record(ASK._replace(kind="extension", until=date(2021, 6, 25)))
    book = desk.book()
    one = occurrence(book, "V.6.4b", "2021/h1")
    assert one.deadline is not None
    assert one.deadline.limit == date(2021, 6, 15)
    assert book.limit(one) == date(2021, 6, 25)
    status = book.status(one, "snv", date(2021, 6, 20))
    assert (status.kind, status.days, status.original) == ("open", 5, one.deadline)


@pytest.mark.parametrize(
    ("own", "for_all", "holds"),
    [
        # What is given to all takes nothing from one that was given more.
        (date(2021, 6, 30), date(2021, 6, 25), date(2021, 6, 30)),
        (date(2021, 6, 20), date(2021, 6, 25), date(2021, 6, 25)),
    ],
)
@pytest.mark.parametrize("own_first", [True, False])
def test_of_an_extension_for_one_and_one_for_all_the_further_holds(
    desk: Desk, own: date, for_all: date, holds: date, *, own_first: bool
) -> None:
    one_agency = ASK._replace(kind="extension", agency="snv", until=own)
    both = (one_agency, ASK._replace(kind="extension", until=for_all))
    for request in both if own_first else reversed(both):
        desk.record(request)
    one = occurrence(desk.book(), "V.6.4b", "2021/h1")
    limits = {agency: desk.book().status(one, agency, JULY).deadline for agency in ("snv", "stttt")}
    assert {name: limit and limit.limit for name, limit in limits.items()} == {
        "snv": holds,
        "stttt": for_all,
    }


@pytest.mark.parametrize(
    ("duty", "key", "countable"),
    [
        ("V.6.4b", "2021/h1", True),
        ("V.1.2b", "2021-Q2", True),
        ("V.4.1a", "once", True),
        ("V.10.3b", "2021-W23", False),  # has a measure
        ("V.1.1a", "continuous", False),
    ],
)
def test_what_a_count_can_tell(desk: Desk, duty: str, key: str, *, countable: bool) -> None:
    desk.done("V.6.4b", "snv", "2021-06-10", "h1")
    one = occurrence(desk.book(), duty, key)
    assert desk.book().countable(one) is countable
    assert not desk.book().countable(one._replace(times=2))
    assert not desk.book(1).countable(one)


@pytest.mark.parametrize("whole", [False, True])
def test_a_status_is_the_same_read_in_short_or_whole(desk: Desk, *, whole: bool) -> None:
    desk.done("V.6.4b", "snv", "2021-06-20", "h1")
    desk.done("V.1.1a", "snv", "2021-06-02")
    desk.done("V.1.1a", "snv", "2021-06-12")
    desk.record(ASK._replace(kind="waiver", duty="V.6.4c", period="year", agency="snv"))
    book = desk.book()
    for today, kinds in (
        (date(2021, 6, 10), ("open", "ongoing", "not_yet")),
        (date(2021, 6, 20), ("late", "ongoing", "not_yet")),
    ):
        records = book.records("snv", today, whole=whole)
        found = tuple(
            records.status(occurrence(book, duty, key)).kind
            for duty, key in (("V.6.4b", "2021/h1"), ("V.1.1a", "continuous"))
        )
        assert found == kinds[:2]
    waived = book.records("snv", JULY, whole=whole).status(occurrence(book, "V.6.4c", "2021/year"))
    assert (waived.kind, waived.entries) == ("waived", (4,))
    entries = book.records("snv", JULY, whole=whole).status(occurrence(book, "V.6.4b", "2021/h1"))
    assert entries.entries == ((1,) if whole else ())
    assert book.records("snv", JULY, whole=whole) is book.records("snv", JULY, whole=whole)
