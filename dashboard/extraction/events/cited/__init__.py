"""Papers cited: “your telegram 782, May 25”, from whom and to whom they went."""

from dashboard.extraction.events.cited.citations import find_citations

__all__ = ["find_citations"]
