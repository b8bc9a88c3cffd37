"""A bar where somebody looks at it."""

import pytest

from cchc_cli import output
from cchc_cli.cli.progress import BAR_FROM, bar


@pytest.mark.parametrize(("total", "terminal"), [(BAR_FROM - 1, True), (BAR_FROM, False)])
def test_no_bar_for_a_few_or_without_a_terminal(
    total: int, terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "notes_on_terminal", lambda: terminal)
    with bar("Lập biểu", total) as advance:
        advance()
    assert capsys.readouterr() == ("", "")


def test_a_bar_counts_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "notes_on_terminal", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with bar("Lập biểu", BAR_FROM) as advance:
        for _ in range(BAR_FROM):
            advance()
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{BAR_FROM}/{BAR_FROM}" in err
