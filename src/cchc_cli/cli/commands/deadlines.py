"""``cchc deadlines``: what is past and what comes."""

from datetime import date
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, choose_agency, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show, text_width
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import OVERDUE, UsageFault
from cchc_cli.services.deadlines import Window, list_deadlines
from cchc_cli.views import deadlines as view

ABOUT = "Cho biết thời hạn nào đã qua, thời hạn nào sắp tới."
deadlines = single(ABOUT)


@deadlines.command(cls=Command, help=ABOUT)
def list_all(
    agency: options.AgencyName = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--within",
            metavar="KHOẢNG",
            help="Nhìn trước bao lâu: 30d (ngày), 2w (tuần), 1m (tháng).",
        ),
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", metavar="NGÀY", parser=options.read_day, help="Từ ngày này."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", metavar="NGÀY", parser=options.read_day, help="Đến hết ngày này."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Mọi thời hạn của kế hoạch, không gộp kỳ nào.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Kết thúc với mã 10 nếu có việc quá hạn (cho cron).")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="MÃ",
            help="Giải thích từng bước từ lời văn đến ngày của một nhiệm vụ.",
            autocompletion=options.complete_duty,
        ),
    ] = None,
    event: Annotated[
        date | None,
        typer.Option(
            "--event",
            metavar="NGÀY",
            parser=options.read_day,
            help="Cùng --explain: giả sử sự kiện xảy ra ngày này.",
        ),
    ] = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    form: options.FormName = None,
    target: options.Target = None,
) -> None:
    """List deadlines, or explain those of one duty."""
    day = today_or(today)
    if event is not None and explain is None:
        raise UsageFault("event_needs_explain")
    if explain is not None:
        _refuse_beside_explain(agency, within, first, last, every=every, check=check)
    window = _window(within, first, last, day, every=every)
    chosen = form_or_default(form, target)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        if explain is not None:
            width = None if chosen == "json" else text_width(chosen)
            show(_explanation(plan, explain, day, event, width), target)
            return
        whose = choose_agency(plan, agency)
        book = session.book(plan, as_of)
        found = list_deadlines(book, day, whose, window, every=every)
    if chosen == "json":
        show(view.deadlines_json(found), target)
    else:
        show(sheet_text(view.deadlines_sheet(found), chosen), target)
    if check and found.overdue:
        raise typer.Exit(OVERDUE)


def _explanation(plan: Plan, ident: str, day: date, event: date | None, width: int | None) -> str:
    # Spans of months come from dateutil, which a list of deadlines does not need.
    from cchc_cli.services.explain import explain
    from cchc_cli.views.explain import explanation_json, explanation_text

    found = explain(plan, ident, day, event)
    return explanation_json(found) if width is None else explanation_text(found, width)


def _refuse_beside_explain(
    agency: str | None,
    within: str | None,
    first: date | None,
    last: date | None,
    *,
    every: bool,
    check: bool,
) -> None:
    """Refuse options that an explanation of one duty would not heed."""
    given = {
        "--agency": agency,
        "--within": within,
        "--from": first,
        "--to": last,
        "--all": every or None,
        "--check": check or None,
    }
    for option, value in given.items():
        if value is not None:
            raise UsageFault("clashing_options", first="--explain", second=option)


def _window(
    within: str | None, first: date | None, last: date | None, day: date, *, every: bool
) -> Window | None:
    if within is not None and (first or last):
        raise UsageFault("clashing_options", first="--within", second="--from/--to")
    if every and (within is not None or first or last):
        raise UsageFault("clashing_options", first="--all", second="--within/--from/--to")
    options.refuse_backward(first, last)
    if within is not None:
        return Window(None, options.read_span(within, day))
    return Window(first, last) if first or last else None
