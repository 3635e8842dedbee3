"""Any view in the form the next tool takes: a Selection in, one file out, with its sources and what was left out."""

from dashboard.export.base import VIEWS, Format
from dashboard.export.formats import FORMATS, export, format_named, views_of
from dashboard.export.look import SCALES, SIZES, THEMES, Look, look_named
from dashboard.export.making import Making
from dashboard.export.progress import Tell, silent
from dashboard.export.selection import Selection, as_story, chosen_filters, select, select_story
from dashboard.export.story import MOST_SLIDES, Slide, Story, Style, slides_of
from dashboard.export.story_file import parse_story, read_story, story_text
from dashboard.export.telling import Telling, Told, telling_of
from dashboard.on_disk import write_file

__all__ = [
    "FORMATS",
    "MOST_SLIDES",
    "SCALES",
    "SIZES",
    "THEMES",
    "VIEWS",
    "Format",
    "Look",
    "Making",
    "Selection",
    "Slide",
    "Story",
    "Style",
    "Tell",
    "Telling",
    "Told",
    "as_story",
    "chosen_filters",
    "export",
    "format_named",
    "look_named",
    "parse_story",
    "read_story",
    "select",
    "select_story",
    "silent",
    "slides_of",
    "story_text",
    "telling_of",
    "views_of",
    "write_file",
]
