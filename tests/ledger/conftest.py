"""Ledgers to test."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cchc_cli.ledger.protocol import Ledger
from cchc_cli.ledger.sqlite import SqliteLedger
from tests.ledger.stores import STORES, empty_sqlite


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger of each store in turn."""
    with closing(STORES[request.param](tmp_path)) as store:
        yield store


@pytest.fixture
def sqlite_ledger(tmp_path: Path) -> Iterator[SqliteLedger]:
    """An empty ledger in a file."""
    with closing(empty_sqlite(tmp_path)) as store:
        yield store
