"""The app on the labelled atlas, opened at any address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import config
from dashboard.store.atlas import Atlas
from tests.app.page import APP, Run


@pytest.fixture
def run(gold_atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Open a page of the app on the labelled atlas with a query in the address."""
    monkeypatch.setattr(config, "ATLAS", gold_atlas.folder)

    def opened(**query: str | list[str]) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=30)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return opened
