"""What a document says of itself."""

from datetime import date

import pytest

from cchc_cli.plan.draft.document import Told, told
from cchc_cli.plan.draft.parts import divide
from tests.plan.draft.made import HEAD, document


def facts(*lines: str) -> Told:
    return told(divide(document(*lines).blocks))


def test_the_head_tells_number_day_and_span() -> None:
    found = facts(*HEAD, "I. MỤC ĐÍCH", "Nơi nhận:", "- Như trên;", "CHỦ TỊCH", "Lê Văn Cường")
    assert (found.type, found.number, found.dated) == ("Kế hoạch", "12/KH-UBND", date(2025, 2, 10))
    assert (found.first, found.last) == (date(2025, 1, 1), date(2025, 12, 31))
    assert found.signer == "Lê Văn Cường"
    assert found.territory == "an hòa"


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Cải cách giai đoạn 2021-2030", date(2021, 1, 1), date(2030, 12, 31)),
        ("Cải cách đến năm 2030", date(2025, 1, 1), date(2030, 12, 31)),
        ("Cải cách năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("Thực hiện Nghị quyết năm 2011", None, None),
        ("Cải cách đến năm 2020", None, None),
        ("Cải cách", None, None),
    ],
)
def test_the_title_spans_years(title: str, first: date | None, last: date | None) -> None:
    found = facts(*HEAD[:4], title, "Căn cứ Luật ngày 19/6/2015;")
    assert (found.first, found.last) == (first, last)


def test_what_is_cited_is_not_the_document_itself() -> None:
    found = facts(
        "KẾ HOẠCH",
        "Cải cách",
        "Căn cứ Quyết định số 1/QĐ-UBND ngày 01 tháng 02 năm 2020 của UBND tỉnh;",
        "Hướng dẫn cũ ban hành ở nơi khác, vào một ngày đã quá lâu, ngày 03 tháng 03 năm 2019",
        "An Hòa, ngày 31 tháng 02 năm 2025",
    )
    assert (found.number, found.dated, found.issuer) == (None, None, None)
