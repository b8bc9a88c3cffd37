"""``cchc deadlines``: what is past and what comes."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, choose_agency, today_or
from cchc_cli.cli.show import DATED_FORMS, Form, sheet_text, show, text_width
from cchc_cli.cli.tables import TABLES, table_form, write_table
from cchc_cli.cli.windows import chosen_window
from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import OVERDUE, UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.deadlines import Window, list_deadlines
from cchc_cli.views import deadlines as view

ABOUT = "Cho biết thời hạn nào đã qua, thời hạn nào sắp tới."
deadlines = single(ABOUT)


@deadlines.command(cls=Command, help=ABOUT)
def list_all(
    agency: options.AgencyName = None,
    within: options.Within = None,
    first: options.FirstDay = None,
    last: options.LastDay = None,
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
    form: options.DatedFormName = None,
    bare: options.PlainCsv = False,
    target: options.Target = None,
) -> None:
    """List deadlines, or explain those of one duty."""
    day = today_or(today)
    if event is not None and explain is None:
        raise UsageFault("event_needs_explain")
    chosen = table_form(form, target, bare=bare, allowed=DATED_FORMS)
    if explain is not None:
        _refuse_beside_explain(agency, within, first, last, every=every, check=check)
        _refuse_table_of_steps(chosen)
    window = _window(within, first, last, day, every=every)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        if explain is not None:
            width = None if chosen == "json" else text_width(chosen)
            show(_explanation(plan, explain, day, event, width), target)
            return
        whose = choose_agency(plan, agency)
        book = session.book(plan, as_of)
        found = list_deadlines(book, day, whose, window, every=every)
        if chosen == "ics":
            _write_calendar(book, day, whose, window, target)
    if chosen == "json":
        show(view.deadlines_json(found), target)
    elif chosen in TABLES:
        from cchc_cli.views.tables.deadlines import deadlines_table

        write_table(deadlines_table(found), chosen, target, bare=bare)
    elif chosen != "ics":
        show(sheet_text(view.deadlines_sheet(found), chosen), target)
    if check and found.overdue:
        raise typer.Exit(OVERDUE)


def _write_calendar(
    book: Book, day: date, agency: Agency | None, window: Window | None, target: Path | None
) -> None:
    # Loaded here: a list needs none of it.
    from cchc_cli.cli.calendars import write_calendar
    from cchc_cli.services.agenda import EVERYTHING, agenda

    write_calendar(agenda(book, day, agency, window or EVERYTHING), target)


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


def _refuse_table_of_steps(form: Form) -> None:
    """Refuse forms that an explanation, which is a text, does not have."""
    if form in (*TABLES, "ics"):
        raise UsageFault("clashing_options", first="--explain", second=f"--format {form}")


def _window(
    within: str | None, first: date | None, last: date | None, day: date, *, every: bool
) -> Window | None:
    if every and (within is not None or first or last):
        raise UsageFault("clashing_options", first="--all", second="--within/--from/--to")
    return chosen_window(within, first, last, day)
