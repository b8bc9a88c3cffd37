"""Reading YAML: values, places, and every fault that a file can have; nothing is ever raised."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc_cli.plan.faults import Fault
from cchc_cli.plan.source import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    KeyPath,
    Source,
    field_name,
    read_source,
)

PROPERTY = settings(max_examples=200, deadline=None)
FILE = "ke-hoach.yaml"


def read(folder: Path, content: str | bytes) -> Source:
    """The source of a file with this content."""
    path = folder / FILE
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path, FILE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all files of this module; each overwrites the one before."""
    return tmp_path_factory.mktemp("source")


# Values.


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("yes", "yes"),
        ("off", "off"),
        ("y", "y"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("-2.5e3", -2500.0),
        ("1.", 1.0),
        ("1.2.3", "1.2.3"),
        ("'12'", "12"),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ("2021-06-15", date(2021, 6, 15)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2021-02-29", "2021-02-29"),
        ("0000-01-01", "0000-01-01"),
        ("2021-6-15", "2021-6-15"),
        ("15/6/2021", "15/6/2021"),
        ("2021-06-15T10:00:00Z", "2021-06-15T10:00:00Z"),
        ("'2021-06-15'", "2021-06-15"),
        ("!!str 2021-06-15", "2021-06-15"),
        ("Ủy ban", "Ủy ban"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
        ("[1, [a], {b: 2}]", [1, ["a"], {"b": 2}]),
        ("{}", {}),
        ("[]", []),
    ],
)
def test_scalars_follow_yaml_1_2_and_dates_are_dates(
    folder: Path, written: str, value: object
) -> None:
    source = read(folder, f"a: {written}")
    assert source.faults == ()
    assert source.data == {"a": value}
    assert isinstance(source.data, dict)
    assert type(source.data["a"]) is type(value)


def test_a_key_is_always_text(folder: Path) -> None:
    source = read(folder, "2021: a\non: b\n2021-06-15: c\ntrue: d\n")
    assert source.data == {"2021": "a", "on": "b", "2021-06-15": "c", "true": "d"}


@pytest.mark.parametrize(
    "content", ["a: 1\n", "---\na: 1\n", "--- \na: 1\n...\n", "%YAML 1.2\n---\na: 1\n"]
)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_one_document_with_or_without_its_marks(folder: Path, bom: bytes, content: str) -> None:
    source = read(folder, bom + content.encode())
    assert (source.data, source.faults) == ({"a": 1}, ())


def test_text_becomes_nfc(folder: Path) -> None:
    written = unicodedata.normalize("NFD", "tên: Ủy ban nhân dân thành phố Hà Nội\n")
    assert read(folder, written).data == {"tên": "Ủy ban nhân dân thành phố Hà Nội"}


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("a: &x 1\nb: *x\n", {"a": 1, "b": 1}),
        ("a: &x {c: [1]}\nb: *x\n", {"a": {"c": [1]}, "b": {"c": [1]}}),
        ("a: &x [1, 2]\nb: [*x, *x]\n", {"a": [1, 2], "b": [[1, 2], [1, 2]]}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}),
        ("a: &x\nb: *x\n", {"a": None, "b": None}),
    ],
)
def test_an_alias_stands_for_its_anchor(folder: Path, content: str, data: object) -> None:
    source = read(folder, content)
    assert (source.data, source.faults) == (data, ())


# Places.


def test_every_value_has_its_place(folder: Path) -> None:
    source = read(folder, "id: a\nduties:\n  - id: V.1\n    lead: [snv, stp]\n  - id: V.2\n")
    assert source.places == {
        ("id",): (1, 5),
        ("duties",): (2, 1),
        ("duties", 0): (3, 5),
        ("duties", 0, "id"): (3, 9),
        ("duties", 0, "lead"): (4, 5),
        ("duties", 0, "lead", 0): (4, 12),
        ("duties", 0, "lead", 1): (4, 17),
        ("duties", 1): (5, 5),
        ("duties", 1, "id"): (5, 9),
    }


@pytest.mark.parametrize(
    ("path", "line", "column", "field"),
    [
        (("duties", 1, "id"), 5, 9, "duties[2].id"),
        (("duties", 1, "title"), 5, 5, "duties[2].title"),
        (("duties", 7, "title"), 2, 1, "duties[8].title"),
        (("khong-co",), 1, 1, "khong-co"),
        ((), 1, 1, ""),
    ],
)
def test_a_fault_stands_at_its_value_or_the_nearest_above(
    folder: Path, path: KeyPath, line: int, column: int, field: str
) -> None:
    source = read(folder, "id: a\nduties:\n  - id: V.1\n    lead: [snv]\n  - id: V.2\n")
    fault = source.fault("bad", path, value=1)
    assert fault == Fault("bad", FILE, line, column, field, {"value": 1}, "error")
    assert source.warning("bad", path, value=1) == fault._replace(severity="warning")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("duties", 3, "schedule"), "duties[4].schedule"),
        (("id",), "id"),
        ((0,), "[1]"),
        ((0, 1, "a", 2), "[1][2].a[3]"),
        ((), ""),
    ],
)
def test_a_field_counts_from_one(path: KeyPath, expected: str) -> None:
    assert field_name(path) == expected


# Faults of the file.


def test_a_file_is_shown_by_its_path_unless_named_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "khong-co.yaml"
    assert read_source(path).faults == (Fault("no_file", str(path)),)
    assert read_source(path, "a.yaml").faults == (Fault("no_file", "a.yaml"),)


def test_a_folder_is_unreadable(tmp_path: Path) -> None:
    source = read_source(tmp_path, FILE)
    (fault,) = source.faults
    assert (source.data, fault.code, fault.line) == (None, "unreadable", 0)
    assert fault.values["reason"]


def test_a_file_may_have_so_many_bytes_and_not_one_more(folder: Path) -> None:
    content = b"a: 1\n#".ljust(MAX_BYTES, b"x")
    assert read(folder, content).data == {"a": 1}
    source = read(folder, content + b"x")
    assert source.data is None
    assert source.faults == (Fault("too_big", FILE, values={"limit": MAX_BYTES // 1_000_000}),)


@pytest.mark.parametrize("content", ["", "\n", "# chú thích\n", "null\n", "~", "---\n...\n"])
def test_an_empty_file(folder: Path, content: str) -> None:
    source = read(folder, content)
    assert (source.data, source.faults) == (None, (Fault("empty_file", FILE),))


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"a: 1\nb: Th\xe0nh ph\xf4\n", 2, 6),
        (b"a: 1\r\nb: \xff\r\n", 2, 4),
        ("tên: Hà Nội\nb: ".encode() + b"\xe1", 2, 4),
        (b"a: 1\n\n\n\xc0\x80", 4, 1),
        ("a: 1\n".encode("utf-16"), 1, 1),
    ],
)
def test_what_is_not_utf_8_is_shown_by_line(
    folder: Path, content: bytes, line: int, column: int
) -> None:
    source = read(folder, content)
    assert (source.data, source.faults) == (None, (Fault("not_utf8", FILE, line, column),))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\nb: \x00\n", 2),
        ("\x01", 1),
        ("a: 1\nb: 2\nc: 'x\ufffey'\nd: 1\n", 3),
        # Bytes and letters count differently: each of these letters takes two or three bytes.
        (f"a: {'ưởề' * 20}\nb: \x01\nc: 1\nd: 1\ne: 1\nf: 1\n" + "g: 1\n" * 40, 2),
        ("tên: Ủy ban nhân dân thành phố Hà Nội\nb: \x07\nc: 1\nd: 1\ne: 1\nf: 1\n", 2),
    ],
)
def test_a_character_that_yaml_forbids_is_shown_by_line(
    folder: Path, content: str, line: int
) -> None:
    source = read(folder, content)
    assert source.data is None
    assert [(fault.code, fault.line) for fault in source.faults] == [("bad_character", line)]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: [1\n", 2),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\n b: 2\n", 2),
        ("a: 'x\nb: 2\n", 3),
        ("a: 1\n}\n", 2),
        ('a: "\\ud800"\n', 1),
        ("%YAML 3.0\n---\na: 1\n", 1),
    ],
)
def test_broken_syntax_is_shown_by_line(folder: Path, content: str, line: int) -> None:
    source = read(folder, content)
    assert source.data is None
    (fault,) = source.faults
    assert (fault.code, fault.line) == ("yaml_syntax", line)
    assert fault.values["problem"]


def test_a_second_document_is_refused(folder: Path) -> None:
    source = read(folder, "a: 1\n---\nb: 2\n")
    assert (source.data, source.faults) == (None, (Fault("many_documents", FILE, 2, 1),))


# Faults of the tree.


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "a", "a", 1)]),
        ("a: 1\na: 2\na: 3\n", [(2, 1, "a", "a", 1), (3, 1, "a", "a", 2)]),
        ("x:\n  a: 1\n  a: 2\n", [(3, 3, "x.a", "a", 2)]),
        ("x:\n  - {a: 1, b: 2, a: 3}\n", [(2, 18, "x[1].a", "a", 2)]),
        ("a:\n  x: 1\n\na:\n  y: 2\n", [(4, 1, "a", "a", 1)]),
        ("a: 1\n'a': 2\n", [(2, 1, "a", "a", 1)]),
        # One key in two spellings of Unicode.
        ("t\u00ean: 1\nte\u0302n: 2\n", [(2, 1, "t\u00ean", "t\u00ean", 1)]),
    ],
)
def test_a_key_that_stands_twice(
    folder: Path, content: str, expected: list[tuple[int, int, str, str, int]]
) -> None:
    source = read(folder, content)
    assert source.data is not None
    assert list(source.faults) == [
        Fault("duplicate_key", FILE, line, column, field, {"key": key, "first": first})
        for line, column, field, key, first in expected
    ]


@pytest.mark.parametrize(
    "content", ["a: {x: 1}\nb: {x: 2}\n", "- {x: 1}\n- {x: 2}\n", "A: 1\na: 2\n"]
)
def test_keys_of_different_mappings_may_be_the_same(folder: Path, content: str) -> None:
    assert read(folder, content).faults == ()


@pytest.mark.parametrize(
    ("content", "line", "column", "field"),
    [
        ("? [a]\n: 1\n", 1, 3, ""),
        ("? {a: 1}\n: 1\n", 1, 3, ""),
        ("x:\n  ? [a]\n  : 1\n", 2, 5, "x"),
        ("x: &k a\n*k : 1\ny: 2\n", 2, 1, ""),
        ("x: &k [a]\n? *k\n: 1\n", 2, 3, ""),
    ],
)
def test_a_key_that_is_no_text(
    folder: Path, content: str, line: int, column: int, field: str
) -> None:
    source = read(folder, content)
    assert (source.data, source.faults) == (None, (Fault("bad_key", FILE, line, column, field),))


@pytest.mark.parametrize(
    ("content", "line", "column", "field", "name"),
    [
        ("a: *x\n", 1, 4, "a", "x"),
        ("a: &x [*x]\n", 1, 8, "a[1]", "x"),
        ("a: *x\nb: &x 1\n", 1, 4, "a", "x"),
    ],
)
def test_an_alias_without_an_anchor_before_it(
    *, folder: Path, content: str, line: int, column: int, field: str, name: str
) -> None:
    source = read(folder, content)
    assert source.data is None
    assert source.faults == (Fault("bad_alias", FILE, line, column, field, {"name": name}),)


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("a: !foo 1\n", [(1, 4)]),
        ("a: !foo [1]\nb: !bar {c: !baz 2}\n", [(1, 4), (2, 4), (2, 13)]),
        ("a: !<tag:example.com,2000:x> 1\n", [(1, 4)]),
        ("a: !!python/name:os.system 1\n", [(1, 4)]),
        ("a: !!python/object/apply:os.system [ls]\n", [(1, 4)]),
        ("!foo a: 1\n", [(1, 1)]),
    ],
)
def test_a_foreign_tag_is_a_fault(
    folder: Path, content: str, places: list[tuple[int, int]]
) -> None:
    faults = read(folder, content).faults
    assert [(fault.code, fault.line, fault.column) for fault in faults] == [
        ("bad_tag", *place) for place in places
    ]


@pytest.mark.parametrize(
    "content", ["a: !!str 1\n", "a: ! 1\n", "a: !!map {b: 1}\n", "a: !!seq [1]\n"]
)
def test_yamls_own_tags_are_none(folder: Path, content: str) -> None:
    assert read(folder, content).faults == ()


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_nesting_has_a_bound(folder: Path, opening: str) -> None:
    closing = {"[": "]", "- ": "", "{a: ": "}"}[opening]
    deepest = read(folder, f"{opening * MAX_DEPTH}{closing * MAX_DEPTH}")
    assert (deepest.faults, deepest.data is not None) == ((), True)
    for number in (MAX_DEPTH + 1, 10_000):
        source = read(folder, opening * number)
        assert source.data is None
        (fault,) = source.faults
        column = MAX_DEPTH * len(opening) + 1
        assert (fault.code, fault.line, fault.column) == ("too_deep", 1, column)
        assert fault.values == {"limit": MAX_DEPTH}


def test_the_number_of_values_has_a_bound(folder: Path) -> None:
    source = read(folder, f"[{'1,' * MAX_NODES}]")
    assert source.data is None
    (fault,) = source.faults
    assert (fault.code, fault.field) == ("too_many_nodes", f"[{MAX_NODES}]")
    assert fault.values == {"limit": MAX_NODES}


@pytest.mark.parametrize("seed", ["[x]", "{x: 1}", "x", "[]", "{}", ""])
def test_aliases_of_aliases_do_not_go_beyond_it(folder: Path, seed: str) -> None:
    lines = [f"a0: &a0 {seed}"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 25)]
    source = read(folder, "\n".join(lines))
    refused = source.data is None  # not in the assertion, which would write the bomb out
    assert refused
    assert [fault.code for fault in source.faults] == ["too_many_nodes"]


def test_aliases_of_aliases_do_not_nest_beyond_the_bound(folder: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{at}: &a{at} [*a{at - 1}]" for at in range(1, 100))]
    source = read(folder, "\n".join(lines))
    refused = source.data is None
    assert refused
    assert [fault.code for fault in source.faults] == ["too_deep"]


# Laws.


def sound(source: Source, content: bytes) -> bool:
    """Whether there is data or a fault, and every place is one of the file."""
    lines = content.decode(errors="replace").splitlines()
    placed = all(0 <= fault.line <= len(lines) + 1 for fault in source.faults)
    return placed and (source.data is not None or bool(source.faults))


@PROPERTY
@given(content=st.binary(max_size=400))
def test_any_bytes_give_data_or_a_fault(folder: Path, content: bytes) -> None:
    assert sound(read(folder, content), content)


@PROPERTY
@given(text=st.text(max_size=200))
def test_any_text_gives_data_or_a_fault(folder: Path, text: str) -> None:
    content = text.encode(errors="surrogatepass")
    assert sound(read(folder, content), content)


PIECES = (
    "a", "b", "1", "2021-02-30", "Ủy", "\u0309", ": ", ":", "- ", "? ", ", ", "[", "]", "{", "}",
    "'", '"', "|\n", ">-\n", "&x ", "*x", "*x : ", "!t ", "!!str ", "!<%ED%A0%80> ", "!t%FF ", "# ",
    "\n", "\n  ", "\n\n", "\t", "\r", "\u2028", "\u0085", "\ufeff", "\\x00", "\x01", "---\n",
    "...\n", "%TAG ! t:\n", "<<: ", "~",
)  # fmt: skip


@PROPERTY
@given(parts=st.lists(st.sampled_from(PIECES), max_size=25))
@example([f"a: {'1' * 5000}"])
@example([f"a: {'1' * 5000}.5e99999"])
@example(["a: !<%ED%A0%80> 1"])
@example(["x: &x a\n", "*x : ", "1\n", "b: 2\n"])
def test_anything_like_yaml_gives_data_or_a_fault(folder: Path, parts: list[str]) -> None:
    content = "".join(parts).encode()
    assert sound(read(folder, content), content)


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12)
)
keys = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=15,
)


@PROPERTY
@given(tree=trees)
def test_json_reads_as_itself(folder: Path, tree: object) -> None:
    text = unicodedata.normalize("NFC", json.dumps({"a": tree}, ensure_ascii=False))
    source = read(folder, text)
    assert source.faults == () or {fault.code for fault in source.faults} == {"duplicate_key"}
    assert source.data == json.loads(text)
