"""``cchc plan review``: duties marked as read against the source, by whom and when."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import show
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import UsageFault
from cchc_cli.plan.clauses import read_clauses
from cchc_cli.plan.review import Session as Sitting
from cchc_cli.plan.review import Settled, with_context, with_session
from cchc_cli.services.coverage import Coverage, cover
from cchc_cli.services.duties import require_duty
from cchc_cli.services.reviewing import context_words, marks_of
from cchc_cli.views import reviewing as view

ABOUT = "Ghi nhận đã rà soát nhiệm vụ với văn bản: ai, ngày nào; nhiệm vụ đổi sau đó sẽ được nhắc."
review = single(ABOUT)


@review.command(cls=Command, help=ABOUT)
def mark(
    plan_name: options.PlanArgument = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            metavar="TỆP",
            help="Văn bản đã đối chiếu; nhiệm vụ không khớp lời văn thì không ghi.",
        ),
    ] = None,
    duties: Annotated[
        list[str] | None,
        typer.Option(
            "--duty",
            metavar="MÃ",
            help="Nhiệm vụ đã rà soát, ghi được nhiều lần (mặc định: mọi nhiệm vụ chưa rà soát).",
            autocompletion=options.complete_duty,
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option("--by", metavar="TÊN", help="Người rà soát (mặc định: người đang dùng)."),
    ] = None,
    context: Annotated[
        str | None,
        typer.Option("--context", metavar="MỤC", help="Kết luận: mục này không giao việc cho ai."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="LÝ DO", help="Cùng --context: vì sao.")
    ] = None,
    dry: options.DryRun = False,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Mark duties as read, or a clause as context."""
    day = today_or(today)
    if (context is None) != (reason is None):
        raise UsageFault("reason_with_context")
    if context is not None and duties:
        raise UsageFault("clashing_options", first="--context", second="--duty")
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        file = session.plan_file(plan, plan_name)
        author = session.author()
    found = None
    if source is not None:
        found = cover(plan, read_clauses(source, plan.registry, plan.validity.first))
    if context is not None and reason is not None:
        _settle(file, found, context, reason, dry=dry)
        return
    by = reviewer or author.name or author.actor
    _mark(
        plan,
        file,
        found,
        duties or [],
        Sitting(by, day, source.name if source else None, {}),
        dry=dry,
    )


def _mark(
    plan: Plan,
    file: Path,
    found: Coverage | None,
    duties: list[str],
    sitting: Sitting,
    *,
    dry: bool,
) -> None:
    marks = marks_of(plan, [require_duty(plan, one) for one in duties], found)
    sitting = sitting._replace(prints=marks.prints)
    text = with_session(file, sitting) if marks.prints else None
    if text is not None and not dry:
        output.write(text, file)
    show(
        view.marked_text(plan, view.Marked(marks, sitting.reviewer, sitting.day, file), dry=dry),
        None,
    )


def _settle(file: Path, found: Coverage | None, clause: str, reason: str, *, dry: bool) -> None:
    settled = Settled(clause, reason, context_words(found, clause))
    text = with_context(file, settled)
    if not dry:
        output.write(text, file)
    show(view.settled_text(clause, reason, file, dry=dry), None)
