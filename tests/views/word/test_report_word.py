"""Reports in Word: what stands in them, their form, and odd contents."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from cchc_cli.domain.entries import Figure
from cchc_cli.errors import TemplateFault
from cchc_cli.services.report import Kind, Report, Words, compose
from cchc_cli.views.report_word import report_document, word_context, word_template
from cchc_cli.views.word.nd30 import check
from cchc_cli.views.word.xml import w
from tests.domain.builders import make_duty, make_plan
from tests.services.real import TEMPLATES, agency, plan_of_2021
from tests.services.recorded import IN_JULY, book_of_2021, book_with, done
from tests.views.word.typing_in import body, tags_of, texts

REPORTS: list[tuple[str, str | None, str, Kind, bool]] = [
    ("a department", "snv", "h1", "periodic", True),
    ("without a ledger", "snv", "h1", "periodic", False),
    ("a district without a symbol", "q-ba-dinh", "year", "periodic", True),
    ("an office", "vp-ubnd", "h1", "periodic", False),
    ("by subject", "stttt", "h1", "thematic", True),
    ("the city", None, "h1", "city", True),
    ("the city, to nobody", None, "q3", "city", False),
]
EACH = pytest.mark.parametrize(
    ("who", "period", "kind", "recorded"), [one[1:] for one in REPORTS], ids=[o[0] for o in REPORTS]
)


def composed(who: str | None, period: str, kind: Kind, *, recorded: bool = True) -> Report:
    """A report on the plan of 2021."""
    plan = plan_of_2021()
    source = book_of_2021() if recorded else plan
    return compose(source, period, IN_JULY, agency(plan, who) if who else None, kind)


def made(report: Report) -> bytes:
    """The report by the packaged template."""
    return report_document(report, [TEMPLATES])


def cells(document: bytes, head: str) -> list[list[str]]:
    """The rows below the table head that holds these words."""
    for table in docx.Document(BytesIO(document)).tables:
        rows = [[_seen(cell._tc) for cell in row.cells] for row in table.rows]
        if head in rows[0]:
            return rows[1:]
    raise AssertionError(head)


def _seen(cell: Any) -> str:
    return "".join(one.text or "" for one in cell.iter(w("t")))


@EACH
def test_every_report_has_the_decrees_form(
    *, who: str | None, period: str, kind: Kind, recorded: bool
) -> None:
    document = made(composed(who, period, kind, recorded=recorded))
    assert [(one.code, one.place, one.found) for one in check(document)] == []


@EACH
def test_nothing_of_the_template_or_of_none_is_left(
    *, who: str | None, period: str, kind: Kind, recorded: bool
) -> None:
    text = texts(made(composed(who, period, kind, recorded=recorded)))
    for rubbish in ("None", "{{", "{%", "Undefined", "()", "\ufdd0"):
        assert rubbish not in text
    assert text.count("./.") == 1


def test_the_bytes_are_the_same_every_time() -> None:
    report = composed("snv", "h1", "periodic")
    assert made(report) == made(report)
    properties = docx.Document(BytesIO(made(report))).core_properties
    assert properties.author == "Sở Nội vụ"
    assert properties.title.startswith("Báo cáo kết quả công tác thông tin, tuyên truyền")
    assert properties.modified is not None
    # The period was closed on that day.
    assert properties.modified.date() == report.today == date(2021, 6, 27)


def test_headings_stand_in_the_navigation_pane() -> None:
    document = docx.Document(BytesIO(made(composed("snv", "h1", "periodic"))))
    names = [(one.style.name, one.text) for one in document.paragraphs if one.style]
    assert ("Heading 1", "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI") in names
    assert ("Heading 2", "Theo nội dung") in names
    assert ("Heading 3", "d) Tương tác, cùng tham gia") in names


def test_the_statistics_are_vietnamese_figures_or_asked_for() -> None:
    rows = cells(made(composed(None, "h1", "city")), "Cùng kỳ năm trước")
    known = {row[1]: row[3:6] for row in rows}
    figures = [one for row in known.values() for one in row if one]
    assert any(re.fullmatch(r"\d{1,3}(\.\d{3})*(,\d+)?", one) for one in figures)
    assert "[ĐIỀN: số]" in figures


def test_a_joint_event_counts_once_in_the_city_and_for_each_that_took_part() -> None:
    """What two agencies report together is one meeting of the city."""
    plan = plan_of_2021()
    joint = done("V.6.1a", "snv", "continuous", date(2021, 3, 1), participants=("stp",))
    entry = joint._replace(plan=plan.id, figures=(Figure("hoi-nghi", 1),))
    book = book_with(plan, entry)
    for who in (None, "snv", "stp"):
        chosen = agency(plan, who) if who else None
        document = made(compose(book, "h1", IN_JULY, chosen, None))
        row = next(
            row for row in cells(document, "Kỳ này") if row[1] == "Hội nghị, cuộc họp, giao ban"
        )
        assert row[3] == "1", who


def test_tasks_have_progress_and_result() -> None:
    rows = cells(made(composed("snv", "h1", "periodic")), "Kết quả hiện nay")
    assert len(rows) == 18
    assert [row[0] for row in rows] == [str(at) for at in range(1, 19)]
    assert all(len(row) == 7 for row in rows)
    city = cells(made(composed(None, "h1", "city")), "Kết quả hiện nay")
    assert any(re.search(r"đạt \d+(,\d+)? %", row[5]) for row in city)
    assert any(re.search(r"\d+/\d+ cơ quan đã thực hiện", row[6]) for row in city)
    blank = cells(made(composed("snv", "h1", "periodic", recorded=False)), "Kết quả hiện nay")
    assert {(row[5], row[6]) for row in blank} == {("[ĐIỀN: tiến độ]", "[ĐIỀN: kết quả]")}


def test_the_citys_units_are_called_ranked_and_listed() -> None:
    document = made(composed(None, "h1", "city"))
    text = texts(document)
    roll = {row[1]: row[2:] for row in cells(document, "Phải báo cáo")}
    (found,) = (row for name, row in roll.items() if "V.6.4b" in name)
    assert found == ["5", "4", "1", "1"]
    assert "1 cơ quan, đơn vị chưa báo cáo: Văn phòng UBND Thành phố." in text
    ranked = cells(document, "Tỷ lệ")
    assert [row[1] for row in ranked if row[0] == ""] == [
        "Cơ quan, đơn vị thực hiện tốt",
        "Cơ quan, đơn vị còn chậm",
    ]
    assert len(ranked) == 12
    assert all(row[4] for row in cells(document, "Tình trạng"))
    assert ["1", "Sở Nội vụ", "Một số đơn vị báo cáo chậm.", "", ""] in cells(
        document, "Tồn tại, hạn chế"
    )
    assert "Phụ lục IV" in text


def test_few_units_stand_in_one_list() -> None:
    report = composed(None, "h1", "city")
    assert report.city is not None
    few = report._replace(city=report.city._replace(ranked=report.city.ranked[:3]))
    context = word_context(few)["ranked"]
    assert isinstance(context, list)
    assert [group["title"] for group in context] == ["Các cơ quan, đơn vị"]


def test_a_report_without_a_ledger_asks_for_what_it_cannot_know() -> None:
    document = made(composed(None, "h1", "city", recorded=False))
    assert {"diem_danh", "xep_hang", "uu_diem"} <= set(tags_of(document))
    assert "DANH SÁCH NHIỆM VỤ QUÁ HẠN" not in texts(document)


@pytest.mark.parametrize("kind", ["periodic", "thematic", None])
def test_a_plan_without_anything_has_a_single_annex_without_a_number(kind: Kind | None) -> None:
    plan = make_plan(duties=[make_duty()])
    chosen = agency(plan, "snv") if kind else None
    document = made(compose(plan, "h1", IN_JULY, chosen, kind))
    text = texts(document)
    assert "\x01Phụ lục\x01TÌNH HÌNH" in text
    assert "Phụ lục I" not in text
    assert check(document) == ()


def test_a_duty_of_700_rows_and_odd_words(tmp_path: Path) -> None:
    odd = "Một & <hai> đ 😀\tba\nbốn\x07" + "đ&" * 2500
    duties = [make_duty(ident=f"V.{at}")._replace(title=f"Việc {at}") for at in range(1, 701)]
    report = compose(make_plan(duties=duties), "h1", IN_JULY, None, None)
    report = report._replace(
        narratives={"strength": (Words(None, odd, 1), Words("snv", "<b>", 2))},
        author=report.author._replace(name="UBND <thành phố> & đ", symbol=None),
    )
    document = made(report)
    rows = cells(document, "Kết quả hiện nay")
    assert len(rows) == 700
    assert "Một & <hai> đ 😀\tba\nbốn" + "đ&" * 2500 in texts(document)
    opens(document, tmp_path)


def opens(document: bytes, folder: Path) -> str | None:
    """What LibreOffice makes of a document, as text; None where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    file = folder / "bao_cao.docx"
    file.write_bytes(document)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=180,
        env=_environment(folder),
    )  # fmt: skip
    text = (folder / "bao_cao.txt").read_text("utf-8-sig")
    assert "Việc 700" in text or "BÁO CÁO" in text
    return text


def _environment(folder: Path) -> Mapping[str, str]:
    return {"HOME": str(folder), "PATH": os.environ["PATH"]}


def test_libreoffice_drops_nothing(tmp_path: Path) -> None:
    document = made(composed("snv", "h1", "periodic"))
    text = opens(document, tmp_path)
    if text is None:
        pytest.skip("no LibreOffice")
    for words in ("BÁO CÁO", "Nơi nhận:", "[ĐIỀN: ưu điểm]", "Phụ lục II", "Kết quả hiện nay"):
        assert words in text


def test_the_users_own_template_wins_and_a_missing_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        word_template("city", [tmp_path])
    assert caught.value.values["name"] == "word/city.docx"
    (tmp_path / "word").mkdir()
    blank = BytesIO()
    own = docx.Document()
    own.add_paragraph("Của {{ author_name }}")
    own.save(blank)
    (tmp_path / "word" / "city.docx").write_bytes(blank.getvalue())
    document = word_template("city", [tmp_path, TEMPLATES]).render(
        word_context(composed(None, "h1", "city"))
    )
    assert "Của UBND thành phố Hà Nội" in texts(document)
    assert body(document) is not None


def test_words_are_given_to_units_in_their_order() -> None:
    report = composed(None, "h1", "city")
    report = report._replace(
        narratives={
            "cause": (Words("stp", "vì b", 1), Words("snv", "vì a", 2), Words("snv", "và c", 3)),
            "proposal": (Words(None, "của Thành phố", 4),),
        }
    )
    assert word_context(report)["voices"] == [
        {"agency": "Sở Nội vụ", "shortcoming": "", "cause": "vì a\nvà c", "proposal": ""},
        {"agency": "Sở Tư pháp", "shortcoming": "", "cause": "vì b", "proposal": ""},
    ]
