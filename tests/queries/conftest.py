"""Shared by the tests of what an atlas answers."""

from tests.queries.series import series

__all__ = ["series"]
