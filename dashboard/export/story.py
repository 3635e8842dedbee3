"""Story: what is told, in which order and in which words; the plan of a deck or a page, before any atlas is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.queries import EVERYTHING, Atlas, Filters, find_events

SlideKind = Literal["event", "place"]
SLIDE_KINDS: tuple[SlideKind, ...] = get_args(SlideKind)

MOST_SLIDES = 200
"""More are no talk."""
MADE = 30
"""Slides of a story that is made of the filters alone."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One event or one place, in words of one's own where they are given."""

    kind: SlideKind
    id: str
    """Of the event or the place, as the atlas has it; the id of an event that was merged into another still counts."""
    title: str = ""
    """Empty for the title that the atlas gives."""
    subtitle: str = ""
    """Empty for when and where."""
    sentence: str = ""
    """What the teller has to say, beside the words of the document; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a story looks, by the names that `--theme` and `--size` take; empty where it leaves that open."""

    theme: str = ""
    size: str = ""
    template: str = ""
    """The PowerPoint file its deck takes after, from the folder of the story on. The command follows it; a page that
    was handed a story must not, for it leads to files of the machine."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is told."""

    title: str = ""
    """Empty for what the filters say."""
    subtitle: str = ""
    """Empty for how many events there are and what is left out, which stands somewhere in any case."""
    slides: tuple[Slide, ...] = ()
    """In the order in which they are told; none for the events that the filters show."""
    filters: Filters = EVERYTHING
    """What there is to explore around the slides."""
    style: Style = Style()


def slides_of(atlas: Atlas, filters: Filters, most: int = MADE) -> tuple[Slide, ...]:
    """A slide for each event that the filters show, in order of time; of too many, those with the most passages."""
    rows = find_events(atlas, filters)
    kept = rows.sort_values("evidence", ascending=False, kind="stable").head(most).sort_index()
    return tuple(Slide("event", each) for each in kept["id"])
