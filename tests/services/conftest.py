"""The real plan, for tests of facts."""

import pytest

from cchc_cli.domain.plan import Plan
from tests.services.real import plan_of_2021


@pytest.fixture(scope="session")
def plan_2021() -> Plan:
    """The plan of 2021."""
    return plan_of_2021()
