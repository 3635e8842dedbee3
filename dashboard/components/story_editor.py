"""The story editor: slides in their order, each with a title, a subtitle and a sentence of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dashboard import cache, state
from dashboard.components.assets import register
from dashboard.components.previews import look_of, selection_of
from dashboard.export import MOST_SLIDES, Selection, Slide, Story, Told, slides_of
from dashboard.export.pictures.every import pages_of
from dashboard.export.pictures.picture import title_of
from dashboard.export.story import MADE
from dashboard.views.theme import look

KEY = "story_editor"
LONGEST = 2000
"""Characters of a sentence."""
Titled = TypeVar("Titled", Slide, Story)

_component = register("story_editor")


def story_editor(story: Story, selection: Selection, *, phone: bool) -> None:
    """Draw the editor; its callbacks write through `state.tell`."""
    _component(key=KEY, data=editor_data(story, selection) | {"phone": phone}, hear=_hear)


def editor_data(story: Story, selection: Selection) -> dict[str, Any]:
    """Everything the browser needs to draw the editor."""
    events = cache.summary(story.filters).events
    told = {(each.slide.kind, each.slide.id): each for each in selection.telling.told} if selection.telling else {}
    plain = replace(selection, look=replace(selection.look, title=""))
    return {
        "dark": state.theme() == "dark",
        "screen": list(state.screen()),
        "title": story.title,
        "subtitle": story.subtitle,
        "title_hint": title_of(plain),
        "subtitle_hint": cache.summary(story.filters).sentence,
        "shown": cache.caption(story.filters) or "All events",
        "fill": _fill_words(events),
        "made": _made_words(events),
        "slides": [_row(slide, told.get((slide.kind, slide.id))) for slide in story.slides],
        "said": state.presenting().said,
    }


def _fill_words(events: int) -> str:
    """What the button says that makes slides of the events shown; empty where there are none."""
    if events > MADE:
        return f"One for each of the {MADE} events with the most passages"
    return f"One for each event shown ({events})" if events else ""


def _made_words(events: int) -> str:
    """What a story without slides of one's own tells, and how to have the events that it leaves out."""
    told = "Until then the story tells what the filters show, in order of time"
    if events <= MADE:
        return f"{told}."
    return (
        f"{told}: of {events:,} events, the {MADE} with the most passages. For others, narrow the filters or add "
        f"slides of your own, up to {MOST_SLIDES}. All {events:,} are in “Events as data”, under Export on Explore."
    )


def _row(slide: Slide, told: Told | None) -> dict[str, Any]:
    """A slide with its words, and what stands where they are left empty."""
    detail = cache.event(slide.id) if slide.kind == "event" else None
    plain = _plain(told) if told else (f"Unknown {slide.kind}", "")
    return {
        "ref": f"{slide.kind}.{slide.id}",
        "kind": slide.kind,
        "family": detail.family if detail else "",
        "look": look(detail.event.status, listed=detail.event.listed) if detail else "",
        "title": slide.title,
        "subtitle": slide.subtitle,
        "sentence": slide.sentence,
        "title_hint": plain[0],
        "subtitle_hint": plain[1],
        "problem": "" if told else f"This atlas knows no {slide.kind} “{slide.id[:40]}”; the slide is left out.",
    }


def _plain(told: Told) -> tuple[str, str]:
    """Title and subtitle as the atlas gives them."""
    if told.entry is None:
        return (told.place.name if told.place else ""), "" if told.slide.subtitle else told.subtitle
    from dashboard.export.telling import when_and_where

    return told.entry.event.title, when_and_where(told.entry)


def _hear(said: state.Said) -> None:
    """Do what the reader asked of the editor."""
    does = _ACTIONS.get(str(said.get("do")))
    if does:
        does(state.draft(), said)


def _write(story: Story, said: state.Said) -> None:
    written = _written(story, said)
    if written != story:
        state.tell(written)


def _written(story: Story, words: state.Said) -> Story:
    """The story with one field written: of the slide that is named, else of the whole; as it was for any other."""
    field = str(words.get("field"))
    text = " ".join(str(words.get("text", ""))[:LONGEST].split())
    if not words.get("ref"):
        return _worded(story, field, text)
    at = _at(story.slides, words)
    if at is None:
        return story
    slide = story.slides[at]
    slide = replace(slide, sentence=text) if field == "sentence" else _worded(slide, field, text)
    return replace(story, slides=(*story.slides[:at], slide, *story.slides[at + 1 :]))


def _worded(told: Titled, field: str, text: str) -> Titled:
    """A story or a slide with another title or subtitle."""
    match field:
        case "title":
            return replace(told, title=text)
        case "subtitle":
            return replace(told, subtitle=text)
    return told


def _move(story: Story, said: state.Said) -> None:
    """Put a slide in the place where it was dropped, or a step on from where it is."""
    at, to, by = _at(story.slides, said), said.get("to"), said.get("by")
    if at is not None and isinstance(by, int):
        to = at + by
    if at is not None and isinstance(to, int):
        slides = list(story.slides)
        slides.insert(min(max(to, 0), len(slides) - 1), slides.pop(at))
        state.tell(replace(story, slides=tuple(slides)))


def _remove(story: Story, said: state.Said) -> None:
    at = _at(story.slides, said)
    if at is not None:
        state.tell(replace(story, slides=(*story.slides[:at], *story.slides[at + 1 :])))


def _fill(story: Story, _said: state.Said) -> None:
    """A slide for each event that is shown, those with most passages where they are too many."""
    state.tell(replace(story, slides=slides_of(cache.atlas(), story.filters)))


def _clear(story: Story, _said: state.Said) -> None:
    state.tell(replace(story, slides=()))


def _show(story: Story, said: state.Said) -> None:
    pages = pages_of(selection_of(story, look_of(story)))
    slides = [page.told.slide if page.told else None for page in pages]
    at = _at(story.slides, said)
    if at is not None and story.slides[at] in slides:
        form = state.presenting().form
        state.present(at=slides.index(story.slides[at]), form=form if form in ("deck", "pictures") else "deck")


def _at(slides: Sequence[Slide], said: state.Said) -> int | None:
    ref = str(said.get("ref"))
    return next((at for at, slide in enumerate(slides) if f"{slide.kind}.{slide.id}" == ref), None)


def _measure(_story: Story, said: state.Said) -> None:
    state.set_screen(said.get("width"), said.get("height"))


_ACTIONS: dict[str, Callable[[Story, state.Said], None]] = {
    "write": _write,
    "move": _move,
    "remove": _remove,
    "fill": _fill,
    "clear": _clear,
    "show": _show,
    "screen": _measure,
}
"""What the reader can ask of the editor, by the word the browser sends."""
