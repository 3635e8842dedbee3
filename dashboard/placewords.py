"""What a place is called on timeline, map, table and page: a site with its town, “White House, Washington”."""

from __future__ import annotations

import csv
from functools import cache

from dashboard import config
from dashboard.model import Place


def called(place: Place) -> str:
    """The name of the place; a well-known site with its town, since not everybody knows where to look."""
    town = _towns().get(place.id)
    return f"{place.name}, {town}" if town and town not in place.name else place.name


@cache
def _towns() -> dict[str, str]:
    """The towns that well-known sites stand in, by place id."""
    with (config.DATA / "basemap" / "site_towns.csv").open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["town"] for row in csv.DictReader(lines)}
