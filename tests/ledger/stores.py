"""Every store that has to keep the contract, and how a test comes by an empty one."""

from collections.abc import Callable
from pathlib import Path

from cchc_cli.ledger.connect import create
from cchc_cli.ledger.memory import MemoryLedger
from cchc_cli.ledger.protocol import Ledger
from cchc_cli.ledger.sqlite import SqliteLedger


def empty_sqlite(folder: Path) -> SqliteLedger:
    """A new SQLite ledger in a folder."""
    path = folder / "ledger.sqlite"
    create(path)
    return SqliteLedger(path)


STORES: dict[str, Callable[[Path], Ledger]] = {
    "memory": lambda _: MemoryLedger(),
    "sqlite": empty_sqlite,
}
