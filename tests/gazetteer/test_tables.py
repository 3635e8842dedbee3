"""Every row of data/gazetteer: its id exists, its years are in order, its point lies where it says."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest

from dashboard import config
from dashboard.gazetteer import Gazetteers
from dashboard.gazetteer.curated import TABLES, Entry, read_table

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


def test_years_are_in_order() -> None:
    for entry in entries():
        if entry.start and entry.end:
            assert entry.start <= entry.end, entry


def test_geonames_ids_exist_in_the_country_given(gazetteers: Gazetteers) -> None:
    for entry in entries():
        if entry.geonames:
            row = gazetteers.geonames.by_id(entry.geonames)
            assert row is not None and row.country == entry.country, entry


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
