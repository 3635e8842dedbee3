"""The list of one's own corrections says of each that could not be applied why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import config
from dashboard.corrections import Correction, append
from dashboard.pipeline import update
from dashboard.session import Correcting
from tests.app.page import APP, told

GONE = Correction("gone", "title", "<b>Talks</b>", "Tea", "A. Reader", "2026-11-22", "")
HIDDEN = Correction("gone too", "hide", "Talks", "", "A. Reader", "2026-11-23", "")


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The list, opened on an atlas whose two corrections speak of events that nobody finds."""
    (tmp_path / "talks.txt").write_text("They met at Riga on 9 May 1921.", "utf-8")
    atlas = tmp_path / "atlas"
    append(atlas / "corrections.csv", GONE, HIDDEN)
    update(atlas, add=[tmp_path / "talks.txt"])
    monkeypatch.setattr(config, "ATLAS", atlas)
    app = AppTest.from_file(APP, default_timeout=30)
    app.session_state["correcting"] = Correcting("own")
    return app.run()


def test_a_correction_whose_event_is_gone_says_so_in_its_row(corrected: AppTest) -> None:
    assert not corrected.exception
    rows = told(corrected, "correction_panel")["rows"]
    assert [row["at"] for row in rows] == [1, 0], "the latest first"
    assert {row["problem"] for row in rows} == {
        "Its event is not found any more; the correction is kept but changes nothing."
    }
