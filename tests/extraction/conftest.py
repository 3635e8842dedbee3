"""What tests of extraction share."""

from __future__ import annotations

import pytest

from dashboard.extraction.events.titles import choosing


@pytest.fixture
def whatever_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line becomes a title, whatever it leaves open and however few understand it, to test how lines are made."""
    monkeypatch.setattr(choosing, "MOST_OPEN", float("inf"))
    monkeypatch.setattr(choosing, "least_understood", lambda _: 0.0)
    monkeypatch.setattr(choosing, "is_paper_left_open", lambda _: False)
