"""``cchc status``: who has done what, who is late, and the list behind every number."""

from typing import Annotated, Literal

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.naming import tell_forebears
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, choose_agency, choose_group, today_or
from cchc_cli.cli.show import Form, sheet_text, show, text_width
from cchc_cli.cli.tables import TABLES, table_form, write_table
from cchc_cli.errors import UsageFault
from cchc_cli.services import overview as service
from cchc_cli.services.book import Book
from cchc_cli.services.duties import require_duty
from cchc_cli.views import status as view
from cchc_cli.views.sheet import Sheet
from cchc_cli.views.tables.model import Table
from cchc_cli.views.wording.overview import EMPTY_LEDGER, NO_WORKSPACE

ABOUT = "Tình hình thực hiện: ai đã làm, ai chưa, ai trễ; và danh sách sau mỗi con số."
status = single(ABOUT)
By = Literal["duty", "agency", "group"]
WAYS: dict[By, str] = {"duty": "nhiệm vụ", "agency": "cơ quan", "group": "nhóm"}


@status.command(cls=Command, help=ABOUT)
def tell(
    agency: options.AgencyName = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="Chỉ kỳ này: q1, h1 (6 tháng), q3, year (năm), m6; quý, tuần dương lịch: q2, w23.",
            autocompletion=options.complete_period,
        ),
    ] = None,
    duty: Annotated[
        str | None,
        typer.Option(
            "--duty",
            metavar="MÃ",
            help="Chỉ nhiệm vụ này, mọi kỳ.",
            autocompletion=options.complete_duty,
        ),
    ] = None,
    group: options.GroupName = None,
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="CÁCH",
            parser=options.chooser("--by", WAYS),
            help="duty (nhiệm vụ, mặc định), agency (cơ quan, xếp hạng) hoặc group (nhóm).",
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--list", help="Danh sách từng việc của từng cơ quan sau các con số.")
    ] = False,
    chart: Annotated[
        bool, typer.Option("--map", help="Bản đồ cơ quan theo kỳ, mỗi ô một dấu.")
    ] = False,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    form: options.TableFormName = None,
    bare: options.PlainCsv = False,
    target: options.Target = None,
) -> None:
    """Tell the status of obligations, computed from the plan, the entries and a day."""
    _refuse_clashes(agency, by, every=every, chart=chart)
    day = today_or(today)
    chosen = table_form(form, target, bare=bare)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        book = session.book(plan, as_of)
        wishes = service.Wishes(
            period,
            require_duty(plan, duty) if duty else None,
            choose_group(plan, group),
            choose_agency(plan, agency),
            every=chart,
        )
        seen = view.Overview(book, service.scope_of(book, day, wishes), day, as_of)
        if chart:
            told = _map(seen, chosen)
        elif every or agency:
            told = _obligations(seen, by, chosen, every=every)
        else:
            told = _counts(seen, by or "duty", chosen)
        # A long list is read from the ledger while it is written.
        if isinstance(told, Table):
            write_table(told, chosen, target, bare=bare)
        lacking = _lacking(book)
        if wishes.agency is not None:
            tell_forebears(plan, wishes.agency)
    if isinstance(told, str):
        show(told, target)
    if lacking:
        output.note(lacking)


def _lacking(book: Book) -> str | None:
    """What has to be said where nothing is recorded yet, and how to begin."""
    if book.ledger is None:
        return NO_WORKSPACE
    return None if book.ledger.head().number else EMPTY_LEDGER


def _refuse_clashes(agency: str | None, by: By | None, *, every: bool, chart: bool) -> None:
    given = {"--map": chart, "--list": every, "--by": by is not None, "--agency": bool(agency)}
    for first, second in (("--map", "--list"), ("--map", "--by"), ("--by", "--agency")):
        if given[first] and given[second]:
            raise UsageFault("clashing_options", first=first, second=second)


# Each form's view is loaded where it was chosen.


def _counts(seen: view.Overview, by: By, chosen: Form) -> str | Table:
    return {"duty": _by_duty, "agency": _by_agency, "group": _by_group}[by](seen, chosen)


def _by_duty(seen: view.Overview, chosen: Form) -> str | Table:
    rows = service.count_duties(seen.book, seen.scope, seen.today)
    rolls = service.call_roll(seen.book, seen.scope, rows, seen.today)
    if chosen == "json":
        from cchc_cli.views.status_json import duties_json

        return duties_json(seen, rows, rolls)
    if chosen in TABLES:
        from cchc_cli.views.tables.status import duties_table

        return duties_table(seen, rows, rolls)
    return sheet_text(view.duties_sheet(seen, rows, rolls, text_width(chosen)), chosen)


def _by_agency(seen: view.Overview, chosen: Form) -> str | Table:
    ranked = service.rank(seen.book, seen.scope, seen.today)
    if chosen == "json":
        from cchc_cli.views.status_json import agencies_json

        return agencies_json(seen, ranked)
    if chosen in TABLES:
        from cchc_cli.views.tables.status import agencies_table

        return agencies_table(seen, ranked)
    return sheet_text(view.agencies_sheet(seen, ranked, text_width(chosen)), chosen)


def _by_group(seen: view.Overview, chosen: Form) -> str | Table:
    groups = service.count_groups(seen.book, seen.scope, seen.today)
    if chosen == "json":
        from cchc_cli.views.status_json import groups_json

        return groups_json(seen, groups)
    if chosen in TABLES:
        from cchc_cli.views.tables.status import groups_table

        return groups_table(seen, groups)
    return sheet_text(view.groups_sheet(seen, groups, text_width(chosen)), chosen)


def _obligations(seen: view.Overview, by: By | None, chosen: Form, *, every: bool) -> str | Table:
    wanted = seen.scope.occurrences
    if by in ("agency", "group"):
        wanted = service.ranked_occurrences(seen.book, seen.scope, seen.today)
    found = service.list_all(seen.book, seen.scope, wanted, seen.today)
    if chosen == "json":
        from cchc_cli.views.status_json import obligations_json

        return obligations_json(seen, found)
    if chosen in TABLES:
        from cchc_cli.views.tables.status import obligations_table

        return obligations_table(seen, found)
    from cchc_cli.views.obligations import agency_sheet, list_sheet

    if every:
        return sheet_text(list_sheet(seen, found), chosen)
    return sheet_text(agency_sheet(seen, tuple(found), text_width(chosen)), chosen)


def _map(seen: view.Overview, chosen: Form) -> str | Table:
    found = service.heat_map(seen.book, seen.scope, seen.today)
    if chosen == "json":
        from cchc_cli.views.status_json import map_json

        return map_json(seen, found)
    if chosen in TABLES:
        from cchc_cli.views.tables.status import map_table

        return map_table(seen, found)
    from cchc_cli.views.heatmap import map_sheets

    sheets: list[Sheet] = map_sheets(seen, found, text_width(chosen))
    return "\n".join(sheet_text(sheet, chosen).strip("\n") + "\n" for sheet in sheets)
