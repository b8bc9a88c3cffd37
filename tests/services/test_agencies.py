"""Questions about the registry."""

from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Successor
from cchc_cli.services.agencies import Naming, agency_detail, list_agencies, still_named
from tests.services.real import plan_of_2021

DAY = date(2025, 3, 1)
OLD = Agency("old", "Sở Cũ", "department", end=DAY, successors=(Successor("new", DAY),))
NEW = Agency("new", "Sở Mới", "department", first=DAY)
GROUP = Group("g", "Nhóm", (Member("old", end=DAY), Member("new", DAY)))
REGISTRY = Registry("", "", "", (OLD, NEW), (GROUP,))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(None, (OLD, NEW)), (date(2025, 2, 28), (OLD,)), (DAY, (NEW,))],
)
def test_agencies_of_a_day_or_all(day: date | None, expected: tuple[Agency, ...]) -> None:
    assert list_agencies(REGISTRY, day).agencies == expected


def test_all_about_one() -> None:
    found = agency_detail(REGISTRY, NEW)
    assert (found.before, [(one.group.id, one.member.first) for one in found.groups]) == (
        (OLD,), [("g", DAY)]
    )  # fmt: skip
    assert agency_detail(REGISTRY, OLD).before == ()


def test_duties_that_name_who_ends() -> None:
    plan = plan_of_2021()
    assert still_named(plan, ("stp", "dai-ptth", "bdt"), date(2021, 9, 1)) == (
        Naming(plan.id, "stp", ("V.5",)),
        Naming(plan.id, "dai-ptth", ("V.10.3a", "V.10.3b")),
    )
    assert still_named(plan, ("stp",), date(2022, 1, 1)) == ()
