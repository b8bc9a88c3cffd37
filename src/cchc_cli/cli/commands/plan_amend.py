"""``cchc plan amend``: write the file of a document that changes a plan."""

import re
from datetime import date
from typing import Annotated, Any

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.session import Session
from cchc_cli.cli.show import show
from cchc_cli.domain.amending import in_force
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import UsageFault
from cchc_cli.plan.amend import Wish, compose
from cchc_cli.services.duties import require_duty
from cchc_cli.views.amending import composed_text
from cchc_cli.views.wording import amending as words

ABOUT = "Soạn tệp của một văn bản sửa đổi kế hoạch: sửa, thêm, thôi nhiệm vụ, gia hạn từ một ngày."
amend = single(ABOUT)
_EXTENSION = re.compile(r"(?P<duty>[^@=]+)(?:@(?P<period>[^=]+))?=(?P<day>.+)")


def _ids(option: str, about: str) -> Any:
    return typer.Option(option, metavar="MÃ", help=about, autocompletion=options.complete_duty)


@amend.command(cls=Command, help=ABOUT)
def write(
    since: Annotated[
        date,
        typer.Option(
            "--from", metavar="NGÀY", parser=options.read_day, help="Ngày sửa đổi có hiệu lực."
        ),
    ],
    plan_name: options.PlanArgument = None,
    number: Annotated[
        str | None,
        typer.Option("--document", metavar="SỐ", help="Số, ký hiệu của văn bản sửa đổi."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--type", metavar="LOẠI", help="Loại văn bản (mặc định: Quyết định).")
    ] = words.TYPE,
    signed: Annotated[
        date | None,
        typer.Option("--signed", metavar="NGÀY", parser=options.read_day, help="Ngày ký văn bản."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TÊN", help="Văn bản sửa đổi điều gì.")
    ] = None,
    change: Annotated[
        list[str] | None, _ids("--change", "Nhiệm vụ được sửa đổi; ghi được nhiều lần.")
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="MÃ", help="Nhiệm vụ được bổ sung; ghi được nhiều lần."),
    ] = None,
    end: Annotated[
        list[str] | None, _ids("--end", "Nhiệm vụ thôi thực hiện; ghi được nhiều lần.")
    ] = None,
    extend: Annotated[
        list[str] | None,
        typer.Option(
            "--extend",
            metavar="MÃ=NGÀY",
            help="Gia hạn đến hết ngày, ví dụ V.6.4c=2021-12-31; có nhiều kỳ: MÃ@KỲ=NGÀY.",
        ),
    ] = None,
    plan_to: Annotated[
        date | None,
        typer.Option(
            "--plan-to",
            metavar="NGÀY",
            parser=options.read_day,
            help="Kéo dài kế hoạch đến hết ngày này.",
        ),
    ] = None,
    dry: options.DryRun = False,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Write an amendment beside a plan, and its name into the plan."""
    with Session(folder) as session:
        plan = in_force(session.issued_plan(plan_name, since), date.max)
        path = session.plan_file(plan, plan_name)
    wish = Wish(
        title or words.TITLE.format(plan=plan.short_title),
        since,
        {"type": kind, "number": number, "date": signed},
        [require_duty(plan, one).id for one in change or ()],
        add or [],
        [require_duty(plan, one).id for one in end or ()],
        [_extension(plan, one) for one in extend or ()],
        plan_to,
    )
    composed = compose(plan, path, wish, words.NOTES)
    if not dry:
        # The amendment first: a plan never names a file that is not there.
        output.write(composed.text, composed.file)
        output.write(composed.plan_text, path)
    show(composed_text(composed.file, composed.text, path, dry=dry), None)


def _extension(plan: Plan, typed: str) -> tuple[str, str | None, date]:
    found = _EXTENSION.fullmatch(typed)
    if found is None:
        raise UsageFault("bad_extension", value=typed)
    duty = require_duty(plan, found["duty"].strip()).id
    return duty, found["period"], options.read_day(found["day"])
