"""What stands in a unit's workbook, text by text."""

from datetime import date

from cchc_cli.domain.plan import Channel, Document, Indicator
from cchc_cli.services.collecting import Line
from cchc_cli.views.excel.contents import Contents, Heading, Row, contents_of, mapped
from tests.views.excel.made import form


def rows(contents: Contents) -> list[Row]:
    """The rows of tasks."""
    return [one for one in contents.tasks.rows if isinstance(one, Row)]


def test_a_task_has_its_words_its_deadline_and_its_state() -> None:
    found = {one.key: one.cells for one in rows(contents_of(form("stp")))}
    number, duty, title, text, due, state = found["V.6.4b|2021/h1"]
    assert (number, duty, title) == (8, "V.6.4b", "Báo cáo chuyên đề 6 tháng của đơn vị chủ trì")
    assert str(text).startswith("tổng hợp, xây dựng báo cáo chuyên đề")
    # The deadline in force, here one that was moved.
    assert due == "6 tháng đầu năm 2021: 25/6/2021"
    assert state == "đúng hạn theo gia hạn (22/BC-STP)"
    assert found["V.5|continuous"][4:] == ("thường xuyên", "thường xuyên, chưa ghi nhận")
    assert found["V.6.1a|once"][4] == "một lần, không nêu ngày"


def test_an_event_is_named_before_its_deadline() -> None:
    found = {one.key: one.cells for one in rows(contents_of(form("stttt")))}
    assert found["V.2.2c|event-64"][4] == "Cuộc thi “Chung tay CCHC”: theo sự kiện"


def test_a_weekly_duty_has_a_line_for_every_week() -> None:
    found = [one.key for one in rows(contents_of(form("dai-ptth")))]
    assert sum(one.startswith("V.10.3b|") for one in found) == 14


def test_figures_stand_under_their_headings_numbered_through() -> None:
    page = contents_of(form("stttt")).figures
    assert page.rows[0] == Heading("Trực tiếp")
    first = page.rows[1]
    assert isinstance(first, Row)
    assert first[:2] == ("hoi-nghi", (1, "Hội nghị, cuộc họp, giao ban", "cuộc", None, None, 1))
    numbers = [one.cells[0] for one in page.rows if isinstance(one, Row)]
    assert numbers == list(range(1, 35))
    assert (
        "Cùng kỳ năm trước: 6 tháng đầu năm 2020. Kỳ báo cáo trước: quý I năm 2021." in page.about
    )


def test_what_there_is_nothing_of_is_said() -> None:
    bare = form("stp")._replace(tasks=(), lines=())
    contents = contents_of(bare)
    assert contents.tasks.rows == (Heading("Kỳ này đơn vị không có nhiệm vụ nào phải báo cáo."),)
    assert contents.figures.rows == (Heading("Kế hoạch không có chỉ tiêu thống kê."),)
    assert contents.facts[4].text == "0 dòng nhiệm vụ, 0 chỉ tiêu, 4 phần nhận xét"


def test_an_indicator_without_a_group_has_no_heading() -> None:
    line = Line(Indicator("so", "Số", "cái"), None, 1, 2.5)
    (row,) = contents_of(form("stp")._replace(lines=(line,))).figures.rows
    assert isinstance(row, Row)
    assert row.cells == (1, "Số", "cái", None, 1, 2.5)


def test_indicators_of_one_channel_stand_together() -> None:
    one = form("stp")
    channels = (Channel("a", "I", "Kênh a", ""), Channel("b", "I", "Kênh b", ""))
    indicators = [Indicator(f"i{at}", "Số", "cái", channel) for at, channel in enumerate("aba")]
    changed = one._replace(
        plan=one.plan._replace(channels=channels), lines=tuple(map(Line, indicators))
    )
    found = [
        row.text if isinstance(row, Heading) else row.key
        for row in contents_of(changed).figures.rows
    ]
    assert found == ["Kênh a", "i0", "i2", "Kênh b", "i1"]


def test_the_guide_tells_what_is_known_of_plan_and_receiver() -> None:
    one = form("stp")
    document = Document("Kế hoạch", "ubnd-tp", "12/KH-UBND", date(2021, 1, 5))
    receiver = one.receiver._replace(email="vanthu_snv@hanoi.gov.vn")
    changed = one._replace(plan=one.plan._replace(document=document), receiver=receiver)
    facts = [fact.text for fact in contents_of(changed).facts]
    assert facts[0] == "Sở Tư pháp"
    assert facts[1].endswith("năm 2021 (số 12/KH-UBND, ngày 05/01/2021)")
    assert facts[2] == "6 tháng đầu năm 2021 (số liệu từ 15/12/2020 đến hết 14/6/2021)"
    assert facts[3] == "Sở Nội vụ (vanthu_snv@hanoi.gov.vn)"
    assert facts[5] == "thứ Năm 01/7/2021"
    assert [fact.text for fact in contents_of(one).facts][3] == "Sở Nội vụ"
    assert [name.text for name in contents_of(one).names] == [
        "UBND THÀNH PHỐ HÀ NỘI", "SỞ TƯ PHÁP",
    ]  # fmt: skip


def test_an_ampersand_in_the_footer_is_a_letter() -> None:
    one = form("stp")
    named = one._replace(agency=one.agency._replace(name="Sở A&B\nC" + "x" * 200))
    footer = contents_of(named).footer
    assert footer.startswith("Sở A&&B C")
    assert len(footer) == 101


def test_every_leaf_is_reached_in_one_order() -> None:
    contents = contents_of(form("stp"))
    seen: list[object] = []

    def look(leaf: object) -> object:
        seen.append(leaf)
        return leaf

    assert mapped(contents, look) == contents
    assert seen[:3] == ["Sở Tư pháp - 6 tháng đầu năm 2021", "Sở Nội vụ", "Sở Tư pháp"]
    assert seen[-2:] == [date(2020, 12, 15), date(2021, 7, 1)]
