"""Entries as lines: taken out without loss, and in again only if every line holds."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_cli.domain.chain import GENESIS
from cchc_cli.errors import LedgerFault
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Ledger
from cchc_cli.services.transfer import LineFault, export_lines, line_faults, links_of
from tests.ledger.contents import NOON, WHO, cancel, done, later
from tests.ledger.stores import empty_sqlite


def filled(number: int = 3) -> MemoryLedger:
    """A ledger with some entries."""
    ledger = MemoryLedger()
    for one in range(1, number + 1):
        ledger.append([done(f"{one}/BC-SNV")], WHO, later(one))
    return ledger


def written(ledger: Ledger) -> list[bytes]:
    """The file of a ledger, line by line."""
    return [f"{line}\n".encode() for line in export_lines(ledger)]


def faults(lines: list[bytes]) -> list[tuple[int, str]]:
    """What is wrong with lines."""
    return [(one.line, one.kind) for one in line_faults(lines)]


def test_a_line_has_what_is_needed_to_check_it() -> None:
    first, second, _ = map(json.loads, export_lines(filled()))
    assert list(first) == ["previous", "hash", "body"]
    assert (first["previous"], second["previous"]) == (GENESIS, first["hash"])
    assert next(filled().chain())[1:] == (first["body"], first["hash"])


def test_an_empty_ledger_is_an_empty_file() -> None:
    assert written(MemoryLedger()) == []
    assert MemoryLedger().extend(links_of([])) == 0


def test_what_was_taken_out_comes_in_the_same() -> None:
    source, target = filled(), MemoryLedger()
    lines = written(source)
    assert faults(lines) == []
    assert target.extend(links_of(lines)) == 3
    assert list(target.chain()) == list(source.chain())
    assert [target.entry(number) for number in (1, 2, 3)] == [
        source.entry(number) for number in (1, 2, 3)
    ]


def test_an_editor_s_marks_do_no_harm() -> None:
    lines = written(filled())
    edited = [b"\xef\xbb\xbf" + lines[0].replace(b"\n", b"\r\n"), b"\n", *lines[1:], b"  \r\n"]
    assert faults(edited) == []
    assert MemoryLedger().extend(links_of(edited)) == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"\xff\xfe", "not_text"),
        (b"{", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"[]", "wrong_keys"),
        (b"{}", "wrong_keys"),
        (b'{"previous":"a","hash":"b","body":"c","more":"d"}', "wrong_keys"),
        (b'{"previous":"a","hash":"b","body":1}', "wrong_keys"),
        (b'{"previous":"a","hash":"b","body":"\\ud800"}', "wrong_keys"),
    ],
)
def test_a_line_that_is_none_is_told_and_the_rest_is_read_on(line: bytes, kind: str) -> None:
    lines = written(filled())
    assert faults([lines[0], line, lines[2]]) == [(2, kind)]
    assert next(line_faults([line])) == LineFault(1, kind)  # type: ignore[arg-type]
    with pytest.raises(LedgerFault) as caught:
        list(links_of([line]))
    assert (caught.value.code, caught.value.values) == ("link_broken", {"id": 1})


def test_every_fault_is_told_by_its_line() -> None:
    lines = written(filled(5))
    lines[1] = lines[1].replace(b"2/BC-SNV", b"9/BC-SNV")
    lines[3] = b"x"
    assert faults(lines) == [(2, "wrong_hash"), (4, "not_json")]


def test_lines_in_another_order_or_with_a_gap() -> None:
    lines = written(filled())
    assert faults(lines[1:])[0] == (1, "not_next")
    assert (2, "not_next") in faults([lines[0], lines[2]])
    assert (3, "not_next") in faults([*lines[:2], lines[1]])


actions = st.lists(
    st.tuples(
        st.sampled_from(["done", "cancel"]),
        st.integers(1, 8),
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
        st.datetimes(datetime(2021, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made aware below
    ),
    max_size=12,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=actions, cut=st.integers(0, 12))
def test_out_in_and_out_again_is_the_same_file(
    actions: list[tuple[str, int, str, datetime]],
    cut: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    source = MemoryLedger()
    for number, (kind, target, text, moment) in enumerate(actions):
        content = done(f"{number}/BC", text=text, links=(text,))
        if kind == "cancel" and target <= source.head().number:
            content = cancel(target, text=text)
            if source.cancelled_by(target) is not None:
                continue
        source.append([content], WHO._replace(name=text), moment.replace(tzinfo=NOON.tzinfo))
    lines = written(source)
    assert faults(lines) == []
    with closing(empty_sqlite(Path(tmp_path_factory.mktemp("so")))) as target_ledger:
        part = lines[: min(cut, len(lines))]
        assert target_ledger.extend(links_of(part)) == len(part)
        assert target_ledger.extend(links_of(lines), dry=True) == len(lines) - len(part)
        assert target_ledger.extend(links_of(lines)) == len(lines) - len(part)
        assert written(target_ledger) == lines
        assert target_ledger.derived_faults() == ()
