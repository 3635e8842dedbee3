"""Story: at what time a text has arrived, by the dates it has told; a date of another time is a glance aside."""

from __future__ import annotations

from typing import Literal

from dashboard.extraction.dates.passage import Passage, Told
from dashboard.extraction.dates.reading import Reading

_ASIDE = 2
"""A year further off than this, named within a sentence, is not where the story goes on."""
_FAR = 2
"""Years from a paper's own to one it names within a sentence, from which on it is taken to look aside."""


def tell(passage: Passage, reading: Reading, first: Told) -> None:
    """Remember a date as the one told last; as the story's time only where it is no glance aside."""
    passage.named = first.year
    now = Told(first.year, first.month, first.day, first.season, reading.end, reading.year is not None)
    now.stated = now.stated or (passage.told.stated and passage.same_paragraph(reading.start))
    if passage.dated:
        if first.month or first.season or passage.opens(reading.start):
            now.aside = _aside(passage, reading, now)
            now.before = (passage.told.before if passage.told.aside else passage.told) if now.aside else None
            passage.told = now
        return
    before, passage.told, story = passage.told, now, passage.story
    aside = _glances_aside(passage, reading, now)
    if aside and before is not story and not passage.reaches_out(reading.start):
        aside = not _agrees(before, now)
    if aside or (now.year == story.year and not (now.month or now.season)):
        return
    passage.story = now


def come_back(passage: Passage, reading: Reading) -> None:
    """Leave an aside of a dated paper behind once its sentence is over; the date is uncertain where it may go on.

    “By the treaty of March 18, 1921, it was Polish. Mr. Bevin arrived on June 9”: a letter of 1948 tells of June 1948.
    """
    told = passage.told
    if not (told.aside and told.before) or reading.year is not None or reading.year_told is not None:
        return
    if passage.sentence_since_told(reading.start) is None:
        return
    if reading.of_told or reading.shift:
        counted = reading.of_told or (reading.shift and reading.shift.told)
        day_before = told.before.day and "\n" not in passage.text[told.before.end : reading.start]
        if not (counted and told.aside == "cited" and day_before):
            return
    elif passage.same_paragraph(reading.start) and passage.goes_on_about_it(reading.start):
        if told.aside == "far" or not _lately(passage, reading):
            reading.qualifier = reading.qualifier or "?"
        if told.aside == "far":
            told.aside = ""
            return
    passage.told = told.before


def _lately(passage: Passage, reading: Reading) -> bool:
    """Whether the day is of the month in which the paper was written, or of the month before; so is one of no month."""
    return not (passage.month and reading.month) or (passage.month - reading.month) % 12 <= 1


def _aside(passage: Passage, reading: Reading, now: Told) -> Literal["", "cited", "far"]:
    """Why a date in a dated paper is told no further than its sentence; empty where it may be."""
    before = passage.told
    assert passage.year is not None and now.year is not None
    if reading.year is None:
        return before.aside if now.year == before.year else ""
    if now.year == passage.year or _tells_history(passage, reading, now):
        return ""
    if passage.names_an_act(reading.start):
        return "cited"
    off = abs(now.year - passage.year)
    return "far" if off >= _FAR and not (passage.note or passage.opens(reading.start)) else ""


def _tells_history(passage: Passage, reading: Reading, now: Told) -> bool:
    """Whether the paragraph told of that time before, in a sentence that was not about an act cited."""
    before = passage.told
    if not before.stated or before.year in (None, passage.year) or not passage.same_paragraph(reading.start):
        return False
    if before.aside and (before.aside == "cited" or passage.sentence_since_told(reading.start) is None):
        return False
    return abs((before.year or 0) - (now.year or 0)) <= _ASIDE


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
