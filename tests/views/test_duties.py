"""Lists of duties, and one duty in full."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from cchc_cli.domain.plan import Duty, Link, Measure, Plan, Product
from cchc_cli.domain.schedules import Dated, Every, Reports, Undated, Window
from cchc_cli.services.duties import Choices, DutyList, list_duties, show_duty
from cchc_cli.views.duties import (
    COLUMNS,
    NAMED_BEARERS,
    detail_json,
    detail_lines,
    detail_markdown,
    detail_text,
    duties_json,
    duties_sheet,
    heading,
    time_text,
)
from cchc_cli.views.sheet import Sheet, markdown, plain
from cchc_cli.views.terminal import table
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, plan_of_2021
from tests.services.test_deadlines import BY_MID_JUNE
from tests.views.screen import WIDTHS, too_wide

FORMS: dict[str, Callable[[Sheet], str]] = {
    "table.txt": lambda sheet: table(sheet, 80, color=False),
    "plain.txt": plain,
    "md": markdown,
}
DUTIES_2021 = [duty.id for duty in plan_of_2021().duties]


def of_home_affairs(plan: Plan) -> DutyList:
    """What Sở Nội vụ owes."""
    return list_duties(plan, Choices(agency=agency(plan, "snv")))


def said(duty: Duty, *others: Duty) -> dict[str, str]:
    """The labels and texts of one duty."""
    return dict(detail_lines(show_duty(make_plan(duties=[duty, *others]), duty.id)))


# The list.


@pytest.mark.parametrize("form", FORMS)
def test_what_the_department_of_home_affairs_owes(
    plan_2021: Plan, form: str, golden: Golden
) -> None:
    golden(f"duties/snv.{form}", FORMS[form](duties_sheet(of_home_affairs(plan_2021))))


@pytest.mark.parametrize("form", ["table.txt", "md"])
def test_all_duties_of_the_plan(plan_2021: Plan, form: str, golden: Golden) -> None:
    golden(f"duties/plan.{form}", FORMS[form](duties_sheet(list_duties(plan_2021, Choices()))))


def test_what_the_front_is_asked_for(plan_2021: Plan, golden: Golden) -> None:
    found = list_duties(plan_2021, Choices(agency=agency(plan_2021, "mttq-tp")))
    golden("duties/mttq.table.txt", table(duties_sheet(found), 80, color=False))


def test_the_list_as_json(plan_2021: Plan, golden: Golden) -> None:
    text = duties_json(of_home_affairs(plan_2021))
    golden("duties/snv.json", text)
    data = json.loads(text)
    assert next(iter(data.items())) == ("format", "cchc/duties/1")
    assert data["count"] == len(data["duties"]) == 22
    assert data["agency"] == "snv"
    assert data["duties"][0]["id"] == "V.1.1a"
    assert data["duties"][10]["via_group"] == "nhom-v6"
    assert data["duties"][10]["open"] is True
    assert "NaN" not in text


def test_json_of_the_whole_plan_names_no_agency(plan_2021: Plan) -> None:
    data = json.loads(duties_json(list_duties(plan_2021, Choices())))
    assert data["agency"] is None
    assert [one["id"] for one in data["duties"]] == DUTIES_2021


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("who", [None, "snv", "stttt", "dai-ptth"])
def test_the_list_fits_the_screen(plan_2021: Plan, who: str | None, width: int) -> None:
    found = list_duties(plan_2021, Choices(agency=agency(plan_2021, who) if who else None))
    assert too_wide(table(duties_sheet(found), width, color=False), width) == []


def test_columns_fill_a_narrow_screen() -> None:
    assert sum(column.width for column in COLUMNS) <= 80


@pytest.mark.parametrize(
    ("who", "note"),
    [
        pytest.param("snv", "(1 nhiệm vụ riêng, 1 nhiệm vụ theo nhóm)", id="by part"),
        pytest.param("stp", "(1 việc phối hợp)", id="a partner only"),
        pytest.param("mttq-tp", "(1 việc được đề nghị)", id="asked for"),
        pytest.param("tttp", "Cộng: 0.", id="nothing"),
    ],
)
def test_the_foot_counts(who: str, note: str) -> None:
    duties = [
        make_duty(ident="V.1")._replace(partners=("stp",)),
        make_duty(ident="V.2", lead=[], implement=["so-ban-nganh"]),
        make_duty(ident="V.3", lead=[], implement=["mttq-tp"])._replace(force="requested"),
    ]
    plan = make_plan(duties=duties)
    sheet = duties_sheet(list_duties(plan, Choices(agency=agency(plan, who))))
    assert note in sheet.below[0]
    assert sheet.below[0].startswith(f"Cộng: {sum(len(one.rows) for one in sheet.sections)}")
    assert sheet.above[1] == f"Cơ quan: {agency(plan, who).name}"


def test_groups_are_numbered_and_named_at_the_foot() -> None:
    duties = [
        make_duty(ident="V.1", lead=[], implement=["bao-chi"]),
        make_duty(ident="V.2", lead=[], implement=["so-ban-nganh"]),
        make_duty(ident="V.3", lead=["bao-chi"]),
        make_duty(ident="V.4", lead=["stp"])._replace(partners=("tat-ca",)),
    ]
    plan = make_plan(duties=duties)
    sheet = duties_sheet(list_duties(plan, Choices(agency=agency(plan, "snv"))))
    assert [row[2] for section in sheet.sections for row in section.rows] == [
        "thực hiện (theo nhóm 1)",
        "thực hiện (theo nhóm 2)",
        "chủ trì (theo nhóm 1)",
        "cơ quan phối hợp (theo nhóm 3)",
    ]
    assert sheet.below == [
        "Cộng: 4 (3 nhiệm vụ theo nhóm, 1 việc phối hợp).",
        "Nhóm 1: Các cơ quan báo chí (--group bao-chi)",
        "Nhóm 2: Các Sở, ban, ngành (--group so-ban-nganh)",
        "Nhóm 3: Tất cả (--group tat-ca)",
    ]


def test_places_are_never_broken_over_lines(plan_2021: Plan) -> None:
    for width in WIDTHS:
        text = table(duties_sheet(list_duties(plan_2021, Choices())), width, color=False)
        assert all(f"\n{ident} " in text for ident in DUTIES_2021)


def test_an_open_question_is_marked_and_explained_at_the_foot() -> None:
    plan = make_plan(duties=[make_duty()._replace(question="Khi nào?")])
    sheet = duties_sheet(list_duties(plan, Choices()))
    assert sheet.sections[0].rows[0][1] == "Nhiệm vụ (?)"
    assert sheet.below == ["(?) văn bản còn để ngỏ; xem: cchc duties show MÃ"]


def test_a_list_of_nothing_has_no_table() -> None:
    sheet = duties_sheet(list_duties(make_plan(), Choices()))
    assert sheet.sections == []
    assert sheet.above == ["Kế hoạch (số: chưa có trong văn bản)", "0 nhiệm vụ."]


@pytest.mark.parametrize(
    ("number", "head"),
    [
        (None, "Kế hoạch (số: chưa có trong văn bản)"),
        ("81/KH-UBND", "Kế hoạch (số 81/KH-UBND)"),
    ],
)
def test_the_heading_tells_the_number_or_that_there_is_none(number: str | None, head: str) -> None:
    plan = make_plan()
    assert heading(plan._replace(document=plan.document._replace(number=number))) == head


@pytest.mark.parametrize(
    ("duty", "text"),
    [
        pytest.param(make_duty(), "một lần", id="no words of time"),
        pytest.param(
            make_duty(Every("quarter"))._replace(time_words="1quý/lần"),
            "định kỳ: 1quý/lần",
            id="the plan's own words after the rhythm",
        ),
        pytest.param(
            make_duty(Undated("continuous"))._replace(time_words="thường xuyên"),
            "thường xuyên",
            id="the same word is not said twice",
        ),
        pytest.param(
            make_duty(Every("quarter"))._replace(time_words="Định kỳ 6 tháng, cuối năm"),
            "định kỳ 6 tháng, cuối năm",
            id="nor in capitals",
        ),
        pytest.param(
            make_duty(Every("half"))._replace(time_words="Mỗi 6 tháng"),
            "định kỳ: mỗi 6 tháng",
            id="within the sentence",
        ),
        pytest.param(make_duty(BY_MID_JUNE), "có thời hạn", id="a date"),
    ],
)
def test_rhythm_and_words_of_time(duty: Duty, text: str) -> None:
    assert time_text(duty) == text


# One duty.


@pytest.mark.parametrize(
    "ident", ["V.1.2b", "V.6.1a", "V.6.3a", "V.6.4b", "V.9a", "V.10.1", "V.10.3b", "KT.b"]
)
def test_one_duty_in_full(plan_2021: Plan, ident: str, golden: Golden) -> None:
    golden(f"duties/show-{ident}.txt", detail_text(show_duty(plan_2021, ident), 80))


def test_one_duty_as_markdown(plan_2021: Plan, golden: Golden) -> None:
    golden("duties/show-V.6.4b.md", detail_markdown(show_duty(plan_2021, "V.6.4b")))


@pytest.mark.parametrize("ident", ["V.6.4b", "V.1.2b"])
def test_one_duty_as_json(plan_2021: Plan, ident: str, golden: Golden) -> None:
    text = detail_json(show_duty(plan_2021, ident))
    golden(f"duties/show-{ident}.json", text)
    data = json.loads(text)
    assert next(iter(data.items())) == ("format", "cchc/duty/1")
    assert data["id"] == ident


@pytest.mark.parametrize(
    ("ident", "agencies", "together"),
    [("V.6.4b", 5, None), ("V.1.2b", 1, 3), ("V.4.3", 1, 3)],
)
def test_json_tells_how_many_take_part_in_a_joint_event(
    plan_2021: Plan, ident: str, agencies: int, together: int | None
) -> None:
    data = json.loads(detail_json(show_duty(plan_2021, ident)))
    assert (data["agencies"], data["agencies_of_joint_event"]) == (agencies, together)


def test_json_of_a_dated_duty_names_period_and_day(plan_2021: Plan) -> None:
    data = json.loads(detail_json(show_duty(plan_2021, "V.6.4b")))
    assert data["agencies"] == 5
    assert data["occurrences"] == [
        {"key": "2021/h1", "first": "2020-12-15", "last": "2021-06-14", "due": "2021-06-14"}
    ]


@pytest.mark.parametrize("ident", DUTIES_2021)
def test_every_duty_of_2021_can_be_shown(plan_2021: Plan, ident: str) -> None:
    found = show_duty(plan_2021, ident)
    for width in WIDTHS:
        assert too_wide(detail_text(found, width), width) == []
    assert all(label and text for label, text in detail_lines(found))
    assert found.duty.text in detail_text(found, 10_000)
    assert "NaN" not in detail_json(found)


@pytest.mark.parametrize(
    ("duty", "label", "text"),
    [
        pytest.param(make_duty(), "Chủ trì", "Sở Nội vụ", id="a lead"),
        pytest.param(
            make_duty(lead=[], implement=["snv"]), "Chủ trì", "văn bản không nêu", id="no lead"
        ),
        pytest.param(
            make_duty(lead=[], implement=["snv", "stp"]), "Thực hiện", "Sở Nội vụ; Sở Tư pháp",
            id="implementing",
        ),
        pytest.param(
            make_duty(lead=[], cooperate=["snv"]), "Cùng phối hợp", "Sở Nội vụ", id="equals"
        ),
        pytest.param(make_duty(), "Mức ràng buộc", "nhiệm vụ được giao", id="assigned"),
        pytest.param(
            make_duty()._replace(force="requested"), "Mức ràng buộc", "việc được đề nghị",
            id="requested",
        ),
        pytest.param(
            make_duty()._replace(capacity="tham mưu"), "Vai trò", "tham mưu", id="words of role"
        ),
        pytest.param(
            make_duty(), "Lời văn về thời gian", "văn bản không nêu", id="no words of time"
        ),
        pytest.param(
            make_duty()._replace(time_words="Định kỳ"), "Lời văn về thời gian", "Định kỳ",
            id="the words of time as printed",
        ),
        pytest.param(
            make_duty()._replace(partners=("stp",), partner_words="các cơ quan"), "Phối hợp với",
            "Sở Tư pháp; các cơ quan", id="partners by id and by word",
        ),
        pytest.param(
            make_duty()._replace(product=Product("Báo cáo", 1, ("Một mục",))), "Sản phẩm",
            "1 Báo cáo hoặc một mục", id="a product and what may stand for it",
        ),
        pytest.param(
            make_duty()._replace(product=Product("Báo cáo")), "Sản phẩm", "Báo cáo",
            id="a product without number",
        ),
        pytest.param(make_duty(), "Tần suất", "một lần", id="the rhythm"),
        pytest.param(make_duty(), "Các kỳ", "không có kỳ, không nêu ngày", id="no periods"),
        pytest.param(
            make_duty(Every("half")), "Các kỳ",
            "nửa đầu năm 2021: 30/6/2021; nửa cuối năm 2021: 31/12/2021", id="periods",
        ),
        pytest.param(
            make_duty(Dated("before", BY_MID_JUNE.day, "h1")), "Các kỳ",
            "6 tháng đầu năm 2021: trước 15/6/2021", id="before a day",
        ),
        pytest.param(make_duty(BY_MID_JUNE), "Các kỳ", "15/6/2021", id="a day without a period"),
        pytest.param(
            make_duty(Window(date(2021, 4, 1), BY_MID_JUNE.day)), "Các kỳ",
            "01/4/2021 - 15/6/2021: 15/6/2021", id="a window",
        ),
        pytest.param(
            make_duty(Reports(("h1", "year"))), "Các kỳ",
            "6 tháng đầu năm 2021 (không nêu ngày); năm 2021 (không nêu ngày)",
            id="reports without a day",
        ),
        pytest.param(
            make_duty()._replace(measure=Measure(15, "phút", "lần phát")), "Mức tối thiểu",
            "15 phút cho mỗi lần phát", id="a minimum each",
        ),
        pytest.param(
            make_duty()._replace(measure=Measure(1234.5, "tin")), "Mức tối thiểu", "1.234,5 tin",
            id="a minimum as Vietnamese write it",
        ),
        pytest.param(
            make_duty()._replace(report_to="ubnd-tp"), "Báo cáo", "UBND thành phố Hà Nội",
            id="reports directly",
        ),
        pytest.param(
            make_duty()._replace(report_to="ubnd-tp", report_through="snv"), "Báo cáo",
            "UBND thành phố Hà Nội, thông qua Sở Nội vụ", id="reports through another",
        ),
        pytest.param(
            make_duty()._replace(links=(Link("V.2", "overlaps", "gần nhau"),)), "Liên hệ",
            "trùng nội dung với V.2 (gần nhau)", id="a link with its note",
        ),
        pytest.param(
            make_duty()._replace(links=(Link("V.2", "same_event"),)), "Liên hệ",
            "cùng một sự kiện với V.2", id="a link",
        ),
        pytest.param(
            make_duty()._replace(question="Khi nào?"), "Còn để ngỏ", "Khi nào?", id="a question"
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_duty(duty: Duty, label: str, text: str) -> None:
    assert said(duty, make_duty(ident="V.2"))[label] == text


def test_a_requested_body_leads_nothing_and_nothing_is_said_of_a_lead() -> None:
    duty = make_duty(lead=[], implement=["mttq-tp"])._replace(force="requested")
    assert "Chủ trì" not in said(duty)


def test_what_the_plan_does_not_say_is_left_out() -> None:
    labels = set(said(make_duty()))
    assert labels.isdisjoint(
        {"Vai trò", "Phối hợp với", "Sản phẩm", "Mức tối thiểu", "Báo cáo", "Liên hệ", "Còn để ngỏ"}
    )


def test_a_duty_tells_who_refers_to_it() -> None:
    other = make_duty(ident="V.2")._replace(links=(Link("V.1", "depends_on"),))
    assert said(make_duty(), other)["Được nhắc ở"] == "V.2 Nhiệm vụ"


def test_many_periods_are_told_by_the_first_four() -> None:
    text = said(make_duty(Every("month")))["Các kỳ"]
    assert text.startswith("tháng 1/2021: 31/01/2021; tháng 2/2021: 28/02/2021; ")
    assert text.count(": ") == 4
    assert text.endswith("; … tất cả 12 kỳ")


@pytest.mark.parametrize(
    ("implement", "text"),
    [
        pytest.param(["snv"], "1", id="one agency that is named already"),
        pytest.param(
            ["quan-huyen"], "2 (UBND quận Ba Đình; UBND huyện Ứng Hòa)",
            id="a small group: who they are",
        ),
        pytest.param(["su-nghiep"], "0; danh sách để ngỏ", id="a roster still empty"),
        pytest.param(["bao-chi"], "1 (Sở Nội vụ); danh sách để ngỏ", id="an open group"),
        pytest.param(
            ["stp", "bao-chi"],
            "2 (Sở Tư pháp; Sở Nội vụ); Các cơ quan báo chí: danh sách để ngỏ",
            id="an agency and an open group",
        ),
    ],
)  # fmt: skip
def test_how_many_bear_a_duty_and_who_they_are(implement: list[str], text: str) -> None:
    assert said(make_duty(lead=[], implement=implement))["Số cơ quan"] == text


def test_a_joint_event_tells_how_many_take_part() -> None:
    duty = make_duty(lead=[], cooperate=["snv"])._replace(
        partners=("stttt",), links=(Link("V.2", "same_event"),)
    )
    other = make_duty(ident="V.2", lead=[], cooperate=["vp-ubnd"])
    assert said(duty, other)["Số cơ quan"] == "1; sự kiện chung của 3 cơ quan"
    assert said(other, duty)["Số cơ quan"] == "1; sự kiện chung của 3 cơ quan"


def test_json_tells_products_measures_and_links_as_objects() -> None:
    duty = make_duty()._replace(
        capacity="tham mưu",
        product=Product("Báo cáo", 1, ("Một mục",)),
        measure=Measure(15, "phút", "lần phát"),
        links=(Link("V.2", "overlaps", "gần nhau"), Link("V.3", "depends_on")),
    )
    plan = make_plan(duties=[duty, make_duty(ident="V.2"), make_duty(ident="V.3")])
    data = json.loads(detail_json(show_duty(plan, "V.1")))
    assert data["capacity"] == "tham mưu"
    assert data["product"] == {"name": "Báo cáo", "quantity": 1, "alternatives": ["Một mục"]}
    assert data["measure"] == {"minimum": 15, "unit": "phút", "per": "lần phát"}
    assert data["links"] == [
        {"to": "V.2", "kind": "overlaps", "note": "gần nhau"},
        {"to": "V.3", "kind": "depends_on", "note": None},
    ]
    bare = json.loads(detail_json(show_duty(plan, "V.2")))
    assert (bare["product"], bare["measure"], bare["links"]) == (None, None, [])


def test_members_of_a_large_group_are_only_counted(plan_2021: Plan) -> None:
    found = show_duty(plan_2021, "V.6.3a")
    text = dict(detail_lines(found))["Số cơ quan"]
    assert len(found.bearers) > NAMED_BEARERS
    assert text.startswith("52; ")
    assert "Sở Y tế" not in text
