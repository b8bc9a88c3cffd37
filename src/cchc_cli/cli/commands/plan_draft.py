"""``cchc plan draft``: a plan file out of a document."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import show

ABOUT = "Đọc một văn bản hành chính, viết ra bản nháp của tệp kế hoạch để rà soát."
draft = single(ABOUT)
Source = Annotated[
    Path,
    typer.Argument(metavar="VĂN_BẢN", help="Kế hoạch, quyết định, chỉ thị: .docx, .pdf hoặc .txt."),
]


@draft.command(cls=Command, help=ABOUT)
def make_draft(
    source: Source,
    target: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="TỆP",
            help="Tệp kế hoạch (.yaml) để ghi bản nháp; không có thì chỉ xem, không ghi gì.",
        ),
    ] = None,
    registry: Annotated[
        Path | None,
        typer.Option(
            "--registry",
            metavar="TỆP",
            help="Danh bạ để nhận ra cơ quan (mặc định: agencies.yaml cạnh tệp kế hoạch, "
            "rồi của thư mục kế hoạch đang dùng).",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè lên tệp đã có; nội dung cũ mất đi.")
    ] = False,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    form: options.FindingsForm = "plain",
) -> None:
    """Read a document and write the draft of a plan."""
    # Loaded here: the other subcommands need no reader of documents.
    from cchc_cli.cli.drafting import draft_of, write_files
    from cchc_cli.views.drafting import Drafted, summary_json, summary_text

    made = draft_of(source, target, registry, Session(folder).plans_folder, today_or(today))
    write_files(made.files, force)
    names = tuple(str(file) for file in made.files)[::-1]
    drafted = Drafted(made.draft, source.name, names)
    show(summary_json(drafted) if form == "json" else summary_text(drafted), None)
