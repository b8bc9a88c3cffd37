"""The days that were asked for."""

from datetime import date

from cchc_cli.cli import options
from cchc_cli.errors import UsageFault
from cchc_cli.services.deadlines import Window


def chosen_window(
    within: str | None, first: date | None, last: date | None, day: date
) -> Window | None:
    """The days that were asked for; None if none were.

    Raises:
        UsageFault: if they clash, or end before they begin.
    """
    if within is not None and (first or last):
        raise UsageFault("clashing_options", first="--within", second="--from/--to")
    options.refuse_backward(first, last)
    if within is not None:
        return Window(None, options.read_span(within, day))
    return Window(first, last) if first or last else None
