"""Gazetteers: which place a name means, by its year and its neighbourhood."""

from __future__ import annotations

import pytest

from dashboard.corrections.changes import editors_place
from dashboard.errors import CorrectionError
from dashboard.gazetteer import Gazetteers

NAMES = [  # name, year, near, id or (country, kind), why
    ("Persia", 1921, None, "curated:iran", "the state, not the village in New York"),
    ("Ukraine", 1945, None, "curated:ukraine", "the land, not the town in Spain"),
    ("Paris", 1919, None, "geonames:2988507", "the capital, not Paris in Ohio or Texas"),
    ("Paris, Texas", None, None, "geonames:4717560", "its state is named"),
    ("Holland", 1945, None, "curated:netherlands", "the country, not a town in Michigan"),
    ("Soviet Union", 1945, None, "curated:soviet-union", "the state"),
    ("USSR", 1945, None, "curated:soviet-union", "an abbreviation"),
    ("U. S. S. R.", 1945, None, "curated:soviet-union", "an abbreviation with spaces"),
    ("Russia", 1945, None, "curated:soviet-union", "the state of the time under its old name"),
    (
        "Hamburgh",
        1861,
        "United States",
        "geonames:2911298",
        "the free city, in the spelling of the time, and no town in New York",
    ),
    ("Brunswick", 1861, "United States", "geonames:2945024", "the residence of the duchy"),
    ("Brunswick", 1945, "United States", "geonames:5148480", "today one of its namesakes"),
    ("Russia", 1861, None, "curated:russian-empire", "the empire"),
    ("Azerbaijan", 1945, "IR", "curated:azerbaijan-ir", "the Iranian province"),
    ("Azerbaijan", 1945, "Iran", "curated:azerbaijan-ir", "a name will do for the neighbourhood"),
    ("Tallin", 1945, None, "geonames:588409", "Tallinn in the spelling of the time"),
    ("Petrograd", 1916, None, "geonames:498817", "St. Petersburg in the Great War"),
    ("Léopoldville", 1960, None, "geonames:2314302", "Kinshasa until 1966"),
    ("Leopoldville", 1960, None, "geonames:2314302", "without its accent"),
    ("CHUNGKING", 1943, None, "geonames:1814906", "in capitals"),
    ("Batavia", 1948, "US", "geonames:1642911", "the colonial capital, not the town in New York"),
    ("Batavia", None, None, "geonames:1642911", "an old name is read as such where the year is unknown"),
    ("Russia", None, None, "curated:russia", "without a year, the state of today"),
    ("White Russia", 1945, None, "curated:belarus", "Byelorussia"),
    ("Siam", 1900, None, "curated:siam", "Thailand until 1939"),
    ("Kremlin", 1945, None, "curated:kremlin", "a site"),
    ("Normandy", 1944, None, "curated:normandy-fr", "a region"),
    ("Eastern front", 1943, None, None, "no fixed place"),
    ("Xyzzyville", None, None, None, "nobody knows it"),
]


@pytest.mark.parametrize(("name", "when", "near", "place_id", "reason"), NAMES)
def test_locate(
    gazetteers: Gazetteers, name: str, when: int | None, near: str | None, place_id: str | None, reason: str
) -> None:
    place = gazetteers.locate(name, when=when, near=near)
    assert (place.id if place else None) == place_id, reason


NAMES_OF_STATES = [
    ("RU", 1945, "Soviet Union"),
    ("RU", 1861, "Russia"),
    ("RU", 2000, "Russia"),
    ("IR", 1921, "Persia"),
    ("IR", 1946, "Iran"),
    ("TR", 1914, "Ottoman Empire"),
    ("TR", 1946, "Turkey"),
    ("GB", 1945, "United Kingdom"),
    ("US", None, "United States"),
    ("DE", 1945, "Germany"),
    ("CN", 1943, "China"),
    ("TH", 1930, "Siam"),
    ("QQ", 1945, "QQ"),
]


@pytest.mark.parametrize(("iso", "when", "name"), NAMES_OF_STATES)
def test_states_have_the_name_of_the_time(gazetteers: Gazetteers, iso: str, when: int | None, name: str) -> None:
    assert gazetteers.country_name(iso, when) == name


def test_a_place_keeps_its_name_as_written_and_has_its_name_of_today(gazetteers: Gazetteers) -> None:
    place = gazetteers.locate("Tallin", when=1945)
    assert place is not None
    assert (place.as_written, place.name, place.country, place.kind) == ("Tallin", "Tallinn", "EE", "settlement")


def test_ids_lead_back_to_places(gazetteers: Gazetteers) -> None:
    for place_id in ("geonames:588409", "curated:soviet-union", "curated:kremlin"):
        place = gazetteers.by_id(place_id)
        assert place is not None and place.id == place_id
    assert gazetteers.by_id("geonames:1") is None


NO_IDS = [
    "nonsense", "", "geonames:", "geonames:²", "geonames:٣", f"geonames:{'9' * 5_000}", "x geonames:588409",
    "geonames:588409\n",
]  # fmt: skip


@pytest.mark.parametrize("place_id", NO_IDS)
def test_an_id_that_is_none_is_nobodys(gazetteers: Gazetteers, place_id: str) -> None:
    assert gazetteers.by_id(place_id) is None


def test_an_id_mistyped_in_a_correction_is_a_sentence(gazetteers: Gazetteers) -> None:
    with pytest.raises(CorrectionError, match="no gazetteer knows the place “Tabriz"):
        editors_place("Tabriz [geonames:²]", 1945, lambda name, when: gazetteers.by_id(name, when=when))


def test_other_readings_are_kept_for_correction(gazetteers: Gazetteers) -> None:
    place = gazetteers.locate("Paris")
    assert place is not None and len(place.alternatives) >= 2
    assert gazetteers.alternatives("Paris")[0].id == place.id
