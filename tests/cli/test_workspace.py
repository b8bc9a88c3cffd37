"""The workspace: found from below, named, read, and never guessed."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from cchc_cli.cli.workspace import Workspace, find_workspace, login, make_workspace
from cchc_cli.errors import CchcError, NotFound, UsageFault
from cchc_cli.resources import packaged
from cchc_cli.views.wording.errors import sentence
from tests.cli.builders import Cchc
from tests.cli.workspaces import empty_workspace

NOTHING: Mapping[str, str] = {}
FORMAT = 'format = "cchc-workspace/1"\n'


def test_none_is_found_where_none_is(tmp_path: Path) -> None:
    assert find_workspace(None, NOTHING, tmp_path) is None
    assert find_workspace(None, {"CCHC_WORKSPACE": ""}, tmp_path) is None


def test_it_is_found_from_any_folder_below(tmp_path: Path) -> None:
    root = empty_workspace(tmp_path / "noi-vu")
    below = root / "van-ban" / "2021"
    below.mkdir(parents=True)
    for start in (root, below, root / "plans"):
        found = find_workspace(None, NOTHING, start)
        assert found is not None
        assert found.root == root
    assert find_workspace(None, NOTHING, tmp_path) is None


def test_the_nearest_one_wins(tmp_path: Path) -> None:
    empty_workspace(tmp_path)
    inner = empty_workspace(tmp_path / "trong")
    found = find_workspace(None, NOTHING, inner)
    assert found is not None
    assert found.root == inner


def test_one_may_be_named(tmp_path: Path) -> None:
    here, other = empty_workspace(tmp_path / "a"), empty_workspace(tmp_path / "b")
    by_environment = find_workspace(None, {"CCHC_WORKSPACE": str(other)}, here)
    by_option = find_workspace(here, {"CCHC_WORKSPACE": str(other)}, tmp_path)
    assert by_environment is not None
    assert by_option is not None
    assert (by_environment.root, by_option.root) == (other, here)


@pytest.mark.parametrize("folder", ["", "la"])
def test_a_named_folder_that_is_none(folder: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        find_workspace(tmp_path / folder, NOTHING, tmp_path)
    assert sentence(caught.value) == (
        f"{tmp_path / folder} không phải không gian làm việc (không có tệp cchc.toml)."
    )


def test_the_option_and_the_variable_on_the_command_line(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = empty_workspace(tmp_path / "noi-vu")
    monkeypatch.chdir(tmp_path)
    record = ("record", "V.6.1a", "--agency", "snv", "--without-evidence", "x")
    assert cchc(*record).code == 4
    assert cchc(*record, "--workspace", "noi-vu").code == 0
    monkeypatch.setenv("CCHC_WORKSPACE", str(root))
    assert cchc(*record).code == 9
    monkeypatch.setenv("CCHC_WORKSPACE", str(tmp_path))
    assert cchc("deadlines").code == 4


def test_a_command_in_a_folder_below(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = empty_workspace(tmp_path) / "van-ban"
    below.mkdir()
    monkeypatch.chdir(below)
    (below / "a.pdf").write_bytes(b"a")
    assert cchc("record", "V.6.1a", "--agency", "snv", "--evidence", "a.pdf").code == 0
    assert len(list((tmp_path / "minh_chung").rglob("*.pdf"))) == 1


# The settings.


def settings(folder: Path, text: str | bytes) -> Workspace:
    """The workspace by these settings."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "cchc.toml").write_bytes(data)
    found = find_workspace(folder, NOTHING, folder)
    assert found is not None
    return found


def test_what_the_settings_say(tmp_path: Path) -> None:
    assert settings(tmp_path, FORMAT) == Workspace(
        tmp_path, tmp_path / "so_ghi_nhan.db", tmp_path / "minh_chung"
    )
    said = settings(
        tmp_path, "\ufeff" + FORMAT + 'ledger = "so/2021.db"\nevidence = "/chung"\nname = "An"\n'
    )
    assert said == Workspace(tmp_path, tmp_path / "so" / "2021.db", Path("/chung"), "An")
    assert (said.plans, said.templates) == (tmp_path / "plans", tmp_path / "templates")
    assert settings(tmp_path, FORMAT + 'ledger = ""\nevidence = ""\nname = ""\n') == Workspace(
        tmp_path, tmp_path / "so_ghi_nhan.db", tmp_path / "minh_chung"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", '{file}: chương trình này chỉ đọc được format = "cchc-workspace/1".'),
        ('format = "cchc-workspace/9"',
         '{file}: chương trình này chỉ đọc được format = "cchc-workspace/1".'),
        (FORMAT + 'so = "a"\n',
         "{file}: không có khóa “so”. Được phép: format, ledger, evidence, name."),
        (FORMAT + "name = 3\n", "{file}: giá trị của “name” phải là chữ, đặt trong dấu nháy."),
        (FORMAT + "[ledger]\n", "{file}: giá trị của “ledger” phải là chữ, đặt trong dấu nháy."),
        (FORMAT + "name = An\n", "{file}, dòng 2: sai cú pháp TOML."),
        (FORMAT + 'name = "An', "{file}: sai cú pháp TOML."),
        (FORMAT + 'name = "An"\nname = "An"\n', "{file}, dòng 3: sai cú pháp TOML."),
        (b'name = "\xc0n"', "{file} không phải UTF-8; hãy lưu lại với mã UTF-8."),
    ],
)  # fmt: skip
def test_faulty_settings_are_told_in_vietnamese(
    text: str | bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageFault) as caught:
        settings(tmp_path, text)
    assert sentence(caught.value) == said.format(file=tmp_path / "cchc.toml")


def test_faulty_settings_stop_every_command(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cchc.toml").write_text("[", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in (("deadlines",), ("record", "V.6.1a"), ("report", "--period", "h1")):
        said = cchc(*command)
        assert (said.code, said.out) == (2, "")
        assert said.err.endswith("sai cú pháp TOML.\n")


def test_settings_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cchc.toml").write_text(FORMAT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(CchcError) as caught:
        find_workspace(tmp_path, NOTHING, tmp_path)
    assert sentence(caught.value) == f"Không đọc được {tmp_path / 'cchc.toml'}: không có quyền."


# A new one.


def test_the_ledger_is_made_before_the_settings(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        assert not (tmp_path / "cchc.toml").exists()
        path.write_bytes(b"")

    made = make_workspace(tmp_path, packaged("plans"), make)
    assert made.ledger.read_bytes() == b""
    assert (tmp_path / "cchc.toml").is_file()


# Who records.


@pytest.mark.parametrize("variable", ["LOGNAME", "USER", "LNAME", "USERNAME"])
def test_who_is_at_the_machine(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "lan.nt")
    assert login() == "lan.nt"


@pytest.mark.parametrize(
    ("known", "name"), [({os.getuid(): "cron"}, "cron"), ({}, "?"), (None, "?")]
)
def test_who_runs_a_job_without_variables(
    known: dict[int, str] | None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    # None stands for a system without that module, as Windows.
    users = None
    if known is not None:
        users = SimpleNamespace(getpwuid=lambda uid: SimpleNamespace(pw_name=known[uid]))
    monkeypatch.setitem(sys.modules, "pwd", users)
    assert login() == name
