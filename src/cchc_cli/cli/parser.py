"""Typer's classes with Vietnamese words, and a group that loads a command when it is chosen."""

import importlib
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from cchc_cli import output
from cchc_cli.views.wording import parser as words

# What an option is by default stands in its Vietnamese text.
_DEFAULT = re.compile(r"\s*\[default: [^\]]*\]")


class Stub(NamedTuple):
    """A command that is not loaded yet: its module, the name of its Typer app, its summary."""

    module: str
    app: str
    summary: str


def _write_usage(command: Any, ctx: typer.Context, formatter: Any) -> None:
    # Typer puts braces round a required argument; people read them as something to type.
    pieces = (piece.strip("{}") for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words.USAGE)


def _write_parameters(command: Any, ctx: typer.Context, formatter: Any) -> None:
    arguments, options = [], []
    for parameter in command.get_params(ctx):
        if isinstance(parameter, TyperArgument):
            arguments.append((parameter.make_metavar(ctx).strip("{}"), parameter.help or ""))
        elif (record := parameter.get_help_record(ctx)) is not None:
            text = _DEFAULT.sub("", record[1]).replace("[required]", words.REQUIRED)
            options.append((record[0], text))
    for heading, rows in ((words.ARGUMENTS, arguments), (words.OPTIONS, options)):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _help_option(option: Any) -> Any:
    if option is not None:
        option.help = words.HELP_OPTION
        option.callback = _show_help
    return option


def _show_help(ctx: Any, _: object, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        output.write(ctx.get_help() + "\n", None)
        ctx.exit()


def _placed(parse: Callable[[], list[str]], ctx: typer.Context) -> list[str]:
    """Read arguments; a complaint that knows no command learns which one was being read."""
    try:
        return parse()
    except typer.TyperException as error:
        if getattr(error, "ctx", None) is None:
            setattr(error, "ctx", ctx)  # noqa: B010 - the exception's class is not public
        raise


class Command(TyperCommand):
    """A command whose help is Vietnamese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = words.OPTIONS_METAVAR
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments."""
        return _placed(lambda: super(Command, self).parse_args(ctx, args), ctx)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options."""
        _write_parameters(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with its Vietnamese text."""
        return _help_option(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group whose help is Vietnamese and whose commands are loaded when chosen."""

    stubs: ClassVar[Mapping[str, Stub]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = words.OPTIONS_METAVAR
        alone = kwargs.get("invoke_without_command")
        kwargs["subcommand_metavar"] = words.MAYBE_COMMAND if alone else words.COMMAND_METAVAR
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments."""
        return _placed(lambda: super(Group, self).parse_args(ctx, args), ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of all commands, loaded or not."""
        return [*self.stubs, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name; loads it if it is a stub."""
        stub = self.stubs.get(cmd_name)
        if stub is None:
            return super().get_command(ctx, cmd_name)
        app = getattr(importlib.import_module(stub.module), stub.app)
        command = typer.main.get_command(app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was typed; an unknown one names its nearest neighbours."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.list_commands(ctx):
            near = get_close_matches(name, self.list_commands(ctx), n=3, cutoff=0.6)
            message = words.nearest(words.NO_COMMAND.format(command=name), near)
            raise UnknownCommandError(message, ctx.command_path)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write options, then commands."""
        _write_parameters(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands with their summaries; stubs are not loaded for it."""
        rows = [(name, stub.summary) for name, stub in self.stubs.items()]
        for name in super().list_commands(ctx):
            command = super().get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(80)))
        with formatter.section(words.COMMANDS):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        """``--help`` with its Vietnamese text."""
        return _help_option(super().get_help_option(ctx))


class UnknownCommandError(Exception):
    """No command of that name; the message is Vietnamese already."""

    def __init__(self, message: str, command_path: str) -> None:
        super().__init__(message)
        self.command_path = command_path


def explain_exception(error: Any) -> tuple[str, str]:
    """A parser's exception in Vietnamese, and the command that was being read."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cchc"
    possibilities = list(getattr(error, "possibilities", None) or [])
    if option := getattr(error, "option_name", None):
        if type(error).__name__ == "NoSuchOption":
            return words.nearest(words.NO_OPTION.format(option=option), possibilities), path
        return words.complaint(error.format_message()), path
    parameter = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and parameter is not None:
        kind = parameter.param_type_name
        name = max(parameter.opts, key=len) if kind == "option" else parameter.human_readable_name
        return words.MISSING[kind].format(name=name.rstrip(".")), path
    return words.complaint(error.format_message()), path


def app(name: str, about: str, *, group: type[Group] = Group) -> typer.Typer:
    """A Typer app in the manner of this program: plain help, Vietnamese words."""
    return typer.Typer(
        name=name,
        cls=group,
        help=about,
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )


def single(about: str) -> typer.Typer:
    """An app that holds one command only."""
    return typer.Typer(
        help=about, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False
    )
