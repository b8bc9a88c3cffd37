"""``cchc calendar``: the deadlines as a calendar that other programs read."""

from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.calendars import write_calendar
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, choose_agency, today_or
from cchc_cli.cli.windows import chosen_window
from cchc_cli.services.agenda import EVERYTHING, agenda

ABOUT = "Lập lịch (.ics) các thời hạn để đưa vào Outlook, Google Calendar, điện thoại."
calendar = single(ABOUT)


@calendar.command(cls=Command, help=ABOUT)
def make(
    agency: options.AgencyName = None,
    within: options.Within = None,
    first: options.FirstDay = None,
    last: options.LastDay = None,
    tasks: Annotated[
        bool, typer.Option("--todo", help="Lập danh sách việc để đánh dấu (VTODO), thay cho lịch.")
    ] = False,
    without_done: Annotated[
        bool,
        typer.Option("--without-done", help="Bỏ việc đã làm, được miễn hoặc không phát sinh."),
    ] = False,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    target: options.Target = None,
) -> None:
    """Make a calendar of all deadlines, those that are done as done."""
    day = today_or(today)
    window = chosen_window(within, first, last, day) or EVERYTHING
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        whose = choose_agency(plan, agency)
        book = session.book(plan, as_of)
        found = agenda(book, day, whose, window, without_done=without_done)
        write_calendar(found, target, tasks=tasks)
