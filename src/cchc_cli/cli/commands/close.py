"""``cchc close``: close the figures of a period."""

from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.recording import append
from cchc_cli.cli.session import Session, now, today_or
from cchc_cli.services.closing import closing_content
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.recording import would_text
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.recording import CLOSED, RUNNING
from cchc_cli.views.wording.words import period_name

ABOUT = "Chốt số liệu một kỳ: báo cáo của kỳ giữ nguyên từ đó, ghi nhận về sau là bổ sung."
close = single(ABOUT)


@close.command(cls=Command, help=ABOUT)
def close_period(
    typed: Annotated[
        str,
        typer.Argument(
            metavar="KỲ", help="q1, h1, q3, year …", autocompletion=options.complete_period
        ),
    ],
    note: Annotated[str | None, typer.Option("--note", metavar="LỜI", help="Ghi chú.")] = None,
    dry: options.DryRun = False,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Append the entry that closes a period."""
    day = today_or(today)
    with Session(folder) as session:
        _, ledger = session.required()
        plan = session.plan(plan_name, day)
        period = parse_period(plan, typed)
        content = closing_content(session.book(plan), period, day, note)
        if dry:
            output.note(would_text(plan, content))
            return
        (appended,) = append(session, ledger, (content,), now())
        output.note(CLOSED.format(period=period_name(period), id=appended.entry.id))
        if day < period.last:
            output.note(RUNNING.format(last=day_text(period.last), id=appended.entry.id))
