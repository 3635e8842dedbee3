"""What a reader changes in the atlas: the one door to it, shut where the dashboard is for reading only.

Whatever a message from the browser asks for is done here or not at all; that pages then offer nothing is a courtesy.
"""

from __future__ import annotations

from dashboard import cache, config, pipeline
from dashboard.corrections import Correction
from dashboard.errors import ReadOnly
from dashboard.pipeline import OwnFile
from dashboard.pipeline.progress import Watch

ONLY_READ = "This dashboard is for reading only: nothing can be added, corrected or taken out here."
ELSEWHERE = "All three can be done with the dashboard on a machine of your own."


def may_change() -> bool:
    """Whether readers may change anything; without it pages offer nothing that would."""
    return not config.READ_ONLY


def add_text(text: str, *, title: str, date: str, place: str, watch: Watch) -> OwnFile:
    """Bring a text in (pipeline.add_text); raises ReadOnly."""
    _enter()
    return pipeline.add_text(config.ATLAS, text, title=title, date=date, place=place, watch=watch)


def add_file(name: str, data: bytes, *, watch: Watch) -> OwnFile:
    """Bring a file in (pipeline.add_file); raises ReadOnly."""
    _enter()
    return pipeline.add_file(config.ATLAS, name, data, watch=watch)


def remove(name: str) -> None:
    """Take a file out again (pipeline.remove_own); raises ReadOnly."""
    _enter()
    pipeline.remove_own(config.ATLAS, name)


def correct(*rows: Correction) -> None:
    """Correct events and names (pipeline.bring_up_to_date); raises ReadOnly."""
    _enter()
    pipeline.bring_up_to_date(config.ATLAS, cache.gazetteers(), *rows)


def take_back(row: Correction) -> None:
    """Undo a correction (pipeline.take_back); raises ReadOnly."""
    _enter()
    pipeline.take_back(config.ATLAS, cache.gazetteers(), row)


def _enter() -> None:
    """Raise ReadOnly where the door is shut."""
    if not may_change():
        raise ReadOnly(f"{ONLY_READ} {ELSEWHERE}")
