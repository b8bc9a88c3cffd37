"""Workspaces for the command line: an empty one, and one with half a year of entries."""

from pathlib import Path

from cchc_cli.cli.workspace import make_workspace
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.connect import create
from cchc_cli.ledger.sqlite import SqliteLedger
from cchc_cli.resources import packaged
from cchc_cli.services.transfer import links_of
from tests.services.recorded import EXAMPLE


def empty_workspace(folder: Path) -> Path:
    """A new workspace."""
    workspace = make_workspace(folder, packaged("plans"))
    create(workspace.ledger)
    return folder


def example_workspace(folder: Path) -> Path:
    """A workspace with the entries and the evidence of the handbook's example."""
    workspace = make_workspace(folder, packaged("plans"))
    create(workspace.ledger)
    ledger = SqliteLedger(workspace.ledger)
    with EXAMPLE.open("rb") as lines:
        ledger.extend(links_of(lines))
    ledger.close()
    for file in (EXAMPLE.parent / "minh-chung").iterdir():
        EvidenceFolder(workspace.evidence).keep(file)
    return folder
