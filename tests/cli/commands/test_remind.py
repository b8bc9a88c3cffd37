"""``cchc remind``: letters in a folder, draft mails, and notices in the ledger."""

import io
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.cli import progress
from cchc_cli.cli.commands import remind as command
from cchc_cli.services.reminders import Letter
from cchc_cli.views import letters as view
from cchc_cli.views.word.nd30 import check
from tests.cli.builders import Cchc
from tests.cli.letters import letter_template, text_of
from tests.cli.workspaces import empty_workspace, example_workspace

DAY = ("--today", "2021-07-01")
NAMES = ["2021-07-01_dai-ptth_press", "2021-07-01_h-soc-son_remind", "2021-07-01_vp-ubnd_press"]


class Office:
    """A workspace, its folder of letters, and the command run in it."""

    def __init__(self, cchc: Cchc, root: Path, templates: Path) -> None:
        self.root = root
        self.folder = root / "cong-van"
        self._cchc = cchc
        self._templates = templates

    def remind(self, *options: str) -> tuple[int, str, str]:
        """Write letters."""
        return self.say("remind", "-o", str(self.folder), "--templates", str(self._templates),
                        *options)  # fmt: skip

    def say(self, name: str, *options: str) -> tuple[int, str, str]:
        """Run a command in the workspace."""
        said = self._cchc(name, *options, "--workspace", str(self.root))
        return said.code, said.out, said.err

    def files(self) -> dict[str, bytes]:
        """What stands in the folder."""
        return {file.name: file.read_bytes() for file in sorted(self.folder.iterdir())}


@pytest.fixture
def office(cchc: Cchc, tmp_path: Path) -> Office:
    """An office with half a year of entries."""
    root = example_workspace(tmp_path / "so-noi-vu")
    return Office(cchc, root, letter_template(tmp_path / "mau"))


def test_letters_for_all_who_are_late(office: Office) -> None:
    said = office.remind(*DAY)
    assert said == (
        0, "",
        f"Đã soạn 3 công văn trong {office.folder}: nhắc 1, đôn đốc 2.\n"
        "Chưa ghi vào sổ là đã gửi; ghi khi gửi: thêm --record.\n",
    )  # fmt: skip
    assert list(office.files()) == [f"{name}.docx" for name in NAMES]
    assert text_of(office.folder / f"{NAMES[2]}.docx")[1:] == [
        "V/v đôn đốc thực hiện nhiệm vụ của Kế hoạch thông tin, tuyên truyền CCHC năm 2021",
        "Kính gửi: Văn phòng UBND Thành phố",
        "1 nhiệm vụ quá hạn ()",
        "1. V.6.4b quá hạn 16 ngày",
    ]


@pytest.mark.parametrize("day", ["2021-06-10", "2021-07-01", "2021-12-20"])
def test_the_letters_that_travel_with_the_program_keep_the_form(office: Office, day: str) -> None:
    said = office.say("remind", "-o", str(office.folder), "--record", "--today", day)
    assert said[0] == 0
    for name, data in office.files().items():
        assert check(data) == (), name
    vp = next(file for file in office.folder.iterdir() if "vp-ubnd" in file.name)
    assert "Kính gửi: Văn phòng UBND Thành phố." in text_of(vp)


def test_running_twice_makes_nothing_new(office: Office) -> None:
    office.remind("--eml", *DAY)
    before = office.files()
    assert office.remind("--eml", *DAY)[2].startswith("6 tệp đã có sẵn, không soạn lại.\n")
    assert office.files() == before


def test_a_mail_for_each_with_the_letter_attached(office: Office) -> None:
    code, out, err = office.remind("--eml", *DAY)
    assert (code, out) == (0, "")
    assert "Đã soạn 3 thư nháp (.eml).\n" in err
    for name in NAMES:
        files = office.files()
        mail = message_from_bytes(files[f"{name}.eml"], policy=policy.default)
        assert isinstance(mail, EmailMessage)
        (attached,) = mail.iter_attachments()
        assert attached.get_content() == files[f"{name}.docx"]


def test_sending_is_recorded_once(office: Office) -> None:
    assert "Đã ghi 6 mục nhắc việc (#146 đến #151).\n" in office.remind("--record", *DAY)[2]
    again = office.remind("--record", *DAY)
    assert again == (0, "", "3 công văn đã ghi là gửi hôm nay, không soạn lại "
                            "(soạn lại: --again).\n")  # fmt: skip
    anew = office.remind("--record", "--again", *DAY)
    assert anew == (0, "", "3 tệp đã có sẵn, không soạn lại.\n")
    assert office.remind("--again", *DAY)[2] == "3 tệp đã có sẵn, không soạn lại.\n"
    shown = office.say("show", "146", *DAY)[1]
    assert "công văn đôn đốc" in shown
    assert office.say("audit")[0] == 0


def test_a_letter_that_was_worked_on_is_kept_and_sent_as_it_is(office: Office) -> None:
    office.remind(*DAY)
    file = office.folder / f"{NAMES[0]}.docx"
    file.write_bytes(b"signed")
    code, _, err = office.remind("--eml", "--record", *DAY)
    assert code == 0
    assert f"Giữ nguyên {file}: khác với bản soạn hôm nay" in err
    assert "Đã ghi 6 mục nhắc việc" in err
    assert file.read_bytes() == b"signed"
    mail = message_from_bytes(office.files()[f"{NAMES[0]}.eml"], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert [one.get_content() for one in mail.iter_attachments()] == [b"signed"]
    office.remind("--again", *DAY)
    assert office.files()[f"{NAMES[0]}.docx.truoc"] == b"signed"
    assert text_of(file)[2] == "Kính gửi: Đài Phát thanh và Truyền hình Hà Nội"


def test_a_draft_follows_the_letter_that_was_worked_on(office: Office) -> None:
    office.remind("--eml", *DAY)
    (office.folder / f"{NAMES[0]}.docx").write_bytes(b"signed")
    assert "Đã soạn 1 thư nháp (.eml).\n" in office.remind("--eml", *DAY)[2]
    mail = message_from_bytes(office.files()[f"{NAMES[0]}.eml"], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert [one.get_content() for one in mail.iter_attachments()] == [b"signed"]


def test_the_next_letter_waits_and_then_is_firmer(office: Office) -> None:
    office.remind("--record", "--agency", "vpub", *DAY)
    code, out, _ = office.say("remind", "--check", "--agency", "vpub", "--today", "2021-07-07")
    assert code == 0
    assert "1 việc chưa làm đã có công văn trong 7 ngày qua" in out
    office.remind("--record", "--agency", "vpub", "--today", "2021-07-08")
    office.remind("--record", "--agency", "vpub", "--today", "2021-07-20")
    assert list(office.files()) == [
        "2021-07-01_vp-ubnd_press.docx",
        "2021-07-08_vp-ubnd_press.docx",
        "2021-07-20_vp-ubnd_escalate.docx",
    ]
    last = text_of(office.folder / "2021-07-20_vp-ubnd_escalate.docx")
    assert last[3] == "1 nhiệm vụ quá hạn (01/7/2021, 08/7/2021)"


def test_what_would_be_sent_is_told_and_nothing_written(office: Office) -> None:
    code, out, err = office.remind("--check", "--record", "--eml", *DAY)
    assert (code, err) == (10, "")
    assert "Văn phòng UBND Thành phố" in out
    assert not office.folder.exists()
    assert office.say("remind", "--check", *DAY) == (code, out, err)
    office.remind("--record", *DAY)
    code, out, _ = office.say("remind", "--check", *DAY)
    assert code == 0
    assert out.count("(đã gửi hôm nay)") == 3


def test_who_gets_no_letter_is_said(office: Office) -> None:
    code, out, err = office.remind("--agency", "snv", "--today", "2021-12-20")
    assert (code, out) == (0, "")
    assert err == (
        "Không có công văn nào cần gửi.\n"
        "Sở Nội vụ là cơ quan đầu mối, không gửi cho chính mình: V.1.2b, V.6.4c.\n"
    )
    assert not office.folder.exists()


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--overdue", "--today", "2021-06-10"), ["2021-06-10_dai-ptth_press.docx"]),
        (("--within", "3d", "--today", "2021-06-10"), ["2021-06-10_dai-ptth_press.docx"]),
        (
            ("--within", "1w", "--duty", "V.6.4b", "--today", "2021-06-10"),
            [f"2021-06-10_{agency}_remind.docx" for agency in ("stttt", "svhtt", "vp-ubnd")],
        ),
    ],
)
def test_which_are_meant(office: Office, options: tuple[str, ...], names: list[str]) -> None:
    assert office.remind(*options)[0] == 0
    assert list(office.files()) == names


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--overdue", "--within", "3d", "--check"), 2, "Không dùng --overdue cùng với --within."),
        ((), 2, "Cần -o THƯ MỤC"),
        (("--check", "--within", "3"), 2, "không phải là khoảng thời gian"),
        (("--check", "--duty", "V.5"), 2, "Nhiệm vụ V.5 không đôn đốc được"),
        (("--check", "--duty", "V.99"), 4, "Không có nhiệm vụ"),
        (("--check", "--agency", "khongco"), 4, "Không tìm thấy cơ quan"),
    ],
)
def test_what_cannot_be_asked(
    office: Office, options: tuple[str, ...], code: int, sentence: str
) -> None:
    said = office.say("remind", *options, *DAY)
    assert (said[0], said[1]) == (code, "")
    assert sentence in said[2]


def test_without_a_workspace_nobody_is_pressed(cchc: Cchc) -> None:
    said = cchc("remind", "--check", *DAY)
    assert (said.code, said.out) == (4, "")
    assert "Chưa có không gian làm việc" in said.err


def test_a_broken_template_leaves_nothing(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "khac"
    (other / "word").mkdir(parents=True)
    (other / "word" / "letter.docx").write_bytes(b"no word")
    code, out, err = office.remind("--templates", str(other), *DAY)
    assert (code, out) == (6, "")
    assert "word/letter.docx" in err
    assert not office.folder.exists()


def test_a_run_that_was_stopped_goes_on(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    compose, calls = view.letter_context, 0

    def stop_at_the_third(*arguments: Any) -> dict[str, object]:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return compose(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(view, "letter_context", stop_at_the_third)
        code, _, err = office.remind("--eml", "--record", *DAY)
    assert code == 130
    assert err == "Đã soạn 2/3 công văn; chạy lại lệnh này để soạn tiếp.\nĐã dừng.\n"
    half = office.files()
    assert len(half) == 4
    assert not any(name.endswith(".new") for name in half)
    code, _, err = office.remind("--eml", "--record", *DAY)
    assert code == 0
    assert err.startswith("2 công văn đã ghi là gửi hôm nay")
    assert "Đã soạn 1 công văn" in err
    whole = office.files()
    assert len(whole) == 6
    assert {name: whole[name] for name in half} == half
    assert office.say("remind", "--check", *DAY)[0] == 0


def test_a_stop_between_file_and_record_is_made_good(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(command, "append", stop)
        assert office.remind("--record", *DAY)[0] == 130
    assert len(office.files()) == 1
    err = office.remind("--record", *DAY)[2]
    assert "Đã soạn 2 công văn" in err
    assert "1 tệp đã có sẵn" in err
    assert "Đã ghi 6 mục nhắc việc (#146 đến #151)." in err


def test_nothing_recorded_at_all(cchc: Cchc, tmp_path: Path) -> None:
    root = empty_workspace(tmp_path / "moi")
    said = cchc("remind", "--check", "--today", "2021-06-16", "--workspace", str(root))
    assert said.code == 10
    assert "V.6.4b" in said.out


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(progress, "BAR_FROM", 1)
    monkeypatch.setattr("sys.stderr", screen)
    assert office.remind(*DAY)[0] == 0
    assert "Soạn công văn" in screen.getvalue()
    assert "Đã soạn 3 công văn" in screen.getvalue()


def test_the_letters_are_made_one_by_one(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter is on the disk before the next one is made."""
    compose, seen = view.letter_context, []

    def count(plan: Any, letter: Letter) -> dict[str, object]:
        seen.append(len(list(office.folder.iterdir())))
        return compose(plan, letter)

    monkeypatch.setattr(view, "letter_context", count)
    office.remind(*DAY)
    assert seen == [0, 1, 2]
