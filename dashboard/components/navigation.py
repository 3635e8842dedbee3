"""From page to page: the view goes along in the address."""

from __future__ import annotations

import streamlit as st

from dashboard import state


def follow() -> None:
    """Change the page where the reader asked for another one."""
    path = state.going()
    if path is not None:
        st.switch_page(st.Page(_elsewhere, url_path=path, default=not path), query_params=state.view().to_query())


def _elsewhere() -> None:
    """Stands for the page, which Streamlit knows by its path."""
