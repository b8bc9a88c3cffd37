"""The status in numbers, as the user sees it."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from cchc_cli.domain.entries import Content
from cchc_cli.domain.plan import Duty
from cchc_cli.domain.schedules import Dated, Every, OnEvent, Reports, Span, Undated
from cchc_cli.services.book import Book
from cchc_cli.services.overview import (
    Wishes,
    call_roll,
    count_duties,
    count_groups,
    heat_map,
    list_all,
    rank,
    scope_of,
)
from cchc_cli.views.heatmap import column_labels, map_sheets, sign
from cchc_cli.views.obligations import agency_sheet, list_sheet
from cchc_cli.views.sheet import Sheet, markdown, plain
from cchc_cli.views.status import (
    Overview,
    agencies_sheet,
    duties_sheet,
    groups_sheet,
    is_report,
    occasion_text,
    sums,
)
from cchc_cli.views.status_json import (
    agencies_json,
    duties_json,
    groups_json,
    map_json,
    obligations_json,
)
from cchc_cli.views.terminal import table
from cchc_cli.views.wording.statuses import STATUSES
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency, group, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021, book_with, done
from tests.views.screen import WIDTHS, too_wide

FORMS: dict[str, Callable[[Sheet], str]] = {
    "table.txt": lambda sheet: table(sheet, 80, color=False),
    "plain.txt": plain,
    "md": markdown,
}
DAY = date(2021, 6, 10)
WIDE = 10_000


def seen(book: Book | None = None, today: date = IN_JULY, **wishes: object) -> Overview:
    """What a view begins with; of the example's book where none is given."""
    found = book or book_of_2021()
    return Overview(found, scope_of(found, today, Wishes(**wishes)), today)  # type: ignore[arg-type]


def duty_2021(ident: str) -> Duty:
    """A duty of the plan of 2021."""
    return next(one for one in plan_of_2021().duties if one.id == ident)


def by_duty(found: Overview, width: int = 80) -> Sheet:
    """The sheet by duty."""
    rows = count_duties(found.book, found.scope, found.today)
    rolls = call_roll(found.book, found.scope, rows, found.today)
    return duties_sheet(found, rows, rolls, width)


def by_agency(found: Overview, width: int = 80) -> Sheet:
    """The sheet by agency."""
    return agencies_sheet(found, rank(found.book, found.scope, found.today), width)


def by_group(found: Overview, width: int = 80) -> Sheet:
    """The sheet by group."""
    return groups_sheet(found, count_groups(found.book, found.scope, found.today), width)


def of_agency(found: Overview, width: int = 80) -> Sheet:
    """The sheet of one agency."""
    listed = tuple(list_all(found.book, found.scope, found.scope.occurrences, found.today))
    return agency_sheet(found, listed, width)


def listed(found: Overview) -> Sheet:
    """The list behind the numbers."""
    return list_sheet(
        found, list_all(found.book, found.scope, found.scope.occurrences, found.today)
    )


def mapped(found: Overview, width: int = 80) -> list[Sheet]:
    """The map."""
    return map_sheets(found, heat_map(found.book, found.scope, found.today), width)


def foot(sheet: Sheet) -> str:
    """What stands below the tables."""
    return "\n".join(sheet.below)


def small(*duties: Duty, recorded: tuple[Content, ...] = (), today: date = IN_JULY) -> Overview:
    """A small plan, with what is recorded of it."""
    return seen(book_with(make_plan(duties=duties), *recorded), today, every=True)


def _duties_json(found: Overview) -> str:
    rows = count_duties(found.book, found.scope, found.today)
    return duties_json(found, rows, call_roll(found.book, found.scope, rows, found.today))


# Golden files.


@pytest.mark.parametrize("form", FORMS)
def test_by_duty(form: str, golden: Golden) -> None:
    width = 80 if form == "table.txt" else WIDE
    golden(f"status/2021-07-01.{form}", FORMS[form](by_duty(seen(), width)))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("h1", seen(period="h1")),
        ("districts", seen(period="h1", group=group(plan_of_2021(), "ubnd-quan-huyen-thi-xa"))),
        ("V.6.4b", seen(duty=duty_2021("V.6.4b"))),
        ("nothing-recorded", seen(Book(plan_of_2021(), None), date(2021, 6, 10))),
    ],
)
def test_by_duty_of_a_choice(name: str, found: Overview, golden: Golden) -> None:
    golden(f"status/{name}.table.txt", table(by_duty(found), 80, color=False))


@pytest.mark.parametrize("form", ["table.txt", "md"])
def test_by_agency(form: str, golden: Golden) -> None:
    golden(f"status/agencies.{form}", FORMS[form](by_agency(seen())))


def test_by_group(golden: Golden) -> None:
    golden("status/groups.table.txt", table(by_group(seen()), 80, color=False))


@pytest.mark.parametrize("who", ["snv", "stp", "vp-ubnd", "dai-ptth", "q-ba-dinh", "mttq-tp"])
def test_of_an_agency(who: str, golden: Golden) -> None:
    found = seen(agency=agency(plan_of_2021(), who))
    golden(f"status/{who}.table.txt", table(of_agency(found), 80, color=False))


def test_the_list(golden: Golden) -> None:
    sheet = listed(seen(duty=duty_2021("V.6.3a"), period="h1"))
    golden("status/list-V.6.3a.table.txt", table(sheet, 80, color=False))


@pytest.mark.parametrize("ident", [None, "V.10.3b", "V.6.3a"])
def test_the_map(ident: str | None, golden: Golden) -> None:
    found = seen(duty=duty_2021(ident) if ident else None, every=True)
    text = "\n".join(table(sheet, 80, color=False) for sheet in mapped(found))
    golden(f"status/map-{ident or 'months'}.txt", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("duties", _duties_json),
        ("agencies", lambda found: agencies_json(found, rank(found.book, found.scope, IN_JULY))),
        (
            "groups",
            lambda found: groups_json(found, count_groups(found.book, found.scope, IN_JULY)),
        ),
        (
            "obligations",
            lambda found: obligations_json(
                found, list_all(found.book, found.scope, found.scope.occurrences, IN_JULY)
            ),
        ),
        ("map", lambda found: map_json(found, heat_map(found.book, found.scope, IN_JULY))),
    ],
)
def test_as_json(name: str, text: Callable[[Overview], str], golden: Golden) -> None:
    said = text(seen(period="h1", duty=duty_2021("V.6.4b")))
    golden(f"status/{name}.json", said)
    data = json.loads(said)
    assert next(iter(data.items())) == ("format", "cchc/status/1")
    assert (data["today"], data["duty"], data["as_of"]) == ("2021-07-01", "V.6.4b", None)


# On screens.


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_fits_the_screen(width: int) -> None:
    sheets = [
        by_duty(seen(), width),
        by_agency(seen(), width),
        by_group(seen(), width),
        of_agency(seen(agency=agency(plan_of_2021(), "snv")), width),
        of_agency(seen(agency=agency(plan_of_2021(), "dai-ptth")), width),
        listed(seen(period="h1")),
        *mapped(seen(every=True), width),
        *mapped(seen(duty=duty_2021("V.10.3b"), every=True), width),
        *mapped(seen(duty=duty_2021("V.9a"), every=True), width),
    ]
    for sheet in sheets:
        assert too_wide(table(sheet, width, color=False), width) == []


def test_a_narrow_screen_has_fewer_columns() -> None:
    assert len(by_duty(seen(), 60).columns) == len(by_duty(seen(), 80).columns) - 2
    own = seen(agency=agency(plan_of_2021(), "stp"))
    assert len(of_agency(own, 60).columns) == len(of_agency(own, 80).columns) - 2


def test_numbers_and_days_are_never_broken() -> None:
    text = table(by_duty(seen()), 80, color=False)
    row = next(line for line in text.splitlines() if line.startswith("V.6.3a"))
    assert re.search(r" 52 +40 +0 +0 +0 +12$", row)
    own = table(of_agency(seen(agency=agency(plan_of_2021(), "stp"))), 80, color=False)
    assert "15/12/2021" in own


# The numbers.


def test_what_has_to_be_done_is_done_overdue_or_left() -> None:
    for at, kind in enumerate(STATUSES):
        found = sums({kind: 3, "overdue": 1, "late": at})
        assert found.owed == found.done + found.overdue + found.left
        assert found.done >= found.in_time + found.late


def test_the_table_has_the_numbers_of_the_statuses() -> None:
    book = book_of_2021()
    found = seen(book, duty=duty_2021("V.6.4b"))
    (section,) = by_duty(found).sections
    (row,) = section.rows
    assert list(row[3:]) == ["5", "4", "3", "1", "1", "0"]
    assert "đã làm 4 (80 %), trong đó đúng hạn 3, trễ 1; quá hạn 1 (20 %)" in foot(by_duty(found))


def test_what_has_no_date_is_neither_in_time_nor_late() -> None:
    found = small(make_duty(Undated("once"), lead=["snv", "stp"]))
    (section,) = by_duty(found).sections
    assert list(section.rows[0][2:]) == ["một lần", "2", "0", "-", "-", "-", "2"]
    assert foot(by_duty(found)).startswith(
        "Cộng, không có ngày hạn: phải làm 2; đã làm 0 (0 %); còn lại 2 (100 %)."
    )


def test_done_without_a_date_is_told_beside_what_has_one() -> None:
    duties = [make_duty(Dated("by", DAY)), make_duty(Reports(("h1",)), ident="V.2")]
    recorded = (done("V.1", "snv", "2021-06-10", DAY), done("V.2", "snv", "2021/h1", DAY))
    text = foot(by_duty(small(*duties, recorded=recorded)))
    assert "đã làm 2 (100 %), trong đó đúng hạn 1, trễ 0, không có ngày hạn 1;" in text


def test_nothing_owed_is_no_row_of_zeros() -> None:
    found = small(make_duty(OnEvent("có sự kiện")))
    sheet = by_duty(found)
    assert set(sheet.sections[0].rows[0][3:]) == {"-"}
    assert "Không tính vào “phải làm”: 1 chờ sự kiện." in foot(sheet)


def test_what_was_only_asked_stands_apart_and_has_no_shares() -> None:
    asked = make_duty(Dated("by", DAY), lead=["mttq-tp"])._replace(force="requested")
    sheet = by_duty(small(asked))
    assert sheet.sections[0].heading.startswith("Được đề nghị")
    assert list(sheet.sections[0].rows[0][3:]) == ["1", "0", "-", "-", "-", "1"]
    assert "Cộng, được đề nghị: phải làm 1; đã làm 0; còn lại 1." in foot(sheet)


def test_many_periods_are_one_row_in_each_part() -> None:
    found = small(make_duty(Every("week")), today=DAY)
    sheet = by_duty(found)
    assert [section.heading for section in sheet.sections] == [
        "Đã đến hạn hoặc hết kỳ",
        "Chưa đến hạn",
    ]
    assert [len(section.rows) for section in sheet.sections] == [1, 1]
    assert sheet.sections[0].rows[0][2] == "22 tuần (đến tuần 22/2021)"


def test_one_period_of_many_that_stands_alone_keeps_its_name() -> None:
    last_week = date(2022, 1, 1)
    sheet = by_duty(small(make_duty(Every("week")), today=last_week))
    assert sheet.sections[1].rows[0][2] == "tuần 52/2021"


def test_what_comes_soon_says_until_when() -> None:
    headings = [section.heading for section in by_duty(seen(today=DAY)).sections]
    assert "Chưa đến hạn (đến 10/7/2021)" in headings


def test_lists_that_are_open_are_named_and_cut() -> None:
    text = foot(by_duty(seen()))
    assert "V.6.1a, V.6.1b, V.6.2, V.6.3a, V.6.3b, V.10.1 và 3 nhiệm vụ khác." in text
    few = foot(by_duty(seen(duty=duty_2021("V.6.3a"))))
    assert "chỉ tính cơ quan đã biết: V.6.3a.\n" in few


def test_nothing_at_all() -> None:
    found = small()
    for sheet in (by_duty(found), by_agency(found), by_group(found), listed(found)):
        assert list(sheet.sections) == []
        assert foot(sheet) == "Không có việc nào trong phạm vi này."
    (empty,) = mapped(found)
    assert foot(empty) == "Không có việc nào trong phạm vi này."
    own = seen(book_with(make_plan()), agency=agency(plan_of_2021(), "snv"))
    assert foot(of_agency(own)) == "Không có việc nào trong phạm vi này."


# The heading.


@pytest.mark.parametrize(
    ("today", "note"),
    [
        (date(2022, 3, 1), "Kế hoạch đã kết thúc ngày 31/12/2021."),
        (date(2022, 3, 1), "cchc status --today 2021-07-02"),
        (date(2020, 12, 1), "Kế hoạch bắt đầu từ ngày 01/01/2021."),
    ],
)
def test_a_day_outside_the_plan_is_said(today: date, note: str) -> None:
    assert note in "\n".join(by_duty(seen(today=today)).above)


def test_what_was_chosen_is_said() -> None:
    book = book_of_2021()
    wishes = Wishes("h1", group=group(book.plan, "so-ban-nganh"), agency=agency(book.plan, "snv"))
    found = Overview(book, scope_of(book, IN_JULY, wishes), IN_JULY, date(2021, 6, 14))
    above = by_duty(found).above
    assert list(above[1:]) == [
        "Tính đến thứ Năm 01/7/2021.",
        "Chỉ tính những gì đã ghi nhận đến hết ngày 14/6/2021.",
        "Cơ quan: Sở Nội vụ",
        "Nhóm: Các Sở, ban, ngành",
        "Kỳ: 6 tháng đầu năm 2021",
    ]


def test_a_comparison_says_what_it_counts_unless_that_was_chosen() -> None:
    assert any("các việc không có ngày hạn" in line for line in by_agency(seen()).above)
    assert not any("Tính các việc" in line for line in by_group(seen(period="h1")).above)


# The roll call.

REPORT = make_duty(
    Reports(("h1",)), implement=["snv", "stp", "tttp", "skhcn", "svhtt"], lead=[]
)  # fmt: skip


def roll(*recorded: Content, duty: Duty = REPORT) -> str:
    """The line of the roll."""
    return foot(by_duty(small(duty, recorded=recorded))).splitlines()[-1]


def test_nobody_has_reported() -> None:
    assert roll() == (
        "V.1, 6 tháng đầu năm 2021: 0/5 cơ quan đã báo cáo; chưa: Sở Nội vụ, Sở Tư pháp, "
        "Thanh tra Thành phố, Sở Khoa học và Công nghệ, Sở Văn hóa và Thể thao."
    )


def test_everybody_has() -> None:
    recorded = [done("V.1", one, "2021/h1", DAY) for one in REPORT.implement]
    assert roll(*recorded) == "V.1, 6 tháng đầu năm 2021: 5/5 cơ quan đã báo cáo; đủ."


def test_late_returned_and_exempt_are_told() -> None:
    duty = REPORT._replace(schedule=Dated("by", DAY, "h1"))
    recorded = (
        done("V.1", "snv", "2021/h1", date(2021, 6, 20)),
        done("V.1", "stp", "2021/h1", DAY),
        Content("return", "ke-hoach", "V.1", "stp", "2021/h1", target=2, text="thiếu số liệu",
                fulfils=(("V.1", "stp"),), day=DAY),
        Content("waiver", "ke-hoach", "V.1", "tttp", "2021/h1", day=DAY, text="thôi",
                fulfils=(("V.1", "tttp"),)),
    )  # fmt: skip
    assert roll(*recorded, duty=duty) == (
        "V.1, 6 tháng đầu năm 2021 (hạn 10/6/2021): 1/4 cơ quan đã thực hiện (trễ 1); "
        "trả lại: Sở Tư pháp; chưa: Sở Khoa học và Công nghệ, Sở Văn hóa và Thể thao; "
        "miễn, không phát sinh: 1."
    )
    assert "“Còn lại” gồm 1 việc bị trả lại" in foot(by_duty(small(duty, recorded=recorded)))


def test_many_names_are_cut() -> None:
    text = foot(by_duty(seen(duty=duty_2021("V.6.3b"), period="h1")))
    assert re.search(r" … và \d+ cơ quan khác \(xem hết: --list\)\.", text)
    assert text.splitlines()[-1].count(",") == 1 + 14


def test_what_is_a_report() -> None:
    assert is_report(REPORT)
    assert is_report(make_duty(Dated("by", DAY))._replace(report_to="ubnd-tp"))
    assert not is_report(make_duty(Dated("by", DAY)))


@pytest.mark.parametrize(
    ("duty", "recorded", "text"),
    [
        (make_duty(Undated("once")), (), "một lần"),
        (make_duty(Dated("by", DAY)), (), "10/6/2021"),
        (make_duty(Every("quarter")), (), "quý I/2021"),
        (make_duty(OnEvent("có thi")), (), "theo sự kiện"),
        (
            make_duty(OnEvent("có thi")),
            (Content("event", "ke-hoach", "V.1", period="event", day=DAY, text="Thi tìm hiểu"),),
            "Thi tìm hiểu",
        ),
        (
            make_duty(OnEvent("có thi")),
            (Content("event", "ke-hoach", "V.1", period="event", day=DAY),),
            "có thi",
        ),
    ],
)
def test_the_name_of_an_occasion(duty: Duty, recorded: tuple[Content, ...], text: str) -> None:
    book = book_with(make_plan(duties=[duty]), *recorded)
    assert occasion_text(book.occurrences(duty)[0]) == text


def test_many_events_are_one_row() -> None:
    happened = [
        Content("event", "ke-hoach", "V.1", period="event", day=DAY, text=f"Thi lần {at}")
        for at in range(1, 6)
    ]
    duty = make_duty(OnEvent("có thi"))
    (section,) = by_duty(small(duty, recorded=tuple(happened))).sections
    assert [row[2] for row in section.rows] == ["5 lần phát sinh (đến Thi lần 5)"]
    due = make_duty(OnEvent("có thi", Span(5, "days")))
    book = book_with(make_plan(duties=[due]), happened[0]._replace(text=None))
    assert occasion_text(book.occurrences(due)[0]) == "có thi"


# One agency.


def test_an_agency_sees_first_what_is_overdue() -> None:
    duties = [
        make_duty(Dated("by", DAY), ident="V.1"),
        make_duty(Dated("by", date(2021, 12, 1)), ident="V.2"),
        make_duty(Undated("continuous"), ident="V.3"),
        make_duty(OnEvent("có"), ident="V.4"),
        make_duty(Undated("once"), ident="V.5"),
        make_duty(Undated("once"), ident="V.6")._replace(force="requested"),
    ]
    book = book_with(make_plan(duties=duties), done("V.5", "snv", "once", DAY))
    sheet = of_agency(seen(book, agency=agency(book.plan, "snv")))
    assert [(section.heading, section.rows[0][0]) for section in sheet.sections] == [
        ("Quá hạn, bị trả lại", "V.1"),
        ("Chưa thực hiện", "V.2"),
        ("Đã thực hiện", "V.5"),
        ("Thường xuyên", "V.3"),
        ("Chưa đến kỳ, chờ sự kiện", "V.4"),
        ("Được đề nghị (không xếp hạng, không tính quá hạn)", "V.6"),
    ]
    assert foot(sheet) == (
        "Cộng 6 việc: quá hạn, bị trả lại 1; chưa thực hiện 1; đã thực hiện 1; thường xuyên 1; "
        "chưa đến kỳ, chờ sự kiện 1; được đề nghị 1."
    )


def test_a_minimum_over_the_periods() -> None:
    duty = make_duty(Every("quarter"))
    recorded = (
        done("V.1", "snv", "2021-Q1", date(2021, 3, 1)),
        done("V.1", "snv", "2021-Q2", date(2021, 7, 5)),
    )
    book = book_with(make_plan(duties=[duty]), *recorded)
    found = seen(book, date(2021, 11, 1), agency=agency(book.plan, "snv"))
    assert foot(of_agency(found)).splitlines()[-1] == (
        "V.1: 2/4 quý, trễ 1, quá hạn 1, chưa làm 1."
    )


def test_a_duty_of_many_periods_in_one_row() -> None:
    found = seen(agency=agency(plan_of_2021(), "dai-ptth"), duty=duty_2021("V.10.3b"))
    (section,) = of_agency(found).sections
    (row,) = section.rows
    assert row[2:5] == [
        "41 tuần",
        "-",
        "10/41 tuần, quá hạn 4, chưa làm 1, chưa đến kỳ 26, thiếu thời lượng ở 1 lần",
    ]
    assert row[5].startswith("… #")
    assert row[5].count("#") == 4


def test_a_requested_duty_of_many_periods_is_not_overdue() -> None:
    duty = make_duty(Every("month"))._replace(force="requested")
    book = book_with(make_plan(duties=[duty]), done("V.1", "snv", "2021-M01", date(2021, 3, 1)))
    sheet = of_agency(seen(book, agency=agency(book.plan, "snv")))
    assert sheet.sections[0].rows[0][4] == "1/12 tháng, chưa làm 6, chưa đến kỳ 5"


# The list.


def test_the_list_tells_the_day_that_decided() -> None:
    rows = listed(seen(duty=duty_2021("V.6.4b"))).sections[0].rows
    days = {row[2]: (row[4], row[5]) for row in rows}
    assert days["Sở Nội vụ"] == ("11/6/2021", "#91")
    assert days["Văn phòng UBND Thành phố"] == ("15/6/2021", "-")


def test_requested_bodies_stand_apart_in_the_list() -> None:
    sections = listed(seen()).sections
    assert [section.heading for section in sections][1].startswith("Được đề nghị")
    assert {row[0] for row in sections[1].rows} == {"V.7", "V.8", "V.9a", "V.9b", "KT.b"}


# The map.


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        ((), " "),
        (("not_yet", "waived"), " "),
        (("on_time", "done"), "■"),
        (("on_time", "open"), "·"),
        (("late", "open"), "▲"),
        (("late", "returned"), "◧"),
        (("returned", "overdue"), "✗"),
    ],
)
def test_the_worst_status_is_shown(kinds: tuple[str, ...], shown: str) -> None:
    assert sign(kinds) == shown  # type: ignore[arg-type]


def labels(*duties: Duty, last: date = date(2021, 12, 31), duty: bool = True) -> list[str]:
    """The heads of a map's columns."""
    book = Book(make_plan(last=last, duties=duties), None)
    found = seen(book, duty=duties[0] if duty else None, every=True)
    return column_labels(heat_map(book, found.scope, IN_JULY))


def test_heads_of_a_map() -> None:
    assert labels(make_duty(Every("quarter"))) == ["Q1", "Q2", "Q3", "Q4"]
    assert labels(make_duty(Reports(("h1", "year")))) == ["h1", "year"]
    assert labels(make_duty(Every("year"))) == ["2021"]
    assert labels(make_duty(Undated("once"))) == ["một lần"]
    assert labels(make_duty(Every("half")), duty=False) == ["T6", "T12"]


def test_another_year_is_told() -> None:
    end = date(2022, 12, 31)
    assert labels(make_duty(Every("half")), last=end) == ["H1", "H2", "2022-H1", "2022-H2"]
    assert labels(make_duty(Every("half")), last=end, duty=False) == [
        "T6", "T12", "T6/22", "T12/22",
    ]  # fmt: skip


def test_a_map_that_does_not_fit_goes_on_below() -> None:
    found = seen(duty=duty_2021("V.10.3b"), every=True)
    sheets = mapped(found)
    heads = [column.head for sheet in sheets for column in sheet.columns[1:]]
    assert heads == [f"W{number}" for number in range(12, 53)]
    assert len(sheets) > 1
    assert [bool(sheet.above) for sheet in sheets] == [True] + [False] * (len(sheets) - 1)
    assert "✗ quá hạn" in foot(sheets[-1])
    assert len(mapped(found, WIDE)) == 1


def test_signs_have_colours_on_a_terminal_only() -> None:
    (sheet,) = mapped(seen(duty=duty_2021("V.6.3a"), every=True))
    assert "\x1b[32m■" in table(sheet, 80, color=True)
    assert "\x1b" not in table(sheet, 80, color=False)
