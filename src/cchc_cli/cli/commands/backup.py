"""``cchc backup``: all of a workspace in one file."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import __version__, output
from cchc_cli.backup.saving import save
from cchc_cli.cli import options
from cchc_cli.cli.backups import backup_target, layout_of, size_text
from cchc_cli.cli.commands.audit import look_at
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.views.wording.transfer import HEAD, SAVED, SAVED_UNSOUND

ABOUT = "Sao lưu sổ ghi nhận, minh chứng, kế hoạch, mẫu và cài đặt vào một tệp."
backup = single(ABOUT)


@backup.command(cls=Command, help=ABOUT)
def keep(
    target: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="TỆP",
            help="Tệp hoặc thư mục nhận bản sao lưu (mặc định: sao_luu_TÊN_NGÀY.zip ở đây).",
        ),
    ] = None,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Write a backup, read it again, and say what is in it."""
    today = today_or(None)
    with Session(folder) as session:
        workspace, ledger = session.required()
        sound = look_at(workspace, ledger).sound
        file = backup_target(target, workspace, today)
        manifest = save(layout_of(workspace), file, today, __version__)
    output.note(
        SAVED.format(
            file=file,
            entries=manifest.head.number,
            parts=len(manifest.parts),
            size=size_text(file.stat().st_size),
        )
    )
    output.note(HEAD.format(number=manifest.head.number, hash=manifest.head.hash))
    if not sound:
        output.note(SAVED_UNSOUND)
