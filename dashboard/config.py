"""Where things are: the folders of the checkout, and the few settings that come from the environment."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""

DATA = ROOT / "data"
"""Knowledge that ships with the project (see data/README.md)."""

BUILD = Path(os.environ.get("DASHBOARD_BUILD", ROOT / "build"))
"""What is made from DATA and can be deleted at any time: compiled gazetteers, atlases. Not in version control."""

ATLAS = Path(os.environ.get("DASHBOARD_ATLAS", BUILD / "atlas"))
"""The folder of the atlas that the dashboard opens; `--atlas` sets it."""

ONLINE = os.environ.get("DASHBOARD_ONLINE", "") == "1"
"""Whether a reader may ask OpenStreetMap, about a name that nobody here knows or for its street map: off, unless
`run --online` sets it."""

READ_ONLY = os.environ.get("DASHBOARD_READ_ONLY", "") == "1"
"""Whether readers may change nothing: no corrections, no documents, no files; `run --read-only` sets it."""

NOMINATIM = os.environ.get("DASHBOARD_NOMINATIM", "https://nominatim.openstreetmap.org")
"""The Nominatim that is asked: OpenStreetMap's, or one of one's own."""

LOOKUPS = "lookups.sqlite"
"""What Nominatim answered, beside the atlas."""

STATIC = ROOT / "dashboard" / "static"
"""What Streamlit serves to the browser: Leaflet and the base map, copied here at set-up. Not in version control."""
