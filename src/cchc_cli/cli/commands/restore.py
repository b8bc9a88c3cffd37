"""``cchc restore``: a backup brought back, all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.backup.archive import opened
from cchc_cli.backup.restoring import Choices, Restored
from cchc_cli.backup.restoring import restore as bring_back
from cchc_cli.cli import options
from cchc_cli.cli.backups import layout_in
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.errors import NotFound
from cchc_cli.views.wording import transfer as words
from cchc_cli.views.wording.days import day_text

ABOUT = "Khôi phục không gian làm việc từ bản sao lưu: kiểm tra hết rồi mới đưa vào."
restore = single(ABOUT)


@restore.command(cls=Command, help=ABOUT)
def put_back(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Bản sao lưu.")],
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="THƯ MỤC",
            help="Khôi phục vào thư mục này (mặc định: không gian làm việc đang đứng).",
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Lấy bản sao lưu dù ở đây mới hơn hoặc khác; bản cũ được giữ riêng."
        ),
    ] = False,
    dry: options.DryRun = False,
) -> None:
    """Check a backup and bring it back."""
    folder = to or _workspace()
    shown = to or Path(folder.name)
    choices = Choices(today_or(None).isoformat(), force, dry)
    with opened(file) as archive:
        made = archive.manifest.made
        found = bring_back(archive, folder, layout_in, choices)
    if dry:
        output.note(words.WOULD_RESTORE.format(day=day_text(made), folder=shown))
    else:
        done = words.RESTORED if found.steps else words.RESTORED_NEW
        output.note(done.format(folder=shown))
    for line in _lines(found, shown):
        output.note(line)
    if not dry:
        output.note(words.THEN_AUDIT)


def _workspace() -> Path:
    workspace = Session(None).workspace
    if workspace is None:
        raise NotFound("restore_where")
    return workspace.root


def _lines(found: Restored, shown: Path) -> Iterator[str]:
    if found.ledger == "extend" and not found.entries:
        yield words.UNCHANGED
    else:
        yield words.LEDGER_STEPS[found.ledger or "new"].format(entries=found.entries)
    yield words.HEAD.format(number=found.head.number, hash=found.head.hash)
    if found.steps is not None:
        yield words.FRESH.format(number=len(found.steps.fresh))
        if found.steps.replaced:
            yield words.REPLACED.format(names=", ".join(one.name for one in found.steps.replaced))
        if found.steps.kept:
            yield words.KEPT.format(names=", ".join(found.steps.kept))
            yield words.KEPT_HINT
    if found.aside is not None:
        yield words.ASIDE.format(folder=shown / found.aside.name)
    if found.lost:
        yield words.LOST.format(lost=found.lost, number=found.head.number)
