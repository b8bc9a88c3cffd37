"""What a report is made of: kinds, periods, and what falls into them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest

from cchc_cli.domain.agencies import Group, Member
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Duty, Link, Plan, Reference
from cchc_cli.domain.schedules import (
    Dated,
    DueRule,
    Every,
    OnEvent,
    Reports,
    Schedule,
    Undated,
    Window,
)
from cchc_cli.errors import CchcError, NotFound, UsageFault
from cchc_cli.services.duties import Part
from cchc_cli.services.occasions import CODES, parse_period
from cchc_cli.services.report import KINDS, Kind, Report, ReportTask, compose
from cchc_cli.views.wording.errors import sentence
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency

TODAY = date(2021, 6, 10)
TWO_YEARS = make_plan(date(2021, 1, 1), date(2022, 12, 31))


def of(
    duties: Sequence[Duty], period: str = "h1", who: str | None = "snv", kind: Kind | None = None
) -> Report:
    """A report on a tiny plan."""
    plan = make_plan(duties=duties)
    return compose(plan, period, TODAY, agency(plan, who) if who else None, kind)


def task_ids(report: Report) -> list[str]:
    """The duties that a report tells of."""
    return [task.duty.id for task in report.tasks]


def others(task: ReportTask) -> tuple[str, ...]:
    """The other clauses that name a task's event."""
    return tuple(duty.id for duty in task.also)


# Periods.


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("h1", "2022/h1"),
        ("H1", "2022/h1"),
        ("  year ", "2022/year"),
        ("2021/h1", "2021/h1"),
        ("2021/H1", "2021/h1"),
        ("m3", "2022/m3"),
        ("2021/m12", "2021/m12"),
        ("9m", "2022/9m"),
        ("h2", "2022/h2"),
        ("q1", "2022/q1"),
        ("q3", "2022/q3"),
    ],
)
def test_a_period_is_of_the_year_typed_or_of_the_plans_last(typed: str, key: str) -> None:
    assert parse_period(TWO_YEARS, typed).key == key


@pytest.mark.parametrize("code", CODES)
def test_every_reporting_period_can_be_asked_for(code: str) -> None:
    assert parse_period(TWO_YEARS, code).name == code


@pytest.mark.parametrize(
    ("typed", "error", "code", "says"),
    [
        pytest.param("q2", UsageFault, "no_such_quarter", "bốn kỳ", id="no second quarter"),
        pytest.param("2021/q4", UsageFault, "no_such_quarter", "2021/q4", id="no fourth quarter"),
        pytest.param("h3", UsageFault, "unknown_period", "m1 … m12", id="no third half"),
        pytest.param("m13", UsageFault, "unknown_period", "“m13”", id="no month 13"),
        pytest.param("", UsageFault, "unknown_period", "h1", id="nothing"),
        pytest.param("2021", UsageFault, "unknown_period", "year", id="a year alone"),
        pytest.param("2021/", UsageFault, "unknown_period", "year", id="a year without a code"),
        pytest.param("x/h1", UsageFault, "unknown_period", "2022/h1", id="a year that is none"),
        pytest.param("/h1", UsageFault, "unknown_period", "2022/h1", id="a slash without a year"),
        pytest.param("2020/h1", NotFound, "period_outside_plan", "2021-2022", id="too early"),
        pytest.param("2023/h1", NotFound, "period_outside_plan", "2021-2022", id="too late"),
    ],
)
def test_a_period_that_is_none(typed: str, error: type[CchcError], code: str, says: str) -> None:
    with pytest.raises(error) as caught:
        parse_period(TWO_YEARS, typed)
    assert caught.value.code == code
    assert says in sentence(caught.value)


def test_the_turnover_day_is_the_plans_policy() -> None:
    period = parse_period(make_plan(policy=Policy(turnover_day=1)), "h1")
    assert (period.first, period.last) == (date(2021, 1, 1), date(2021, 6, 30))


# What falls into a period.


@pytest.mark.parametrize(
    ("schedule", "period", "keys"),
    [
        pytest.param(Undated("continuous"), "q1", ["continuous"], id="continuous: always"),
        pytest.param(Undated("once"), "year", ["once"], id="once: always"),
        pytest.param(OnEvent("Bộ yêu cầu"), "h1", ["event"], id="an event: always"),
        pytest.param(Every("quarter"), "h1", ["2021-Q1", "2021-Q2"], id="two quarters of a half"),
        pytest.param(Every("quarter"), "q1", ["2021-Q1"], id="the quarter itself"),
        pytest.param(Every("quarter"), "q3", ["2021-Q3"], id="the third quarter"),
        pytest.param(
            Every("quarter"), "9m", ["2021-Q1", "2021-Q2", "2021-Q3"], id="nine months"
        ),
        pytest.param(
            Every("quarter"), "year", ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"], id="the year"
        ),
        pytest.param(Every("month"), "m5", ["2021-M05"], id="a month"),
        pytest.param(
            Every("week", last=date(2021, 1, 31)), "m1",
            ["2021-W01", "2021-W02", "2021-W03", "2021-W04"], id="the weeks of a month",
        ),
        pytest.param(
            Every("week", first=date(2021, 3, 15), last=date(2021, 4, 11)), "q1",
            ["2021-W11", "2021-W12"], id="a week of which the Thursday is in April is not March's",
        ),
        pytest.param(
            Every("week", first=date(2021, 9, 20), last=date(2021, 10, 10)), "q3",
            ["2021-W38", "2021-W39"], id="a week that ends in October with a Thursday in September",
        ),
        pytest.param(
            Every("half", due=DueRule("by", day_of_month=20, month="next")), "h1", ["2021-H1"],
            id="due afterwards, yet of the half year",
        ),
        pytest.param(Reports(("q1", "h1")), "h1", ["2021/q1", "2021/h1"], id="both closed by June"),
        pytest.param(Reports(("q1", "h1")), "q1", ["2021/q1"], id="only the first quarter"),
        pytest.param(Reports(("year",)), "h2", ["2021/year"], id="the year ends with its half"),
        pytest.param(
            Dated("before", date(2021, 6, 15), "h1"), "h1", ["2021/h1"], id="counts for it"
        ),
        pytest.param(Dated("by", date(2021, 6, 30)), "h1", ["2021-06-30"], id="a date in June"),
        pytest.param(Dated("before", date(2021, 7, 1)), "h1", ["2021-07-01"], id="good until June"),
        pytest.param(Dated("by", date(2021, 7, 1)), "h1", [], id="a date in July"),
        pytest.param(
            Window(date(2021, 6, 1), date(2021, 9, 30)), "h1", ["2021-06-01..2021-09-30"],
            id="a window that has opened",
        ),
        pytest.param(
            Window(date(2021, 6, 1), date(2021, 9, 30)), "q3", ["2021-06-01..2021-09-30"],
            id="the same window until it closes",
        ),
        pytest.param(
            Window(date(2021, 1, 1), date(2021, 12, 31)), "m5", ["2021-01-01..2021-12-31"],
            id="a window around the period",
        ),
        pytest.param(
            Window(date(2021, 6, 30), date(2021, 7, 1)), "h1", ["2021-06-30..2021-07-01"],
            id="a window that opens on the last day",
        ),
        pytest.param(
            Window(date(2021, 7, 1), date(2021, 9, 30)), "h1", [], id="a window still closed"
        ),
        pytest.param(Dated("by", date(2021, 7, 1)), "q3", ["2021-07-01"], id="then in July"),
        pytest.param(
            Dated("by", date(2021, 6, 20)), "h1", ["2021-06-20"],
            id="a date after the figures closed, yet in June",
        ),
        pytest.param(
            Reports(("h1",), DueRule("by", day_of_month=20)), "h1", ["2021/h1"],
            id="a report by its cut-off and not by its date",
        ),
        pytest.param(
            Dated("by", date(2022, 1, 5), "year"), "year", ["2021/year"],
            id="the year's report due in January",
        ),
        pytest.param(
            Reports(("q1", "h1", "q3", "year")), "9m", ["2021/q1", "2021/h1", "2021/q3"],
            id="three reports in nine months",
        ),
        pytest.param(
            Window(date(2021, 2, 1), date(2021, 6, 30)), "q3", [], id="a window that has closed"
        ),
    ],
)  # fmt: skip
def test_what_falls_into_a_period(schedule: Schedule, period: str, keys: list[str]) -> None:
    always = make_duty(ident="V.9")
    report = of([make_duty(schedule), always], period)
    assert [
        one.key for task in report.tasks for one in task.occurrences if task.duty.id == "V.1"
    ] == keys
    assert task_ids(report)[-1] == "V.9"


# Kinds.


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        pytest.param("snv", None, "periodic", id="an agency reports periodically"),
        pytest.param(None, None, "city", id="without an agency it is the city's"),
        pytest.param("snv", "thematic", "thematic", id="thematic"),
        pytest.param("snv", "periodic", "periodic", id="periodic"),
        pytest.param(None, "city", "city", id="the city's"),
    ],
)
def test_the_kind_of_a_report(who: str | None, kind: Kind | None, expected: Kind) -> None:
    assert of([make_duty()], who=who, kind=kind).kind == expected
    assert expected in KINDS


@pytest.mark.parametrize(
    ("who", "kind", "code"),
    [
        pytest.param(None, "periodic", "kind_needs_agency", id="nobody's periodic report"),
        pytest.param(None, "thematic", "kind_needs_agency", id="nobody's thematic report"),
        pytest.param("snv", "city", "kind_without_agency", id="the city's report of an agency"),
    ],
)
def test_a_kind_that_does_not_fit(who: str | None, kind: Kind, code: str) -> None:
    with pytest.raises(UsageFault) as caught:
        of([make_duty()], who=who, kind=kind)
    assert caught.value.code == code
    assert sentence(caught.value)


SEVERAL = (
    make_duty(ident="V.1", lead=["snv"]),
    make_duty(ident="V.2", lead=[], implement=["so-ban-nganh"]),
    make_duty(ident="V.3", lead=[], implement=["tat-ca"]),
    make_duty(ident="V.4", lead=["stp"])._replace(partners=("snv",)),
    make_duty(ident="V.5", lead=[], implement=["mttq-tp"])._replace(force="requested"),
)


@pytest.mark.parametrize(
    ("who", "kind", "expected"),
    [
        pytest.param("snv", "periodic", ["V.1", "V.2", "V.3"], id="all it bears"),
        pytest.param(
            "snv", "thematic", ["V.1", "V.2"],
            id="a report by subject leaves out what everybody bears",
        ),
        pytest.param("stp", "periodic", ["V.4"], id="its own"),
        pytest.param(None, "city", ["V.1", "V.2", "V.3", "V.4", "V.5"], id="everybody's"),
    ],
)  # fmt: skip
def test_the_duties_of_a_report(who: str | None, kind: Kind, expected: list[str]) -> None:
    assert task_ids(of(SEVERAL, who=who, kind=kind)) == expected


def test_the_citys_report_tells_who_was_only_asked() -> None:
    report = of(SEVERAL, who=None)
    assert [task.part.role for task in report.tasks] == [*["implement"] * 4, "requested"]


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        pytest.param("tttp", "periodic", id="no duty at all"),
        pytest.param("vp-ubnd", "periodic", id="none that it bears"),
        pytest.param("q-ba-dinh", "thematic", id="none but those of everybody"),
    ],
)
def test_an_agency_without_duties_has_nothing_to_report(who: str, kind: Kind) -> None:
    with pytest.raises(NotFound) as caught:
        of(SEVERAL, who=who, kind=kind)
    assert caught.value.code == "nothing_to_report"
    assert "không có nhiệm vụ nào" in sentence(caught.value)


@pytest.mark.parametrize("kind", [None, "periodic", "thematic"])
def test_whoever_is_only_asked_owes_no_report(kind: Kind | None) -> None:
    with pytest.raises(UsageFault) as caught:
        of(SEVERAL, who="mttq-tp", kind=kind)
    assert caught.value.code == "only_requested"
    assert sentence(caught.value) == (
        "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội chỉ có việc được đề nghị, không có "
        "nhiệm vụ báo cáo theo kế hoạch này."
    )


def test_whoever_is_asked_and_charged_reports_on_both() -> None:
    duties = (*SEVERAL, make_duty(ident="V.6", lead=[], implement=["mttq-tp"]))
    report = of(duties, who="mttq-tp")
    assert [(task.duty.id, task.part.role) for task in report.tasks] == [
        ("V.5", "requested"),
        ("V.6", "implement"),
    ]


def test_whoever_is_charged_in_another_period_is_not_said_to_be_only_asked() -> None:
    later = make_duty(Dated("by", date(2021, 9, 1)), ident="V.6", lead=["mttq-tp"])
    report = of((*SEVERAL, later), who="mttq-tp")
    assert task_ids(report) == ["V.5"]


def test_whoever_joins_a_group_that_is_charged_is_not_said_to_be_only_asked() -> None:
    joining = Group("nhom", "Nhóm", (Member("mttq-tp", first=date(2021, 7, 1)),))
    plan = make_plan(duties=(*SEVERAL, make_duty(ident="V.6", lead=[], implement=["nhom"])))
    registry = plan.registry._replace(groups=(*plan.registry.groups, joining))
    plan = plan._replace(registry=registry)
    assert task_ids(compose(plan, "q3", TODAY, agency(plan, "mttq-tp"), None)) == ["V.5", "V.6"]


def test_a_city_without_duties_still_reports() -> None:
    assert of([], who=None).tasks == ()


# Reports by subject.


@pytest.mark.parametrize(
    ("duty", "told"),
    [
        pytest.param(make_duty(), True, id="a duty of substance"),
        pytest.param(make_duty()._replace(report_to="ubnd-tp"), True, id="reported on to somebody"),
        pytest.param(make_duty(Reports(("h1",))), True, id="a text for somebody's report"),
        pytest.param(
            make_duty(Reports(("h1",)))._replace(report_to="ubnd-tp"), False, id="a report itself"
        ),
        pytest.param(
            make_duty(Dated("before", date(2021, 6, 15), "h1"))._replace(report_to="ubnd-tp"),
            False,
            id="a report by a date",
        ),
        pytest.param(make_duty(Dated("by", date(2021, 6, 1))), True, id="something by a date"),
        pytest.param(
            make_duty(Every("quarter"))._replace(report_to="ubnd-tp"), True,
            id="something every quarter",
        ),
        pytest.param(
            make_duty(lead=[], implement=["tat-ca"]), False, id="what everybody bears"
        ),
    ],
)  # fmt: skip
def test_a_report_by_subject_tells_of_no_report(duty: Duty, *, told: bool) -> None:
    report = of([duty, make_duty(ident="V.9")], kind="thematic")
    assert task_ids(report) == (["V.1", "V.9"] if told else ["V.9"])
    assert task_ids(of([duty, make_duty(ident="V.9")])) == ["V.1", "V.9"]


# Joint events.


def joint(first: Duty, second: Duty, *others: Duty) -> list[Duty]:
    """Duties of which each names the next as the same event."""
    row = [first, second, *others]
    return [
        one._replace(links=(Link(after.id, "same_event"),)) for one, after in pairwise(row)
    ] + row[-1:]


PRESS = joint(
    make_duty(Every("quarter"), ident="V.1", lead=[], cooperate=["snv"])._replace(
        partners=("stttt", "quan-huyen")
    ),
    make_duty(Every("quarter"), ident="V.4", lead=[], cooperate=["vp-ubnd"]),
)


@pytest.mark.parametrize(
    ("who", "task", "also", "part"),
    [
        pytest.param("snv", "V.1", ("V.4",), Part("cooperate"), id="bears the first"),
        pytest.param("vp-ubnd", "V.4", ("V.1",), Part("cooperate"), id="bears the second"),
        pytest.param("stttt", "V.1", ("V.4",), Part("partner"), id="is partner only"),
        pytest.param(
            "q-ba-dinh", "V.1", ("V.4",), Part("partner", "quan-huyen"), id="in a group of them"
        ),
        pytest.param(None, "V.1", ("V.4",), Part("implement"), id="the city, once"),
    ],
)
def test_a_joint_event_is_told_once_by_whoever_takes_part(
    who: str | None, task: str, also: tuple[str, ...], part: Part
) -> None:
    (only,) = of(PRESS, who=who).tasks
    assert (only.duty.id, others(only), only.part) == (task, also, part)
    assert [one.key for one in only.occurrences] == ["2021-Q1", "2021-Q2"]


def test_a_partner_of_a_single_clause_does_not_report_on_it() -> None:
    duty = PRESS[0]._replace(links=())
    with pytest.raises(NotFound):
        of([duty], who="stttt")


def test_bearing_goes_before_being_named_as_partner() -> None:
    duties = joint(
        make_duty(ident="V.1", lead=["stp"])._replace(partners=("snv",)),
        make_duty(ident="V.2", lead=["tttp"]),
        make_duty(ident="V.3", lead=["snv"]),
    )
    (task,) = of(duties).tasks
    assert (task.duty.id, task.part, others(task)) == ("V.3", Part("lead"), ("V.1", "V.2"))


@pytest.mark.parametrize(
    ("who", "period", "speaks"),
    [
        pytest.param("snv", "q1", "V.1", id="the agency's own"),
        pytest.param("stp", "q3", "V.2", id="the other agency's own"),
        pytest.param("snv", "q3", "V.2", id="the clause of the period, if its own has nothing"),
        pytest.param("tttp", "q1", "V.1", id="of a partner the clause of the period"),
        pytest.param("tttp", "q3", "V.2", id="which may be the second"),
        pytest.param(None, "q1", "V.1", id="the city likewise, the first"),
        pytest.param(None, "q3", "V.2", id="the city likewise, the second"),
        pytest.param(None, "year", "V.1", id="the plan's order if both do"),
        pytest.param(None, "m5", None, id="nobody if neither does"),
    ],
)
def test_of_a_joint_event_a_clause_with_something_in_the_period_speaks(
    who: str | None, period: str, speaks: str | None
) -> None:
    twins = joint(
        make_duty(Dated("by", date(2021, 3, 1)), ident="V.1")._replace(partners=("tttp",)),
        make_duty(Dated("by", date(2021, 9, 1)), ident="V.2", lead=["stp"])._replace(
            partners=("tttp",)
        ),
    )
    always = make_duty(ident="V.9", lead=["snv", "stp", "tttp"])
    told = [] if speaks is None else [speaks]
    assert task_ids(of([*twins, always], period, who=who)) == [*told, "V.9"]


def test_for_whom_anothers_clause_speaks_the_part_in_its_own_is_told() -> None:
    twins = joint(
        make_duty(Dated("by", date(2021, 3, 1)), ident="V.1", lead=[], cooperate=["snv"]),
        make_duty(Dated("by", date(2021, 9, 1)), ident="V.2", lead=["stp"]),
    )
    (task,) = of(twins, "q3").tasks
    assert (task.duty.id, others(task), task.part) == ("V.2", ("V.1",), Part("cooperate"))


def test_tasks_stand_in_the_plans_order_whichever_clause_speaks() -> None:
    first, last = joint(make_duty(ident="V.1", lead=["stp"]), make_duty(ident="V.3", lead=["snv"]))
    duties = [first, make_duty(ident="V.2", lead=["snv", "stp"]), last]
    assert task_ids(of(duties)) == ["V.2", "V.3"]
    assert task_ids(of(duties, who="stp")) == ["V.1", "V.2"]
    assert task_ids(of(duties, who=None)) == ["V.1", "V.2"]


# The list of deadlines tells the date; a report that tells "một lần" instead hides it.
@pytest.mark.parametrize("who", ["snv", None], ids=["an agency", "the city"])
def test_of_a_joint_event_the_clause_with_a_date_speaks_as_in_the_list_of_deadlines(
    who: str | None,
) -> None:
    dated = make_duty(Dated("by", date(2021, 9, 1)), ident="V.2", lead=["stp"])
    (task,) = of(joint(make_duty(ident="V.1"), dated), "q3", who=who).tasks
    assert [one.deadline is not None for one in task.occurrences] == [True]


def test_in_the_citys_report_a_joint_event_that_binds_somebody_is_no_request() -> None:
    asked = make_duty(ident="V.1", lead=[], implement=["mttq-tp"])._replace(force="requested")
    (task,) = of(joint(asked, make_duty(ident="V.2")), who=None).tasks
    assert (task.duty.id, task.part.role, others(task)) == ("V.2", "implement", ("V.1",))


def test_a_report_by_subject_tells_of_a_joint_event_by_the_clause_that_is_ones_own() -> None:
    everybodys = make_duty(ident="V.1", lead=[], implement=["tat-ca"])
    duties = joint(everybodys, make_duty(ident="V.2"))
    assert task_ids(of(duties, kind="thematic")) == ["V.2"]


# Membership.


@pytest.mark.parametrize(
    ("who", "period", "told"),
    [
        pytest.param("sdttg", "2025/m2", False, id="not founded yet"),
        pytest.param("sdttg", "2025/q1", True, id="founded before the figures closed"),
        pytest.param("stttt", "2025/m2", True, id="still there"),
        pytest.param("stttt", "2025/q1", False, id="ended before the figures closed"),
        pytest.param("stttt", "2024/year", True, id="the year before"),
        pytest.param("snv", "2025/q1", True, id="there all along"),
    ],
)
def test_who_reports_is_asked_on_the_last_day_of_the_period(
    who: str, period: str, *, told: bool
) -> None:
    duty = make_duty(lead=[], implement=["so-ban-nganh"])
    plan = make_plan(date(2024, 7, 1), date(2025, 12, 31), duties=[duty])
    if told:
        assert task_ids(compose(plan, period, TODAY, agency(plan, who), None)) == ["V.1"]
    else:
        with pytest.raises(NotFound, match="nothing_to_report"):
            compose(plan, period, TODAY, agency(plan, who), None)


@pytest.mark.parametrize("period", ["2024/q1", "2025/year"])
def test_a_period_that_closes_outside_the_plan_goes_by_its_nearest_day(period: str) -> None:
    duty = make_duty(lead=[], implement=["so-ban-nganh"])
    plan = make_plan(date(2024, 7, 1), date(2025, 2, 28), duties=[duty])
    assert task_ids(compose(plan, period, TODAY, agency(plan, "stttt"), None)) == ["V.1"]


# Who writes to whom.


@pytest.mark.parametrize(
    ("who", "author", "receiver", "through"),
    [
        pytest.param("stp", "stp", "ubnd-tp", "snv", id="an agency, through the co-ordinator"),
        pytest.param("snv", "snv", "ubnd-tp", None, id="the co-ordinator itself"),
        pytest.param(None, "ubnd-tp", None, None, id="the city, nobody above it named"),
    ],
)
def test_who_writes_to_whom(
    who: str | None, author: str, receiver: str | None, through: str | None
) -> None:
    report = of([make_duty(ident="V.1"), make_duty(ident="V.2", lead=["stp"])], who=who)
    assert report.author.id == author
    assert (report.receiver.id if report.receiver else None) == receiver
    assert (report.through.id if report.through else None) == through


UPWARD = make_duty(Reports(("h1", "year")))._replace(report_to="vp-ubnd")


@pytest.mark.parametrize(
    ("duty", "period", "receiver"),
    [
        pytest.param(UPWARD, "h1", "vp-ubnd", id="the co-ordinator's duty names the receiver"),
        pytest.param(UPWARD, "year", "vp-ubnd", id="at the year's end, too"),
        pytest.param(UPWARD, "q1", None, id="not for a period that it does not report"),
        pytest.param(UPWARD._replace(report_to="ubnd-tp"), "h1", None, id="not to itself"),
        pytest.param(UPWARD._replace(lead=("stp",)), "h1", None, id="not somebody else's duty"),
        pytest.param(UPWARD._replace(schedule=Undated("once")), "h1", None, id="no period"),
    ],
)
def test_whom_the_city_reports_to(duty: Duty, period: str, receiver: str | None) -> None:
    report = of([duty, make_duty(ident="V.9")], period, who=None)
    assert (report.receiver.id if report.receiver else None) == receiver


def test_legal_bases_stand_in_the_plans_order() -> None:
    first, second = (
        Reference(ident, ident, "Quyết định", None, None, None, ()) for ident in ("a", "b")
    )
    plan = make_plan(duties=[make_duty()])._replace(
        references=(first, second), legal_basis=("b", "a")
    )
    assert compose(plan, "h1", TODAY, None, None).bases == (second, first)


# The plan of 2021.


@pytest.mark.parametrize(
    ("who", "kind", "period", "tasks"),
    [
        pytest.param("snv", None, "h1", 18, id="Sở Nội vụ, half year"),
        pytest.param("snv", None, "year", 19, id="Sở Nội vụ, year"),
        pytest.param("snv", None, "q1", 12, id="Sở Nội vụ, quarter one: no report and no event"),
        pytest.param("snv", "thematic", "h1", 9, id="Sở Nội vụ, thematic: no reports"),
        pytest.param("stp", "thematic", "h1", 2, id="Sở Tư pháp, thematic"),
        pytest.param("stttt", "thematic", "h1", 16, id="Sở TT&TT, with the press conference"),
        pytest.param("stttt", None, "h1", 23, id="Sở TT&TT, half year"),
        pytest.param("vp-ubnd", None, "h1", 13, id="Văn phòng, half year"),
        pytest.param("q-ba-dinh", None, "h1", 6, id="UBND quận Ba Đình, half year"),
        pytest.param(None, None, "h1", 47, id="the city, half year: all but V.6.4c, V.4.3 joint"),
        pytest.param(None, None, "year", 48, id="the city, year: everything, V.4.3 joint"),
    ],
)
def test_how_many_duties_a_report_of_2021_tells_of(
    *, plan_2021: Plan, who: str | None, kind: Kind | None, period: str, tasks: int
) -> None:
    author = agency(plan_2021, who) if who else None
    assert len(compose(plan_2021, period, TODAY, author, kind).tasks) == tasks


def occurrence_keys(report: Report) -> dict[str, list[str]]:
    """What falls due, by duty."""
    return {task.duty.id: [one.key for one in task.occurrences] for task in report.tasks}


def test_the_half_year_of_2021(plan_2021: Plan) -> None:
    report = compose(plan_2021, "h1", TODAY, None, None)
    found = occurrence_keys(report)
    assert found["V.1.2b"] == ["2021-Q2"]
    assert "V.4.3" not in found
    joint_tasks = {task.duty.id: others(task) for task in report.tasks if task.also}
    assert joint_tasks == {"V.1.2b": ("V.4.3",)}
    assert found["V.6.3a"] == found["V.6.3b"] == ["2021/h1"]
    assert found["V.6.4b"] == ["2021/h1"]
    assert "V.6.4c" not in found
    assert found["V.10.3b"] == [f"2021-W{number}" for number in range(12, 26)]


def test_the_year_2021(plan_2021: Plan) -> None:
    found = occurrence_keys(compose(plan_2021, "year", TODAY, None, None))
    assert found["V.1.2b"] == ["2021-Q2", "2021-Q3", "2021-Q4"]
    assert found["V.6.3b"] == ["2021/h1", "2021/q3", "2021/year"]
    assert found["V.6.4b"] == ["2021/h1"]
    assert found["V.6.4c"] == ["2021/year"]


def test_every_week_of_the_plan_is_in_the_years_report(plan_2021: Plan) -> None:
    found = occurrence_keys(compose(plan_2021, "year", TODAY, None, None))
    assert found["V.10.3b"] == [f"2021-W{number}" for number in range(12, 53)]
    assert len(found["V.10.3b"]) == 41


def test_every_week_of_the_plan_is_in_the_report_of_one_month(plan_2021: Plan) -> None:
    months = [
        key
        for month in range(1, 13)
        for key in occurrence_keys(compose(plan_2021, f"m{month}", TODAY, None, None)).get(
            "V.10.3b", []
        )
    ]
    assert months == [f"2021-W{number}" for number in range(12, 53)]


@pytest.mark.parametrize(
    ("who", "task", "part"),
    [
        ("snv", "V.1.2b", Part("cooperate")),
        ("vp-ubnd", "V.4.3", Part("cooperate")),
        ("stttt", "V.1.2b", Part("partner")),
    ],
)
def test_each_of_the_three_reports_on_the_press_conference(
    plan_2021: Plan, who: str, task: str, part: Part
) -> None:
    report = compose(plan_2021, "h1", TODAY, agency(plan_2021, who), None)
    (press,) = (one for one in report.tasks if one.duty.id in ("V.1.2b", "V.4.3"))
    assert (press.duty.id, press.part) == (task, part)


@pytest.mark.parametrize("who", ["mttq-tp", "thanh-doan", "btg-thanh-uy", "truong-lhp"])
def test_bodies_that_are_only_requested_owe_no_report(plan_2021: Plan, who: str) -> None:
    with pytest.raises(UsageFault, match="only_requested"):
        compose(plan_2021, "h1", TODAY, agency(plan_2021, who), None)


@pytest.mark.parametrize(
    ("period", "receiver"), [("h1", "bnv"), ("year", "bnv"), ("q1", None), ("q3", None)]
)
def test_the_city_reports_to_the_ministry_at_half_year_and_year(
    plan_2021: Plan, period: str, receiver: str | None
) -> None:
    report = compose(plan_2021, period, TODAY, None, None)
    assert report.author.id == "ubnd-tp"
    assert (report.receiver.id if report.receiver else None) == receiver


def test_the_legal_bases_of_2021(plan_2021: Plan) -> None:
    report = compose(plan_2021, "h1", TODAY, agency(plan_2021, "stp"), None)
    assert [basis.number for basis in report.bases] == ["424/QĐ-BNV", "5743/QĐ-UBND"]
    assert report.through == agency(plan_2021, "snv")


def test_an_agency_of_another_time_has_nothing_to_report(plan_2021: Plan) -> None:
    with pytest.raises(NotFound, match="nothing_to_report"):
        compose(plan_2021, "h1", TODAY, agency(plan_2021, "sdttg"), None)
