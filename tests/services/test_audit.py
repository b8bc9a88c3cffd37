"""The audit of a chain, its heads outside, and its evidence: every kind of tampering."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_cli.domain.chain import GENESIS, digest, seal
from cchc_cli.domain.entries import Content, EvidenceFile
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Head
from cchc_cli.services.audit import Audit, EvidenceState, Finding, audit

NOON = datetime(2021, 6, 10, 5, tzinfo=UTC)
Row = tuple[int, str, str]
FILE = EvidenceFile("bien ban.pdf", "ab" * 32, 10)


def chain(size: int = 6, first: int = 1, previous: str = GENESIS) -> list[Row]:
    """A sound chain; the first entry names a file."""
    rows: list[Row] = []
    for number in range(first, first + size):
        files = (FILE,) if number == 1 else ()
        content = Content("done", "p", "V.1", f"a{number}", files=files)
        recorded = NOON + timedelta(minutes=number)
        entry, body = seal(content, number, recorded, ("thu", None), previous)
        rows.append((number, body, entry.hash))
        previous = entry.hash
    return rows


class Store(MemoryLedger):
    """A store that says whatever it is told to."""

    def __init__(self, rows: Sequence[Row], derived: tuple[int, ...] = ()) -> None:
        super().__init__()
        self._rows = rows
        self._wrong = derived

    def chain(self) -> Any:
        return iter(self._rows)

    def derived_faults(self) -> tuple[int, ...]:
        return self._wrong


def looked(
    rows: Sequence[Row],
    anchors: Iterable[Row] | None = None,
    state: EvidenceState = "whole",
    derived: tuple[int, ...] = (),
) -> Audit:
    """The audit of these rows; by default their own last head is anchored."""
    kept = rows[-1:] if anchors is None else anchors
    heads = [Head(number, own) for number, _, own in kept]
    return audit(Store(rows, derived), heads, lambda _: state)


def found(*arguments: Any, **more: Any) -> list[tuple[str, int]]:
    """Kinds and numbers of all findings."""
    return [(one.kind, one.entry) for one in looked(*arguments, **more).findings]


def with_row(rows: list[Row], number: int, row: Row) -> list[Row]:
    """The rows with another one in a place."""
    return [*rows[: number - 1], row, *rows[number:]]


def test_a_sound_ledger() -> None:
    rows = chain()
    said = looked(rows, rows)
    assert said == Audit(6, Head(6, rows[-1][2], NOON + timedelta(minutes=6)), 1, ())
    assert (said.sound, said.chain_sound) == (True, True)


def test_an_empty_ledger_is_sound() -> None:
    assert looked([], []) == Audit(0, Head(0, GENESIS), 0, ())


def test_an_edited_entry_is_named_and_no_other() -> None:
    rows = chain()
    number, body, own = rows[2]
    assert found(with_row(rows, 3, (number, body.replace("a3", "a9"), own))) == [("edited", 3)]


def test_a_hash_that_was_overwritten_is_named_and_no_other() -> None:
    rows = chain()
    assert found(with_row(rows, 3, (3, rows[2][1], "0" * 64))) == [("edited", 3)]


def test_an_edited_entry_with_its_hash_made_again_shows_at_the_next() -> None:
    rows = chain()
    body = rows[2][1].replace("a3", "a9")
    forged = with_row(rows, 3, (3, body, digest(rows[1][2], body)))
    assert found(forged) == [("edited", 4)]


def test_two_edited_entries_side_by_side_are_both_named() -> None:
    rows = chain()
    for number in (3, 4):
        _, body, own = rows[number - 1]
        rows[number - 1] = (number, body.replace('"V.1"', '"V.2"'), own)
    assert found(rows) == [("edited", 3), ("edited", 4)]


@pytest.mark.parametrize("gone", [(1,), (2,), (2, 3), (3, 5)])
def test_a_deleted_entry_is_named_and_no_other(gone: tuple[int, ...]) -> None:
    rows = [row for row in chain() if row[0] not in gone]
    assert found(rows) == [("missing", number) for number in gone]


def test_a_cut_off_tail_shows_by_the_heads_outside() -> None:
    rows = chain()
    assert found(rows[:4], rows[4:]) == [("cut_off", 5), ("cut_off", 6)]
    assert found([], rows[:2]) == [("cut_off", 1), ("cut_off", 2)]


def test_entries_that_changed_places_are_named_and_no_others() -> None:
    rows = chain()
    (_, second, second_hash), (_, third, third_hash) = rows[1:3]
    moved = [rows[0], (2, third, third_hash), (3, second, second_hash), *rows[3:]]
    said = looked(moved)
    assert said.findings == (Finding("out_of_place", 2, 3), Finding("out_of_place", 3, 2))


def test_an_inserted_entry_pushes_the_others_out_of_place() -> None:
    rows = chain()
    (inserted,) = chain(1, first=3, previous=rows[1][2])
    body = inserted[1].replace("a3", "a9")
    forged = (3, body, digest(rows[1][2], body))
    pushed = [(number + 1, body, own) for number, body, own in rows[2:]]
    assert found([*rows[:2], forged, *pushed], rows[-1:]) == [
        ("out_of_place", 4), ("out_of_place", 5), ("out_of_place", 6), ("replaced", 6),
        ("out_of_place", 7), ("unanchored", 7),
    ]  # fmt: skip


def test_a_tail_made_anew_from_some_entry_on_shows_by_the_heads_outside() -> None:
    rows = chain()
    (forged,) = chain(1, first=4, previous=rows[2][2])
    body = forged[1].replace("a4", "a9")
    own = digest(rows[2][2], body)
    anew = [*rows[:3], (4, body, own), *chain(2, first=5, previous=own)]
    assert found(anew, rows) == [("replaced", 4), ("replaced", 5), ("replaced", 6)]
    assert found(anew, rows[-1:]) == [("replaced", 6)]


def test_two_heads_kept_for_one_entry_cannot_both_be_right() -> None:
    rows = chain()
    assert found(rows, [*rows, (6, "", "0" * 64)]) == [("replaced", 6)]


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"id":[1]}'])
def test_words_that_are_no_entry(body: str) -> None:
    rows = chain()
    assert found(with_row(rows, 3, (3, body, rows[2][2]))) == [("edited", 3), ("unreadable", 3)]
    kept = with_row(rows, 6, (6, body, digest(rows[4][2], body)))
    assert found(kept) == [("unreadable", 6)]


def test_a_clock_that_ran_backwards_is_a_note() -> None:
    rows = chain(2)
    content = Content("done", "p", "V.1", "a3")
    entry, body = seal(content, 3, NOON - timedelta(days=1), ("thu", None), rows[1][2])
    said = looked([*rows, (3, body, entry.hash)])
    assert said.findings == (Finding("clock", 3),)
    assert said.sound


@pytest.mark.parametrize("kept", [0, 3])
def test_heads_that_do_not_reach_the_end_are_a_note(kept: int) -> None:
    rows = chain()
    said = looked(rows, rows[:kept])
    assert said.findings == (Finding("unanchored", 6),)
    assert said.sound


@pytest.mark.parametrize(
    ("state", "kind"), [("missing", "evidence_missing"), ("changed", "evidence_changed")]
)
def test_evidence_is_named_with_its_entry(state: EvidenceState, kind: Any) -> None:
    said = looked(chain(), state=state)
    assert said.findings == (Finding(kind, 1, file=FILE),)
    assert (said.sound, said.chain_sound) == (False, True)


def test_tables_that_disagree_are_told_even_beside_notes_and_evidence() -> None:
    rows = chain()
    said = looked(rows, [], state="missing", derived=(0, 4))
    kinds = [(one.kind, one.entry) for one in said.findings]
    assert kinds == [("derived", 0), ("evidence_missing", 1), ("derived", 4), ("unanchored", 6)]
    assert (said.sound, said.chain_sound) == (False, True)


def test_tables_are_not_looked_at_where_the_entries_cannot_be_trusted() -> None:
    rows = [row for row in chain() if row[0] != 3]
    said = looked(rows, derived=(4,))
    assert said.findings == (Finding("missing", 3),)
    assert not said.chain_sound


@settings(max_examples=100, deadline=None)
@given(data=st.data(), size=st.integers(1, 8))
def test_any_change_of_one_row_is_found(data: st.DataObject, size: int) -> None:
    rows = chain(size)
    at = data.draw(st.integers(0, size - 1))
    number, body, own = rows[at]
    place = data.draw(st.integers(0, len(body) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda one: one != body[place]))
    changed = body[:place] + letter + body[place + 1 :]
    tampered = with_row(rows, number, (number, changed, own))
    assert not looked(tampered, rows).sound
    assert number in {one.entry for one in looked(tampered, rows).findings}


@settings(max_examples=100, deadline=None)
@given(order=st.permutations(range(5)), cut=st.integers(0, 5))
def test_no_other_order_and_no_other_end_is_sound(order: list[int], cut: int) -> None:
    rows = chain(5)
    other = [(at + 1, *rows[old][1:]) for at, old in enumerate(order)][:cut]
    assert looked(other, rows).sound == (other == rows)
