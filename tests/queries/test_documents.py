"""A document of the atlas bears the date and the place found in it, wherever it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.datespan import DateSpan
from dashboard.model import Annotations, Document, Place
from dashboard.queries import EVERYTHING, Atlas, document
from dashboard.queries.sources import sources
from dashboard.store.findings import Findings
from dashboard.store.save import save
from dashboard.views.citation import citation

TEXT = "Tehran, December 20, 1946\n\nThe last detachments left."
TEHRAN = Place("g:1", "Tehran", 35.69, 51.39, "settlement", "IR", as_written="Teheran")


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    catalogued = Document("catalogued", TEXT, date=DateSpan("1947"), place="Tabriz")
    found = [
        Annotations(Document("bare", TEXT), DateSpan("1946-12-20"), TEHRAN),
        Annotations(catalogued, DateSpan("1947"), TEHRAN),
        Annotations(Document("dark", "Nothing is known of it."), None, None),
    ]
    save(tmp_path, Findings(found, []))
    return Atlas(tmp_path)


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        ("bare", "“bare,” Teheran, 20 December 1946."),  # as it writes the name itself
        ("catalogued", "“catalogued,” Tabriz, 1947."),  # the catalogue counts for more
        ("dark", "“dark.”"),
    ],
)
def test_a_page_and_a_list_of_sources_cite_it_alike(atlas: Atlas, name: str, reference: str) -> None:
    shown = document(atlas, name)
    assert shown and citation(shown) == citation(sources(atlas, EVERYTHING)[name]) == reference
