"""Whoever appends keeps the head outside, and only then."""

from contextlib import closing
from pathlib import Path

import pytest

from cchc_cli.domain.links import links_in
from cchc_cli.errors import Repeated
from cchc_cli.ledger.anchor import (
    anchor_file,
    read_anchors,
    settle_anchors,
    write_anchor,
    write_heads,
)
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Head
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.contents import NOON, WHO, done


def heads(ledger: SqliteLedger) -> list[tuple[int, str]]:
    """What is kept outside."""
    return [one[:2] for one in read_anchors(ledger.path)]


def head(number: int) -> Head:
    """A head with a hash of its own."""
    return Head(number, f"{number:064x}")


def test_every_append_keeps_its_head(sqlite_ledger: SqliteLedger) -> None:
    sqlite_ledger.append([done("1/BC")], WHO, NOON)
    first = sqlite_ledger.head()[:2]
    sqlite_ledger.append([done("2/BC"), done("3/BC")], WHO, NOON)
    assert heads(sqlite_ledger) == [first, sqlite_ledger.head()[:2]]


def test_what_appends_nothing_keeps_nothing(sqlite_ledger: SqliteLedger) -> None:
    sqlite_ledger.append([], WHO, NOON)
    assert heads(sqlite_ledger) == []
    sqlite_ledger.append([done("1/BC", key="k")], WHO, NOON)
    sqlite_ledger.append([done("1/BC", key="k")], WHO, NOON)
    with pytest.raises(Repeated):
        sqlite_ledger.append([done("2/BC"), done("1/BC")], WHO, NOON)
    assert heads(sqlite_ledger) == [sqlite_ledger.head()[:2]]


def test_a_chain_that_comes_in_keeps_its_last_head(sqlite_ledger: SqliteLedger) -> None:
    source = MemoryLedger()
    source.append([done("1/BC"), done("2/BC")], WHO, NOON)
    assert sqlite_ledger.extend(links_in(source.chain()), dry=True) == 2
    assert heads(sqlite_ledger) == []
    sqlite_ledger.extend(links_in(source.chain()))
    assert heads(sqlite_ledger) == [source.head()[:2]]
    sqlite_ledger.extend(links_in(source.chain()))
    assert len(heads(sqlite_ledger)) == 1


def test_an_entry_is_recorded_even_if_its_head_cannot_be_kept(
    sqlite_ledger: SqliteLedger,
) -> None:
    anchor_file(sqlite_ledger.path).mkdir()
    sqlite_ledger.append([done("1/BC")], WHO, NOON)
    assert sqlite_ledger.head().number == 1


def test_a_line_cut_short_does_not_spoil_the_next(tmp_path: Path) -> None:
    ledger = tmp_path / "so.db"
    anchor_file(ledger).write_text("1", encoding="ascii")
    write_anchor(ledger, head(3))
    assert list(read_anchors(ledger)) == [head(3)]


def test_after_a_sound_audit_the_head_is_kept_if_it_was_not(tmp_path: Path) -> None:
    ledger = tmp_path / "so.db"
    settle_anchors(ledger, Head(0, "0" * 64))
    assert not anchor_file(ledger).exists()
    settle_anchors(ledger, head(2))
    settle_anchors(ledger, head(2))
    assert list(read_anchors(ledger)) == [head(2)]
    settle_anchors(ledger, head(4))
    assert list(read_anchors(ledger)) == [head(2), head(4)]


def test_a_long_file_becomes_its_last_line(tmp_path: Path) -> None:
    ledger = tmp_path / "so.db"
    write_heads(ledger, [head(1), head(3), head(2)])
    settle_anchors(ledger, head(3), keep=3)
    assert len(list(read_anchors(ledger))) == 3
    settle_anchors(ledger, head(3), keep=2)
    assert list(read_anchors(ledger)) == [head(3)]


def test_heads_that_may_only_be_read_stay_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "so.db"
    write_heads(ledger, [head(1), head(2)])

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("cchc_cli.ledger.anchor.write_whole", refuse)
    monkeypatch.setattr("cchc_cli.ledger.anchor.add_line", refuse)
    settle_anchors(ledger, head(2), keep=1)
    settle_anchors(ledger, head(3))
    assert list(read_anchors(ledger)) == [head(1), head(2)]


def test_a_ledger_opened_again_goes_on_with_its_heads(sqlite_ledger: SqliteLedger) -> None:
    sqlite_ledger.append([done("1/BC")], WHO, NOON)
    with closing(SqliteLedger(sqlite_ledger.path)) as again:
        again.append([done("2/BC")], WHO, NOON)
    assert [number for number, _ in heads(sqlite_ledger)] == [1, 2]
