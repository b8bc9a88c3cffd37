"""The status as tables of values."""

from datetime import date

import pytest

from cchc_cli.domain.schedules import Dated
from cchc_cli.services.book import Book
from cchc_cli.services.overview import (
    call_roll,
    count_duties,
    count_groups,
    heat_map,
    list_all,
    rank,
)
from cchc_cli.views.status import Overview
from cchc_cli.views.tables.model import Table
from cchc_cli.views.tables.status import (
    agencies_table,
    duties_table,
    groups_table,
    map_table,
    obligations_table,
)
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import plan_of_2021
from tests.services.recorded import book_with, done
from tests.views.tables.reading import csv_of, rows_of
from tests.views.test_status import duty_2021, seen

DAY = date(2021, 6, 10)


def by_duty(found: Overview) -> Table:
    """The table by duty."""
    rows = count_duties(found.book, found.scope, found.today)
    return duties_table(found, rows, call_roll(found.book, found.scope, rows, found.today))


def one_by_one(found: Overview) -> Table:
    """The table of obligations."""
    listed = list_all(found.book, found.scope, found.scope.occurrences, found.today)
    return obligations_table(found, listed)


def asked() -> Overview:
    """A body that was only asked, and was late."""
    duty = make_duty(Dated("by", date(2021, 6, 1)), lead=[], implement=["mttq-tp", "thanh-doan"])
    plan = make_plan(duties=[duty._replace(force="requested")])
    entry = done("V.1", "mttq-tp", "2021-06-01", date(2021, 6, 5))
    return seen(book_with(plan, entry), DAY)


def test_by_duty(golden: Golden) -> None:
    golden("status/2021-07-01.csv", csv_of(by_duty(seen())))


def test_by_agency(golden: Golden) -> None:
    found = seen()
    golden(
        "status/agencies.csv",
        csv_of(agencies_table(found, rank(found.book, found.scope, found.today))),
    )


def test_by_group() -> None:
    found = seen()
    groups = count_groups(found.book, found.scope, found.today)
    rows = rows_of(groups_table(found, groups))
    assert [row["Mã nhóm"] for row in rows] == [one.ident for one in groups]
    for row in rows:
        owed, done_, share = row["Phải làm"], row["Đã làm"], row["Tỷ lệ đã làm"]
        assert isinstance(owed, int)
        assert isinstance(done_, int)
        assert share == done_ / owed


def test_the_list(golden: Golden) -> None:
    found = seen(duty=duty_2021("V.6.3a"), period="h1")
    golden("status/list-V.6.3a.csv", csv_of(one_by_one(found)))


def test_the_numbers_are_those_of_the_list_behind_them() -> None:
    rows = rows_of(by_duty(seen()))
    listed = rows_of(one_by_one(seen()))
    for row in rows:
        mine = [one for one in listed if (one["Mã"], one["Kỳ"]) == (row["Mã"], row["Kỳ"])]
        unowed = row["Không tính"]
        assert isinstance(unowed, int)
        assert isinstance(row["Phải làm"], int)
        assert len(mine) == row["Phải làm"] + unowed
        assert sum(one["Tình trạng"] == "trả lại" for one in mine) == row["Bị trả lại"]


def test_who_has_not_done_it_stands_in_the_last_column() -> None:
    (row,) = rows_of(by_duty(seen(duty=duty_2021("V.6.4b"))))
    assert row["Chưa làm"] == "Văn phòng UBND Thành phố"
    assert (row["Phải làm"], row["Đã làm"], row["Tỷ lệ đã làm"]) == (5, 4, 0.8)
    assert (row["Hạn"], row["Phần"]) == (date(2021, 6, 14), "Đã đến hạn hoặc hết kỳ")


def test_nothing_owed_has_no_share() -> None:
    rows = rows_of(by_duty(seen()))
    assert [row for row in rows if not row["Phải làm"]]
    assert {row["Tỷ lệ đã làm"] for row in rows if not row["Phải làm"]} == {None}


def test_what_was_only_asked_for_is_never_late() -> None:
    (row,) = rows_of(by_duty(asked()))
    assert [row[head] for head in ("Phải làm", "Đã làm", "Trễ", "Quá hạn", "Còn lại")] == [
        2, 1, 0, 0, 1,
    ]  # fmt: skip
    late, open_ = rows_of(one_by_one(asked()))
    assert (late["Tình trạng"], late["Số ngày"]) == ("đã thực hiện", None)
    assert (open_["Tình trạng"], open_["Số ngày"]) == ("chưa thực hiện", None)


def test_a_moved_deadline_keeps_the_old_one() -> None:
    rows = rows_of(one_by_one(seen(duty=duty_2021("V.6.4b"))))
    (moved,) = [row for row in rows if row["Hạn cũ"] is not None]
    assert (moved["Mã cơ quan"], moved["Tình trạng"]) == ("stp", "đúng hạn theo gia hạn")
    assert moved["Mục ghi nhận"] == "#86, #139"


@pytest.mark.parametrize("ident", [None, "V.10.3b"])
def test_the_map_is_in_words(ident: str | None) -> None:
    found = seen(duty=duty_2021(ident) if ident else None, every=True)
    rows = rows_of(map_table(found, heat_map(found.book, found.scope, found.today)))
    by_name = {row["Cơ quan"]: row for row in rows}
    station = by_name["Đài Phát thanh và Truyền hình Hà Nội"]
    column = "2021-W16" if ident else "2021-M04"
    assert station[column] == "quá hạn"
    assert station["2021-W50" if ident else "2021-M12"] in (None, "chưa thực hiện")


def test_it_says_what_was_chosen() -> None:
    about = list(by_duty(seen(period="h1")).about)
    assert about[1:] == ["Tính đến thứ Năm 01/7/2021.", "Kỳ: 6 tháng đầu năm 2021"]


def test_without_a_ledger_all_is_left() -> None:
    rows = rows_of(by_duty(seen(Book(plan_of_2021(), None))))
    assert {row["Đã làm"] for row in rows} == {0}
