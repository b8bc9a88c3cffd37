"""What the template of a letter is given, and the list of what would be sent."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.entries import Content
from cchc_cli.domain.plan import Document, Duty, Link, Plan, Product
from cchc_cli.domain.schedules import Dated, Every, Reports
from cchc_cli.services.reminders import Letter, Reminders, Wishes, remind
from cchc_cli.views.letters import check_sheet, letter_context, remarks, steps_text
from cchc_cli.views.sheet import plain
from tests.domain.builders import make_duty, make_plan
from tests.services.recorded import book_of_2021, book_with

MID_JUNE = Dated("before", date(2021, 6, 15))
TODAY = date(2021, 6, 20)


def notice(day: date, key: str | None = None) -> Content:
    """A letter about duty A to Sở Tư pháp."""
    return Content(
        "notice", "ke-hoach", "A", "stp", "2021-06-15", day=day, text="nhắc", key=key,
        fulfils=(("A", "stp"),),
    )  # fmt: skip


def a_plan(*duties: Duty, **more: Any) -> Plan:
    """A plan with these duties of Sở Tư pháp."""
    return make_plan(duties=duties or [make_duty(MID_JUNE, ident="A", lead=("stp",))], **more)


def context(
    plan: Plan,
    *contents: Content,
    today: date = TODAY,
    wishes: Wishes = Wishes(),  # noqa: B008
) -> Mapping[str, Any]:
    """The context of the first letter."""
    found = remind(book_with(plan, *contents), today, wishes)
    return letter_context(plan, found.letters[0])


def test_a_letter_that_presses() -> None:
    plan = a_plan(policy=Policy(letter_unit="CCHC"))
    assert context(plan) == {
        "issuer": "Sở Nội vụ",
        "superior": None,
        "letterhead": ["Sở Nội vụ"],
        "committee": False,
        "symbol": "SNV",
        "unit": "CCHC",
        "place": "Hà Nội",
        "today": TODAY,
        "dated": "ngày 20 tháng 6 năm 2021",
        "subject": "đôn đốc thực hiện nhiệm vụ của Kế hoạch",
        "addressees": ["Sở Tư pháp"],
        "step": "press",
        "step_name": "đôn đốc",
        "plan_title": "Kế hoạch kiểm thử",
        "plan_name": "Kế hoạch",
        "plan_number": None,
        "plan_dated": None,
        "plan_issuer": "UBND thành phố Hà Nội",
        "as_of": "20/6/2021",
        "items": [
            {
                "no": 1,
                "id": "A",
                "title": "Nhiệm vụ",
                "period": "",
                "due": "trước 15/6/2021",
                "state": "quá hạn 5 ngày",
                "late": True,
                "product": None,
                "also": "",
                "before": "",
            }
        ],
        "overdue": 1,
        "returned": 0,
        "soon": 0,
        "summary": "1 nhiệm vụ quá hạn",
        "sent": [],
        "sent_days": "",
        "answer_by": "25/6/2021",
        "leader": "UBND thành phố Hà Nội",
        "recipients": ["Như trên"],
        "archive": "CCHC",
        "signer_hint": "GIÁM ĐỐC, hoặc KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
    }


def test_the_leader_is_told_after_letters_in_vain() -> None:
    key = "remind/2021-06-21/stp/press/ke-hoach/A/2021-06-15"
    said = context(
        a_plan(), notice(date(2021, 6, 10)), notice(date(2021, 6, 21), key),
        notice(date(2021, 6, 28)), today=date(2021, 7, 5),
    )  # fmt: skip
    assert said["step_name"] == "báo cáo lãnh đạo"
    assert said["recipients"] == ["Như trên", "UBND thành phố Hà Nội (để báo cáo)"]
    assert said["sent"] == [
        {"day": "10/6/2021", "step_name": "nhắc"},
        {"day": "21/6/2021", "step_name": "đôn đốc"},
        {"day": "28/6/2021", "step_name": "đôn đốc"},
    ]
    assert said["sent_days"] == "10/6/2021, 21/6/2021, 28/6/2021"
    assert said["items"][0]["before"] == "đã nhắc 3 lần, gần nhất 28/6/2021"
    assert said["subject"].startswith("chậm thực hiện")


@pytest.mark.parametrize(
    ("today", "state", "summary"),
    [
        (date(2021, 6, 10), "còn 4 ngày", "1 nhiệm vụ sắp đến hạn"),
        (date(2021, 6, 14), "hạn hôm nay", "1 nhiệm vụ sắp đến hạn"),
        (date(2021, 6, 15), "sát hạn", "1 nhiệm vụ sắp đến hạn"),
        (date(2021, 6, 16), "quá hạn 1 ngày", "1 nhiệm vụ quá hạn"),
    ],
)
def test_the_state_of_an_item(today: date, state: str, summary: str) -> None:
    said = context(a_plan(), today=today)
    assert (said["items"][0]["state"], said["summary"]) == (state, summary)


def test_the_state_of_what_was_sent_back() -> None:
    done = Content(
        "done", "ke-hoach", "A", "stp", "2021-06-15", day=date(2021, 6, 9), text="x",
        fulfils=(("A", "stp"),),
    )  # fmt: skip
    back = done._replace(kind="return", day=date(2021, 6, 10), target=1)
    early = context(a_plan(), done, back, today=date(2021, 6, 12))
    assert early["items"][0]["state"] == "trả lại"
    assert early["summary"] == "1 nhiệm vụ bị trả lại"
    late = context(a_plan(), done, back)
    assert late["items"][0]["state"] == "trả lại, quá hạn 5 ngày"
    assert late["returned"] == 1


def test_what_has_no_date() -> None:
    plan = a_plan(make_duty(Reports(("h1",)), ident="D", lead=("stp",)))
    said = context(plan, wishes=Wishes(duty=plan.duties[0]))
    assert said["summary"] == "1 nhiệm vụ chưa thực hiện"
    (item,) = said["items"]
    assert (item["due"], item["state"]) == ("văn bản không nêu", "chưa thực hiện")
    assert item["period"] == "6 tháng đầu năm 2021"


def test_several_things_in_one_letter() -> None:
    weekly = make_duty(Every("week", first=date(2021, 5, 3)), ident="W", lead=("stp",))
    soon = make_duty(Dated("by", date(2021, 6, 21)), ident="S", lead=("stp",))
    joint = soon._replace(
        title="Họp báo", product=Product("thông cáo"), links=(Link("T", "same_event"),)
    )
    twin = make_duty(Dated("by", date(2021, 6, 21)), ident="T", lead=("tttp",))
    said = context(a_plan(weekly, joint, twin))
    assert said["summary"] == "1 nhiệm vụ quá hạn (6 kỳ) và 1 nhiệm vụ sắp đến hạn"
    first, second = said["items"]
    assert first["period"] == "tuần 18/2021 - tuần 23/2021 (6 kỳ)"
    assert first["state"] == "quá hạn, lâu nhất 42 ngày"
    assert (second["also"], second["product"]) == ("T", "thông cáo")


def test_a_committee_writes_in_two_lines() -> None:
    plan = a_plan()._replace(coordinator="q-ba-dinh")
    said = context(plan)
    assert said["letterhead"] == ["Ủy ban nhân dân", "quận Ba Đình"]
    assert (said["committee"], said["symbol"], said["place"]) == (True, None, None)
    assert said["signer_hint"] == "chức vụ người ký"


def test_a_plan_with_a_number_and_an_issuer_that_follows_it_up_itself() -> None:
    plan = a_plan()._replace(
        document=Document("Kế hoạch", "snv", "99/KH-SNV", date(2021, 2, 3)), coordinator="snv"
    )
    said = context(plan)
    assert (said["plan_number"], said["plan_dated"]) == ("99/KH-SNV", "03/02/2021")
    assert said["leader"] == "Lãnh đạo Sở Nội vụ"


def test_an_answer_is_asked_for_on_a_working_day() -> None:
    plan = a_plan(policy=Policy(answer_days=6))
    assert context(plan, today=date(2021, 8, 28))["answer_by"] == "06/9/2021"


def test_the_list_of_what_would_be_sent() -> None:
    duties = [
        make_duty(MID_JUNE, ident="A", lead=("stp", "tttp", "snv")),
        make_duty(Dated("by", date(2021, 6, 25)), ident="B", lead=("stp",)),
    ]
    plan = make_plan(duties=duties)
    key = "remind/2021-06-20/tttp/press/ke-hoach/A/2021-06-15"
    sent = notice(TODAY, key)._replace(agency="tttp", fulfils=(("A", "tttp"),))
    waiting = notice(date(2021, 6, 19))._replace(duty="B", period="2021-06-25")
    waiting = waiting._replace(fulfils=(("B", "stp"),))
    text = plain(check_sheet(remind(book_with(plan, sent, waiting), TODAY)))
    assert text.splitlines() == [
        "Kế hoạch (số: chưa có trong văn bản)",
        "Công văn đôn đốc tính đến Chủ nhật 20/6/2021.",
        "",
        "Cơ quan              Mức                       Việc                Trễ nhất  Nhiệm vụ",
        "Sở Tư pháp           đôn đốc                   1 nhiệm vụ quá hạn  5 ngày    A",
        "Thanh tra Thành phố  đôn đốc (đã gửi hôm nay)  1 nhiệm vụ quá hạn  5 ngày    A",
        "",
        "Sở Nội vụ là cơ quan đầu mối, không gửi cho chính mình: A.",
        "1 việc chưa làm đã có công văn trong 7 ngày qua nên chưa nhắc lại.",
    ]


def test_nothing_to_send() -> None:
    found = Reminders(a_plan(), TODAY, ())
    assert remarks(found) == ["Không có công văn nào cần gửi."]
    assert check_sheet(found).sections == []


def test_how_many_of_each_step() -> None:
    stp = a_plan().registry.agencies[4]
    letters = [Letter(stp, TODAY, step, ()) for step in ("press", "remind", "press")]
    assert steps_text(letters) == "nhắc 1, đôn đốc 2"


def test_the_many_duties_of_one_agency_are_cut_short() -> None:
    duties = [make_duty(MID_JUNE, ident=f"A.{number}", lead=("stp",)) for number in range(8)]
    (section,) = check_sheet(remind(book_with(make_plan(duties=duties)), TODAY)).sections
    assert section.rows[0][-1] == "A.0, A.1, A.2, A.3, A.4, A.5, …"


def test_every_text_of_the_plan_of_2021_is_ready_to_print() -> None:
    book = book_of_2021()
    for day in (date(2021, 6, 10), date(2021, 7, 1), date(2021, 12, 20)):
        for letter in remind(book, day).letters:
            said = letter_context(book.plan, letter)
            texts = [value for value in said.values() if isinstance(value, str)]
            assert all(text == text.strip() for text in texts)
            assert not any("{" in text for text in texts)


def test_of_many_earlier_letters_the_last_are_named() -> None:
    days = [date(2021, 7, day) for day in (1, 8, 15, 22, 29)]
    said = context(a_plan(), *map(notice, days), today=date(2021, 8, 5))
    assert said["sent_days"] == "15/7/2021, 22/7/2021, 29/7/2021 và 2 lần trước đó"
    once = context(a_plan(), notice(days[0]), today=date(2021, 8, 5))
    assert (once["sent_days"], once["items"][0]["before"]) == ("01/7/2021", "đã nhắc 01/7/2021")
