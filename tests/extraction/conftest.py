"""What tests of extraction share."""

from __future__ import annotations

import pytest

from dashboard.extraction.events import titles


@pytest.fixture
def whatever_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line becomes a title, however much it leaves open: for tests of how lines are made."""
    monkeypatch.setattr(titles, "MOST_OPEN", float("inf"))
