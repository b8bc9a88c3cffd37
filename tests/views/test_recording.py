"""What recording, closing and dry runs answer."""

from datetime import date

import pytest

from cchc_cli.domain.entries import Content, OfficialDocument
from cchc_cli.domain.plan import Plan
from cchc_cli.ledger.protocol import Appended
from cchc_cli.services.closing import Closed, closing_content, find_closed
from cchc_cli.services.occasions import parse_period
from cchc_cli.services.record import Request, outcome
from cchc_cli.views.recording import closed_text, content_text, recorded_text, would_text
from tests.services.recording import Desk

TODAY = date(2021, 6, 10)
BASE = Content("done", "ke-hoach", "V.6.4b", "snv", "2021/h1")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (BASE, "đã thực hiện, V.6.4b, Sở Nội vụ, kỳ 2021/h1"),
        (BASE._replace(document=OfficialDocument("5/BC-SNV")),
         "đã thực hiện, V.6.4b, Sở Nội vụ, kỳ 2021/h1, 5/BC-SNV"),
        (BASE._replace(duty="V.1.1a", period="continuous"), "đã thực hiện, V.1.1a, Sở Nội vụ"),
        (BASE._replace(duty="V.4.1a", period="once"), "đã thực hiện, V.4.1a, Sở Nội vụ"),
        (BASE._replace(duty="V.1.3b", period="event-20"),
         "đã thực hiện, V.1.3b, Sở Nội vụ, sự kiện #20"),
        (BASE._replace(kind="extension", agency=None, until=date(2021, 6, 20)),
         "gia hạn, V.6.4b, kỳ 2021/h1, hạn 20/6/2021"),
        (BASE._replace(kind="return", target=7),
         "trả lại, V.6.4b, Sở Nội vụ, mục #7, kỳ 2021/h1"),
        (BASE._replace(kind="narrative", duty=None, part="result"),
         "lời văn (kết quả), Sở Nội vụ, kỳ 2021/h1"),
        (Content("close", "ke-hoach", period="2021/h1"), "chốt số liệu, kỳ 2021/h1"),
    ],
)  # fmt: skip
def test_a_content_in_one_line(content: Content, text: str, plan_2021: Plan) -> None:
    assert content_text(plan_2021, content) == text
    assert would_text(plan_2021, content) == f"Sẽ ghi (chưa ghi gì): {text}."


def said(desk: Desk, request: Request, *, found: bool = False) -> list[str]:
    """The lines that recording a request says."""
    appended = Appended(desk.record(request, TODAY), found=found)
    return recorded_text(outcome(desk.book(), appended, TODAY), desk.plan).splitlines()


@pytest.fixture
def desk(plan_2021: Plan) -> Desk:
    """A desk where nothing is recorded."""
    return Desk(plan_2021)


QUARTER = Request(
    duty="V.1.2b", agency="snv", period="q2", day=date(2021, 5, 27), without_evidence="có"
)


def test_what_was_done_how_it_stands_and_what_comes(desk: Desk) -> None:
    assert said(desk, QUARTER._replace(participants=("vp-ubnd",))) == [
        "Đã ghi #1: đã thực hiện, V.1.2b, Sở Nội vụ, kỳ 2021-Q2.",
        "Đồng thời tính cho: V.4.3 Văn phòng UBND Thành phố.",
        "Tình trạng: đã thực hiện đúng hạn.",
        "Tiếp theo: quý III/2021: 30/9/2021.",
    ]


def test_what_was_there_already(desk: Desk) -> None:
    assert said(desk, QUARTER, found=True)[0].startswith("Đã có từ trước, không ghi lại: #1: ")


def test_a_day_before_the_period(desk: Desk) -> None:
    assert said(desk, QUARTER._replace(period="q3"))[2:] == [
        "Lưu ý: ngày 27/5/2021 đứng trước kỳ này (từ 01/7/2021).",
        "Tiếp theo: quý IV/2021: 31/12/2021.",
    ]


def test_a_joint_event_that_another_told_of_already(desk: Desk) -> None:
    """It may be a second one, so it is recorded; but it may be the same."""
    desk.record(QUARTER._replace(participants=("vp-ubnd",)))
    other = QUARTER._replace(duty="V.4.3", agency="vp-ubnd", without_evidence="biên bản")
    assert said(desk, other)[1:3] == [
        "Tình trạng: đã thực hiện đúng hạn.",
        "Kỳ này trước đó đã có #1; nếu là cùng một việc thì đính chính mục ghi thừa.",
    ]
    # What is always done is done again and again.
    always = Request(duty="V.6.1b", agency="snv", day=TODAY, without_evidence="một")
    assert len(said(desk, always)) == len(said(desk, always._replace(without_evidence="hai"))) == 2


def test_by_the_policy_of_the_plan(plan_2021: Plan) -> None:
    signed = plan_2021._replace(policy=plan_2021.policy._replace(decided_by="signed"))
    document = OfficialDocument("5/BC-SNV", signed=date(2021, 6, 30), received=date(2021, 7, 2))
    request = QUARTER._replace(period="q3", day=None, document=document, without_evidence=None)
    for plan, early in ((plan_2021, False), (signed, True)):
        desk = Desk(plan)
        appended = Appended(desk.record(request, date(2021, 7, 2)))
        text = recorded_text(outcome(desk.book(), appended, date(2021, 7, 2)), plan)
        assert ("Lưu ý: ngày 30/6/2021" in text) is early


def test_nothing_comes_after_the_last_period(desk: Desk) -> None:
    request = Request(duty="V.6.4b", agency="snv", without_evidence="có", day=TODAY)
    assert said(desk, request)[-1] == "Không còn kỳ nào sau kỳ này."


def test_an_event_without_and_with_a_deadline(desk: Desk) -> None:
    event = Request(kind="event", duty="V.1.3b", day=date(2021, 6, 1))
    assert said(desk, event)[1:] == ["Khi làm xong việc của sự kiện này, ghi với --period event-1."]


def test_a_requested_body_is_never_called_late(desk: Desk) -> None:
    asked = next(duty for duty in desk.plan.duties if duty.id == "V.8")
    by = next(duty for duty in desk.plan.duties if duty.id == "V.6.4b")
    plan = desk.plan._replace(duties=(asked._replace(schedule=by.schedule),))
    desk = Desk(plan)
    appended = Appended(
        desk.record(
            Request(duty="V.8", agency="btg-thanh-uy", without_evidence="có", day=date(2021, 7, 1))
        )
    )
    text = recorded_text(outcome(desk.book(), appended, date(2021, 7, 1)), plan)
    assert "Tình trạng: đã thực hiện.\n" in text


def test_words_and_rules_for_all_have_no_status(desk: Desk) -> None:
    words = Request(kind="narrative", period="h1", part="result", text="Đã làm.")
    assert len(said(desk, words)) == 1
    waiver = Request(kind="none", duty="V.2.2b", text="không phát động")
    assert said(desk, waiver) == ["Đã ghi #2: không phát sinh, V.2.2b."]


# A closed period.


def test_a_closed_period_tells_what_came_later(desk: Desk) -> None:
    h1 = parse_period(desk.plan, "h1")
    desk.append(closing_content(desk.book(), h1, date(2021, 6, 18), None))
    assert closed_text(closed(desk)) == "Báo cáo theo số liệu đã chốt ngày 18/6/2021 (mục #1)."
    for number in range(2, 16):
        desk.done("V.6.1b", "snv", f"2021-05-{number:02}")
    shown = ", ".join(f"#{number}" for number in range(2, 14))
    assert closed_text(closed(desk)).splitlines()[1] == (
        f"Sau chốt có 14 ghi nhận của kỳ: {shown}, …; xem: cchc history --after-close"
    )


def closed(desk: Desk) -> Closed:
    """How the half year was closed."""
    found = find_closed(desk.plan, desk.ledger, parse_period(desk.plan, "h1"))
    assert found is not None
    return found
