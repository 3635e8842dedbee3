"""The router: which pages there are, and what they share."""

from __future__ import annotations

import atexit
import gc
import sys
from pathlib import Path

# Streamlit runs this file as a script; the package stands beside it, whatever folder it is started from.
if (root := str(Path(__file__).resolve().parent.parent)) not in sys.path:
    sys.path.insert(0, root)

import streamlit as st

from dashboard import state
from dashboard.app_pages import about, documents, explore, present, read
from dashboard.components.assets import EMBED_LAYOUT, LAYOUT

NAME = "When and where"
PAGES = {
    "explore": (explore.page, "Explore"),
    "read": (read.page, "Read"),
    "present": (present.page, "Present"),
    "documents": (documents.page, "Documents"),
    "about": (about.page, "About"),
}


def main() -> None:
    """Show the page of the address under the navigation, or alone where it stands in another page."""
    st.set_page_config(page_title=NAME, layout="wide")
    pages = [
        st.Page(page, title=title, url_path=path, default=path == "explore") for path, (page, title) in PAGES.items()
    ]
    embedded = state.embedded()
    chosen = st.navigation(pages, position="hidden" if embedded else "top")
    st.html(LAYOUT)
    if embedded:
        st.html(EMBED_LAYOUT)
    name_page(chosen.title, headed=embedded or chosen.url_path == "about")
    chosen.run()
    settle_down(chosen.url_path)


def name_page(title: str, *, headed: bool) -> None:
    """Say which page it is in the browser's tabs and history, and, where no heading does, to who hears the page."""
    st.set_page_config(page_title=f"{title} · {NAME}")
    if not headed:
        with st.container(key="page-name"):
            st.html(f"<h1>{title}</h1>")


@st.cache_resource(show_spinner=False)
def settle_down(page: str) -> None:
    """Exempt what is loaded once a page was first drawn from the search for garbage.

    Python stops everything for that search, Streamlit's own after every click being switched off (config.toml); the
    modules and answers that stay are most of what it would go through.
    """
    del page  # only what it is remembered by
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # at the end all is taken apart in order, as ever


main()
