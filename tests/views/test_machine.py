"""JSON: what stands first, and which values it takes."""

import json
from datetime import date

import pytest

from cchc_cli.views.machine import document


def test_the_format_comes_first() -> None:
    text = document("duties", {"count": 1, "format": "cchc/other/1"})
    assert text.startswith('{\n  "format": ')
    assert list(json.loads(document("duties", {"count": 1}))) == ["format", "count"]
    assert json.loads(document("duties", {"count": 1}))["format"] == "cchc/duties/1"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(date(2021, 6, 5), "2021-06-05", id="a day"),
        pytest.param("Sở Nội vụ", "Sở Nội vụ", id="Vietnamese as it is"),
        pytest.param(None, None, id="nothing"),
        pytest.param(("a", "b"), ["a", "b"], id="a tuple"),
        pytest.param({"h1": date(2021, 1, 1)}, {"h1": "2021-01-01"}, id="a mapping"),
    ],
)
def test_values(value: object, written: object) -> None:
    text = document("x", {"value": value})
    assert json.loads(text)["value"] == written
    assert "\\u" not in text
    assert text.endswith("}\n")


def test_what_json_cannot_hold_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="set"):
        document("x", {"value": {1}})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_figures_that_json_does_not_know_are_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        document("x", {"rows": [{"value": value}]})
