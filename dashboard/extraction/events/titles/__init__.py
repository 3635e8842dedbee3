"""Titles: one line that a reader understands without the text, and true to it."""

from dashboard.extraction.events.titles.choosing import title_of_draft

__all__ = ["title_of_draft"]
