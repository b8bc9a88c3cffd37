"""Edits of YAML that leave alone what they are not about."""

import copy
import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.errors import BadPlan
from cchc_cli.plan import spelling
from cchc_cli.plan.source import KeyPath, read_text
from cchc_cli.plan.splice import Splice

PLANS = Path(__file__).parents[2] / "plans"
SAMPLE = """\
# top
a: x   # why
b: [x, {y: 1}, 'q'] # t

# the list
c:
  # first
  - id: p
    t: >-
      one
      two
  # second
  - id: "é"  # note
    u: plain
      more
    n:
d: {}
e:
- 1
- 2
"""


def spliced(text: str, *edits: tuple[KeyPath, object]) -> str:
    splice = Splice(text, "a.yaml")
    for path, value in edits:
        splice.put(path, value)
    return splice.result()


def noted(text: str, path: KeyPath, *lines: str) -> str:
    splice = Splice(text, "a.yaml")
    splice.note(path, lines)
    return splice.result()


def without(text: str, *paths: KeyPath) -> str:
    splice = Splice(text, "a.yaml")
    for path in paths:
        splice.remove(path)
    return splice.result()


def changed_lines(before: str, after: str) -> list[str]:
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("a",), "w", ["a: w   # why"]),
        (("a",), "no", ['a: "no"   # why']),
        (("a",), ["m", "k"], ["a: [m, k]   # why"]),
        (("a",), "dài " * 40 + "x", ["a: " + "dài " * 40 + "x   # why"]),
        (("b", 0), "new, one", ['b: ["new, one", {y: 1}, \'q\'] # t']),
        (("b", 1, "y"), None, ["b: [x, {y: null}, 'q'] # t"]),
        (("b", 1, "z"), 2, ["b: [x, {y: 1, z: 2}, 'q'] # t"]),
        (("b", 3), "r", ["b: [x, {y: 1}, 'q', r] # t"]),
        (("c", 0, "t"), "ba bốn", ["    t: ba bốn"]),
        (("c", 0, "t"), "ba " * 60 + "x", ["      " + ("ba " * 31).rstrip(),
                                           "      " + "ba " * 29 + "x"]),
        (("c", 0, "w"), [{"k": 1}, "v"], ["    w:", "      - k: 1", "      - v"]),
        (("c", 1, "id"), "f", ["  - id: f  # note"]),
        (("c", 1, "u"), date(2026, 1, 2), ["    u: 2026-01-02"]),
        (("c", 1, "n"), "here", ["    n: here"]),
        (("c", 1, "n"), {"k": {"l": "m"}}, ["      k:", "        l: m"]),
        (("c", 2), {"id": "r", "u": True}, ["  - id: r", "    u: true"]),
        (("d",), [], ["d: []"]),
        (("d", "k"), "v", ["d:", "  k: v"]),
        (("e", 1), "chữ " * 30 + "x", ["- >-", ("  " + "chữ " * 24).rstrip(),
                                        ("  " + "chữ " * 6) + "x"]),
        (("e", 2), 3, ["- 3"]),
        (("f",), 1.5, ["f: 1.5"]),
    ],
)  # fmt: skip
def test_a_value_is_put_where_it_belongs(path: KeyPath, value: object, lines: list[str]) -> None:
    assert changed_lines(SAMPLE, spliced(SAMPLE, (path, value))) == lines


def test_a_block_of_lines_gives_way_to_one_value() -> None:
    assert spliced("a:\n  - 1\n  - 2\n# end\nb: 3\n", (("a",), None)) == "a: null\n# end\nb: 3\n"
    assert spliced("a: |\n  x\n\n\nb: 3\n", (("a",), "w")) == "a: w\n\n\nb: 3\n"


def test_a_new_key_follows_the_one_that_is_named() -> None:
    splice = Splice("a: 1  # one\nb: 2\n", "a.yaml")
    splice.put(("c",), 3, after="a")
    splice.put(("d",), 4, after="missing")
    assert splice.result() == "a: 1  # one\nc: 3\nb: 2\nd: 4\n"


def test_several_items_are_added_in_the_order_of_the_calls() -> None:
    assert spliced("a: [x]\nb:\n  - p", *[(("a", 1), "v"), (("a", 1), "z"), (("b", 1), "q")]) == (
        "a: [x, v, z]\nb:\n  - p\n  - q"
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([("a",)], "b: [1, 2, 3]\nc:\n  - x: 1\n    y: 2\n  - z\n"),
        ([("b", 0)], "a: 1\nb: [2, 3]\nc:\n  - x: 1\n    y: 2\n  - z\n"),
        ([("b", 2)], "a: 1\nb: [1, 2]\nc:\n  - x: 1\n    y: 2\n  - z\n"),
        ([("c", 0)], "a: 1\nb: [1, 2, 3]\nc:\n  - z\n"),
        ([("c", 1)], "a: 1\nb: [1, 2, 3]\nc:\n  - x: 1\n    y: 2\n"),
        ([("c", 0, "x")], "a: 1\nb: [1, 2, 3]\nc:\n  - y: 2\n  - z\n"),
        ([("c", 0, "y"), ("c", 1)], "a: 1\nb: [1, 2, 3]\nc:\n  - x: 1\n"),
    ],
)
def test_entries_are_taken_out(paths: list[KeyPath], expected: str) -> None:
    text = "a: 1\nb: [1, 2, 3]\nc:\n  - x: 1\n    y: 2\n  - z\n"
    assert without(text, *paths) == expected


def test_an_item_is_inserted_after_another() -> None:
    splice = Splice("a:\n  - x: 1  # one\n  - y\n", "a.yaml")
    splice.insert(("a", 0), {"z": 2})
    splice.insert(("a", 0), "w")
    splice.put(("a", 1), "v")
    splice.insert(("a", 1), "end")
    splice.put(("a", 2), "last")
    assert splice.result() == "a:\n  - x: 1  # one\n  - z: 2\n  - w\n  - v\n  - end\n  - last\n"


def test_nothing_is_inserted_between_brackets() -> None:
    with pytest.raises(BadPlan):
        Splice("a: [1, 2]\n", "a.yaml").insert(("a", 0), 3)


def test_brackets_over_several_lines_grow_by_a_line() -> None:
    text = "a:\n  [" + "dài, " * 18 + "\n   " + "dài, " * 18 + "x]\n"
    found = spliced(text, (("a", 37), {"agency": "k", "from": date(2026, 7, 1)}))
    assert found == text.replace("x]", "x,\n   {agency: k, from: 2026-07-01}]")


def test_the_last_entry_leaves_an_empty_collection() -> None:
    assert without("a: [1]\nb:\n  c: 1\n", ("a", 0), ("b", "c")) == "a: []\nb: {}\n"


def test_a_comment_above_an_entry_outlives_it() -> None:
    text = "a:\n  # why one\n  - 1  # one\n  # why two\n  - 2\n"
    assert without(text, ("a", 0)) == "a:\n  # why one\n  # why two\n  - 2\n"


@pytest.mark.parametrize(
    ("path", "above"),
    [
        (("a",), "a: x"),
        (("c", 0), "  - id: p"),
        (("c", 0, "id"), "  - id: p"),
        (("c", 0, "t"), "    t: >-"),
        (("c", 1, "n"), "    n:"),
        (("b", 1, "y"), "b: ["),
        (("e", 0), "- 1"),
    ],
)
def test_a_note_stands_above_its_entry(path: KeyPath, above: str) -> None:
    lines = noted(SAMPLE, path, "xem lại: đây").splitlines()
    at = next(at for at, line in enumerate(lines) if line.strip() == "# xem lại: đây")
    assert lines[at + 1].startswith(above)
    assert len(lines[at]) - len(lines[at].lstrip()) == len(above) - len(above.lstrip())
    assert [*lines[:at], *lines[at + 1 :]] == SAMPLE.splitlines()


def test_a_long_note_is_broken() -> None:
    lines = noted("a:\n  b: 1\n", ("a", "b"), "chữ " * 50).splitlines()
    assert len(lines) == 5
    assert all(line.startswith("  # chữ") and len(line) <= spelling.WIDTH for line in lines[1:4])


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeffa: 1\r\nb:\r\n  - x # e\u0301\r\n"
    splice = Splice(text, "a.yaml")
    splice.put(("b", 1), {"k": 1, "l": 2})
    splice.note(("a",), ["n"])
    assert (
        splice.result() == "\ufeff# n\r\na: 1\r\nb:\r\n  - x # e\u0301\r\n  - k: 1\r\n    l: 2\r\n"
    )


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    splice = Splice.of_file(file)
    assert (splice.has(("a",)), splice.has(("b",))) == (True, False)
    assert splice.result().encode() == b"\xef\xbb\xbfa: 1\r\n"


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("a: &x {k: 1}\nb: *x\n", ("a", "k"), 2),  # would change b as well
        ("a: &x 1\nb: *x\n", ("a",), 2),
        ("a: &x 1\nb: *x\n", ("b",), 2),
        ("a: &x {k: 1}\nb: *x\n", ("b", "k"), 2),
        ("a: &x\n  k: 1\nb: 1\n", ("a", "l"), 2),
        ("a: 1\n", ("b", "c"), 2),
        ("a: 1\n", ("a", "c"), 2),
        ("a: [1]\n", ("a", 5), 2),
        ("a: [1]\n", ("a", "k"), 2),
        ("a: {k: 1}\n", ("a", 0), 2),
        ("a: # why\n  - 1\n", ("a",), 2),
        ("a: >- # why\n  x\n", ("a",), 2),
        ("a: !!str 1\n", ("a", "b"), 2),
        ("? a\n: 1\nb: 2\n", ("a", "b"), 2),
        ("a: |+\n  x\n\n", ("b",), 2),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, path: KeyPath, value: object) -> None:
    with pytest.raises(BadPlan) as raised:
        spliced(text, (path, value))
    assert (raised.value.code, raised.value.values["file"]) == ("cannot_splice", "a.yaml")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: &x\n  k: 1\n  l: 2\n", ("a", "k")),
        ("a: [1, # one\n  2]\n", ("a", 0)),
        ("a:\n  - # one\n    k: 1\n    l: 2\n", ("b",)),
        ("- - 1 # one\n  - 2\n", (0, 0)),
    ],
)
def test_what_cannot_be_taken_out_safely_is_refused(text: str, path: KeyPath) -> None:
    with pytest.raises(BadPlan) as raised:
        without(text, path)
    assert raised.value.code == "cannot_splice"


def test_two_edits_of_one_place_are_refused() -> None:
    with pytest.raises(BadPlan) as raised:
        spliced("a: 1\n", (("a",), 2), (("a",), 3))
    assert raised.value.values["field"] == "a"


def test_a_text_with_faults_is_not_touched() -> None:
    with pytest.raises(BadPlan) as raised:
        Splice("a: 1\na: 2\n", "a.yaml")
    assert raised.value.code == "bad_plan"


# Whatever is written here reads back as what was meant.
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.dates()
    | words
    | st.sampled_from(["no", "on", "1e3", "0x1", "a: b", "x #y", "- a", "2021-02-30", "null", "~",
                       "chữ " * 40 + "x", "key:", "a,b", "1_000", "1:30", "'", '"', "\\", "é: ",
                       "# a", "*a", "&a", "%a", "@a", "`a", "---", "...", "Quý II/2021; [x]"])
)  # fmt: skip
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(values)
def test_values_are_read_back_as_they_were(value: object) -> None:
    text = "a:" + spelling.after_key(value, 0, 2) + "\nb:\n" + spelling.items([value, value], 2)
    source = read_text(f"{text}\nc: {spelling.inline(value)}\n", "a.yaml")
    assert source.faults == ()
    assert source.data == {"a": value, "b": [value, value], "c": value}


def paths_of(data: Any, path: KeyPath = ()) -> list[KeyPath]:
    found = [path] if path else []
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        found += [one for key, value in pairs for one in paths_of(value, (*path, key))]
    return found


def at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


def comments(text: str) -> list[str]:
    lines = text.removeprefix("\ufeff").splitlines()
    return [line for line in lines if line in ("# đầu", "# ghi chú", "# a: b", "# - x", "# cuối")]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, KeyPath, object]:
    """A text with comments and line ends of some kind, a path in it and a new value."""
    data = draw(st.dictionaries(words, values, min_size=1, max_size=4))
    lines: list[str] = []
    for line in spelling.mapping(data, 0).split("\n"):
        if draw(st.booleans()) and re.match(r"(- )*[a-z]+:", line):
            lines.append("# " + draw(st.sampled_from(["ghi chú", "a: b", "- x"])))
        lines.append(line)
    break_ = draw(st.sampled_from(["\n", "\r\n"]))
    text = draw(st.sampled_from(["", "\ufeff"])) + break_.join(["# đầu", *lines, "# cuối", ""])
    return text, draw(st.sampled_from(paths_of(data))), draw(values)


@settings(max_examples=300)
@given(cases())
def test_an_edit_means_what_it_says_and_touches_nothing_else(
    case: tuple[str, KeyPath, object],
) -> None:
    text, path, value = case
    before = read_text(text, "a.yaml").data
    meant = copy.deepcopy(before)
    at(meant, path[:-1])[path[-1]] = value
    found = spliced(text, (path, value))
    assert read_text(found, "a.yaml").data == meant
    if not isinstance(at(before, path), dict | list):
        assert comments(found) == comments(text)
    assert found.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in found) == ("\r\n" in text)


@settings(max_examples=300)
@given(cases())
def test_what_is_taken_out_is_gone_and_nothing_else(case: tuple[str, KeyPath, object]) -> None:
    text, path, _ = case
    meant = copy.deepcopy(read_text(text, "a.yaml").data)
    del at(meant, path[:-1])[path[-1]]
    assert read_text(without(text, path), "a.yaml").data == meant


@pytest.mark.parametrize("name", ["2021.yaml", "agencies.yaml", "calendar.yaml"])
def test_every_value_of_the_files_at_hand_can_be_replaced(name: str) -> None:
    text = (PLANS / name).read_text("utf-8")
    data = read_text(text, name).data
    for path in [one for one in paths_of(data) if not isinstance(at(data, one), dict | list)][::7]:
        splice = Splice(text, name)
        splice.put(path, "mới")
        splice.note(path[:1], ["xem lại"])
        found = splice.result()
        noted = [line for line in text.splitlines() if line.lstrip().startswith("#")]
        assert [line for line in found.splitlines() if line in noted] == noted
