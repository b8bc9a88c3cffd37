"""Duties as a table of values."""

from datetime import date

from cchc_cli.domain.plan import Measure, Plan, Product
from cchc_cli.services.duties import Choices, list_duties
from cchc_cli.views.tables.duties import duties_table
from cchc_cli.views.tables.model import Value
from tests.conftest import Golden
from tests.domain.builders import make_duty, make_plan
from tests.services.real import agency
from tests.views.tables.reading import csv_of, rows_of

DAY = date(2021, 6, 10)


def row_of(plan: Plan, ident: str) -> dict[str, Value]:
    """The row of a duty."""
    table = duties_table(list_duties(plan, Choices()), DAY)
    return next(row for row in rows_of(table) if row["Mã"] == ident)


def test_the_duties_of_one_agency(plan_2021: Plan, golden: Golden) -> None:
    found = list_duties(plan_2021, Choices(agency(plan_2021, "snv")))
    golden("duties/snv.csv", csv_of(duties_table(found, DAY)))


def test_every_duty_has_a_row(plan_2021: Plan) -> None:
    found = list_duties(plan_2021, Choices())
    rows = rows_of(duties_table(found, DAY))
    assert [row["Mã"] for row in rows] == [duty.id for duty in plan_2021.duties]
    assert [row["Nguyên văn"] for row in rows] == [duty.text for duty in plan_2021.duties]


def test_a_report_and_a_measure(plan_2021: Plan) -> None:
    report, programme = row_of(plan_2021, "V.6.4b"), row_of(plan_2021, "V.10.3b")
    assert report["Báo cáo"] == "UBND thành phố Hà Nội (thông qua Sở Nội vụ)"
    assert (report["Sản phẩm"], report["Số cơ quan"]) == ("1 Báo cáo chuyên đề", 5)
    assert programme["Mức tối thiểu"] == "15 phút cho mỗi lần phát"


def test_other_products_and_partners_that_no_list_names() -> None:
    duty = make_duty()._replace(
        product=Product("Kế hoạch", None, ("Văn bản",)),
        measure=Measure(2.5, "giờ"),
        partners=("stp",),
        partner_words="các đơn vị liên quan",
        report_to="ubnd-tp",
    )
    (row,) = rows_of(duties_table(list_duties(make_plan(duties=[duty]), Choices()), DAY))
    assert row["Sản phẩm"] == "Kế hoạch hoặc văn bản"
    assert row["Mức tối thiểu"] == "2,5 giờ"
    assert row["Phối hợp với"] == "Sở Tư pháp; các đơn vị liên quan"
    assert row["Báo cáo"] == "UBND thành phố Hà Nội"


def test_how_the_agency_stands_is_a_column_where_it_is_known(plan_2021: Plan) -> None:
    found = list_duties(plan_2021, Choices(agency(plan_2021, "stp")))
    table = duties_table(found, DAY, {"V.5": "thường xuyên"})
    states = {row["Mã"]: row["Tình trạng"] for row in rows_of(table)}
    assert (states["V.5"], states["V.6.4b"]) == ("thường xuyên", None)
    assert table.about[-1] == "Cơ quan: Sở Tư pháp"
    assert "Tình trạng" not in rows_of(duties_table(found, DAY))[0]


def test_an_open_list_is_called_open(plan_2021: Plan) -> None:
    assert row_of(plan_2021, "V.6.1a")["Danh sách cơ quan"] == "còn để ngỏ"
    assert row_of(plan_2021, "V.5")["Danh sách cơ quan"] == "đã đủ"
