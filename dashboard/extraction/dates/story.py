"""Story: at what time a text has arrived, by the dates it has told; a date of another time is a glance aside."""

from __future__ import annotations

from dashboard.extraction.dates.passage import Passage, Told
from dashboard.extraction.dates.reading import Reading

_ASIDE = 2
"""A year further off than this, named within a sentence, is not where the story goes on."""


def tell(passage: Passage, reading: Reading, first: Told) -> None:
    """Remember a date as the one told last; as the story's time only where it is no glance aside."""
    passage.named = first.year
    now = Told(first.year, first.month, first.day, first.season, reading.end, reading.year is not None)
    now.stated = now.stated or (passage.told.stated and passage.same_paragraph(reading.start))
    if passage.dated:
        if first.month or first.season or passage.opens(reading.start):
            passage.told = now
        return
    before, passage.told, story = passage.told, now, passage.story
    aside = _glances_aside(passage, reading, now)
    if aside and before is not story and not passage.reaches_out(reading.start):
        aside = not _agrees(before, now)
    if aside or (now.year == story.year and not (now.month or now.season)):
        return
    passage.story = now


def _agrees(before: Told, now: Told) -> bool:
    """Whether two dates in a row state months of one time: there the story is, even if it was not before."""
    months = before.month and now.month and before.stated and now.stated
    return bool(months) and abs((before.year or 0) - (now.year or 0)) <= 1


def _glances_aside(passage: Passage, reading: Reading, now: Told) -> bool:
    """Whether a date in a story speaks of another time than the story has reached."""
    story = passage.story
    if story.year is None or now.year is None:
        return False
    if reading.side:
        return True
    if passage.in_heading(reading.start):
        return False
    if passage.opens(reading.start):
        return abs(now.year - story.year) > _ASIDE and not passage.opens_paragraph(reading.start)
    if reading.year is None and reading.year_told is None:
        return False
    if not (now.month or now.season):
        return True
    if abs(now.year - story.year) > _ASIDE or passage.reaches_out(reading.start):
        return True
    return (now.year, now.month or 0) < (story.year, story.month or 0)
