"""``cchc import``: entries that were exported elsewhere, if they go on from those here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session
from cchc_cli.errors import LedgerFault, NotFound
from cchc_cli.services.transfer import line_faults, links_of
from cchc_cli.views.wording import transfer as words

ABOUT = "Nhận các mục đã xuất ở nơi khác, nếu chúng tiếp nối đúng sổ ở đây; tất cả hoặc không."
LONGEST_LINE = 1 << 24
import_ = single(ABOUT)


@import_.command(cls=Command, help=ABOUT)
def take_in(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp do cchc export ghi.")],
    dry: options.DryRun = False,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Check every line, then append what is new."""
    with Session(folder) as session:
        workspace, ledger = session.required()
        faults = tuple(line_faults(_lines(file)))
        for fault in faults:
            what = words.LINE_FAULTS[fault.kind]
            output.note(words.LINE_FAULT.format(file=file, line=fault.line, what=what))
        if faults:
            raise LedgerFault("import_faults", file=file, number=len(faults))
        fresh = ledger.extend(links_of(_lines(file)), dry=dry)
        head = ledger.head().number
    if not fresh:
        output.note(words.NOTHING_NEW)
        return
    said = words.WOULD_IMPORT if dry else words.IMPORTED
    output.note(said.format(number=fresh, head=head))
    output.note(words.EVIDENCE_APART.format(folder=workspace.evidence.name))


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file; one that is longer than any entry comes in pieces that are none."""
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST_LINE):
                yield line
    except OSError as error:
        raise NotFound("no_import_file", file=path, errno=error.errno) from error
