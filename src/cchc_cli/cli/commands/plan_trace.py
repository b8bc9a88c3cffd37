"""``cchc plan trace``: a plan held against the document that it was encoded from."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show
from cchc_cli.plan.clauses import read_clauses
from cchc_cli.services.coverage import cover
from cchc_cli.views import coverage as view

ABOUT = "Đối chiếu kế hoạch với văn bản: mục nào đã mã hóa, lời văn còn khớp không."
trace = single(ABOUT)
Source = Annotated[
    Path, typer.Option("--source", metavar="TỆP", help="Văn bản gốc: .docx, .pdf hoặc .txt.")
]


@trace.command(cls=Command, help=ABOUT)
def hold_against(
    source: Source,
    plan_name: options.PlanArgument = None,
    only_open: Annotated[
        bool, typer.Option("--open", help="Chỉ các mục còn phải xem: chưa mã hóa, đã đổi.")
    ] = False,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    form: options.FormName = None,
    target: options.Target = None,
) -> None:
    """Hold a plan against its source."""
    plan = Session(folder).issued_plan(plan_name, today_or(today))
    found = cover(plan, read_clauses(source, plan.registry, plan.validity.first))
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(view.coverage_json(found, source.name), target)
    else:
        sheet = view.coverage_sheet(found, source.name, only_open=only_open)
        show(sheet_text(sheet, chosen), target)
