"""``cchc plan check``: every fault of a file at once."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.show import show
from cchc_cli.errors import BadPlan
from cchc_cli.plan.load import check_file
from cchc_cli.views.checks import faults_json, faults_text

ABOUT = "Kiểm tra tệp và kể ra mọi lỗi cùng một lúc."
check = single(ABOUT)


@check.command(cls=Command, help=ABOUT)
def tell(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP...", help="Các tệp cần kiểm tra.")],
    form: options.FindingsForm = "plain",
    target: options.Target = None,
) -> None:
    """Check files, and what stands beside them."""
    # A plan brings the faults of what stands beside it, which may be checked as well.
    told = {
        (fault.file, fault.line, fault.column, fault.code, fault.field): fault
        for file in files
        for fault in check_file(file).faults
    }
    faults = tuple(told.values())
    names = [str(file) for file in files]
    show(faults_json(names, faults) if form == "json" else faults_text(names, faults), target)
    if any(fault.severity == "error" for fault in faults):
        raise typer.Exit(BadPlan.exit_code)
