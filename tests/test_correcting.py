"""What the correction form offers for what is typed: places, dates, and OpenStreetMap only where it is switched on."""

from __future__ import annotations

from pathlib import Path

import pytest
from geopy.exc import GeocoderUnavailable
from geopy.location import Location

from dashboard import cache, config
from dashboard.components import correcting
from dashboard.components.correction_panel import found_places
from dashboard.errors import DateError
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.nominatim import Ask, Nominatim

SERKIN = {"osm_type": "node", "osm_id": 7, "lat": "37.1", "lon": "47.2", "name": "Serkin", "addresstype": "village"}


@pytest.fixture(autouse=True)
def opened(gazetteers: Gazetteers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "gazetteers", lambda: gazetteers)


def switched_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: Ask) -> None:
    monkeypatch.setattr(cache, "online", lambda: Nominatim(tmp_path / "lookups.sqlite", ask=ask))


def answers(name: str, **_: object) -> list[Location]:
    return [Location(name, (37.1, 47.2), SERKIN)]


def unreachable(name: str, **_: object) -> list[Location]:
    raise GeocoderUnavailable(name)


def not_asked(name: str, **_: object) -> list[Location]:
    pytest.fail(f"OpenStreetMap was asked about {name}")


def test_readings_of_a_name_are_told_apart() -> None:
    found = found_places("Azerbaijan", 1945, ask=False)
    assert found is not None
    assert [each["name"] for each in found["options"]] == ["Azerbaijan SSR", "Azerbaijan"]
    assert found["options"][1]["cell"] == "Azerbaijan [curated:azerbaijan-ir]"


def test_switched_off_nobody_is_asked_or_offered() -> None:
    assert not config.ONLINE and cache.online() is None
    found = found_places("Qqserkin", 1945, ask=True)
    assert found is not None
    assert "ask" not in found and "No gazetteer knows this name" in found["message"]


def test_switched_on_it_is_offered_for_unknown_names_and_asked_on_request(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    switched_on(monkeypatch, tmp_path, not_asked)
    assert found_places("Qqserkin", 1945, ask=False) == {
        "options": [],
        "message": "No gazetteer knows this name. Type another name of the place, or its coordinates.",
        "ask": "Qqserkin",
    }
    known = found_places("Tabriz", 1945, ask=True)
    assert known is not None and known["options"] and "ask" not in known
    long = found_places("a sentence " * 20, 1945, ask=True)
    assert long is not None and not long["options"], "no more than a name leaves this machine"
    switched_on(monkeypatch, tmp_path, answers)
    (option,) = (found_places("Qqserkin", 1945, ask=True) or {})["options"]
    assert option["cell"] == "Serkin @ 37.10000, 47.20000"
    assert "OpenStreetMap contributors (ODbL), asked 20" in option["why"]


def test_where_it_cannot_be_reached_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    switched_on(monkeypatch, tmp_path, unreachable)
    found = found_places("Qqserkin", 1945, ask=True)
    assert found is not None
    assert found["options"] == [] and "could not be asked for “Qqserkin”" in found["message"]


DATES = [
    ("1945-12-19", "1945-12-19"),
    ("1945~", "1945~"),
    (" 1945-02-04/1945-02-11 ", "1945-02-04/1945-02-11"),
    ("19 December 1945", "1945-12-19"),
    ("about 1945", "1945~"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "edtf"), DATES)
def test_a_date_is_typed_as_edtf_or_as_one_writes_it(typed: str, edtf: str) -> None:
    assert correcting.typed_date(typed) == edtf


@pytest.mark.parametrize("typed", ["yesterday", "19 December 1945 and 1946", "1945-13", "<b>1945</b>"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(DateError):
        correcting.typed_date(typed)
