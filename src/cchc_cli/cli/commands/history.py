"""``cchc history``: what was recorded, by whom, and what became of it."""

from datetime import date
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.naming import agency_ever
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, today_or
from cchc_cli.cli.show import sheet_text, show, text_width
from cchc_cli.cli.tables import TABLES, table_form, write_table
from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.domain.entries import EntryKind
from cchc_cli.domain.succession import predecessors
from cchc_cli.ledger.protocol import Query
from cchc_cli.services.duties import require_duty
from cchc_cli.services.history import Line, Wanted, history
from cchc_cli.services.occasions import named_period
from cchc_cli.views import entries as view
from cchc_cli.views.wording.agencies import ALSO_OLD
from cchc_cli.views.wording.recording import ENTRY_KINDS

ABOUT = "Lịch sử ghi nhận: ai ghi gì, khi nào, và mục nào đã được đính chính."
log = single(ABOUT)


@log.command(cls=Command, help=ABOUT)
def list_entries(
    agency: options.AgencyName = None,
    duty: Annotated[
        str | None,
        typer.Option(
            "--duty",
            metavar="MÃ",
            help="Chỉ nhiệm vụ này.",
            autocompletion=options.complete_duty,
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="CHỮ", help="Số, ký hiệu văn bản có các chữ này."),
    ] = None,
    kind: Annotated[
        EntryKind | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            parser=options.chooser("--kind", ENTRY_KINDS),
            help="Chỉ loại này, ví dụ done (đã thực hiện), extension (gia hạn), close (chốt).",
        ),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="TÊN", help="Tên đăng nhập hoặc tên người ghi."),
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--from", metavar="NGÀY", parser=options.read_day, help="Ghi từ ngày này."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", metavar="NGÀY", parser=options.read_day, help="Ghi đến hết ngày này."),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="Chỉ những gì thuộc kỳ này: h1, year, q2, w23 …",
            autocompletion=options.complete_period,
        ),
    ] = None,
    after_close: Annotated[
        bool,
        typer.Option("--after-close", help="Chỉ những mục bổ sung sau khi kỳ của nó đã chốt."),
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="SỐ",
            parser=options.read_count,
            help="Chỉ bấy nhiêu mục mới nhất.",
        ),
    ] = None,
    plan_name: Annotated[
        str | None,
        typer.Option(
            "--plan",
            metavar="KẾ HOẠCH",
            help="Chỉ mục của kế hoạch này (mặc định: của mọi kế hoạch).",
        ),
    ] = None,
    folder: options.WorkspaceFolder = None,
    form: options.TableFormName = None,
    bare: options.PlainCsv = False,
    target: options.Target = None,
) -> None:
    """List entries, the newest last."""
    options.refuse_backward(first, last)
    chosen = table_form(form, target, bare=bare)
    day = today_or(None)
    with Session(folder) as session:
        _, ledger = session.required()
        plan = session.plan(plan_name, day)
        bearer = agency_ever(plan.registry, agency, plan.validity.last) if agency else None
        old = predecessors(Roster(plan.registry), bearer.id) if bearer else ()
        query = Query(
            plan=plan.id if plan_name else None,
            duty=require_duty(plan, duty).id if duty else None,
            agency=bearer.id if bearer else None,
            kinds=(kind,) if kind else (),
            document=document,
            actor=actor,
            first=first,
            last=last,
        )
        wanted = Wanted(
            named_period(plan, period) if period else None,
            after_close,
            limit,
            tuple(one.id for one in old),
        )
        found = history(ledger, query, {plan.id: plan}, wanted)
        _tell_old(found, old)
    if chosen == "json":
        show(view.history_json(found), target)
    elif chosen in TABLES:
        from cchc_cli.views.tables.history import history_table

        write_table(history_table(plan, found, day), chosen, target, bare=bare)
    else:
        show(sheet_text(view.history_sheet(plan, found, text_width(chosen)), chosen), target)


def _tell_old(found: tuple[Line, ...], old: tuple[Agency, ...]) -> None:
    """Say so if entries were found under names that agencies had before."""
    recorded = {one.entry.content.agency for one in found}
    names = "; ".join(one.name for one in old if one.id in recorded)
    if names:
        output.note(ALSO_OLD.format(names=names))
