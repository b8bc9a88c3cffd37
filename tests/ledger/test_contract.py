"""What every store of entries does, whatever it is made of."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import pytest

from cchc_cli.domain.chain import GENESIS, body_of, digest, entry_of
from cchc_cli.domain.entries import Content, Figure, OfficialDocument
from cchc_cli.domain.links import Link, links_in
from cchc_cli.errors import CchcError, LedgerFault, NotFound, Repeated
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Author, Due, Head, Ledger, Query, State, Tally
from tests.ledger.contents import NOON, PLAN, WHO, cancel, done, later

JUNE_1, JUNE_10, JUNE_15, JUNE_20 = (date(2021, 6, day) for day in (1, 10, 15, 20))
OTHER_PLAN = "ke-hoach-2020"


def record(ledger: Ledger, *contents: Content, minutes: float = 0, who: Author = WHO) -> list[int]:
    """Append contents and tell their numbers."""
    return [one.entry.id for one in ledger.append(contents, who, later(minutes))]


def numbers(ledger: Ledger, query: Query) -> list[int]:
    """The entries that a query finds."""
    return [entry.id for entry in ledger.find(query)]


def states(ledger: Ledger, agency: str | None = None, duty: str | None = None) -> list[State]:
    """All states in order."""
    return sorted(ledger.states(PLAN, agency, duty))


def refusal(ledger: Ledger, *contents: Content) -> CchcError:
    """The error that an append ends with; it leaves the ledger as it was."""
    before = (ledger.head(), list(ledger.chain()), states(ledger))
    with pytest.raises(CchcError) as caught:
        record(ledger, *contents)
    assert (ledger.head(), list(ledger.chain()), states(ledger)) == before
    return caught.value


def test_an_empty_ledger_answers_everything(ledger: Ledger) -> None:
    assert ledger.head() == Head(0, GENESIS, None)
    assert ledger.entry(1) is None
    assert ledger.entry(0) is None
    assert ledger.cancelled_by(1) is None
    assert list(ledger.find(Query())) == []
    assert ledger.number_at(NOON) == 0
    assert states(ledger) == []
    assert list(ledger.specials(PLAN)) == []
    assert ledger.tally(PLAN, [Due("V.1", "2021/h1", None, 0)], JUNE_20, "received") == ()
    assert ledger.figures(JUNE_1, JUNE_20) == {}
    assert list(ledger.chain()) == []
    assert ledger.derived_faults() == ()
    ledger.rebuild()
    assert ledger.append([], WHO, NOON) == ()


def test_an_entry_is_sealed_and_found_again(ledger: Ledger) -> None:
    moment = NOON + timedelta(microseconds=9)
    content = done(text="báo cáo 6 tháng")
    (appended,) = ledger.append([content], WHO, moment)
    entry = appended.entry
    assert not appended.found
    assert (entry.id, entry.content, entry.recorded) == (1, content, NOON)
    assert (entry.actor, entry.name) == WHO
    assert (entry.previous, entry.hash) == (GENESIS, digest(GENESIS, body_of(entry)))
    assert ledger.entry(1) == entry
    assert list(ledger.find(Query())) == [entry]
    assert ledger.head() == Head(1, entry.hash, NOON)


def test_the_chain_ties_each_entry_to_the_one_before(ledger: Ledger) -> None:
    record(ledger, done("1/BC-SNV"), done("2/BC-SNV"))
    record(ledger, done("3/BC-SNV"), minutes=5)
    previous = GENESIS
    for at, (number, body, own) in enumerate(ledger.chain(), 1):
        assert number == at
        assert own == digest(previous, body)
        assert entry_of(body, previous, own) == ledger.entry(number)
        previous = own
    assert ledger.head() == Head(3, previous, later(5))


def test_a_moment_of_any_time_zone_is_kept_in_utc(ledger: Ledger) -> None:
    ledger.append([done()], WHO, NOON.astimezone())
    entry = ledger.entry(1)
    assert entry is not None
    assert entry.recorded == NOON
    assert entry.recorded.tzinfo is UTC


def test_numbers_beyond_every_ledger_are_not_there(ledger: Ledger) -> None:
    record(ledger, done())
    for number in (-1, 0, 2, 1 << 63, 1 << 80):
        assert ledger.entry(number) is None
        assert ledger.cancelled_by(number) is None


# Finding.


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger with one entry of each sort."""
    record(ledger, done("12/BC-SNV"))  # 1
    record(ledger, done("7/BC-STP", agency="stp"), minutes=1, who=Author("an"))  # 2
    joint = done(
        "30/GM-SNV",
        duty="V.1.2b",
        period="2021-Q2",
        participants=("vp-ubnd", "stp"),
        fulfils=(("V.1.2b", "snv"), ("V.4.3", "vp-ubnd")),
    )
    record(ledger, joint, minutes=2)  # 3
    record(ledger, done("12/BC-SNV", plan=OTHER_PLAN), minutes=3)  # 4
    record(
        ledger,
        Content("extension", PLAN, "V.1", None, "2021/h1", until=JUNE_20, text="vì dịch"),
        minutes=4,
    )  # 5
    record(
        ledger,
        Content("narrative", PLAN, agency="snv", period="2021/h1", part="result", text="Đã làm."),
        minutes=5,
    )  # 6
    record(ledger, cancel(2), minutes=24 * 60)  # 7
    record(ledger, Content("close", PLAN, period="2021/h1", day=JUNE_15), minutes=48 * 60)  # 8
    return ledger  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [1, 2, 3, 4, 5, 6, 7, 8]),
        (Query(plan=PLAN), [1, 2, 3, 5, 6, 7, 8]),
        (Query(plan="khong-co"), []),
        (Query(duty="V.1"), [1, 2, 4, 5]),
        (Query(plan=PLAN, duty="V.1"), [1, 2, 5]),
        # A joint event is found by every duty and agency that it counts for, …
        (Query(duty="V.1.2b"), [3]),
        (Query(duty="V.4.3"), [3]),
        (Query(agency="vp-ubnd"), [3]),
        (Query(duty="V.4.3", agency="vp-ubnd"), [3]),
        (Query(duty="V.4.3", agency="snv"), []),
        # … and by those who merely took part.
        (Query(agency="stp"), [2, 3]),
        (Query(duty="V.1.2b", agency="stp"), []),
        (Query(agency="snv"), [1, 3, 4, 6]),
        (Query(agency="stttt"), []),
        (Query(agency=""), [5]),  # what holds for all
        (Query(period="2021-Q2"), [3]),
        (Query(period="2021/h1", agency="snv"), [1, 4, 6]),
        (Query(kinds=("close", "correction")), [7, 8]),
        (Query(kinds=("done",)), [1, 2, 3, 4]),
        (Query(plan=PLAN, kinds=("extension", "done"), duty="V.1"), [1, 2, 5]),
        (Query(document="12/BC-SNV"), [1, 4]),
        (Query(document="bc-"), [1, 2, 4]),
        (Query(document="12/bc", plan=OTHER_PLAN), [4]),
        (Query(document=""), [1, 2, 3, 4]),
        (Query(document="99/"), []),
        (Query(actor="an"), [2]),
        (Query(actor="thu"), [1, 3, 4, 5, 6, 7, 8]),
        (Query(actor="Trần Thị Thư"), [1, 3, 4, 5, 6, 7, 8]),
        (Query(actor="t"), []),
        (Query(first=date(2021, 6, 11)), [7, 8]),
        (Query(first=date(2021, 6, 11), last=date(2021, 6, 11)), [7]),
        (Query(last=date(2021, 6, 10)), [1, 2, 3, 4, 5, 6]),
        (Query(last=date(2021, 6, 9)), []),
        (Query(active=True), [1, 3, 4, 5, 6, 8]),
        # Before the correction, the entry still stood.
        (Query(active=True, upto=6), [1, 2, 3, 4, 5, 6]),
        (Query(active=True, upto=7), [1, 3, 4, 5, 6]),
        (Query(upto=3), [1, 2, 3]),
        (Query(upto=0), []),
        (Query(after=6), [7, 8]),
        (Query(after=1, upto=3, duty="V.1"), [2]),
    ],
    ids=lambda value: (
        ",".join(
            f"{name}={item}"
            for name, item in zip(value._fields, value, strict=True)
            if item not in (None, (), False)
        )
        if isinstance(value, Query)
        else ""
    ),
)
def test_every_field_narrows_a_search(full: Ledger, query: Query, found: list[int]) -> None:
    assert numbers(full, query) == found


def test_a_day_of_recording_is_one_of_viet_nam(ledger: Ledger) -> None:
    evening = datetime(2021, 6, 10, 16, 59, 59, tzinfo=UTC)  # 23:59:59 in Hà Nội
    ledger.append([done("1/BC-SNV")], WHO, evening)
    ledger.append([done("2/BC-SNV")], WHO, evening + timedelta(seconds=1))
    assert numbers(ledger, Query(last=date(2021, 6, 10))) == [1]
    assert numbers(ledger, Query(first=date(2021, 6, 11))) == [2]


def test_the_last_entry_up_to_a_moment(full: Ledger) -> None:
    assert full.number_at(NOON - timedelta(seconds=1)) == 0
    assert full.number_at(NOON) == 1
    assert full.number_at(later(4.99)) == 5
    assert full.number_at(later(10**6)) == 8


def test_an_entry_found_while_another_is_written(full: Ledger) -> None:
    """A reader in the middle of its answers does not stop a writer, nor see its entry twice."""
    found = full.find(Query())
    first = next(found)
    record(full, done("99/BC-SNV"), minutes=60)
    rest = [entry.id for entry in found]
    assert [first.id, *rest][:8] == [1, 2, 3, 4, 5, 6, 7, 8]


# Repeating.


def test_an_idempotency_key_finds_its_entry(ledger: Ledger) -> None:
    record(ledger, done("1/BC-SNV"), done("2/BC-SNV", key="lan-1"))
    (again,) = ledger.append([done("2/BC-SNV", key="lan-1")], Author("an"), later(60))
    assert (again.entry.id, again.found) == (2, True)
    assert ledger.head().number == 2


def test_a_retry_of_several_appends_only_what_is_missing(ledger: Ledger) -> None:
    record(ledger, done("1/BC-SNV", key="a"))
    batch = [done("1/BC-SNV", key="a"), done("2/BC-SNV", key="b")]
    appended = ledger.append(batch, WHO, later(1))
    assert [(one.entry.id, one.found) for one in appended] == [(1, True), (2, False)]
    assert all(one.found for one in ledger.append(batch, WHO, later(2)))


def test_a_key_finds_its_entry_even_after_it_was_cancelled(ledger: Ledger) -> None:
    record(ledger, done(key="a"), cancel(1))
    (again,) = ledger.append([done(key="a")], WHO, later(1))
    assert again.found


def test_a_key_stands_for_one_content(ledger: Ledger) -> None:
    record(ledger, done("1/BC-SNV", key="a"))
    error = refusal(ledger, done("2/BC-SNV", key="a"))
    assert isinstance(error, Repeated)
    assert (error.code, error.values) == ("key_taken", {"key": "a", "id": 1})


@pytest.mark.parametrize(
    ("first", "second", "repeated"),
    [
        (done(), done(), True),
        (done(), done(key="lan-2"), True),
        (done("12/BC-SNV"), done("12/bc-snv"), True),
        # The document tells what is meant; words around it do not.
        (done(text="một"), done(text="hai"), True),
        (done(received=JUNE_1), done(received=JUNE_10), True),
        (done("12/BC-SNV"), done("13/BC-SNV"), False),
        (done(), done(duty="V.2"), False),
        (done(), done(agency="stp"), False),
        (done(), done(period="2021/year"), False),
        (done(), done(plan=OTHER_PLAN), False),
        (done(), done()._replace(kind="notice"), False),
        # Without a document every word counts.
        (done(None, text="một"), done(None, text="một"), True),
        (done(None, text="một"), done(None, text="hai"), False),
        (done(None), done(), False),
        (done(None, links=("https://a",)), done(None, links=("https://b",)), False),
        (done(None, figures=(Figure("a", 3),)), done(None, figures=(Figure("a", 3.0),)), True),
        (done(None, day=JUNE_1), done(None, day=JUNE_10), False),
        (done(until=JUNE_1), done(until=JUNE_10), False),
        (
            Content("close", PLAN, period="2021/h1", day=JUNE_15),
            Content("close", PLAN, period="2021/h1", day=JUNE_15),
            True,
        ),
        (
            Content("narrative", PLAN, period="2021/h1", part="result", text="Tốt."),
            Content("narrative", PLAN, period="2021/h1", part="result", text="Tốt."),
            True,
        ),
    ],
)
def test_what_says_the_same_is_refused(
    ledger: Ledger, first: Content, second: Content, *, repeated: bool
) -> None:
    assert first.repeats(second) is repeated
    assert second.repeats(first) is repeated
    record(ledger, done("1/KH-UBND", duty="V.9"), first)
    if not repeated:
        assert record(ledger, second) == [3]
        return
    error = refusal(ledger, second)
    assert isinstance(error, Repeated)
    assert (error.code, error.values) == ("repeated", {"id": 2})


def test_what_repeats_within_one_append_is_refused(ledger: Ledger) -> None:
    assert refusal(ledger, done("1/BC-SNV"), done(), done()).code == "repeated"
    assert ledger.head().number == 0


def test_what_was_cancelled_may_be_recorded_again(ledger: Ledger) -> None:
    record(ledger, done(), cancel(1))
    assert record(ledger, done()) == [3]
    assert refusal(ledger, done()).values == {"id": 3}


# All or nothing.


@pytest.mark.parametrize("kind", ["return", "accept", "correction"])
def test_an_entry_that_is_not_there_cannot_be_meant(
    ledger: Ledger, kind: Literal["return", "accept", "correction"]
) -> None:
    record(ledger, done())
    for target in (2, 0, 1 << 70):
        error = refusal(ledger, Content(kind, PLAN, target=target))
        assert isinstance(error, NotFound)
        assert (error.code, error.values) == ("no_entry", {"id": target})


@pytest.mark.parametrize(
    "bad", [done("1/BC-SNV"), cancel(9), done("7/BC-SNV", key="a")], ids=["same", "missing", "key"]
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_several_contents_are_all_there_or_none(ledger: Ledger, bad: Content, at: int) -> None:
    record(ledger, done("1/BC-SNV", key="a"))
    good = [
        done("2/BC-SNV", agency="chua-tung-co", figures=(Figure("hoi-nghi", 1),)),
        done("3/BC-SNV", duty="chua-tung-co"),
    ]
    refusal(ledger, *good[:at], bad, *good[at:])
    assert ledger.figures(JUNE_1, JUNE_20) == {}
    assert numbers(ledger, Query(agency="chua-tung-co")) == []
    # What the failed append had given out is given out anew.
    record(ledger, done("4/BC-SNV", agency="khac", duty="khac"))
    assert numbers(ledger, Query(agency="chua-tung-co")) == []
    assert numbers(ledger, Query(agency="khac")) == [2]


def test_one_append_may_correct_what_it_just_said(ledger: Ledger) -> None:
    record(ledger, done("1/BC-SNV"), cancel(1), done("2/BC-SNV"))
    assert numbers(ledger, Query(active=True)) == [3]


# Correcting.


def test_a_correction_cancels_once(ledger: Ledger) -> None:
    record(ledger, done(), cancel(1))
    assert ledger.cancelled_by(1) == 2
    assert ledger.cancelled_by(2) is None
    error = refusal(ledger, cancel(1, text="lại nhầm"))
    assert (error.code, error.values) == ("repeated", {"id": 2})


def test_a_retried_correction_is_found_by_its_key(ledger: Ledger) -> None:
    record(ledger, done(), cancel(1, key="k"))
    (again,) = ledger.append([cancel(1, key="k")], WHO, later(1))
    assert (again.entry.id, again.found) == (2, True)


def test_a_correction_takes_everything_back_that_its_entry_brought(ledger: Ledger) -> None:
    figures = (Figure("hoi-nghi", 2),)
    record(ledger, done("1/BC-SNV", received=JUNE_15, figures=figures))
    record(ledger, done("2/BC-SNV", received=JUNE_10, figures=figures))
    assert states(ledger) == [
        State("V.1", "2021/h1", "snv", JUNE_10, JUNE_10, JUNE_15, 2, special=False)
    ]
    record(ledger, cancel(2))
    assert states(ledger) == [
        State("V.1", "2021/h1", "snv", JUNE_15, JUNE_15, JUNE_15, 1, special=False)
    ]
    assert ledger.figures(JUNE_1, JUNE_20) == {"hoi-nghi": 2}
    assert ledger.figures(JUNE_1, JUNE_20, upto=2) == {"hoi-nghi": 4}
    assert numbers(ledger, Query(active=True, upto=2)) == [1, 2]
    record(ledger, cancel(1))
    assert states(ledger) == []
    assert ledger.figures(JUNE_1, JUNE_20) == {}
    assert ledger.tally(PLAN, [Due("V.1", "2021/h1", None, 0)], JUNE_20, "received") == ()


# States.


def test_a_state_tells_both_days_the_last_and_how_often(ledger: Ledger) -> None:
    record(
        ledger,
        done("1/BC-SNV", signed=JUNE_1, received=JUNE_10),
        done("2/BC-SNV", signed=JUNE_15, received=JUNE_15),
        done(None, day=JUNE_20),
        done("3/BC-SNV", agency="stp", signed=JUNE_20, received=None),
        done("4/BC-SNV", agency="stttt", received=None),
    )
    today = date(2021, 6, 10)  # of recording, where nothing else is said
    assert states(ledger) == [
        State("V.1", "2021/h1", "snv", JUNE_10, JUNE_1, JUNE_20, 3, special=False),
        State("V.1", "2021/h1", "stp", JUNE_20, JUNE_20, JUNE_20, 1, special=False),
        State("V.1", "2021/h1", "stttt", today, today, today, 1, special=False),
    ]


@pytest.mark.parametrize(
    "ruling",
    [
        Content("extension", PLAN, "V.1", "snv", "2021/h1", until=JUNE_20),
        Content("deadline", PLAN, "V.1", "snv", "2021/h1", until=JUNE_20),
        Content("waiver", PLAN, "V.1", "snv", "2021/h1", fulfils=(("V.1", "snv"),)),
        Content("none", PLAN, "V.1", "snv", "2021/h1", fulfils=(("V.1", "snv"),)),
        Content("return", PLAN, "V.1", "snv", "2021/h1", target=1),
        Content("accept", PLAN, "V.1", "snv", "2021/h1", target=1),
        Content("notice", PLAN, "V.1", "snv", "2021/h1"),
    ],
    ids=lambda content: content.kind,
)
def test_what_has_to_be_read_is_special(ledger: Ledger, ruling: Content) -> None:
    record(ledger, done("1/BC-STP", agency="stp"), ruling)
    special = State("V.1", "2021/h1", "snv", None, None, None, 0, special=True)
    assert list(ledger.specials(PLAN)) == [special]
    record(ledger, done())
    special = State("V.1", "2021/h1", "snv", JUNE_10, JUNE_10, JUNE_10, 1, special=True)
    assert list(ledger.specials(PLAN)) == [special]
    dues = [Due("V.1", "2021/h1", None, 0)]
    assert ledger.tally(PLAN, dues, JUNE_20, "received") == (Tally(0, "", 1, 0),)
    record(ledger, cancel(2))
    assert list(ledger.specials(PLAN)) == []
    assert ledger.tally(PLAN, dues, JUNE_20, "received") == (Tally(0, "", 2, 0),)


def test_what_holds_for_all_and_words_are_no_states(ledger: Ledger) -> None:
    record(
        ledger,
        Content("extension", PLAN, "V.1", None, "2021/h1", until=JUNE_20),
        Content("event", PLAN, "V.1", None, "event", day=JUNE_10),
        Content("narrative", PLAN, agency="snv", period="2021/h1", part="cause", text="Dịch."),
        Content("close", PLAN, period="2021/h1", day=JUNE_15),
    )
    assert states(ledger) == []
    assert list(ledger.specials(PLAN)) == []


def test_states_of_one_agency_one_duty_one_plan(full: Ledger) -> None:
    every = states(full)
    assert [(one.duty, one.agency) for one in every] == [
        ("V.1", "snv"),
        ("V.1.2b", "snv"),
        ("V.4.3", "vp-ubnd"),
    ]
    assert states(full, agency="snv") == every[:2]
    assert states(full, duty="V.4.3") == every[2:]
    assert states(full, "snv", "V.4.3") == []
    assert states(full, agency="khong-co") == []
    assert len(list(full.states(OTHER_PLAN))) == 1
    assert list(full.states("khong-co")) == []


# Tallies.


@pytest.fixture
def city(ledger: Ledger) -> Ledger:
    """Four agencies that report sooner or later."""
    days = {"a": (JUNE_1, JUNE_10), "b": (JUNE_10, JUNE_15), "c": (JUNE_15, JUNE_20)}
    for agency, (signed, received) in days.items():
        number = f"1/BC-{agency}"
        record(ledger, done(number, agency=agency, signed=signed, received=received))
    record(ledger, done("2/BC-a", agency="a", duty="V.2", received=JUNE_15))
    record(ledger, Content("waiver", PLAN, "V.1", "d", "2021/h1"))
    record(ledger, done("1/BC-d", agency="d", received=JUNE_1))
    record(ledger, done("1/BC-e", agency="e", plan=OTHER_PLAN))
    return ledger


V1, V2 = Due("V.1", "2021/h1", JUNE_10, 0), Due("V.2", "2021/h1", None, 1)


@pytest.mark.parametrize(
    ("dues", "today", "decided_by", "tallies"),
    [
        ([V1], JUNE_20, "received", [(0, 3, 2)]),
        ([V1], JUNE_20, "signed", [(0, 3, 1)]),
        ([V1], JUNE_15, "received", [(0, 2, 1)]),
        ([V1], JUNE_10, "received", [(0, 1, 0)]),
        ([V1], JUNE_1, "received", []),
        ([V1], JUNE_1, "signed", [(0, 1, 0)]),
        ([V1, V2], JUNE_20, "received", [(0, 3, 2), (1, 1, 0)]),
        ([V1, V2._replace(label=0)], JUNE_20, "received", [(0, 4, 2)]),
        ([V1._replace(limit=None)], JUNE_20, "received", [(0, 3, 0)]),
        ([V1._replace(period="2021/year")], JUNE_20, "received", []),
        ([V1._replace(duty="khong-co")], JUNE_20, "received", []),
        ([], JUNE_20, "received", []),
    ],
)
def test_a_tally_counts_what_was_done_and_what_was_late(
    city: Ledger,
    dues: Sequence[Due],
    today: date,
    decided_by: Literal["received", "signed"],
    tallies: list[tuple[int, int, int]],
) -> None:
    assert city.tally(PLAN, dues, today, decided_by) == tuple(
        Tally(label, "", number, late) for label, number, late in tallies
    )
    each = city.tally(PLAN, dues, today, decided_by, each_agency=True)
    assert each == tuple(sorted(each))
    for label, number, late in tallies:
        own = [one for one in each if one.label == label]
        assert (sum(one.done for one in own), sum(one.late for one in own)) == (number, late)


def test_a_tally_of_each_agency(city: Ledger) -> None:
    same = [V1, V2._replace(label=0)]
    assert city.tally(PLAN, same, JUNE_20, "received", each_agency=True) == (
        Tally(0, "a", 2, 0),
        Tally(0, "b", 1, 1),
        Tally(0, "c", 1, 1),
    )
    assert city.tally("khong-co", same, JUNE_20, "received", each_agency=True) == ()


# Figures.


def test_a_joint_event_counts_once_for_the_city_and_once_for_each(ledger: Ledger) -> None:
    joint = done(
        "1/GM-SNV",
        participants=("stp", "stttt"),
        fulfils=(("V.1", "snv"), ("V.2", "stp")),
        figures=(Figure("hoi-nghi", 1), Figure("hoi-nghi-luot", 120)),
    )
    record(ledger, joint, done("2/GM-STP", agency="stp", figures=(Figure("hoi-nghi", 2),)))
    city = {"hoi-nghi": 3, "hoi-nghi-luot": 120}
    assert ledger.figures(JUNE_1, JUNE_20) == city
    assert ledger.figures(JUNE_1, JUNE_20, "snv") == {"hoi-nghi": 1, "hoi-nghi-luot": 120}
    assert ledger.figures(JUNE_1, JUNE_20, "stp") == city
    assert ledger.figures(JUNE_1, JUNE_20, "stttt") == {"hoi-nghi": 1, "hoi-nghi-luot": 120}
    assert ledger.figures(JUNE_1, JUNE_20, "khong-co") == {}


def test_figures_count_from_the_first_day_until_before_the_end(ledger: Ledger) -> None:
    record(ledger, done(None, day=JUNE_10, figures=(Figure("hoi-nghi", 1.5),)))
    assert ledger.figures(JUNE_10, JUNE_15) == {"hoi-nghi": 1.5}
    assert ledger.figures(JUNE_1, JUNE_10) == {}
    assert ledger.figures(JUNE_15, JUNE_20) == {}


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ({"counts_on": JUNE_1, "day": JUNE_10}, JUNE_1),
        ({"day": JUNE_10}, JUNE_10),
        ({}, JUNE_15),
        ({"document": OfficialDocument("1/BC-SNV", signed=JUNE_20)}, JUNE_20),
        ({"document": None}, date(2021, 6, 10)),
    ],
)
def test_the_day_on_which_figures_count(ledger: Ledger, more: dict[str, object], day: date) -> None:
    record(ledger, done(received=JUNE_15, figures=(Figure("a", 1),))._replace(**more))  # type: ignore[arg-type]
    assert ledger.figures(day, day + timedelta(days=1)) == {"a": 1}


def test_figures_as_known_at_an_entry(ledger: Ledger) -> None:
    for number in range(1, 4):
        record(ledger, done(f"{number}/BC-SNV", figures=(Figure("a", number),)))
    record(ledger, cancel(1))
    known = [ledger.figures(JUNE_1, JUNE_20, upto=upto).get("a") for upto in range(5)]
    assert known == [None, 1, 3, 6, 5]
    assert ledger.figures(JUNE_1, JUNE_20) == {"a": 5}


def test_an_indicator_told_twice_is_added_up(ledger: Ledger) -> None:
    record(ledger, done(figures=(Figure("a", 1), Figure("b", 5), Figure("a", 2))))
    assert ledger.figures(JUNE_1, JUNE_20) == {"a": 3, "b": 5}
    assert ledger.derived_faults() == ()


def test_figures_may_be_larger_than_any_machine_word(ledger: Ledger) -> None:
    record(ledger, done(figures=(Figure("a", 10**20), Figure("b", 2**53 + 0.0))))
    assert ledger.figures(JUNE_1, JUNE_20) == {"a": 10**20, "b": 2**53}
    assert ledger.derived_faults() == ()


# Continuing a chain from outside.


def test_a_chain_is_continued_word_by_word(full: Ledger) -> None:
    other = MemoryLedger()
    links = list(links_in(full.chain()))
    assert other.extend(links[:3]) == 3
    assert full.extend(links) == 0
    assert other.extend(links) == 5
    for number in range(9, 12):
        other.append(
            [done(f"{number}/KH-SNV", key=f"k{number}", figures=(Figure("a", 1),))],
            WHO,
            later(10**4),
        )
    longer = list(links_in(other.chain()))
    before = list(full.chain())
    assert full.extend(longer, dry=True) == 3
    assert list(full.chain()) == before
    assert full.extend(longer) == 3
    assert list(full.chain()) == list(other.chain())
    assert full.head() == other.head()
    assert set(full.states(PLAN)) == set(other.states(PLAN))
    assert full.figures(JUNE_1, JUNE_20) == other.figures(JUNE_1, JUNE_20)
    assert full.cancelled_by(2) == 7
    assert full.derived_faults() == ()
    # It goes on as if everything had been recorded here.
    assert full.append([done("9/KH-SNV", key="k9", figures=(Figure("a", 1),))], WHO, NOON)[0].found
    assert record(full, done("12/KH-SNV")) == [12]


def test_an_empty_ledger_takes_a_whole_chain(ledger: Ledger) -> None:
    other = MemoryLedger()
    record(other, done("1/BC-SNV"), done("2/BC-SNV"), cancel(1))
    assert ledger.extend(links_in(other.chain())) == 3
    assert list(ledger.chain()) == list(other.chain())
    assert ledger.derived_faults() == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda links: links[:2], "chain_shorter"),
        (lambda links: links[:8] + links[9:], "link_broken"),
        (lambda links: [*links[:9], links[9]._replace(body="{}")], "link_broken"),
        (lambda links: [*links[:9], links[9]._replace(hash="0" * 64)], "link_broken"),
        (lambda _: list(links_in(_other_chain().chain())), "chains_part"),
    ],
    ids=["shorter", "gap", "other words", "other hash", "other chain"],
)
def test_what_does_not_continue_the_chain_leaves_it_alone(
    full: Ledger, change: Callable[[list[Link]], list[Link]], code: str
) -> None:
    other = MemoryLedger()
    other.extend(links_in(full.chain()))
    record(other, done("9/KH-SNV"), done("10/KH-SNV"))
    before = list(full.chain()), states(full)
    for dry in (True, False):
        with pytest.raises(LedgerFault) as caught:
            full.extend(change(list(links_in(other.chain()))), dry=dry)
        assert caught.value.code == code
        assert (list(full.chain()), states(full)) == before


def _other_chain() -> MemoryLedger:
    other = MemoryLedger()
    for number in range(1, 12):
        record(other, done(f"{number}/CV-SNV"))
    return other
