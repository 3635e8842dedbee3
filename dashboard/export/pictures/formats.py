"""The rows of pictures in the table of formats: timeline and map as PNG, SVG and PDF; the slides of a story, zipped."""

from __future__ import annotations

from functools import partial

from dashboard.export.base import Format, ViewName
from dashboard.export.selection import Selection

_VIEWS: tuple[ViewName, ...] = ("timeline", "map")


def write_png(view: ViewName, selection: Selection) -> bytes:
    """The picture in pixels."""
    from dashboard.export.pictures.picture import picture_of

    return picture_of(selection, view).png()


def write_svg(view: ViewName, selection: Selection) -> bytes:
    """The picture as a drawing that can be changed in a vector program."""
    from dashboard.export.pictures.picture import picture_of

    return picture_of(selection, view).svg.encode("utf-8")


def write_pdf(view: ViewName, selection: Selection) -> bytes:
    """The picture as one page."""
    from dashboard.export.pictures.picture import picture_of

    return picture_of(selection, view).pdf()


def write_zip(selection: Selection) -> bytes:
    """A picture of every slide."""
    from dashboard.export.pictures.every import write_zip as write

    return write(selection)


PICTURES: tuple[Format, ...] = tuple(
    Format(name, title, f".{name}", media_type, (view,), partial(write, view))
    for view in _VIEWS
    for name, title, media_type, write in (
        ("png", "PNG (any program)", "image/png", write_png),
        ("svg", "SVG (drawing programs, the web, PowerPoint)", "image/svg+xml", write_svg),
        ("pdf", "PDF (print, LaTeX)", "application/pdf", write_pdf),
    )
)
ZIP = Format("zip", "Pictures of every slide (PNG, zipped)", ".zip", "application/zip", ("story",), write_zip)
