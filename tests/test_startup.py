"""Start-up is a feature: what a command loads, asked of a fresh interpreter."""

import ast
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import cchc_cli
from tests.cli.workspaces import empty_workspace

SOURCE = Path(cchc_cli.__file__).parent
# Each costs from 10 to 300 ms, as much as a whole query.
HEAVY = frozenset(
    {
        "asyncio",
        "click",
        "dataclasses",
        "dateutil",
        "docx",
        "email",
        "fractions",
        "holidays",
        "http",
        "icalendar",
        "importlib.metadata",
        "jinja2",
        "logging",
        "openpyxl",
        "orjson",
        "psycopg",
        "pydantic",
        "pydantic_core",
        "python_calamine",
        "rich",
        "sqlalchemy",
        "sqlite3",
        "tempfile",
        "tomllib",
        "typing_extensions",
        "xml",
        "xlsxwriter",
        "yaml",
        "zoneinfo",
    }
)
# What only one form of a result needs.
HEAVY_OF_FORMS = frozenset(
    {
        "docx",
        "icalendar",
        "jinja2",
        "openpyxl",
        "pydantic",
        "python_calamine",
        "rich",
        "xlsxwriter",
        "yaml",
    }
)
SCRIPT = """\
import json, sys
sys.argv = ["cchc", *sys.argv[1:]]
from cchc_cli.cli.main import main
code = main()
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(*arguments: str, code: int = 0) -> set[str]:
    """The modules that a fresh interpreter holds after a command."""
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments], check=True, capture_output=True, timeout=60
    )
    ended, modules = json.loads(said.stderr.decode().splitlines()[-1])
    assert ended == code
    return set(modules)


def heavy(modules: set[str]) -> set[str]:
    """Those that are dear."""
    return {name for name in modules if name in HEAVY}


def ours(modules: set[str], room: str) -> set[str]:
    """Modules of one of our rooms, without the room itself."""
    return {name for name in modules if name.startswith(f"cchc_cli.{room}.")}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the cache of all tests here."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def warm(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that holds the plans: the first command fills it, and is not counted."""
    monkeypatch.setenv("CCHC_CACHE", str(cache))
    if not any(cache.iterdir()):
        loaded("duties")


def test_a_cold_cache_reads_the_plans_through_the_gate() -> None:
    assert heavy(loaded("duties")) >= {"pydantic", "yaml"}


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    "arguments",
    [
        ("duties",),
        ("duties", "--agency", "Sở Nội vụ"),
        ("duties", "--agency", "Sở Nội vụ", "--format", "json"),
        ("duties", "--format", "csv"),
        ("duties", "--format", "md"),
        ("duties", "show", "V.6.4b"),
        ("deadlines",),
        ("deadlines", "--today", "2021-06-10", "--agency", "Sở Nội vụ"),
        ("deadlines", "--format", "json"),
        ("deadlines", "--format", "csv"),
        ("deadlines", "--help"),
    ],
    ids=" ".join,
)
def test_a_query_from_a_warm_cache_loads_nothing_dear(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert heavy(modules) == set()
    assert ours(modules, "cli.commands") == {f"cchc_cli.cli.commands.{arguments[0]}"}
    assert ours(modules, "plan") <= {"cchc_cli.plan.shelf", "cchc_cli.plan.codec"}
    # What a ledger promises is known, no ledger is.
    assert ours(modules, "ledger") <= {"cchc_cli.ledger.protocol"}


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    "arguments",
    [
        ("deadlines", "--today", "2021-06-10"),
        ("deadlines", "--today", "2021-06-10", "--agency", "Sở Nội vụ"),
        ("duties", "--agency", "Sở Nội vụ"),
        ("record", "V.6.1a", "--agency", "snv", "--document", "1/KH-SNV"),
        ("record", "V.6.1a", "--agency", "stp", "--document", "1/KH-STP", "--dry-run"),
        ("correct", "1", "--note", "nhầm"),
        ("close", "h1"),
    ],
    ids=" ".join,
)
def test_a_workspace_costs_the_reading_of_its_settings_and_its_ledger(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(empty_workspace(tmp_path))
    # The plans of the workspace are not yet in the cache.
    loaded("record", "V.6.1a", "--agency", "stttt", "--document", "1/KH-STTTT")
    modules = loaded(*arguments)
    assert heavy(modules) == {"sqlite3", "tomllib"}
    assert ours(modules, "plan") <= {"cchc_cli.plan.shelf", "cchc_cli.plan.codec"}
    assert ours(modules, "backup") == set()


@pytest.mark.usefixtures("warm")
def test_each_dear_library_comes_with_its_own_view_only() -> None:
    assert heavy(loaded("duties", "--format", "table")) >= {"rich"}
    assert not heavy(loaded("duties", "--format", "table")) & {"jinja2", "yaml", "pydantic"}
    assert heavy(loaded("duties", "--format", "xlsx")) & HEAVY_OF_FORMS == {"xlsxwriter"}
    calendar = loaded("deadlines", "--format", "ics", "--today", "2021-06-10")
    assert heavy(calendar) & HEAVY_OF_FORMS == {"icalendar"}
    report = heavy(loaded("report", "--period", "h1"))
    assert "jinja2" in report
    assert not report & {"rich", "yaml", "pydantic", "dateutil", "holidays"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        ((), 2),
        (("dutys",), 2),
        (("--bogus",), 2),
    ],
    ids=["help", "version", "nothing", "a typing mistake", "an unknown option"],
)
def test_what_needs_no_command_loads_none(arguments: tuple[str, ...], code: int) -> None:
    modules = loaded(*arguments, code=code)
    assert heavy(modules) == set()
    for room in ("cli.commands", "plan", "services", "domain", "ledger"):
        assert ours(modules, room) == set()


def test_a_typing_mistake_below_a_command_loads_that_command_only() -> None:
    modules = loaded("duties", "shwo", code=2)
    assert ours(modules, "cli.commands") == {"cchc_cli.cli.commands.duties"}
    assert heavy(modules) == set()


def test_typer_is_older_than_the_one_that_needs_pydantic() -> None:
    """Typer 0.29 loads Pydantic at every start and converts each parameter with it."""
    release = tuple(int(part) for part in version("typer").split(".")[:2])
    assert (0, 24) <= release < (0, 29)


def test_no_source_reaches_into_click() -> None:
    """Since 0.26 Typer carries its own Click, under a name that is not ours to use."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                assert name.split(".")[0] != "click", path
                assert not name.startswith("typer._click"), path


def test_workbooks_are_read_marked_and_made_by_a_library_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_workspace(tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    workbooks = {"openpyxl", "python_calamine", "xlsxwriter"}
    for arguments, library in (
        (("make", "--period", "h1", "--agency", "stp", "-o", "bieu"), {"xlsxwriter"}),
        (("read", "bieu"), {"python_calamine"}),
        (("status", "--period", "h1"), set[str]()),
    ):
        assert heavy(loaded("collect", *arguments, "--today", "2021-06-10")) & workbooks == library
