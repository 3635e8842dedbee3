"""What is asked of an atlas: Filters in, rows, counts and words out. The only door between the store and the screen.

Filters is one frozen object that is the cache key, the SQL with bound values, the English caption and the URL's query.
"""

from dashboard.queries.bins import Binning, count_bins, count_lanes, extent, fill_bins, main_stretch, outside
from dashboard.queries.cells import count_areas, count_cells, count_places
from dashboard.queries.columns import EVENT_COLUMNS, PLACE_COLUMNS
from dashboard.queries.corrected import unfulfilled
from dashboard.queries.documents import (
    Collection,
    DocumentRow,
    collections,
    document,
    document_row,
    documents_of,
    neighbours,
)
from dashboard.queries.events import EventDetail, Passage, event_detail, events_among, find_events
from dashboard.queries.facets import Count, Summary, count_by, count_choices, has_event, summary, why_empty
from dashboard.queries.filters import EVERYTHING, FACETS, QUERY_KEYS, Filters
from dashboard.queries.mentions import Link, MentionRow, links_in, mentions_in
from dashboard.queries.names import labels, titles
from dashboard.queries.order import SORTS, Standing, event_page, first_event, standing
from dashboard.queries.place import PlaceDetail, Spoken, lit_event, place_detail
from dashboard.queries.places import find_places
from dashboard.queries.shelf import MOST_HITS, Shelf, shelf, words_in
from dashboard.queries.unlocated import NamePassage, Unlocated, UnlocatedName, count_unlocated, unlocated_names
from dashboard.queries.untold import Untold, UntoldCount, count_untold, untold_in
from dashboard.store.atlas import Atlas
from dashboard.store.snippet import Piece

__all__ = [
    "EVENT_COLUMNS",
    "EVERYTHING",
    "FACETS",
    "MOST_HITS",
    "PLACE_COLUMNS",
    "QUERY_KEYS",
    "SORTS",
    "Atlas",
    "Binning",
    "Collection",
    "Count",
    "DocumentRow",
    "EventDetail",
    "Filters",
    "Link",
    "MentionRow",
    "NamePassage",
    "Passage",
    "Piece",
    "PlaceDetail",
    "Shelf",
    "Spoken",
    "Standing",
    "Summary",
    "Unlocated",
    "UnlocatedName",
    "Untold",
    "UntoldCount",
    "collections",
    "count_areas",
    "count_bins",
    "count_by",
    "count_cells",
    "count_choices",
    "count_lanes",
    "count_places",
    "count_unlocated",
    "count_untold",
    "document",
    "document_row",
    "documents_of",
    "event_detail",
    "event_page",
    "events_among",
    "extent",
    "fill_bins",
    "find_events",
    "find_places",
    "first_event",
    "has_event",
    "labels",
    "links_in",
    "lit_event",
    "main_stretch",
    "mentions_in",
    "neighbours",
    "outside",
    "place_detail",
    "shelf",
    "standing",
    "summary",
    "titles",
    "unfulfilled",
    "unlocated_names",
    "untold_in",
    "why_empty",
    "words_in",
]
