"""Marks: what was found depends on, as short texts that change with it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from dashboard import config
from dashboard.fingerprint import fingerprint
from dashboard.model import Document
from dashboard.store.codec import encode

_CODE = Path(__file__).parent.parent
READING = (
    *(_CODE / name for name in ("documents", "extraction", "gazetteer", "store", "pipeline")),
    *(_CODE / name for name in ("model.py", "datespan.py", "datewords.py", "passages.py")),
    *(config.DATA / name for name in ("vocabulary", "gazetteer")),
    config.ROOT / "requirements.txt",
)
"""What is found in a document depends on these besides its words: a change of any of them finds it anew."""
CORRECTING = (_CODE / "corrections", _CODE / "placewords.py", config.DATA / "basemap" / "site_towns.csv")
"""An atlas depends on these besides what was found, and on the corrections themselves."""


@cache
def reading_mark() -> str:
    """Of the extractor and its knowledge; worked out once a process, as the code that runs is loaded once."""
    return fingerprint(READING)


def finding_key(document: Document) -> tuple[str, bytes]:
    """What the findings of a document are kept under, and the document as bytes."""
    line = encode(document).encode("utf-8", "surrogatepass")
    return hashlib.sha256(reading_mark().encode() + line).hexdigest()[:32], line
