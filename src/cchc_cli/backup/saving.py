"""Making a backup of a workspace."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cchc_cli.backup.archive import pack
from cchc_cli.backup.layout import HEADS, LEDGER, Layout
from cchc_cli.backup.manifest import Manifest, Part
from cchc_cli.ledger.anchor import anchor_file, read_anchors, write_heads
from cchc_cli.ledger.copying import copy_ledger


def save(layout: Layout, target: Path, today: date, program: str) -> Manifest:
    """Write a backup of everything that a workspace holds.

    The ledger is copied first: evidence is kept before the entry that names it is written, so
    that all that the copy names is found afterwards.

    Raises:
        LedgerFault: if the ledger cannot be read.
        NotFound: if a file cannot be read.
        OutputFault: if the backup cannot be written; what stood there before still does.
    """
    with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
        copy = Path(folder) / LEDGER
        head = copy_ledger(layout.ledger, copy)
        # Heads that were added since the copy was made would speak of entries that it lacks.
        heads = [one for one in read_anchors(layout.ledger) if one.number <= head.number]
        write_heads(copy, heads)

        def described(parts: tuple[Part, ...]) -> Manifest:
            return Manifest(today, program, layout.root.resolve().name, head, parts)

        return pack(target, _files(layout, copy, target), described)


def _files(layout: Layout, copy: Path, target: Path) -> Iterator[tuple[str, Path]]:
    yield LEDGER, copy
    yield HEADS, anchor_file(copy)
    for name, path in layout.files():
        if path.resolve() != target.resolve():
            yield name, path
