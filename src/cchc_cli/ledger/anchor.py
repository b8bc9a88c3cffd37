"""Where the chain ended, kept outside of the ledger.

A chain of hashes does not show by itself that its tail was cut off. After every commit the number
and hash of the last entry go into a file beside the ledger, one line each; a line is only ever
added, until an audit has found the ledger sound and needs the last one only. The audit holds
every line against the chain.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cchc_cli.atomic import add_line, write_whole
from cchc_cli.domain.chain import GENESIS
from cchc_cli.ledger.protocol import Head

# Below this many a file of heads is left as it is: the more lines, the nearer a finding.
KEPT_LINES = 1000


def anchor_file(ledger: Path) -> Path:
    """The file beside a ledger that keeps its heads."""
    return ledger.with_name(f"{ledger.name}.heads")


def write_anchor(ledger: Path, head: Head) -> None:
    """Add a head; a single short write in append mode, so that writers do not mix.

    By then the entries are committed, so that a file that cannot be written is no failure of
    theirs: the audit tells how far the heads go.
    """
    with suppress(OSError):
        add_line(anchor_file(ledger), _line(head))


def read_anchors(ledger: Path) -> Iterator[Head]:
    """Every head that was written; lines that are none are passed over."""
    try:
        text = anchor_file(ledger).read_text("ascii", errors="replace")
    except FileNotFoundError:
        return
    for line in text.splitlines():
        number, _, own = line.partition(" ")
        if number.isascii() and number.isdecimal() and len(own) == len(GENESIS):
            yield Head(int(number), own)


def settle_anchors(ledger: Path, head: Head, keep: int = KEPT_LINES) -> None:
    """After a sound audit: see to it that its head is kept, and that long files become short.

    A ledger that may only be read keeps its heads as they are.
    """
    heads = list(read_anchors(ledger))
    if head.number and all(one.number < head.number for one in heads):
        write_anchor(ledger, head)
    elif len(heads) > keep:
        with suppress(OSError):
            write_heads(ledger, [max(heads, key=lambda one: one.number)])


def write_heads(ledger: Path, heads: list[Head]) -> None:
    """Put these heads in place of all that were kept.

    Raises:
        OSError: if they cannot be written.
    """
    write_whole(anchor_file(ledger), "".join(f"{_line(one)}\n" for one in heads))


def _line(head: Head) -> str:
    return f"{head.number} {head.hash}"
