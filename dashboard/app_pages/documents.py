"""Documents: bring in one's own, see what was found in each and what was not understood, take it out again."""

from __future__ import annotations

import streamlit as st

from dashboard import state
from dashboard.components.bring_in import bring_in
from dashboard.components.in_place import in_place
from dashboard.components.own_documents import own_documents_panel


def page() -> None:
    """Draw the page: the two ways in, then the documents that readers added, then the others of the atlas."""
    state.leave_address()
    with st.container(key="documents"):
        with in_place("The way in", 200):
            bring_in()
        with in_place("The list of added documents", 200):
            own_documents_panel()
