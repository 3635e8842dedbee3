"""Events of the reference list: conferences, treaties, wars and the like that a document names."""

from dashboard.extraction.events.named.naming import find_named

__all__ = ["find_named"]
