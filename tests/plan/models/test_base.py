"""What the models share: days, ids, locators, file names; nothing is converted."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from cchc_cli.plan.models.base import Day, FileName, Flag, Locator, Number, Slug, Text, Whole

ADAPTERS: dict[str, TypeAdapter[object]] = {
    "day": TypeAdapter(Day),
    "file": TypeAdapter(FileName),
    "flag": TypeAdapter(Flag),
    "locator": TypeAdapter(Locator),
    "number": TypeAdapter(Number),
    "slug": TypeAdapter(Slug),
    "text": TypeAdapter(Text),
    "whole": TypeAdapter(Whole),
}


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("day", date(1900, 1, 1), date(1900, 1, 1)),
        ("day", date(2199, 12, 31), date(2199, 12, 31)),
        ("file", "agencies.yaml", "agencies.yaml"),
        ("file", "danh bạ 2021.yml", "danh bạ 2021.yml"),
        ("flag", True, True),
        ("locator", "V.6.4b", "V.6.4b"),
        ("locator", "KT", "KT"),
        ("locator", "II-1.đ", "II-1.đ"),
        ("number", 15, 15.0),
        ("number", 1.5, 1.5),
        ("slug", "nhom-v6-4", "nhom-v6-4"),
        ("slug", "2021", "2021"),
        ("text", "  Sở Nội vụ\n", "Sở Nội vụ"),
        ("whole", 0, 0),
    ],
)
def test_what_is_taken(kind: str, written: object, value: object) -> None:
    assert ADAPTERS[kind].validate_python(written) == value


@pytest.mark.parametrize(
    ("kind", "written", "fault"),
    [
        ("day", "2021-06-15", "bad_date"),
        ("day", 2021, "bad_date"),
        ("day", None, "bad_date"),
        ("day", date(1899, 12, 31), "greater_than_equal"),
        ("day", date(2200, 1, 1), "less_than_equal"),
        ("file", "../agencies.yaml", "string_pattern_mismatch"),
        ("file", "a\\b.yaml", "string_pattern_mismatch"),
        ("file", "a\0.yaml", "string_pattern_mismatch"),
        ("file", "agencies.json", "string_pattern_mismatch"),
        ("file", ".yaml", "string_pattern_mismatch"),
        ("flag", "yes", "bool_type"),
        ("flag", 1, "bool_type"),
        ("locator", "V 6", "string_pattern_mismatch"),
        ("locator", "V..6", "string_pattern_mismatch"),
        ("locator", "V.6.", "string_pattern_mismatch"),
        ("locator", "V/6", "string_pattern_mismatch"),
        ("number", "15", "float_type"),
        ("number", True, "float_type"),
        ("number", float("inf"), "finite_number"),
        ("slug", "SNV", "string_pattern_mismatch"),
        ("slug", "sở", "string_pattern_mismatch"),
        ("slug", "a--b", "string_pattern_mismatch"),
        ("slug", "", "string_pattern_mismatch"),
        ("text", " \n", "string_too_short"),
        ("text", 5, "string_type"),
        ("whole", "12", "int_type"),
        ("whole", 12.0, "int_type"),
        ("whole", True, "int_type"),
    ],
)
def test_what_is_not(kind: str, written: object, fault: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[kind].validate_python(written)
    assert [detail["type"] for detail in caught.value.errors()] == [fault]
