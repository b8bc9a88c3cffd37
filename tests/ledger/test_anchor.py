"""Heads of the chain kept beside the ledger."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cchc_cli.ledger.anchor import anchor_file, read_anchors, write_anchor
from cchc_cli.ledger.protocol import Head


def head(number: int) -> Head:
    """A head with a hash of its own."""
    return Head(number, f"{number:064x}")


def test_heads_are_kept_in_a_file_beside_and_read_again(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    for number in (1, 2, 3):
        write_anchor(ledger, head(number))
    assert anchor_file(ledger) == tmp_path / "ledger.sqlite.heads"
    assert list(read_anchors(ledger)) == [head(1), head(2), head(3)]
    assert anchor_file(ledger).read_bytes() == b"".join(
        f"{number} {number:064x}\n".encode() for number in (1, 2, 3)
    )


def test_without_a_file_no_head_is_known(tmp_path: Path) -> None:
    assert list(read_anchors(tmp_path / "ledger.sqlite")) == []


def test_lines_that_are_no_heads_are_passed_over(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    good = f"2 {2:064x}"
    lines = ["", "x", f"x {1:064x}", "1 abc", f"-1 {1:064x}", "2", good, "sổ", f"3 {3:063x}"]
    anchor_file(ledger).write_text("\n".join(lines), encoding="utf-8")
    assert list(read_anchors(ledger)) == [head(2)]


def test_writers_do_not_mix(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: write_anchor(ledger, head(number)), range(200)))
    assert sorted(one.number for one in read_anchors(ledger)) == list(range(200))
