"""Resolves the place mentions of one document together: neighbours, the document's place and year decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.datespan import DateSpan
from dashboard.gazetteer.base import Candidate
from dashboard.gazetteer.resolution import Context, choose
from dashboard.model import Document, Mention, Place

if TYPE_CHECKING:
    from dashboard.gazetteer.family import Gazetteers

NEIGHBOURHOOD = 1200
"""Characters to each side within which a name counts fully: two or three paragraphs."""
_COMMA = re.compile(r"\s?,\s{0,2}|\s?\(")


def resolve(
    gazetteers: Gazetteers,
    document: Document,
    mentions: Sequence[Mention],
    *,
    own_date: DateSpan | None,
    own_place: Place | str | None,
) -> tuple[Mention, ...]:
    """Two passes: names with one likely reading say where the text is; the rest are read in that light."""
    when = own_date.earliest.year if own_date and own_date.earliest else None
    if isinstance(own_place, str):
        own_place = gazetteers.locate(own_place, when=when)
    places = [mention for mention in mentions if mention.kind == "place"]
    readings = [gazetteers.candidates(mention.text, when) for mention in places]
    containers = _containers(document.text, places, readings)
    anchors = [_anchor(found, containers.get(number), when) for number, found in enumerate(readings)]
    around = _Surroundings(places, anchors, own_place)
    resolved: dict[int, Mention] = {}
    for number, (mention, found) in enumerate(zip(places, readings, strict=True)):
        if not found:
            continue
        context = around.context(number, when)
        if number in containers:
            context.add_container(readings[containers[number]])
        ranked = choose(found, context)
        basis = "named with its container" if number in containers else "named in the text"
        place = ranked[0].place(mention.text, basis=basis, alternatives=[c.id for c in ranked[1:6]])
        resolved[mention.start] = replace(mention, value=place)
    return tuple(resolved.get(m.start, m) if m.kind == "place" else m for m in mentions)


def _containers(text: str, places: Sequence[Mention], readings: Sequence[Sequence[Candidate]]) -> dict[int, int]:
    """Which mention is followed by the name of what it lies in (“Sedalia, Mo.”), where one reading bears it out."""
    found = {}
    for number in range(len(places) - 1):
        if not _COMMA.fullmatch(text, places[number].end, places[number + 1].start):
            continue
        context = Context()
        context.add_container(readings[number + 1])
        if any(r.kind != "country" and {r.country, r.admin} & context.containers for r in readings[number]):
            found[number] = number + 1
    return found


def _anchor(found: Sequence[Candidate], container: int | None, when: int | None) -> Candidate | None:
    """The one reading that a name has with no context at all, if it has one: it tells where the text is."""
    if not found or container is not None:
        return None
    first = choose(found, Context(when=when))[0]
    rivals = [c for c in found if c is not first and (c.rank == 3 or (c.rank == 2 and first.rank < 3))]
    return first if first.rank >= 2 and not rivals else None


class _Surroundings:
    """The anchors of a document, and how they weigh on each name: near ones fully, all of them a little."""

    def __init__(self, places: Sequence[Mention], anchors: Sequence[Candidate | None], own: Place | None) -> None:
        self._places = places
        self._anchors = anchors
        self._own = own
        self._near: dict[int, Context] = {}
        self._whole = self._shares(range(len(anchors)))

    def _shares(self, numbers: range) -> tuple[Mapping[str, float], Mapping[str, float]]:
        countries: dict[str, float] = defaultdict(float)
        divisions: dict[str, float] = defaultdict(float)
        for number in numbers:
            anchor = self._anchors[number]
            if anchor is None:
                continue
            if anchor.country:
                countries[anchor.country] += 1
            if anchor.admin:
                divisions[anchor.admin] += 1
        total = sum(countries.values()) + 1
        return {k: v / total for k, v in countries.items()}, {k: v / total for k, v in divisions.items()}

    def context(self, number: int, when: int | None) -> Context:
        """Half the weight to the neighbourhood (a window of the last and next names), half to the whole document."""
        context = Context(when=when)
        window = self._shares(range(max(0, number - 8), min(len(self._places), number + 9)))
        for shares in (window, self._whole):
            for country, share in shares[0].items():
                context.countries[country] += share / 2
            for division, share in shares[1].items():
                context.divisions[division] += share / 2
        if self._own:
            context.add_country(self._own.country, 0.1)
        return context
