"""``cchc export``: the whole chain, line by line."""

import hashlib
import json
from pathlib import Path

from tests.backup.offices import busy_office, chain_of, open_office
from tests.cli.builders import Cchc


def test_every_entry_as_it_was_hashed(cchc: Cchc, tmp_path: Path) -> None:
    office = busy_office(tmp_path / "phong")
    said = cchc("export", "--workspace", str(office.root))
    assert (said.code, said.err) == (0, "")
    lines = [json.loads(line) for line in said.out.splitlines()]
    previous = "0" * 64
    for line, (number, body, own) in zip(lines, chain_of(office), strict=True):
        assert line == {"previous": previous, "hash": own, "body": body}
        assert json.loads(body)["id"] == number
        previous = hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()
        assert previous == own


def test_into_a_file(cchc: Cchc, tmp_path: Path) -> None:
    office = busy_office(tmp_path / "phong")
    target = tmp_path / "so.jsonl"
    assert cchc("export", "--workspace", str(office.root), "-o", str(target)) == (0, "", "")
    said = cchc("export", "--workspace", str(office.root))
    assert target.read_text("utf-8") == said.out


def test_an_empty_ledger_is_an_empty_file(cchc: Cchc, tmp_path: Path) -> None:
    office = open_office(tmp_path / "phong")
    assert cchc("export", "--workspace", str(office.root)) == (0, "", "")


def test_a_file_that_cannot_be_written(cchc: Cchc, tmp_path: Path) -> None:
    office = busy_office(tmp_path / "phong")
    said = cchc("export", "--workspace", str(office.root), "-o", str(tmp_path / "x" / "so.jsonl"))
    assert (said.code, said.out) == (7, "")
