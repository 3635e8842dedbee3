"""Names become places, by time and neighbourhood; every gazetteer answers by geopy's contract (base.py)."""

from dashboard.gazetteer.family import Gazetteers, open_gazetteers

__all__ = ["Gazetteers", "open_gazetteers"]
