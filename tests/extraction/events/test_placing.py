"""Where an event is placed: where it was done, not where somebody reported it or wrote of it."""

from __future__ import annotations

import pytest

from tests.extraction.events.event_case import events_of

HEAD = "Sir H. Layard to the Marquis of Salisbury\n\nLondon, June 3, 1878.\n\n"


@pytest.mark.parametrize(
    ("sentence", "places", "why"),
    [
        (
            "The British troops have not, as was reported at Paris on May 30, evacuated Cairo.",
            ["Cairo"],
            "it was only reported at Paris",
        ),
        (
            "The Spanish troops landed at St. Domingo on May 30; Señor Collantes assured Mr. Schurz at Paris that Spain"
            " had not invited the annexation.",
            [],
            "no place that we know, and not that of the next clause",
        ),
        (
            "I could not admit that an armistice had been concluded at Kesanlik on May 30.",
            [],
            "nor where it was written of",
        ),
        ("The British troops landed at Gaza on May 30.", ["Gaza"], "a place that we know"),
        ("I met Lord Derby at Court on May 30.", ["London"], "no town at all: where the writer was"),
    ],
)
def test_an_event_is_placed_where_it_was_done(sentence: str, places: list[str], why: str) -> None:
    dates = {"June 3, 1878": "1878-06-03", "May 30": "1878-05-30"}
    told = [one for one in events_of(HEAD + sentence, dates, own="1878-06-03", at="London") if one.date]
    placed = [[place.name for place in one.places] for one in told if one.date and one.date.edtf == "1878-05-30"]
    assert placed == [places], why
