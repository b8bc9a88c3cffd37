"""Figures as people type them: ``hoi-nghi`` and ``1.250``."""

import re
from collections.abc import Iterable

from cchc_cli.domain.entries import Figure
from cchc_cli.domain.names import bare
from cchc_cli.domain.plan import Plan
from cchc_cli.errors import NotFound, UsageFault
from cchc_cli.services.figures import RATE

LONGEST = 18  # letters of a figure, which a float still holds
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")


def read_figures(plan: Plan, typed: Iterable[tuple[str, str]]) -> tuple[Figure, ...]:
    """The figures that were typed as pairs of an indicator, by id or name, and a number.

    Raises:
        UsageFault: for a number that is none, an indicator given twice, or a rate.
        NotFound: for an indicator that the plan does not have.
    """
    found: dict[str, Figure] = {}
    for name, value in typed:
        figure = _figure(plan, name, value)
        if figure.indicator in found:
            raise UsageFault("figure_twice", name=figure.indicator)
        found[figure.indicator] = figure
    return tuple(found.values())


def _figure(plan: Plan, name: str, value: str) -> Figure:
    wanted = bare(name)
    for one in plan.indicators:
        if name == one.id or wanted == bare(one.name):
            if one.unit == RATE:
                raise UsageFault("rate_figure", name=one.id)
            return Figure(one.id, _number(value))
    known = ", ".join(one.id for one in plan.indicators)
    raise NotFound("no_indicator", name=name, known=known)


def _number(text: str) -> float:
    """A figure as Vietnamese write it: ``1.250``, ``23,5``."""
    value = text.strip()
    if len(value) > LONGEST or not (_GROUPED.fullmatch(value) or _PLAIN.fullmatch(value)):
        raise UsageFault("bad_figure", value=text)
    number = float(value.replace(".", "").replace(",", "."))
    return int(number) if number.is_integer() else number
