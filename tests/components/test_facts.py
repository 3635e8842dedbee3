"""The facts of a place: whose table it comes from, and only the readings a reader could mistake it for."""

from __future__ import annotations

import pytest

from dashboard.components.facts import namesake
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.resolution import apart
from dashboard.views.place_words import source_in_words

MISTAKABLE = [
    ("Baku", 1945, set(), "Burke in Texas was once spelled so"),
    ("Kaunas", 1945, set(), "the counties around it are the same place to a reader"),
    ("Azerbaijan", 1945, {"Azerbaijan SSR"}, "the Soviet republic beside the Iranian province"),
    ("Paris", 1945, {"Paris", "París"}, "the towns of that name, not New Paris"),
]


@pytest.mark.parametrize(("name", "when", "others", "reason"), MISTAKABLE)
def test_other_readings_bear_the_name_and_lie_elsewhere(
    gazetteers: Gazetteers, name: str, when: int, others: set[str], reason: str
) -> None:
    first, *rest = gazetteers.ranked(name, when=when, near="Iran" if name == "Azerbaijan" else None)
    assert {each.name for each in rest if namesake(each.name, each.kind, [name]) and apart(first, each)} == others, (
        reason
    )


SOURCES = [
    (
        "data/gazetteer/capitals_and_posts.csv, Baku; GeoNames 587084, CC BY 4.0",
        "Our table of capitals and posts; GeoNames 587084, CC BY 4.0",
    ),
    ("data/gazetteer/regions.csv, Azerbaijan", "Our table of regions"),
    ("GeoNames 587084, CC BY 4.0", "GeoNames 587084, CC BY 4.0"),
    ("set by a reader, 38.08, 46.29", "set by a reader, 38.08, 46.29"),
]


@pytest.mark.parametrize(("source", "words"), SOURCES)
def test_a_source_is_told_without_the_path_of_its_file(source: str, words: str) -> None:
    assert source_in_words(source) == words
