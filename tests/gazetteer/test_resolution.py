"""Resolution: the same name in different company is a different place."""

from __future__ import annotations

import pytest

from dashboard.datespan import DateSpan
from dashboard.extraction.places import find_places
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document, Place

TEXTS = [  # text, year, name, id, why
    (
        "Troops in Iran, at Tabriz and Tehran, refuse to leave Azerbaijan.",
        1945,
        "Azerbaijan",
        "curated:azerbaijan-ir",
        "",
    ),
    ("Armenia, Azerbaijan and Georgia joined.", 1995, "Georgia", "curated:georgia", "in a list of states"),
    ("Alabama, Georgia and Florida joined.", 1862, "Georgia", "curated:georgia-us", "in a list of American states"),
    ("from Sedalia, Mo., to Springfield, Mo.", 1863, "Springfield", "geonames:4409896", "its state is named"),
    ("in Oregon, Washington, and Idaho", 1920, "Washington", "curated:washington-us", "in a list of states"),
    ("in the state of Washington", 1920, "Washington", "curated:washington-us", "its kind is said"),
    ("telegraphed to Washington from Paris", 1920, "Washington", "geonames:4140963", "the capital first"),
    ("at Buffalo, New York, on Monday", 1920, "New York", "curated:new-york-us", "the state that holds Buffalo"),
    ("in New York on Monday", 1945, "New York", "geonames:5128581", "the city first"),
    ("Denmark, United States, Finland", 1934, "Denmark", "curated:denmark", "a list, no town in South Carolina"),
    ("Arizona, California, Colorado", 1990, "California", "curated:california-us", "a list, no town in Brazil"),
    ("The President spoke of Columbus, Ohio and of Paris.", 1950, "Paris", "geonames:2988507", "no reason for Ohio"),
    ("Luxembourg had been dropped.", 1945, "Luxembourg", "curated:luxembourg", "the state before its city"),
    ("He spoke of Persia.", 1921, "Persia", "curated:iran", "no village in New York"),
    ("He spoke of the Ukraine.", 1945, "Ukraine", "curated:ukraine", "no town in Spain"),
]


@pytest.mark.parametrize(("text", "year", "name", "place_id", "reason"), TEXTS)
def test_in_company(gazetteers: Gazetteers, text: str, year: int, name: str, place_id: str, reason: str) -> None:
    document = Document("test", text)
    mentions = gazetteers.resolve(document, find_places(document, gazetteers.names), own_date=DateSpan(str(year)))
    values = {mention.text: mention.value for mention in mentions}
    value = values[name]
    assert isinstance(value, Place) and value.id == place_id, reason


def test_what_nobody_knows_stays_unresolved(gazetteers: Gazetteers) -> None:
    document = Document("test", "We camped at Qqzz Creek.")
    (mention,) = gazetteers.resolve(document, find_places(document, gazetteers.names))
    assert (mention.text, mention.value) == ("Qqzz Creek", None)


@pytest.mark.parametrize(
    ("country", "when", "town"),
    [("China", 1943, "Chongqing"), ("CN", 1960, "Beijing"), ("Egypt", 1950, "Cairo"), ("Soviet Union", 1945, "Moscow")],
)
def test_capitals_of_the_time(gazetteers: Gazetteers, country: str, when: int, town: str) -> None:
    place = gazetteers.capital(country, when)
    assert place is not None and place.name == town


def test_without_a_year_a_seat_that_moved_is_left_open(gazetteers: Gazetteers) -> None:
    assert gazetteers.capital("China") is None
    assert gazetteers.capital("Egypt") is not None


RIVALS = [  # text, name, whether another is as likely, why
    ("The boat lay at Indianola on Monday.", "Indianola", True, "towns of one size in Iowa and Mississippi"),
    ("He wrote from Springfield, Mo., to the general.", "Springfield", False, "its state is named"),
    ("They met in Washington.", "Washington", False, "the town before the state is a rule of writing"),
    ("They met in Moscow.", "Moscow", False, "none of that name is nearly as large"),
    ("Quebec was chosen.", "Quebec", False, "the town lies in the province"),
]


@pytest.mark.parametrize(("text", "name", "doubtful", "why"), RIVALS)
def test_a_reading_says_where_another_is_as_likely(
    text: str, name: str, doubtful: bool, why: str, gazetteers: Gazetteers
) -> None:
    document = Document("d", text)
    mentions = gazetteers.resolve(document, find_places(document, gazetteers.names), own_date=DateSpan("1863"))
    (place,) = (each.value for each in mentions if each.text == name)
    assert isinstance(place, Place)
    assert (place.rivals > 0) is doubtful, why
    assert place.rivals <= len(place.alternatives)
