"""``cchc plan schema``: the JSON Schema of a kind of file, for editors."""

import json
from typing import Annotated, Literal, get_args

import typer

from cchc_cli.cli import options
from cchc_cli.cli.parser import Command, single
from cchc_cli.cli.show import show
from cchc_cli.plan.schema import json_schema

ABOUT = "In JSON Schema của một loại tệp."
schema = single(ABOUT)
SchemaKind = Literal["plan", "agencies", "calendar", "amendment"]
SCHEMAS: tuple[SchemaKind, ...] = get_args(SchemaKind)


@schema.command(cls=Command, help=ABOUT)
def tell(
    kind: Annotated[
        SchemaKind,
        typer.Argument(
            metavar="[LOẠI]",
            parser=options.chooser("LOẠI", SCHEMAS),
            help="plan (mặc định), agencies, calendar hoặc amendment.",
        ),
    ] = "plan",
    target: options.Target = None,
) -> None:
    """Print a schema."""
    show(json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n", target)
