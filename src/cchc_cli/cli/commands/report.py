"""``cchc report``: a report's skeleton with everything filled in that is known."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session, choose_agency, today_or
from cchc_cli.cli.show import Form, form_or_default, sheet_text, show
from cchc_cli.errors import UsageFault
from cchc_cli.services.book import Book
from cchc_cli.services.report import KINDS, Kind, Report, compose
from cchc_cli.views.recording import closed_text
from cchc_cli.views.report import render_report
from cchc_cli.views.wording.parser import BLANKS, NO_BLANKS

ABOUT = "Soạn khung báo cáo của một kỳ, dạng Markdown."
report = single(ABOUT)


@report.command(cls=Command, help=ABOUT)
def write(
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="q1, h1 (6 tháng), q3, year (năm), 9m, h2 hoặc m1 … m12; thêm năm: 2021/h1.",
            autocompletion=options.complete_period,
        ),
    ],
    agency: options.AgencyName = None,
    kind: Annotated[
        Kind | None,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            parser=options.chooser("--kind", KINDS),
            help="periodic (định kỳ), thematic (chuyên đề) hoặc city (của Thành phố).",
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option("--templates", metavar="THƯ MỤC", help="Thư mục mẫu riêng, thắng mẫu có sẵn."),
    ] = None,
    trace: Annotated[
        bool,
        typer.Option("--trace", help="Thay cho báo cáo: mỗi con số và các ghi nhận đứng sau nó."),
    ] = False,
    form: options.FormName = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    target: options.Target = None,
) -> None:
    """Compose a report and render it by its template."""
    if form is not None and not trace:
        raise UsageFault("ignored_option", option="--format", command="cchc report")
    day = today_or(today)
    with Session(folder) as session:
        plan = session.plan(plan_name, day)
        book = session.book(plan, as_of)
        found = compose(book, period, day, choose_agency(plan, agency), kind)
        rendered = None
        if trace:
            _show_trace(found, book, form_or_default(form, target), target)
        else:
            rendered = render_report(found, session.template_folders(templates))
            show(rendered.text, target)
    if found.closed is not None:
        output.note(closed_text(found.closed))
    if rendered is not None:
        output.note(BLANKS.format(number=rendered.blanks) if rendered.blanks else NO_BLANKS)


def _show_trace(found: Report, book: Book, form: Form, target: Path | None) -> None:
    # Loaded here: a report itself needs none of it.
    from cchc_cli.services.trace import trace
    from cchc_cli.views.trace import trace_json, trace_sheet

    traced = trace(found, book)
    show(trace_json(traced) if form == "json" else sheet_text(trace_sheet(traced), form), target)
