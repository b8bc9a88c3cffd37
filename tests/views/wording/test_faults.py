"""A sentence for every fault in a file."""

import string
from collections.abc import Mapping
from datetime import date
from typing import get_args

import pytest

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.gate import FORMS, WANTED
from cchc_cli.views.wording.faults import (
    FAULTS,
    KINDS,
    PATTERNS,
    SHOWN,
    WHAT,
    YAML_PROBLEMS,
    fault_place,
    fault_sentence,
)
from tests.views.wording.raisers import Call, calls

REPORTED = tuple(calls("fault", "warning", "Fault", "ShorthandError"))
IDS = [f"{call.code} at {call.place}" for call in REPORTED]
# The sentence finds these by itself, from what the raiser calls `wanted`, `what` and `form`.
OWN_WORDS = {"wanted_words": "wanted", "what_words": "what", "pattern_words": "form"}
DAY = date(2021, 6, 5)
# For each code the values that its raiser gives, and a piece of what is then said.
EXAMPLES: dict[str, tuple[dict[str, object], str]] = {
    "no_file": ({}, "không có tệp này"),
    "unreadable": ({"reason": "Permission denied"}, "(Permission denied)"),
    "too_big": ({"limit": 2}, "2 MB"),
    "not_utf8": ({}, "UTF-8"),
    "empty_file": ({}, "trống"),
    "bad_character": ({}, "ký tự điều khiển"),
    "yaml_syntax": ({"problem": "mapping values are not allowed here"}, "thừa dấu hai chấm"),
    "many_documents": ({}, "một tài liệu"),
    "too_deep": ({"limit": 30}, "30 cấp"),
    "too_many_nodes": ({"limit": 100}, "100 giá trị"),
    "bad_alias": ({"name": "a"}, "*a"),
    "bad_key": ({}, "khóa phải là một từ"),
    "bad_tag": ({"tag": "!x"}, "!x"),
    "duplicate_key": ({"key": "id", "first": 7}, "“id” bị lặp, đã có ở dòng 7"),
    "unknown_key": ({"key": "titel", "allowed": ["title"], "nearest": "title"}, "“titel”"),
    "missing_key": ({"key": "title"}, "thiếu khóa “title”"),
    "not_allowed": ({"value": "x", "allowed": ["a", "b"], "nearest": ""}, "“x” không được phép"),
    "wrong_kind": ({"wanted": "text", "value": "5"}, "cần chữ, nhưng ghi “5”"),
    "bad_date": ({"value": "2021-02-30"}, "“2021-02-30”"),
    "bad_pattern": ({"value": "V 6", "pattern": "^x$", "form": "locator"},
                    "“V 6” viết không đúng dạng; cần các phần nối bằng dấu chấm"),
    "too_short": ({"min_length": 1, "value": "…"}, "ít nhất 1 mục"),
    "string_too_short": ({"min_length": 1, "value": ""}, "không được để trống"),
    "string_too_long": ({"max_length": 90, "value": "…"}, "90 ký tự"),
    "greater_than_equal": ({"ge": 0, "value": "-3"}, "“-3” nhỏ hơn mức 0"),
    "less_than_equal": ({"le": 28, "value": "31"}, "“31” lớn hơn mức 28"),
    "date_or_range": ({"value": "…"}, "first và last"),
    "range_order": ({"value": "…"}, "ngày cuối đứng trước ngày đầu"),
    "channel_or_group": ({"value": "…"}, "channel hoặc group"),
    "nobody_acts": ({"value": "…"}, "lead, implement, cooperate"),
    "schedule_unknown": ({"value": "evry week", "part": "evry week", "allowed": ["every"],
                          "nearest": "every"}, "không hiểu thời hạn “evry week”"),
    "schedule_day": ({"value": "by 2021-02-30", "part": "2021-02-30", "allowed": ["by"],
                      "nearest": ""}, "không có ngày “2021-02-30”"),
    "schedule_due": ({"value": "every week, by day 5", "part": "day 5", "allowed": ["every"],
                      "nearest": ""}, "“day 5” không hợp với kỳ này"),
    "schedule_order": ({"value": "within a..b", "part": "a..b", "allowed": ["within"],
                        "nearest": ""}, "ngày cuối đứng trước ngày đầu, hoặc số bằng 0"),
    "duplicate_id": ({"id": "V.1", "first": 12}, "“V.1” bị lặp, đã có ở dòng 12"),
    "unknown_id": ({"what": "agency", "id": "svn", "nearest": "snv"}, "không có cơ quan mã “svn”"),
    "shared_name": ({"name": "Sở A", "other": "Sở B", "key": "sa"}, "Sở A và Sở B"),
    "group_circle": ({"id": "nhom"}, "“nhom” chứa chính nó"),
    "duplicate_year": ({"year": 2021}, "năm 2021 bị lặp"),
    "duplicate_day": ({"day": DAY}, "ngày 05/6/2021 bị lặp"),
    "day_outside_year": ({"day": DAY, "year": 2022}, "ngày 05/6/2021 không thuộc năm 2022"),
    "link_to_itself": ({"id": "V.1"}, "V.1 liên hệ với chính nó"),
    "date_outside_plan": ({"day": DAY, "first": date(2022, 1, 1), "last": date(2022, 12, 31)},
                          "ngày 05/6/2021 nằm ngoài thời gian của kế hoạch (01/01/2022 - 31/12"),
    "schedule_empty": ({"first": DAY, "last": DAY}, "từ 05/6/2021 đến 05/6/2021"),
    "duplicate_amendment": ({"id": "sd-1"}, "“sd-1” bị lặp"),
    "amendment_of_other": ({"name": "sd.yaml", "plan": "2022.yaml"}, "sd.yaml sửa đổi kế hoạch"),
    "amendment_unlisted": ({"name": "sd.yaml", "plan": "2021.yaml"}, "thêm “sd.yaml” vào khóa"),
    "amended_plan_missing": ({"name": "2021.yaml"}, "tệp kế hoạch 2021.yaml"),
    "duty_there": ({"id": "V.1"}, "V.1 đã có"),
    "changes_nothing": ({"id": "V.1"}, "không đổi gì"),
    "extension_nothing": ({"id": "V.1", "value": ""}, "không có ngày nào để gia hạn"),
    "extension_period": ({"id": "V.1", "value": "q9", "allowed": ["2021/h1"]}, "ghi “q9” Được"),
    "extension_not_later": ({"day": DAY, "old": DAY}, "hạn mới (05/6/2021) không muộn hơn"),
    "review_unknown": ({"id": "V.1"}, "không có trong kế hoạch: V.1"),
    "review_stale": ({"id": "V.1", "day": DAY, "name": "Nguyễn An"}, "05/6/2021 của Nguyễn An"),
    "amended_unread": ({"id": "V.1"}, "V.1 được sửa đổi sau khi rà soát"),
    "calendar_uncovered": ({"year": 2030}, "không có năm 2030"),
    "calendar_default": ({"year": 2030}, "chưa có năm 2030"),
}  # fmt: skip


def fields(text: str) -> set[str]:
    """The values that a sentence needs from its raiser."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return {OWN_WORDS.get(name, name) for name in names}


def said(code: str, values: Mapping[str, object]) -> str:
    """The sentence of a fault."""
    return fault_sentence(Fault(code, "a.yaml", 1, 1, "x", values))


def test_every_sentence_has_an_example() -> None:
    assert set(EXAMPLES) == set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_a_sentence_with_the_values_of_its_raiser(code: str) -> None:
    values, piece = EXAMPLES[code]
    assert piece in said(code, values)
    assert fields(FAULTS[code]) <= set(values)


@pytest.mark.parametrize("call", REPORTED, ids=IDS)
def test_a_raiser_has_a_sentence_and_gives_what_it_needs(call: Call) -> None:
    assert call.code in FAULTS
    # A short form that cannot be read is reported with what the gate knows of it.
    if call.values is not None and call.name != "ShorthandError":
        assert fields(FAULTS[call.code]) <= call.values
        assert set(EXAMPLES[call.code][0]) >= call.values - {"allowed", "nearest"}


def test_a_code_without_a_sentence_is_still_said() -> None:
    assert said("something_new", {}) == "giá trị không hợp lệ (something_new)"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param({}, "không có khóa “x”", id="neither"),
        pytest.param({"nearest": "y"}, "không có khóa “x”; có phải “y”?", id="the nearest word"),
        pytest.param({"nearest": ""}, "không có khóa “x”", id="nothing is near"),
        pytest.param(
            {"allowed": ["a", "b"]}, "không có khóa “x” Được phép: a, b.", id="what is allowed"
        ),
        pytest.param({"allowed": None}, "không có khóa “x”", id="nothing to allow"),
    ],
)
def test_nearest_and_allowed_words_follow(values: dict[str, object], text: str) -> None:
    assert said("unknown_key", {"key": "x", **values}) == text


@pytest.mark.parametrize(("number", "more"), [(SHOWN, False), (SHOWN + 1, True)])
def test_a_long_list_of_allowed_words_is_cut(number: int, more: bool) -> None:
    words = [f"w{at}" for at in range(number)]
    text = said("unknown_key", {"key": "x", "allowed": words})
    assert f"w{SHOWN - 1}" in text
    assert text.endswith(", ….") is more


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        (Fault("no_file", "a.yaml"), "a.yaml"),
        (Fault("bad_key", "a.yaml", 3, 5), "a.yaml:3:5"),
    ],
)
def test_the_place_of_a_fault_as_editors_understand_it(fault: Fault, place: str) -> None:
    assert fault_place(fault) == place


def test_every_kind_of_value_that_the_gate_wants_has_a_word() -> None:
    assert set(KINDS) == set(WANTED.values())


def test_every_form_that_the_gate_knows_has_a_word() -> None:
    assert set(PATTERNS) == set(FORMS.values())


@pytest.mark.parametrize("form", PATTERNS)
def test_a_wrong_form_is_told_in_words_and_with_an_example(form: str) -> None:
    text = said("bad_pattern", {"value": "x y", "pattern": "^[a-z]$", "form": form})
    assert text == f"“x y” viết không đúng dạng; cần {PATTERNS[form]}"
    assert "ví dụ " in text


@pytest.mark.parametrize("problem", YAML_PROBLEMS)
def test_what_the_yaml_parser_says_is_told_in_vietnamese(problem: str) -> None:
    text = said("yaml_syntax", {"problem": f"{problem} in this context"})
    assert text == f"sai cú pháp YAML: {YAML_PROBLEMS[problem]}"


def test_what_the_yaml_parser_says_and_nobody_foresaw_is_told_as_it_is() -> None:
    assert said("yaml_syntax", {"problem": "something new"}) == "sai cú pháp YAML: something new"


@pytest.mark.parametrize("what", WHAT)
def test_every_kind_of_id_has_a_word(what: str) -> None:
    assert WHAT[what] in said("unknown_id", {"what": what, "id": "x", "nearest": ""})


def test_severities_are_two() -> None:
    assert get_args(Fault.__annotations__["severity"]) == ("error", "warning")
