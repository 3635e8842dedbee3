"""import: bring documents into an atlas, as many as there are."""

from __future__ import annotations

import argparse
import functools
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import config
from dashboard.cli.base import Commands, say, stoppable
from dashboard.english import counted

if TYPE_CHECKING:
    from dashboard.pipeline import Hire, Progress, Report

ON_SCREEN, IN_A_FILE = 0.5, 10.0
"""Seconds between two lines of progress: one that is written over, and one that stays."""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("import", help="bring documents into an atlas", description=import_.__doc__)
    parser.add_argument("inputs", nargs="*", type=Path, metavar="PATH", help="a file, or a folder with all below it")
    parser.add_argument("--atlas", type=Path, default=config.ATLAS, help="folder of the atlas (default build/atlas)")
    parser.add_argument(
        "--remove", action="append", type=Path, default=[], metavar="PATH", help="take a PATH out again"
    )
    crew = parser.add_mutually_exclusive_group()
    crew.add_argument("--workers", type=_positive, metavar="N", help="processes on this machine (default: its cores)")
    crew.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://192.168.1.5:8786")
    parser.set_defaults(act=import_)


def import_(options: argparse.Namespace) -> int:
    """Read documents where they lie and bring the atlas up to date with them and with all that was imported before.

    What is known already is not read again; what changed is read anew; what is gone is taken out. What cannot be read
    is listed at the end, the rest goes on, and the exit code is 1. Stopped at any moment, it goes on when called again.
    """
    from dashboard.pipeline import totals, update

    show = _Line()
    try:
        with stoppable():
            report = update(
                options.atlas, add=options.inputs, remove=options.remove, hire=_hire(options, show), watch=show.progress
            )
    except KeyboardInterrupt:
        show.end()
        say("Stopped; what was read is kept. Give the same command to go on.")
        return 130
    show.end()
    for sentence in report.problems:
        say(sentence)
    print(_summary(report))
    held = totals(options.atlas)
    print(
        f"{options.atlas}: {counted(held.documents, 'document')}, {counted(held.events, 'event')}"
        f" at {counted(held.places, 'place')}; {held.undated:,} undated, {held.unlocated:,} without a place."
    )
    return 1 if report.problems else 0


def _positive(text: str) -> int:
    """A number of workers; raises ArgumentTypeError for what is none."""
    if not text.isdecimal() or not 1 <= int(text) <= 512:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of workers; give one from 1 to 512")
    return int(text)


def _hire(options: argparse.Namespace, show: _Line) -> Hire:
    """Who will read, found once there is something to read."""
    from dashboard.pipeline import local_crew, processors, scheduler_crew

    if options.scheduler:
        show.say(f"Reading with the workers of {options.scheduler} …")
        return functools.partial(scheduler_crew, options.scheduler)
    return functools.partial(local_crew, options.workers or processors())


def _summary(report: Report) -> str:
    """What was done, in one line."""
    from dashboard.pipeline import in_time

    parts = [
        f"{report.read:,} read",
        f"{report.unchanged:,} unchanged",
        *([f"{report.removed:,} removed"] if report.removed else []),
        counted(len(report.problems), "problem"),
    ]
    return f"{', '.join(parts)}, in {in_time(report.seconds)}."


class _Line:
    """The line of progress: written over on a screen, said now and then in a file."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._on_screen = sys.stderr.isatty()
        self._next = clock() + (0 if self._on_screen else IN_A_FILE)

    def say(self, words: str) -> None:
        print(words, file=sys.stderr, flush=True)

    def progress(self, progress: Progress) -> None:
        """Show how far it is, unless that was just shown."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + (ON_SCREEN if self._on_screen else IN_A_FILE)
        print(
            *(["\r\x1b[K", progress] if self._on_screen else [progress]),
            file=sys.stderr,
            flush=True,
            end="" if self._on_screen else "\n",
            sep="",
        )

    def end(self) -> None:
        """Leave the line."""
        if self._on_screen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
