"""``cchc collect make``: a folder of workbooks, one for each unit."""

from pathlib import Path

import pytest

from cchc_cli.cli import forms as module
from cchc_cli.cli.commands.collect import left_out_text
from cchc_cli.cli.forms import LIST
from cchc_cli.domain.agencies import Agency
from cchc_cli.services.collecting import Form
from cchc_cli.views.excel.forms import FormMaker
from tests.cli.builders import Cchc, Said
from tests.cli.workspaces import empty_workspace, example_workspace
from tests.views.excel.made import form, made

DAY = ("--today", "2021-07-01")
REQUESTED = (
    "7 cơ quan chỉ có việc được đề nghị nên không lập biểu (lập riêng: --agency): Ban Tuyên giáo "
    "Thành ủy, Trường Đào tạo cán bộ Lê Hồng Phong, Ủy ban Mặt trận Tổ quốc Việt Nam thành phố "
    "Hà Nội và 4 cơ quan khác.\n"
)
CLOSED = "Kỳ đã chốt ngày 27/6/2021 (mục #143); kết quả nhận sau đó là bổ sung sau chốt.\n"


class Office:
    """A workspace with a folder of workbooks, and the command run in it."""

    def __init__(self, cchc: Cchc, root: Path) -> None:
        self.root = root
        self.folder = root / "bieu"
        self._cchc = cchc

    def make(self, *options: str, period: str = "h1") -> Said:
        """Make workbooks."""
        return self._cchc(
            "collect", "make", "--period", period, "-o", str(self.folder),
            "--workspace", str(self.root), *options,
        )  # fmt: skip

    def files(self) -> dict[str, bytes]:
        """The workbooks in the folder."""
        return {file.name: file.read_bytes() for file in self.folder.glob("*.xlsx")}


@pytest.fixture
def office(cchc: Cchc, tmp_path: Path) -> Office:
    """An office with half a year of entries."""
    return Office(cchc, example_workspace(tmp_path / "so-noi-vu"))


def test_a_workbook_for_every_unit(office: Office) -> None:
    said = office.make(*DAY)
    assert said == (0, "", f"Đã lập 57 biểu trong {office.folder}.\n{REQUESTED}{CLOSED}")
    files = office.files()
    assert len(files) == 57
    assert files["2021-h1_stp_so-tu-phap.xlsx"] == made(form("stp"))


def test_running_again_makes_nothing_new(office: Office) -> None:
    office.make(*DAY)
    before = {file: file.stat().st_mtime_ns for file in office.folder.iterdir()}
    assert office.make(*DAY).err.startswith("57 biểu đã có sẵn, không lập lại.\n")
    assert {file: file.stat().st_mtime_ns for file in office.folder.iterdir()} == before


def test_another_day_renews_what_nobody_filled_in(office: Office) -> None:
    one = ("--agency", "Sở Tư pháp")
    office.make(*one, *DAY)
    said = office.make(*one, "--today", "2021-07-02")
    assert said == (0, "", f"1 biểu cũ chưa ai điền được lập lại.\n{CLOSED}")
    (file,) = office.folder.glob("*.xlsx")
    file.write_bytes(b"filled")
    said = office.make(*one, "--today", "2021-07-03")
    assert said.code == 0
    assert said.err.startswith(f"Giữ nguyên {file}: đã được điền hoặc sửa")
    assert file.read_bytes() == b"filled"
    said = office.make(*one, "--force", "--today", "2021-07-03")
    assert said.err.startswith("Đã lập 1 biểu")
    assert file.with_name(f"{file.name}.truoc").read_bytes() == b"filled"


def test_a_period_is_closed_from_the_day_of_its_closing_on(office: Office) -> None:
    for day, note in (("2021-06-26", ""), ("2021-06-27", CLOSED)):
        said = office.make("--agency", "stp", "--today", day)
        assert said.err.partition("\n")[2] == note


def test_a_group_and_one_that_is_only_requested(office: Office) -> None:
    assert office.make("--group", "so-ban-nganh", *DAY).err.startswith("Đã lập 22 biểu")
    said = office.make("--agency", "Thành đoàn", *DAY)
    assert said.code == 0
    assert said.err.endswith(f"Đã lập 1 biểu trong {office.folder}.\n{CLOSED}")


def test_a_stop_leaves_whole_files_and_goes_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, number = FormMaker.workbook, 0

    def stop(maker: FormMaker, one: Form) -> bytes:
        nonlocal number
        number += 1
        if number > 5:
            raise KeyboardInterrupt
        return make(maker, one)

    with monkeypatch.context() as patch:
        patch.setattr(FormMaker, "workbook", stop)
        said = office.make(*DAY)
    assert said == (130, "", "Đã lập 5/57 biểu; chạy lại lệnh này để lập tiếp.\n"
                             "Đã dừng.\n")  # fmt: skip
    assert len(office.files()) == 5
    assert sorted(one.name for one in office.folder.iterdir()) == sorted([*office.files(), LIST])
    said = office.make(*DAY)
    assert said.err.startswith(
        f"Đã lập 52 biểu trong {office.folder}.\n5 biểu đã có sẵn, không lập lại.\n"
    )


def test_a_disk_that_is_full_is_said(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr(module, "_write", full)
    said = office.make(*DAY)
    assert said.code == 7
    assert "ổ đĩa đã đầy" in said.err
    assert office.files() == {}


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--agency", "stp", "--group", "nhom-v6"), 2, "Không dùng --agency cùng với --group."),
        (("--agency", "Bộ Nội vụ"), 4,
         "Bộ Nội vụ không có nhiệm vụ nào trong kỳ 2021/h1 để thu kết quả."),
        (("--agency", "không có"), 4, "Không tìm thấy cơ quan nào tên “không có”."),
        (("--group", "x"), 4, "Không tìm thấy nhóm nào tên “x”."),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_said(
    office: Office, options: tuple[str, ...], code: int, sentence: str
) -> None:
    said = office.make(*options, *DAY)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(f"Lỗi: {sentence}")
    assert not office.folder.exists()


def test_a_period_that_is_none_is_said(office: Office) -> None:
    assert office.make(*DAY, period="q2").code == 2
    assert office.make(*DAY, period="2030/h1").code == 4


def test_an_empty_ledger_will_do_but_no_workspace_will_not(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = Office(cchc, empty_workspace(tmp_path / "moi"))
    said = empty.make("--agency", "stp", *DAY)
    assert said == (0, "", f"Đã lập 1 biểu trong {empty.folder}.\n")
    monkeypatch.chdir(tmp_path)
    said = cchc("collect", "make", "--period", "h1", "-o", "b", *DAY)
    assert (said.code, said.out) == (4, "")
    assert "Chưa có không gian làm việc." in said.err


@pytest.mark.parametrize(
    ("names", "number", "told"),
    [
        ("ab", "2 cơ quan", "a, b."),
        ("abc", "3 cơ quan", "a, b, c."),
        ("abcd", "4 cơ quan", "a, b, c và 1 cơ quan khác."),
    ],
)
def test_the_first_of_those_left_out_are_named(names: str, number: str, told: str) -> None:
    said = left_out_text([Agency(one, one, "front") for one in names])
    assert said.startswith(number)
    assert said.endswith(f": {told}")
