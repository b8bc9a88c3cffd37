"""``cchc duties``: who owes what."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, Group, app
from cchc_cli.cli.session import Session, choose_agency, choose_group, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show, text_width
from cchc_cli.cli.tables import TABLES, table_form, write_table
from cchc_cli.domain.agencies import Agency
from cchc_cli.domain.schedules import Rhythm
from cchc_cli.services.book import Book
from cchc_cli.services.duties import Choices, Role, list_duties, show_duty
from cchc_cli.views import duties as view
from cchc_cli.views.wording.words import RHYTHMS, ROLES

duties = app("duties", "Liệt kê nhiệm vụ của kế hoạch, của một cơ quan hoặc một nhóm.", group=Group)


@duties.callback(invoke_without_command=True, no_args_is_help=False)
def list_all(
    ctx: typer.Context,
    agency: options.AgencyName = None,
    role: Annotated[
        Role | None,
        typer.Option(
            "--role",
            metavar="VAI TRÒ",
            parser=options.chooser("--role", ROLES),
            help="lead (chủ trì), implement (thực hiện), cooperate (cùng phối hợp), "
            "partner (cơ quan phối hợp) hoặc requested (được đề nghị).",
        ),
    ] = None,
    group: options.GroupName = None,
    clause: Annotated[
        str | None,
        typer.Option(
            "--clause",
            metavar="MỤC",
            help="Chỉ các nhiệm vụ từ mục này trở xuống, ví dụ V.6.",
            autocompletion=options.complete_clause,
        ),
    ] = None,
    rhythm: Annotated[
        Rhythm | None,
        typer.Option(
            "--rhythm",
            metavar="NHỊP",
            parser=options.chooser("--rhythm", RHYTHMS),
            help="continuous (thường xuyên), sometime (trong năm), once (một lần), "
            "dated (có ngày), window (trong khoảng), recurring (định kỳ) "
            "hoặc event (theo sự kiện).",
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option("--search", metavar="TỪ", help="Có đủ các từ này, có dấu hay không đều được."),
    ] = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    form: options.TableFormName = None,
    bare: options.PlainCsv = False,
    target: options.Target = None,
) -> None:
    """Liệt kê nhiệm vụ của kế hoạch, của một cơ quan hoặc một nhóm."""
    if ctx.invoked_subcommand is not None:
        options.refuse_ignored(ctx)
        return
    day = today_or(today)
    chosen = table_form(form, target, bare=bare)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        book = session.book(plan)
        whose = choose_agency(plan, agency)
        told = _states(book, whose, day) if whose and book.ledger else None
    choices = Choices(whose, role, choose_group(plan, group), clause, rhythm, search)
    found = list_duties(plan, choices)
    if chosen == "json":
        show(view.duties_json(found, told), target)
    elif chosen in TABLES:
        from cchc_cli.views.tables.duties import duties_table

        write_table(duties_table(found, day, told), chosen, target, bare=bare)
    else:
        show(sheet_text(view.duties_sheet(found, told), chosen), target)


def _states(book: Book, agency: Agency, day: date) -> Mapping[str, str]:
    """How an agency stands with each of its duties, in words."""
    # Loaded here: without a ledger there is nothing to tell.
    from cchc_cli.services.status import of_agency
    from cchc_cli.views.obligations import states_by_duty

    occurrences = [one for duty in book.plan.duties for one in book.occurrences(duty)]
    return states_by_duty(of_agency(book, agency, occurrences, day))


@duties.command("show", cls=Command)
def show_one(
    ident: Annotated[
        str,
        typer.Argument(
            metavar="MÃ",
            help="Mã nhiệm vụ, ví dụ V.6.4b.",
            autocompletion=options.complete_duty,
        ),
    ],
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    form: options.TextForm = None,
    target: options.Target = None,
) -> None:
    """Cho biết mọi điều về một nhiệm vụ."""
    found = show_duty(Session(folder).plan(plan_name, today_or(today)), ident)
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(view.detail_json(found), target)
    elif chosen == "md":
        show(view.detail_markdown(found), target)
    else:
        show(view.detail_text(found, text_width(chosen)), target)
