"""Running a command in this process, with one warm cache for all tests of the command line."""

from pathlib import Path

import pytest

from cchc_cli.cli import session
from cchc_cli.cli.main import main
from tests.cli.builders import Cchc, Said
from tests.cli.office import Office
from tests.cli.workspaces import empty_workspace


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the first command fills and the others read."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _warm(_own_home: None, warm_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_CACHE", str(warm_cache))


@pytest.fixture
def cchc(capsys: pytest.CaptureFixture[str]) -> Cchc:
    """Run a command line in this process: exit code, standard output, standard error."""

    def run(*arguments: str) -> Said:
        code = main(arguments)
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture
def office(tmp_path: Path, cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office with an empty ledger; commands run in its folder on the day that it says."""
    made = Office(empty_workspace(tmp_path / "noi-vu"), cchc)
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("LOGNAME", "lan.nt")
    monkeypatch.setattr(session, "datetime", made.clock())
    return made
