"""The JSON Schemas: committed as generated, and of one mind with the gate."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from cchc_cli.plan.schema import MODELS, json_schema
from cchc_cli.plan.source import read_source
from tests.plan.cases import INVALID, PLANS, VALID, expected

KINDS = {"cchc-agencies/1": "agencies", "cchc-calendar/1": "calendar"}
# Faults of single values, which a schema can tell.
TOLD = {
    "unknown_key", "missing_key", "not_allowed", "wrong_kind", "bad_date", "bad_pattern",
    "too_short", "string_too_short", "string_too_long", "greater_than_equal", "less_than_equal",
}  # fmt: skip
OUR_PLANS = sorted(PLANS.glob("*.yaml"))


def as_json(value: object) -> object:
    """A value as an editor hands it to the schema: dates are text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(path: Path) -> list[str]:
    """What the schema says of a file."""
    data = read_source(path).data
    kind = KINDS.get(str(data.get("format")), "plan") if isinstance(data, dict) else "plan"
    validator = Draft202012Validator(json_schema(kind), format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(as_json(data))]


@pytest.mark.parametrize("kind", MODELS)
def test_the_committed_schema_is_the_generated_one(kind: str) -> None:
    committed = (PLANS / f"{kind}.schema.json").read_text("utf-8")
    assert committed == json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("path", OUR_PLANS, ids=lambda path: path.stem)
def test_our_files_name_their_schema_first_and_keep_to_it(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    kind = path.stem if path.stem in MODELS else "plan"
    assert first == f"# yaml-language-server: $schema={kind}.schema.json"
    assert complaints(path) == []


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.stem)
def test_a_valid_example_keeps_to_its_schema(case: Path) -> None:
    assert complaints(case) == []


@pytest.mark.parametrize(
    "case",
    [case for case in INVALID if read_source(case).data is not None],
    ids=lambda case: case.stem,
)
def test_the_schema_tells_what_it_can(case: Path) -> None:
    own = {place.code for place in expected(case) if place.file == case.name}
    assert bool(complaints(case)) is bool(own & TOLD)


@pytest.mark.parametrize("kind", MODELS)
def test_everything_is_described_in_vietnamese(kind: str) -> None:
    schema = json_schema(kind)
    for name, definition in {kind: schema, **schema.get("$defs", {})}.items():
        assert "title" not in definition
        assert definition["description"].strip(), name
        for field, one in definition["properties"].items():
            described: dict[str, Any] = one
            assert "title" not in described
            assert "description" in described or "$ref" in described, (name, field)


def test_a_member_may_be_written_as_an_id() -> None:
    members = json_schema("agencies")["$defs"]["GroupModel"]["properties"]["members"]
    assert {"type": "string"} in members["items"]["anyOf"]


def test_schedules_come_with_examples() -> None:
    schedule = json_schema("plan")["$defs"]["DutyModel"]["properties"]["schedule"]
    assert "before 2021-06-15 for h1" in schedule["examples"]
