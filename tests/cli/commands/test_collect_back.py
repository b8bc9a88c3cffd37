"""``cchc collect read``, ``status`` and ``faults``."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cchc_cli.cli import recording, returns
from cchc_cli.errors import OutputFault
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.intake.workbook import read_workbook
from tests.cli.builders import Said
from tests.cli.filling import FIGURES, TASKS, WORDS, cell
from tests.cli.office import Office
from tests.intake.books import blank, changed
from tests.services.real import ROOT

DAY = ("--today", "2021-06-12")
HEAD = "Kế hoạch thông tin, tuyên truyền CCHC năm 2021\n"
PERIOD = "Kỳ: 6 tháng đầu năm 2021.\n"
Fill = Callable[[Any], None]


@pytest.fixture
def office(office: Office) -> Office:
    """The office in the middle of June."""
    office.day = date(2021, 6, 12)
    (office.root / "gui-ve").mkdir()
    return office


def read(office: Office, *more: str, files: tuple[str, ...] = ("gui-ve",)) -> Said:
    return office("collect", "read", *files, *DAY, *more)


def report(number: str = "12/BC-STP", meetings: object = 5) -> Fill:
    def fill(book: Any) -> None:
        for column, value in (("result", "Đã hoàn thành"), ("document", number),
                              ("date", "10/6/2021")):  # fmt: skip
            cell(book, TASKS, "V.6.4b|2021/h1", column).value = value
        cell(book, FIGURES, "hoi-nghi").value = meetings
        cell(book, WORDS, "strength").value = "Làm tốt"

    return fill


def put(office: Office, name: str, *fills: Fill, agency: str = "stp", period: str = "h1") -> Path:
    file = office.root / "gui-ve" / name
    file.write_bytes(changed(blank(agency, period), *fills))
    return file


def test_a_folder_of_workbooks(office: Office) -> None:
    put(office, "stp.xlsx", report())
    put(office, "snv.xlsx", report(meetings="nhiều"), agency="snv")
    put(office, "skhdt.xlsx", agency="skhdt")
    (office.root / "gui-ve" / "thu.pdf").write_bytes(b"%PDF")
    (office.root / "gui-ve" / "~$stp.xlsx").write_bytes(b"")
    said = read(office)
    assert said.code == 13
    assert said.err == "Bỏ qua 1 tệp không phải Excel: thu.pdf.\n"
    assert said.out == HEAD + PERIOD + (
        "\n"
        "Bị từ chối\n"
        "Tệp       Đơn vị     Chỗ lỗi     Cột              Lỗi và cách sửa\n"
        "snv.xlsx  Sở Nội vụ  Số liệu!H6  Kỳ này, tổng số  “nhiều” không phải số; chỉ viết số từ "
        "0 trở lên, không có thì ghi 0, chưa thống kê được thì để trống\n"
        "\n"
        "Đã nhận 1 biểu: ghi 4 mục (#1 đến #4).\n"
        "Chưa điền gì, coi như chưa gửi: 1 biểu.\n"
        "Từ chối: 1 biểu (1 lỗi). Trả lại đơn vị: cchc collect faults\n"
        "Còn 56/57 đơn vị chưa gửi: Văn phòng UBND Thành phố, Sở Nội vụ, Sở Kế hoạch và Đầu tư, "
        "Sở Tài chính, Sở Công Thương, Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và "
        "Môi trường, Sở Giao thông vận tải, Sở Xây dựng, Sở Thông tin và Truyền thông, Sở Khoa "
        "học và Công nghệ, Sở Lao động - Thương binh và Xã hội và 44 đơn vị khác.\n"
    )
    assert [one.kind for one in office.contents()] == ["done", "done", "narrative", "done"]


def test_the_file_itself_is_the_evidence(office: Office) -> None:
    file = put(office, "stp.xlsx", report())
    read(office)
    (kept,) = office.evidence()
    assert kept.read_bytes() == file.read_bytes()
    assert {one.files[0].name for one in office.contents()} == {"stp.xlsx"}
    assert office("audit").code == 0
    shown = office("history").out
    assert "số liệu kỳ" in shown
    assert "nhận biểu" in shown


def test_reading_twice_changes_nothing(office: Office) -> None:
    put(office, "stp.xlsx", report())
    read(office)
    before = office.entries()
    said = read(office)
    assert said.code == 0
    assert "Không đổi: 1 biểu đã nhận từ trước.\n" in said.out
    assert office.entries() == before


def test_a_corrected_file(office: Office) -> None:
    put(office, "stp.xlsx", report())
    read(office)
    put(office, "stp (1).xlsx", report("13/BC-STP"))
    said = read(office)
    assert "Đã nhận 1 biểu: ghi 3 mục (#5 đến #7).\n" in said.out
    assert "Trong đó 1 mục đính chính phần đã gửi trước.\n" in said.out
    assert [one.kind for one in office.contents()[4:]] == ["correction", "done", "done"]
    # Both lie in the folder from now on.
    assert "Không đổi: 2 biểu" in read(office).out


def test_a_dry_run_writes_nothing(office: Office) -> None:
    put(office, "stp.xlsx", report())
    said = read(office, "--dry-run")
    assert "Sẽ nhận 1 biểu, ghi 4 mục (chưa ghi gì).\n" in said.out
    assert (office.entries(), office.evidence()) == ([], [])


def test_two_new_files_of_one_unit_are_left_to_a_person(office: Office) -> None:
    put(office, "a.xlsx", report())
    put(office, "b.xlsx", report(meetings=6))
    shutil.copy(office.root / "gui-ve" / "b.xlsx", office.root / "gui-ve" / "c.xlsx")
    for _ in range(2):
        said = read(office)
        assert said.code == 13
        assert "cùng đơn vị này còn có b.xlsx với nội dung khác; giữ lại một tệp đúng" in said.out
        assert said.out.count("còn có a.xlsx") == 2
    assert office.entries() == []
    (office.root / "gui-ve" / "a.xlsx").unlink()
    said = read(office)
    assert said.code == 0
    assert "Đã nhận 1 biểu: ghi 4 mục" in said.out
    assert "Không đổi: 1 biểu" in said.out


def test_periods_are_not_mixed(office: Office) -> None:
    put(office, "stp.xlsx", report())
    put(office, "stp-nam.xlsx", agency="stp", period="year")
    said = read(office)
    assert (said.code, office.entries()) == (2, [])
    assert said.err == (
        "Lỗi: Các biểu thuộc nhiều kỳ: 2021/h1 (1), 2021/year (1). Chọn một kỳ bằng --period.\n"
    )
    said = read(office, "--period", "h1")
    assert said.code == 13
    assert "biểu của kỳ khác (“2021/year”); đang thu kỳ 6 tháng đầu năm 2021" in said.out
    assert "Đã nhận 1 biểu" in said.out


def test_nothing_to_read(office: Office) -> None:
    assert read(office) == (0, "", "Không có biểu nào trong gui-ve.\n")
    said = read(office, files=("khong-co",))
    assert (said.code, said.err) == (4, "Lỗi: Không có tệp hay thư mục khong-co.\n")
    (office.root / "gui-ve" / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    said = read(office)
    assert said.code == 13
    assert said.out.startswith(f"{HEAD}\nBị từ chối\n")
    assert "chưa gửi" not in said.out


def test_a_named_file_needs_no_ending(office: Office) -> None:
    file = put(office, "stp.xlsx", report())
    shutil.move(file, office.root / "stp")
    assert "Đã nhận 1 biểu" in read(office, files=("stp", "stp", "./stp")).out
    assert office("audit").code == 0


def test_a_closed_period_takes_what_comes_as_a_supplement(office: Office) -> None:
    put(office, "stp.xlsx", report())
    assert office("close", "h1", *DAY).code == 0
    said = read(office)
    assert "Kỳ đã chốt ngày 12/6/2021: phần vừa nhận là bổ sung sau chốt.\n" in said.out
    status = office("collect", "status", "--period", "h1", *DAY).out
    assert "rồi, sau chốt" in status
    assert "#5" in office("history", "--after-close").out


def test_a_stop_leaves_no_half_a_unit_and_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for agency in ("stp", "snv", "svhtt", "vp-ubnd"):
        put(office, f"{agency}.xlsx", report(), agency=agency)
    keep, number = EvidenceFolder.keep, 0

    def stop(folder: EvidenceFolder, path: Path, name: str | None = None) -> object:
        nonlocal number
        number += 1
        if number == 3:
            raise KeyboardInterrupt
        return keep(folder, path, name)

    with monkeypatch.context() as patch:
        patch.setattr(EvidenceFolder, "keep", stop)
        said = read(office)
    assert said.code == 130
    assert said.err.startswith("Đã ghi 2/4 biểu; chạy lại lệnh này để đọc tiếp.\n")
    assert len(office.entries()) == 8
    said = read(office)
    assert "Đã nhận 2 biểu: ghi 8 mục (#9 đến #16).\nKhông đổi: 2 biểu" in said.out
    assert office("audit").code == 0


def test_a_stop_within_the_ledger_writes_nothing_of_the_unit(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cchc_cli.ledger.derived import Derived

    put(office, "stp.xlsx", report())
    add, number = Derived.add, 0

    def stop(derived: Derived, entry: Any, target: Any) -> None:
        nonlocal number
        number += 1
        if number == 3:
            raise KeyboardInterrupt
        add(derived, entry, target)

    with monkeypatch.context() as patch:
        patch.setattr(Derived, "add", stop)
        assert read(office).code == 130
    assert office.entries() == []
    assert "Đã nhận 1 biểu: ghi 4 mục" in read(office).out


def test_a_file_that_changes_under_way_is_refused(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(office, "stp.xlsx", report())
    put(office, "snv.xlsx", report(), agency="snv")
    keep = EvidenceFolder.keep

    def vanish(folder: EvidenceFolder, path: Path, name: str | None = None) -> object:
        if path == file.relative_to(office.root):
            with suppress(FileNotFoundError):
                path.unlink()
        return keep(folder, path, name)

    def change(folder: EvidenceFolder, path: Path, name: str | None = None) -> object:
        if path == file.relative_to(office.root):
            path.write_bytes(b"x")
        return keep(folder, path, name)

    def half(_: EvidenceFolder, path: Path, *__: object) -> object:
        raise OutputFault("evidence_changed", file=path)

    for instead, accepted in ((half, 0), (change, 1), (vanish, 0)):
        file.write_bytes(changed(blank(), report()))
        with monkeypatch.context() as patch:
            patch.setattr(EvidenceFolder, "keep", instead)
            said = read(office)
        assert said.code == 13
        assert "tệp bị thay đổi trong lúc đọc; đọc lại" in said.out
        assert said.out.count("Đã nhận") == accepted

    def full(_: EvidenceFolder, path: Path, *__: object) -> object:
        raise OutputFault("cannot_keep", file=path, errno=28)

    file.write_bytes(changed(blank(), report()))
    monkeypatch.setattr(EvidenceFolder, "keep", full)
    assert read(office).code == 7


def test_somebody_else_records_meanwhile(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    put(office, "stp.xlsx", report())
    append = recording.append

    def after_another(session: Any, ledger: Any, contents: Any, now: Any) -> Any:
        other = contents[0]._replace(key=None)
        with suppress(Exception):
            ledger.append((other,), session.author(), now)
        return append(session, ledger, contents, now)

    with monkeypatch.context() as patch:
        patch.setattr(returns, "append", after_another)
        said = read(office)
    assert said.code == 13
    assert "vừa có người khác ghi mục này vào sổ (#1); đọc lại tệp" in said.out
    assert "Đã nhận 1 biểu: ghi 3 mục" in read(office).out


def test_json_of_reading_and_of_the_roll_call(office: Office) -> None:
    put(office, "stp.xlsx", report())
    put(office, "snv.xlsx", report(meetings="nhiều"), agency="snv")
    (office.root / "gui-ve" / "x.xls").write_bytes(b"x")
    said = read(office, "--format", "json")
    data = json.loads(said.out)
    _fits(data, "collect-read")
    files = {Path(one["file"]).name: one for one in data["files"]}
    assert files["stp.xlsx"]["outcome"] == "accepted"
    assert files["snv.xlsx"]["faults"] == [
        {
            "code": "number", "sheet": "Số liệu", "cell": "H6", "column": "now", "found": "nhiều",
            "message": "“nhiều” không phải số; chỉ viết số từ 0 trở lên, không có thì ghi 0, chưa "
                       "thống kê được thì để trống",
        }
    ]  # fmt: skip
    assert files["x.xls"]["agency"] is None
    roll = json.loads(office("collect", "status", "--period", "h1", "--format", "json", *DAY).out)
    _fits(roll, "collect-status")
    assert roll["sent"] == [
        {
            "agency": "stp", "first": "2021-06-12", "last": "2021-06-12", "files": 1, "entry": 4,
            "file": "stp.xlsx", "after_close": False, "asked": True,
        }
    ]  # fmt: skip
    assert (roll["asked"], len(roll["missing"]), roll["closed"]) == (57, 56, None)
    assert data["roll"]["missing"] == roll["missing"]


def _fits(data: object, name: str) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)


def test_the_roll_call(office: Office) -> None:
    put(office, "stp.xlsx", report())
    read(office)
    status = ("collect", "status", "--period", "h1", *DAY)
    said = office(*status, "--group", "so-ban-nganh")
    assert said.code == 0
    assert "Còn 21/22 đơn vị chưa gửi: " in said.out
    assert "Sở Tư pháp" in said.out.partition("Đã gửi\n")[2]
    assert office(*status, "--as-of", "2021-06-11").out.count("rồi") == 0
    target = office.root / "diem-danh.md"
    assert office(*status, "--format", "md", "-o", str(target)).out == ""
    assert target.read_text("utf-8").count("|") > 57


def test_refused_workbooks_go_back_marked(office: Office) -> None:
    import openpyxl

    put(office, "stp.xlsx", report(meetings="nhiều"))
    put(office, "snv.xlsx", report(), agency="snv")
    (office.root / "gui-ve" / "x.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    said = office("collect", "faults", "gui-ve", "-o", "tra-lai", *DAY)
    assert said.code == 0
    assert said.err == (
        "Không đánh dấu được, trả lại kèm lý do: x.xls: tệp Excel kiểu cũ (.xls), không nhận; mở "
        "bằng Excel rồi lưu lại (F12) dạng Excel Workbook (.xlsx).\n"
        "Đã ghi 1 biểu có đánh dấu lỗi vào tra-lai.\n"
    )
    assert office.entries() == []
    book = openpyxl.load_workbook(office.root / "tra-lai" / "stp.xlsx")
    assert book[FIGURES]["H6"].comment.text.startswith("“nhiều” không phải số")
    # Marked again, the one that lay there is kept beside it.
    (office.root / "tra-lai" / "stp.xlsx").write_bytes(b"x")
    office("collect", "faults", "gui-ve", "-o", "tra-lai", *DAY)
    assert (office.root / "tra-lai" / "stp.xlsx.truoc").exists()


def test_marked_workbooks_of_one_name_do_not_push_each_other_out(office: Office) -> None:
    put(office, "stp.xlsx", report(meetings="nhiều"))
    other = office.root / "khac"
    other.mkdir()
    (other / "stp.xlsx").write_bytes(changed(blank("snv"), report(meetings="ít")))
    said = office("collect", "faults", "gui-ve", "khac", "-o", "tra-lai", *DAY)
    assert "Đã ghi 2 biểu" in said.err
    assert sorted(file.name for file in (office.root / "tra-lai").iterdir()) == [
        "stp (2).xlsx", "stp.xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("named", "folder"),
    [("gui-ve", "gui-ve"), ("gui-ve", "gui-ve/tra-lai"), ("gui-ve/stp.xlsx", "gui-ve")],
)
def test_marked_workbooks_never_lie_among_what_was_sent(
    office: Office, named: str, folder: str
) -> None:
    put(office, "stp.xlsx", report(meetings="nhiều"))
    said = office("collect", "faults", named, "-o", folder, *DAY)
    assert (said.code, said.err) == (
        2, f"Lỗi: {folder} là thư mục các biểu gửi về, hoặc nằm trong đó; chọn thư mục khác cho "
        "biểu trả lại.\n"
    )  # fmt: skip
    assert not (office.root / "gui-ve" / "tra-lai").exists()


def test_no_faults_to_mark(office: Office) -> None:
    faults = ("collect", "faults", "gui-ve", "-o", "tra-lai", *DAY)
    assert office(*faults).err == "Không có biểu nào trong gui-ve.\n"
    put(office, "stp.xlsx", report())
    assert office(*faults) == (0, "", "Không có biểu nào bị từ chối.\n")
    assert not (office.root / "tra-lai").exists()


def test_rows_that_are_gone_are_said(office: Office) -> None:
    def drop(book: Any) -> None:
        book[TASKS].delete_rows(cell(book, TASKS, "V.5|continuous").row)

    put(office, "stp.xlsx", report(), drop)
    assert (
        "stp.xlsx: không có dòng của 1 nhiệm vụ (V.5); coi như chưa báo cáo.\n" in read(office).out
    )


def test_a_unit_outside_the_list_may_send_its_own(office: Office) -> None:
    def fill(book: Any) -> None:
        cell(book, WORDS, "strength").value = "Làm tốt"

    put(office, "thanh-doan.xlsx", fill, agency="thanh-doan")
    said = read(office)
    assert "Còn 57/57 đơn vị chưa gửi" in said.out
    assert "Ngoài danh sách còn nhận biểu của: Đoàn TNCS Hồ Chí Minh" in said.out


def test_folders_within_are_read_too(office: Office) -> None:
    put(office, "stp.xlsx", report())
    for place in ("quan-1/phuong", ".an", "quan-2"):
        (office.root / "gui-ve" / place).mkdir(parents=True)
    put(office, "quan-1/phuong/snv.xlsx", report(), agency="snv")
    put(office, "quan-2/~$snv.xlsx", report(), agency="vp-ubnd")
    put(office, ".an/vp.xlsx", report(), agency="vp-ubnd")
    (office.root / "gui-ve" / "quan-2" / "ghi-chu.txt").write_text("x")
    said = read(office)
    assert said.err == "Bỏ qua 1 tệp không phải Excel: ghi-chu.txt.\n"
    assert "Đã nhận 2 biểu: ghi 8 mục" in said.out
    assert {one.agency for one in office.contents()} == {"stp", "snv"}


def test_evidence_is_not_read_again(office: Office) -> None:
    put(office, "stp.xlsx", report())
    read(office)
    assert "Không đổi: 1 biểu đã nhận từ trước.\n" in read(office, files=(".",)).out


def test_files_of_one_name_are_told_apart_by_their_folders(office: Office) -> None:
    for place, meetings in (("a", 5), ("b", 6)):
        (office.root / "gui-ve" / place).mkdir()
        put(office, f"{place}/bieu.xlsx", report(meetings=meetings))
    out = read(office).out
    assert "còn có b/bieu.xlsx với nội dung khác" in out
    assert "còn có a/bieu.xlsx với nội dung khác" in out
    assert out.count("\na/bieu.xlsx") == out.count("\nb/bieu.xlsx") == 1
    (office.root / "gui-ve" / "a" / "bieu.xlsx").unlink()
    read(office)
    assert {one.files[0].name for one in office.contents()} == {"bieu.xlsx"}


def test_a_faulty_file_beside_a_good_one_of_its_unit(office: Office) -> None:
    put(office, "a.xlsx", report(meetings="nhiều"))
    put(office, "b.xlsx", report())
    said = read(office)
    assert "với nội dung khác" not in said.out
    assert "Đã nhận 1 biểu: ghi 4 mục" in said.out
    assert "Từ chối: 1 biểu (1 lỗi)" in said.out


def test_names_with_odd_characters(office: Office) -> None:
    put(office, "Sở Tư pháp [bản 2] {0} %s \u202e\n.XLSX", report())
    put(office, "snv \udcff.xlsx", report(meetings="nhiều"), agency="snv")
    said = read(office)
    assert said.code == 13
    assert "Đã nhận 1 biểu" in said.out
    assert "\nsnv ?.xlsx  " in said.out
    assert office.contents()[0].files[0].name == "Sở Tư pháp [bản 2] {0} %s \n.XLSX"


def test_a_folder_that_cannot_be_read_is_no_folder_without_files(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(office, "stp.xlsx", report())
    scandir = os.scandir

    def closed(place: str) -> Any:
        if Path(place).name == "gui-ve":
            raise PermissionError(13, "x", str(place))
        return scandir(place)

    monkeypatch.setattr(os, "scandir", closed)
    said = read(office)
    assert (said.code, office.entries()) == (4, [])
    assert said.err.startswith("Lỗi: Không mở được thư mục gui-ve: ")


def test_what_a_file_says_is_let_go_of_before_the_next(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is recorded before the next is read."""
    for agency in ("stp", "snv", "vp-ubnd"):
        put(office, f"{agency}.xlsx", report(), agency=agency)
    seen = []

    def count(file: Path, expected: Any) -> Any:
        seen.append(len(office.entries()))
        return read_workbook(file, expected)

    monkeypatch.setattr(returns, "read_workbook", count)
    read(office)
    assert seen == [0, 4, 8]


def test_a_file_that_becomes_another_units_after_the_glance(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(office, "stp.xlsx", report())

    def other(file: Path, expected: Any) -> Any:
        file.write_bytes(changed(blank("snv"), report()))
        return read_workbook(file, expected)

    monkeypatch.setattr(returns, "read_workbook", other)
    said = read(office)
    assert (said.code, office.entries()) == (13, [])
    assert "tệp bị thay đổi trong lúc đọc; đọc lại" in said.out


def test_a_seal_that_somebody_unhid(office: Office) -> None:
    def unhide(book: Any) -> None:
        for sheet in book.worksheets:
            sheet.sheet_state = "visible" if sheet.sheet_state == "veryHidden" else "hidden"
        book[TASKS].sheet_state = "visible"

    put(office, "stp.xlsx", report(), unhide)
    assert "Đã nhận 1 biểu: ghi 4 mục" in read(office).out


def test_the_result_in_a_file_and_faults_of_one_period(office: Office) -> None:
    put(office, "stp.xlsx", report(meetings="nhiều"))
    put(office, "nam.xlsx", report(), period="year")
    target = office.root / "loi.csv"
    said = read(office, "--period", "h1", "--format", "csv", "-o", str(target))
    assert (said.code, said.out) == (13, "")
    assert target.read_text("utf-8-sig").count("stp.xlsx") == 1
    said = office("collect", "faults", "gui-ve", "-o", "tra-lai", "--period", "h1", *DAY)
    assert said.code == 0
    assert sorted(file.name for file in (office.root / "tra-lai").iterdir()) == [
        "nam.xlsx", "stp.xlsx",
    ]  # fmt: skip
