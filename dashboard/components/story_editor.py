"""The story editor: slides in their order, each with a title, a subtitle and a sentence of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dashboard import cache, state
from dashboard.components.assets import register
from dashboard.components.previews import look_of, selection_of
from dashboard.export import Selection, Slide, Story, Told, slides_of
from dashboard.export.pictures.every import pages_of
from dashboard.export.pictures.picture import title_of
from dashboard.views.theme import look

KEY = "story_editor"
LONGEST = 2000
"""Characters of a sentence."""
FIELDS = ("title", "subtitle", "sentence")

_component = register("story_editor")


def story_editor(story: Story, selection: Selection, *, phone: bool) -> None:
    """Draw the editor; its callbacks write through `state.tell`."""
    _component(key=KEY, data=editor_data(story, selection) | {"phone": phone}, on_act_change=_heard)


def editor_data(story: Story, selection: Selection) -> dict[str, Any]:
    """Everything the browser needs to draw the editor."""
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
        "events": cache.summary(story.filters).events,
        "slides": [_row(slide, told.get((slide.kind, slide.id))) for slide in story.slides],
        "said": state.presenting().said,
    }


def _row(slide: Slide, told: Told | None) -> dict[str, Any]:
    """A slide with its words, and what stands where they are left empty."""
    detail = cache.event(slide.id) if slide.kind == "event" else None
    plain = _plain(told)
    return {
        "ref": f"{slide.kind}.{slide.id}",
        "kind": slide.kind,
        "family": detail.family if detail else "",
        "look": look(detail.event.status, detail.event.certainty) if detail else "",
        "title": slide.title,
        "subtitle": slide.subtitle,
        "sentence": slide.sentence,
        "title_hint": plain[0],
        "subtitle_hint": plain[1],
        "problem": "" if told else f"This atlas knows no {slide.kind} “{slide.id[:40]}”; the slide is left out.",
    }


def _plain(told: Told | None) -> tuple[str, str]:
    """Title and subtitle as the atlas gives them."""
    if told is None:
        return "", ""
    if told.entry is None:
        return (told.place.name if told.place else ""), "" if told.slide.subtitle else told.subtitle
    from dashboard.export.telling import when_and_where

    return told.entry.event.title, when_and_where(told.entry)


def _heard() -> None:
    """Do what the reader asked of the editor."""
    said = state.action(KEY)
    does = _ACTIONS.get(str(said.get("do")))
    if does:
        does(state.draft(), said)


def _words(said: dict[str, Any]) -> dict[str, str]:
    """The field that was written in, cut to a length; empty for any other."""
    field = str(said.get("field"))
    return {field: " ".join(str(said.get("text", ""))[:LONGEST].split())} if field in FIELDS else {}


def _story(story: Story, said: dict[str, Any]) -> None:
    words = _words(said)
    if "sentence" not in words:
        state.tell(replace(story, **words))  # type: ignore[arg-type]  # title or subtitle


def _slide(story: Story, said: dict[str, Any]) -> None:
    at = _at(story.slides, said)
    if at is not None:
        slides = list(story.slides)
        slides[at] = replace(slides[at], **_words(said))  # type: ignore[arg-type]  # texts only
        state.tell(replace(story, slides=tuple(slides)))


def _move(story: Story, said: dict[str, Any]) -> None:
    at, to = _at(story.slides, said), said.get("to")
    if at is not None and isinstance(to, int):
        slides = list(story.slides)
        slides.insert(min(max(to, 0), len(slides) - 1), slides.pop(at))
        state.tell(replace(story, slides=tuple(slides)))


def _remove(story: Story, said: dict[str, Any]) -> None:
    at = _at(story.slides, said)
    if at is not None:
        state.tell(replace(story, slides=(*story.slides[:at], *story.slides[at + 1 :])))


def _fill(story: Story, _said: dict[str, Any]) -> None:
    """A slide for each event that is shown, those with most passages where they are too many."""
    state.tell(replace(story, slides=slides_of(cache.atlas(), story.filters)))


def _clear(story: Story, _said: dict[str, Any]) -> None:
    state.tell(replace(story, slides=()))


def _show(story: Story, said: dict[str, Any]) -> None:
    pages = pages_of(selection_of(story, look_of(story)))
    slides = [page.told.slide if page.told else None for page in pages]
    at = _at(story.slides, said)
    if at is not None and story.slides[at] in slides:
        form = state.presenting().form
        state.present(at=slides.index(story.slides[at]), form=form if form in ("deck", "pictures") else "deck")


def _at(slides: Sequence[Slide], said: dict[str, Any]) -> int | None:
    ref = str(said.get("ref"))
    return next((at for at, slide in enumerate(slides) if f"{slide.kind}.{slide.id}" == ref), None)


def _measure(_story: Story, said: dict[str, Any]) -> None:
    state.set_screen(said.get("width"), said.get("height"))


_ACTIONS: dict[str, Callable[[Story, dict[str, Any]], None]] = {
    "story": _story,
    "slide": _slide,
    "move": _move,
    "remove": _remove,
    "fill": _fill,
    "clear": _clear,
    "show": _show,
    "screen": _measure,
}
"""What the reader can ask of the editor, by the word the browser sends."""
