"""What a page holds, as plain values: events, places, slides, sources, timeline and map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.datespan import Day
from dashboard.errors import ExportError
from dashboard.export.cells import distinct, one_line
from dashboard.export.cited import cited, web
from dashboard.export.page.counted import counted_timeline
from dashboard.export.page.figures import MapGround, timeline_data
from dashboard.export.page.passages import Passages
from dashboard.export.pictures.map_marks import Row, town_of, weight_of
from dashboard.export.pictures.picture import title_of
from dashboard.export.progress import Counted
from dashboard.export.quoting import shortened
from dashboard.export.selection import Selection
from dashboard.export.telling import Telling, Told, known_of, places_among
from dashboard.queries import EVERYTHING, Atlas, events_among, find_events, find_places, labels, main_stretch, summary
from dashboard.queries.entries import Entry, Quotation, entries_of
from dashboard.views.citation import citation
from dashboard.views.map_places import is_area, located_rows
from dashboard.views.place_words import place_basis, then_and_now
from dashboard.views.theme import FAMILIES, look
from dashboard.views.timeline import FOLD_BELOW
from dashboard.views.timeline_bins import MOST_MARKS
from dashboard.views.timeline_window import Window

MOST_EVENTS = 10_000
"""Events to explore that a page takes along: more are no file that one would send, nor wait for."""
PASSAGES = 100
"""Events between two words on how far the page is."""
WAY_OUT = (
    "Narrow the filters, by topic, country or dates; or take all of them as a table (csv, xlsx, parquet) or for a map "
    "(geojson), or the timeline and the map as pictures, which count them."
)
METHOD = (
    "Events, dates and places were found by a program in the text of the documents named here, or added and corrected "
    "by editors where an event says so. Every event shows the words it rests on and says how its date and place are "
    "known: check them before you cite."
)


def content_of(selection: Selection, opens_with: str) -> dict[str, Any]:
    """Everything the page shows; raises ExportError for more events than it can hold, unless they are told."""
    telling = selection.telling
    selection.tell("Reading the events")
    entries, rows, left_behind = _events(selection)
    events = {entry.event.id: at for at, entry in enumerate(entries)}
    located, unlocated = located_rows(_places(selection, events))
    places = {row["id"]: at for at, row in enumerate(located)}
    window = _years_about(selection, rows)
    ground = MapGround(located)
    passages = Passages(selection.atlas, entries, events, places)
    families = dict(zip(rows["id"], rows["family"], strict=True))
    counted = Counted(entries, len(entries), selection.tell, every=PASSAGES)
    called = labels(selection.atlas, "countries")
    return {
        "title": one_line(title_of(selection)),
        "subtitle": one_line(telling.story.subtitle) if telling else "",
        "leftOut": " ".join(each for each in (selection.left_out, left_behind) if each),
        "method": METHOD,
        "mode": opens_with,
        "first": _first(entries, telling, _within(selection.atlas, rows, window)),
        "families": [{"key": each.key, "label": each.label, "path": each.path} for each in FAMILIES],
        "events": [_event(each, families, places, passages) | _filed(each, called) for each in counted],
        "places": [_place(row, events, ground) for row in located],
        "slides": [_slide(each, events, places) for each in (telling.told if telling else ())],
        "sources": [{"cite": citation(each), "url": web(each.record.url)} for each in selection.sources],
        "timeline": _timeline(selection, rows, events, window),
        "map": ground.data(unlocated, counted=len(rows) > MOST_MARKS),
    }


def _events(selection: Selection) -> tuple[list[Entry], pd.DataFrame, str]:
    """The events of the filters and those that are told, in order of time, and a sentence where some stay behind."""
    atlas, telling = selection.atlas, selection.telling
    count = summary(atlas, selection.filters).events
    if count > MOST_EVENTS and not telling:
        raise ExportError(f"A page holds {MOST_EVENTS:,} events, not {count:,}. {WAY_OUT}")
    around = find_events(atlas, selection.filters)["id"] if count <= MOST_EVENTS else []
    told = [entry.event.id for entry in telling.entries] if telling else []
    rows = events_among(atlas, list(dict.fromkeys([*around, *told])))
    known = entries_of(atlas, list(rows["id"]))
    said = f"Of {count:,} events this page holds only those told; it has room for {MOST_EVENTS:,}."
    return [known[each] for each in rows["id"]], rows, said if count > MOST_EVENTS else ""


def _timeline(
    selection: Selection, rows: pd.DataFrame, events: Mapping[str, int], window: Window | None
) -> dict[str, Any]:
    """Every event as a mark; of very many, columns that count them."""
    if len(rows) <= MOST_MARKS:
        return timeline_data(selection.atlas, rows, events, window=window)
    return counted_timeline(selection.atlas, selection.filters, events)


def _years_about(selection: Selection, rows: pd.DataFrame) -> Window | None:
    """The years to open on, where a few of many events lie far off; None where the reader chose the dates, or where
    something that is told lies beyond.
    """
    atlas, filters, telling = selection.atlas, selection.filters, selection.telling
    if not FOLD_BELOW <= len(rows) <= MOST_MARKS or filters.date_from or filters.date_to:
        return None
    window = main_stretch(atlas, filters)
    if window is None or telling is None:
        return window
    told = {entry.event.id for entry in telling.entries if entry.event.date}
    return window if told <= _within(atlas, rows, window) else None


def _within(atlas: Atlas, rows: pd.DataFrame, window: Window | None) -> set[str]:
    """The ids of those of the events that touch the window; of all without one."""
    if window is None:
        return set(rows["id"])
    dates = replace(EVERYTHING, date_from=window[0], date_to=window[1])
    return set(events_among(atlas, list(rows["id"]), dates)["id"])


def _first(entries: Sequence[Entry], telling: Telling | None, in_sight: set[str]) -> int:
    """The event that is open when exploring begins: the first that is told, else of those in sight the best attested
    of the text.
    """
    ids = [entry.event.id for entry in entries]
    if telling and telling.story.slides and telling.entries:
        return ids.index(telling.entries[0].event.id)
    rank = [
        (entry.event.id in in_sight, entry.event.certainty == "explicit", len(entry.quotations)) for entry in entries
    ]
    return rank.index(max(rank)) if rank else -1


def _places(selection: Selection, events: Mapping[str, int]) -> pd.DataFrame:
    """The places of the events that the page holds, and those that are told."""
    telling = selection.telling
    rows = find_places(selection.atlas, EVERYTHING if telling else selection.filters)
    told = telling.places if telling else []
    kept = places_among(rows, events)
    return kept[(kept["event_ids"].str.len() > 0) | (kept["spoken_ids"].str.len() > 0) | kept["id"].isin(told)]


def _event(entry: Entry, families: Mapping[str, str], places: Mapping[str, int], passages: Passages) -> dict[str, Any]:
    event = entry.event
    first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
    return {
        "id": event.id,
        "title": event.title,
        "when": entry.date_text,
        "basis": entry.date_basis,
        "from": _iso(first or last),
        "to": _iso(last or first),
        "where": "; ".join(dict.fromkeys(map(then_and_now, event.places))),
        "whereBasis": place_basis(event.places),
        "places": [places[each] for each in dict.fromkeys(place.id for place in event.places) if each in places],
        "family": families[event.id],
        "look": look(event.status, listed=event.listed),
        "status": "" if event.status == "happened" else event.status,
        "topics": entry.topics,
        "states": entry.countries,
        "kinds": (event.kind.capitalize(),),
        "people": distinct(person.name for person in event.people),
        "told": entry.told_by or "According to the document itself.",
        "checked": entry.checked,
        "passages": passages.of(entry),
    }


def _filed(entry: Entry, called: Mapping[str, str]) -> dict[str, Any]:
    """The states that a chip finds the event by, each under the one name that the dashboard filters it by."""
    return {"countries": [called.get(code, code) for code in entry.event.countries]}


def _iso(day: Day | None) -> str:
    return day.isoformat() if day else ""


def _place(row: Row, events: Mapping[str, int], ground: MapGround) -> dict[str, Any]:
    """A place where it stands, with what happened there and what only speaks of it."""
    x, y = ground.at(row["lat"], row["lon"])
    others = [name for name in row["as_written"] if name.casefold() != str(row["name"]).casefold()]
    return {
        "id": row["id"],
        "name": row["name"],
        "town": town_of(row),
        "written": others[:4],
        "kind": row["kind"],
        "area": int(is_area(row)),
        "reach": round(ground.projection.across(float(row["radius_km"])), 1),
        "x": x,
        "y": y,
        "north": ground.north(row["lat"], row["lon"]),
        "events": sorted(events[each] for each in row["event_ids"]),
        "spoken": sorted(events[each] for each in row["spoken_ids"]),
        "weight": weight_of(row),
        "source": row["source"],
    }


def _slide(told: Told, events: Mapping[str, int], places: Mapping[str, int]) -> dict[str, Any]:
    """A slide in its own words; what else is known stands with the event or the place."""
    here = places.get(told.slide.id, -1) if told.place else events[told.entries[0].event.id]
    return {
        "kind": told.slide.kind,
        "at": here,
        "title": told.title,
        "subtitle": told.subtitle,
        "known": known_of(told),
        "sentence": told.sentence,
        "quotes": [_quoted(each) for each in told.quotations[:1]],
        "more": max(0, len(told.quotations) - 1),
    }


def _quoted(quotation: Quotation) -> dict[str, Any]:
    return {
        "words": shortened(quotation),
        "cite": cited(quotation),
        "url": web(quotation.source.record.url),
    }
