"""Records to JSON and back: whatever a plan may hold comes back equal."""

import json
import types
from collections.abc import Callable
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.domain import plan as records
from cchc_cli.domain.deadlines import Policy
from cchc_cli.domain.plan import Duty, Link, Plan, Product
from cchc_cli.domain.schedules import Dated, DueRule, Every, OnEvent, Span, Undated
from cchc_cli.plan.codec import RECORDS, decode, encode
from cchc_cli.plan.load import check_file
from tests.plan.cases import PLANS, VALID


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Values of an annotation, every field of every record filled in."""
    if hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        # Earlier versions of a duty are duties that have none themselves.
        own = {name for name in kind._fields if hints[name] == tuple[kind, ...]}
        fields = {name: anything(hints[name]) for name in kind._fields if name not in own}
        alone = st.builds(kind, **fields)
        return st.builds(kind, **fields, **{name: st.tuples(alone) for name in own})
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of([anything(part) for part in parts])
    if origin is tuple and parts[1:] == (...,):
        return st.lists(anything(parts[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*[anything(part) for part in parts])
    strategy: st.SearchStrategy[Any] = st.from_type(kind)
    return st.floats(allow_nan=False) if kind is float else strategy


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=anything(Plan))
def test_any_plan_comes_back_equal(plan: Plan) -> None:
    again = decode(encode(plan))
    assert again == plan
    assert encode(again) == encode(plan)


@pytest.mark.parametrize("path", [PLANS / "2021.yaml", *VALID], ids=lambda path: path.stem)
def test_a_real_plan_comes_back_equal(path: Any) -> None:
    plan = check_file(path).plan
    assert decode(encode(plan)) == plan


@pytest.mark.parametrize(
    "record",
    [
        Policy(),
        Policy(before="inclusive", shift="next_working_day", turnover_day=1),
        Link("V.1", "overlaps"),
        Product("x", 2, ("a", "b")),
        Undated("once"),
        Dated("before", date(2021, 6, 15), "h1"),
        Every("year", due=DueRule("before", month_day=(6, 15))),
        OnEvent('có "văn bản" mới', Span(10, "working_days")),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_comes_back_as_the_same_class(record: object) -> None:
    again = decode(encode(record))
    assert again == record
    assert type(again) is type(record)


def test_what_is_as_by_default_is_left_out() -> None:
    assert json.loads(encode(Policy())) == {"#": "Policy"}
    assert json.loads(encode(Policy(before="inclusive"))) == {"#": "Policy", "before": "inclusive"}
    duty = Duty("V.1", "V", "x", "x", Undated("once"), lead=("snv",))
    assert set(json.loads(encode(duty))) == {
        "#",
        "id",
        "clause",
        "title",
        "text",
        "schedule",
        "lead",
    }


def test_text_is_written_as_it_is() -> None:
    assert "Sở Nội vụ" in encode(Product("Sở Nội vụ"))


def test_every_record_that_a_plan_may_hold_is_known() -> None:
    assert set(RECORDS) >= {name for name, one in vars(records).items() if hasattr(one, "_fields")}
    assert {"Registry", "Agency", "WorkingCalendar", "CalendarYear", "Span"} <= set(RECORDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"id": 1}',
        '{"#": "Path"}',
        '{"#": "date"}',
        '{"#": "Policy", "x": 1}',
        '{"#": "Link"}',
        '{"@": "2021-06-15"}',
        '{"@": 0}',
    ],
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(text)


def test_nothing_but_records_is_ever_made() -> None:
    made: list[Callable[..., object]] = list(RECORDS.values())
    assert all(issubclass(one, tuple) for one in made if isinstance(one, type))
