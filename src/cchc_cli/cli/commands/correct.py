"""``cchc correct``: undo an entry by another one."""

from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.recording import append
from cchc_cli.cli.session import Session, now, today_or
from cchc_cli.errors import NotFound
from cchc_cli.services.record import Request, content_of
from cchc_cli.views.recording import would_text
from cchc_cli.views.wording.recording import CORRECTED

ABOUT = "Đính chính một mục đã ghi sai: ghi thêm một mục hủy nó, không xóa gì."
correct = single(ABOUT)


@correct.command(cls=Command, help=ABOUT)
def undo(
    number: Annotated[
        int,
        typer.Argument(metavar="SỐ", parser=options.read_entry, help="Số của mục ghi sai."),
    ],
    reason: Annotated[
        str | None, typer.Option("--note", metavar="LÝ DO", help="Vì sao đính chính.")
    ] = None,
    dry: options.DryRun = False,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Append a counter-entry; history shows both."""
    day = today_or(today)
    with Session(folder) as session:
        _, ledger = session.required()
        entry = ledger.entry(number)
        if entry is None:
            raise NotFound("no_entry", id=number)
        book = session.book(session.plan_of(entry.content.plan, day))
        content = content_of(book, Request("correction", target=number, text=reason), day)
        if dry:
            output.note(would_text(book.plan, content))
            return
        (appended,) = append(session, ledger, (content,), now())
        output.note(CORRECTED.format(target=number, id=appended.entry.id))
