"""Files become documents: one reader a format, all behind the contract in base.py."""
