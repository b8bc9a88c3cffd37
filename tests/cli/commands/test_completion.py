"""``cchc completion``: the script of a shell, shown or installed."""

from pathlib import Path

import pytest

from tests.cli.builders import Cchc

SHELLS = ["bash", "zsh", "fish", "powershell", "pwsh"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_shown(shell: str, cchc: Cchc) -> None:
    said = cchc("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert "_CCHC_COMPLETE" in said.out
    assert "cchc" in said.out
    assert list(Path.home().glob(".*")) == [], "showing it installs nothing"


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("bash", ".bash_completions/cchc.sh"),
        ("zsh", ".zfunc/_cchc"),
        ("fish", ".config/fish/completions/cchc.fish"),
    ],
)
def test_the_script_is_installed_at_home(shell: str, file: str, cchc: Cchc) -> None:
    said = cchc("completion", shell, "--install")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        f"Đã cài gợi ý lệnh cho {shell} vào {Path.home() / file}. Mở lại cửa sổ lệnh để dùng.\n"
    )
    assert "_CCHC_COMPLETE" in (Path.home() / file).read_text("utf-8")


def test_installing_keeps_what_stands_in_the_shell_s_file(cchc: Cchc) -> None:
    settings = Path.home() / ".bashrc"
    settings.write_text("# Cài đặt của tôi\n", encoding="utf-8")
    cchc("completion", "bash", "--install")
    cchc("completion", "bash", "--install")
    text = settings.read_text("utf-8")
    assert text.startswith("# Cài đặt của tôi\n")
    assert text.count("source ") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_home_that_cannot_be_written(
    shell: str, cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tep"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("HOME", str(file))
    monkeypatch.setenv("USERPROFILE", str(file))
    said = cchc("completion", shell, "--install")
    assert (said.code, said.out) == (7, "")
    assert said.err.startswith("Lỗi: ")
    assert "--shell" not in said.err, "there is no such option"


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_is_left_to_the_user(shell: str, cchc: Cchc) -> None:
    said = cchc("completion", shell, "--install")
    assert (said.code, said.out) == (2, "")
    assert f"cchc completion {shell} | Out-String | Invoke-Expression" in said.err
