"""A bar for what takes a while, where somebody looks at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cchc_cli import output

# For a few a bar would be gone before anybody sees it.
BAR_FROM = 20


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar with the remaining time that grows by a call; on a terminal only, and not for a few."""
    if total < BAR_FROM or not output.notes_on_terminal():
        yield lambda: None
        return
    # Loaded here: only a terminal needs it.
    from cchc_cli.views.terminal import progress

    with progress(label, total) as advance:
        yield advance
