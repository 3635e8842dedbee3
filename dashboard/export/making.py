"""Making: a file made in a thread of its own, that says how far it is and can be called off.

For pages: while Streamlit runs a callback it draws nothing, so a reader could neither see how far an export is nor end
it. The thread looks up each time the export says how far it is (export/progress.py), and there it ends where it is no
longer wanted; what the export has begun is taken away by the export itself, as after any error.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Event, Thread
from time import monotonic
from typing import Generic, TypeVar

from dashboard.errors import ExportStopped
from dashboard.export.progress import Tell

PATIENCE = 120.0
"""Seconds after which a file that nobody asks for any more is given up: the page was left, or the session is over.
Browsers let a page in the background ask once a minute."""
STOPPED = "Cancelled; nothing was saved."

Made = TypeVar("Made")


class Making(Generic[Made]):
    """Something that is being made from the moment this is."""

    def __init__(self, make: Callable[[Tell], Made]) -> None:
        self.words = ""
        """What the export last said of itself."""
        self._asked = monotonic()
        self._unwanted = Event()
        self._outcome: Future[Made] = Future()
        Thread(target=self._run, args=(make,), name="export", daemon=True).start()

    def done(self, seconds: float = 0.0) -> bool:
        """Ask whether it is made, or has failed; wait so long for it at most."""
        self._asked = monotonic()
        wait([self._outcome], seconds)
        return self._outcome.done()

    def made(self) -> Made:
        """What was made, once it is done; raises what ended it, of whatever kind."""
        return self._outcome.result()

    def cancel(self) -> None:
        """Let it end where it next says how far it is; it then raises ExportStopped."""
        self._unwanted.set()

    def _run(self, make: Callable[[Tell], Made]) -> None:
        try:
            self._outcome.set_result(make(self._tell))
        except BaseException as error:  # whatever it is, it belongs to who asks, not to this thread
            self._outcome.set_exception(error)

    def _tell(self, words: str) -> None:
        if self._unwanted.is_set() or monotonic() - self._asked > PATIENCE:
            raise ExportStopped(STOPPED)
        self.words = words
