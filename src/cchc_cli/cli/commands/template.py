"""``cchc template``: the templates in use, copies of them to change, and whether they are sound."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, app
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show
from cchc_cli.cli.templates import choose_templates, copy_templates, templates_in_use
from cchc_cli.errors import TemplateFault, UsageFault
from cchc_cli.views.wording import templates as words
from cchc_cli.views.wording.rereading import TEMPLATE as STALE_TEMPLATE

template = app("template", "Xem, chép và kiểm tra các mẫu văn bản.")
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[MẪU...]", help="Tên mẫu, ví dụ report/city.md.j2 (mặc định: tất cả)."),
]


@template.command("list", cls=Command)
def list_all(
    templates: options.TemplateFolder = None,
    folder: options.WorkspaceFolder = None,
    form: options.FormName = None,
    target: options.Target = None,
) -> None:
    """Liệt kê các mẫu đang dùng và nguồn của từng mẫu."""
    from cchc_cli.views.templates import templates_json, templates_sheet

    found = templates_in_use(Session(folder), templates)
    rows = [(one.name, one.origin, str(one.file), one.hides) for one in found]
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(templates_json(rows), target)
    else:
        show(sheet_text(templates_sheet(rows), chosen), target)


@template.command("copy", cls=Command)
def copy(
    names: Names = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="THƯ MỤC",
            help="Chép vào thư mục này (mặc định: thư mục templates của không gian làm việc).",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Chép đè lên tệp đã có; tệp cũ mất đi.")
    ] = False,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Chép mẫu có sẵn ra để sửa; không chép đè lên tệp đã có."""
    workspace = Session(folder).workspace
    place = to or (workspace.templates if workspace else None)
    if place is None:
        raise UsageFault("copy_where")
    copies = copy_templates(names or [], place, force=force)
    for file in copies.there:
        output.note(words.THERE.format(file=file))
    for file in copies.made:
        output.note(words.COPIED.format(file=file))
    if not copies.made:
        raise UsageFault("nothing_copied")


@template.command("lint", cls=Command)
def lint(
    names: Names = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option(
            "--nd30",
            metavar="TỆP",
            help="Thay vì các mẫu: kiểm tra thể thức một tệp Word bất kỳ theo Nghị định 30/2020; "
            "dùng được nhiều lần.",
        ),
    ] = None,
    templates: options.TemplateFolder = None,
    folder: options.WorkspaceFolder = None,
    form: options.FindingsForm = "plain",
    target: options.Target = None,
) -> None:
    """Thử mọi mẫu trên dữ liệu mẫu; kiểm tra thể thức văn bản Word."""
    if documents and names:
        raise UsageFault("clashing_options", first="--nd30", second="MẪU")
    if documents:
        text, sound = _documents(documents, form)
    else:
        session = Session(folder)
        text, sound = _templates(names or [], session, templates, form)
        # Loaded here: listing and copying look into no template.
        from cchc_cli.cli.mentions import stale_templates

        chosen = choose_templates(templates_in_use(session, templates), names or [])
        for name, duties in stale_templates(session, chosen, today_or(None)):
            output.note(STALE_TEMPLATE.format(name=name, ids=", ".join(duties)))
    show(text, target)
    if not sound:
        raise typer.Exit(TemplateFault.exit_code)


def _documents(files: list[Path], form: str) -> tuple[str, bool]:
    # Loaded here: only this needs the reading of Word documents.
    from cchc_cli.views.linting import breaches_json, breaches_text, lint_document, wrong

    checked = {str(file): lint_document(_bytes(file)) for file in files}
    text = breaches_json(checked) if form == "json" else breaches_text(checked)
    return text, not wrong(checked)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise TemplateFault("template_unreadable", name=file, errno=error.errno) from error


def _templates(names: list[str], session: Session, own: Path | None, form: str) -> tuple[str, bool]:
    # Loaded here: listing and copying need neither templates nor Word.
    from cchc_cli.ledger.memory import MemoryLedger
    from cchc_cli.services.sample import samples
    from cchc_cli.views.linting import flaws_json, flaws_text, lint_texts, lint_words

    chosen = choose_templates(templates_in_use(session, own), names)
    tried = tuple(samples(MemoryLedger()))
    asked = [one.name for one in chosen]
    flaws = (
        *lint_texts(asked, session.template_folders(own), tried),
        *lint_words({one.name: one.file for one in chosen}, tried),
    )
    text = flaws_json(asked, flaws) if form == "json" else flaws_text(asked, flaws)
    return text, all(flaw.is_note for flaw in flaws)
