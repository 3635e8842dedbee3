"""What a story becomes: deck, page, pictures, embed or story file, each with a preview of what will come out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlencode

from dashboard import cache, state
from dashboard.address import View, pane_named
from dashboard.components.assets import register
from dashboard.components.export_menu import file_of
from dashboard.components.offer import File, answer_of, make_for, stop
from dashboard.components.previews import look_of, page_file, preview, selection_of
from dashboard.errors import ExportError
from dashboard.export import SIZES, THEMES, Selection, Story, Style, Tell, format_named, silent, story_text, views_of
from dashboard.export.pictures.every import pages_of
from dashboard.session import Presenting

KEY, PREVIEW = "outputs", "outputs preview"
FORMS = (("deck", "Deck"), ("page", "Page"), ("pictures", "Pictures"), ("embed", "Embed"), ("story", "Story file"))
FRAMES = (("both", "Timeline and map"), ("timeline", "Timeline"), ("map", "Map"), ("event", "Passage"))
SIZE_NAMES = {"slide": "Slide 16:9", "slide-4x3": "Slide 4:3", "page": "Page (A4)", "square": "Square"}
THEME_NAMES = {"": "As its reader has it", "light": "Light", "dark": "Dark", "transparent": "No ground"}

_component = register("outputs", shared=("tools", "making"))


def outputs(story: Story, selection: Selection, *, height: int, phone: bool) -> None:
    """Draw the forms and the preview of the one that is chosen."""
    data = outputs_data(story, selection) | {"height": height, "phone": phone}
    _component(key=KEY, data=data, hear=_hear)


def outputs_data(story: Story, selection: Selection) -> dict[str, Any]:
    """Everything the browser needs to draw them."""
    shown = state.presenting()
    page = "html" if views_of("html") else ""
    return {
        "dark": state.theme() == "dark",
        "forms": [{"key": key, "label": label} for key, label in FORMS if key != "page" or page],
        "form": shown.form,
        "size": story.style.size or "slide",
        "ratio": round(selection.look.size.width / selection.look.size.height, 4),
        "sizes": [{"key": size.name, "label": SIZE_NAMES[size.name]} for size in SIZES],
        "theme": story.style.theme or "light",
        "themes": [{"key": theme, "label": THEME_NAMES[theme]} for theme in _themes(shown.form)],
        "statement": selection.statement,
        "answer": answer_of(KEY),
        "preview": answer_of(PREVIEW),
        **_SHOWN[shown.form](story, selection, shown),
    }


def _themes(form: str) -> tuple[str, ...]:
    """Pictures may have no ground; an embed may be light or dark as its reader is."""
    solid = tuple(theme for theme in THEMES if theme != "transparent")
    return {"pictures": THEMES, "embed": ("", *solid)}.get(form, solid)


def _pages(story: Story, selection: Selection, shown: Presenting) -> dict[str, Any]:
    """The picture that is shown, among all."""
    pages = pages_of(selection)
    if not pages:
        return _nothing(story)
    at = min(shown.at, len(pages) - 1)
    return {
        "pages": [page.title for page in pages],
        "at": at,
        "shows": _key(story, at),
        "template": shown.template[0] if shown.template else "",
    }


def _page(story: Story, selection: Selection, _shown: Presenting) -> dict[str, Any]:
    """The page itself, to be looked at in a frame."""
    if not pages_of(selection):
        return _nothing(story)
    return {"shows": _key(story, -1)}


def _nothing(story: Story) -> dict[str, Any]:
    """Why there is nothing to show, and the way out."""
    if story.slides:
        return {
            "nothing": "This atlas knows none of the slides; take them away, or open it with the one they are from."
        }
    return {"nothing": f"{cache.why_empty(story.filters)} Change the filters on Explore."}


def _key(*shown: object) -> str:
    """What a preview shows; the browser asks for it where it shows something else."""
    return str(hash(shown))


def _embed(story: Story, selection: Selection, shown: Presenting) -> dict[str, Any]:
    """The query of the frame; the browser knows the address before it."""
    view = state.view()
    event = view.event if shown.frame == "event" else ""
    query = View(story.filters, event=event, pane=pane_named(shown.frame)).to_query()
    own = story.style.theme if story.style.theme in _themes("embed") else ""
    theme = [f"{own}_theme"] if own else []
    query = {"embed": ["true"], **query} | ({"embed_options": theme} if theme else {})
    return {
        "frames": [{"key": key, "label": label} for key, label in FRAMES],
        "frame": shown.frame,
        "query": urlencode(query, doseq=True),
        "theme": own,
        "frame_title": f"{dict(FRAMES)[shown.frame]}: {story.title or selection.caption}",
    }


def _file(story: Story, selection: Selection, _shown: Presenting) -> dict[str, Any]:
    """What stands in the file."""
    return {"text": _text(story, selection)}


def _text(story: Story, selection: Selection) -> str:
    """The story as its file has it, each slide under what the atlas calls it."""
    names = {each.slide.id: each.title for each in selection.telling.told} if selection.telling else {}
    return story_text(story, names)


_SHOWN: dict[str, Callable[[Story, Selection, Presenting], dict[str, Any]]] = {
    "deck": _pages,
    "page": _page,
    "pictures": _pages,
    "embed": _embed,
    "story": _file,
}


def _hear(said: state.Said) -> None:
    """Do what the reader asked for."""
    story = state.draft()
    match said:
        case {"do": "preview"}:
            _look_at(said, story)
        case {"do": "make"}:
            _make(said, story)
        case {"do": "stop"}:
            stop(KEY, said)
        case {"do": "form", "form": str(form)} if form in dict(FORMS):
            state.present(form=form)
        case {"do": "at", "at": int(at)}:
            state.present(at=max(at, 0))
        case {"do": "frame", "frame": str(frame)} if frame in dict(FRAMES):
            state.present(frame=frame)
        case {"do": "size", "size": str(size)} if size in SIZE_NAMES:
            state.tell(replace(story, style=Style(story.style.theme, size)))
        case {"do": "theme", "theme": str(theme)} if theme in THEME_NAMES:
            state.tell(replace(story, style=Style(theme, story.style.size)))
        case {"do": "template"}:
            state.present(template=None)


def _look_at(said: state.Said, story: Story) -> None:
    """Begin to make what the chosen form will come out as."""
    shown, selection = state.presenting(), selection_of(story, look_of(story))
    make_for(PREVIEW, said, lambda tell: _preview(story, selection, shown, tell), "The preview")


def _make(said: state.Said, story: Story) -> None:
    """Begin to make the file that was asked for, which leads back to the dashboard where the reader has it open."""
    look = look_of(story)
    shown, selection = state.presenting(), selection_of(story, replace(look, home=state.home() or look.home))
    make_for(KEY, said, lambda tell: _made(story, selection, shown, str(said.get("what")), tell), "The file")


def _preview(story: Story, selection: Selection, shown: Presenting, tell: Tell) -> File:
    """The page, or the picture that is shown."""
    if shown.form == "page":
        return file_of(selection, format_named("html", "story"), "story", tell)
    return preview(story, max(0, min(shown.at, len(pages_of(selection)) - 1)))


def _made(story: Story, selection: Selection, shown: Presenting, what: str, tell: Tell = silent) -> File:
    """The file that was asked for of a story, which is the selection; pictures twice as sharp as the screen's."""
    sharp = replace(selection, look=replace(selection.look, scale=2))
    pages = pages_of(selection)
    if what == "story":
        return File("story.toml", _text(story, selection).encode(), "application/toml")
    if what == "deck":
        return _deck(sharp, shown.template, tell)
    if what in ("page", "zip"):
        return file_of(sharp, format_named({"page": "html"}.get(what, what), "story"), "story", tell)
    if what in ("png", "svg", "pdf") and pages:
        return page_file(sharp, pages[min(shown.at, len(pages) - 1)], what)
    raise ExportError("There is nothing to make a file of; take a filter away or add a slide.")


def _deck(selection: Selection, template: tuple[str, bytes] | None, tell: Tell) -> File:
    """The deck, after the reader's own template where there is one."""
    form = format_named("pptx", "story")
    if template is None:
        return file_of(selection, form, "story", tell)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.pptx"
        path.write_bytes(template[1])
        try:
            return file_of(replace(selection, look=replace(selection.look, template=path)), form, "story", tell)
        except ExportError as error:
            raise ExportError(str(error).replace(str(path), f"“{PurePath(template[0]).name}”")) from error
