"""``cchc report``: a report's skeleton with everything filled in that is known."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import choose_agency, open_plan, template_folders, today_or
from cchc_cli.cli.show import show
from cchc_cli.services.report import KINDS, Kind, compose
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
    plan_name: options.PlanName = None,
    today: options.Today = None,
    target: options.Target = None,
) -> None:
    """Compose a report and render it by its template."""
    day = today_or(today)
    plan = open_plan(plan_name, day)
    found = compose(plan, period, day, choose_agency(plan, agency), kind)
    rendered = render_report(found, template_folders(templates))
    show(rendered.text, target)
    output.note(BLANKS.format(number=rendered.blanks) if rendered.blanks else NO_BLANKS)
