"""Previews: a story and its pictures as they will come out, remembered as long as nothing changes."""

from __future__ import annotations

from dataclasses import replace

from dashboard import cache
from dashboard.components.offer import File
from dashboard.export import Look, Selection, Story, look_named, select_story
from dashboard.export.pictures.every import Page, page_picture, pages_of
from dashboard.queries import Atlas

selection_of = cache.remembered(select_story, answers=32)
"""A story in a look, as it can be told."""


def look_of(story: Story, scale: int = 1) -> Look:
    """How the story wants to look."""
    return look_named(story.style.size or "slide", story.style.theme or "light", scale)


def _picture(source: Atlas, story: Story, look: Look, at: int) -> tuple[bytes, str]:
    selection = select_story(source, story, look)
    picture = page_picture(selection, pages_of(selection)[at])
    return picture.png(), picture.alt


_pictures = cache.remembered(_picture, answers=48)


def preview(story: Story, at: int) -> File:
    """One page of the story as a picture at screen sharpness."""
    png, alt = _pictures(story, look_of(story), at)
    return File("preview.png", png, "image/png", alt)


def page_file(selection: Selection, page: Page, form: str) -> File:
    """One page as a file to take along: png, svg or pdf."""
    picture = page_picture(replace(selection, look=replace(selection.look, scale=2)), page)
    content = {"png": picture.png, "svg": picture.svg.encode, "pdf": picture.pdf}[form]()
    types = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
    return File(f"{page.name}.{form}", content, types[form], picture.alt)
