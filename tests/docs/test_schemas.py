"""The JSON Schemas of machine output, held to what the commands say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cchc_cli.cli.main import main
from tests.cli.workspaces import empty_workspace
from tests.services.real import ROOT

SCHEMAS = ROOT / "docs" / "schemas"
EXAMPLE = ROOT / "docs" / "examples" / "so-noi-vu.jsonl"
NAMES = ("deadlines", "duties", "history", "status")
# Those of workbooks are held to by the tests of their commands.
BY_OTHERS = ("collect-read", "collect-status")
# With the ledger of the example, so that nearly every key has a value somewhere.
LINES = (
    "duties",
    "duties --agency snv",
    "duties --group nhom-v6-4 --clause V.6",
    "deadlines",
    "deadlines --all",
    "deadlines --agency dai-ptth",
    "deadlines --from 2030-01-01",
    "status",
    "status --period h1",
    "status --by agency",
    "status --by group --group so-ban-nganh",
    "status --agency stp",
    "status --list",
    "status --list --duty V.6.4b --as-of 2021-06-15",
    "status --map",
    "status --map --duty V.10.3b",
    "history",
    "history --kind extension",
    "history --limit 1 --after-close",
)


def schema_of(name: str) -> dict[str, Any]:
    """The committed schema."""
    found = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """The descriptions of objects in a schema."""
    if isinstance(schema, list):
        for one in schema:
            yield from objects(one)
    elif isinstance(schema, dict):
        if "required" in schema and "properties" in schema and "description" in schema:
            yield schema
        for one in schema.values():
            yield from objects(one)


def closed(name: str) -> Draft202012Validator:
    """A validator that refuses keys that the schema does not name; readers have to bear them."""
    schema = schema_of(name)
    for one in objects(schema):
        one["additionalProperties"] = False
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the entries of the handbook's example."""
    folder = empty_workspace(tmp_path_factory.mktemp("noi-vu"))
    assert main(["import", str(EXAMPLE), "--workspace", str(folder)]) == 0
    return folder


@pytest.fixture
def said(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What a command answers as JSON."""

    def run(line: str) -> Any:
        day = [] if line.startswith("history") else ["--today", "2021-07-01"]
        capsys.readouterr()
        options = ["--workspace", str(workspace), "--format", "json"]
        assert main([*line.split(), *day, *options]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_there_is_one_for_each_table() -> None:
    assert sorted(path.name for path in SCHEMAS.iterdir()) == [
        f"{name}.schema.json" for name in sorted((*NAMES, *BY_OTHERS))
    ]


@pytest.mark.parametrize("name", [*NAMES, *BY_OTHERS])
def test_a_schema_is_one_and_says_what_it_is_of(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["format"]["const"] == schema["title"] == f"cchc/{name}/1"
    for one in objects(schema):
        assert one["description"].endswith(".")
        for key, inner in one["properties"].items():
            assert "$ref" in inner or inner["description"].endswith("."), key


@pytest.mark.parametrize("line", LINES)
def test_what_a_command_says_keeps_to_its_schema(line: str, said: Any) -> None:
    found = said(line)
    validator = closed(line.split(maxsplit=1)[0])
    assert [error.message for error in validator.iter_errors(found)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_promised(name: str) -> None:
    """Keys that only some documents have are those of the ways to count a status."""
    for one in objects(schema_of(name)):
        free = set(one["properties"]) - set(one["required"])
        assert not free or name == "status"
        assert free <= {"duties", "agencies", "groups", "obligations", "columns", "rows"}


@pytest.mark.parametrize(
    ("line", "path", "value"),
    [
        pytest.param("deadlines", ("deadlines", 0, "effective"), "14/6/2021", id="a day"),
        pytest.param("deadlines", ("deadlines", 0, "days"), "4", id="a number as a text"),
        pytest.param("deadlines", ("undated", "always"), 1, id="an unknown rhythm"),
        pytest.param("status", ("by",), "agency", id="another way of counting"),
        pytest.param("status", ("duties", 0, "counts", "gone"), 1, id="an unknown status"),
        pytest.param("history", ("entries", 0, "hash"), "00", id="half a hash"),
        pytest.param("duties", ("duties", 0, "more"), None, id="a key that nobody described"),
    ],
)
def test_a_schema_tells_what_is_wrong(
    line: str, path: tuple[str | int, ...], value: object, said: Any
) -> None:
    found = said(line)
    inner = found
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not closed(line).is_valid(found)


@pytest.mark.parametrize("name", NAMES)
def test_a_later_key_of_the_same_version_is_borne(name: str, said: Any) -> None:
    found = said(name)
    found["later"] = found.get("later", 1)
    found["more"] = {"of": "it"}
    assert Draft202012Validator(schema_of(name)).is_valid(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_handbook_names_every_key(name: str) -> None:
    page = (ROOT / "docs" / "handbook" / "json.md").read_text("utf-8")
    known = {key for one in objects(schema_of(name)) for key in one["properties"]}
    told = {part for line in page.splitlines() if line.startswith("|") for part in line.split("`")}
    assert known <= told
