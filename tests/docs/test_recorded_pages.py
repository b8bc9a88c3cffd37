"""The pages of what is recorded say what the program says."""

import json
import re
from pathlib import Path

import pytest

from cchc_cli.views.wording.statuses import COLUMNS, STATUSES
from tests.docs.test_handbook import HANDBOOK, _keys, _prose, generate

ROOM = "so-noi-vu"
DAY = ("--today", "2021-07-01")


def test_the_table_of_statuses_is_the_program_s() -> None:
    page = (HANDBOOK / "status.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (.+?) \| `(\w+)` \| (.+?) \| (?:`(.)` )?\| (.+) \|$", page, re.MULTILINE
    )
    assert {
        kind: (words, column, sign or " ", about) for words, kind, column, sign, about in rows
    } == {
        kind: (told.words, COLUMNS[told.column], told.sign, told.about)
        for kind, told in STATUSES.items()
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", *DAY),
        ("status", "--by", "agency", *DAY),
        ("status", "--by", "group", *DAY),
        ("status", "--list", "--duty", "V.6.4b", *DAY),
        ("status", "--map", *DAY),
        ("history",),
        ("show", "140", *DAY),
        ("show", "53", *DAY),
        ("show", "79", *DAY),
    ],
    ids=" ".join,
)
def test_every_json_key_is_documented(arguments: tuple[str, ...], tmp_path: Path) -> None:
    prose = _prose((HANDBOOK / "json.md").read_text("utf-8"))
    words = [*arguments, "--format", "json"]
    said = json.loads(generate.run(words, kept=tmp_path, room=ROOM).text)
    section = prose.split(f"## `{said['format']}`")[1].split("\n## ")[0]
    if said["format"] == "cchc/entry/1":
        section += prose.split("## `cchc/history/1`")[1].split("\n## ")[0]
    for key in _keys(said):
        assert f"`{key}`" in section, f"json.md says nothing of {key} in {said['format']}"


def test_the_example_is_whole() -> None:
    text = (HANDBOOK.parent / "examples" / f"{ROOM}.jsonl").read_text("utf-8")
    bodies = [json.loads(json.loads(line)["body"]) for line in text.splitlines()]
    assert [body["id"] for body in bodies] == list(range(1, len(bodies) + 1))
    assert {"done", "extension", "return", "correction", "close"} <= {b["kind"] for b in bodies}
