"""To whom letters go, about what, and how they are recorded."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from cchc_cli.domain.entries import Content, OfficialDocument
from cchc_cli.domain.plan import Duty, Link, Plan
from cchc_cli.domain.schedules import Dated, Every, OnEvent, Reports, Undated, Window
from cchc_cli.errors import UsageFault
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.services.book import Book
from cchc_cli.services.reminders import Letter, Reminders, Wishes, notices, remind
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, plan_of_2021
from tests.services.recorded import WHO, book_of_2021, book_with, done
from tests.services.recording import Desk, duty_of

MID_JUNE = Dated("by", date(2021, 6, 15))
TODAY = date(2021, 6, 20)
NOON = datetime(2021, 6, 1, 5, tzinfo=UTC)


def book_of(*duties: Duty, contents: Sequence[Content] = ()) -> Book:
    """A plan of these duties with these contents recorded."""
    return book_with(make_plan(duties=duties), *contents)


def told(found: Reminders) -> dict[str, list[tuple[str, str]]]:
    """What is pressed of whom."""
    return {
        letter.agency.id: [(one.occurrence.duty.id, one.occurrence.key) for one in letter.items]
        for letter in found.letters
    }


def test_what_is_late_and_what_comes_up() -> None:
    book = book_of(
        make_duty(MID_JUNE, ident="A", lead=("stp",)),
        make_duty(Dated("by", date(2021, 6, 30)), ident="B", lead=("stp", "tttp")),
        make_duty(Dated("by", date(2021, 7, 1)), ident="C", lead=("stp",)),
    )
    found = remind(book, TODAY)
    assert told(found) == {
        "stp": [("A", "2021-06-15"), ("B", "2021-06-30")],
        "tttp": [("B", "2021-06-30")],
    }
    stp, tttp = found.letters
    assert (stp.step, stp.number("overdue"), stp.number("open")) == ("press", 1, 1)
    assert (stp.items[0].days, stp.items[0].late, stp.items[1].days) == (5, True, 0)
    assert (tttp.step, tttp.name) == ("remind", "2021-06-20_tttp_remind")


def test_only_what_is_late() -> None:
    book = book_of(
        make_duty(MID_JUNE, ident="A", lead=("stp",)),
        make_duty(Dated("by", date(2021, 6, 22)), ident="B", lead=("stp", "tttp")),
    )
    assert told(remind(book, TODAY, Wishes(overdue=True))) == {"stp": [("A", "2021-06-15")]}


def test_a_window_of_ones_own_one_agency_one_duty() -> None:
    book = book_of(
        make_duty(MID_JUNE, ident="A", lead=("stp", "tttp")),
        make_duty(Dated("by", date(2021, 8, 1)), ident="B", lead=("stp", "tttp")),
    )
    wide = Wishes(last=date(2021, 8, 1))
    assert told(remind(book, TODAY, wide))["tttp"] == [("A", "2021-06-15"), ("B", "2021-08-01")]
    stp = wide._replace(agency=agency(book.plan, "stp"))
    assert list(told(remind(book, TODAY, stp))) == ["stp"]
    of_b = wide._replace(duty=duty_of(book.plan, "B"))
    assert told(remind(book, TODAY, of_b))["stp"] == [("B", "2021-08-01")]


def test_never_pressed() -> None:
    asked = make_duty(MID_JUNE, ident="A", implement=("mttq-tp",), lead=())
    book = book_of(
        asked._replace(force="requested"),
        make_duty(Undated("continuous"), ident="B", lead=("stp",)),
        make_duty(Undated("sometime"), ident="C", lead=("stp",)),
        make_duty(Reports(("h1",)), ident="D", lead=("stp",)),
        make_duty(OnEvent("có yêu cầu"), ident="E", lead=("stp",)),
    )
    assert remind(book, TODAY).letters == ()
    for duty in book.plan.duties[:2]:
        with pytest.raises(UsageFault) as caught:
            remind(book, TODAY, Wishes(duty=duty))
        assert caught.value.code == "never_pressed"


def test_who_names_a_duty_without_a_date_reminds_of_it() -> None:
    book = book_of(make_duty(Reports(("h1", "year")), ident="D", lead=("stp",)))
    wishes = Wishes(duty=book.plan.duties[0])
    (letter,) = remind(book, TODAY, wishes).letters
    assert (letter.step, letter.items[0].occurrence.key) == ("remind", "2021/h1")
    assert remind(book, TODAY, wishes._replace(overdue=True)).letters == ()
    assert remind(book, date(2021, 6, 14), wishes).letters == ()


def test_what_is_done_exempt_or_extended_is_left_out() -> None:
    duty = make_duty(MID_JUNE, ident="A", lead=("stp", "tttp", "svhtt", "skhcn"))
    when = date(2021, 6, 10)
    rule = Content("waiver", "ke-hoach", "A", "tttp", "2021-06-15", day=when, text="miễn")
    contents = [
        done("A", "stp", "2021-06-15", when),
        rule,
        rule._replace(kind="extension", agency="svhtt", until=date(2021, 7, 20)),
    ]
    found = remind(book_of(duty, contents=contents), TODAY)
    assert told(found) == {"skhcn": [("A", "2021-06-15")]}


def test_what_was_sent_back_is_asked_for() -> None:
    desk = Desk(plan_of_2021())
    entry = desk.done("V.6.3a", "stp", "2021-06-10", "h1")
    desk.append(
        Content(
            "return", desk.plan.id, "V.6.3a", "stp", "2021/h1", target=entry.id, text="thiếu",
            day=date(2021, 6, 12), fulfils=entry.content.fulfils,
        )
    )  # fmt: skip
    wishes = Wishes(overdue=True, agency=agency(desk.plan, "stp"))
    (letter,) = remind(desk.book(), date(2021, 6, 14), wishes).letters
    assert letter.number("returned") == 1
    assert letter.items[0].late


def test_nobody_is_reminded_ahead_of_what_recurs_every_few_days() -> None:
    weekly = make_duty(Every("week", first=date(2021, 6, 7)), ident="W", lead=("stp",))
    monthly = make_duty(Every("month", first=date(2021, 6, 1)), ident="M", lead=("stp",))
    assert told(remind(book_of(weekly), date(2021, 6, 10))) == {}
    assert told(remind(book_of(monthly), TODAY)) == {"stp": [("M", "2021-M06")]}
    assert told(remind(book_of(weekly), date(2021, 6, 14))) == {"stp": [("W", "2021-W23")]}


def test_many_late_periods_stand_as_one() -> None:
    weekly = make_duty(Every("week", first=date(2021, 5, 3)), ident="W", lead=("stp",))
    window = make_duty(Window(date(2021, 6, 1), date(2021, 6, 25)), ident="X", lead=("stp",))
    (letter,) = remind(book_of(weekly, window), TODAY).letters
    whole, other = letter.items
    assert (whole.occurrence.key, whole.last.key, whole.number) == ("2021-W18", "2021-W23", 6)
    assert (letter.number("overdue"), len(whole.keys), other.number) == (6, 6, 1)
    assert len(notices(book_of(weekly).plan, letter, "nhắc")) == 7


def test_a_joint_event_stands_once() -> None:
    one = make_duty(MID_JUNE, ident="A", cooperate=("stp", "tttp"), lead=())
    other = make_duty(MID_JUNE, ident="B", cooperate=("stp", "svhtt"), lead=())
    linked = one._replace(links=(Link("B", "same_event"),))
    book = book_of(linked, other)
    found = remind(book, TODAY)
    assert {letter.agency.id: len(letter.items) for letter in found.letters} == {
        "stp": 1, "svhtt": 1, "tttp": 1,
    }  # fmt: skip
    stp = next(letter for letter in found.letters if letter.agency.id == "stp")
    assert (stp.items[0].also, stp.number("overdue")) == (("B",), 1)
    assert [one.duty for one in notices(book.plan, stp, "nhắc")] == ["A", "B"]


def test_the_coordinator_bodies_above_it_and_agencies_that_are_gone() -> None:
    duty = make_duty(MID_JUNE, ident="A", lead=("snv", "ubnd-tp", "sngv", "stp"))
    book = book_of(duty)
    found = remind(book, date(2025, 3, 1))
    assert [letter.agency.id for letter in found.letters] == ["stp"]
    assert {one.agency.id: one.reason for one in found.unwritten} == {
        "snv": "self", "ubnd-tp": "above", "sngv": "gone",
    }  # fmt: skip


def test_every_superior_of_the_coordinator_is_above_it() -> None:
    duty = make_duty(MID_JUNE, ident="A", lead=("tttp", "stp"))
    plan = make_plan(duties=[duty])
    above = {"snv": "stp", "stp": "tttp", "tttp": "snv"}
    agencies = tuple(one._replace(superior=above.get(one.id)) for one in plan.registry.agencies)
    plan = plan._replace(registry=plan.registry._replace(agencies=agencies))
    found = remind(book_with(plan), TODAY)
    assert [one.reason for one in found.unwritten] == ["above", "above"]


class Office:
    """An office that runs the program on some days and records what it sends."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ledger = MemoryLedger()
        self.now = NOON

    def letters(self, day: date) -> Reminders:
        """The letters of a day."""
        return remind(Book(self.plan, self.ledger), day)

    def send(self, day: date) -> list[tuple[str, str, bool]]:
        """Send and record the letters of a day: to whom, the step, whether it was new."""
        sent: list[tuple[str, str, bool]] = []
        for letter in self.letters(day).letters:
            self.now += timedelta(minutes=1)
            contents = notices(self.plan, letter, "công văn")
            appended = self.ledger.append(contents, WHO, self.now)
            sent.append((letter.agency.id, letter.step, not all(one.found for one in appended)))
        return sent


def office() -> Office:
    """An office with one duty of one agency."""
    return Office(make_plan(duties=[make_duty(MID_JUNE, ident="A", lead=("stp",))]))


def test_a_year_of_daily_runs() -> None:
    here, days = office(), {}
    for number in range(40):
        day = date(2021, 6, 1) + timedelta(days=number)
        if sent := here.send(day):
            days[day.isoformat()] = sent[0][1]
    assert days == {
        "2021-06-05": "remind",
        "2021-06-12": "remind",
        "2021-06-16": "press",
        "2021-06-23": "press",
        "2021-06-30": "escalate",
        "2021-07-07": "escalate",
    }


def test_running_twice_on_a_day_records_once() -> None:
    here = office()
    assert here.send(TODAY) == [("stp", "press", True)]
    (again,) = here.letters(TODAY).letters
    assert again.recorded
    assert here.send(TODAY) == [("stp", "press", False)]
    assert here.ledger.head().number == 1
    tomorrow = here.letters(TODAY + timedelta(days=1))
    assert (tomorrow.letters, tomorrow.waiting) == ((), 1)


def test_a_day_that_was_missed_is_caught_up() -> None:
    here = office()
    here.send(TODAY)
    assert here.send(TODAY + timedelta(days=40)) == [("stp", "press", True)]
    assert here.send(TODAY + timedelta(days=47)) == [("stp", "escalate", True)]


def test_a_letter_of_which_not_all_is_recorded_is_not_recorded() -> None:
    here = office()
    duty = make_duty(MID_JUNE, ident="B", lead=("stp",))
    here.send(TODAY)
    here.plan = here.plan._replace(duties=(*here.plan.duties, duty))
    (letter,) = here.letters(TODAY).letters
    assert not letter.recorded
    assert here.send(TODAY) == [("stp", "press", True)]
    assert here.ledger.head().number == 2


def test_a_notice_made_by_hand_counts_as_a_letter() -> None:
    duty = make_duty(MID_JUNE, ident="A", lead=("stp", "tttp"))
    by_hand = Content(
        "notice", "ke-hoach", "A", "stp", "2021-06-15", day=date(2021, 6, 18), text="điện thoại",
        document=OfficialDocument("12/SNV-CCHC"),
    )  # fmt: skip
    to_all = by_hand._replace(agency=None, day=date(2021, 6, 10))
    found = remind(book_of(duty, contents=[by_hand, to_all]), TODAY)
    assert (told(found), found.waiting) == ({"tttp": [("A", "2021-06-15")]}, 1)
    (letter,) = found.letters
    assert (letter.step, [one.day.day for one in letter.items[0].sent]) == ("press", [10])


def test_the_notices_of_a_letter_are_the_same_on_every_run() -> None:
    book = book_of(make_duty(MID_JUNE, ident="A", lead=("stp",)))
    (letter,) = remind(book, TODAY).letters
    (notice,) = notices(book.plan, letter, "công văn đôn đốc")
    assert notice == Content(
        "notice", "ke-hoach", "A", "stp", "2021-06-15", day=TODAY, text="công văn đôn đốc",
        fulfils=(("A", "stp"),), key="remind/2021-06-20/stp/press/ke-hoach/A/2021-06-15",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "letters"),
    [
        (
            date(2021, 6, 10),
            {"vp-ubnd": "remind", "stttt": "remind", "svhtt": "remind", "dai-ptth": "press"},
        ),
        (date(2021, 7, 1), {"vp-ubnd": "press", "h-soc-son": "remind", "dai-ptth": "press"}),
    ],
)
def test_the_plan_of_2021(day: date, letters: dict[str, str]) -> None:
    found = remind(book_of_2021(), day)
    assert {letter.agency.id: letter.step for letter in found.letters} == letters


def test_nothing_of_the_plan_of_2021_is_pressed_of_those_who_are_only_asked() -> None:
    plan = plan_of_2021()
    found = remind(book_with(plan), date(2021, 12, 31))
    duties = {one.occurrence.duty for letter in found.letters for one in letter.items}
    assert {duty.force for duty in duties} == {"assigned"}
    assert "continuous" not in {duty.schedule.rhythm for duty in duties}
    assert "snv" not in {letter.agency.id for letter in found.letters}
    vp = next(letter for letter in found.letters if letter.agency.id == "vp-ubnd")
    press = [one for one in vp.items if one.occurrence.duty.id == "V.4.3"]
    assert {one.also for one in press} == {("V.1.2b",)}


def test_a_letter_names_its_file_safely() -> None:
    for letter in remind(book_with(plan_of_2021()), date(2021, 12, 31)).letters:
        assert isinstance(letter, Letter)
        assert letter.name.isascii()
        assert not set(letter.name) & set('/\\:*?"<>| ')
