"""The map of a picture: the still twin of the map on the screen, with the same marks and lettering."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.english import counted
from dashboard.export.look import Look
from dashboard.export.pictures.body import Body
from dashboard.export.pictures.counted_map import COUNTED, counted_map
from dashboard.export.pictures.ground import CREDIT
from dashboard.export.pictures.projection import NAMES
from dashboard.export.pictures.still_map import StillMap
from dashboard.export.selection import Selection
from dashboard.queries import summary
from dashboard.views.map_places import located_rows
from dashboard.views.timeline_bins import MOST_MARKS

KEY_HEIGHT = 24.0
"""Room for the signs under the map."""


def map_body(selection: Selection, look: Look, width: float, height: float) -> Body:
    """The places of a selection; of very many events, how many happened around which."""
    if selection.count > MOST_MARKS and not selection.telling:
        return _counted(selection, look, width, height)
    located, unlocated = located_rows(selection.places())
    events = selection.events()
    families = dict(zip(events["id"], events["family"], strict=True))
    drawing = StillMap(located, families, look.theme, width, height - KEY_HEIGHT)
    group = drawing.group
    drawing.key(height - KEY_HEIGHT / 2 + 2)
    beyond = [f"Beyond the frame: {_listed(drawing.outside)}."] if drawing.outside else []
    nowhere = [f"Not located: {_listed(unlocated)}."] if unlocated else []
    geonames = " Places: GeoNames, CC BY 4.0." if any("GeoNames" in row["source"] for row in located) else ""
    credit = f"Map: {CREDIT}; {NAMES[drawing.projection.kind]} projection.{geonames}"
    return Body(group, " ".join([*beyond, *nowhere]), credit, _alt(selection, drawing))


def _counted(selection: Selection, look: Look, width: float, height: float) -> Body:
    drawing = counted_map(selection, look, width, height - KEY_HEIGHT)
    drawing.key(height - KEY_HEIGHT / 2 + 2)
    known = summary(selection.atlas, selection.filters)
    nowhere = f" Not on it: {counted(known.unplaced, 'event')} without a place." if known.unplaced else ""
    credit = f"Map: {CREDIT}; {NAMES[drawing.projection.kind]} projection. Places: GeoNames, CC BY 4.0."
    return Body(drawing.group, f"{COUNTED}{nowhere}", credit, _alt(selection, drawing))


def _listed(names: Sequence[str], most: int = 8) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def _alt(selection: Selection, drawing: StillMap) -> str:
    """What somebody who cannot see the picture is told: what it shows, and the places where most happened."""
    happened = [group.words for group in drawing.groups if group.events]
    spoken = sum(not group.events for group in drawing.groups)
    told = f" Events at: {'; '.join(happened[:12])}{' and others' * (len(happened) > 12)}." if happened else ""
    only = f" {counted(spoken, 'place')} only spoken of." if spoken else ""
    return f"Map: {selection.statement}{told}{only}"
