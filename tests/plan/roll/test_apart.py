"""Items set apart at the end of their list."""

import pytest

from cchc_cli.errors import BadPlan
from cchc_cli.plan.roll.apart import set_apart

TEXT = """\
a: 1
list:
  # about one
  - id: one
    x: 1

  # first
  # second
  - id: two  # two
  - id: three

  - id: four
# end
b: 2
"""


def test_items_go_with_the_comments_above_them() -> None:
    assert (
        set_apart(TEXT, "a.yaml", "list", [1], ["apart:"])
        == """\
a: 1
list:
  # about one
  - id: one
    x: 1

  - id: three

  - id: four

  # apart:
  # first
  # second
  - id: two  # two
# end
b: 2
"""
    )


def test_several_items_keep_their_order() -> None:
    assert (
        set_apart(TEXT, "a.yaml", "list", [0, 2], ["apart:", "more"])
        == """\
a: 1
list:
  # first
  # second
  - id: two  # two
  - id: four

  # apart:
  # more
  # about one
  - id: one
    x: 1

  - id: three
# end
b: 2
"""
    )


@pytest.mark.parametrize("chosen", [[], [3], [2, 3], [0, 1, 2, 3]])
def test_items_that_stand_there_already_stay(chosen: list[int]) -> None:
    assert set_apart(TEXT, "a.yaml", "list", chosen, ["apart:"]) == TEXT


def test_the_end_of_the_file() -> None:
    found = set_apart("l:\n- a\n- b", "a.yaml", "l", [0], ["x"])
    assert found == "l:\n- b\n\n# x\n- a\n"


def test_windows_line_ends_and_the_last_item_among_the_chosen() -> None:
    found = set_apart("l:\r\n- a\r\n- b\r\n- c\r\n", "a.yaml", "l", [0, 2], ["x"])
    assert found == "l:\r\n- b\r\n\r\n# x\r\n- a\r\n\r\n- c\r\n"


@pytest.mark.parametrize("text", ["l: [a, b]\n", "l: &x\n- a\n- b\nm: *x\n"])
def test_an_unusual_list_is_refused(text: str) -> None:
    with pytest.raises(BadPlan) as raised:
        set_apart(text, "a.yaml", "l", [0], ["x"])
    assert raised.value.code == "cannot_splice"


def test_a_dash_on_a_line_of_its_own() -> None:
    text = "l:\n  -\n    x: 1\n  - y\n"
    assert set_apart(text, "a.yaml", "l", [0], ["s"]) == "l:\n  - y\n\n  # s\n  -\n    x: 1\n"


def test_what_would_read_otherwise_is_refused() -> None:
    with pytest.raises(BadPlan) as raised:
        set_apart("l:\n- &x a\n- *x\n", "a.yaml", "l", [0], ["s"])
    assert raised.value.code == "cannot_splice"
