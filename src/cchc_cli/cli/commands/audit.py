"""``cchc audit``: whether the ledger and its evidence are what was recorded."""

from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session
from cchc_cli.cli.show import show
from cchc_cli.cli.workspace import Workspace
from cchc_cli.errors import AUDIT
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.ledger.anchor import read_anchors, settle_anchors
from cchc_cli.ledger.protocol import Ledger
from cchc_cli.services import audit as service
from cchc_cli.views.audit import audit_json, audit_text
from cchc_cli.views.wording.audit import NOT_REBUILT, REBUILT

ABOUT = "Kiểm tra sổ ghi nhận và tệp minh chứng có còn đúng như lúc ghi không."
audit = single(ABOUT)


@audit.command(cls=Command, help=ABOUT)
def look(
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Dựng lại các bảng phụ từ các mục; không đụng đến mục nào."),
    ] = False,
    folder: options.WorkspaceFolder = None,
    form: options.FindingsForm = "plain",
    target: options.Target = None,
) -> None:
    """Look at every entry and every evidence file; exit code 11 if anything is wrong."""
    with Session(folder) as session:
        workspace, ledger = session.required()
        found = look_at(workspace, ledger)
        if rebuild and found.chain_sound:
            ledger.rebuild()
            found = look_at(workspace, ledger)
            output.note(REBUILT.format(number=found.number))
        elif rebuild:
            output.note(NOT_REBUILT)
        if found.sound:
            settle_anchors(workspace.ledger, found.head)
    show(audit_json(found) if form == "json" else audit_text(found), target)
    if not found.sound:
        raise typer.Exit(AUDIT)


def look_at(workspace: Workspace, ledger: Ledger) -> service.Audit:
    """The audit of a workspace."""
    evidence = EvidenceFolder(workspace.evidence)
    return service.audit(ledger, read_anchors(workspace.ledger), evidence.look_at)
