"""The reference list of named events itself: complete rows, names told apart, places known."""

import csv
import re

from dashboard.config import DATA
from dashboard.extraction.events.named.reference import COLUMNS, named_events, namings
from dashboard.extraction.states import known_states
from dashboard.extraction.topics import topics
from dashboard.gazetteer import Gazetteers

ROWS = list(
    csv.DictReader((DATA / "vocabulary" / "named_events.csv").read_text(encoding="utf-8").splitlines(keepends=True))
)


def test_every_row_is_complete_and_known() -> None:
    """Dates parse, codes and topics are known, a key is used once, a source is given."""
    assert list(ROWS[0]) == list(COLUMNS)
    assert len(named_events()) == len(ROWS)
    for row in ROWS:
        event = named_events()[row["key"]]
        assert row["source"], row["key"]
        assert row["topics"], row["key"]
        assert set(event.states) <= known_states(), row["key"]
        assert set(event.topics) <= set(topics()), row["key"]
        assert event.date.earliest is not None, row["key"]
        assert len(event.title) <= 110, row["key"]
        assert re.fullmatch(r"[a-z0-9-]+", row["key"])


def test_names_that_clash_can_be_told_apart_by_date() -> None:
    """Two rows may share a name only where their dates differ, so that the document's date decides."""
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for name in row["names"].split("|"):
            owners.setdefault(name, set()).add(row["key"])
    for name, keys in owners.items():
        dates = {named_events()[key].date.edtf for key in keys}
        assert not name or len(dates) == len(keys), (name, keys)
    assert namings() is namings()


def test_the_list_is_long_enough_and_its_places_are_known(gazetteers: Gazetteers) -> None:
    """At least 600 events, and every place of theirs on the map, within the span of its event."""
    assert len(named_events()) >= 600
    unknown = {
        (event.key, place)
        for event in named_events().values()
        for place in event.places
        if event.date.earliest and gazetteers.locate(place, when=event.date.earliest.year) is None
    }
    assert unknown == set()
