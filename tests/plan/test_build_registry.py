"""From the checked registry and calendar to domain records; faults between their lines."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Agency, Group, Member, Registry, Successor
from cchc_cli.domain.workdays import CalendarYear, SpecialDay, WorkingCalendar
from cchc_cli.plan.build_registry import build_calendar, build_registry
from cchc_cli.plan.faults import Fault
from cchc_cli.plan.gate import validate
from cchc_cli.plan.load import check_file
from cchc_cli.plan.models.calendar import CalendarModel
from cchc_cli.plan.models.registry import RegistryModel
from cchc_cli.plan.source import read_source
from tests.plan.cases import EXAMPLES

REGISTRY = """\
format: cchc-agencies/1
territory: thành phố Hà Nội
place: Hà Nội
source: x
"""
CALENDAR = "format: cchc-calendar/1\nname: Lịch\n"


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The valid example."""
    source = read_source(EXAMPLES / "valid" / "agencies.yaml")
    model, _ = validate(RegistryModel, source)
    assert model is not None
    registry, faults = build_registry(model, source)
    assert faults == ()
    return registry


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    """The valid example."""
    source = read_source(EXAMPLES / "valid" / "calendar.yaml")
    model, _ = validate(CalendarModel, source)
    assert model is not None
    calendar, faults = build_calendar(model, source)
    assert faults == ()
    return calendar


def faults_of(folder: Path, text: str) -> list[Fault]:
    """What a check says of a registry's or calendar's text."""
    path = folder / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return list(check_file(path).faults)


def agency(registry: Registry, ident: str) -> Agency:
    """The agency with that id."""
    return next(one for one in registry.agencies if one.id == ident)


def group(registry: Registry, ident: str) -> Group:
    """The group with that id."""
    return next(one for one in registry.groups if one.id == ident)


def test_a_registry_is_of_a_territory(registry: Registry) -> None:
    assert (registry.territory, registry.place) == ("thành phố Hà Nội", "Hà Nội")
    assert registry.source == "trích để kiểm thử"


def test_every_part_of_an_agency(registry: Registry) -> None:
    assert agency(registry, "stttt") == Agency(
        id="stttt",
        name="Sở Thông tin và Truyền thông",
        kind="department",
        symbol="STTTT",
        end=date(2025, 3, 1),
        successors=(Successor("skhcn", date(2025, 3, 1), "Mảng báo chí không chuyển theo."),),
    )
    assert agency(registry, "snv").superior == "ubnd-tp"
    assert agency(registry, "stp").symbol_assumed
    assert agency(registry, "vp-ubnd").aliases == ("VPUB",)
    assert agency(registry, "p-ba-dinh").first == date(2025, 7, 1)
    assert agency(registry, "dai").place == "Hà Nội"


def test_members_are_written_short_or_with_their_days(registry: Registry) -> None:
    assert group(registry, "cac-so").members == (
        Member("snv"),
        Member("stp"),
        Member("stttt", end=date(2025, 3, 1)),
        Member("skhcn", first=date(2025, 3, 1)),
    )


def test_groups_are_open_or_rosters_or_made_of_others(registry: Registry) -> None:
    assert group(registry, "bao-chi").open
    assert group(registry, "su-nghiep").roster
    assert group(registry, "su-nghiep").note == "Người dùng tự điền."
    assert group(registry, "tat-ca").includes == ("cac-so", "quan-huyen", "su-nghiep")


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        ("name: Sở Nội vụ", "name: SỞ NỘI VỤ", "name"),
        ("name: Sở Nội vụ", "name: Sở Nội vụ thành phố Hà Nội", "name"),
        ("name: Sở Nội vụ, symbol: SNV", "name: Sở Ngoại vụ, symbol: SNV", "symbol"),
        ("name: Sở Nội vụ, symbol: SNV", "name: Sở Ngoại vụ, aliases: [A, snv]", "aliases[2]"),
        ("name: Sở A, aliases: [Uỷ ban]", "name: Sở B, aliases: [Ủy ban]", "aliases[1]"),
    ],
)
def test_two_agencies_may_not_share_a_name(
    one: str, other: str, field: str, tmp_path: Path
) -> None:
    text = (
        f"agencies:\n  - {{id: a, kind: department, {one}}}\n"
        f"  - {{id: b, kind: department, {other}}}\n"
    )
    (fault,) = faults_of(tmp_path, REGISTRY + text)
    assert (fault.code, fault.field) == ("shared_name", f"agencies[2].{field}")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("until: 2025-03-01", "from: 2025-03-01", False),
        ("from: 2025-03-01", "until: 2025-03-01", False),
        ("until: 2025-03-02", "from: 2025-03-01", True),
        ("from: 2025-03-01", "until: 2025-03-02", True),
        ("note: x", "until: 2025-03-01", True),
    ],
)
def test_a_name_may_be_taken_over(one: str, other: str, shared: bool, tmp_path: Path) -> None:
    text = (
        f"agencies:\n  - {{id: a, name: Sở A, kind: department, {one}}}\n"
        f"  - {{id: b, name: Sở A, kind: department, {other}}}\n"
    )
    assert [one.code for one in faults_of(tmp_path, REGISTRY + text)] == ["shared_name"] * shared


def test_names_that_differ_by_marks_alone_are_two(tmp_path: Path) -> None:
    text = (
        "agencies:\n  - {id: a, name: Ban Tố, kind: board}\n"
        "  - {id: b, name: Ban Tổ, kind: board}\n"
    )
    assert faults_of(tmp_path, REGISTRY + text) == []


@pytest.mark.parametrize(
    ("groups", "circles"),
    [
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "b", "b": "c", "c": "a"}, ["a", "b", "c"]),
        ({"a": "b", "b": "b"}, ["b"]),
        ({"a": "b, c", "b": "d", "c": "d", "d": ""}, []),
    ],
)
def test_a_group_may_not_come_to_include_itself(
    groups: dict[str, str], circles: list[str], tmp_path: Path
) -> None:
    lines = [
        f"  - {{id: {ident}, name: {ident}, includes: [{parts}]}}\n"
        for ident, parts in groups.items()
    ]
    found = faults_of(tmp_path, f"{REGISTRY}agencies: []\ngroups:\n{''.join(lines)}")
    assert [(one.code, one.values["id"]) for one in found] == [
        ("group_circle", ident) for ident in circles
    ]


# The calendar.


def test_every_part_of_a_calendar(calendar: WorkingCalendar) -> None:
    assert calendar.name == "Lịch kiểm thử"
    assert [(one.year, one.complete, one.default) for one in calendar.years] == [
        (2021, True, False),
        (2022, False, False),
        (2024, False, False),
    ]
    assert calendar.years[2] == CalendarYear(
        2024,
        complete=False,
        source="trích để kiểm thử",
        days=(
            SpecialDay(date(2024, 4, 29), "swapped", "Nghỉ hoán đổi"),
            SpecialDay(date(2024, 5, 4), "makeup", "Làm bù"),
        ),
    )


def test_a_range_is_every_day_of_it(calendar: WorkingCalendar) -> None:
    tet = [one.day for one in calendar.years[0].days if one.name == "Tết Nguyên đán"]
    assert tet == [date(2021, 2, day) for day in range(10, 17)]


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ("first: 2021-12-31, last: 2021-12-31", []),
        ("first: 2020-12-31, last: 2021-01-01", ["day_outside_year"]),
        ("first: 2021-12-31, last: 2022-01-01", ["day_outside_year"]),
        ("date: 2022-01-01", ["day_outside_year"]),
        ("date: 2021-05-01", ["duplicate_day"]),
        ("first: 2021-04-30, last: 2021-05-03", ["duplicate_day"]),
        # A span of centuries is told, not walked through.
        ("first: 1900-01-01, last: 2199-12-31", ["day_outside_year", "duplicate_day"]),
    ],
)
def test_days_belong_to_their_year_once(days: str, codes: list[str], tmp_path: Path) -> None:
    text = (
        f"{CALENDAR}years: [{{year: 2021, complete: true, source: x, days: [\n"
        "  {date: 2021-05-01, kind: holiday, name: x},\n"
        f"  {{{days}, kind: holiday, name: x}}]}}]\n"
    )
    found = faults_of(tmp_path, text)
    assert [one.code for one in found] == codes
    assert {one.field for one in found} <= {"years[1].days[2]"}


def test_a_year_stands_once(tmp_path: Path) -> None:
    year = "{year: 2021, complete: true, source: x}"
    (fault,) = faults_of(tmp_path, f"{CALENDAR}years: [{year}, {year}]\n")
    assert (fault.code, fault.field, fault.values) == (
        "duplicate_year",
        "years[2].year",
        {"year": 2021},
    )
