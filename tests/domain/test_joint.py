"""Joint events: what several clauses name is one event, with all who take part in it."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.joint import joint_events, participants, speakers
from cchc_cli.domain.plan import Duty, Link, LinkKind
from tests.domain.builders import DISTRICTS_END, MERGER, REGISTRY, make_duty, make_plan

PROPERTY = settings(max_examples=200, deadline=None)
IN_2021 = date(2021, 6, 15)
ROSTER = Roster(REGISTRY)


def linked(number: int, *others: int, kind: LinkKind = "same_event") -> Duty:
    """Duty ``V.<number>``, which names others."""
    links = tuple(Link(f"V.{other}", kind) for other in others)
    return make_duty(ident=f"V.{number}")._replace(links=links)


def events(duties: Sequence[Duty]) -> list[list[str]]:
    """The ids of the duties of each event."""
    return [[duty.id for duty in event] for event in joint_events(make_plan(duties=duties))]


# What is one event.


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        pytest.param([], [], id="no duties"),
        pytest.param([linked(1), linked(2)], [["V.1"], ["V.2"]], id="no links"),
        pytest.param([linked(1, 2), linked(2)], [["V.1", "V.2"]], id="the first names the second"),
        pytest.param([linked(1), linked(2, 1)], [["V.1", "V.2"]], id="the second names the first"),
        pytest.param([linked(1, 2), linked(2, 1)], [["V.1", "V.2"]], id="each names the other"),
        pytest.param(
            [linked(1, 3), linked(2), linked(3)], [["V.1", "V.3"], ["V.2"]],
            id="an event stands where its first duty stands",
        ),
        pytest.param(
            [linked(1), linked(2, 3), linked(3, 1)], [["V.1", "V.2", "V.3"]],
            id="a chain, in the plan's order and not along the links",
        ),
        pytest.param(
            [linked(1, 4), linked(2, 3), linked(3), linked(4)], [["V.1", "V.4"], ["V.2", "V.3"]],
            id="two events that cross",
        ),
        pytest.param(
            [linked(1, 3), linked(2, 3), linked(3)], [["V.1", "V.2", "V.3"]],
            id="two that name a third",
        ),
        pytest.param(
            [linked(1, 2, 2), linked(2)], [["V.1", "V.2"]], id="named twice, told once"
        ),
    ],
)  # fmt: skip
def test_what_is_one_event(duties: list[Duty], expected: list[list[str]]) -> None:
    assert events(duties) == expected


@pytest.mark.parametrize("kind", ["depends_on", "overlaps", "alternative"])
def test_other_links_leave_duties_apart(kind: LinkKind) -> None:
    assert events([linked(1, 2, kind=kind), linked(2)]) == [["V.1"], ["V.2"]]


@PROPERTY
@given(data=st.data(), number=st.integers(1, 8))
def test_every_duty_stands_in_one_event_with_whatever_it_is_linked_to(
    data: st.DataObject, number: int
) -> None:
    named = st.lists(st.integers(1, number), max_size=3)
    duties = [linked(one, *data.draw(named)) for one in range(1, number + 1)]
    found = events(duties)
    order = [duty.id for duty in duties]
    assert sorted(ident for event in found for ident in event) == sorted(order)
    assert [event[0] for event in found] == sorted((event[0] for event in found), key=order.index)
    place = {ident: at for at, event in enumerate(found) for ident in event}
    for duty in duties:
        assert {place[other] for other in duty.linked("same_event")} <= {place[duty.id]}
    for event in found:
        assert event == sorted(event, key=order.index)


def test_the_direction_of_links_makes_no_difference() -> None:
    forth = [linked(1, 2), linked(2, 3), linked(3), linked(4)]
    back = [linked(1), linked(2, 1), linked(3, 2), linked(4)]
    assert events(forth) == events(back) == [["V.1", "V.2", "V.3"], ["V.4"]]


# Which clause speaks.


def clause(number: int, *lead: str, asks: bool = False, partners: Sequence[str] = ()) -> Duty:
    """Clause ``V.<number>`` of an event, with its bearers."""
    duty = make_duty(ident=f"V.{number}", lead=lead)._replace(partners=tuple(partners))
    return duty._replace(force="requested") if asks else duty


@pytest.mark.parametrize(
    ("event", "agency", "ranked"),
    [
        pytest.param([clause(1, "snv")], "stp", ["V.1"], id="a single one"),
        pytest.param(
            [clause(1, "snv"), clause(2, "stp")], None, ["V.1", "V.2"], id="the plan's order"
        ),
        pytest.param(
            [clause(1, "snv", asks=True), clause(2, "stp")], None, ["V.2", "V.1"],
            id="one that binds before one that asks",
        ),
        pytest.param(
            [clause(1, "snv"), clause(2, "stp")], "stp", ["V.2", "V.1"], id="the agency's own"
        ),
        pytest.param(
            [clause(1, "snv"), clause(2, "stp", asks=True)], "stp", ["V.2", "V.1"],
            id="its own even if it only asks",
        ),
        pytest.param(
            [clause(1, "stp", asks=True), clause(2, "snv"), clause(3, "stp")], "stp",
            ["V.3", "V.1", "V.2"], id="of its own one that binds",
        ),
        pytest.param(
            [clause(1, "snv"), clause(2, "so-ban-nganh")], "stttt", ["V.2", "V.1"],
            id="its own through a group",
        ),
        pytest.param(
            [clause(1, "snv"), clause(2, "stp", partners=["tttp"])], "tttp", ["V.1", "V.2"],
            id="to be a partner is not to bear it",
        ),
        pytest.param(
            [clause(1), clause(2, "stp")], "stp", ["V.2", "V.1"], id="a clause without bearers"
        ),
    ],
)  # fmt: skip
def test_which_clause_speaks(event: list[Duty], agency: str | None, ranked: list[str]) -> None:
    found = speakers(tuple(event), agency, ROSTER, IN_2021)
    assert [duty.id for duty in found] == ranked


@pytest.mark.parametrize(
    ("day", "first"), [(date(2025, 2, 28), "V.1"), (MERGER, "V.2")], ids=["before", "since"]
)
def test_whose_clause_it_is_is_asked_on_that_day(day: date, first: str) -> None:
    event = (clause(1, "snv"), clause(2, "so-ban-nganh"))
    assert speakers(event, "sdttg", ROSTER, day)[0].id == first


# Who takes part.


def bearing(*lead: str, partners: Sequence[str] = ()) -> Duty:
    """A duty with its bearers and partners."""
    return make_duty(lead=lead)._replace(partners=tuple(partners))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param([bearing("snv")], {"snv"}, id="who bears it"),
        pytest.param(
            [bearing("snv", partners=["stp"])], {"snv"}, id="of a single clause no partners"
        ),
        pytest.param(
            [bearing("snv", partners=["stp"]), bearing("stttt")], {"snv", "stp", "stttt"},
            id="of several clauses their partners",
        ),
        pytest.param(
            [bearing("snv"), bearing("stttt", partners=["stp"])], {"snv", "stp", "stttt"},
            id="the second clause's partners too",
        ),
        pytest.param(
            [bearing("snv", partners=["stttt"]), bearing("stttt", partners=["snv"])],
            {"snv", "stttt"}, id="each once",
        ),
        pytest.param(
            [bearing("so-ban-nganh")], {"snv", "sngv", "stttt"}, id="a group's members"
        ),
        pytest.param(
            [bearing("stp", partners=["quan-huyen"]), bearing("snv")],
            {"stp", "snv", "q-ba-dinh", "h-ung-hoa"}, id="members of a group of partners",
        ),
        pytest.param(
            [bearing("snv", partners=["su-nghiep"]), bearing("stp")], {"snv", "stp"},
            id="a roster that nobody has filled",
        ),
        pytest.param(
            [make_duty(lead=["snv"], implement=["stp"], cooperate=["tttp"])],
            {"snv", "stp", "tttp"}, id="in every role",
        ),
    ],
)  # fmt: skip
def test_who_takes_part(event: list[Duty], expected: set[str]) -> None:
    assert participants(tuple(event), ROSTER, IN_2021) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 2, 28), {"stp", "snv", "sngv", "stttt", "q-ba-dinh", "h-ung-hoa"}),
        (MERGER, {"stp", "snv", "sdttg", "q-ba-dinh", "h-ung-hoa"}),
        (DISTRICTS_END, {"stp", "snv", "sdttg"}),
    ],
)
def test_those_take_part_who_belong_on_that_day(day: date, expected: set[str]) -> None:
    event = (bearing("stp", partners=["quan-huyen"]), bearing("so-ban-nganh"))
    assert participants(event, ROSTER, day) == expected


# A clause that an amendment ended.


def test_a_clause_that_has_ended_speaks_for_nobody_and_binds_nobody_from_its_day() -> None:
    ended = linked(1, 2)._replace(until=IN_2021, lead=("snv",), partners=("tttp",))
    left = linked(2)._replace(lead=("stp",), partners=("svhtt",))
    event = (ended, left)
    assert speakers(event, "snv", ROSTER, IN_2021)[0] is left
    before = participants(event, ROSTER, date(2021, 6, 14))
    assert before == {"snv", "tttp", "stp", "svhtt"}
    assert participants(event, ROSTER, IN_2021) == {"stp"}
