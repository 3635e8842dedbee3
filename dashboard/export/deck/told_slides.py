"""The slides of a story: an event or a place with when, where, how that is known, the words that say so, and a map."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlencode

from dashboard.english import counted
from dashboard.export.cited import cited
from dashboard.export.deck.locator import Spot, locator, spot_of
from dashboard.export.deck.slide import EMU_POINT, GEORGIA, Area, Slide, Words, fitting, height_of
from dashboard.export.look import Look
from dashboard.export.pictures.ground import CREDIT
from dashboard.export.quoting import shortened
from dashboard.export.telling import Told, known_of
from dashboard.queries.entries import Quotation
from dashboard.queries.sources import Source
from dashboard.views.place_words import place_basis

GAP = 10 * EMU_POINT
"""Air between two blocks of words."""
MOST_NOTED = 12
"""Passages that the notes of a slide hold."""


class ToldSlides:
    """Slides being added to a deck; the locator map of a place is drawn once."""

    def __init__(self, deck: Any, look: Look) -> None:
        self._deck, self._home = deck, look.home
        self._tint = "" if look.template else look.theme.date_tint
        self._locator = cache(lambda spots, width, height: locator(spots, look, width, height))

    def add(self, told: Told) -> None:
        """The slide of an event or a place: what is known and the words at the left; at the right, where it is."""
        slide = Slide(self._deck, told.title)
        right = slide.area.part(0.64, 0, 1, 0.84)
        spots = spots_of(told)
        png = self._map(spots, right)
        left = slide.area.part(0, 0, 0.6 if png else 1, 0.84)
        self._write(slide, left, told)
        if png:
            where = "; ".join(spot.name for spot in spots)
            slide.picture(right, png, f"Map: {where}. {CREDIT}.", "Locator map")
        source, foot = list(_cited(told)), slide.area.part(0, 0.87, 1, 1)
        size = fitting(_plain(source), foot, 13, 9)
        slide.write(foot, [source], size, quiet=True, low=True, name="Citation")
        slide.note(list(_notes(told, self._home)))

    def _map(self, spots: tuple[Spot, ...], area: Area) -> bytes | None:
        png: bytes | None = self._locator(spots, *map(round, area.pixels)) if spots else None
        return png

    def _write(self, slide: Slide, left: Area, told: Told) -> None:
        """What is known, what the teller says, and the words of the document, one under the other."""
        known = [[Words(told.subtitle, bold=True)], *([Words(each)] for each in known_of(told))]
        box = left.part(0, 0, 1, 0.3 if len(known) < 3 else 0.42)
        size = fitting(" ".join(map(_plain, known)), box, 18, 12)
        slide.write(box, known, size, name="Date and place")
        left = left.below(height_of(known, box, size) + GAP)
        if told.sentence:
            box = left.part(0, 0, 1, 0.4)
            size = fitting(told.sentence, box, 20, 12)
            own = [[Words(told.sentence)]]
            slide.write(box, own, size, name="In a sentence")
            left = left.below(height_of(own, box, size) + GAP)
        if told.quotations:
            runs = quoted(told.quotations[0], self._tint)
            size = fitting(_plain(runs), left, 22, 12, spread=GEORGIA)
            slide.write(left, [runs], size, serif=True, name="Quotation")


def quoted(quotation: Quotation, tint: str) -> list[Words]:
    """The evidence on its tint, or in bold where the template has its own colours."""
    before, exact, after = shortened(quotation)
    return [Words(before), Words(exact, bold=not tint, marked=tint), Words(after)]


def _plain(runs: list[Words]) -> str:
    return "".join(run.text for run in runs)


def spots_of(told: Told) -> tuple[Spot, ...]:
    """What the map of a slide shows."""
    if told.place:
        return (spot_of(told.place),)
    return tuple(dict.fromkeys(spot_of(place) for entry in told.entries for place in entry.event.places))


def _cited(told: Told) -> Iterator[Words]:
    """The source of the first quotation, linked; how many more there are."""
    for quotation in told.quotations[:1]:
        yield Words(cited(quotation))
        yield from linked(quotation.source)
    more = len(told.quotations) - 1
    if more > 0:
        yield Words(f" And {counted(more, 'more passage')}, in the notes.")


def linked(source: Source) -> Iterator[Words]:
    """A link to the document, where the catalogue has one for the web; a whole citation as link is hard to read."""
    if source.record.url.startswith(("https://", "http://")):
        yield Words(" ")
        yield Words("Open the document", link=source.record.url)


def _notes(told: Told, home: str) -> Iterator[str]:
    """What the speaker may be asked: words, sources and links of the passages, and what is doubtful."""
    yield told.title
    yield told.sentence
    for entry in told.entries:
        place = place_basis(entry.event.places)
        words = (entry.event.title, entry.date_text, entry.date_basis, place, entry.told_by, entry.checked)
        yield " ".join(said for said in words if said)
    for quotation in told.quotations[:MOST_NOTED]:
        yield f"“{quotation.exact}”"
        yield cited(quotation)
        yield quotation.source.record.url
    more = len(told.quotations) - MOST_NOTED
    if more > 0:
        yield f"In the dashboard: {counted(more, 'more passage')}."
    yield f"In the dashboard: {home}?{urlencode({str(told.slide.kind): told.slide.id})}"
