"""The real plan, for tests of what is said about it."""

from tests.services.conftest import plan_2021

__all__ = ["plan_2021"]
