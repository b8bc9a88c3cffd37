"""The plan of 2021 against a table of its own, read from the document clause by clause.

``obligations_2021.tsv`` says of every obligation who bears it and how, in which rhythm and periods,
with whom, what comes of it, who is reported to, what it hangs together with, and whether the text
leaves a question open. Everything else that can be got wrong has a test below.
"""

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.locators import find_duty, under_clause
from cchc_cli.domain.occurrences import Occurrence, bearer_ids, obligations, occurrences
from cchc_cli.domain.plan import Duty, Funding, Measure, Plan, Recipient, Target
from cchc_cli.domain.schedules import OnEvent
from cchc_cli.plan.load import check_file
from tests.plan.cases import PLANS

TABLE = Path(__file__).parent / "obligations_2021.tsv"
with TABLE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t"))
ROLES = ("lead", "implement", "cooperate")
LEADS = ("snv", "stttt", "svhtt", "stp", "vp-ubnd")
EARLIEST = date(2021, 3, 24)
WEEKS = [f"W{number}" for number in range(12, 53)]


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan of 2021."""
    checked = check_file(PLANS / "2021.yaml")
    assert checked.faults == ()
    assert checked.plan is not None
    return checked.plan


@pytest.fixture(scope="module")
def roster(plan: Plan) -> Roster:
    """Its agencies and groups."""
    return Roster(plan.registry)


def duty(plan: Plan, ident: str) -> Duty:
    """The duty with that id."""
    return next(one for one in plan.duties if one.id == ident)


def only(plan: Plan, ident: str) -> Occurrence:
    """The one occurrence of a duty."""
    (occurrence,) = occurrences(plan, duty(plan, ident))
    return occurrence


def listed(words: str, separator: str = " ") -> list[str]:
    """The words of a cell of the table."""
    return [] if words == "-" else words.split(separator)


# The table, field by field.


def test_the_table_is_the_whole_plan_in_order(plan: Plan) -> None:
    assert [one.id for one in plan.duties] == [row["id"] for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_who_bears_it_and_how(plan: Plan, row: dict[str, str]) -> None:
    one = duty(plan, row["id"])
    roles = {role: list(getattr(one, role)) for role in ROLES}
    assert roles == {**{key: [] for key in ROLES}, row["role"]: listed(row["bearers"])}
    assert one.force == row["force"]
    assert one.capacity


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_when(plan: Plan, row: dict[str, str]) -> None:
    one = duty(plan, row["id"])
    assert one.schedule.rhythm == row["rhythm"]
    periods = [each.period for each in occurrences(plan, one) if each.period]
    wanted = WEEKS if row["periods"] == "weeks" else listed(row["periods"])
    assert [period.key.removeprefix("2021")[1:] for period in periods] == wanted


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_with_whom(plan: Plan, row: dict[str, str]) -> None:
    one = duty(plan, row["id"])
    assert list(one.partners) == listed(row["partners"])
    assert (one.partner_words is not None) is (row["others"] == "yes")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_comes_of_it_and_for_whom(plan: Plan, row: dict[str, str]) -> None:
    one = duty(plan, row["id"])
    quantity = {"-": None, "named": None}.get(row["product"], 1)
    assert (one.product is not None) is (row["product"] != "-")
    assert (one.product.quantity if one.product else None) == quantity
    assert (one.report_to or "-", one.report_through or "-") == (row["report_to"], row["through"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_it_hangs_together_with(plan: Plan, row: dict[str, str]) -> None:
    links = [f"{link.kind} {link.to}" for link in duty(plan, row["id"]).links]
    assert links == listed(row["links"], ", ")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_whether_a_question_stands(plan: Plan, row: dict[str, str]) -> None:
    question = duty(plan, row["id"]).question
    assert (question is not None) is (row["question"] == "yes")
    assert question is None or "?" in question


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_its_place_and_its_words(plan: Plan, row: dict[str, str]) -> None:
    one = duty(plan, row["id"])
    assert one.id.rstrip("abcdef") == one.clause + ("." if one.clause == "KT" else "")
    assert one.text
    assert 10 <= len(one.title) <= 70
    assert one.title.strip(".") == one.title


# In numbers.


def test_how_many_there_are(plan: Plan) -> None:
    assert len(plan.duties) == 49
    assert Counter(one.clause == "KT" for one in plan.duties) == {False: 47, True: 2}
    assert Counter(one.force for one in plan.duties) == {"assigned": 43, "requested": 6}
    assert Counter(one.schedule.rhythm for one in plan.duties) == {
        "continuous": 25,
        "sometime": 9,
        "recurring": 7,
        "once": 4,
        "event": 2,
        "dated": 2,
    }


def test_the_items_of_part_v(plan: Plan) -> None:
    items = Counter(one.clause.split(".")[1] for one in plan.duties if one.clause != "KT")
    assert items == {
        "1": 10, "2": 14, "3": 1, "4": 5, "5": 1, "6": 8, "7": 1, "8": 1, "9": 2, "10": 4,
    }  # fmt: skip


def test_who_is_only_asked(plan: Plan) -> None:
    requested = [one.id for one in plan.duties if one.force == "requested"]
    assert requested == ["V.7", "V.8", "V.9a", "V.9b", "V.10.1", "KT.b"]


def test_over_the_known_agencies(plan: Plan, roster: Roster) -> None:
    departments = roster.expand("so-ban-nganh", EARLIEST)
    districts = roster.expand("ubnd-quan-huyen-thi-xa", EARLIEST)
    assert (len(departments), len(districts)) == (22, 30)
    known = set(departments + districts)
    assert set(roster.expand("nhom-v6", EARLIEST)) == known
    number = sum(len(known & set(bearer_ids(one, roster, EARLIEST))) for one in plan.duties)
    # 6 duties of all 52, 3 of the five leads, 31 of single agencies.
    assert number == 6 * 52 + 3 * 5 + 31 == 358


def test_every_period_of_every_agency(plan: Plan, roster: Roster) -> None:
    count = {one.id: len(list(obligations(plan, one, roster))) for one in plan.duties}
    assert count["V.6.3a"] == 2 * 52
    assert count["V.6.3b"] == 3 * 52
    assert count["V.6.4b"] == count["V.6.4c"] == 5
    assert count["V.10.3b"] == 41
    assert count["V.10.1"] == 0


# Time.


def test_a_year_of_which_the_first_months_cannot_have_bound(plan: Plan) -> None:
    assert (plan.validity.first, plan.validity.last) == (date(2021, 1, 1), date(2021, 12, 31))
    assert plan.validity.in_force == plan.validity.binding_from == EARLIEST
    assert "24/3/2021" in (plan.validity.reason or "")


def test_no_reading_is_taken_but_the_cautious_one(plan: Plan) -> None:
    assert (plan.policy.before, plan.policy.shift) == ("strict", "none")
    assert plan.policy == Policy(turnover_source=plan.policy.turnover_source)
    assert "09/2019/NĐ-CP" in (plan.policy.turnover_source or "")


@pytest.mark.parametrize(
    ("ident", "last_good", "named", "cut_off"),
    [
        ("V.6.4b", date(2021, 6, 14), date(2021, 6, 15), date(2021, 6, 14)),
        ("V.6.4c", date(2021, 12, 14), date(2021, 12, 15), date(2021, 12, 14)),
    ],
)
def test_the_only_two_dates(
    *, plan: Plan, ident: str, last_good: date, named: date, cut_off: date
) -> None:
    occurrence = only(plan, ident)
    assert occurrence.deadline is not None
    assert occurrence.period is not None
    assert occurrence.deadline.operator == "before"
    assert (occurrence.deadline.last_good, occurrence.deadline.named) == (last_good, named)
    assert occurrence.deadline.effective == last_good
    assert occurrence.deadline.standing(named) == "borderline"
    assert occurrence.deadline.standing(named + timedelta(days=1)) == "late"
    assert occurrence.period.last == cut_off
    dated = [one.id for one in plan.duties if one.schedule.rhythm == "dated"]
    assert dated == ["V.6.4b", "V.6.4c"]


def test_the_reports_of_all_agencies_borrow_no_date(plan: Plan) -> None:
    for ident in ("V.6.3a", "V.6.3b", "V.1.1e"):
        assert [one.deadline for one in occurrences(plan, duty(plan, ident))] == [None] * len(
            occurrences(plan, duty(plan, ident))
        )
    halves = [one.period for one in occurrences(plan, duty(plan, "V.6.3a")) if one.period]
    assert [(one.first, one.last) for one in halves] == [
        (date(2020, 12, 15), date(2021, 6, 14)),
        (date(2020, 12, 15), date(2021, 12, 14)),
    ]


def test_the_report_to_the_ministry_waits_for_it(plan: Plan) -> None:
    found = occurrences(plan, duty(plan, "V.1.1f"))
    assert [(one.deadline, one.event) for one in found] == [(None, "Bộ Nội vụ yêu cầu")] * 2


@pytest.mark.parametrize("ident", ["V.1.2b", "V.4.3"])
def test_the_press_is_told_in_three_quarters(plan: Plan, ident: str) -> None:
    found = occurrences(plan, duty(plan, ident))
    assert [one.key for one in found] == ["2021-Q2", "2021-Q3", "2021-Q4"]
    assert [one.deadline.last_good for one in found if one.deadline] == [
        date(2021, 6, 30),
        date(2021, 9, 30),
        date(2021, 12, 31),
    ]


def test_the_broadcaster_has_41_weeks(plan: Plan) -> None:
    one = duty(plan, "V.10.3b")
    found = occurrences(plan, one)
    assert len(found) == 41
    assert (found[0].key, found[-1].key) == ("2021-W12", "2021-W52")
    assert {each.times for each in found} == {1}
    assert one.measure == Measure(15, "phút", "lần phát")
    assert one.time_words == "mỗi tuần ít nhất một lần"


def test_only_these_carry_a_number(plan: Plan) -> None:
    measured = [one.id for one in plan.duties if one.measure]
    assert measured == ["V.10.3b", "KT.a"]
    assert duty(plan, "KT.a").measure == Measure(100, "%", "cơ quan, đơn vị")
    targets = [one.target for one in plan.requirements]
    assert targets == [Target("tỷ lệ cơ quan, đơn vị triển khai", 100, "%"), None, None]


@pytest.mark.parametrize(
    ("ident", "event"),
    [
        ("V.1.3b", "Bản tin điện tử CCHC của Chính phủ phát hành số mới"),
        ("V.2.2c", "Trung ương phát động cuộc thi về CCHC"),
    ],
)
def test_what_waits_for_an_event(plan: Plan, ident: str, event: str) -> None:
    assert duty(plan, ident).schedule == OnEvent(event)
    assert only(plan, ident).deadline is None


# Traps of the text.


def test_what_the_head_lacks_stays_empty(plan: Plan) -> None:
    document = plan.document
    assert (document.type, document.issuer) == ("Kế hoạch", "ubnd-tp")
    assert (document.number, document.dated, document.signer) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("V.6.4b", "V.6.4b"), ("III.6.4b", "V.6.4b"), ("iii.6.4B", "V.6.4b"), ("kt.a", "KT.a")],
)
def test_the_part_printed_as_v_answers_to_iii(plan: Plan, typed: str, found: str) -> None:
    assert plan.locator_aliases == (("III", "V"),)
    one = find_duty(plan, typed)
    assert one is not None
    assert one.id == found


def test_item_10_is_not_below_item_1(plan: Plan) -> None:
    assert [one.clause for one in under_clause(plan, "V.1")] == ["V.1.1"] * 6 + ["V.1.2"] * 2 + [
        "V.1.3"
    ] * 2
    assert len(under_clause(plan, "III.10")) == 4
    assert len(under_clause(plan, "V")) == 47


def test_one_press_conference_of_three_that_nobody_leads(plan: Plan) -> None:
    one, other = duty(plan, "V.1.2b"), duty(plan, "V.4.3")
    assert one.lead == one.implement == other.lead == other.implement == ()
    assert {*one.cooperate, *one.partners} == {*other.cooperate, *other.partners}
    assert {*one.cooperate, *one.partners} == {"snv", "vp-ubnd", "stttt"}
    assert one.linked("same_event") == ("V.4.3",)
    assert other.linked("same_event") == ("V.1.2b",)
    # The third of them has no clause of its own for it.
    borne = [each.id for each in plan.duties if "stttt" in each.bearers]
    assert {each.rsplit(".", 1)[0] for each in borne} == {"V.2"}
    assert one.time_words == "1quý/lần"
    assert other.time_words is None


def test_five_leads_report_through_one_of_them(plan: Plan, roster: Roster) -> None:
    assert roster.expand("nhom-v6-4", EARLIEST) == LEADS
    for ident in ("V.6.4b", "V.6.4c"):
        one = duty(plan, ident)
        assert one.report_through in bearer_ids(one, roster, EARLIEST)


def test_a_section_is_as_good_as_a_plan_of_its_own(plan: Plan) -> None:
    product = duty(plan, "V.6.1a").product
    assert product is not None
    assert product.alternatives == ("Một mục trong Kế hoạch CCHC của cơ quan, đơn vị",)


def test_nearly_the_same_words_stay_two_duties(plan: Plan) -> None:
    assert duty(plan, "V.2.1a").text != duty(plan, "V.2.5a").text
    assert "V.2.5a" in duty(plan, "V.2.1a").linked("overlaps")
    assert "V.2.8" in duty(plan, "V.1.1d").linked("overlaps")


def test_groups_that_the_text_leaves_open(roster: Roster) -> None:
    central = roster.groups["bao-chi-trung-uong"]
    assert (central.open, central.members) == (True, ())
    assert "V.2.3" in (central.note or "")
    units = roster.groups["dvsn-truc-thuoc"]
    assert (units.roster, units.members) == (True, ())
    assert [one.id for one in roster.open_parts("nhom-v6")] == ["dvsn-truc-thuoc"]
    assert len(roster.expand("to-chuc-v9", EARLIEST)) == 5
    assert not roster.groups["to-chuc-v9"].open


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("V.1.2b", "1quý/lần"),
        ("V.6.4a", "Sở văn hóa và Thể thao"),
        ("KT.a", "Chủ tịch UBND) các quận, huyện, thị xã"),
        ("V.2.5b", "(https://hanoi.gov.vn)"),
        ("V.10.2", "tập san..."),
    ],
)
def test_misprints_stay_as_they_are(plan: Plan, where: str, words: str) -> None:
    assert words in duty(plan, where).text


def test_misprints_outside_the_duties(plan: Plan) -> None:
    words = " ".join(item.text for topic in plan.topics for item in topic.items)
    assert "công nghệ nghệ thông tin" in words
    assert Recipient("Ủy ban MTTQ Việt Nam TP.Hà Nội", "để phối hợp") in plan.recipients


def test_the_words_of_a_shared_sentence_are_told_apart_by_time(plan: Plan) -> None:
    assert duty(plan, "V.6.4b").time_words == "trước 15/6/2021 (đối với báo cáo 6 tháng)"
    assert duty(plan, "V.6.4c").time_words == "trước 15/12/2021 (đối với báo cáo năm)"


# What is no duty.


def test_references(plan: Plan) -> None:
    assert len(plan.references) == 19
    assert len({one.number for one in plan.references}) == 19
    twice = [one.number for one in plan.references if len(one.cited_at) > 1]
    assert twice == ["232/KH-UBND"]
    # Three decrees in one breath, and a resolution that is only quoted by another document.
    undated = [one.number for one in plan.references if one.dated is None]
    assert undated == ["107/2020/NĐ-CP", "108/2020/NĐ-CP", "120/2020/NĐ-CP", "97/2019/QH14"]
    assert plan.legal_basis == ("qd-424-bnv", "qd-5743-ubnd")


@pytest.mark.parametrize(
    ("number", "dated"),
    [
        ("424/QĐ-BNV", date(2021, 3, 24)),
        ("5743/QĐ-UBND", date(2020, 12, 29)),
        ("253/KH-UBND", date(2020, 12, 30)),
        ("629/QĐ-UBND", date(2021, 2, 3)),
        ("36/KH-UBND", date(2021, 2, 5)),
        ("232/KH-UBND", date(2020, 12, 1)),
        ("07/KH-UBND", date(2021, 1, 12)),
        ("24/KH-UBND", date(2021, 1, 22)),
        ("25/KH-UBND", date(2021, 1, 22)),
        ("04/CT-UBND", date(2021, 2, 9)),
        ("171-KH/TU", date(2019, 12, 31)),
        ("34/2007/PL-UBTVQH11", date(2007, 4, 20)),
        ("210/KH-UBND", date(2020, 11, 5)),
        ("115/2020/QH14", date(2020, 6, 19)),
        ("5568/QĐ-UBND", date(2020, 12, 9)),
    ],
)
def test_the_dates_of_references(plan: Plan, number: str, dated: date) -> None:
    assert [one.dated for one in plan.references if one.number == number] == [dated]


def test_purposes_requirements_theme(plan: Plan) -> None:
    assert [one.clause for one in plan.purposes] == ["I.1"] * 3
    assert [one.clause for one in plan.requirements] == ["I.2"] * 3
    assert plan.theme == "Kỷ cương, trách nhiệm, hành động, sáng tạo, phát triển"


def test_topics_are_no_duties(plan: Plan) -> None:
    assert [(one.clause, len(one.items)) for one in plan.topics] == [
        ("II.1.a", 2),
        ("II.1.b", 8),
        ("II.1.c", 2),
    ]
    expected = [item for topic in plan.topics for item in topic.items if item.expected]
    assert [item.expected for item in expected] == ["every month"]
    assert "công khai hằng tháng" in expected[0].text


def test_channels_and_the_figures_kept_of_them(plan: Plan) -> None:
    assert [one.clause for one in plan.channels] == ["II.2"] * 4
    channels = {one.id for one in plan.channels}
    assert {one.channel for one in plan.indicators if one.channel} == channels
    assert {one.group for one in plan.indicators if one.group} == {
        "Phản ánh, kiến nghị",
        "Văn bản",
    }


def test_funding_without_an_amount(plan: Plan) -> None:
    assert isinstance(plan.funding, Funding)
    assert plan.funding.reference == "qd-5568-ubnd"
    assert plan.funding.text.startswith("Nguồn kinh phí đã giao cho các đơn vị tại Quyết định")


def test_recipients(plan: Plan) -> None:
    purposes = Counter(one.purpose for one in plan.recipients)
    assert purposes == {"để báo cáo": 5, "để phối hợp": 4, None: 5}
    assert (plan.recipients[0].name, plan.recipients[-1].name) == (
        "Bộ Nội vụ",
        "Lưu: VT, NC (Bình)",
    )


def test_who_keeps_watch(plan: Plan) -> None:
    assert plan.coordinator == "snv"


# Who is who in 2021, and since.


def test_the_bodies_that_the_plan_names(plan: Plan, roster: Roster) -> None:
    named = {ident for one in plan.duties for ident in one.bearers + one.partners}
    named |= {one.report_to for one in plan.duties if one.report_to}
    assert named <= {*roster.agencies, *roster.groups}
    for ident in named & set(roster.agencies):
        assert roster.agencies[ident].exists_on(EARLIEST)


@pytest.mark.parametrize("day", [date(2021, 1, 1), date(2021, 12, 31), date(2025, 2, 28)])
def test_the_agencies_of_2021_stay_until_the_merger(roster: Roster, day: date) -> None:
    assert len(roster.expand("nhom-v6", day)) == 52


@pytest.mark.parametrize(
    ("gone", "heir"),
    [
        ("stttt", "skhcn"),
        ("sldtbxh", "snv"),
        ("skhdt", "stc"),
        ("sgtvt", "sxd"),
        ("snnptnt", "snnmt"),
        ("stnmt", "snnmt"),
        ("sngv", "vp-ubnd"),
        ("bdt", "sdttg"),
        ("bql-kcncx", "bql-cnc-kcn"),
    ],
)
def test_successors_of_2025(roster: Roster, gone: str, heir: str) -> None:
    agency = roster.agencies[gone]
    assert agency.end == date(2025, 3, 1)
    assert [(one.agency, one.on) for one in agency.successors] == [(heir, date(2025, 3, 1))]
    assert roster.agencies[heir].exists_on(date(2025, 3, 1))


def test_districts_end_without_a_single_heir(roster: Roster) -> None:
    for ident in roster.expand("ubnd-quan-huyen-thi-xa", EARLIEST):
        assert roster.agencies[ident].end == date(2025, 7, 1)
        assert roster.agencies[ident].successors == ()
    assert roster.expand("ubnd-quan-huyen-thi-xa", date(2025, 7, 1)) == ()


def test_symbols_that_were_not_read_say_so(roster: Roster) -> None:
    departments = [roster.agencies[ident] for ident in roster.expand("so-ban-nganh", EARLIEST)]
    read = {one.symbol for one in departments if not one.symbol_assumed}
    assert read == {"VP", "SNV", "KH&ĐT", "SKHCN", "QHKT"}


# The calendar.


def test_the_days_off_of_2021(plan: Plan) -> None:
    (year,) = plan.calendar.years
    assert (year.year, year.complete, year.default) == (2021, True, False)
    off = [
        day
        for number in range(365)
        if (day := date(2021, 1, 1) + timedelta(days=number)).weekday() < 5
        and not plan.calendar.is_working(day)
    ]
    assert off == [
        date(2021, 1, 1),
        *(date(2021, 2, day) for day in (10, 11, 12, 15, 16)),
        date(2021, 4, 21),
        date(2021, 4, 30),
        date(2021, 5, 3),
        date(2021, 9, 2),
        date(2021, 9, 3),
    ]
