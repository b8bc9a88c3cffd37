"""The history of entries, and all about one of them."""

import hashlib
import json
import shlex
import subprocess
from datetime import date

import pytest

from cchc_cli.domain.entries import Content, EvidenceFile, Figure, OfficialDocument
from cchc_cli.domain.plan import Plan
from cchc_cli.ledger.protocol import Ledger, Query
from cchc_cli.services.book import Book
from cchc_cli.services.history import Line, history, obligations_of, show_entry
from cchc_cli.views.entries import history_json, history_sheet
from cchc_cli.views.entry import Told, entry_json, entry_markdown, entry_text, told_lines
from cchc_cli.views.sheet import markdown, plain
from cchc_cli.views.terminal import table
from tests.conftest import Golden
from tests.services.real import plan_of_2021
from tests.services.recorded import IN_JULY, half_a_year, ledger_of
from tests.views.screen import WIDTHS, too_wide

PLAN = plan_of_2021()
PLANS = {PLAN.id: PLAN}
DAY = date(2021, 6, 10)
FORMS = {
    "table.txt": lambda sheet: table(sheet, 80, color=False),
    "plain.txt": plain,
    "md": markdown,
}


def told(number: int, ledger: Ledger | None = None, plan: Plan = PLAN) -> Told:
    """All about an entry, with its evidence file in place."""
    found = ledger or half_a_year()
    detail = show_entry(found, number, {plan.id: plan})
    entry = detail.line.entry
    places: dict[str, str | None] = {
        file.sha256: f"minh_chung/{file.sha256[:2]}/{file.sha256}.txt"
        for file in entry.content.files
    }
    return Told(plan, detail, obligations_of(Book(plan, found), entry, IN_JULY), places)


def lines_2021(**query: object) -> tuple[Line, ...]:
    """Lines of the example."""
    return history(half_a_year(), Query(**query), PLANS)  # type: ignore[arg-type]


# The history.


@pytest.mark.parametrize("form", FORMS)
def test_the_last_entries(form: str, golden: Golden) -> None:
    width = 80 if form == "table.txt" else 10_000
    sheet = history_sheet(PLAN, lines_2021(after=125), width)
    golden(f"history/last.{form}", FORMS[form](sheet))


def test_the_history_as_json(golden: Golden) -> None:
    text = history_json(lines_2021(after=140))
    golden("history/last.json", text)
    data = json.loads(text)
    assert data["count"] == len(data["entries"]) == 5
    assert data["entries"][-1]["late_for"] == 143


@pytest.mark.parametrize("width", WIDTHS)
def test_the_history_fits_the_screen(width: int) -> None:
    sheet = history_sheet(PLAN, lines_2021(), width)
    assert too_wide(table(sheet, width, color=False), width) == []


def test_a_narrow_screen_has_fewer_columns() -> None:
    lines = lines_2021(after=140)
    assert len(history_sheet(PLAN, lines, 60).columns) == 6
    assert len(history_sheet(PLAN, lines, 80).columns) == 8


def test_a_column_of_remarks_only_where_there_are_any() -> None:
    heads = [column.head for column in history_sheet(PLAN, lines_2021(duty="V.6.4b"), 80).columns]
    assert "Ghi chú" not in heads


def test_nothing_found() -> None:
    sheet = history_sheet(PLAN, (), 80)
    assert list(sheet.below) == ["Không có mục nào."]


def test_the_hour_is_that_of_viet_nam() -> None:
    ledger = ledger_of([Content("close", PLAN.id, period="2021/h1", day=DAY)])
    row = history_sheet(PLAN, history(ledger, Query()), 80).sections[0].rows[0]
    assert row[1] == "01/6/2021 12:00"


def test_an_agency_of_another_plan_keeps_its_id() -> None:
    ledger = ledger_of([Content("narrative", "khac", agency="xa-la", period="2025/h1",
                                part="cause", text="…")])  # fmt: skip
    row = history_sheet(PLAN, history(ledger, Query()), 80).sections[0].rows[0]
    assert "xa-la" in row
    assert "lời văn (nguyên nhân)" in row


# One entry.


@pytest.mark.parametrize("number", [49, 53, 79, 83, 86, 125, 129, 140, 141, 142, 143, 144])
def test_an_entry(number: int, golden: Golden) -> None:
    golden(f"entry/{number}.txt", entry_text(told(number), 80))


def test_an_entry_as_markdown_and_json(golden: Golden) -> None:
    golden("entry/53.md", entry_markdown(told(53)))
    golden("entry/53.json", entry_json(told(53)))


def test_a_cancelled_entry_counts_for_nothing() -> None:
    data = json.loads(entry_json(told(83)))
    assert data["obligations"] == []
    assert data["cancelled_by"] == 142
    assert [one["id"] for one in data["about"]] == [142]
    labels = [label for label, _ in told_lines(told(83))]
    assert "Tính cho" not in labels
    assert "đã đính chính bởi #142" in entry_text(told(83), 80).splitlines()[0]


EVERYTHING = Content(
    "done",
    PLAN.id,
    "V.6.1b",
    "snv",
    "continuous",
    counts_for="2021-Q2",
    counts_on=DAY,
    day=DAY,
    until=DAY,
    document=OfficialDocument("1/BC-SNV"),
    files=(EvidenceFile("a.pdf", "ab" * 32, 1234),),
    links=("https://hanoi.gov.vn",),
    figures=(Figure("hoi-nghi", 2), Figure("la", 1.5)),
    channel="truc-tiep",
    topic="khong-co",
    participants=("stp", "xa-la"),
    text="ghi chú",
    key="k-1",
)


def test_everything_in_an_entry_is_told() -> None:
    ledger = ledger_of([EVERYTHING])
    found = told(1, ledger)._replace(places={})
    lines = dict(told_lines(found))
    assert lines["Số liệu tính cho kỳ"] == "2021-Q2"
    assert lines["Ngày diễn ra"] == lines["Hạn mới"] == "10/6/2021"
    assert lines["Tệp minh chứng"] == (
        f"a.pdf (1.234 byte); SHA-256 {'ab' * 32}; không thấy trong thư mục minh chứng"
    )
    assert lines["Hình thức"] != "truc-tiep"
    assert lines["Nội dung"] == "khong-co"
    assert lines["Cùng tham gia"] == "Sở Tư pháp; xa-la"
    assert lines["Khóa chống ghi trùng"] == "k-1"
    assert ("Số liệu", "Hội nghị, cuộc họp, giao ban (cuộc): 2") in told_lines(found)
    assert ("Số liệu", "la: 1,5") in told_lines(found)


def test_an_entry_of_a_plan_that_is_gone() -> None:
    ledger = ledger_of([EVERYTHING._replace(plan="khac", duty="Z.9", period="2020-Q1")])
    lines = dict(told_lines(told(1, ledger)))
    assert (lines["Kế hoạch"], lines["Nhiệm vụ"]) == ("khac", "Z.9")
    assert lines["Kỳ"] == "2020-Q1"


def test_the_name_of_a_period_stands_before_its_key() -> None:
    assert dict(told_lines(told(79)))["Kỳ"] == "6 tháng đầu năm 2021 (2021/h1)"
    assert dict(told_lines(told(140)))["Kỳ"] == "quý II/2021 (2021-Q2)"
    assert "Kỳ" not in dict(told_lines(told(53)))


@pytest.mark.parametrize("width", WIDTHS)
def test_only_what_is_hashed_may_be_wider_than_the_screen(width: int) -> None:
    text = entry_text(told(79), width)
    words = text.partition("Mã băm của mục trước")[0]
    assert too_wide(words, width) == []


def test_the_command_gives_the_hash() -> None:
    quoted = EVERYTHING._replace(text="nói 'thế' và \\n %s $HOME")
    for found in (told(53), told(1, ledger_of([quoted]))):
        command = entry_text(found, 80).splitlines()[-1]
        before, _, after = command.partition(" | ")
        assert after == "sha256sum"
        said = subprocess.run(["sh", "-c", before], capture_output=True, check=True).stdout
        assert hashlib.sha256(said).hexdigest() == found.detail.line.entry.hash


def test_the_command_is_three_words_for_a_shell() -> None:
    words = shlex.split(entry_text(told(53), 80).splitlines()[-1])
    assert words[:2] == ["printf", "%s\\n%s"]
    assert json.loads(words[3])["id"] == 53


def test_an_entry_that_was_tampered_with_says_so() -> None:
    found = told(53)
    entry = found.detail.line.entry
    forged = entry._replace(content=entry.content._replace(agency="snv"))
    detail = found.detail._replace(line=found.detail.line._replace(entry=forged))
    bad = found._replace(detail=detail)
    assert "cchc audit" in entry_text(bad, 80)
    assert "sha256sum" not in entry_text(bad, 80)
    assert json.loads(entry_json(bad))["intact"] is False
    assert json.loads(entry_json(found))["intact"] is True
