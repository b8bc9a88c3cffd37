"""What every test gets: a home of its own, and golden files."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A push is judged by the same examples each time; a person's own runs look further.
settings.register_profile("ci", derandomize=True)
if "CI" in os.environ:
    settings.load_profile("ci")

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites golden files with what the program says now."""
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the real home, cache or settings, nor a terminal of a chance width."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("CCHC_", "XDG_", "_CCHC")):
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "LOCALAPPDATA", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("CCHC_CACHE", str(home / "cache"))
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the golden file of that name, or rewrite it with ``--update``.

    What differs between machines (line ends, the version) is normalised on both sides.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        said = _normal(text)
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(said, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {name}: run pytest --update and read it"
        assert said == path.read_text("utf-8")

    return compare


def _normal(text: str) -> str:
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    return re.sub(r"\b\d+\.\d+\.\d+(?:\.dev\d+)?\b(?=\n|$)", "<version>", text)
