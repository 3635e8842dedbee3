"""The rows of the page in the table of formats: told as slides, or open to be explored."""

from __future__ import annotations

from functools import partial

from dashboard.export.base import Format
from dashboard.export.selection import Selection


def write_html(opens_with: str, selection: Selection) -> bytes:
    """The page, what draws it loaded only now."""
    from dashboard.export.page.page import write_page

    return write_page(selection, opens_with)


_TITLE = "Web page (one file, works without a network)"
PAGES: tuple[Format, ...] = (
    Format("html", _TITLE, ".html", "text/html", ("story",), partial(write_html, "slides")),
    Format("html", _TITLE, ".html", "text/html", ("timeline", "map", "events"), partial(write_html, "explore")),
)
