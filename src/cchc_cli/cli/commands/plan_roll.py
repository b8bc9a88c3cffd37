"""``cchc plan roll``: a draft of another year's plan."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.show import screen_width, show
from cchc_cli.domain.agencies import Roster
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import BadPlan, NotFound, OutputFault, UsageFault
from cchc_cli.plan.load import check_file, check_text
from cchc_cli.plan.roll.remarks import Remark, Rolled
from cchc_cli.plan.roll.rolling import roll as roll_on
from cchc_cli.views.rolling import rolled_text
from cchc_cli.views.wording import rolling as words

ABOUT = "Dự thảo kế hoạch năm khác từ một kế hoạch đã có; chỗ chưa chắc có “xem lại:”."
roll = single(ABOUT)


def _read_year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise UsageFault("bad_year", value=text)
    if int(text) not in options.YEARS:
        raise UsageFault(
            "year_out_of_range", value=text, first=options.YEARS[0], last=options.YEARS[-1]
        )
    return int(text)


@roll.command(cls=Command, help=ABOUT)
def write(
    year: Annotated[
        int, typer.Argument(metavar="NĂM", parser=_read_year, help="Năm đầu của kế hoạch mới.")
    ],
    source: Annotated[
        Path, typer.Option("--from", metavar="TỆP", help="Tệp kế hoạch cũ, ví dụ plans/2021.yaml.")
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Ghi đè lên tệp đã có; tệp cũ mất đi.")
    ] = False,
    target: options.Target = None,
) -> None:
    """Roll a plan on to another year."""
    plan = _sound_plan(source)
    _refuse_years(plan, year)
    if target is not None and target.exists() and not force:
        raise OutputFault("target_exists", file=target)
    text = source.read_bytes().decode("utf-8")
    rolled = roll_on(plan, text, source.name, year, _said)
    checked = check_text(source.with_name("roll.yaml"), rolled.text)
    if not checked.sound:
        raise BadPlan("rolled_unsound", file=source, faults=checked.faults)
    show(rolled.text, target)
    _tell(rolled, plan, year, source, target)


def _said(found: Remark) -> str:
    return words.comment(found.code, found.values)


def _sound_plan(source: Path) -> Plan:
    checked = check_file(source)
    if any(fault.code == "no_file" and fault.file == str(source) for fault in checked.faults):
        raise NotFound("no_file_there", file=source)
    if not checked.sound:
        raise BadPlan("bad_plan", file=source, faults=checked.faults)
    if checked.plan is None:
        raise BadPlan("not_a_plan", file=source)
    return checked.plan


def _refuse_years(plan: Plan, year: int) -> None:
    first, last = plan.validity.first.year, plan.validity.last.year
    if year == first:
        raise UsageFault("same_year", year=year)
    if year + last - first not in options.YEARS:
        raise UsageFault(
            "year_out_of_range", value=year, first=options.YEARS[0], last=options.YEARS[-1]
        )


def _tell(rolled: Rolled, plan: Plan, year: int, source: Path, target: Path | None) -> None:
    """The summary on standard error, the draft being the result."""
    places = len(rolled.placed)
    saved = words.SAVED if target else words.SHOWN
    output.note(saved.format(file=target, year=year, duties=rolled.duties, places=places))
    output.note(rolled_text(rolled, Roster(plan.registry), screen_width()))
    if target is None:
        return
    beside = [source.with_name(name) for name in rolled.beside]
    missing = [one.name for one in beside if not target.with_name(one.name).is_file()]
    if missing:
        output.note(words.COPY_BESIDE.format(files=", ".join(missing), file=target))
    output.note(words.CHECK_NEXT.format(file=target))
