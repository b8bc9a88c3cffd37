"""Deadlines as a table of values."""

from datetime import date

from cchc_cli.domain.plan import Plan
from cchc_cli.domain.schedules import Dated, Every
from cchc_cli.services.deadlines import Window, list_deadlines
from cchc_cli.views.tables.deadlines import deadlines_table
from tests.conftest import Golden
from tests.domain.builders import make_duty
from tests.services.real import agency
from tests.services.recorded import book_of_2021
from tests.services.test_deadlines import IN_JUNE, PRESS, of
from tests.views.tables.reading import csv_of, rows_of


def test_on_10_june_2021(plan_2021: Plan, golden: Golden) -> None:
    golden("deadlines/2021-06-10.csv", csv_of(deadlines_table(list_deadlines(plan_2021, IN_JUNE))))


def test_a_strict_before_has_all_its_days() -> None:
    found = of([make_duty(Dated("before", date(2021, 6, 15), "h1"))], date(2021, 6, 16))
    (row,) = rows_of(deadlines_table(found))
    assert row["Hạn (ngày cuối còn kịp)"] == date(2021, 6, 14)
    assert row["Ngày kế hoạch nêu"] == date(2021, 6, 15)
    assert row["Quá hạn từ ngày"] == date(2021, 6, 16)
    assert (row["Từ chỉ hạn"], row["Tình trạng"], row["Số ngày"]) == ("trước", "đã qua hạn", 1)
    assert (row["Kỳ từ ngày"], row["Kỳ đến ngày"]) == (date(2020, 12, 15), date(2021, 6, 14))


def test_what_is_not_known_is_empty() -> None:
    (row,) = rows_of(deadlines_table(of([make_duty(Dated("by", IN_JUNE))])))
    empty = {"Kỳ", "Kỳ từ ngày", "Kỳ đến ngày", "Lời văn về thời gian", "Chưa làm"}
    assert {head for head, value in row.items() if value is None} == empty | {"Cùng sự kiện với"}


def test_only_a_ledger_knows_how_many_are_left() -> None:
    window = Window(date(2021, 6, 14), date(2021, 6, 14))
    found = list_deadlines(book_of_2021(), date(2021, 7, 1), window=window)
    (row,) = rows_of(deadlines_table(found))
    assert (row["Số cơ quan"], row["Chưa làm"]) == (5, 1)


def test_it_says_whose_and_of_which_day(plan_2021: Plan) -> None:
    table = deadlines_table(list_deadlines(plan_2021, IN_JUNE, agency(plan_2021, "snv")))
    assert list(table.about)[1:] == ["Tính đến thứ Năm 10/6/2021.", "Cơ quan: Sở Nội vụ"]


def test_joint_events_and_periods_told_by_their_last() -> None:
    window = Window(date(2021, 6, 30), date(2021, 6, 30))
    (row,) = rows_of(deadlines_table(of(PRESS, window=window)))
    assert row["Cùng sự kiện với"] == "V.4"
    told = of([make_duty(Every("month"))], date(2021, 12, 1))
    assert rows_of(deadlines_table(told))[0]["Số kỳ trước gộp vào"] == 10


def test_what_is_only_asked_for_stands_last_and_says_so() -> None:
    asked = make_duty(Dated("by", IN_JUNE), ident="V.2", lead=[], implement=["mttq-tp"])
    duties = [asked._replace(force="requested"), make_duty(Dated("by", date(2021, 6, 20)))]
    rows = rows_of(deadlines_table(of(duties)))
    assert [row["Mức ràng buộc"] for row in rows] == ["nhiệm vụ được giao", "việc được đề nghị"]
