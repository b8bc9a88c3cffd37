"""The real program as a process of its own: consoles, pipes, signals, shells, and many at once."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

MODULE = [sys.executable, "-m", "cchc_cli"]
INSTALLED = Path(sys.executable).with_name("cchc.exe" if os.name == "nt" else "cchc")
LIMIT = 60
ENTRIES = [
    pytest.param(MODULE, id="python -m cchc_cli"),
    pytest.param(
        [str(INSTALLED)],
        id="cchc",
        marks=pytest.mark.skipif(not INSTALLED.exists(), reason="the package is not installed"),
    ),
]
CONSOLES: dict[str, dict[str, str]] = {
    "cp1258": {"PYTHONIOENCODING": "cp1258", "PYTHONUTF8": "0"},
    "LC_ALL=C": {"LC_ALL": "C"},
    "LC_ALL=C without UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0"},
    "ASCII": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "UTF-8": {"PYTHONIOENCODING": "utf-8"},
}
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


@pytest.fixture(scope="module")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the first command fills and the others read."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _warm(_own_home: None, warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_CACHE", str(warm_cache))


def surroundings(**more: str) -> dict[str, str]:
    """The test's own environment without what a developer may have set for Python."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    own.pop("LC_ALL", None)
    return {**own, **more}


def run(
    *arguments: str,
    entry: Sequence[str] = MODULE,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run a command line to its end."""
    return subprocess.run(
        [*entry, *arguments],
        check=False,
        capture_output=True,
        env=dict(env or surroundings()),
        cwd=cwd,
        timeout=LIMIT,
    )


# Consoles.


@pytest.mark.parametrize("console", CONSOLES.values(), ids=CONSOLES)
@pytest.mark.parametrize(
    "arguments",
    [
        ("duties", "--agency", "Sở Nội vụ", "--today", "2021-06-10"),
        ("deadlines", "--today", "2021-06-10", "--format", "json"),
        ("report", "--period", "h1", "--today", "2021-06-10"),
        ("duties", "--agency", "báo"),
        ("--help",),
        ("dutys",),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_every_console_gets_the_same_utf8(
    arguments: tuple[str, ...], console: dict[str, str]
) -> None:
    usual = run(*arguments)
    said = run(*arguments, env=surroundings(**console))
    assert said.returncode == usual.returncode
    assert said.stdout.decode() == usual.stdout.decode()
    assert said.stderr.decode() == usual.stderr.decode()


@posix
def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    said = subprocess.run(
        [*MODULE, "plan", "check", b"\xff.yaml"],
        check=False,
        capture_output=True,
        env=surroundings(PYTHONIOENCODING="utf-8:strict"),
        cwd=tmp_path,
        timeout=LIMIT,
    )
    assert said.returncode == 3
    assert said.stderr == b""
    assert "không có tệp này" in said.stdout.decode(errors="replace")


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_pipe_gets_plain_text(entry: list[str]) -> None:
    said = run("duties", "--agency", "snv", entry=entry)
    assert (said.returncode, said.stderr) == (0, b"")
    assert b"\x1b" not in said.stdout
    assert "Phối hợp tham mưu, tổ chức thực hiện Kế hoạch của Thành phố" in said.stdout.decode()


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("duties",),
        ("duties", "--agency", "Sở Nội vụ"),
        ("duties", "show", "V.6.4b"),
        ("duties", "show", "V.6.1a"),
        ("deadlines", "--today", "2021-06-10"),
        ("deadlines", "--all", "--today", "2021-06-10"),
        ("deadlines", "--explain", "V.6.4b", "--today", "2021-06-10"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_a_terminal_of_80_columns_gets_tables_that_fit(arguments: tuple[str, ...]) -> None:
    out = on_terminal(arguments, surroundings(TERM="xterm-256color"))
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in out.splitlines()]
    assert len(lines) > 5
    for line in lines:
        assert len(unicodedata.normalize("NFC", line)) <= 80, line


@posix
def test_a_terminal_gets_colours_unless_it_asks_for_none() -> None:
    colourful = surroundings(TERM="xterm-256color")
    assert "\x1b[1m" in on_terminal(("deadlines",), colourful)
    assert "\x1b" not in on_terminal(("deadlines",), {**colourful, "NO_COLOR": "1"})


def on_terminal(arguments: Sequence[str], env: dict[str, str]) -> str:
    """What a command writes to a terminal of 80 columns."""
    import fcntl
    import pty
    import struct
    import termios

    env.pop("COLUMNS", None)
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(
        [*MODULE, *arguments], stdout=theirs, stderr=theirs, stdin=theirs, env=env
    ) as process:
        os.close(theirs)
        chunks = []
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        assert process.wait(LIMIT) == 0
    os.close(ours)
    return b"".join(chunks).decode().replace("\r\n", "\n")


# Ends.


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--version",), 0),
        ((), 2),
        (("dutys",), 2),
        (("plan", "check", "khong_co.yaml"), 3),
        (("duties", "show", "X.1"), 4),
        (("duties", "--agency", "sở"), 5),
        (("deadlines", "-o", "khong/co/a.txt"), 7),
        (("deadlines", "--today", "2021-06-10", "--check"), 10),
    ],
    ids=str,
)
def test_exit_codes(
    entry: list[str], arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    said = run(*arguments, entry=entry, cwd=tmp_path)
    assert said.returncode == code
    assert b"Traceback" not in said.stderr


@posix
@pytest.mark.parametrize(
    "line",
    [
        "deadlines --all --today 2021-06-10 --format json",
        "report --period h1",
        "duties",
        "--help",
        "plan schema",
    ],
)
def test_a_reader_that_goes_away_is_no_fault(line: str) -> None:
    reader, writer = os.pipe()
    with subprocess.Popen(
        [*MODULE, *line.split()], stdout=writer, stderr=subprocess.PIPE, env=surroundings()
    ) as process:
        os.close(writer)
        os.close(reader)
        _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    assert b"Traceback" not in err
    assert b"Broken" not in err
    assert b"Exception" not in err


@posix
@pytest.mark.parametrize("line", ["deadlines", "--help", "--version", "report --period h1"])
def test_a_closed_standard_output_is_no_traceback(line: str) -> None:
    shell = f'"$0" -m cchc_cli {line} >&-'
    said = run(entry=["sh", "-c", shell, sys.executable])
    assert said.returncode in (0, 7)
    assert b"Traceback" not in said.stderr
    assert "không lường trước" not in said.stderr.decode()


@posix
@pytest.mark.parametrize(
    ("line", "code"), [("report --period h1", 0), ("duties --agency 'Ba Đình'", 0), ("dutys", 2)]
)
def test_a_closed_standard_error_changes_nothing_else(line: str, code: int) -> None:
    said = run(entry=["sh", "-c", f'"$0" -m cchc_cli {line} 2>&-', sys.executable])
    assert said.returncode == code
    assert bool(said.stdout) == (code == 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_standard_output() -> None:
    said = run(entry=["sh", "-c", '"$0" -m cchc_cli deadlines > /dev/full', sys.executable])
    assert said.returncode == 7
    assert said.stderr.decode().startswith("Lỗi: Không ghi được ")
    assert b"No space" not in said.stderr
    assert b"Exception" not in said.stderr


# Whoever runs the tests may have SIGINT ignored, which a process hands on to its children.
INTERRUPTIBLE = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('cchc_cli', run_name='__main__')"
)


def writer_of(pipe: Path) -> int:
    """The writing end of a named pipe, once somebody waits for what it will never say."""
    for _ in range(LIMIT * 50):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.02)
    raise AssertionError("nobody reads the pipe")


@posix
def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    pipe = tmp_path / "cho.yaml"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "plan", "check", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    )
    try:
        waiting = writer_of(pipe)
        # Between opening and reading Python takes the signal in only after the read: ask again.
        for _ in range(LIMIT):
            process.send_signal(signal.SIGINT)
            try:
                process.wait(0.5)
                break
            except subprocess.TimeoutExpired:
                continue
        os.close(waiting)
    finally:
        process.kill()
        out, err = process.communicate()
    assert process.returncode == 130
    assert (out, err.decode()) == (b"", "Đã dừng.\n")


# Places.


def test_it_works_from_an_empty_directory(tmp_path: Path) -> None:
    said = run("report", "--period", "h1", "--agency", "snv", cwd=tmp_path)
    assert said.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    sealed = tmp_path / "kin"
    sealed.mkdir()
    sealed.chmod(0o500)
    not_a_folder = tmp_path / "tep"
    not_a_folder.write_text("", encoding="utf-8")
    for home in (sealed, not_a_folder, tmp_path / "khong_co" / "la"):
        own = surroundings(HOME=str(home), USERPROFILE=str(home))
        own.pop("CCHC_CACHE")
        said = run("duties", "--agency", "snv", env=own)
        assert (said.returncode, said.stderr) == (0, b"")
    sealed.chmod(0o700)


def test_an_environment_without_a_home_is_done_without() -> None:
    own = surroundings()
    for name in ("HOME", "USERPROFILE", "CCHC_CACHE"):
        own.pop(name, None)
    own["XDG_CACHE_HOME"] = os.environ["CCHC_CACHE"]
    assert run("duties", env=own).returncode == 0


def test_many_at_once_on_a_cold_cache(tmp_path: Path) -> None:
    own = surroundings(CCHC_CACHE=str(tmp_path / "kho"))
    line = [*MODULE, "duties", "--agency", "snv", "--format", "json"]
    running = [
        subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=own)
        for _ in range(8)
    ]
    said = [process.communicate(timeout=LIMIT) for process in running]
    assert [process.returncode for process in running] == [0] * 8
    assert {err for _, err in said} == {b""}
    assert len({out for out, _ in said}) == 1
    assert json.loads(said[0][0])["agency"] == "snv"
    left = [path.name for path in (tmp_path / "kho").rglob("*") if path.name.endswith(".new")]
    assert left == [], "no half-written file stays behind"


# Shells.


def offered(shell: str, line: str) -> list[str]:
    """What a shell is offered at the end of a line, in Typer's protocol for it."""
    words = line.split(" ")
    said = run(
        env=surroundings(
            _CCHC_COMPLETE=f"complete_{shell}",
            COMP_WORDS=line,
            COMP_CWORD=str(len(words) - 1),
            _TYPER_COMPLETE_ARGS=line,
            _TYPER_COMPLETE_FISH_ACTION="get-args",
            _TYPER_COMPLETE_WORD_TO_COMPLETE=words[-1],
        )
    )
    assert (said.returncode, said.stderr) == (0, b"")
    text = said.stdout.decode()
    if shell == "zsh":
        return re.findall(r'"((?:[^"\\]|\\.)*)"(?::"[^"]*")?', text)
    cut = {"fish": "\t", "powershell": ":::", "pwsh": ":::"}.get(shell)
    entries = [entry.split(cut)[0] if cut else entry for entry in text.splitlines() if entry]
    return [entry.replace("\\ ", " ") for entry in entries]


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("cchc d", ["duties", "deadlines"]),
        ("cchc plan ", ["check", "schema"]),
        ("cchc duties --agency so", ["Sở Nội vụ", "Sở Y tế"]),
        ("cchc duties --agency Sở", ["Sở Nội vụ", "Sở Y tế"]),
        ("cchc deadlines --agency ubnd", ["UBND quận Ba Đình", "UBND thành phố Hà Nội"]),
        ("cchc duties --group nhom", ["nhom-v6", "nhom-v6-4"]),
        ("cchc duties --clause V.6", ["V.6.1", "V.6.4"]),
        ("cchc duties show V.6.4", ["V.6.4a", "V.6.4b", "V.6.4c"]),
        ("cchc duties show v.6.4", ["V.6.4a", "V.6.4b", "V.6.4c"]),
        ("cchc deadlines --explain V.6.4", ["V.6.4a", "V.6.4b", "V.6.4c"]),
        ("cchc report --period ", ["q1", "h1", "q3", "9m", "h2", "year"]),
        ("cchc report --period h", ["h1", "h2"]),
        ("cchc duties --ag", ["--agency"]),
    ],
)
def test_a_shell_is_offered_what_fits(line: str, some: list[str]) -> None:
    assert set(some) <= set(offered("bash", line))


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell", "pwsh"])
@pytest.mark.parametrize(
    "line",
    ["cchc d", "cchc duties --agency Sở", "cchc duties show V.6.4", "cchc report --period "],
)
def test_every_shell_is_offered_the_same(shell: str, line: str) -> None:
    assert offered(shell, line) == offered("bash", line) != []


@pytest.mark.parametrize("shell", ["bash", "fish", "powershell"])
def test_a_shell_is_offered_nothing_where_nothing_fits(shell: str) -> None:
    assert offered(shell, "cchc duties show QQQ") == []


def test_completion_on_a_plan_that_cannot_be_read_is_silent(tmp_path: Path) -> None:
    said = run(
        env=surroundings(
            _CCHC_COMPLETE="complete_bash",
            COMP_WORDS="cchc duties show V",
            COMP_CWORD="3",
            CCHC_PLANS=str(tmp_path / "la"),
        )
    )
    assert (said.returncode, said.stdout.strip(), said.stderr) == (0, b"", b"")


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
@pytest.mark.skipif(not INSTALLED.exists(), reason="the package is not installed")
def test_bash_itself_completes_with_the_script(tmp_path: Path) -> None:
    script = tmp_path / "cchc.sh"
    assert run("completion", "bash").returncode == 0
    script.write_bytes(run("completion", "bash").stdout)
    asked = (
        f"source '{script}'; COMP_WORDS=(cchc duties show V.6.4); COMP_CWORD=3; "
        '_cchc_completion cchc; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    own = surroundings(PATH=f"{INSTALLED.parent}{os.pathsep}{os.environ['PATH']}")
    said = run(entry=["bash", "--norc", "-c", asked], env=own)
    assert said.stdout.decode().split() == ["V.6.4a", "V.6.4b", "V.6.4c"]
