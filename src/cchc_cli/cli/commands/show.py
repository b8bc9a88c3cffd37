"""``cchc show``: all about one entry."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import form_or_default, show, text_width
from cchc_cli.cli.workspace import Workspace
from cchc_cli.domain.entries import Entry
from cchc_cli.evidence import EvidenceFolder
from cchc_cli.services.history import obligations_of, show_entry
from cchc_cli.views import entry as view

ABOUT = "Cho biết mọi điều về một mục: nội dung, minh chứng, mục nhắc đến nó, mã băm."
one = single(ABOUT)


@one.command(cls=Command, help=ABOUT)
def tell(
    number: Annotated[
        int,
        typer.Argument(metavar="MỤC", parser=options.read_entry, help="Số của mục, ví dụ 12."),
    ],
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    form: options.TextForm = None,
    target: options.Target = None,
) -> None:
    """Tell all about one entry."""
    day = today_or(today)
    with Session(folder) as session:
        workspace, ledger = session.required()
        entry = show_entry(ledger, number).line.entry
        plan = session.plan_of(entry.content.plan, day)
        told = view.Told(
            plan,
            show_entry(ledger, number, {plan.id: plan}),
            obligations_of(session.book(plan), entry, day),
            _places(workspace, entry),
        )
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(view.entry_json(told), target)
    elif chosen == "md":
        show(view.entry_markdown(told), target)
    else:
        show(view.entry_text(told, text_width(chosen)), target)


def _places(workspace: Workspace, entry: Entry) -> dict[str, str | None]:
    """Where each evidence file lies, by its hash; None where it is not there."""
    store = EvidenceFolder(workspace.evidence)
    found: dict[str, Path] = {file.sha256: store.path_of(file) for file in entry.content.files}
    return {
        ident: path.relative_to(workspace.root).as_posix() if path.is_file() else None
        for ident, path in found.items()
    }
