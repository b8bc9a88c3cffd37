"""Agencies and groups: who exists and who belongs, day by day."""

from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Roster
from tests.domain.builders import DISTRICTS_END, MERGER, REGISTRY

IN_2021 = date(2021, 6, 15)


@pytest.mark.parametrize(
    ("first", "end", "day", "exists"),
    [
        (None, None, date(1954, 10, 10), True),
        (None, MERGER, date(2025, 2, 28), True),
        (None, MERGER, date(2025, 3, 1), False),
        (MERGER, None, date(2025, 2, 28), False),
        (MERGER, None, date(2025, 3, 1), True),
        (MERGER, DISTRICTS_END, date(2025, 6, 30), True),
        (MERGER, DISTRICTS_END, date(2025, 7, 1), False),
    ],
)
def test_from_its_first_day_until_before_its_end(
    first: date | None, end: date | None, day: date, exists: bool
) -> None:
    assert Agency("a", "Cơ quan", "office", first=first, end=end).exists_on(day) is exists
    assert Member("a", first, end).holds_on(day) is exists


@pytest.mark.parametrize(
    ("first", "last", "exists"),
    [
        pytest.param(date(2025, 2, 1), date(2025, 2, 28), False, id="over before it begins"),
        pytest.param(date(2025, 2, 1), MERGER, True, id="its first day is the span's last"),
        pytest.param(date(2025, 4, 1), date(2025, 4, 30), True, id="within its days"),
        pytest.param(date(2025, 1, 1), date(2025, 12, 31), True, id="around its days"),
        pytest.param(date(2025, 6, 30), date(2025, 12, 31), True, id="its last day is the first"),
        pytest.param(DISTRICTS_END, date(2025, 12, 31), False, id="begins when it has ended"),
    ],
)
def test_on_any_day_of_a_span(first: date, last: date, exists: bool) -> None:
    agency = Agency("a", "Cơ quan", "office", first=MERGER, end=DISTRICTS_END)
    assert agency.exists_within(first, last) is exists


@pytest.mark.parametrize("day", [date(1954, 10, 10), date(2100, 1, 1)])
def test_an_agency_without_days_exists_within_any_span(day: date) -> None:
    assert Agency("a", "Cơ quan", "office").exists_within(day, day)


def test_names_of_agencies_and_groups() -> None:
    roster = Roster(REGISTRY)
    assert roster.name("snv") == "Sở Nội vụ"
    assert roster.name("so-ban-nganh") == "Các Sở, ban, ngành"
    assert roster.names(["snv", "so-ban-nganh"]) == "Sở Nội vụ; Các Sở, ban, ngành"
    assert roster.names([]) == ""


def test_an_unknown_id_has_no_name() -> None:
    with pytest.raises(KeyError):
        Roster(REGISTRY).name("so-la")


@pytest.mark.parametrize(
    ("ident", "day", "expected"),
    [
        ("snv", IN_2021, ("snv",)),
        ("sdttg", IN_2021, ()),
        ("sngv", MERGER, ()),
        ("so-ban-nganh", IN_2021, ("snv", "sngv", "stttt")),
        ("so-ban-nganh", date(2025, 2, 28), ("snv", "sngv", "stttt")),
        ("so-ban-nganh", MERGER, ("snv", "sdttg")),
        ("quan-huyen", date(2025, 6, 30), ("q-ba-dinh", "h-ung-hoa")),
        ("quan-huyen", DISTRICTS_END, ()),
        ("su-nghiep", IN_2021, ()),
        # The Home Affairs department comes by two ways and counts once.
        ("tat-ca", IN_2021, ("snv", "sngv", "stttt", "q-ba-dinh", "h-ung-hoa")),
        ("tat-ca", DISTRICTS_END, ("snv", "sdttg")),
    ],
)
def test_who_stands_behind_an_id(ident: str, day: date, expected: tuple[str, ...]) -> None:
    roster = Roster(REGISTRY)
    assert roster.expand(ident, day) == expected
    assert roster.expand(ident, day) == expected, "the second answer comes from memory"


def test_a_member_belongs_within_its_own_days_only() -> None:
    members = (Member("snv", end=MERGER), Member("stp", first=MERGER))
    roster = Roster(REGISTRY._replace(groups=(Group("g", "Nhóm", members=members),)))
    assert roster.expand("g", date(2025, 2, 28)) == ("snv",)
    assert roster.expand("g", MERGER) == ("stp",)


def test_groups_that_include_each_other_come_to_an_end() -> None:
    registry = Registry(
        "thành phố Hà Nội",
        "Hà Nội",
        "trích để kiểm thử",
        agencies=REGISTRY.agencies,
        groups=(
            Group("a", "A", members=(Member("snv"),), includes=("b",)),
            Group("b", "B", members=(Member("stp"),), includes=("a", "b")),
        ),
    )
    assert Roster(registry).expand("a", IN_2021) == ("snv", "stp")
    assert Roster(registry).expand("b", IN_2021) == ("stp", "snv")


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("snv", ()),
        ("so-ban-nganh", ()),
        ("su-nghiep", ("su-nghiep",)),
        ("bao-chi", ("bao-chi",)),
        ("tat-ca", ("su-nghiep", "bao-chi")),
        ("khong-co", ()),
    ],
)
def test_parts_whose_list_is_not_closed(ident: str, expected: tuple[str, ...]) -> None:
    assert tuple(group.id for group in Roster(REGISTRY).open_parts(ident)) == expected


def test_a_roster_that_the_user_filled_is_closed() -> None:
    filled = Group("su-nghiep", "Các đơn vị sự nghiệp", members=(Member("stp"),), roster=True)
    assert Roster(REGISTRY._replace(groups=(filled,))).open_parts("su-nghiep") == ()
