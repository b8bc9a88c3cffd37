"""The plan of 2021 as it travels with the program, read once."""

from functools import cache
from pathlib import Path

from cchc_cli.domain.agencies import Agency, Group
from cchc_cli.domain.plan import Plan
from cchc_cli.plan.load import check_file

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
TEMPLATES = ROOT / "templates"


@cache
def plan_of_2021() -> Plan:
    """The plan, after the gate."""
    checked = check_file(PLANS / "2021.yaml")
    assert checked.plan is not None, checked.faults
    return checked.plan


def agency(plan: Plan, ident: str) -> Agency:
    """The agency with that id."""
    return next(one for one in plan.registry.agencies if one.id == ident)


def group(plan: Plan, ident: str) -> Group:
    """The group with that id."""
    return next(one for one in plan.registry.groups if one.id == ident)
