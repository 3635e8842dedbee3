"""What a place is called: the same on map, table and page."""

from dashboard.model import Place
from dashboard.placewords import called
from dashboard.views.place_words import then_and_now


def place(place_id: str, name: str, written: str = "") -> Place:
    return Place(place_id, name, 0, 0, "site", as_written=written)


def test_a_site_is_called_with_its_town() -> None:
    assert called(place("curated:white-house", "White House")) == "White House, Washington"
    assert called(place("curated:kremlin", "Kremlin, Moscow")) == "Kremlin, Moscow"
    assert called(place("geonames:524901", "Moscow")) == "Moscow"
    assert then_and_now(place("curated:kremlin", "Kremlin", "the Kremlin")) == "Kremlin, Moscow"
    assert then_and_now(place("geonames:588409", "Tallinn", "Tallin")) == "Tallin, today Tallinn"
