"""A synthetic atlas: documents made up one after the other until there are so many events, saved like any other."""

from __future__ import annotations

import math
from pathlib import Path

from dashboard import config
from dashboard.evaluation.synthetic.shares import FOLDER
from dashboard.evaluation.synthetic.telegram import Telegram
from dashboard.extraction.topics import topics
from dashboard.fingerprint import fingerprint
from dashboard.gazetteer import Gazetteers
from dashboard.model import Annotations, Event
from dashboard.store.findings import Findings
from dashboard.store.folder import current_build
from dashboard.store.save import save

SEED = 1861
SMALL_PLACES = 15
"""Small places there are, times the square root of the number of events: a series names ever fewer new ones."""


def synthetic_findings(events: int, *, seed: int = SEED) -> Findings:
    """Exactly so many events with their documents; the same for the same seed."""
    annotations: list[Annotations] = []
    made: list[Event] = []
    small_places = max(1, int(SMALL_PLACES * math.sqrt(events)))
    while len(made) < events:
        telegram = Telegram(len(annotations) + 1, seed=seed, small_places=small_places)
        found = telegram.annotations(events - len(made))
        annotations.append(found)
        made.extend(found.events)
    return Findings(annotations, made, topic_labels=topics(), country_name=Gazetteers().country_name)


def build_synthetic_atlas(folder: Path, events: int, *, seed: int = SEED) -> bool:
    """Make the atlas unless it is there and nothing it depends on changed; says whether there was work to do."""
    code = config.ROOT / "dashboard"
    mark = fingerprint([FOLDER, Path(__file__).parent, code / "store", code / "model.py", config.DATA / "gazetteer"])
    mark = f"{events} {seed} {mark}"
    build = current_build(folder)
    if build and build.fingerprint == mark and build.complete:
        return False
    save(folder, synthetic_findings(events, seed=seed), fingerprint=mark)
    return True
