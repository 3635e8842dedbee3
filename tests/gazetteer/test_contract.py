"""Every gazetteer of the family keeps geopy's contract."""

from __future__ import annotations

import pytest
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.base import Candidate, Gazetteer


@pytest.fixture(params=["Curated", "GeoNames"])
def member(request: pytest.FixtureRequest, gazetteers: Gazetteers) -> Gazetteer:
    return next(m for m in gazetteers.members if type(m).__name__ == request.param)


def test_is_a_geocoder(member: Gazetteer) -> None:
    assert isinstance(member, Geocoder)


def test_one_answer_is_a_location_with_its_row(member: Gazetteer) -> None:
    location = member.geocode("Tehran")
    assert isinstance(location, Location)
    assert isinstance(location.raw, Candidate)
    assert (location.latitude, location.longitude) == pytest.approx((35.69, 51.42), abs=0.1)


def test_several_answers_are_a_list(member: Gazetteer) -> None:
    found = member.geocode("Tehran", exactly_one=False)
    assert isinstance(found, list) and found[0].raw.country == "IR"


@pytest.mark.parametrize("query", ["", " ", "Xyzzyville", "'; DROP TABLE places", "\x00", "a" * 10_000])
def test_what_nobody_knows_is_none(member: Gazetteer, query: str) -> None:
    assert member.geocode(query) is None
    assert member.geocode(query, exactly_one=False) is None
