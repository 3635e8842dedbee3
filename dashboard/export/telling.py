"""Telling: a story and what an atlas knows of it; a slide that it knows nothing of is named in a sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.english import counted
from dashboard.export.story import Slide, Story
from dashboard.model import Evidence
from dashboard.queries import Atlas, PlaceDetail, place_detail
from dashboard.queries.entries import Entry, Quotation, entries_of, quotations_of
from dashboard.queries.sources import Source
from dashboard.views.place_words import place_basis, then_and_now

MOST_LISTED = 6
"""Events that a slide on a place names."""


@dataclass(frozen=True, slots=True)
class Told:
    """A slide that can be told: the words it is told in, and what stands behind them."""

    slide: Slide
    title: str
    subtitle: str
    """The teller's, or when and where."""
    sentence: str
    """The teller's; empty for none."""
    entries: tuple[Entry, ...]
    """The event; of a place, what happened there, in order of time."""
    quotations: tuple[Quotation, ...]
    """The words that say so; of a place, first those of its events, then those that only speak of it."""
    place: PlaceDetail | None = None
    """The place, of a slide on one."""

    @property
    def entry(self) -> Entry | None:
        """The event, of a slide on one."""
        return None if self.place else self.entries[0]


@dataclass(frozen=True, slots=True)
class Telling:
    """A story as it can be told."""

    story: Story
    told: tuple[Told, ...]
    problems: tuple[str, ...]
    """A sentence for each slide that cannot be told."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The events of its slides, in the order of the story, each once."""
        every = (entry for each in self.told for entry in each.entries)
        return tuple({entry.event.id: entry for entry in every}.values())

    @property
    def sources(self) -> dict[str, Source]:
        """The documents that it quotes, by id, as they come up."""
        quoted = (quotation.source for each in self.told for quotation in each.quotations)
        return {source.id: source for source in quoted}

    def places_of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Those of the rows of find_places that it tells of, without the events that it leaves out."""
        kept = places_among(rows, {entry.event.id for entry in self.entries})
        return kept[(kept["event_ids"].str.len() > 0) | kept["id"].isin(self.places)]

    @property
    def places(self) -> list[str]:
        """The ids of the places it tells of by themselves."""
        return [each.place.id for each in self.told if each.place]


def places_among(rows: pd.DataFrame, events: Container[str]) -> pd.DataFrame:
    """The rows of find_places with none but these of their events."""
    columns = ("event_ids", "spoken_ids")
    return rows.assign(**{name: [[each for each in ids if each in events] for ids in rows[name]] for name in columns})


def telling_of(atlas: Atlas, story: Story) -> Telling:
    """The slides of a story with what the atlas knows of them."""
    known = entries_of(atlas, [slide.id for slide in story.slides if slide.kind == "event"])
    told: list[Told] = []
    problems: list[str] = []
    for number, slide in enumerate(story.slides, 1):
        found = _event(slide, known.get(slide.id)) if slide.kind == "event" else _place(atlas, slide)
        if found:
            told.append(found)
        else:
            named = f", “{slide.title}”," if slide.title else ""
            problems.append(f"Slide {number}{named} is left out: the atlas knows no {slide.kind} “{slide.id}”.")
    return Telling(story, tuple(told), tuple(problems))


def _event(slide: Slide, entry: Entry | None) -> Told | None:
    if entry is None:
        return None
    subtitle = slide.subtitle or when_and_where(entry)
    return Told(slide, slide.title or entry.event.title, subtitle, slide.sentence, (entry,), entry.quotations)


def when_and_where(entry: Entry) -> str:
    """“4–11 February 1945 · Yalta”; “10 January 1946 (planned) · London”."""
    status = "" if entry.event.status == "happened" else f" ({entry.event.status})"
    where = f" · {entry.place_text}" if entry.place_text else ""
    when = entry.date_text or "undated"
    return f"{when[:1].upper()}{when[1:]}{status}{where}"


def known_of(told: Told) -> tuple[str, ...]:
    """Lines on how date and place are known, under a subtitle of the teller's own also when and where; of a place,
    the events there.
    """
    if told.entry is None:
        listed = tuple(f"{entry.date_text}: {entry.event.title}" for entry in told.entries[:MOST_LISTED])
        more = len(told.entries) - MOST_LISTED
        return (*listed, f"and {more} more") if more > 0 else listed
    basis = basis_of(told.entry)
    return (f"{when_and_where(told.entry)}.", basis) if told.slide.subtitle else (basis,)


def basis_of(entry: Entry) -> str:
    """How date and place are known, what the place is called today, and whose word it is."""
    where = place_basis(entry.event.places)
    names = "; ".join(name for place in entry.event.places if (name := then_and_now(place)) != place.name)
    place = f"Place: {where[:1].lower()}{where[1:]}" if where else ""
    return " ".join(said for said in (entry.date_basis, place, f"{names}." if names else "", entry.told_by) if said)


def _place(atlas: Atlas, slide: Slide) -> Told | None:
    place = place_detail(atlas, slide.id)
    if place is None:
        return None
    entries = tuple(entries_of(atlas, place.event_ids).values())
    spans = [Evidence(each.document_id, each.sentence_start, each.sentence_start + len(each.sentence))
             for each in place.spoken]  # fmt: skip
    spoken = quotations_of(atlas, list(dict.fromkeys(spans)))
    quotations = (*(quotation for entry in entries for quotation in entry.quotations), *spoken)
    subtitle = slide.subtitle or _what_happened(place, entries)
    return Told(slide, slide.title or place.name, subtitle, slide.sentence, entries, quotations, place)


def _what_happened(place: PlaceDetail, entries: Sequence[Entry]) -> str:
    """What a place is called in the documents, and how much is known of it."""
    words = " · ".join(_place_words(place, entries))
    return words[:1].upper() + words[1:]


def _place_words(place: PlaceDetail, entries: Sequence[Entry]) -> Iterator[str]:
    others = [name for name in place.as_written if name != place.name]
    if others:
        yield f"written {' or '.join(f'“{name}”' for name in others[:3])}"
    if entries:
        yield f"{counted(len(entries), 'event')}, {entries[0].date_text}" + (
            f" to {entries[-1].date_text}" if len(entries) > 1 else ""
        )
    else:
        yield "spoken of; no event is placed here"
