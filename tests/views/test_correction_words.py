"""Corrections and readings in words."""

import pytest

from dashboard.corrections import Correction
from dashboard.gazetteer import Gazetteers
from dashboard.model import Place
from dashboard.views.correction_words import correction_in_words, reading_in_words, signed, source_in_brief


def row(field: str, old: str, new: str, *, event: str = "e") -> Correction:
    return Correction(event, field, old, new, "Anna Berg", "2026-11-29", "seen in the archive")


WORDS = [
    (row("title", "A talk", "The talk"), "Title: A talk → The talk"),
    (row("date", "1945", "1945-02-04/1945-02-11"), "Date of “The talk”: 1945 → 4–11 February 1945"),
    (row("date", "1945", ""), "Date of “The talk”: 1945 → undated"),
    (
        row("place", "Yalta", "Moscow [geonames:524901]; Kuntsevo @ 55.73, 37.4"),
        "Place of “The talk”: Yalta → Moscow; Kuntsevo @ 55.73, 37.4",
    ),
    (row("hide", "The talk", ""), "Hidden: The talk"),
    (row("locate", "Serkin", "Sarkin [geonames:1]", event=""), "“Serkin” is Sarkin"),
    (row("locate", "Serkin", "", event="d5"), "“Serkin” is no place, in d5 only"),
]


@pytest.mark.parametrize(("correction", "words"), WORDS)
def test_what_was_changed(correction: Correction, words: str) -> None:
    assert correction_in_words(correction, "The talk") == words


def test_who_when_and_why() -> None:
    assert signed(row("hide", "", "")) == "Anna Berg, 29 November 2026 · seen in the archive"


def test_readings_are_told_apart(gazetteers: Gazetteers) -> None:
    readings = gazetteers.alternatives("Azerbaijan", when=1945)
    said = [reading_in_words(place, gazetteers.country_name, 1945) for place in readings]
    assert said[0] == "state, 40.40° N, 48.50° E · GeoNames 587116"
    assert any(each.startswith("region, Iran, ") for each in said), said
    point = Place("", "38, 46", 38, 46, "site")
    assert reading_in_words(point, gazetteers.country_name, None) == "point on the map, 38.00° N, 46.00° E"


def test_a_source_is_named_in_brief() -> None:
    assert source_in_brief("data/gazetteer/sites.csv, Kremlin; GeoNames 524901, CC BY 4.0") == "GeoNames 524901"
    assert source_in_brief("data/gazetteer/capitals_and_posts.csv, Moscow") == "table of capitals and posts"
    assert source_in_brief("set by an editor: seen") == "set by an editor: seen"
