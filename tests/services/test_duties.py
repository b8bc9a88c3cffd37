"""Who owes what: parts, choices, and what the plan of 2021 lays on whom."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.plan import Duty, Link, Plan, Product
from cchc_cli.domain.schedules import Dated, Every, Rhythm, Undated
from cchc_cli.errors import NotFound
from cchc_cli.services.duties import (
    Choices,
    DutyList,
    Part,
    Role,
    first_day,
    list_duties,
    part_of,
    require_duty,
    show_duty,
)
from tests.domain.builders import MERGER, REGISTRY, make_duty, make_plan
from tests.services.real import agency, group

IN_2021 = date(2021, 6, 15)
ROSTER = Roster(REGISTRY)


def ids(found: DutyList) -> list[str]:
    """The ids of the rows, in their order."""
    return [row.duty.id for row in found.rows]


def chosen(duties: Sequence[Duty], choices: Choices) -> list[str]:
    """The ids that a choice leaves of a tiny plan."""
    return ids(list_duties(make_plan(duties=duties), choices))


# The part that an agency has in a duty.


@pytest.mark.parametrize(
    ("duty", "who", "expected"),
    [
        pytest.param(make_duty(lead=["snv"]), "snv", Part("lead"), id="leads"),
        pytest.param(make_duty(lead=["snv"]), "stp", None, id="has no part"),
        pytest.param(
            make_duty(lead=[], implement=["snv"]), "snv", Part("implement"), id="implements"
        ),
        pytest.param(
            make_duty(lead=[], cooperate=["snv"]), "snv", Part("cooperate"), id="one of equals"
        ),
        pytest.param(
            make_duty(lead=[], implement=["so-ban-nganh"]),
            "snv",
            Part("implement", "so-ban-nganh"),
            id="through a group",
        ),
        pytest.param(
            make_duty(lead=[], implement=["tat-ca"]),
            "h-ung-hoa",
            Part("implement", "tat-ca"),
            id="through a group of groups, named as the plan names it",
        ),
        pytest.param(
            make_duty(lead=["so-ban-nganh", "snv"]),
            "snv",
            Part("lead", "so-ban-nganh"),
            id="the first holder counts",
        ),
        pytest.param(
            make_duty(lead=["snv"], implement=["so-ban-nganh"]),
            "snv",
            Part("lead"),
            id="leading goes before implementing",
        ),
        pytest.param(
            make_duty(lead=["snv"])._replace(partners=("stp",)),
            "stp",
            Part("partner"),
            id="a partner by name",
        ),
        pytest.param(
            make_duty(lead=["snv"])._replace(partners=("so-ban-nganh",)),
            "stttt",
            Part("partner", "so-ban-nganh"),
            id="a partner through a group",
        ),
        pytest.param(
            make_duty(lead=["snv"])._replace(partners=("so-ban-nganh",)),
            "snv",
            Part("lead"),
            id="bearing goes before partnering",
        ),
        pytest.param(
            make_duty(lead=[], implement=["mttq-tp"])._replace(force="requested"),
            "mttq-tp",
            Part("requested"),
            id="asked for",
        ),
        pytest.param(
            make_duty(lead=[], implement=["mttq-tp"])._replace(
                force="requested", partners=("snv",)
            ),
            "snv",
            Part("partner"),
            id="a partner of somebody who is asked",
        ),
        pytest.param(
            make_duty(lead=[], implement=["so-ban-nganh"]),
            "sdttg",
            None,
            id="not yet founded",
        ),
    ],
)
def test_the_part_of_an_agency(duty: Duty, who: str, expected: Part | None) -> None:
    assert part_of(duty, who, ROSTER, IN_2021) == expected


def test_a_part_is_that_of_the_day() -> None:
    duty = make_duty(lead=[], implement=["so-ban-nganh"])
    assert part_of(duty, "sdttg", ROSTER, MERGER) == Part("implement", "so-ban-nganh")
    assert part_of(duty, "stttt", ROSTER, MERGER) is None


# The day on which an agency is looked at.


@pytest.mark.parametrize(
    ("agency_first", "in_force", "expected"),
    [
        pytest.param(None, None, date(2025, 1, 1), id="an old agency: the plan's first day"),
        pytest.param(None, date(2025, 2, 1), date(2025, 2, 1), id="or when it was in force"),
        pytest.param(MERGER, None, MERGER, id="a new agency: its own first day"),
        pytest.param(MERGER, date(2025, 5, 1), date(2025, 5, 1), id="that came before the plan"),
        pytest.param(
            date(2026, 3, 1), None, date(2025, 12, 31), id="never after the plan's last day"
        ),
    ],
)
def test_the_first_day_of_an_agency(
    agency_first: date | None, in_force: date | None, expected: date
) -> None:
    plan = make_plan(date(2025, 1, 1), date(2025, 12, 31), in_force=in_force)
    assert first_day(plan, Agency("a", "Cơ quan", "office", first=agency_first)) == expected


def test_without_an_agency_the_plans_own_day_counts() -> None:
    assert first_day(make_plan(in_force=date(2021, 3, 24)), None) == date(2021, 3, 24)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param("sdttg", ["V.1"], id="begins within the plan"),
        pytest.param("stttt", ["V.1"], id="ends within it"),
        pytest.param("stp", [], id="belongs to no group"),
    ],
)
def test_an_agency_that_begins_or_ends_within_the_plan_has_its_duties(
    who: str, expected: list[str]
) -> None:
    duty = make_duty(lead=[], implement=["so-ban-nganh"])
    plan = make_plan(date(2025, 1, 1), date(2025, 12, 31), duties=[duty])
    assert ids(list_duties(plan, Choices(agency=agency(plan, who)))) == expected


def test_an_agency_that_begins_after_the_plan_has_none() -> None:
    duty = make_duty(lead=["sdttg"])
    plan = make_plan(date(2024, 1, 1), date(2024, 12, 31), duties=[duty])
    assert ids(list_duties(plan, Choices(agency=agency(plan, "sdttg")))) == []


# Choices.

MIXED = (
    make_duty(ident="V.1", lead=["stp"])._replace(partners=("snv",)),
    make_duty(ident="V.2", lead=[], implement=["so-ban-nganh"]),
    make_duty(ident="V.3", lead=[], implement=["bao-chi"])._replace(force="requested"),
    make_duty(ident="V.4", lead=["snv"]),
    make_duty(ident="V.5", lead=["stp"]),
    make_duty(ident="V.6", lead=[], cooperate=["snv"]),
)


def test_of_an_agency_own_duties_come_first_then_the_groups_requests_and_partnerships() -> None:
    plan = make_plan(duties=MIXED)
    found = list_duties(plan, Choices(agency=agency(plan, "snv")))
    assert [(row.duty.id, row.part) for row in found.rows] == [
        ("V.4", Part("lead")),
        ("V.6", Part("cooperate")),
        ("V.2", Part("implement", "so-ban-nganh")),
        ("V.3", Part("requested", "bao-chi")),
        ("V.1", Part("partner")),
    ]
    assert found.agency == agency(plan, "snv")


def test_without_an_agency_every_duty_stands_in_the_plans_order() -> None:
    found = list_duties(make_plan(duties=MIXED), Choices())
    assert [(row.duty.id, row.part.role) for row in found.rows] == [
        ("V.1", "lead"),
        ("V.2", "implement"),
        ("V.3", "requested"),
        ("V.4", "lead"),
        ("V.5", "lead"),
        ("V.6", "cooperate"),
    ]
    assert {row.part.via for row in found.rows} == {None}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("lead", ["V.4"]),
        ("implement", ["V.2"]),
        ("cooperate", ["V.6"]),
        ("requested", ["V.3"]),
        ("partner", ["V.1"]),
    ],
)
def test_by_the_role_of_an_agency(role: Role, expected: list[str]) -> None:
    assert chosen(MIXED, Choices(agency=agency(make_plan(), "snv"), role=role)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [("lead", ["V.1", "V.4", "V.5"]), ("cooperate", ["V.6"]), ("partner", [])],
)
def test_by_the_role_of_the_bearers(role: Role, expected: list[str]) -> None:
    assert chosen(MIXED, Choices(role=role)) == expected


@pytest.mark.parametrize(
    ("ident", "expected"), [("so-ban-nganh", ["V.2"]), ("bao-chi", ["V.3"]), ("tat-ca", [])]
)
def test_by_the_group_that_the_plan_names(ident: str, expected: list[str]) -> None:
    assert chosen(MIXED, Choices(group=group(make_plan(), ident))) == expected


def test_by_a_group_of_partners() -> None:
    duty = make_duty()._replace(partners=("quan-huyen",))
    assert chosen((duty, *MIXED[3:]), Choices(group=group(make_plan(), "quan-huyen"))) == ["V.1"]


CLAUSES = tuple(
    make_duty(ident=one, clause=one.rstrip("abc")) for one in ("V.6a", "V.6.4b", "V.61")
)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("V.6", ["V.6a", "V.6.4b"]),
        ("v.6.4", ["V.6.4b"]),
        ("V.6.4b", ["V.6.4b"]),
        ("V.61", ["V.61"]),
        ("V", ["V.6a", "V.6.4b", "V.61"]),
    ],
)
def test_by_the_place_in_the_document(clause: str, expected: list[str]) -> None:
    assert chosen(CLAUSES, Choices(clause=clause)) == expected


def test_a_place_where_nothing_stands_is_an_error_that_names_the_places() -> None:
    with pytest.raises(NotFound) as caught:
        chosen(CLAUSES, Choices(clause="V.7"))
    assert caught.value.code == "no_clause"
    assert caught.value.values == {"clause": "V.7", "known": "V.6, V.61"}


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [("once", ["V.1"]), ("recurring", ["V.2"]), ("dated", ["V.3"]), ("window", [])],
)
def test_by_rhythm(rhythm: Rhythm, expected: list[str]) -> None:
    duties = (
        make_duty(Undated("once"), ident="V.1"),
        make_duty(Every("quarter"), ident="V.2"),
        make_duty(Dated("by", IN_2021), ident="V.3"),
    )
    assert chosen(duties, Choices(rhythm=rhythm)) == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("báo chí", True),
        ("bao chi", True),
        ("BÁO CHÍ", True),
        ("chí họp", True),
        ("quy", True),
        ("đôn đốc", True),
        ("don doc", True),
        ("V.9a", True),
        ("báo hình", False),
        ("", True),
    ],
)
def test_by_words_of_title_text_product_and_id_in_any_order_marks_aside(
    words: str, found: bool
) -> None:
    duty = make_duty(ident="V.9a")._replace(
        title="Họp báo chí hằng quý", text="Đôn đốc các cơ quan", product=Product("Thông cáo")
    )
    assert chosen([duty], Choices(search=words)) == (["V.9a"] if found else [])


def test_a_product_is_searched_too() -> None:
    duty = make_duty()._replace(product=Product("Quy chế hoạt động"))
    assert chosen([duty, make_duty(ident="V.2")], Choices(search="quy chế")) == ["V.1"]


def test_choices_add_up() -> None:
    choices = Choices(agency=agency(make_plan(), "snv"), role="lead", search="nhiệm vụ")
    assert chosen(MIXED, choices) == ["V.4"]
    assert chosen(MIXED, choices._replace(clause="V.1")) == []


@pytest.mark.parametrize(
    ("implement", "bearers", "is_open"),
    [
        pytest.param(["snv"], 1, False, id="one"),
        pytest.param(["so-ban-nganh"], 3, False, id="a closed group"),
        pytest.param(["su-nghiep"], 0, True, id="a roster that nobody has filled"),
        pytest.param(["bao-chi"], 1, True, id="a group by description"),
        pytest.param(["tat-ca"], 5, True, id="a group that holds both"),
        pytest.param(["snv", "so-ban-nganh"], 3, False, id="each agency counts once"),
    ],
)
def test_how_many_bear_a_duty_and_whether_there_may_be_more(
    implement: list[str], bearers: int, is_open: bool
) -> None:
    plan = make_plan(duties=[make_duty(lead=[], implement=implement)])
    (row,) = list_duties(plan, Choices()).rows
    assert (row.bearers, row.open) == (bearers, is_open)


# One duty.


def test_all_about_a_duty() -> None:
    plan = make_plan(
        duties=[
            make_duty(Every("quarter"), ident="V.1", lead=[], implement=["tat-ca"]),
            make_duty(ident="V.2")._replace(links=(Link("V.1", "depends_on"),)),
            make_duty(ident="V.3"),
        ]
    )
    found = show_duty(plan, "v.1")
    assert found.duty.id == "V.1"
    assert found.bearers == ("snv", "sngv", "stttt", "q-ba-dinh", "h-ung-hoa")
    assert [one.id for one in found.open] == ["su-nghiep", "bao-chi"]
    assert [one.key for one in found.occurrences] == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert [one.id for one in found.linked_from] == ["V.2"]


def press(*, chain: bool = False) -> Plan:
    """A plan in which two clauses name one event, or three in a chain."""
    first = make_duty(ident="V.1", lead=[], cooperate=["snv"])._replace(
        partners=("vp-ubnd", "quan-huyen"), links=(Link("V.2", "same_event"),)
    )
    second = make_duty(ident="V.2", lead=[], cooperate=["vp-ubnd"])
    third = make_duty(ident="V.3", lead=["stp"])._replace(
        links=(Link("V.2", "same_event" if chain else "overlaps"),)
    )
    return make_plan(duties=[first, second, third])


@pytest.mark.parametrize(
    ("ident", "bearers", "together"),
    [
        pytest.param("V.1", ("snv",), 4, id="with its partners, a group expanded"),
        pytest.param("V.2", ("vp-ubnd",), 4, id="from the other side as many"),
        pytest.param("V.3", ("stp",), 0, id="a duty of its own"),
    ],
)
def test_how_many_take_part_in_a_joint_event(
    ident: str, bearers: tuple[str, ...], together: int
) -> None:
    found = show_duty(press(), ident)
    assert (found.bearers, found.together) == (bearers, together)


@pytest.mark.parametrize("ident", ["V.1", "V.2", "V.3"])
def test_a_chain_of_links_is_one_event(ident: str) -> None:
    assert show_duty(press(chain=True), ident).together == 5


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        pytest.param("V.6.4", "V.6.4b, V.6.4c", id="a clause names the duties under it"),
        pytest.param("V.6.4d", "V.6.4c, V.6.4b", id="a misprint names the nearest"),
        pytest.param("xyz", "", id="nothing is near"),
    ],
)
def test_an_unknown_duty_names_its_neighbours(typed: str, nearest: str) -> None:
    plan = make_plan(duties=[make_duty(ident=one, clause="V.6.4") for one in ("V.6.4b", "V.6.4c")])
    with pytest.raises(NotFound) as caught:
        require_duty(plan, typed)
    assert caught.value.code == "no_duty"
    assert caught.value.values == {"id": typed, "nearest": nearest}


# The plan of 2021.


def test_the_plan_of_2021_in_numbers(plan_2021: Plan) -> None:
    assert len(plan_2021.duties) == 49
    assert Counter(duty.force for duty in plan_2021.duties) == {"assigned": 43, "requested": 6}
    assert Counter(duty.schedule.rhythm for duty in plan_2021.duties) == {
        "continuous": 25,
        "sometime": 9,
        "recurring": 7,
        "once": 4,
        "event": 2,
        "dated": 2,
    }


OWN_OF_HOME_AFFAIRS = [
    "V.1.1a", "V.1.1b", "V.1.1c", "V.1.1d", "V.1.1e", "V.1.1f", "V.1.2a", "V.1.2b", "V.1.3a",
    "V.1.3b",
]  # fmt: skip
OF_ALL_AGENCIES = ["V.6.1a", "V.6.1b", "V.6.2", "V.6.3a", "V.6.3b", "KT.a"]
OF_THE_FIVE_LEADS = ["V.6.4a", "V.6.4b", "V.6.4c"]


def test_what_the_department_of_home_affairs_owes(plan_2021: Plan) -> None:
    found = list_duties(plan_2021, Choices(agency=agency(plan_2021, "snv")))
    parts: dict[str | None, list[str]] = {}
    for row in found.rows:
        name = "partner" if row.part.role == "partner" else row.part.via
        parts.setdefault(name, []).append(row.duty.id)
    assert parts == {
        None: OWN_OF_HOME_AFFAIRS,
        "nhom-v6": OF_ALL_AGENCIES,
        "nhom-v6-4": OF_THE_FIVE_LEADS,
        "partner": ["V.2.1a", "V.2.8", "V.4.3"],
    }
    assert ids(found)[:10] == OWN_OF_HOME_AFFAIRS


@pytest.mark.parametrize(
    ("who", "own", "through_groups", "requested", "partner"),
    [
        pytest.param("snv", 10, 9, 0, 3, id="Sở Nội vụ"),
        pytest.param("stttt", 14, 9, 0, 2, id="Sở Thông tin và Truyền thông"),
        pytest.param("vp-ubnd", 5, 9, 0, 2, id="Văn phòng UBND Thành phố"),
        pytest.param("stp", 1, 9, 0, 1, id="Sở Tư pháp"),
        pytest.param("svhtt", 1, 9, 0, 1, id="Sở Văn hóa và Thể thao"),
        pytest.param("syt", 0, 6, 0, 1, id="Sở Y tế"),
        pytest.param("tx-son-tay", 0, 6, 0, 0, id="UBND thị xã Sơn Tây"),
        pytest.param("truong-lhp", 0, 0, 1, 0, id="Trường Lê Hồng Phong"),
        pytest.param("btg-thanh-uy", 0, 0, 2, 1, id="Ban Tuyên giáo Thành ủy"),
        pytest.param("mttq-tp", 0, 0, 3, 0, id="Ủy ban MTTQ"),
        pytest.param("thanh-doan", 0, 0, 3, 0, id="Thành đoàn"),
        pytest.param("dai-ptth", 2, 1, 0, 0, id="Đài PTTH"),
        pytest.param("bao-hnm", 0, 1, 0, 0, id="Báo Hà Nội mới"),
        pytest.param("sdttg", 0, 0, 0, 0, id="Sở Dân tộc và Tôn giáo, founded in 2025"),
        pytest.param("bnv", 0, 0, 0, 0, id="Bộ Nội vụ"),
    ],
)
def test_what_an_agency_owes(
    *, plan_2021: Plan, who: str, own: int, through_groups: int, requested: int, partner: int
) -> None:
    rows = list_duties(plan_2021, Choices(agency=agency(plan_2021, who))).rows
    kinds = Counter(
        row.part.role
        if row.part.role in ("requested", "partner")
        else "own"
        if row.part.via is None
        else "group"
        for row in rows
    )
    assert [kinds[kind] for kind in ("own", "group", "requested", "partner")] == [
        own,
        through_groups,
        requested,
        partner,
    ]


@pytest.mark.parametrize(
    ("ident", "bearers", "is_open"),
    [
        pytest.param("V.6.4b", 5, False, id="the five leads"),
        pytest.param("V.6.3a", 52, True, id="22 + 30, and the units that no list names"),
        pytest.param("V.1.2b", 1, False, id="the department alone, its partners aside"),
        pytest.param("V.9a", 5, False, id="the Front and its four members"),
        pytest.param("V.10.1", 0, True, id="press with a programme, nobody knows which"),
        pytest.param("V.10.2", 5, True, id="the city's press"),
        pytest.param("KT.b", 6, True, id="the Front, the Party's board, mass organisations"),
    ],
)
def test_how_many_agencies_bear_a_duty_of_2021(
    plan_2021: Plan, ident: str, bearers: int, is_open: bool
) -> None:
    found = show_duty(plan_2021, ident)
    assert (len(found.bearers), bool(found.open)) == (bearers, is_open)


def test_the_press_conference_of_2021_is_an_event_of_three(plan_2021: Plan) -> None:
    together = {one.id: show_duty(plan_2021, one.id).together for one in plan_2021.duties}
    assert {ident: number for ident, number in together.items() if number} == {
        "V.1.2b": 3,
        "V.4.3": 3,
    }


def test_the_plan_of_2021_makes_at_least_320_obligations(plan_2021: Plan) -> None:
    assert sum(row.bearers for row in list_duties(plan_2021, Choices()).rows) >= 320


def test_part_three_is_printed_as_part_five(plan_2021: Plan) -> None:
    assert show_duty(plan_2021, "III.6.4b").duty.id == "V.6.4b"
    choices = Choices(clause="III.6")
    assert ids(list_duties(plan_2021, choices)) == [
        *OF_ALL_AGENCIES[:-1],
        *OF_THE_FIVE_LEADS,
    ]


def test_duties_that_name_each_other(plan_2021: Plan) -> None:
    assert [one.id for one in show_duty(plan_2021, "V.4.3").linked_from] == ["V.1.2b"]
    assert [one.id for one in show_duty(plan_2021, "V.1.2b").linked_from] == ["V.4.3"]
    assert [one.id for one in show_duty(plan_2021, "V.2.8").linked_from] == ["V.1.1d"]
    assert [one.id for one in show_duty(plan_2021, "V.2.3").linked_from] == ["V.10.1"]
