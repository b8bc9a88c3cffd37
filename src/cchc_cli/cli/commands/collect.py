"""``cchc collect``: workbooks that units fill in, made and read back."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.commands import collect_back
from cchc_cli.cli.forms import Fate, FormFolder, Put, file_name
from cchc_cli.cli.parser import Command, app
from cchc_cli.cli.progress import bar
from cchc_cli.cli.session import Session, choose_agency, choose_group, today_or
from cchc_cli.domain.agencies import Agency
from cchc_cli.services.closing import find_closed
from cchc_cli.services.collecting import forms, whom_to_ask
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.wording import forms as words
from cchc_cli.views.wording.days import day_text

ABOUT = "Thu kết quả từ các đơn vị bằng biểu Excel."
SHOWN = 3
collect = app("collect", ABOUT)
PeriodName = Annotated[
    str,
    typer.Option(
        "--period",
        metavar="KỲ",
        help="q1, h1 (6 tháng), q3, year (năm), 9m, h2 hoặc m1 … m12; thêm năm: 2021/h1.",
        autocompletion=options.complete_period,
    ),
]


@collect.callback(help=ABOUT)
def top() -> None:
    """Keep the name of the one below needed."""


@collect.command("make", cls=Command)
def make(
    period: PeriodName,
    target: Annotated[
        Path, typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục chứa các biểu.")
    ],
    agency: options.AgencyName = None,
    group: options.GroupName = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Lập lại cả biểu đã được điền hoặc sửa; bản cũ giữ ở .truoc."),
    ] = False,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Lập biểu Excel của một kỳ, mỗi đơn vị một tệp với nhiệm vụ của mình."""
    # Loaded here: only making needs XlsxWriter.
    from cchc_cli.views.excel.forms import FormMaker

    day = today_or(today)
    with Session(folder) as session:
        _, ledger = session.required()
        plan = session.plan(plan_name, day)
        book, span = session.book(plan), parse_period(plan, period)
        asked = whom_to_ask(book, span, choose_agency(plan, agency), choose_group(plan, group))
        into, total, put = FormFolder(target, force=force), len(asked.agencies), list[Put]()
        maker = FormMaker()
        try:
            with bar(words.EVERY, total) as advance:
                # One by one, so that memory stays flat and a stop loses nothing.
                for form in forms(book, asked, day):
                    put.append(into.put(file_name(form.agency, span), maker.workbook(form)))
                    advance()
        except KeyboardInterrupt:
            output.note(words.STOPPED.format(done=len(put), number=total))
            raise
        closed = find_closed(plan, ledger, span)
    _tell(put, target)
    if asked.left_out:
        output.note(left_out_text(asked.left_out))
    if closed is not None and closed.day <= day:
        output.note(words.CLOSED.format(day=day_text(closed.day), id=closed.entry.id))


collect.command("read", cls=Command)(collect_back.read)
collect.command("status", cls=Command)(collect_back.status)
collect.command("faults", cls=Command)(collect_back.faults)


def _tell(put: list[Put], folder: Path) -> None:
    """Say what was made, left alone and kept."""
    counts = Counter(one.fate for one in put)
    for fate, sentence in (
        (Fate.WRITTEN, words.MADE),
        (Fate.RENEWED, words.RENEWED),
        (Fate.SAME, words.THERE),
    ):
        if counts[fate]:
            output.note(sentence.format(number=counts[fate], folder=folder))
    for one in put:
        if one.fate is Fate.KEPT:
            output.note(words.KEPT.format(file=one.file))


def left_out_text(agencies: Sequence[Agency]) -> str:
    """Who got no workbook, the first of them by name."""
    names = ", ".join(one.name for one in agencies[:SHOWN])
    if (more := len(agencies) - SHOWN) > 0:
        names += words.MORE.format(number=more)
    return words.ONLY_REQUESTED.format(number=len(agencies), names=names)
