"""The rooms of the program, held to the code: who may know whom, and who may touch the world.

``ROOMS`` is the table of the design as data; a new room is one line more. The names of rooms are
those of folders and top-level modules of the package. ``resources`` (where packaged files are),
``atomic`` (files that are whole or not there) and ``evidence`` (the evidence folder) stand beside
``output`` as rooms of their own: the plan cache is written by ``atomic`` without knowing
``output``. ``backup`` puts a whole workspace into one file and back. ``zipped`` writes the zips
that documents and workbooks are.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest

import cchc_cli

SOURCE = Path(cchc_cli.__file__).parent
PYPROJECT = SOURCE.parents[1] / "pyproject.toml"
PACKAGE = "cchc_cli"
LONGEST = 350


class Room(NamedTuple):
    """A row of the table.

    Attributes:
        knows: what of ours it may import: a room, or single modules of one.
        third: libraries that any of its modules may use.
        homes: libraries with one home: the module, or the folder, that alone may use them.
    """

    knows: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    homes: dict[str, str] = {}  # noqa: RUF012 - never changed


def room(*knows: str, third: tuple[str, ...] = (), **homes: str) -> Room:
    """A row of the table."""
    return Room(frozenset(knows), frozenset(third), homes)


ROOMS = {
    "errors": room(),
    "resources": room(),
    "zipped": room(),
    "atomic": room(),
    "output": room("atomic", "errors"),
    "domain": room(dateutil="domain/offsets.py"),
    "plan": room(
        "domain",
        "errors",
        "atomic",
        third=("pydantic", "pydantic_core"),
        yaml="plan/source.py",
        holidays="plan/default_days.py",
        pypdfium2="plan/draft/pdf_pages.py",
    ),
    "ledger": room("domain", "errors", "atomic", psycopg="ledger/postgres.py"),
    "evidence": room("domain", "errors", "atomic"),
    "backup": room("domain", "errors", "atomic", "ledger"),
    # Workbooks are known by the words that stand in them.
    "intake": room(
        "domain",
        "views.wording.forms",
        "views.wording.days",
        "zipped",
        python_calamine="intake/grid.py",
    ),
    "services": room("domain", "errors", "ledger.protocol"),
    # Results are the services' records, and faults of files are values: views know their types.
    "views": room(
        "domain",
        "errors",
        "services",
        "plan.faults",
        "plan.draft.model",
        "plan.roll.remarks",
        "zipped",
        rich="views/terminal.py",
        jinja2="views/sandbox.py",
        markupsafe="views/sandbox.py",
        docx="views/word/",
        docxtpl="views/word/",
        lxml="views/word/",
        openpyxl="views/marking.py",
        icalendar="views/calendar.py",
        xlsxwriter="views/excel/",
    ),
    "cli": room(
        "domain",
        "plan",
        "ledger",
        "services",
        "views",
        "intake",
        "errors",
        "output",
        "atomic",
        "evidence",
        "backup",
        "resources",
        third=("typer",),
    ),
    "__main__": room("cli"),
    "__init__": room(),
}
PURE = ("errors", "domain", "services", "views")
CLOCKS = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "time.time",
        "time.time_ns",
        "time.monotonic",
        "time.localtime",
        "time.gmtime",
    }
)
# The one place that looks at the clock.
CLOCK_HOME = "cli/session.py"
# Templates are read where they are rendered.
READERS = ("views/sandbox.py", "views/word/render.py")
# Evidence is copied block by block; the members of a backup go into a file of ``atomic``.
WRITERS = ("output.py", "atomic.py", "evidence.py", "backup/archive.py")
# Ends the process once everything is written, which is asked of the streams.
STREAM_HOMES = (*WRITERS, "__main__.py")
WRITING = frozenset({"write_text", "write_bytes", "touch", "symlink_to", "hardlink_to"})
VAGUE = ("util", "utils", "helper", "helpers", "common", "misc", "shared", "tools")


class Import(NamedTuple):
    """An import: the module, and whether it stands inside a function."""

    module: str
    deferred: bool
    line: int


FILES = sorted(SOURCE.rglob("*.py"))
each_file = pytest.mark.parametrize(
    "path", FILES, ids=[path.relative_to(SOURCE).as_posix() for path in FILES]
)


def place(path: Path) -> str:
    """A module as the table writes it."""
    return path.relative_to(SOURCE).as_posix()


def room_of(path: Path) -> str:
    """The room that a module belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> Iterator[Import]:
    """Every import of a module."""
    tree = tree_of(path)
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        deferred = id(node) in inside
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, deferred, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{place(path)}:{node.lineno}: write the whole name"
            for alias in node.names:
                yield Import(f"{node.module}.{alias.name}", deferred, node.lineno)


def dotted(node: ast.expr) -> str:
    """``a.b.c`` of an attribute, its last two names if it is longer."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        names.append(node.id)
    return ".".join(reversed(names[:2]))


def test_every_module_belongs_to_a_room_of_the_table() -> None:
    assert {room_of(path) for path in FILES} <= set(ROOMS)


@each_file
def test_a_room_knows_only_whom_it_may(path: Path) -> None:
    own = room_of(path)
    allowed = ROOMS[own].knows | {own}
    for one in imports_of(path):
        top, _, rest = one.module.partition(".")
        if top != PACKAGE or rest == "__version__":
            continue
        known = any(f"{rest}.".startswith(f"{name}.") for name in allowed)
        # ``from cchc_cli import output``: the name is the room.
        assert known, f"{place(path)}:{one.line} may not import {one.module}"


@each_file
def test_a_library_has_its_home(path: Path) -> None:
    row = ROOMS[room_of(path)]
    for one in imports_of(path):
        top = one.module.split(".")[0]
        if top == PACKAGE or top in sys.stdlib_module_names:
            continue
        home = row.homes.get(top)
        at_home = top in row.third or (home is not None and place(path).startswith(home))
        assert at_home, f"{place(path)}:{one.line} may not import {top}"


def test_a_library_has_one_home() -> None:
    homes = [library for row in ROOMS.values() for library in (*row.homes, *row.third)]
    assert len(homes) == len(set(homes))


@each_file
def test_the_clock_is_looked_at_in_one_place(path: Path) -> None:
    if place(path) == CLOCK_HOME or room_of(path) == "ledger":
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute):
            assert dotted(node) not in CLOCKS, f"{place(path)}:{node.lineno}"


@each_file
def test_pure_rooms_do_no_input_or_output(path: Path) -> None:
    if room_of(path) not in PURE:
        return
    for one in imports_of(path):
        top = one.module.split(".")[0]
        forbidden = {"sys", "subprocess", "socket", "urllib", "sqlite3", "time", "shutil", "random"}
        assert top not in forbidden, f"{place(path)}:{one.line} imports {top}"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("open", "input"), f"{place(path)}:{node.lineno}"
        if isinstance(node, ast.Attribute):
            assert dotted(node) != "os.environ", f"{place(path)}:{node.lineno}"
            reads = node.attr in ("read_text", "read_bytes") and place(path) not in READERS
            assert not reads, f"{place(path)}:{node.lineno}"


@each_file
def test_one_writer(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        where = f"{place(path)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", where
        if place(path) in WRITERS:
            continue
        if isinstance(node, ast.Call):
            assert not _opens_to_write(node), where
        if isinstance(node, ast.Attribute):
            assert node.attr not in WRITING, where


def _opens_to_write(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else dotted(call.func)
    if name not in ("open", "fdopen"):
        return False
    values = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    modes = [one.value for one in values if isinstance(one, ast.Constant)]
    return any(isinstance(mode, str) and set(mode) & set("wax+") for mode in modes)


@each_file
def test_standard_streams_are_touched_by_the_writer_only(path: Path) -> None:
    """Others may only ask whether standard output is a terminal."""
    if place(path) in STREAM_HOMES:
        return
    tree = tree_of(path)
    asked = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "isatty"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and dotted(node) in ("sys.stdout", "sys.stderr"):
            assert id(node) in asked, f"{place(path)}:{node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module == "sys":
            assert not {alias.name for alias in node.names} & {"stdout", "stderr"}, place(path)


@each_file
def test_names_say_what_is_inside(path: Path) -> None:
    for part in path.relative_to(SOURCE).parts:
        assert part.removesuffix(".py") not in VAGUE


@each_file
def test_no_module_is_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


@each_file
def test_every_public_name_has_a_docstring(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), place(path)
    for node in _public(tree):
        assert ast.get_docstring(node), f"{place(path)}:{node.lineno} {node.name}"


def _public(
    tree: ast.Module | ast.ClassDef,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Public classes, functions and methods; special methods are described by their class."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)


@each_file
def test_deferred_imports_stand_at_named_doors(path: Path) -> None:
    if any(fnmatch(place(path), door) for door in _doors()):
        return
    deferred = [one.module for one in imports_of(path) if one.deferred]
    assert deferred == [], f"{place(path)} is no door of pyproject.toml"


def _doors() -> list[str]:
    """The modules that pyproject.toml lets import late, as the table writes them."""
    settings = tomllib.loads(PYPROJECT.read_text("utf-8"))
    ignores: dict[str, list[str]] = settings["tool"]["ruff"]["lint"]["per-file-ignores"]
    prefix = f"src/{PACKAGE}/"
    return [
        pattern.removeprefix(prefix).replace("**", "*")
        for pattern, rules in ignores.items()
        if "PLC0415" in rules and pattern.startswith(prefix)
    ]


def test_the_doors_are_few_and_named_one_by_one() -> None:
    doors = _doors()
    assert all("*" not in door or door == "cli/commands/*" for door in doors)
    assert {door.partition("/")[0] for door in doors} <= {
        "__main__.py",
        "domain",
        "plan",
        "ledger",
        "cli",
    }


@each_file
def test_nothing_is_global_and_nothing_is_evaluated(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        assert not isinstance(node, ast.Global), f"{place(path)}:{node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec", "__import__"), place(path)
    forbidden = {"pickle", "shelve", "marshal"}
    assert not {one.module.split(".")[0] for one in imports_of(path)} & forbidden
