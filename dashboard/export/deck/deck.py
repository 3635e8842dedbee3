"""The deck: title, overview, a chart, one slide an event in order of time, and the sources."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlencode

from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from dashboard.errors import ExportError
from dashboard.export.deck.chart import add_chart, counts
from dashboard.export.deck.locator import locator
from dashboard.export.deck.quoting import quoted
from dashboard.export.deck.slide import GEORGIA, Area, Slide, Words, fitting
from dashboard.export.deck.template import opened, title_layout
from dashboard.export.pictures.ground import CREDIT
from dashboard.export.pictures.picture import drawing_of, title_of
from dashboard.export.pictures.svg import clean
from dashboard.export.selection import Selection
from dashboard.model import Place
from dashboard.queries import find_events
from dashboard.queries.entries import Entry, Source
from dashboard.views.citation import citation

MOST_SLIDES = 200
PIXELS = 96 / 914_400
"""Pixels an EMU."""
DASHBOARD = "http://localhost:8501/"
"""Where `make run` opens the dashboard."""
SOURCES_A_SLIDE = 5
METHOD = (
    "Events, dates and places were found by a program in the text of the documents named here. Each slide quotes "
    "the words it rests on and says how its date is known: check them before you cite."
)


def write_deck(selection: Selection) -> bytes:
    """A .pptx of a selection; raises ExportError for a broken template, or for more events than a talk can hold."""
    if selection.count > MOST_SLIDES:
        raise ExportError(
            f"{selection.count:,} events are too many for a deck, which has a slide for each; "
            f"narrow the filters to {MOST_SLIDES} or fewer."
        )
    deck = opened(selection.look)
    _opening(deck, selection)
    _overview(deck, selection)
    _chart(deck, selection)
    events = _Events(deck, selection)
    for entry in selection.entries:
        events.add(entry)
    _closing(deck, selection)
    _describe(deck, selection)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _opening(deck: Any, selection: Selection) -> None:
    slide = deck.slides.add_slide(title_layout(deck))
    holders = [slide.shapes.title, *(each for each in slide.placeholders if each != slide.shapes.title)]
    texts = [title_of(selection), selection.left_out]
    for holder in holders:
        if holder is None:
            continue
        if not texts:
            holder._element.getparent().remove(holder._element)
            continue
        holder.text_frame.text = clean(texts.pop(0))
        area = Area(0, 0, holder.width, holder.height)
        most = 44 if len(texts) else 22
        size = fitting(holder.text_frame.text, area, most, 16, spread=GEORGIA)
        if not selection.look.template:
            holder.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        for run in holder.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)
    notes = [selection.statement, f"In the dashboard: {DASHBOARD}{selection.link}"]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _overview(deck: Any, selection: Selection) -> None:
    """Timeline and map, each on a slide of its own, large enough for the back row."""
    for view, title in (("timeline", "When"), ("map", "Where")):
        slide = Slide(deck, f"{title}: {selection.caption[:1].lower()}{selection.caption[1:]}")
        area = slide.area.part(0, 0, 1, 0.9)
        drawing = drawing_of(selection, view, area.width * PIXELS, area.height * PIXELS)
        slide.picture(area, drawing.png, drawing.alt, "Timeline" if view == "timeline" else "Map")
        foot = slide.area.part(0, 0.91, 1, 1)
        said = f"{drawing.note} {drawing.credit}".strip()
        slide.write(foot, [[Words(said)]], fitting(said, foot, 12, 10), quiet=True, low=True, name="Note")
        slide.note([drawing.alt, *_citations(selection)])


def _chart(deck: Any, selection: Selection) -> None:
    rows = find_events(selection.atlas, selection.filters)
    periods, _, step = counts(rows)
    if not periods:
        return
    slide = Slide(deck, "Events by decade" if step > 1 else "Events by year")
    add_chart(slide, slide.area.part(0, 0, 1, 0.93), rows)
    said = "Each event is counted where it begins; events without a date are left out."
    slide.write(slide.area.part(0, 0.94, 1, 1), [[Words(said)]], 12, quiet=True, low=True, name="Note")
    slide.note([said, selection.statement])


class _Events:
    """Slides of events; the locator map of a place is drawn once."""

    def __init__(self, deck: Any, selection: Selection) -> None:
        self.deck, self.selection = deck, selection
        look = selection.look
        self.tint = "" if look.template else look.theme.date_tint
        self._locator = cache(lambda places, width, height: locator(places, look, width, height))

    def add(self, entry: Entry) -> None:
        """The slide of one event: date, place, words and where they stand; at the right, where it was."""
        slide = Slide(self.deck, entry.event.title)
        right = slide.area.part(0.64, 0, 1, 0.84)
        png = self._map(entry.event.places, right)
        left = slide.area.part(0, 0, 0.6 if png else 1, 0.84)
        slide.write(left.part(0, 0, 1, 0.26), list(_known(entry)), 18, name="Date and place")
        if entry.quotations:
            runs = quoted(entry.quotations[0], self.tint)
            box = left.part(0, 0.3, 1, 1)
            size = fitting("".join(run.text for run in runs), box, 22, 12, spread=GEORGIA)
            slide.write(box, [runs], size, serif=True, name="Quotation")
        if png:
            slide.picture(right, png, f"Map: {entry.place_text}. {CREDIT}.", "Locator map")
        cited, foot = list(_cited(entry)), slide.area.part(0, 0.87, 1, 1)
        size = fitting("".join(run.text for run in cited), foot, 13, 9)
        slide.write(foot, [cited], size, quiet=True, low=True, name="Citation")
        slide.note(list(_notes(entry)))

    def _map(self, places: tuple[Place, ...], area: Area) -> bytes | None:
        if not places:
            return None
        png: bytes | None = self._locator(places, round(area.width * PIXELS), round(area.height * PIXELS))
        return png


def _known(entry: Entry) -> Iterator[list[Words]]:
    """When and where, and how that is known."""
    status = "" if entry.event.status == "happened" else f" ({entry.event.status})"
    when = entry.date_text or "Undated"
    where = f" · {entry.place_text}" if entry.place_text else ""
    yield [Words(f"{when}{status}{where}", bold=True)]
    yield [Words(" ".join(said for said in (entry.date_basis, entry.told_by) if said))]


def _cited(entry: Entry) -> Iterator[Words]:
    """The source of the first quotation, linked; how many more there are."""
    for quotation in entry.quotations[:1]:
        yield Words(citation(quotation.source, quotation.page))
        yield from _linked(quotation.source)
    more = len(entry.quotations) - 1
    if more > 0:
        yield Words(f" And {more} more passage{'s' * (more > 1)}, in the notes.")


def _linked(source: Source) -> Iterator[Words]:
    """A link to the document, where the catalogue has one for the web; a whole citation as link is hard to read."""
    if source.record.url.startswith(("https://", "http://")):
        yield Words(" ")
        yield Words("Open the document", link=source.record.url)


def _notes(entry: Entry) -> Iterator[str]:
    """What the speaker may be asked: words, sources and links of every passage, and what is doubtful."""
    yield entry.event.title
    yield " ".join(said for said in (entry.date_text, entry.date_basis, entry.told_by, entry.checked) if said)
    for quotation in entry.quotations:
        yield f"“{quotation.exact}”"
        yield citation(quotation.source, quotation.page)
        yield quotation.source.record.url
    yield f"In the dashboard: {DASHBOARD}?{urlencode({'event': entry.event.id})}"


def _citations(selection: Selection) -> list[str]:
    return [citation(source) for source in selection.sources.values()]


def _closing(deck: Any, selection: Selection) -> None:
    """Sources, as many slides as they need, and on the last what was done."""
    sources = list(selection.sources.values())
    for at in range(0, len(sources), SOURCES_A_SLIDE):
        some = sources[at : at + SOURCES_A_SLIDE]
        last = at + SOURCES_A_SLIDE >= len(sources)
        slide = Slide(deck, "Sources and method" if last else "Sources")
        listed = [[Words(citation(source)), *_linked(source)] for source in some]
        area = slide.area.part(0, 0, 1, 0.68 if last else 1)
        slide.write(area, listed, _list_size(listed, area), name="Sources")
        if last:
            method = [METHOD, selection.statement, f"Maps: {CREDIT}. In the dashboard: {DASHBOARD}{selection.link}"]
            box = slide.area.part(0, 0.7, 1, 1)
            size = fitting(" ".join(method), box, 14, 10)
            slide.write(box, [[Words(each)] for each in method], size, quiet=True, low=True, name="Method")
        slide.note([*(citation(source) for source in some), METHOD])


def _list_size(paragraphs: Sequence[Sequence[Words]], area: Area) -> float:
    """Type in which every paragraph fits its share of the area."""
    share = Area(area.left, area.top, area.width, area.height // max(1, len(paragraphs)))
    return min(fitting("".join(run.text for run in runs), share, 18, 10) for runs in paragraphs)


def _describe(deck: Any, selection: Selection) -> None:
    """What file managers and screen readers say of the file."""
    about = deck.core_properties
    about.title, about.subject = clean(title_of(selection))[:250], clean(selection.left_out)[:250]
    about.author = about.last_modified_by = about.keywords = ""
    about.comments = clean(" ".join(_citations(selection)))[:250]
