"""Copy picture and Add to slides: the two quiet controls on timeline, map and excerpt."""

from __future__ import annotations

from typing import Any, Literal

from dashboard import cache, state
from dashboard.address import SlideRef, View, slides_named
from dashboard.components.assets import register
from dashboard.components.offer import File, answer_with
from dashboard.export import Look, Slide, Story, look_named, select, select_story

Tool = Literal["timeline", "map", "excerpt"]

_component = register("view_tools", shared=("tools",))


def view_tools(tool: Tool) -> None:
    """Draw the controls of the timeline or the map; the excerpt has them among its own."""
    key = f"{tool}_tools"
    data = {"dark": state.theme() == "dark", "tools": tools_data(tool, key, state.view())}
    _component(key=key, data=data, hear=lambda said: answer_tools(tool, key, said))


def tools_data(tool: Tool, key: str, view: View) -> dict[str, Any]:
    """What the browser needs to draw the controls, and what it asked for last."""
    ref = shown(tool, view)
    return {
        "of": {"timeline": "the timeline", "map": "the map", "excerpt": "this passage"}[tool],
        "slide": view.slides.index(ref) + 1 if ref in view.slides else 0,
        "ref": ".".join(ref) if ref else "",
        "what": _title(ref),
        "answer": state.answer(key),
    }


def shown(tool: Tool, view: View) -> SlideRef | None:
    """What goes to the slides: the place that map or excerpt speak of, else the selected event."""
    if view.place and tool != "timeline":
        return "place", view.place
    return ("event", view.event) if view.event else None


def _title(ref: SlideRef | None) -> str:
    if ref is None:
        return ""
    kind, key = ref
    if kind == "place":
        return place.name if (place := cache.place(key, state.view().filters)) else ""
    return detail.event.title if (detail := cache.event(key)) else ""


def answer_tools(tool: Tool, key: str, said: state.Said) -> None:
    """Do what the reader asked of the controls."""
    view = state.view()
    if said.get("do") == "picture":
        answer_with(key, said, lambda: _picture(tool, view), "The picture")
    elif said.get("do") == "slide":
        for ref in slides_named([str(said.get("ref"))]):  # what was in sight, also where another is by now
            state.put_slide(ref, on=bool(said.get("on")))


def _picture(tool: Tool, view: View) -> File:
    """The picture as it also comes out of the export, in the colours of the screen."""
    look = look_named("slide", state.theme(), 2)
    ref = shown(tool, view)
    if tool == "excerpt" and ref:
        return _told(ref, view, look)
    from dashboard.export.pictures.picture import picture_of  # brings the fonts and the converter along

    picture = picture_of(select(cache.atlas(), view.filters, look), tool)
    return File(f"{tool}.png", picture.png(), "image/png", picture.alt)


def _told(ref: SlideRef, view: View, look: Look) -> File:
    from dashboard.export.pictures.told_picture import picture_of_told

    selection = select_story(cache.atlas(), Story(slides=(Slide(*ref),), filters=view.filters), look)
    told = selection.telling.told if selection.telling else ()
    picture = picture_of_told(selection, told[0])
    return File(f"{ref[0]}.png", picture.png(), "image/png", picture.alt)
