"""A bar on standard error."""

import io

import pytest

from cchc_cli.views.terminal import progress


def test_a_bar_counts_and_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress("Soạn", 2) as advance:
        advance()
        advance()
    assert "2/2" in screen.getvalue()
    assert "Soạn" in screen.getvalue()
