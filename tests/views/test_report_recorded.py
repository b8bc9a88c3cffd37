"""Reports with a ledger: what the tables and the paragraphs say of what is recorded."""

from datetime import date

from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Every
from cchc_cli.services.record import Request
from cchc_cli.services.report import compose
from cchc_cli.views.regions import bare
from cchc_cli.views.report import render_report
from tests.domain.builders import make_duty, make_plan
from tests.services.real import TEMPLATES, agency
from tests.services.recording import Desk


def recorded(desk: Desk, who: str | None, period: str = "h1") -> str:
    """The text of a report on what a desk recorded."""
    chosen = agency(desk.plan, who) if who else None
    report = compose(desk.book(), period, date(2021, 6, 20), chosen, None)
    return bare(render_report(report, [TEMPLATES]).text)


def state(text: str, duty: str) -> tuple[str, str]:
    """Deadline and state of a duty in the last annex."""
    row = next(line for line in text.splitlines() if f" | {duty} | " in line)
    due, told = row.removesuffix(" |").split(" | ")[-2:]
    return due, told


def test_an_extension_stands_beside_the_day_of_the_plan(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    rule = Request(kind="extension", duty="V.6.4b", until=date(2021, 6, 25), text="dịch")
    desk.record(rule._replace(day=date(2021, 6, 14)))
    assert state(recorded(desk, "snv"), "V.6.4b") == (
        "6 tháng đầu năm 2021: trước 15/6/2021 (gia hạn: 25/6/2021)",
        "6 tháng đầu năm 2021: chưa thực hiện (còn 5 ngày), đã gia hạn",
    )


def test_the_city_tells_those_of_whom_nothing_is_awaited(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "snv", "2021-06-16")
    entry = desk.done("V.6.4b", "stp", "2021-06-10")
    desk.record(
        Request(kind="return", target=entry.id, day=date(2021, 6, 12), text="thiếu"),
    )
    ruling = Request(kind="waiver", duty="V.6.4b", text="x", day=date(2021, 6, 1))
    desk.record(ruling._replace(agency="vp-ubnd"))
    desk.record(ruling._replace(kind="none", agency="svhtt"))
    assert state(recorded(desk, None), "V.6.4b")[1] == (
        "6 tháng đầu năm 2021: 1/5 cơ quan đã thực hiện, trong đó trễ 1, quá hạn 1, trả lại 1, "
        "miễn 1, không phát sinh 1"
    )


def test_events_are_told_by_their_names(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    for day, name in ((1, "Bản tin số 5"), (15, "Bản tin số 6")):
        desk.record(Request(kind="event", duty="V.1.3b", day=date(2021, 5, day), text=name))
    desk.done("V.1.3b", "snv", "2021-05-10", "event-1")
    assert state(recorded(desk, "snv"), "V.1.3b")[1] == (
        "Bản tin số 5: đã thực hiện; Bản tin số 6: chưa thực hiện (3/BC-X)"
    )
    assert state(recorded(desk, None), "V.1.3b")[1] == (
        "Bản tin số 5: 1/1 cơ quan đã thực hiện; Bản tin số 6: 0/1 cơ quan đã thực hiện"
    )


def test_many_periods_are_counted_and_not_listed(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    for day in ("2021-06-02", "2021-06-09"):
        desk.done("V.10.3b", "dai-ptth", day)
    own = state(recorded(desk, "dai-ptth"), "V.10.3b")[1]
    assert own == "2/14 kỳ đã thực hiện, quá hạn 10 (1/BC-X, 2/BC-X)"
    assert state(recorded(desk, None), "V.10.3b")[1] == "2/14 kỳ đã thực hiện, quá hạn 10"


def test_many_periods_of_many_agencies() -> None:
    desk = Desk(make_plan(duties=[make_duty(Every("week"), lead=("snv", "stp"))]))
    desk.done("V.1", "snv", "2021-03-03")
    text = state(recorded(desk, None), "V.1")[1]
    assert text.startswith("1/")
    assert " lượt cơ quan đã thực hiện, quá hạn " in text


def test_a_group_whose_members_nobody_knows_is_left_blank(plan_2021: Plan) -> None:
    text = recorded(Desk(plan_2021), None)
    assert state(text, "V.10.1")[1] == "…"
    assert "[ĐIỀN: tình trạng và minh chứng của 1 nhiệm vụ vào bảng trên]\n" in text


def test_what_falls_short_of_the_minimum_says_so(plan_2021: Plan) -> None:
    measured = next(duty for duty in plan_2021.duties if duty.id == "V.10.3b")
    by = next(duty for duty in plan_2021.duties if duty.id == "V.6.4b")
    desk = Desk(plan_2021._replace(duties=(measured._replace(schedule=by.schedule),)))
    desk.done("V.10.3b", "dai-ptth", "2021-06-10", figures=(("chuyen-muc-thoi-luong", "10"),))
    assert "thiếu thời lượng ở 1 lần" in state(recorded(desk, "dai-ptth"), "V.10.3b")[1]


def test_words_stand_in_the_place_that_was_to_be_filled(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    words = Request(kind="narrative", agency="snv", period="h1", text="Một.")
    desk.record(words._replace(part="strength"))
    desk.record(words._replace(part="direction"))
    desk.record(words._replace(part="direction", text="Hai."))
    text = recorded(desk, "snv")
    assert "1\\. Ưu điểm: Một.\n\n2\\." in text
    assert "\n\n- Một.\n- Hai.\n\n# V. KIẾN NGHỊ" in text
    assert "[ĐIỀN: ưu điểm]" not in text
    assert "Sở Nội vụ: Một." in recorded(desk, None)


def test_the_city_s_report_tells_of_its_units(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    desk.done("V.6.4b", "stp", "2021-06-10")
    desk.done("V.6.4b", "svhtt", "2021-06-16")
    words = Request(
        kind="narrative", agency="stp", period="h1", part="cause", text="Thiếu | người."
    )
    desk.record(words)
    text = recorded(desk, None)
    assert "| 3 | Báo cáo chuyên đề 6 tháng của đơn vị chủ trì (V.6.4b) | 5 | 2 | 1 | 3 |" in text
    assert (
        "- Báo cáo chuyên đề 6 tháng của đơn vị chủ trì: 3 cơ quan, đơn vị chưa báo cáo: "
        "Sở Nội vụ; Sở Thông tin và Truyền thông; Văn phòng UBND Thành phố.\n"
    ) in text
    assert "| 1 | Sở Tư pháp | 9 | 1 | 11,11 % | 0 |" in text
    assert "# Phụ lục III. DANH SÁCH NHIỆM VỤ QUÁ HẠN, TRỄ HẠN" in text
    assert " | trước 15/6/2021 | đã thực hiện, trễ 1 ngày |\n" in text
    assert "# Phụ lục IV. TỔNG HỢP KHÓ KHĂN" in text
    assert "| 1 | Sở Tư pháp |  | Thiếu \\| người. |  |\n" in text


def test_the_end_of_the_chain_stands_at_the_end(plan_2021: Plan) -> None:
    desk = Desk(plan_2021)
    assert "Sổ ghi nhận" not in recorded(desk, "snv")
    entry = desk.done("V.6.4b", "snv", "2021-06-10")
    for who in ("snv", None):
        ending = f"\n\n*Sổ ghi nhận: 1 mục; mã cuối chuỗi {entry.hash}.*\n"
        assert recorded(desk, who).endswith(ending)
        assert not recorded(desk, who).removesuffix(ending).endswith("\n")
