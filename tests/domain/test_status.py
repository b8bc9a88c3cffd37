"""The status table, case by case, and what holds of every status."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.deadlines import Deadline, Policy, settle
from cchc_cli.domain.entries import Content, Entry, EntryKind, Figure, OfficialDocument
from cchc_cli.domain.occurrences import Occurrence
from cchc_cli.domain.periods import Period, calendar_period, reporting_period, serial_of
from cchc_cli.domain.plan import Measure
from cchc_cli.domain.schedules import Operator
from cchc_cli.domain.status import (
    EXEMPT,
    FULFILLED,
    LACKING,
    NOTHING,
    Status,
    StatusKind,
    assess,
    deciding_day,
    record_of,
    set_deadline,
)
from tests.domain.builders import CALENDAR, make_duty

PROPERTY = settings(max_examples=150, deadline=None)
H1 = reporting_period("h1", 2021)
Q2 = calendar_period("quarter", serial_of("quarter", date(2021, 4, 1)))
W23 = calendar_period("week", serial_of("week", date(2021, 6, 7)))
UNITS = {"thoi-luong": "phút", "tin-bai": "tin/bài"}
KINDS: tuple[StatusKind, ...] = get_args(StatusKind)


def day(text: str) -> date:
    """``14/6`` as a day of 2021."""
    number, month, *year = text.split("/")
    return date(int(year[0]) if year else 2021, int(month), int(number))


def deadline(operator: Operator = "before", named: str = "15/6", **policy: str) -> Deadline:
    """A deadline of 2021."""
    return settle(operator, day(named), Policy(**policy), CALENDAR)  # type: ignore[arg-type]


def occurrence(
    due: Deadline | None = None,
    *,
    key: str = "2021/h1",
    period: Period | None = None,
    times: int = 1,
    minimum: float | None = None,
) -> Occurrence:
    """A duty in one period."""
    measure = Measure(minimum, "phút") if minimum is not None else None
    return Occurrence(make_duty()._replace(measure=measure), key, period, due, times)


REPORT = occurrence(deadline(), period=H1)  # before 15/6
QUARTER = occurrence(deadline("end", "30/6"), key="2021-Q2", period=Q2)
TWICE = QUARTER._replace(times=2)
BROADCAST = occurrence(deadline("end", "13/6"), key="2021-W23", period=W23, minimum=15)
ALWAYS = occurrence(key="continuous")
ONCE = occurrence(key="once")
THIRD_QUARTER = occurrence(key="2021/q3", period=reporting_period("q3", 2021))
EVENT = occurrence(key="event")
HAPPENED = occurrence(deadline("by", "20/6"), key="event-3")


class Book:
    """Entries one after another, numbered from 1."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, kind: EntryKind, on: str | date, **more: object) -> "Book":
        """An entry about something that happened on a day, recorded on the first of January."""
        when = on if isinstance(on, date) else day(on)
        content = Content(kind, "p", "V.1", "snv", "2021/h1", day=when)
        moment = datetime(2021, 1, 1, tzinfo=UTC)
        number = len(self.entries) + 1
        content = content._replace(**more)  # type: ignore[arg-type]
        self.entries.append(Entry(number, content, moment, "thu", None, "", ""))
        return self

    def status(self, one: Occurrence, today: str | date, decided_by: str = "received") -> Status:
        """Where the obligation stands."""
        when = today if isinstance(today, date) else day(today)
        return assess(one, record_of(one, self.entries, UNITS, decided_by), when)


def book(*entries: tuple[str, str], **more: object) -> Book:
    """A book of entries told in short: kind and day, then ``>`` until or ``#`` target."""
    made = Book()
    for kind, told in entries:
        on, _, target = told.partition("#")
        on, _, until = on.partition(">")
        extra: dict[str, object] = dict(more)
        if until:
            extra["until"] = day(until)
        if target:
            extra["target"] = int(target)
        made.add(kind, on, **extra)  # type: ignore[arg-type]
    return made


# Nothing recorded.


@pytest.mark.parametrize(
    ("one", "today", "kind", "days"),
    [
        # "Trước ngày 15/6": the 14th is the last good day, the 15th the doubtful one.
        (REPORT, "14/12/2020", "not_yet", 182),
        (REPORT, "15/12/2020", "open", 181),
        (REPORT, "1/6", "open", 13),
        (REPORT, "13/6", "open", 1),
        (REPORT, "14/6", "open", 0),
        (REPORT, "15/6", "borderline", None),
        (REPORT, "16/6", "overdue", 1),
        (REPORT, "15/7", "overdue", 30),
        (REPORT, "16/6/2022", "overdue", 366),
        (REPORT._replace(deadline=deadline(before="inclusive")), "15/6", "open", 0),
        (REPORT._replace(deadline=deadline(before="inclusive")), "16/6", "overdue", 1),
        (REPORT._replace(deadline=deadline("by")), "15/6", "open", 0),
        (REPORT._replace(deadline=deadline("by")), "16/6", "overdue", 1),
        # 12/6 is a Saturday: by a shift the Monday after it is good, too.
        (REPORT._replace(deadline=deadline("by", "12/6")), "14/6", "overdue", 2),
        (
            REPORT._replace(deadline=deadline("by", "12/6", shift="next_working_day")),
            "14/6",
            "open",
            0,
        ),
        # A quarter of activity.
        (QUARTER, "31/3", "not_yet", 91),
        (QUARTER, "1/4", "open", 90),
        (QUARTER, "30/6", "open", 0),
        (QUARTER, "1/7", "overdue", 1),
        (TWICE, "30/6", "open", 0),
        (BROADCAST, "6/6", "not_yet", 7),
        (BROADCAST, "7/6", "open", 6),
        (BROADCAST, "14/6", "overdue", 1),
        # Without a date nothing is ever late.
        (ONCE, "1/1", "open", None),
        (ONCE, "31/12", "open", None),
        (THIRD_QUARTER, "14/9", "not_yet", None),
        (THIRD_QUARTER, "15/9", "open", None),
        (EVENT, "31/12", "waiting", None),
        (HAPPENED, "20/6", "open", 0),
        (HAPPENED, "21/6", "overdue", 1),
        (ALWAYS, "1/1", "idle", None),
        (ALWAYS, "31/12", "idle", None),
    ],
)
def test_with_nothing_recorded(
    one: Occurrence, today: str, kind: StatusKind, days: int | None
) -> None:
    status = assess(one, NOTHING, day(today))
    assert (status.kind, status.days) == (kind, days)
    assert (status.number, status.short, status.entries, status.done_on) == (0, 0, (), None)
    assert (status.needed, status.deadline, status.original) == (one.times, one.deadline, None)


# Something done.


@pytest.mark.parametrize(
    ("one", "entries", "today", "kind", "days", "done_on"),
    [
        (REPORT, [("done", "10/6")], "20/6", "on_time", None, "10/6"),
        (REPORT, [("done", "14/6")], "20/6", "on_time", None, "14/6"),
        # On the doubtful day it is not late.
        (REPORT, [("done", "15/6")], "20/6", "on_time", None, "15/6"),
        (REPORT, [("done", "16/6")], "20/6", "late", 1, "16/6"),
        (REPORT, [("done", "20/6")], "20/6", "late", 5, "20/6"),
        # Before that day it was not done yet.
        (REPORT, [("done", "20/6")], "19/6", "overdue", 4, None),
        (REPORT, [("done", "10/6")], "9/6", "open", 5, None),
        # The first time decides.
        (REPORT, [("done", "20/6"), ("done", "10/6")], "30/6", "on_time", None, "10/6"),
        (ONCE, [("done", "20/6")], "30/6", "done", None, "20/6"),
        (THIRD_QUARTER, [("done", "1/9")], "2/9", "done", None, "1/9"),
        (EVENT, [("done", "1/9")], "2/9", "done", None, "1/9"),
        (HAPPENED, [("done", "22/6")], "30/6", "late", 2, "22/6"),
        (ALWAYS, [("done", "1/6"), ("done", "20/5")], "11/6", "ongoing", 10, "1/6"),
        (ALWAYS, [("done", "1/6"), ("done", "20/6")], "11/6", "ongoing", 10, "1/6"),
        (ALWAYS, [("done", "11/6")], "11/6", "ongoing", 0, "11/6"),
        (ALWAYS, [("done", "12/6")], "11/6", "idle", None, None),
        # Twice in a quarter: the second time decides.
        (TWICE, [("done", "1/5")], "30/6", "open", 0, None),
        (TWICE, [("done", "1/5")], "1/7", "overdue", 1, None),
        (TWICE, [("done", "1/5"), ("done", "1/6")], "1/7", "on_time", None, "1/6"),
        (TWICE, [("done", "2/7"), ("done", "1/5")], "3/7", "late", 2, "2/7"),
        (TWICE, [("done", "1/5"), ("done", "1/6"), ("done", "2/7")], "3/7", "on_time", None, "1/6"),
    ],
)
def test_with_something_done(
    *,
    one: Occurrence,
    entries: Sequence[tuple[str, str]],
    today: str,
    kind: StatusKind,
    days: int | None,
    done_on: str | None,
) -> None:
    status = book(*entries).status(one, today)
    assert (status.kind, status.days) == (kind, days)
    assert status.done_on == (day(done_on) if done_on else None)
    happened = [at for at, (_, on) in enumerate(entries, 1) if day(on) <= day(today)]
    assert status.entries == tuple(happened)
    assert status.number == len(happened)


# A measure.


@pytest.mark.parametrize(
    ("figures", "kind", "number", "short"),
    [
        ((Figure("thoi-luong", 15),), "on_time", 1, 0),
        ((Figure("thoi-luong", 14.5),), "overdue", 0, 1),
        ((Figure("thoi-luong", 10), Figure("thoi-luong", 5)), "on_time", 1, 0),
        # Figures of another unit, or none, say nothing of the measure.
        ((Figure("tin-bai", 1),), "on_time", 1, 0),
        ((), "on_time", 1, 0),
        ((Figure("khong-co", 1),), "on_time", 1, 0),
        ((Figure("tin-bai", 99), Figure("thoi-luong", 3)), "overdue", 0, 1),
    ],
)
def test_a_measure_of_fifteen_minutes(
    figures: tuple[Figure, ...], kind: StatusKind, number: int, short: int
) -> None:
    status = book(("done", "10/6"), figures=figures).status(BROADCAST, "14/6")
    assert (status.kind, status.number, status.short) == (kind, number, short)
    assert status.entries == (1,)


def test_what_is_short_is_made_good_by_one_that_is_enough() -> None:
    made = Book()
    made.add("done", "8/6", figures=(Figure("thoi-luong", 5),))
    made.add("done", "20/6", figures=(Figure("thoi-luong", 15),))
    assert made.status(BROADCAST, "13/6").kind == "open"
    status = made.status(BROADCAST, "30/6")
    assert (status.kind, status.days, status.number, status.short) == ("late", 7, 1, 1)
    assert status.entries == (1, 2)


# Other days.


@pytest.mark.parametrize(
    ("entries", "today", "kind", "days"),
    [
        ([("extension", "10/6>25/6")], "24/6", "open", 1),
        ([("extension", "10/6>25/6")], "25/6", "open", 0),
        ([("extension", "10/6>25/6")], "26/6", "overdue", 1),
        ([("extension", "10/6>25/6"), ("done", "14/6")], "26/6", "on_time", None),
        ([("extension", "10/6>25/6"), ("done", "15/6")], "26/6", "on_time", None),
        ([("extension", "10/6>25/6"), ("done", "16/6")], "26/6", "extended", None),
        ([("extension", "10/6>25/6"), ("done", "25/6")], "26/6", "extended", None),
        ([("extension", "10/6>25/6"), ("done", "26/6")], "26/6", "late", 1),
        # The last extension holds.
        ([("extension", "10/6>25/6"), ("extension", "24/6>30/6")], "30/6", "open", 0),
        ([("extension", "10/6>25/6"), ("extension", "24/6>20/6")], "25/6", "overdue", 5),
    ],
)
def test_an_extension_moves_the_deadline_and_keeps_the_original(
    entries: Sequence[tuple[str, str]], today: str, kind: StatusKind, days: int | None
) -> None:
    status = book(*entries).status(REPORT, today)
    assert (status.kind, status.days) == (kind, days)
    assert status.original == REPORT.deadline
    assert status.deadline is not None
    assert status.deadline.operator == "by"
    assert status.deadline.limit == status.deadline.named == status.deadline.last_good


def test_an_extension_to_the_same_day_of_a_by_is_none() -> None:
    one = REPORT._replace(deadline=deadline("by"))
    status = book(("extension", "1/6>15/6")).status(one, "15/6")
    assert (status.kind, status.original) == ("open", None)


@pytest.mark.parametrize(
    ("entries", "today", "kind", "days"),
    [
        ([], "30/9", "open", None),
        ([("deadline", "1/9>20/9")], "20/9", "open", 0),
        ([("deadline", "1/9>20/9")], "21/9", "overdue", 1),
        ([("deadline", "1/9>20/9"), ("done", "20/9")], "30/9", "on_time", None),
        ([("deadline", "1/9>20/9"), ("done", "22/9")], "30/9", "late", 2),
        (
            [("deadline", "1/9>20/9"), ("extension", "19/9>25/9"), ("done", "22/9")],
            "30/9",
            "extended",
            None,
        ),
    ],
)
def test_a_day_that_was_set_where_the_plan_names_none(
    entries: Sequence[tuple[str, str]], today: str, kind: StatusKind, days: int | None
) -> None:
    status = book(*entries).status(THIRD_QUARTER, today)
    assert (status.kind, status.days) == (kind, days)


def test_setting_no_day_changes_nothing() -> None:
    assert set_deadline(None, None) is None
    assert set_deadline(deadline(), None) == deadline()


# Exempt.


@pytest.mark.parametrize("one", [REPORT, QUARTER, TWICE, ONCE, EVENT, ALWAYS, BROADCAST])
@pytest.mark.parametrize(("told", "kind"), [("waiver", "waived"), ("none", "none")])
def test_an_exemption_holds_from_its_day_on(one: Occurrence, told: str, kind: StatusKind) -> None:
    made = book((told, "10/6"))
    assert made.status(one, "9/6")._replace(entries=()) == assess(one, NOTHING, day("9/6"))
    for today in ("10/6", "31/12"):
        status = made.status(one, today)
        assert (status.kind, status.entries) == (kind, (1,))


def test_what_was_done_counts_before_an_exemption() -> None:
    made = book(("waiver", "1/6"), ("done", "20/6"))
    assert made.status(REPORT, "19/6").kind == "waived"
    assert made.status(REPORT, "20/6").kind == "late"
    assert made.status(ALWAYS, "20/6").kind == "ongoing"


def test_what_was_done_too_rarely_stands_beside_the_exemption() -> None:
    status = book(("done", "1/5"), ("waiver", "1/6")).status(TWICE, "1/7")
    assert (status.kind, status.number, status.entries) == ("waived", 1, (1, 2))


def test_the_last_exemption_holds() -> None:
    assert book(("none", "1/6"), ("waiver", "2/6")).status(REPORT, "3/6").kind == "waived"


# Sent back and accepted.


@pytest.mark.parametrize(
    ("entries", "today", "kind", "days", "behind"),
    [
        ([("done", "10/6"), ("return", "12/6#1")], "14/6", "returned", None, (2,)),
        ([("done", "10/6"), ("return", "12/6#1")], "15/6", "returned", None, (2,)),
        ([("done", "10/6"), ("return", "12/6#1")], "17/6", "returned", 2, (2,)),
        (
            [("done", "10/6"), ("return", "12/6#1"), ("accept", "13/6#1")],
            "20/6", "on_time", None, (1,),
        ),
        # Sent in again, that day decides.
        (
            [("done", "10/6"), ("return", "12/6#1"), ("done", "18/6")],
            "20/6", "late", 3, (3,),
        ),
        (
            [("done", "10/6"), ("return", "12/6#1"), ("done", "13/6"), ("return", "14/6#3")],
            "20/6", "returned", 5, (2, 4),
        ),
        # Accepting what was never sent back changes nothing.
        ([("done", "10/6"), ("accept", "12/6#1")], "20/6", "on_time", None, (1,)),
        # Sent back, but exempt.
        (
            [("done", "10/6"), ("return", "12/6#1"), ("waiver", "13/6")],
            "20/6", "waived", None, (3,),
        ),
    ],
)  # fmt: skip
def test_what_was_sent_back_is_waited_for_again(
    entries: Sequence[tuple[str, str]],
    today: str,
    kind: StatusKind,
    days: int | None,
    behind: tuple[int, ...],
) -> None:
    status = book(*entries).status(REPORT, today)
    assert (status.kind, status.days, status.entries) == (kind, days, behind)


def test_what_was_sent_back_without_a_date_is_not_late() -> None:
    status = book(("done", "1/6"), ("return", "2/6#1")).status(ONCE, "31/12")
    assert (status.kind, status.days) == ("returned", None)


# The day that decides.


@pytest.mark.parametrize(
    ("document", "told", "received", "signed"),
    [
        (OfficialDocument("1/BC", signed=day("14/6"), received=day("17/6")), "20/6",
         "17/6", "14/6"),
        (OfficialDocument("1/BC", signed=day("14/6")), "20/6", "14/6", "14/6"),
        (OfficialDocument("1/BC", received=day("17/6")), "20/6", "17/6", "17/6"),
        (OfficialDocument("1/BC"), "20/6", "20/6", "20/6"),
        (None, "20/6", "20/6", "20/6"),
        (None, None, "1/1", "1/1"),  # the day of recording
    ],
)  # fmt: skip
def test_the_day_in_the_evidence_decides(
    document: OfficialDocument | None, told: str | None, received: str, signed: str
) -> None:
    made = Book().add("done", "1/1", document=document)
    (entry,) = made.entries
    entry = entry._replace(content=entry.content._replace(day=day(told) if told else None))
    assert deciding_day(entry, "received") == day(received)
    assert deciding_day(entry, "signed") == day(signed)


def test_the_plan_chooses_which_day_decides() -> None:
    document = OfficialDocument("1/BC", signed=day("14/6"), received=day("17/6"))
    made = book(("done", "20/6"), document=document)
    assert made.status(REPORT, "30/6", "received").kind == "late"
    assert made.status(REPORT, "30/6", "signed").kind == "on_time"
    assert made.status(REPORT, "16/6", "received").kind == "overdue"


# What holds of every status.

OCCURRENCES = (
    REPORT, QUARTER, TWICE, BROADCAST, ALWAYS, ONCE, THIRD_QUARTER, EVENT, HAPPENED,
)  # fmt: skip
TOLD: tuple[EntryKind, ...] = (
    "done", "extension", "deadline", "waiver", "none", "return", "accept", "notice", "narrative",
)  # fmt: skip
days = st.dates(date(2021, 5, 1), date(2021, 7, 31))


@st.composite
def books(draw: st.DrawFn, kinds: tuple[EntryKind, ...] = TOLD) -> Book:
    """Entries of one obligation in any order."""
    made = Book()
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=7)):
        more: dict[str, object] = {}
        if kind in ("extension", "deadline"):
            more["until"] = draw(days)
        if kind in ("return", "accept"):
            assume(made.entries)
            more["target"] = draw(st.integers(1, len(made.entries)))
        if kind == "done":
            more["figures"] = draw(
                st.sampled_from(((), (Figure("thoi-luong", 5),), (Figure("thoi-luong", 20),)))
            )
        made.add(kind, draw(days), **more)
    return made


occasions = st.sampled_from(OCCURRENCES)


def test_the_sets_of_kinds_do_not_meet() -> None:
    assert len(FULFILLED) + len(EXEMPT) + len(LACKING) == len(FULFILLED | EXEMPT | LACKING)
    assert set(KINDS) > FULFILLED | EXEMPT | LACKING


@PROPERTY
@given(books(), occasions, days)
def test_every_status_is_consistent(made: Book, one: Occurrence, today: date) -> None:
    status = made.status(one, today)
    assert status.kind in KINDS
    assert set(status.entries) <= {entry.id for entry in made.entries}
    assert len(status.entries) == len(set(status.entries))
    assert (status.kind in FULFILLED) == (status.done_on is not None)
    if status.done_on is not None:
        assert status.done_on <= today
        assert status.number >= (1 if one is ALWAYS else one.times)
    if status.kind in ("overdue", "late"):
        assert status.days is not None
        assert status.days > 0
        assert status.deadline is not None
    if status.deadline is None:
        assert status.kind not in ("overdue", "late", "on_time", "extended", "borderline")
    if status.kind == "extended":
        assert status.original is not None
    if one is not ALWAYS:
        assert status.kind not in ("ongoing", "idle")


@PROPERTY
@given(books(), books(("notice", "narrative")), occasions, days)
def test_reminders_and_words_change_nothing(
    made: Book, words: Book, one: Occurrence, today: date
) -> None:
    before = made.status(one, today)
    made.entries += [entry._replace(id=entry.id + 100) for entry in words.entries]
    assert made.status(one, today) == before


@pytest.mark.parametrize(
    "kind",
    [
        "done", "waiver", "none", "notice",
        "return",
        "accept",
        "extension",
        "deadline",
    ],
)  # fmt: skip
def test_what_happened_later_has_not_happened_yet(kind: EntryKind) -> None:
    later = day("20/6")
    for one in OCCURRENCES:
        for entries in ([], [("done", "12/6")], [("done", "12/6"), ("return", "13/6#1")]):
            made = book(*entries)
            before = made.status(one, "19/6")
            made.add(kind, later, until=day("30/6"), target=1)
            assert made.status(one, "19/6") == before


@PROPERTY
@given(books(("done", "notice")), occasions, days, days)
def test_a_status_depends_only_on_what_happened_up_to_that_day(
    made: Book, one: Occurrence, today: date, other: date
) -> None:
    known = Book()
    known.entries = [entry for entry in made.entries if (entry.content.day or today) <= today]
    assert known.status(one, today) == made.status(one, today)
    # Nor on what becomes of it afterwards.
    made.add("done", max(other, today + timedelta(days=1)))
    assert known.status(one, today) == made.status(one, today)


RANK = {
    kind: rank
    for rank, kinds in enumerate(
        (
            LACKING | {"waiting", "idle", "not_yet", "open", "borderline"},
            {"late"},
            {"extended"},
            {"on_time", "done", "ongoing"},
        )
    )
    for kind in kinds
}


@PROPERTY
@given(books(("done", "extension", "deadline", "return", "accept")), occasions, days, days)
def test_doing_something_never_makes_it_worse(
    made: Book, one: Occurrence, today: date, done_on: date
) -> None:
    before = made.status(one, today)
    made.add("done", done_on)
    after = made.status(one, today)
    assert RANK[after.kind] >= RANK[before.kind]
    if before.kind == after.kind and before.kind in ("late", "overdue"):
        assert (after.days or 0) <= (before.days or 0)


@PROPERTY
@given(books(), occasions, days)
def test_lateness_grows_by_a_day_a_day(made: Book, one: Occurrence, today: date) -> None:
    tomorrow = today + timedelta(days=1)
    rulings = (entry for entry in made.entries if entry.content.kind in ("extension", "deadline"))
    assume(all(entry.content.day != tomorrow for entry in rulings))
    now, then = made.status(one, today), made.status(one, tomorrow)
    if now.kind == then.kind == "overdue":
        assert (now.days or 0) + 1 == then.days
    if now.kind == "overdue":
        assert then.kind != "open"


@PROPERTY
@given(books(("done",)), occasions, days, st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(
    made: Book, one: Occurrence, today: date, random: object
) -> None:
    before = made.status(one, today)
    random.shuffle(made.entries)  # type: ignore[attr-defined]
    assert made.status(one, today) == before


@PROPERTY
@given(books(("done", "return", "accept", "waiver")), days, st.randoms(use_true_random=False))
def test_only_entries_of_the_same_target_have_an_order(
    made: Book, today: date, random: object
) -> None:
    """Returns and acceptances of one result keep theirs, whatever else comes between."""
    before = made.status(REPORT, today)
    groups: dict[int, list[Entry]] = {}
    for entry in made.entries:
        waiver = -1 if entry.content.kind == "waiver" else entry.id
        groups.setdefault(entry.content.target or waiver, []).append(entry)
    queues = list(groups.values())
    mixed = []
    while queues:
        queue = random.choice(queues)  # type: ignore[attr-defined]
        mixed.append(queue.pop(0))
        queues = [one for one in queues if one]
    made.entries = mixed
    after = made.status(REPORT, today)
    assert after._replace(entries=()) == before._replace(entries=())
    assert sorted(after.entries) == sorted(before.entries)
