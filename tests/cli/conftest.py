"""Running a command in this process, with one warm cache for all tests of the command line."""

from pathlib import Path

import pytest

from cchc_cli.cli.main import main
from tests.cli.builders import Cchc, Said


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
