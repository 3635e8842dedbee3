"""Dateline: when and where a document says it was written, and on what basis; silence rather than a guess.

lines.py finds the opening and closing lines, own_date.py and file_number.py the date, own_place.py the place.
"""

from dashboard.extraction.dateline.own_date import document_date
from dashboard.extraction.dateline.own_place import PlaceName, document_place_names

__all__ = ["PlaceName", "document_date", "document_place_names"]
