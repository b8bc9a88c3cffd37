"""What an entry bears on, and the figures that it brings."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from cchc_cli.domain.bearings import Bearing, Counted, bearings_of, counted_figures
from cchc_cli.domain.entries import Content, Entry, Figure, OfficialDocument
from tests.ledger.contents import contents

NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
SIGNED, RECEIVED, TODAY = date(2021, 6, 8), date(2021, 6, 9), date(2021, 6, 10)
DONE = Content(
    "done", "p", "V.1", "snv", "2021/h1",
    document=OfficialDocument("1/BC-SNV", signed=SIGNED, received=RECEIVED),
)  # fmt: skip


def entry(content: Content, number: int = 4) -> Entry:
    """An entry of the tenth of June."""
    return Entry(number, content, NOON, "thu", None, "", "")


def bearing(duty: str, agency: str) -> Bearing:
    """A bearing of the entry above."""
    return Bearing("p", duty, "2021/h1", agency, 4, RECEIVED, SIGNED)


def test_an_entry_bears_on_its_own_obligation() -> None:
    assert bearings_of(entry(DONE)) == (bearing("V.1", "snv"),)


def test_a_joint_event_bears_on_all_that_it_fulfils_and_on_those_who_took_part() -> None:
    joint = DONE._replace(
        fulfils=(("V.1", "snv"), ("V.4.3", "vp-ubnd"), ("V.1", "snv")),
        participants=("vp-ubnd", "stp", "stp"),
    )
    assert bearings_of(entry(joint)) == (
        bearing("V.1", "snv"),
        bearing("V.4.3", "vp-ubnd"),
        bearing("", "stp"),
    )


@pytest.mark.parametrize("kind", ["correction", "close"])
def test_what_speaks_of_the_chain_only_bears_on_nothing(kind: str) -> None:
    assert bearings_of(entry(DONE._replace(kind=kind))) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["waiver", "extension", "return", "narrative", "notice"])
def test_only_what_was_done_has_a_deciding_day(kind: str) -> None:
    (found,) = bearings_of(entry(DONE._replace(kind=kind)))  # type: ignore[arg-type]
    assert (found.received, found.signed) == (None, None)
    assert (found.duty, found.agency) == ("V.1", "snv")


def test_what_is_not_said_is_empty() -> None:
    (found,) = bearings_of(entry(Content("event", "p", "V.1")))
    assert found == Bearing("p", "V.1", "", "", 4, None, None)


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (DONE._replace(counts_on=date(2021, 6, 1), day=SIGNED), date(2021, 6, 1)),
        (DONE._replace(day=SIGNED), SIGNED),
        (DONE, RECEIVED),
        (DONE._replace(document=None), TODAY),
    ],
)
def test_figures_count_on_the_day_that_was_said(content: Content, day: date) -> None:
    figures = (Figure("a", 1), Figure("b", 2.5))
    assert counted_figures(entry(content._replace(figures=figures))) == (
        Counted(4, "a", 1, day),
        Counted(4, "b", 2.5, day),
    )


@given(contents())
def test_no_obligation_is_borne_on_twice(content: Content) -> None:
    found = bearings_of(entry(content))
    assert len({(one.duty, one.agency) for one in found}) == len(found)
    done = content.kind == "done"
    assert all((one.received is not None, one.signed is not None) == (done, done) for one in found)
    assert {one.agency for one in found} >= (set(content.participants) if found else set())
