"""The page on the ledger: what it tells people to type gives what it says."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc_cli.services.transfer import line_faults
from tests.docs.test_handbook import HANDBOOK, ROOT, _keys, _prose, generate

PAGE = (HANDBOOK / "so-ghi-nhan.md").read_text("utf-8")
ENTRIES = ROOT / "docs" / "examples" / "so-noi-vu.jsonl"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
needs_sha256sum = pytest.mark.skipif(
    not shutil.which("sha256sum") or not shutil.which("sh"), reason="no sha256sum"
)


def rebuilding() -> tuple[str, str]:
    """The command that rebuilds a hash, and what the page says it answers."""
    (found,) = (one for one in generate.BLOCK.finditer(PAGE) if one["recipe"].startswith("hash "))
    (_, command), (_, answer) = FENCED.findall(found[0])
    return command, answer


def sh(command: str, folder: Path) -> str:
    """What a shell answers."""
    said = subprocess.run(
        ["sh", "-c", command], cwd=folder, check=True, capture_output=True, timeout=60
    )
    return said.stdout.decode()


@needs_sha256sum
def test_a_hash_is_rebuilt_by_hand(tmp_path: Path) -> None:
    command, answer = rebuilding()
    assert sh(command, tmp_path) == answer
    own = json.loads(ENTRIES.read_text("utf-8").splitlines()[2])["hash"]
    assert answer.split()[0] == own


@needs_sha256sum
@pytest.mark.skipif(not shutil.which("jq"), reason="no jq")
def test_a_hash_is_rebuilt_from_an_exported_file(tmp_path: Path) -> None:
    blocks = [text for language, text in FENCED.findall(PAGE) if language == "sh" and "jq" in text]
    (block,) = blocks
    shutil.copy(ENTRIES, tmp_path / "so.jsonl")
    export, command = block.splitlines()
    assert export == "cchc export -o so.jsonl"
    assert sh(command, tmp_path) == rebuilding()[1]


def test_the_example_is_a_sound_chain() -> None:
    with ENTRIES.open("rb") as lines:
        assert list(line_faults(lines)) == []


def test_every_key_of_the_audit_is_documented() -> None:
    prose = _prose((HANDBOOK / "json.md").read_text("utf-8"))
    said = json.loads(generate.run(["audit", "--format", "json"], room="so-noi-vu").text)
    section = prose.split(f"## `{said['format']}`")[1].split("\n## ")[0]
    missing = {key for key in _keys(said) if f"`{key}`" not in section}
    assert missing == set()
