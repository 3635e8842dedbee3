"""Every gazetteer of the family keeps geopy's contract; one that joins it is asked wherever the others are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from geopy.exc import GeocoderUnavailable
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.base import Candidate, Gazetteer
from dashboard.gazetteer.nominatim import Nominatim
from dashboard.gazetteer.typed import typed_places
from dashboard.model import Document, Mention

TEHRAN = {"osm_type": "node", "osm_id": 1, "name": "Tehran", "lat": "35.7", "lon": "51.4",
          "address": {"country_code": "ir"}}  # fmt: skip


def nominatim(name: str, **_asked: object) -> list[Location]:
    """Stands in for the service, which knows one town."""
    return [Location("Tehran", (35.7, 51.4), TEHRAN)] if name == "Tehran" else []


FAMILY = Gazetteers(online=Nominatim(Path("/dev/null/no memory"), ask=nominatim))
ALL = (*FAMILY.members, FAMILY.online)


@pytest.fixture(params=ALL, ids=lambda member: type(member).__name__)
def member(request: pytest.FixtureRequest, gazetteers: Gazetteers) -> Gazetteer:
    assert gazetteers, "they are built"
    found: Gazetteer = request.param
    return found


def test_is_a_geocoder(member: Gazetteer) -> None:
    """Also where geopy's own tools look for what its set-up left behind."""
    assert isinstance(member, Geocoder)
    assert {"adapter", "headers", "proxies", "scheme", "timeout"} <= vars(member).keys()
    assert RateLimiter(member.geocode, min_delay_seconds=0)("Tehran").raw.country == "IR"


def test_none_fetches_anything_by_geopy(member: Gazetteer) -> None:
    with pytest.raises(GeocoderUnavailable, match="stays on this machine"):
        member._call_geocoder("https://example.org", lambda _answer: None)


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


def test_ids_lead_back_to_their_rows(member: Gazetteer) -> None:
    """But for a service, which keeps none."""
    (first, *_) = member.candidates("Tehran")
    found = member.reading(first.id)
    assert found is None if member is FAMILY.online else found and (found.id, found.lat) == (first.id, first.lat)
    assert [member.reading(odd) for odd in ("", "nonsense", "geonames:²", "curated:")] == [None] * 4


class Parishes(Gazetteer):
    """A gazetteer that somebody adds: it knows one parish, and another Tehran."""

    def candidates(self, name: str, *, when: int | None = None) -> Sequence[Candidate]:  # noqa: ARG002
        known = {"Kihelkonna-under-Sea": 57.0, "Tehran": 1.0}
        return [Candidate(f"parish:{name}", name, "settlement", known[name], 22.0, "EE")] if name in known else ()

    def reading(self, place_id: str, *, when: int | None = None) -> Candidate | None:
        return next(iter(self.candidates(place_id.removeprefix("parish:"), when=when)), None)

    def build(self) -> bool:
        return True


def test_one_that_joins_is_asked_wherever_the_others_are(gazetteers: Gazetteers) -> None:
    """Its place in `members` is all that it takes."""
    assert not gazetteers.build()
    family = Gazetteers()
    family.members += (Parishes(),)
    assert family.build(), "it builds what it needs"
    parish = "Kihelkonna-under-Sea"
    assert gazetteers.locate(parish) is None and gazetteers.names.rank(parish) is None
    found = family.locate(parish, when=1921)
    assert found is not None and (found.id, found.country) == (f"parish:{parish}", "EE")
    assert family.by_id(f"parish:{parish}") is not None
    assert family.names.rank(parish) == 0, "a name that is recognised in documents"
    assert [each.id for each in typed_places(family, parish)] == [f"parish:{parish}"]
    assert "parish:Tehran" in [each.id for each in family.alternatives("Tehran")]
    (mention,) = family.resolve(Document("d", parish), [Mention("place", 0, len(parish), parish)])
    assert mention.value is not None
