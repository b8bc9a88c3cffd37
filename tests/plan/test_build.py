"""From the checked file to the domain's plan: every field, and the faults between lines."""

from datetime import date
from pathlib import Path

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.occurrences import occurrences
from cchc_cli.domain.plan import (
    Annex,
    Channel,
    Document,
    Duty,
    Funding,
    Indicator,
    Link,
    Measure,
    Plan,
    Product,
    Recipient,
    Reference,
    Relation,
    Requirement,
    Statement,
    Target,
    Topic,
    TopicItem,
    Validity,
)
from cchc_cli.domain.schedules import Dated, Every, OnEvent, Span, Undated, Window
from cchc_cli.plan.build import TITLE_WIDTH
from cchc_cli.plan.load import check_file
from tests.plan.cases import EXAMPLES, PLAN, laid_out, with_duties, write_plan


def example(name: str, folder: Path) -> Plan:
    """The plan of a valid example."""
    plan = check_file(laid_out(EXAMPLES / "valid" / f"{name}.yaml", folder)).plan
    assert plan is not None
    return plan


def test_the_least_plan_has_defaults(tmp_path: Path) -> None:
    plan = example("minimal", tmp_path)
    assert plan.document == Document("Kế hoạch", "ubnd-tp", None, None, None)
    assert plan.validity == Validity(date(2021, 1, 1), date(2022, 1, 1))
    assert plan.policy == Policy()
    assert plan.coordinator == "snv"
    assert (plan.duties, plan.annexes, plan.references, plan.topics) == ((), (), (), ())
    assert (plan.parent, plan.theme, plan.funding) == (None, None, None)


def test_every_part_of_a_document(tmp_path: Path) -> None:
    plan = example("whole_document", tmp_path)
    assert plan.title == "Kế hoạch cải cách hành chính năm 2021"
    assert (plan.short_title, plan.subject) == ("Kế hoạch CCHC 2021", "cải cách hành chính")
    assert plan.document == Document(
        "Kế hoạch", "ubnd-tp", "50/KH-UBND", date(2021, 2, 1), "Nguyễn Văn A"
    )
    assert plan.policy == Policy(
        before="inclusive",
        shift="next_working_day",
        due_soon_days=15,
        turnover_day=1,
        turnover_source="Quy chế làm việc",
    )
    assert plan.theme == "Kỷ cương"
    assert plan.legal_basis == ("nd-1",)
    assert plan.references == (
        Reference(
            "nd-1",
            "1/2021/NĐ-CP",
            "Nghị định",
            "Chính phủ",
            date(2021, 1, 5),
            "cải cách hành chính",
            ("mở đầu", "II.1"),
        ),
        Reference("nd-2", "2/2021/NĐ-CP", "Nghị định", None, None, None, ("mở đầu",)),
    )
    assert plan.purposes == (Statement("I.1", "Nâng cao chất lượng."),)
    assert plan.requirements == (
        Requirement("I.2", "100% cơ quan.", Target("tỷ lệ", 100, "%")),
        Requirement("I.2", "Kịp thời."),
    )
    assert plan.topics == (
        Topic(
            "noi-dung", "II.1", "Nội dung", (TopicItem("Kết quả", "every month"), TopicItem("Tin"))
        ),
    )
    assert plan.channels == (Channel("truc-tiep", "II.2", "Trực tiếp", "Qua hội nghị."),)
    assert plan.indicators == (
        Indicator("hoi-nghi", "Hội nghị", "cuộc", channel="truc-tiep"),
        Indicator("y-kien", "Ý kiến", "ý kiến", group="Ý kiến"),
    )
    assert plan.locator_aliases == (("III", "V"),)
    assert plan.funding == Funding("Ngân sách Thành phố.", "nd-2")
    assert plan.recipients == (Recipient("Bộ Nội vụ", "để báo cáo"), Recipient("Lưu: VT"))


def test_every_part_of_a_duty(tmp_path: Path) -> None:
    plan = example("groups_and_links", tmp_path)
    signing, publicity, press, roster, row = plan.duties
    assert signing == Duty(
        id="I.1",
        clause="I",
        title="Ký chương trình phối hợp",
        text="Ký chương trình phối hợp với các cơ quan báo chí.",
        schedule=Undated("sometime"),
        lead=("snv",),
        partners=("stp", "cac-so"),
        product=Product("Chương trình", 2, ("Văn bản thỏa thuận",)),
    )
    assert (publicity.force, publicity.implement) == ("requested", ("bao-chi", "dai"))
    assert publicity.measure == Measure(15, "phút", "lần phát")
    assert publicity.links == (Link("I.1", "depends_on", "Theo chương trình đã ký."),)
    assert publicity.question == "Những cơ quan nào?"
    assert (press.cooperate, press.partner_words) == (("snv", "stttt"), "các cơ quan liên quan")
    assert press.schedule == Every("quarter", times=2)
    assert press.linked("same_event") == ("PL.1",)
    assert (roster.capacity, roster.time_words) == ("thực hiện", "thường xuyên")
    assert row.id == "PL.1"


def test_reports_go_to_somebody_through_somebody(tmp_path: Path) -> None:
    duty = example("events", tmp_path).duties[-1]
    assert (duty.report_to, duty.report_through) == ("bnv", "ubnd-tp")


def test_events(tmp_path: Path) -> None:
    schedules = [duty.schedule for duty in example("events", tmp_path).duties[:4]]
    assert schedules == [
        OnEvent("có văn bản mới"),
        OnEvent("nhận kiến nghị", Span(10, "working_days")),
        OnEvent("kết luận kiểm tra", Span(5, "days")),
        OnEvent("kết thúc cuộc thi", Span(2, "months")),
    ]


def test_windows(tmp_path: Path) -> None:
    schedules = [duty.schedule for duty in example("windows", tmp_path).duties]
    assert schedules == [
        Window(date(2021, 4, 1), date(2021, 6, 30)),
        Window(date(2021, 9, 1), date(2021, 9, 30)),
        Window(date(2021, 7, 1), date(2021, 12, 31)),
        Window(date(2021, 1, 1), date(2021, 12, 31)),
        Window(date(2021, 10, 4), date(2021, 10, 10)),
    ]


def test_a_row_of_an_annex_is_a_duty(tmp_path: Path) -> None:
    plan = example("annex", tmp_path)
    assert plan.annexes == (
        Annex("PL1", "Danh mục nhiệm vụ năm 2021"),
        Annex("PL2", "Danh mục văn bản"),
    )
    assert [duty.id for duty in plan.duties] == ["PL1.1", "PL1.2", "PL1.3", "PL2.1"]
    review, training, _, charter = plan.duties
    assert review == Duty(
        id="PL1.1",
        clause="PL1",
        title="Rà soát, đánh giá thủ tục hành chính trên địa bàn Thành phố, kiến nghị đơn giản hóa"
        " các…",
        text="Rà soát, đánh giá thủ tục hành chính trên địa bàn Thành phố, kiến nghị đơn giản hóa"
        " các thủ tục không còn phù hợp",
        schedule=Window(date(2021, 4, 1), date(2021, 12, 31)),
        lead=("vp-ubnd",),
        partners=("cac-so", "quan-huyen"),
        partner_words="các đơn vị liên quan",
        product=Product("Báo cáo kết quả rà soát"),
        time_words="Quý II - Quý IV",
        funding="Ngân sách Thành phố",
    )
    assert (training.title, training.text, training.product) == ("Tập huấn", "Tập huấn", None)
    assert (charter.implement, charter.schedule) == (("stp",), Dated("by", date(2021, 6, 30)))


@pytest.mark.parametrize("length", [TITLE_WIDTH, TITLE_WIDTH + 1])
def test_a_long_row_gets_a_short_title(length: int, tmp_path: Path) -> None:
    row = f"{{no: 1, content: {'x' * length}, lead: [snv], time: once}}"
    plan = check_file(
        write_plan(tmp_path, f"{PLAN}annexes: [{{id: PL, title: x, tasks: [{row}]}}]\n")
    ).plan
    assert plan is not None
    (duty,) = plan.duties
    assert len(duty.title) == TITLE_WIDTH
    assert duty.title.endswith("…") is (length > TITLE_WIDTH)


def test_a_plan_stands_between_others(tmp_path: Path) -> None:
    parent, child = example("parent", tmp_path), example("child", tmp_path)
    assert parent.children == (Relation("ke-hoach-con", "I.1"), Relation("ke-hoach-khac"))
    assert (child.parent, child.children) == (Relation("ke-hoach-cha", "I.1"), ())


def test_an_alias_is_read_as_what_it_stands_for(tmp_path: Path) -> None:
    body, row = example("anchors", tmp_path).duties
    assert body.lead == row.lead == ("snv", "stp")


def test_a_plan_of_several_years(tmp_path: Path) -> None:
    plan = example("several_years", tmp_path)
    _, yearly, biennial = plan.duties
    assert [one.key for one in occurrences(plan, yearly)] == [
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
    ]
    assert [one.key for one in occurrences(plan, biennial)] == ["2021..2022", "2023..2024"]


def test_a_plan_may_be_issued_before_its_first_day(tmp_path: Path) -> None:
    plan = example("issued_before_its_year", tmp_path)
    assert plan.validity.in_force == date(2020, 12, 20)
    assert plan.validity.binding_from == date(2021, 1, 1)


# Faults between lines; where each stands is said by the examples.


@pytest.mark.parametrize(
    "schedule",
    [
        "on 2021-01-01",
        "on 2021-12-31",
        "before 2021-12-31",
        "before 2022-01-10 for year",
        "by 2022-01-20 for q3",
        "before 2021-02-15 for h1",
        "within 2021",
        "every month from 2021-01-01 until 2021-12-31",
        "every year",
        "every week from 2021-12-27",
        "reports m12",
        "reports q1 h1 q3 year",
        'within 999 years of "x"',
    ],
)
def test_a_schedule_within_the_plan(schedule: str, tmp_path: Path) -> None:
    assert check_file(write_plan(tmp_path, with_duties(f"'{schedule}'"))).faults == ()


@pytest.mark.parametrize(
    ("schedule", "day"),
    [
        ("on 2020-12-31", date(2020, 12, 31)),
        ("on 2022-01-01", date(2022, 1, 1)),
        ("before 2022-01-10", date(2022, 1, 10)),
        ("before 2020-06-15 for h1", date(2020, 6, 15)),
        ("before 2022-06-15 for h1", date(2022, 6, 15)),
        ("by 2023-01-20 for year", date(2023, 1, 20)),
        ("on 9999-12-31 for year", date(9999, 12, 31)),
        ("on 0001-01-01 for year", date(1, 1, 1)),
        ("within 2020-12-31..2021-01-01", date(2020, 12, 31)),
        ("within 2021-12-31..2022-01-01", date(2022, 1, 1)),
        ("within 0001..9999", date(1, 1, 1)),
        ("every week from 2020-12-28", date(2020, 12, 28)),
        ("every week until 2022-01-02", date(2022, 1, 2)),
        ("every week from 2020-12-28 until 2022-01-02", date(2020, 12, 28)),
    ],
)
def test_a_day_outside_the_plan(schedule: str, day: date, tmp_path: Path) -> None:
    (fault,) = check_file(write_plan(tmp_path, with_duties(schedule))).faults
    assert (fault.code, fault.field) == ("date_outside_plan", "duties[1].schedule")
    assert fault.values == {"day": day, "first": date(2021, 1, 1), "last": date(2021, 12, 31)}


@pytest.mark.parametrize(
    ("schedule", "in_force"),
    [
        ("every 2 years", None),
        ("every week from 2021-12-28", None),
        ("every month from 2021-06-02 until 2021-07-30", None),
        ("every quarter until 2021-03-31", date(2021, 4, 1)),
        ("reports q1", date(2021, 3, 24)),
    ],
)
def test_a_schedule_that_yields_nothing(
    schedule: str, in_force: date | None, tmp_path: Path
) -> None:
    text = with_duties(schedule)
    if in_force:
        text = text.replace("to: 2021-12-31", f"to: 2021-12-31, in_force: {in_force}")
    (fault,) = check_file(write_plan(tmp_path, text)).faults
    assert (fault.code, fault.field) == ("schedule_empty", "duties[1].schedule")
    assert fault.values["first"] == (in_force or date(2021, 1, 1))


def test_a_plan_cannot_bind_only_after_its_end(tmp_path: Path) -> None:
    text = PLAN.replace("to: 2021-12-31", "to: 2021-12-31, in_force: 2022-01-01")
    (fault,) = check_file(write_plan(tmp_path, text)).faults
    assert (fault.code, fault.field) == ("date_outside_plan", "validity.in_force")


def test_each_kind_of_record_has_ids_of_its_own(tmp_path: Path) -> None:
    text = (
        PLAN
        + "topics: [{id: a, clause: I, title: x}]\n"
        + "channels: [{id: a, clause: I, title: x, text: x}]\n"
        + "references: [{id: a, number: x, type: x, cited_at: [x]}]\n"
    )
    assert check_file(write_plan(tmp_path, text)).faults == ()


def test_a_duplicate_id_is_told_as_it_is_written(tmp_path: Path) -> None:
    topic = "{id: a, clause: I, title: x}"
    (fault,) = check_file(write_plan(tmp_path, f"{PLAN}topics: [{topic}, {topic}]\n")).faults
    assert (fault.code, fault.values) == ("duplicate_id", {"id": "a", "first": 11})


def test_a_body_and_an_annex_may_not_share_an_id(tmp_path: Path) -> None:
    row = "annexes: [{id: I, title: x, tasks: [{no: 1, content: x, lead: [snv], time: once}]}]\n"
    (fault,) = check_file(write_plan(tmp_path, with_duties("once") + row)).faults
    assert (fault.code, fault.field) == ("duplicate_id", "annexes[1].tasks[1].no")
    assert fault.values == {"id": "I.1", "first": 12}


def test_the_nearest_id_is_told(tmp_path: Path) -> None:
    text = with_duties("once").replace("lead: [snv]", "lead: [vp-ubdn]")
    (fault,) = check_file(write_plan(tmp_path, text)).faults
    assert fault.values == {"what": "agency_or_group", "id": "vp-ubdn", "nearest": "vp-ubnd"}
