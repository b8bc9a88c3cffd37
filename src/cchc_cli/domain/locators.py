"""Finding duties by their place in the document."""

from cchc_cli.domain.plan import Duty, Plan


def canonical(plan: Plan, locator: str) -> str:
    """The locator in lower case, with the part's printed number where an alias was given.

    A part may be printed with a number out of order; the number that it should have had is then
    an alias (``III.6.4b`` finds ``V.6.4b``).
    """
    part, dot, rest = locator.strip().casefold().partition(".")
    aliases = {alias.casefold(): printed.casefold() for alias, printed in plan.locator_aliases}
    return aliases.get(part, part) + dot + rest


def find_duty(plan: Plan, locator: str) -> Duty | None:
    """The duty with that id, letter case and part alias aside."""
    wanted = canonical(plan, locator)
    return next((duty for duty in plan.duties if duty.id.casefold() == wanted), None)


def under_clause(plan: Plan, locator: str) -> tuple[Duty, ...]:
    """Duties at or below a place: ``V.6`` holds ``V.6.4b`` but not ``V.61``."""
    wanted = canonical(plan, locator)
    return tuple(
        duty
        for duty in plan.duties
        if duty.id.casefold() == wanted or f"{duty.clause.casefold()}.".startswith(f"{wanted}.")
    )
