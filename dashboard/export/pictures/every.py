"""Every page of a story as a picture: the timeline, the map, and each slide; one by one, or together in a zip."""

from __future__ import annotations

import io
import re
import zipfile
from typing import NamedTuple

from dashboard.export.pictures.picture import Picture, picture_of
from dashboard.export.pictures.told_picture import picture_of_told
from dashboard.export.selection import Selection
from dashboard.export.telling import Told

_UNNAMED = re.compile(r"[\W_]+")
LONGEST_NAME = 60


class Page(NamedTuple):
    """What one picture shows."""

    name: str
    """Of its file, without ending: “03-yalta-conference”."""
    title: str
    told: Told | None = None
    """The slide; of timeline and map, none."""


def pages_of(selection: Selection) -> tuple[Page, ...]:
    """The pages of a selection that is a story: first timeline and map, where it has events, then its slides."""
    told = selection.telling.told if selection.telling else ()
    views = [("Timeline", None), ("Map", None)] if selection.count else []
    titled = [*views, *((each.title, each) for each in told)]
    return tuple(Page(_file_name(number, title), title, each) for number, (title, each) in enumerate(titled, 1))


def page_picture(selection: Selection, page: Page) -> Picture:
    """The picture of one page."""
    return picture_of_told(selection, page.told) if page.told else picture_of(selection, page.title.casefold())


def write_zip(selection: Selection) -> bytes:
    """The pictures in order, and what they show in words, for who sets them into a page or a slide."""
    out = io.BytesIO()
    words = [selection.statement, *selection.citations()]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        pages = pages_of(selection)
        for number, page in enumerate(pages, 1):
            selection.tell(f"Picture {number} of {len(pages)}")
            picture = page_picture(selection, page)
            archive.writestr(_dated(f"{page.name}.png"), picture.png())
            words.append(f"{page.name}.png: {picture.alt}")
        archive.writestr(_dated("descriptions.txt"), "\n\n".join(words) + "\n")
    return out.getvalue()


def _file_name(number: int, title: str) -> str:
    """Letters and digits of any script, nothing that a file system or a shell could take for something else."""
    return f"{number:02}-{_UNNAMED.sub('-', title.casefold()).strip('-')[:LONGEST_NAME].strip('-') or 'slide'}"


def _dated(name: str) -> zipfile.ZipInfo:
    """The same file each time: no time of day in it."""
    return zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
