"""``cchc plan diff``: what is not the same in two plans, or in two versions of one."""

from datetime import date
from typing import Annotated, Literal, get_args

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import form_or_default, show, text_width
from cchc_cli.domain.amending import in_force
from cchc_cli.errors import UsageFault
from cchc_cli.services.comparing import compare

ABOUT = "So sánh hai kế hoạch, hoặc một kế hoạch trước và sau khi sửa đổi."
diff = single(ABOUT)
DiffForm = Literal["table", "plain", "json", "md", "html"]
DIFF_FORMS: tuple[DiffForm, ...] = get_args(DiffForm)


@diff.command(cls=Command, help=ABOUT)
def tell(
    old: Annotated[str, typer.Argument(metavar="TRƯỚC", help="Tên hoặc tệp kế hoạch.")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[SAU]", help="Kế hoạch kia; không có thì cùng kế hoạch, với --on."),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="NGÀY",
            parser=options.read_day,
            help="So kế hoạch như khi ban hành với chính nó theo các sửa đổi đến ngày này.",
        ),
    ] = None,
    folder: options.WorkspaceFolder = None,
    form: Annotated[
        DiffForm | None,
        typer.Option(
            "--format",
            metavar="DẠNG",
            parser=options.chooser("--format", DIFF_FORMS),
            help="table, plain, json, md hoặc html (mặc định: vừa màn hình).",
        ),
    ] = None,
    target: options.Target = None,
) -> None:
    """Tell the difference."""
    if (new is None) == (on is None):
        raise UsageFault("diff_of_what")
    session, day = Session(folder), today_or(on)
    before = session.issued_plan(old, day)
    after = session.issued_plan(new, day) if new is not None else in_force(before, day)
    found = compare(before, after)
    if form == "html":
        from cchc_cli.views.comparing_page import difference_page

        show(difference_page(found), target)
        return
    from cchc_cli.views import comparing as view

    chosen = form_or_default(form, target)
    if chosen == "json":
        show(view.difference_json(found), target)
    elif chosen == "md":
        show(view.difference_markdown(found), target)
    else:
        show(view.difference_text(found, text_width(chosen)), target)
