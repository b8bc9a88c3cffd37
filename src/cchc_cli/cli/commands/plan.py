"""``cchc plan``: check files, print their schema."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, app
from cchc_cli.cli.show import show
from cchc_cli.errors import BadPlan
from cchc_cli.plan.load import check_file
from cchc_cli.plan.schema import json_schema
from cchc_cli.views.checks import faults_json, faults_text

plan = app("plan", "Kiểm tra tệp kế hoạch, danh bạ, lịch; xem định dạng của chúng.")
SchemaKind = Literal["plan", "agencies", "calendar"]
SCHEMAS: tuple[SchemaKind, ...] = ("plan", "agencies", "calendar")


@plan.command("check", cls=Command)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP...", help="Các tệp cần kiểm tra.")],
    form: options.FindingsForm = "plain",
    target: options.Target = None,
) -> None:
    """Kiểm tra tệp và kể ra mọi lỗi cùng một lúc."""
    faults = tuple(fault for file in files for fault in check_file(file).faults)
    names = [str(file) for file in files]
    show(faults_json(names, faults) if form == "json" else faults_text(names, faults), target)
    if any(fault.severity == "error" for fault in faults):
        raise typer.Exit(BadPlan.exit_code)


@plan.command("schema", cls=Command)
def schema(
    kind: Annotated[
        SchemaKind,
        typer.Argument(
            metavar="[LOẠI]",
            parser=options.chooser("LOẠI", SCHEMAS),
            help="plan (mặc định), agencies hoặc calendar.",
        ),
    ] = "plan",
    target: options.Target = None,
) -> None:
    """In JSON Schema của một loại tệp."""
    show(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n", target)
