"""``cchc init``: a new workspace."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.workspace import make_workspace
from cchc_cli.errors import OutputFault
from cchc_cli.ledger.connect import create
from cchc_cli.resources import packaged
from cchc_cli.views.wording.recording import MADE

ABOUT = "Tạo không gian làm việc: kế hoạch, sổ ghi nhận và thư mục minh chứng."
init = single(ABOUT)


@init.command(cls=Command, help=ABOUT)
def begin(
    folder: Annotated[
        Path, typer.Argument(metavar="[THƯ MỤC]", help="Thư mục (mặc định: thư mục này).")
    ] = Path(),
) -> None:
    """Make a workspace with an empty ledger and a copy of the packaged plans."""
    try:
        workspace = make_workspace(folder, packaged("plans"), create)
    except OSError as error:
        raise OutputFault("cannot_write", file=folder, errno=error.errno) from error
    output.note(MADE.format(folder=folder, ledger=workspace.ledger.name))
