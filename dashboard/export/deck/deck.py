"""The deck: title, overview, a chart, one slide an event or place in the order of the story, and the sources."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from dashboard.export.deck.chart import add_chart, counts
from dashboard.export.deck.slide import GEORGIA, Area, Slide, Words, fitting
from dashboard.export.deck.template import opened, title_layout
from dashboard.export.deck.told_slides import ToldSlides, linked
from dashboard.export.pictures.ground import CREDIT
from dashboard.export.pictures.picture import drawing_of, title_of
from dashboard.export.pictures.svg import clean
from dashboard.export.selection import Selection
from dashboard.export.story import Story
from dashboard.export.telling import telling_of
from dashboard.views.citation import citation

SOURCES_A_SLIDE = 5
METHOD = (
    "Events, dates and places were found by a program in the text of the documents named here, or added and corrected "
    "by editors where a slide says so. Each slide quotes the words it rests on and says how its date is known: check "
    "them before you cite."
)


def write_deck(selection: Selection) -> bytes:
    """A .pptx of a selection that is a story; raises ExportError for a broken template."""
    deck = opened(selection.look)
    telling = selection.telling or telling_of(selection.atlas, Story())
    _opening(deck, selection)
    if telling.entries:
        selection.tell("Timeline, map and chart")
        _overview(deck, selection)
        _chart(deck, selection)
    slides = ToldSlides(deck, selection.look)
    for number, told in enumerate(telling.told, 1):
        selection.tell(f"Slide {number} of {len(telling.told)}")
        slides.add(told)
    _closing(deck, selection)
    _describe(deck, selection)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _opening(deck: Any, selection: Selection) -> None:
    slide = deck.slides.add_slide(title_layout(deck))
    holders = [slide.shapes.title, *(each for each in slide.placeholders if each != slide.shapes.title)]
    own = selection.telling.story.subtitle if selection.telling else ""
    texts = [title_of(selection), own or selection.left_out]
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
    notes = [selection.statement, f"In the dashboard: {selection.look.home}{selection.link}"]
    slide.notes_slide.notes_text_frame.text = "\n".join(map(clean, notes))


def _overview(deck: Any, selection: Selection) -> None:
    """Timeline and map, each on a slide of its own, large enough for the back row."""
    for view, title in (("timeline", "When"), ("map", "Where")):
        slide = Slide(deck, f"{title}: {selection.caption[:1].lower()}{selection.caption[1:]}")
        area = slide.area.part(0, 0, 1, 0.9)
        drawing = drawing_of(selection, view, *area.pixels)
        slide.picture(area, drawing.png, drawing.alt, "Timeline" if view == "timeline" else "Map")
        foot = slide.area.part(0, 0.91, 1, 1)
        said = f"{drawing.note} {drawing.credit}".strip()
        slide.write(foot, [[Words(said)]], fitting(said, foot, 12, 10), quiet=True, low=True, name="Note")
        slide.note([drawing.alt, *_citations(selection)])


def _chart(deck: Any, selection: Selection) -> None:
    rows = selection.events()
    periods, _, unit = counts(rows)
    if not periods:
        return
    slide = Slide(deck, f"Events by {unit}")
    add_chart(slide, slide.area.part(0, 0, 1, 0.93), rows)
    said = "Each event is counted where it begins; events without a date are left out."
    slide.write(slide.area.part(0, 0.94, 1, 1), [[Words(said)]], 12, quiet=True, low=True, name="Note")
    slide.note([said, selection.statement])


def _citations(selection: Selection) -> list[str]:
    return [citation(source) for source in selection.sources]


def _closing(deck: Any, selection: Selection) -> None:
    """Sources, as many slides as they need, and on the last what was done."""
    sources = list(selection.sources)
    for at in range(0, len(sources), SOURCES_A_SLIDE):
        some = sources[at : at + SOURCES_A_SLIDE]
        last = at + SOURCES_A_SLIDE >= len(sources)
        slide = Slide(deck, "Sources and method" if last else "Sources")
        listed = [[Words(citation(source)), *linked(source)] for source in some]
        area = slide.area.part(0, 0, 1, 0.68 if last else 1)
        slide.write(area, listed, _list_size(listed, area), name="Sources")
        if last:
            home = f"{selection.look.home}{selection.link}"
            method = [METHOD, selection.statement, f"Maps: {CREDIT}. In the dashboard: {home}"]
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
