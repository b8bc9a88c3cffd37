"""The history as a table of values."""

from datetime import UTC, date, datetime

from cchc_cli.domain.entries import Content, EvidenceFile, Figure, OfficialDocument
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.history import history
from cchc_cli.views.tables.history import history_table
from tests.conftest import Golden
from tests.services.recorded import ledger_of
from tests.views.tables.reading import csv_of, rows_of
from tests.views.test_entries import PLAN, lines_2021

DAY = date(2021, 7, 1)


def test_the_last_entries(golden: Golden) -> None:
    golden("history/last.csv", csv_of(history_table(PLAN, lines_2021(after=125), DAY)))


def test_every_entry_has_a_row() -> None:
    rows = rows_of(history_table(PLAN, lines_2021(), DAY))
    assert [row["Số"] for row in rows] == list(range(1, 146))
    assert rows[82]["Đã đính chính bởi mục"] == 142
    assert rows[143]["Bổ sung sau mục chốt"] == 143


def test_the_time_is_that_of_viet_nam() -> None:
    (line,) = lines_2021(after=139, upto=140)
    (row,) = rows_of(history_table(PLAN, [line], DAY))
    moment = row["Ghi lúc (giờ Việt Nam)"]
    assert isinstance(moment, datetime)
    assert line.entry.recorded.astimezone(UTC).hour + 7 == moment.hour


def test_everything_recorded_has_a_column() -> None:
    content = Content(
        "done",
        PLAN.id,
        "V.6.3a",
        "stp",
        "2021/h1",
        day=date(2021, 6, 1),
        document=OfficialDocument("1/BC", "snv", date(2021, 6, 2), date(2021, 6, 3), "báo cáo"),
        files=(EvidenceFile("a.pdf", "0" * 64, 1),),
        links=("https://a.vn", "https://b.vn"),
        figures=(Figure("hoi-nghi", 2), Figure("tin-bai", 1.5)),
        participants=("snv", "khong-biet"),
        text="=lời",
    )
    lines = history(ledger_of([content]), Query())
    (row,) = rows_of(history_table(PLAN, lines, DAY))
    assert row["Nơi ban hành"] == "Sở Nội vụ"
    assert (row["Ngày ký"], row["Ngày nhận"]) == (date(2021, 6, 2), date(2021, 6, 3))
    assert row["Đường dẫn"] == "https://a.vn; https://b.vn"
    assert row["Số liệu"] == "hoi-nghi: 2; tin-bai: 1,5"
    assert row["Cùng tham gia"] == "Sở Nội vụ; khong-biet"
    assert (row["Tệp minh chứng"], row["Lời ghi"]) == ("a.pdf", "=lời")
