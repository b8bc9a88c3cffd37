"""Real processes that write at once, and processes that are killed: nothing told is ever lost.

Small by default; ``CCHC_TEST_PROCESSES=full`` runs 8 processes × 500 entries and 200 kills.
"""

# ruff: noqa: S311

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from cchc_cli.cli.workspace import Workspace, find_workspace
from cchc_cli.domain.chain import GENESIS, digest
from cchc_cli.domain.entries import Entry
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.anchor import read_anchors
from cchc_cli.ledger.connect import create
from cchc_cli.ledger.protocol import Query
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.services.audit import audit

FULL = os.environ.get("CCHC_TEST_PROCESSES") == "full"
WRITERS = 8
ENTRIES = 500 if FULL else 50
KILLS = 200 if FULL else 20
COMMANDS = 40 if FULL else 4  # each starts a whole program
COMMAND_KILLS = 100 if FULL else 8
ROOT = Path(__file__).parents[2]

# Appends one entry after another with a file each, and says so once it is durable.
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cchc_cli.domain.entries import Content, Figure, OfficialDocument
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.protocol import Author
from cchc_cli.ledger.sqlite import SqliteLedger
path, name, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
ledger, folder = SqliteLedger(path), EvidenceFolder(path.parent / "minh-chung")
print("ready", flush=True)
sys.stdin.readline()
for at in range(size):
    paper = path.parent / f"{name}.txt"
    paper.write_text(f"{name} {at} " * 2000, encoding="utf-8")
    content = Content(
        "done", "p", f"V.{at % 7}", name, "2021/h1", key=f"{name}-{at}",
        document=OfficialDocument(f"{at}/BC-{name}"), files=(folder.keep(paper),),
        figures=(Figure("hoi-nghi", 1),),
    )
    (one,) = ledger.append([content], Author(name), datetime.now(UTC))
    print(one.entry.id, content.key, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty ledger."""
    ledger = tmp_path / "ledger.sqlite"
    create(ledger)
    return ledger


def writer(path: Path, name: str, size: int) -> subprocess.Popen[str]:
    """A process that is ready to write."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, path, name, str(size)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let a process begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def told_by(process: subprocess.Popen[str]) -> dict[str, int]:
    """What a process told to be written: keys with their numbers; a half line was not told."""
    with process:
        text, _ = process.communicate()
    lines = [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]
    return {key: int(number) for number, key in lines}


def check(path: Path, told: dict[str, int]) -> list[Entry]:
    """Every entry that was told is there, the chain whole, all evidence in place."""
    folder = EvidenceFolder(path.parent / "minh-chung")
    with closing(SqliteLedger(path)) as ledger:
        entries = list(ledger.find(Query()))
        previous = GENESIS
        for number, body, own in ledger.chain():
            assert own == digest(previous, body), number
            previous = own
        said = audit(ledger, read_anchors(path), folder.look_at)
        assert said.sound, said.findings
        assert ledger.derived_faults() == ()
    assert [entry.id for entry in entries] == list(range(1, len(entries) + 1))
    keys = {entry.content.key: entry.id for entry in entries}
    assert len(keys) == len(entries)
    assert told.items() <= keys.items()
    for file in whole_files(folder):
        assert folder.describe(file).sha256 == file.name.partition(".")[0], file
    return entries


def whole_files(folder: EvidenceFolder) -> Iterator[Path]:
    """The files of a folder, without what is only beside them while it is copied."""
    for path in folder.root.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            yield path


def test_many_processes_at_once(path: Path) -> None:
    writers = [writer(path, f"w{number}", ENTRIES) for number in range(WRITERS)]
    for process in writers:
        go(process)
    told: dict[str, int] = {}
    for process in writers:
        told |= told_by(process)
        assert process.returncode == 0
    assert len(told) == WRITERS * ENTRIES
    entries = check(path, told)
    assert len(entries) == WRITERS * ENTRIES
    # They took turns: nobody had to wait for all of another's.
    assert len({entry.actor for entry in entries[: 2 * ENTRIES]}) > 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_killed_at_any_moment(path: Path) -> None:
    chance = random.Random(20210610)
    told: dict[str, int] = {}
    for number in range(KILLS):
        process = writer(path, f"w{number}", 10**6)
        go(process)
        time.sleep(chance.random() * 0.08)
        process.send_signal(signal.SIGKILL)
        told |= told_by(process)
        assert process.returncode == -signal.SIGKILL
    entries = check(path, told)
    # At most the one entry that each had in hand was written and not told.
    assert len(told) <= len(entries) <= len(told) + KILLS
    assert told


# The same by the command itself.

COMMAND = ROOT / "src" / "cchc_cli" / "cli" / "commands" / "record.py"
by_command = pytest.mark.skipif(not COMMAND.exists(), reason="no such command yet")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace as ``cchc init`` makes it."""
    folder = tmp_path / "khong-gian"
    subprocess.run([sys.executable, "-m", "cchc_cli", "init", folder], check=True, cwd=ROOT,
                   capture_output=True)  # fmt: skip
    return folder


def recording(workspace: Path, key: str, paper: Path) -> subprocess.Popen[str]:
    """``cchc record`` of an activity with a file."""
    command = [
        sys.executable, "-m", "cchc_cli", "record", "V.1.1a", "--agency", "SNV",
        "--day", "2021-06-09", "--figure", "hoi-nghi=1", "--evidence", paper, "--note", key,
        "--key", key, "--today", "2021-06-10", "--workspace", workspace,
    ]  # fmt: skip
    return subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip


def papers(folder: Path, size: int) -> list[Path]:
    """Files to keep as evidence."""
    made = [folder / f"bien-ban-{number}.txt" for number in range(size)]
    for number, paper in enumerate(made):
        paper.write_text(f"biên bản {number}\n" * 20_000, encoding="utf-8")
    return made


def opened(folder: Path) -> Workspace:
    """Where things are in a workspace."""
    workspace = find_workspace(folder, {}, folder)
    assert workspace is not None
    return workspace


def check_workspace(workspace: Path, keys: Sequence[str]) -> None:
    """Every key stands for one entry, and ``cchc audit`` finds all sound."""
    with closing(SqliteLedger(opened(workspace).ledger)) as store:
        written = [entry.content.key for entry in store.find(Query())]
    assert sorted(key or "" for key in written) == sorted(keys)
    said = subprocess.run(
        [sys.executable, "-m", "cchc_cli", "audit", "--workspace", workspace], cwd=ROOT,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout + said.stderr


@by_command
def test_many_commands_at_once(workspace: Path, tmp_path: Path) -> None:
    keys = []
    for paper in papers(tmp_path, COMMANDS):
        batch = [f"{paper.stem}-{number}" for number in range(WRITERS if FULL else 3)]
        running = [recording(workspace, key, paper) for key in batch]
        for process in running:
            _, errors = process.communicate()
            assert process.returncode == 0, errors
        keys += batch
    check_workspace(workspace, keys)


@by_command
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_command_that_was_killed_is_run_again(workspace: Path, tmp_path: Path) -> None:
    """With its key it finds what it had written, or writes it now; never twice."""
    chance = random.Random(20210610)
    first, *rest = papers(tmp_path, COMMAND_KILLS + 1)
    start = time.perf_counter()
    recording(workspace, "lan-dau", first).communicate()
    usual = time.perf_counter() - start
    keys = ["lan-dau"]
    for number, paper in enumerate(rest):
        key = f"lan-{number}"
        process = recording(workspace, key, paper)
        time.sleep(usual * (0.3 + 0.7 * chance.random()))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        again = recording(workspace, key, paper)
        _, errors = again.communicate()
        assert again.returncode == 0, errors
        keys.append(key)
    check_workspace(workspace, keys)
    folder = EvidenceFolder(opened(workspace).evidence)
    for file in whole_files(folder):
        assert folder.describe(file).sha256 == file.name.partition(".")[0]


def test_the_anchor_tells_of_every_entry(path: Path) -> None:
    """Heads are kept in whatever order writers come to it; none is a stranger to the chain."""
    writers = [writer(path, f"w{number}", 10) for number in range(3)]
    for process in writers:
        go(process)
    for process in writers:
        told_by(process)
    with closing(SqliteLedger(path)) as ledger:
        hashes = {number: own for number, _, own in ledger.chain()}
    heads = list(read_anchors(path))
    assert sorted(one.number for one in heads) == list(range(1, 31))
    assert all(hashes[one.number] == one.hash for one in heads)
