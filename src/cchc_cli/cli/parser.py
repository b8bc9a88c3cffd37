"""Typer's classes with Vietnamese words, and a group that loads a command when it is chosen."""

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, ClassVar, NamedTuple

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from cchc_cli.views.wording import parser as words


class Stub(NamedTuple):
    """A command that is not loaded yet: its module, the name of its Typer app, its summary."""

    module: str
    app: str
    summary: str


def _write_usage(command: Any, ctx: typer.Context, formatter: Any) -> None:
    pieces = command.collect_usage_pieces(ctx)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words.USAGE)


def _write_parameters(command: Any, ctx: typer.Context, formatter: Any) -> None:
    arguments, options = [], []
    for parameter in command.get_params(ctx):
        if isinstance(parameter, TyperArgument):
            arguments.append((parameter.make_metavar(ctx), parameter.help or ""))
        elif (record := parameter.get_help_record(ctx)) is not None:
            options.append((record[0], record[1].replace("[required]", words.REQUIRED)))
    for heading, rows in ((words.ARGUMENTS, arguments), (words.OPTIONS, options)):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _help_option(option: Any) -> Any:
    if option is not None:
        option.help = words.HELP_OPTION
    return option


class Command(TyperCommand):
    """A command whose help is Vietnamese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["options_metavar"] = words.OPTIONS_METAVAR
        super().__init__(*args, **kwargs)

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
        kwargs["subcommand_metavar"] = words.COMMAND_METAVAR
        super().__init__(*args, **kwargs)

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
            near = get_close_matches(name, self.list_commands(ctx), n=3, cutoff=0.5)
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
        return words.MISSING[kind].format(name=name), path
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
