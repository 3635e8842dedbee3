"""Resolves the place mentions of one document together: neighbours, the document's place and year decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from dashboard.gazetteer.base import Candidate
from dashboard.gazetteer.resolution import Context, choose, rivals
from dashboard.model import Document, Mention, Place

Readings = Callable[[str, int | None], Sequence[Candidate]]
"""Every reading of a name in a year (Gazetteers.candidates)."""

WINDOW = 8
"""Names to each side that count as the neighbourhood: two or three paragraphs' worth."""
_COMMA = re.compile(r"\s?,\s{0,2}\[?|\s?\(")
_LISTING = re.compile(r"\s?(?:,|;|/|,? (?:and|or|&))\s(?:in |at |the |of )?")
_AREA_AFTER = re.compile(
    r"[ \n](?:state|province|district|county|region|territory|governor|legislature|delegation)\b", re.I
)
_AREA_BEFORE = re.compile(r"\b(?:state|province|district|region|territory|department) of (?:the )?$", re.I)
_TOWN_BEFORE = re.compile(r"\b(?:city|town|port|village|harbou?r) of $", re.I)


def resolve(
    readings_of: Readings,
    document: Document,
    mentions: Sequence[Mention],
    *,
    when: int | None,
    own_place: Place | None,
) -> tuple[Mention, ...]:
    """Two passes: names with one likely reading say where the text is; the rest are read in that light."""
    page = _Page(document.text, [m for m in mentions if m.kind == "place"], readings_of, when, own_place)
    resolved = {mention.start: page.read(number) for number, mention in enumerate(page.places)}
    return tuple(resolved[m.start] if m.kind == "place" else m for m in mentions)


class _Page:
    """The names of one document with their readings, and what each says of the others."""

    def __init__(
        self, text: str, places: Sequence[Mention], readings_of: Readings, when: int | None, own: Place | None
    ) -> None:
        self.places = places
        self._text = text
        self._when = when
        self._own = own
        self._readings = [readings_of(mention.text, when) for mention in places]
        self._defaults = self._by_themselves()
        self._containers = self._find_containers()
        self._contained = {container: number for number, container in self._containers.items()}
        self._anchors = [self._anchor(number) for number in range(len(places))]
        self._whole = Context(when=when)
        self._whole.add_shares(*self._shares(0, len(places)), weight=0.5)

    def _by_themselves(self) -> list[Candidate | None]:
        """What each name means without any surroundings; worked out once for a name that comes again."""
        alone = Context(when=self._when)
        names = {mention.text: found for mention, found in zip(self.places, self._readings, strict=True)}
        meant = {name: choose(found, alone)[0] if found else None for name, found in names.items()}
        return [meant[mention.text] for mention in self.places]

    def read(self, number: int) -> Mention:
        """The mention with its likeliest Place; as it was where nobody knows the name."""
        mention, found = self.places[number], self._readings[number]
        if not found:
            return mention
        context = self._context(number)
        ranked = choose(found, context)
        basis = "named with its container" if number in self._containers else "named in the text"
        others = [candidate.id for candidate in ranked[1:6]]
        place = ranked[0].place(mention.text, basis=basis, alternatives=others, rivals=rivals(ranked, context))
        return Mention(mention.kind, mention.start, mention.end, mention.text, place)

    def _context(self, number: int) -> Context:
        """Half the weight to the neighbourhood, half to the whole document, and what the words around say."""
        context = self._whole.copy()
        context.add_shares(*self._shares(number - WINDOW, number + WINDOW + 1), weight=0.5)
        if self._own:
            context.add_country(self._own.country, 0.1)
        if number in self._containers:
            context.add_container(self._readings[self._containers[number]])
        if number in self._contained:
            context.kind = "area"
            context.add_contents(self._readings[self._contained[number]])
        else:
            context.kind = self._kind_said(number)
            context.listed = self._listed_with(number)
        return context

    def _kind_said(self, number: int) -> str:
        """Whether the words beside the name say that it is an area (“Washington state”) or a town."""
        mention = self.places[number]
        lead = self._text[max(0, mention.start - 24) : mention.start]
        if _AREA_AFTER.match(self._text, mention.end) or _AREA_BEFORE.search(lead):
            return "area"
        return "town" if _TOWN_BEFORE.search(lead) else ""

    def _listed_with(self, number: int) -> list[Candidate]:
        """What the names before and after in a list mean by themselves: lists are of like things."""
        found = []
        for left, right, other in ((number - 1, number, number - 1), (number, number + 1, number + 1)):
            if left < 0 or right >= len(self.places):
                continue
            default = self._defaults[other]
            if default and _LISTING.fullmatch(self._text, self.places[left].end, self.places[right].start):
                found.append(default)
        return found

    def _find_containers(self) -> dict[int, int]:
        """Which name is followed by the name of what it lies in (“Sedalia, Mo.”), where a reading bears it out."""
        found = {}
        for number in range(len(self.places) - 1):
            left, right = self.places[number], self.places[number + 1]
            if _COMMA.fullmatch(self._text, left.end, right.start) and self._bears_out(number):
                found[number] = number + 1
        return found

    def _bears_out(self, number: int) -> bool:
        """Whether a town, or a region of the country named after it, is what stands before the comma.

        In a list (“Arizona, California”; “Denmark, United States”) the first is no town of the second, though there
        be a town of that name: what is a country or a region by itself stays one, unless it lies in the second.
        """
        default = self._defaults[number]
        context = Context()
        context.add_container(self._readings[number + 1])
        inside = [c for c in self._readings[number] if c.kind != "country" and context.contains(c)]
        if not inside or default is None:
            return False
        abbreviated = self.places[number + 1].text.endswith(".") or self._text[self.places[number + 1].end :][:1] == "."
        return default.kind not in ("country", "region") or abbreviated or context.contains(default)

    def _anchor(self, number: int) -> Candidate | None:
        """The one reading that a name has with no context at all, if it has one: it tells where the text is."""
        first = self._defaults[number]
        if first is None or number in self._containers or first.rank < 2:
            return None
        for other in self._readings[number]:
            if other is not first and (other.rank == 3 or (other.rank == 2 and first.rank < 3)):
                return None
        return first

    def _shares(self, start: int, stop: int) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """How much of the anchors lies in each country and in each division."""
        countries: dict[str, float] = defaultdict(float)
        divisions: dict[str, float] = defaultdict(float)
        for anchor in self._anchors[max(0, start) : stop]:
            if anchor and anchor.country:
                countries[anchor.country] += 1
                if anchor.admin:
                    divisions[anchor.admin] += 1
        total = sum(countries.values()) + 1
        return {k: v / total for k, v in countries.items()}, {k: v / total for k, v in divisions.items()}
