"""The sandbox that all templates run in: the one home of Jinja.

A name that is not defined is an error; nothing that is given to a template can be changed by it,
and neither files outside of the templates' folders nor the environment can be reached.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2 import nodes as syntax
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.loaders import split_template_path
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cchc_cli.errors import TemplateFault
from cchc_cli.views.wording import words
from cchc_cli.views.wording.days import day_text
from cchc_cli.views.wording.templates import OUTSIDE, TOO_MUCH

MARK_START = "[ĐIỀN: "
# No honest template repeats a text a million times.
LONGEST = 1_000_000
# Functions that every template gets besides the data.
GIVEN: Mapping[str, object] = {"fill": None, "region": None}


class Confined(FileSystemLoader):
    """Templates of the given folders and of nowhere else, not even by a link."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__([str(folder) for folder in folders])

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The template's text, unless its file lies outside of its folder."""
        pieces = split_template_path(template)
        for folder in map(Path, self.searchpath):
            file = folder.joinpath(*pieces)
            if file.is_file() and not file.resolve().is_relative_to(folder.resolve()):
                raise SecurityError(OUTSIDE)
        return super().get_source(environment, template)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, with a bound on what a product or a power may grow to."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, unless it is huge."""
        if _size(operator, left, right) > LONGEST:
            raise SecurityError(TOO_MUCH)
        return super().call_binop(context, operator, left, right)


def _size(operator: str, left: Any, right: Any) -> int:
    """About how long the result would be, as far as that can be bad."""
    if operator == "**":
        both = isinstance(left, int) and isinstance(right, int)
        return left.bit_length() * abs(right) if both else 0
    for one, number in ((left, right), (right, left)):
        if isinstance(one, str | bytes | list | tuple) and isinstance(number, int):
            return len(one) * number
    return 0


def sandbox(
    loader: BaseLoader | None = None,
    *,
    autoescape: bool = False,
    finalize: Callable[[object], object] | None = None,
) -> ImmutableSandboxedEnvironment:
    """An environment with the filters that every template may use."""
    environment = _Sandbox(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
        finalize=finalize,
    )
    environment.filters.update(
        day=day_text, long_day=words.long_day, period=words.period_name, cell=cell
    )
    return environment


def render_file(
    name: str, folders: Sequence[Path], context: Mapping[str, object], *, autoescape: bool = False
) -> str:
    """The text of a template, taken from the first folder that has it.

    Raises:
        TemplateFault: if no folder has it, or if it is broken.
    """
    environment = sandbox(Confined(folders), autoescape=autoescape)
    try:
        return environment.get_template(name).render(context)
    except TemplateNotFound as error:
        places = ", ".join(str(folder) for folder in folders)
        raise TemplateFault("no_template", name=error.name, folders=places) from error
    except TemplateSyntaxError as error:
        where = {"name": error.name or name, "line": error.lineno}
        raise TemplateFault("template_syntax", **where, detail=error.message) from error
    except Exception as error:
        # Whatever goes wrong while a template runs is the template's, down to its memory.
        raise _run_time_fault(error, name, folders) from error


def undeclared(
    name: str, folders: Sequence[Path], known: Mapping[str, object]
) -> list[TemplateFault]:
    """Every name that a template uses and nobody gives it, also where no data leads.

    A template that cannot be read has none; rendering it says why.
    """
    tree = _tree(name, folders)
    if tree is None:
        return []
    free = find_undeclared_variables(tree) - {*known, *_Sandbox().globals, *_exported(tree)}
    places = {
        (one.lineno, one.name): None
        for one in tree.find_all(syntax.Name)
        if one.ctx == "load" and one.name in free
    }
    return [
        TemplateFault("template_undefined", name=name, line=line, detail=f"'{word}' is undefined")
        for line, word in sorted(places)
    ]


def _exported(tree: syntax.Template) -> set[str]:
    """Names that a template sets or imports at its top: its blocks see them."""
    found: set[str] = set()
    for one in tree.body:
        if isinstance(one, syntax.Import):
            found.add(one.target)
        elif isinstance(one, syntax.FromImport):
            found.update(name if isinstance(name, str) else name[1] for name in one.names)
        elif isinstance(one, syntax.Macro):
            found.add(one.name)
        elif isinstance(one, syntax.Assign | syntax.AssignBlock):
            found.update(name.name for name in one.target.find_all(syntax.Name))
            found.update([one.target.name] if isinstance(one.target, syntax.Name) else [])
    return found


def reached(name: str, folders: Sequence[Path]) -> set[str]:
    """A template and all that it extends, imports or includes by name."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            tree = _tree(one, folders)
            others = find_referenced_templates(tree) if tree is not None else ()
            waiting.extend(other for other in others if other)
    return found


def _tree(name: str, folders: Sequence[Path]) -> syntax.Template | None:
    """A template as Jinja understands it; None if it cannot."""
    loader = Confined(folders)
    environment = sandbox(loader)
    try:
        return environment.parse(loader.get_source(environment, name)[0], name)
    except (TemplateNotFound, TemplateSyntaxError, SecurityError, OSError, UnicodeDecodeError):
        return None


def _run_time_fault(error: Exception, name: str, folders: Sequence[Path]) -> TemplateFault:
    line, trace = 0, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        folder = next((one for one in folders if Path(file).is_relative_to(one)), None)
        if folder is not None:
            name, line = Path(file).relative_to(folder).as_posix(), trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, UnicodeDecodeError) and (broken := _not_utf8(folders)):
        return TemplateFault("template_not_utf8", name=broken)
    if isinstance(error, OSError):
        refused = Path(str(error.filename))
        at = (one for one in folders if refused.is_relative_to(one))
        name = next((refused.relative_to(one).as_posix() for one in at), name)
        return TemplateFault("template_unreadable", name=name, errno=error.errno)
    return template_fault(error, name, line)


def _not_utf8(folders: Sequence[Path]) -> str | None:
    """The first template that is not UTF-8."""
    for folder in folders:
        for path in sorted(folder.rglob("*.j2")):
            try:
                path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                return path.relative_to(folder).as_posix()
    return None


def template_fault(error: Exception, name: str, line: int, place: str = "") -> TemplateFault:
    """What went wrong in a template, in its own words, its kind where it says nothing.

    ``place`` tells where, for a template that people do not see in lines.
    """
    code = "template_failed"
    if isinstance(error, SecurityError):
        code = "template_unsafe"
    elif isinstance(error, UndefinedError):
        code = "template_undefined"
    elif isinstance(error, TemplateSyntaxError):
        code = "template_syntax"
    detail = str(error) or type(error).__name__
    where = {"at": place} if place else {}
    return TemplateFault(code, name=name, line=line, detail=detail, **where)


def marked_up(text: str) -> str:
    """HTML of the program's own, which a template with autoescape prints as it is."""
    return Markup(text)  # noqa: S704 - never what a user or a template wrote


def mark(what: str) -> str:
    """A mark for a place that a person has to write."""
    return f"{MARK_START}{what}]"


def cell(text: str | None) -> str:
    """A text fit for a cell of a pipe table."""
    return (text or "").replace("|", "\\|").replace("\n", " ")
