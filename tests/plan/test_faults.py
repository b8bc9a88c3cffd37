"""Faults: what a fault says when nobody says more, and the nearest right word."""

import pytest

from cchc_cli.plan.faults import Fault, nearest

KNOWN = ["continuous", "sometime", "once", "before", "within", "every", "reports"]


def test_a_fault_of_the_whole_file_is_an_error_without_a_place() -> None:
    fault = Fault("no_file", "a.yaml")
    assert (fault.line, fault.column, fault.field, fault.severity) == (0, 0, "", "error")
    assert dict(fault.values) == {}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("continous", "continuous"),
        ("sometimes", "sometime"),
        ("evry", "every"),
        ("once", "once"),
        ("report", "reports"),
        ("hằng quý", ""),
        ("", ""),
        (2021, ""),
    ],
)
def test_the_nearest_known_word(word: object, expected: str) -> None:
    assert nearest(word, KNOWN) == expected


def test_a_number_is_compared_by_its_letters() -> None:
    assert nearest(2021, ["2020", "x"]) == "2020"


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("once", []) == ""
