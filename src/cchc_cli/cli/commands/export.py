"""``cchc export``: every entry as a line that anybody can check."""

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session
from cchc_cli.services.transfer import export_lines

ABOUT = "Xuất mọi mục ghi nhận ra JSONL, nguyên văn, giữ nguyên chuỗi mã băm."
export = single(ABOUT)


@export.command(cls=Command, help=ABOUT)
def take_out(
    folder: options.WorkspaceFolder = None,
    target: options.Target = None,
) -> None:
    """Write the whole chain."""
    with Session(folder) as session:
        _, ledger = session.required()
        output.write_lines(export_lines(ledger), target)
