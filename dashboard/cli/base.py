"""What every command of the command line is: a file with `add`, which adds its parser, and what it does.

To add a command: a file here whose `add(commands)` makes its parser and sets `act` to a function that takes the options
and returns an exit code, and a row for it in COMMANDS (`__init__.py`). Import heavy packages within the functions.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from dashboard import config
from dashboard.errors import AtlasBusy, AtlasError

PORT = 8501
PATIENCE = 1.0
"""Seconds that nobody needs to be told of."""
_LINE = "\r\x1b[K"
"""To the beginning of the line, and wipe it."""
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # argparse has no public name for it


def say(sentence: str) -> int:
    """Print a sentence about a problem; answers with the exit code that goes with it."""
    print(sentence, file=sys.stderr)
    return 1


def ready_atlas(chosen: Path | None) -> Path:
    """The atlas to open: the one named, which must be there and whole, else the default one, made where something
    changed; raises AtlasError.
    """
    from dashboard.pipeline import build_atlas
    from dashboard.store.atlas import Atlas
    from dashboard.store.folder import current_build

    atlas = (chosen or config.ATLAS).resolve()
    if chosen is None:
        print("Making the atlas of data/documents if something changed …", flush=True)
        try:
            build_atlas(atlas)
        except AtlasBusy as error:  # an import goes on: what was there before can be read meanwhile
            if current_build(atlas) is None:
                raise
            say(f"{error} Until then the atlas is as it was.")
    elif current_build(atlas) is None:
        raise AtlasError(f"There is no atlas in {atlas}; make one with: python -m dashboard build --atlas {atlas}")
    else:
        Atlas(atlas).close()
    return atlas


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Something to tell how far it is: on one line of the terminal, once it takes longer than a second."""
    begin, shown = time.monotonic(), False

    def tell(words: str) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - begin > PATIENCE:
            shown = True
            print(f"{_LINE}{words} …", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if shown:
            print(_LINE, end="", file=sys.stderr, flush=True)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a polite end of the process (SIGTERM) be an interruption, so that half-written files are taken away."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
