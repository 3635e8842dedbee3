"""About: how dates, places and events were found, how good that is, from which sources, and how to cite."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard import state
from dashboard.components import changing
from dashboard.components.in_place import in_place
from dashboard.evaluation.recorded import about_rows

HERE = Path(__file__).parent
COLUMNS = {
    "what": "What",
    "how_good": "How good, in per cent (95 % interval)",
    "on_what": "On what",
    "how_measured": "How",
}


def page() -> None:
    """Draw the page: our own words from the two files beside this one, the recorded figures between them."""
    state.leave_address()
    with st.container(key="text"):
        st.markdown(_words("about.md"))
        if not changing.may_change():
            st.markdown(f"{changing.ONLY_READ} {changing.ELSEWHERE}")
        with in_place("The table of figures", 80):
            _figures()
        st.markdown(_words("about_sources.md"))


def _words(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _figures() -> None:
    rows = about_rows()
    st.subheader("How good it is")
    if not rows:
        st.markdown("Nothing has been measured yet: `python -m dashboard evaluate --record` does it.")
        return
    st.markdown("Measured against passages and documents labelled by a reader, with the engine alone.")
    table = pd.DataFrame([asdict(row) for row in rows]).rename(columns=COLUMNS)
    st.dataframe(table, hide_index=True, width="stretch")
