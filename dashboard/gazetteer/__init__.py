"""Names become places, by time and neighbourhood; every gazetteer answers by geopy's contract (base.py)."""

from dashboard.gazetteer.family import Gazetteers

__all__ = ["Gazetteers"]
