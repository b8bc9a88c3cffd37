"""What is not the same in two plans, as it is told."""

import json
from datetime import date

from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Duty, Link, Measure, Plan, Product
from cchc_cli.domain.schedules import Every, Undated
from cchc_cli.services.comparing import compare
from cchc_cli.views.comparing import around, difference_json, difference_text
from cchc_cli.views.comparing_page import difference_page
from tests.domain.builders import make_duty, make_plan

ONE = make_duty(Undated("once"))._replace(text="Báo cáo kết quả.")
WIDE = 500


def lines(changed: Duty, old: Duty = ONE) -> list[str]:
    """What is told of the only duty."""
    text = difference_text(compare(make_plan(duties=[old]), make_plan(duties=[changed])), WIDE)
    return [line.strip() for line in text.splitlines() if line.startswith("    ")]


def test_each_kind_of_value() -> None:
    changed = ONE._replace(
        force="requested", product=Product("Báo cáo", 2, ("Một mục",)), report_to="ubnd-tp",
        measure=Measure(1.5, "giờ"), text="Báo cáo.", capacity="chủ trì",
    )  # fmt: skip
    assert lines(changed) == [
        "Nguyên văn: Báo [“cáo kết quả.” thành “cáo.”]",
        "Mức ràng buộc: nhiệm vụ được giao thành việc được đề nghị",
        "Vai trò: không ghi thành chủ trì",
        "Sản phẩm: không ghi thành Báo cáo; 2; Một mục",
        "Mức tối thiểu: không ghi thành 1,5; giờ",
        "Báo cáo: không ghi thành UBND thành phố Hà Nội",
    ]


def test_words_put_in_and_taken_out() -> None:
    longer = ONE._replace(text="Báo cáo đầy đủ kết quả.")
    assert lines(longer) == ["Nguyên văn: Báo cáo [thêm “đầy đủ”] kết quả."]
    assert lines(ONE, longer) == ["Nguyên văn: Báo cáo [bỏ “đầy đủ”] kết quả."]


def test_a_rhythm_is_told_by_its_first_periods() -> None:
    (line,) = lines(ONE._replace(schedule=Every("month")))
    assert line.startswith("Thời gian: không nêu ngày thành tháng 1/2021: 31/01/2021; ")
    assert line.endswith("… tất cả 12 kỳ")


def test_only_the_words_around_a_change_are_told() -> None:
    text = " ".join(str(at) for at in range(20))
    assert around(text, first=True, last=False) == "… 14 15 16 17 18 19"
    assert around(text, first=False, last=True) == "0 1 2 3 4 5 …"
    assert around(text, first=False, last=False) == "0 1 2 3 4 5 … 14 15 16 17 18 19"
    assert around("a b", first=False, last=False) == "a b"


def test_days_and_records_for_machines() -> None:
    old = make_plan()
    new: Plan = make_plan(last=date(2022, 3, 31), duties=[ONE])
    found = json.loads(difference_json(compare(old, new)))
    (field,) = found["fields"]
    assert (field["name"], field["new"]["end"]) == ("validity", "2022-04-01")
    text = difference_text(compare(old, new), WIDE)
    assert "Thời gian thực hiện: 01/01/2021 - 31/12/2021 thành 01/01/2021 - 31/3/2022" in text


def test_of_the_document_and_the_policy_only_what_changed() -> None:
    old = make_plan()
    document = old.document._replace(number="9/KH-UBND", dated=date(2021, 4, 1))
    new = old._replace(document=document, policy=Policy(before="inclusive"))
    text = difference_text(compare(old, new), WIDE)
    assert "Văn bản, số: không ghi thành 9/KH-UBND" in text
    assert "Văn bản, ngày: không ghi thành 01/4/2021" in text
    assert "Cách đọc thời hạn, before: strict thành inclusive" in text
    assert "shift" not in text
    assert "Văn bản, số: không ghi thành 9/KH-UBND<br>" in difference_page(compare(old, new))


def test_links_by_what_they_mean() -> None:
    (line,) = lines(ONE._replace(links=(Link("V.2", "overlaps"),)))
    assert line == "Liên hệ: không ghi thành trùng nội dung với V.2"
