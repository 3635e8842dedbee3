"""The first window of the timeline: a few events that lie far off are counted at its edge, unless one is selected."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import cache, config
from dashboard.components.timeline_figures import first_window
from dashboard.pipeline import build_atlas
from dashboard.queries import EVERYTHING, Filters, find_events

WEEKS = 130
"""More events than years are folded among."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of an event a week from 1944 to 1946, with a charter of 1373."""
    made = tmp_path_factory.mktemp("stray")
    (made / "papers").mkdir()
    days = [datetime.date(1944, 1, 3) + datetime.timedelta(weeks=at) for at in range(WEEKS)]
    told = [f"They met at Riga on {day:%B} {day.day}, {day.year}." for day in days]
    papers = [{"id": f"p{at}", "text": text} for at, text in enumerate(told)]
    papers.append({"id": "old", "text": "The Treaty of London was signed at London on June 16, 1373."})
    (made / "papers" / "papers.jsonl").write_text("\n".join(map(json.dumps, papers)))
    build_atlas(made / "atlas", made / "papers")
    return made / "atlas"


@pytest.fixture
def atlas(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[cache.Atlas]:
    monkeypatch.setattr(config, "ATLAS", folder)
    yield cache.atlas()


def test_one_treaty_of_1373_does_not_squeeze_three_years(atlas: cache.Atlas) -> None:
    events = find_events(atlas, EVERYTHING)
    window = first_window(EVERYTHING, events["id"].iloc[-1])
    assert window, f"{len(events)} events"
    assert "1943-06" < window[0] < "1944-01-01" and "1946-07" < window[1] < "1947", "with some room at either end"


def test_what_is_selected_is_never_left_out(atlas: cache.Atlas) -> None:
    old = find_events(atlas, Filters(search="Treaty of London"))
    old = old[old["date_text"].str.contains("1373")]
    assert len(old) == 1
    assert first_window(EVERYTHING, old["id"].iloc[0]) is None


def test_among_few_events_years_are_folded_instead(atlas: cache.Atlas) -> None:
    few = Filters(search="Treaty of London")
    assert first_window(few, find_events(atlas, few)["id"].iloc[0]) is None
