"""Finds the names of places in a document, and tells them from people, ships, newspapers and common words."""

from dashboard.extraction.places.finding import find_places

__all__ = ["find_places"]
