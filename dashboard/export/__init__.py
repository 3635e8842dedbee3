"""Any view in the form the next tool takes: a Selection in, one file out, with its sources and what was left out."""

from dashboard.export.base import VIEWS, Format
from dashboard.export.files import write_file
from dashboard.export.formats import FORMATS, export, format_named
from dashboard.export.look import SCALES, SIZES, THEMES, Look, look_named
from dashboard.export.selection import Selection, chosen_filters, select

__all__ = [
    "FORMATS",
    "SCALES",
    "SIZES",
    "THEMES",
    "VIEWS",
    "Format",
    "Look",
    "Selection",
    "chosen_filters",
    "export",
    "format_named",
    "look_named",
    "select",
    "write_file",
]
