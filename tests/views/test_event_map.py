"""The map of single places: what stands on it, in which look, and what each mark says."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.views.event_map import event_map
from tests.views.map_rows import SETTING, frame, place, script_of, sent

EUROPE = [(55.76, 37.62), (52.52, 13.4), (51.5, -0.13), (44.5, 34.17), (43.59, 39.72), (59.44, 24.75), (40.41, 49.87)]
SAN_FRANCISCO = (37.77, -122.42)


def test_settlements_and_sites_are_marks_and_countries_regions_and_seas_are_areas() -> None:
    kinds = ("settlement", "site", "country", "region", "water", "other")
    told = sent(event_map(frame(*(place(kind, kind=kind) for kind in kinds)), SETTING))
    assert [row[1] for row in told["marks"]] == ["settlement", "site", "other"]
    assert [row[1] for row in told["areas"]] == ["country", "region", "water"]


def test_a_wide_place_of_no_kind_is_an_area() -> None:
    told = sent(event_map(frame(place("Eastern front", kind="other", radius_km=600.0)), SETTING))
    assert [row[1] for row in told["areas"]] == ["Eastern front"]


@pytest.mark.parametrize(
    ("families", "family"),
    [
        ({"a": "meeting", "b": "meeting"}, "meeting"),  # both agree: their colour and shape
        ({"a": "meeting", "b": "war"}, ""),  # they differ: ink
        ({}, ""),  # nobody said: ink
    ],
)
def test_a_filled_mark_takes_the_family_its_events_share(families: dict[str, str], family: str) -> None:
    told = sent(event_map(frame(place("Moscow", event_ids=["a", "b"])), SETTING, families=families))
    assert told["marks"][0][5] == family


def test_hollow_marks_have_no_events() -> None:
    told = sent(event_map(frame(place("Baku", spoken_ids=["a"], mentions=4), place("Yalta", event_ids=["a"])), SETTING))
    assert [(row[1], row[6]) for row in told["marks"]] == [("Baku", []), ("Yalta", [0])]


def test_events_shared_by_two_places_count_once_when_they_merge() -> None:
    told = sent(event_map(frame(place("Potsdam", event_ids=["a", "b"]), place("Berlin", event_ids=["b"])), SETTING))
    assert [row[6] for row in told["marks"]] == [[0, 1], [1]]


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"event_ids": ["a"], "mentions": 1}, "1 event · named once"),
        ({"event_ids": ["a", "b"], "mentions": 0}, "2 events"),
        ({"mentions": 4}, "spoken of; no event is placed here · named 4 times"),
        ({"as_written": ["Tallin"]}, "spoken of; no event is placed here · named once · as written: Tallin"),
    ],
)
def test_a_mark_says_what_it_stands_for(changes: dict[str, Any], note: str) -> None:
    told = sent(event_map(frame(place("Tallinn", **changes)), SETTING))
    assert told["marks"][0][9] == note


def test_the_first_view_leaves_out_what_is_far_and_names_it() -> None:
    rows = [place(f"town {at}", lat, lon) for at, (lat, lon) in enumerate(EUROPE)]
    rows += [place("San Francisco", *SAN_FRANCISCO)]
    figure = event_map(frame(*rows), SETTING)
    assert figure.outside == ("San Francisco",)
    south, west, north, east = figure.view
    assert (south, west, north, east) == (40.41, -0.13, 59.44, 49.87)


def test_a_state_is_lettered_across_its_land_not_at_its_capital() -> None:
    moscow = place("Soviet Union", 55.7558, 37.6173, id="curated:soviet-union", kind="country", radius_km=2330.0)
    assert sent(event_map(frame(moscow), SETTING))["areas"][0][3] > 50


def test_a_site_is_not_said_to_be_written_otherwise_than_with_its_town() -> None:
    kremlin = place("Kremlin, Moscow", 55.752, 37.6175, id="curated:kremlin", kind="site", as_written=["Kremlin"])
    (told,) = sent(event_map(frame(kremlin), SETTING))["marks"]
    assert told[1] == "Kremlin, Moscow" and "as written" not in told[9]


def test_a_place_that_may_as_well_be_another_is_drawn_so_and_says_it() -> None:
    settled, doubtful = sent(event_map(frame(place("Here"), place("Vienna", rivals=2)), SETTING))["marks"]
    assert (settled[10], doubtful[10]) == (0, 1)
    assert "another place of that name is as likely" in doubtful[9] and "another" not in settled[9]


def test_places_without_coordinates_are_named_not_drawn() -> None:
    figure = event_map(frame(place("Nowhere", float("nan"), float("nan")), place("Riga")), SETTING)
    assert figure.unlocated == ("Nowhere",)
    assert [row[1] for row in sent(figure)["marks"]] == ["Riga"]


def test_no_places_still_give_a_map() -> None:
    told = sent(event_map(frame(), SETTING))
    assert told["marks"] == [] and told["areas"] == []


def test_fifty_places_stay_well_under_the_budget_of_an_interaction() -> None:
    rows = [
        place(f"A place of some name {at}", at, at, event_ids=[f"{at}{hand}" for hand in "abc"]) for at in range(50)
    ]
    figure = event_map(frame(*rows), SETTING)
    assert len(script_of(figure)) < 10_000
