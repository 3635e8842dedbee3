"""The dashboard with a zip and a page that take as long as a test likes, for tests/browser/test_making.py.

Streamlit runs it from a folder of its own.

They count up to the number in the file `far` beside it and wait there; at the last picture they are made.
"""

from __future__ import annotations

import runpy
import time
from dataclasses import replace
from pathlib import Path

from dashboard import config
from dashboard.components import outputs
from dashboard.export import Format, Selection
from dashboard.export.formats import format_named

PICTURES = 12
FAR = Path(__file__).parent / "far"


def slow(selection: Selection) -> bytes:
    """Nothing but words, said again while it waits, so that it can be called off."""
    at = 0
    while at < PICTURES:
        far = FAR.read_text()
        if far == "broken":
            raise RuntimeError("secret")
        at = min(at + 1, int(far))
        selection.tell(f"Picture {at} of {PICTURES}")
        time.sleep(0.01)
    return b"PK of a test"


def slow_format(name: str, view: str) -> Format:
    """The format, some with our own way of writing."""
    form = format_named(name, view)
    return replace(form, write=slow) if name in ("zip", "html") else form


outputs.format_named = slow_format
runpy.run_path(str(config.ROOT / "dashboard" / "app.py"), run_name="__main__")
