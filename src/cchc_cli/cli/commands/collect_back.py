"""``cchc collect read``, ``status`` and ``faults``: workbooks that came back."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.session import Session, choose_group, today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show
from cchc_cli.errors import REFUSED
from cchc_cli.services.collecting import whom_to_ask
from cchc_cli.services.occasions import parse_period
from cchc_cli.views.wording import returns as words

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="TỆP|THƯ MỤC...", help="Biểu gửi về, hoặc thư mục chứa các biểu (cả thư mục con)."
    ),
]
OnlyPeriod = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="KỲ",
        help="Chỉ nhận biểu của kỳ này (mặc định: kỳ ghi trong các biểu, phải cùng một kỳ).",
        autocompletion=options.complete_period,
    ),
]


def read(
    files: Files,
    period: OnlyPeriod = None,
    dry: options.DryRun = False,
    form: options.FormName = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    target: options.Target = None,
) -> None:
    """Đọc các biểu gửi về và ghi vào sổ; biểu nào có lỗi thì không ghi gì của biểu ấy."""
    # Loaded here: only workbooks need the reader of Excel files.
    from cchc_cli.cli.form_files import find_files, names_of
    from cchc_cli.cli.returns import Intake
    from cchc_cli.views.returns import faults_sheet, read_json

    day = today_or(today)
    with Session(folder) as session:
        workspace, _ = session.required()
        found = find_files(files, workspace.evidence)
        plan = session.plan(plan_name, day)
        if found.skipped:
            names = names_of(found.skipped)
            output.note(words.SKIPPED.format(number=len(found.skipped), names=names))
        if not found.files:
            output.note(words.NOTHING.format(where=names_of(files)))
            return
        intake = Intake(session, plan, period, day)
        taken = intake.judge(found.files) if dry else intake.take(found.files)
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(read_json(plan, taken), target)
    else:
        show(sheet_text(faults_sheet(plan, taken), chosen), target)
    if taken.refused:
        raise typer.Exit(REFUSED)


def status(
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="KỲ",
            help="q1, h1 (6 tháng), q3, year (năm), 9m, h2 hoặc m1 … m12; thêm năm: 2021/h1.",
            autocompletion=options.complete_period,
        ),
    ],
    group: options.GroupName = None,
    form: options.FormName = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
    as_of: options.AsOf = None,
    target: options.Target = None,
) -> None:
    """Điểm danh: đơn vị nào đã gửi biểu của kỳ, đơn vị nào chưa."""
    from cchc_cli.services.handed_in import roll_of
    from cchc_cli.views.returns import roll_json, roll_sheet

    day = today_or(today)
    with Session(folder) as session:
        session.required()
        plan = session.plan(plan_name, day)
        book = session.book(plan, as_of)
        asked = whom_to_ask(book, parse_period(plan, period), group=choose_group(plan, group))
        roll = roll_of(book, asked)
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(roll_json(plan, roll), target)
    else:
        show(sheet_text(roll_sheet(plan, roll), chosen), target)


def faults(
    files: Files,
    target: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="THƯ MỤC", help="Thư mục chứa các biểu trả lại."),
    ],
    period: OnlyPeriod = None,
    plan_name: options.PlanName = None,
    folder: options.WorkspaceFolder = None,
    today: options.Today = None,
) -> None:
    """Trả lại các biểu có lỗi: ô sai tô đỏ, kèm chú thích cách sửa; không ghi gì vào sổ."""
    # Loaded here: only what goes back needs openpyxl.
    from cchc_cli.cli.form_files import find_files, names_of
    from cchc_cli.cli.refused import mark_refused
    from cchc_cli.cli.returns import Intake

    day = today_or(today)
    with Session(folder) as session:
        workspace, _ = session.required()
        found = find_files(files, workspace.evidence)
        if not found.files:
            output.note(words.NOTHING.format(where=names_of(files)))
            return
        intake = Intake(session, session.plan(plan_name, day), period, day)
        refused = intake.judge(found.files).refused
    if not refused:
        output.note(words.NONE_FAULTY)
        return
    if number := mark_refused(refused, target, files):
        output.note(words.MARKED.format(number=number, folder=target))
