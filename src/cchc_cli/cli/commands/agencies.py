"""``cchc agencies``: who there is on a day, who took over from whom, and changes of them."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli import output
from cchc_cli.cli import options
from cchc_cli.cli.naming import agency_ever
from cchc_cli.cli.parser import Command, Group, app
from cchc_cli.cli.registries import (
    Book,
    ending,
    heir_of,
    open_registry,
    plans_naming,
)
from cchc_cli.cli.session import today_or
from cchc_cli.cli.show import form_or_default, sheet_text, show, text_width
from cchc_cli.domain.agencies import Agency, Roster
from cchc_cli.errors import BadPlan, UsageFault
from cchc_cli.plan.load import check_text
from cchc_cli.plan.models.base import SLUG
from cchc_cli.plan.succeeding import Heir, Turn, turned
from cchc_cli.services.agencies import agency_detail, list_agencies
from cchc_cli.views import agencies as view
from cchc_cli.views.wording import agencies as words
from cchc_cli.views.wording.days import day_text

agencies = app(
    "agencies", "Danh bạ cơ quan: ai có vào ngày nào, ai kế thừa ai; sửa khi có thay đổi.",
    group=Group,
)  # fmt: skip

RegistryFile = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="TỆP",
        help="Tệp danh bạ (mặc định: agencies.yaml cạnh các kế hoạch đang dùng).",
    ),
]
OnDay = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="NGÀY", parser=options.read_day, help="Ngày đang xét (mặc định: hôm nay)."
    ),
]
FromDay = Annotated[
    date,
    typer.Option(
        "--on",
        metavar="NGÀY",
        parser=options.read_day,
        help="Ngày đầu tiên theo tổ chức mới, ví dụ 01/3/2025.",
    ),
]
Name = Annotated[str, typer.Argument(metavar="TÊN", help="Tên, ký hiệu hoặc mã cơ quan.")]
NewId = Annotated[
    str | None,
    typer.Option("--id", metavar="MÃ", help="Mã của cơ quan mới (mặc định: đặt theo tên)."),
]
Symbol = Annotated[
    str | None, typer.Option("--symbol", metavar="KÝ HIỆU", help="Ký hiệu của cơ quan mới.")
]
Source = Annotated[
    str | None,
    typer.Option("--note", metavar="LỜI", help="Căn cứ, nguồn; ghi cạnh cơ quan kế thừa."),
]


@agencies.callback(invoke_without_command=True, no_args_is_help=False)
def list_all(
    ctx: typer.Context,
    day: OnDay = None,
    everybody: Annotated[
        bool | None, typer.Option("--all", help="Kể cả cơ quan chưa có hoặc đã thôi hoạt động.")
    ] = None,
    registry: RegistryFile = None,
    folder: options.WorkspaceFolder = None,
    form: options.FormName = None,
    target: options.Target = None,
) -> None:
    """List the agencies of a day."""
    if ctx.invoked_subcommand is not None:
        options.refuse_ignored(ctx)
        return
    if day and everybody:
        raise UsageFault("clashing_options", first="--on", second="--all")
    book = open_registry(registry, folder)
    found = list_agencies(book.registry, None if everybody else today_or(day))
    chosen = form_or_default(form, target)
    if chosen == "json":
        show(view.agencies_json(found), target)
    else:
        show(sheet_text(view.agencies_sheet(found), chosen), target)


@agencies.command("show", cls=Command)
def show_one(
    name: Name,
    day: OnDay = None,
    registry: RegistryFile = None,
    folder: options.WorkspaceFolder = None,
    form: options.FindingsForm = "plain",
    target: options.Target = None,
) -> None:
    """Cho biết mọi điều về một cơ quan: tên, ký hiệu, kế thừa ai, ai kế thừa."""
    book = open_registry(registry, folder)
    found = agency_detail(book.registry, agency_ever(book.registry, name, today_or(day)))
    if form == "json":
        show(view.agency_json(found), target)
    else:
        show(view.agency_text(found, text_width(form_or_default(None, target))), target)


@agencies.command("rename", cls=Command)
def rename(
    name: Name,
    new: Annotated[str, typer.Argument(metavar="TÊN-MỚI", help="Tên mới đầy đủ.")],
    day: FromDay,
    ident: NewId = None,
    symbol: Symbol = None,
    note: Source = None,
    dry: options.DryRun = False,
    registry: RegistryFile = None,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Đổi tên: tên cũ đến hết hôm trước, tên mới từ ngày đó."""
    book = open_registry(registry, folder)
    gone = ending(book.registry, [name], day)
    heir = heir_of(book.registry, new, gone, day)
    if heir.entry is None:
        raise UsageFault("name_taken", name=new)
    _change(book, Turn(day, _ids(gone), (_told(heir, ident, symbol),), note), gone, dry=dry)


@agencies.command("merge", cls=Command)
def merge(
    names: Annotated[
        list[str], typer.Argument(metavar="TÊN...", help="Các cơ quan thôi hoạt động.")
    ],
    into: Annotated[
        str, typer.Option("--into", metavar="TÊN", help="Cơ quan nhận, đã có hoặc lập mới.")
    ],
    day: FromDay,
    ident: NewId = None,
    symbol: Symbol = None,
    note: Source = None,
    dry: options.DryRun = False,
    registry: RegistryFile = None,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Sáp nhập, hợp nhất: nhiệm vụ của các cơ quan chuyển về một cơ quan."""
    book = open_registry(registry, folder)
    everybody = ending(book.registry, names, day)
    heir = heir_of(book.registry, into, everybody, day)
    gone = tuple(one for one in everybody if one.id != heir.ident)
    if not gone:
        raise UsageFault("nobody_ends", name=into)
    _change(book, Turn(day, _ids(gone), (_told(heir, ident, symbol),), note), gone, dry=dry)


@agencies.command("split", cls=Command)
def split(
    name: Name,
    into: Annotated[
        list[str],
        typer.Option(
            "--into",
            metavar="TÊN[: CHỮ, …]",
            help="Cơ quan nhận; sau dấu hai chấm là các chữ cho biết việc chuyển về đó, "
            "ví dụ “Sở Văn hóa và Thể thao: báo chí, xuất bản”. Dùng từ hai lần.",
        ),
    ],
    day: FromDay,
    note: Source = None,
    dry: options.DryRun = False,
    registry: RegistryFile = None,
    folder: options.WorkspaceFolder = None,
) -> None:
    """Chia tách: nhiệm vụ của một cơ quan chuyển về nhiều cơ quan."""
    book = open_registry(registry, folder)
    gone = ending(book.registry, [name], day)
    heirs = tuple(heir_of(book.registry, one, gone, day) for one in into)
    if len({one.ident for one in heirs}) < 2:
        raise UsageFault("split_needs_two")
    if any(one.ident == gone[0].id for one in heirs):
        raise UsageFault("split_into_itself", name=gone[0].name)
    _change(book, Turn(day, _ids(gone), heirs, note), gone, dry=dry)


def _ids(found: Iterable[Agency]) -> tuple[str, ...]:
    return tuple(one.id for one in found)


def _told(heir: Heir, ident: str | None, symbol: str | None) -> Heir:
    """A new agency with the id and the symbol that were given."""
    if ident is not None and not re.fullmatch(SLUG, ident):
        raise UsageFault("bad_id", value=ident)
    given = {"--id": ident, "--symbol": symbol}
    if heir.entry is None:
        for option, value in given.items():
            if value is not None:
                raise UsageFault("only_for_new", option=option)
        return heir
    entry: dict[str, object] = {**heir.entry, **({"id": ident} if ident else {})}
    if symbol:
        first = {key: entry.pop(key) for key in ("id", "name")}
        entry = {**first, "symbol": symbol, **entry}
    return heir._replace(ident=ident or heir.ident, entry=entry)


def _change(book: Book, turn: Turn, gone: tuple[Agency, ...], *, dry: bool) -> None:
    """Make the change, or only show it."""
    if book.packaged and not dry:
        raise UsageFault("packaged_registry", file=book.file)
    old = book.file.read_bytes().decode("utf-8")
    new = turned(old, str(book.file), turn)
    checked = check_text(book.file, new)
    if not checked.sound:
        raise BadPlan("edit_unsound", file=book.file, faults=checked.faults)
    if dry:
        output.write(view.difference(old, new, book.file.name), None)
    else:
        output.write(new, book.file)
        output.note(words.SAVED.format(file=book.file, changes=_summary(book, turn, gone)))
    _warn(book, turn)
    output.note(words.NOTHING_SAVED if dry else words.LEDGER_KEPT)


def _summary(book: Book, turn: Turn, gone: tuple[Agency, ...]) -> str:
    names = {one.id: one.name for one in book.registry.agencies}
    parts = [words.ENDED.format(name=one.name, day=day_text(turn.day)) for one in gone]
    for heir in turn.heirs:
        if heir.entry is not None:
            name = str(heir.entry["name"])
            names[heir.ident] = name
            parts.append(words.ADDED.format(name=name, ident=heir.ident))
        matters = words.MATTERS.format(words=", ".join(heir.matters)) if heir.matters else ""
        parts.append(words.TAKES.format(name=names[heir.ident], matters=matters))
    return "; ".join(parts) + "."


def _warn(book: Book, turn: Turn) -> None:
    """Groups that got members, and plans that name who is gone."""
    groups = [
        one.name
        for one in book.registry.groups
        if {member.agency for member in one.members if member.holds_on(turn.day)} & {*turn.gone}
        and not {heir.ident for heir in turn.heirs} <= {member.agency for member in one.members}
    ]
    if groups:
        output.note(words.GROUPS_TOUCHED.format(names="; ".join(groups)))
    roster = Roster(book.registry)
    for one in plans_naming(book, turn.gone, turn.day):
        name, duties = roster.name(one.agency), ", ".join(one.duties)
        output.note(
            words.STILL_NAMED.format(
                plan=one.plan, agency=name, duties=duties, day=day_text(turn.day)
            )
        )
